package webpage

import (
	"html/template"
	"regexp"
	"strconv"

	"nianbao/internal/document"
)

// table is a table in one language.
type table struct {
	Label        string        // for the box that it scrolls in
	Title        template.HTML // nil for none
	Note, Source string
	Heads        []heading
	Body         template.HTML
}

// heading is the head of a column.
type heading struct{ Words, Class string }

// columnClasses are those of the kinds of columns.
var columnClasses = [...]string{document.Labels: "", document.Prose: "p", document.Figures: "f", document.Names: "", document.Units: "w", document.Scaled: "f"}

// deepest is how deep names are indented: more would leave them no width.
const deepest = 6

func (m *maker) table(t *document.Table, in *document.Chapter, i int) *table {
	t = t.Without(document.Amounts) // a language of the page has its own figures
	out := &table{Title: m.runs(t.Title, i), Note: m.says(t.Note, i), Source: m.says(t.Source, i), Label: m.says(in.Title, i)}
	if len(t.Title) > 0 {
		out.Label = m.says(t.Title, i)
	}
	for _, c := range t.Columns {
		out.Heads = append(out.Heads, heading{m.says(c.Head, i), columnClasses[c.Kind]})
	}
	var b markup
	for n, r := range t.Rows {
		var level document.Level
		if len(t.Levels) > 0 {
			level = t.Levels[n]
		}
		b.tag("<tr")
		if d := min(level.Depth, deepest); d > 0 {
			b.tag(` class="d`, strconv.Itoa(d), `"`)
		}
		m.row(&b, t, r, level.Head, i)
	}
	out.Body = b.html()
	return out
}

// row writes the cells of a row, behind its opened tag.
func (m *maker) row(b *markup, t *document.Table, r document.Row, head bool, i int) {
	if head {
		b.tag(`><th scope="rowgroup" colspan="`, strconv.Itoa(len(t.Columns)), `">`)
		m.cell(b, r[0], i)
		b.tag("</th></tr>\n")
		return
	}
	b.tag(`><th scope="row">`)
	m.cell(b, r[0], i)
	b.tag("</th>")
	for n, c := range r[1:] {
		b.cell(columnClasses[t.Columns[n+1].Kind])
		m.cell(b, c, i)
		b.tag("</td>")
	}
	b.tag("</tr>\n")
}

// cell begins a cell.
func (b *markup) cell(class string) {
	if class == "" {
		b.tag("<td>")
		return
	}
	b.tag(`<td class="`, class, `">`)
}

// cell writes the parts of a cell.
func (m *maker) cell(b *markup, c document.Cell, i int) {
	for _, p := range c {
		in := m.at(p.Text, i)
		begin, end := "<span>", "</span>"
		switch {
		case len(in) == 0:
			continue
		case p.Role != document.Main:
			begin, end = "<small>", "</small>"
		case len(c) == 1:
			begin, end = "", ""
		}
		b.tag(begin)
		m.write(b, in, i, pieces)
		b.tag(end)
	}
}

// register writes an entry for each fact: its name, its figure, its places in the sources with the text printed there, its
// revisions, its ID, and its variants, whose rows follow its own.
func (m *maker) register(t *document.Table) template.HTML {
	var b markup
	for n, r := range t.Rows {
		variant := n > 0 && t.About[n] == t.About[n-1]
		switch {
		case variant:
			b.tag(`<div class="variant" id="`)
		case n > 0:
			b.tag("</li>\n")
			fallthrough
		default:
			b.tag(`<li id="`)
		}
		b.say(identOf(r)).tag(`">`)
		m.entry(&b, r)
		if variant {
			b.tag("</div>")
			continue
		}
		m.revised(&b, t.About[n])
	}
	return b.tag("</li>").html()
}

// entry writes a fact, or a variant of one.
func (m *maker) entry(b *markup, r document.Row) {
	id := identOf(r)
	b.tag(`<p class="name">`)
	for i := range m.doc.Langs {
		b.in(languageText{m.lang(i), m.says(r[1][0].Text, i)})
	}
	b.tag(`</p><p class="value">`)
	for i := range m.doc.Langs {
		b.tag(`<span lang="`, m.lang(i), `"><data value="`).say(id).tag(`">`).say(m.says(r[2][0].Text, i)).tag("</data>")
		for _, p := range r[2][1:] {
			b.tag(" <small>").say(m.says(p.Text, i)).tag("</small>")
		}
		b.tag("</span>")
	}
	b.tag("</p>")
	m.origins(b, r[3][0].Text)
	b.tag("<code>").say(id).tag("</code>")
}

// sourceCode is the code of a source in the list of sources, at the head of a place.
var sourceCode = regexp.MustCompile(`^S[1-9][0-9]*\b`)

// origins writes the places of a figure in the sources, in each language, each with the text printed there once.
func (m *maker) origins(b *markup, t document.Text) {
	if len(t) == 0 || len(t[0]) < 2 {
		return
	}
	b.tag(`<p class="from">`)
	for n := 0; n+1 < len(t[0]); n += 2 {
		b.tag("<span>")
		for i := range m.doc.Langs {
			place := languageText{m.lang(i), t[i][n].Words}
			if coded := sourceCode.FindString(place.Words); m.sources && coded != "" {
				b.tag(`<a href="#`, sourcesID, `" lang="`, place.Lang, `">`).say(coded).tag("</a>")
				place.Words = place.Words[len(coded):]
			}
			if place.Words != "" {
				b.in(place)
			}
		}
		if quoted := t[0][n+1].Words; quoted != "" {
			b.tag(" <q")
			if han(quoted) {
				b.tag(` lang="zh"`)
			}
			b.tag(">").say(quoted).tag("</q>")
		}
		b.tag("</span> ")
	}
	b.tag("</p>")
}

// revised writes the revisions of a fact.
func (m *maker) revised(b *markup, fact string) {
	for _, r := range m.revisions[fact] {
		for i := range m.doc.Langs {
			b.tag(`<dl lang="`, m.lang(i), `">`)
			for n := 1; n < len(r.row); n++ {
				b.tag("<div><dt>").say(m.says(r.columns[n].Head, i)).tag("</dt><dd>")
				m.cell(b, r.row[n], i)
				b.tag("</dd></div>")
			}
			b.tag("</dl>")
		}
	}
}
