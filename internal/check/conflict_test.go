package check

import (
	"github.com/shopspring/decimal"

	"nianbao/internal/stat"
)

func conflictCases() []ruleCase {
	printed := func(name, as string) func(*scene) {
		return func(s *scene) { s.fact(name).From[0].Printed = as }
	}
	twin := func(value string) func(*scene) {
		return func(s *scene) {
			f := observed("output", stat.Level, "2023", stat.Qty(value, 8, "CNY"))
			f.ID, f.Place = "output.level-again@2023", at("2023.yaml", "observations.output.level[1]")
			s.add(f)
		}
	}
	ranged := func(upper string) func(*scene) {
		return func(s *scene) {
			f := observed("output", stat.TargetRatio, "2024", stat.Qty("5", 0, "PERCENT"))
			f.Target = &stat.Target{Indicator: "output", Operator: stat.Within, UpTo: stat.Qty(upper, 0, "PERCENT")}
			f.From[0].Printed = "5 0 PERCENT, 6 0 PERCENT"
			s.add(f)
		}
	}
	return []ruleCase{
		{"undeclared-conflict", "other decimals", printed("output.level", "15.310 8 CNY"), passes},
		{"undeclared-conflict", "a range", ranged("6"), passes},
		{"undeclared-conflict", "another upper bound", ranged("7"), errs},
		{"undeclared-conflict", "a number in words", func(s *scene) {
			f := observed("output", stat.TargetWords, "2024", stat.Qty("5", 0, "CNY"))
			f.Target, f.Status = &stat.Target{Indicator: "output", Words: bilingual("同步", "in step")}, stat.NotExist
			s.add(f)
		}, passes},
		{"undeclared-conflict", "other power of ten", printed("output.level", "153100 4 CNY"), passes},
		{"undeclared-conflict", "nothing to read", printed("output.level", "第五"), passes},
		{"printed-unreadable", "nothing to read", printed("output.level", "第五"), notes},
		{"printed-unreadable", "nothing to read of none", func(s *scene) {
			s.fact("output.level").From[0].Printed = "第五"
			s.fact("output.level").Quantity.Value = decimal.Zero
		}, passes},
		{"undeclared-conflict", "people in place of households", func(s *scene) {
			s.fact("works.level").Quantity.Unit = "HOUSEHOLD"
			s.fact("works.level").From[0].Printed = "29 0 PERSON"
		}, errs},
		{"undeclared-conflict", "a counter of another count", printed("works.level", "29 0 ITEM"), passes},
		{"undeclared-conflict", "another amount", printed("output.level", "15.13 8 CNY"), errs},
		{"undeclared-conflict", "another count", printed("works.level", "21 0 ITEM"), errs},
		{"undeclared-conflict", "another unit", printed("output.growth", "6.5 0 PP"), errs},
		{"undeclared-conflict", "converted unit", func(s *scene) {
			s.add(projectFact("plant", "length", stat.Qty("16", 0, "KM")))
			s.fact("plant.length").From[0].Printed = "16.2 3 M"
		}, passes},
		{"undeclared-conflict", "converted unit beyond rounding", func(s *scene) {
			s.add(projectFact("plant", "length", stat.Qty("16", 0, "KM")))
			s.fact("plant.length").From[0].Printed = "17.5 3 M"
		}, errs},
		{"undeclared-conflict", "converted unit with another last digit", func(s *scene) {
			s.add(projectFact("plant", "length", stat.Qty("16", 0, "KM")))
			s.fact("plant.length").From[0].Printed = "17 3 M"
		}, errs},
		{"undeclared-conflict", "printed though missing", func(s *scene) { s.fact("retail.level").Status = stat.Missing }, errs},
		{"undeclared-conflict", "a declared variant", func(s *scene) { s.vary("output.level", "15.13") }, passes},
		{"undeclared-conflict", "a variant misread", func(s *scene) { s.vary("output.level", "15.13").From[0].Printed = "15.31 8 CNY" }, errs},
		{"undeclared-conflict", "no reader", func(s *scene) {
			s.fact("output.level").From[0].Printed = "15.13 8 CNY"
			s.opt.ReadPrinted = nil
		}, passes},
		{"undeclared-conflict", "a fact twice", twin("15.13"), errs},
		{"undeclared-conflict", "a fact twice, alike", twin("15.31"), warns},
		{"undeclared-conflict", "ranks in two scopes", func(s *scene) {
			s.d.Area.Scopes = append(s.d.Area.Scopes, stat.Scope{Code: "province", Name: bilingual("全省", "the province"), Of: 160})
			f := ranked("output", 40)
			f.ID, f.Ranking.Scope, f.Ranking.Group = "output.rank-province@2023", "province", ""
			s.add(f)
		}, passes},

		{"printed-unreadable", "understood", printed("output.level", "15.310 8 CNY"), passes},
		{"printed-unreadable", "a word that is not known", printed("output.level", "?"), notes},
		{"undeclared-conflict", "a word that is not known", printed("output.level", "?"), passes},

		{"variant-equal", "differs", func(s *scene) { s.vary("output.level", "15.13") }, passes},
		{"variant-equal", "expected only", func(s *scene) { s.vary("output.rank", "5").Status = stat.Forecast }, passes},
		{"variant-equal", "same", func(s *scene) { s.vary("output.level", "15.310") }, warns},

		{"variant-reason", "given", func(s *scene) { s.vary("output.level", "15.13") }, passes},
		{"variant-reason", "absent", func(s *scene) {
			s.vary("output.level", "15.13")
			s.fact("output.level").Reason = stat.Text{}
		}, errs},

		{"declared-variant", "none", func(*scene) {}, passes},
		{"declared-variant", "one", func(s *scene) { s.vary("output.growth", "7") }, notes},
		{"declared-variant", "expected", func(s *scene) { s.vary("output.rank", "4").Status = stat.Forecast }, notes},
		{"declared-variant", "of an expected one", func(s *scene) {
			s.vary("output.rank", "4")
			s.fact("output.rank").Status = stat.Forecast
		}, notes},
		{"declared-variant", "two", func(s *scene) {
			s.vary("output.growth", "7")
			s.vary("works.level", "21")
		}, []stat.Severity{stat.Note, stat.Note}},
	}
}
