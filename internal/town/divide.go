package town

import "nianbao/internal/stat"

// Divide divides output by sector, into works and farms, and by owner, into ours and private. Output contains export, and
// farms contain grain.
func Divide(d *stat.Dataset) {
	for _, code := range []string{"export", "farms", "grain", "works", "private", "ours"} {
		d.Indicators = append(d.Indicators, stat.Indicator{Code: code, Theme: "economy", Name: Both(code+"值", code), Unit: "CNY", Mult: 8})
		d.Periods[0].Facts = append(d.Periods[0].Facts, Figure(code, stat.Level, 2023, stat.Qty("1", 8, "CNY")))
	}
	output := Indicator(d, "output")
	output.Breakdowns = []stat.Breakdown{
		{Code: "sector", Name: Both("按行业分", "By sector"), Parts: []string{"works", "farms"}},
		{Code: "owner", Name: Both("按所有制分", "By owner"), Parts: []string{"ours", "private"}},
	}
	output.Includes = []string{"export"}
	Indicator(d, "farms").Includes = []string{"grain"}
}

// Compose gives output, once divided, the composition 60.5:39.5 by sector and 70:30 by owner, each with a note.
func Compose(d *stat.Dataset) {
	for i, of := range [][2][]string{{{"works", "farms"}, {"60.5", "39.5"}}, {{"ours", "private"}, {"70", "30"}}} {
		for j, part := range of[0] {
			f := Figure("output", stat.Share, 2023, stat.Qty(of[1][j], 0, "PERCENT"))
			f.ID, f.Part, f.Note = stat.Key("output", stat.ShareName(part), Year(2023)), part, Both("现价。", "At current prices.")
			f.Place = stat.Place{Line: 100 + i}
			d.Periods[0].Facts = append(d.Periods[0].Facts, f)
		}
	}
}

// Indicator finds an indicator of a dataset, to be changed; nil if there is none.
func Indicator(d *stat.Dataset, code string) *stat.Indicator {
	for i := range d.Indicators {
		if d.Indicators[i].Code == code {
			return &d.Indicators[i]
		}
	}
	return nil
}
