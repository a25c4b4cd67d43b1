package chart

import "testing"

// A ladder has ten rungs, or as many as the lowest position needs. Each row has its number on its rung and dots on all
// others.
func TestLadder(t *testing.T) {
	for lowest, rungs := range map[string]int{"3": 10, "10": 10, "17": 17, "38": 38} {
		look := testLook(400)
		d := drawn(Chart{Kind: Ladder, Rows: rowsOf("2", lowest)}, look)
		var dots int
		var discs []Shape
		for _, s := range d.Shapes {
			switch {
			case s.Form == Dot && s.Ink == Rule:
				dots++
			case s.Form == Dot:
				discs = append(discs, s)
			}
		}
		if dots != 2*(rungs-1) || len(discs) != 2 {
			t.Errorf("down to %s: %d dots and %d discs", lowest, dots, len(discs))
			continue
		}
		if first, second := discs[0].X, discs[1].X; !(first < second) {
			t.Errorf("down to %s: the second stands at %.1f, %s at %.1f", lowest, first, lowest, second)
		}
		for _, f := range faults(d, look) {
			t.Errorf("down to %s: %s", lowest, f)
		}
	}
}

// A position that is only expected is drawn open, with its number in the accent colour.
func TestExpectedPosition(t *testing.T) {
	rows := rowsOf("4")
	rows[0].Points[0].Open = true
	var inks []Ink
	for _, s := range drawn(Chart{Kind: Ladder, Rows: rows}, testLook(400)).Shapes {
		if s.Form == Dot && s.Ink != Rule {
			inks = append(inks, s.Ink)
		}
		if s.Form == Text && textOf(s) == "4" && s.Block.(*plainBlock).ink != Accent {
			t.Errorf("the number is in ink %d", s.Block.(*plainBlock).ink)
		}
	}
	if len(inks) != 2 || inks[0] != Accent || inks[1] != Paper {
		t.Errorf("discs in inks %d", inks)
	}
}
