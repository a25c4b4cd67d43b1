package cli

import (
	"errors"
	"io"
	"log/slog"
	"strings"
	"time"

	"nianbao/internal/batch"
	"nianbao/internal/message"

	"github.com/schollz/progressbar/v3"
)

// batchSummary is what batch --json prints.
type batchSummary struct {
	Areas     int         `json:"areas"` // asked for
	Done      int         `json:"done"`
	Unchanged int         `json:"unchanged"`
	Failed    []batchFail `json:"failed"`
	Left      int         `json:"left"` // not come to, because the run was interrupted
	Shard     string      `json:"shard,omitempty"`
	Jobs      int         `json:"jobs"`
	Duration  float64     `json:"duration_seconds"`
}

type batchFail struct {
	Area     string `json:"area"`
	Error    string `json:"error"`
	ExitCode int    `json:"exit_code"` // that export would have ended with
	err      error
}

func failures(outcomes []batch.Outcome) []batchFail {
	list := []batchFail{}
	for _, o := range outcomes {
		list = append(list, batchFail{o.Area, reason(o.Err), exitCode(o.Err), o.Err})
	}
	return list
}

// reason is an error in English, without the line ends at its end.
func reason(err error) string { return strings.TrimRight(message.In(message.English, err), "\n") }

// printBatch prints the tally.
func (a *app) printBatch(s batchSummary) error {
	if a.json {
		return a.printJSON(s)
	}
	if a.quiet {
		return nil
	}
	w := a.lines()
	shard := message.Plain("")
	if s.Shard != "" {
		shard = message.Of(" of shard %s", s.Shard)
	}
	w.say("%s%s: done: %s, unchanged: %s, failed: %s", count(s.Areas, "%s area", "%s areas"), shard,
		grouped(int64(s.Done)), grouped(int64(s.Unchanged)), grouped(int64(len(s.Failed))))
	w.some(len(s.Failed), func(i int) {
		f := s.Failed[i]
		w.put(strings.ReplaceAll(message.Shown(w.lang, message.Of("  %s: %s", f.Area, f.err)), "\n", "\n    "))
	})
	if s.Left > 0 {
		w.say("left: %s", count(s.Left, "%s area", "%s areas"))
	}
	if ended := s.Areas - s.Left; ended > 0 && s.Duration > 0 {
		w.say("took %.2f s, %.1f areas a second", s.Duration, float64(ended)/s.Duration)
	}
	return w.err
}

// batchProgress shows how far a batch is: a bar on a terminal, a line for each area where there is none.
type batchProgress struct {
	report func(batch.Outcome, batch.Tally)
	end    func()
}

func (a *app) batchProgress(areas int) batchProgress {
	switch {
	case a.logFormat == "json":
		return batchProgress{logOutcomes(a.logger()), func() {}}
	case a.quiet:
		return batchProgress{nil, func() {}}
	case a.Terminal:
		return bar(a.Err, a.lang, areas)
	}
	w := &lines{to: a.Err, lang: a.lang}
	return batchProgress{func(o batch.Outcome, so batch.Tally) {
		state := message.Plain(string(o.State))
		if o.Err != nil {
			state = message.Of("%s: %s", state, o.Err)
		}
		first, _, _ := strings.Cut(message.Shown(a.lang, message.Of("[%d/%d] %s: %s", so.Ended(), so.Areas, o.Area, state)), "\n")
		w.put(first)
	}, func() {}}
}

// bar shows rate and time left, and vanishes when the tally is printed.
func bar(to io.Writer, lang message.Lang, areas int) batchProgress {
	b := newBar(to, lang, areas, message.Of("nianbao: batch"), message.Of("areas"))
	// What cannot be shown is not worth stopping for.
	return batchProgress{
		func(_ batch.Outcome, so batch.Tally) {
			if n := len(so.Failed); n > 0 {
				b.Describe(message.In(lang, message.Of("nianbao: batch, failed: %d", n)))
			}
			_ = b.Add(1)
		},
		func() { _ = b.Clear() },
	}
}

// newBar shows how many of some things are done.
func newBar(to io.Writer, lang message.Lang, n int, what, things *message.Text) *progressbar.ProgressBar {
	return progressbar.NewOptions(n,
		progressbar.OptionSetWriter(to), progressbar.OptionSetDescription(message.In(lang, what)), progressbar.OptionShowCount(),
		progressbar.OptionShowIts(), progressbar.OptionSetItsString(message.In(lang, things)), progressbar.OptionSetPredictTime(true),
		progressbar.OptionSetWidth(30), progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish(),
		progressbar.OptionSetRenderBlankState(true),
	)
}

// logOutcomes writes a line of JSON for each area.
func logOutcomes(log *slog.Logger) func(batch.Outcome, batch.Tally) {
	return func(o batch.Outcome, so batch.Tally) {
		attrs := []any{"area", o.Area, "state", o.State, "ended", so.Ended(), "areas", so.Areas}
		if o.Err == nil {
			log.Info("area", attrs...)
			return
		}
		attrs = append(attrs, "error", reason(o.Err))
		if fault := new(batch.PanicError); errors.As(o.Err, &fault) {
			attrs = append(attrs, "stack", string(fault.Stack))
		}
		log.Error("area", attrs...)
	}
}
