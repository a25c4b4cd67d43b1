package workbook

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"hash/crc32"
	"io"
	"io/fs"
	"runtime"
	"slices"
	"sync"

	"nianbao/internal/deflate"
)

const (
	zipVersion = 20       // 2.0, which has the compression (APPNOTE.TXT, 4.4.3.2)
	earliest   = 1<<5 | 1 // 1 January 1980, the earliest day that a ZIP file can say
)

// archive is a ZIP file whose entries are put in order when it is closed: the library writes some of them in
// the order of a map. The list of content types comes first, as readers of streams expect.
type archive struct {
	out     io.Writer
	parts   map[string][]byte // ours, in place of the library's of the same name
	entries []*member
}

type member struct {
	name    string
	data    bytes.Buffer
	packed  []byte
	summary uint32
}

func newArchive(w io.Writer, parts map[string][]byte) *archive {
	a := &archive{out: w, parts: parts}
	for name, data := range parts {
		a.entries = append(a.entries, &member{name: name, data: *bytes.NewBuffer(data)})
	}
	return a
}

// Create implements excelize.ZipWriter.
func (a *archive) Create(name string) (io.Writer, error) {
	if _, ours := a.parts[name]; ours {
		return io.Discard, nil
	}
	e := &member{name: name}
	a.entries = append(a.entries, e)
	return &e.data, nil
}

// AddFS implements excelize.ZipWriter. Workbooks are made without it.
func (a *archive) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close implements excelize.ZipWriter. It writes the archive.
func (a *archive) Close() error {
	a.pack()
	slices.SortFunc(a.entries, func(x, y *member) int {
		return cmp.Or(cmp.Compare(place(x.name), place(y.name)), cmp.Compare(x.name, y.name))
	})
	z := zip.NewWriter(a.out)
	for _, e := range a.entries {
		header := &zip.FileHeader{
			Name: e.name, ReaderVersion: zipVersion, CreatorVersion: zipVersion, Method: zip.Deflate, CRC32: e.summary,
			CompressedSize64: uint64(len(e.packed)), UncompressedSize64: uint64(e.data.Len()),
		}
		//lint:ignore SA1019 a raw header takes the day from nowhere else
		header.ModifiedDate = earliest
		w, err := z.CreateRaw(header)
		if err != nil {
			return err
		}
		if _, err := w.Write(e.packed); err != nil {
			return err
		}
	}
	return z.Close()
}

// pack compresses the entries, as many at a time as there are processors, the largest first.
func (a *archive) pack() {
	slices.SortFunc(a.entries, func(x, y *member) int { return cmp.Compare(y.data.Len(), x.data.Len()) })
	side(len(a.entries), func(i int) {
		e := a.entries[i]
		e.packed, e.summary = deflate.Raw(e.data.Bytes()), crc32.ChecksumIEEE(e.data.Bytes())
	})
}

// side does n things side by side, as many at a time as there are processors, and begins them in order.
func side(n int, do func(int)) {
	next := make(chan int, n)
	for i := range n {
		next <- i
	}
	close(next)
	var all sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		all.Go(func() {
			for i := range next {
				do(i)
			}
		})
	}
	all.Wait()
}

func place(name string) int {
	switch name {
	case "[Content_Types].xml":
		return 0
	case "_rels/.rels":
		return 1
	default:
		return 2
	}
}
