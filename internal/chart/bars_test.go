package chart

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
)

func TestScale(t *testing.T) {
	for _, tt := range []struct {
		values, goal, low, high string
		broken                  bool
	}{
		{values: "6.5 31.1 8.9", low: "0", high: "31.1"},
		{values: "6.5 31.1 8.9 277.28", low: "0", high: "38.875", broken: true}, // far above the rest: cut
		{values: "1 -2 3", low: "-2", high: "3"},
		{values: "-1 -2 -30", low: "-2.5", high: "0", broken: true},
		{values: "0 0 0", low: "0", high: "1"},
		{values: "1 2 3", goal: "-12", low: "-12", high: "3"},
		{values: "5 6 4", goal: "100", low: "0", high: "100"}, // a goal far off is never cut
		{values: "5 6 40", goal: "20", low: "0", high: "20", broken: true},
	} {
		c := Chart{Kind: Bars, Rows: rowsOf(strings.Fields(tt.values)...)}
		if tt.goal != "" {
			goal := number(tt.goal)
			c.Rows[0].Points[0].Goal = &goal
		}
		points := firsts(c.Rows)
		low, high := extent(points, limit(points))
		if low.String() != tt.low || high.String() != tt.high || Broken(c) != tt.broken {
			t.Errorf("%s: from %s to %s, broken %v; want %s, %s, %v", tt.values, low, high, Broken(c), tt.low, tt.high, tt.broken)
		}
	}
	if Broken(Chart{Kind: Ladder, Rows: rowsOf("1", "30")}) {
		t.Error("a ladder has a broken bar")
	}
}

// barsOf returns the lengths of bars and how many of them have a gap.
func barsOf(d Drawing) (lengths []float64, gaps int) {
	for _, s := range d.Shapes {
		switch {
		case s.Form == Fill && s.Ink == Light:
			lengths = append(lengths, s.W)
		case s.Form == Fill && s.Ink == Paper:
			gaps++
		}
	}
	return lengths, gaps
}

// The length of a bar is proportional to its value, with one scale for all; a broken bar has a gap.
func TestBars(t *testing.T) {
	look := testLook(400)
	d := drawn(Chart{Kind: Bars, Rows: rowsOf("10", "20", "200")}, look)
	lengths, gaps := barsOf(d)
	if len(lengths) != 3 || lengths[1] < 1.99*lengths[0] || lengths[1] > 2.01*lengths[0] || lengths[2] <= lengths[1] || gaps != 1 {
		t.Errorf("bars of %.1f with %d gaps, want the second twice the first and one gap", lengths, gaps)
	}
	for _, f := range faults(d, look) {
		t.Error(f)
	}
}

// Bars of negative values point the other way, from the same line.
func TestBarsPointBothWays(t *testing.T) {
	d := drawn(Chart{Kind: Bars, Rows: rowsOf("10", "-10", "5", "-8", "-6")}, testLook(500))
	var bars []Shape
	for _, s := range d.Shapes {
		if s.Ink == Light {
			bars = append(bars, s)
		}
	}
	zero := bars[0].X
	for i, v := range []float64{10, -10, 5, -8, -6} {
		b := bars[i]
		if from := b.X + b.W; v < 0 && math.Abs(from-zero) > 1e-9 || v > 0 && b.X != zero {
			t.Errorf("the bar of %v stands from %.1f to %.1f, zero at %.1f", v, b.X, from, zero)
		}
		if want := bars[0].W / 10 * math.Abs(v); math.Abs(b.W-want) > 1e-9 {
			t.Errorf("the bar of %v is %.2f long, want %.2f", v, b.W, want)
		}
	}
}

// If there is no room beside the names, they are above their bars: nothing is left out, and nothing touches.
func TestBarsInLittleRoom(t *testing.T) {
	c := Chart{Kind: Bars, Rows: rowsOf("30", "-12.5", "22", "400")}
	goal := number("25")
	for i := range c.Rows {
		c.Rows[i].Name = Words{"农业产业化重点龙头企业营业收入", "Operating revenue of leading enterprises"}
		p := &c.Rows[i].Points[0]
		p.Goal, p.Sign, p.Note = &goal, "▲", Words{"目标二十五", "target 25 per cent"}
	}
	for width := 120.0; width <= 400; width += 20 {
		look := testLook(width)
		d := drawn(c, look)
		lengths, gaps := barsOf(d)
		if len(lengths) != len(c.Rows) || slices.Min(lengths) < 5 || gaps != 1 {
			t.Errorf("in %.0f: bars of %.1f with %d gaps", width, lengths, gaps)
		}
		for _, f := range faults(d, look) {
			t.Errorf("in %.0f: %s", width, f)
		}
		for _, s := range d.Shapes {
			if left, _, right, _ := box(s); left < 0 || right > width {
				t.Errorf("in %.0f: a %d stands from %.1f to %.1f", width, s.Form, left, right)
			}
		}
		said := saidBy(d)
		for i, r := range c.Rows {
			p := r.Points[0]
			for _, words := range slices.Concat(r.Name, p.Words, p.Note) {
				if n := strings.Count(said, squeeze(words)); n == 0 {
					t.Errorf("in %.0f: row %d does not say %q", width, i, words)
				}
			}
		}
	}
}

// saidBy is the text of a drawing, without spaces, in order.
func saidBy(d Drawing) string {
	said := ""
	for _, s := range d.Shapes {
		if s.Form == Text {
			said += textOf(s)
		}
	}
	return squeeze(said)
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// The words of a further language are beside a bar only if they differ; a sign precedes the note in the first language.
func TestWordsBesideBars(t *testing.T) {
	c := Chart{Kind: Bars, Rows: rowsOf("1")}
	p := &c.Rows[0].Points[0]
	p.Words, p.Sign, p.Note = Words{"1%", "1%"}, "●", Words{"如期", "on schedule"}
	for langs, want := range map[[2]int]string{{0, 1}: "名称甲Name11%●如期onschedule", {1, 0}: "Name1名称甲1%●onschedule如期", {1, 1}: "Name11%●onschedule"} {
		look := testLook(400)
		look.Langs = slices.Compact(langs[:])
		if said := saidBy(drawn(c, look)); said != want {
			t.Errorf("in %v: %q, want %q", langs, said, want)
		}
	}
	c.Rows[0] = Row{}
	if said := saidBy(drawn(c, testLook(400))); said != "" {
		t.Errorf("a row of nothing says %q", fmt.Sprint(said))
	}
}
