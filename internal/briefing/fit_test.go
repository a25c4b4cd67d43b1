package briefing

import (
	"strings"
	"testing"

	"nianbao/internal/stat"
)

// fittedTable gives the width of each column of a table without its gap, and the height of all rows.
func fittedTable(b *builder, cols []column, rows ...[]cell) (inner []float64, height float64) {
	set := b.fit(cols, rows)
	for i := range cols {
		inner = append(inner, b.inner(cols, i))
	}
	for _, r := range set {
		height += b.placeRow(cols, r, nil, 1).height
	}
	return inner, height
}

func plainCell(text string) cell {
	return cell{{{text, style{size: std().Small, ink: cellInk(0, 0), lang: stat.En}}}}
}

// Columns keep their given shares if others would gain nothing.
func TestColumnsKeepTheirShares(t *testing.T) {
	b := newBuilder(t, stat.En)
	cols := []column{{part: 0.5}, {part: 0.3, right: true}, {part: 0.2}}
	fittedTable(b, cols, []cell{plainCell("short"), plainCell("12"), plainCell("word")})
	if cols[0].part != 0.5 || cols[1].part != 0.3 || cols[2].part != 0.2 {
		t.Errorf("a table whose cells have room has columns of %v", cols)
	}
}

// A column takes enough width from the others for its cells to fit on one line.
func TestColumnsTakeRoom(t *testing.T) {
	b := newBuilder(t, stat.En)
	cols := []column{{part: 0.7}, {part: 0.2}, {part: 0.1}}
	row := []cell{plainCell("a name"), plainCell("as many words as these, which want room"), plainCell("construction")}
	_, high := fittedTable(b, cols, row)
	if one := b.t.lead(std().Small) + b.t.units(2); high > one+0.01 {
		t.Errorf("the row is %.1f high, one line %.1f", high, one)
	}
	sum := cols[0].part + cols[1].part + cols[2].part
	if sum < 0.999 || sum > 1.001 {
		t.Errorf("columns of %v fill %.3f of the width", cols, sum)
	}
}

// No word is broken while the other columns have width to spare.
func TestColumnsBreakNoWord(t *testing.T) {
	b := newBuilder(t, stat.En)
	words := strings.Repeat("some words ", 40)
	cols := []column{{part: 0.45}, {part: 0.5}, {part: 0.05}}
	inner, _ := fittedTable(b, cols, []cell{plainCell(words), plainCell(words), plainCell("indicator-1.target_growth@2023")})
	if _, word := b.widths(plainCell("indicator-1.target_growth@2023")[0], nil); inner[2] < word-0.01 {
		t.Errorf("the column is %.1f wide, its word %.1f", inner[2], word)
	}
}

// A column of numbers does not get so narrow that their decimal points leave their axis.
func TestColumnsKeepTheirAxis(t *testing.T) {
	b := newBuilder(t, stat.En)
	cols := []column{{part: 0.5}, {part: 0.5, right: true}}
	long := plainCell(strings.Repeat("some words ", 60))
	rows := [][]cell{{plainCell("name"), plainCell("value")}, {long, plainCell("123,456,789.5 t")}, {long, plainCell("1.5 tonnes of coal equivalent")}}
	set := b.fit(cols, rows)
	axis := b.pointAxes(cols, set[1:])[1]
	for _, row := range set[1:] {
		if _, ok := axis.place(&row[1][0]); !ok {
			t.Errorf("a number stands on no axis in a column of %.0f points", b.inner(cols, 1))
		}
	}
}

// Short texts are measured as they are set, however long their words; otherwise a column stays too narrow for them.
func TestLinesAreCountedAsTheyAreSet(t *testing.T) {
	b := newBuilder(t, stat.En)
	for _, text := range []string{"first quarter of 2024", "edition of first quarter of 2024", "Growth needed over the rest"} {
		p := plainCell(text)[0]
		var m measured
		line, word := b.widths(p, m.narrow[:])
		m.width = line
		for width := word + 0.5; width < line+5; width += 2 {
			set, wider := len(b.measure(width, p...).rows), len(b.measure(width+0.5, p...).rows)
			if n := int(m.lines(width)); n > set || n < wider {
				t.Errorf("%q takes %d lines of %.1f points, and is counted as %d", text, set, width, n)
			}
		}
	}
}

// Dates stay on one line, although their rows are high anyway and another row would be lower if they were broken.
func TestColumnsKeepDatesWhole(t *testing.T) {
	b := newBuilder(t, stat.En)
	date, narrow := plainCell("13 March 2023"), make([]float64, 1)
	line, _ := b.widths(date[0], narrow)
	first := (line + cellGap + 0.1) / b.t.width()
	cols := []column{{part: first}, {part: 1 - first}}
	text := "words"
	for width := 0.0; width < b.inner(cols, 1)+1; text += " i" {
		width, _ = b.widths(plainCell(text)[0], nil)
	}
	if width, _ := b.widths(plainCell(text)[0], nil); width > b.inner(cols, 1)+line-narrow[0] {
		t.Fatalf("%.1f points of text would not fit beside broken dates", width)
	}
	rows := [][]cell{{plainCell("a"), plainCell(text)}}
	for range 6 {
		rows = append(rows, []cell{date, append(plainCell("one"), plainCell("two")...)})
	}
	for _, row := range b.fit(cols, rows)[1:] {
		if n := len(row[0][0].rows); n > 1 {
			t.Errorf("a date takes %d lines", n)
		}
	}
}
