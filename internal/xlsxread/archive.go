package xlsxread

import (
	"archive/zip"
	"bytes"
	"cmp"
	"io"

	"nianbao/internal/deflate"
	"nianbao/internal/message"
)

// maxRatio is more than any bytes of a ZIP file can grow by.
const maxRatio = 1100

// reader reads the parts of one file.
type reader struct {
	parts  map[string]*zip.File
	packed int // bytes of the file
	bytes  int // that parts can still take, of maxBytes
	places int // that can still be taken, of maxPlaces
	room   bytes.Buffer

	texts  []string // shared by the cells
	shared bool     // the shared texts have been read
}

func newReader(file []byte) (*reader, error) {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, err
	}
	z.RegisterDecompressor(zip.Deflate, deflate.RawReader())
	r := &reader{parts: make(map[string]*zip.File, len(z.File)), packed: len(file), bytes: maxBytes, places: maxPlaces}
	for _, f := range z.File {
		if r.parts[f.Name] != nil {
			return nil, message.Errorf("part %q: the file has two of them", f.Name)
		}
		r.parts[f.Name] = f
	}
	return r, nil
}

// open unzips a part of so many bytes at most, and prepares to scan it.
func (r *reader) open(name string, most int) (*scanner, error) {
	f := r.parts[name]
	if f == nil {
		return nil, message.Errorf("part %q: the file has none", name)
	}
	text, err := r.unzip(f, min(most, r.bytes))
	if err != nil {
		return nil, message.Errorf("part %q: %w", name, err)
	}
	r.bytes -= len(text)
	return newScanner(name, text), nil
}

// unzip does not trust the sizes that the file tells.
func (r *reader) unzip(f *zip.File, most int) (string, error) {
	in, err := f.Open()
	if err != nil {
		return "", err
	}
	r.room.Reset()
	r.room.Grow(bytes.MinRead + int(min(f.UncompressedSize64, uint64(most), maxRatio*uint64(r.packed))))
	_, err = r.room.ReadFrom(io.LimitReader(in, int64(most)+1))
	if err := cmp.Or(err, in.Close()); err != nil {
		return "", err
	}
	if r.room.Len() > most {
		return "", message.Errorf("it unzips to more than %d bytes", most)
	}
	return r.room.String(), nil
}

// spend counts places that are taken, before they are.
func (r *reader) spend(x *scanner, n int) bool {
	if r.places -= n; r.places < 0 {
		x.fail("the workbook has more than %d rows, cells and texts", maxPlaces)
	}
	return r.places >= 0
}
