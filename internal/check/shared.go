package check

import (
	"slices"
	"strings"

	"nianbao/internal/stat"
)

type sharedKey struct {
	unit, amount, area string
	period             stat.Period
}

// sharedFigure compares with the first fact of each amount, which keeps it linear and says all that is needed.
func sharedFigure(in *inspection) {
	first := map[sharedKey]*stat.Fact{}
	for _, f := range in.facts {
		if f.Measure == stat.Rank || f.Target != nil || !f.Status.HasValue() || !in.enoughDigits(f.Quantity) {
			continue
		}
		key := sharedKey{f.Quantity.Unit, f.Quantity.Rat().RatString(), f.Area, f.Period}
		other, seen := first[key]
		if !seen {
			first[key] = f
			continue
		}
		if other.Subject == f.Subject || in.related(other.Subject, f.Subject) {
			continue
		}
		in.find(stat.Finding{
			Message: say("{2} stands for two facts: {0}; {1}. The sources do not say whether they are one."),
			Args:    []any{in.name(other), in.name(f), f.Quantity},
			Facts:   []string{other.ID, f.ID},
			Place:   f.Place,
		})
	}
}

// enoughDigits reports whether an amount has digits enough that two equal ones are hardly chance: three, and four
// for percentages, since most growth rates lie within a few hundred values of three digits.
func (in *inspection) enoughDigits(q stat.Quantity) bool {
	digits := strings.Trim(q.Value.Coefficient().String(), "-0")
	switch in.dimension(q.Unit) {
	case stat.Percent, stat.Points:
		return len(digits) >= 4
	default:
		return len(digits) >= 3
	}
}

// related reports whether the catalogue says that one indicator is made of, contains or rates the other;
// equal figures are then nothing to wonder at.
func (in *inspection) related(a, b string) bool {
	return in.namesIndicator(a, b) || in.namesIndicator(b, a)
}

func (in *inspection) namesIndicator(a, b string) bool {
	ind := in.indicators[a]
	return ind != nil && (ind.RateOf == b || slices.Contains(ind.Children(), b))
}
