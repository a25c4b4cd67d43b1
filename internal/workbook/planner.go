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

// Preferred maximum widths, in characters; a Chinese character counts as two.
const (
	codeWidth   = 24
	wordWidth   = 24
	nameWidth   = 36
	noteWidth   = 44
	figureWidth = 12
	pageWidth   = 50

	machineWidth = 20
)

// planner makes the sheets of one edition.
type planner struct {
	*edition.Edition
	Options
	held     map[string]bool // IDs of the facts on the sheet data
	notes    string          // name of the sheet of notes
	codebook string          // name of the sheet of codes
	noteRows map[int]int     // row of its table, from 0, by number of the note

	indicatorRows []indicator // rows of sheets that others refer to
	projectRows   []project
	graphs        []graph
}

// makePlan decides the content of every sheet of the workbook and arranges it.
func makePlan(e *edition.Edition, opt Options) (*xlsx.Book, error) {
	p := newPlanner(e, opt)
	sheets, err := p.sheets()
	if err != nil {
		return nil, err
	}
	book := &xlsx.Book{Properties: p.properties(opt.Created), Face: p.face(), Names: names(), Live: p.live()}
	for _, s := range sheets {
		book.Sheets = append(book.Sheets, s.Sheet)
	}
	return book, book.Arrange()
}

func newPlanner(e *edition.Edition, opt Options) *planner {
	p := &planner{Edition: e, Options: opt, held: make(map[string]bool, len(opt.Data))}
	for _, row := range opt.Data {
		p.held[row.FactID] = true
	}
	p.notes, p.codebook = p.sheetName("notes"), p.sheetName("codebook")
	return p
}

// live reports whether the workbook is for work: its figures can be sorted, filtered and edited.
func (p *planner) live() bool { return p.Profile != Published }

// face is a typeface that Windows, macOS and WPS have, with the characters of the edition's languages.
func (p *planner) face() string {
	for _, w := range p.Words {
		switch w.Lang() {
		case stat.Hans:
			return "Microsoft YaHei"
		case stat.Hant:
			return "Microsoft JhengHei"
		}
	}
	return "Arial"
}

// sheets decides the content of every sheet. The notes are made first, because marks on other sheets link to them; the
// codebook and the contents last, because they list the others. A sheet without entries is omitted.
func (p *planner) sheets() ([]sheet, error) {
	notes, err := p.notesSheet()
	if err != nil {
		return nil, err
	}
	p.findNotes(notes)
	p.indicatorRows = p.indicators()
	if p.projectRows, err = p.projects(); err != nil {
		return nil, err
	}
	p.graphs = p.allGraphs()
	sheets := slices.DeleteFunc([]sheet{
		p.keySheet(), p.indicatorsSheet(), p.rankingsSheet(), p.projectsSheet(), p.detailsSheet(), p.milestonesSheet(), p.recognitionsSheet(),
		p.initiativesSheet(), p.targetsSheet(), p.progressSheet(), p.historySheet(), p.revisionsSheet(), p.chartsSheet(), notes, p.findingsSheet(),
	}, func(s sheet) bool { return s.rows() == 0 })
	data := p.dataSheet()
	sheets = append(sheets, p.codebookSheet(append(slices.Clone(sheets), data)), data)
	return slices.Concat([]sheet{p.coverSheet(), p.contentsSheet(sheets)}, sheets), nil
}

// both joins the texts of all languages on one line, without repetition.
func (p *planner) both(say func(*locale.Words) string) string { return p.join(" ", say) }

func (p *planner) join(between string, say func(*locale.Words) string) string {
	var room [2]string
	return strings.Join(p.appendEach(room[:0], say), between)
}

// each lists the texts of all languages, without repetitions and empty ones.
func (p *planner) each(say func(*locale.Words) string) []string { return p.appendEach(nil, say) }

func (p *planner) appendEach(said []string, say func(*locale.Words) string) []string {
	for _, w := range p.Words {
		if s := say(w); s != "" && !slices.Contains(said, s) {
			said = append(said, s)
		}
	}
	return said
}

func (p *planner) phrase(key string) string {
	return p.both(func(w *locale.Words) string { return w.Phrase(key) })
}

// column returns a column with a header in every language.
func (p *planner) column(key string, k xlsx.Kind, limit float64) column {
	return column{Column: xlsx.Column{Key: key, Header: p.phrase(key), Kind: k, Limit: limit}}
}

// word is a column of words and remarks, in all languages.
func word[T any](p *planner, key string, limit float64, say func(*locale.Words, T) string) field[T] {
	return field[T]{p.column(key, xlsx.Text, limit), func(item T) xlsx.Cell {
		return textCell(p.both(func(w *locale.Words) string { return say(w, item) }))
	}}
}

// lines is a column of texts in a list, with one line per language.
func lines[T any](p *planner, key string, limit float64, say func(*locale.Words, T) string) field[T] {
	return field[T]{p.column(key, xlsx.Text, limit), func(item T) xlsx.Cell {
		return textCell(p.join("\n", func(w *locale.Words) string { return say(w, item) }))
	}}
}

// code is a column of codes, the same in every language.
func code[T any](p *planner, key string, of func(T) string) field[T] {
	return field[T]{p.column(key, xlsx.Text, codeWidth), func(item T) xlsx.Cell { return textCell(of(item)) }}
}

// figure is a column of numbers.
func figure[T any](p *planner, key string, of func(T) xlsx.Cell) field[T] {
	return field[T]{p.column(key, xlsx.Number, figureWidth), of}
}

// texts returns columns of names, one per language; the header names the language if there are two.
func texts[T any](p *planner, key string, limit float64, say func(*locale.Words, T) string) []field[T] {
	var fields []field[T]
	for _, lang := range p.Words {
		header := p.both(func(w *locale.Words) string {
			if len(p.Words) == 1 {
				return w.Phrase(key)
			}
			return w.Phrase(key) + w.Parenthesis(w.Language(lang.Lang()))
		})
		fields = append(fields, field[T]{
			column{Column: xlsx.Column{Key: key, Header: header, Kind: xlsx.Text, Limit: limit}, of: inLanguage(lang)},
			func(item T) xlsx.Cell { return textCell(say(lang, item)) },
		})
	}
	return fields
}

// longestAddress is the longest target of a link that Excel opens a file with.
const longestAddress = 2079

// linked makes links of the texts whose address is known.
func linked[T any](fields []field[T], address func(T) string) []field[T] {
	for i, f := range fields {
		fields[i].cell = func(item T) xlsx.Cell {
			c := f.cell(item)
			if uri := stat.URI(address(item)); len(uri) <= longestAddress {
				c.Link = uri
			}
			return c
		}
	}
	return fields
}

// dates returns the column of days, and the column of dates that no cell for dates can hold.
func dates[T any](p *planner, of func(T) stat.Date) []field[T] {
	return []field[T]{
		spare(field[T]{p.column("column.date", xlsx.Date, figureWidth), func(item T) xlsx.Cell { return dayCell(of(item)) }}),
		spare(word(p, "column.incomplete", wordWidth, func(w *locale.Words, item T) string {
			if d := of(item); !hasCell(d) {
				return w.Date(d)
			}
			return ""
		})),
	}
}

// source is the column of places in sources.
func source[T any](p *planner, of func(T) []stat.Provenance) field[T] {
	return spare(word(p, "column.source", wordWidth, func(w *locale.Words, item T) string { return wording.Origin(w, p.Edition, of(item)) }))
}

// marks is the column of note marks. It links to the notes.
func marks[T any](p *planner, of func(T) []*stat.Fact) field[T] {
	return spare(field[T]{p.column("column.marks", xlsx.Text, wordWidth), func(item T) xlsx.Cell {
		var numbers []int
		for _, f := range of(item) {
			numbers = append(numbers, p.Marks(f)...)
		}
		slices.Sort(numbers)
		numbers = slices.Compact(numbers)
		if len(numbers) == 0 {
			return xlsx.Cell{Kind: xlsx.Blank}
		}
		var list []string
		for _, n := range numbers {
			list = append(list, strconv.Itoa(n))
		}
		// In one language, because a mark is found by its form, and not every program breaks the lines of a link.
		w := p.Words[len(p.Words)-1]
		said := w.Fill("note.number", strings.Join(list, w.Phrase("list.comma")))
		to := reference(p.notes, "A1") // the rows of a live workbook can be sorted
		if !p.live() {
			to = "#" + xlsx.At("notes", "column.kind", p.noteRows[numbers[0]])
		}
		return linkCell(said, to)
	}})
}

// reference is a link to a cell of the workbook.
func reference(sheet, cell string) string { return "#'" + sheet + "'!" + cell }

// unit words the unit of a fact's number; "" for a nil fact.
func (p *planner) unit(w *locale.Words, f *stat.Fact) string {
	if f == nil {
		return ""
	}
	return w.Unit(f.Quantity.Unit, f.Quantity.Mult)
}

// remark words something about several facts: once if it is the same for all, otherwise for each with its measure.
func remark(w *locale.Words, facts []*stat.Fact, say func(*stat.Fact) string) string {
	var room [4]string
	said, same := room[:0], true
	for _, f := range facts {
		said = append(said, say(f))
		same = same && said[len(said)-1] == said[0]
	}
	if same && len(said) > 0 {
		return said[0]
	}
	return each(w, facts, say)
}

// each words something about several facts with their measures, those of which the same is said together.
func each(w *locale.Words, facts []*stat.Fact, say func(*stat.Fact) string) string {
	var said, measures []string
	for _, f := range facts {
		s, measure := say(f), w.Measure(f.Measure)
		switch i := slices.Index(said, s); {
		case s == "":
		case i < 0:
			said, measures = append(said, s), append(measures, measure)
		default:
			measures[i] += w.Phrase("list.comma") + measure
		}
	}
	for i := range said {
		said[i] = w.Label(measures[i], said[i])
	}
	return strings.Join(said, w.Phrase("list.semicolon"))
}

// status is a column of statuses: blank where they are normal, and omitted if all are.
func status[T any](p *planner, key string, say func(*locale.Words, T) string) field[T] {
	return blank("blank.normal", spare(word(p, key, wordWidth, say)))
}

// statuses words the statuses of a row's figures that are not normal: one for all, or else each.
func (p *planner) statuses(w *locale.Words, facts []*stat.Fact) string {
	odd := slices.DeleteFunc(slices.Clone(facts), func(f *stat.Fact) bool { return f.Status == stat.Normal && !p.Revised(f) })
	say := func(f *stat.Fact) string { return p.factStatus(w, f) }
	if len(odd) == len(facts) {
		return remark(w, odd, say)
	}
	return each(w, odd, say)
}

// factStatus names the status of a fact, and marks a revised figure.
func (p *planner) factStatus(w *locale.Words, f *stat.Fact) string {
	status := f.Status
	if f.Measure == stat.TargetWords {
		status = stat.Normal // its words are all there is to say
	}
	said := statusWords(w, status)
	if !p.Revised(f) {
		return said
	}
	if said != "" {
		said += w.Phrase("list.comma")
	}
	return said + w.Phrase("revised") + " " + w.Phrase("revised.mark")
}

// statusWords names a status that is not normal and adds its shorthand.
func statusWords(w *locale.Words, s stat.Status) string {
	if s == stat.Normal {
		return ""
	}
	if short := shorthand(s); short != "" {
		return w.Status(s) + " [" + short + "]"
	}
	return w.Status(s)
}

// shorthand is the letter for a status in statistical tables (Government Analysis Function, "Symbols in tables"); ""
// for a normal value.
func shorthand(s stat.Status) string {
	switch s {
	case stat.Break:
		return "b"
	case stat.Estimate:
		return "e"
	case stat.Forecast:
		return "f"
	case stat.Provisional:
		return "p"
	case stat.NotExist:
		return "z"
	case stat.Missing, stat.NotCollect:
		return "x"
	default:
		return ""
	}
}

func qualifiers(w *locale.Words, facts []*stat.Fact) string {
	return remark(w, facts, func(f *stat.Fact) string { return w.Qualifier(f.Qualifier) })
}
