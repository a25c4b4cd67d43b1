package xlsx

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
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
	Text     string // text; the digits of a number as stored; a date as the program shows it
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
		if v.Percent, v.Decimals, v.Least, v.Odd = format.percent, format.decimals, format.least, format.odd; format.date {
			v.Kind = Date
			v.Text, err = f.GetCellValue(sheet, cell, excelize.Options{})
			return v, err
		}
	default:
		v.Kind = Text
	}
	return v, nil
}

// numberFormat is what a number format makes of a number.
type numberFormat struct {
	date, percent, odd bool
	decimals           int // shown at most; -1 if all are
	least              int // shown at least
}

// formatOf reads the number format of a style (ECMA-376 part 1, 18.8.30 and 18.8.31).
func formatOf(f *excelize.File, id int) numberFormat {
	style, err := f.GetStyle(id)
	if err != nil {
		return numberFormat{decimals: -1}
	}
	pattern := builtIn(style.NumFmt)
	if style.CustomNumFmt != nil {
		pattern = *style.CustomNumFmt
	}
	return readFormat(pattern)
}

// builtIn is the pattern of a number format that has no text in the file.
func builtIn(id int) string {
	switch {
	case id >= 14 && id <= 22, id >= 27 && id <= 36, id >= 45 && id <= 47, id >= 50 && id <= 58:
		return "yyyy"
	case id == 1:
		return "0"
	case id == 2:
		return "0.00"
	case id == 3, id == 37, id == 38, id == 41, id == 42:
		return "#,##0"
	case id == 4, id == 39, id == 40, id == 43, id == 44:
		return "#,##0.00"
	case id == 9:
		return "0%"
	case id == 10:
		return "0.00%"
	case id == 49:
		return "@"
	default:
		return "General"
	}
}

// readFormat reads a pattern. One that has words, or moves the point, shows another number than the cell holds.
func readFormat(pattern string) numberFormat {
	first, _, _ := strings.Cut(pattern, ";")
	for _, tag := range []string{"[Black]", "[Blue]", "[Red]", "[Green]", "[黑色]", "[蓝色]", "[红色]", "[绿色]"} {
		first = strings.ReplaceAll(first, tag, "")
	}
	first = strings.NewReplacer("_)", "", "_(", "", "_ ", "", "* ", "", "¥", "", `\ `, "", `"¥"`, "").Replace(first)
	first = strings.TrimSpace(first)
	switch {
	case first == "" || strings.EqualFold(first, "General") || first == "@" || first == "G/通用格式":
		return numberFormat{decimals: -1}
	case strings.ContainsAny(strings.ToLower(first), "ymdhs") && !strings.ContainsAny(first, `"`):
		return numberFormat{date: true}
	case strings.Contains(first, "年") || strings.Contains(first, "月"):
		return numberFormat{date: true}
	case strings.Trim(first, "#0,.%") != "" || strings.HasSuffix(strings.TrimSuffix(first, "%"), ",") || strings.Contains(first, ",."):
		return numberFormat{odd: true, decimals: -1}
	}
	whole, percent := strings.CutSuffix(first, "%")
	_, decimals, _ := strings.Cut(whole, ".")
	f := numberFormat{percent: percent, decimals: len(decimals), least: len(strings.TrimRight(decimals, "#"))}
	if len(decimals)-f.least >= 9 { // more than a program shows of a number
		f.decimals = -1
	}
	return f
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
