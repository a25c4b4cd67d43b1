package briefing

import "slices"

// amber is the ground of what is highlighted.
var amber = Color{R: 0xff, G: 0xe0, B: 0x8a}

// highlight puts a coloured ground behind the figures of some facts, and the words of some sentences, by their IDs.
func (d *Composition) highlight(ids map[string]bool) {
	if len(ids) == 0 {
		return
	}
	chosen := map[*Node]bool{}
	var walk func(n *Node, within bool)
	walk = func(n *Node, within bool) {
		chosen[n] = within || ids[n.Fact] || ids[n.Sentence]
		for _, kid := range n.Kids {
			walk(kid, chosen[n])
		}
	}
	walk(d.Root, false)
	for i := range d.Pages {
		p := &d.Pages[i]
		for j := len(p.Items) - 1; j >= 0; j-- {
			it := p.Items[j]
			if it.Shape != Text || !chosen[it.Node] {
				continue
			}
			ground := Item{Shape: Fill, Artifact: true, Ink: amber, X: it.X - 1, Y: it.top() - 1, W: it.W + 2, H: it.Size + 2}
			p.Items = slices.Insert(p.Items, j, ground)
		}
	}
}
