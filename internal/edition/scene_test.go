package edition

import (
	"fmt"
	"testing"

	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// scene is a valid dataset of one period, that tests change before they build.
type scene struct {
	d    *stat.Dataset
	data *stat.PeriodData
	opt  Options
}

func year(y int) stat.Period { return stat.Period{Year: y} }

func both(zh, en string) stat.Text { return stat.Text{Hans: zh, En: en} }

// newScene is an area with a nominal indicator of money, a real one, one of counts without headline, a project
// and two scopes.
func newScene() *scene {
	from := []stat.Provenance{{Source: "news", Ref: "1"}}
	d := &stat.Dataset{
		Area: stat.Area{
			Code: "town", Name: both("某镇", "Some Town"),
			Scopes: []stat.Scope{
				{Code: "city", Name: both("全市", "the city"), Of: 16},
				{Code: "province", Name: both("全省", "the province")},
			},
			Sources: []stat.Source{{Code: "news", Publisher: both("新闻网", "News Network"), Reference: both("第{0}段", "paragraph {0}")}},
		},
		Units:  stat.Units(),
		Themes: []stat.Theme{{Code: "economy", Name: both("经济", "Economy")}, {Code: "life", Name: both("民生", "Life")}},
		Indicators: []stat.Indicator{
			{Code: "retail", Theme: "economy", Name: both("零售额", "Retail sales"), Unit: "CNY", Mult: 8, Basis: stat.Nominal, Headline: true},
			{Code: "output", Theme: "economy", Name: both("产值", "Output"), Unit: "CNY", Mult: 8, Basis: stat.Real, Headline: true},
			{Code: "homes", Theme: "life", Name: both("住房", "Homes"), Unit: "SET", Basis: stat.Nominal},
		},
		Periods: []stat.PeriodData{{
			Period: year(2023),
			Facts: []stat.Fact{
				figure("retail", stat.Level, 2023, stat.Qty("4.10", 8, "CNY")),
				figure("retail", stat.Growth, 2023, stat.Qty("6.5", 0, "PERCENT")),
				figure("output", stat.Level, 2023, stat.Qty("15.31", 8, "CNY")),
			},
			Projects: []stat.Project{{
				Code: "road", Name: both("公路", "Road"), Theme: "economy", Status: stat.Completed,
				Figures:    []stat.ProjectFigure{{Code: "investment", Fact: "road.investment@2023"}},
				Milestones: []stat.Milestone{{Code: "signed", Step: stat.StepSigned, Date: stat.Date{Year: 2023, Month: 2, Day: 4}}},
			}},
		}},
	}
	data := &d.Periods[0]
	money := figure("road.investment", stat.Level, 2023, stat.Qty("1.3", 8, "CNY"))
	money.ID = "road.investment@2023"
	data.Facts = append(data.Facts, money)
	for i := range data.Facts {
		data.Facts[i].From = from
	}
	return &scene{d: d, data: data, opt: Options{Langs: []stat.Lang{stat.Hans, stat.En}, Sections: Sections()}}
}

// figure makes a fact of an indicator.
func figure(subject string, m stat.Measure, y int, q stat.Quantity) stat.Fact {
	return stat.Fact{
		ID: stat.Key(subject, string(m), year(y)), Subject: subject, Area: "town", Period: year(y), Measure: m,
		Figure: stat.Figure{Quantity: q, Status: stat.Normal},
	}
}

// rank makes a position of an indicator in a scope.
func rank(subject, scope string, position int) stat.Fact {
	f := figure(subject, stat.Rank, 2023, stat.Qty(fmt.Sprint(position), 0, "RANK"))
	f.ID = stat.Key(subject, "rank-"+scope, year(2023))
	f.Ranking = &stat.Ranking{Scope: scope}
	return f
}

// target makes a target for the year after the scene's.
func target(subject string, m stat.Measure, q stat.Quantity, baseline string) stat.Fact {
	f := figure(subject, m, 2024, q)
	f.Target = &stat.Target{Indicator: subject, Operator: stat.Equal, Baseline: baseline}
	return f
}

// missing takes the value from a figure.
func missing(f stat.Fact) stat.Fact {
	f.Figure = stat.Figure{Status: stat.NotCollect, Quantity: stat.Quantity{Unit: f.Quantity.Unit, Mult: f.Quantity.Mult}}
	return f
}

func (s *scene) add(facts ...stat.Fact) { s.data.Facts = append(s.data.Facts, facts...) }

// fact is a fact of the scene, to be changed.
func (s *scene) fact(t *testing.T, id string) *stat.Fact {
	t.Helper()
	for i := range s.data.Facts {
		if s.data.Facts[i].ID == id {
			return &s.data.Facts[i]
		}
	}
	t.Fatalf("the scene has no fact %q", id)
	return nil
}

func (s *scene) build(t *testing.T) *Edition {
	t.Helper()
	e, err := Build(s.d, s.data.Period, s.opt)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// words gives the Simplified Chinese and the English words for the scene's units.
func (s *scene) words(t *testing.T) (zh, en *locale.Words) {
	t.Helper()
	return speak(t, stat.Hans, s.d.Units), speak(t, stat.En, s.d.Units)
}

func speak(t *testing.T, l stat.Lang, units map[string]stat.Unit) *locale.Words {
	t.Helper()
	w, err := locale.For(l, units)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func ids(facts []*stat.Fact) []string {
	var out []string
	for _, f := range facts {
		out = append(out, f.ID)
	}
	return out
}
