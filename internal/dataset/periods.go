package dataset

import (
	"io/fs"
	"slices"

	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// Periods lists the periods for which an area has a file of figures, oldest first. It reads file names only: what is
// in them may be wrong. An unknown area is an [UnknownAreaError].
func Periods(fsys fs.FS, area string) ([]stat.Period, error) {
	if err := exists(fsys, area); err != nil {
		return nil, message.Errorf("load dataset %q: %w", area, err)
	}
	entries, err := fs.ReadDir(fsys, area)
	if err != nil {
		return nil, message.Errorf("load dataset %q: %w", area, err)
	}
	var list []stat.Period
	for _, e := range entries {
		if p, kind := periodName(e.Name()); kind == figures && !slices.Contains(list, p) {
			list = append(list, p)
		}
	}
	slices.SortFunc(list, stat.Period.Compare)
	return list, nil
}
