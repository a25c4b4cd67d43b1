package workbook

import (
	"errors"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Colours have a contrast of at least 7 : 1 with what lies behind them; a link is underlined too.
const (
	fontName  = "Arial"
	fontSize  = 12
	ink       = "1A1A1A"
	accent    = "1F4E79"
	muted     = "404040"
	linkInk   = "0A4A8F"
	white     = "FFFFFF"
	rule      = "C8CDD3"
	maxPlaces = 30 // decimals a number format can show
)

type role string

const (
	titleRole    role = "title"
	subtitleRole role = "subtitle"
	lineRole     role = "line"
	headerRole   role = "header"
	bodyRole     role = "body"
)

// style is all that the look of a cell depends on.
type style struct {
	role     role
	kind     kind
	decimals int
	link     bool
	plain    bool
	tone     string // colour behind the cell, as RRGGBB
	indented bool   // a text beside the column before it, which its own can reach
}

func styleOf(r role) style { return style{role: r} }

// setFont makes the font of the sheets the standard one: column widths are counted in its digits.
func (b *book) setFont() {
	b.do(b.file.SetDefaultFont(fontName))
	if fonts := b.file.Styles.Fonts; b.err == nil && fonts != nil && len(fonts.Font) > 0 {
		size := float64(fontSize)
		fonts.Font[0].Sz.Val = &size
	}
}

// addHeading adds the named cell style "Heading 1" (ECMA-376, 18.8.7: built-in style 16), by which programs that
// read aloud find the titles. The library has no call for named styles.
func (b *book) addHeading() {
	const builtIn = 16
	styles := b.file.Styles
	if b.err != nil || styles.CellStyles == nil || styles.CellStyleXfs == nil || len(styles.CellStyles.CellStyle) == 0 || len(styles.CellStyleXfs.Xf) == 0 {
		b.do(errors.New("the library's new workbook has no named styles to add to"))
		return
	}
	title, err := b.file.NewStyle(styleOf(titleRole).format())
	b.do(err)
	if b.err != nil {
		return
	}
	master := styles.CellXfs.Xf[title]
	master.XfID = nil
	styles.CellStyleXfs.Xf = append(styles.CellStyleXfs.Xf, master)
	styles.CellStyleXfs.Count = len(styles.CellStyleXfs.Xf)
	heading, number := *styles.CellStyles.CellStyle[0], builtIn
	heading.Name, heading.BuiltInID, heading.XfID = "Heading 1", &number, len(styles.CellStyleXfs.Xf)-1
	styles.CellStyles.CellStyle = append(styles.CellStyles.CellStyle, &heading)
	styles.CellStyles.Count = len(styles.CellStyles.CellStyle)
	b.heading = heading.XfID
}

// style is the number of a look among those of the file.
func (b *book) style(s style) int {
	id, ok := b.styles[s]
	if ok || b.err != nil {
		return id
	}
	id, err := b.file.NewStyle(s.format())
	b.do(err)
	if err == nil && (s.role == titleRole || s.role == subtitleRole) {
		heading := b.heading
		b.file.Styles.CellXfs.Xf[id].XfID = &heading
	}
	b.styles[s] = id
	return id
}

func (s style) format() *excelize.Style {
	f := &excelize.Style{
		Font:      &excelize.Font{Family: fontName, Size: fontSize, Color: ink},
		Alignment: &excelize.Alignment{Vertical: "center"},
	}
	switch s.role {
	case titleRole:
		f.Font.Size, f.Font.Bold, f.Font.Color = 16, true, accent
	case subtitleRole:
		f.Font.Size, f.Font.Bold, f.Font.Color = 14, true, accent
	case lineRole:
		f.Font.Color, f.Alignment.Vertical = muted, "top"
	case headerRole:
		f.Font.Bold, f.Font.Color = true, white
		f.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{accent}}
		f.Alignment.WrapText, f.Alignment.Horizontal = true, s.side()
		if s.side() == "right" || s.indented {
			f.Alignment.Indent = 1
		}
	case bodyRole:
		s.body(f)
	}
	return f
}

func (s style) body(f *excelize.Style) {
	f.Alignment.WrapText, f.Alignment.Horizontal = s.kind == text, s.side()
	if s.indented {
		f.Alignment.Indent = 1
	}
	if s.tone != "" {
		f.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{s.tone}}
	}
	if s.link {
		f.Font.Color, f.Font.Underline = linkInk, "single"
	}
	if !s.plain {
		f.Border = []excelize.Border{{Type: "bottom", Color: rule, Style: 1}}
	}
	if pattern := s.pattern(); pattern != "" {
		f.CustomNumFmt = &pattern
	}
}

func (s style) side() string {
	if s.kind == number || s.kind == date {
		return "right"
	}
	return "left"
}

// gap is a digit's width of nothing at the end of a number format. It keeps a number apart from the text in the
// column after it; an indent would, but is not drawn by every program.
const gap = "_0"

// pattern is the number format: all decimals that were printed, groups of three digits for people only.
func (s style) pattern() string {
	switch s.kind {
	case date:
		return "yyyy-mm-dd" + gap
	case number:
		whole := "#,##0"
		if s.plain {
			whole = "0"
		}
		if n := min(s.decimals, maxPlaces); n > 0 {
			whole += "." + strings.Repeat("0", n)
		}
		return whole + gap
	case text:
		return "@"
	}
	return ""
}
