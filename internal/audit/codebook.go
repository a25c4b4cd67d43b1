package audit

import (
	"maps"
	"slices"
	"strings"

	"nianbao/internal/message"
	"nianbao/internal/xlsxread"
)

// sheetColumns finds the columns of the sheets for people that have figures: by sheet, header to table and name.
func (j *judge) sheetColumns(book *xlsxread.Book) (map[string]map[string]sheetColumn, error) {
	if j.manifest.OutputVersion == 1 {
		return firstColumns(book, j.doc.Languages), nil
	}
	columns, err := codebookColumns(book)
	if err != nil {
		return nil, err
	}
	for sheet, known := range columns {
		figures := slices.ContainsFunc(figureColumns(), func(c figureColumn) bool {
			for _, one := range known {
				return one.table == c.table
			}
			return false
		})
		if !figures {
			delete(columns, sheet)
		}
	}
	return columns, nil
}

// codebookColumns finds the columns that the codebook of a workbook lists. It knows the words of no header: the codebook
// lists its own columns too. A list that says two things of one column, or one of two, is an error.
func codebookColumns(book *xlsxread.Book) (map[string]map[string]sheetColumn, error) {
	found := -1
	var code codebook
	for i, s := range book.Sheets {
		c, ok := findCodebook(s)
		if ok && found >= 0 {
			return nil, message.Errorf("the sheets %q and %q are codebooks", book.Sheets[found].Name, s.Name)
		}
		if ok {
			found, code = i, c
		}
	}
	if found < 0 {
		return nil, message.Errorf("no sheet is its codebook")
	}
	columns, err := code.columns()
	if err != nil {
		return nil, message.Errorf("sheet %q: %w", book.Sheets[found].Name, err)
	}
	for _, name := range slices.Sorted(maps.Keys(columns)) {
		if _, ok := book.Sheet(name); !ok {
			return nil, message.Errorf("sheet %q: it lists columns of sheet %q, and there is none", book.Sheets[found].Name, name)
		}
	}
	return columns, nil
}

// codebook is the sheet that says what columns mean, and which of its own say what: the sheet, the header and the name for
// programs.
type codebook struct {
	rows                [][]string // below the header
	first               int        // number of the first of them
	sheet, header, name int
}

// findCodebook looks for the row in which the column of names for programs lists itself: with its own header, and with
// the name of its own sheet.
func findCodebook(s xlsxread.Sheet) (codebook, bool) {
	for _, row := range s.Rows {
		name := slices.Index(row, "codebook.machine_name")
		if name < 0 {
			continue
		}
		head := slices.IndexFunc(s.Rows, func(row []string) bool { return len(row) > name && row[name] != "" })
		header, sheet := slices.Index(row, s.Rows[head][name]), slices.Index(row, s.Name)
		if header < 0 || sheet < 0 {
			continue
		}
		return codebook{s.Rows[head+1:], head + 2, sheet, header, name}, true
	}
	return codebook{}, false
}

// alsoCSV follows the name of a sheet whose columns the CSV files have too.
const alsoCSV = ", CSV"

// columns lists the columns by sheet and header. A sheet can have several tables; a header stands once in a table.
func (c codebook) columns() (map[string]map[string]sheetColumn, error) {
	columns := map[string]map[string]sheetColumn{}
	named, headed := map[sheetColumn]bool{}, map[sheetColumn]bool{}
	for i, row := range c.rows {
		if len(row) <= max(c.sheet, c.header, c.name) || row[c.name] == "" {
			continue
		}
		sheet, header := strings.TrimSuffix(row[c.sheet], alsoCSV), row[c.header]
		var one sheetColumn
		one.table, one.name, _ = strings.Cut(row[c.name], ".")
		head := sheetColumn{one.table, header}
		if headed[head] || named[one] || one.name == "" || header == "" {
			return nil, message.Errorf("row %d: column %q of sheet %q, %s: it is listed twice, or has no name", c.first+i, header, sheet, row[c.name])
		}
		headed[head], named[one] = true, true
		if columns[sheet] == nil {
			columns[sheet] = map[string]sheetColumn{}
		}
		columns[sheet][header] = one
	}
	return columns, nil
}
