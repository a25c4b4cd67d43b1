package briefing

import "nianbao/internal/tagpdf"

// Reader reads a briefing: [tagpdf.Reader].
type Reader = tagpdf.Reader

// Part is an element of a briefing, as read. A figure is in an element with the ID of its fact or variant, a sentence
// in one with its own ID, each once per language: [tagpdf.Part].
type Part = tagpdf.Part

// Open opens a briefing for reading. A truncated file, or one that shows text in an unsupported way, is an error, here
// or when it is read.
func Open(pdf []byte) (*Reader, error) { return tagpdf.Open(pdf) }

// Read returns the text of a briefing, in drawing order.
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

// ReadAttached returns the embedded files of a briefing, by name.
func ReadAttached(pdf []byte) (map[string][]byte, error) {
	r, err := Open(pdf)
	if err != nil {
		return nil, err
	}
	return r.Attached()
}
