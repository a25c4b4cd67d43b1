package dataset

import (
	"io/fs"
	"path"
	"slices"

	"nianbao/internal/file"
	"nianbao/internal/message"
	"nianbao/internal/schedule"
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

// Schedule reads what an area says of its editions. It says nothing if its file cannot be understood: [Load] tells why.
func Schedule(fsys fs.FS, area string) schedule.Own {
	data, err := file.ReadIn(fsys, path.Join(area, areaName), MaxFile)
	if err != nil {
		return schedule.Own{}
	}
	return ScheduleIn([]Input{{Name: areaName, Data: data}})
}

// ScheduleIn is what an area says of its editions in its files; see [Schedule].
func ScheduleIn(inputs []Input) schedule.Own {
	f, in := &faults{}, areaFile{}
	for _, one := range inputs {
		if one.Name == areaName {
			(&decoder{faults: f}).decode(one, &in)
		}
	}
	if own := in.Schedule.own(); len(f.sorted()) == 0 && own.Check() == nil {
		return own
	}
	return schedule.Own{}
}
