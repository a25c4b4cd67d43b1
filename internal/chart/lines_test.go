package chart

import (
	"fmt"
	"testing"
)

// dotsOf returns the heights of the dots of a row.
func dotsOf(d Drawing, row int) (heights []float64) {
	for _, s := range d.Shapes {
		if s.Form == Dot && s.Row == row {
			heights = append(heights, s.Y)
		}
	}
	return heights
}

// Larger values are higher, with one scale per row; positions are reversed; constant values are in the middle.
func TestLines(t *testing.T) {
	rows := []Row{courseOf("Rising", 1, 2, 3), courseOf("Same", 7, 7, 7)}
	for _, down := range []bool{false, true} {
		look := testLook(400)
		d := drawn(Chart{Kind: Lines, Steps: testSteps, Rows: rows, Down: down}, look)
		h := dotsOf(d, 0)
		if len(h) != 3 || (h[0] > h[1]) == down || (h[1] > h[2]) == down {
			t.Errorf("down %v: the dots stand at %.1f", down, h)
		}
		if h := dotsOf(d, 1); len(h) != 3 || h[0] != h[1] || h[1] != h[2] {
			t.Errorf("what never changes stands at %.1f", h)
		}
		for _, f := range faults(d, look) {
			t.Errorf("down %v: %s", down, f)
		}
	}
}

// A line connects only consecutive steps; a missing value leaves a gap.
func TestLinesHaveGaps(t *testing.T) {
	for values, want := range map[[3]int64]int{{1, 2, 3}: 2, {1, 0, 3}: 0, {0, 2, 3}: 1, {0, 0, 3}: 0} {
		d := drawn(Chart{Kind: Lines, Steps: testSteps, Rows: []Row{courseOf("Any", values[:]...)}}, testLook(400))
		n := 0
		for _, s := range d.Shapes {
			if s.Form == Line {
				n++
			}
		}
		if n != want {
			t.Errorf("%v: %d lines, want %d", values, n, want)
		}
	}
}

// The steps are above the rows of each figure, and a label at the edge does not leave it.
func TestSteps(t *testing.T) {
	look := testLook(400)
	c := Chart{Kind: Lines, Rows: []Row{courseOf("One", 1, 2, 3), courseOf("Two", 1, 2, 3)}}
	for i := range 3 {
		c.Steps = append(c.Steps, Words{"二〇二四年一月至三月", fmt.Sprintf("January to March %d", 2022+i)})
	}
	p := New(c, look)
	for i := range c.Rows {
		d := p.Draw(10, i, i+1)
		heads := 0
		for _, s := range d.Shapes {
			if s.Form == Text && s.Row == -1 {
				heads++
			}
		}
		if heads < 2*len(c.Steps) {
			t.Errorf("figure %d has %d lines of heads", i, heads)
		}
		for _, f := range faults(d, look) {
			t.Errorf("figure %d: %s", i, f)
		}
	}
	d := drawn(Chart{Kind: Lines, Steps: testSteps[:1], Rows: []Row{courseOf("Alone", 1)}}, look)
	if len(dotsOf(d, 0)) != 1 {
		t.Error("a single step is not drawn")
	}
}
