package edition

import (
	"fmt"
	"slices"
	"testing"

	"nianbao/internal/stat"
)

// A comparison needs values, the right measure, the edition's period, and enough similar rows.
func TestGrowths(t *testing.T) {
	grown := func(i int, m stat.Measure, s stat.Status, p stat.Period) Row {
		f := &stat.Fact{ID: fmt.Sprint(i), Measure: m, Figure: stat.Figure{Status: s}}
		return Row{Period: p, Growth: f}
	}
	e := &Edition{Period: year(2023)}
	rows := []Row{
		grown(0, stat.Growth, stat.Normal, year(2023)), grown(1, stat.Change, stat.Normal, year(2023)), grown(2, stat.Growth, "M", year(2023)),
		grown(3, stat.Growth, stat.Normal, year(2022)), {Period: year(2023)},
		grown(5, stat.Growth, stat.Normal, year(2023)), grown(6, stat.Growth, stat.Provisional, year(2023)),
	}
	var got []string
	for _, r := range e.Growths(Theme{Rows: rows}) {
		got = append(got, r.Growth.ID)
	}
	if want := []string{"0", "5", "6"}; !slices.Equal(got, want) {
		t.Errorf("%q are compared, want %q", got, want)
	}
	if few := e.Growths(Theme{Rows: rows[:6]}); few != nil {
		t.Errorf("two rows are compared: %v", few)
	}
}

// The first amount of money of each project counts. Each currency is compared separately, highest first.
func TestInvestments(t *testing.T) {
	e := &Edition{Units: stat.Units(), facts: map[string]*stat.Fact{}}
	project := func(code string, sums ...stat.Quantity) {
		p := stat.Project{Code: code}
		for i, q := range sums {
			id := fmt.Sprint(code, i)
			e.facts[id] = &stat.Fact{ID: id, Figure: stat.Figure{Quantity: q, Status: stat.Normal}}
			p.Figures = append(p.Figures, stat.ProjectFigure{Fact: id})
		}
		e.Projects = append(e.Projects, p)
	}
	project("a", stat.Qty("3", 0, "KM"), stat.Qty("2", 8, "CNY"), stat.Qty("9", 8, "CNY"))
	project("b", stat.Qty("5", 8, "CNY"))
	project("c", stat.Qty("0", 8, "CNY"))
	project("d", stat.Qty("1", 8, "USD"))
	project("e", stat.Qty("6000", 4, "CNY"))
	var got []string
	for _, in := range e.Investments() {
		for _, s := range in.Sums {
			got = append(got, in.Currency+" "+s.Fact.ID)
		}
	}
	if want := []string{"CNY b0", "CNY a1", "CNY e0"}; !slices.Equal(got, want) {
		t.Errorf("%q are compared, want %q", got, want)
	}
}

// Positions far from the first are not compared, nor is a single position. Over time, only positions of the edition's
// period with a history are compared.
func TestPositions(t *testing.T) {
	e := &Edition{Period: year(2023)}
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
	if n := len(e.Positions()); n != 4 {
		t.Errorf("%d positions are compared, want 4", n)
	}
	if moves := e.Moves("city"); len(moves) != 1 || len(moves[0].Course()) != 3 {
		t.Errorf("moves in the city: %v", moves)
	}
}
