package edition

import (
	"cmp"
	"maps"
	"slices"

	"nianbao/internal/stat"
)

// RevisionKind says what became of a figure.
type RevisionKind string

// The kinds.
const (
	Changed   RevisionKind = "changed"   // given with another value before
	Added     RevisionKind = "added"     // not in the release before
	Withdrawn RevisionKind = "withdrawn" // in the release before, and no more
)

// Revision is a figure that was given differently before, or not at all: in the file of an earlier period, or in an
// earlier release of this edition; or that the file of a later period has changed since.
type Revision struct {
	Kind     RevisionKind
	Fact     *stat.Fact     // of a withdrawn figure what its identifier tells
	Old, New stat.Figure    // Old is zero for an added figure, New for a withdrawn one
	Given    stat.Period    // whose file gave the old figure; zero for a release
	Revised  stat.Period    // whose file gave the new one; zero for a release
	Release  int            // number of the release before the change; 0 for a file
	Date     stat.Date      // of that release; zero if not known
	Later    int            // number of the release that brought the change, which can be this one; 0 for a file
	Brought  stat.Date      // date of that release; zero if not known
	Change   *stat.Quantity // new less old, in points for percentages; nil where one has no value
}

// Afterwards reports whether only the file of a later period than the edition's gave the new figure. The edition keeps
// the one of its own time.
func (e *Edition) Afterwards(r Revision) bool { return r.Revised.Compare(e.Period) > 0 }

// setRevisions compares the facts of the edition with what other files give.
func (e *Edition) setRevisions(d *stat.Dataset) {
	e.revised = map[string]bool{}
	e.reviseByFiles(d)
	e.sortRevisions()
}

// AsRelease is the edition as a release of it, numbered from 1, which says what has changed since earlier ones, the
// oldest first. It is to be built of the same dataset. The edition itself stays as it is.
func (e *Edition) AsRelease(d *stat.Dataset, number int, priors []Prior) *Edition {
	released := *e
	released.Number = number
	if data, ok := d.Data(e.Period); ok && len(priors) > 0 {
		released.Revisions, released.revised = slices.Clone(e.Revisions), maps.Clone(e.revised)
		released.reviseByReleases(data, priors)
		released.sortRevisions()
	}
	return &released
}

// sortRevisions puts revisions in the order of the edition's facts.
func (e *Edition) sortRevisions() {
	if len(e.Revisions) == 0 {
		return
	}
	order := make(map[string]int, len(e.Facts))
	for i, f := range e.Facts {
		order[f.ID] = i - len(e.Facts) // before those that are none of the edition's
	}
	slices.SortStableFunc(e.Revisions, func(a, b Revision) int { return cmp.Compare(order[a.Fact.ID], order[b.Fact.ID]) })
}

// reviseByFiles compares every fact of the edition with what other files give.
func (e *Edition) reviseByFiles(d *stat.Dataset) {
	all := vintages(d)
	for _, f := range e.Facts {
		for i, now := range all[f.ID] {
			if i == 0 || sameFigure(all[f.ID][i-1].fact.Figure, now.fact.Figure) {
				continue
			}
			old := all[f.ID][i-1]
			e.revise(Revision{Kind: Changed, Fact: f, Old: old.fact.Figure, New: now.fact.Figure, Given: old.file, Revised: now.file})
		}
	}
}

// vintage is a figure as one period's file gives it.
type vintage struct {
	file stat.Period
	fact *stat.Fact
}

// vintages lists, for every fact, the files that give it, oldest first.
func vintages(d *stat.Dataset) map[string][]vintage {
	all := map[string][]vintage{}
	for i := range d.Periods {
		data := &d.Periods[i]
		for j := range data.Facts {
			f := &data.Facts[j]
			all[f.ID] = append(all[f.ID], vintage{data.Period, f})
		}
	}
	return all
}

func (e *Edition) revise(r Revision) {
	if r.Kind == Changed && !e.Afterwards(r) {
		e.revised[r.Fact.ID] = true
	}
	if r.Kind == Changed && r.Old.Status.HasValue() && r.New.Status.HasValue() {
		if gap, ok := e.less(r.New.Quantity, r.Old.Quantity); ok {
			r.Change = ptr(amount(gap, r.Old.Quantity, r.New.Quantity))
			if r.Change.Unit == stat.PercentUnit {
				r.Change.Unit = stat.PointsUnit
			}
		}
	}
	e.Revisions = append(e.Revisions, r)
}

// Revised reports whether a fact's figure was given differently before.
func (e *Edition) Revised(f *stat.Fact) bool { return f != nil && e.revised[f.ID] }

// Gives reports whether a figure of a fact is the one that the edition gives.
func (e *Edition) Gives(id string, fig stat.Figure) bool {
	f, ok := e.facts[id]
	return ok && fig.Status == f.Status && fig.Qualifier == f.Qualifier && sameFigure(fig, f.Figure)
}

// sameFigure reports whether two figures are one amount, however written, or are both missing: a status is not a figure.
func sameFigure(a, b stat.Figure) bool {
	if !a.Status.HasValue() || !b.Status.HasValue() {
		return a.Status.HasValue() == b.Status.HasValue()
	}
	return a.Quantity.Equal(b.Quantity)
}
