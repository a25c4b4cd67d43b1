package webpage

import (
	"html/template"
	"net/url"
	"slices"

	"nianbao/internal/document"
	"nianbao/internal/locale"
	"nianbao/internal/typeset"
)

// maker makes the parts of a page.
type maker struct {
	doc       *document.Document
	words     []*locale.Words
	setter    setter
	entries   map[string]bool         // facts and variants that the register has
	revisions map[string][]revisedRow // rows of the table of revisions, by fact
	marked    []map[int]bool          // by language: notes whose first mark stands already
	noted     map[int]bool            // notes that there are
	sources   bool                    // there is a list of sources, with codes
}

// revisedRow is a row of the table of revisions.
type revisedRow struct {
	columns []document.Column
	row     document.Row
}

func newMaker(doc *document.Document, opt Options) *maker {
	m := &maker{doc: doc, words: opt.Words, setter: setter{typeset.NewSetter(), opt.Faces}, entries: map[string]bool{}, revisions: map[string][]revisedRow{}, noted: map[int]bool{}}
	m.marked = make([]map[int]bool, len(doc.Langs))
	for i := range m.marked {
		m.marked[i] = map[int]bool{}
	}
	for _, s := range doc.Sections {
		for i := range s.Chapters {
			m.sources = m.sources || s.Chapters[i].ID == sourcesID
			for _, b := range s.Chapters[i].Blocks {
				m.index(b)
			}
		}
	}
	return m
}

// index notes what links can lead to.
func (m *maker) index(b document.Block) {
	switch b := b.(type) {
	case *document.List:
		for _, e := range b.Entries {
			m.noted[e.Note] = e.Note > 0
		}
	case *document.Table:
		for i, about := range b.About {
			if isRegister(b) {
				m.entries[identOf(b.Rows[i])] = true
				continue
			}
			m.revisions[about] = append(m.revisions[about], revisedRow{b.Columns, b.Rows[i]})
		}
	}
}

// sourcesID is the ID of the chapter that lists the sources.
const sourcesID = "notes.sources"

// isRegister reports whether a table is that of all facts: its rows are about one each, and begin with its ID.
func isRegister(t *document.Table) bool {
	return len(t.About) > 0 && len(t.Rows[0]) > 0 && len(t.Rows[0][0]) > 0 && t.Rows[0][0][0].Role == document.Ident
}

func identOf(r document.Row) string { return r[0][0].Text[0].String() }

// fragment is a link to an element of the page. An @ stays as it is.
func fragment(id string) template.URL { return template.URL("#" + url.PathEscape(id)) }

// relative is a link to a file beside the page.
func relative(name string) template.URL { return template.URL("./" + url.PathEscape(name)) }

func (m *maker) lang(i int) string { return string(m.doc.Langs[i]) }

// phrase is a phrase in every language.
func (m *maker) phrase(key string) []languageText {
	var said []languageText
	for i, w := range m.words {
		said = append(said, languageText{m.lang(i), w.Phrase(key)})
	}
	return said
}

// says is a text in one language, as plain words.
func (m *maker) says(t document.Text, i int) string { return m.at(t, i).String() }

func (m *maker) head(i int) head {
	h := head{Lang: m.lang(i), Title: m.says(m.doc.Title, i), Within: m.says(m.doc.Cover.Within, i), Standing: m.says(m.doc.Standing, i)}
	if m.says(m.doc.Headline, i) != h.Title {
		h.Headline = m.runs(m.doc.Headline, i)
	}
	for n, item := range m.doc.Cover.Imprint {
		if n == 0 {
			h.Issuer = m.says(item.Said, i)
			continue
		}
		h.Imprint = append(h.Imprint, imprint{m.says(item.Name, i), m.says(item.Said, i)})
	}
	return h
}

// sections makes the chapters: those before the contents, those before the downloads, and those after them.
func (m *maker) sections() (top, body, tail []section) {
	cards, points := m.top()
	for _, s := range []*section{cards, points} {
		if s != nil {
			top = append(top, *s)
		}
	}
	for i := range m.doc.Sections {
		s := &m.doc.Sections[i]
		var to *[]section
		switch s.Name {
		case "glance":
			continue
		case "notes", "register", "findings":
			to = &tail
		default:
			to = &body
		}
		for j := range s.Chapters {
			*to = append(*to, m.section(&s.Chapters[j]))
		}
	}
	return top, body, tail
}

// top makes what a reader in a hurry reads: the headline figures, and the main points or else the summary, followed by the
// strips of the same chapter.
func (m *maker) top() (cards, points *section) {
	var summary, glance *document.Chapter
	for _, s := range m.doc.Sections {
		for i := range s.Chapters {
			switch ch := &s.Chapters[i]; {
			case s.Name != "glance":
			case ch.Alone:
				glance = ch
			default:
				summary = ch
			}
		}
	}
	var strips, figures []document.Block
	if glance != nil {
		for _, r := range glance.Yields {
			if r.As != nil {
				summary = r.As
			}
		}
		for _, b := range glance.Blocks {
			switch b.(type) {
			case *document.Strip:
				strips = append(strips, b)
			case *document.Cards:
				figures = append(figures, b)
			}
		}
	}
	if p := m.doc.Points; p != nil {
		summary = p
	}
	if summary != nil {
		told := *summary
		told.Blocks = slices.Concat(told.Blocks, strips)
		s := m.section(&told)
		points, strips = &s, nil
	}
	if glance != nil {
		shown := *glance
		shown.Blocks = append(figures, strips...)
		s := m.section(&shown)
		cards = &s
	}
	return cards, points
}
