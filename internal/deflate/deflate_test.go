package deflate

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"fmt"
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

func TestRegister(t *testing.T) {
	archive := func() []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		Register(z)
		for i, text := range texts() {
			w, err := z.Create(fmt.Sprintf("%d.xml", i))
			if err != nil {
				t.Fatal(err)
			}
			if _, err := w.Write(text); err != nil {
				t.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	got := archive()
	if !bytes.Equal(got, archive()) {
		t.Error("two archives of the same differ")
	}
	z, err := zip.NewReader(bytes.NewReader(got), int64(len(got)))
	if err != nil {
		t.Fatal(err)
	}
	for i, text := range texts() {
		r, err := z.Open(fmt.Sprintf("%d.xml", i))
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
