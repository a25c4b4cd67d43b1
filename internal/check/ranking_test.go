package check

import "nianbao/internal/stat"

func rankingCases() []ruleCase {
	position := func(value string) func(*scene) { return func(s *scene) { s.set("output.rank", value) } }
	return []ruleCase{
		{"tally", "agrees", func(*scene) {}, passes},
		{"tally", "a third is named too", func(s *scene) {
			s.add(ranked("works", 9))
			s.set("assessed.level", "3")
		}, passes},
		{"tally", "of another group", func(s *scene) {
			f := ranked("works", 1)
			f.Ranking.Group = "other"
			s.add(f)
		}, passes},
		{"tally", "an expected rank is none", func(s *scene) {
			f := ranked("works", 1)
			f.Status = stat.Forecast
			s.add(f)
		}, passes},
		{"tally", "more named than reported", func(s *scene) { s.set("assessed-first.level", "0") }, errs},
		{"tally", "reported as a minimum", func(s *scene) {
			s.set("assessed-first.level", "0")
			s.fact("assessed-first.level").Qualifier = stat.MoreThan
		}, passes},
		{"tally", "fewer named", func(s *scene) { s.set("assessed-top.level", "6") }, warns},
		{"tally", "not all named", func(s *scene) { s.set("assessed.level", "8") }, notes},
		{"tally", "all, more named", func(s *scene) { s.set("assessed.level", "1") }, errs},

		{"rank-possible", "the last", position("16"), passes},
		{"rank-possible", "beyond the scope", position("17"), errs},
		{"rank-possible", "zero", position("0"), errs},
		{"rank-possible", "no whole number", position("2.5"), errs},
		{"rank-possible", "beyond its own number", func(s *scene) { s.fact("output.rank").Ranking.Of = 4 }, errs},
		{"rank-possible", "as many areas as the scope has", func(s *scene) { s.fact("output.rank").Ranking.Of = 16 }, passes},
		{"rank-possible", "more areas than the scope has", func(s *scene) { s.fact("output.rank").Ranking.Of = 17 }, errs},
		{"rank-possible", "unknown number", func(s *scene) {
			s.d.Area.Scopes[0].Of = 0
			s.set("output.rank", "99")
		}, passes},
		{"rank-possible", "unknown scope", func(s *scene) { s.fact("output.rank").Ranking.Scope = "galaxy" }, errs},
		{"rank-possible", "no scope at all", func(s *scene) { s.fact("output.rank").Ranking = nil }, errs},
		{"rank-possible", "impossible variant", func(s *scene) { s.vary("output.rank", "0") }, errs},

		{"rank-expected", "final variant", func(s *scene) { s.vary("output.rank", "4") }, passes},
		{"rank-expected", "expected variant", func(s *scene) { s.vary("output.rank", "4").Status = stat.Forecast }, notes},
		{"rank-expected", "expected though final is known", func(s *scene) {
			s.vary("output.rank", "4")
			s.fact("output.rank").Status = stat.Forecast
		}, errs},

		{"scope-size", "of the scope", func(*scene) {}, passes},
		{"scope-size", "of the rank", func(s *scene) {
			s.d.Area.Scopes[0].Of = 0
			s.fact("output.rank").Ranking.Of = 16
			s.fact("retail.rank").Ranking.Of = 16
		}, passes},
		{"scope-size", "unknown, told once", func(s *scene) { s.d.Area.Scopes[0].Of = 0 }, notes},
	}
}
