package tidy

import (
	"encoding/json"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

func digits(q *stat.Quantity) *json.Number {
	if q == nil {
		return nil
	}
	n := json.Number(q.Number())
	return &n
}

func amount(q *stat.Quantity) *Amount {
	if q == nil {
		return nil
	}
	return &Amount{json.Number(q.Number()), q.Unit, q.Mult}
}

// say puts something into the words of every language.
func (b builder) say(words func(*locale.Words) string) Words {
	out := Words{}
	for _, w := range b.speakers {
		out[w.Lang()] = words(w)
	}
	return out
}

func (b builder) progress() []Progress {
	var out []Progress
	for _, p := range b.e.Progress {
		out = append(out, Progress{
			Fact: p.Fact.ID, Done: factID(p.Done), Standing: string(p.Standing), Why: string(p.Why), Yardstick: string(p.Yardstick),
			Reach: digits(p.Reach), Pace: json.Number(p.Pace.Number()), Gap: digits(p.Gap), Left: amount(p.Left),
			Needed: digits(p.Needed), NoNeed: string(p.NoNeed),
			Words: b.say(func(w *locale.Words) string { return w.CodeWord("standing", string(p.Standing)) }),
		})
	}
	return out
}

func (b builder) history() *History {
	h := b.e.History
	if len(h.Past) == 0 {
		return nil
	}
	out := &History{Since: h.Since.String(), Periods: periods(h.Periods), Years: periods(h.Years), Trends: []Trend{}, Rankings: []RankWas{}}
	for _, t := range h.Trends {
		out.Trends = append(out.Trends, Trend{t.Indicator.Code, ids(t.Growth), ids(t.Values), ids(t.Years)})
	}
	for _, r := range b.e.Rankings {
		if len(r.Earlier) > 0 {
			out.Rankings = append(out.Rankings, RankWas{r.Fact.ID, ids(r.Earlier), risen(r)})
		}
	}
	return out
}

func risen(r edition.Ranking) *int {
	if places, ok := r.Moved(); ok {
		return &places
	}
	return nil
}

func periods(all []stat.Period) []string {
	out := []string{}
	for _, p := range all {
		out = append(out, p.String())
	}
	return out
}

func ids(facts []*stat.Fact) []string {
	var out []string
	for _, f := range facts {
		out = append(out, factID(f))
	}
	return out
}

func (b builder) revisions() []Revision {
	var out []Revision
	for _, r := range b.e.Revisions {
		one := Revision{
			Fact: r.Fact.ID, Kind: string(r.Kind), Change: amount(r.Change), Given: r.Given.String(), Revised: r.Revised.String(),
			Release: r.Release, Date: r.Date, Later: r.Later, Brought: r.Brought,
		}
		if r.Kind != edition.Added {
			one.Old = b.revised(r.Old, func(w *locale.Words) string { return b.e.OldWords(w, r) })
		}
		if r.Kind != edition.Withdrawn {
			one.New = b.revised(r.New, func(w *locale.Words) string { return b.e.NewWords(w, r) })
		}
		out = append(out, one)
	}
	return out
}

func (b builder) revised(fig stat.Figure, words func(*locale.Words) string) *RevisionFigure {
	out := &RevisionFigure{Unit: fig.Quantity.Unit, Mult: fig.Quantity.Mult, Status: string(fig.Status), Words: b.say(words)}
	if fig.Status.HasValue() {
		out.Value = digits(&fig.Quantity)
	}
	return out
}
