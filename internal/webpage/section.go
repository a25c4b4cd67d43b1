package webpage

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/chart"
	"nianbao/internal/document"
	"nianbao/internal/stat"
)

// section is a chapter.
type section struct {
	ID       string
	Level    int
	Parts    []part        // one for each language
	Register template.HTML // for all languages
}

// part is a chapter in one language.
type part struct {
	Lang   string
	Title  string
	Blocks []block
}

// block is one of its fields.
type block struct {
	Para   *para
	Points []para
	Cards  []card
	Strip  *strip
	Table  *table
	Figure *figure
	Notes  []note
}

type para struct {
	Sentence string
	Runs     template.HTML
}

type card struct {
	Figure  template.HTML
	Name    template.HTML
	Context []template.HTML
}

type strip struct {
	Title string
	Items []card
}

// figure is a chart with its words and its table.
type figure struct {
	Heading        string // element of its title
	Title          template.HTML
	Subtitle, Note string
	Source, Alt    string
	Drawing        template.HTML
	Data           *table
	DataTitle      string
}

// note is an entry of a list. A numbered one has an ID, and leads back to the first mark.
type note struct {
	ID, Number    string
	Back          template.URL
	Before, After string
	Address       string // between them
	Link          template.URL
}

// section makes a chapter in every language.
func (m *maker) section(ch *document.Chapter) section {
	s := section{ID: ch.ID, Level: ch.Level}
	for _, b := range ch.Blocks {
		if t, ok := b.(*document.Table); ok && isRegister(t) {
			s.Register = m.register(t)
		}
	}
	for i := range m.doc.Langs {
		s.Parts = append(s.Parts, m.part(ch, i))
	}
	return s
}

// part makes a chapter in one language, without a register. Main points are a list.
func (m *maker) part(ch *document.Chapter, i int) part {
	p := part{Lang: m.lang(i), Title: m.says(ch.Title, i)}
	var points []para
	for _, b := range ch.Blocks {
		if t, ok := b.(*document.Table); ok && isRegister(t) {
			continue
		}
		made := m.block(b, ch, i)
		if made.Para != nil && (ch.ID == "points" || ch.ID == "summary") {
			points = append(points, *made.Para)
			continue
		}
		p.Blocks = append(p.Blocks, made)
	}
	if points != nil {
		p.Blocks = append([]block{{Points: points}}, p.Blocks...)
	}
	return p
}

func (m *maker) block(b document.Block, ch *document.Chapter, i int) block {
	switch b := b.(type) {
	case *document.Paragraph:
		return block{Para: &para{b.Sentence, m.runs(b.Text, i)}}
	case *document.Cards:
		var cards []card
		for _, c := range b.Items {
			var b markup
			m.write(&b, m.at(c.Figure, i), i, large)
			made := card{Figure: b.html(), Name: m.runs(c.Name, i)}
			for _, t := range c.Context {
				made.Context = append(made.Context, m.runs(t, i))
			}
			cards = append(cards, made)
		}
		return block{Cards: cards}
	case *document.Strip:
		s := &strip{Title: m.says(b.Title, i)}
		for _, item := range b.Items {
			s.Items = append(s.Items, card{Figure: m.runs(item.Said, i), Name: m.runs(item.Name, i)})
		}
		return block{Strip: s}
	case *document.Table:
		return block{Table: m.table(b, ch, i)}
	case *document.Chart:
		return block{Figure: m.figure(b, ch, i)}
	case *document.List:
		var notes []note
		for _, e := range b.Entries {
			notes = append(notes, m.note(e, i))
		}
		return block{Notes: notes}
	}
	return block{}
}

func (m *maker) note(e document.Entry, i int) note {
	said := m.says(e.Text, i)
	n := note{Before: said}
	if link := template.URL(stat.SafeAddress(e.Address)); link != "" {
		if before, after, ok := strings.Cut(said, e.Address); ok {
			n.Before, n.Address, n.After, n.Link = before, e.Address, after, link
		}
	}
	if e.Note > 0 {
		n.Number = strconv.Itoa(e.Note)
		n.ID = "note-" + n.Number + "-" + m.lang(i)
		if m.marked[i][e.Note] {
			n.Back = fragment("mark-" + n.Number + "-" + m.lang(i))
		}
	}
	return n
}

func (m *maker) figure(ch *document.Chart, in *document.Chapter, i int) *figure {
	f := &figure{
		Heading: "h" + strconv.Itoa(in.Level+2), Title: m.runs(ch.Title, i), Subtitle: m.says(ch.Subtitle, i), Note: m.says(ch.Note, i), Source: m.says(ch.Source, i),
		Alt: ch.Alt(m.words[i], i, 0, len(ch.Data.Rows)), Drawing: m.drawings(ch.Data, i),
	}
	number := strings.TrimSpace(m.at(ch.Title, i)[0].Words) // of the figure
	f.DataTitle = m.words[i].Phrase("page.data") + m.words[i].Parenthesis(number)
	f.Data = m.chartTable(ch.Data, i)
	f.Data.Label = f.DataTitle
	return f
}

// chartTable holds the figures of a chart.
func (m *maker) chartTable(c chart.Chart, i int) *table {
	w := m.words[i]
	t := &table{Heads: []heading{{w.Phrase("column.name"), ""}}}
	switch {
	case c.Kind == chart.Timeline:
		t.Heads = append(t.Heads, heading{w.Phrase("column.milestone"), ""})
	case len(c.Steps) > 0:
		for _, s := range c.Steps {
			t.Heads = append(t.Heads, heading{s.Name[i], "f"})
		}
	default:
		heads := []string{w.Phrase("column.value"), w.Phrase("column.standing")}
		for n, h := range c.Heads {
			heads[n] = h[i]
		}
		noted := slices.ContainsFunc(c.Rows, func(r chart.Row) bool { return len(r.Points) > 0 && len(r.Points[0].Note) > 0 })
		t.Heads = append(t.Heads, heading{heads[0], "f"})
		if noted {
			t.Heads = append(t.Heads, heading{heads[1], "f"})
		}
	}
	var b markup
	for _, r := range c.Rows {
		cells := make([]document.Inline, len(t.Heads))
		cells[0] = document.Inline{{Words: r.Name[i]}}
		if c.Kind == chart.Timeline {
			cells[1] = document.Inline{{Words: spokenOf(r, i)}}
		}
		for _, p := range r.Points {
			pointCells(cells, c, r, p, i)
		}
		b.tag(`<tr><th scope="row">`).say(r.Name[i]).tag("</th>")
		for n, in := range cells[1:] {
			b.cell(t.Heads[n+1].Class)
			m.write(&b, in, i, pieces)
			b.tag("</td>")
		}
		b.tag("</tr>\n")
	}
	t.Body = b.html()
	return t
}

// pointCells puts a point into the cells of its row.
func pointCells(cells []document.Inline, c chart.Chart, r chart.Row, p chart.Point, i int) {
	switch {
	case c.Kind == chart.Timeline:
	case len(c.Steps) > 0:
		cells[p.Step+1] = document.Inline{{Words: p.Words[i], Fact: p.Fact}}
	default:
		words := spokenOf(r, i)
		if len(p.Words) > 0 {
			words = p.Words[i]
		}
		cells[1] = document.Inline{{Words: words, Fact: p.Fact}}
		if len(p.Note) > 0 {
			cells[2] = document.Inline{{Words: p.Note[i], Fact: p.Target}}
		}
	}
}

// spokenOf is what is said of a row of a chart behind its name.
func spokenOf(r chart.Row, i int) string {
	return strings.Trim(strings.TrimPrefix(r.Said[i], r.Name[i]), " ；;")
}
