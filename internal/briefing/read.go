package briefing

import "nianbao/internal/tagpdf"

// Read returns the text a briefing shows, in the order in which it was drawn. A file that is cut short, or that
// shows text in a way this program does not, is an error.
func Read(pdf []byte) (string, error) { return tagpdf.Text(pdf) }

// ReadAttached returns the files inside a briefing, by name.
func ReadAttached(pdf []byte) (map[string][]byte, error) { return tagpdf.Attached(pdf) }
