package workbook

import (
	"nianbao/internal/message"
	"nianbao/internal/xlsx"
)

// Series is a workbook of one table that comes row by row.
type Series struct {
	Program string                   // that writes it
	Number  func(column string) bool // reports whether the cells of a column are numbers

	table xlsx.Table
}

// mostRows is how many rows a sheet can have below its header.
const mostRows = 1048575

// Add takes a row, the header first. A row that the sheet cannot hold is an error.
func (s *Series) Add(row []string) error {
	if s.table.Columns == nil {
		s.table.Name = "data"
		for _, name := range row {
			c := xlsx.Column{Key: name, Header: name, Kind: xlsx.Text, Limit: noteWidth}
			if s.Number(name) {
				c.Kind, c.Limit = xlsx.Number, figureWidth
			}
			s.table.Columns = append(s.table.Columns, c)
		}
		return nil
	}
	if len(s.table.Rows) == mostRows {
		return message.Errorf("a sheet has no room for more than %d rows: write a CSV file, or fewer areas", mostRows)
	}
	cells := make([]xlsx.Cell, len(row))
	for i, text := range row {
		cells[i] = textCell(text)
		if text != "" && s.table.Columns[i].Kind == xlsx.Number {
			cells[i] = xlsx.Cell{Kind: xlsx.Number, Text: text, Decimals: int16(decimals(text))}
		}
	}
	s.table.Rows = append(s.table.Rows, cells)
	return nil
}

// Write returns the workbook as the bytes of an XLSX file.
func (s *Series) Write() ([]byte, error) {
	book := xlsx.Book{
		Properties: xlsx.Properties{Title: "Series", Creator: s.Program, Program: s.Program}, Face: "Microsoft YaHei", Live: true,
		Sheets: []xlsx.Sheet{{Name: "data", Tables: []xlsx.Table{s.table}, Plain: true}},
	}
	if err := book.Arrange(); err != nil {
		return nil, err
	}
	return book.Write()
}
