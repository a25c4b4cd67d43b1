package tidy

import (
	"fmt"
	"slices"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"

	"github.com/shopspring/decimal"
)

// Rows are the document's facts in the columns of the tidy table, as [edition.DataRow.Fields] gives them.
func (d *Document) Rows() ([][]string, error) {
	rows := make([][]string, len(d.Facts))
	for i, f := range d.Facts {
		fact, err := d.fact(f)
		if err != nil {
			return nil, err
		}
		rows[i] = edition.DataRow{
			FactID: f.ID, Theme: f.Theme, Indicator: f.Indicator, IndicatorZh: f.IndicatorZh, IndicatorEn: f.IndicatorEn,
			RefArea: f.RefArea, Period: fact.Period, Measure: fact.Measure, Figure: fact.Figure, VariantOf: f.VariantOf,
			Ranking: fact.Ranking, Target: fact.Target, NoteZh: f.NoteZh, NoteEn: f.NoteEn, Sample: d.Area.Sample,
		}.Fields()
	}
	return rows, nil
}

// Reword words every fact anew from its exact value, in the document's languages. A fact whose words in the
// document differ is an error: its value and its words do not belong together.
func (d *Document) Reword() ([]Words, error) {
	speakers, err := d.Speakers()
	if err != nil {
		return nil, err
	}
	area := stat.Area{Code: d.Area.Code}
	for _, s := range d.Area.Scopes {
		area.Scopes = append(area.Scopes, stat.Scope{Code: s.Code, Name: text(s.Name), Of: s.Of})
	}
	all := make([]Words, len(d.Facts))
	for i := range all {
		all[i] = Words{}
	}
	for _, w := range speakers {
		l := w.Lang()
		for i, f := range d.Facts {
			fact, err := d.fact(f)
			if err != nil {
				return nil, err
			}
			s, err := w.Fact(&fact, fact.Figure, area, "")
			if err != nil {
				return nil, err
			}
			if s != f.Words[l] {
				return nil, fmt.Errorf("%s: its value is %q in words, but its words are %q", f.ID, s, f.Words[l])
			}
			all[i][l] = s
		}
	}
	return all, nil
}

// Speakers are the words of the document's languages, with the units that its area declares.
func (d *Document) Speakers() ([]*locale.Words, error) {
	units := stat.Units()
	for _, u := range d.Units {
		units[u.Code] = stat.Unit{Code: u.Code, Dim: stat.Count, Counter: text(u.Counter), One: u.One, Many: u.Many}
	}
	var speakers []*locale.Words
	for _, l := range d.Languages {
		w, err := locale.For(l, units)
		if err != nil {
			return nil, err
		}
		speakers = append(speakers, w)
	}
	return speakers, nil
}

// fact is what a fact of the document was made of.
func (d *Document) fact(f Fact) (stat.Fact, error) {
	fact := stat.Fact{ID: f.ID, Subject: f.Indicator, Area: f.RefArea, Measure: stat.Measure(f.Measure)}
	fact.Figure = stat.Figure{Status: stat.Status(f.Status), Qualifier: stat.Qualifier(f.Qualifier), From: f.Provenance}
	fact.Quantity = stat.Quantity{Mult: f.Mult, Unit: f.Unit}
	var err error
	if fact.Period, err = stat.ParsePeriod(f.TimePeriod); err != nil {
		return fact, fmt.Errorf("%s: %w", f.ID, err)
	}
	if (f.Value != nil) != fact.Status.HasValue() || (f.Value == nil) != (f.Decimals == nil) {
		return fact, fmt.Errorf("%s: value, decimals and status %s do not belong together", f.ID, f.Status)
	}
	if f.Value != nil {
		if fact.Quantity.Value, err = decimal.NewFromString(f.Value.String()); err != nil {
			return fact, fmt.Errorf("%s: value %q: %w", f.ID, f.Value.String(), err)
		}
		if n := fact.Quantity.Decimals(); n != *f.Decimals {
			return fact, fmt.Errorf("%s: value %s has %d decimals, not %d", f.ID, f.Value.String(), n, *f.Decimals)
		}
	}
	if k := f.Ranking; k != nil {
		fact.Ranking = &stat.Ranking{Scope: k.Scope, Of: k.Of, By: stat.Measure(k.By), Group: k.Group, Tied: k.Tied}
	}
	fact.Target, err = d.target(f)
	return fact, err
}

// target is how a fact binds, nil for what is no target.
func (d *Document) target(f Fact) (*stat.Target, error) {
	of := f.ID
	if f.VariantOf != "" {
		of = f.VariantOf
	}
	i := slices.IndexFunc(d.Targets, func(t Target) bool { return t.Fact == of })
	if i < 0 {
		return nil, nil
	}
	t := d.Targets[i]
	out := &stat.Target{Indicator: t.Indicator, Operator: stat.Operator(t.Operator), Baseline: t.Baseline}
	if t.Tolerance != nil {
		value, err := decimal.NewFromString(t.Tolerance.Value.String())
		if err != nil {
			return nil, fmt.Errorf("%s: tolerance %q: %w", of, t.Tolerance.Value.String(), err)
		}
		out.Tolerance = stat.Quantity{Value: value, Mult: t.Tolerance.Mult, Unit: t.Tolerance.Unit}
	}
	return out, nil
}

// text is the inverse of words. A document in Traditional Chinese alone has no simplified characters; the
// traditional ones stand in for them, because every text must have both.
func text(w Words) stat.Text {
	t := stat.Text{Hans: w[stat.Hans], Hant: w[stat.Hant], En: w[stat.En]}
	if t.Hans == "" {
		t.Hans = t.Hant
	}
	return t
}
