// Package town is an invented area with the data of one period, for tests.
//
// In: nothing, or what a fact shall say. Out: a valid dataset, and facts to put into it.
// It must not know an edition or words, and no production code may import it.
package town

import (
	"fmt"

	"nianbao/internal/stat"
)

// Dataset is an area with a nominal indicator of money, a real one, one of counts without headline, a project and two
// scopes.
func Dataset() *stat.Dataset {
	from := []stat.Provenance{{Source: "news", Ref: "1"}}
	d := &stat.Dataset{
		Area: stat.Area{
			Code: "town", Name: Both("某镇", "Some Town"),
			Scopes: []stat.Scope{
				{Code: "city", Name: Both("全市", "the city"), Of: 16},
				{Code: "province", Name: Both("全省", "the province")},
			},
			Sources: []stat.Source{{Code: "news", Publisher: Both("新闻网", "News Network"), Reference: Both("第{0}段", "paragraph {0}")}},
		},
		Units:  stat.Units(),
		Themes: []stat.Theme{{Code: "economy", Name: Both("经济", "Economy")}, {Code: "life", Name: Both("民生", "Life")}},
		Indicators: []stat.Indicator{
			{Code: "retail", Theme: "economy", Name: Both("零售额", "Retail sales"), Unit: "CNY", Mult: 8, Basis: stat.Nominal, Headline: true},
			{Code: "output", Theme: "economy", Name: Both("产值", "Output"), Unit: "CNY", Mult: 8, Basis: stat.Real, Headline: true},
			{Code: "homes", Theme: "life", Name: Both("住房", "Homes"), Unit: "SET", Basis: stat.Nominal},
		},
		Periods: []stat.PeriodData{{
			Period: Year(2023),
			Facts: []stat.Fact{
				Figure("retail", stat.Level, 2023, stat.Qty("4.10", 8, "CNY")),
				Figure("retail", stat.Growth, 2023, stat.Qty("6.5", 0, "PERCENT")),
				Figure("output", stat.Level, 2023, stat.Qty("15.31", 8, "CNY")),
			},
			Projects: []stat.Project{{
				Code: "road", Name: Both("公路", "Road"), Theme: "economy", Status: stat.Completed,
				Figures:    []stat.ProjectFigure{{Code: "investment", Fact: "road.investment@2023"}},
				Milestones: []stat.Milestone{{Code: "signed", Step: stat.StepSigned, Date: stat.Date{Year: 2023, Month: 2, Day: 4}}},
			}},
		}},
	}
	data := &d.Periods[0]
	money := Figure("road.investment", stat.Level, 2023, stat.Qty("1.3", 8, "CNY"))
	money.ID = "road.investment@2023"
	data.Facts = append(data.Facts, money)
	for i := range data.Facts {
		data.Facts[i].From = from
	}
	return d
}

// Annotate puts a note on an indicator, one on a fact, and both a note and a variant on another.
func Annotate(d *stat.Dataset) {
	d.Indicators[0].Note = Both("限额以上。", "Above the threshold.")
	for i := range d.Periods[0].Facts {
		switch f := &d.Periods[0].Facts[i]; f.ID {
		case "retail.level@2023":
			f.Note = Both("快报数。", "Flash figure.")
			f.Reason = Both("较新。", "It is newer.")
			f.Variants = []stat.Figure{{Quantity: stat.Qty("4.05", 8, "CNY"), Status: stat.Normal, From: []stat.Provenance{{Source: "news", Ref: "9"}}}}
		case "road.investment@2023":
			f.Note = Both("含税。", "With tax.")
		}
	}
}

// Figure makes a fact of an indicator.
func Figure(subject string, m stat.Measure, y int, q stat.Quantity) stat.Fact {
	return stat.Fact{
		ID: stat.Key(subject, string(m), Year(y)), Subject: subject, Area: "town", Period: Year(y), Measure: m,
		Figure: stat.Figure{Quantity: q, Status: stat.Normal},
	}
}

// Rank makes a position of an indicator in a scope.
func Rank(subject, scope string, position int) stat.Fact {
	f := Figure(subject, stat.Rank, 2023, stat.Qty(fmt.Sprint(position), 0, "RANK"))
	f.ID = stat.Key(subject, "rank-"+scope, Year(2023))
	f.Ranking = &stat.Ranking{Scope: scope}
	return f
}

// Target makes a target for the year after the scene's.
func Target(subject string, m stat.Measure, q stat.Quantity, baseline string) stat.Fact {
	f := Figure(subject, m, 2024, q)
	f.Target = &stat.Target{Indicator: subject, Operator: stat.Equal, Baseline: baseline}
	return f
}

// Missing takes the value from a figure.
func Missing(f stat.Fact) stat.Fact {
	f.Figure = stat.Figure{Status: stat.NotCollect, Quantity: stat.Quantity{Unit: f.Quantity.Unit, Mult: f.Quantity.Mult}}
	return f
}

// Year is the period of a year.
func Year(y int) stat.Period { return stat.Period{Year: y} }

// Both is a text in Chinese and English.
func Both(zh, en string) stat.Text { return stat.Text{Hans: zh, En: en} }

// Sections are all sections of an edition, in the usual order.
func Sections() []string {
	return []string{"cover", "contents", "glance", "preface", "themes", "rankings", "projects", "recognitions", "initiatives", "targets", "notes", "register"}
}
