package workbook

import (
	"os"
	"testing"
	"time"

	"nianbao/internal/dataset"
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
)

func both(zh, en string) stat.Text { return stat.Text{Hans: zh, En: en} }

func year(n int) stat.Period { return stat.Period{Year: n} }

// fact returns a figure about 2023 that source s prints in paragraph 3.
func fact(subject string, m stat.Measure, q stat.Quantity) stat.Fact {
	return stat.Fact{
		ID: stat.Key(subject, string(m), year(2023)), Subject: subject, Area: "test", Period: year(2023), Measure: m,
		Figure: stat.Figure{Quantity: q, Status: stat.Normal, From: []stat.Provenance{{Source: "s", Ref: "3"}}},
	}
}

// small is a dataset with one of everything that a workbook can show.
func small() *stat.Dataset {
	level := fact("gdp", stat.Level, stat.Qty("15.30", 8, "CNY"))
	level.Variants = []stat.Figure{{Quantity: stat.Qty("150000", 4, "CNY"), Status: stat.Provisional, From: []stat.Provenance{{Source: "s", Ref: "9"}}}}
	level.Reason = both("以正文为准。", "The body is followed.")
	rank := fact("gdp", stat.Rank, stat.Qty("5", 0, "RANK"))
	rank.Ranking = &stat.Ranking{Scope: "city", By: stat.Growth, Tied: true}
	change := fact("pupils", stat.Change, stat.Qty("-2.1", 0, "PP"))
	missing := fact("pupils", stat.Ratio, stat.Quantity{Unit: "PERCENT"})
	missing.Status = stat.NotCollect
	target := fact("gdp", stat.TargetGrowth, stat.Qty("6", 0, "PERCENT"))
	target.ID, target.Period = "gdp.target_growth@2024", year(2024)
	target.Target = &stat.Target{Indicator: "gdp", Operator: stat.AtLeast, Baseline: level.ID}
	money := fact("road.investment", stat.Level, stat.Qty("2000.5", 4, "CNY"))
	money.Qualifier = stat.About
	length := fact("road.length", stat.Level, stat.Qty("16", 0, "KM"))
	return &stat.Dataset{
		Area: stat.Area{
			Code: "test", Name: both("试验区", "Test District"), Within: both("某省", "A Province"), Sample: true,
			Scopes: []stat.Scope{{Code: "city", Name: both("全市", "the city"), Of: 16}},
			Sources: []stat.Source{{
				Code: "s", Title: both("报告", "Report"), Publisher: both("统计局", "Statistics Office"),
				Reference: both("第{0}段", "paragraph {0}"), Date: stat.Date{Year: 2024}, URL: "https://example.org/a",
			}},
		},
		Units:  stat.Units(),
		Themes: []stat.Theme{{Code: "economy", Name: both("经济", "Economy")}},
		Indicators: []stat.Indicator{
			{Code: "gdp", Theme: "economy", Name: both("地区生产总值", "Gross domestic product"), Unit: "CNY", Mult: 8, Basis: stat.Nominal},
			{Code: "pupils", Theme: "economy", Name: both("入学率", "=SUM(A1)"), Unit: "PERCENT", Note: both("小学。", "Primary schools.")},
		},
		Periods: []stat.PeriodData{{
			Period: year(2023),
			Facts:  []stat.Fact{level, fact("gdp", stat.Growth, stat.Qty("-0.10", 0, "PERCENT")), rank, change, missing, target, money, length},
			Projects: []stat.Project{{
				Code: "road", Name: both("道路", "Road"), Theme: "economy", Status: stat.UnderConstruction,
				Partners: []stat.Partner{{Name: both("甲公司", "Company A"), Role: both("承建", "builder")}},
				Figures:  []stat.ProjectFigure{{Code: "investment", Fact: money.ID}, {Code: "length", Fact: length.ID}},
				Milestones: []stat.Milestone{
					{Code: "started", Step: stat.StepStarted, Date: stat.Date{Year: 2023, Month: 2, Day: 4}},
					{Code: "signed", Step: stat.StepSigned, Date: stat.Date{Year: 2023, Month: 1}, Text: both("签约", "+1 signed")},
				},
				Note: both("备注。", "@note"),
			}},
			Recognitions: []stat.Recognition{{
				Code: "prize", Name: both("奖", "Prize"), Holder: both("学校", "School"), Theme: "economy",
				Tier: stat.National, Honour: stat.Awarded, Date: stat.Date{Year: 2023, Month: 6, Day: 17},
			}},
			Initiatives: []stat.Initiative{{Code: "sky", Name: both("蓝天", "-Blue Sky"), Theme: "economy", Kind: stat.Campaign}},
		}},
	}
}

// editions are the editions to test with: one with everything, and those of all periods of the shipped areas.
func editions(t testing.TB) map[string]func(...stat.Lang) (*edition.Edition, Options) {
	t.Helper()
	all := map[string]func(...stat.Lang) (*edition.Edition, Options){}
	for name, d := range map[string]*stat.Dataset{"full": full(), "goals": goals(), "saibei": area(t, "saibei"), "example": area(t, "example"), "tongjian": area(t, "tongjian")} {
		for _, p := range d.Periods {
			all[name+" "+p.Period.String()] = func(langs ...stat.Lang) (*edition.Edition, Options) { return buildAt(t, d, p.Period, langs...) }
		}
	}
	return all
}

// build returns the edition of a dataset's last period and the options to render it.
func build(t testing.TB, d *stat.Dataset, langs ...stat.Lang) (*edition.Edition, Options) {
	t.Helper()
	return buildAt(t, d, d.Periods[len(d.Periods)-1].Period, langs...)
}

func buildAt(t testing.TB, d *stat.Dataset, period stat.Period, langs ...stat.Lang) (*edition.Edition, Options) {
	t.Helper()
	e, err := edition.Build(d, period, edition.Options{
		Langs: langs, Release: stat.Date{Year: 2024, Month: 1, Day: 20},
		Findings: []stat.Finding{{
			Rule: "rate-against-count", Severity: stat.Error, Message: both("{0}与{1}不符", "{0} is not {1}"),
			Args: []any{stat.Qty("288", 0, "PERCENT"), 16}, Accepted: both("来源如此", "so the source"),
		}},
	})
	if err != nil {
		t.Fatal(err)
	}
	words := func(l stat.Lang) *locale.Words {
		w, err := locale.For(l, d.Units)
		if err != nil {
			t.Fatal(err)
		}
		return w
	}
	opt := Options{Data: wording.DataRows(words(stat.ChineseOf(e.Langs)), words(stat.En), e), Creator: "nianbao 1.0", Created: time.Date(2024, 1, 20, 8, 0, 0, 0, time.UTC)}
	for _, l := range langs {
		opt.Words = append(opt.Words, words(l))
	}
	return e, opt
}

// area loads a shipped area.
func area(t testing.TB, code string) *stat.Dataset {
	t.Helper()
	d, _, err := dataset.Load(os.DirFS("../../config/areas"), code)
	if err != nil {
		t.Fatal(err)
	}
	locale.Derive(d)
	return d
}

func render(t testing.TB, e *edition.Edition, opt Options) []byte {
	t.Helper()
	file, err := Render(e, opt)
	if err != nil {
		t.Fatal(err)
	}
	return file
}
