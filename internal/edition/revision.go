package edition

import (
	"cmp"
	"maps"
	"slices"

	"nianbao/internal/stat"
)

// RevisionKind is the kind of a change of a figure.
type RevisionKind string

// The kinds.
const (
	Changed   RevisionKind = "changed"   // given with another value before
	Added     RevisionKind = "added"     // not in the release before
	Withdrawn RevisionKind = "withdrawn" // in the release before, but no longer
)

// Revision is a figure that was given differently before, or not at all, in the file of an earlier period or in an
// earlier release of this edition; or one that the file of a later period has changed since.
type Revision struct {
	Kind     RevisionKind
	Fact     *stat.Fact     // for a withdrawn figure, derived from its ID
	Old, New stat.Figure    // Old is zero for an added figure, New for a withdrawn one
	Given    stat.Period    // period whose file gave the old figure; zero for a release
	Revised  stat.Period    // period whose file gave the new figure; zero for a release
	Release  int            // number of the release before the change; 0 for a file
	Date     stat.Date      // of that release; zero if not known
	Later    int            // number of the release with the change, possibly this one; 0 for a file
	Brought  stat.Date      // date of that release; zero if not known
	Change   *stat.Quantity // new minus old, in points for percentages; nil if one has no value
}

// Afterwards reports whether the new figure comes only from the file of a later period. The edition keeps the figure of
// its own time.
func (e *Edition) Afterwards(r Revision) bool { return r.Revised.Compare(e.Period) > 0 }

// setRevisions compares the facts of the edition with those of other files.
func (e *Edition) setRevisions(d *stat.Dataset) {
	e.revised = map[string]bool{}
	e.reviseByFiles(d)
	e.sortRevisions()
}

// AsRelease returns the edition as release number, from 1, with its changes since earlier releases, given oldest first.
// d must be the dataset that the edition was built from. The edition itself does not change.
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

// sortRevisions sorts revisions by the order of the edition's facts.
func (e *Edition) sortRevisions() {
	if len(e.Revisions) == 0 {
		return
	}
	order := make(map[string]int, len(e.Facts))
	for i, f := range e.Facts {
		order[f.ID] = i - len(e.Facts) // before facts that are not the edition's
	}
	slices.SortStableFunc(e.Revisions, func(a, b Revision) int { return cmp.Compare(order[a.Fact.ID], order[b.Fact.ID]) })
}

// reviseByFiles compares every fact of the edition with those of other files.
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

// vintage is a figure as given by one period's file.
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
			r.Change.Unit = cmp.Or(stat.PointsOf(r.Change.Unit), r.Change.Unit)
		}
	}
	e.Revisions = append(e.Revisions, r)
}

// Revised reports whether a fact's figure was given differently before.
func (e *Edition) Revised(f *stat.Fact) bool { return f != nil && e.revised[f.ID] }

// Gives reports whether a figure is the one the edition gives for a fact.
func (e *Edition) Gives(id string, fig stat.Figure) bool {
	f, ok := e.facts[id]
	return ok && fig.Status == f.Status && fig.Qualifier == f.Qualifier && sameFigure(fig, f.Figure)
}

// sameFigure reports whether two figures are the same amount, in whatever form, or are both missing. Statuses are
// ignored.
func sameFigure(a, b stat.Figure) bool {
	if !a.Status.HasValue() || !b.Status.HasValue() {
		return a.Status.HasValue() == b.Status.HasValue()
	}
	return a.Quantity.Equal(b.Quantity)
}
