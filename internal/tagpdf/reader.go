package tagpdf

import "nianbao/internal/message"

// Reader reads a PDF. It is not safe for concurrent use.
type Reader struct{ f *file }

// Open opens a PDF for reading. It supports the files that Tag makes. Anything else, such as another kind of font or
// cross-reference, is an error that names it, here or when it is met. The total size of a Reader's results is bounded.
func Open(pdf []byte) (*Reader, error) {
	f, err := open(pdf)
	if err != nil {
		return nil, message.Errorf("read pdf: %w", err)
	}
	return &Reader{f: f}, nil
}
