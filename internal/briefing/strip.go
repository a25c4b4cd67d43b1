package briefing

import (
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// tallyStrip sets what the tallies of the rankings count, side by side in some rows at most.
func (b *builder) tallyStrip(rows int) {
	var facts []*stat.Fact
	names := map[*stat.Fact]stat.Text{}
	for _, t := range b.e.Themes {
		for _, r := range t.Rows {
			if r.Indicator.Tally != nil && r.Value != nil && r.Period == b.e.Period {
				facts = append(facts, r.Value)
				names[r.Value] = r.Indicator.Name
			}
		}
	}
	b.strip(phrase("glance.tally"), stripRows(facts, rows), func(f *stat.Fact) stat.Text { return names[f] })
}

// targetStrip sets the targets side by side in some rows at most.
func (b *builder) targetStrip(rows int) {
	var facts []*stat.Fact
	names := map[*stat.Fact]stat.Text{}
	for _, t := range b.e.Targets {
		facts = append(facts, t.Fact)
		names[t.Fact] = t.Indicator.Name
	}
	due, title := b.due(), phrase("section.targets")
	if !due.IsZero() {
		title = func(w *locale.Words) string { return w.Fill("section.targets.of", due) }
	}
	b.strip(title, stripRows(facts, rows), func(f *stat.Fact) stat.Text { return names[f] })
}

// acrossStrip is the number of facts in a row of a strip at most.
const acrossStrip = 6

// stripRows are as many facts as some rows hold.
func stripRows(facts []*stat.Fact, rows int) []*stat.Fact {
	return facts[:min(len(facts), rows*acrossStrip)]
}

// strip sets facts in rows of about the same length under a title: the number first, then its name.
func (b *builder) strip(title say, facts []*stat.Fact, name func(*stat.Fact) stat.Text) {
	if len(facts) == 0 {
		return
	}
	b.subheading(title)
	for len(facts) > 0 {
		rows := (len(facts) + acrossStrip - 1) / acrossStrip
		n := (len(facts) + rows - 1) / rows
		b.stripRow(facts[:n], name)
		facts = facts[n:]
	}
	b.gap(1)
}

// stripRow sets facts side by side. The numbers of a row are of one size: the largest at which each fits on a line.
func (b *builder) stripRow(facts []*stat.Fact, name func(*stat.Fact) stat.Text) {
	width := b.t.width() / float64(len(facts))
	size := b.stripSize(facts, width-stripGap)
	s := slab{}
	for i, f := range facts {
		x, y := float64(i)*width, b.t.unit()
		put := func(pieces ...piece) {
			l := b.compose(width-stripGap, pieces...)
			s.items = append(s.items, l.block(x, y, false)...)
			y += l.height()
		}
		for j, w := range b.words {
			st := style{size: size, bold: true, ink: b.colors.Accent, lang: w.Lang()}
			if j > 0 {
				st = style{size: b.t.Micro, ink: b.colors.Accent, lang: w.Lang()}
			}
			put(append([]piece{{b.figure(w, f, ""), st}}, b.marks(w, f)...)...)
		}
		for j, w := range b.words {
			st := style{size: b.t.Micro, ink: b.colors.Ink, lang: w.Lang()}
			if j > 0 {
				st.ink = b.colors.Muted
			}
			put(piece{w.Text(name(f)), st})
		}
		s.height = max(s.height, y+b.t.unit())
	}
	s.items = append(s.items, Item{Shape: Rule, Y: 0, W: b.t.width(), Ink: b.colors.Rule, Artifact: true})
	b.add(s)
}

const stripGap = 8 // between facts of a strip

// stripSize is the largest size at which the leading language's figures fit on one line each.
func (b *builder) stripSize(facts []*stat.Fact, width float64) float64 {
	w := b.words[0]
	sizes := []float64{b.t.Body, b.t.Small}
	for _, size := range sizes {
		fits := true
		for _, f := range facts {
			st := style{size: size, bold: true, lang: w.Lang()}
			fits = fits && len(b.measure(width, piece{b.figure(w, f, ""), st}).rows) == 1
		}
		if fits {
			return size
		}
	}
	return b.t.Micro
}
