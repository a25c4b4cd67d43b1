package check

import "nianbao/internal/stat"

func targetWithoutBaseline(in *inspection) {
	for _, f := range in.facts {
		if f.Target == nil || f.Measure == stat.TargetWords || f.Target.Baseline != "" || in.startsFromNothing(f) || in.growsOnly(f) {
			continue
		}
		in.findOf(f, f.Place, say("{0}: {1} for {2}; the sources give no figure to start from."), amount(f.Figure), f.Period)
	}
}

// startsFromNothing reports whether a target is growth of an index that stands on the year before: it starts from 100.
func (in *inspection) startsFromNothing(f *stat.Fact) bool {
	ind := in.indicators[f.Target.Indicator]
	return f.Measure == stat.TargetGrowth && ind != nil && in.unit(ind.Unit).OnPreviousYear()
}

// growsOnly reports whether a target is growth of an indicator that offices publish the growth of, and never a level.
func (in *inspection) growsOnly(f *stat.Fact) bool {
	grown := false
	for i := range in.dataset.Periods {
		for _, other := range in.dataset.Periods[i].Facts {
			if other.Subject == f.Target.Indicator && other.Measure == stat.Level && other.Status.HasValue() {
				return false
			}
			grown = grown || other.Subject == f.Target.Indicator && other.Measure == stat.Growth
		}
	}
	return grown && f.Measure == stat.TargetGrowth
}

func targetBaseline(in *inspection) {
	for _, f := range in.facts {
		if f.Target == nil || f.Target.Baseline == "" {
			continue
		}
		base, ok := in.byID[f.Target.Baseline]
		switch {
		case !ok:
			in.findOf(f, f.Place, say("The baseline of {0}, {1}, does not exist. Check its name or enter the figure."), f.Target.Baseline)
		case base.Subject != f.Target.Indicator || base.Area != f.Area:
			in.findOf(f, f.Place, say("The baseline of {0} is a figure of something else: {1}. Use a figure of the same indicator and area."), in.name(base))
		case base.Period.End().Compare(f.Period.End()) > 0:
			in.findOf(f, f.Place, say("{0} is due in {1}, but its baseline is of {2}, which ends later. Use an earlier figure."), f.Period, base.Period)
		}
	}
}
