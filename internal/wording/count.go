package wording

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// smallCounts are the words that English prose has for small counts.
func smallCounts() [10]string {
	return [10]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}
}

// counted is a count for a slot of a rule: digits in Chinese, in English a word below ten.
func counted(n int) stat.Text {
	text := same(strconv.Itoa(n))
	if 0 < n && n < 10 {
		text.En = smallCounts()[n]
	}
	return text
}

// small returns a count below ten that is exact and not missing; false for any other figure.
func small(e *edition.Edition, f *stat.Fact) (int, bool) {
	q := f.Quantity
	if f.Measure != stat.Level || !f.Status.HasValue() || f.Qualifier != stat.Exactly || e.Units[q.Unit].Kind() != stat.CountKind || q.Decimals() > 0 {
		return 0, false
	}
	n := q.Base()
	return int(n.IntPart()), n.IsInteger() && !n.IsNegative() && n.NumDigits() == 1
}

// spelled has English prose say a small count in a word: six of them, one accident, no accidents.
func spelled(w *locale.Words, e *edition.Edition, f *stat.Fact, said string) string {
	n, ok := small(e, f)
	if !ok || w.Lang().Chinese() {
		return said
	}
	digits, rest, _ := strings.Cut(said, " ")
	if len(digits) != 1 || n == 0 && rest == "" {
		return said // nothing follows that there could be none of
	}
	return strings.TrimSpace(smallCounts()[n] + " " + rest)
}

// occurred words a count of events with the Chinese verb: 发生3起, and 未发生 of none.
func occurred(w *locale.Words, e *edition.Edition, f *stat.Fact) ([]Part, error) {
	said, err := Fact(w, e, f, "")
	if !w.Lang().Chinese() {
		return []Part{{spelled(w, e, f, said), f.ID}}, err
	}
	if n, ok := small(e, f); ok && n == 0 {
		return []Part{{w.Phrase("occurred.none"), f.ID}}, err
	}
	if !f.Status.HasValue() {
		return []Part{{said, f.ID}}, err
	}
	return []Part{{Words: w.Phrase("occurred")}, {said, f.ID}}, err
}

// counting is what an English sentence counts before its noun: there was one birth, there were no births.
type counting struct {
	one, none bool
}

// countingOf finds out whether a reference to a fact, the first of some tokens, stands before the noun of what it counts, and
// whether that is one, or none.
func countingOf(w *locale.Words, e *edition.Edition, f *stat.Fact, tokens []stat.Token) counting {
	if f == nil || w.Lang().Chinese() || tokens[0].Form != locale.FormBare || len(tokens) < 2 {
		return counting{}
	}
	next := tokens[1].Text
	if next == " " && len(tokens) > 2 {
		r, _ := e.Resolve(stat.Sentence{}, tokens[2].Ref) // the sentence itself reports an error
		next += named(w, r.Name, formWithin)
	}
	if _, ok := singular(w, next); !ok {
		return counting{}
	}
	n, ok := small(e, f)
	return counting{ok && n == 1, ok && n == 0 && f.Quantity.Mult == 0}
}

// verb has the verb of the parts before, and the count itself, go with what is counted.
func (c counting) verb(parts, said []Part) {
	if c.none {
		said[0].Words = smallCounts()[0]
	}
	if before, ok := strings.CutSuffix(lastWords(parts), "here were "); ok && c.one {
		parts[len(parts)-1].Words = before + "here was "
	}
}

func lastWords(parts []Part) string {
	if len(parts) == 0 {
		return ""
	}
	return parts[len(parts)-1].Words
}

// noun gives the noun behind a count of one its form.
func (c *counting) noun(w *locale.Words, words string) string {
	if !c.one || words == " " {
		return words
	}
	c.one = false
	words, _ = singular(w, words)
	return words
}

// singular gives the noun that English words begin with the form for one thing; false if it is not of several.
func singular(w *locale.Words, text string) (string, bool) {
	phrase := text
	if i := strings.IndexAny(text, ".,;:("); i >= 0 {
		phrase = text[:i]
	}
	head, _ := headOf(phrase)
	const and = " and "
	if at := strings.Index(head, and); at >= 0 {
		first, ok := singular(w, text[:at])
		second, also := singular(w, text[at+len(and):])
		if ok && also {
			return first + " or " + second, true
		}
		return text, false
	}
	words := strings.Fields(head)
	i := nounOf(w, words)
	if i < 0 {
		return text, false
	}
	at := strings.Index(" "+strings.ToLower(text), " "+words[i])
	rest := strings.Replace(text[at+len(words[i]):], " who were ", " who was ", 1)
	return text[:at] + one(w, text[at:at+len(words[i])]) + rest, true
}

// one is an English noun of several things as that of one: person of people, bus of buses.
func one(w *locale.Words, noun string) string {
	irregular := strings.Fields(w.Phrase("noun.one"))
	if i := slices.Index(irregular, noun); i >= 0 {
		return irregular[i+1]
	}
	for _, ending := range [][2]string{{"ies", "y"}, {"sses", "ss"}, {"ches", "ch"}, {"shes", "sh"}, {"xes", "x"}, {"s", ""}} {
		if stem, ok := strings.CutSuffix(noun, ending[0]); ok {
			return stem + ending[1]
		}
	}
	return noun
}
