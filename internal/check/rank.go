package check

import (
	"github.com/shopspring/decimal"

	"nianbao/internal/stat"
)

func rankPossible(in *inspection) {
	for _, f := range in.facts {
		if f.Measure != stat.Rank {
			continue
		}
		if f.Ranking == nil {
			in.findOf(f, f.Place, say("{0} does not say what it is a rank in. Enter its scope."))
			continue
		}
		scope, known := in.dataset.Area.Scope(f.Ranking.Scope)
		if !known {
			in.findOf(f, f.Place, say("The scope of {0}, {1}, is not declared for the area. Declare it."), f.Ranking.Scope)
		}
		if scope.Of > 0 && f.Ranking.Of > scope.Of {
			in.findOf(f, f.Place, say("{0} is said to be among {1}, but its scope ({2}) has only {3}. Check which is right."),
				f.Ranking.Of, scope.Name, scope.Of)
		}
		for fig := range figures(f) {
			in.checkPosition(f, fig, compared(f, scope))
		}
	}
}

// compared is the number of areas ranked; 0 if unknown.
func compared(f *stat.Fact, scope stat.Scope) int {
	if f.Ranking.Of > 0 {
		return f.Ranking.Of
	}
	return scope.Of
}

func (in *inspection) checkPosition(f *stat.Fact, fig stat.Figure, of int) {
	if !fig.Status.HasValue() {
		return
	}
	position := fig.Quantity.Base()
	switch {
	case !position.IsInteger() || position.LessThan(decimal.NewFromInt(1)):
		in.findOf(f, fig.Place, say("{0} is {1}; a rank is a whole number from one upwards. Correct it."), position)
	case of > 0 && position.GreaterThan(decimal.NewFromInt(int64(of))):
		in.findOf(f, fig.Place, say("{0} is {1}, but only {2} are ranked. Check the rank and the number."), position, of)
	}
}

func rankExpected(in *inspection) {
	for _, f := range in.facts {
		if f.Measure != stat.Rank || !f.Status.HasValue() {
			continue
		}
		for v := range variants(f) {
			if !v.Status.HasValue() || (f.Status == stat.Forecast) == (v.Status == stat.Forecast) {
				continue
			}
			if v.Status == stat.Forecast {
				in.findAs(stat.Note, f, f.Place, say("{0}: the final {1} is used; the {2} that the source also prints was only expected."), f.Quantity, v.Quantity)
				continue
			}
			in.findOf(f, f.Place, say("{0}: the expected {1} is used, though a final {2} is printed. Prefer the final rank and declare the expected one under variants."),
				f.Quantity, v.Quantity)
		}
	}
}

func scopeSize(in *inspection) {
	unknown := map[string][]string{}
	for _, f := range in.facts {
		if f.Measure == stat.Rank && f.Ranking != nil && f.Ranking.Of == 0 {
			unknown[f.Ranking.Scope] = append(unknown[f.Ranking.Scope], f.ID)
		}
	}
	for _, scope := range in.dataset.Area.Scopes {
		facts := unknown[scope.Code]
		if scope.Of > 0 || len(facts) == 0 {
			continue
		}
		in.find(stat.Finding{
			Message: say("The sources do not say how many areas are ranked in {0}; positions concerned: {1}."),
			Args:    []any{scope.Name, len(facts)},
			Facts:   facts,
			Place:   scope.Place,
		})
	}
}
