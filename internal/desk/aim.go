package desk

import (
	"context"

	"nianbao/internal/journal"
	"nianbao/internal/merge"
	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// Aim sets a target of an edition.
func (d *Desk) Aim(ctx context.Context, who, code string, t merge.Target) (*Saved, error) {
	return d.planned(ctx, who, code, t.Period, nil, func(h *Held) (*merge.Plan, error) { return merge.Aim(h.Data, h.Inputs, t) })
}

// TakeBack takes a target of an edition out of its file, as if it had never been set.
func (d *Desk) TakeBack(ctx context.Context, who, code string, t merge.Target) (*Saved, error) {
	return d.planned(ctx, who, code, t.Period, nil, func(h *Held) (*merge.Plan, error) {
		plan, err := merge.Remove(h.Data, h.Inputs, t.Period, []string{t.ID()})
		if err == nil && len(plan.Changes) == 0 {
			err = message.Errorf("there is no such target")
		}
		return plan, err
	})
}

// AddSource adds a source to those that the figures of an area can come from.
func (d *Desk) AddSource(ctx context.Context, who, code string, period stat.Period, s stat.Source) (*Saved, error) {
	changes := []journal.Change{{Subject: "sources", New: both(s.Title)}}
	return d.planned(ctx, who, code, period, changes, func(h *Held) (*merge.Plan, error) { return merge.AddSource(h.Data, h.Inputs, s) })
}

// AddIndicator adds an indicator of an area's own, and returns its code.
func (d *Desk) AddIndicator(ctx context.Context, who, code string, period stat.Period, ind stat.Indicator) (saved *Saved, added string, err error) {
	changes := []journal.Change{{Subject: "indicators", New: both(ind.Name)}}
	saved, err = d.planned(ctx, who, code, period, changes, func(h *Held) (plan *merge.Plan, err error) {
		plan, added, err = merge.AddIndicator(h.Data, h.Inputs, ind)
		return plan, err
	})
	return saved, added, err
}

// Cite makes a source the one of all figures of a period that name none.
func (d *Desk) Cite(ctx context.Context, who, code string, period stat.Period, source string) (*Saved, error) {
	changes := []journal.Change{{Subject: "source", New: source}}
	return d.planned(ctx, who, code, period, changes, func(h *Held) (*merge.Plan, error) { return merge.Cite(h.Data, h.Inputs, period, source) })
}

// planned writes what a plan changes, and says in the log what that is: the figures that it changes, unless changes are given.
// What cannot be done is a problem.
func (d *Desk) planned(ctx context.Context, who, code string, period stat.Period, changes []journal.Change, plan func(*Held) (*merge.Plan, error)) (*Saved, error) {
	return d.edit(ctx, who, code, period, func(h *Held) (w worked, err error) {
		if w.plan, err = plan(h); err != nil {
			w.problems = problem("%v", err)
			return w, nil
		}
		w.changes = changes
		if changes == nil {
			w.changes = inLog(w.plan.Changes)
		}
		return w, nil
	})
}
