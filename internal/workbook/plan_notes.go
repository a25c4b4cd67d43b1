package workbook

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
	"nianbao/internal/xlsx"
)

// remarked is a row of the sheet of notes: a numbered note, a source, a status or a general note.
type remarked struct {
	number  int    // 0 if unnumbered
	kind    string // phrase
	code    string
	say     map[stat.Lang]string
	address string     // of a source, in the web; "" if unknown
	used    *stat.Fact // for a note on differing figures
	other   *stat.Fact // in its own power of ten
}

// numberColumn is the key of the number column on the sheet of notes.
const numberColumn = "column.note.number"

// notesSheet has one table for everything that explains the figures.
func (p *planner) notesSheet() (sheet, error) {
	numbered, err := p.numbered()
	if err != nil {
		return sheet{}, err
	}
	unnumbered, err := p.officeNotes()
	if err != nil {
		return sheet{}, err
	}
	rows := slices.Concat(numbered, unnumbered, p.general(), p.statusCodes(), p.sources())
	fields := slices.Concat(
		[]field[remarked]{
			word(p, "column.kind", wordWidth, func(w *locale.Words, r remarked) string { return w.Phrase(r.kind) }),
			blank("blank.number", spare(figure(p, numberColumn, numberCell))),
			{p.column("column.code", xlsx.Text, nameWidth), func(r remarked) xlsx.Cell { return textCell(r.code) }},
		},
		linked(texts(p, "column.content", pageWidth, func(w *locale.Words, r remarked) string { return r.say[w.Lang()] }),
			func(r remarked) string { return r.address }),
		[]field[remarked]{
			blank("blank.variant", spare(figure(p, "column.preferred.unit", func(r remarked) xlsx.Cell { return figureCell(r.used) }))),
			blank("blank.variant", spare(figure(p, "column.variant.unit", func(r remarked) xlsx.Cell {
				if r.used == nil {
					return xlsx.Cell{Kind: xlsx.Blank}
				}
				return scaledCell(r.other, r.used.Quantity.Mult)
			}))),
			spare(word(p, "column.unit", wordWidth, func(w *locale.Words, r remarked) string { return p.unit(w, r.used) })),
		},
	)
	return p.prose("notes", tabulate("notes", fields, rows)), nil
}

func numberCell(r remarked) xlsx.Cell {
	if r.number == 0 {
		return xlsx.Cell{Kind: xlsx.Blank}
	}
	return intCell(r.number)
}

func optionalCell(q *stat.Quantity) xlsx.Cell {
	if q == nil {
		return xlsx.Cell{Kind: xlsx.Blank}
	}
	return quantityCell(*q)
}

// numbered lists the notes of the edition; a note on several variants has one row for each.
func (p *planner) numbered() ([]remarked, error) {
	var rows []remarked
	for _, n := range p.Notes {
		row := remarked{number: n.Number, kind: "sheet.note." + string(n.Kind), code: n.Indicator.Code, say: map[stat.Lang]string{}}
		for _, w := range p.Words {
			said, err := wording.Note(w, p.Edition, n)
			if err != nil {
				return nil, err
			}
			row.say[w.Lang()] = said
		}
		if n.Fact != nil {
			row.code = n.Fact.ID
		}
		if n.Kind != edition.VariantNote {
			rows = append(rows, row)
			continue
		}
		for i, v := range n.Fact.Variants {
			row.used, row.other = n.Fact, &stat.Fact{ID: edition.VariantID(n.Fact, i), Figure: v}
			if v.Quantity.Unit != n.Fact.Quantity.Unit {
				row.other = nil
			}
			rows = append(rows, row)
		}
	}
	return rows, nil
}

// officeNotes lists the notes of the office on the whole edition and on themes, which have no number.
func (p *planner) officeNotes() ([]remarked, error) {
	var rows []remarked
	for _, r := range p.Remarks {
		if r.Number > 0 {
			continue
		}
		row := remarked{kind: "sheet.note.office", code: r.Theme, say: map[stat.Lang]string{}}
		for _, w := range p.Words {
			said, err := wording.Remark(w, p.Edition, r)
			if err != nil {
				return nil, err
			}
			row.say[w.Lang()] = said
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// findNotes records the row of each note.
func (p *planner) findNotes(s sheet) {
	p.noteRows = make(map[int]int, len(p.Notes))
	at := s.Tables[0].Index(numberColumn)
	if at < 0 {
		return
	}
	for i, row := range s.Tables[0].Rows {
		n, err := strconv.Atoi(row[at].Text)
		if _, ok := p.noteRows[n]; err == nil && !ok {
			p.noteRows[n] = i
		}
	}
}

// general returns the notes that apply to many figures.
func (p *planner) general() []remarked {
	var rows []remarked
	add := func(say func(*locale.Words) string) { rows = append(rows, p.remark("sheet.note.general", "", say)) }
	for _, c := range p.Conventions() {
		add(func(w *locale.Words) string {
			if c.Code == "status" { // a column has the word, also where there is no figure
				return wording.StatusNote(w, c.Status, w.Status(c.Status))
			}
			return wording.Convention(w, p.Edition, c)
		})
	}
	add(phrase("sheet.usual"))
	if p.live() { // what stands above the tables of a published workbook
		add(func(w *locale.Words) string { return w.Fill("sheet.blank", p.codebook) })
		add(func(w *locale.Words) string { return w.Fill("sheet.shorthand", p.codebook) })
	}
	if len(p.Progress) > 0 {
		add(func(w *locale.Words) string { return wording.Tally(w, p.Edition) })
	}
	return rows
}

func (p *planner) remark(kind, code string, say func(*locale.Words) string) remarked {
	r := remarked{kind: kind, code: code, say: map[stat.Lang]string{}}
	for _, w := range p.Words {
		r.say[w.Lang()] = say(w)
	}
	return r
}

// statusCodes explains the statuses that occur.
func (p *planner) statusCodes() []remarked {
	used := map[stat.Status]bool{}
	for _, f := range p.Facts {
		used[f.Status] = true
		for _, v := range f.Variants {
			used[v.Status] = true
		}
	}
	var rows []remarked
	for _, s := range stat.Statuses() {
		if used[s] {
			rows = append(rows, p.remark("sheet.note.status", string(s), func(w *locale.Words) string { return w.Status(s) }))
		}
	}
	return rows
}

func (p *planner) sources() []remarked {
	var rows []remarked
	for _, s := range p.Area.Sources {
		row := p.remark("sheet.note.source", s.Code, func(w *locale.Words) string {
			parts := []string{w.Text(s.Title), w.Text(s.Publisher), w.Date(s.Date), w.Text(s.Credit), s.URL}
			parts = slices.DeleteFunc(parts, func(part string) bool { return part == "" })
			return strings.Join(parts, w.Phrase("list.semicolon"))
		})
		row.address = s.URL
		rows = append(rows, row)
	}
	return rows
}

// findingsSheet lists what the checks found, for those who keep the data: a final edition has no such sheet.
func (p *planner) findingsSheet() sheet {
	found := p.Findings
	if !p.Draft {
		found = nil
	}
	fields := slices.Concat(
		[]field[stat.Finding]{
			word(p, "column.kind", wordWidth, func(w *locale.Words, f stat.Finding) string { return w.Severity(f.Severity) }),
			code(p, "column.code", func(f stat.Finding) string { return f.Rule }),
			spare(code(p, "column.fact", func(f stat.Finding) string { return strings.Join(f.Facts, " ") })),
		},
		texts(p, "column.content", pageWidth, wording.Finding),
	)
	return p.prose("findings", tabulate("findings", fields, found))
}
