package intake

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"nianbao/internal/dataset"
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/message"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
	"nianbao/internal/xlsx"
)

// taken are the columns of the tidy table in which a figure can be changed.
var taken = []string{"obs_value", "obs_status", "qualifier", "source", "source_ref", "source_printed", "note_zh", "note_en"}

// passed are the columns that say how a table came about; what stands there is not of the data.
var passed = []string{"decimals", "edition", "release", "released", "revised", "sample", "area_code"}

// tableReader reads the tidy table of an edition, as a workbook or a CSV file has it.
type tableReader struct {
	Reading
	sheet   string
	rows    [][]xlsx.Value
	columns map[string]int
	words   []*locale.Words
	data    *stat.Dataset
	facts   map[string]*stat.Fact        // of the edition, by ID
	expects map[string]map[string]string // what each row has by the data, by ID and column
}

// readCSV reads a data.csv, whose cells are texts.
func readCSV(f File, load Loader) (*Reading, error) {
	data := bytes.TrimPrefix(f.Data, []byte("\ufeff"))
	if !utf8.Valid(data) {
		return nil, message.Errorf("the file is not in UTF-8: in Excel or WPS choose “CSV UTF-8” when saving, or save it as .xlsx")
	}
	in := csv.NewReader(bytes.NewReader(data))
	in.FieldsPerRecord = -1
	lines, err := in.ReadAll()
	if err != nil {
		return nil, message.Errorf("the file is no CSV: %w", err)
	}
	rows := make([][]xlsx.Value, len(lines))
	for i, line := range lines {
		rows[i] = make([]xlsx.Value, len(line))
		for j, text := range line {
			if rows[i][j] = (xlsx.Value{Text: text, Decimals: -1}); text != "" {
				rows[i][j].Kind = xlsx.Text
			}
		}
	}
	if len(rows) == 0 || len(rows[0]) < 2 || rows[0][0].Text != "fact_id" {
		return nil, message.Errorf("this is not the file data.csv of an edition: its first column is fact_id, and commas stand between the columns")
	}
	return (&tableReader{Reading: Reading{Name: f.Name, Kind: TableFile}, rows: rows}).read(load)
}

func readTable(name string, s *xlsx.FilledSheet, load Loader) (*Reading, error) {
	return (&tableReader{Reading: Reading{Name: name, Kind: TableFile}, sheet: s.Name, rows: s.Rows}).read(load)
}

func (r *tableReader) read(load Loader) (*Reading, error) {
	r.columns = map[string]int{}
	for j, v := range r.rows[0] {
		if _, twice := r.columns[v.Text]; twice && v.Text != "" {
			return nil, message.Errorf("the column %q stands twice", v.Text)
		}
		r.columns[v.Text] = j
	}
	for _, name := range append([]string{"fact_id", "ref_area", "edition"}, taken...) {
		if _, ok := r.columns[name]; !ok {
			return nil, message.Errorf("the column %q is missing: give it its heading back", name)
		}
	}
	if err := r.about(); err != nil {
		return nil, err
	}
	var err error
	if r.data, err = load(r.Area); err != nil {
		return nil, err
	}
	if r.words, err = bothWords(r.data); err != nil {
		return nil, err
	}
	if err := r.expect(); err != nil {
		return nil, err
	}
	seen := map[string]bool{}
	for i := range r.rows[1:] {
		r.row(i+1, seen)
	}
	return &r.Reading, nil
}

func (r *tableReader) text(i int, name string) string {
	if at, ok := r.columns[name]; ok && at < len(r.rows[i]) {
		v := r.rows[i][at]
		switch v.Kind {
		case xlsx.Number:
			return numberText(v)
		case xlsx.Truth:
			return strconv.FormatBool(truth(v.Text))
		default:
			return v.Text
		}
	}
	return ""
}

func (r *tableReader) at(i int, name string) dataset.Origin {
	if r.sheet == "" {
		return dataset.Origin{File: r.Name, Cell: strconv.Itoa(i+1) + ":" + name}
	}
	return dataset.Origin{File: r.Name, Sheet: r.sheet, Cell: xlsx.CellName(r.columns[name], i+1)}
}

// about finds the area and the edition that all rows are of.
func (r *tableReader) about() error {
	for i := 1; i < len(r.rows); i++ {
		if r.text(i, "fact_id") == "" {
			continue
		}
		area, when := r.text(i, "ref_area"), r.text(i, "edition")
		period, err := stat.ParsePeriod(when)
		switch {
		case err != nil:
			return message.Errorf("%s: edition %q: %w", r.at(i, "edition").String(), when, err)
		case r.Area == "":
			r.Area, r.Period = area, period
		case area != r.Area || period != r.Period:
			return message.Errorf("%s: the row is of %s %s, the first one of %s %s: import each edition by itself", r.at(i, "fact_id").String(), area, when, r.Area, r.Period)
		}
	}
	if r.Area == "" {
		return message.Errorf("the table has no rows")
	}
	return nil
}

// expect makes the table that the data give now.
func (r *tableReader) expect() error {
	e, err := edition.Build(r.data, r.Period, edition.Options{Langs: []stat.Lang{stat.Hans, stat.En}})
	if err != nil {
		return err
	}
	r.facts, r.expects = map[string]*stat.Fact{}, map[string]map[string]string{}
	for _, f := range e.Facts {
		r.facts[f.ID] = f
	}
	names := wording.DataColumns()
	for _, row := range wording.DataRows(r.words[0], r.words[1], e) {
		cells := map[string]string{}
		for j, text := range row.Fields() {
			cells[names[j]] = text
		}
		r.expects[row.FactID] = cells
	}
	return nil
}

func (r *tableReader) row(i int, seen map[string]bool) {
	id := r.text(i, "fact_id")
	now := r.expects[id]
	switch {
	case id == "" && r.text(i, "obs_value") != "":
		r.problem(r.at(i, "fact_id"), "the row has a figure and says not which: give it its fact_id back")
		return
	case id == "" || now == nil && truth(r.text(i, "derived")): // a figure that the program works out is none of the data
		return
	case now == nil:
		r.problem(r.at(i, "fact_id"), "the data of %s have no figure %s: enter a new one in a form (nianbao form)", r.Area, id)
		return
	case seen[id]:
		r.problem(r.at(i, "fact_id"), "%s stands in two rows: keep one of the two", id)
		return
	}
	seen[id] = true
	preferred, n := variant(id)
	p := dataset.Proposal{Fact: preferred, Variant: n, Edition: r.Period, Origin: r.at(i, "obs_value")}
	fact := r.facts[preferred]
	p.Figure = fact.Figure
	if n > 0 {
		p.Figure = fact.Variants[n-1]
	}
	p.Note = fact.Note
	before := len(r.Problems)
	for name := range r.columns {
		if want, ok := now[name]; ok && !slices.Contains(passed, name) {
			r.compare(i, name, want, &p)
		}
	}
	if p.Changes != 0 && len(r.Problems) == before {
		r.finish(i, &p)
	}
}

// variant takes the number of a variant off an ID.
func variant(id string) (preferred string, n int) {
	preferred, number, ok := strings.Cut(id, "~")
	if !ok {
		return id, 0
	}
	n, _ = strconv.Atoi(number)
	return preferred, n
}

// compare takes up the difference of a cell.
func (r *tableReader) compare(i int, name, want string, p *dataset.Proposal) {
	got := r.text(i, name)
	if got == want || strings.EqualFold(got, want) && (want == "true" || want == "false") {
		return
	}
	if name == "obs_value" {
		r.value(i, want, p)
		return
	}
	if a, err := decimal.NewFromString(got); err == nil {
		if b, err := decimal.NewFromString(want); err == nil && a.Equal(b) {
			return
		}
	}
	change := map[string]dataset.Change{
		"obs_status": dataset.StatusChange, "qualifier": dataset.QualifierChange, "source": dataset.SourceChange, "source_ref": dataset.SourceChange,
		"source_printed": dataset.SourceChange, "note_zh": dataset.NoteChange, "note_en": dataset.NoteChange,
	}[name]
	switch {
	case r.rows[i][r.columns[name]].Kind == xlsx.Date:
		r.problem(r.at(i, name), "a date, %s, stands where %q was: the program took a text for a date; give the text back", message.Plain(got), want)
	case change == 0 || p.Variant > 0 && change == dataset.NoteChange:
		r.problem(r.at(i, name), "%s is not taken from the table: %q became %q; give it back, and change it in the area's files", message.Plain(name), want, got)
	default:
		p.Changes |= change
	}
}

// value takes a changed number.
func (r *tableReader) value(i int, want string, p *dataset.Proposal) {
	v := xlsx.Value{Decimals: -1}
	if at := r.columns["obs_value"]; at < len(r.rows[i]) {
		v = r.rows[i][at]
	}
	if strings.TrimSpace(v.Text) == "" && !v.Formula {
		p.Changes |= dataset.ValueChange
		return // right only with a status that says so
	}
	d, problem := cellNumber(v, wanted{p.Figure.Quantity, r.facts[p.Fact].Measure}, r.words...)
	if problem == nil && p.Figure.Quantity.Unit == stat.RankUnit {
		d, problem = cellPosition(v)
	}
	if problem != nil {
		r.Problems = append(r.Problems, Problem{r.at(i, "obs_value"), problem})
		return
	}
	if was, err := decimal.NewFromString(want); err == nil && rounded(was).Equal(rounded(d)) {
		return
	}
	p.Changes |= dataset.ValueChange
	p.Figure.Quantity.Value = d
}

// finish takes what belongs together: value and status, the parts of the source, both languages of the note.
func (r *tableReader) finish(i int, p *dataset.Proposal) {
	status, ok := statusOf(r.text(i, "obs_status"), r.words)
	empty := strings.TrimSpace(r.text(i, "obs_value")) == ""
	switch {
	case !ok:
		r.problem(r.at(i, "obs_status"), "%q is no status", r.text(i, "obs_status"))
		return
	case empty && status.HasValue():
		r.problem(r.at(i, "obs_value"), "the value was cleared: give it back, or give the row a status that says that there is none (O, M or L)")
		return
	case !empty && !status.HasValue():
		r.problem(r.at(i, "obs_status"), "the status says that there is no value, and the row has one")
		return
	}
	p.Figure.Status = status
	qualifier := stat.Qualifier(strings.TrimSpace(r.text(i, "qualifier")))
	if !slices.Contains([]stat.Qualifier{"", stat.About, stat.MoreThan, stat.LessThan}, qualifier) {
		r.problem(r.at(i, "qualifier"), "%q is no qualifier: about, more_than, less_than or nothing", string(qualifier))
		return
	}
	p.Figure.Qualifier = qualifier
	if p.Changes.Has(dataset.SourceChange) && !r.from(i, p) {
		return
	}
	if p.Changes.Has(dataset.NoteChange) {
		p.Note.Hans, p.Note.En = strings.TrimSpace(r.text(i, "note_zh")), strings.TrimSpace(r.text(i, "note_en"))
		if (p.Note.Hans == "") != (p.Note.En == "") {
			r.problem(r.at(i, "note_zh"), "a note is needed in both languages, or in none")
			return
		}
	}
	r.Proposals = append(r.Proposals, *p)
}

// from reads the three lists of a row's sources.
func (r *tableReader) from(i int, p *dataset.Proposal) bool {
	var lists [3][]string
	for k, name := range []string{"source", "source_ref", "source_printed"} {
		lists[k] = edition.SplitList(r.text(i, name))
	}
	for k := range lists { // of a list in which nothing is said, the table has nothing
		if len(lists[k]) == 0 {
			lists[k] = make([]string, len(lists[0]))
		}
	}
	if len(lists[0]) != len(lists[1]) || len(lists[0]) != len(lists[2]) {
		r.problem(r.at(i, "source"), "source, source_ref and source_printed are lists of equal length, with semicolons between")
		return false
	}
	p.Figure.From = nil
	for k := range lists[0] {
		p.Figure.From = append(p.Figure.From, stat.Provenance{Source: lists[0][k], Ref: lists[1][k], Printed: lists[2][k]})
	}
	return true
}

func truth(s string) bool { return strings.EqualFold(s, "true") || s == "1" }

// overtyped finds what was typed over the formulas of an edition's other sheets, where it would be lost. A workbook of values only
// has no formulas to tell by.
func overtyped(name string, book *xlsx.Filled) []Problem {
	var list []Problem
	formulas := 0
	for _, s := range book.Sheets {
		if s.Name == "data" {
			continue
		}
		for i, row := range s.Rows {
			for j, v := range row {
				switch {
				case v.Formula:
					formulas++
				case v.Kind != xlsx.Blank && beside(s.Rows, i, j):
					at := dataset.Origin{File: name, Sheet: s.Name, Cell: xlsx.CellName(j, i+1)}
					list = append(list, Problem{at, message.Of("the cell was typed over its formula: change the figure on the sheet data, from which this one comes")})
				}
			}
		}
	}
	if formulas == 0 && len(book.Sheets) > 1 {
		return []Problem{{dataset.Origin{File: name}, message.Of("this workbook has values only, so that a figure changed on another sheet than data would not be seen: make one to work with (--workbook-profile working), or change data.csv")}}
	}
	return list
}

// beside reports whether formulas stand above and below a cell, or one of them if it is a number.
func beside(rows [][]xlsx.Value, i, j int) bool {
	n := 0
	for _, k := range []int{i - 1, i + 1} {
		if k >= 0 && k < len(rows) && j < len(rows[k]) && rows[k][j].Formula {
			n++
		}
	}
	return n == 2 || n == 1 && rows[i][j].Kind == xlsx.Number
}
