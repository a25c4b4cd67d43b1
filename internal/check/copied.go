package check

import (
	"cmp"
	"slices"

	"nianbao/internal/stat"
)

// growthCopied finds growth that is that of the row above to the last of three digits, which chance seldom makes. A whole often
// grows like its largest part.
func growthCopied(in *inspection) {
	var rows []*stat.Fact
	for f := range in.values(stat.Growth) {
		if f.Period == in.period {
			rows = append(rows, f)
		}
	}
	slices.SortStableFunc(rows, func(a, b *stat.Fact) int {
		return cmp.Or(comparePlaces(a.Place, b.Place), cmp.Compare(a.ID, b.ID))
	})
	for i := 1; i < len(rows); i++ {
		above, f := rows[i-1], rows[i]
		near := above.Place.File == f.Place.File && f.Place.Line-above.Place.Line <= 3
		if !near || !f.Quantity.Equal(above.Quantity) || stat.Digits(f.Quantity.Value) < 3 || in.related(above.Subject, f.Subject) || printedAs(f) && printedAs(above) {
			continue
		}
		in.findOn(say("{0}: {1}, the same as of {2} in the row above. Check whether it was copied."),
			[]any{in.name(f), f.Quantity, in.name(above)}, f, above)
	}
}
