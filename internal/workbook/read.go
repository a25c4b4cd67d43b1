package workbook

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"

	"nianbao/internal/edition"
)

// maxUnzipped bounds what a file may unpack to, in bytes: one that somebody sends can be made to fill a disk.
const maxUnzipped = 1 << 29

// ReadData reads the sheet "data" of a workbook: the rows below the header, as texts in the order of
// [edition.DataColumns], empty where the cell is. Numbers come exactly as the file has them. It fails if the
// file is no workbook, the sheet is missing or its header is another.
func ReadData(xlsx []byte) (rows [][]string, err error) {
	f, err := open(xlsx)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if rows, err = readSheet(f, "data"); err != nil {
		return nil, fmt.Errorf("read workbook: sheet \"data\": %w", err)
	}
	return rows, nil
}

func readSheet(f *excelize.File, name string) (rows [][]string, err error) {
	it, err := f.Rows(name)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, it.Close()) }()
	columns := edition.DataColumns()
	n := 1
	for ; it.Next(); n++ {
		fields, err := it.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return nil, fmt.Errorf("row %d: %w", n, err)
		}
		if len(fields) > len(columns) {
			return nil, fmt.Errorf("row %d: %d cells, want at most %d", n, len(fields), len(columns))
		}
		fields = append(fields, make([]string, len(columns)-len(fields))...)
		for _, name := range truths() {
			if i := slices.Index(columns, name); n > 1 && fields[i] != "" {
				fields[i] = strconv.FormatBool(fields[i] == "1")
			}
		}
		switch {
		case n > 1:
			rows = append(rows, fields)
		case !slices.Equal(fields, columns):
			return nil, fmt.Errorf("header %q, want %q", fields, columns)
		}
	}
	if err := it.Error(); err != nil {
		return nil, err
	}
	if n == 1 {
		return nil, errors.New("it is empty")
	}
	return rows, nil
}
