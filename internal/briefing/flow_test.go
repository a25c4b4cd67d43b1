package briefing

import (
	"fmt"
	"math"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// strip is a block with a line at its top that gives its name.
func strip(name string, height float64) block {
	return block{height: height, items: []Item{{Shape: Text, Text: name, Size: 10, W: 10, Y: 10}}}
}

func keep(s block) block {
	s.keep = true
	return s
}

func floats(s block) block {
	s.float = true
	return s
}

func fresh(s block) block {
	s.fresh = true
	return s
}

func under(s block, head ...block) block {
	s.head = head
	return s
}

// outline describes each page by the names of its blocks and the distance of their lines from the top margin.
func outline(pages []Page) []string {
	var out []string
	for _, p := range pages {
		var names []string
		for _, it := range p.Items {
			names = append(names, fmt.Sprintf("%s@%g", it.Text, math.Round(1000*(it.Y-std().Top-10))/1000))
		}
		out = append(out, strings.Join(names, " "))
	}
	return out
}

func TestPaginate(t *testing.T) {
	half := math.Floor(std().height() / 2)
	head := strip("head", 20)
	gap := std().units(floatGap)
	tests := []struct {
		name   string
		blocks []block
		want   []string
	}{
		{"nothing is one empty page", nil, []string{""}},
		{"blocks follow each other", []block{strip("a", 100), strip("b", 50), strip("c", 1)}, []string{"a@0 b@100 c@150"}},
		{"what does not fit moves on", []block{strip("a", 600), strip("b", 200), strip("c", 1)}, []string{"a@0", "b@0 c@200"}},
		{"a page filled to the last point", []block{strip("a", half), strip("b", half), strip("c", 1)}, []string{fmt.Sprintf("a@0 b@%g", half), "c@0"}},
		{"space between", []block{strip("a", 100), space(20), strip("b", 1)}, []string{"a@0 b@120"}},
		{"space at the top is dropped", []block{space(20), strip("a", 600), space(30), strip("b", 200)}, []string{"a@0", "b@0"}},
		{"two spaces at the top are dropped", []block{strip("a", 699), space(20), space(20), strip("b", 200)}, []string{"a@0", "b@0"}},
		{"space at the end makes no page", []block{strip("a", 695), space(20)}, []string{"a@0"}},
		{"space that does not fit is not made up by what is lower", []block{strip("a", 700), space(20), strip("b", 5)}, []string{"a@0", "b@0"}},
		{"kept blocks move on together", []block{strip("a", 500), keep(strip("b", 100)), keep(strip("c", 50)), strip("d", 100)}, []string{"a@0", "b@0 c@100 d@150"}},
		{"kept blocks stay if they fit", []block{strip("a", 400), keep(strip("b", 100)), strip("c", 100), strip("d", 150)}, []string{"a@0 b@400 c@500", "d@0"}},
		{"kept to the end of all", []block{strip("a", 620), keep(strip("b", 50)), keep(strip("c", 60))}, []string{"a@0", "b@0 c@50"}},
		{"a fresh block turns the page", []block{strip("a", 10), fresh(strip("b", 10))}, []string{"a@0", "b@0"}},
		{"a fresh block needs no second empty page", []block{fresh(strip("a", 10)), strip("b", 10)}, []string{"a@0 b@10"}},
		{"fresh space turns the page and is dropped", []block{strip("a", 10), fresh(space(30)), strip("b", 10)}, []string{"a@0", "b@0"}},
		{"a fresh block is not kept with the one before", []block{strip("x", 600), keep(strip("a", 50)), fresh(strip("b", 300))}, []string{"x@0 a@600", "b@0"}},
		{"a header is repeated where a page starts", []block{keep(head), under(strip("a", 600), head), under(strip("b", 300), head), under(strip("c", 300), head)},
			[]string{"head@0 a@20", "head@0 b@20 c@320"}},
		{"kept blocks longer than a page start one and run on", []block{strip("x", 100), keep(strip("a", 300)), keep(strip("b", 300)), keep(strip("c", 300)), strip("d", 300)},
			[]string{"x@0", "a@0 b@300", "c@0 d@300"}},
		{"what follows a float that does not fit goes first", []block{strip("a", 500), floats(strip("f", 300)), strip("b", 100), strip("c", 200)},
			[]string{"a@0 b@500", fmt.Sprintf("f@0 c@%g", 300+gap)}},
		{"and fills the pages of floats that do not fit on one", []block{strip("a", 650), floats(strip("f", 400)), floats(strip("g", 400)), strip("b", 100), strip("c", 250)},
			[]string{"a@0", fmt.Sprintf("f@0 b@%g", 400+gap), fmt.Sprintf("g@0 c@%g", 400+gap)}},
		{"a float waits for the end of a table and goes below it",
			[]block{strip("a", 600), floats(strip("f", 300)), keep(head), under(strip("b", 60), head), under(strip("c", 60), head), {space: true, flush: true}},
			[]string{"a@0 head@600 b@620", fmt.Sprintf("head@0 c@20 f@%g", 80+gap)}},
		{"rows that do not fit below a high header are cut", []block{keep(strip("high", 400)), under(keep(strip("a", 300)), strip("high", 400)), under(strip("b", 300), strip("high", 400))},
			[]string{"high@0 a@400", "high@0 b@400"}},
		{"the blank foot of a block higher than a page needs no second", []block{strip("a", 800)}, []string{"a@0"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			pages := paginate(test.blocks, std())
			if d := cmp.Diff(test.want, outline(pages)); d != "" {
				t.Error(d)
			}
			for i, p := range pages {
				if p.Number != i+1 {
					t.Errorf("page %d has the number %d", i+1, p.Number)
				}
				for _, it := range p.Items {
					if it.X != std().Left {
						t.Errorf("%q stands at x %g", it.Text, it.X)
					}
				}
			}
		})
	}
}

// twoColumns makes a block with two columns of n lines, 20 apart, without common baselines.
func twoColumns(n int) block {
	s := block{height: float64(n)*20 + 10}
	for c, start := range []float64{15, 20} {
		for i := range n {
			s.items = append(s.items, Item{Shape: Text, Text: fmt.Sprintf("%d%c", i, 'a'+c), X: float64(c) * 200, Y: start + float64(i)*20, W: 20, Size: 9})
			s.items = append(s.items, Item{Shape: Text, Text: "*", X: float64(c)*200 + 20, Y: start + float64(i)*20 - 2.5, W: 3, Size: 6})
		}
	}
	s.items = append(s.items, Item{Shape: Rule, Y: s.height, W: std().width(), Artifact: true})
	return s
}

// A block higher than a page is cut between lines. Every line occurs once, in order, in its column and inside the page.
func TestPaginateCutsHighSlabs(t *testing.T) {
	head := strip("head", 20)
	for _, n := range []int{10, 33, 34, 35, 100, 1000} {
		for _, before := range []float64{0, 30, 300, 690} {
			pages := paginate([]block{keep(strip("title", before)), under(twoColumns(n), head)}, std())
			var columns [2][]string
			for _, p := range pages {
				for i, it := range p.Items {
					if it.top() < std().Top || it.bottom() > std().Height-std().Bottom+1e-6 {
						t.Errorf("%d lines after %g: %q stands at %g of page %d", n, before, it.Text, it.Y, p.Number)
					}
					switch c := int(math.Round(it.X-std().Left)) / 200; {
					case it.Text == "*":
						if last := p.Items[i-1]; last.Text == "*" || math.Abs(last.Y-it.Y-2.5) > 1e-6 {
							t.Errorf("%d lines after %g: a mark is parted from its line", n, before)
						}
					case it.Shape == Text && it.Text != "head" && it.Text != "title":
						columns[c] = append(columns[c], it.Text)
					}
				}
				if p.Number > 1 && p.Items[0].Text != "head" {
					t.Errorf("%d lines after %g: page %d starts with %q", n, before, p.Number, p.Items[0].Text)
				}
			}
			for c, got := range columns {
				var want []string
				for i := range n {
					want = append(want, fmt.Sprintf("%d%c", i, 'a'+c))
				}
				if d := cmp.Diff(want, got); d != "" {
					t.Errorf("%d lines after %g: %s", n, before, d)
				}
			}
		}
	}
}

// A title is not left behind when the following block nearly fills a page.
func TestTitleBeforeHighSlab(t *testing.T) {
	for _, n := range []int{30, 33, 34, 60} {
		pages := paginate([]block{strip("x", 300), keep(strip("title", 60)), under(twoColumns(n), strip("head", 26))}, std())
		for _, p := range pages {
			if last := p.Items[len(p.Items)-1]; last.Text == "title" {
				t.Errorf("%d lines: the title is the last of page %d", n, p.Number)
			}
		}
	}
}

// What a long text takes grows with its length, and not with that times its pages.
func TestLongTextTakesMemoryInProportion(t *testing.T) {
	taken := func(lines int) uint64 {
		s := twoColumns(lines)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		paginate([]block{s}, std())
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	if small, large := taken(1_000), taken(16_000); large > 20*small {
		t.Errorf("1,000 lines take %d bytes, 16,000 lines %d", small, large)
	}
}
