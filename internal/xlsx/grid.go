package xlsx

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/message"
)

// Grid is a sheet to be filled in: cells with looks, of which some are open, what can be typed into them, and conditions
// under which they turn red. It is written by the library; there are few such sheets.
type Grid struct {
	Name    string
	Widths  []float64 // of the columns, in characters
	Rows    [][]GridCell
	Frozen  string // the first cell that moves when scrolling, as D5; "" if all do
	Guarded bool   // only open cells can be changed, and rows cannot be sorted
	Hidden  bool   // the sheet is not shown until somebody asks for it
	Unshown []int  // columns that are not shown, from 0
	Repeat  int    // the number of the row that is repeated on each page, from 1; 0 if none is
	Printed int    // how many columns are printed; 0 if all are
	Inputs  []Input
	Alarms  []Alarm
}

// GridCell is a cell of a grid.
type GridCell struct {
	Text string // a text, or the plain digits of a number
	Kind Kind
	Look Look
}

// Look is the look of a cell in a grid.
type Look byte

// The looks.
const (
	PlainLook Look = iota
	TitleLook
	HeadLook     // of a column
	HeadDeepLook // of a column whose words are indented
	HeadEndLook  // of a column of numbers
	SectionLook  // of a chapter
	LabelLook    // words that cannot be changed
	DeepLook     // the same, indented
	DeeperLook
	KnownLook     // a number that cannot be changed
	OpenLook      // to be filled in with a number
	OpenTextLook  // to be filled in with words
	LineLook      // a line of guidance that goes on over the next cells
	OpenFixedLook // to be filled in with a number; those there have decimals that are shown
)

// Input is what can be typed into cells.
type Input struct {
	Area    string
	Kind    InputKind
	Options []string // of a choice
	Firm    bool     // all else is refused; otherwise the program asks
	Title   string
	Prompt  string // shown beside the cell
	Error   string // shown when something else is typed
}

// InputKind is the kind of an input.
type InputKind byte

// The kinds.
const (
	NumberInput InputKind = iota
	PositionInput
	ChoiceInput
	TextInput
	FixedInput // nothing: what is there stays
)

// Alarm is a condition under which the cells of an area turn red: a formula on the first of them.
type Alarm struct{ Area, Formula string }

const (
	alarmFill = "F8CBAD"
	openFill  = "FFFBE6"
	knownFill = "F3F4F6"
)

// WriteGrids makes a workbook of sheets to be filled in, the same bytes for the same sheets.
func WriteGrids(grids []Grid, face, title string) ([]byte, error) {
	w := &gridWriter{file: excelize.NewFile(), face: face, looks: map[gridStyle]int{}}
	w.do(w.file.SetDefaultFont(face))
	w.do(w.file.SetDocProps(&excelize.DocProperties{
		Title: title, Creator: "nianbao", LastModifiedBy: "nianbao", Created: "2000-01-01T00:00:00Z", Modified: "2000-01-01T00:00:00Z",
	}))
	red, err := w.file.NewConditionalStyle(&excelize.Style{
		Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{alarmFill}}, Font: &excelize.Font{Color: "9C0006", Bold: true},
	})
	w.do(err)
	w.red = red
	for i, g := range grids {
		w.grid(i, g)
		if w.err != nil {
			return nil, message.Errorf("write sheet %q: %w", g.Name, w.err)
		}
	}
	made := &collection{}
	w.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return made })
	if err := cmp.Or(w.err, w.file.Write(io.Discard)); err != nil {
		return nil, err
	}
	return archive(packAll(made.all()))
}

// all are the parts that the library writes.
func (c *collection) all() []part {
	parts := make([]part, len(c.names))
	for i, name := range c.names {
		parts[i] = part{name, c.data[i].Bytes()}
	}
	return parts
}

type gridWriter struct {
	file  *excelize.File
	face  string
	looks map[gridStyle]int
	red   int
	err   error
}

type gridStyle struct {
	look     Look
	kind     Kind
	decimals int
}

func (w *gridWriter) do(err error) { w.err = cmp.Or(w.err, err) }

func (w *gridWriter) grid(i int, g Grid) {
	if i == 0 {
		w.do(w.file.SetSheetName("Sheet1", g.Name))
	} else {
		_, err := w.file.NewSheet(g.Name)
		w.do(err)
	}
	for j, width := range g.Widths {
		column := columnName(j)
		w.do(w.file.SetColWidth(g.Name, column, column, width))
	}
	for _, j := range g.Unshown {
		w.do(w.file.SetColVisible(g.Name, columnName(j), false))
	}
	for r, row := range g.Rows {
		lines := 1
		for c, cell := range row {
			w.cell(g.Name, cellName(c, r+1), cell)
			if c < len(g.Widths) && !slices.Contains(g.Unshown, c) && cell.Look != TitleLook && cell.Look != SectionLook && cell.Look != LineLook {
				lines = max(lines, linesOf(cell.Text, g.Widths[c]))
			}
		}
		w.do(w.file.SetRowHeight(g.Name, r+1, float64(5+15*min(lines, 4))))
	}
	if g.Frozen != "" {
		column, row, err := excelize.CellNameToCoordinates(g.Frozen)
		w.do(err)
		w.do(w.file.SetPanes(g.Name, &excelize.Panes{
			Freeze: true, XSplit: column - 1, YSplit: row - 1, TopLeftCell: g.Frozen, ActivePane: "bottomRight",
		}))
	}
	for _, in := range g.Inputs {
		w.input(g.Name, in)
	}
	for _, a := range g.Alarms {
		w.do(w.file.SetConditionalFormat(g.Name, a.Area, []excelize.ConditionalFormatOptions{{Type: "formula", Criteria: a.Formula, Format: &w.red}}))
	}
	w.page(g)
	if g.Guarded {
		w.do(w.file.ProtectSheet(g.Name, &excelize.SheetProtectionOptions{
			SelectLockedCells: true, SelectUnlockedCells: true, FormatCells: true, FormatColumns: true, FormatRows: true,
		}))
	}
	if g.Hidden {
		w.do(w.file.SetSheetVisible(g.Name, false))
	}
}

// page is what is printed, and how.
func (w *gridWriter) page(g Grid) {
	paper, orientation, wide, high := 9, "landscape", 1, 0
	total := 0.0
	for _, width := range g.Widths {
		total += width
	}
	if total < 130 { // characters that A4 has room for
		orientation = "portrait"
	}
	side, top, bottom, edge := 0.5, 0.6, 0.7, 0.3 // inches
	w.do(w.file.SetPageMargins(g.Name, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &top, Bottom: &bottom, Header: &edge, Footer: &edge,
	}))
	w.do(w.file.SetPageLayout(g.Name, &excelize.PageLayoutOptions{Size: &paper, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &high}))
	fit := true
	w.do(w.file.SetSheetProps(g.Name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	sheet := "'" + g.Name + "'!"
	if g.Printed > 0 {
		area := fmt.Sprintf("%s$A$1:$%s$%d", sheet, columnName(g.Printed-1), len(g.Rows))
		w.do(w.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: area, Scope: g.Name}))
	}
	if g.Repeat > 0 {
		rows := fmt.Sprintf("%s$%d:$%d", sheet, g.Repeat, g.Repeat)
		w.do(w.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: rows, Scope: g.Name}))
	}
	w.do(w.file.SetHeaderFooter(g.Name, &excelize.HeaderFooterOptions{OddFooter: "&C&P / &N"}))
}

// linesOf estimates the lines that a text takes in a column: a character beyond Latin is twice as wide.
func linesOf(text string, width float64) int {
	most := 0
	for line := range strings.Lines(text) {
		n := 0
		for _, r := range line {
			n++
			if r > 0x2E80 {
				n++
			}
		}
		most += 1 + int(float64(max(n-1, 0))/max(width-1, 1))
	}
	return most
}

func (w *gridWriter) cell(sheet, name string, c GridCell) {
	style := gridStyle{c.Look, c.Kind, 0}
	if c.Kind == Number {
		d, err := decimal.NewFromString(c.Text)
		w.do(err)
		style.decimals = max(0, -int(d.Exponent()))
		w.do(w.file.SetCellFloat(sheet, name, d.InexactFloat64(), -1, 64))
	} else if c.Text != "" {
		w.do(w.file.SetCellStr(sheet, name, c.Text))
	}
	id, ok := w.looks[style]
	if !ok {
		var err error
		id, err = w.file.NewStyle(w.style(style))
		w.do(err)
		w.looks[style] = id
	}
	w.do(w.file.SetCellStyle(sheet, name, name, id))
}

func (w *gridWriter) style(s gridStyle) *excelize.Style {
	f := &excelize.Style{
		Font:       &excelize.Font{Family: w.face, Size: 11, Color: ink},
		Alignment:  &excelize.Alignment{Vertical: "center", WrapText: true, Horizontal: "left"},
		Protection: &excelize.Protection{Locked: true},
	}
	line := []excelize.Border{{Type: "bottom", Color: rule, Style: 1}}
	fill := func(color string) { f.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}} }
	switch s.look {
	case TitleLook:
		f.Font.Size, f.Font.Bold, f.Font.Color, f.Alignment.WrapText = 16, true, accent, false
	case HeadLook, HeadDeepLook, HeadEndLook:
		f.Font.Bold, f.Font.Color = true, white
		switch s.look {
		case HeadDeepLook:
			f.Alignment.Indent = 1
		case HeadEndLook:
			f.Alignment.Horizontal = "right"
		}
		fill(accent)
	case SectionLook:
		f.Font.Bold, f.Font.Color, f.Alignment.WrapText = true, accent, false
		fill("DDEBF3")
	case LabelLook, DeepLook, DeeperLook:
		f.Border, f.Alignment.Indent = line, int(s.look-LabelLook)
	case KnownLook:
		f.Border = line
		f.Font.Color = muted
		f.Alignment.Horizontal, f.Alignment.WrapText = "right", false
		fill(knownFill)
	case OpenLook, OpenFixedLook:
		f.Border, f.Protection.Locked = boxed(), false
		f.Alignment.Horizontal, f.Alignment.WrapText = "right", false
		fill(openFill)
	case OpenTextLook:
		f.Border, f.Protection.Locked, f.Alignment.Indent = boxed(), false, 1
		fill(openFill)
	case LineLook:
		f.Font.Color, f.Alignment.WrapText = muted, false
	}
	if s.kind == Number && (s.look == KnownLook || s.look == OpenFixedLook) && s.decimals > 0 {
		pattern := NumberFormat(Number, s.decimals, true) + strings.Repeat("#", 10) // what is typed is shown
		f.CustomNumFmt = &pattern
	}
	if s.look == OpenTextLook {
		text := "@"
		f.CustomNumFmt = &text
	}
	return f
}

// boxed is the border of a cell to be filled in.
func boxed() []excelize.Border {
	var all []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		all = append(all, excelize.Border{Type: side, Color: rule, Style: 1})
	}
	return all
}

func (w *gridWriter) input(sheet string, in Input) {
	v := excelize.NewDataValidation(true)
	v.SetSqref(in.Area)
	switch in.Kind {
	case NumberInput:
		w.do(v.SetRange(-1e30, 1e30, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween))
	case PositionInput:
		w.do(v.SetRange(1, 5000, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween))
	case ChoiceInput:
		w.do(v.SetDropList(in.Options))
	case FixedInput:
		w.do(v.SetRange("FALSE", "", excelize.DataValidationTypeCustom, excelize.DataValidationOperatorBetween))
	}
	style := excelize.DataValidationErrorStyleWarning
	if in.Firm {
		style = excelize.DataValidationErrorStyleStop
	}
	if in.Error != "" {
		v.SetError(style, in.Title, in.Error)
	}
	if in.Prompt != "" {
		v.SetInput(in.Title, in.Prompt)
	}
	w.do(w.file.AddDataValidation(sheet, v))
}
