package document

import (
	"slices"
	"strings"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
)

// notes returns the data notes: the office's own on the whole edition and on themes, how to read the figures, what was revised, the numbered notes, the
// sources, and whom to ask and how the figures may be used.
func (c *composer) notes() []Chapter {
	conventions := &List{}
	for _, r := range c.Remarks {
		if r.Number == 0 {
			conventions.Entries = append(conventions.Entries, c.entry(func(w *locale.Words) string { return c.worded(wording.Remark(w, c.Edition, r)) }))
		}
	}
	for _, convention := range c.Conventions() {
		if c.toldInTable(convention.Code) {
			continue
		}
		conventions.Entries = append(conventions.Entries, c.entry(func(w *locale.Words) string { return wording.Convention(w, c.Edition, convention) }))
	}
	main := Chapter{ID: "notes", Level: 1, Title: c.say(phrase("section.notes")), Blocks: []Block{conventions}}
	return slices.Concat([]Chapter{main}, c.revisions(), c.numbered(), c.sources(), c.use())
}

// toldInTable reports whether the table of the main indicators says what a convention does: which growth is real, and what amounts
// are in English.
func (c *composer) toldInTable(convention string) bool {
	return c.toHandOut() && (convention == "real" && c.realTold || convention == "scale" && c.amountsTold)
}

// numberedNotes is the ID of the chapter of the numbered notes.
const numberedNotes = "notes.numbered"

func (c *composer) entry(s say) Entry { return Entry{Text: c.say(s)} }

// lists returns a part of the notes in small print, or nothing without entries.
func (c *composer) lists(id, title string, entries []Entry) []Chapter {
	if len(entries) == 0 {
		return nil
	}
	return []Chapter{{ID: id, Level: 2, Title: c.say(phrase(title)), Blocks: []Block{&List{entries}}}}
}

func (c *composer) numbered() []Chapter {
	var entries []Entry
	for _, n := range c.Notes {
		entry := c.entry(func(w *locale.Words) string { return c.worded(wording.Note(w, c.Edition, n)) })
		entry.Note = n.Number
		entries = append(entries, entry)
	}
	return c.lists(numberedNotes, "sheet.notes", entries)
}

// findings returns what the checks found, for those who keep the data, except variants, which are numbered notes already.
func (c *composer) findings() []Chapter {
	var entries []Entry
	for _, f := range c.Findings {
		if f.Rule != "declared-variant" {
			entries = append(entries, c.entry(func(w *locale.Words) string { return wording.Finding(w, f) }))
		}
	}
	if len(entries) == 0 {
		entries = []Entry{c.entry(phrase("finding.none"))}
	}
	return []Chapter{{ID: "findings", Level: 1, Title: c.say(phrase("sheet.findings")), Blocks: []Block{&List{entries}}}}
}

func (c *composer) sources() []Chapter {
	var entries []Entry
	for _, s := range c.Area.Sources {
		entry := c.entry(func(w *locale.Words) string {
			return strings.TrimSpace(c.sourceCode(s.Code) + "  " + source(w, s))
		})
		entry.Address = s.URL
		entries = append(entries, entry)
	}
	return c.lists("notes.sources", "section.sources", entries)
}

// use returns the contact and the licence, as far as they are known.
func (c *composer) use() []Chapter {
	var entries []Entry
	label := func(key string, words say) {
		entries = append(entries, c.entry(func(w *locale.Words) string { return w.Label(w.Phrase(key), words(w)) }))
	}
	if !c.Area.Contact.Empty() {
		label("document.contact", func(w *locale.Words) string { return w.Text(c.Area.Contact) })
	}
	if !c.Area.Licence.Name.Empty() {
		label("document.licence", func(w *locale.Words) string { return wording.Licence(w, c.Area.Licence) })
		entries[len(entries)-1].Address = c.Area.Licence.URL
	}
	return c.lists("notes.use", "section.use", entries)
}

// source words everything known about a source.
func source(w *locale.Words, s stat.Source) string {
	parts := []string{w.Text(s.Title), w.Text(s.Publisher)}
	if !s.Date.IsZero() {
		parts = append(parts, w.Date(s.Date))
	}
	if !s.Credit.Empty() {
		parts = append(parts, w.Text(s.Credit))
	}
	if s.URL != "" {
		parts = append(parts, s.URL)
	}
	return strings.Join(parts, w.Phrase("list.semicolon"))
}

// revisionsID is the chapter of the table of revisions.
const revisionsID = "notes.revisions"

// revisions returns the figures that were given differently before, or not at all, with their old and new values.
func (c *composer) revisions() []Chapter {
	if len(c.Revisions) == 0 {
		return nil
	}
	cols := []Column{
		c.labels(0.34, "column.indicator"), c.figures(0.16, "column.old"), c.figures(0.16, "column.new"),
		c.labels(0.17, "column.given"), c.labels(0.17, "column.revised"),
	}
	revised := &Table{Columns: cols}
	for _, r := range c.Revisions {
		revised.About = append(revised.About, r.Fact.ID)
		revised.Rows = append(revised.Rows, Row{
			c.main(func(w *locale.Words) string {
				return wording.Subject(w, c.Edition, r.Fact) + w.Parenthesis(w.Period(r.Fact.Period))
			}),
			c.revised(r, r.Old, func(w *locale.Words) string { return wording.OldFigure(w, c.Edition, r) }),
			c.revised(r, r.New, func(w *locale.Words) string { return wording.NewFigure(w, c.Edition, r) }),
			c.main(func(w *locale.Words) string { return wording.Given(w, r) }),
			c.main(func(w *locale.Words) string { return wording.Revised(w, c.Edition, r) }),
		})
	}
	return []Chapter{{ID: revisionsID, Level: 2, Title: c.say(phrase("section.revisions")), Blocks: []Block{revised}}}
}

// revised returns the old or the new figure of a revision, and its status if it is not the normal one. One of the two
// may be the edition's own figure.
func (c *composer) revised(r edition.Revision, fig stat.Figure, words say) Cell {
	t := c.say(words)
	if c.Gives(r.Fact.ID, fig) {
		t = c.printing(r.Fact.ID, words)
	}
	cell := Cell{{Main, t}}
	if c.Unusual(r.Fact, fig.Status) {
		cell = append(cell, c.remark(func(w *locale.Words) string { return w.Status(fig.Status) }))
	}
	return cell
}
