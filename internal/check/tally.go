package check

import (
	"github.com/shopspring/decimal"

	"nianbao/internal/stat"
)

type tallyKey struct {
	group, area string
	period      stat.Period
}

// tally compares reported numbers with named rankings. An expected ranking is none yet.
func tally(in *inspection) {
	ranked := map[tallyKey][]*stat.Fact{}
	for _, f := range in.facts {
		if f.Ranking != nil && f.Ranking.Group != "" && f.Status.HasValue() && f.Status != stat.Forecast {
			key := tallyKey{f.Ranking.Group, f.Area, f.Period}
			ranked[key] = append(ranked[key], f)
		}
	}
	for _, f := range in.facts {
		ind := in.indicators[f.Subject]
		if ind == nil || ind.Tally == nil || !f.Is(stat.Level) || !f.Status.HasValue() {
			continue
		}
		var counted []*stat.Fact
		for _, r := range ranked[tallyKey{ind.Tally.Group, f.Area, f.Period}] {
			if ind.Tally.Counts(int(r.Quantity.Base().IntPart())) {
				counted = append(counted, r)
			}
		}
		in.compareTally(f, counted, *ind.Tally)
	}
}

func (in *inspection) compareTally(f *stat.Fact, counted []*stat.Fact, t stat.Tally) {
	finding := stat.Finding{Facts: []string{f.ID}, Place: f.Place}
	var names []stat.Text
	for _, r := range counted {
		finding.Facts = append(finding.Facts, r.ID)
		names = append(names, in.subjectName(r.Subject))
	}
	reported, named := f.Quantity.Base(), decimal.NewFromInt(int64(len(counted)))
	all := t.AtMost == 0 && t.Position == 0
	switch order := named.Cmp(reported); {
	case order > 0 && f.Qualifier != stat.MoreThan && f.Qualifier != stat.About:
		finding.Message = say("{0}: {1} reported, but {2} named: {3}. Check the number and the rankings.")
		finding.Args = []any{in.name(f), f.Quantity, len(counted), list(names)}
	case order < 0 && all && f.Qualifier != stat.LessThan && f.Qualifier != stat.About:
		finding.Severity = stat.Note
		finding.Message = say("{0}: {1} reported, {2} named, {3} not named.")
		finding.Args = []any{in.name(f), f.Quantity, len(counted), reported.Sub(named)}
	case order < 0 && !all && f.Qualifier != stat.LessThan && f.Qualifier != stat.About:
		finding.Severity = stat.Warning
		finding.Message = say("{0}: {1} reported, but only {2} named. Enter the missing rankings or check the number.")
		finding.Args = []any{in.name(f), f.Quantity, len(counted)}
	default:
		return
	}
	in.find(finding)
}
