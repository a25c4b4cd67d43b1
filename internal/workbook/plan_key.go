package workbook

import (
	"slices"
	"strings"

	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/xlsx"
)

// The sheet of key figures has as many rows as one looks at, and charts.
const (
	fewestKey = 8
	mostKey   = 12
	keyCharts = 2
)

// keySheet is the front sheet: the headline indicators of the period, their growth as bars, and the two most telling
// charts.
func (p *planner) keySheet() sheet {
	type row = indicator
	growth := spare(figure(p, growthColumn, func(r row) xlsx.Cell {
		if p.Baseless(r.Growth) { // which a bar would make much of
			return xlsx.Cell{Kind: xlsx.Blank}
		}
		return figureCell(r.Growth)
	}))
	growth.column.Bars = true
	fields := slices.Concat(
		[]field[row]{code(p, "column.code", func(r row) string { return r.Indicator.Code })},
		nested(p, p.rowName, row.depth),
		[]field[row]{
			spare(figure(p, valueColumn, func(r row) xlsx.Cell { return figureCell(r.Value) })),
			spare(word(p, "column.unit", wordWidth, func(w *locale.Words, r row) string { return p.unit(w, r.Value) })),
			growth,
			p.turnField(),
			spare(figure(p, rankColumn, func(r row) xlsx.Cell { return figureCell(r.Rank) })),
			spare(word(p, "column.scope", wordWidth, func(w *locale.Words, r row) string { return p.scope(w, r.Rank) })),
			blank("blank.normal", spare(word(p, "column.status", wordWidth, unusual))),
			marks(p, func(r row) []*stat.Fact { return r.facts }),
		},
	)
	s := p.figures("key", tabulate("key", fields, p.keyRows()))
	s.Below = true
	s.Charts = p.charts(min(keyCharts, len(p.graphs)))
	return s
}

// keyRows chooses the rows of the period that tell most: headline indicators, and others if those are few. A change of an
// indicator stands beside its value only on the sheet of indicators, which names the types of values.
func (p *planner) keyRows() []indicator {
	var headlines, others []int
	for i, r := range p.indicatorRows {
		switch {
		case r.Period != p.Period || r.Aside != nil || r.Composition != nil || r.Value != nil && r.Value.Measure == stat.Change || valueCell(r.Value).Kind == xlsx.Blank && valueCell(r.Growth).Kind == xlsx.Blank:
		case r.Indicator.Headline:
			headlines = append(headlines, i)
		default:
			others = append(others, i)
		}
	}
	chosen := headlines[:min(len(headlines), mostKey)]
	chosen = append(chosen, others[:min(len(others), max(0, fewestKey-len(chosen)))]...)
	slices.Sort(chosen)
	var rows []indicator
	for _, i := range chosen {
		rows = append(rows, p.indicatorRows[i])
	}
	rows, branches := outlined(p, rows, indicator.of)
	for i := range rows {
		rows[i].Branch = branches[i]
	}
	return rows
}

// unusual words the statuses of a row's figures that are not normal.
func unusual(w *locale.Words, r indicator) string {
	var said []string
	for _, f := range r.facts {
		if s := statusWords(w, f.Status); f.Status != stat.Normal && !slices.Contains(said, s) {
			said = append(said, s)
		}
	}
	return strings.Join(said, w.Phrase("list.comma"))
}
