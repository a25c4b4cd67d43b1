package tidy

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// Figure is a value that a table repeats from the data, with the fact it belongs to.
type Figure struct {
	Fact   string // fact_id
	Column string
	Value  string          // as written; "" if missing
	Base   decimal.Decimal // in the unit itself; without meaning if missing
}

// readTable reads back the CSV of a table. A header other than that of the kind, and an unknown kind, are errors.
func readTable(kind string, data []byte) (Table, error) {
	t := emptyTable(kind)
	if t.Columns == nil {
		return Table{}, fmt.Errorf("read table: no table is of the kind %q", kind)
	}
	records, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		return Table{}, fmt.Errorf("read %s: %w", kind, err)
	}
	if len(records) == 0 || !slices.Equal(records[0], t.Names()) {
		return Table{}, fmt.Errorf("read %s: row 1 is not the header of this table", kind)
	}
	t.Rows = records[1:]
	return t, nil
}

// emptyTable has the columns of a kind and no rows.
func emptyTable(kind string) Table {
	w, err := locale.For(stat.Hans, stat.Units())
	if err != nil {
		return Table{}
	}
	m := &maker{Edition: &edition.Edition{}, zh: w, en: w}
	for _, t := range append(m.all(), dataTable(nil)) {
		if t.Kind == kind {
			return t
		}
	}
	return Table{}
}

// Figures lists the figures of a table in order. A value or power of ten that is no number is an error.
func (t Table) Figures() ([]Figure, error) {
	var out []Figure
	for i, row := range t.Rows {
		for j, c := range t.Columns {
			if c.Fact == "" {
				continue
			}
			f := Figure{Fact: row[t.index(c.Fact)], Column: c.Name, Value: row[j]}
			if f.Fact == "" && f.Value == "" {
				continue
			}
			mult := "0"
			if c.Mult != "" {
				mult = row[t.index(c.Mult)]
			}
			var err error
			if f.Base, err = base(f.Value, mult); err != nil {
				return nil, fmt.Errorf("%s, row %d, %s: %w", t.Kind, i+2, c.Name, err)
			}
			out = append(out, f)
		}
	}
	return out, nil
}

// base is a value times a power of ten; zero for no value.
func base(value, mult string) (decimal.Decimal, error) {
	if value == "" {
		return decimal.Zero, nil
	}
	d, err := decimal.NewFromString(value)
	if err != nil {
		return d, err
	}
	n, err := strconv.Atoi(mult)
	if err != nil {
		return d, fmt.Errorf("power of ten %q: %w", mult, err)
	}
	return d.Shift(int32(n)), nil
}

// columnsOf names the columns of a kind of table.
func columnsOf(kind string) []string { return emptyTable(kind).Names() }
