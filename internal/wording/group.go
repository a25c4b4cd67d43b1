package wording

import (
	"slices"
	"strings"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// mostListed is the number of parts that a sentence lists; of more, it tells which grew most and least.
const mostListed = 5

// below tells what stands below an indicator: its breakdowns, each with its composition and what the parts contributed, and
// what it contains; then what stands below those that are listed.
func (c *composer) below(b *branch, whole string) []stat.Text {
	var all []stat.Text
	var listed []*branch
	for i := range b.Breakdowns {
		parts := kidsOf(b, func(k *branch) bool { return k.Branch.Breakdown == b.Breakdowns[i].Code && !isContained(b, k) })
		told, list := c.group(b, parts, &b.Breakdowns[i], whole)
		all = append(all, told...)
		all = append(all, c.structure(b, b.Breakdowns[i], parts, list)...)
		listed = append(listed, list...)
	}
	if len(all) > 0 {
		whole = b.Code
	}
	told, list := c.group(b, kidsOf(b, func(k *branch) bool { return isContained(b, k) }), nil, whole)
	all = append(all, told...)
	for _, k := range append(listed, list...) {
		all = append(all, c.below(k, k.Code)...)
	}
	return all
}

// isContained reports whether an indicator is contained in another one beside its breakdowns.
func isContained(b, kid *branch) bool { return slices.Contains(b.Includes, kid.Code) }

func kidsOf(b *branch, such func(*branch) bool) []*branch {
	var list []*branch
	for _, k := range b.kids {
		if such(k) {
			list = append(list, k)
		}
	}
	return list
}

// group tells the parts of an indicator, or what it contains: all of them if they are few, or else those that grew most and
// least. It returns those that it listed.
func (c *composer) group(b *branch, kids []*branch, of *stat.Breakdown, whole string) ([]stat.Text, []*branch) {
	kids = slices.DeleteFunc(slices.Clone(kids), func(k *branch) bool { return !c.tells(k) })
	var clauses []stat.Text
	if len(kids) <= mostListed {
		in := c.newClause(false)
		in.compared, in.before = c.tells(b), b.Name
		if c.Units[b.Unit].Index && in.compared {
			in.base = b.Unit
		}
		for _, k := range kids {
			text, ok := c.priceOf(k)
			if !ok {
				text = c.tell(k, in)
			}
			clauses = append(clauses, text)
		}
	} else {
		clauses, kids = c.extremes(kids), nil
	}
	if len(clauses) == 0 {
		return nil, nil
	}
	intro := c.intro(b, of, whole)
	text := joined(clauses, open)
	return []stat.Text{{Hans: intro.Hans + text.Hans + "。", En: intro.En + text.En + "."}}, kids
}

// intro begins the sentence on the parts of an indicator.
func (c *composer) intro(b *branch, of *stat.Breakdown, whole string) stat.Text {
	u := c.Units[b.Unit]
	s := situation{"rate": !u.AddsUp(), "within": whole != "", "named": of != nil && c.saysBy(of.Name), "level": firstOf(c.facts[b.Code], stat.Level) != nil}
	slot := slots{"@whole": name(b.Code)}
	if prices, ok := c.prices(b); ok {
		slot["@whole"] = prices
	}
	if s["named"] {
		by := strings.TrimPrefix(of.Name.Hans, "按")
		by = strings.TrimPrefix(strings.TrimSuffix(strings.TrimSuffix(by, "划分"), "分"), "分")
		slot["by"] = stat.Text{Hans: by, En: of.Name.En}
	}
	r, _ := choose("group", s)
	return r.fill(slot)
}

// saysBy reports whether a sentence says by what an indicator is divided: 分产业看. Where the parts say it themselves, it does
// not.
func (c *composer) saysBy(name stat.Text) bool {
	return !name.Empty() && !slices.ContainsFunc(strings.Fields(c.zh.Phrase("prose.plainly")), func(by string) bool { return strings.Contains(name.Hans, by) })
}

// name refers to the name of an indicator as it stands within a sentence.
func name(code string) stat.Text {
	return stat.Text{Hans: "{@" + code + "}", En: "{@" + code + "|" + formWithin + "}"}
}

// extremes tells which of many parts grew most and which least. Where several did, or not all have growth of one kind, there is
// nothing to tell.
func (c *composer) extremes(kids []*branch) []stat.Text {
	var grown []*stat.Fact
	for _, k := range kids {
		if f := firstOf(c.facts[k.Code], stat.Growth); f != nil {
			grown = append(grown, f)
		}
	}
	if len(grown) < len(kids) || !c.alike(grown) {
		return nil
	}
	var clauses []stat.Text
	for _, family := range []string{"high", "low"} {
		f, ok := outermost(grown, family == "high")
		if !ok {
			return nil
		}
		slot := slots{"@" + family: name(f.Subject)}
		slot.fact(family, f)
		s := signs(f)
		s["alone"] = !slices.ContainsFunc(grown, func(g *stat.Fact) bool { return g != f && g.Quantity.Value.IsNegative() })
		if r, ok := choose(family, s); ok {
			clauses = append(clauses, r.fill(slot))
		}
	}
	return clauses
}

// alike reports whether growths can be compared: all are in per cent, with one verb, and from more than nothing.
func (c *composer) alike(grown []*stat.Fact) bool {
	return !slices.ContainsFunc(grown, func(f *stat.Fact) bool {
		return f.Quantity.Unit != stat.PercentUnit || f.Qualifier != stat.Exactly || f.Verb != grown[0].Verb ||
			f.Status == stat.Forecast || !f.Status.HasValue() || c.Baseless(f) || !f.OnYearBefore()
	})
}

// outermost returns the fact with the highest or the lowest figure; false if several have it.
func outermost(facts []*stat.Fact, high bool) (*stat.Fact, bool) {
	compare := func(a, b *stat.Fact) int { return a.Quantity.Base().Cmp(b.Quantity.Base()) }
	f := slices.MinFunc(facts, compare)
	if high {
		f = slices.MaxFunc(facts, compare)
	}
	n := 0
	for _, other := range facts {
		if compare(f, other) == 0 {
			n++
		}
	}
	return f, n == 1
}

// signs says whether a growth is above or below zero, and whether it is of prices.
func signs(f *stat.Fact) situation {
	return situation{
		"positive": f.Quantity.Value.IsPositive(), "negative": f.Quantity.Value.IsNegative(), "price": f.Verb == stat.VerbRise,
	}
}

// structure tells the shares of the parts of a breakdown, and then what they contributed to growth. Chinese says both in one
// sentence where the parts have been listed.
func (c *composer) structure(b *branch, of stat.Breakdown, parts, listed []*branch) []stat.Text {
	all := c.composition(b, of, len(listed) == len(parts) && len(listed) > 0)
	added := c.contributions(b, of, parts)
	if len(all) > 0 && len(added) > 0 {
		who := c.all(of, len(parts)).Hans
		rest, short := strings.CutPrefix(added[0].Hans, who)
		if short && strings.HasPrefix(all[0].Hans, who) {
			all[0].Hans, added[0].Hans = strings.TrimSuffix(all[0].Hans, "。")+"，", rest
		}
	}
	return append(all, added...)
}

// composition tells the shares of the parts of a breakdown, which the sentence before it has listed or not.
func (c *composer) composition(b *branch, of stat.Breakdown, listed bool) []stat.Text {
	for _, comp := range c.Compositions() {
		if comp.ID != stat.Key(b.Code, b.CompositionName(of), c.Period) || len(comp.Parts) < 2 || !valued(comp) {
			continue
		}
		var zh, en, shares []string
		for i, p := range comp.Parts {
			shares = append(shares, "{"+comp.Shares[i].ID+"}")
			zh, en = append(zh, "{@"+p.Code+"}"), append(en, "{@"+p.Code+"|"+formWithin+"}")
		}
		r, _ := choose("shares", situation{"listed": listed, "economy": b.Code == "gdp" && of.Code == "industry"})
		return []stat.Text{r.fill(slots{
			"composition": same("{" + comp.ID + "}"), "@whole": name(b.Code), "all": c.all(of, len(zh)),
			"names": {Hans: c.zh.List(zh), En: c.en.List(en)}, "shares": {En: c.en.List(shares)},
		})}
	}
	return nil
}

func valued(comp *edition.Composition) bool {
	return !slices.ContainsFunc(comp.Shares, func(f *stat.Fact) bool { return !f.Status.HasValue() })
}

// all words all parts of a breakdown: the three industries, and others by their number.
func (c *composer) all(of stat.Breakdown, n int) stat.Text {
	if of.Code == "industry" && n == 3 {
		return stat.Text{Hans: c.zh.Phrase("prose.industries"), En: c.en.Phrase("prose.industries")}
	}
	in := func(w *locale.Words) string {
		words := strings.Fields(w.Phrase("prose.all"))
		return words[min(max(n, 2)-2, len(words)-1)]
	}
	return stat.Text{Hans: in(c.zh), En: in(c.en)}
}

// contributions tells what all parts contributed to the growth of the whole, in their order.
func (c *composer) contributions(b *branch, of stat.Breakdown, parts []*branch) []stat.Text {
	var all []stat.Text
	for _, m := range []stat.Measure{stat.ContributionRate, stat.Contribution} {
		var list []string
		for _, p := range parts {
			if f := firstOf(c.facts[p.Code], m); f != nil {
				list = append(list, "{"+f.ID+"}")
			}
		}
		if len(list) == len(parts) && len(list) > 1 && len(list) <= mostListed {
			r, _ := choose("rates", situation{string(m): true})
			all = append(all, r.fill(slots{"@whole": name(b.Code), "all": c.all(of, len(list)), "list": {Hans: c.zh.List(list), En: c.en.List(list)}}))
		}
	}
	return all
}
