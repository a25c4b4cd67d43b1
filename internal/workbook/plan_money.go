package workbook

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/xlsx"
)

// moneyGraphs compares the cost of projects, highest first, with one chart for each currency and kind of amount that
// several projects have.
func (p *planner) moneyGraphs() []graph {
	var graphs []graph
	for _, kind := range edition.Amounts() {
		for _, currency := range p.currencies() {
			rows := p.paying(kind, currency)
			slices.SortStableFunc(rows, func(a, b int) int { return p.sum(kind, b).Compare(p.sum(kind, a)) })
			rows, cut := most(rows)
			if len(rows) < 2 {
				continue
			}
			var points []point
			for _, i := range rows {
				points = append(points, point{
					series: amountOf(kind), item: textOf(p.projectRows[i].Name), unit: currencyOf(currency),
					value: formulaCell(moneyCell(p.projectRows[i].money[kind]), xlsx.At("projects", moneyColumn(kind), i)),
				})
			}
			graphs = append(graphs, graph{
				id: "money", points: [][]point{points}, cut: cut,
				title: func(w *locale.Words) string {
					return w.Fill("chart.money.title", p.Area.Name, p.Period, amountName(w, kind), w.Unit(currency, 0))
				},
			})
		}
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

// totals adds up the amounts of the projects by kind and currency, without conversion.
func (p *planner) totals() []point {
	var rows []point
	for _, kind := range edition.Amounts() {
		for _, currency := range p.currencies() {
			paying := p.paying(kind, currency)
			if len(paying) == 0 {
				continue
			}
			total := baseCell(p.sum(kind, paying...))
			rows = append(rows, point{
				group: phrase("chart.totals"), series: amountOf(kind), unit: currencyOf(currency),
				item: func(w *locale.Words) string {
					return w.Fill("chart.totals.of", w.Quantity(stat.Qty(fmt.Sprint(len(paying)), 0, stat.ProjectUnit), stat.Exactly))
				},
				value: formulaCell(total, fmt.Sprintf(`ROUND(SUMIFS(%s,%s,"%s"),%d)`,
					xlsx.All("projects", moneyColumn(kind)), xlsx.All("projects", currencyColumn), currency, total.Decimals)),
			})
		}
	}
	return rows
}
