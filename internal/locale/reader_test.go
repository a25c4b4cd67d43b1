package locale

import (
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/shopspring/decimal"

	"nianbao/internal/stat"
)

var (
	numberForm  = regexp.MustCompile(`^−?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?`)
	hectareForm = regexp.MustCompile(` \([^()]* ha\)$`)
)

// Read is the inverse of [Words.Quantity], [Words.Growth] and [Words.Rank]: the same amount, unit and sign, and
// the qualifier. The power of ten is the one that was written. No growth reads as 0 per cent, a rank as a
// quantity of RANK. Words that stand for several units, as 个 does, are an error: use [Words.ReadAs].
func (w *Words) Read(s string) (stat.Quantity, stat.Qualifier, error) {
	return w.ReadAs(s, "")
}

// ReadAs reads like [Words.Read] where the unit is known beforehand. Words of another unit are an error.
func (w *Words) ReadAs(s, unit string) (stat.Quantity, stat.Qualifier, error) {
	read := w.readEnglish
	if w.lang.Chinese() {
		read = w.readChinese
	}
	for _, how := range []stat.Qualifier{stat.Exactly, stat.About} {
		if s == w.noGrowth(how) {
			return still(unit), how, nil
		}
	}
	q, how, err := read(s, unit)
	if err != nil {
		return stat.Quantity{}, "", fmt.Errorf("read %q: %w", s, err)
	}
	return q, how, nil
}

func (w *Words) readChinese(s, unit string) (stat.Quantity, stat.Qualifier, error) {
	if q, ok := w.readChineseRank(s); ok {
		return q, stat.Exactly, w.expect(unit, q.Unit)
	}
	s, falls := w.cutVerb(s)
	how, s := w.cutQualifier(s)
	s, nth := strings.CutPrefix(s, w.lex.nth)
	q, rest, err := cutNumber(s)
	if err != nil {
		return q, how, err
	}
	q.Mult, rest = w.cutPower(rest)
	if nth && rest == w.lex.place {
		q.Unit = "RANK"
		return q, how, w.expect(unit, q.Unit)
	}
	if falls {
		q.Value = q.Value.Neg()
	}
	q.Unit, err = w.unitOf(rest, unit)
	return q, how, err
}

// cutPower takes a power of ten off the front, unless the whole is a unit, as 千米.
func (w *Words) cutPower(s string) (mult int, rest string) {
	if len(w.unitsByWord()[s]) > 0 {
		return 0, s
	}
	for _, p := range []struct {
		word string
		mult int
	}{{w.lex.wan + w.lex.yi, 12}, {w.lex.yi, 8}, {w.lex.wan, 4}, {w.lex.qian, 3}} {
		if after, ok := strings.CutPrefix(s, p.word); ok {
			return p.mult, after
		}
	}
	return 0, s
}

// cutVerb takes a verb of rise or fall off the front.
func (w *Words) cutVerb(s string) (rest string, falls bool) {
	for unit := range w.lex.rises {
		rise, fall := w.lex.verbs(unit, "")
		if after, ok := strings.CutPrefix(s, rise); ok {
			return after, false
		}
		if after, ok := strings.CutPrefix(s, fall); ok {
			return after, true
		}
	}
	return s, false
}

func (w *Words) cutQualifier(s string) (stat.Qualifier, string) {
	for _, q := range w.lex.qualifiers {
		if after, ok := strings.CutPrefix(s, w.qualify(q.how)); ok {
			return q.how, after
		}
	}
	return stat.Exactly, s
}

// readChineseRank reads what Rank writes: the numeral after the last 第, or from 11 on the figures between that and 位.
func (w *Words) readChineseRank(s string) (stat.Quantity, bool) {
	before, numeral, ok := cutLast(s, w.lex.nth)
	before = strings.TrimPrefix(before, w.lex.expected)
	if !ok || before != "" && !strings.HasPrefix(before, w.lex.ranked) && !strings.HasPrefix(before, w.lex.joint) {
		return stat.Quantity{}, false
	}
	if digits, placed := strings.CutSuffix(numeral, w.lex.place); placed {
		n, err := strconv.Atoi(digits)
		return position(n), err == nil
	}
	n, ok := readNumeral(numeral)
	if !ok {
		return stat.Quantity{}, false
	}
	return position(n), true
}

func cutLast(s, sep string) (before, after string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

func (w *Words) readEnglish(s, unit string) (stat.Quantity, stat.Qualifier, error) {
	s, falls := strings.CutPrefix(s, enDown)
	s = strings.TrimPrefix(s, enUp)
	how, s := w.cutQualifier(s)
	q, ok := readEnglishRank(s)
	if ok {
		return q, how, w.expect(unit, q.Unit)
	}
	s = hectareForm.ReplaceAllString(s, "")
	money, s := w.cutCurrency(s)
	q, rest, err := cutNumber(s)
	if err != nil {
		return q, how, err
	}
	q.Mult, rest = cutScale(rest)
	rest += money
	if falls {
		q.Value = q.Value.Neg()
	}
	q.Unit, err = w.unitOf(strings.TrimPrefix(rest, " "), unit)
	return q, how, err
}

// cutCurrency takes the code of a currency off the front.
func (w *Words) cutCurrency(s string) (word, rest string) {
	code, rest, ok := strings.Cut(s, " ")
	if u := w.unit(code); ok && u.beside == stat.Before {
		return u.one, rest
	}
	return "", s
}

// cutScale takes million, billion or trillion off the front.
func cutScale(s string) (mult int, rest string) {
	for _, scale := range stat.Scales() {
		if after, ok := strings.CutPrefix(s, " "+scale.Word); ok && (after == "" || after[0] == ' ') {
			return int(scale.Power), after
		}
	}
	return 0, s
}

// readEnglishRank reads what Rank and Quantity write of a position; the scope is left out.
func readEnglishRank(s string) (stat.Quantity, bool) {
	s = strings.TrimPrefix(strings.TrimSuffix(s, enExpected), enJoint)
	s, _, _ = strings.Cut(s, " in ")
	if after, ok := strings.CutPrefix(s, enRank); ok {
		q, rest, err := cutNumber(after)
		q.Unit = "RANK"
		return q, err == nil && rest == ""
	}
	words := ordinalWords()
	if n := slices.Index(words[1:], s) + 1; n > 0 {
		return position(n), true
	}
	q, _, err := cutNumber(s)
	n, ok := whole(q)
	if err != nil || !ok || figureOrdinal(n) != s {
		return stat.Quantity{}, false
	}
	return position(n), true
}

func position(n int) stat.Quantity {
	return stat.Quantity{Value: decimal.NewFromInt(int64(n)), Unit: "RANK"}
}

func cutNumber(s string) (stat.Quantity, string, error) {
	number := numberForm.FindString(s)
	if number == "" {
		return stat.Quantity{}, s, errors.New("want a number")
	}
	value, err := decimal.NewFromString(strings.NewReplacer(",", "", minus, "-").Replace(number))
	return stat.Quantity{Value: value}, s[len(number):], err
}

// still is no growth.
func still(unit string) stat.Quantity {
	if unit == "" {
		unit = "PERCENT"
	}
	return stat.Quantity{Unit: unit}
}

// expect is an error if a unit is wanted that is not the one read.
func (w *Words) expect(want, got string) error {
	if want != "" && want != got {
		return fmt.Errorf("unit is %s, want %s", got, want)
	}
	return nil
}

// unitOf finds the unit a word stands for, given the one that is wanted, if any.
func (w *Words) unitOf(word, want string) (string, error) {
	codes := w.unitsByWord()[word]
	switch {
	case len(codes) == 0:
		return "", fmt.Errorf("no unit is worded %q", word)
	case want != "" && slices.Contains(codes, want):
		return want, nil
	case want != "":
		return "", w.expect(want, strings.Join(codes, " or "))
	case len(codes) > 1:
		return "", fmt.Errorf("%q stands for several units: %s", word, strings.Join(codes, ", "))
	default:
		return codes[0], nil
	}
}

func (w *Words) unitsByWord() map[string][]string {
	codes := map[string][]string{}
	for _, code := range w.unitCodes() {
		for _, word := range w.UnitWords(code) {
			codes[word] = append(codes[word], code)
		}
	}
	return codes
}

// unitCodes lists every unit that has words, sorted.
func (w *Words) unitCodes() []string {
	all := slices.AppendSeq(slices.Collect(maps.Keys(w.units)), maps.Keys(w.own))
	slices.Sort(all)
	return slices.Compact(all)
}

// readNumeral reads the positions that Rank writes.
func readNumeral(s string) (int, bool) {
	if n, err := strconv.Atoi(s); err == nil {
		return n, n >= 0 && s[0] != '+' && s[0] != '-'
	}
	n, ok := positions()[s]
	return n, ok
}

// positions are all positions that are written in Chinese numerals, by their words.
var positions = sync.OnceValue(func() map[string]int {
	all := map[string]int{}
	for n := 1; n <= 9999; n++ {
		all[chineseNumeral(n)] = n
	}
	return all
})
