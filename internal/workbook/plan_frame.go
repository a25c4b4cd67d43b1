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

// sheet adds the title and the guidance to a table.
func (p *planner) sheet(id string, t table) sheet {
	t = t.prune()
	s := sheet{xlsx.Sheet{Name: p.sheetName(id), Table: t.named(id), Footer: p.footer(), Mark: p.mark()}, t.columns}
	s.Titles = p.titles(func(w *locale.Words) string {
		return w.Fill("sheet.title", p.Area.Name, p.Period, w.Phrase("sheet."+id))
	})
	s.Lines = append(s.Lines, p.line("sheet.tables.one"))
	if len(t.rows) == 0 {
		s.Lines = [][]string{p.line("sheet.empty")}
	}
	return s
}

// sourced is a sheet that explains blanks and names its sources.
func (p *planner) sourced(id string, t table) sheet {
	s := p.sheet(id, t)
	s.Lines = append(s.Lines, p.line("sheet.blank"), p.each(p.credit))
	return s
}

// marked is a sourced sheet with a column of marks.
func (p *planner) marked(id string, t table) sheet {
	s := p.sourced(id, t)
	s.Lines = append(s.Lines,
		p.each(func(w *locale.Words) string { return w.Fill("sheet.marks", p.notes) }),
		p.each(func(w *locale.Words) string { return w.Fill("sheet.shorthand", p.codebook) }))
	return s
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
	for _, w := range p.words {
		languages = append(languages, string(w.Lang()))
	}
	return xlsx.Properties{
		Title:     strings.Join(p.titles(p.title), " / "),
		Creator:   p.both(func(w *locale.Words) string { return w.Text(p.Issuer) }),
		Keywords:  p.phrase("document.keywords"),
		Languages: languages, Program: p.program, Created: created,
	}
}

func (p *planner) title(w *locale.Words) string {
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
		{"document.next", func(w *locale.Words) string { return w.Date(p.next) }},
		{"document.status", p.stage},
		{"document.licence", func(w *locale.Words) string { return wording.Licence(w, p.Area.Licence) }},
		{"column.source", p.credit},
		{"document.language", p.languages},
		{"document.version", func(*locale.Words) string { return p.program }},
	}
	entries = slices.DeleteFunc(entries, func(e entry) bool { return e.say(p.words[0]) == "" })
	fields := append(
		[]field[entry]{{p.column("column.item", xlsx.Text, nameWidth), func(e entry) xlsx.Cell { return textCell(p.phrase(e.key)) }}},
		texts(p, "column.content", pageWidth, func(w *locale.Words, e entry) string { return e.say(w) })...,
	)
	s := p.sheet("cover", tabulate(fields, entries))
	s.Titles = p.titles(p.title)
	return s
}

func (p *planner) stage(w *locale.Words) string {
	status := w.Phrase("document.final")
	if p.Draft {
		status = w.Phrase("document.draft")
	}
	if p.Number > 0 {
		status += w.Phrase("clause") + w.Fill("document.number", p.Number)
	}
	if p.Area.Sample {
		status += w.Phrase("list.semicolon") + w.Phrase("document.sample")
	}
	return status
}

func (p *planner) languages(w *locale.Words) string {
	var names []string
	for _, lang := range p.words {
		names = append(names, w.Language(lang.Lang()))
	}
	return w.List(names)
}

// listed is a sheet in the contents.
type listed struct {
	id, name string
	rows     int
}

// contentsSheet lists the sheets after it, each with a link.
func (p *planner) contentsSheet(sheets []sheet) sheet {
	var items []listed
	for _, s := range sheets {
		items = append(items, listed{s.Table.Name, s.Name, len(s.Table.Rows)})
	}
	fields := []field[listed]{{p.column("sheet.name", xlsx.Text, nameWidth), func(l listed) xlsx.Cell {
		return linkCell(l.name, reference(l.name, "A1"))
	}}}
	fields = append(fields, texts(p, "column.description", pageWidth, func(w *locale.Words, l listed) string {
		return w.Phrase("sheet." + l.id + ".about")
	})...)
	fields = append(fields, figure(p, "column.rows.count", func(l listed) xlsx.Cell { return intCell(l.rows) }))
	return p.sheet("contents", tabulate(fields, items))
}

// dataSheet is the tidy table of the edition, as in the CSV.
func (p *planner) dataSheet() sheet {
	t := dataTable(p.data)
	return sheet{xlsx.Sheet{Name: "data", Footer: p.footer(), Mark: p.mark(), Plain: true, Table: t.named("data")}, t.columns}
}
