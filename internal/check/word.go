package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/stat"
)

// wordsBeside are words that stand beside a reference in one language, by what a reference says itself.
type wordsBeside struct {
	rise, fall []string // verbs, before it
	verbs      []string // both
	base       []string // what a growth is against: in Chinese before it, in English behind
	year       []string // what goes on behind that in English
	occur      []string // of events, before it
	powers     []string // of ten, between a figure and its unit
}

func besideIn(l stat.Lang) wordsBeside {
	if l == stat.En {
		return wordsBeside{
			rise:   []string{"grew", "rose", "increased", "expanded", "climbed", "gained", "up", "an increase of", "a rise of"},
			fall:   []string{"fell", "declined", "decreased", "dropped", "shrank", "down", "a decrease of", "a decline of", "a fall of", "a drop of"},
			base:   []string{"over", "from", "on", "than in", "compared with"},
			year:   []string{" the previous ", " a year", " last year", " the year before", " the end of", " the same "},
			powers: []string{" thousand", " million", " billion", " trillion"},
		}
	}
	return wordsBeside{
		rise:   []string{"增长", "上涨", "上升", "提高", "增加", "提升", "增", "涨", "升"},
		fall:   []string{"下降", "降低", "减少", "下滑", "下跌", "回落", "降", "跌", "减"},
		base:   []string{"比上年", "比去年", "较上年", "较去年", "比上年末", "较上年末", "同比", "比上年同期", "较上年同期", "与上年", "与上年末"},
		occur:  []string{"发生"},
		powers: []string{"十", "百", "千", "万", "亿"},
	}
}

// sentenceWords finds words beside a reference that its figure says itself, so that they would be printed twice, and verbs that
// do not go with its sign.
func sentenceWords(in *inspection) {
	for _, l := range []stat.Lang{stat.Hans, stat.En} {
		words := besideIn(l)
		words.verbs = slices.Concat(words.rise, words.fall)
		for _, s := range in.sentences {
			tokens := s.tokens(l)
			for i, t := range tokens {
				if f := in.figureOf(t, s.period); f != nil && f.Status.HasValue() {
					b := figureBeside{wordsBeside: &words, lang: l, form: t.Form, fact: f, unit: in.unit(f.Quantity.Unit)}
					b.before, b.after = textAt(tokens, i-1), textAt(tokens, i+1)
					in.judgeWords(s, t, b)
				}
			}
		}
	}
}

// textAt is the text of a token; "" for a reference, and where there is none.
func textAt(tokens []stat.Token, i int) string {
	if i < 0 || i >= len(tokens) {
		return ""
	}
	return tokens[i].Text
}

func (in *inspection) judgeWords(s sentence, t stat.Token, b figureBeside) {
	said, before := b.twice()
	verb := ""
	if said == "" {
		verb = b.against()
	}
	if said == "" && verb == "" {
		return
	}
	bare := "{" + t.Ref + "}"
	written := bare
	if t.Form != "" {
		written = "{" + t.Ref + "|" + t.Form + "}"
	}
	f := stat.Finding{Facts: []string{b.fact.ID}, Place: s.Place}
	if said != "" {
		passage := written + said
		if before {
			passage = said + written
		}
		f.Message = say("Sentence {0} ({1}) has “{2}”, and the figure says the words beside it itself: they would be printed twice. Write {3} without them.")
		f.Args = []any{s.ID, langName(b.lang), passage, written}
	} else {
		f.Message = say("Sentence {0} ({1}) has “{2}”, but the figure is {4}, so that verb and sign do not go together. Write {3} without the verb: it has the one that goes with it.")
		f.Args = []any{s.ID, langName(b.lang), verb + written, bare, b.fact.Quantity}
	}
	in.find(f)
}

// figureBeside is a reference to a fact with the text on either side.
type figureBeside struct {
	*wordsBeside
	lang          stat.Lang
	form          string
	fact          *stat.Fact
	unit          stat.Unit
	before, after string
}

// grown reports whether the fact is a growth or a change, which has a verb and a sign.
func (b figureBeside) grown() bool {
	return b.fact.Measure == stat.Growth || b.fact.Measure == stat.Change
}

// twice returns the words beside the reference that its figure says as well, and whether they stand before it; "" if there are
// none.
func (b figureBeside) twice() (said string, before bool) {
	full := b.form == "" || b.form == "compared" || b.form == "short"
	switch {
	case b.grown() && full:
		if verb := b.ends(b.verbs); verb != "" {
			return verb, true
		}
		if b.form == "compared" {
			return b.comparison()
		}
	case b.form == "occurred":
		return b.ends(b.occur), true
	}
	if b.form == "bare" || b.fact.Measure == stat.Rank {
		return "", false
	}
	for _, sign := range b.unit.Signs {
		if b.lang == stat.En && b.unit.Beside == stat.Before && strings.HasSuffix(strings.TrimRight(b.before, " "), sign) {
			return b.before[strings.LastIndex(b.before, sign):], true
		}
	}
	return b.unitBehind(), false
}

// comparison returns what a growth is against where the text says it.
func (b figureBeside) comparison() (said string, before bool) {
	if b.lang != stat.En {
		return b.ends(b.base), true
	}
	for _, year := range []string{" year on year", " year-on-year"} {
		if strings.HasPrefix(b.after, year) {
			return year, false
		}
	}
	for _, words := range b.base {
		rest, ok := strings.CutPrefix(b.after, " "+words)
		if ok && slices.ContainsFunc(b.year, func(year string) bool { return strings.HasPrefix(rest, year) }) {
			return " " + words, false
		}
	}
	return "", false
}

// ends returns the longest of some words that the text before ends with, in English also with by.
func (b figureBeside) ends(words []string) string {
	text := strings.ToLower(b.before)
	ends := []string{text}
	if b.lang == stat.En {
		bare, apart := strings.CutSuffix(text, " ")
		if !apart {
			return ""
		}
		ends = []string{bare, strings.TrimSuffix(bare, " by")}
	}
	said := ""
	for _, w := range words {
		for _, end := range ends {
			rest, ok := strings.CutSuffix(end, w)
			last, _ := utf8.DecodeLastRuneInString(rest)
			if ok && len(text)-len(rest) > len(said) && (b.lang != stat.En || rest == "" || !unicode.IsLetter(last)) {
				said = text[len(rest):]
			}
		}
	}
	return said
}

// unitBehind returns the unit of the figure where the text behind begins with it.
func (b figureBeside) unitBehind() string {
	words := append([]string{b.unit.Counter.Hans}, b.unit.Printed...)
	if b.lang == stat.En {
		words = append([]string{b.unit.Many, b.unit.One}, b.unit.Printed...)
	}
	for i := -1; i < len(b.powers); i++ {
		rest := b.after
		if i >= 0 {
			rest = strings.TrimPrefix(rest, b.powers[i])
		}
		if i >= 0 && rest == b.after {
			continue
		}
		for _, word := range words {
			end, ok := b.afterWord(rest, word)
			next, _ := utf8.DecodeRuneInString(end)
			if ok && (end == "" || i >= 0 || !unicode.IsLetter(next)) {
				return b.after[:len(b.after)-len(end)]
			}
		}
	}
	return ""
}

// afterWord is a text without the unit that it begins with, in English behind a space.
func (b figureBeside) afterWord(text, word string) (rest string, ok bool) {
	first, _ := utf8.DecodeRuneInString(word)
	if b.lang == stat.En && unicode.IsLetter(first) {
		if text, ok = strings.CutPrefix(text, " "); !ok {
			return text, false
		}
	}
	rest, ok = strings.CutPrefix(text, word)
	return rest, ok && word != ""
}

// against returns the verb before a number whose sign it does not go with; "" if there is none.
func (b figureBeside) against() string {
	if !b.grown() || b.form != "plain" && b.form != "bare" {
		return ""
	}
	if b.fact.Quantity.Value.IsNegative() {
		return b.ends(b.verbs)
	}
	if b.fact.Quantity.Value.IsPositive() {
		return b.ends(b.fall)
	}
	return ""
}
