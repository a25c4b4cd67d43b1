package edition

import (
	"nianbao/internal/stat"
)

// Revision is a figure that was given differently before: in the file of an earlier period, or in an earlier release
// of this edition.
type Revision struct {
	Fact     *stat.Fact
	Old, New stat.Figure
	Given    stat.Period    // whose file gave the old figure; zero for a release
	Revised  stat.Period    // whose file gave the new one; zero for a release
	Later    int            // number of the release that gave the new figure; 0 for a file, and for this release
	Release  int            // number of the release that gave the old figure; 0 for a file
	Date     stat.Date      // of that release; zero if not known
	Change   *stat.Quantity // new less old, in points for percentages; nil where one has no value
}

// setRevisions compares every fact of the edition with what earlier files and earlier releases gave. A figure that
// was and is missing, or the same amount otherwise written, is not revised; a status is not a figure.
func (e *Edition) setRevisions(d *stat.Dataset, former []Former) {
	e.revised = map[string]bool{}
	byFact := map[string][]Former{}
	for _, f := range former {
		byFact[f.Fact] = append(byFact[f.Fact], f)
	}
	vintages := e.vintages(d)
	for _, f := range e.Facts {
		e.reviseByFile(f, vintages[f.ID])
		e.reviseByRelease(f, byFact[f.ID])
	}
}

// vintage is a figure as one period's file gives it.
type vintage struct {
	file stat.Period
	fact *stat.Fact
}

// vintages lists, for every fact, the files up to the edition's that give it.
func (e *Edition) vintages(d *stat.Dataset) map[string][]vintage {
	all := map[string][]vintage{}
	for i := range d.Periods {
		data := &d.Periods[i]
		for j := range data.Facts {
			if f := &data.Facts[j]; data.Period.Compare(e.Period) <= 0 {
				all[f.ID] = append(all[f.ID], vintage{data.Period, f})
			}
		}
	}
	return all
}

func (e *Edition) reviseByFile(f *stat.Fact, all []vintage) {
	for i := 1; i < len(all); i++ {
		old, now := all[i-1], all[i]
		if !sameFigure(old.fact.Figure, now.fact.Figure) {
			e.revise(Revision{Fact: f, Old: old.fact.Figure, New: now.fact.Figure, Given: old.file, Revised: now.file})
		}
	}
}

func (e *Edition) reviseByRelease(f *stat.Fact, all []Former) {
	for i, old := range all {
		r := Revision{Fact: f, Old: old.Figure, New: f.Figure, Release: old.Release, Date: old.Date}
		if i+1 < len(all) {
			r.New, r.Later = all[i+1].Figure, all[i+1].Release
		}
		if !sameFigure(r.Old, r.New) {
			e.revise(r)
		}
	}
}

func (e *Edition) revise(r Revision) {
	e.revised[r.Fact.ID] = true
	if r.Old.Status.HasValue() && r.New.Status.HasValue() {
		if gap, ok := e.less(r.New.Quantity, r.Old.Quantity); ok {
			r.Change = ptr(amount(gap, r.Old.Quantity, r.New.Quantity))
			if r.Change.Unit == "PERCENT" {
				r.Change.Unit = "PP"
			}
		}
	}
	e.Revisions = append(e.Revisions, r)
}

// Revised reports whether a fact's figure was given differently before.
func (e *Edition) Revised(f *stat.Fact) bool { return f != nil && e.revised[f.ID] }

func sameFigure(a, b stat.Figure) bool {
	if !a.Status.HasValue() || !b.Status.HasValue() {
		return a.Status.HasValue() == b.Status.HasValue()
	}
	return a.Quantity.Equal(b.Quantity)
}
