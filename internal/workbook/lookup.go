package workbook

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/edition"
	"nianbao/internal/stat"
	"nianbao/internal/xlsx"
)

// The figures are on the sheet data, each once. All other sheets look them up there by fact ID, so that sorting a table
// never separates a figure from its row, and a changed figure changes on every sheet.

// names are the columns of the sheet data that formulas use, by defined names. They are the columns' own.
func names() []xlsx.Name {
	var list []xlsx.Name
	for _, column := range []string{
		"fact_id", "time_period", "measure", "obs_value", "obs_status", "variant_of", "scope", "out_of", "assessment", "tolerance", "upper_bound",
	} {
		list = append(list, xlsx.Name{Name: column, Table: "data", Column: "field." + column})
	}
	return list
}

// lookUp is the number in a column of the row of a fact; an error if the cell is blank or a text. The average of one number
// is that number. The ~ of a variant's ID, which escapes wildcards, is written as the wildcard for one character: not
// every program knows ~~.
func lookUp(column, id string) string {
	return "AVERAGEIFS(" + column + ",fact_id," + key(id) + ")"
}

// key is the ID of a fact in a formula.
func key(id string) string { return quoted(strings.ReplaceAll(id, "~", "?")) }

// valueOf is the number of a fact.
func valueOf(f *stat.Fact) string { return lookUp("obs_value", f.ID) }

// quoted is a text in a formula.
func quoted(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }

// given is an expression over a column of the row of a fact: nothing if the cell has no number, since missing is never
// zero, and an error if several rows have the ID.
func given(column, id, expression string) string {
	return "CHOOSE(1+COUNTIFS(fact_id," + key(id) + "," + column + `,">-1E+300"),"",` + expression + ")"
}

// orBlank is an expression, or nothing if it has no value.
func orBlank(expression string) string { return "IFERROR(" + expression + `,"")` }

// figureCell holds the value of a fact, looked up on the sheet data. It is blank for a nil fact and for a missing value.
func figureCell(f *stat.Fact) xlsx.Cell {
	if f == nil {
		return xlsx.Cell{Kind: xlsx.Blank}
	}
	return formulaCell(valueCell(f), given("obs_value", f.ID, valueOf(f)))
}

// valueCell is figureCell without a formula.
func valueCell(f *stat.Fact) xlsx.Cell {
	if f == nil || !f.Status.HasValue() {
		return xlsx.Cell{Kind: xlsx.Blank}
	}
	return quantityCell(f.Quantity)
}

// formulaCell is a cell with its formula. It may be blank until a missing figure is entered.
//
// A number with more digits than programs calculate with gets no formula: recalculating would change it.
func formulaCell(value xlsx.Cell, formula string) xlsx.Cell {
	if value.Kind != xlsx.Number || stat.Digits(value.Decimal()) <= stat.FloatDigits {
		value.Formula = formula
	}
	return value
}

// scaledCell is the value of a fact in another power of ten.
func scaledCell(f *stat.Fact, mult int) xlsx.Cell {
	if f == nil || f.Quantity.Mult == mult {
		return figureCell(f)
	}
	value := valueCell(f)
	if value.Kind == xlsx.Number {
		q := f.Quantity
		q.Value, q.Mult = q.Value.Shift(int32(q.Mult-mult)), mult
		value = quantityCell(q)
	}
	places := max(0, f.Quantity.Decimals()-f.Quantity.Mult+mult) + finer
	return formulaCell(value, given("obs_value", f.ID, fmt.Sprintf("ROUND(%s,%d)", times(valueOf(f), f.Quantity.Mult-mult), places)))
}

// finer is the number of decimals that an edited figure can have more than the source's, in another power of ten.
const finer = 2

// times multiplies an expression by a power of ten.
func times(expression string, power int) string {
	switch {
	case power > 0:
		return expression + "*1" + strings.Repeat("0", power)
	case power < 0:
		return expression + "/1" + strings.Repeat("0", -power)
	}
	return expression
}

// converted is the value of a fact in the unit and power of ten of another quantity; false if they do not convert by a
// decimal factor.
func (p *planner) converted(f *stat.Fact, like stat.Quantity) (string, bool) {
	if f.Quantity.Unit == like.Unit {
		return times(valueOf(f), f.Quantity.Mult-like.Mult), true
	}
	one, err := stat.Convert(stat.Qty("1", f.Quantity.Mult-like.Mult, f.Quantity.Unit).Rat(), p.Units[f.Quantity.Unit], p.Units[like.Unit])
	if err != nil {
		return "", false
	}
	factor, exact := decimal.NewFromString(one.FloatString(12))
	if exact != nil || factor.Rat().Cmp(one) != 0 {
		return "", false
	}
	return valueOf(f) + "*" + factor.String(), true
}

// guard is the number of extra decimals of a formula's first rounding, so that binary rounding errors cannot decide a
// tie.
const guard = 6

// rounding rounds an expression to decimals, twice.
func rounding(expression string, places int) string {
	return fmt.Sprintf("ROUND(ROUND(%s,%d),%d)", expression, places+guard, places)
}

// ifNumbers is an expression, or nothing unless all of some cells of the row have numbers.
func ifNumbers(expression, table string, keys ...string) string {
	var cells []string
	for _, key := range keys {
		cells = append(cells, xlsx.Own(table, key))
	}
	return fmt.Sprintf(`IF(COUNT(%s)=%d,%s,"")`, strings.Join(cells, ","), len(cells), expression)
}

// countRanks counts the ranks of a period, except expected ones, with a code in a column and a position.
func countRanks(column, code, criterion string, period stat.Period) string {
	return fmt.Sprintf(`COUNTIFS(measure,"%s",time_period,"%s",variant_of,"=",obs_status,"<>%s",%s,%s,obs_value,"%s")`,
		stat.Rank, period, stat.Forecast, column, quoted(code), criterion)
}

// position is the position of a ranking; 0 if missing or only expected.
func position(r edition.Ranking) int {
	if !r.Fact.Status.HasValue() || r.Fact.Status == stat.Forecast {
		return 0
	}
	return int(r.Fact.Quantity.Base().IntPart())
}
