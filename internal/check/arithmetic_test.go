package check

import "nianbao/internal/stat"

func arithmeticCases() []ruleCase {
	rate := func(done, percent string) func(*scene) {
		return func(s *scene) {
			s.set("sites.level", done)
			s.set("sites-rate.ratio", percent)
		}
	}
	growth := func(percent string) func(*scene) { return func(s *scene) { s.set("output.growth", percent) } }
	indexed := func(unit string) func(*scene) {
		return func(s *scene) {
			s.d.Units["INDEX_1978"] = stat.IndexOn(bilingual("1978年=100", "1978 = 100"), at("indicators.yaml", "indicators.prices"))
			s.indicator("prices").Unit = unit
			s.fact("prices.level").Quantity.Unit = unit
			s.add(observed("prices", stat.Level, "2022", stat.Qty("102.0", 0, unit)))
			s.add(observed("prices", stat.Growth, "2023", stat.Qty("1.3", 0, "PERCENT")))
		}
	}
	profit := func(now, before, growth string) func(*scene) {
		return func(s *scene) {
			s.fact("retail.level").Figure = figure(stat.Qty(now, 8, "CNY"))
			s.add(observed("retail", stat.Level, "2022", stat.Qty(before, 8, "CNY")), observed("retail", stat.Growth, "2023", stat.Qty(growth, 0, "PERCENT")))
		}
	}
	return []ruleCase{
		{"rate-against-count", "truncated", rate("64", "266"), passes},
		{"rate-against-count", "rounded", rate("64", "267"), passes},
		{"rate-against-count", "nearly", rate("64", "268"), warns},
		{"rate-against-count", "implies 5.56", rate("16", "288"), warns},
		{"rate-against-count", "a whole place too low", rate("3", "299"), warns},
		{"rate-against-count", "all", rate("433", "100"), passes},
		{"rate-against-count", "nothing of nothing", rate("0", "0"), passes},
		{"rate-against-count", "something done of nothing", rate("0", "50"), warns},
		{"rate-against-count", "more decimals", rate("16", "266.67"), passes},
		{"rate-against-count", "count not to the last one", func(s *scene) {
			s.fact("sites.level").Figure = figure(stat.Qty("16", 4, "SITE"))
			s.set("sites-rate.ratio", "288")
		}, passes},
		{"rate-against-count", "about", func(s *scene) {
			rate("16", "288")(s)
			s.fact("sites-rate.ratio").Qualifier = stat.About
		}, passes},
		{"rate-against-count", "no count", func(s *scene) { s.drop("sites.level") }, passes},

		{"level-growth-previous", "agrees", growth("6.5"), passes},
		{"level-growth-previous", "within rounding", growth("6.6"), passes},
		{"level-growth-previous", "beyond rounding", growth("6.8"), warns},
		{"level-growth-previous", "a fall", growth("-6.5"), warns},
		{"level-growth-previous", "no previous level", func(s *scene) {
			growth("50")(s)
			s.d.Periods = s.d.Periods[1:]
		}, passes},
		{"level-growth-previous", "previous level given again", func(s *scene) {
			growth("50")(s)
			s.add(observed("output", stat.Level, "2022", stat.Qty("102067", 4, "CNY")))
		}, passes},
		{"level-growth-previous", "about", func(s *scene) {
			growth("50")(s)
			s.fact("output.level").Qualifier = stat.About
		}, passes},
		{"level-growth-previous", "growth of about", func(s *scene) {
			growth("50")(s)
			s.fact("output.growth").Qualifier = stat.About
		}, passes},
		{"level-growth-previous", "counts are exact", func(s *scene) {
			s.add(observed("works", stat.Level, "2022", stat.Qty("20", 0, "PROJECT")), observed("works", stat.Growth, "2023", stat.Qty("47.5", 0, "PERCENT")))
		}, warns},
		{"level-growth-previous", "an index on the year before", indexed("INDEX_PREVIOUS_YEAR"), passes},
		{"level-growth-previous", "an index on one year", indexed("INDEX_1978"), warns},
		{"level-growth-previous", "real growth is refused", func(s *scene) { s.indicator("output").Basis = stat.Real }, notes},
		{"level-growth-previous", "comparable growth is of other levels", func(s *scene) {
			growth("50")(s)
			s.fact("output.growth").Basis = stat.Comparable
		}, passes},
		{"level-growth-previous", "growth of the month alone", func(s *scene) {
			growth("50")(s)
			f := s.fact("output.growth")
			f.Sort, f.Only = "month", stat.OnlyMonth
		}, passes},
		{"level-growth-previous", "nominal growth of what grows in real terms", func(s *scene) {
			growth("50")(s)
			s.indicator("output").Basis = stat.Real
			f := s.fact("output.growth")
			f.Sort, f.Basis = "nominal", stat.Nominal
		}, warns},
		{"level-growth-previous", "real growth alone", func(s *scene) {
			s.add(observed("value-added", stat.Growth, "2023", stat.Qty("7.1", 0, "PERCENT")))
		}, passes},

		{"growth-negative-base", "from a profit", profit("4.0", "2.0", "100"), passes},
		{"growth-negative-base", "from a profit to a loss", profit("-4.0", "2.0", "-300"), passes},
		{"growth-negative-base", "from a loss", profit("-4.0", "-2.0", "100"), warns},
		{"growth-negative-base", "from a loss, the other sign", profit("-4.0", "-2.0", "-100"), warns},
		{"growth-negative-base", "from nothing", profit("4.0", "0.0", "100"), warns},
		{"growth-negative-base", "of the month alone", func(s *scene) {
			profit("-4.0", "-2.0", "100")(s)
			for i := range s.data().Facts {
				if f := &s.data().Facts[i]; f.Measure == stat.Growth {
					f.Sort, f.Only = "month", stat.OnlyMonth
				}
			}
		}, passes},
		{"growth-negative-base", "no growth", func(s *scene) {
			profit("-4.0", "-2.0", "100")(s)
			s.drop("retail.growth")
		}, passes},
		{"growth-negative-base", "in points", func(s *scene) {
			profit("-4.0", "-2.0", "100")(s)
			s.fact("retail.growth").Figure = figure(stat.Qty("2", 0, "PP"))
		}, passes},
		{"growth-negative-base", "a colder winter", func(s *scene) {
			s.indicator("retail").Unit = "CELSIUS"
			s.add(observed("retail", stat.Level, "2022", stat.Qty("-3.5", 0, "CELSIUS")), observed("retail", stat.Growth, "2023", stat.Qty("10", 0, "PERCENT")))
			s.fact("retail.level").Figure = figure(stat.Qty("-4", 0, "CELSIUS"))
		}, warns},
		{"level-growth-previous", "from a loss", profit("-4.0", "-2.0", "17"), passes},

		{"parts-total", "exact", func(*scene) {}, passes},
		{"parts-total", "one too many", func(s *scene) { s.set("requests-mail.level", "34") }, errs},
		{"parts-total", "a part unknown", func(s *scene) {
			s.set("requests-phone.level", "1")
			s.drop("requests-mail.level")
		}, passes},
		{"parts-total", "counts of other things", func(s *scene) {
			s.indicator("assessed").Breakdowns = divided("works-done", "sites")
			s.set("assessed.level", "70")
		}, passes},
		{"parts-total", "money within rounding", func(s *scene) { money(s, "0.62") }, passes},
		{"parts-total", "money beyond rounding", func(s *scene) { money(s, "0.60") }, errs},
		{"parts-total", "a part in another unit", func(s *scene) { s.fact("requests-mail.level").Quantity.Unit = "CNY" }, errs},
		{"parts-total", "two breakdowns", func(s *scene) { again(s, "433") }, passes},
		{"parts-total", "the second of two breakdowns", func(s *scene) { again(s, "432") }, errs},
		{"parts-total", "shares of a whole", func(s *scene) { shares(s, "100", "46.9") }, passes},
		{"parts-total", "shares beyond a whole", func(s *scene) { shares(s, "100", "57.1") }, errs},
		{"parts-total", "shares within rounding", func(s *scene) { shares(s, "100", "47.1") }, passes},
		{"parts-total", "shares beyond rounding", func(s *scene) { shares(s, "100", "47.2") }, errs},
		{"parts-total", "rates that average", func(s *scene) { shares(s, "98", "57.1") }, passes},
		{"parts-total", "rates of completion", func(s *scene) {
			shares(s, "100", "57.1")
			s.indicator("share").RateOf = "sites"
		}, passes},
		{"parts-total", "included", func(s *scene) { s.set("works-done.level", "29") }, passes},
		{"parts-total", "included but larger", func(s *scene) { s.set("works-done.level", "30") }, errs},
		{"parts-total", "losses included in a loss", func(s *scene) {
			s.indicator("output").Includes = []string{"retail"}
			s.set("output.level", "-3.20")
			s.set("retail.level", "-1.00")
		}, passes},
		{"parts-total", "included in another unit", func(s *scene) {
			s.indicator("output").Includes = []string{"works"}
		}, errs},
		{"parts-total", "an index included but larger", func(s *scene) {
			s.indicator("prices").Includes = []string{"output"}
			s.fact("output.level").Figure = figure(stat.Qty("105.2", 0, "INDEX_PREVIOUS_YEAR"))
		}, passes},
		{"parts-total", "included in more than", func(s *scene) {
			s.set("works-done.level", "30")
			s.fact("works.level").Qualifier = stat.MoreThan
		}, passes},

		{"shared-figure", "different", func(*scene) {}, passes},
		{"shared-figure", "same amount, other decimals", func(s *scene) { s.set("retail.level", "15.310") }, notes},
		{"shared-figure", "of a project", func(s *scene) { s.fact("plant.investment").Figure = figure(stat.Qty("153100", 4, "CNY")) }, notes},
		{"shared-figure", "two digits", func(s *scene) { s.set("retail.level", "1.300") }, passes},
		{"shared-figure", "of one subject", func(s *scene) {
			s.add(observed("grade", stat.Level, "2023", stat.Qty("4.41", 0, "SCORE")))
		}, passes},
		{"shared-figure", "growth of three digits", func(s *scene) {
			s.set("output.growth", "10.5")
			s.add(observed("retail", stat.Growth, "2023", stat.Qty("10.5", 0, "PERCENT")))
		}, passes},
		{"shared-figure", "growth of four digits", func(s *scene) {
			s.set("output.growth", "10.53")
			s.add(observed("retail", stat.Growth, "2023", stat.Qty("10.53", 0, "PERCENT")))
		}, notes},
		{"shared-figure", "a whole and its only part", func(s *scene) { s.set("requests-phone.level", "433") }, passes},
		{"shared-figure", "another period", func(s *scene) {
			f := observed("retail", stat.Level, "2024", stat.Qty("15.31", 8, "CNY"))
			f.Status = stat.Forecast
			s.add(f)
		}, passes},
	}
}

// divided is one breakdown into parts.
func divided(parts ...string) []stat.Breakdown { return []stat.Breakdown{{Parts: parts}} }

// again divides requests in a second way, into a single part.
func again(s *scene, level string) {
	s.indicator("requests").Breakdowns = append(s.indicator("requests").Breakdowns, stat.Breakdown{Code: "place", Parts: []string{"sites"}})
	s.indicator("sites").Unit = "REQUEST"
	s.drop("sites.level")
	s.drop("sites-rate.ratio")
	s.add(observed("sites", stat.Level, "2023", stat.Qty(level, 0, "REQUEST")))
}

// shares gives a whole, in per cent, two parts: 53.0 and another.
func shares(s *scene, whole, part string) {
	s.indicator("share").Breakdowns = divided("sites-rate", "works")
	s.drop("share.change")
	s.drop("sites-rate.ratio")
	s.indicator("sites-rate").RateOf = ""
	s.add(
		observed("share", stat.Ratio, "2023", stat.Qty(whole, 0, "PERCENT")),
		observed("sites-rate", stat.Ratio, "2023", stat.Qty("53.0", 0, "PERCENT")),
		observed("works", stat.Ratio, "2023", stat.Qty(part, 0, "PERCENT")),
	)
}

// money makes retail the total of two rounded parts.
func money(s *scene, part string) {
	s.indicator("retail").Breakdowns = divided("value-added", "share")
	s.indicator("share").Unit = "CNY"
	s.drop("share.change")
	s.add(observed("value-added", stat.Level, "2023", stat.Qty(part, 8, "CNY")), observed("share", stat.Level, "2023", stat.Qty("700", 4, "CNY")))
}
