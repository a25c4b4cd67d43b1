package briefing

import "nianbao/internal/tagpdf"

// Reader reads a briefing: [tagpdf.Reader].
type Reader = tagpdf.Reader

// Part is an element of a briefing as it is read. The words of a figure stand in an element with the ID of its fact or
// variant, and a sentence in one with its own, each once a language: [tagpdf.Part].
type Part = tagpdf.Part

// Open opens a briefing to read it. A file that is cut short, or that shows text in a way this program does not, is an
// error, here or when it is read.
func Open(pdf []byte) (*Reader, error) { return tagpdf.Open(pdf) }

// Read returns the text a briefing shows, in the order in which it was drawn.
func Read(pdf []byte) (string, error) {
	r, err := Open(pdf)
	if err != nil {
		return "", err
	}
	root, err := r.Structure()
	if err != nil {
		return "", err
	}
	return root.Shown, nil
}

// ReadAttached returns the files inside a briefing, by name.
func ReadAttached(pdf []byte) (map[string][]byte, error) {
	r, err := Open(pdf)
	if err != nil {
		return nil, err
	}
	return r.Attached()
}
