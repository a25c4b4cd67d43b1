package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"nianbao/internal/config"
	"nianbao/internal/export"
	"nianbao/internal/message"
	"nianbao/internal/publish"

	"github.com/spf13/cobra"
)

// dueError says that editions that are due are not there. Which ones has been said.
type dueError struct{ failed, refused, late int }

func (e dueError) Error() string {
	return fmt.Sprintf("%d failed, %d refused, %d late", e.failed, e.refused, e.late)
}

// exitCode is that of the worst: what a machine has to be mended for comes before what data have to be brought for.
func (e dueError) exitCode() int {
	if e.failed > 0 {
		return ExitFailure
	}
	return ExitData
}

// stopped marks an interrupted run over all that is due, which has published what it came to.
type stopped struct{ error }

func (e stopped) Unwrap() error { return e.error }

// exportDue exports all that is due.
func (a *app) exportDue(c *cobra.Command, m *measures) error {
	start := a.Now()
	job, err := a.job(c)
	if err != nil {
		return err
	}
	if job.Config.Period != "" {
		return unfit(job.Config, "period", message.Plain("the schedule chooses the periods: give none with --due"))
	}
	if job.Config.Status == publish.Draft {
		return unfit(job.Config, "status", message.Plain("what is due is published: make drafts without --due"))
	}
	line := a.progress()
	job.Progress = a.progressOf(c, line)
	t := &teller{app: a, line: line, out: a.lines(), counts: map[export.Outcome]int{}}
	result, err := export.Due(c.Context(), export.DueJob{Job: job, Now: start, Tell: func(o export.Owed) {
		m.add(o)
		t.tell(o)
	}})
	line.clear()
	t.flush()
	if result != nil && err == nil {
		m.end(result.Deadline)
	}
	if errors.Is(err, context.Canceled) {
		err = stopped{err}
	}
	if result == nil {
		return err
	}
	if day := result.Unlisted; !day.IsZero() {
		a.warn(message.Of("schedule.holidays: the list has no day in the half-year of the due day or deadline %s: enter the holidays of %d, or it may fall on one", day.Format(time.DateOnly), day.Year()))
	}
	counts := t.counts
	if bad := (dueError{counts[export.Failed], counts[export.Refused], counts[export.Late]}); err == nil && bad != (dueError{}) {
		err = reported{bad}
	}
	took := a.Now().Sub(start)
	switch {
	case a.json:
		return a.also(err, a.printJSON(t.summary(result, start, took, err)))
	case a.quiet:
		return err
	}
	t.out.say("%s; took %.2f s", tally(counts), took.Seconds())
	return a.also(err, t.out.err)
}

// unfit is the error of a configuration that a run over all that is due cannot have.
func unfit(c *config.Config, key string, fault *message.Text) error {
	p := config.Problem{Key: key, Fault: fault}
	for _, s := range c.Effective() {
		if s.Key == key {
			p.Origin = s.Origin
		}
	}
	return &config.Error{Problems: []config.Problem{p}}
}

// tally gives "1 published, 3 unchanged".
func tally(counts map[export.Outcome]int) *message.Text {
	var parts []*message.Text
	for _, o := range export.Outcomes() {
		if n := counts[o]; n > 0 {
			parts = append(parts, message.Of("%d %s", n, message.Plain(string(o))))
		}
	}
	if len(parts) == 0 {
		return message.Of("nothing is due")
	}
	return message.Join(parts, ", ")
}

// teller says what became of each edition: on stderr what a person has to do something about, else on stdout. Of
// those that are as they were only the tally tells.
type teller struct {
	*app
	line progressLine
	out  *lines
	last string        // what was wrong with the edition before
	late []export.Owed // editions of one area that are late, of which nothing has been said yet
	told bool          // what to do about late editions has been said

	counts   map[export.Outcome]int
	editions []dueEdition // for the summary in JSON alone
}

// minute is how moments are written: to the minute, with the zone's offset, since its letters are ambiguous.
const minute = "2006-01-02 15:04 -07:00"

func (t *teller) tell(o export.Owed) {
	t.counts[o.Outcome]++
	if t.json {
		t.editions = append(t.editions, dueEditionOf(o))
	}
	t.line.clear()
	if o.Outcome != export.Late || len(t.late) > 0 && t.late[0].Area != o.Area || t.logFormat == "json" {
		t.flush()
	}
	switch o.Outcome {
	case export.Late:
		t.late = append(t.late, o)
	case export.Refused, export.Failed:
		t.wrong(o, told(o.Err), hint(o.Err))
	case export.Waiting:
		t.say(o, "waiting for %s until %s", o.Missing, o.Deadline.Format(minute))
	case export.Published, export.Revised, export.Repaired:
		t.say(o, "%s: %s", o.Result.Release.Dir, publishedState(o.Result))
	}
}

// flush says which editions of an area are late: on a line each in JSON, else all of them on one.
func (t *teller) flush() {
	if len(t.late) == 0 {
		return
	}
	first, last := t.late[0], t.late[len(t.late)-1]
	text := message.Of("%s is not there, and was due by %s", first.Missing, first.Deadline.Format(minute))
	name, help := message.Plain(nameOf(first)), "add the file, or name the first period that is owed in schedule.first, or the last one in schedule.last of area.yaml"
	if len(t.late) > 1 {
		var files []string
		for _, o := range t.late {
			files = append(files, o.Missing)
		}
		name, help = message.Of("%s to %s", nameOf(first), last.Period), "add the files, or name the first period that is owed in schedule.first, or the last one in schedule.last of area.yaml"
		text = message.Of("%s are not there, and were due by %s to %s", strings.Join(files, ", "), first.Deadline.Format(minute), last.Deadline.Format(minute))
	}
	if t.told {
		help = ""
	}
	t.late, t.told = nil, true
	t.complain(message.Of("%s: %s: %s", name, message.Plain(string(first.Outcome)), text), help, "area", first.Area, "period", first.Period.String(), "outcome", first.Outcome)
}

func (t *teller) say(o export.Owed, format string, args ...any) {
	if t.json || t.quiet {
		return
	}
	t.out.say("%s: %s", nameOf(o), message.Of(format, args...))
}

// wrong complains, but not again at length of what is wrong with all of an area's editions.
func (t *teller) wrong(o export.Owed, text error, help string) {
	if reason(text) == t.last {
		text, help = message.Errorf("for the same reason"), ""
	} else {
		t.last = reason(text)
	}
	t.complain(message.Of("%s: %s: %s", nameOf(o), message.Plain(string(o.Outcome)), text), help,
		"area", o.Area, "period", o.Period.String(), "outcome", o.Outcome)
}

// nameOf names an edition, or the area alone if it could not be looked at.
func nameOf(o export.Owed) string { return strings.TrimSpace(o.Area + " " + o.Period.String()) }
