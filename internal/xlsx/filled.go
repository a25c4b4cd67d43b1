package xlsx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"path"
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
	parts, err := guard(file)
	if err != nil {
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
	targets := sheetParts(f)
	for _, sheet := range f.WorkBook.Sheets.Sheet {
		target, ok := targets[sheet.ID]
		if !ok {
			continue // a sheet of a chart
		}
		facts := parts[target]
		if facts == nil {
			return nil, message.Errorf("the workbook is damaged: %s", sheet.Name)
		}
		s, err := readFilled(f, sheet.Name, facts)
		if err != nil {
			return nil, message.Errorf("sheet %q: %w", sheet.Name, err)
		}
		book.Sheets = append(book.Sheets, s)
	}
	return book, nil
}

// sheetParts are the names of the parts of sheets that have cells, by the IDs under which the workbook lists them.
func sheetParts(f *excelize.File) map[string]string {
	names := map[string]string{}
	f.Pkg.Range(func(key, data any) bool {
		if ok, _ := path.Match("xl/_rels/*.rels", key.(string)); !ok {
			return true
		}
		var list struct {
			Relationship []struct {
				ID     string `xml:"Id,attr"`
				Type   string `xml:",attr"`
				Target string `xml:",attr"`
			}
		}
		_ = xml.Unmarshal(data.([]byte), &list) // the library has read it
		for _, r := range list.Relationship {
			switch {
			case !strings.HasSuffix(r.Type, "/worksheet"):
			case strings.HasPrefix(r.Target, "/"):
				names[r.ID] = path.Clean(r.Target)[1:]
			default:
				names[r.ID] = path.Join("xl", r.Target)
			}
		}
		return true
	})
	return names
}

// Sheet returns the sheet of a name, or nil.
func (b *Filled) Sheet(name string) *FilledSheet {
	i := slices.IndexFunc(b.Sheets, func(s FilledSheet) bool { return s.Name == name })
	if i < 0 {
		return nil
	}
	return &b.Sheets[i]
}

func readFilled(f *excelize.File, name string, facts *sheetFacts) (FilledSheet, error) {
	s := FilledSheet{Name: name, Hidden: facts.hidden, Merged: facts.merged}
	rows, err := f.GetRows(name, excelize.Options{RawCellValue: true})
	if err != nil {
		return s, err
	}
	formats := map[int]numberFormat{}
	for i, cells := range rows {
		row := make([]Value, len(cells))
		for j := range row {
			row[j].Decimals = -1
		}
		for _, c := range facts.cells[i+1] {
			if c.column <= len(cells) {
				row[c.column-1] = readValue(f, cells[c.column-1], c, formats)
			}
		}
		s.Rows = append(s.Rows, row)
	}
	return s, nil
}

func readValue(f *excelize.File, raw string, facts cellFacts, formats map[int]numberFormat) Value {
	v := Value{Text: raw, Formula: facts.formula, Decimals: -1}
	switch {
	case raw == "":
	case facts.kind == "b":
		v.Kind = Truth
	case facts.kind == "e":
		v.Kind, v.Fault = Text, true
	case facts.kind == "d":
		v.Kind = Date
	case facts.kind == "" || facts.kind == "n":
		v.Kind = Number
		format, ok := formats[facts.style]
		if !ok {
			format = formatOf(f, facts.style)
			formats[facts.style] = format
		}
		number, _ := strconv.ParseFloat(raw, 64) // what is no number intake refuses
		shown := format.of(number)
		if v.Percent, v.Decimals, v.Least, v.Odd = shown.percent, shown.decimals, shown.least, shown.odd; shown.date {
			v.Kind, v.Text = Date, dayOf(number, f)
		}
	default:
		v.Kind = Text
	}
	return v
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

// Annotated is the file with comments in the first 200 of the cells given, and all of them filled in red.
func (b *Filled) Annotated(comments []Comment) (file []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			file, err = nil, message.Errorf("the workbook is damaged: %s", fmt.Sprint(p))
		}
	}()
	red := map[int]int{}
	there := map[string]map[string]bool{}
	for i, c := range comments {
		if err := b.redden(c, red); err != nil {
			return nil, err
		}
		if there[c.Sheet] == nil {
			if there[c.Sheet], err = b.commented(c.Sheet); err != nil {
				return nil, err
			}
		}
		if i < maxComments {
			if err := b.annotate(c, there[c.Sheet]); err != nil {
				return nil, err
			}
		}
	}
	var out bytes.Buffer
	err = b.file.Write(&out)
	return out.Bytes(), err
}

// Comment is a remark on a cell.
type Comment struct{ Sheet, Cell, Text string }

// maxComments is how many cells of a file get a comment; the others are red alone. The library's time grows with the square.
const maxComments = 200

func (b *Filled) redden(c Comment, red map[int]int) error {
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
	return b.file.SetCellStyle(c.Sheet, c.Cell, c.Cell, red[id])
}

// commented are the cells of a sheet that have comments.
func (b *Filled) commented(sheet string) (map[string]bool, error) {
	list, err := b.file.GetComments(sheet)
	cells := map[string]bool{}
	for _, c := range list {
		cells[c.Cell] = true
	}
	return cells, err
}

func (b *Filled) annotate(c Comment, there map[string]bool) error {
	if there[c.Cell] { // of an earlier copy, or of somebody
		if len(there) > 5*maxComments {
			return nil
		}
		if err := b.file.DeleteComment(c.Sheet, c.Cell); err != nil {
			return err
		}
	}
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
