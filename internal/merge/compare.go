package merge

import (
	"slices"
	"strings"

	"nianbao/internal/dataset"
	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// subject is the code that a fact is of, as a key in the files has it.
func subject(id string) string {
	code, _, _ := strings.Cut(id, ".")
	return code
}

// within reports whether a path of keys leads to the entry of a fact.
func within(path, id string) bool {
	keys := strings.FieldsFunc(path, func(r rune) bool { return r == '.' || r == '[' })
	return len(keys) > 1 && keys[1] == subject(id)
}

// agree reports whether two proposals say the same.
func agree(a, b dataset.Proposal) bool {
	return a.Changes == b.Changes && same(a.Figure, b.Figure) && a.Note == b.Note
}

// same reports whether two figures are the same to the last digit, in all that is published of them.
func same(a, b stat.Figure) bool {
	if a.Status != b.Status || a.Qualifier != b.Qualifier || !slices.Equal(a.From, b.From) || a.Quantity.Unit != b.Quantity.Unit || a.Quantity.Mult != b.Quantity.Mult {
		return false
	}
	return !a.Status.HasValue() || a.Quantity.Number() == b.Quantity.Number()
}

// told is what a proposal says, in digits.
func told(p dataset.Proposal) string {
	if p.Changes.Has(dataset.ValueChange) {
		return p.Figure.Quantity.Number()
	}
	return string(p.Figure.Status)
}

// figure is the figure of a fact that a proposal is on; nil if it has none of that number.
func figure(f *stat.Fact, variant int) *stat.Figure {
	switch {
	case f == nil || variant > len(f.Variants):
		return nil
	case variant > 0:
		return &f.Variants[variant-1]
	default:
		return &f.Figure
	}
}

// trim takes out of a change what is already so, and reports whether something is left.
func (p *planner) trim(c *Change) bool {
	was := figure(c.Before, c.Variant)
	if was == nil {
		p.fault(c.Origin, "%s: the data have no such variant", c.Target())
		return false
	}
	now := c.Figure
	if !c.Changes.Has(dataset.StatusChange) {
		now.Status = was.Status
	}
	drop := func(part dataset.Change, is bool) {
		if is {
			c.Changes &^= part
		}
	}
	drop(dataset.StatusChange, now.Status == was.Status)
	if was.Status.HasValue() == now.Status.HasValue() {
		drop(dataset.ValueChange, !was.Status.HasValue() || now.Quantity.Number() == was.Quantity.Number())
	}
	drop(dataset.QualifierChange, now.Qualifier == was.Qualifier)
	drop(dataset.SourceChange, slices.Equal(now.From, was.From))
	drop(dataset.NoteChange, c.Note == c.Before.Note)
	return c.Changes != 0
}

// expected is what a figure is to become.
func (c *Change) expected(was stat.Figure) stat.Figure {
	if c.Changes.Has(dataset.ValueChange) {
		was.Quantity.Value = c.Figure.Quantity.Value
	}
	if c.Changes.Has(dataset.StatusChange) {
		was.Status = c.Figure.Status
	}
	if c.Changes.Has(dataset.QualifierChange) {
		was.Qualifier = c.Figure.Qualifier
	}
	if c.Changes.Has(dataset.SourceChange) {
		was.From = c.Figure.From
	}
	return was
}

// verifier holds the figures of new files against the old ones.
type verifier struct {
	left   map[string]*Change // that are still to be met, by file and figure
	faults Faults
}

func (v *verifier) fault(at dataset.Origin, id string) {
	v.faults = append(v.faults, Fault{at, message.Of("%s would not become what is proposed: enter it in the file by hand", id)})
}

// verify holds every figure of the new files against the old one, or against its proposal.
func (p *Plan) verify() error {
	v := &verifier{left: map[string]*Change{}}
	for i := range p.Changes {
		v.left[p.Changes[i].File+" "+p.Changes[i].Target()] = &p.Changes[i]
	}
	was := facts(p.Before)
	for key, now := range facts(p.After) {
		v.fact(was[key], now)
		delete(was, key)
	}
	for _, c := range v.left {
		v.fault(c.Origin, c.Target())
	}
	for _, gone := range was {
		v.fault(dataset.Origin{Cell: gone.Place.File}, gone.ID)
	}
	if len(v.faults) > 0 {
		return v.faults
	}
	return nil
}

// fact holds a fact and its variants against what they were.
func (v *verifier) fact(old, now *stat.Fact) {
	noted := false // a proposal changes the note
	for n := 0; n <= len(now.Variants); n++ {
		target := dataset.Proposal{Fact: now.ID, Variant: n}.Target()
		key := now.Place.File + " " + target
		c := v.left[key]
		delete(v.left, key)
		was, is := figure(old, n), figure(now, n)
		switch {
		case c == nil:
			if was == nil || !same(*was, *is) {
				v.fault(dataset.Origin{Cell: now.Place.File}, target)
			}
			continue
		case old == nil && !same(c.Figure, *is), old != nil && !same(c.expected(*was), *is):
			v.fault(c.Origin, target)
		case c.Changes.Has(dataset.NoteChange) && now.Note != c.Note:
			v.fault(c.Origin, target)
		}
		c.After, noted = now, noted || c.Changes.Has(dataset.NoteChange)
	}
	if old != nil && !noted && now.Note != old.Note {
		v.fault(dataset.Origin{Cell: now.Place.File}, now.ID)
	}
}

// facts are all facts of all files, by file and ID.
func facts(d *stat.Dataset) map[string]*stat.Fact {
	all := map[string]*stat.Fact{}
	for i := range d.Periods {
		for j := range d.Periods[i].Facts {
			f := &d.Periods[i].Facts[j]
			all[f.Place.File+" "+f.ID] = f
		}
	}
	return all
}
