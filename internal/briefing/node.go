package briefing

import (
	"nianbao/internal/stat"
	"nianbao/internal/tagpdf"
)

// Node is an element of the structure tree (ISO 32000-1, 14.7), for readers that do not see the page. A node has either
// child nodes or marks of its own, which drawing adds page by page.
type Node struct {
	Kind  string    // Document, Sect, H1, P, Table, TR, TH, TD, L, LI, Lbl, LBody, Figure, Note, Link, Span …
	Lang  stat.Lang // "" inherits
	Alt   string    // of a Figure, generated from the data; of a Link, its target
	Scope string    // of a TH: Column or Row
	ID    string    // of a Note: unique in the document

	Fact     string // the ID of the fact or variant whose figure is the text of the element; "" for any other text
	Sentence string // the ID of the dataset's sentence that is the text of the element; "" for any other text

	Kids []*Node

	says  string        // the text it was made for, compared with what is drawn
	marks []tagpdf.Mark // marked-content sequences of pages
	links []link        // annotations of a Link
}

// size is the number of nodes in the tree, including the node itself.
func (n *Node) size() int {
	size := 1
	for _, kid := range n.Kids {
		size += kid.size()
	}
	return size
}

// under adds a child node.
func (n *Node) under(kind string) *Node { return n.in(kind, "") }

// in adds a child node in a language.
func (n *Node) in(kind string, lang stat.Lang) *Node {
	kid := &Node{Kind: kind, Lang: lang}
	n.Kids = append(n.Kids, kid)
	return kid
}
