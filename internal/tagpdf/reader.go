package tagpdf

import "fmt"

// Reader reads a PDF. It is for one goroutine at a time.
type Reader struct{ f *file }

// Open opens a PDF to read it. It reads the files that Tag makes; what they do not have, as another kind of font or of
// cross-reference, is an error that names it, here or where it is met. All that one Reader gives is bounded in size.
func Open(pdf []byte) (*Reader, error) {
	f, err := open(pdf)
	if err != nil {
		return nil, fmt.Errorf("read pdf: %w", err)
	}
	return &Reader{f: f}, nil
}
