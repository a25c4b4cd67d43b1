package check

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/stat"
)

var (
	hansNumeral = regexp.MustCompile(`(?:[百千万]分之)?[零一二两三四五六七八九十][零〇一二两三四五六七八九十百千万亿]*(?:点[零一二三四五六七八九]+)?[余多]?|[①-⑳]`)
	hansTimes   = regexp.MustCompile(`^(?:倍|番|成(?:$|[^\p{Han}]|[以左上多]))`)
	// hansNames are numerals with a counter that are names or stand for no figure.
	hansNames = regexp.MustCompile(`^(?:[一二三]次(?:产业|能源|供水|创业|分配|元|污染|开发|装修)|八项规定|四个(?:全面|意识|自信)|两个(?:维护|确立)|四套班子|五家渠|三个代表)`)
)

// enNumerals are the English words of figures. One states none: one of them.
var enNumerals = func() map[string]bool {
	words := map[string]bool{}
	for word := range strings.FieldsSeq("two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred") {
		words[word] = true
	}
	return words
}()

// sentenceNumeral looks for figures that a sentence states in Chinese numerals or in words. A numeral states one only directly
// before what it counts: 第一产业, 十四五 and 一体化 state none, and neither does 一家.
func sentenceNumeral(in *inspection) {
	for i := range in.data.Sentences {
		s := &in.data.Sentences[i]
		for _, bad := range in.faults(s.Text, in.firstNumeral) {
			in.find(stat.Finding{
				Message: say("Sentence {0} ({1}) has a figure in words that comes from no reference: “{2}”. Refer to the figure, or to the name it is part of."),
				Args:    []any{s.ID, langName(bad.lang), bad.passage},
				Place:   s.Place,
			})
		}
	}
}

func (in *inspection) firstNumeral(l stat.Lang, s string) (passage string, bad bool) {
	text := withoutReferences(s)
	if l == stat.En {
		last := ""
		for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ' ' || r == '-' }) {
			if enNumerals[strings.ToLower(last)] && in.countsInEnglish(strings.ToLower(strings.TrimRight(word, ".,;:)"))) {
				return last + " " + word, true
			}
			last = word
		}
		return "", false
	}
	for _, at := range hansNumeral.FindAllStringIndex(text, -1) {
		if in.statesFigure(text[:at[0]], text[at[0]:at[1]], text[at[1]:]) {
			return excerpt([]rune(text), utf8.RuneCountInString(text[:at[0]])), true
		}
	}
	return "", false
}

// statesFigure reports whether a Chinese numeral between two texts counts or measures something.
func (in *inspection) statesFigure(before, numeral, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	if first, _ := utf8.DecodeRuneInString(numeral); first >= '①' && first <= '⑳' {
		return after == "" || !unicode.IsLetter(next) && next != reference || in.startsWithUnit(after)
	}
	switch {
	case strings.Contains(numeral, "分之"), hansTimes.MatchString(after):
		return true
	case numeral == "一", numeral == "两", strings.ContainsRune("第前几数“《‘「", last) && before != "", hansNames.MatchString(numeral + after):
		return false
	default:
		return in.startsWithUnit(after)
	}
}

// startsWithUnit reports whether a text begins with the Chinese word of a unit.
func (in *inspection) startsWithUnit(text string) bool {
	for _, u := range in.dataset.Units {
		switch u.Dim {
		case stat.RankDim, stat.Score, stat.IndexDim: // 三位一体, 十分, 三点
			continue
		}
		if u.Code != stat.YearUnit && u.Counter.Hans != "" && strings.HasPrefix(text, u.Counter.Hans) {
			return true
		}
	}
	return false
}

func (in *inspection) countsInEnglish(word string) bool {
	switch word {
	case "percent", "per", "percentage", "times", "hundred", "thousand", "million", "billion", "trillion":
		return true
	}
	for _, u := range in.dataset.Units {
		if u.Dim != stat.Score && u.Dim != stat.RankDim && u.Code != stat.YearUnit && (word == u.One || word == u.Many) {
			return true
		}
	}
	return false
}
