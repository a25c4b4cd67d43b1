package wording

import (
	"strings"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// Fact words a fact in one language, in a form of [locale.Words.Fact]; "" is the usual one.
func Fact(w *locale.Words, e *edition.Edition, f *stat.Fact, form string) (string, error) {
	return Figure(w, e, f, f.Figure, form)
}

// Figure words one figure of a fact, its preferred one or a variant. What became of a loss stands in place of a growth rate,
// which would say nothing; a variant is worded as it is printed.
func Figure(w *locale.Words, e *edition.Edition, f *stat.Fact, fig stat.Figure, form string) (string, error) {
	if turn := e.Turn(f); turn != "" && fig.Status.HasValue() && fig.Quantity.Equal(f.Quantity) {
		return w.Turn(turn), nil
	}
	return w.Fact(f, fig, e.Area, form)
}

// Subject names what a fact is about: the indicator, or the project and what of it.
func Subject(w *locale.Words, e *edition.Edition, f *stat.Fact) string {
	if ind, ok := e.Indicator(f); ok {
		if part, ok := e.Part(f); ok {
			return share(w, ind, part)
		}
		return w.Text(ind.Name)
	}
	p, figure, ok := e.Project(f)
	switch {
	case !ok:
		return f.Subject
	case figure == nil:
		return w.Text(p.Name)
	default:
		return w.Fill("figure.of.project", p.Name, w.ProjectFigure(*figure))
	}
}

// RowName names the indicator of a row, and what its figures are if they are not the usual ones; or the share that it has.
func RowName(w *locale.Words, e *edition.Edition, r edition.Row) string {
	if r.Composition != nil {
		return Subject(w, e, r.Value)
	}
	name := w.Text(r.Indicator.Name)
	if aside := w.Aside(r.Aside, e.Area); aside != "" {
		name += w.Parenthesis(aside)
	}
	return name
}

// Told words what a fact tells: its measure, and what sets it apart from the usual figure of that.
func Told(w *locale.Words, e *edition.Edition, f *stat.Fact) string {
	aside := w.Aside(f, e.Area)
	switch {
	case aside == "" || f.Measure == stat.Change:
		return w.Measure(f.Measure)
	case f.OtherBasis() || f.Measure.Aside():
		return aside
	default:
		return w.Measure(f.Measure) + w.Parenthesis(aside)
	}
}

// Origin words where a figure comes from: each reference in its source, and whose source it is where the area
// has more than one. It is "" for a figure without provenance.
func Origin(w *locale.Words, e *edition.Edition, from []stat.Provenance) string {
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

// Sources words the titles of the sources of facts, each once; "" if there are none.
func Sources(w *locale.Words, e *edition.Edition, facts []*stat.Fact) string {
	var titles []string
	seen := map[string]bool{}
	for _, f := range facts {
		for _, p := range f.From {
			if source, ok := e.Area.Source(p.Source); ok && !seen[p.Source] {
				seen[p.Source] = true
				titles = append(titles, w.Text(source.Title))
			}
		}
	}
	if len(titles) == 0 {
		return ""
	}
	return w.Label(w.Phrase("column.source"), strings.Join(titles, w.Phrase("list.semicolon")))
}

// Tolerance words by how much a target may be missed; "" where the dataset does not say, and for what is no
// target.
func Tolerance(w *locale.Words, f *stat.Fact) string {
	if f.Target == nil || f.Target.Tolerance.Unit == "" {
		return ""
	}
	return w.Fill("target.margin", f.Target.Tolerance)
}
