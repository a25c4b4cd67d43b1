package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"nianbao/internal/export"
	"nianbao/internal/message"
	"nianbao/internal/tidy"
)

// measures are what a run tells of itself besides its end. One that did not come to look at editions leaves standing
// what the run before has found.
type measures struct {
	looked   bool
	editions map[export.Outcome]int
	findings map[string]map[string]int // by area and severity
	deadline time.Time
}

// one takes in the job of one edition. A run that was no attempt at the edition says nothing about it.
func (m *measures) one(result *export.Result, err error) {
	if code := exitCode(err); err != nil && (code == ExitUsage || code == ExitLocked) {
		return
	}
	o := export.Owed{Outcome: export.OutcomeOf(result, err), Result: result, Err: err}
	if result != nil {
		o.Area = result.Release.Manifest.Area
	}
	m.add(o)
	m.end(time.Time{})
}

// end says that a run has looked at all that it was to look at.
func (m *measures) end(deadline time.Time) { m.looked, m.deadline = true, deadline }

// add takes in what became of an edition, in numbers alone.
func (m *measures) add(o export.Owed) {
	if m.editions == nil {
		m.editions, m.findings = map[export.Outcome]int{}, map[string]map[string]int{}
	}
	m.editions[o.Outcome]++
	var failed *export.CheckError
	switch {
	case o.Result != nil:
		m.count(o.Area, o.Result.Findings)
	case errors.As(o.Err, &failed):
		m.count(failed.Area.Code, failed.Findings)
	}
}

func (m *measures) count(area string, findings []tidy.Finding) {
	s, sums := summarize(findings), m.findings[area]
	if sums == nil {
		sums = map[string]int{}
		m.findings[area] = sums
	}
	sums["error"] += s.Errors
	sums["accepted"] += s.Accepted
	sums["warning"] += s.Warnings
	sums["note"] += s.Notes
}

// measured does a run and writes its metrics, if they are wanted, however it ends.
func (a *app) measured(ctx context.Context, do func(*measures) error) error {
	start, m := a.Now(), &measures{}
	err := do(m)
	if a.metrics == "" {
		return err
	}
	code := ExitDone
	if err != nil {
		code = exitCode(err)
	}
	writeErr := a.writeMetrics(context.WithoutCancel(ctx), m, code, start)
	if writeErr == nil {
		return err
	}
	return a.also(err, message.Errorf("write metrics: %w", writeErr))
}

func (a *app) writeMetrics(ctx context.Context, m *measures, code int, start time.Time) error {
	old, err := readMetrics(ctx, a.metrics)
	if err != nil {
		return err
	}
	now := a.Now()
	values := []sample{
		{metricRun, fmt.Sprint(now.Unix())}, {metricSuccess, "0"}, {metricExit, fmt.Sprint(code)},
		{metricDuration, fmt.Sprintf("%.3f", now.Sub(start).Seconds())},
	}
	for _, s := range old {
		if family := s.family(); family == metricSuccess {
			values[1] = s
		} else if !m.looked && slices.Contains([]string{metricEditions, metricFindings, metricDeadline}, family) {
			values = append(values, s)
		}
	}
	if code == ExitDone {
		values[1].value = values[0].value
	}
	text := metricsText(append(values, m.samples()...))
	return replaceFile(a.metrics, func(to io.Writer) error {
		_, err := io.WriteString(to, text)
		return err
	})
}

// samples are what the run has found.
func (m *measures) samples() []sample {
	if !m.looked {
		return nil
	}
	var list []sample
	for _, o := range export.Outcomes() {
		list = append(list, sample{fmt.Sprintf("%s{outcome=%s}", metricEditions, label(string(o))), fmt.Sprint(m.editions[o])})
	}
	for area, sums := range m.findings {
		for severity, n := range sums {
			list = append(list, sample{fmt.Sprintf("%s{area=%s,severity=%s}", metricFindings, label(area), label(severity)), fmt.Sprint(n)})
		}
	}
	if !m.deadline.IsZero() {
		list = append(list, sample{metricDeadline, fmt.Sprint(m.deadline.Unix())})
	}
	return list
}
