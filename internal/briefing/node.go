package briefing

import "nianbao/internal/stat"

// Node is an element of the structure tree (ISO 32000-1, 14.7): what a reader that does not see the page is told.
// A node has either nodes below it or marks of its own, which drawing adds page by page.
type Node struct {
	Kind  string    // Document, Sect, H1, P, Table, TR, TH, TD, L, LI, Lbl, LBody, Figure, Note, Link, Span …
	Lang  stat.Lang // "" inherits
	Alt   string    // of a Figure, written from the data; of a Link, what it leads to
	Scope string    // of a TH: Column or Row
	ID    string    // of a Note: unique in the document

	Fact     string // the ID of the fact or variant whose figure is the text of the element; "" for any other text
	Sentence string // the ID of the dataset's sentence that is the text of the element; "" for any other text

	Kids []*Node

	says  string // the text it was made for, which is held against what is drawn of it
	marks []mark
	links []link // annotations of a Link
}

// mark is a marked-content sequence of a page.
type mark struct{ page, id int }

// forest is the memory of nodes, of which a document has thousands with few kids each.
type forest struct {
	nodes []Node
	kids  []*Node
}

// fewKids is how many kids a node has room for at first.
const fewKids = 2

// under makes a node below another.
func (f *forest) under(n *Node, kind string) *Node {
	if len(n.Kids) == 0 {
		n.Kids = taken(&f.kids, fewKids)[:0]
	}
	kid := &taken(&f.nodes, 1)[0]
	kid.Kind = kind
	n.Kids = append(n.Kids, kid)
	return kid
}

// in makes a node in a language below another.
func (f *forest) in(n *Node, kind string, lang stat.Lang) *Node {
	kid := f.under(n, kind)
	kid.Lang = lang
	return kid
}

// taken takes n elements out of a piece of memory, which is a new one where the last has no more.
func taken[T any](from *[]T, n int) []T {
	const piece = 128
	if len(*from) < n {
		*from = make([]T, max(piece, n))
	}
	out := (*from)[:n:n]
	*from = (*from)[n:]
	return out
}
