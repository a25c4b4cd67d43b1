package edition

import (
	"fmt"
	"strings"

	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// Word words a fact in one language, in a form of [locale.Words.Fact]; "" is the usual one.
func (e *Edition) Word(w *locale.Words, f *stat.Fact, form string) (string, error) {
	return w.Fact(f, f.Figure, e.Area, form)
}

// Say words a sentence in one language. A reference to nothing is an error; the checks report it beforehand.
func (e *Edition) Say(w *locale.Words, s stat.Sentence) (string, error) {
	tokens, err := stat.ParseTemplate(w.Text(s.Text))
	if err != nil {
		return "", fmt.Errorf("sentence %q: %w", s.ID, err)
	}
	text, err := w.Sentence(tokens, func(ref, form string) (string, error) { return e.resolve(w, s, ref, form) })
	if err != nil {
		return "", fmt.Errorf("sentence %q: %w", s.ID, err)
	}
	return text, nil
}

func (e *Edition) resolve(w *locale.Words, s stat.Sentence, ref, form string) (string, error) {
	switch ref {
	case "period", "year":
		p := e.Period
		if !s.Period.IsZero() {
			p = s.Period
		}
		if ref == "year" {
			p = stat.Period{Year: p.Year}
		}
		return w.During(p), nil
	case "area":
		return w.Text(e.Area.Name), nil
	}
	if code, ok := strings.CutPrefix(ref, "@"); ok {
		if name, ok := e.names[code]; ok {
			return w.Text(name), nil
		}
		return "", fmt.Errorf("no project, indicator, recognition or initiative has the code %q", code)
	}
	if d, ok := e.dates[ref]; ok {
		return w.Date(d), nil
	}
	if f, ok := e.Fact(e.FactID(s, ref)); ok {
		return e.Word(w, f, form)
	}
	return "", fmt.Errorf("no fact %q", e.FactID(s, ref))
}

// FactID completes a reference with the sentence's period where it names none.
func (e *Edition) FactID(s stat.Sentence, ref string) string {
	if strings.Contains(ref, "@") {
		return ref
	}
	p := s.Period
	if p.IsZero() {
		p = e.Period
	}
	return ref + "@" + p.String()
}

// Subject names what a fact is about: the indicator, or the project and what of it.
func (e *Edition) Subject(w *locale.Words, f *stat.Fact) string {
	if ind, ok := e.indicators[f.Subject]; ok {
		return w.Text(ind.Name)
	}
	project, figure, _ := strings.Cut(f.Subject, ".")
	p, ok := e.projects[project]
	if !ok {
		return f.Subject
	}
	for _, fig := range p.Figures {
		if fig.Code == figure {
			return w.Fill("figure.of.project", p.Name, w.ProjectFigure(fig))
		}
	}
	return w.Text(p.Name)
}

// ThemeOf is the theme of a fact's indicator or project.
func (e *Edition) ThemeOf(f *stat.Fact) string {
	if ind, ok := e.indicators[f.Subject]; ok {
		return ind.Theme
	}
	project, _, _ := strings.Cut(f.Subject, ".")
	return e.projects[project].Theme
}

// Origin words where a figure comes from: each reference in its source, and whose source it is where the area
// has more than one. It is "" for a figure without provenance.
func (e *Edition) Origin(w *locale.Words, from []stat.Provenance) string {
	var refs []string
	for _, p := range from {
		source, _ := e.Area.Source(p.Source)
		ref := w.Text(source.Publisher)
		if p.Ref != "" {
			ref = w.Reference(source, p.Ref)
			if len(e.Area.Sources) > 1 {
				ref = w.Text(source.Publisher) + w.Phrase("list.comma") + ref
			}
		}
		refs = append(refs, ref)
	}
	return strings.Join(refs, w.Phrase("list.comma"))
}

// Tolerance words by how much a target may be missed; "" where the dataset does not say, and for what is no
// target.
func Tolerance(w *locale.Words, f *stat.Fact) string {
	if f.Target == nil || f.Target.Tolerance.Unit == "" {
		return ""
	}
	return w.Label(w.Phrase("column.tolerance"), w.Quantity(f.Target.Tolerance, stat.Exactly))
}

// NoteText words a note.
func (e *Edition) NoteText(w *locale.Words, n Note) (string, error) {
	switch n.Kind {
	case IndicatorNote:
		return w.Fill("note.about", n.Indicator.Name, n.Indicator.Note), nil
	case FactNote:
		return w.Fill("note.about", e.Subject(w, n.Fact), n.Fact.Note), nil
	}
	used, err := e.Word(w, n.Fact, "")
	if err != nil {
		return "", err
	}
	parts := []string{w.Fill("note.variant.used", e.Subject(w, n.Fact), used, e.Origin(w, n.Fact.From))}
	for _, v := range n.Fact.Variants {
		other, err := w.Fact(n.Fact, v, e.Area, "")
		if err != nil {
			return "", err
		}
		parts = append(parts, w.Fill("note.variant.other", other, e.Origin(w, v.From)))
	}
	between := " "
	if w.Lang().Chinese() {
		between = ""
	}
	return strings.Join(append(parts, w.Text(n.Fact.Reason)), between), nil
}

// Partners words who takes part in a project, each with the role it has.
func Partners(w *locale.Words, p stat.Project) string {
	var names []string
	for _, partner := range p.Partners {
		name := w.Text(partner.Name)
		if role := w.Text(partner.Role); role != "" {
			name += w.Parenthesis(role)
		}
		names = append(names, name)
	}
	return strings.Join(names, w.Phrase("list.semicolon"))
}
