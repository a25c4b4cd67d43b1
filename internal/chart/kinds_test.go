package chart_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"nianbao/internal/chart"
	"nianbao/internal/charttest"
	"nianbao/internal/golden"
)

func number(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// rowsOf returns rows of one point each, with names and words in two languages.
func rowsOf(values ...string) []chart.Row {
	var rows []chart.Row
	for i, v := range values {
		name := chart.Words{"名称" + string(rune('甲'+i)), fmt.Sprint("Name ", i+1)}
		rows = append(rows, chart.Row{Name: name, Points: []chart.Point{{Value: number(v), Words: chart.Words{v + "%", v + "%"}}}})
	}
	return rows
}

// aiming adds goals to rows; "" for none.
func aiming(rows []chart.Row, goals ...string) []chart.Row {
	for i, g := range goals {
		if g != "" {
			goal := number(g)
			p := &rows[i].Points[0]
			p.Goal, p.Sign, p.Note = &goal, "▲", chart.Words{g + "%左右", "about " + g + "%"}
		}
	}
	return rows
}

// stepsOf returns steps with names.
func stepsOf(n int) []chart.Step {
	steps := make([]chart.Step, n)
	for i := range steps {
		steps[i].Name = chart.Words{fmt.Sprintf("%d年", 2020+i), fmt.Sprint(2020 + i)}
	}
	return steps
}

// courseOf returns a row with a value for each step; "" for none.
func courseOf(name string, values ...string) chart.Row {
	r := chart.Row{Name: chart.Words{name + "名", name}}
	for i, v := range values {
		if v != "" {
			r.Points = append(r.Points, chart.Point{Step: i, Value: number(v), Words: chart.Words{v, v}})
		}
	}
	return r
}

// eventsOn returns points at days, each with words of some length.
func eventsOn(words string, days ...int) []chart.Point {
	var points []chart.Point
	for _, day := range days {
		points = append(points, chart.Point{Step: day, When: chart.Words{fmt.Sprintf("%d日", day), fmt.Sprintf("Day %d", day)}, Words: chart.Words{words, words}})
	}
	return points
}

// samples are one chart of each kind.
func samples() map[string]chart.Chart {
	heads := []chart.Words{{"2023年", "2023"}, {"2024年目标", "Target for 2024"}}
	dots := chart.Chart{Kind: chart.Dots, Heads: heads, Rows: aiming(rowsOf("6.5", "-9.1", "277.28", "8.9", "0"), "6", "", "5", "7", "15")}
	dots.Rows[1].Points[0].Sense = chart.Better
	dots.Rows[3].Points[0].Sense = chart.Worse
	dots.Rows[4].Points[0].Unknown = true
	ladder := chart.Chart{Kind: chart.Ladder, Rows: rowsOf("5", "12")}
	ladder.Rows[1].Points[0].Open = true
	course := []chart.Row{courseOf("Rising", "1.5", "2", "4"), courseOf("Parted", "3", "", "-3"), courseOf("Alone", "", "2.5")}
	long := []chart.Row{courseOf("Rising", "1", "2", "3", "4", "5.5"), courseOf("Falling", "5", "3", "", "2", "-1"), courseOf("Flat", "2", "2", "2", "2", "2")}
	bump := chart.Chart{Kind: chart.Bump, Steps: stepsOf(3), Rows: []chart.Row{courseOf("One", "4", "3", "2"), courseOf("Two", "2", "3", "2"), courseOf("Three", "", "6", "4")}}
	for i := range bump.Rows {
		bump.Rows[i].Style = i + 2
	}
	name := chart.Words{"某某农业产业化项目", "An agricultural project"}
	timeline := chart.Chart{Kind: chart.Timeline, Steps: []chart.Step{{chart.Words{"1月", "Jan"}, 1}, {chart.Words{"2月", "Feb"}, 32}, {chart.Words{"3月", "Mar"}, 60}}, Rows: []chart.Row{
		{Name: name, Status: chart.Words{"已投产", "In production"}, Points: eventsOn("began", 1, 3, 60)}, {Name: name, Points: eventsOn("ended", 100)},
	}}
	timeline.Rows[1].Points[0].Open = true
	return map[string]chart.Chart{
		"dots": dots, "bars": {Kind: chart.Bars, Rows: rowsOf("100", "-5", "0.5")}, "bullets": {Kind: chart.Bullets, Rows: aiming(rowsOf("70", "120", "30"), "75", "75", "75")},
		"stack": {Kind: chart.Stack, Rows: rowsOf("10.4", "48.6", "41.0")}, "lines": {Kind: chart.Lines, Steps: stepsOf(3), Rows: course},
		"panels": {Kind: chart.Panels, Steps: stepsOf(5), Rows: long}, "ladder": ladder, "bump": bump, "timeline": timeline,
	}
}

// One chart of each kind, shape by shape.
func TestGolden(t *testing.T) {
	for name, c := range samples() {
		golden.Check(t, name, charttest.Describe(charttest.Draw(c, charttest.Look(400))))
	}
}

// At page width, at half of it and on a telephone, every label is drawn, and touches neither another nor a mark.
func TestLabelsNeverTouch(t *testing.T) {
	for name, c := range samples() {
		for width := 160.0; width <= 700; width += 20 {
			d := charttest.Draw(c, charttest.Look(width))
			for _, f := range charttest.Faults(d, width) {
				t.Errorf("%s in %.0f: %s", name, width, f)
			}
			said := charttest.Said(d)
			for i, r := range c.Rows {
				for _, words := range slices.Concat(r.Name, r.Status) {
					if !strings.Contains(said, strings.ReplaceAll(words, " ", "")) {
						t.Errorf("%s in %.0f: row %d does not say %q", name, width, i, words)
					}
				}
			}
		}
	}
}

// Rows are split into as many figures as the room requires, with about as many rows each and none lost. A figure
// exactly as high as the room fits. Rows side by side, parts and crossing lines stay together.
func TestSplit(t *testing.T) {
	look := charttest.Look(400)
	c := chart.Chart{Kind: chart.Bars, Rows: rowsOf("1", "2", "3", "4", "5", "6", "7")}
	whole := charttest.Draw(c, look).Bottom
	for room, want := range map[float64]string{whole: "[0 7]", whole - 1: "[0 3 7]", whole / 2: "[0 2 4 7]", 1: "[0 1 2 3 4 5 6 7]"} {
		if cuts := chart.New(c, look).Split(room); fmt.Sprint(cuts) != want {
			t.Errorf("in %.1f of %.1f: %v, want %s", room, whole, cuts, want)
		}
	}
	for kind, want := range map[string]string{"stack": "[0 3]", "bump": "[0 3]", "panels": "[0 3]"} {
		if cuts := chart.New(samples()[kind], look).Split(1); fmt.Sprint(cuts) != want {
			t.Errorf("%s: %v, want %s", kind, cuts, want)
		}
	}
	narrow := charttest.Look(200)
	if cuts := chart.New(samples()["panels"], narrow).Split(1); fmt.Sprint(cuts) != "[0 1 3]" && fmt.Sprint(cuts) != "[0 1 2 3]" && fmt.Sprint(cuts) != "[0 2 3]" {
		t.Errorf("panels in 200: %v", cuts)
	}
	if cuts := chart.New(chart.Chart{Kind: chart.Bars}, look).Split(100); len(cuts) != 1 {
		t.Errorf("no rows: %v", cuts)
	}
}

// A figure begins at the given place and has only its own rows.
func TestDrawSomeRows(t *testing.T) {
	look := charttest.Look(400)
	for name, c := range samples() {
		if name == "stack" || name == "bump" {
			continue
		}
		p := chart.New(c, look)
		all, some := p.Draw(0, 0, len(c.Rows)), p.Draw(100, 1, 2)
		if some.Bottom > 100+all.Bottom || some.Bottom <= 100 {
			t.Errorf("%s: one row ends at %.1f, all at %.1f", name, some.Bottom, all.Bottom)
		}
		for _, s := range some.Shapes {
			if _, top, _, _ := charttest.Box(s); top < 95 || s.Row != 1 && s.Row != -1 {
				t.Errorf("%s: %v of row %d stands at %.1f", name, s.Form, s.Row, top)
			}
		}
	}
}

// No rows, a row without points, and equal values are drawn.
func TestEmptyCharts(t *testing.T) {
	for name, c := range samples() {
		c.Rows = c.Rows[:0]
		charttest.Draw(c, charttest.Look(400))
		c.Rows = []chart.Row{{Name: chart.Words{"空", "Empty"}}}
		charttest.Draw(c, charttest.Look(400))
		c.Rows = rowsOf("0", "0", "0")
		for _, s := range charttest.Draw(c, charttest.Look(400)).Shapes {
			if s.X != s.X || s.W != s.W {
				t.Errorf("%s: a shape is nowhere", name)
			}
		}
	}
}

// marksOf returns the middles of shapes of a form, row by row.
func marksOf(d chart.Drawing, form chart.Form, ink chart.Ink) map[int]float64 {
	marks := map[int]float64{}
	for _, s := range d.Shapes {
		if s.Form == form && s.Ink == ink && s.Row >= 0 {
			marks[s.Row] = s.X + s.W/2
		}
	}
	return marks
}

// Distances on the scale are proportional to values. A value far beyond the others has an arrow, and is no length.
func TestDots(t *testing.T) {
	c := chart.Chart{Kind: chart.Dots, Heads: []chart.Words{{"值", "Value"}}, Rows: rowsOf("10", "20", "-5", "400", "-300")}
	d := charttest.Draw(c, charttest.Look(400))
	at := marksOf(d, chart.Dot, chart.Accent)
	if got := (at[1] - at[0]) / (at[0] - at[2]); got < 0.66 || got > 0.67 {
		t.Errorf("10, 20 and -5 stand at %.1f, %.1f and %.1f", at[0], at[1], at[2])
	}
	right, left := marksOf(d, chart.Right, chart.Accent), marksOf(d, chart.Left, chart.Accent)
	if len(right) != 1 || len(left) != 1 || right[3] < at[1] || left[4] > at[2] || !chart.Beyond(c) {
		t.Errorf("arrows to the right %v, to the left %v", right, left)
	}
	c.Rows = rowsOf("10", "20", "-5")
	if chart.Beyond(c) {
		t.Error("values that are near each other have an arrow")
	}
	far := number("100")
	c.Rows[0].Points[0].Goal = &far
	if chart.Beyond(c) {
		t.Error("a goal is beyond the scale")
	}
}

// Where less is better, an arrow shows which way the value went.
func TestSense(t *testing.T) {
	c := chart.Chart{Kind: chart.Dots, Heads: []chart.Words{{"值", "Value"}}, Rows: rowsOf("-9", "4", "3")}
	c.Rows[0].Points[0].Sense, c.Rows[1].Points[0].Sense = chart.Better, chart.Worse
	d := charttest.Draw(c, charttest.Look(400))
	if down, up, dots := marksOf(d, chart.Down, chart.Good), marksOf(d, chart.Up, chart.Bad), marksOf(d, chart.Dot, chart.Accent); len(down) != 1 || len(up) != 1 || len(dots) != 1 {
		t.Errorf("%v fell, %v rose, %v are dots", down, up, dots)
	}
}

// lengthsOf returns the lengths of bars in an ink, row by row.
func lengthsOf(d chart.Drawing, ink chart.Ink) map[int]float64 {
	lengths := map[int]float64{}
	for _, s := range d.Shapes {
		if s.Form == chart.Fill && s.Ink == ink {
			lengths[s.Row] = s.W
		}
	}
	return lengths
}

// The length of every bar is proportional to its value, however small; negative ones point the other way.
func TestBarsAreTrue(t *testing.T) {
	values := []string{"100", "1.5", "-40", "0"}
	for _, width := range []float64{200, 340, 480} {
		lengths := lengthsOf(charttest.Draw(chart.Chart{Kind: chart.Bars, Rows: rowsOf(values...)}, charttest.Look(width)), chart.Light)
		for i, v := range values {
			want := lengths[0] * number(v).Abs().InexactFloat64() / 100
			if got := lengths[i]; got < want-1e-6 || got > want+1e-6 {
				t.Errorf("in %.0f the bar of %s is %.3f long, want %.3f", width, v, got, want)
			}
		}
	}
}

// Pieces of a whole are as long as their shares and leave nothing over.
func TestStack(t *testing.T) {
	d := charttest.Draw(chart.Chart{Kind: chart.Stack, Rows: rowsOf("1", "3", "6")}, charttest.Look(400))
	var ends []float64
	for _, s := range d.Shapes {
		if s.Form == chart.Fill && s.H > 10 {
			ends = append(ends, s.X)
		}
	}
	if fmt.Sprint(ends) != "[0 40 160]" {
		t.Errorf("pieces begin at %v", ends)
	}
}

// Small multiples have one scale, unless that would make most of them flat.
func TestScales(t *testing.T) {
	near := []chart.Row{courseOf("A", "1", "2", "3", "4", "5"), courseOf("B", "5", "4", "3", "2", "6")}
	far := append(near, courseOf("C", "1000", "2000", "3000", "4000", "5000"))
	for _, kind := range []chart.Kind{chart.Lines, chart.Panels} {
		if chart.Apart(chart.Chart{Kind: kind, Rows: near}) || !chart.Apart(chart.Chart{Kind: kind, Rows: far}) {
			t.Errorf("kind %d: scales are not as the values need them", kind)
		}
		said := charttest.Said(charttest.Draw(chart.Chart{Kind: kind, Steps: stepsOf(5), Rows: far}, charttest.Look(500)))
		if kind == chart.Panels && !(strings.Contains(said, "6000") || strings.Contains(said, "5000")) {
			t.Errorf("a scale of its own is not stated: %s", said)
		}
	}
}
