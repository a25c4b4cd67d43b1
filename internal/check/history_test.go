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
	faster := func(points string, change func(s *scene)) func(*scene) {
		return func(s *scene) {
			s.add(observed("retail", stat.Growth, "2022", stat.Qty("8.7", 0, "PERCENT")), observed("retail", stat.Growth, "2023", stat.Qty("6.5", 0, "PERCENT")),
				observed("retail", stat.Acceleration, "2023", stat.Qty(points, 0, "PP")))
			change(s)
		}
	}
	alone := func(value, before string, part stat.Only) func(*scene) {
		return func(s *scene) {
			f := observed("retail", stat.Level, "2023", stat.Qty(value, 8, "CNY"))
			f.ID, f.Sort, f.Only = "retail.level-"+string(part)+"@2023", string(part), part
			s.add(f)
			if before != "" {
				s.add(observed("retail", stat.Level, map[stat.Only]string{stat.OnlyMonth: "2023-11", stat.OnlyQuarter: "2023-Q3"}[part], stat.Qty(before, 8, "CNY")))
			}
		}
	}
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
		{"cumulative-falls", "a loss that widens", func(s *scene) {
			before("-0.20")(s)
			s.set("retail.level", "-0.70")
		}, passes},
		{"cumulative-falls", "of another year", func(s *scene) {
			s.add(observed("retail", stat.Level, "2022-Q3", stat.Qty("0.71", 8, "CNY")))
		}, passes},

		{"acceleration-against-growth", "agrees", faster("-2.2", nothing), passes},
		{"acceleration-against-growth", "within rounding", faster("-2.1", nothing), passes},
		{"acceleration-against-growth", "of the other sign", faster("2.2", nothing), warns},
		{"acceleration-against-growth", "no growth a year earlier", func(s *scene) {
			s.add(observed("retail", stat.Growth, "2023", stat.Qty("6.5", 0, "PERCENT")), observed("retail", stat.Acceleration, "2023", stat.Qty("2.2", 0, "PP")))
		}, passes},
		{"acceleration-against-growth", "about", faster("2.2", func(s *scene) { s.fact("retail.acceleration").Qualifier = stat.About }), passes},

		{"part-of-period", "a month that is left", alone("0.08", "0.62", stat.OnlyMonth), passes},
		{"part-of-period", "a month that is not left", alone("0.08", "0.50", stat.OnlyMonth), warns},
		{"part-of-period", "a quarter that is left", alone("0.2", "0.5", stat.OnlyQuarter), passes},
		{"part-of-period", "less than all", alone("0.69", "", stat.OnlyMonth), passes},
		{"part-of-period", "more than all", alone("0.72", "", stat.OnlyMonth), warns},
		{"part-of-period", "a stock", func(s *scene) {
			alone("0.72", "", stat.OnlyMonth)(s)
			s.indicator("retail").Timing = stat.Stock
		}, passes},

		{"revision-of-final", "the same, otherwise written", then("7000", stat.Normal, nothing), passes},
		{"revision-of-final", "a final figure", then("7100", stat.Normal, nothing), notes},
		{"revision-of-final", "a provisional figure", then("7100", stat.Provisional, nothing), passes},
		{"revision-of-final", "with a note", then("7100", stat.Normal, func(s *scene) {
			s.fact("retail.level").Note = bilingual("按经济普查修订。", "Revised by the economic census.")
		}), passes},
	}
}
