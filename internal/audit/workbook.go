package audit

import (
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/message"
	"nianbao/internal/xlsxread"
)

// workbook holds the sheet of the data, and the numbers of the sheets for people.
func (j *judge) workbook(file []byte) error {
	book, err := xlsxread.Read(file, nil)
	if err != nil {
		return err
	}
	data, ok := book.Sheet(kindData)
	if !ok || len(data.Rows) == 0 {
		return message.Errorf("it has no sheet %q with a header", kindData)
	}
	t, err := j.dataSheet(data.Rows)
	if err != nil {
		return message.Errorf("sheet %q: %w", kindData, err)
	}
	if err := j.headed(kindData, t); err != nil {
		return message.Errorf("sheet %q: %w", kindData, err)
	}
	j.hold(t, true)
	if j.doc == nil {
		return nil // the sheet of the data is compared without it
	}
	return j.sheets(book)
}

// dataSheet makes a table of a sheet. Truths stand in it as numbers; which columns have them the other files tell.
func (j *judge) dataSheet(rows [][]string) (table, error) {
	header := rows[0]
	full := make([][]string, len(rows)-1)
	for i, row := range rows[1:] {
		if len(row) > len(header) {
			return table{}, message.Errorf("row %d has %d cells, and the header %d", i+2, len(row), len(header))
		}
		full[i] = slices.Concat(row, make([]string, len(header)-len(row)))
	}
	for n, name := range header {
		if !j.truth(name) {
			continue
		}
		for _, row := range full {
			if row[n] != "" {
				row[n] = strconv.FormatBool(row[n] == "1")
			}
		}
	}
	return newTable(header, full)
}

// truth reports whether a column of the data has truths.
func (j *judge) truth(name string) bool {
	if j.pack != nil {
		if r := j.pack.resource(kindData); r != nil {
			return slices.ContainsFunc(r.Schema.Fields, func(c column) bool { return c.Name == name && c.Type == "boolean" })
		}
	}
	if j.figures == nil {
		return name == "tied" || name == "sample"
	}
	n := j.figures.column(name)
	return n >= 0 && slices.ContainsFunc(j.figures.rows, func(row []string) bool { return row[n] == "true" || row[n] == "false" }) &&
		!slices.ContainsFunc(j.figures.rows, func(row []string) bool { return row[n] != "" && row[n] != "true" && row[n] != "false" })
}

// sheetFigure is a number of a sheet for people, with what its row tells of which one it is.
type sheetFigure struct {
	sheet  string // the table: key, indicators, rankings, projects or targets
	column string // value, growth, position, areas, target, baseline, implied, or the code of an amount of money
	code   string // of the indicator or project
	period string // in words, in all languages; "" where it is not told
	of     string // unit in words, code of the scope of a ranking, or currency; "" where it is not told
	value  string
}

func (f sheetFigure) String() string { return f.Message().Error() }

// Message implements [message.Messenger].
func (f sheetFigure) Message() *message.Text {
	return message.Of("sheet of %s: %s %s of %s", f.sheet, f.column, f.value, f.code)
}

// figureColumn is a column of numbers that come of facts, with those that tell its period and unit.
type figureColumn struct{ table, name, period, of string }

func figureColumns() []figureColumn {
	return []figureColumn{
		{"key", "value", "", "unit"},
		{"key", "growth", "", ""},
		{"key", "position", "", ""},
		{"indicators", "value", "period", "unit"},
		{"indicators", "growth", "period", ""},
		{"indicators", "position", "period", ""},
		{"rankings", "position", "period", "scope"},
		{"rankings", "areas", "period", "scope"},
		{"targets", "target", "due", "unit"},
		{"targets", "baseline", "due", "level_unit"},
		{"targets", "implied", "due", "level_unit"},
		{"projects", "investment", "", "currency"},
		{"projects", "total_investment", "", "currency"},
		{"projects", "foreign_capital", "", "currency"},
	}
}

// sheets holds the numbers of the sheets for people against the document, both ways: each must be that of a fact, with
// its unit and period, and each fact of the edition's period must be shown.
func (j *judge) sheets(book *xlsxread.Book) error {
	columns, err := j.sheetColumns(book)
	if err != nil {
		return err
	}
	want := newWanted(j)
	found := 0
	for _, s := range book.Sheets {
		list, err := sheetFigures(s, columns[s.Name])
		if err != nil {
			return message.Errorf("sheet %q: %w", s.Name, err)
		}
		found += len(list)
		for _, f := range list {
			want.take(f)
		}
	}
	if found == 0 && len(want.count) > 0 {
		return message.Errorf("no sheet says which of its columns have figures")
	}
	want.rest()
	return nil
}

// sheetFigures reads the numbers of a sheet under the columns that are known by their headers: header to table and name.
func sheetFigures(s xlsxread.Sheet, known map[string]sheetColumn) ([]sheetFigure, error) {
	if len(known) == 0 {
		return nil, nil
	}
	head, at := headerOf(s.Rows, known)
	if head < 0 {
		return nil, message.Errorf("no row has the headers of its columns")
	}
	var list []sheetFigure
	for _, c := range figureColumns() {
		n, ok := at[sheetColumn{c.table, c.name}]
		if !ok {
			continue
		}
		for _, row := range s.Rows[head+1:] {
			get := func(name string) string {
				if i, ok := at[sheetColumn{c.table, name}]; ok && name != "" && i < len(row) {
					return row[i]
				}
				return ""
			}
			if n < len(row) && strings.TrimSpace(row[n]) != "" {
				list = append(list, sheetFigure{c.table, c.name, get("code"), oneLine(get(c.period)), oneLine(get(c.of)), plainValue(row[n])})
			}
		}
	}
	return list, nil
}

// oneLine is a cell's text on one line. Up to output version 3 cells have a line for each language.
func oneLine(s string) string { return strings.ReplaceAll(s, "\n", " ") }

// sheetColumn names a column of a sheet, whatever its header says.
type sheetColumn struct{ table, name string }

// headerOf finds the row of headers: the first that has all of the columns.
func headerOf(rows [][]string, known map[string]sheetColumn) (head int, at map[sheetColumn]int) {
	for i, row := range rows {
		at := map[sheetColumn]int{}
		for n, text := range row {
			if c, ok := known[text]; ok && text != "" {
				at[c] = n
			}
		}
		if len(at) == len(known) {
			return i, at
		}
	}
	return -1, nil
}

// plainValue is a number without the zeros at its end, by which money in units of its currency differs.
func plainValue(s string) string {
	if checkNumber(s, 0) != nil {
		return s
	}
	d, err := decimal.NewFromString(s)
	if err != nil {
		return s
	}
	return d.String()
}
