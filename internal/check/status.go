package check

import "nianbao/internal/stat"

func statusRules() []Rule {
	return []Rule{{
		ID: "forecast-past", Severity: stat.Warning,
		Doc: say("本期期末以前的数据不应仍为预计数。", "A figure of a period that is over is not a forecast any more."),
		run: forecastPast,
	}, {
		ID: "future-not-forecast", Severity: stat.Warning,
		Doc: say("本期期末以后的数据只能是预计数或目标。", "A figure of a period that is not over is a forecast or a target."),
		run: futureNotForecast,
	}, {
		ID: "missing-value-note", Severity: stat.Warning,
		Doc: say("数据缺失的，应说明原因。", "Where a value is missing, a note says why."),
		run: missingValueNote,
	}}
}

// after reports whether a fact's period ends later than the edition's.
func (in *inspection) after(f *stat.Fact) bool {
	return f.Period.Compare(in.period) > 0
}

func forecastPast(in *inspection) {
	for _, f := range in.facts {
		if f.Target != nil || f.Status != stat.Forecast || in.after(f) {
			continue
		}
		in.find(stat.Finding{
			Message: say("{0}（{1}）为预计数{2}，但该期已经结束。请填报最终数。",
				"{0}, {1}: expected to be {2}, although the period is over. Enter the final figure."),
			Args:  []any{in.name(f), f.Period, f.Quantity},
			Facts: []string{f.ID},
			Place: f.Place,
		})
	}
}

func futureNotForecast(in *inspection) {
	for _, f := range in.facts {
		if f.Target != nil || f.Status == stat.Forecast || !f.Status.HasValue() || !in.after(f) {
			continue
		}
		in.find(stat.Finding{
			Message: say("{0}（{1}）为{2}，但该期在{3}期末尚未结束。请标为预计数（F）或核对时期。",
				"{0}, {1}: {2}, but that period is not over at the end of {3}. Give it status F or check the period."),
			Args:  []any{in.name(f), f.Period, f.Quantity, in.period},
			Facts: []string{f.ID},
			Place: f.Place,
		})
	}
}

func missingValueNote(in *inspection) {
	for _, f := range in.facts {
		if f.Status.HasValue() || !f.Note.Empty() {
			continue
		}
		in.find(stat.Finding{
			Message: say("{0}（{1}）数据缺失，没有说明原因。请填写说明（note）。",
				"{0}, {1}: no value, and nothing says why. Enter a note."),
			Args:  []any{in.name(f), f.Period},
			Facts: []string{f.ID},
			Place: f.Place,
		})
	}
}
