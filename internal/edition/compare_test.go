package edition

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"nianbao/internal/stat"
)

// A comparison needs values, the right measure, the edition's period, and enough similar rows.
func TestGrowths(t *testing.T) {
	grown := func(i int, m stat.Measure, s stat.Status, p stat.Period) Row {
		f := &stat.Fact{ID: fmt.Sprint(i), Measure: m, Figure: stat.Figure{Status: s}}
		return Row{Period: p, Growth: f}
	}
	e := &Edition{Period: year(2023), Units: stat.Units()}
	rows := []Row{
		grown(0, stat.Growth, stat.Normal, year(2023)), grown(1, stat.Change, stat.Normal, year(2023)), grown(2, stat.Growth, "M", year(2023)),
		grown(3, stat.Growth, stat.Normal, year(2022)), {Period: year(2023)},
		grown(5, stat.Growth, stat.Normal, year(2023)), grown(6, stat.Growth, stat.Provisional, year(2023)),
	}
	var got []string
	for _, group := range e.Growths(Theme{Rows: rows}) {
		for _, r := range group {
			got = append(got, r.Growth.ID)
		}
	}
	if want := []string{"0", "5", "6"}; !slices.Equal(got, want) {
		t.Errorf("%q are compared, want %q", got, want)
	}
	if few := e.Growths(Theme{Rows: rows[:6]}); few != nil {
		t.Errorf("two rows are compared: %v", few)
	}
}

// Amounts of money are compared with each other, and so are tonnes, but not one with the other.
func TestGrowthsOfOneDimension(t *testing.T) {
	e := &Edition{Period: year(2023), Units: stat.Units()}
	var rows []Row
	for i, unit := range strings.Fields("CNY TONNE CNY USD TONNE TONNE PERSON INDEX") {
		f := &stat.Fact{ID: fmt.Sprint(i), Measure: stat.Growth, Figure: stat.Figure{Status: stat.Normal}}
		rows = append(rows, Row{Indicator: stat.Indicator{Unit: unit}, Period: year(2023), Growth: f})
	}
	var got []string
	for _, group := range e.Growths(Theme{Rows: rows}) {
		var ids string
		for _, r := range group {
			ids += r.Growth.ID
		}
		got = append(got, ids)
	}
	if want := []string{"023", "145"}; !slices.Equal(got, want) {
		t.Errorf("%q are compared, want %q", got, want)
	}
}

// Amounts of one kind and currency are compared, highest first.
func TestCosts(t *testing.T) {
	e := &Edition{Units: stat.Units(), facts: map[string]*stat.Fact{}}
	project := func(code string, sums map[string]stat.Quantity) {
		p := stat.Project{Code: code}
		for kind, q := range sums {
			id := code + " " + kind
			e.facts[id] = &stat.Fact{ID: id, Figure: stat.Figure{Quantity: q, Status: stat.Normal}}
			p.Figures = append(p.Figures, stat.ProjectFigure{Code: kind, Fact: id})
		}
		e.Projects = append(e.Projects, p)
	}
	project("a", map[string]stat.Quantity{"length": stat.Qty("3", 0, "KM"), "investment": stat.Qty("2", 8, "CNY"), "total-investment": stat.Qty("9", 8, "CNY")})
	project("b", map[string]stat.Quantity{"investment": stat.Qty("5", 8, "CNY")})
	project("c", map[string]stat.Quantity{"investment": stat.Qty("0", 8, "CNY")})
	project("d", map[string]stat.Quantity{"investment": stat.Qty("1", 8, "USD")})
	project("e", map[string]stat.Quantity{"investment": stat.Qty("6000", 4, "CNY"), "total-investment": stat.Qty("1", 8, "CNY")})
	var got []string
	for _, costs := range e.Costs() {
		for _, s := range costs.Sums {
			got = append(got, costs.Currency+" "+s.Fact.ID)
		}
	}
	if want := []string{"CNY b investment", "CNY a investment", "CNY e investment"}; !slices.Equal(got, want) {
		t.Errorf("%q are compared, want %q", got, want)
	}
}

// A breakdown is drawn if all its parts are known and make up something of the whole.
func TestWholes(t *testing.T) {
	for name, tt := range map[string]struct {
		one, two string
		want     int
	}{
		"both are known":   {"4", "6", 1},
		"a part is zero":   {"0", "10", 0},
		"a part is a loss": {"-4", "14", 0},
	} {
		whole := stat.Indicator{Code: "whole", Breakdowns: []stat.Breakdown{{Parts: []string{"one", "two"}}}}
		e := &Edition{Period: year(2023), facts: map[string]*stat.Fact{}, indicators: map[string]stat.Indicator{"whole": whole, "one": {Code: "one"}, "two": {Code: "two"}}}
		for code, v := range map[string]string{"one": tt.one, "two": tt.two} {
			id := stat.Key(code, string(stat.Level), year(2023))
			e.facts[id] = &stat.Fact{ID: id, Figure: stat.Figure{Quantity: stat.Qty(v, 8, "CNY"), Status: stat.Normal}}
		}
		rows := []Row{{Indicator: whole, Period: year(2023)}, {Indicator: whole, Period: year(2023)}}
		if got := e.Wholes(Theme{Rows: rows}); len(got) != tt.want {
			t.Errorf("%s: %d wholes, want %d", name, len(got), tt.want)
		}
	}
}

// Those furthest behind come first, also where less is better.
func TestPacedProgressIsSorted(t *testing.T) {
	share := func(s string) *stat.Quantity { q := stat.Qty(s, 0, "PERCENT"); return &q }
	e := &Edition{}
	for _, s := range []struct{ code, reach, better string }{{"a", "76", "up"}, {"b", "60", "up"}, {"c", "70", "down"}, {"d", "95", "down"}} {
		ind := stat.Indicator{Code: s.code, Better: stat.Direction(s.better)}
		e.Progress = append(e.Progress, Progress{Indicator: ind, Reach: share(s.reach), Pace: *share("75")})
	}
	var got []string
	for _, p := range e.PacedProgress() {
		got = append(got, p.Indicator.Code)
	}
	if want := []string{"d", "b", "a", "c"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// The style of an indicator is the same in every edition of the area.
func TestStyle(t *testing.T) {
	s := newScene()
	for i, code := range []string{"homes", "output"} {
		f := figure(code, stat.Rank, 2023, stat.Qty(fmt.Sprint(i+1), 0, "RANK"))
		f.Ranking = &stat.Ranking{Scope: "city"}
		s.add(f)
	}
	e := s.build(t)
	seen := map[int]string{}
	for _, ind := range s.d.Indicators {
		if style := e.Style(ind); ind.Code == "homes" || ind.Code == "output" {
			if other, taken := seen[style]; taken {
				t.Errorf("%s and %s have style %d", ind.Code, other, style)
			}
			seen[style] = ind.Code
		}
	}
}

// Positions far from the first are not compared, nor is a single position. Over time, only positions of the edition's
// period with a history are compared.
func TestPositions(t *testing.T) {
	e := &Edition{Period: year(2023), Area: stat.Area{Scopes: []stat.Scope{{Code: "city"}, {Code: "province"}}}}
	place := func(n int64, scope string, p stat.Period, earlier ...*stat.Fact) {
		f := &stat.Fact{Period: p, Figure: stat.Figure{Quantity: stat.Qty(fmt.Sprint(n), 0, "RANK"), Status: stat.Normal}}
		e.Rankings = append(e.Rankings, Ranking{Fact: f, Scope: stat.Scope{Code: scope}, Earlier: earlier})
	}
	place(2, "city", year(2023), nil, &stat.Fact{Figure: stat.Figure{Status: stat.Normal}})
	if one := e.Positions(); one != nil {
		t.Errorf("one position is compared: %v", one)
	}
	place(40, "city", year(2023), nil, &stat.Fact{Figure: stat.Figure{Status: "M"}})
	place(41, "city", year(2023))
	place(3, "city", year(2022), &stat.Fact{Figure: stat.Figure{Status: stat.Normal}})
	place(4, "province", year(2023), &stat.Fact{Figure: stat.Figure{Status: stat.Normal}})
	var positions []string
	for _, rankings := range e.Positions() {
		for _, r := range rankings {
			positions = append(positions, r.Scope.Code+r.Fact.Quantity.Value.String())
		}
	}
	if want := []string{"city2", "city3", "city40"}; !slices.Equal(positions, want) {
		t.Errorf("%v are compared, want %v", positions, want)
	}
	if moves := e.Moves("city"); len(moves) != 1 || len(moves[0].Course()) != 3 {
		t.Errorf("moves in the city: %v", moves)
	}
}
