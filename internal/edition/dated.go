package edition

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"nianbao/internal/stat"
)

// dated is a dataset whose names of stocks say the end of a period within the year, where they say that of the year: 年末常住人口
// is 3月末常住人口 in an edition of the first quarter.
func dated(d *stat.Dataset, p stat.Period) *stat.Dataset {
	if p.LastMonth() == 12 {
		return d
	}
	own := *d
	own.Indicators = slices.Clone(d.Indicators)
	for i := range own.Indicators {
		name := &own.Indicators[i].Name
		for _, chinese := range []*string{&name.Hans, &name.Hant} {
			if rest, ok := strings.CutPrefix(*chinese, "年末"); ok {
				*chinese = strconv.Itoa(p.LastMonth()) + "月末" + rest
			}
		}
		for _, end := range []string{"the year-end", "the end of the year"} {
			name.En = strings.Replace(name.En, "at "+end, "at the end of "+time.Month(p.LastMonth()).String(), 1)
		}
	}
	return &own
}
