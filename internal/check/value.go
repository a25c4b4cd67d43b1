package check

import (
	"regexp"

	"github.com/shopspring/decimal"

	"nianbao/internal/catalog"
	"nianbao/internal/stat"
)

func valueRange(in *inspection) {
	for _, f := range in.facts {
		for fig := range figures(f) {
			if fig.Status.HasValue() {
				in.checkValue(f, fig)
			}
		}
		if f.Target != nil && f.Target.Tolerance.Value.IsNegative() {
			in.findOf(f, f.Place, say("{0}: a tolerance of {1} is negative. Correct it."), f.Target.Tolerance)
		}
	}
}

// valueDigits finds values that the files hold, and that a spreadsheet program which opens them shows otherwise.
func valueDigits(in *inspection) {
	for _, f := range in.facts {
		for fig := range figures(f) {
			if fig.Status.HasValue() && stat.Digits(fig.Quantity.Value) > stat.FloatDigits {
				in.findOf(f, fig.Place, say("{0}: {1} has more than 15 significant digits. Spreadsheet programs keep 15 of them; the file and the CSV have all. Check whether so many are meant."),
					fig.Quantity.Number())
			}
		}
	}
}

func (in *inspection) checkValue(f *stat.Fact, fig stat.Figure) {
	q := fig.Quantity
	switch f.Measure {
	case stat.Growth, stat.TargetGrowth:
		if q.Value.IsNegative() && in.dimension(q.Unit) == stat.Percent && q.Base().LessThan(decimal.NewFromInt(-100)) {
			in.findAs(stat.Warning, f, fig.Place, say("{0}: {1} is a fall by more than all there was. Check the sign and the value, or explain it in a note."), q)
		}
	case stat.Change, stat.TargetChange, stat.Acceleration, stat.Contribution, stat.ContributionRate, stat.Margin, stat.Rank:
		// a change may have either sign; ranks have a rule of their own
	default:
		in.checkAmount(f, fig)
	}
}

func (in *inspection) checkAmount(f *stat.Fact, fig stat.Figure) {
	q := fig.Quantity
	kind := in.unit(q.Unit).Kind()
	switch {
	case kind == stat.IndexKind && !q.Value.IsPositive():
		in.findOf(f, fig.Place, say("{0}: {1}, but an index is above zero. Check the sign and the value."), q)
	case q.Value.IsNegative() && !in.mayBeNegative(f, q):
		in.findOf(f, fig.Place, say("{0}: {1} cannot be negative. Check the sign and the value."), q)
	case f.Measure == stat.Level && in.unit(q.Unit).Dim == stat.Money && q.Value.IsNegative() && in.onlyAbove(f):
		in.findAs(stat.Warning, f, fig.Place, say("{0}: {1} is below zero, though its name is that of no balance. Check the sign, or accept it with the reason."), q)
	case kind == stat.CountKind && !q.Base().IsInteger():
		in.findOf(f, fig.Place, say("{0}: {1}, but a count is a whole number. Check the value, its unit and mult."), q)
	}
}

// mayBeNegative admits what can be less than nothing: a balance of money, a rate and a temperature, but not what a project
// cost, how much of a number was done, or a share of a whole that is not the share of a balance.
func (in *inspection) mayBeNegative(f *stat.Fact, q stat.Quantity) bool {
	if ind := in.indicators[f.Subject]; ind == nil || ind.RateOf != "" || f.Measure == stat.Share && !in.netShare(f) {
		return false
	}
	u := in.unit(q.Unit)
	if u.Dim == stat.Percent && f.Measure == stat.Ratio && !signed(in.indicators[f.Subject]) {
		return false
	}
	return u.Kind() == stat.RateKind || u.Dim == stat.Money || u.Dim == stat.Temperature
}

// balances are words of names of money that can be less than nothing.
var balances = regexp.MustCompile(`利润|利税|盈|亏|差|净|结余|损益|收支|增量|增加额|变动`)

// onlyAbove reports whether the catalogue has an indicator of money that is no balance.
func (in *inspection) onlyAbove(f *stat.Fact) bool {
	ind := in.indicators[f.Subject]
	_, standard := catalog.Get(ind.Code)
	return standard && !balances.MatchString(ind.Name.Hans)
}
