package server

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

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

// stated is a figure as logs and manifests have it, with its status in words: O is missing, 12.5 E estimated. All else, as a
// sentence, stays.
func (t *table) stated(text string) string {
	parts := strings.Split(text, " ")
	at := 0
	if _, err := decimal.NewFromString(strings.TrimLeft(parts[0], "≈≥≤")); err == nil {
		at = 1
	}
	if at >= len(parts) {
		return text
	}
	if st := stat.Status(parts[at]); slices.Contains(stat.Statuses(), st) && st.HasValue() == (at == 1) {
		parts[at] = t.words.Status(st)
	}
	return strings.Join(parts, " ")
}

// subjects are what the log has changed beside figures and sentences, as the page calls it.
var subjects = map[string]string{"sources": "Add a source", "source": "the source of this period", "indicators": "An indicator of your own"}

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
			if word := subjects[c.Subject]; word != "" {
				c.Subject = q.say(word)
			}
			c.Subject, c.Old, c.New = t.nameOf(c.Subject), t.stated(c.Old), t.stated(c.New)
		}
	}
	return nil
}
