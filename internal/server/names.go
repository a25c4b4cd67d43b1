package server

import (
	"slices"
	"strings"

	"nianbao/internal/desk"
	"nianbao/internal/form"
	"nianbao/internal/journal"
	"nianbao/internal/stat"
)

// naming is a table without findings, for the names of its figures.
func (q *request) naming(h *desk.Held, period stat.Period) (*table, error) {
	t := &table{q: q, held: h, rowOf: map[string]*form.Row{}}
	var err error
	if t.form, err = form.New(h.Data, period, ""); err != nil {
		return nil, err
	}
	if t.words, err = q.wordsOf(h.Data); err != nil {
		return nil, err
	}
	for i := range t.form.Rows {
		for _, slot := range t.form.Rows[i].Slots() {
			t.rowOf[slot.ID] = &t.form.Rows[i]
			t.hasLast = t.hasLast || slot.Last != nil
		}
	}
	return t, nil
}

// nameOf is what a fact is, in words; its ID if nothing is known of it.
func (t *table) nameOf(id string) string {
	r := t.rowOf[id]
	if r == nil {
		return t.oldName(id)
	}
	name := t.form.NameOf(r, t.words)
	for _, c := range []form.Column{form.Growth, form.Rank} {
		if r.Slot(c).ID == id {
			name += " · " + form.Head(t.words, c)
		}
	}
	return name
}

// oldName is the name of a fact that the form has no row for, as one that was taken out.
func (t *table) oldName(id string) string {
	code, rest, _ := strings.Cut(id, ".")
	name, at, _ := strings.Cut(rest, "@")
	name, _, _ = strings.Cut(name, "-")
	row, ok := t.form.Standard(code)
	measure := stat.Measure(name)
	if !ok || !slices.Contains(stat.Measures(), measure) {
		return id
	}
	text := t.words.Text(row.Indicator.Name)
	if row.Figure.Measure != measure {
		text += " · " + t.words.Measure(measure)
	}
	if period, err := stat.ParsePeriod(at); err == nil && period != t.form.Period {
		text += " " + t.words.Period(period)
	}
	return text
}

// stated is a figure as logs and manifests have it, with its status in words.
func (t *table) stated(text string) string {
	parts := strings.Split(text, " ")
	for i, part := range parts {
		if st := stat.Status(part); i < 2 && slices.Contains(stat.Statuses(), st) {
			parts[i] = t.words.Status(st)
		}
	}
	return strings.Join(parts, " ")
}

// nameIn names in words what entries of the log have changed.
func (s *Server) nameIn(q *request, h *desk.Held, list []journal.Entry) error {
	tables := map[string]*table{}
	for i := range list {
		e := &list[i]
		t := tables[e.Period]
		if at, err := stat.ParsePeriod(e.Period); t == nil && err == nil {
			if t, err = q.naming(h, at); err != nil {
				return err
			}
			tables[e.Period] = t
		}
		if t == nil {
			continue
		}
		e.Changes = slices.Clone(e.Changes)
		for j := range e.Changes {
			c := &e.Changes[j]
			c.Subject, c.Old, c.New = t.nameOf(c.Subject), t.stated(c.Old), t.stated(c.New)
		}
	}
	return nil
}
