package check

import "nianbao/internal/stat"

// historyCases compare a quarter with the year that the base is about, and the base with an earlier file.
func historyCases() []ruleCase {
	before := func(value string) func(*scene) {
		return func(s *scene) {
			s.add(observed("retail", stat.Level, "2023-Q3", stat.Qty(value, 8, "CNY")))
		}
	}
	then := func(value string, status stat.Status, change func(s *scene)) func(*scene) {
		return func(s *scene) {
			old := observed("retail", stat.Level, "2023", stat.Qty(value, 4, "CNY"))
			old.Status = status
			s.d.Periods[0].Facts = append(s.d.Periods[0].Facts, old)
			change(s)
		}
	}
	nothing := func(*scene) {}
	return []ruleCase{
		{"cumulative-falls", "rises", before("0.52"), passes},
		{"cumulative-falls", "stays", before("0.70"), passes},
		{"cumulative-falls", "falls", before("0.71"), warns},
		{"cumulative-falls", "a stock", func(s *scene) {
			before("0.71")(s)
			s.indicator("retail").Timing = stat.Stock
		}, passes},
		{"cumulative-falls", "about", func(s *scene) {
			before("0.71")(s)
			s.fact("retail.level").Qualifier = stat.About
		}, passes},
		{"cumulative-falls", "of another year", func(s *scene) {
			s.add(observed("retail", stat.Level, "2022-Q3", stat.Qty("0.71", 8, "CNY")))
		}, passes},

		{"revision-of-final", "the same, otherwise written", then("7000", stat.Normal, nothing), passes},
		{"revision-of-final", "a final figure", then("7100", stat.Normal, nothing), notes},
		{"revision-of-final", "a provisional figure", then("7100", stat.Provisional, nothing), passes},
		{"revision-of-final", "with a note", then("7100", stat.Normal, func(s *scene) {
			s.fact("retail.level").Note = bilingual("按经济普查修订。", "Revised by the economic census.")
		}), passes},
	}
}
