package check

func targetWithoutBaseline(in *inspection) {
	for _, f := range in.facts {
		if f.Target == nil || f.Target.Baseline != "" {
			continue
		}
		in.findOf(f, f.Place, say("{0}：{2}为{1}，来源未给出可作基数的上年数据。",
			"{0}: {1} for {2}; the sources give no figure to start from."), amount(f.Figure), f.Period)
	}
}

func targetBaseline(in *inspection) {
	for _, f := range in.facts {
		if f.Target == nil || f.Target.Baseline == "" {
			continue
		}
		base, ok := in.byID[f.Target.Baseline]
		switch {
		case !ok:
			in.findOf(f, f.Place, say("{0}的基数“{1}”不存在。请核对基数名称，或补充该数据。",
				"The baseline of {0}, {1}, does not exist. Check its name or enter the figure."), f.Target.Baseline)
		case base.Subject != f.Target.Indicator || base.Area != f.Area:
			in.findOf(f, f.Place, say("{0}的基数是另一指标或另一地区的数据：{1}。请改用同一指标的数据。",
				"The baseline of {0} is a figure of something else: {1}. Use a figure of the same indicator and area."), in.name(base))
		case base.Period.End().Compare(f.Period.End()) > 0:
			in.findOf(f, f.Place, say("{0}的目标期为{1}，基数却是{2}的数据，晚于目标期。请改用此前的数据。",
				"{0} is due in {1}, but its baseline is of {2}, which ends later. Use an earlier figure."), f.Period, base.Period)
		}
	}
}
