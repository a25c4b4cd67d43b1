package workbook

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/xlsx"
)

// moneyGraphs compare the cost of projects, highest first, as the edition groups them.
func (p *planner) moneyGraphs() []graph {
	var graphs []graph
	for _, costs := range p.Costs() {
		kind, currency := costs.Kind, costs.Currency
		sums, cut := most(costs.Sums)
		cost := series{
			key: "column.chart.money", name: amountOf(kind), unit: currencyOf(currency),
			header: func(w *locale.Words) string { return amountName(w, kind) + w.Parenthesis(w.Unit(currency, 0)) },
		}
		g := graph{id: "money", table: "chart_" + machineForm.Replace(kind) + "_" + machineForm.Replace(strings.ToLower(currency)), cut: cut}
		for _, sum := range sums {
			g.items = append(g.items, textOf(sum.Project.Name))
			cost.cells = append(cost.cells, moneyCell(sum.Fact))
		}
		g.series = []series{cost}
		g.title = func(w *locale.Words) string {
			return w.Fill("chart.money.title", p.Area.Name, p.Period, amountName(w, kind), w.Unit(currency, 0))
		}
		graphs = append(graphs, g)
	}
	return graphs
}

func amountOf(kind string) say {
	return func(w *locale.Words) string { return amountName(w, kind) }
}

func currencyOf(code string) say {
	return func(w *locale.Words) string { return w.Unit(code, 0) }
}

// currencies lists the currencies of the projects, in order of appearance.
func (p *planner) currencies() []string {
	var codes []string
	for _, r := range p.projectRows {
		if r.currency != "" && !slices.Contains(codes, r.currency) {
			codes = append(codes, r.currency)
		}
	}
	return codes
}

// paying lists the rows with a kind of amount in a currency.
func (p *planner) paying(kind, currency string) []int {
	var rows []int
	for i, r := range p.projectRows {
		if f := r.money[kind]; r.currency == currency && f != nil && f.Status.HasValue() {
			rows = append(rows, i)
		}
	}
	return rows
}

// sum adds up the amounts of rows.
func (p *planner) sum(kind string, rows ...int) decimal.Decimal {
	total := decimal.Zero
	for _, i := range rows {
		total = total.Add(p.projectRows[i].money[kind].Quantity.Base())
	}
	return total
}

// total is the sum of an amount over the projects in one currency.
type total struct {
	kind, currency string
	rows           []int // of the sheet of projects
}

// totals adds up the amounts of the projects by kind and currency, without conversion.
func (p *planner) totals() table {
	var items []total
	for _, kind := range edition.Amounts() {
		for _, currency := range p.currencies() {
			if rows := p.paying(kind, currency); len(rows) > 0 {
				items = append(items, total{kind, currency, rows})
			}
		}
	}
	fields := []field[total]{
		word(p, "column.chart.total", nameWidth+8, func(w *locale.Words, t total) string { return amountName(w, t.kind) }),
		figure(p, "column.chart.sum", func(t total) xlsx.Cell {
			sum := baseCell(p.sum(t.kind, t.rows...))
			return formulaCell(sum, fmt.Sprintf(`ROUND(SUMIFS(%s,%s,%s),%d)`,
				xlsx.All("projects", moneyColumn(t.kind)), xlsx.All("projects", currencyColumn), quoted(t.currency), max(int(sum.Decimals), finer)))
		}),
		figure(p, "column.chart.projects", func(t total) xlsx.Cell {
			return formulaCell(intCell(len(t.rows)), fmt.Sprintf(`COUNTIFS(%s,%s,%s,">-1E+300")`,
				xlsx.All("projects", currencyColumn), quoted(t.currency), xlsx.All("projects", moneyColumn(t.kind))))
		}),
		code(p, currencyColumn, func(t total) string { return t.currency }),
	}
	return tabulate("totals", fields, items)
}
