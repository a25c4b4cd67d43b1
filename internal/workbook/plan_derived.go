package workbook

import (
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"nianbao/internal/edition"
	"nianbao/internal/stat"
	"nianbao/internal/xlsx"
)

const earlierColumn = "column.level.earlier"

// derivedFields returns the calculated columns of the sheet of indicators. They are beside the sources' figures and
// never replace them.
func (p *planner) derivedFields() []field[indicator] {
	index := p.levelRows()
	return []field[indicator]{
		spare(figure(p, earlierColumn, func(r indicator) xlsx.Cell {
			q := p.earlier(r)
			if q == nil {
				return xlsx.Cell{Kind: xlsx.Blank}
			}
			c := quantityCell(*q)
			if row, ok := index[levelKey{r.Indicator.Code, r.Period.YearEarlier()}]; ok && q.Mult == p.indicatorRows[row].Value.Quantity.Mult {
				c = formulaCell(c, xlsx.At("indicators", valueColumn, row))
			}
			return c
		})),
		spare(figure(p, "column.growth.levels", p.growthCell)),
		spare(figure(p, "column.counted", p.countedCell)),
	}
}

type levelKey struct {
	indicator string
	period    stat.Period
}

// levelRows finds the rows that have levels.
func (p *planner) levelRows() map[levelKey]int {
	rows := map[levelKey]int{}
	for i, r := range p.indicatorRows {
		if r.Value != nil && r.Value.Measure == stat.Level {
			rows[levelKey{r.Indicator.Code, r.Period}] = i
		}
	}
	return rows
}

// earlier is the level a year before the row's, in the row's power of ten. It is nil if one of them is unknown or if
// growth is real, since levels at current prices say nothing about it.
func (p *planner) earlier(r indicator) *stat.Quantity {
	if r.Value == nil || r.Value.Measure != stat.Level || r.Indicator.Basis == stat.Real || !r.Value.Status.HasValue() {
		return nil
	}
	before, ok := p.Fact(stat.Key(r.Indicator.Code, string(stat.Level), r.Period.YearEarlier()))
	if !ok || !before.Status.HasValue() || before.Quantity.Unit != r.Value.Quantity.Unit || before.Quantity.Value.Sign() <= 0 {
		return nil
	}
	q := before.Quantity
	if q.Mult != r.Value.Quantity.Mult {
		q.Value, q.Mult = q.Value.Shift(int32(q.Mult-r.Value.Quantity.Mult)), r.Value.Quantity.Mult
	}
	return &q
}

// guard is the number of extra decimals of a formula's first rounding, so that binary rounding errors cannot decide a
// tie.
const guard = 6

// growthCell is the growth in per cent between two levels, with the decimals of the reported growth, or else one.
func (p *planner) growthCell(r indicator) xlsx.Cell {
	before := p.earlier(r)
	if before == nil {
		return xlsx.Cell{Kind: xlsx.Blank}
	}
	places := 1
	if r.Growth != nil && r.Growth.Status.HasValue() {
		places = r.Growth.Quantity.Decimals()
	}
	growth := new(big.Rat).Quo(r.Value.Quantity.Rat(), before.Rat())
	growth.Sub(growth, big.NewRat(1, 1)).Mul(growth, big.NewRat(100, 1))
	c := xlsx.Cell{Kind: xlsx.Number, Text: fixed(growth, places), Decimals: int16(places)}
	if fixed(rounded(growth, places+guard), places) != c.Text {
		return c
	}
	return formulaCell(c, fmt.Sprintf("ROUND(ROUND(100*%s/%s-100,%d),%d)",
		xlsx.Own("indicators", valueColumn), xlsx.Own("indicators", earlierColumn), places+guard, places))
}

// fixed formats a number with the given decimals, rounding ties away from zero like a sheet's ROUND, and without
// negative zero.
func fixed(r *big.Rat, places int) string {
	return decimal.RequireFromString(r.FloatString(places)).StringFixed(int32(places))
}

func rounded(r *big.Rat, places int) *big.Rat {
	return decimal.RequireFromString(r.FloatString(places)).Rat()
}

// countedCell counts, for an indicator that reports a number of rankings, those on the sheet of rankings. The reported
// number can be higher, because a source need not name them all. Expected rankings do not count.
func (p *planner) countedCell(r indicator) xlsx.Cell {
	t := r.Indicator.Tally
	if t == nil || r.Value == nil || r.Value.Measure != stat.Level {
		return xlsx.Cell{Kind: xlsx.Blank}
	}
	criterion := ">0"
	switch {
	case t.Position > 0:
		criterion = fmt.Sprintf("=%d", t.Position)
	case t.AtMost > 0:
		criterion = fmt.Sprintf("<=%d", t.AtMost)
	}
	all, now := p.countRankings(t, nil), p.countRankings(t, &r.Period)
	if all == 0 {
		return xlsx.Cell{Kind: xlsx.Blank}
	}
	c := intCell(now)
	if all != now {
		return c // the formula would also count rankings of other periods
	}
	return formulaCell(c, p.countFormula(groupColumn, t.Group, criterion))
}

// countFormula counts the rankings, except expected ones, with a code in a column and a position.
func (p *planner) countFormula(column, code, criterion string) string {
	return fmt.Sprintf(`COUNTIFS(%s,"%s",%s,"%s",%s,"<>%s")`,
		xlsx.All("rankings", column), code, xlsx.All("rankings", rankColumn), criterion, xlsx.All("rankings", statusColumn), stat.Forecast)
}

// countRankings counts the rankings of a tally, of one period or of all.
func (p *planner) countRankings(t *stat.Tally, period *stat.Period) int {
	n := 0
	for _, r := range p.Rankings {
		if r.Fact.Ranking.Group == t.Group && position(r) > 0 && t.Counts(position(r)) && (period == nil || r.Fact.Period == *period) {
			n++
		}
	}
	return n
}

// position is the position of a ranking; 0 if missing or only expected.
func position(r edition.Ranking) int {
	if !r.Fact.Status.HasValue() || r.Fact.Status == stat.Forecast {
		return 0
	}
	return int(r.Fact.Quantity.Base().IntPart())
}
