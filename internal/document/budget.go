package document

import (
	"slices"

	"nianbao/internal/chart"
)

// mostPrints is how often the standard briefing prints a figure in a language before charts do without it.
const mostPrints = 4

// prints counts how often each fact is printed in the first language.
type prints map[string]int

// count counts the figures of blocks.
func (p prints) count(blocks []Block) {
	for _, b := range blocks {
		for _, t := range textsOf(b) {
			p.text(t)
		}
		if ch, ok := b.(*Chart); ok {
			for _, f := range figuresOf(ch.Data) {
				p[f]++
			}
		}
	}
}

// textsOf lists the texts of a block that can have figures.
func textsOf(b Block) []Text {
	var texts []Text
	switch b := b.(type) {
	case *Paragraph:
		texts = append(texts, b.Text)
	case *Cards:
		for _, card := range b.Items {
			texts = append(append(texts, card.Figure), card.Context...)
		}
	case *Strip:
		for _, item := range b.Items {
			texts = append(texts, item.Said)
		}
	case *Chart:
		texts = append(texts, b.Title)
	case *Table:
		for _, cell := range slices.Concat(b.Rows...) {
			for _, part := range cell {
				texts = append(texts, part.Text)
			}
		}
	}
	return texts
}

// text counts the figures of a text.
func (p prints) text(t Text) {
	before := ""
	for _, in := range t[:min(1, len(t))] {
		for _, s := range in {
			if s.Fact != "" && s.Fact != before { // an arrow before a figure is part of it
				p[s.Fact]++
			}
			before = s.Fact
		}
	}
}

// figuresOf lists the facts whose figures a chart prints.
func figuresOf(c chart.Chart) []string {
	var facts []string
	for _, r := range c.Rows {
		for _, p := range r.Points {
			if p.Fact != "" && (c.Kind != chart.Dots || len(c.Heads) > 0 && !c.Goals) {
				facts = append(facts, p.Fact)
			}
		}
	}
	return facts
}

// spare takes figures that are printed too often out of charts: their columns, which the axis makes up for, and titles that
// repeat one.
func (p prints) spare(doc *Document) {
	for _, s := range doc.Sections {
		for i := range s.Chapters {
			for _, b := range s.Chapters[i].Blocks {
				if ch, ok := b.(*Chart); ok {
					p.spareChart(ch)
				}
			}
		}
	}
}

func (p prints) spareChart(ch *Chart) {
	over := false
	for _, f := range figuresOf(ch.Data) {
		over = over || p[f] > mostPrints
	}
	if over && ch.Data.Kind == chart.Dots {
		for _, f := range figuresOf(ch.Data) {
			p[f]--
		}
		ch.Data.Heads = ch.Data.Heads[1:]
		ch.Data.Goals = true
	}
	for _, in := range ch.Title[:min(1, len(ch.Title))] {
		for _, s := range in {
			if s.Fact != "" && p[s.Fact] > mostPrints {
				p[s.Fact]--
				ch.Title = ch.Plain
				return
			}
		}
	}
}
