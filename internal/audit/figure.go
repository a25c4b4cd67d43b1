package audit

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/stat"
	"nianbao/internal/tagpdf"
)

// figure holds the words of a figure against those of the document. Where they are shorter, as in a table whose header
// has the unit, each number must be one of the fact with its sign and, if one follows, its unit; and nothing may stand
// there that is not in the fact's words.
func (p *printed) figure(part *tagpdf.Part) {
	f := p.doc.byID[part.Fact]
	if f == nil {
		p.disagree("%s: it is printed, and there is no such fact", part.Fact)
		return
	}
	text, words := folded(part.All()), folded(f.Words[part.Lang])
	if text == words {
		for lang, other := range f.Words { // a figure that is the same in several languages stands there once
			if folded(other) == words {
				p.shown[place{f.ID, lang}] = true
			}
		}
		return
	}
	text = inDigits(f, text)
	known := p.numbersOf(f)
	list, rest := numerals(text)
	in, _ := numerals(words)
	right := within(spelled(rest), spelled(words)) && signed(f, text, list, in) && (text == words || shape(text) != shape(words))
	for _, n := range list {
		units, ok := known[n.digits]
		right = right && ok && (n.after == "" || slices.Contains(units, n.after))
	}
	if !right {
		p.disagree("%s: %q is printed, and the fact is %q", f.ID, strings.Join(strings.Fields(part.All()), " "), f.Words[part.Lang])
	}
}

// smallNumbers are the words that prose has for small counts, and for none.
var smallNumbers = []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}

// inDigits writes the number of a text that begins with the word for a fact's value in digits: six, noaccidents, 未发生.
func inDigits(f *fact, text string) string {
	value := f.value()
	if value == "0" && (text == "未发生" || text == "未發生") {
		return value
	}
	if n, err := strconv.Atoi(value); err == nil && n >= 0 && n < len(smallNumbers) && f.Mult == 0 && f.Unit != stat.RankUnit {
		if rest, ok := strings.CutPrefix(strings.ToLower(text), smallNumbers[n]); ok {
			return value + rest
		}
	}
	return text
}

// shape is a text with its digits made alike. Words of the same shape are the same words, so their digits must be too.
func shape(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '0'
		}
		return r
	}, text)
}

// numbersOf are the numbers that can be printed of a fact, with the units that can follow each: those of its words, its
// value as the data have it, and its value without a power of ten.
func (j *judge) numbersOf(f *fact) map[string][]string {
	if known := j.numbers[f.ID]; known != nil {
		return known
	}
	known := map[string][]string{}
	j.numbers[f.ID] = known
	for _, words := range f.Words {
		for _, n := range inWords(words) {
			known[n.digits] = append(known[n.digits], n.after)
		}
	}
	value := strings.TrimPrefix(f.value(), "-")
	known[value] = append(known[value], slices.Collect(maps.Keys(j.units[unit{f.Unit, f.Mult}]))...)
	if b, err := base(f.value(), strconv.Itoa(f.Mult)); err == nil && f.Mult != 0 {
		whole := b.Abs().String()
		known[whole] = append(known[whole], slices.Collect(maps.Keys(j.units[unit{f.Unit, 0}]))...)
	}
	return known
}

// inWords are the numbers in the words of a fact: each with all the letters behind it, with those of the word that it
// begins, as in 12th, and with the word behind it alone, as a sentence has it that has named what is counted: 3.2 million.
func inWords(words string) []numeral {
	whole, _ := numerals(folded(words))
	short, _ := numerals(words)
	list := append(whole, short...)
	parts := strings.Fields(words)
	for i := 1; i < len(parts); i++ {
		next, _ := numerals(folded(parts[i-1] + parts[i]))
		list = append(list, next...)
	}
	return list
}

// unit is a unit with its power of ten.
type unit struct {
	code string
	mult int
}

// unitWords are the words of units in all languages: those that the document has labels for, and those behind the values of
// facts.
func unitWords(d *document) map[unit]map[string]bool {
	list := map[unit]map[string]bool{}
	add := func(u unit, words string) {
		if list[u] == nil {
			list[u] = map[string]bool{}
		}
		list[u][words] = true
	}
	for _, u := range d.Labels.Units {
		for _, words := range u.Words {
			add(unit{u.Unit, u.Mult}, folded(words))
		}
	}
	for i := range d.Facts {
		f := &d.Facts[i]
		if kindOf(f.Measure) == kindRankings {
			continue // ordinals are no units
		}
		for _, words := range f.Words {
			in, _ := numerals(folded(words))
			if len(in) == 1 && in[0].digits == strings.TrimPrefix(f.value(), "-") {
				add(unit{f.Unit, f.Mult}, in[0].after)
			}
		}
	}
	return list
}

// signed reports whether the numbers in a text have the sign of a fact: a minus or a falling triangle for what is below
// zero, or the word that stands before the number in the fact's words.
func signed(f *fact, text string, list, words []numeral) bool {
	value := f.value()
	if len(list) == 0 || !strings.ContainsAny(value, "123456789") {
		return true
	}
	falls, rises := strings.Contains(text, "▼"), strings.ContainsAny(text, "▲△+")
	minus := slices.ContainsFunc(list, func(n numeral) bool { return n.minus })
	if !strings.HasPrefix(value, "-") {
		own := slices.ContainsFunc(words, func(n numeral) bool { return n.minus }) // words with a range or a date
		return !falls && (!minus || own)
	}
	word := slices.ContainsFunc(list, func(n numeral) bool {
		return n.before != "" && slices.ContainsFunc(words, func(w numeral) bool { return w.digits == n.digits && w.before == n.before && !w.minus })
	})
	return !rises && (falls || minus || word)
}

// numeral is a number in a text without white space.
type numeral struct {
	digits string // with a point, without the commas between groups of them
	minus  bool   // a minus stands before it, and no other number or word before that
	before string // the letters before it, if nothing stands between
	after  string // the letters and signs of hundredths behind it
}

// numerals are the numbers in a text, and what is left of it without them and the letters behind them.
func numerals(text string) (list []numeral, rest string) {
	var left strings.Builder
	from := 0
	for i := 0; i < len(text); {
		if !isDigit(text[i]) {
			i++
			continue
		}
		left.WriteString(text[from:i])
		n := numeral{before: lettersBefore(text[from:i]), minus: minusBefore(text[:i])}
		var digits strings.Builder
		for ; i < len(text); i++ {
			c := text[i]
			between := (c == '.' || c == ',') && i+1 < len(text) && isDigit(text[i+1])
			if !isDigit(c) && !between {
				break
			}
			if c != ',' {
				digits.WriteByte(c)
			}
		}
		n.digits, n.after = digits.String(), lettersAfter(text[i:])
		i += len(n.after)
		from = i
		list = append(list, n)
	}
	left.WriteString(text[from:])
	return list, left.String()
}

// minusBefore reports whether a text ends with a minus that joins no number or word to what follows.
func minusBefore(s string) bool {
	for _, minus := range []string{"-", "−"} {
		if rest, ok := strings.CutSuffix(s, minus); ok {
			last, _ := utf8.DecodeLastRuneInString(rest)
			return !unicode.IsDigit(last) && (!unicode.IsLetter(last) || unicode.Is(unicode.Han, last))
		}
	}
	return false
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isUnit(r rune) bool { return unicode.IsLetter(r) || strings.ContainsRune("%％‰‱°", r) }

func lettersAfter(s string) string {
	if end := strings.IndexFunc(s, func(r rune) bool { return !isUnit(r) }); end >= 0 {
		return s[:end]
	}
	return s
}

func lettersBefore(s string) string {
	return s[len(strings.TrimRightFunc(s, unicode.IsLetter)):]
}

// spelled leaves digits and signs out of a text.
func spelled(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) || strings.ContainsRune(".,-−+▲△▼", r) {
			return -1
		}
		return r
	}, s)
}

// within reports whether a text comes of another one by leaving out.
func within(s, whole string) bool {
	for _, r := range s {
		i := strings.IndexRune(whole, r)
		if i < 0 {
			return false
		}
		_, width := utf8.DecodeRuneInString(whole[i:])
		whole = whole[i+width:]
	}
	return true
}
