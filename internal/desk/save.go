package desk

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/areafile"
	"nianbao/internal/dataset"
	"nianbao/internal/export"
	"nianbao/internal/intake"
	"nianbao/internal/journal"
	"nianbao/internal/merge"
	"nianbao/internal/message"
	"nianbao/internal/publish"
	"nianbao/internal/stat"
	"nianbao/internal/tidy"
)

// mostUndone is how many edits of an area can be undone.
const mostUndone = 100

// edit is a change of an area's files that can be undone: what they held before and after.
type edit struct {
	number        int    // of its entry in the log
	period        string // whose page it was made on
	changes       []journal.Change
	before, after []dataset.Input
}

// Saved is what became of something that was to be saved.
type Saved struct {
	Held     *Held            // the data as they are now
	Problems []intake.Problem // why nothing was saved; the place's cell is a column
	Blocked  []tidy.Finding   // of the checks, that would keep the edition from being written: nothing was saved
	Changes  []merge.Change   // nil if nothing differs
	Number   int              // of the entry in the log, for [Desk.Undo]; 0 if nothing was written
	New      []tidy.Finding   // that the checks have, and had not before
	Gone     []tidy.Finding   // that they had, and have not any more
}

// Reasons says why nothing was saved.
func (s *Saved) Reasons() (list []*message.Text) {
	for _, p := range s.Problems {
		list = append(list, p.Msg)
	}
	return list
}

// Save takes a row that was filled in on a page into the area's files. Cells that others have changed since the page was made
// are problems, and nothing is saved then.
func (d *Desk) Save(ctx context.Context, who, code string, period stat.Period, row intake.Typed) (*Saved, error) {
	return d.take(ctx, who, code, period, func(h *Held) (*intake.Reading, error) { return intake.ReadTyped(h.Data, period, row) })
}

// Accept takes figures of files that were read into the area's files: those whose targets are named.
func (d *Desk) Accept(ctx context.Context, who, code string, period stat.Period, files []intake.File, targets []string) (*Saved, error) {
	return d.take(ctx, who, code, period, func(h *Held) (*intake.Reading, error) {
		chosen := &intake.Reading{}
		for _, f := range files {
			r, err := intake.Read(f, func(string) (*stat.Dataset, error) { return h.Data, nil })
			if err != nil {
				return nil, err
			}
			for _, p := range r.Proposals {
				if slices.Contains(targets, p.Target()) {
					chosen.Proposals = append(chosen.Proposals, p)
				}
			}
		}
		return chosen, nil
	})
}

// take merges what was read into the present data and writes what it changes.
func (d *Desk) take(ctx context.Context, who, code string, period stat.Period, read func(*Held) (*intake.Reading, error)) (*Saved, error) {
	return d.edit(ctx, who, code, period, func(h *Held) (w worked, err error) {
		r, err := read(h)
		if err != nil || len(r.Problems) > 0 {
			if r != nil {
				w.problems = r.Problems
			}
			return w, err
		}
		w.plan, err = merge.Into(h.Data, h.Inputs, r.Proposals)
		var faults merge.Faults
		if errors.As(err, &faults) {
			for _, f := range faults {
				w.problems = append(w.problems, intake.Problem(f))
			}
			return w, nil
		}
		if err != nil {
			return w, err
		}
		if len(r.Removed) > 0 {
			without, err := merge.Remove(w.plan.After, dataset.With(h.Inputs, w.plan.Files), period, r.Removed)
			if err != nil {
				w.problems = problem("%v", err)
				return w, nil
			}
			w.plan.Changes, w.plan.After = append(w.plan.Changes, without.Changes...), without.After
			w.plan.Files = dataset.With(w.plan.Files, without.Files)
		}
		w.changes = inLog(w.plan.Changes)
		return w, nil
	})
}

// inLog are changes of figures as the log has them.
func inLog(list []merge.Change) (changes []journal.Change) {
	for _, c := range list {
		changes = append(changes, journal.Change{Subject: c.Target(), Old: amount(c.Before), New: amount(c.After)})
	}
	return changes
}

// amount is a figure as the log has it: its number or status, and what else may have changed.
func amount(f *stat.Fact) string {
	if f == nil {
		return ""
	}
	parts := []string{string(f.Status)}
	if f.Status.HasValue() {
		parts = []string{f.Quantity.Number()}
		if f.Target != nil {
			parts[0] = bounds[f.Target.Operator] + parts[0]
		}
		if f.Status != stat.Normal {
			parts = append(parts, string(f.Status))
		}
	}
	for _, p := range f.From {
		if p.Ref+p.Printed != "" {
			parts = append(parts, "["+strings.TrimSpace(p.Source+"/"+p.Ref+" "+p.Printed)+"]")
		}
	}
	if !f.Note.Empty() {
		parts = append(parts, f.Note.Hans)
	}
	return strings.Join(parts, " ")
}

// bounds are the signs of operators.
var bounds = map[stat.Operator]string{stat.Around: "≈", stat.AtLeast: "≥", stat.AtMost: "≤"}

// worked is a change that was worked out: what becomes of the files, in the words of the log too, or why it cannot be.
type worked struct {
	plan     *merge.Plan
	changes  []journal.Change
	problems []intake.Problem
	blocked  []tidy.Finding
}

// edit changes an area's files as is worked out from the present data.
func (d *Desk) edit(ctx context.Context, who, code string, period stat.Period, work func(*Held) (worked, error)) (*Saved, error) {
	a, err := d.at(code)
	if err != nil {
		return nil, err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.look.Lock()
	defer a.look.Unlock()
	h, err := a.open(ctx)
	if err != nil {
		return nil, err
	}
	if err := errors.Join(a.finish(h.Folder), a.mend(ctx, h)); err != nil {
		return nil, err
	}
	w, err := work(h)
	if err != nil || len(w.problems)+len(w.blocked) > 0 || len(w.plan.Files) == 0 {
		return &Saved{Held: h, Problems: w.problems, Blocked: w.blocked}, err
	}
	before, err := a.check(ctx, h, period)
	if err != nil {
		return nil, err
	}
	next := &Held{a.code, h.Folder, w.plan.After, dataset.With(h.Inputs, w.plan.Files)}
	wait := a.desk.checkBeside(ctx, next, period) // while the disk writes
	defer wait()
	var after *export.Checked
	entry, err := a.replace(h, next, w.plan.Files, journal.Entry{Who: who, Act: journal.Edited, Period: period.String(), Changes: w.changes}, func() (err error) {
		after, err = wait()
		return err
	})
	if err != nil {
		return nil, err
	}
	a.checked[period] = after
	s := &Saved{Held: next, Changes: w.plan.Changes, Number: entry.Number}
	s.New, s.Gone = without(after.Findings, before.Findings), without(before.Findings, after.Findings)
	return s, nil
}

// ending says what became of what an entry of the log has announced. The release is that which was published; nil if none was.
func (a *area) ending(announced journal.Entry, act journal.Act, release *journal.Release) journal.Entry {
	return journal.Entry{Time: a.desk.Now(), Who: announced.Who, Act: act, Period: announced.Period, Of: announced.Number, Release: release}
}

// failed says in the log that what an entry has announced did not come about.
func (a *area) failed(folder string, announced journal.Entry) error {
	_, err := journal.Append(folder, a.ending(announced, journal.Failed, nil))
	return err
}

// replace gives files the contents that the next data are of, says so in the log before, and keeps what is needed to undo it.
// Before it says so, ready has the last word, unless it is nil.
func (a *area) replace(h, next *Held, files []dataset.Input, entry journal.Entry, ready func() error) (journal.Entry, error) {
	was := make([]dataset.Input, len(files))
	for i, f := range files {
		was[i] = dataset.Input{Name: f.Name, Data: dataset.Contents(h.Inputs, f.Name)}
		entry.Files = append(entry.Files, journal.File{Name: f.Name, Old: digest(was[i].Data), New: digest(f.Data)})
	}
	entry.Time = a.desk.Now()
	announced := false
	err := areafile.Replace(h.Folder, h.Inputs, files, a.desk.Holder, func() (err error) {
		if ready != nil {
			if err := ready(); err != nil {
				return err
			}
		}
		entry, err = journal.Add(h.Folder, entry)
		announced = err == nil
		return err
	})
	if err != nil && announced {
		err = errors.Join(err, a.failed(h.Folder, entry))
	}
	if err != nil {
		return entry, err
	}
	a.keep(next)
	if entry.Act == journal.Edited {
		a.undo = append(a.undo, edit{entry.Number, entry.Period, entry.Changes, was, files})
		a.undo = a.undo[max(0, len(a.undo)-mostUndone):]
	}
	return entry, nil
}

// without lists the findings that are not among others, whatever lines they stand in.
func without(list, others []tidy.Finding) []tidy.Finding {
	key := func(f tidy.Finding) string {
		if f.Rule == "missing-value-note" { // it counts, and each figure that comes in changes the count
			return f.Rule
		}
		return fmt.Sprint(f.Rule, f.Severity, f.Accepted == nil, f.Place.File, f.Place.Path, f.Message)
	}
	known := map[string]bool{}
	for _, f := range others {
		known[key(f)] = true
	}
	var left []tidy.Finding
	for _, f := range list {
		if !known[key(f)] {
			left = append(left, f)
		}
	}
	return left
}

// CanUndo is the last edit of an area that can be undone: the number of its entry in the log, and what it changed. The number is 0 if
// there is none.
func (d *Desk) CanUndo(code string) (number int, changes []journal.Change) {
	a, err := d.at(code)
	if err != nil {
		return 0, nil
	}
	a.look.Lock() // not the other lock, which is held while an edition is published
	defer a.look.Unlock()
	if len(a.undo) == 0 {
		return 0, nil
	}
	last := a.undo[len(a.undo)-1]
	return last.number, last.changes
}

// Undo gives the files back what they held before an edit, the last one that was made. If another was made since, or somebody
// else has changed the files, the error is a [*StaleError] and nothing is changed.
func (d *Desk) Undo(ctx context.Context, who, code string, number int) (*Held, error) {
	a, err := d.at(code)
	if err != nil {
		return nil, err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.look.Lock()
	defer a.look.Unlock()
	h, err := a.open(ctx)
	if err != nil {
		return nil, err
	}
	if len(a.undo) == 0 || a.undo[len(a.undo)-1].number != number {
		return h, &StaleError{message.Plain("this change can no longer be undone, since another was made after it: change the figure back by hand")}
	}
	last := a.undo[len(a.undo)-1]
	for _, f := range last.after {
		if digest(dataset.Contents(h.Inputs, f.Name)) != digest(f.Data) {
			return h, &StaleError{message.Of("%s was changed by somebody else since: change the figure back by hand", f.Name)}
		}
	}
	next := &Held{Code: code, Folder: h.Folder, Inputs: dataset.With(h.Inputs, last.before)}
	if next.Data, err = dataset.Parse(next.Inputs, code); err != nil {
		return h, err
	}
	if _, err := a.replace(h, next, last.before, journal.Entry{Who: who, Act: journal.Undone, Period: last.period, Of: number}, nil); err != nil {
		return h, err
	}
	a.undo = a.undo[:len(a.undo)-1]
	return next, nil
}

// finish does what a run that was killed has announced in the log and not done, or says there that it did not come about.
func (a *area) finish(folder string) error {
	if a.finished {
		return nil
	}
	last, err := journal.Last(folder)
	if err != nil {
		return err
	}
	done, err := areafile.Finish(folder, last.Files, a.desk.Holder)
	if err == nil && !done {
		err = a.failed(folder, last)
	}
	a.finished = err == nil
	return err
}

// mend settles what a run that was killed has announced in the log. One that goes on holds the lock.
func (a *area) mend(ctx context.Context, h *Held) (err error) {
	if a.mended {
		return nil
	}
	unlock, err := publish.Lock(h.Folder, a.desk.Holder)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, unlock()) }()
	last, err := journal.Last(h.Folder)
	if err == nil && last.Act == journal.Announced {
		err = a.settle(ctx, h, last)
	}
	a.mended = err == nil
	return err
}
