package briefing

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"nianbao/internal/edition"
	"nianbao/internal/stat"
)

// positionsOver returns an edition whose rankings of one scope had the given positions, one per quarter; 0 for none.
func positionsOver(rankings ...[]int) *edition.Edition {
	city := stat.Scope{Code: "city", Name: stat.Text{Hans: "全市", En: "the city"}}
	periods := []stat.Period{stat.Through(2024, 3), stat.Through(2024, 6), stat.Through(2024, 9)}
	e := &edition.Edition{Sections: []string{"rankings"}, Prose: stat.NoProse, Area: stat.Area{Scopes: []stat.Scope{city}}, Period: periods[2], History: edition.History{Periods: periods}}
	for i, positions := range rankings {
		ind := stat.Indicator{Code: fmt.Sprintf("i%d", i), Name: stat.Text{Hans: string([]rune("甲乙丙丁戊己庚")[i]), En: "Alpha Beta Gamma Delta Epsilon Zeta Eta"}}
		ind.Name.En = strings.Fields(ind.Name.En)[i]
		var facts []*stat.Fact
		for j, n := range positions {
			var f *stat.Fact
			if n > 0 {
				f = &stat.Fact{
					Subject: ind.Code, Measure: stat.Rank, Period: periods[j], Ranking: &stat.Ranking{Scope: "city"},
					Figure: stat.Figure{Quantity: stat.Quantity{Value: decimal.NewFromInt(int64(n))}, Status: stat.Normal},
				}
			}
			facts = append(facts, f)
		}
		e.Rankings = append(e.Rankings, edition.Ranking{Fact: facts[2], Indicator: ind, Scope: city, Earlier: facts[:2]})
	}
	return e
}

// drawnBumps returns the items of the charts of positions over time.
func drawnBumps(t *testing.T, e *edition.Edition) []Item {
	t.Helper()
	c, err := composed(e, options(t, stat.Units(), stat.Hans, stat.En))
	if err != nil {
		t.Fatal(err)
	}
	var items []Item
	walk(c.Root, func(n, _ *Node) {
		for i, kid := range n.Kids {
			if kid.Kind == "Figure" && strings.Contains(kid.Alt, "变化") {
				walk(&Node{Kids: []*Node{n.Kids[i-1], kid}}, func(n, _ *Node) { items = append(items, itemsOfNode(c, n)...) })
			}
		}
	})
	return items
}

func itemsOfNode(c *Composition, n *Node) []Item {
	var items []Item
	for _, p := range c.Pages {
		for _, it := range p.Items {
			if it.Node == n {
				items = append(items, it)
			}
		}
	}
	return items
}

func textsOf(items []Item) string {
	var texts []string
	for _, it := range items {
		if it.Shape == Text {
			texts = append(texts, it.Text)
		}
	}
	return strings.Join(texts, "|")
}

// Lines of one scope cross in one chart. Every position has a mark with its number, higher if the position is better,
// and every line has its name at both ends.
func TestBumpChartCrosses(t *testing.T) {
	items := drawnBumps(t, positionsOver([]int{4, 3, 2}, []int{2, 3, 5}, []int{0, 6, 4}))
	said := textsOf(items)
	for words, times := range map[string]int{"全市位次变化": 1, "Positions over time in the city": 1, "甲": 2, "Beta": 2, "丙": 1} {
		if n := strings.Count(said, words); n != times {
			t.Errorf("%q stands there %d times, want %d: %s", words, n, times, said)
		}
	}
	heights := map[string]float64{}
	for _, it := range items {
		if number := strings.TrimSuffix(it.Text, "="); it.Shape == Text && it.Node.Kind == "Figure" && it.Bold && len(number) == 1 {
			if y, ok := heights[number]; ok && y != it.Y {
				t.Errorf("position %s stands at %.1f and at %.1f", number, y, it.Y)
			}
			heights[number] = it.Y
		}
	}
	for _, pair := range [][2]string{{"2", "3"}, {"3", "4"}, {"4", "5"}, {"5", "6"}} {
		if !(heights[pair[0]] < heights[pair[1]]) {
			t.Errorf("position %s stands no higher than %s: %v", pair[0], pair[1], heights)
		}
	}
	courses := slices.DeleteFunc(slices.Clone(items), func(it Item) bool { return it.Shape != Line || it.Size == hairline })
	if len(courses) != 2+2+1 {
		t.Errorf("%d stretches of lines, want 5", len(courses))
	}
}

// Positions that a chart of crossing lines cannot show are drawn as strips: one line alone, too many lines, and
// positions far apart.
func TestBumpStrips(t *testing.T) {
	many := make([][]int, 7)
	for i := range many {
		many[i] = []int{i + 1, i + 1, i + 1}
	}
	for name, rankings := range map[string][][]int{"one": {{4, 3, 2}}, "many": many, "far": {{1, 1, 1}, {1, 5, 13}}} {
		said := textsOf(drawnBumps(t, positionsOver(rankings...)))
		if strings.Contains(said, "全市位次变化") || !strings.Contains(said, "位次变化") || strings.Count(said, "（全市）") < len(rankings) {
			t.Errorf("%s: %s", name, said)
		}
	}
	if said := textsOf(drawnBumps(t, positionsOver([]int{0, 0, 1}, []int{0, 0, 2}))); said != "" {
		t.Errorf("positions that have no past are drawn: %s", said)
	}
}
