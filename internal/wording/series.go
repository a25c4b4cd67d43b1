package wording

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// series joins English clauses. What is counted is said to be there once.
func series(clauses []string) string {
	const there = "there were "
	const begun = "At {period|" + formEnd + "}, " + there
	clauses = slices.Clone(clauses)
	simple := len(clauses) > 1 // all are counted, and no more is said of them
	for i := len(clauses) - 1; i >= 0; i-- {
		rest, counted := strings.CutPrefix(clauses[i], there)
		if i == 0 {
			simple = simple && (counted || strings.HasPrefix(clauses[0], begun)) && !strings.Contains(clauses[0], ", {")
			break
		}
		before := clauses[i-1]
		if counted && (strings.HasPrefix(before, there) || strings.HasPrefix(before, begun)) {
			clauses[i] = rest
		}
		simple = simple && counted && !strings.Contains(rest, ", {")
	}
	between, and := "; ", "; and "
	if simple {
		between, and = ", ", " and "
	}
	last := len(clauses) - 1
	if last < 1 {
		return strings.Join(clauses, "")
	}
	return strings.Join(clauses[:last], between) + and + clauses[last]
}

// kindred reports whether neighbours may share a sentence: they are told alike, and are of one unit or count what is alike.
func (c *composer) kindred(a, b *branch) bool {
	if begins := c.anew(b); c.family(a) != c.family(b) || begins != "" && begins != c.anew(a) {
		return false
	}
	u, v := c.Units[a.Unit], c.Units[b.Unit]
	return a.Unit == b.Unit || u.Dim == stat.Count && v.Dim == stat.Count && stat.SameCount(u, v) || ending(a) == ending(b)
}

// ending is the last two characters of a name, which say what kind of figure it is: 产量, 面积.
func ending(b *branch) string {
	name := []rune(b.Name.Hans)
	return string(name[max(0, len(name)-2):])
}

// anew is the subject of its own that an indicator begins; "" for most.
func (c *composer) anew(b *branch) string {
	for _, begins := range strings.Fields(c.zh.Phrase("prose.anew")) {
		if strings.HasPrefix(b.Name.Hans, begins) {
			return begins
		}
	}
	return ""
}

// without is a Chinese name without what the name before it has said; "" where it has to say all of it.
func (c *composer) without(name, before string) string {
	for _, said := range strings.Fields(c.zh.Phrase("prose.shared")) {
		rest, ok := strings.CutPrefix(name, said)
		if tail, is := strings.CutPrefix(said, "-"); is {
			said = tail
			rest, ok = strings.CutSuffix(name, tail)
		}
		if ok && strings.Contains(before, said) && utf8.RuneCountInString(rest) >= 2 {
			return rest
		}
	}
	return ""
}

// withoutTail is an English name without the end that the name before it has: of urban households. It is "" for others.
func (c *composer) withoutTail(name, before string) string {
	for _, tail := range strings.Split(c.en.Phrase("prose.shared"), "|") {
		if rest, ok := strings.CutSuffix(name, " "+tail); ok && strings.Contains(before, tail) {
			return rest
		}
	}
	return ""
}

// thatOf is an English name of which the one before it has said the noun: that of the secondary industry. It is "" for others.
func thatOf(w *locale.Words, name, before string) string {
	head, rest := headOf(name)
	last, more := headOf(before)
	preposition, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
	if head != last || more == "" || more == rest || !slices.Contains(strings.Fields(w.Phrase("noun.preposition")), preposition) {
		return ""
	}
	that := "that"
	if plural(w, name) {
		that = "those"
	}
	return that + name[len(head):]
}

// prices names the prices that an index is of, as its usual sentence does.
func (c *composer) prices(b *branch) (stat.Text, bool) {
	zh, _, told := strings.Cut(strings.TrimPrefix(b.Usual.Hans, "{period|"+formSpan+"}"), "{growth")
	en, _, also := strings.Cut(b.Usual.En, " were {growth")
	return stat.Text{Hans: zh, En: initial(en, strings.ToLower)}, told && also && c.Units[b.Unit].OnPreviousYear()
}

// priceOf tells a part of a price index by how its prices rose or fell, because an index is no part of a rise.
func (c *composer) priceOf(b *branch) (stat.Text, bool) {
	prices, ok := c.prices(b)
	if !ok {
		return stat.Text{}, false
	}
	grown := "{" + b.Code + ".growth}"
	switch facts := c.facts[b.Code]; {
	case firstOf(facts, stat.Growth) != nil:
	case firstOf(facts, stat.Level) != nil:
		grown = "{" + b.Code + ".level|" + formRise + "}"
	default:
		return stat.Text{}, false
	}
	return stat.Text{Hans: prices.Hans + grown, En: prices.En + " were " + grown}, true
}

// shareOf tells the share that an indicator has behind its figures, if an indicator of the chapter is that share and has a usual
// sentence that begins with the name. The share is then not told by itself.
func (c *composer) shareOf(b *branch) stat.Text {
	for _, s := range c.tops {
		rest, is := strings.CutPrefix(s.Usual.Hans, b.Name.Hans+"占")
		_, own := c.own[stat.ComposedPrefix+s.Code]
		if !is || own || c.told[s.Code] {
			continue
		}
		const accounted = " accounted for "
		usual, ok := c.usual(s)
		_, of, verb := strings.Cut(usual.En, accounted)
		if ok && verb && rest != "" {
			c.told[s.Code] = true
			return stat.Text{
				Hans: "，" + strings.TrimSuffix(strings.TrimPrefix(usual.Hans, b.Name.Hans), "。"),
				En:   ", accounting for " + strings.TrimSuffix(of, "."),
			}
		}
	}
	return stat.Text{}
}
