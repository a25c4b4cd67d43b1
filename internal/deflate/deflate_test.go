package deflate

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
	"sync"
	"testing"
)

// texts are of all sizes, some of them larger than the window.
func texts() [][]byte {
	var all [][]byte
	for n := 0; n < 300_000; n = 3*n + 1 {
		all = append(all, []byte(strings.Repeat(fmt.Sprintf("%d 0 Td (塞北管理区) Tj ", n), n/30+1))[:n])
	}
	return all
}

// The standard library reads what is written, and many writers at once write what one does.
func TestZlib(t *testing.T) {
	var all sync.WaitGroup
	for _, text := range texts() {
		want := Zlib(text)
		for range 4 {
			all.Go(func() {
				got := Zlib(text)
				if !bytes.Equal(got, want) {
					t.Errorf("%d bytes: compressed twice, they differ", len(text))
				}
				r, err := zlib.NewReader(bytes.NewReader(got))
				if err != nil {
					t.Error(err)
					return
				}
				if back, err := io.ReadAll(r); err != nil || !bytes.Equal(back, text) {
					t.Errorf("%d bytes: read back %d, %v", len(text), len(back), err)
				}
			})
		}
		all.Wait()
	}
}

// An archive of compressed entries is read by the standard library.
func TestRaw(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i, text := range texts() {
		packed := Raw(text)
		if !bytes.Equal(packed, Raw(text)) {
			t.Errorf("%d bytes: compressed twice, they differ", len(text))
		}
		w, err := z.CreateRaw(&zip.FileHeader{
			Name: fmt.Sprintf("%d.xml", i), Method: zip.Deflate, CRC32: crc32.ChecksumIEEE(text),
			CompressedSize64: uint64(len(packed)), UncompressedSize64: uint64(len(text)),
		})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(packed); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	got := b.Bytes()
	back, err := zip.NewReader(bytes.NewReader(got), int64(len(got)))
	if err != nil {
		t.Fatal(err)
	}
	for i, text := range texts() {
		r, err := back.Open(fmt.Sprintf("%d.xml", i))
		if err != nil {
			t.Fatal(err)
		}
		if back, err := io.ReadAll(r); err != nil || !bytes.Equal(back, text) {
			t.Errorf("entry %d: read back %d of %d bytes, %v", i, len(back), len(text), err)
		}
	}
	if len(got) > 60_000 {
		t.Errorf("%d bytes: hardly compressed", len(got))
	}
}
