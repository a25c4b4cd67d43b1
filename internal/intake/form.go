package intake

import (
	"slices"
	"strings"

	"nianbao/internal/catalog"
	"nianbao/internal/dataset"
	"nianbao/internal/form"
	"nianbao/internal/locale"
	"nianbao/internal/message"
	"nianbao/internal/stat"
	"nianbao/internal/xlsx"
)

// formReader reads a filled-in form.
type formReader struct {
	Reading
	sheet   *xlsx.FilledSheet
	form    *form.Form
	words   []*locale.Words
	head    int                               // the row of headings, from 0
	columns map[form.Column]int               // where each column stands
	held    map[string]map[form.Column]string // what the cells of a row held when the form was made
	rows    map[string]*form.Row
	seen    map[string]int // the row of each key that was met, from 0
	typed   bool           // on a page, where a cell is not emptied by mistake
}

func (r *formReader) read(load Loader) (*Reading, error) {
	d, err := load(r.Area)
	if err != nil {
		return nil, err
	}
	if r.form, err = form.New(d, r.Period, ""); err != nil {
		return nil, err
	}
	if r.words, err = bothWords(d); err != nil {
		return nil, err
	}
	if err := r.heads(); err != nil {
		return nil, err
	}
	r.rows, r.seen = map[string]*form.Row{}, map[string]int{}
	for i := range r.form.Rows {
		r.rows[r.form.Rows[i].Key] = &r.form.Rows[i]
	}
	if err := r.readHeld(); err != nil {
		return nil, err
	}
	r.merged()
	if len(r.Problems) == 0 {
		for i := r.head + 1; i < len(r.sheet.Rows); i++ {
			r.row(i)
		}
	}
	return &r.Reading, nil
}

// at is the place of a cell.
func (r *formReader) at(row, column int) dataset.Origin {
	return dataset.Origin{File: r.Name, Sheet: r.sheet.Name, Cell: xlsx.CellName(column, row+1)}
}

func (r *formReader) cell(row int, c form.Column) xlsx.Value {
	at, ok := r.columns[c]
	if line := r.sheet.Rows[row]; ok && at < len(line) {
		return line[at]
	}
	return xlsx.Value{Decimals: -1}
}

func (r *formReader) of(row int, c form.Column) dataset.Origin { return r.at(row, r.columns[c]) }

// heads finds the headings. Columns may be moved, and others may be beside them.
func (r *formReader) heads() error {
	for i, line := range r.sheet.Rows[:min(len(r.sheet.Rows), 15)] {
		columns, strange := map[form.Column]int{}, map[int]string{}
		for j, v := range line {
			c, ok := form.ColumnOf(v.Text, r.words...)
			_, twice := columns[c]
			switch {
			case !ok && strings.TrimSpace(v.Text) != "":
				strange[j] = v.Text
			case ok && twice:
				return message.Errorf("%s: the heading %q stands twice", r.at(i, j).String(), v.Text)
			case ok:
				columns[c] = j
			}
		}
		if len(columns) < 4 {
			continue
		}
		r.head, r.columns = i, columns
		return r.complete(i, strange)
	}
	return message.Errorf("the row of headings (%s, %s …) is not found", form.Head(r.words[0], form.Code), form.Head(r.words[0], form.Value))
}

// complete reports columns that are missing, and what stands in columns that the form does not have.
func (r *formReader) complete(head int, strange map[int]string) error {
	for _, c := range append([]form.Column{form.Code, form.Name, form.Unit}, form.Open()...) {
		if _, ok := r.columns[c]; ok {
			continue
		}
		if len(strange) == 0 {
			r.problem(r.at(head, 0), "the column %q is missing: put its heading and its cells back", form.Head(r.words[0], c))
		}
		for j, text := range strange {
			r.problem(r.at(head, j), "the heading %q is none of the form, and %q is missing: give the column its heading back", text, form.Head(r.words[0], c))
		}
	}
	known := map[int]bool{}
	for _, j := range r.columns {
		known[j] = true
	}
	for i := head + 1; i < len(r.sheet.Rows) && len(r.Problems) == 0; i++ {
		for j, v := range r.sheet.Rows[i] {
			if !known[j] && strings.TrimSpace(v.Text) != "" {
				r.stray(i, j, strange[j])
			}
		}
	}
	return nil
}

// stray reports a cell in a column that the form does not have.
func (r *formReader) stray(i, j int, heading string) {
	if heading == "" {
		r.problem(r.at(i, j), "the column has no heading: move what stands in the cell to a column of the form, or clear it")
		return
	}
	r.problem(r.at(i, j), "the column %q is none of the form: move what it says to a column of the form, or clear it", heading)
}

// readHeld reads what the cells held when the form was made. Without that, an untouched figure cannot be told from one that was
// typed.
func (r *formReader) readHeld() error {
	r.held = map[string]map[form.Column]string{}
	s := r.book.Sheet(form.HeldSheet)
	if s == nil || len(s.Rows) == 0 {
		return message.Errorf("the sheet %s is missing, which tells what the form held when it was made: use the form itself, not a copy of one sheet", form.HeldSheet)
	}
	var columns []form.Column
	for _, v := range s.Rows[0] {
		c, _ := form.ColumnOf(v.Text, r.words...)
		columns = append(columns, c)
	}
	for _, line := range s.Rows[1:] {
		cells := map[form.Column]string{}
		for j, v := range line {
			if j < len(columns) {
				cells[columns[j]] = v.Text
			}
		}
		r.held[cells[form.Code]] = cells
	}
	return nil
}

// merged reports merged cells among the figures: what stands in one would be missing in the others.
func (r *formReader) merged() {
	for _, area := range r.sheet.Merged {
		first, last, _ := strings.Cut(area, ":")
		left, _, err1 := xlsx.CellPlace(first)
		right, bottom, err2 := xlsx.CellPlace(last)
		if err1 != nil || err2 != nil || bottom <= r.head {
			continue
		}
		for _, c := range append([]form.Column{form.Code}, form.Open()...) {
			if at := r.columns[c]; at >= left && at <= right {
				r.problem(dataset.Origin{File: r.Name, Sheet: r.sheet.Name, Cell: first}, "the cells %s are merged: separate them, so that each figure has its own", area)
				break
			}
		}
	}
}

// row reads a line.
func (r *formReader) row(i int) {
	key := fold(r.cell(i, form.Code).Text)
	filled := slices.ContainsFunc(form.Open(), func(c form.Column) bool {
		v := r.cell(i, c)
		return strings.TrimSpace(v.Text) != "" || v.Formula
	})
	if key == "" && !filled {
		return // a chapter, or an empty line
	}
	row, ok := r.find(i, key)
	if !ok || !filled && !r.heldAny(row.Key) {
		return
	}
	if first, twice := r.seen[row.Key]; twice {
		r.problem(r.of(i, form.Code), "%s stands in two rows, first in row %d: keep one of the two", row.Key, first+1)
		return
	}
	r.seen[row.Key] = i
	if !r.labels(i, row) {
		return
	}
	l := line{formReader: r, row: row, i: i, held: r.held[row.Key]}
	l.read()
}

// heldAny reports whether a row had something to lose when the form was made.
func (r *formReader) heldAny(key string) bool {
	return slices.ContainsFunc(form.Open(), func(c form.Column) bool { return r.held[key][c] != "" })
}

// find finds the row of a key; of a line without a key, the indicator that its name means.
func (r *formReader) find(i int, key string) (*form.Row, bool) {
	if row := r.rows[key]; row != nil {
		return row, true
	}
	at := r.of(i, form.Code)
	if key == "" {
		name := strings.TrimSpace(r.cell(i, form.Name).Text)
		if name == "" {
			r.problem(at, "the row has figures and says not of what: enter the indicator's code or name")
			return nil, false
		}
		if key = r.named(name); key == "" {
			r.problem(r.of(i, form.Name), "no indicator is called %q: enter the code; nianbao catalog WORD finds codes", name)
			return nil, false
		}
	}
	row := r.rows[key]
	if row == nil {
		standard, ok := r.form.Standard(key)
		if !ok {
			r.problem(at, "neither the form nor the catalogue has an indicator %q: give the row its code back, or find one with nianbao catalog WORD", key)
			return nil, false
		}
		row = &standard
	}
	if fold(r.cell(i, form.Unit).Text) == "" {
		r.problem(r.of(i, form.Unit), "enter the unit of the figure; %s is given in %s", row.Key, message.Plain(unitWord(row.Figure.Unit, r.words)))
		return nil, false
	}
	r.rows[key] = row
	return row, true
}

func (r *formReader) unit(s *form.Slot, w *locale.Words) string {
	if s.ID == "" || s.Unit.Unit == stat.RankUnit {
		return ""
	}
	return w.Unit(s.Unit.Unit, s.Unit.Mult)
}

// labels holds that the cells beside the figures are still those of the row: a sheet that was sorted by some of its columns
// alone gives figures to other indicators.
func (r *formReader) labels(i int, row *form.Row) bool {
	names := []string{r.form.NameOf(row, r.words[0]), r.form.NameOf(row, r.words[1])}
	name := r.cell(i, form.Name).Text
	if name == "" && r.held[row.Key] != nil && r.cell(i, form.Code).Text != "" {
		r.problem(r.of(i, form.Name), "the name of %s was cleared: give it back, so that code and figures are seen to belong together", row.Key)
		return false
	}
	if name != "" && !slices.ContainsFunc(names, func(s string) bool { return fold(s) == fold(name) }) && r.named(strings.TrimSpace(name)) != row.Key {
		r.problem(r.of(i, form.Name), "the code %s is that of %q, and the row is called %q: put codes and names together again", row.Key, names[0], name)
		return false
	}
	for _, u := range []struct {
		column form.Column
		slot   *form.Slot
	}{{form.Unit, &row.Figure}, {form.GrowthUnit, &row.Growth}} {
		unit := fold(r.cell(i, u.column).Text)
		if own := r.unit(u.slot, r.words[0]); unit != "" && unit != fold(own) && unit != fold(r.unit(u.slot, r.words[1])) {
			r.problem(r.of(i, u.column), "%s is given in %s: convert the figure, and give the unit back", row.Key, message.Plain(unitWord(u.slot.Unit, r.words)))
			return false
		}
	}
	return true
}

// named is the code of the one indicator that has a name, "" if none has it.
func (r *formReader) named(name string) string {
	for _, ind := range r.form.Data.Indicators {
		if name == ind.Name.Hans || strings.EqualFold(name, ind.Name.En) {
			return ind.Code
		}
	}
	if e, ok := catalog.Find(name); ok {
		return e.Code
	}
	return ""
}
