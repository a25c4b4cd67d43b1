package workbook

import (
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"nianbao/internal/stat"
	"nianbao/internal/xlsx"
)

const earlierColumn = "column.level.earlier"

// derivedFields returns the calculated columns of the sheet of indicators. They are beside the sources' figures and
// never replace them.
func (p *planner) derivedFields() []field[indicator] {
	return []field[indicator]{
		spare(figure(p, earlierColumn, func(r indicator) xlsx.Cell {
			before := p.earlier(r)
			if before == nil {
				return xlsx.Cell{Kind: xlsx.Blank}
			}
			return scaledCell(before, r.Value.Quantity.Mult)
		})),
		derived(spare(figure(p, "column.growth.levels", p.growthCell))),
		derived(spare(figure(p, "column.counted", p.countedCell))),
	}
}

// earlier is the level a year before the row's, or nil if the edition has none.
func (p *planner) earlier(r indicator) *stat.Fact {
	if r.Value == nil || !r.Value.Is(stat.Level) {
		return nil
	}
	before, ok := p.Fact(stat.Key(r.Indicator.Code, string(stat.Level), r.Period.YearEarlier()))
	if !ok || !p.held[before.ID] || before.Quantity.Unit != r.Value.Quantity.Unit {
		return nil
	}
	return before
}

// growthCell is the growth in per cent between two levels, with the decimals of the reported growth, or else one. It is
// blank for real growth, since levels at current prices say nothing about it.
func (p *planner) growthCell(r indicator) xlsx.Cell {
	before := p.earlier(r)
	if before == nil || !r.Indicator.Basis.FromLevels() || !r.Value.Status.HasValue() || before.Quantity.Value.Sign() <= 0 || r.Value.Quantity.Value.IsNegative() {
		return xlsx.Cell{Kind: xlsx.Blank}
	}
	places := 1
	if r.Growth != nil && r.Growth.Status.HasValue() {
		places = r.Growth.Quantity.Decimals()
	}
	growth := new(big.Rat).Quo(r.Value.Quantity.Rat(), before.Quantity.Rat())
	growth.Sub(growth, big.NewRat(1, 1)).Mul(growth, big.NewRat(100, 1))
	c := xlsx.Cell{Kind: xlsx.Number, Text: fixed(growth, places), Decimals: int16(places)}
	if fixed(rounded(growth, places+guard), places) != c.Text {
		return c
	}
	now, then := xlsx.Own("indicators", valueColumn), xlsx.Own("indicators", earlierColumn)
	return formulaCell(c, ifNumbers(fmt.Sprintf(`IF(AND(%s>0,%s>=0),%s,"")`, then, now, rounding(fmt.Sprintf("100*%s/%s-100", now, then), places)),
		"indicators", valueColumn, earlierColumn))
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
	if t == nil || r.Value == nil || !r.Value.Is(stat.Level) {
		return xlsx.Cell{Kind: xlsx.Blank}
	}
	criterion := ">0"
	switch {
	case t.Position > 0:
		criterion = fmt.Sprintf("=%d", t.Position)
	case t.AtMost > 0:
		criterion = fmt.Sprintf("<=%d", t.AtMost)
	}
	n := 0
	for _, one := range p.Rankings {
		if one.Fact.Ranking.Group == t.Group && position(one) > 0 && t.Counts(position(one)) && one.Fact.Period == r.Period {
			n++
		}
	}
	if n == 0 {
		return xlsx.Cell{Kind: xlsx.Blank}
	}
	return formulaCell(intCell(n), countRanks("assessment", t.Group, criterion, r.Period))
}
