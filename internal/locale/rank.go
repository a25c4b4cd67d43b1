package locale

import (
	"strconv"

	"nianbao/internal/stat"
)

// RankForm says how a position is meant.
type RankForm struct {
	Tied     bool // shared with another area
	Expected bool // a forecast, not a result
	Alone    bool // the position only, without its scope
}

// Rank words a position in a scope so that it fits after "ranking": 位列全市第一, first in the city; tied
// 并列全市第一, joint first in the city; expected 预计位列全市第二, second in the city (expected).
func (w *Words) Rank(position int, scope stat.Text, r RankForm) string {
	if w.lang.Chinese() {
		return w.chineseRank(position, w.Text(scope), r)
	}
	s := englishOrdinal(position)
	if r.Tied {
		s = enJoint + s
	}
	if in := w.Text(scope); in != "" && !r.Alone {
		s += " in " + in
	}
	if r.Expected {
		s += enExpected
	}
	return s
}

func (w *Words) chineseRank(position int, scope string, r RankForm) string {
	s := w.lex.nth + w.han(chineseNumeral(position))
	if position > mostInWords {
		s = w.lex.nth + strconv.Itoa(position) + w.lex.place
	}
	switch {
	case r.Alone && r.Tied:
		s = w.lex.joint + s
	case r.Alone:
	case r.Tied:
		s = w.lex.joint + scope + s
	default:
		s = w.lex.ranked + scope + s
	}
	if r.Expected {
		s = w.lex.expected + s
	}
	return s
}

// mostInWords is the last position that is written as a word.
const mostInWords = 10

// ordinalWords are the English positions written as words.
func ordinalWords() [mostInWords + 1]string {
	return [11]string{"", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}
}

// englishOrdinal is first to tenth in words, in figures from 11th on.
func englishOrdinal(n int) string {
	if words := ordinalWords(); n > 0 && n < len(words) {
		return words[n]
	}
	return figureOrdinal(n)
}

// figureOrdinal is 1st, 2nd, 3rd, 11th, 21st.
func figureOrdinal(n int) string {
	suffix := "th"
	if tens := n % 100; tens < 11 || tens > 13 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return group(strconv.Itoa(n)) + suffix
}
