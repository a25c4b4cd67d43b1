package briefing

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/document"
	"nianbao/internal/locale"
)

// contents sets the table of contents, on its own pages, at index at of the blocks. Page numbers are filled in once
// they are known.
func (b *builder) contents(title document.Text, at int, node *Node) {
	if len(b.titles) == 0 {
		return
	}
	root := b.node
	rest := append([]block(nil), b.blocks[at:]...)
	b.blocks, b.node, b.fresh = b.blocks[:at], node, true
	entries := b.titles
	b.titles = nil
	b.prefix = "c-"
	list := contentsList{title, b.contentsLists(entries), b.contentsLists(b.captions)}
	atEnd := !b.placeContents(list)
	b.titles = append(b.titles, entries...)
	if len(rest) > 0 {
		rest[0].fresh = true
	}
	b.blocks = append(b.blocks, rest...)
	if atEnd {
		b.inside(root, func() { b.within("Sect", func() { b.setCaptions(list.captions) }) })
	}
}

// placeContents sets the main points, all of them, and the contents: on one page, or else each from a page of its own on. It
// returns false if tables and figures, for want of room, are to be listed at the end of the document.
func (b *builder) placeContents(list contentsList) bool {
	short := contentsList{title: list.title, chapters: list.chapters}
	place := func(before func()) (placed, whole bool) {
		for _, l := range []contentsList{list, short} {
			for _, ruled := range []bool{true, false} {
				if b.onePage(func() { before(); b.setContents(l, ruled) }, false) {
					return true, len(l.captions) == len(list.captions)
				}
			}
		}
		return false, true
	}
	if b.doc.Points != nil {
		points := func() { b.setChapter(b.doc.Points) }
		if placed, whole := place(points); placed {
			return whole
		}
		points()
		b.startPage()
	}
	placed, whole := place(func() {})
	if !placed {
		b.setContents(list, false)
	}
	return whole
}

// contentsList is what the contents list, each in one list, or in one for each part of the document.
type contentsList struct {
	title              document.Text
	chapters, captions [][]entry
}

// setContents sets the chapters, and below them the tables and figures, so that they can be cited.
func (b *builder) setContents(list contentsList, ruled bool) {
	b.heading(list.title)
	b.contentsLines(list.chapters, ruled, b.t.Body)
	if ruled {
		b.setCaptions(list.captions)
	} else if len(list.captions) > 0 { // where there is little room, their numbers say what they are
		b.gap(2)
		b.contentsLines(list.captions, false, b.t.Small)
	}
}

// setCaptions lists tables and figures, if there are any.
func (b *builder) setCaptions(captions [][]entry) {
	if len(captions) > 0 {
		b.subheading(b.doc.Captions)
		b.contentsLines(captions, false, b.t.Small)
	}
}

// contentsLists returns the lists of chapters to set side by side: one, or one for each part of the document, since the
// parts have the same chapters.
func (b *builder) contentsLists(entries []entry) [][]entry {
	byPart := map[string][]entry{}
	var order []string
	for _, e := range entries {
		if e.level > 1 {
			continue
		}
		if byPart[e.part] == nil {
			order = append(order, e.part)
		}
		byPart[e.part] = append(byPart[e.part], e)
	}
	var lists [][]entry
	for _, part := range order {
		lists = append(lists, byPart[part])
	}
	return lists
}

// contentsLines sets lists side by side in a size: with rules below the lines and space around them, or as plain lines if there
// are too many for a page.
func (b *builder) contentsLines(lists [][]entry, ruled bool, size float64) {
	nodes := make([]*Node, len(lists))
	longest := 0
	for i, list := range lists {
		nodes[i] = b.within("TOC", func() {})
		longest = max(longest, len(list))
	}
	width := (b.t.width() - float64(b.t.Gutter*float64(len(lists)-1))) / float64(len(lists))
	for r := range longest {
		row := block{}
		for i, list := range lists {
			if r >= len(list) {
				continue
			}
			x := float64(i) * (width + b.t.Gutter)
			b.inside(nodes[i], func() { b.contentsLine(&row, list[r], x, width, ruled, size) })
		}
		if ruled {
			for i := range lists {
				row.items = append(row.items, Item{Shape: Rule, X: float64(i) * (width + b.t.Gutter), Y: row.height, W: width, Ink: b.colors.Rule, Artifact: true})
			}
		}
		const together = 6 // last lines
		row.keep = r < longest-1 && r >= longest-together
		b.add(row)
	}
}

// contentsLine adds a title, in all its languages, and its page number to a row. The whole line is one link.
func (b *builder) contentsLine(row *block, e entry, x, width float64, ruled bool, size float64) {
	const number = 30 // column of the page numbers
	air := 0.0
	if ruled {
		air = b.t.unit()
	}
	b.within("TOCI", func() {
		whole := b.node.under("Reference").in("Link", e.langs[0])
		whole.Alt = strings.Join(e.title, " ")
		pieces := []piece{}
		for i, t := range e.title {
			st := style{size: size, ink: b.colors.Ink, lang: e.langs[i]}
			switch {
			case i > 0:
				st.size, st.ink, t = b.t.Micro, b.colors.Muted, "  "+t
			case e.part != partName(0) && !e.langs[0].Chinese(): // as in running text, English after Chinese is one size smaller
				st.size, st.leading = b.t.Small, b.t.lead(size)
			}
			pieces = append(pieces, piece{t, st})
		}
		l := b.measure(width-number, pieces...)
		b.inside(whole, func() { l = b.own("Span", l) })
		from := len(row.items)
		row.items = l.appendBlock(row.items, x, air)
		for i := from; i < len(row.items); i++ {
			row.items[i].Ref = &Reference{Link: e.anchor, Within: whole}
		}
		row.height = max(row.height, b.t.whole(l.height()+float64(2*air)))
		page := whole.in("Span", e.langs[0])
		row.items = append(row.items, Item{
			Shape: Text, X: x + width, Y: air + l.ascent(), Text: "0", Size: b.t.Small, Ink: b.colors.Accent, Bold: true,
			Lang: page.Lang, Node: page, Ref: &Reference{Link: e.anchor, Counter: e.anchor, Within: whole},
		})
	})
}

// place is the position of an anchor.
type place struct {
	page int
	y    float64 // of the anchored item's top, from the top of the page
}

// link is the area of a page that links to an anchor.
type link struct {
	page       int
	x, y, w, h float64
	to         place
	address    string // of the web; "" for a place in the document
	contents   string
}

// connect finds the anchors on the finished pages, fills in the page numbers of the contents, and makes links. An item
// whose anchor does not exist, such as a mark when the notes are omitted, stays plain text.
func (d *Composition) connect(b *builder) {
	d.places = map[string]place{}
	for _, p := range d.Pages {
		for i := range p.Items {
			it := &p.Items[i]
			anchor := it.ref().Anchor
			if _, taken := d.places[anchor]; anchor != "" && !taken {
				d.places[anchor] = place{p.Number, it.top()}
			}
		}
	}
	for i := range d.Pages {
		p := &d.Pages[i]
		for j := range p.Items {
			it := &p.Items[j]
			ref := it.ref()
			if ref.Counter != "" {
				it.Text = strconv.Itoa(d.places[ref.Counter].page)
				it.W = float64(b.faces.of(it.Bold).Width(it.Text) * it.Size)
				it.X -= it.W
				ref.Within.Alt = b.lineOfContents(ref.Within, it.Text)
			}
			if ref.Link != "" || ref.Address != "" {
				d.link(p.Number, it)
			}
		}
	}
}

// lineOfContents describes a link of the contents: the title it has so far, and the page.
func (b *builder) lineOfContents(n *Node, page string) string {
	i := slices.IndexFunc(b.words, func(w *locale.Words) bool { return w.Lang() == n.Lang })
	return b.words[i].Fill("document.line", n.Alt, page)
}

// link adds the area of an item to the link of its element on the page, or of the one it shares.
func (d *Composition) link(page int, it *Item) {
	to, ok := d.places[it.Ref.Link]
	n := cmp.Or(it.Ref.Within, it.Node)
	if !ok && it.Ref.Address == "" || n == nil {
		if n != nil && n.Kind == "Link" {
			n.Kind = "Span"
		}
		return
	}
	if last := len(n.links) - 1; last >= 0 && n.links[last].page == page && (n.links[last].y == it.top() || it.Ref.Within != nil) {
		l := &n.links[last]
		l.w = it.X + it.W - l.x
		bottom := max(l.y+l.h, it.bottom())
		l.y = min(l.y, it.top())
		l.h = bottom - l.y
		l.contents = n.Alt
		return
	}
	n.links = append(n.links, link{page, it.X, it.top(), it.W, it.bottom() - it.top(), to, it.Ref.Address, n.Alt})
}
