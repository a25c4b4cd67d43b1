package check

import "nianbao/internal/stat"

// after reports whether a fact's period ends later than the edition's.
func (in *inspection) after(f *stat.Fact) bool {
	return f.Period.Compare(in.period) > 0
}

func forecastPast(in *inspection) {
	for _, f := range in.facts {
		if f.Target != nil || f.Status != stat.Forecast || in.after(f) {
			continue
		}
		in.findOf(f, f.Place, say("{0}（{1}）为预计数{2}，但该期已经结束。请填报最终数。",
			"{0}, {1}: expected to be {2}, although the period is over. Enter the final figure."), f.Period, f.Quantity)
	}
}

func futureNotForecast(in *inspection) {
	for _, f := range in.facts {
		if f.Target != nil || f.Status == stat.Forecast || !f.Status.HasValue() || !in.after(f) {
			continue
		}
		in.findOf(f, f.Place, say("{0}（{1}）为{2}，但该期在{3}期末尚未结束。请标为预计数（F）或核对时期。",
			"{0}, {1}: {2}, but that period is not over at the end of {3}. Give it status F or check the period."), f.Period, f.Quantity, in.period)
	}
}

func missingValueNote(in *inspection) {
	for _, f := range in.facts {
		if f.Status.HasValue() || !f.Note.Empty() {
			continue
		}
		in.findOf(f, f.Place, say("{0}（{1}）数据缺失，没有说明原因。请填写说明（note）。",
			"{0}, {1}: no value, and nothing says why. Enter a note."), f.Period)
	}
}
