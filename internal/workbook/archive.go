package workbook

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"time"

	"nianbao/internal/deflate"
)

// archive is a ZIP file whose entries are put in order when it is closed: the library writes some of them in
// the order of a map. The list of content types comes first, as readers of streams expect.
type archive struct {
	out        io.Writer
	entries    []*member
	amendments []amendment
}

// amendment changes entries whose name matches, because the library cannot write them as they should be.
type amendment struct {
	name   string // pattern of [path.Match]
	change func([]byte) []byte
}

func replaceBy(data []byte) func([]byte) []byte { return func([]byte) []byte { return data } }

type member struct {
	name string
	data bytes.Buffer
}

func newArchive(w io.Writer, amendments []amendment) *archive {
	return &archive{out: w, amendments: amendments}
}

// Create implements excelize.ZipWriter.
func (a *archive) Create(name string) (io.Writer, error) {
	e := &member{name: name}
	a.entries = append(a.entries, e)
	return &e.data, nil
}

// AddFS implements excelize.ZipWriter. Workbooks are made without it.
func (a *archive) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close implements excelize.ZipWriter. It writes the archive.
func (a *archive) Close() error {
	slices.SortFunc(a.entries, func(x, y *member) int {
		return cmp.Or(cmp.Compare(place(x.name), place(y.name)), cmp.Compare(x.name, y.name))
	})
	z := zip.NewWriter(a.out)
	deflate.Register(z)
	for _, e := range a.entries {
		header := &zip.FileHeader{Name: e.name, Method: zip.Deflate}
		header.Modified = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC) // the earliest a ZIP file can say
		w, err := z.CreateHeader(header)
		if err != nil {
			return err
		}
		data, err := a.amended(e)
		if err != nil {
			return err
		}
		if _, err := w.Write(data); err != nil {
			return err
		}
	}
	return z.Close()
}

func (a *archive) amended(e *member) ([]byte, error) {
	data := e.data.Bytes()
	for _, change := range a.amendments {
		ok, err := path.Match(change.name, e.name)
		if err != nil {
			return nil, err
		}
		if ok {
			data = change.change(data)
		}
	}
	return data, nil
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
