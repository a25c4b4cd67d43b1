package workbook

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	"nianbao/internal/wording"
	"nianbao/internal/xlsxread"
)

// Reader reads the contents of a workbook back.
type Reader struct{ book *xlsxread.Book }

// Open reads the cells of a workbook. It fails if the file is not a workbook.
func Open(file []byte) (*Reader, error) {
	book, err := xlsxread.Read(file, nil)
	if err != nil {
		return nil, fmt.Errorf("read workbook: %w", err)
	}
	return &Reader{book}, nil
}

// sheet returns the rows of a sheet, which the workbook must have.
func (r *Reader) sheet(name string) ([][]string, error) {
	s, ok := r.book.Sheet(name)
	if !ok {
		return nil, errors.New("the workbook has no such sheet")
	}
	return s.Rows, nil
}

// Data reads the sheet "data": the rows below the header, as texts in the order of [wording.DataColumns], empty for
// empty cells. Numbers are returned exactly as in the file. It fails if the sheet is missing or its header differs.
func (r *Reader) Data() ([][]string, error) {
	rows, err := r.readData()
	if err != nil {
		return nil, fmt.Errorf("read workbook: sheet \"data\": %w", err)
	}
	return rows, nil
}

func (r *Reader) readData() ([][]string, error) {
	rows, err := r.sheet("data")
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, errors.New("it is empty")
	}
	columns := wording.DataColumns()
	var data [][]string
	for i, row := range rows {
		if len(row) > len(columns) {
			return nil, fmt.Errorf("row %d: %d cells, want at most %d", i+1, len(row), len(columns))
		}
		fields := make([]string, len(columns))
		copy(fields, row)
		if i > 0 {
			data = append(data, fields)
		} else if !slices.Equal(fields, columns) {
			return nil, fmt.Errorf("header %q, want %q", fields, columns)
		}
	}
	for _, name := range truths() {
		at := slices.Index(columns, name)
		for _, fields := range data {
			if fields[at] != "" {
				fields[at] = strconv.FormatBool(fields[at] == "1")
			}
		}
	}
	return data, nil
}
