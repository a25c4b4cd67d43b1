package tidy

import (
	"fmt"
	"strconv"
	"strings"

	"nianbao/internal/locale"
	"nianbao/internal/stat"

	"github.com/shopspring/decimal"
)

// Fields are the fact's columns of the tidy table, as [edition.DataRow.Fields] gives them.
func (f Fact) Fields() []string {
	value, decimals := "", ""
	if f.Value != nil {
		value = f.Value.String()
	}
	if f.Decimals != nil {
		decimals = strconv.Itoa(*f.Decimals)
	}
	var sources, refs []string
	for _, p := range f.Provenance {
		sources, refs = append(sources, p.Source), append(refs, p.Ref)
	}
	return []string{
		f.ID, f.Theme, f.Indicator, f.IndicatorZh, f.IndicatorEn, f.RefArea, f.TimePeriod, f.Measure,
		value, f.Unit, strconv.Itoa(f.Mult), decimals, f.Status, f.VariantOf, strings.Join(sources, ";"), strings.Join(refs, ";"),
		f.NoteZh, f.NoteEn,
	}
}

// Reword words every fact anew from its exact value, in the document's languages. A fact whose words in the
// document differ is an error: its value and its words do not belong together.
func (d *Document) Reword() ([]Words, error) {
	units := stat.Units()
	for _, u := range d.Units {
		units[u.Code] = stat.Unit{Code: u.Code, Dim: stat.Count, Counter: text(u.Counter), One: u.One, Many: u.Many}
	}
	area := stat.Area{Code: d.Area.Code}
	for _, s := range d.Area.Scopes {
		area.Scopes = append(area.Scopes, stat.Scope{Code: s.Code, Name: text(s.Name), Of: s.Of})
	}
	operators := map[string]stat.Operator{}
	for _, t := range d.Targets {
		operators[t.Fact] = stat.Operator(t.Operator)
	}
	all := make([]Words, len(d.Facts))
	for i := range all {
		all[i] = Words{}
	}
	for _, l := range d.Languages {
		w, err := locale.For(l, units)
		if err != nil {
			return nil, err
		}
		for i, f := range d.Facts {
			s, err := f.word(w, area, operators)
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

func (f Fact) word(w *locale.Words, area stat.Area, operators map[string]stat.Operator) (string, error) {
	fact := &stat.Fact{ID: f.ID, Measure: stat.Measure(f.Measure)}
	fact.Status, fact.Qualifier = stat.Status(f.Status), stat.Qualifier(f.Qualifier)
	if f.Value != nil {
		d, err := decimal.NewFromString(f.Value.String())
		if err != nil {
			return "", fmt.Errorf("%s: value %q: %w", f.ID, f.Value.String(), err)
		}
		fact.Quantity = stat.Quantity{Value: d, Mult: f.Mult, Unit: f.Unit}
	}
	if k := f.Ranking; k != nil {
		fact.Ranking = &stat.Ranking{Scope: k.Scope, Of: k.Of, By: stat.Measure(k.By), Group: k.Group, Tied: k.Tied}
	}
	of, _, _ := strings.Cut(f.ID, "~")
	if op, ok := operators[of]; ok {
		fact.Target = &stat.Target{Operator: op}
	}
	return w.Fact(fact, fact.Figure, area, "")
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
