package briefing

import (
	"slices"
	"strings"
	"testing"

	"nianbao/internal/stat"

	"github.com/google/go-cmp/cmp"
)

// A title is followed on its page by as much of its section as it wants; a section that ends earlier may be short.
func TestTitleKeepsItsSection(t *testing.T) {
	const line = 16
	title := func(name string) block {
		s := keep(strip(name, 50))
		s.room = 3 * line
		return s
	}
	floating := func(s block) block {
		s.float = true
		return s
	}
	room := std().height() - 50
	above := func(lines float64) block { return strip("a", room-lines*line) }
	settle := block{space: true, flush: true}
	for _, test := range []struct {
		name   string
		blocks []block
		want   []string // names of the blocks on each page
	}{
		{"room for one line of a section", []block{above(1), title("t"), strip("b", line), strip("c", 2*line)}, []string{"a", "t b c"}},
		{"room for three", []block{above(3), title("t"), strip("b", 3*line), strip("c", line)}, []string{"a t b", "c"}},
		{"room for three, used by two", []block{above(3), title("t"), strip("b", 2*line), strip("c", 4*line)}, []string{"a", "t b c"}},
		{"a section of one line", []block{above(2), title("t"), strip("b", line), settle, title("u"), strip("c", 5*line)}, []string{"a t b", "u c"}},
		{"the last section, of one line", []block{above(1), title("t"), strip("b", line)}, []string{"a t b"}},
		{"a section of one line before a page that starts", []block{above(1), title("t"), strip("b", line), fresh(strip("c", line))}, []string{"a t b", "c"}},
		{"a paragraph goes on overleaf after three lines", []block{above(3), title("t"), {height: 5 * line, cuts: []float64{2 * line, 3 * line}, items: twoLines("b", 3*line, "c", 5*line)}}, []string{"a t b", "c"}},
		{"a paragraph has room for two lines alone", []block{above(2), title("t"), {height: 5 * line, cuts: []float64{2 * line, 3 * line}, items: twoLines("b", 3*line, "c", 5*line)}}, []string{"a", "t b c"}},
		{"rows after a chart without room stand below the title", []block{above(4), title("t"), floating(strip("chart", 100)), strip("b", 4*line), strip("c", line)}, []string{"a t b", "chart c"}},
		{"a chart without room and nothing else", []block{above(4), title("t"), floating(strip("chart", 100))}, []string{"a", "t chart"}},
		{"a chart without room and a section of one line", []block{above(4), title("t"), strip("b", line), floating(strip("chart", 100)), settle, title("u"), strip("c", line)}, []string{"a", "t b chart u c"}},
		{"a title right below another", []block{above(5), title("t"), settle, title("u"), strip("b", line), strip("c", 3*line)}, []string{"a", "t u b c"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if d := cmp.Diff(test.want, names(paginate(test.blocks, std()))); d != "" {
				t.Error(d)
			}
		})
	}
}

func twoLines(first string, bottom float64, second string, end float64) []Item {
	return []Item{
		{Shape: Text, Text: first, Size: 10, W: 10, Y: bottom - 2}, {Shape: Text, Text: second, Size: 10, W: 10, Y: end - 2},
	}
}

// names returns the names of the blocks of each page.
func names(pages []Page) []string {
	var out []string
	for _, p := range pages {
		var of []string
		for _, it := range p.Items {
			of = append(of, it.Text)
		}
		out = append(out, strings.Join(of, " "))
	}
	return out
}

// The white space below a chart that waits for the next page does not stay behind.
func TestFloatTakesItsSpace(t *testing.T) {
	chart := strip("chart", 200)
	chart.float = true
	rest := std().height() - 100
	pages := paginate([]block{strip("a", rest), chart, space(40), strip("b", 100), strip("c", 10)}, std())
	if d := cmp.Diff([]string{"a b", "chart c"}, names(pages)); d != "" {
		t.Error(d)
	}
}

// Each title of a finished page is followed by at least as much as it wants, unless its section ends there.
func TestTitlesOfPages(t *testing.T) {
	looks(t, func(name string, doc *Composition, theme Theme) {
		titles := map[*Node]bool{}
		walk(doc.Root, func(n, above *Node) {
			if n.Kind == "H1" || above.Kind == "H1" {
				titles[n] = true
			}
		})
		for i, p := range doc.Pages {
			for j, it := range p.Items {
				next := i+1 < len(doc.Pages) && !beginsSection(doc.Pages[i+1], titles)
				last := !slices.ContainsFunc(p.Items[j:], func(o Item) bool { return titles[o.Node] && o.Y > it.Y+theme.Grid })
				if titles[it.Node] && last && next && below(p, it) < 2*theme.Grid {
					t.Errorf("%s: page %d: %.0f points stand below %q", name, p.Number, below(p, it), it.Text)
				}
			}
		}
	})
}

// beginsSection reports whether the first text of the document on a page is a title.
func beginsSection(p Page, titles map[*Node]bool) bool {
	for _, it := range p.Items {
		if !it.Artifact && it.Shape == Text {
			return titles[it.Node]
		}
	}
	return true
}

// below is how far down the page is filled, measured from an item.
func below(p Page, title Item) float64 {
	bottom := 0.0
	for _, it := range p.Items {
		if !it.Artifact {
			bottom = max(bottom, it.bottom())
		}
	}
	return bottom - title.bottom()
}

// A table that continues on a new page has four rows there, or as many as fit in a fifth of a page.
func TestTableEnds(t *testing.T) {
	b := newBuilder(t, stat.En)
	row := []cell{{{{"row", style{size: std().Small, ink: cellInk(0, 0)}}}}}
	high := []cell{{{{strings.Repeat("row\u2028", 8), style{size: std().Small, ink: cellInk(0, 0)}}}}}
	for _, test := range []struct {
		row   []cell
		least int
	}{{row, 4}, {high, 2}} {
		for before := 0.0; before < 300; before += 7 {
			b.blocks = []block{{height: before}}
			rows := make([][]cell, 40)
			for i := range rows {
				rows[i] = test.row
			}
			b.rows(grid{cols: []column{{part: 1, head: []string{"name"}}}, rows: rows, below: 1})
			pages := paginate(b.blocks, std())
			n := 0
			for _, it := range pages[len(pages)-1].Items {
				if it.Shape == Rule {
					n++
				}
			}
			if n--; n < test.least { // the header's
				t.Errorf("after %.0f points the last page has %d rows", before, n)
			}
		}
	}
}
