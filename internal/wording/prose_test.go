package wording

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nianbao/internal/stat"
	"nianbao/internal/town"
)

// The office decides which chapters have composed sentences, and what stands in their place.
func TestWhichSentences(t *testing.T) {
	own := func(id, theme string) stat.Sentence {
		return stat.Sentence{ID: id, Theme: theme, Text: both("甲。", "A.")}
	}
	for _, tt := range []struct {
		name    string
		prose   stat.Prose
		own     []stat.Sentence
		chapter string
		want    string
	}{
		{"none of the office", "", nil, "economy", "auto-retail"},
		{"one of the office", "", []stat.Sentence{own("a", "economy")}, "economy", "a"},
		{"one of the office elsewhere", "", []stat.Sentence{own("a", "life")}, "economy", "auto-retail"},
		{"all", stat.AutoProse, []stat.Sentence{own("a", "economy")}, "economy", "auto-retail a"},
		{"no chapter", stat.NoProse, nil, "economy", ""},
		{"one replaced, and out of the sentence it shared", "", []stat.Sentence{own("auto-output", "economy")}, "economy", "auto-retail auto-output"},
		{"the first replaced", "", []stat.Sentence{own("auto-retail", "economy")}, "economy", "auto-retail auto-output"},
		{"summary", "", nil, "summary", "auto-point-1 auto-point-2 auto-point-3"},
		{"summary of the office", "", []stat.Sentence{own("a", "summary")}, "summary", "a"},
		{"points of the office", "", []stat.Sentence{own("points.1", "points")}, "summary", "points.1"},
		{"points of the office, nothing composed", stat.NoProse, []stat.Sentence{own("points.1", "points")}, "summary", "points.1"},
		{"projects", "", nil, "projects", "auto-projects"},
		{"no rankings", "", nil, "rankings", ""},
		{"preface", "", nil, "preface", ""},
		{"no such chapter", "", nil, "weather", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := newScene()
			s.data.Prose, s.data.Sentences = tt.prose, tt.own
			var ids []string
			for _, one := range Sentences(s.build(t), tt.chapter) {
				ids = append(ids, one.ID)
				if composed := strings.HasPrefix(one.ID, "auto-") && !slices.ContainsFunc(tt.own, func(o stat.Sentence) bool { return o.ID == one.ID }); one.Composed != composed {
					t.Errorf("%s is composed: %v", one.ID, one.Composed)
				}
			}
			if got := strings.Join(ids, " "); got != tt.want {
				t.Errorf("sentences %q, want %q", got, tt.want)
			}
		})
	}
}

// A sentence is worded as bulletins have it.
func TestComposedSentence(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(*scene)
		id     string
		zh, en string
	}{
		{
			"two neighbours", func(*scene) {}, "auto-retail",
			"全年零售额4.10亿元，比上年增长6.5%；产值15.31亿元。",
			"In 2023, retail sales reached CNY 410 million, up 6.5% over the previous year; and output came to CNY 1.531 billion.",
		},
		{
			"nothing has changed", func(s *scene) { s.data.Facts[1].Quantity = stat.Qty("0.0", 0, "PERCENT") }, "auto-retail",
			"全年零售额4.10亿元，与上年持平；产值15.31亿元。",
			"In 2023, retail sales came to CNY 410 million, unchanged from the previous year; and output came to CNY 1.531 billion.",
		},
		{
			"a stock", func(s *scene) { s.d.Indicators[0].Timing = stat.Stock }, "auto-retail",
			"年末零售额4.10亿元，比上年末增长6.5%。全年产值15.31亿元。",
			"At the end of the year, retail sales stood at CNY 410 million, up 6.5% over the end of the previous year. Output came to CNY 1.531 billion.",
		},
		{
			"a missing growth", func(s *scene) { s.data.Facts[1] = missing(s.data.Facts[1]) }, "auto-retail",
			"全年零售额4.10亿元；产值15.31亿元。",
			"In 2023, retail sales came to CNY 410 million; and output came to CNY 1.531 billion.",
		},
		{
			"ranks", func(s *scene) { s.add(rank("retail", "city", 2)) }, "auto-retail",
			"全年零售额4.10亿元，比上年增长6.5%，居全市第二。产值15.31亿元。",
			"In 2023, retail sales reached CNY 410 million, up 6.5% over the previous year, ranking second in the city. Output came to CNY 1.531 billion.",
		},
		{
			"a loss", func(s *scene) {
				s.data.Facts[0].Quantity = stat.Qty("-1.0", 8, "CNY")
				s.add(figure("retail", stat.Level, 2022, stat.Qty("2.0", 8, "CNY")))
			}, "auto-retail",
			"全年零售额为−1.0亿元，由盈转亏；产值15.31亿元。",
			"In 2023, retail sales were CNY −100 million; the balance turned from profit to loss; and output came to CNY 1.531 billion.",
		},
		{
			"parts", func(s *scene) { town.Divide(s.d); town.Compose(s.d) }, "auto-output",
			"全年产值15.31亿元。分行业看，works值1亿元；farms值1亿元。二者之比为60.5:39.5。分所有制看，ours值1亿元；private值1亿元。二者之比为70:30。产值中，export值1亿元。farms值中，grain值1亿元。",
			"Output came to CNY 1.531 billion. By sector, works came to CNY 100 million; and farms came to CNY 100 million. They accounted for 60.5% and 39.5% of output respectively. " +
				"By owner, ours came to CNY 100 million; and private came to CNY 100 million. They accounted for 70% and 30% of output respectively. " +
				"Within output, export came to CNY 100 million. Within farms, grain came to CNY 100 million.",
		},
		{
			"parts that have a noun of the whole", func(s *scene) {
				town.Divide(s.d)
				town.Indicator(s.d, "output").Breakdowns[0].Name = both("按流向分", "By direction")
				for i, code := range []string{"works", "farms", "ours", "private"} {
					town.Indicator(s.d, code).Name.En = []string{"Output of works", "Output of farms", "Our works", "Private works"}[i]
				}
			}, "auto-output",
			"全年产值15.31亿元。其中，works值1亿元；farms值1亿元。分所有制看，ours值1亿元；private值1亿元。产值中，export值1亿元。farms值中，grain值1亿元。",
			"Output came to CNY 1.531 billion. Of this total, the output of works came to CNY 100 million; and that of farms came to CNY 100 million. " +
				"By owner, our works came to CNY 100 million; and private works came to CNY 100 million. " +
				"Within output, export came to CNY 100 million. Within the output of farms, grain came to CNY 100 million.",
		},
		{
			"parts of a price index", func(s *scene) {
				town.Divide(s.d)
				base := stat.IndexOn(both("上年=100", "previous year = 100"), stat.Place{})
				s.d.Units[base.Code] = base
				for _, code := range []string{"output", "export"} {
					ind := town.Indicator(s.d, code)
					ind.Unit, ind.Mult, ind.Breakdowns = base.Code, 0, nil
					ind.Usual = both("{period|span}"+code+"价格{growth|compared}。", "Prices of "+code+" were {growth|compared}.")
				}
				for i := range s.data.Facts {
					if f := &s.data.Facts[i]; f.Subject == "output" || f.Subject == "export" {
						f.Quantity = stat.Qty("99.5", 0, base.Code)
					}
				}
			}, "auto-output",
			"产值为99.5（上年=100）。其中，export价格下降0.5%。",
			"Output was 99.5 (previous year = 100). Of the components, prices of export were down 0.5%.",
		},
		{
			"a share behind its indicator", func(s *scene) {
				town.Divide(s.d)
				s.d.Indicators = append(s.d.Indicators, stat.Indicator{
					Code: "export-share", Theme: "economy", Name: both("出口比重", "Share of export"), Unit: "PERCENT",
					Usual: both("export值占产值的比重为{ratio}。", "Export accounted for {ratio} of output."),
				})
				town.Indicator(s.d, "output").Breakdowns = nil
				s.add(figure("export-share", stat.Ratio, 2023, stat.Qty("6.5", 0, "PERCENT")))
			}, "auto-output",
			"全年产值15.31亿元。其中，export值1亿元，占产值的比重为6.5%。",
			"Output came to CNY 1.531 billion. Of this total, export came to CNY 100 million, accounting for 6.5% of output.",
		},
		{
			"figures of December alone", func(s *scene) {
				alone := func(m stat.Measure, q stat.Quantity, basis stat.Basis) {
					f := figure("retail", m, 2023, q)
					f.Only, f.Sort, f.Basis = stat.OnlyMonth, strings.Trim(string(basis)+"-month", "-"), basis
					f.ID = stat.Key("retail", string(m)+"-"+f.Sort, f.Period)
					s.add(f)
				}
				alone(stat.Level, stat.Qty("0.5", 8, "CNY"), "")
				alone(stat.Growth, stat.Qty("11.0", 0, "PERCENT"), "")
				alone(stat.Growth, stat.Qty("0.3", 0, "PERCENT"), stat.Chained)
			}, "auto-retail",
			"全年零售额4.10亿元，比上年增长6.5%。其中，12月0.5亿元，同比增长11.0%，环比增长0.3%。产值15.31亿元。",
			"In 2023, retail sales reached CNY 410 million, up 6.5% over the previous year. " +
				"In December alone, the figure was CNY 50 million, up 11.0% year on year, up 0.3% on the previous month. Output came to CNY 1.531 billion.",
		},
		{
			"a sentence of its own", func(s *scene) {
				s.d.Indicators[0].Usual = both("{name}做到{level}，{growth|compared}。", "{name} made {level}, {growth|compared}.")
			}, "auto-retail",
			"零售额做到4.10亿元，比上年增长6.5%。全年产值15.31亿元。",
			"Retail sales made CNY 410 million, up 6.5% over the previous year. Output came to CNY 1.531 billion.",
		},
		{
			"a sentence of its own without all figures", func(s *scene) {
				s.d.Indicators[0].Usual = both("{name}做到{level}。", "{name} made {level}.")
				s.add(rank("retail", "city", 2))
			}, "auto-retail",
			"零售额做到4.10亿元，比上年增长6.5%，居全市第二。全年产值15.31亿元。",
			"Retail sales made CNY 410 million, up 6.5% over the previous year, ranking second in the city. Output came to CNY 1.531 billion.",
		},
		{
			"a sentence of its own without the value", func(s *scene) {
				s.d.Indicators[0].Usual = both("{name}变动{growth|compared}。", "{name} were {growth|compared}.")
			}, "auto-retail",
			"全年零售额4.10亿元，比上年增长6.5%。产值15.31亿元。",
			"In 2023, retail sales reached CNY 410 million, up 6.5% over the previous year. Output came to CNY 1.531 billion.",
		},
		{
			"two names with the end of the year", func(s *scene) {
				for i := range 2 {
					s.d.Indicators[i].Timing = stat.Stock
					s.d.Indicators[i].Name.Hans = "年末" + s.d.Indicators[i].Name.Hans
				}
				s.d.Indicators[0].Usual = both("{name}达{level}。", "At {period|end}, {name|within} reached {level}.")
			}, "auto-retail",
			"年末零售额达4.10亿元，比上年末增长6.5%。产值15.31亿元。",
			"At the end of the year, retail sales reached CNY 410 million, up 6.5% over the end of the previous year. Output stood at CNY 1.531 billion.",
		},
		{
			"a flow behind a name with the end of the year", func(s *scene) {
				s.d.Indicators[0].Timing, s.d.Indicators[0].Name.Hans = stat.Stock, "年末零售额"
			}, "auto-retail",
			"年末零售额4.10亿元，比上年末增长6.5%。全年产值15.31亿元。",
			"At the end of the year, retail sales stood at CNY 410 million, up 6.5% over the end of the previous year. Output came to CNY 1.531 billion.",
		},
		{
			"the whole", func(s *scene) { s.d.Indicators[0].Name.Hans = "全社会零售额" }, "auto-retail",
			"2023年全社会零售额4.10亿元，比上年增长6.5%；产值15.31亿元。",
			"In 2023, retail sales reached CNY 410 million, up 6.5% over the previous year; and output came to CNY 1.531 billion.",
		},
		{
			"a stock with growth alone", func(s *scene) {
				s.d.Indicators[0].Timing = stat.Stock
				s.data.Facts = s.data.Facts[1:]
			}, "auto-retail",
			"年末零售额比上年末增长6.5%。全年产值15.31亿元。",
			"At the end of the year, retail sales were up 6.5% over the end of the previous year. Output came to CNY 1.531 billion.",
		},
		{
			"a sentence of its own that lacks a figure", func(s *scene) {
				s.d.Indicators[0].Usual = both("{name}做到{level}，{change}。", "{name} made {level}, {change}.")
			}, "auto-retail",
			"全年零售额4.10亿元，比上年增长6.5%。产值15.31亿元。",
			"In 2023, retail sales reached CNY 410 million, up 6.5% over the previous year. Output came to CNY 1.531 billion.",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := newScene()
			tt.change(s)
			e := s.build(t)
			zh, en := s.words(t)
			for _, one := range Sentences(e, "economy") {
				if one.ID != tt.id {
					continue
				}
				gotZh, errZh := Sentence(zh, e, one)
				gotEn, errEn := Sentence(en, e, one)
				if d := cmp.Diff([]string{tt.zh, tt.en}, []string{gotZh, gotEn}); d != "" || errZh != nil || errEn != nil {
					t.Error(d, errZh, errEn)
				}
				return
			}
			t.Errorf("no sentence %s", tt.id)
		})
	}
}

// An indicator whose sentence the office has replaced by one on others is told in a composed sentence of its own, with what
// stands below it and is not told yet.
func TestReplacedByOthers(t *testing.T) {
	own := func(id string, facts ...string) stat.Sentence {
		s := stat.Sentence{ID: id, Theme: "economy", Text: both("甲", "A")}
		for _, f := range facts {
			s.Text.Hans, s.Text.En = s.Text.Hans+"{"+f+"}", s.Text.En+" {"+f+"}"
		}
		return s
	}
	for _, tt := range []struct {
		name   string
		change func(*stat.Dataset)
		own    []stat.Sentence
		want   string // IDs
		again  string
	}{
		{"by one on another", nil, []stat.Sentence{own("auto-retail", "output.level")}, "auto-retail auto-retail-again", "全年零售额4.10亿元，比上年增长6.5%。"},
		{"by one that has a figure of it", nil, []stat.Sentence{own("auto-retail", "output.level", "retail.growth")}, "auto-retail", ""},
		{"by one without figures", nil, []stat.Sentence{own("auto-retail")}, "auto-retail auto-output", ""},
		{
			"both replaced", nil, []stat.Sentence{own("auto-retail", "output.level"), own("auto-retail-again", "retail.level")},
			"auto-retail auto-retail-again", "甲4.10亿元",
		},
		{
			"some of what stands below it", town.Divide, []stat.Sentence{own("auto-output", "works.level", "export.level", "farms.level")},
			"auto-retail auto-output auto-output-again", "全年产值15.31亿元。分所有制看，ours值1亿元；private值1亿元。",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := newScene()
			if tt.change != nil {
				tt.change(s.d)
			}
			s.data.Sentences = tt.own
			e := s.build(t)
			var ids []string
			again := ""
			for _, one := range Sentences(e, "economy") {
				ids = append(ids, one.ID)
				if strings.HasSuffix(one.ID, stat.AgainSuffix) {
					var err error
					if again, err = Sentence(speak(t, stat.Hans, e.Units), e, one); err != nil {
						t.Fatal(err)
					}
				}
			}
			if got := strings.Join(ids, " "); got != tt.want || again != tt.again {
				t.Errorf("sentences %q with %q, want %q with %q", got, again, tt.want, tt.again)
			}
		})
	}
}
