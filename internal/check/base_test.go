package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/stat"
	"nianbao/internal/town"
)

// year2023 is the edition that is checked.
var year2023 = stat.Period{Year: 2023}

// scene is what a case changes: a dataset without findings, and the options it is checked with.
type scene struct {
	d   *stat.Dataset
	opt Options
}

// base is a dataset to which no rule objects.
func base() *scene {
	return &scene{
		d: &stat.Dataset{
			Area:       baseArea(),
			Units:      baseUnits(),
			Themes:     []stat.Theme{{Code: "economy", Name: bilingual("经济", "Economy"), Place: at("indicators.yaml", "themes.economy")}},
			Indicators: baseIndicators(),
			Periods: []stat.PeriodData{
				{Period: stat.Period{Year: 2022}, Facts: []stat.Fact{observed("output", stat.Level, "2022", stat.Qty("14.37", 8, "CNY"))}},
				baseData(),
			},
		},
		opt: Options{
			Langs:       []stat.Lang{stat.Hans, stat.En},
			Lacks:       func(r rune) bool { return r == '𠮷' },
			ReadPrinted: readPrinted,
		},
	}
}

// readPrinted reads what base prints: value, power of ten and unit, as "2.31 8 CNY". Of several figures it reads the wanted
// one, or else the last. What begins with a question mark is not understood.
func readPrinted(printed string, _ stat.Measure, want stat.Quantity) (q stat.Quantity, unread string, ok bool) {
	if strings.HasPrefix(printed, "?") {
		return stat.Quantity{}, printed, false
	}
	for one := range strings.SplitSeq(printed, ", ") {
		var value, unit string
		var mult int
		if n, _ := fmt.Sscan(one, &value, &mult, &unit); n != 3 {
			return stat.Quantity{}, "", false
		}
		if q, ok = stat.Qty(value, mult, unit), true; q.Equal(want) {
			break
		}
	}
	return q, "", ok
}

func at(file, path string) stat.Place { return stat.Place{File: file, Line: len(path), Path: path} }

func baseArea() stat.Area {
	return stat.Area{
		Code: "example", Name: bilingual("示例区", "Example District"),
		Scopes: []stat.Scope{{Code: "city", Name: bilingual("全市", "the city"), Of: 16, Place: at("area.yaml", "scopes.city")}},
		Sources: []stat.Source{{
			Code: "report", Title: bilingual("工作报告", "Annual report"), Reference: bilingual("第{0}段", "paragraph {0}"),
			Place: at("area.yaml", "sources.report"),
		}},
		Place: at("area.yaml", ""),
	}
}

func baseUnits() map[string]stat.Unit {
	units := stat.Units()
	units["REQUEST"] = stat.Unit{
		Code: "REQUEST", Dim: stat.Count, Counter: bilingual("件", "request"), One: "request", Many: "requests",
		Place: at("indicators.yaml", "units.REQUEST"),
	}
	index := stat.IndexOn(bilingual("上年=100", "previous year = 100"), at("indicators.yaml", "indicators.prices"))
	units[index.Code] = index
	return units
}

func baseIndicators() []stat.Indicator {
	list := []stat.Indicator{
		{Code: "output", Name: bilingual("总产值", "Output"), Unit: "CNY", Mult: 8},
		{Code: "value-added", Name: bilingual("增加值", "Value added"), Unit: "CNY", Mult: 8, Basis: stat.Real},
		{Code: "retail", Name: bilingual("零售额", "Retail sales"), Unit: "CNY", Mult: 8},
		{Code: "assessed", Name: bilingual("考核事项", "Items assessed"), Unit: "ITEM", Tally: &stat.Tally{Group: "yearly"}},
		{Code: "assessed-first", Name: bilingual("居首事项", "Items in first place"), Unit: "ITEM", Tally: &stat.Tally{Group: "yearly", Position: 1}},
		{Code: "assessed-top", Name: bilingual("居前事项", "Items near the top"), Unit: "ITEM", Tally: &stat.Tally{Group: "yearly", AtMost: 5}},
		{Code: "sites", Name: bilingual("点位", "Sites"), Unit: "SITE"},
		{Code: "sites-rate", Name: bilingual("点位完成率", "Sites completed"), Unit: "PERCENT", RateOf: "sites"},
		{Code: "requests", Name: bilingual("诉求", "Requests"), Unit: "REQUEST", Breakdowns: divided("requests-phone", "requests-mail")},
		{Code: "requests-phone", Name: bilingual("电话诉求", "Requests by telephone"), Unit: "REQUEST"},
		{Code: "requests-mail", Name: bilingual("来信诉求", "Requests by letter"), Unit: "REQUEST"},
		{Code: "works", Name: bilingual("实施项目", "Works"), Unit: "PROJECT", Includes: []string{"works-done"}},
		{Code: "works-done", Name: bilingual("竣工项目", "Works completed"), Unit: "PROJECT"},
		{Code: "grade", Name: bilingual("考核得分", "Assessment score"), Unit: "SCORE"},
		{Code: "share", Name: bilingual("覆盖率", "Coverage"), Unit: "PERCENT"},
	}
	list = append(list, stat.Indicator{Code: "prices", Name: bilingual("价格指数", "Price index"), Unit: "INDEX_PREVIOUS_YEAR"})
	for i := range list {
		list[i].Theme, list[i].Place = "economy", at("indicators.yaml", "indicators."+list[i].Code)
	}
	return list
}

func baseData() stat.PeriodData {
	target := observed("output", stat.TargetGrowth, "2024", stat.Qty("6", 0, "PERCENT"))
	target.Target = &stat.Target{Indicator: "output", Operator: stat.Around, Tolerance: stat.Qty("0.5", 0, "PP"), Baseline: "output.level@2023"}
	return stat.PeriodData{
		Period: year2023,
		Facts: []stat.Fact{
			observed("output", stat.Level, "2023", stat.Qty("15.31", 8, "CNY")),
			observed("output", stat.Growth, "2023", stat.Qty("6.5", 0, "PERCENT")),
			ranked("output", 5), ranked("retail", 1),
			observed("retail", stat.Level, "2023", stat.Qty("0.70", 8, "CNY")),
			observed("assessed", stat.Level, "2023", stat.Qty("2", 0, "ITEM")),
			observed("assessed-first", stat.Level, "2023", stat.Qty("1", 0, "ITEM")),
			observed("assessed-top", stat.Level, "2023", stat.Qty("2", 0, "ITEM")),
			observed("sites", stat.Level, "2023", stat.Qty("64", 0, "SITE")),
			observed("sites-rate", stat.Ratio, "2023", stat.Qty("266", 0, "PERCENT")),
			observed("requests", stat.Level, "2023", stat.Qty("433", 0, "REQUEST")),
			observed("requests-phone", stat.Level, "2023", stat.Qty("400", 0, "REQUEST")),
			observed("requests-mail", stat.Level, "2023", stat.Qty("33", 0, "REQUEST")),
			observed("works", stat.Level, "2023", stat.Qty("29", 0, "PROJECT")),
			observed("works-done", stat.Level, "2023", stat.Qty("6", 0, "PROJECT")),
			observed("grade", stat.ScoreValue, "2023", stat.Qty("4.41", 0, "SCORE")),
			observed("share", stat.Change, "2023", stat.Qty("-1.2", 0, "PP")),
			observed("prices", stat.Level, "2023", stat.Qty("101.3", 0, "INDEX_PREVIOUS_YEAR")),
			projectFact("plant", "investment", stat.Qty("1.3", 8, "CNY")),
			target,
		},
		Projects: []stat.Project{baseProject()},
		Recognitions: []stat.Recognition{{
			Code: "base-of-year", Name: bilingual("示范基地", "Model base"), Holder: bilingual("示例公司", "Example Company"), Theme: "economy",
			Tier: stat.National, Honour: stat.Awarded, Place: at("2023.yaml", "recognitions.base-of-year"),
		}},
		Initiatives: []stat.Initiative{{
			Code: "blue-sky", Name: bilingual("蓝天行动", "Blue-sky campaign"), Theme: "economy", Kind: stat.Campaign,
			Place: at("2023.yaml", "initiatives.blue-sky"),
		}},
		Sentences: []stat.Sentence{{
			ID: "first", Theme: "economy", Period: year2023, Place: at("2023.text.yaml", "sentences[0]"),
			Text: bilingual("{period}总产值{output.level}，{output.growth}；{@plant}于{plant.signed}签约。",
				"Output in {period} was {output.level}, {output.growth}; {@plant} was signed on {plant.signed}."),
		}},
		Place: stat.Place{File: "2023.yaml", Line: 1},
	}
}

func baseProject() stat.Project {
	step := func(s stat.Step, date string) stat.Milestone {
		return stat.Milestone{Code: string(s), Step: s, Date: day(date), Place: at("projects.yaml", "projects.plant.milestones."+string(s))}
	}
	return stat.Project{
		Code: "plant", Name: bilingual("示例工厂", "Example plant"), Theme: "economy", Status: stat.InProduction,
		Partners: []stat.Partner{{Name: bilingual("示例公司", "Example Company")}},
		Figures:  []stat.ProjectFigure{{Code: "investment", Fact: "plant.investment@2023", Place: at("2023.yaml", "projects.plant.figures.investment")}},
		Milestones: []stat.Milestone{
			step(stat.StepSigned, "2023-02-04"), step(stat.StepStarted, "2023-04-08"), step(stat.StepProduction, "2023-08-04"),
		},
		Place: at("projects.yaml", "projects.plant"),
	}
}

func day(s string) stat.Date {
	d, err := stat.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func period(s string) stat.Period {
	p, err := stat.ParsePeriod(s)
	if err != nil {
		panic(err)
	}
	return p
}

// observed is a fact as the source prints it.
func observed(subject string, m stat.Measure, p string, q stat.Quantity) stat.Fact {
	f := stat.Fact{
		ID: subject + "." + string(m) + "@" + p, Subject: subject, Area: "example", Period: period(p), Measure: m,
		Place: at("2023.yaml", "observations."+subject+"."+string(m)),
	}
	f.Figure = figure(q)
	return f
}

func figure(q stat.Quantity) stat.Figure {
	printed := fmt.Sprintf("%s %d %s", q.Number(), q.Mult, q.Unit)
	return stat.Figure{Quantity: q, Status: stat.Normal, From: []stat.Provenance{{Source: "report", Ref: "3", Printed: printed}}}
}

func ranked(subject string, position int64) stat.Fact {
	f := observed(subject, stat.Rank, "2023", stat.Quantity{Value: decimal.NewFromInt(position), Unit: "RANK"})
	f.Ranking = &stat.Ranking{Scope: "city", By: stat.Growth, Group: "yearly"}
	return f
}

func projectFact(project, code string, q stat.Quantity) stat.Fact {
	f := observed(project, stat.Level, "2023", q)
	f.ID, f.Subject = project+"."+code+"@2023", project+"."+code
	f.Place = at("2023.yaml", "projects."+project+".figures."+code)
	return f
}

// data is the edition's part of the dataset.
func (s *scene) data() *stat.PeriodData {
	d, _ := s.d.Data(year2023)
	return d
}

// fact finds a fact of the edition by its name without the year.
func (s *scene) fact(name string) *stat.Fact {
	f, ok := factOf(s.d, name+"@2023")
	if !ok {
		panic("no fact " + name)
	}
	return f
}

// set gives a fact another figure, printed so in the source.
func (s *scene) set(name, value string) {
	f := s.fact(name)
	q := f.Quantity
	q.Value = decimal.RequireFromString(value)
	f.Figure = figure(q)
}

func (s *scene) add(facts ...stat.Fact) { s.data().Facts = append(s.data().Facts, facts...) }

// drop removes a fact of the edition.
func (s *scene) drop(name string) {
	s.data().Facts = slices.DeleteFunc(s.data().Facts, func(f stat.Fact) bool { return strings.HasPrefix(f.ID, name+"@") })
}

func (s *scene) indicator(code string) *stat.Indicator {
	i := slices.IndexFunc(s.d.Indicators, func(ind stat.Indicator) bool { return ind.Code == code })
	return &s.d.Indicators[i]
}

// vary gives a fact a variant with its reason.
func (s *scene) vary(name, value string) *stat.Figure {
	f := s.fact(name)
	q := f.Quantity
	q.Value = decimal.RequireFromString(value)
	f.Variants = append(f.Variants, figure(q))
	f.Reason = bilingual("正文更详细。", "The body is more detailed.")
	return &f.Variants[len(f.Variants)-1]
}

// factOf finds a fact by ID, as the latest period's data that hold it give it.
func factOf(d *stat.Dataset, id string) (*stat.Fact, bool) {
	for i := len(d.Periods) - 1; i >= 0; i-- {
		for j := range d.Periods[i].Facts {
			if d.Periods[i].Facts[j].ID == id {
				return &d.Periods[i].Facts[j], true
			}
		}
	}
	return nil, false
}

// bilingual is a text of a dataset.
var bilingual = town.Both
