package xlsx

import (
	"math"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// Widths are in hundredths of a digit's width, the unit of column widths, so that sums are exact.
const (
	digit = 100
	han   = 185 // of a Chinese character: an em, slightly less than two digits
)

// glyph holds the layout properties of a character: its width, in the proportions of the standard font, and whether a
// line may break beside it. Marks that Chinese fonts draw full-width count as such.
type glyph uint16

const (
	widthBits glyph = 0xFF
	opens     glyph = 0x100 // no break after it
	closes    glyph = 0x200 // no break before it
	ends      glyph = 0x400 // a break after it, unless prohibited
	square    glyph = 0x800 // as wide as a Chinese character: breaks on both sides, unless prohibited
)

func (g glyph) width() int { return int(g & widthBits) }

// glyphs is precomputed for the blocks of nearly all characters, because layouts look them up a hundred thousand times
// per workbook. Other blocks are 0.
var glyphs = func() (blocks [0x100]*[0x100]glyph) {
	ideographs, others := new([0x100]glyph), new([0x100]glyph)
	for i := range ideographs {
		ideographs[i] = han | square
	}
	for block := range blocks {
		blocks[block] = others
		if 0x4E <= block && block <= 0x9F {
			blocks[block] = ideographs
		}
	}
	for _, block := range []rune{0x00, 0x20, 0x30, 0xFF} { // Latin; general, Chinese and full-width marks
		blocks[block] = new([0x100]glyph)
		for i := range rune(0x100) {
			blocks[block][i] = lookUp(block<<8 | i)
		}
	}
	return blocks
}()

func glyphOf(r rune) glyph {
	if g := glyphs[r>>8&0xFF][r&0xFF]; g != 0 && uint32(r) <= 0xFFFF {
		return g
	}
	return lookUp(r)
}

func lookUp(r rune) glyph {
	g := glyph(lookUpWidth(r))
	for _, beside := range []struct {
		is    bool
		glyph glyph
	}{
		{strings.ContainsRune("（《「『【“‘([", r), opens},
		{strings.ContainsRune(" 、，。；：！？）》」』】”’…—%),.;:!?]", r), closes},
		{r == ' ' || r == '-', ends},
		{g.width() == han, square},
	} {
		if beside.is {
			g |= beside.glyph
		}
	}
	return g
}

func lookUpWidth(r rune) int {
	switch k := width.LookupRune(r).Kind(); {
	case k == width.EastAsianWide, k == width.EastAsianFullwidth, k == width.EastAsianAmbiguous:
		return han
	case strings.ContainsRune("mMW%@", r):
		return 165
	case strings.ContainsRune("ijl'|", r):
		return 45
	case strings.ContainsRune(" .,:;!/()[]-ftrI", r):
		return 65
	case strings.ContainsRune("cksvxyzJ", r):
		return 92
	case unicode.IsUpper(r), r == 'w', r == '&':
		return 130
	default:
		return digit
	}
}

// room converts a width in digits to the unit of texts.
func room(wide float64) int { return int(float64(wide*digit) + 0.001) }

// textWidth is the width of a text on one line, in digits.
func textWidth(s string) float64 {
	sum := 0
	for _, r := range s {
		sum += glyphOf(r).width()
	}
	return float64(sum) / digit
}

// breaks reports whether a line may break between two characters: after spaces and hyphens, and at Chinese characters,
// but not before a closing mark or after an opening one.
func breaks(before, after glyph) bool {
	return after&closes == 0 && before&opens == 0 && (before&(ends|square) != 0 || after&square != 0)
}

// extent holds the measurements of a text.
type extent struct {
	lines int // in the source text
	line  int // width of the widest line
	piece int // width of the widest part that does not break
	all   int // width of all lines together
}

func measure(s string) extent {
	var e extent
	for more := true; more; {
		var line string
		line, s, more = strings.Cut(s, "\n")
		w := wrap(line, math.MaxInt)
		e.lines++
		e.line = max(e.line, w.used)
		e.piece = max(e.piece, w.piece)
		e.all += w.used
	}
	return e
}

// linesOf is the number of lines of a text with this extent, wrapped at a width.
func (e extent) linesOf(s string, wide float64) int {
	if e.line <= room(wide) {
		return withSpare(e.lines)
	}
	return countLines(s, wide)
}

// most is an upper bound for the number of lines: two consecutive lines are together wider than one can be, or the
// first piece of the second would fit on the first.
func (e extent) most(wide float64) int { return withSpare(e.lines + 2*e.all/max(1, room(wide))) }

// countLines is the number of lines of a text wrapped at a width.
func countLines(s string, wide float64) int {
	n := 0
	for more := true; more; {
		var line string
		line, s, more = strings.Cut(s, "\n")
		n += wrap(line, room(wide)).lines
	}
	return withSpare(n)
}

// withSpare adds a spare line to long texts, because some programs break slightly differently.
func withSpare(lines int) int { return lines + lines/6 }

// wrapping is the state of wrapping a line at a width.
type wrapping struct {
	wide  int
	lines int // so far
	used  int // width of the last line
	piece int // width of the widest unbreakable part, without trailing spaces
}

func wrap(line string, wide int) wrapping {
	w := wrapping{wide: wide, lines: 1}
	var last glyph
	width, bare := 0, 0 // of the unbreakable part, with and without trailing spaces
	for i, r := range line {
		g := glyphOf(r)
		if i > 0 && breaks(last, g) {
			w.place(width, bare)
			width, bare = 0, 0
		}
		if width += g.width(); r != ' ' {
			bare = width
		}
		last = g
	}
	w.place(width, bare)
	return w
}

// place puts an unbreakable part on the line, or on a new one.
func (w *wrapping) place(width, bare int) {
	w.piece = max(w.piece, bare)
	if w.used > 0 && w.used+bare > w.wide {
		w.lines++
		w.used = 0
	}
	for ; width > w.wide; width -= w.wide { // a word longer than the line breaks anywhere
		w.lines++
	}
	w.used += width
}
