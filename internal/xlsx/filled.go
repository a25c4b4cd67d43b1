package xlsx

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"nianbao/internal/message"
)

// Filled is a workbook that somebody has filled in, in any program.
type Filled struct {
	Sheets []FilledSheet
	file   *excelize.File
}

// FilledSheet is the cells of a sheet, by row and column from 0.
type FilledSheet struct {
	Name   string
	Rows   [][]Value
	Hidden []int    // rows that are not shown
	Merged []string // ranges of cells that are one, as B2:C3
}

// Value is what a cell holds.
type Value struct {
	Kind     Kind
	Text     string // text; the digits of a number as stored; a date as 2006-01-02
	Percent  bool   // of a number: it is shown as per cent, a hundred times as large as stored
	Decimals int    // of a number: as many as are shown at most; -1 if all are
	Least    int    // of a number: as many decimals as are shown at least
	Odd      bool   // of a number: it is shown as another one, as in thousands, or with words
	Formula  bool   // the value is calculated
	Fault    bool   // it is an error, as #DIV/0!
}

// ReadFilled reads a workbook that comes from outside. What is no XLSX file, or too large, is an error; so is one that the
// library cannot read.
func ReadFilled(file []byte) (book *Filled, err error) {
	if err := guard(file); err != nil {
		return nil, err
	}
	defer func() {
		if p := recover(); p != nil { // in the library, of a damaged file
			book, err = nil, message.Errorf("the workbook is damaged: %s", fmt.Sprint(p))
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(file), excelize.Options{UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: maxUnzipped, RawCellValue: true})
	if err != nil {
		return nil, message.Errorf("the workbook is damaged: %s", err.Error())
	}
	book = &Filled{file: f}
	for _, name := range f.GetSheetList() {
		s, err := readFilled(f, name)
		if err != nil {
			return nil, message.Errorf("sheet %q: %w", name, err)
		}
		book.Sheets = append(book.Sheets, s)
	}
	return book, nil
}

// Sheet returns the sheet of a name, or nil.
func (b *Filled) Sheet(name string) *FilledSheet {
	i := slices.IndexFunc(b.Sheets, func(s FilledSheet) bool { return s.Name == name })
	if i < 0 {
		return nil
	}
	return &b.Sheets[i]
}

func readFilled(f *excelize.File, name string) (FilledSheet, error) {
	s := FilledSheet{Name: name}
	rows, err := f.GetRows(name, excelize.Options{RawCellValue: true})
	if err != nil {
		return s, err
	}
	formats := map[int]numberFormat{}
	for i, cells := range rows {
		row := make([]Value, len(cells))
		for j := range cells {
			if row[j], err = readValue(f, name, cellName(j, i+1), cells[j], formats); err != nil {
				return s, err
			}
		}
		s.Rows = append(s.Rows, row)
		if shown, err := f.GetRowVisible(name, i+1); err == nil && !shown {
			s.Hidden = append(s.Hidden, i)
		}
	}
	merged, err := f.GetMergeCells(name)
	for _, m := range merged {
		s.Merged = append(s.Merged, m.GetStartAxis()+":"+m.GetEndAxis())
	}
	return s, err
}

func readValue(f *excelize.File, sheet, cell, raw string, formats map[int]numberFormat) (Value, error) {
	kind, err1 := f.GetCellType(sheet, cell)
	formula, err2 := f.GetCellFormula(sheet, cell)
	v := Value{Text: raw, Formula: formula != "", Decimals: -1}
	if err := errors.Join(err1, err2); err != nil || raw == "" {
		return v, err
	}
	switch kind {
	case excelize.CellTypeBool:
		v.Kind = Truth
	case excelize.CellTypeError:
		v.Kind, v.Fault = Text, true
	case excelize.CellTypeDate:
		v.Kind = Date
	case excelize.CellTypeUnset, excelize.CellTypeNumber:
		v.Kind = Number
		id, err := f.GetCellStyle(sheet, cell)
		if err != nil {
			return v, err
		}
		format, ok := formats[id]
		if !ok {
			format = formatOf(f, id)
			formats[id] = format
		}
		number, _ := strconv.ParseFloat(raw, 64) // what is no number intake refuses
		shown := format.of(number)
		if v.Percent, v.Decimals, v.Least, v.Odd = shown.percent, shown.decimals, shown.least, shown.odd; shown.date {
			v.Kind = Date
			v.Text = dayOf(number, f)
			return v, nil
		}
	default:
		v.Kind = Text
	}
	return v, nil
}

// dayOf is the day, and the time of the day, that a number is shown as.
func dayOf(number float64, f *excelize.File) string {
	props, err1 := f.GetWorkbookProps()
	at, err2 := excelize.ExcelDateToTime(number, props.Date1904 != nil && *props.Date1904)
	if errors.Join(err1, err2) != nil {
		return strconv.FormatFloat(number, 'f', -1, 64)
	}
	return strings.TrimSuffix(at.Format("2006-01-02 15:04"), " 00:00")
}

// Annotated is the file with comments in cells, by sheet and cell, and these cells filled in red.
func (b *Filled) Annotated(comments []Comment) (file []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			file, err = nil, message.Errorf("the workbook is damaged: %s", fmt.Sprint(p))
		}
	}()
	red := map[int]int{}
	for _, c := range comments {
		if err := b.annotate(c, red); err != nil {
			return nil, err
		}
	}
	var out bytes.Buffer
	err = b.file.Write(&out)
	return out.Bytes(), err
}

// Comment is a remark on a cell.
type Comment struct{ Sheet, Cell, Text string }

func (b *Filled) annotate(c Comment, red map[int]int) error {
	id, err := b.file.GetCellStyle(c.Sheet, c.Cell)
	if err != nil {
		return err
	}
	if _, ok := red[id]; !ok {
		style, err := b.file.GetStyle(id)
		if err != nil {
			return err
		}
		style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{alarmFill}}
		if red[id], err = b.file.NewStyle(style); err != nil {
			return err
		}
	}
	if err := b.file.SetCellStyle(c.Sheet, c.Cell, c.Cell, red[id]); err != nil {
		return err
	}
	_ = b.file.DeleteComment(c.Sheet, c.Cell) // of an earlier copy; none is no error
	return b.file.AddComment(c.Sheet, excelize.Comment{
		Cell: c.Cell, Author: "nianbao", Text: c.Text, Width: 320, Height: uint(40 + 20*(len([]rune(c.Text))/20)),
	})
}

// CellName is the name of a cell, by its column from 0 and its row from 1: D12.
func CellName(column, row int) string { return cellName(column, row) }

// CellPlace is the column and the row of a cell, both from 0.
func CellPlace(cell string) (column, row int, err error) {
	column, row, err = excelize.CellNameToCoordinates(cell)
	return column - 1, row - 1, err
}
