package cli

import (
	"time"

	"nianbao/internal/export"
)

// dueSummary is what export --due --json prints.
type dueSummary struct {
	Now      time.Time              `json:"now"`
	Editions []dueEdition           `json:"editions"` // by area, oldest period first
	Counts   map[export.Outcome]int `json:"counts"`   // of every outcome
	Deadline *time.Time             `json:"next_deadline"`
	ExitCode int                    `json:"exit_code"`
	Duration float64                `json:"duration_seconds"`
}

// dueEdition is one edition that is due, and what became of it.
type dueEdition struct {
	Area     string         `json:"area"`
	Period   string         `json:"period"` // "" if the area could not be looked at
	Outcome  export.Outcome `json:"outcome"`
	Due      *time.Time     `json:"due"`
	Deadline *time.Time     `json:"deadline"`
	Missing  string         `json:"missing,omitempty"` // the file that is waited for, or late
	Error    string         `json:"error,omitempty"`
	Release  *exportSummary `json:"release,omitempty"` // the one that is published
}

// summary sums up a run over all that is due.
func (t *teller) summary(r *export.DueResult, now time.Time, took time.Duration, err error) dueSummary {
	s := dueSummary{Now: now, Editions: notNil(t.editions), Counts: t.counts, Deadline: given(r.Deadline), Duration: took.Seconds()}
	for _, o := range export.Outcomes() {
		s.Counts[o] += 0
	}
	if err != nil {
		s.ExitCode = exitCode(err)
	}
	return s
}

func dueEditionOf(o export.Owed) dueEdition {
	one := dueEdition{
		Area: o.Area, Period: o.Period.String(), Outcome: o.Outcome, Missing: o.Missing,
		Due: given(o.Due), Deadline: given(o.Deadline),
	}
	if o.Err != nil {
		one.Error = reason(told(o.Err))
	}
	if o.Result != nil {
		release := summaryOf(o.Result, 0)
		one.Release = &release
	}
	return one
}

// given is nil for a moment that there is none of.
func given(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}
