package document

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
)

// register lists every figure of the edition, including variants, with its identifier, its words, its source and the
// figure as printed there: everything an official needs to answer for it.
func (c *composer) register() []Chapter {
	if len(c.Facts) == 0 {
		return nil
	}
	t := &Table{Dense: true, Columns: []Column{
		c.labels(0.28, "column.fact"), c.labels(0.32, "column.indicator"), c.figures(0.17, "column.value"), c.labels(0.23, "column.source"),
	}}
	for _, f := range c.Facts {
		subject := func(w *locale.Words) string { return wording.Subject(w, c.Edition, f) }
		t.About = append(t.About, f.ID)
		t.Rows = append(t.Rows, c.registerRow(f, f.Figure, f.ID, subject))
		for i, v := range f.Variants {
			variant := func(w *locale.Words) string { return w.Label(w.Phrase("column.variant"), subject(w)) }
			t.About = append(t.About, f.ID)
			t.Rows = append(t.Rows, c.registerRow(f, v, edition.VariantID(f, i), variant))
		}
	}
	return []Chapter{{ID: "register", Level: 1, Title: c.say(phrase("section.register")), Blocks: []Block{t}}}
}

func (c *composer) registerRow(f *stat.Fact, fig stat.Figure, id string, subject say) Row {
	value := Cell{{Main, c.printing(id, func(w *locale.Words) string { return c.worded(wording.Figure(w, c.Edition, f, fig, "")) })}}
	if c.Unusual(f, fig.Status) {
		value = append(value, c.status(fig.Status))
	}
	return Row{
		{{Ident, c.say(func(*locale.Words) string { return id })}},
		{c.remark(func(w *locale.Words) string { return subject(w) + " " + wording.Told(w, c.Edition, f) })},
		value,
		{{Origins, c.origins(fig.From)}},
	}
}

// origins returns places in sources, each followed by the text printed there; either may be empty.
func (c *composer) origins(from []stat.Provenance) Text {
	t := make(Text, len(c.words))
	for i, w := range c.words {
		t[i] = make(Inline, 0, 2*len(from))
		for _, p := range from {
			t[i] = append(t[i], Span{Words: c.origin(w, p)}, Span{Words: p.Printed, Tone: Quoted})
		}
	}
	return t
}

// origin words the source of a figure briefly: by its code in the list of sources if there are several.
func (c *composer) origin(w *locale.Words, p stat.Provenance) string {
	code := c.sourceCode(p.Source)
	source, _ := c.Area.Source(p.Source)
	switch {
	case code == "":
		return wording.Origin(w, c.Edition, []stat.Provenance{p})
	case p.Ref == "":
		return code
	default:
		return code + " " + w.Reference(source, p.Ref)
	}
}

// sourceCode returns a source's short code, S1 for the first one listed; "" if there is only one source, or no list of
// them.
func (c *composer) sourceCode(source string) string {
	if len(c.Area.Sources) < 2 || !slices.Contains(c.Edition.Sections, "notes") {
		return ""
	}
	i := slices.IndexFunc(c.Area.Sources, func(s stat.Source) bool { return s.Code == source })
	if i < 0 {
		return ""
	}
	return "S" + strconv.Itoa(i+1)
}

// originOf names the sources of facts: by their titles, or by their codes if there are many.
func (c *composer) originOf(facts []*stat.Fact) Text {
	const many = 4
	var codes []string
	for _, f := range facts {
		for _, p := range f.From {
			if code := c.sourceCode(p.Source); code != "" && !slices.Contains(codes, code) {
				codes = append(codes, code)
			}
		}
	}
	return c.say(func(w *locale.Words) string {
		if len(codes) < many {
			return wording.Sources(w, c.Edition, facts)
		}
		return w.Label(w.Phrase("column.source"), strings.Join(codes, w.Phrase("list.comma")))
	})
}
