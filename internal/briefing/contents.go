package briefing

import "strconv"

// contents sets the table of contents, on pages of its own, where the slabs stood when it was its turn. The
// numbers of the pages are filled in once they are known.
func (b *builder) contents(at int, node *Node) {
	if len(b.titles) == 0 {
		return
	}
	rest := append([]slab(nil), b.slabs[at:]...)
	b.slabs, b.node, b.fresh = b.slabs[:at], node, true
	entries := b.titles
	b.titles = nil
	b.part = "c-"
	b.heading(phrase("section.contents"))
	set := func(ruled bool) {
		b.within("TOC", func() {
			for _, e := range entries {
				if e.level == 1 {
					b.add(b.contentsLine(e, ruled))
				}
			}
		})
	}
	if !b.onePage(func() { set(true) }, false) {
		set(false)
	}
	b.titles = append(b.titles, entries...)
	if len(rest) > 0 {
		rest[0].fresh = true
	}
	b.slabs = append(b.slabs, rest...)
}

// contentsLine is a title in every language and the number of its page, all of it a link: with a rule below it and
// room around, or, where there are too many for a page, as a plain line.
func (b *builder) contentsLine(e entry, ruled bool) slab {
	const number = 40 // column of the page numbers
	air := 0.0
	if ruled {
		air = b.t.unit()
	}
	row := slab{}
	b.within("TOCI", func() {
		pieces := []piece{}
		for i, t := range e.title {
			st := style{size: b.t.Body, ink: b.colors.Ink, lang: b.words[0].Lang(), link: e.anchor}
			if i > 0 {
				st.size, st.ink, st.lang, t = b.t.Micro, b.colors.Muted, b.words[i].Lang(), "  "+t
			}
			pieces = append(pieces, piece{t, st})
		}
		l := b.compose(b.t.width()-number, pieces...)
		row.items = l.block(0, air, false)
		row.height = b.t.whole(l.height() + 2*air)
		last := row.items[len(row.items)-1]
		row.items = append(row.items, Item{
			Shape: Text, X: b.t.width(), Y: air + l.ascent(), Text: "0", Size: b.t.Small, Ink: b.colors.Accent, Bold: true,
			Lang: last.Lang, Node: last.Node, Link: e.anchor, Counter: e.anchor,
		})
	})
	if ruled {
		row.items = append(row.items, Item{Shape: Rule, Y: row.height, W: b.t.width(), Ink: b.colors.Rule, Artifact: true})
	}
	return row
}

// place is where an anchor stands.
type place struct {
	page int
	y    float64 // of the top of what stands there, from the top of the page
}

// link is the area of a page that leads to an anchor.
type link struct {
	page       int
	x, y, w, h float64
	to         place
	contents   string
}

// connect finds the anchors on the finished pages, fills in the page numbers of the contents, and makes links
// of what leads to an anchor. What leads nowhere, as a mark where the notes are left out, is plain text.
func (d *Document) connect(b *builder) {
	d.places = map[string]place{}
	for _, p := range d.Pages {
		for _, it := range p.Items {
			if it.Anchor != "" {
				if _, taken := d.places[it.Anchor]; !taken {
					d.places[it.Anchor] = place{p.Number, it.top()}
				}
			}
		}
	}
	for i := range d.Pages {
		p := &d.Pages[i]
		for j := range p.Items {
			it := &p.Items[j]
			if it.Counter != "" {
				it.Text = strconv.Itoa(d.places[it.Counter].page)
				it.W = b.face(it.Bold).Width(it.Text) * it.Size
				it.X -= it.W
			}
			if it.Link != "" {
				d.link(p.Number, it)
			}
		}
	}
}

// link adds what an item covers to the link of its element on the page.
func (d *Document) link(page int, it *Item) {
	to, ok := d.places[it.Link]
	n := it.Node
	if !ok || n == nil {
		if n != nil && n.Kind == "Link" {
			n.Kind = "Span"
		}
		return
	}
	if last := len(n.links) - 1; last >= 0 && n.links[last].page == page && n.links[last].y == it.top() {
		l := &n.links[last]
		l.w = it.X + it.W - l.x
		return
	}
	n.links = append(n.links, link{page, it.X, it.top(), it.W, it.bottom() - it.top(), to, n.Alt})
}
