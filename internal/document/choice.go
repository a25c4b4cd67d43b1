package document

import (
	"slices"

	"nianbao/internal/chart"
	"nianbao/internal/edition"
)

// KindOfParts returns the kind of chart for the parts of a whole: one bar, unless there are too many parts to tell apart.
func KindOfParts(parts int) chart.Kind {
	if parts <= chart.MostParts {
		return chart.Stack
	}
	return chart.Bars
}

// kindOfCourse returns the kind of chart for values over periods: with few periods every value stands in a table, with
// more there is a small chart for each series.
func kindOfCourse(periods int) chart.Kind {
	const many = 5
	if periods < many {
		return chart.Lines
	}
	return chart.Panels
}

// kindOfMoves returns the kind of chart for positions over periods: crossing lines if there are enough to compare, few
// enough to tell apart without colour, and positions close enough; otherwise one line each.
func kindOfMoves(rankings []edition.Ranking, periods int) chart.Kind {
	if len(rankings) < 2 || len(rankings) > chart.MostLines {
		return kindOfCourse(periods)
	}
	var positions []int64
	for _, r := range rankings {
		for _, f := range r.Course() {
			if f != nil && f.Status.HasValue() {
				positions = append(positions, f.Quantity.Value.IntPart())
			}
		}
	}
	if slices.Max(positions)-slices.Min(positions) >= chart.MostPositions {
		return kindOfCourse(periods)
	}
	return chart.Bump
}
