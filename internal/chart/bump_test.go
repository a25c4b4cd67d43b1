package chart

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// mostLooks is the number of looks that differ without colour.
const mostLooks = 6

func bumpOf(rows ...Row) Chart { return Chart{Kind: Bump, Steps: testSteps, Rows: rows} }

// Every position has a mark with its number, higher if the position is better, and every line has its name at both
// ends.
func TestRanksCross(t *testing.T) {
	look := testLook(400)
	d := drawn(bumpOf(courseOf("One", 4, 3, 2), courseOf("Two", 2, 3, 5), courseOf("Three", 0, 6, 4)), look)
	said := saidBy(d)
	for words, times := range map[string]int{"One名": 2, "Two名": 2, "Three名": 1} {
		if n := strings.Count(said, words); n != times {
			t.Errorf("%q stands there %d times, want %d: %s", words, n, times, said)
		}
	}
	heights := map[string]float64{}
	courses := 0
	for _, s := range d.Shapes {
		switch {
		case s.Form == Line && s.Ink != Rule:
			courses++
		case s.Form == Text && s.Block.(*plainBlock).bold:
			if y, ok := heights[textOf(s)]; ok && y != s.Y {
				t.Errorf("position %s stands at %.1f and at %.1f", textOf(s), y, s.Y)
			}
			heights[textOf(s)] = s.Y
		}
	}
	for _, pair := range [][2]string{{"2", "3"}, {"3", "4"}, {"4", "5"}, {"5", "6"}} {
		if !(heights[pair[0]] < heights[pair[1]]) {
			t.Errorf("position %s stands no higher than %s: %v", pair[0], pair[1], heights)
		}
	}
	if courses != 2+2+1 {
		t.Errorf("%d stretches of lines, want 5", courses)
	}
	for _, f := range faults(d, look) {
		t.Error(f)
	}
}

// Lines at the same position are side by side, with their names one below the other.
func TestRanksShowTies(t *testing.T) {
	look := testLook(400)
	d := drawn(bumpOf(courseOf("One", 1, 3, 3), courseOf("Two", 2, 3, 3), courseOf("Three", 3, 3, 3)), look)
	var marks [][2]float64
	for _, s := range d.Shapes {
		if s.Form != Text && s.Form != Line {
			marks = append(marks, [2]float64{s.X + s.W/2, s.Y + s.H/2})
		}
	}
	if len(marks) != 9 {
		t.Fatalf("%d marks, want 9", len(marks))
	}
	for i, one := range marks {
		for _, other := range marks[:i] {
			if one[1] == other[1] && math.Abs(one[0]-other[0]) < discRadius {
				t.Errorf("marks at %.1f and %.1f cover each other", other[0], one[0])
			}
		}
	}
	for _, f := range faults(d, look) {
		t.Error(f)
	}
}

// As many lines as a chart should have can be told apart without colour.
func TestRanksDifferWithoutColour(t *testing.T) {
	seen := map[string]bool{}
	for i := range mostLooks {
		l := lookOf(i)
		seen[fmt.Sprint(l.form, l.dash, l.fill == Accent)] = true
	}
	if len(seen) != mostLooks {
		t.Errorf("%d looks for %d lines", len(seen), mostLooks)
	}
}

// Lines stay in one figure, however little room there is. A row without positions is allowed, and so are no rows.
func TestRanksAreNotSplit(t *testing.T) {
	c := bumpOf(courseOf("One", 1, 2, 3), courseOf("Two", 2, 1, 2), courseOf("None"))
	if cuts := New(c, testLook(400)).Split(1); len(cuts) != 2 || cuts[1] != 3 {
		t.Errorf("figures begin at %v", cuts)
	}
	if said := saidBy(drawn(c, testLook(400))); strings.Contains(said, "None") {
		t.Errorf("a line that is nowhere has a name: %s", said)
	}
	drawn(Chart{Kind: Bump}, testLook(400))
}
