package briefing

import (
	"testing"

	"nianbao/internal/document"
	"nianbao/internal/stat"
)

// Names of rows are indented by their depth, all lines alike, and a row that heads others stays with the next.
func TestIndentedRows(t *testing.T) {
	b := newBuilder(t, stat.En)
	name := "a name that is long enough for two lines in its narrow column"
	row := func(s string) document.Row {
		return document.Row{{{Role: document.Main, Text: textOf(s)}}, {{Role: document.Main, Text: textOf("1.5")}}}
	}
	b.table(&document.Table{
		Columns: []document.Column{{Head: textOf("name"), Share: 0.2}, {Head: textOf("value"), Kind: document.Figures, Share: 0.8}},
		Rows:    []document.Row{row(name), row("head"), row(name), row("last"), row("last"), row("last"), row("last"), row("last")},
		Levels:  []document.Level{{}, {Depth: 1, Head: true}, {Depth: 2}, {}, {}, {}, {}, {}},
	})
	var tables []block
	for _, bl := range b.blocks {
		if len(bl.items) > 1 {
			tables = append(tables, bl)
		}
	}
	for i, want := range map[int]float64{1: 0, 2: b.t.Small, 3: 2 * b.t.Small} {
		for _, it := range tables[i].items {
			if it.Shape == Text && it.Text != "1.5" && it.X < 0.5*b.t.width() && it.X < want-0.01 {
				t.Errorf("row %d: %q stands at %.2f, want %.2f or more", i, it.Text, it.X, want)
			}
		}
		if x := tables[i].items[0].X; x < want-0.01 || x > want+0.01 {
			t.Errorf("row %d begins at %.2f, want %.2f", i, x, want)
		}
	}
	if !tables[2].keep {
		t.Error("the row that heads others can stand alone at the end of a page")
	}
}
