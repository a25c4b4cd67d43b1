package chart

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"nianbao/internal/golden"

	"github.com/shopspring/decimal"
)

// plain sets text in a face whose characters are half as wide as high. It records what it has set.
type plain struct{ set *[]*plainBlock }

type plainBlock struct {
	lines      []string
	size, foot float64
	ink        Ink
	bold       bool
	lang       int
}

// foot of lines, and unit of heights, of tests.
const testFoot, testUnit = 3, 2

func (p plain) Set(width float64, parts ...Part) Block {
	b := &plainBlock{size: parts[0].Size, foot: testFoot, ink: parts[0].Ink, bold: parts[0].Bold, lang: parts[0].Lang}
	text := ""
	for _, part := range parts {
		text += part.Words
	}
	for most := max(1, int(width/(b.size/2))); text != ""; {
		n := min(most, utf8.RuneCountInString(text))
		line := string([]rune(text)[:n])
		if space := strings.LastIndex(line, " "); n == most && space > 0 && len(line) < len(text) {
			line = line[:space+1]
		}
		text = text[len(line):]
		b.lines = append(b.lines, line)
	}
	*p.set = append(*p.set, b)
	return b
}

func (b *plainBlock) Lines() int { return len(b.lines) }
func (b *plainBlock) Width(i int) float64 {
	return float64(utf8.RuneCountInString(strings.TrimRight(b.lines[i], " "))) * b.size / 2
}
func (b *plainBlock) Lead() float64   { return b.size + testFoot + 1 }
func (b *plainBlock) Ascent() float64 { return b.Lead() - b.foot }

// testLook is a look of the given width, in two languages.
func testLook(width float64) Look {
	return Look{Setter: plain{new([]*plainBlock)}, Width: width, Unit: testUnit, Foot: testFoot, Small: 10, Micro: 8, Langs: []int{0, 1}}
}

// drawn draws all of a chart as one figure.
func drawn(c Chart, look Look) Drawing { return New(c, look).Draw(0, 0, len(c.Rows)) }

// box is the area of a shape.
func box(s Shape) (left, top, right, bottom float64) {
	if s.Form != Text {
		return min(s.X, s.X+s.W), min(s.Y, s.Y+s.H), max(s.X, s.X+s.W), max(s.Y, s.Y+s.H)
	}
	b := s.Block.(*plainBlock)
	left = s.X - s.Anchor*b.Width(s.Line)
	return left, s.Y - b.size*0.8, left + b.Width(s.Line), s.Y + b.size*0.2
}

func textOf(s Shape) string { return s.Block.(*plainBlock).lines[s.Line] }

// faults lists the labels of a drawing that are partly lost, leave it or touch another.
func faults(d Drawing, look Look) (faults []string) {
	lines := map[*plainBlock]int{}
	for i, s := range d.Shapes {
		left, top, right, bottom := box(s)
		over := 0.01
		if s.Form != Text {
			over = 4 // into the white around a figure
		}
		if left < -over || right > look.Width+over || top < -over || bottom > d.Bottom+over {
			faults = append(faults, fmt.Sprintf("a %d stands outside, at %.1f %.1f", s.Form, left, top))
		}
		if s.Form != Text {
			continue
		}
		lines[s.Block.(*plainBlock)]++
		for _, other := range d.Shapes[:i] {
			l, t, r, b := box(other)
			if other.Form == Text && left < r-0.01 && l < right-0.01 && top < b-0.01 && t < bottom-0.01 {
				faults = append(faults, fmt.Sprintf("%q and %q touch", textOf(s), textOf(other)))
			}
		}
	}
	for b, n := range lines {
		if n != len(b.lines) {
			faults = append(faults, fmt.Sprintf("%d of the lines of %q are drawn", n, b.lines))
		}
	}
	return faults
}

// describe writes a drawing as text, one line per shape.
func describe(d Drawing) string {
	forms := [...]string{Text: "text", Line: "line", Fill: "fill", Dot: "dot", Diamond: "diamond"}
	inks := [...]string{"ordinary", "muted", "accent", "rule", "paper", "light", "pale"}
	var b strings.Builder
	for _, s := range d.Shapes {
		fmt.Fprintf(&b, "%2d %-7s %6.1f %6.1f", s.Row, forms[s.Form], s.X, s.Y)
		if s.Form == Text {
			block := s.Block.(*plainBlock)
			fmt.Fprintf(&b, "  %g %s %d %q", block.size, inks[block.ink], block.lang, textOf(s))
			if s.Anchor > 0 {
				fmt.Fprintf(&b, " at %g", s.Anchor)
			}
		} else {
			fmt.Fprintf(&b, " %6.1f %6.1f %s", s.W, s.H, inks[s.Ink])
			if s.Weight > 0 {
				fmt.Fprintf(&b, " weight %g dash %g", s.Weight, s.Dash)
			}
		}
		b.WriteString("\n")
	}
	fmt.Fprintf(&b, "to %.1f\n", d.Bottom)
	return b.String()
}

func number(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// rowsOf returns rows of one point each, with names and words in two languages.
func rowsOf(values ...string) []Row {
	var rows []Row
	for i, v := range values {
		name := Words{"名称" + string(rune('甲'+i)), fmt.Sprint("Name ", i+1)}
		rows = append(rows, Row{Name: name, Points: []Point{{Value: number(v), Words: Words{"值" + v, "value " + v}}}})
	}
	return rows
}

// testSteps are three steps.
var testSteps = []Words{{"一季度", "Q1"}, {"二季度", "Q2"}, {"三季度", "Q3"}}

// courseOf returns a row with a value for each step; 0 for none.
func courseOf(name string, values ...int64) Row {
	r := Row{Name: Words{name + "名", name}}
	for i, v := range values {
		if v > 0 {
			r.Points = append(r.Points, Point{Step: i, Value: decimal.NewFromInt(v), Words: Words{fmt.Sprint(v), fmt.Sprint(v)}})
		}
	}
	return r
}

// One chart of each kind, shape by shape.
func TestGolden(t *testing.T) {
	goal := number("15")
	bars := Chart{Kind: Bars, Rows: rowsOf("10", "-5", "200")}
	bars.Rows[0].Points[0].Goal, bars.Rows[0].Points[0].Note, bars.Rows[0].Points[0].Sign = &goal, Words{"目标", "goal"}, "▲"
	ladder := Chart{Kind: Ladder, Rows: rowsOf("5", "12")}
	ladder.Rows[1].Points[0].Open = true
	lines := Chart{Kind: Lines, Steps: testSteps, Rows: []Row{courseOf("Rising", 1, 2, 4), courseOf("Parted", 3, 0, 3)}}
	bump := Chart{Kind: Bump, Steps: testSteps, Rows: []Row{courseOf("One", 4, 3, 2), courseOf("Two", 2, 3, 5), courseOf("Three", 0, 6, 4)}}
	name := Words{"项目", "Project"}
	timeline := Chart{Kind: Timeline, Rows: []Row{{Name: name, Points: eventsOn("began", 1, 3, 60)}, {Name: name, Points: eventsOn("ended", 100)}}}
	for name, c := range map[string]Chart{"bars": bars, "ladder": ladder, "lines": lines, "bump": bump, "timeline": timeline} {
		golden.Check(t, name, describe(drawn(c, testLook(400))))
	}
}

// Rows are split into as many figures as the room requires, with about as many rows each and none lost. A figure
// exactly as high as the room fits.
func TestSplit(t *testing.T) {
	look := testLook(400)
	c := Chart{Kind: Bars, Rows: rowsOf("1", "2", "3", "4", "5", "6", "7")}
	whole := drawn(c, look).Bottom
	for room, want := range map[float64]string{whole: "[0 7]", whole - 1: "[0 3 7]", whole / 2: "[0 2 4 7]", 1: "[0 1 2 3 4 5 6 7]"} {
		cuts := New(c, look).Split(room)
		if fmt.Sprint(cuts) != want {
			t.Errorf("in %.1f of %.1f: %v, want %s", room, whole, cuts, want)
		}
	}
	if cuts := New(Chart{Kind: Bars}, look).Split(100); len(cuts) != 1 {
		t.Errorf("no rows: %v", cuts)
	}
}

// A figure begins at the given place and has only its own rows.
func TestDrawSomeRows(t *testing.T) {
	look := testLook(400)
	p := New(Chart{Kind: Ladder, Rows: rowsOf("1", "2", "3")}, look)
	all, some := p.Draw(0, 0, 3), p.Draw(100, 1, 2)
	if some.Bottom >= 100+all.Bottom || some.Bottom <= 100 {
		t.Errorf("one row ends at %.1f, all at %.1f", some.Bottom, all.Bottom)
	}
	for _, s := range some.Shapes {
		if _, top, _, _ := box(s); top < 100 || s.Row != 1 && s.Row != -1 {
			t.Errorf("a %d of row %d stands at %.1f", s.Form, s.Row, top)
		}
	}
}
