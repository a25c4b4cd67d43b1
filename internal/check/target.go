package check

import "nianbao/internal/stat"

func targetRules() []Rule {
	return []Rule{{
		ID: "target-without-baseline", Severity: stat.Note,
		Doc: say("目标应有上年基数。", "A target has a baseline to grow from."),
		run: targetWithoutBaseline,
	}, {
		ID: "target-baseline", Severity: stat.Error,
		Doc: say("目标的基数应为同一指标、不晚于目标期的数据。", "A target's baseline is a fact of the same indicator, no later than the target is due."),
		run: targetBaseline,
	}}
}

func targetWithoutBaseline(in *inspection) {
	for _, f := range in.facts {
		if f.Target == nil || f.Target.Baseline != "" {
			continue
		}
		in.find(stat.Finding{
			Message: say("{0}：{2}为{1}，来源未给出可作基数的上年数据。",
				"{0}: {1} for {2}; the sources give no figure to start from."),
			Args:  []any{in.name(f), amount(f.Figure), f.Period},
			Facts: []string{f.ID},
			Place: f.Place,
		})
	}
}

func targetBaseline(in *inspection) {
	for _, f := range in.facts {
		if f.Target == nil || f.Target.Baseline == "" {
			continue
		}
		finding := stat.Finding{Facts: []string{f.ID}, Place: f.Place}
		base, ok := in.byID[f.Target.Baseline]
		switch {
		case !ok:
			finding.Message = say("{0}的基数“{1}”不存在。请核对基数名称，或补充该数据。",
				"The baseline of {0}, {1}, does not exist. Check its name or enter the figure.")
			finding.Args = []any{in.name(f), f.Target.Baseline}
		case base.Subject != f.Target.Indicator || base.Area != f.Area:
			finding.Message = say("{0}的基数是另一指标或另一地区的数据：{1}。请改用同一指标的数据。",
				"The baseline of {0} is a figure of something else: {1}. Use a figure of the same indicator and area.")
			finding.Args = []any{in.name(f), in.name(base)}
		case base.Period.End().Compare(f.Period.End()) > 0:
			finding.Message = say("{0}的目标期为{1}，基数却是{2}的数据，晚于目标期。请改用此前的数据。",
				"{0} is due in {1}, but its baseline is of {2}, which ends later. Use an earlier figure.")
			finding.Args = []any{in.name(f), f.Period, base.Period}
		default:
			continue
		}
		in.find(finding)
	}
}
