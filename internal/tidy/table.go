package tidy

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strconv"
	"sync"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/message"
	"nianbao/internal/wording"
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
	Kind    string // data, indicators, rankings, projects, milestones, targets, progress, history, revisions, catalogue or codes
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
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
	}
	return names
}

// index is the place of a column, -1 if the table has none of the name.
func (t Table) index(name string) int {
	return slices.IndexFunc(t.Columns, func(c Column) bool { return c.Name == name })
}

// byteOrderMark tells programs that a file is in UTF-8.
const byteOrderMark = "\ufeff"

// CSV writes the table as comma-separated values (RFC 4180) in UTF-8, the header in row 1. With a byte-order mark
// spreadsheet programs know the encoding. Texts stay what they are, also one that a spreadsheet program would take for a formula.
func (t Table) CSV(bom bool) ([]byte, error) {
	var out bytes.Buffer
	out.Grow(t.size())
	if bom {
		out.WriteString(byteOrderMark)
	}
	w := csv.NewWriter(&out)
	if err := w.WriteAll(append([][]string{t.Names()}, t.Rows...)); err != nil {
		return nil, message.Errorf("write %s as csv: %w", t.Kind, err)
	}
	return out.Bytes(), nil
}

// size is how many bytes the texts of the table take with commas and line ends, as long as none is quoted.
func (t Table) size() int {
	n := 0
	for _, c := range t.Columns {
		n += len(c.Name) + 1
	}
	for _, row := range t.Rows {
		for _, cell := range row {
			n += len(cell) + 1
		}
	}
	return n
}

// Tables makes every table of the edition, that of the data first. zh and en are the words of the columns that
// are in Chinese and in English; rows are the edition's tidy table in the same words. A figure that has no words
// is an error.
func Tables(e *edition.Edition, rows []wording.DataRow, zh, en *locale.Words) ([]Table, error) {
	m := &maker{Edition: e, zh: zh, en: en, sample: strconv.FormatBool(e.Area.Sample)}
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
		m.catalogue(), m.codes(),
	}
}

// occasional are the kinds of tables that are written only where they have rows.
func occasional() []string { return []string{"progress", "history", "revisions"} }

// maker makes tables of one edition. Its first error is kept.
type maker struct {
	*edition.Edition
	zh, en *locale.Words
	sample string
	err    error
}

// field is a column together with what stands in it for each item.
type field[T any] struct {
	Column
	of func(*maker, T) string
}

// column is a column of what an item says by itself.
func column[T any](c Column, of func(T) string) []field[T] {
	return []field[T]{{c, func(_ *maker, item T) string { return of(item) }}}
}

// layout is a kind of table: its columns, and what stands in them.
type layout[T any] struct {
	kind    string
	columns []Column
	fields  []field[T]
}

// lay makes a layout. The first column tells the rows apart, the last says whether the data are invented.
func lay[T any](kind string, columns ...[]field[T]) layout[T] {
	fields := slices.Concat(columns...)
	fields[0].Required = true
	fields = append(fields, field[T]{Column{Name: "sample", Type: typeBoolean, Required: true}, func(m *maker, _ T) string { return m.sample }})
	l := layout[T]{kind: kind, fields: fields}
	for _, f := range fields {
		l.columns = append(l.columns, f.Column)
	}
	return l
}

// table has a row for each item.
func (l layout[T]) table(m *maker, items []T) Table {
	t := Table{Kind: l.kind, Key: l.columns[0].Name, Columns: l.columns, Rows: make([][]string, len(items))}
	n := len(l.fields)
	cells := make([]string, n*len(items))
	for i, item := range items {
		t.Rows[i], cells = cells[:n:n], cells[n:]
		for j, f := range l.fields {
			t.Rows[i][j] = f.of(m, item)
		}
	}
	return t
}

func plain[T any](name string, of func(T) string) []field[T] {
	return column(Column{Name: name, Type: typeString}, of)
}

func coded[T any](name, kind string, of func(T) string) []field[T] {
	return column(Column{Name: name, Type: typeString, Codes: kind}, of)
}

func whole[T any](name string, of func(T) string) []field[T] {
	return column(Column{Name: name, Type: typeInteger}, of)
}

func period[T any](name string, of func(T) string) []field[T] {
	return column(Column{Name: name, Type: typeString, Pattern: periodPattern, Required: true}, of)
}

// both are the columns of a wording in Chinese and in English.
func both[T any](name string, say func(*locale.Words, T) string) []field[T] {
	return bothOf(name, func(_ *maker, w *locale.Words, item T) string { return say(w, item) })
}

// bothOf are those of a wording that more than the item decides about.
func bothOf[T any](name string, say func(*maker, *locale.Words, T) string) []field[T] {
	return []field[T]{
		{Column{Name: name + "_zh", Type: typeString}, func(m *maker, item T) string { return say(m, m.zh, item) }},
		{Column{Name: name + "_en", Type: typeString}, func(m *maker, item T) string { return say(m, m.en, item) }},
	}
}

// The forms of periods and dates.
const (
	periodPattern = `^[0-9]{4}(-(H1|Q[1-4]|0[1-9]|1[0-2]))?$`
	datePattern   = `^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$`
)

// dataColumns are those of the tidy table.
var dataColumns = sync.OnceValue(func() []Column {
	columns := map[string]Column{
		"fact_id":      {Type: typeString, Required: true},
		"theme":        {Type: typeString, Required: true},
		"indicator":    {Type: typeString, Required: true},
		"ref_area":     {Type: typeString, Required: true},
		"time_period":  {Type: typeString, Required: true, Pattern: periodPattern},
		"measure":      {Type: typeString, Required: true, Codes: "measure"},
		"period_start": {Type: typeDate, Required: true},
		"period_end":   {Type: typeDate, Required: true},
		"accumulation": {Type: typeString, Required: true, Codes: "accumulation"},
		"frequency":    {Type: typeString, Required: true, Codes: "frequency"},
		"price_basis":  {Type: typeString, Codes: "basis"},
		"growth_kind":  {Type: typeString, Codes: "growth-kind"},
		"only":         {Type: typeString, Codes: "only"},
		"obs_value":    {Type: typeNumber, Fact: "fact_id", Mult: "unit_mult"},
		"unit_measure": {Type: typeString, Required: true},
		"unit_mult":    {Type: typeInteger, Required: true},
		"decimals":     {Type: typeInteger},
		"obs_status":   {Type: typeString, Required: true, Codes: "status"},
		"qualifier":    {Type: typeString, Codes: "qualifier"},
		"variant_of":   {Type: typeString, Source: "fact_id"},
		"derived":      {Type: typeBoolean, Required: true},

		"out_of":         {Type: typeInteger},
		"ranked_by":      {Type: typeString, Codes: "measure"},
		"tied":           {Type: typeBoolean},
		"operator":       {Type: typeString, Codes: "operator"},
		"tolerance":      {Type: typeNumber},
		"tolerance_mult": {Type: typeInteger},
		"baseline_fact":  {Type: typeString, Source: "fact_id"},
		"upper_bound":    {Type: typeNumber},
		"edition":        {Type: typeString, Required: true, Pattern: periodPattern},
		"release":        {Type: typeInteger},
		"released":       {Type: typeDate},
		"revised":        {Type: typeBoolean, Required: true},
		"sample":         {Type: typeBoolean, Required: true},
	}
	var list []Column
	for _, name := range wording.DataColumns() {
		c, ok := columns[name]
		if !ok {
			c.Type = typeString
		}
		c.Name = name
		list = append(list, c)
	}
	return list
})

// dataTable is the tidy table of an edition.
func dataTable(rows []wording.DataRow) Table {
	t := Table{Kind: "data", Key: "fact_id", Columns: dataColumns(), Rows: make([][]string, len(rows))}
	for i, r := range rows {
		t.Rows[i] = r.Fields()
	}
	return t
}
