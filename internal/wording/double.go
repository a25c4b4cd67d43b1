package wording

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/stat"
)

// undoubled is a Chinese name without what the words beside it say: that it is of the end of the year, and, before a value, its
// unit: 诊疗3万人次, not 诊疗人次3万人次.
func (c *composer) undoubled(b *branch, r rule, in *clause) string {
	name := b.Name.Hans
	if !in.lead {
		name = strings.TrimPrefix(name, during(c.zh, c.Period, formEnd))
	}
	counter := c.zh.UnitWords(b.Unit)[0]
	if c.Units[b.Unit].Dim != stat.Count || !strings.Contains(r.text.Hans, "{name}{value}") {
		return name
	}
	short, ok := strings.CutSuffix(name, counter+"数")
	if utf8.RuneCountInString(counter) > 1 && !ok {
		short, ok = strings.CutSuffix(name, counter)
	}
	if !ok || counter == "人" || strings.HasSuffix(short, "总") || utf8.RuneCountInString(short) < 2 {
		return name
	}
	return short
}

// undated is a Chinese sentence without the end of the period, if it begins with a name that says it.
func (c *composer) undated(text string) (string, bool) {
	code, rest, ok := strings.Cut(strings.TrimPrefix(text, "{@"), "}")
	r, err := c.Resolve(stat.Sentence{}, "@"+code)
	name, timed := strings.CutPrefix(r.Name.Hans, during(c.zh, c.Period, formEnd))
	return name + rest, ok && err == nil && timed && strings.HasPrefix(text, "{@")
}

// amount is the value of an indicator. Of a quotient whose name says what it is for one of, it is told without that: 每千人口……为3个.
func (c *composer) amount(b *branch, f *stat.Fact, r rule) stat.Text {
	whole := "{" + f.ID + "}"
	if r.id != "value.per" {
		return same(whole)
	}
	text := stat.Text{Hans: whole, En: whole}
	bare := "{" + f.ID + "|bare}"
	if of, _, ok := strings.Cut(c.zh.UnitWords(b.Unit)[0], "/"); ok && slices.ContainsFunc([]string{"每", "万元", "亿元"}, func(each string) bool { return strings.Contains(b.Name.Hans, each) }) {
		text.Hans = bare + of
	}
	words := c.en.UnitWords(b.Unit)
	of, _, _ := strings.Cut(words[len(words)-1], " per ")
	one, _, _ := strings.Cut(words[0], " per ")
	text.En = bare
	if !strings.HasPrefix(b.Unit, "PERSON_") && !strings.Contains(strings.ToLower(b.Name.En), one) {
		text.En = bare + " " + of
	}
	return text
}

// perEach reports whether an English name says what a quotient is for one of: not only that it is per unit of something.
func perEach(name string) bool {
	name = strings.ToLower(name)
	return strings.Contains(name, "per ") && !strings.Contains(name, "per unit ")
}
