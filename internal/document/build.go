package document

import (
	"slices"
	"strconv"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/message"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
)

// Build composes a document of an edition in the words of its languages, in the given order. The last chapter of a draft
// says what the checks found; a final edition does not. It fails if the edition has an unknown section, or if something
// cannot be worded.
func Build(e *edition.Edition, words []*locale.Words, kind Kind) (*Document, error) {
	c := &composer{Edition: e, kind: kind, words: words}
	doc := &Document{
		Title: c.say(c.title), Standing: c.say(c.standing), Draft: e.Draft, Cover: c.cover(), File: c.file(), Short: c.say(c.short),
		Captions: c.say(phrase("section.captions")),
	}
	for _, w := range words {
		doc.Langs = append(doc.Langs, w.Lang())
	}
	switch kind {
	case Brief:
		doc.Sections = c.brief()
		return doc, c.err
	case Leaflet:
		doc.Sections = append(c.brief(), c.leaflet()...)
		doc.eachTable(func(t *Table) { t.eachInline(unmark) })
		c.numberFigures(doc)
		return doc, c.err
	}
	for _, name := range c.sectionsOf() {
		s := Section{Name: name}
		switch build := sections[name]; {
		case build != nil:
			s.Chapters = build(c)
		case name == "contents":
			s.Title = c.say(phrase("section.contents"))
		case name != "cover":
			return nil, message.Errorf("section %q: no such section", name)
		}
		if name == "preface" && len(s.Chapters) == 0 {
			continue // the office has written none
		}
		doc.Sections = append(doc.Sections, s)
	}
	doc.Headline = c.headline()
	if e.Draft {
		doc.Sections = append(doc.Sections, Section{Name: "findings", Chapters: c.findings()})
	}
	c.titleTables(doc)
	if e.Numbered {
		c.number(doc)
	}
	if kind == Standard {
		c.renumber(doc)
	}
	c.addPoints(doc)
	c.numberFigures(doc)
	return doc, c.err
}

// addPoints puts the main points before the contents. In the standard briefing no figure is printed too often: charts spare
// those that points, cards, sentences and tables have. Points are all kept, because many readers read nothing else.
func (c *composer) addPoints(doc *Document) {
	summary := len(c.Sentences(stat.PointsTheme)) == 0 && len(c.Sentences("summary")) > 0
	if !c.has("contents") || c.kind == Full && summary { // which the page at a glance has
		return
	}
	points := c.points()
	if c.kind == Standard {
		seen := prints{}
		seen.count(points)
		for _, s := range doc.Sections {
			for i := range s.Chapters {
				// The preface repeats what the office likes, and the table of revisions is about figures that changed.
				if s.Name != "preface" && s.Chapters[i].ID != revisionsID {
					seen.count(s.Chapters[i].Blocks)
				}
			}
		}
		seen.spare(doc)
	}
	if len(points) > 0 {
		doc.Points = &Chapter{ID: "points", Level: 1, Title: c.say(phrase("section.points")), Blocks: numberedPoints(points)}
	}
}

// body lists the sections whose chapters can have numbers. What stands before them, the notes and the register have none, as
// in official papers.
var body = []string{"themes", "rankings", "projects", "recognitions", "initiatives", "targets"}

// number puts a number before the title of each chapter of the body, the same in every language: 一、 and 1.
func (c *composer) number(doc *Document) {
	n := 0
	for _, s := range doc.Sections {
		for i := range s.Chapters {
			ch := &s.Chapters[i]
			if ch.Level > 1 || !slices.Contains(body, s.Name) {
				continue
			}
			n++
			title := make(Text, len(ch.Title))
			for j, w := range c.words {
				title[j] = append(Inline{{Words: w.ChapterNumber(n)}}, ch.Title[j]...)
			}
			ch.Title = title
		}
	}
}

// titleTables gives tables of the body that have no title that of their chapter, and the sources of their figures.
func (c *composer) titleTables(doc *Document) {
	for _, s := range doc.Sections {
		if !slices.Contains(body, s.Name) {
			continue
		}
		for _, ch := range s.Chapters {
			for _, b := range ch.Blocks {
				if t, ok := b.(*Table); ok && len(t.Title) == 0 {
					t.Title = ch.Title
					if len(c.Area.Sources) > 1 { // a single one stands in the notes
						t.Source = c.originOf(c.factsOf(t))
					}
				}
			}
		}
	}
}

// factsOf lists the facts whose figures a table has.
func (c *composer) factsOf(t *Table) []*stat.Fact {
	printed := prints{}
	printed.count([]Block{t})
	return slices.DeleteFunc(slices.Clone(c.Facts), func(f *stat.Fact) bool { return printed[f.ID] == 0 })
}

// numberFigures puts a number before the title of each chart and of each table that has a title, from 1 on: 图1, Figure 1.
func (c *composer) numberFigures(doc *Document) {
	figures, tables := 0, 0
	for _, s := range doc.Sections {
		for i := range s.Chapters {
			for _, b := range s.Chapters[i].Blocks {
				switch b := b.(type) {
				case *Chart:
					figures++
					b.Title = c.titled("figure.number", figures, b.Title)
					b.Plain = c.titled("figure.number", figures, b.Plain)
					b.Continued = c.say(func(w *locale.Words) string {
						return b.Plain[slices.Index(c.words, w)].String() + w.Phrase("figure.continued")
					})
				case *Table:
					if len(b.Title) > 0 {
						tables++
						b.Title = c.titled("table.number", tables, b.Title)
					}
				}
			}
		}
	}
}

func (c *composer) titled(key string, n int, title Text) Text {
	out := make(Text, len(title))
	for i, w := range c.words {
		out[i] = append(Inline{{Words: w.Fill(key, n)}}, title[i]...)
	}
	return out
}

// sections maps each section to the function that composes its chapters. Empty chapters are omitted.
var sections = map[string]func(*composer) []Chapter{
	"preface":      (*composer).preface,
	"glance":       (*composer).glance,
	"themes":       (*composer).themes,
	"rankings":     (*composer).rankings,
	"projects":     (*composer).projects,
	"recognitions": (*composer).recognitions,
	"initiatives":  (*composer).initiatives,
	"targets":      (*composer).targets,
	"notes":        (*composer).notes,
	"register":     (*composer).register,
}

// title is the title of the document in one language.
func (c *composer) title(w *locale.Words) string {
	return wording.Title(w, c.Edition)
}

// short is the title in less room: area and period. The office's own title is kept in the first language, as its name.
func (c *composer) short(w *locale.Words) string {
	if w == c.words[0] && !c.Edition.Title.Empty() {
		return c.title(w)
	}
	return w.Text(c.Area.Name) + " · " + w.Period(c.Period)
}

// file returns the metadata of files; it marks invented data.
func (c *composer) file() File {
	w := c.words[0]
	f := File{c.title(w), w.Text(c.Issuer), w.Phrase("document.title"), w.Phrase("document.keywords")}
	if !c.Edition.Title.Empty() {
		f.Subject = f.Title
	}
	if c.Area.Sample {
		f.Title += w.Phrase("list.semicolon") + w.Phrase("document.sample")
	}
	return f
}

// standing returns what applies to the whole edition: that its data are invented, or that it is a draft.
func (c *composer) standing(w *locale.Words) string {
	s := ""
	if c.Area.Sample {
		s = w.Phrase("document.sample")
	}
	if c.Draft {
		if s != "" {
			s += "  ·  "
		}
		s += w.Phrase("document.draft")
	}
	return s
}

// motif returns what decorates the cover: positions, or else growth, without their numbers.
func (c *composer) motif() *Chart {
	const least, most = 4, 8
	blocks := c.ladders()
	for _, t := range c.Themes {
		blocks = append(blocks, c.growthCharts(t)...)
	}
	for _, b := range blocks {
		if ch := b.(*Chart); len(ch.Data.Rows) >= least {
			ch.Data.Rows, ch.Data.Heads, ch.Data.Goals = ch.Data.Rows[:min(most, len(ch.Data.Rows))], nil, true
			return ch
		}
	}
	return nil
}

func (c *composer) cover() Cover {
	cover := Cover{
		Area:   c.say(func(w *locale.Words) string { area, _ := wording.CoverTitle(w, c.Edition); return area }),
		Title:  c.say(func(w *locale.Words) string { _, title := wording.CoverTitle(w, c.Edition); return title }),
		Within: c.text(c.Area.Within), Year: strconv.Itoa(c.Period.Year),
	}
	if c.kind != Brief && c.kind != Leaflet {
		cover.Motif = c.motif()
	}
	if !c.Final() {
		cover.Part = c.say(func(w *locale.Words) string { return w.Period(c.Period) })
	}
	imprint := func(key string, said Text) { cover.Imprint = append(cover.Imprint, Item{c.say(phrase(key)), said}) }
	imprint("document.issuer", c.text(c.Issuer))
	imprint("document.period", c.say(func(w *locale.Words) string { return w.Period(c.Period) }))
	if c.Draft || c.Number > 1 {
		imprint("document.status", c.say(func(w *locale.Words) string { return wording.Stage(w, c.Edition) }))
	}
	if !c.Release.IsZero() {
		imprint("document.released", c.say(func(w *locale.Words) string { return w.Date(c.Release) }))
	}
	return cover
}
