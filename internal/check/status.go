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
		in.findOf(f, f.Place, say("{0}, {1}: expected to be {2}, although the period is over. Enter the final figure."), f.Period, f.Quantity)
	}
}

func futureNotForecast(in *inspection) {
	for _, f := range in.facts {
		if f.Target != nil || f.Status == stat.Forecast || !f.Status.HasValue() || !in.after(f) {
			continue
		}
		in.findOf(f, f.Place, say("{0}, {1}: {2}, but that period is not over at the end of {3}. Give it status F or check the period."), f.Period, f.Quantity, in.period)
	}
}

// manyMissing is so many missing figures that one finding says more than one for each.
const manyMissing = 10

func missingValueNote(in *inspection) {
	var silent []*stat.Fact
	for _, f := range in.facts {
		if !f.Status.HasValue() && f.Note.Empty() && f.Measure != stat.TargetWords {
			silent = append(silent, f)
		}
	}
	if len(silent) > manyMissing {
		first := silent[0]
		in.find(stat.Finding{
			Message: say("{0} figures have no value, and nothing says why; the first is {1}. Enter figures, or notes."),
			Args:    []any{len(silent), in.name(first)}, Facts: []string{first.ID}, Place: first.Place,
		})
		return
	}
	for _, f := range silent {
		in.findOf(f, f.Place, say("{0}, {1}: no value, and nothing says why. Enter a note."), f.Period)
	}
}
