package workbook

import (
	"iter"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// han is the width of a Chinese character: an em, which is somewhat less than two digits.
const han = 1.85

// runeWidth is the width of a character in widths of a digit, which is what a sheet counts columns in, after
// the proportions of the standard font. Marks that Chinese fonts have as wide as a character count so.
func runeWidth(r rune) float64 {
	switch {
	case r >= 0x4E00 && r <= 0x9FFF: // most of them: the block of unified ideographs
		return han
	case r >= 0 && int(r) < len(asciiWidths):
		return asciiWidths[r]
	}
	return lookupWidth(r)
}

// asciiWidths are looked up once: layouts ask for them a hundred thousand times a workbook.
var asciiWidths = func() (w [0x80]float64) {
	for r := range w {
		w[r] = lookupWidth(rune(r))
	}
	return w
}()

func lookupWidth(r rune) float64 {
	switch k := width.LookupRune(r).Kind(); {
	case k == width.EastAsianWide, k == width.EastAsianFullwidth, k == width.EastAsianAmbiguous:
		return han
	case strings.ContainsRune("mMW%@", r):
		return 1.65
	case strings.ContainsRune("ijl'|", r):
		return 0.45
	case strings.ContainsRune(" .,:;!/()[]-ftrI", r):
		return 0.65
	case strings.ContainsRune("cksvxyzJ", r):
		return 0.92
	case unicode.IsUpper(r), r == 'w', r == '&':
		return 1.3
	default:
		return 1
	}
}

func textWidth(s string) float64 {
	var sum float64
	for _, r := range s {
		sum += runeWidth(r)
	}
	return sum
}

// pieces cuts a line where it may break: after spaces and hyphens, and at Chinese characters, but not before
// a mark that closes nor after one that opens.
func pieces(line string) iter.Seq[string] {
	return func(yield func(string) bool) {
		start, last := 0, ' '
		for i, r := range line {
			if i > start && breaks(last, r) {
				if !yield(line[start:i]) {
					return
				}
				start = i
			}
			last = r
		}
		if start < len(line) {
			yield(line[start:])
		}
	}
}

func breaks(before, after rune) bool {
	const opening, closing = "（《「『【“‘([", " 、，。；：！？）》」』】”’…—%),.;:!?]"
	switch {
	case strings.ContainsRune(closing, after), strings.ContainsRune(opening, before):
		return false
	case before == ' ', before == '-':
		return true
	default:
		return runeWidth(before) == han || runeWidth(after) == han
	}
}

// countLines is how many lines a text takes when wrapped at a width. Programs differ a little in where they
// break, which tells in long texts: those get a line more.
func countLines(s string, wide float64) int {
	const sure = 6
	n := 0
	for line := range strings.SplitSeq(s, "\n") {
		n += wrap(line, wide)
	}
	return n + n/sure
}

func wrap(line string, wide float64) int {
	n, used := 1, 0.0
	for piece := range pieces(line) {
		w := textWidth(piece)
		if used > 0 && used+textWidth(strings.TrimRight(piece, " ")) > wide {
			n++
			used = 0
		}
		for ; w > wide; w -= wide { // a word longer than the line breaks anywhere
			n++
		}
		used += w
	}
	return n
}

// longestLine is the width of the widest line of a text as it is written.
func longestLine(s string) float64 {
	widest := 0.0
	for line := range strings.SplitSeq(s, "\n") {
		widest = max(widest, textWidth(line))
	}
	return widest
}

// longestPiece is the width of the widest part of a text that does not break.
func longestPiece(s string) float64 {
	widest := 0.0
	for line := range strings.SplitSeq(s, "\n") {
		for piece := range pieces(line) {
			widest = max(widest, textWidth(strings.TrimRight(piece, " ")))
		}
	}
	return widest
}
