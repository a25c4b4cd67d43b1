package workbook

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// Figure is a number of a sheet for people, with the words of its row that tell which one it is.
type Figure struct {
	Sheet  string // the table: indicators, rankings, projects or targets
	Cell   string // as F9
	Column string // value, growth, position, areas, target, baseline, implied, or the code of an amount of money
	Code   string // of the indicator or project
	Period string // in words, a line for each language; "" for projects
	Of     string // unit in words, code of the scope of a ranking, or currency; "" where the column says it
	Value  string // as the file has it
}

// figureColumn is a column of numbers that come of facts, with those that tell its unit and period.
type figureColumn struct{ table, key, name, period, of string }

func figureColumns() []figureColumn {
	list := []figureColumn{
		{"indicators", valueColumn, "value", "column.period", "column.unit"},
		{"indicators", growthColumn, "growth", "column.period", ""},
		{"indicators", rankColumn, "position", "column.period", ""},
		{"rankings", rankColumn, "position", "column.period", scopeColumn},
		{"rankings", areasColumn, "areas", "column.period", scopeColumn},
		{"targets", targetColumn, "target", "column.due", "column.unit"},
		{"targets", baselineColumn, "baseline", "column.due", "column.level.unit"},
		{"targets", impliedColumn, "implied", "column.due", "column.level.unit"},
	}
	for _, code := range edition.Amounts() {
		list = append(list, figureColumn{"projects", moneyColumn(code), code, "", currencyColumn})
	}
	return list
}

// Figures reads the numbers of the sheets of indicators, rankings, projects and targets that come of facts; what is
// worked out from other cells is left out. Words are those of the workbook's languages, and period is its edition's. A
// sheet that is missing, or has not all of the columns that it always has, is an error.
func (r *Reader) Figures(words []*locale.Words, period stat.Period) ([]Figure, error) {
	p := &planner{Edition: &edition.Edition{Period: period}, words: words}
	var figures []Figure
	for _, s := range []sheet{p.indicatorsSheet(), p.rankingsSheet(), p.projectsSheet(), p.targetsSheet()} {
		list, err := r.figures(s)
		if err != nil {
			return nil, fmt.Errorf("read workbook: sheet %q: %w", s.name, err)
		}
		figures = append(figures, list...)
	}
	return figures, nil
}

// figures finds the columns of a sheet by the headers that it would be written with.
func (r *Reader) figures(want sheet) ([]Figure, error) {
	rows, err := r.sheet(want.name)
	if err != nil {
		return nil, err
	}
	first := want.table.columns[0].header
	header := slices.IndexFunc(rows, func(row []string) bool { return len(row) > 1 && row[0] == first })
	if header < 0 {
		return nil, fmt.Errorf("no row begins with %q", first)
	}
	at := map[string]int{}
	for _, c := range want.table.columns {
		i := slices.Index(rows[header], c.header)
		if i < 0 && !c.spare {
			return nil, fmt.Errorf("no column %q", c.header)
		}
		if i >= 0 {
			at[c.key] = i
		}
	}
	var figures []Figure
	for _, c := range figureColumns() {
		column, ok := at[c.key]
		if c.table != want.table.name || !ok {
			continue
		}
		for r, row := range rows[header+1:] {
			get := func(key string) string {
				if i, ok := at[key]; ok && i < len(row) {
					return row[i]
				}
				return ""
			}
			if value := strings.TrimSpace(get(c.key)); value != "" {
				figures = append(figures, Figure{
					Sheet: c.table, Cell: cellName(column, header+2+r), Column: c.name, Code: get("column.code"),
					Period: get(c.period), Of: get(c.of), Value: value,
				})
			}
		}
	}
	return figures, nil
}
