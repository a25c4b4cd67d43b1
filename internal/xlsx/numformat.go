package xlsx

import (
	"regexp"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// shownAs is what a section of a number format makes of a number.
type shownAs struct {
	date, percent, odd bool
	decimals           int // shown at most; -1 if all are
	least              int // shown at least
}

// numberFormat is what a number format makes of positive numbers, of negative ones and of zero.
type numberFormat struct{ positive, negative, zero shownAs }

// of is what the format makes of a number.
func (f numberFormat) of(number float64) shownAs {
	switch {
	case number > 0:
		return f.positive
	case number < 0:
		return f.negative
	default:
		return f.zero
	}
}

// formatOf reads the number format of a style (ECMA-376 part 1, 18.8.30 and 18.8.31).
func formatOf(f *excelize.File, id int) numberFormat {
	style, err := f.GetStyle(id)
	if err != nil {
		return readFormat("General")
	}
	if style.CustomNumFmt != nil {
		return readFormat(*style.CustomNumFmt)
	}
	return readFormat(builtIn(style.NumFmt))
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
	case id == 3, id >= 5 && id <= 6, id == 37, id == 38, id == 41, id == 42:
		return "#,##0"
	case id == 4, id >= 7 && id <= 8, id == 39, id == 40, id == 43, id == 44:
		return "#,##0.00"
	case id == 9:
		return "0%"
	case id == 10:
		return "0.00%"
	case id == 11, id == 48:
		return "0.00E+00"
	case id == 12, id == 13:
		return "# ?/?"
	case id == 49:
		return "@"
	default:
		return "General"
	}
}

// readFormat reads a pattern of up to four sections: for positive numbers, negative ones, zero and text.
func readFormat(pattern string) numberFormat {
	if pattern == "" {
		pattern = "General"
	}
	sections := splitFormat(pattern)
	if n := len(sections) - 1; n > 0 && strings.Contains(sections[n].digits, "@") || n > 2 {
		sections = sections[:n]
	}
	if slices.ContainsFunc(sections, func(s formatSection) bool { return s.conditional }) {
		for i := range sections {
			sections[i].odd = true
		}
	}
	first, last := sections[0], sections[len(sections)-1]
	f := numberFormat{positive: first.shown("", "+"), negative: first.shown(""), zero: first.shownZero()}
	if len(sections) > 1 {
		f.negative = sections[1].shown("-", "()")
	}
	if len(sections) > 2 {
		f.zero = last.shownZero()
		if last.sign == "-" && strings.Trim(last.digits, "?") == "" && !last.odd { // as in the formats of accounting
			f.zero = f.positive
		}
	}
	return f
}

// formatSection is a section without what does not change how a number reads: colours, currencies, spaces.
type formatSection struct {
	digits string // the places of digits, and whatever else is no text
	sign   string // the signs around them
	odd    bool   // there are words

	conditional bool // it is for some numbers alone, or has digits of another kind
}

var (
	fixedDigits = regexp.MustCompile(`^[#0?,]*[#0?](\.[#0?]*)?%?$|^\.[#0?]+%?$`)
	anyDate     = regexp.MustCompile(`(?i)[ymdhsaeg]`)
	harmless    = regexp.MustCompile(`(?i)^(black|blue|red|green|white|yellow|cyan|magenta|color ?\d+|黑色|蓝色|红色|绿色|白色|黄色|青色|洋红|颜色 ?\d+|\$[¥￥]?(-.*)?)$`)
	anyElapsed  = regexp.MustCompile(`(?i)^(h+|m+|s+)$`)
)

// shown is what a section makes of its numbers. It must have one of the signs given.
func (s formatSection) shown(signs ...string) shownAs {
	general := strings.EqualFold(s.digits, "General") || s.digits == "@" || s.digits == "G/通用格式"
	signed := false
	for _, sign := range signs {
		signed = signed || s.sign == sign
	}
	switch {
	case !general && anyDate.MatchString(s.digits):
		return shownAs{date: true}
	case !signed || s.odd:
		return shownAs{odd: true, decimals: -1}
	case general:
		return shownAs{decimals: -1}
	case !fixedDigits.MatchString(s.digits):
		return shownAs{odd: true, decimals: -1}
	}
	whole, percent := strings.CutSuffix(s.digits, "%")
	_, decimals, _ := strings.Cut(whole, ".")
	f := shownAs{percent: percent, decimals: len(decimals), least: len(strings.TrimRight(decimals, "#?"))}
	if len(decimals)-f.least >= 9 { // more than a program shows of a number
		f.decimals = -1
	}
	return f
}

// shownZero is what a section makes of zero. One without a fixed place shows none.
func (s formatSection) shownZero() shownAs {
	if fixedDigits.MatchString(s.digits) && !strings.Contains(s.digits, "0") {
		return shownAs{odd: true, decimals: -1}
	}
	return s.shown("", "+")
}

// splitFormat takes a pattern apart at its semicolons.
func splitFormat(pattern string) []formatSection {
	sections := []formatSection{{}}
	for rest := []rune(pattern); len(rest) > 0; {
		s := &sections[len(sections)-1]
		if rest[0] == ';' {
			sections, rest = append(sections, formatSection{}), rest[1:]
			continue
		}
		n := 1
		switch rest[0] {
		case '"':
			n = through(rest, '"')
			s.text(strings.Trim(string(rest[:n]), `"`))
		case '[':
			n = through(rest, ']')
			s.bracket(strings.Trim(string(rest[:n]), "[]"))
		case '\\', '_', '*':
			n = min(2, len(rest))
			if next := string(rest[1:n]); rest[0] == '\\' || rest[0] == '*' && next != " " {
				s.text(next)
			}
		case 'E', 'e':
			s.digits += "e"
			if len(rest) > 1 && strings.ContainsRune("+-", rest[1]) { // of ten's power, not of a year
				s.conditional = true
				s.digits = strings.TrimSuffix(s.digits, "e")
			}
		case '-', '(', ')', '+', ' ', '¥', '￥', '年', '月':
			s.text(string(rest[0]))
		default:
			s.digits += string(rest[0])
		}
		rest = rest[n:]
	}
	return sections
}

// through is how many characters there are up to an end.
func through(rest []rune, end rune) int {
	for i, r := range rest[1:] {
		if r == end {
			return i + 2
		}
	}
	return len(rest)
}

// text adds a text that is shown beside the digits.
func (s *formatSection) text(text string) {
	switch text = strings.Trim(text, " ¥￥"); {
	case text == "":
	case text == "年" || text == "月":
		s.digits += "y"
	case (text == "-" || text == "(" || text == "+") && s.digits == "" || text == ")" && s.digits != "":
		s.sign += text
	default:
		s.odd = true
	}
}

// bracket adds what stands in square brackets: a colour, a currency, a language, elapsed time, or a condition.
func (s *formatSection) bracket(text string) {
	switch {
	case harmless.MatchString(text):
	case anyElapsed.MatchString(text):
		s.digits += text
	default:
		s.conditional = true
	}
}
