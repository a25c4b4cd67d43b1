package check

import (
	"strings"

	"nianbao/internal/catalog"
	"nianbao/internal/stat"
	"nianbao/internal/town"
)

// standard adds figures of the catalogue's indicators, as "gdp.level 609.91": in the unit, power of ten and year that are usual,
// or else as "gdp.level@2022 609.91 8 CNY". Each stands three lines below the last one.
func standard(figures ...string) func(*scene) {
	return func(s *scene) {
		for i, figure := range figures {
			words := strings.Fields(figure)
			name, year, _ := strings.Cut(words[0], "@")
			code, measure, _ := strings.Cut(name, ".")
			ind := s.standard(code)
			q := usual(words, ind, stat.Measure(measure))
			if year == "" {
				year = "2023"
			}
			f := observed(code, stat.Measure(measure), year, q)
			f.From, f.Place.Line = nil, 3*i+1
			if measure == "share" {
				f.ID, f.Part = stat.Key(code, stat.ShareName(words[2]), f.Period), words[2]
			}
			s.add(f)
		}
	}
}

// standard is an indicator of the catalogue, added to those of the scene.
func (s *scene) standard(code string) *stat.Indicator {
	if ind := town.Indicator(s.d, code); ind != nil {
		return ind
	}
	e, ok := catalog.Get(code)
	if !ok {
		panic("not in the catalogue: " + code)
	}
	ind := e.Indicator
	ind.Breakdowns, ind.Place = nil, at("indicators.yaml", "indicators."+code)
	if !e.Base.Empty() {
		ind.Unit = "INDEX_PREVIOUS_YEAR"
	}
	for _, u := range catalog.Units() {
		if u.Place = at("indicators.yaml", "units."+u.Code); u.Code == e.Unit {
			s.d.Units[u.Code] = u
		}
	}
	s.d.Indicators = append(s.d.Indicators, ind)
	return &s.d.Indicators[len(s.d.Indicators)-1]
}

func usual(words []string, ind *stat.Indicator, m stat.Measure) stat.Quantity {
	q := stat.Qty(words[1], ind.Mult, ind.Unit)
	switch m {
	case stat.Growth, stat.ContributionRate:
		q.Mult, q.Unit = 0, stat.PercentUnit
	case stat.Contribution:
		q.Mult, q.Unit = 0, stat.PointsUnit
	case stat.Change:
		if points := stat.PointsOf(ind.Unit); points != "" {
			q.Unit = points
		}
	}
	if len(words) == 4 {
		q = stat.Qty(words[1], int(words[2][0]-'0'), words[3])
	}
	return q
}

// industries gives GDP its three industries, with more done to the scene behind.
func industries(more ...func(*scene)) func(*scene) {
	return func(s *scene) {
		for _, code := range []string{"gdp", "primary", "secondary", "tertiary"} {
			s.standard(code)
		}
		s.standard("gdp").Breakdowns = []stat.Breakdown{{Code: "industry", Parts: []string{"primary", "secondary", "tertiary"}}}
		for _, change := range more {
			change(s)
		}
	}
}

func relationCases() []ruleCase {
	named := func(code, hans string, figures ...string) func(*scene) {
		return func(s *scene) {
			standard(figures...)(s)
			ind := s.indicator(code)
			ind.Name, ind.Code = bilingual(hans, "Another thing"), "own"
			for i := range s.data().Facts {
				if f := &s.data().Facts[i]; f.Subject == code {
					f.Subject, f.ID = "own", "own."+string(f.Measure)+"@2023"
				}
			}
		}
	}
	return []ruleCase{
		{"ratio-against-levels", "agrees", standard("urbanisation.ratio 58.96", "urban-population.level 71.28", "resident-population.level 120.89"), passes},
		{"ratio-against-levels", "within rounding", standard("tax-share.ratio 66.4", "tax-revenue.level 2.28", "budget-revenue.level 3.44"), passes},
		{"ratio-against-levels", "swapped digits", standard("urbanisation.ratio 85.96", "urban-population.level 71.28", "resident-population.level 120.89"), warns},
		{"ratio-against-levels", "ten times", standard("tax-share.ratio 6.6", "tax-revenue.level 2.28", "budget-revenue.level 3.44"), errs},
		{"ratio-against-levels", "a level of another unit", standard("tax-share.ratio 66.4", "tax-revenue.level 22800 4 CNY", "budget-revenue.level 3.44"), passes},
		{"ratio-against-levels", "a level of about", func(s *scene) {
			standard("tax-share.ratio 6.6", "tax-revenue.level 2.28", "budget-revenue.level 3.44")(s)
			s.fact("tax-revenue.level").Qualifier = stat.About
		}, passes},
		{"ratio-against-levels", "an indicator of the area's own, known by its name",
			named("loan-deposit-ratio", "存贷比", "loan-deposit-ratio.ratio 73.5", "loans.level 115.69", "deposits.level 308.74"), warns},
		{"per-head-against-total", "the mean of the year", standard("gdp-per-head.level 51200", "gdp.level 609.91", "resident-population.level 120.89"), passes},
		{"per-head-against-total", "a tenth off", standard("gdp-per-head.level 55600", "gdp.level 609.91", "resident-population.level 120.89"), warns},
		{"per-head-against-total", "ten times", standard("gdp-per-head.level 504520", "gdp.level 609.91", "resident-population.level 120.89"), errs},
		{"per-head-against-total", "per thousand", standard("beds-per-1000.level 3.74", "beds.level 4526", "resident-population.level 120.89"), passes},
		{"per-head-against-total", "per thousand, of last year's people", standard("beds-per-1000.level 37.4", "beds.level 4526", "resident-population.level@2022 120.89"), passes},
		{"difference-against-terms", "below zero", standard("natural-growth.level -0.60", "birth-rate.level 6.77", "death-rate.level 7.37"), passes},
		{"difference-against-terms", "swapped digits", standard("natural-growth.level 3.94", "birth-rate.level 8.59", "death-rate.level 5.10"), warns},
		{"difference-against-terms", "changes", standard("natural-growth.change -1.21", "birth-rate.change -1.00", "death-rate.change 0.2"), passes},
		{"difference-against-terms", "the sign of a change", standard("natural-growth.change 1.21", "birth-rate.change -1.00", "death-rate.change 0.2"), warns},
		{"average-between", "between", standard("income.level 28827", "income-urban.level 42266", "income-rural.level 18754"), passes},
		{"average-between", "above", standard("income.level 48827", "income-urban.level 42266", "income-rural.level 18754"), errs},
		{"average-between", "below", standard("income.level 18287", "income-urban.level 42266", "income-rural.level 18754"), errs},
		{"average-between", "one unknown", standard("income.level 48827", "income-rural.level 18754"), passes},

		{"ratio-possible", "all", standard("forest-cover.ratio 100"), passes},
		{"ratio-possible", "of a whole", standard("forest-cover.ratio 155.54"), errs},
		{"ratio-possible", "of what is compared", standard("loan-deposit-ratio.ratio 137.5", "sales-ratio.ratio 101.2"), passes},
		{"ratio-possible", "a completion", func(s *scene) { s.set("sites-rate.ratio", "266") }, passes},
		{"ratio-possible", "of a name that tells nothing", func(s *scene) {
			standard("rd-intensity.ratio 264")(s)
			s.indicator("rd-intensity").Name.Hans = "研发强度"
		}, warns},
		{"ratio-possible", "a share", func(s *scene) { composed(s, "192.4", "7.6") }, errs},
	}
}

func growthCases() []ruleCase {
	levels := standard("gdp.level 609.9", "primary.level 63.44", "secondary.level 296.65", "tertiary.level 249.81")
	rates := func(total, first, second, third string) func(*scene) {
		return standard("gdp.growth "+total, "primary.growth "+first, "secondary.growth "+second, "tertiary.growth "+third)
	}
	printed := func(name string) func(*scene) {
		return func(s *scene) { s.fact(name).From = []stat.Provenance{{Source: "report", Printed: "176 0 PERCENT"}} }
	}
	both := func(nominal, real string) func(*scene) {
		return func(s *scene) {
			standard("income.growth " + nominal)(s)
			f := observed("income", stat.Growth, "2023", stat.Qty(real, 0, "PERCENT"))
			f.ID, f.Sort, f.Basis = "income.growth-real@2023", "real", stat.Real
			s.add(f)
		}
	}
	many := standard("gdp.growth 5.2", "primary.growth 4.5", "secondary.growth 6.0", "tertiary.growth 4.6", "exports.growth 20.5", "imports.growth 4.1", "loans.growth 10.6", "deposits.growth 11.7", "income.growth 5.0", "spending.growth 3.9", "retail-sales.growth 15.2")
	return []ruleCase{
		{"total-growth", "the average", industries(levels, rates("5.2", "4.5", "6.0", "4.5")), passes},
		{"total-growth", "above all", industries(levels, rates("7.2", "4.5", "6.0", "4.5")), warns},
		{"total-growth", "below all", industries(rates("4.2", "4.5", "6.0", "4.5")), warns},
		{"total-growth", "between, without levels", industries(rates("5.9", "4.5", "6.0", "4.5")), passes},
		{"total-growth", "a small part ten times", industries(levels, rates("5.2", "45", "6.0", "4.5")), warns},
		{"total-growth", "a part unknown", industries(standard("gdp.growth 9.9", "primary.growth 4.5", "secondary.growth 6.0")), passes},
		{"total-growth", "of another basis", industries(levels, rates("7.2", "4.5", "6.0", "4.5"), func(s *scene) { s.fact("primary.growth").Basis = stat.Comparable }), passes},
		{"total-growth", "all fell", industries(levels, rates("-5.2", "-4.5", "-6.0", "-4.5")), passes},
		{"total-growth", "all fell, but for the total", industries(levels, rates("5.2", "-4.5", "-6.0", "-4.5")), warns},

		{"part-growth", "less than the whole", contained("budget-revenue", "tax-revenue", "2.28", "-39.4"), passes},
		{"part-growth", "more than the whole", contained("budget-revenue", "tax-revenue", "2.28", "-93.4"), warns},

		{"growth-point-lost", "a decimal", func(s *scene) { many(s); standard("tourists.growth 176.0")(s) }, passes},
		{"growth-point-lost", "none", func(s *scene) { many(s); standard("tourists.growth 176")(s) }, warns},
		{"growth-point-lost", "none, as printed", func(s *scene) { many(s); standard("tourists.growth 176")(s); printed("tourists.growth")(s) }, passes},
		{"growth-point-lost", "none anywhere", standard("gdp.growth 5", "exports.growth 176"), passes},

		{"growth-copied", "two digits", standard("exports.growth 4.1", "imports.growth 4.1"), passes},
		{"growth-copied", "three digits", standard("exports.growth 20.5", "imports.growth 20.5"), warns},
		{"growth-copied", "of a whole and its part", func(s *scene) {
			standard("retail-sales.growth 12.5", "retail-urban.growth 12.5")(s)
			s.indicator("retail-sales").Includes = []string{"retail-urban"}
		}, passes},
		{"growth-copied", "far apart", standard("exports.growth 20.5", "loans.growth 1.5", "imports.growth 20.5"), passes},

		{"change-against-levels", "agrees", standard("urbanisation.ratio 58.96", "urbanisation.ratio@2022 58.26", "urbanisation.change 0.70"), passes},
		{"change-against-levels", "does not", standard("urbanisation.ratio 58.96", "urbanisation.ratio@2022 58.26", "urbanisation.change 1.7"), warns},
		{"change-against-levels", "per mille", standard("birth-rate.level 6.39", "birth-rate.level@2022 6.77", "birth-rate.change -0.38"), passes},
		{"change-against-levels", "on a revised base", func(s *scene) {
			standard("loans.level 237.59 8 CNY", "loans.level@2022 213.99 8 CNY", "loans.change 22.75 8 CNY")(s)
			s.indicator("loans").Basis = stat.Comparable
		}, passes},
		{"change-against-levels", "on a base that the growth says is revised", func(s *scene) {
			standard("loans.level 237.59 8 CNY", "loans.level@2022 213.99 8 CNY", "loans.change 22.75 8 CNY", "loans.growth 10.6")(s)
			f := s.fact("loans.growth")
			f.ID, f.Sort, f.Basis = "loans.growth-comparable@2023", "comparable", stat.Comparable
		}, passes},
		{"change-against-levels", "with growth on the base as it is", standard("loans.level 237.59 8 CNY", "loans.level@2022 213.99 8 CNY", "loans.change 22.75 8 CNY", "loans.growth 10.6"), warns},
		{"change-against-levels", "of a level", standard("resident-population.level 140967", "resident-population.level@2022 141175", "resident-population.change 208"), warns},

		{"index-against-growth", "agrees", standard("cpi.level 101.3", "cpi.growth 1.3"), passes},
		{"index-against-growth", "ten times", standard("cpi.level 101.3", "cpi.growth 13"), warns},
		{"index-against-growth", "a fall", standard("cpi.level 99.5", "cpi.growth -0.5"), passes},

		{"index-plausible", "prices rose much", standard("cpi-meat.level 150.3"), passes},
		{"index-plausible", "ten times", standard("cpi-food.level 1018"), warns},
		{"index-plausible", "swapped digits", standard("cpi-food.level 29.9"), warns},
		{"real-against-nominal", "prices rose a little", both("6.3", "6.1"), passes},
		{"real-against-nominal", "prices rose by a half", both("61", "6.1"), warns},
		{"real-against-nominal", "a fall of everything", both("-100.0", "-100.0"), passes},
		{"real-against-nominal", "a fall of more than everything", both("-100.0", "-130.0"), passes},
		{"real-against-nominal", "a fall of nearly everything", both("-99.0", "-98.0"), warns},
		{"real-against-nominal", "prices rose by more than they did", func(s *scene) {
			standard("cpi.growth 0.2")(s)
			both("6.3", "1.6")(s)
		}, warns},
		{"deflator-plausible", "prices rose", standard("gdp.level 1260582", "gdp.level@2022 1210207", "gdp.growth 5.2"), passes},
		{"deflator-plausible", "growth in points", standard("gdp.level 28.5", "gdp.level@2022 9.1", "gdp.growth 5.7 0 PP"), passes},
		{"deflator-plausible", "prices trebled", standard("gdp.level 28.5", "gdp.level@2022 9.1", "gdp.growth 5.7"), warns},

		{"far-from-history", "near", standard("loans.level 120", "loans.level@2022 110"), passes},
		{"far-from-history", "ten times", standard("loans.level 1200", "loans.level@2022 110"), warns},
		{"far-from-history", "four times, of several years", standard("loans.level 440", "loans.level@2022 110", "loans.level@2021 100"), warns},
		{"far-from-history", "a recovery", standard("tourists.level 8203", "tourists.level@2022 1200"), passes},
		{"far-from-history", "not all of a recovery", standard("tourists.level 8203", "tourists.level@2022 1200", "tourists.level@2021 1100"), warns},
		{"far-from-history", "a twelfth", standard("loans.level 110", "loans.level@2022 1320"), warns},
		{"far-from-history", "four times, of one year", standard("loans.level 440", "loans.level@2022 110"), passes},
		{"far-from-history", "ten times, as a note says", func(s *scene) {
			standard("loans.level 1200", "loans.level@2022 110")(s)
			s.fact("loans.level").Note = bilingual("口径扩大。", "More is covered.")
		}, passes},
		{"far-from-history", "a small count", standard("fires.level 60", "fires.level@2022 3"), passes},
		{"far-from-history", "a rate", standard("unemployment.ratio 53.1", "unemployment.ratio@2022 5.1"), warns},
	}
}

// contained is a part of a whole, which are 3.44 and fell by 29.9 per cent.
func contained(whole, part, level, growth string) func(*scene) {
	return func(s *scene) {
		standard(whole+".level 3.44", whole+".growth -29.9", part+".level "+level, part+".growth "+growth)(s)
		s.indicator(whole).Includes = []string{part}
	}
}

func partialCases() []ruleCase {
	sides := func(names string, figures ...string) func(*scene) {
		return func(s *scene) {
			for i, name := range strings.Fields(names) {
				code := []string{"electronics-share", "hightech-share", "equipment-share"}[i]
				standard(code + ".ratio " + figures[i])(s)
				s.indicator(code).Name.Hans = name
			}
		}
	}
	shares := func(figures ...string) func(*scene) {
		return sides("第一产业比重 第二产业比重 第三产业比重", figures...)
	}
	return []ruleCase{
		{"parts-exceed", "less", standard("gdp.level 609.91", "va-industry.level 166.32", "va-construction.level 130.52"), passes},
		{"parts-exceed", "more", standard("gdp.level 609.91", "va-industry.level 566.32", "va-construction.level 130.52"), warns},
		{"parts-exceed", "a loss among them", standard("gdp.level 609.91", "va-industry.level 666.32", "va-construction.level -130.52"), passes},
		{"contribution-total", "rates", industries(standard("primary.contribution_rate 9.4", "secondary.contribution_rate 55.6", "tertiary.contribution_rate 35.0")), passes},
		{"contribution-total", "rates of 110", industries(standard("primary.contribution_rate 9.4", "secondary.contribution_rate 55.6", "tertiary.contribution_rate 45.0")), warns},
		{"contribution-total", "points", industries(standard("gdp.growth 5.2", "primary.contribution 0.3", "secondary.contribution 1.8", "tertiary.contribution 3.1")), passes},
		{"contribution-total", "too many points", industries(standard("gdp.growth 5.2", "primary.contribution 0.3", "secondary.contribution 1.8", "tertiary.contribution 4.1")), warns},
		{"shares-total", "all", shares("6.0", "46.9", "47.1"), passes},
		{"shares-total", "too much", shares("6.0", "46.9", "57.1"), warns},
		{"shares-total", "of the product", sides("第一产业增加值占地区生产总值比重 第二产业增加值占地区生产总值比重 第三产业增加值占地区生产总值比重", "6.0", "46.9", "57.1"), warns},
		{"shares-total", "of growth", sides("第一产业对经济增长贡献率 第二产业对经济增长贡献率 第三产业对经济增长贡献率", "6.0", "46.9", "57.1"), warns},
		{"shares-total", "of investment", sides("第一产业投资占固定资产投资比重 第二产业投资占固定资产投资比重 第三产业投资占固定资产投资比重", "6.0", "46.9", "57.1"), warns},
		{"shares-total", "of investment in the product", sides("第一产业投资占地区生产总值比重 第二产业投资占地区生产总值比重 第三产业投资占地区生产总值比重", "1.0", "12.9", "27.1"), passes},
		{"shares-total", "of private investment in that of each", sides("第一产业民间投资占比 第二产业民间投资占比 第三产业民间投资占比", "86.0", "76.9", "57.1"), passes},
		{"shares-total", "of people", sides("城镇人口占总人口比重 乡村人口占总人口比重", "63.9", "37.1"), warns},
		{"shares-total", "of people, in print", sides("常住人口中男性占比 常住人口中女性占比", "51.9", "48.1"), passes},
		{"shares-total", "of people at work", sides("城镇就业人员占全部就业人员比重 乡村就业人员占全部就业人员比重", "63.9", "63.1"), warns},
		{"shares-total", "of what each spends", sides("城镇居民医疗保健支出占消费支出比重 农村居民医疗保健支出占消费支出比重", "8.5", "10.2"), passes},
		{"shares-total", "of each who came", sides("男性参检比例 女性参检比例", "61.5", "72.1"), passes},
		{"shares-total", "of each who are fat", sides("肥胖男性比例 肥胖女性比例", "11.5", "12.1"), passes},
	}
}

func plausibleCases() []ruleCase {
	project := func(hans, en, amount string) func(*scene) {
		return func(s *scene) {
			p := baseProject()
			p.Code, p.Name = "mill", bilingual(hans, en)
			p.Milestones = nil
			p.Figures = []stat.ProjectFigure{{Code: "investment", Fact: "mill.investment@2023", Place: p.Place}}
			p.Status = stat.UnderConstruction
			s.data().Projects = append(s.data().Projects, p)
			s.add(projectFact("mill", "investment", stat.Qty(amount, 8, "CNY")))
		}
	}
	twins := func(first, second string) func(*scene) {
		return func(s *scene) {
			project(second, "Another", "1.3")(s)
			s.data().Projects[0].Name.Hans = first
		}
	}
	renamed := func(hans, en string) func(*scene) {
		return func(s *scene) { s.indicator("retail").Name = bilingual(hans, en) }
	}
	money := func(name, value string) func(*scene) {
		return func(s *scene) {
			standard("gdp.level 1000.12", "gdp-per-head.level 89358")(s)
			s.indicator("retail").Name.Hans = name
			s.set("retail.level", value)
		}
	}
	people := func(name string) func(*scene) {
		return func(s *scene) {
			standard("resident-population.level 120.89", "pension-insured.level 950")(s)
			own := s.indicator("pension-insured")
			own.Name.Hans, own.Code = name, "own"
			f := s.fact("pension-insured.level")
			f.Subject, f.ID = "own", "own.level@2023"
		}
	}
	harm := func(name string, d stat.Direction) func(*scene) {
		return func(s *scene) {
			ind := s.indicator("retail")
			ind.Name.Hans, ind.Better, ind.Directed = name, stat.Up, d != ""
		}
	}
	better := func(code string, d stat.Direction) func(*scene) {
		return func(s *scene) {
			standard(code + ".level 3")(s)
			s.indicator(code).Better = d
		}
	}
	return []ruleCase{
		{"beyond-area", "five times", standard("gdp.level 609.91", "deposits.level 3000"), passes},
		{"beyond-area", "eleven times", standard("gdp.level 609.91", "post.level 6741 8 CNY"), warns},
		{"beyond-area", "a turnover", standard("gdp.level 609.91", "industry-output.level 3694.4"), passes},
		{"beyond-area", "no turnover", standard("gdp.level 609.91", "construction-output.level 2851.0"), warns},
		{"beyond-area", "incomes", standard("gdp-per-head.level 89358", "spending-urban.level 329940"), warns},
		{"value-range", "a loss", standard("industry-profit.level -22.5"), passes},
		{"value-range", "money below zero", standard("retail-sales.level -39.2"), warns},
		{"value-range", "a share of a whole below zero", standard("unemployment.ratio -3.7"), errs},
		{"beyond-area", "what all households spend", money("最终消费支出", "520.3"), passes},
		{"beyond-area", "what one spends", money("全体居民人均生活消费支出", "520.3"), warns},
		{"beyond-area", "visitors of sights", people("景区接待人数"), passes},
		{"beyond-area", "guests", people("接待过夜人数"), passes},
		{"beyond-area", "people who cross the border", people("口岸出入境人员"), passes},
		{"beyond-area", "people at the cinema", people("观影人数"), passes},
		{"beyond-area", "people who teach", people("专任教师"), warns},
		{"beyond-area", "people", standard("resident-population.level 120.89", "pension-insured.level 950"), warns},
		{"beyond-area", "of whom more are registered", standard("resident-population.level 94.9", "registered-population.level 134.9", "pension-residents.level 210.0"), passes},
		{"scale-unconfirmed", "usual", standard("post.level 6741"), passes},
		{"scale-unconfirmed", "another power", standard("post.level 0.67 8 CNY"), passes},
		{"scale-unconfirmed", "a power too high", standard("post.level 6741 8 CNY"), warns},
		{"scale-unconfirmed", "a power too low", standard("loans.level 10.25 4 CNY"), warns},
		{"scale-unconfirmed", "another unit", standard("sown-area.level 324.3 4 HA"), warns},
		{"scale-unconfirmed", "another unit, as printed", func(s *scene) {
			standard("sown-area.level 324.3 4 HA")(s)
			s.fact("sown-area.level").Figure = figure(stat.Qty("324.3", 4, "HA"))
		}, passes},

		{"same-name", "two names", renamed("零售", "Retail"), passes},
		{"same-name", "the same Chinese", renamed("总 产值", "Retail"), warns},
		{"same-name", "both the same", renamed("总产值", "Output"), warns},
		{"same-name", "the same English", renamed("零售", "output"), warns},
		{"same-project", "another", project("另一工厂", "Another mill", "2.4"), passes},
		{"same-project", "the same name", project("示例工厂", "Mill", "2.4"), warns},
		{"same-project", "nearly the same name and sum", project("示例工厂扩建", "Mill", "1.3"), warns},
		{"same-project", "nearly the same name", project("示例工厂扩建", "Mill", "2.4"), passes},
		{"same-project", "a first and a second", twins("城东第一幼儿园新建工程", "城东第二幼儿园新建工程"), passes},
		{"same-project", "two stages", twins("示例工厂一期扩建工程", "示例工厂二期扩建工程"), passes},
		{"same-project", "a second stage", twins("示例工厂扩建工程", "示例工厂扩建工程二期"), passes},
		{"same-project", "two lots", twins("环城公路改造A标段工程", "环城公路改造B标段工程"), passes},
		{"same-project", "two sides", twins("城东污水处理厂工程", "城西污水处理厂工程"), passes},
		{"same-project", "two villages", twins("王庄村道路硬化工程", "李家沟村道路硬化工程"), passes},
		{"same-project", "two villages without the word", twins("王庄道路硬化工程", "李庄道路硬化工程"), passes},
		{"same-project", "two schools", twins("育才小学教学楼改扩建工程", "育英小学教学楼改扩建工程"), passes},
		{"same-project", "one number in digits and in words", twins("城东第2幼儿园新建", "城东第二幼儿园新建工程"), warns},
		{"same-project", "another word for the work", twins("城东幼儿园扩建工程", "城东幼儿园改建工程"), warns},
		{"same-project", "a slip in the name", twins("同鉴大桥建设工程", "同监大桥建设工程"), warns},
		{"direction-doubtful", "more deaths", better("accident-deaths", stat.Up), warns},
		{"direction-doubtful", "neutral", better("accident-deaths", stat.Neutral), passes},
		{"direction-doubtful", "crimes, of which nothing is said", harm("刑事犯罪案件", ""), warns},
		{"direction-doubtful", "crimes, as the area wants it", harm("刑事犯罪案件", stat.Up), passes},
		{"direction-doubtful", "crimes that are solved", harm("刑事犯罪案件破案率", ""), passes},
		{"direction-doubtful", "fires that are trained for", harm("火灾应急演练", ""), passes},
		{"direction-doubtful", "work for those without", harm("失业人员实现就业", ""), passes},
		{"direction-doubtful", "insurance against unemployment", better("unemployment-insured", ""), passes},
	}
}
