package check

import (
	"slices"

	"github.com/shopspring/decimal"

	"nianbao/internal/stat"
)

func figureCases() []ruleCase {
	unit := func(name string, q stat.Quantity) func(*scene) {
		return func(s *scene) { s.fact(name).Figure = figure(q) }
	}
	value := func(name, v string) func(*scene) { return func(s *scene) { s.set(name, v) } }
	later := func(status stat.Status) func(*scene) {
		return func(s *scene) {
			f := observed("works", stat.Level, "2024", stat.Qty("31", 0, "PROJECT"))
			f.Status = status
			s.add(f)
		}
	}
	missing := func(note stat.Text) func(*scene) {
		return func(s *scene) {
			f := s.fact("retail.level")
			f.Figure, f.Note = stat.Figure{Status: stat.Missing}, note
		}
	}
	kind := func(indicator string, q stat.Quantity) func(*scene) {
		return func(s *scene) {
			s.indicator(indicator).Unit = q.Unit
			s.indicator(indicator).Includes = nil
			s.add(observed(indicator, stat.Level, "2021", q))
			s.d.Periods[1].Facts = slices.DeleteFunc(s.d.Periods[1].Facts, func(f stat.Fact) bool {
				return f.Subject == indicator && f.Period == year2023
			})
		}
	}
	own := func(k stat.UnitKind, v string) func(*scene) {
		return func(s *scene) {
			s.d.Units["OWN"] = stat.Unit{Code: "OWN", Dim: k.Dimension(), Counter: bilingual("度", "degree"), One: "degree", Many: "degrees", Place: at("indicators.yaml", "units.OWN")}
			kind("works", stat.Qty(v, 0, "OWN"))(s)
		}
	}
	goal := func(m stat.Measure, subject string, q stat.Quantity) func(*scene) {
		return func(s *scene) {
			f := observed(subject, m, "2024", q)
			f.Target = &stat.Target{Indicator: subject}
			s.add(f)
		}
	}
	return []ruleCase{
		{"value-digits", "fifteen digits", func(s *scene) { s.set("retail.level", "1234567890123.45") }, passes},
		{"value-digits", "zeros at the end", func(s *scene) { s.set("retail.level", "123456789012345.00") }, passes},
		{"value-digits", "sixteen digits", func(s *scene) { s.set("retail.level", "12345678901234.56") }, warns},
		{"unit-mismatch", "other power of ten", unit("output.level", stat.Qty("153100", 4, "CNY")), passes},
		{"unit-mismatch", "another currency", unit("output.level", stat.Qty("15.31", 8, "USD")), errs},
		{"unit-mismatch", "another count", unit("works.level", stat.Qty("29", 0, "SITE")), errs},
		{"unit-mismatch", "unknown unit", unit("works.level", stat.Qty("29", 0, "BUSHEL")), errs},
		{"unit-mismatch", "growth in money", unit("output.growth", stat.Qty("6.5", 0, "CNY")), errs},
		{"unit-mismatch", "growth in points", unit("output.growth", stat.Qty("6.5", 0, "PP")), passes},
		{"unit-mismatch", "a rate in points", unit("sites-rate.ratio", stat.Qty("266", 0, "PP")), errs},
		{"unit-mismatch", "change of a percentage in per cent", unit("share.change", stat.Qty("-1.2", 0, "PERCENT")), errs},
		{"unit-mismatch", "change of money in points", func(s *scene) {
			s.add(observed("output", stat.Change, "2023", stat.Qty("1.2", 0, "PP")))
		}, passes},
		{"unit-mismatch", "change of money in a count", func(s *scene) {
			s.add(observed("output", stat.Change, "2023", stat.Qty("12", 0, "ITEM")))
		}, errs},
		{"unit-mismatch", "a score in per cent", unit("grade.score", stat.Qty("4.41", 0, "PERCENT")), errs},
		{"unit-mismatch", "a rank among items", unit("output.rank", stat.Qty("5", 0, "ITEM")), errs},
		{"unit-mismatch", "investment by length", unit("plant.investment", stat.Qty("1.3", 8, "KM")), errs},
		{"unit-mismatch", "investment in dollars", unit("plant.investment", stat.Qty("1.3", 8, "USD")), passes},
		{"unit-mismatch", "variant converts", func(s *scene) {
			s.add(projectFact("plant", "area", stat.Qty("1500", 0, "M2")))
			s.vary("plant.area", "2").Quantity.Unit = "MU"
		}, passes},
		{"unit-mismatch", "variant does not convert", func(s *scene) {
			s.vary("plant.investment", "2").Quantity.Unit = "USD"
		}, errs},
		{"unit-mismatch", "tolerance in another unit", func(s *scene) {
			f, _ := factOf(s.d, "output.target_growth@2024")
			f.Target.Tolerance.Unit = "CNY"
		}, errs},
		{"unit-mismatch", "target level", func(s *scene) {
			f := observed("output", stat.TargetLevel, "2024", stat.Qty("16", 0, "PERCENT"))
			f.Target = &stat.Target{Indicator: "output", Baseline: "output.level@2023"}
			s.add(f)
		}, errs},
		{"unit-mismatch", "target ratio", goal(stat.TargetRatio, "share", stat.Qty("16", 0, "PERCENT")), passes},
		{"unit-mismatch", "target ratio in money", goal(stat.TargetRatio, "share", stat.Qty("16", 0, "CNY")), errs},
		{"unit-mismatch", "target change in points", goal(stat.TargetChange, "share", stat.Qty("3", 0, "PP")), passes},
		{"unit-mismatch", "target change in per cent", goal(stat.TargetChange, "share", stat.Qty("3", 0, "PERCENT")), errs},
		{"value-range", "half a project at most", func(s *scene) {
			goal(stat.TargetLevel, "works", stat.Qty("3", 0, "PROJECT"))(s)
			f, _ := factOf(s.d, "works.target_level@2024")
			f.Target.Operator, f.Target.UpTo = stat.Within, stat.Qty("3.5", 0, "PROJECT")
		}, errs},
		{"value-range", "a target of fewer", goal(stat.TargetChange, "works", stat.Qty("-3", 0, "PROJECT")), passes},
		{"unit-mismatch", "unknown unit in the catalogue", func(s *scene) { s.indicator("value-added").Unit = "BUSHEL" }, errs},
		{"unit-mismatch", "no value", missing(bilingual("未公布。", "Not published.")), passes},

		{"unit-mismatch", "change of an index in points", func(s *scene) {
			s.add(observed("prices", stat.Change, "2023", stat.Qty("0.4", 0, "INDEX_POINT")))
		}, passes},

		{"index-base", "a base", func(s *scene) { s.set("prices.level", "98.7") }, passes},
		{"index-base", "none", func(s *scene) {
			s.indicator("prices").Unit = "INDEX"
			s.fact("prices.level").Quantity.Unit = "INDEX"
		}, notes},

		{"forecast-past", "a later period", later(stat.Forecast), passes},
		{"forecast-past", "this period", func(s *scene) { s.fact("works.level").Status = stat.Forecast }, warns},
		{"forecast-past", "a target", func(s *scene) {
			f, _ := factOf(s.d, "output.target_growth@2024")
			f.Status, f.Period = stat.Forecast, year2023
		}, passes},

		{"future-not-forecast", "a forecast", later(stat.Forecast), passes},
		{"future-not-forecast", "a fact", later(stat.Normal), warns},
		{"future-not-forecast", "no value yet", later(stat.Missing), passes},

		{"missing-value-note", "explained", missing(bilingual("未公布。", "Not published.")), passes},
		{"missing-value-note", "silent", missing(stat.Text{}), warns},

		{"value-range", "nothing happened", value("requests-mail.level", "0"), passes},
		{"value-range", "a negative count", value("works.level", "-1"), errs},
		{"value-range", "half a project", value("works.level", "29.5"), errs},
		{"value-range", "whole in tens of thousands", unit("works.level", stat.Qty("0.5", 4, "PROJECT")), passes},
		{"value-range", "a negative rate", value("sites-rate.ratio", "-1"), errs},
		{"value-range", "a negative contribution", func(s *scene) {
			s.indicator("share").Name.Hans = "净出口贡献率"
			s.add(observed("share", stat.Ratio, "2023", stat.Qty("-8.6", 0, "PERCENT")))
		}, passes},
		{"value-range", "a loss", value("output.level", "-14.37"), passes},
		{"value-range", "a falling population", kind("share", stat.Qty("-0.60", 0, "PERMILLE")), passes},
		{"value-range", "frost", kind("works", stat.Qty("-3.5", 0, "CELSIUS")), passes},
		{"value-range", "beds per thousand", kind("works", stat.Qty("3.74", 0, "BED_PER_1000PERSON")), passes},
		{"value-range", "a negative price", kind("works", stat.Qty("-3.74", 0, "CNY_PER_MONTH")), errs},
		{"value-range", "an index of nothing", value("prices.level", "0"), errs},
		{"value-range", "own measure with decimals", own(stat.MeasureKind, "3.7"), passes},
		{"value-range", "own measure below zero", own(stat.MeasureKind, "-3.7"), errs},
		{"value-range", "own rate below zero", own(stat.RateKind, "-3.7"), passes},
		{"value-range", "own index with decimals", own(stat.IndexKind, "98.7"), passes},
		{"value-range", "own index below zero", own(stat.IndexKind, "-98.7"), errs},
		{"value-range", "own price with decimals", own(stat.PriceKind, "3.70"), passes},
		{"value-range", "own count with decimals", own(stat.CountKind, "3.7"), errs},
		{"value-range", "a negative score", value("grade.score", "-4"), errs},
		{"value-range", "a negative balance", value("retail.level", "-0.7"), passes},
		{"value-range", "a negative investment", value("plant.investment", "-1.3"), errs},
		{"value-range", "a fall of everything", value("output.growth", "-100"), passes},
		{"value-range", "a fall of more than everything", value("output.growth", "-100.1"), warns},
		{"value-range", "a falling share", value("share.change", "-120"), passes},
		{"value-range", "a negative tolerance", func(s *scene) {
			f, _ := factOf(s.d, "output.target_growth@2024")
			f.Target.Tolerance.Value = decimal.NewFromInt(-1)
		}, errs},
		{"value-range", "an impossible variant", func(s *scene) { s.vary("works.level", "-21") }, errs},
	}
}
