package xlsx

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Colours have a contrast of at least 7 : 1 with their background; links are also underlined.
const (
	fontSize  = 12
	ink       = "1A1A1A"
	accent    = "1F4E79"
	muted     = "404040"
	linkInk   = "0A4A8F"
	white     = "FFFFFF"
	rule      = "C8CDD3"
	maxPlaces = 30 // limit of decimals in a number format
)

type role byte

const (
	titleRole role = iota
	subtitleRole
	lineRole
	headerRole
	bodyRole
)

// style is everything that determines the look of a cell.
type style struct {
	role     role
	kind     Kind
	decimals int
	link     bool
	plain    bool
	indented bool // a text that would otherwise touch the column before it
	depth    int8 // steps that a text is indented further
	filled   bool // a header on a dark ground
}

func styleOf(r role) style { return style{role: r} }

// appendKey appends the key of the style.
func (s style) appendKey(key []byte) []byte {
	key = append(key, byte(s.role), byte(s.kind))
	for _, is := range []bool{s.link, s.plain, s.indented, s.filled} {
		key = strconv.AppendBool(key, is)
	}
	return append(strconv.AppendInt(append(key, byte(s.depth)), int64(s.decimals), 10), ';')
}

// cellStyles holds the styles of a workbook's cells, numbered from 1 in order of first use.
type cellStyles struct {
	numbers map[style]int
	list    []style
}

func (l *cellStyles) number(s style) int {
	n, ok := l.numbers[s]
	if !ok {
		l.list = append(l.list, s)
		n = len(l.list)
		l.numbers[s] = n
	}
	return n
}

func (s style) format(face string) *excelize.Style {
	f := &excelize.Style{
		Font:      &excelize.Font{Family: face, Size: fontSize, Color: ink},
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
		f.Font.Bold, f.Font.Color = true, accent
		f.Border = []excelize.Border{{Type: "bottom", Color: accent, Style: 2}}
		if s.filled {
			f.Font.Color = white
			f.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{accent}}
		}
		f.Alignment.WrapText, f.Alignment.Horizontal = true, s.side()
		f.Alignment.Indent = s.indent()
	case bodyRole:
		s.body(f)
	}
	return f
}

func (s style) body(f *excelize.Style) {
	f.Alignment.WrapText, f.Alignment.Horizontal = s.kind == Text, s.side()
	f.Alignment.Indent = s.indent()
	if s.link {
		f.Font.Color, f.Font.Underline = linkInk, "single"
	}
	if !s.plain {
		f.Border = []excelize.Border{{Type: "bottom", Color: rule, Style: 1}}
	}
	if pattern := NumberFormat(s.kind, s.decimals, s.plain); pattern != "" {
		f.CustomNumFmt = &pattern
	}
}

// fills returns the colours of the tones, as RRGGBB.
func fills() [Grey + 1]string {
	return [...]string{Blue: "DDEBF3", Green: "EEF5EC", Orange: "FBE5D6", Grey: "E7E6E6"}
}

func (s style) side() string {
	if s.kind == Number || s.kind == Date {
		return "right"
	}
	return "left"
}

// indent separates a number from the text in the next column, and a text from the column before it.
func (s style) indent() int {
	if s.indented || s.side() == "right" {
		return 1 + int(s.depth)
	}
	return int(s.depth)
}

// NumberFormat is the number format of cells of a kind: with all their decimals, and groups of three digits unless
// plain; "" for the standard format. A format has no blanks or fillers (_ and *): some programs print them, or do not
// recognise the format of a date.
func NumberFormat(k Kind, decimals int, plain bool) string {
	switch k {
	case Date:
		return "yyyy-mm-dd"
	case Number:
		whole := "#,##0"
		if plain {
			whole = "0"
		}
		if n := min(decimals, maxPlaces); n > 0 {
			whole += "." + strings.Repeat("0", n)
		}
		return whole
	case Text:
		return "@"
	}
	return ""
}
