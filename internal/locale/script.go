package locale

import (
	"nianbao/internal/script"
	"nianbao/internal/stat"
)

// Derive fills the Traditional Chinese of every text of the dataset that has none, from its Simplified
// Chinese, and returns the places of these. What people wrote stays as it is.
func Derive(d *stat.Dataset) map[stat.Place]bool {
	derived := map[stat.Place]bool{}
	d.Texts(func(at stat.Place, t *stat.Text) {
		if t.Hant == "" {
			t.Hant, derived[at] = script.Traditional(t.Hans), true
		}
	})
	return derived
}

// han gives simplified characters in the script of the language. Only Traditional Chinese loads the tables of
// the conversion.
func (w *Words) han(simplified string) string {
	if w.lang != stat.Hant {
		return simplified
	}
	return script.Traditional(simplified)
}
