package edition

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"nianbao/internal/stat"
)

// dated is a dataset whose names of stocks say the end of a period within the year, where they say that of the year: 年末常住人口
// is 3月末常住人口 in an edition of the first quarter, and 期末常住人口 if it has figures of the ends of years too.
func dated(d *stat.Dataset, p stat.Period) *stat.Dataset {
	if p.LastMonth() == 12 {
		return d
	}
	mixed := map[string]bool{}
	for _, data := range d.Periods {
		if data.Period.Compare(p) > 0 { // what is published is not named anew by later files
			break
		}
		for _, f := range data.Facts {
			if f.Period.Compare(p) < 0 && f.Period.LastMonth() != p.LastMonth() {
				mixed[f.Subject] = true
			}
		}
	}
	own := *d
	own.Indicators = slices.Clone(d.Indicators)
	for i := range own.Indicators {
		name := &own.Indicators[i].Name
		hans, en := strconv.Itoa(p.LastMonth())+"月末", "the end of "+time.Month(p.LastMonth()).String()
		if mixed[own.Indicators[i].Code] {
			hans, en = "期末", "the end of the period"
		}
		for _, chinese := range []*string{&name.Hans, &name.Hant} {
			if rest, ok := strings.CutPrefix(*chinese, "年末"); ok {
				*chinese = hans + rest
			}
		}
		for _, end := range []string{"the year-end", "the end of the year"} {
			name.En = strings.Replace(name.En, "at "+end, "at "+en, 1)
		}
	}
	return &own
}
