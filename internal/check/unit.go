package check

import (
	"cmp"
	"math/big"
	"strings"

	"nianbao/internal/stat"
)

func unitMismatch(in *inspection) {
	for i := range in.dataset.Indicators {
		ind := &in.dataset.Indicators[i]
		if _, known := in.dataset.Units[ind.Unit]; !known {
			in.find(stat.Finding{Message: unknownUnit(), Args: []any{ind.Name, ind.Unit}, Place: ind.Place})
		}
	}
	for _, f := range in.facts {
		variant := false
		for fig := range figures(f) {
			if fig.Status.HasValue() {
				in.checkUnit(f, fig, variant)
			}
			variant = true
		}
		in.checkTolerance(f)
	}
}

func (in *inspection) checkUnit(f *stat.Fact, fig stat.Figure, variant bool) {
	unit := fig.Quantity.Unit
	want, fits := in.demanded(f, unit)
	_, known := in.dataset.Units[unit]
	switch {
	case !known:
		in.findOf(f, fig.Place, unknownUnit(), unit)
	case !fits:
		in.findOf(f, fig.Place, say("{0} is in {1}; it should be in {2} or a unit that converts to it. Correct the unit."), unit, want)
	case variant && f.Status.HasValue() && !in.converts(unit, f.Quantity.Unit):
		in.findOf(f, fig.Place, say("A variant of {0} is in {1}, which does not convert to {2} of the preferred figure. Correct the unit."), unit, f.Quantity.Unit)
	}
}

func unknownUnit() stat.Text {
	return say("The unit of {0}, {1}, is not known. Use a known unit or declare it.")
}

// demanded says which unit the measure of a fact asks for, and whether the given one will do.
func (in *inspection) demanded(f *stat.Fact, unit string) (want string, fits bool) {
	dim := in.dimension(unit)
	ind := in.indicators[f.Subject]
	difference := f.Measure == stat.Change || f.Measure == stat.Margin || f.Measure == stat.TargetChange
	switch f.Measure {
	case stat.Growth, stat.TargetGrowth:
		return stat.PercentUnit, dim == stat.Percent || dim == stat.Points
	case stat.Acceleration, stat.Contribution:
		return stat.PointsUnit, dim == stat.Points
	case stat.Ratio, stat.TargetRatio, stat.Share, stat.ContributionRate:
		return stat.PercentUnit, dim == stat.Percent
	case stat.ScoreValue:
		return stat.ScoreUnit, dim == stat.Score
	case stat.Rank:
		return stat.RankUnit, dim == stat.RankDim
	}
	switch {
	case f.Measure == stat.Margin && f.Ranking != nil && f.Ranking.By == stat.Growth:
		return stat.PointsUnit, dim == stat.Points
	case ind == nil:
		return in.demandedOfProject(f.Subject, unit)
	case difference && in.dimension(ind.Unit) == stat.Percent && stat.PointsOf(ind.Unit) != "":
		return stat.PointsOf(ind.Unit), dim == stat.Points // a difference of percentages is never per cent
	case difference && (dim == stat.Points || stat.PointsOf(ind.Unit) != ""):
		return cmp.Or(stat.PointsOf(ind.Unit), ind.Unit), dim == stat.Points || unit == stat.PointsOf(ind.Unit)
	default:
		return ind.Unit, in.converts(unit, ind.Unit)
	}
}

// demandedOfProject knows the figures whose words the dataset need not give.
func (in *inspection) demandedOfProject(subject, unit string) (want string, fits bool) {
	_, figure, _ := strings.Cut(subject, ".")
	switch dim := in.dimension(unit); figure {
	case "investment", "total-investment", "foreign-capital":
		return stat.YuanUnit, dim == stat.Money
	case "length":
		return stat.KilometreUnit, dim == stat.Length
	case "area":
		return stat.SquareMetreUnit, dim == stat.AreaDim
	case "voltage":
		return stat.KilovoltUnit, dim == stat.Voltage
	default:
		return unit, true
	}
}

func (in *inspection) converts(from, to string) bool {
	if from == to {
		return true
	}
	_, err := stat.Convert(new(big.Rat), in.unit(from), in.unit(to))
	return err == nil
}

// checkTolerance lets a target in per cent have its tolerance in percentage points.
func (in *inspection) checkTolerance(f *stat.Fact) {
	if f.Target == nil || f.Target.Tolerance == (stat.Quantity{}) || !f.Status.HasValue() {
		return
	}
	unit := f.Target.Tolerance.Unit
	points := in.dimension(unit) == stat.Points && in.dimension(f.Quantity.Unit) == stat.Percent
	if points || in.converts(unit, f.Quantity.Unit) {
		return
	}
	in.findOf(f, f.Place, say("The tolerance of {0} is in {1}, which does not convert to the target's {2}. Correct the unit."), unit, f.Quantity.Unit)
}

// indexBase finds indices of which nobody says on what they stand.
func indexBase(in *inspection) {
	told := map[string]bool{}
	for _, f := range in.facts {
		ind := in.indicators[f.Subject]
		if ind == nil || ind.Unit != stat.IndexUnit || told[ind.Code] {
			continue
		}
		told[ind.Code] = true
		in.find(stat.Finding{
			Message: say("{0} is an index without a base. Give its indicator one, as the previous year."),
			Args:    []any{ind.Name}, Facts: []string{f.ID}, Place: ind.Place,
		})
	}
}
