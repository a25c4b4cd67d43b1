package wording

import (
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
