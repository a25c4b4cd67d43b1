package briefing

import (
	"fmt"
	"strings"
	"testing"

	"nianbao/internal/document"
	"nianbao/internal/stat"
	"nianbao/internal/typeset"

	"pgregory.net/rapid"
)

// letters are the characters of random texts: Chinese with punctuation, Latin, digits, spaces.
var letters = []rune("塞北管理区增长企业，。、；：（）《》“”——…亿万元年%％abcdefgXYZ0123456789.,;:()-/ 　   ")

// drawText generates a text of at most n characters.
func drawText(t *rapid.T, label string, n int) string {
	return string(rapid.SliceOfN(rapid.SampledFrom(letters), 1, n).Draw(t, label))
}

func newBuilder(t testing.TB, langs ...stat.Lang) *builder {
	t.Helper()
	opt := options(t, stat.Units(), langs...)
	b := &builder{doc: &document.Document{Langs: langs}, words: opt.Words, t: std(), layout: Parallel, colors: opt.Colors, faces: opt.Typeface, setter: typeset.NewSetter(), node: &Node{Kind: "Document"}, marked: map[string]bool{}}
	for i := range langs {
		b.view = append(b.view, i)
	}
	return b
}

// textOf is a text in the languages of newBuilder.
func textOf(words ...string) document.Text {
	var t document.Text
	for _, w := range words {
		t = append(t, document.Inline{{Words: w}})
	}
	return t
}

// cellInk marks a cell, so that its items can be found on the pages.
func cellInk(row, column int) Color { return Color{uint8(row), 200, uint8(column)} }

// drawTable generates a table, and returns the text of each cell.
func drawTable(t *rapid.T) (cols []column, rows [][]cell, want map[Color]string) {
	n := rapid.IntRange(1, 5).Draw(t, "columns")
	for i := range n {
		cols = append(cols, column{
			part: 1 / float64(n), right: rapid.Bool().Draw(t, "right"),
			head: []string{fmt.Sprintf("%s%d", stat.Hans, i), fmt.Sprintf("%s%d", stat.En, i)},
		})
	}
	want = map[Color]string{}
	longest := rapid.SampledFrom([]int{5, 60, 2000}).Draw(t, "longest")
	for r := range rapid.IntRange(1, 40).Draw(t, "rows") {
		var row []cell
		for c := range n {
			ink := cellInk(r, c)
			var stack cell
			for range rapid.IntRange(0, 2).Draw(t, "paragraphs") {
				text, mark := drawText(t, "text", longest), drawText(t, "mark", 3)
				want[ink] += text + mark
				in := 0.0
				if !cols[c].right {
					in = 8 * float64(rapid.IntRange(0, 3).Draw(t, "indent"))
				}
				stack = append(stack, paragraph{
					{text, style{size: std().Small, ink: ink, leading: 13.5, indent: in}}, {mark, style{size: std().Micro, ink: ink, leading: 1, rise: 2.5}},
				})
			}
			row = append(row, stack)
		}
		rows = append(rows, row)
	}
	return cols, rows, want
}

// Every character of every cell is drawn once, in order and on the page. A header is at the top of every page of the
// table and nowhere else. No two texts overlap.
func TestTableProperties(t *testing.T) {
	words := newBuilder(t, stat.Hans, stat.En)
	rapid.Check(t, func(t *rapid.T) {
		b := &builder{doc: words.doc, words: words.words, view: words.view, t: std(), layout: Parallel, colors: words.colors, faces: words.faces, setter: words.setter, node: &Node{Kind: "Document"}}
		b.add(space(rapid.Float64Range(0, 100).Draw(t, "space")))
		b.add(block{height: rapid.Float64Range(0, std().height()).Draw(t, "before")})
		cols, rows, want := drawTable(t)
		b.rows(grid{cols: cols, rows: rows, below: 1})
		got := map[Color]string{}
		for _, p := range paginate(b.blocks, std()) {
			heads := ""
			for _, it := range p.Items {
				if it.Shape != Text {
					continue
				}
				if it.Ink.G == 200 {
					got[it.Ink] += it.Text
					if heads == "" {
						t.Errorf("page %d: a row stands above the header", p.Number)
					}
				} else {
					heads += it.Text
				}
				if f := misplaced(it); f != "" {
					t.Errorf("page %d: %q %s", p.Number, it.Text, f)
				}
			}
			if once := headers(b, cols); heads != once && heads != "" {
				t.Errorf("page %d has the header %q, want %q", p.Number, heads, once)
			}
			for _, f := range overlaps(p) {
				t.Error(f)
			}
		}
		for ink, text := range want {
			if got[ink] != text {
				t.Errorf("cell %d,%d comes out as %q, want %q", ink.R, ink.B, got[ink], text)
			}
		}
	})
}

// headers is the text of a table's header in the order of its columns.
func headers(b *builder, cols []column) string {
	var all strings.Builder
	for _, c := range cols {
		for i := range b.words {
			all.WriteString(c.head[i])
		}
	}
	return all.String()
}

// A header always has at least two rows below it, if there are two.
func TestHeaderIsNotAlone(t *testing.T) {
	b := newBuilder(t, stat.En)
	row := []cell{{{{"row", style{size: std().Small, ink: cellInk(0, 0)}}}}}
	for before := 600.0; before < std().height(); before++ {
		b.blocks = []block{{height: before}}
		b.rows(grid{cols: []column{{part: 1, head: []string{"name"}}}, rows: [][]cell{row, row, row}, below: 1})
		pages := paginate(b.blocks, std())
		head, rows := 0, 0
		for _, it := range pages[0].Items {
			if it.Shape == Text && it.Text == "row" {
				rows++
			} else if it.Shape == Text {
				head++
			}
		}
		if head > 0 && rows < 2 {
			t.Errorf("after %.0f points the header stands above %d rows", before, rows)
		}
	}
}

// A title is drawn whole in every language, however long it is.
func TestHeadingIsWhole(t *testing.T) {
	b := newBuilder(t, stat.Hans, stat.En)
	rapid.Check(t, func(t *rapid.T) {
		name := stat.Text{Hans: drawText(t, "zh", 120), En: drawText(t, "en", 300)}
		b.blocks = nil
		b.heading(textOf(name.Hans, name.En))
		page := paginate(b.blocks, std())[0]
		got := map[stat.Lang]string{}
		bottom := 0.0
		for _, it := range page.Items {
			got[it.Lang] += it.Text
			if f := misplaced(it); f != "" {
				t.Errorf("%q %s", it.Text, f)
			}
			bottom = max(bottom, it.bottom())
		}
		if got[stat.Hans] != name.Hans || got[stat.En] != name.En {
			t.Errorf("got %q, want %q", got, name)
		}
		for _, f := range overlaps(page) {
			t.Error(f)
		}
		if end := std().Top + height(b.blocks) - b.blocks[0].height; bottom > end {
			t.Errorf("the title ends at %.1f, its block at %.1f", bottom, end)
		}
	})
}

// No chart stands inside a table that goes on overleaf.
func TestNoChartInsideTable(t *testing.T) {
	parted := 0
	looks(t, func(name string, doc *Composition, _ Theme) {
		of := map[*Node]*Node{} // the table or figure that an element belongs to
		walk(doc.Root, func(n, above *Node) {
			of[n] = of[above]
			if n.Kind == "Table" || n.Kind == "Figure" {
				of[n] = n
			}
		})
		last := map[*Node]int{}
		for _, p := range doc.Pages {
			figure := false
			for _, it := range p.Items {
				n := of[it.Node]
				if n == nil || it.Artifact {
					continue
				}
				if before := last[n]; n.Kind == "Table" && before > 0 && before < p.Number {
					if parted++; figure {
						t.Errorf("%s: page %d has a chart inside a table", name, p.Number)
					}
				}
				figure = figure || n.Kind == "Figure"
				last[n] = p.Number
			}
		}
	})
	if parted == 0 {
		t.Error("no table goes on overleaf")
	}
}
