package tidy

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
)

// The types of a column, by their names in a data package.
const (
	typeString  = "string"
	typeNumber  = "number"
	typeInteger = "integer"
	typeBoolean = "boolean"
	typeDate    = "date"
)

// Table is one of the machine-readable tables: what a CSV file holds.
type Table struct {
	Kind    string // data, indicators, rankings, projects, milestones, targets, progress, history or revisions
	Key     string // the column whose values tell the rows apart
	Columns []Column
	Rows    [][]string // texts in the order of the columns; "" for what is missing
}

// Column is a column of a table. Its meaning is the phrase "field." and its name.
type Column struct {
	Name     string
	Type     string
	Codes    string // for a column of codes: their kind, as [locale.CodeList] knows it
	Pattern  string // for texts of a fixed form
	Required bool   // never empty
	Fact     string // for a figure: the column that has its fact_id
	Mult     string // for a figure: the column that has its power of ten; "" if it is in the unit itself
	Source   string // for a reference: the column of the data table, or "table.column", it refers to
}

// Names lists the columns of the table.
func (t Table) Names() []string {
	var names []string
	for _, c := range t.Columns {
		names = append(names, c.Name)
	}
	return names
}

// CSV writes the table as comma-separated values (RFC 4180) in UTF-8 without a byte-order mark, the header in row 1.
// Texts stay what they are, also one that a spreadsheet program would take for a formula.
func (t Table) CSV() ([]byte, error) {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	if err := w.WriteAll(append([][]string{t.Names()}, t.Rows...)); err != nil {
		return nil, fmt.Errorf("write %s as csv: %w", t.Kind, err)
	}
	return out.Bytes(), nil
}

// Tables makes every table of the edition, that of the data first. zh and en are the words of the columns that
// are in Chinese and in English; rows are the edition's tidy table in the same words. A figure that has no words
// is an error.
func Tables(e *edition.Edition, rows []edition.DataRow, zh, en *locale.Words) ([]Table, error) {
	m := &maker{Edition: e, zh: zh, en: en}
	tables := []Table{dataTable(rows)}
	for _, t := range m.all() {
		if len(t.Rows) > 0 || !slices.Contains(occasional(), t.Kind) {
			tables = append(tables, t)
		}
	}
	return tables, m.err
}

// all makes the tables beside the data.
func (m *maker) all() []Table {
	return []Table{
		m.indicators(), m.rankings(), m.projects(), m.milestones(), m.targets(), m.progress(), m.history(), m.revisions(),
	}
}

// occasional are the kinds of tables that are written only where they have rows.
func occasional() []string { return []string{"progress", "history", "revisions"} }

// maker makes tables of one edition. Its first error is kept.
type maker struct {
	*edition.Edition
	zh, en *locale.Words
	err    error
}

// field is a column together with what stands in it for each item.
type field[T any] struct {
	Column
	of func(T) string
}

// tabulate makes a table of the items, a row each. The first column tells the rows apart, the last says whether the
// data are invented.
func tabulate[T any](m *maker, kind string, fields []field[T], items []T) Table {
	fields[0].Required = true
	sample := strconv.FormatBool(m.Area.Sample)
	fields = append(fields, field[T]{Column{Name: "sample", Type: typeBoolean, Required: true}, func(T) string { return sample }})
	t := Table{Kind: kind, Key: fields[0].Name}
	for _, f := range fields {
		t.Columns = append(t.Columns, f.Column)
	}
	for _, item := range items {
		row := make([]string, len(fields))
		for i, f := range fields {
			row[i] = f.of(item)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func plain[T any](name string, of func(T) string) field[T] {
	return field[T]{Column{Name: name, Type: typeString}, of}
}

func coded[T any](name, kind string, of func(T) string) field[T] {
	return field[T]{Column{Name: name, Type: typeString, Codes: kind}, of}
}

func whole[T any](name string, of func(T) string) field[T] {
	return field[T]{Column{Name: name, Type: typeInteger}, of}
}

func period[T any](name string, of func(T) string) field[T] {
	return field[T]{Column{Name: name, Type: typeString, Pattern: periodPattern, Required: true}, of}
}

// both are the columns of a wording in Chinese and in English.
func both[T any](m *maker, name string, say func(*locale.Words, T) string) []field[T] {
	return []field[T]{
		plain(name+"_zh", func(item T) string { return say(m.zh, item) }),
		plain(name+"_en", func(item T) string { return say(m.en, item) }),
	}
}

// The forms of periods and dates.
const (
	periodPattern = `^[0-9]{4}(-(H1|Q[1-4]|0[1-9]|1[0-2]))?$`
	datePattern   = `^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$`
)

// dataTable is the tidy table of an edition.
func dataTable(rows []edition.DataRow) Table {
	columns := map[string]Column{
		"fact_id":      {Type: typeString, Required: true},
		"theme":        {Type: typeString, Required: true},
		"indicator":    {Type: typeString, Required: true},
		"ref_area":     {Type: typeString, Required: true},
		"time_period":  {Type: typeString, Required: true, Pattern: periodPattern},
		"measure":      {Type: typeString, Required: true, Codes: "measure"},
		"obs_value":    {Type: typeNumber, Fact: "fact_id", Mult: "unit_mult"},
		"unit_measure": {Type: typeString, Required: true},
		"unit_mult":    {Type: typeInteger, Required: true},
		"decimals":     {Type: typeInteger},
		"obs_status":   {Type: typeString, Required: true, Codes: "status"},
		"qualifier":    {Type: typeString, Codes: "qualifier"},
		"variant_of":   {Type: typeString, Source: "fact_id"},

		"out_of":         {Type: typeInteger},
		"ranked_by":      {Type: typeString, Codes: "measure"},
		"tied":           {Type: typeBoolean},
		"operator":       {Type: typeString, Codes: "operator"},
		"tolerance":      {Type: typeNumber},
		"tolerance_mult": {Type: typeInteger},
		"baseline_fact":  {Type: typeString, Source: "fact_id"},
		"sample":         {Type: typeBoolean, Required: true},
	}
	t := Table{Kind: "data", Key: "fact_id"}
	for _, name := range edition.DataColumns() {
		c, ok := columns[name]
		if !ok {
			c.Type = typeString
		}
		c.Name = name
		t.Columns = append(t.Columns, c)
	}
	for _, r := range rows {
		t.Rows = append(t.Rows, r.Fields())
	}
	return t
}
