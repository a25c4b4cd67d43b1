package check

import (
	"cmp"
	"slices"

	"nianbao/internal/stat"
)

// growthCopied finds growth that is that of the row above to the last of three digits, which chance seldom makes.
func growthCopied(in *inspection) {
	var rows []*stat.Fact
	for _, f := range in.facts {
		if f.Is(stat.Growth) && f.Period == in.period && precise(f) && in.indicators[f.Subject] != nil {
			rows = append(rows, f)
		}
	}
	slices.SortStableFunc(rows, func(a, b *stat.Fact) int {
		return cmp.Or(comparePlaces(a.Place, b.Place), cmp.Compare(a.ID, b.ID))
	})
	for i := 1; i < len(rows); i++ {
		above, f := rows[i-1], rows[i]
		near := above.Place.File == f.Place.File && f.Place.Line-above.Place.Line <= 3
		if !near || !f.Quantity.Equal(above.Quantity) || stat.Digits(f.Quantity.Value) < 3 || printedAs(f) && printedAs(above) {
			continue
		}
		in.find(stat.Finding{
			Message: say("{0}: {1}, the same as of {2} in the row above. Check whether it was copied."),
			Args:    []any{in.name(f), f.Quantity, in.name(above)},
			Facts:   []string{f.ID, above.ID},
			Place:   f.Place,
		})
	}
}
