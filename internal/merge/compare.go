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

// part is something that a proposal can change: its name, what is said of it, and how it is taken over from another proposal.
type part struct {
	change dataset.Change
	name   *message.Text
	said   func(dataset.Proposal) string
	take   func(into, from *dataset.Proposal)
}

var parts = []part{
	{dataset.ValueChange, message.Plain("value"), func(p dataset.Proposal) string { return p.Figure.Quantity.Number() },
		func(into, from *dataset.Proposal) { into.Figure.Quantity = from.Figure.Quantity }},
	{dataset.StatusChange, message.Plain("status"), func(p dataset.Proposal) string { return string(p.Figure.Status) },
		func(into, from *dataset.Proposal) { into.Figure.Status = from.Figure.Status }},
	{dataset.QualifierChange, message.Plain("qualifier"), func(p dataset.Proposal) string { return string(p.Figure.Qualifier) },
		func(into, from *dataset.Proposal) { into.Figure.Qualifier = from.Figure.Qualifier }},
	{dataset.SourceChange, message.Plain("source"), func(p dataset.Proposal) string { return from(p.Figure.From, "") },
		func(into, from *dataset.Proposal) { into.Figure.From = from.Figure.From }},
	{dataset.NoteChange, message.Plain("note"), func(p dataset.Proposal) string { return note(p.Note) },
		func(into, from *dataset.Proposal) { into.Note = from.Note }},
}

// join puts two proposals for one figure together. It reports the part in which they differ, if there is one. A status that
// goes without saying gives way to the one that the other says.
func (p *planner) join(into *dataset.Proposal, one dataset.Proposal) *part {
	if missing(*into) != missing(one) && (into.Changes | one.Changes).Has(dataset.ValueChange) {
		return &parts[0]
	}
	for i, of := range parts {
		switch {
		case !one.Changes.Has(of.change):
		case !into.Changes.Has(of.change), of.change == dataset.StatusChange && p.unsaid(*into):
			of.take(into, &one)
			into.Changes |= of.change
		case of.change == dataset.StatusChange && p.unsaid(one):
		case of.said(*into) != of.said(one):
			return &parts[i]
		}
	}
	return nil
}

// missing reports whether a proposal says that there is no figure.
func missing(one dataset.Proposal) bool {
	return one.Changes.Has(dataset.StatusChange) && !one.Figure.Status.HasValue()
}

// unsaid reports whether a proposal has the status of any new figure, which nobody has to enter.
func (p *planner) unsaid(one dataset.Proposal) bool {
	c, isNew := p.locate(one)
	of := one.Edition
	if !isNew {
		of = c.Before.Period
		if was := figure(c.Before, one.Variant); was == nil || was.Status.HasValue() {
			return false
		}
	}
	return one.Changes.Has(dataset.ValueChange) && one.Figure.Status == p.usualStatus(c.File, of)
}

// told is what a proposal says of a part; the status in place of a value that is missing.
func (of part) told(p dataset.Proposal) string {
	if of.change == dataset.ValueChange && missing(p) {
		return string(p.Figure.Status)
	}
	return of.said(p)
}

// same reports whether two figures are the same to the last digit, in all that is published of them.
func same(a, b stat.Figure) bool {
	if a.Status != b.Status || a.Qualifier != b.Qualifier || !slices.Equal(a.From, b.From) || a.Quantity.Unit != b.Quantity.Unit || a.Quantity.Mult != b.Quantity.Mult {
		return false
	}
	return !a.Status.HasValue() || a.Quantity.Number() == b.Quantity.Number()
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
	if c.Note.Hant == "" && c.Note.Hans == c.Before.Note.Hans { // forms do not have it
		c.Note.Hant = c.Before.Note.Hant
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
