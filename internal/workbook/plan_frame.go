package workbook

import (
	"slices"
	"strings"
	"time"

	"nianbao/internal/locale"
	"nianbao/internal/wording"
	"nianbao/internal/xlsx"
)

func (p *planner) sheetName(id string) string {
	if id == "data" {
		return id // for machines: the same in every language
	}
	return p.phrase("sheet." + id)
}

// figures is a sheet of figures, or of entries with dates. In a live workbook its header is in row 1, so that it stays in
// view while the rows scroll; what stands above the tables of a published workbook is on the cover and among the notes.
func (p *planner) figures(id string, tables ...table) sheet {
	s := p.tabled(id, tables...)
	if p.live() {
		s.Mark = strings.Join(p.titles(p.sheetTitle(id)), " ")
		return s
	}
	s.Titles = p.titles(p.sheetTitle(id))
	has := func(key string) bool {
		return slices.ContainsFunc(tables, func(t table) bool { return t.prune().has(key) })
	}
	s.Lines = [][]string{p.each(func(w *locale.Words) string {
		said := []string{w.Phrase("sheet.tables.one"), w.Fill("sheet.blank", p.codebook)}
		if len(tables) > 1 {
			said[0] = w.Fill("sheet.tables.many", len(tables))
		}
		if has("column.marks") {
			said = append(said, w.Fill("sheet.marks", p.notes))
		}
		if has("column.status") {
			said = append(said, w.Fill("sheet.shorthand", p.codebook))
		}
		return strings.Join(append(said, p.credit(w)), w.Space())
	})}
	return s
}

// list is a sheet of entries in words.
func (p *planner) list(id string, t table) sheet {
	s := p.figures(id, t)
	s.Prose = true
	return s
}

// prose is a sheet that explains the others. Its title is in A1.
func (p *planner) prose(id string, t table) sheet {
	s := p.tabled(id, t)
	s.Prose, s.Titles = true, p.titles(p.sheetTitle(id))
	s.Lines = [][]string{p.line("sheet.tables.one"), p.each(func(w *locale.Words) string { return w.Fill("sheet.blank", p.codebook) })}
	return s
}

// tabled is a sheet of tables.
func (p *planner) tabled(id string, tables ...table) sheet {
	s := sheet{Sheet: xlsx.Sheet{Name: p.sheetName(id), Footer: p.footer(), Mark: p.mark()}, id: id}
	for _, t := range tables {
		t = t.prune()
		s.Tables = append(s.Tables, t.written())
		s.columns = append(s.columns, t.columns)
	}
	return s
}

func (p *planner) sheetTitle(id string) say {
	return func(w *locale.Words) string {
		return w.Fill("sheet.title", p.Area.Name, p.Period, w.Phrase("sheet."+id))
	}
}

func (p *planner) line(key string) []string {
	return p.each(func(w *locale.Words) string { return w.Phrase(key) })
}

// credit is the credit line that the sources ask for.
func (p *planner) credit(w *locale.Words) string {
	var credits []string
	for _, s := range p.Area.Sources {
		credit := w.Text(s.Credit)
		if s.Credit.Empty() {
			credit = w.Fill("sheet.source", s.Publisher)
		}
		if !slices.Contains(credits, credit) {
			credits = append(credits, credit)
		}
	}
	return strings.Join(credits, w.Phrase("list.semicolon"))
}

// caution prefixes a title with a warning if the data are a sample or the edition is a draft.
func (p *planner) caution(w *locale.Words, title string) string {
	if p.Draft {
		title = w.Fill("sheet.mark", w.Phrase("document.draft"), title)
	}
	if p.Area.Sample {
		title = w.Fill("sheet.mark", w.Phrase("document.sample"), title)
	}
	return title
}

func (p *planner) titles(say func(*locale.Words) string) []string {
	return p.each(func(w *locale.Words) string { return p.caution(w, say(w)) })
}

func (p *planner) mark() string {
	return p.both(func(w *locale.Words) string { return strings.TrimSpace(p.caution(w, "")) })
}

func (p *planner) footer() string {
	return p.both(func(w *locale.Words) string { return w.Text(p.Area.Name) })
}

func (p *planner) properties(created time.Time) xlsx.Properties {
	var languages []string
	for _, w := range p.Words {
		languages = append(languages, string(w.Lang()))
	}
	return xlsx.Properties{
		Title:     strings.Join(p.titles(p.title), " / "),
		Creator:   p.both(func(w *locale.Words) string { return w.Text(p.Issuer) }),
		Keywords:  p.phrase("document.keywords"),
		Languages: languages, Program: p.Creator, Created: created,
	}
}

// title is the title of the workbook: the office's own, or else the usual one, which says that it is a workbook.
func (p *planner) title(w *locale.Words) string {
	if !p.Title.Empty() {
		return wording.Title(w, p.Edition)
	}
	return w.Fill("workbook.title", p.Area.Name, p.Period)
}

// entry is a line of the cover.
type entry struct {
	key string
	say func(*locale.Words) string
}

// coverSheet describes the workbook, its issuer and its sources. What is not known has no row.
func (p *planner) coverSheet() sheet {
	entries := []entry{
		{"document.area", func(w *locale.Words) string { return w.Text(p.Area.Name) }},
		{"column.place", func(w *locale.Words) string { return w.Text(p.Area.Within) }},
		{"document.period", func(w *locale.Words) string { return w.Period(p.Period) }},
		{"document.issuer", func(w *locale.Words) string { return w.Text(p.Issuer) }},
		{"document.contact", func(w *locale.Words) string { return w.Text(p.Area.Contact) }},
		{"document.released", func(w *locale.Words) string { return w.Date(p.Release) }},
		{"document.next", func(w *locale.Words) string { return w.Date(p.Next) }},
		{"document.status", p.stage},
		{"document.licence", func(w *locale.Words) string { return wording.Licence(w, p.Area.Licence) }},
		{"column.source", p.credit},
		{"document.language", p.languages},
		{"document.version", func(*locale.Words) string { return p.Creator }},
	}
	entries = slices.DeleteFunc(entries, func(e entry) bool { return e.say(p.Words[0]) == "" })
	if p.live() {
		entries = append(entries,
			entry{"cover.edit", func(w *locale.Words) string { return w.Phrase("cover.edit.how") }},
			entry{"cover.fixed", func(w *locale.Words) string { return w.Phrase("cover.fixed.what") }})
	}
	fields := append(
		[]field[entry]{{p.column("column.item", xlsx.Text, nameWidth), func(e entry) xlsx.Cell { return textCell(p.phrase(e.key)) }}},
		linked(texts(p, "column.content", pageWidth, func(w *locale.Words, e entry) string { return e.say(w) }), func(e entry) string {
			if e.key == "document.licence" {
				return p.Area.Licence.URL
			}
			return ""
		})...,
	)
	s := p.prose("cover", tabulate("cover", fields, entries))
	s.Titles = p.titles(p.title)
	return s
}

func (p *planner) stage(w *locale.Words) string {
	said := []string{wording.Stage(w, p.Edition)}
	if p.Area.Sample {
		said = append(said, w.Phrase("document.sample"))
	}
	said = slices.DeleteFunc(said, func(s string) bool { return s == "" })
	return strings.Join(said, w.Phrase("list.semicolon"))
}

func (p *planner) languages(w *locale.Words) string {
	var names []string
	for _, lang := range p.Words {
		names = append(names, w.Language(lang.Lang()))
	}
	return w.List(names)
}

// contentsSheet lists the sheets after it, each with a link.
func (p *planner) contentsSheet(sheets []sheet) sheet {
	fields := []field[sheet]{{p.column("sheet.name", xlsx.Text, nameWidth), func(s sheet) xlsx.Cell {
		return linkCell(s.Name, reference(s.Name, "A1"))
	}}}
	fields = append(fields, texts(p, "column.description", pageWidth, func(w *locale.Words, s sheet) string {
		return w.Phrase("sheet." + s.id + ".about")
	})...)
	fields = append(fields, figure(p, "column.rows.count", func(s sheet) xlsx.Cell { return intCell(s.rows()) }))
	return p.prose("contents", tabulate("contents", fields, sheets))
}

// dataSheet is the tidy table of the edition, as in the CSV.
func (p *planner) dataSheet() sheet {
	s := p.tabled("data", dataTable(p.Data, p.line("sheet.input")))
	s.Plain, s.Aside = true, true
	return s
}
