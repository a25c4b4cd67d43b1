package briefing

import (
	"math"
	"testing"

	"nianbao/internal/stat"
)

func TestWholePart(t *testing.T) {
	for text, want := range map[string]string{
		"15.31亿元": "15", "CNY 1,531.25 million": "CNY 1,531", "增长6.5%": "增长6", "29个": "29", "第五": "", "": "",
		"1,2": "1,2", "12, 13": "12", "9亿～16亿元": "9", "−3.5%": "−3",
	} {
		if got := text[:wholePart(text)]; got != want {
			t.Errorf("the whole part of %q ends after %q, want %q", text, got, want)
		}
	}
}

// figuresTable is a table with a column of numbers with units and marks, and a column of names.
func figuresTable(b *builder, figures ...string) {
	st := style{size: b.t.Small, ink: b.colors.Ink, lang: stat.Hans}
	mark := style{size: b.t.Micro, ink: b.colors.Accent, lang: stat.Hans, leading: 1, tied: true, rise: 2.5}
	cols := []column{{part: 0.5, head: []string{"名称"}}, {part: 0.3, head: []string{"数值"}, right: true}, {part: 0.2, head: []string{"名称"}}}
	var rows [][]cell
	for i, f := range figures {
		p := paragraph{{f, st}}
		if i%2 == 0 {
			p = append(p, piece{"[1]", mark})
		}
		rows = append(rows, []cell{{{{"名", st}}}, {p}, nil})
	}
	b.rows(grid{cols: cols, rows: rows, below: 1})
}

// Decimal points of numbers are aligned, whatever unit or mark follows. Numbers extend no further than the column plus
// their hanging marks.
func TestDecimalPointsAlign(t *testing.T) {
	b := newBuilder(t, stat.Hans)
	figures := []string{"15.31亿元", "29个", "1576.62万元", "增长6.5%", "12,345.6亩"}
	figuresTable(b, figures...)
	var points []float64
	for _, s := range b.blocks {
		for _, it := range s.items {
			if n := wholePart(it.Text); n > 0 && it.Text != "[1]" {
				points = append(points, it.X+b.faces.regular.Width(it.Text[:n])*it.Size)
			}
			if right := 0.8*b.t.width() - clearGap + cellGap - leastGap; it.Shape == Text && it.X > 0.5*b.t.width() && it.X < 0.79*b.t.width() && it.X+it.W > right+0.01 {
				t.Errorf("%q reaches to %.1f, the column with its gap to %.1f", it.Text, it.X+it.W, right)
			}
		}
	}
	if len(points) != len(figures) {
		t.Fatalf("%d numbers, want %d", len(points), len(figures))
	}
	for i, x := range points {
		if math.Abs(x-points[0]) > 0.01 {
			t.Errorf("the decimal point of %q stands at %.2f, of %q at %.2f", figures[i], x, figures[0], points[0])
		}
	}
}

// The embedded figures are tabular: all digits have one width.
func TestFiguresAreTabular(t *testing.T) {
	b := newBuilder(t, stat.Hans)
	for _, bold := range []bool{false, true} {
		for d := '0'; d <= '9'; d++ {
			if w := b.faces.of(bold).Advance(d); w != b.faces.of(bold).Advance('0') {
				t.Errorf("%c is %.3f em wide, bold %v", d, w, bold)
			}
		}
	}
}

// A line with several figures, as a composition, has no axis: it is flush right.
func TestNoAxisOfSeveralFigures(t *testing.T) {
	b := newBuilder(t, stat.Hans)
	st := style{size: b.t.Small, lang: stat.Hans}
	for want, pieces := range map[bool][]piece{
		true:  {{"10.4", st.of("a")}, {"%", st.of("a")}, {"[1]", st}},
		false: {{"10.4", st.of("a")}, {":", st}, {"89.6", st.of("b")}},
	} {
		l := b.measure(99, pieces...)
		if _, _, ok := l.point(0); ok != want {
			t.Errorf("%v: axis %v", pieces, ok)
		}
	}
}

// The numbers of two languages are both aligned on axes down the column, or both flush right: never only the second.
func TestNoAxisBelowNumbersWithoutOne(t *testing.T) {
	for _, tt := range []struct {
		part float64
		axes int
	}{{0.5, 1}, {0.11, 0}} {
		b := newBuilder(t, stat.Hans, stat.Hant)
		lead, follow := style{size: b.t.Small, lang: stat.Hans}, style{size: b.t.Micro, lang: stat.Hant}
		cols := []column{{part: 1 - tt.part}, {part: tt.part, right: true}}
		var rows []setRow
		for _, f := range []string{"1576.62万", "5平方千米"} {
			rows = append(rows, setRow{nil, {b.measure(99, piece{f, lead}), b.measure(99, piece{f, follow})}})
		}
		axes := b.pointAxes(cols, rows)[1]
		placed := 0
		for _, l := range rows[0][1] {
			if _, ok := axes.place(&l); ok {
				placed++
			}
		}
		if want := 2 * tt.axes; placed != want {
			t.Errorf("in %.2f of the width %d of two languages have an axis, want %d", tt.part, placed, want)
		}
	}
}
