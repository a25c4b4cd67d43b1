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
	Kids  []*Node

	says  string // the text it was made for, which is held against what is drawn of it
	marks []mark
	links []link // annotations of a Link
}

// mark is a marked-content sequence of a page.
type mark struct{ page, id int }

// under makes a node below n.
func (n *Node) under(kind string) *Node {
	kid := &Node{Kind: kind}
	n.Kids = append(n.Kids, kid)
	return kid
}

// in makes a node in a language below n.
func (n *Node) in(kind string, lang stat.Lang) *Node {
	kid := n.under(kind)
	kid.Lang = lang
	return kid
}
