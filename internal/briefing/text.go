package briefing

import (
	"nianbao/internal/stat"
	"nianbao/internal/typeset"
)

// style is how a piece of text looks.
type style struct {
	size    float64
	leading float64 // distance of baselines; 0 means 1.4 times the size
	bold    bool
	ink     Color
	lang    stat.Lang
	rise    float64 // raises the baseline, for marks of notes
}

func (s style) lead() float64 {
	if s.leading > 0 {
		return s.leading
	}
	return 1.4 * s.size
}

// piece is text in one style, part of a paragraph.
type piece struct {
	text string
	style
}

// lines is composed text: each line's items stand relative to the line's left end and baseline.
type lines struct {
	rows  [][]Item
	width []float64
	lead  float64
}

func (l lines) height() float64 { return float64(len(l.rows)) * l.lead }

// widest is the width of the widest line.
func (l lines) widest() float64 {
	var w float64
	for _, width := range l.width {
		w = max(w, width)
	}
	return w
}

// compose breaks the pieces of one paragraph into lines no wider than width.
func (b *builder) compose(width float64, pieces ...piece) lines {
	var spans []typeset.Span
	var used []piece
	lead := 0.0
	for _, p := range pieces {
		if p.text == "" {
			continue
		}
		spans = append(spans, typeset.Span{Text: p.text, Face: b.face(p.bold), Size: p.size})
		used = append(used, p)
		lead = max(lead, p.lead())
	}
	out := lines{lead: lead}
	for _, l := range typeset.Break(spans, width) {
		var row []Item
		for _, r := range l.Runs {
			p := used[r.Span]
			row = append(row, Item{Shape: Text, X: r.X, Y: -p.rise, W: r.Width, Text: r.Text, Bold: p.bold, Size: p.size, Ink: p.ink, Lang: p.lang})
		}
		out.rows = append(out.rows, row)
		out.width = append(out.width, l.Width)
	}
	return out
}

func (b *builder) face(bold bool) *typeset.Face {
	if bold {
		return b.bold
	}
	return b.regular
}

// at places line i with its left end at x and its baseline at y, or with its right end at x if right.
func (l lines) at(i int, x, y float64, right bool) []Item {
	if right {
		x -= l.width[i]
	}
	items := make([]Item, len(l.rows[i]))
	for j, it := range l.rows[i] {
		it.X += x
		it.Y += y
		items[j] = it
	}
	return items
}

// block places all lines below y, the first baseline one ascent down.
func (l lines) block(x, y float64, right bool) []Item {
	var items []Item
	for i := range l.rows {
		items = append(items, l.at(i, x, y+float64(i)*l.lead+l.ascent(), right)...)
	}
	return items
}

// ascent is the distance from the top of a line to its baseline, with the type centred in its leading.
func (l lines) ascent() float64 {
	size := 0.0
	for _, row := range l.rows {
		for _, it := range row {
			size = max(size, it.Size)
		}
	}
	return (l.lead-size)/2 + emAbove*size
}
