package merge

import (
	"bytes"
	"cmp"
	"errors"
	"maps"
	"slices"

	"nianbao/internal/dataset"
	"nianbao/internal/message"
	"nianbao/internal/stat"
	"nianbao/internal/yamledit"
)

// Plan is what proposals change.
type Plan struct {
	Changes []Change
	Files   []dataset.Input // that change or are new, with their new contents, by name
	Before  *stat.Dataset
	After   *stat.Dataset
}

// Change is one figure before and after.
type Change struct {
	dataset.Proposal
	File   string // that has the figure
	Before *stat.Fact
	After  *stat.Fact
}

// Fault says why a proposal cannot be taken.
type Fault struct {
	Origin dataset.Origin
	Msg    *message.Text
}

// Faults are the reasons why nothing is merged.
type Faults []Fault

// Error lists the reasons, one a line.
func (f Faults) Error() string { return f.Message().Error() }

// Message implements [message.Messenger].
func (f Faults) Message() *message.Text {
	var all []*message.Text
	for _, one := range f {
		all = append(all, message.Of("%s: %v", one.Origin.String(), one.Msg))
	}
	return message.Join(all, "\n  ")
}

// planner makes a plan. It keeps all faults.
type planner struct {
	area    string
	before  *stat.Dataset
	inputs  []dataset.Input
	files   map[string]*yamledit.File // those that are edited
	begun   map[string]string         // the source of each file that is new
	faults  Faults
	changes []Change
}

// Make plans the changes of proposals in the files of an area. A proposal that changes nothing is left out; two for one
// figure that differ are a fault. All faults are returned as [Faults].
func Make(area string, inputs []dataset.Input, proposals []dataset.Proposal) (*Plan, error) {
	before, err := dataset.Parse(inputs, area)
	if err != nil {
		return nil, err
	}
	return Into(before, inputs, proposals)
}

// Into plans the changes of proposals in files that were read before, see [Make].
func Into(before *stat.Dataset, inputs []dataset.Input, proposals []dataset.Proposal) (*Plan, error) {
	p := &planner{area: before.Area.Code, before: before, inputs: inputs, files: map[string]*yamledit.File{}, begun: map[string]string{}}
	var added []Change
	for _, one := range p.distinct(proposals) {
		c, isNew := p.locate(one)
		switch {
		case isNew:
			added = append(added, c)
		case p.trim(&c):
			p.changes = append(p.changes, c)
		}
	}
	for i := range p.changes {
		p.try(p.changes[i], p.change)
	}
	p.addAll(added)
	if len(p.faults) > 0 {
		return nil, p.faults
	}
	return p.plan()
}

func (p *planner) fault(at dataset.Origin, format string, args ...any) {
	p.faults = append(p.faults, Fault{at, message.Of(format, args...)})
}

// try makes an edit and keeps its error.
func (p *planner) try(c Change, edit func(Change) error) {
	if err := edit(c); err != nil {
		p.fault(c.Origin, "%s cannot be changed in %s: %v", c.Target(), c.File, err)
	}
}

// distinct leaves one proposal a figure, which says what all of them say, and reports those that differ.
func (p *planner) distinct(proposals []dataset.Proposal) []dataset.Proposal {
	first := map[string]int{}
	var list []dataset.Proposal
	for _, one := range proposals {
		key := one.Target() + " " + one.Edition.String()
		i, taken := first[key]
		if !taken {
			first[key] = len(list)
			list = append(list, one)
			continue
		}
		other := list[i]
		if of := p.join(&list[i], one); of != nil {
			p.fault(one.Origin, "%s: the %v differs: %s %s has %s, %s %s has %s; keep one of the two", one.Target(), of.name,
				other.Origin.File, other.Origin.String(), of.told(other), one.Origin.File, one.Origin.String(), of.told(one))
		}
	}
	return list
}

// locate finds the figure that a proposal changes: in the file of its edition, or in the latest file before it.
func (p *planner) locate(one dataset.Proposal) (c Change, isNew bool) {
	for i := len(p.before.Periods) - 1; i >= 0; i-- {
		data := &p.before.Periods[i]
		if data.Period.Compare(one.Edition) > 0 || one.File != "" && one.File != data.Place.File {
			continue
		}
		for j := range data.Facts {
			if f := &data.Facts[j]; f.ID == one.Fact {
				return Change{Proposal: one, File: f.Place.File, Before: f}, false
			}
		}
	}
	return Change{Proposal: one, File: p.fileOf(one.Edition)}, true
}

// fileOf is the file of a period, there or not.
func (p *planner) fileOf(period stat.Period) string {
	if data, ok := p.before.Data(period); ok {
		return data.Place.File
	}
	return period.String() + ".yaml"
}

// plan reads the edited files again, and holds every figure against what it was and what is proposed.
func (p *planner) plan() (*Plan, error) {
	plan := &Plan{Changes: p.changes, Before: p.before}
	inputs := slices.Clone(p.inputs)
	for _, name := range slices.Sorted(maps.Keys(p.files)) {
		in := dataset.Input{Name: name, Data: p.files[name].Bytes(), Root: p.files[name].Root()}
		i := slices.IndexFunc(inputs, func(o dataset.Input) bool { return o.Name == name })
		switch {
		case i < 0:
			inputs = append(inputs, in)
		case bytes.Equal(inputs[i].Data, in.Data):
			continue
		default:
			inputs[i] = in
		}
		plan.Files = append(plan.Files, in)
	}
	slices.SortFunc(inputs, func(a, b dataset.Input) int { return cmp.Compare(a.Name, b.Name) })
	after, err := dataset.Parse(inputs, p.area)
	if err != nil {
		return nil, p.refused(err)
	}
	plan.After = after
	return plan, plan.verify()
}

// refused says which proposal made a file that cannot be read.
func (p *planner) refused(err error) error {
	var errs dataset.Errors
	if !errors.As(err, &errs) {
		return err
	}
	var faults Faults
	for _, e := range errs {
		at := dataset.Origin{Cell: e.Place.File}
		for _, c := range p.changes {
			if c.File == e.Place.File && within(e.Place.Path, c.Fact) {
				at = c.Origin
			}
		}
		faults = append(faults, Fault{at, message.Of("the data would not be valid: %v", e)})
	}
	return faults
}
