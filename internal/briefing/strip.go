package briefing

import (
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// tallyStrip sets what the tallies of the rankings count, side by side.
func (b *builder) tallyStrip() {
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
	b.strip(phrase("glance.tally"), facts, func(f *stat.Fact) stat.Text { return names[f] })
}

// targetStrip sets the targets side by side.
func (b *builder) targetStrip() {
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
	b.strip(title, facts, func(f *stat.Fact) stat.Text { return names[f] })
}

// strip sets facts in a row under a title: the number first, then its name.
func (b *builder) strip(title say, facts []*stat.Fact, name func(*stat.Fact) stat.Text) {
	const most = 6 // in a row
	if len(facts) == 0 {
		return
	}
	b.subheading(title)
	for len(facts) > 0 {
		n := min(most, len(facts))
		if len(facts) > most { // rows of about the same length
			rows := (len(facts) + most - 1) / most
			n = (len(facts) + rows - 1) / rows
		}
		b.stripRow(facts[:n], name)
		facts = facts[n:]
	}
	b.gap(1)
}

func (b *builder) stripRow(facts []*stat.Fact, name func(*stat.Fact) stat.Text) {
	width := b.t.width() / float64(len(facts))
	s := slab{}
	for i, f := range facts {
		x, y := float64(i)*width, b.t.unit()
		for j, w := range b.words {
			st := style{size: b.t.Body, bold: true, ink: b.colors.Accent, lang: w.Lang()}
			if j > 0 {
				st = style{size: b.t.Micro, ink: b.colors.Accent, lang: w.Lang()}
			}
			l := b.compose(width-8, append([]piece{{b.figure(w, f, ""), st}}, b.marks(w, f)...)...)
			s.items = append(s.items, l.block(x, y, false)...)
			y += l.height()
		}
		for j, w := range b.words {
			st := style{size: b.t.Micro, ink: b.colors.Ink, lang: w.Lang()}
			if j > 0 {
				st.ink = b.colors.Muted
			}
			l := b.compose(width-8, piece{w.Text(name(f)), st})
			s.items = append(s.items, l.block(x, y, false)...)
			y += l.height()
		}
		s.height = max(s.height, y+b.t.unit())
	}
	s.items = append(s.items, Item{Shape: Rule, Y: 0, W: b.t.width(), Ink: b.colors.Rule, Artifact: true})
	b.add(s)
}
