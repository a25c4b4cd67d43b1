package intake

import (
	"github.com/shopspring/decimal"

	"nianbao/internal/dataset"
	"nianbao/internal/form"
	"nianbao/internal/stat"
	"nianbao/internal/xlsx"
)

// Typed is a row of a form that was filled in on a page.
type Typed struct {
	Key   string                 // of the row
	Held  map[form.Column]string // what its cells held when the page was made
	Cells map[form.Column]string // what they hold now
}

// ReadTyped reads a row as [Read] reads that of a form. In the places of proposals and problems, a column stands for a cell.
func ReadTyped(d *stat.Dataset, period stat.Period, t Typed) (*Reading, error) {
	r := &formReader{Reading: Reading{Kind: FormFile, Area: d.Area.Code, Period: period}, columns: map[form.Column]int{}, typed: true}
	var err error
	if r.form, err = form.New(d, period, ""); err != nil {
		return nil, err
	}
	if r.words, err = bothWords(d); err != nil {
		return nil, err
	}
	r.rows, r.seen = map[string]*form.Row{}, map[string]int{}
	for i := range r.form.Rows {
		r.rows[r.form.Rows[i].Key] = &r.form.Rows[i]
	}
	row := r.rows[t.Key]
	if row == nil {
		if standard, ok := r.form.Standard(t.Key); ok {
			row = &standard
		}
	}
	line := make([]xlsx.Value, len(form.Columns()))
	for i, c := range form.Columns() {
		r.columns[c] = i
		text := t.Cells[c]
		switch {
		case c == form.Code:
			text = t.Key
		case c == form.Name && row != nil:
			text = r.form.NameOf(row, r.words[0])
		case c == form.Unit && row != nil:
			text = r.unit(&row.Figure, r.words[0])
		}
		line[i] = xlsx.Value{Kind: xlsx.Text, Text: text, Decimals: -1}
	}
	r.sheet = &xlsx.FilledSheet{Rows: [][]xlsx.Value{nil, line}}
	r.held = map[string]map[form.Column]string{t.Key: t.Held}
	r.row(1)
	for i := range r.Problems {
		r.Problems[i].Origin = column(r.Problems[i].Origin)
	}
	for i := range r.Proposals {
		r.Proposals[i].Origin = column(r.Proposals[i].Origin)
	}
	return &r.Reading, nil
}

// ParseNumber reads a number as that of a form's cell, in the unit of a figure.
func ParseNumber(d *stat.Dataset, slot form.Slot, text string) (decimal.Decimal, error) {
	words, err := bothWords(d)
	if err != nil {
		return decimal.Zero, err
	}
	n, problem := textNumber(text, wanted{slot.Unit, slot.Measure}, words...)
	if problem != nil {
		return n, problem
	}
	return n, nil
}

// column gives the column of a place in its stead.
func column(at dataset.Origin) dataset.Origin {
	if n, _, err := xlsx.CellPlace(at.Cell); err == nil && n < len(form.Columns()) {
		return dataset.Origin{Cell: string(form.Columns()[n])}
	}
	return at
}
