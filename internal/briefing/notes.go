package briefing

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/document"
)

// entry sets a line of small print. The number of a note links back to the first figure with its mark.
func (b *builder) entry(e document.Entry) {
	if e.Note == 0 {
		b.smallPrint("", e)
		return
	}
	number := strconv.Itoa(e.Note)
	n := b.within("Note", func() { b.smallPrint(number, e) })
	n.ID = b.prefix + "note" + number
}

// smallPrint sets small print in one size in all languages. Chinese has no more than half of the width.
func (b *builder) smallPrint(number string, e document.Entry) {
	x, width := b.columns(min(0.5, b.t.Share))
	mark := func(i int) piece {
		st := style{size: b.t.Micro, ink: b.colors.Accent, lang: b.words[i].Lang(), link: b.prefix + "mark" + number}
		return piece{"[" + number + "]", st}
	}
	indent := 0.0
	if number != "" {
		label := b.measure(b.t.width(), mark(0))
		indent = max(2.7*b.t.Micro, label.widest()+3)
	}
	row, y := block{}, 0.0
	for i, w := range b.words {
		if b.layout != Parallel {
			y = row.height
		}
		if number != "" && (i == 0 || b.layout == Parallel) {
			m := mark(i)
			if i == 0 {
				m.anchor = b.prefix + "note" + number
			}
			label := b.composeAs("Lbl", width[i], m)
			row.items = label.appendBlock(row.items, x[i], y)
		}
		l := b.compose(width[i]-indent, b.linked(b.says(e.Text, i), e.Address, style{size: b.t.Micro, ink: b.colors.Ink, lang: w.Lang()})...)
		row.items = l.appendBlock(row.items, x[i]+indent, y)
		row.height = max(row.height, y+l.height())
	}
	b.add(row)
	b.gap(1)
}

// linked returns a text as pieces, the address in it as one that is a link.
func (b *builder) linked(text, address string, st style) []piece {
	before, after, ok := strings.Cut(text, address)
	if address == "" || !ok {
		return []piece{{text, st}}
	}
	link := st
	link.address, link.ink = address, b.colors.Accent
	pieces := []piece{{before, st}, {address, link}, {after, st}}
	return slices.DeleteFunc(pieces, func(p piece) bool { return p.text == "" })
}
