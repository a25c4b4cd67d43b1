package wording

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// The forms that references have beside those of [locale.Words.Fact].
const (
	formCompared = "compared" // of a growth or change, with what it is against: 比上年增长6.5%, up 6.5% over the previous year
	formOccurred = "occurred" // of a count of events, with the Chinese verb: 发生3起, 未发生; three accidents, no accidents
	formSpan     = "span"     // of a period, as the part of its year: 全年, 前三季度
	formEnd      = "end"      // of a period, as its last day: 年末, 6月末; the end of June
	formMonth    = "month"    // of a period, as its last month: 5月, May
	formQuarter  = "quarter"  // of a period, as its last quarter: 二季度, the second quarter
	formSubject  = "subject"  // of a name, with the article that it has at the beginning of an English sentence
	formWithin   = "within"   // the same within a sentence
	formRise     = "rise"     // of an index on the year before, as a growth: of 101.8, 上涨1.8%
	formShort    = "short"    // of a growth or change, as titles have it: 增6.5%
)

// compared words a growth or a change with what it is against. What became of a loss, and growth of a basis that says what it
// is against, have no more words.
func compared(w *locale.Words, e *edition.Edition, r edition.Referent) ([]Part, error) {
	part, err := referent(w, e, r, "")
	f := r.Fact
	key := against(e, f)
	if err != nil || key == "" {
		return []Part{part}, err
	}
	switch {
	case unchanged(r):
		key += ".flat"
	case f.Measure != stat.Acceleration && f.Quantity.Value.IsNegative():
		key += ".down"
	}
	if more := moreOrFewer(w, e, f); more != "" {
		key, part.Words = more+"."+against(e, f), w.Bare(stat.Quantity{Value: f.Quantity.Value.Abs(), Mult: f.Quantity.Mult, Unit: f.Quantity.Unit})
		if more == "fewer" {
			part.Fact = "" // it has not the sign of the fact
		}
	}
	before, after, _ := strings.Cut(w.Fill("compared."+key, "\x00"), "\x00")
	parts := []Part{{Words: before}, part, {Words: after}}
	return withoutEmpty(parts), nil
}

// moreOrFewer tells which way what is counted has changed, in English; "" for other changes.
func moreOrFewer(w *locale.Words, e *edition.Edition, f *stat.Fact) string {
	switch {
	case w.Lang().Chinese() || f.Measure != stat.Change || f.Qualifier != stat.Exactly || e.Units[f.Quantity.Unit].Dim != stat.Count:
		return ""
	case f.Quantity.Value.IsPositive():
		return "more"
	case f.Quantity.Value.IsNegative():
		return "fewer"
	default:
		return ""
	}
}

// risen words an index on the year before, or on the same part of it, as the growth that it states: 100 less, exactly.
// They do not say which fact they are of, because they have not the words of the fact.
func risen(w *locale.Words, e *edition.Edition, r edition.Referent) (Part, error) {
	f := r.Fact
	if f == nil || f.Measure != stat.Level || !e.Units[f.Quantity.Unit].OnPreviousYear() {
		return Part{}, message.Errorf("form %q: want the level of an index on the previous year", formRise)
	}
	if !f.Status.HasValue() {
		return referent(w, e, r, "")
	}
	grown := *f
	grown.Measure, grown.Verb = stat.Growth, stat.VerbRise
	grown.Quantity = stat.Quantity{Value: f.Quantity.Value.Sub(decimal.NewFromInt(100)), Unit: stat.PercentUnit}
	words, err := w.Fact(&grown, grown.Figure, e.Area, "")
	return Part{Words: words}, err
}

// short words a growth or a change for a title: Chinese verbs are one character there. One that falls does not say which fact
// it is of, because it has not the words of the fact.
func short(w *locale.Words, e *edition.Edition, r edition.Referent) ([]Part, error) {
	part, err := referent(w, e, r, "")
	if !w.Lang().Chinese() || r.Fact == nil {
		return []Part{part}, err
	}
	verbs := strings.Fields(w.Phrase("verb.short"))
	for i := 0; i+1 < len(verbs); i += 2 {
		if rest, ok := strings.CutPrefix(part.Words, verbs[i]); ok {
			part.Words = verbs[i+1] + rest
			if r.Fact.Quantity.Value.IsNegative() {
				part.Fact = ""
			}
		}
	}
	return []Part{part}, err
}

func withoutEmpty(parts []Part) []Part {
	var kept []Part
	for _, p := range parts {
		if p.Words != "" {
			kept = append(kept, p)
		}
	}
	return kept
}

// against names what a growth, a change or an acceleration is against: the year before, its end, or the same part of it.
func against(e *edition.Edition, f *stat.Fact) string {
	if f == nil || !f.Status.HasValue() || f.Sort != "" || e.Turn(f) != "" {
		return ""
	}
	ind, _ := e.Indicator(f)
	switch {
	case f.Measure != stat.Growth && f.Measure != stat.Change && f.Measure != stat.Acceleration,
		f.Measure == stat.Growth && !f.OnYearBefore():
		return ""
	case f.Measure == stat.Acceleration && f.Period.Span == stat.Annual:
		return "faster"
	case f.Measure == stat.Acceleration:
		return "faster.part"
	case f.Period.Span != stat.Annual:
		return "part"
	case ind.Timing == stat.Stock && e.Units[ind.Unit].AddsUp():
		return "end"
	default:
		return "year"
	}
}

// unchanged reports whether a reference is to a growth, a change or an acceleration of nothing.
func unchanged(r edition.Referent) bool {
	f := r.Fact
	return f != nil && (f.Measure == stat.Growth || f.Measure == stat.Change || f.Measure == stat.Acceleration) &&
		f.Status.HasValue() && f.Quantity.Value.IsZero() && (f.Qualifier == stat.Exactly || f.Qualifier == stat.About)
}

// beforeFlat has Chinese say 与上年持平 where a template has 比上年 before a growth of nothing.
func beforeFlat(w *locale.Words, parts []Part, flat bool) {
	if !flat || !w.Lang().Chinese() || len(parts) == 0 {
		return
	}
	last := &parts[len(parts)-1]
	if last.Fact != "" {
		return
	}
	for _, what := range strings.Fields(w.Phrase("compared.what")) {
		for _, than := range []string{"比", "较"} {
			if before, ok := strings.CutSuffix(last.Words, than+what); ok {
				last.Words = before + w.Phrase("compared.with") + what
				return
			}
		}
	}
}

// afterGrowth has English say unchanged from a year earlier where a template has on or over behind a growth of nothing, and down
// from the previous year where it has over behind one of less.
func afterGrowth(w *locale.Words, text string, before edition.Referent) string {
	flat, falls := unchanged(before), isFall(before)
	if w.Lang().Chinese() || !flat && !falls {
		return text
	}
	for _, what := range strings.Split(w.Phrase("compared.what"), ", ") {
		for _, on := range []string{" on ", " over "} {
			if rest, ok := strings.CutPrefix(text, on+what); ok && (flat || on == " over ") {
				return " from " + what + rest
			}
		}
	}
	return text
}

// isFall reports whether a reference is to a growth or a change of less than nothing.
func isFall(r edition.Referent) bool {
	f := r.Fact
	return f != nil && (f.Measure == stat.Growth || f.Measure == stat.Change) && f.Status.HasValue() && f.Quantity.Value.IsNegative()
}

// during words a period in running text, in a form.
func during(w *locale.Words, p stat.Period, form string) string {
	month := p.LastMonth()
	switch form {
	case formSpan:
		return w.Fill("span."+spanKey(p), w.Month(month))
	case formEnd:
		key := "end.part"
		if month == 12 {
			key = "end.year"
		}
		return w.Fill(key, w.Month(month))
	case formMonth:
		return w.Fill("span.month", w.Month(month))
	case formQuarter:
		return w.Phrase("quarter." + strconv.Itoa((month+2)/3))
	default:
		return w.During(p)
	}
}

func spanKey(p stat.Period) string {
	switch p.LastMonth() {
	case 12:
		return "year"
	case 6:
		return "half"
	case 9:
		return "quarters"
	case 3:
		return "quarter"
	case 1:
		return "month"
	default:
		return "months"
	}
}

// named words a name in a form. English gives some names an article: the birth rate.
func named(w *locale.Words, name stat.Text, form string) string {
	said := w.Text(name)
	if w.Lang().Chinese() || form != formSubject && form != formWithin {
		return said
	}
	if hasArticle(w, said) {
		said = "the " + lowered(w, said)
	}
	if form == formWithin {
		return lowered(w, said)
	}
	return initial(said, strings.ToUpper)
}

// lowered gives the first word of a name a small letter, unless it is an abbreviation or a name itself.
func lowered(w *locale.Words, name string) string {
	first, _, _ := strings.Cut(name, " ")
	_, n := utf8.DecodeRuneInString(name)
	second, _ := utf8.DecodeRuneInString(name[n:])
	if !unicode.IsLower(second) && first != "A" || slices.Contains(strings.Fields(w.Phrase("noun.proper")), strings.ToLower(first)) {
		return name
	}
	return initial(name, strings.ToLower)
}

// initial changes the first letter of a text.
func initial(s string, change func(string) string) string {
	_, n := utf8.DecodeRuneInString(s)
	return change(s[:n]) + s[n:]
}

// hasArticle reports whether a name begins with an article within a sentence: what is counted, or has no number, has none.
func hasArticle(w *locale.Words, name string) bool {
	head, rest := headOf(name)
	for _, noun := range strings.Fields(w.Phrase("noun.article")) {
		if noun, of := strings.CutSuffix(noun, "+"); strings.HasSuffix(" "+head, " "+noun) && (!of || rest != "") {
			return true
		}
	}
	return false
}

// headOf returns an English name up to the noun that it is of, in small letters, and what comes behind.
func headOf(name string) (head, rest string) {
	name = strings.ToLower(name)
	end := len(name)
	for _, preposition := range []string{" of ", " in ", " at ", " per ", " for ", " by ", " from ", " with ", " on ", " under ", " above ", " to ", " who ", " whose ", " (", ", "} {
		if i := strings.Index(name, preposition); i >= 0 && i < end {
			end = i
		}
	}
	return name[:end], name[end:]
}

// plural reports whether an English name is of several things: its noun is, or that before a participle, as trees planted.
func plural(w *locale.Words, name string) bool {
	head, _ := headOf(name)
	return strings.Contains(head, " and ") || nounOf(w, strings.Fields(head)) >= 0
}

// nounOf finds the noun of several things among the words of a name, as [plural] does; -1 if there is none.
func nounOf(w *locale.Words, words []string) int {
	for i, word := range words {
		last := i == len(words)-1
		participle := !last && (strings.HasSuffix(words[i+1], "ed") || slices.Contains(strings.Fields(w.Phrase("noun.participle")), words[i+1]))
		if (last || participle) && isPlural(w, word) {
			return i
		}
	}
	return -1
}

func isPlural(w *locale.Words, word string) bool {
	for _, ending := range []string{"ss", "us", "is"} {
		if strings.HasSuffix(word, ending) {
			return false
		}
	}
	return strings.HasSuffix(word, "s") || slices.Contains(strings.Fields(w.Phrase("noun.plural")), word)
}
