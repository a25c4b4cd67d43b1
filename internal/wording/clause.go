package wording

import (
	"cmp"
	"slices"
	"strings"

	"nianbao/internal/stat"
)

// clause is how an indicator is told in the sentence that it stands in.
type clause struct {
	lead     bool      // it begins the sentence
	compared bool      // the sentence has said what growth is against
	base     string    // unit of the index told last, whose base need not be said again
	before   stat.Text // the name told last, or that of the whole
	told     int       // names that the sentence has told
}

// newClause begins a sentence; below an indicator, what growth is against has been said.
func (c *composer) newClause(lead bool) *clause { return &clause{lead: lead, compared: !lead} }

// tells reports whether there is something to tell of an indicator, as a contribution alone is not.
func (c *composer) tells(b *branch) bool {
	_, ok := choose("value", c.situation(b))
	return ok
}

// tell tells an indicator: its value, and then each of its other figures.
func (c *composer) tell(b *branch, in *clause) stat.Text {
	facts := c.facts[b.Code]
	s := c.situation(b)
	s["lead"], s["based"] = in.lead && !c.priced, in.base == b.Unit
	r, ok := choose("value", s)
	s["based"] = false
	if in.base = ""; c.Units[b.Unit].Index {
		in.base = b.Unit
	}
	if !ok {
		return stat.Text{}
	}
	slot := c.named(b, r, in)
	var told *stat.Fact
	for _, f := range facts {
		switch name := string(f.Measure); {
		case f.Measure == stat.Level || f.Measure == stat.Ratio || f.Measure == stat.ScoreValue:
			if f.Sort == "" && told == nil {
				slot["value"] = c.amount(b, f, r)
				told = f
			}
		case f.Measure == stat.Rank && f.Ranking == nil: // which cannot be worded
		case f.Measure == stat.Rank && slot["rank"].Empty():
			slot.fact(name, f)
			scope, _ := c.Area.Scope(f.Ranking.Scope)
			slot["scope"] = scope.Name
		case f.Sort == "":
			slot.fact(name, f)
		}
	}
	if told == nil {
		told = cmp.Or(firstOf(facts, stat.Growth), firstOf(facts, stat.Change), c.firstRank(facts))
	}
	text := c.comparing(r.fill(slot), in)
	for _, f := range facts {
		if f != told {
			more := c.extra(b, f, s, in)
			text.Hans, text.En = text.Hans+more.Hans, text.En+more.En
		}
	}
	if s["turn"] && firstOf(facts, stat.Growth) == nil {
		r, _ := choose("extra", situation{"turn": true})
		more := r.fill(slots{"fact": same("{" + b.Code + "." + stat.TurnReference + "}")})
		text.Hans, text.En = text.Hans+more.Hans, text.En+more.En
	}
	share := c.shareOf(b)
	return stat.Text{Hans: text.Hans + share.Hans, En: text.En + share.En}
}

// firstRank is the first rank, in any scope; nil if there is none.
func (c *composer) firstRank(facts []*stat.Fact) *stat.Fact {
	if i := slices.IndexFunc(facts, func(f *stat.Fact) bool { return f.Measure == stat.Rank }); i >= 0 {
		return facts[i]
	}
	return nil
}

// firstOf is the first fact of the first of some measures that there is one of; nil if there is none.
func firstOf(facts []*stat.Fact, measures ...stat.Measure) *stat.Fact {
	for _, m := range measures {
		for _, f := range facts {
			if f.Is(m) {
				return f
			}
		}
	}
	return nil
}

// extra tells a figure behind the value of its indicator.
func (c *composer) extra(b *branch, f *stat.Fact, whole situation, in *clause) stat.Text {
	s := c.extraSituation(f, whole)
	slot := slots{}
	slot.fact("fact", f)
	if f.Ranking != nil {
		scope, _ := c.Area.Scope(f.Ranking.Scope)
		slot["scope"] = scope.Name
	}
	r, ok := choose("extra", s)
	if !ok {
		return stat.Text{}
	}
	c.priced = c.priced || r.id == "extra.real"
	return c.comparing(r.fill(slot), in)
}

// extraSituation is what a further figure of an indicator is like.
func (c *composer) extraSituation(f *stat.Fact, whole situation) situation {
	s := situation{"lead": whole["lead"], "money": whole["money"], "turn": f.Is(stat.Growth) && whole["turn"], "real": c.Real(f)}
	s[string(f.Measure)] = f.Sort == "" || f.Ranking != nil
	s["other"] = f.Measure == stat.Growth && f.Sort != ""
	if f.Ranking != nil {
		s["of-"+string(f.Ranking.By)] = true
	}
	return s
}

// comparing says what a growth is against where the sentence has not.
func (c *composer) comparing(text stat.Text, in *clause) stat.Text {
	const form = "|" + formCompared + "}"
	if in.compared && !strings.Contains(text.Hans, "acceleration") {
		text.Hans, text.En = strings.ReplaceAll(text.Hans, form, "}"), strings.ReplaceAll(text.En, form, "}")
	}
	in.compared = in.compared || strings.Contains(text.Hans, form)
	return text
}

// situation is what the figures of an indicator are like.
func (c *composer) situation(b *branch) situation {
	s := c.like[b.Code]
	if s == nil {
		s = c.lookAt(b, c.facts[b.Code])
		c.like[b.Code] = s
	}
	return s
}

func (c *composer) lookAt(b *branch, facts []*stat.Fact) situation {
	u := c.Units[b.Unit]
	s := situation{"several": plural(c.en, b.Name.En), "stock": b.Timing == stat.Stock && u.AddsUp(), "turn": c.TurnOf(b.Code, c.Period) != ""}
	for _, f := range facts {
		unit := c.Units[f.Quantity.Unit]
		switch f.Measure {
		case stat.Level, stat.Ratio, stat.ScoreValue:
			if f.Sort != "" {
				continue
			}
			s["value"] = true
			s["rate"] = f.Measure != stat.Level || !unit.AddsUp()
			s["count"], s["money"] = unit.Dim == stat.Count, unit.Dim == stat.Money
			s["telling"] = unit.Telling()
			s["quotient"] = unit.Dim == stat.Quotient && perEach(b.Name.En)
			words := c.en.UnitWords(unit.Code)
			name := " " + strings.ToLower(b.Name.En)
			s["own"] = s["count"] && strings.Contains(name, " "+words[len(words)-1]) || strings.HasPrefix(name, " "+words[len(words)-1]+" of ")
			s["exact"] = f.Qualifier == stat.Exactly
			s["none"] = f.Quantity.Value.IsZero()
			s["negative"] = f.Quantity.Value.IsNegative()
		case stat.Growth:
			s["up"] = s["up"] || f.Sort == "" && f.Quantity.Value.IsPositive()
		case stat.Change:
			s["up"] = s["up"] || firstOf(facts, stat.Growth) == nil && f.Quantity.Value.IsPositive()
		}
		s[string(f.Measure)] = s[string(f.Measure)] || f.Sort == "" || f.Measure == stat.Rank
	}
	return s
}

// family is what neighbours must have in common to share a sentence.
func (c *composer) family(b *branch) string {
	facts := c.facts[b.Code]
	r, _ := choose("value", c.situation(b))
	family, _, _ := strings.Cut(strings.TrimPrefix(r.id, "value."), ".")
	switch family {
	case "risen", "counted", "negative", "own", "own-risen":
		family = "amount"
	case "per":
		family = "rate"
	case "people", "population", "held":
		family = "stock"
	}
	if slices.ContainsFunc(facts, func(f *stat.Fact) bool { return f.Measure == stat.Rank }) {
		family += " ranked"
	}
	return family
}

// opening gives the slots of what stands before an indicator's name: the part of the year that it is of, if the sentence
// begins with it and the name does not say so.
func (c *composer) opening(b *branch, r rule, in *clause) slots {
	s := slots{"span": {}, "end": {}, "held": {}, "was": {En: "was"}}
	if plural(c.en, b.Name.En) {
		s["was"] = stat.Text{En: "were"}
	}
	if in.lead && !strings.Contains(b.Name.En, c.en.Phrase("prose.timed")) {
		s["end"] = stat.Text{En: "At {period|end}, "}
	}
	if in.lead && !c.timed(b) {
		s["end"] = stat.Text{Hans: "{period|end}", En: s["end"].En}
		s["held"] = stat.Text{Hans: "{period|end}共有"}
		s["span"] = stat.Text{Hans: "{period|span}"}
		if strings.HasPrefix(b.Name.Hans, "全社会") && spanKey(c.Period) == "year" {
			s["span"] = stat.Text{Hans: "{period}"}
		}
		if !c.opened && strings.HasPrefix(r.text.En, "{span}") {
			s["span"] = stat.Text{Hans: s["span"].Hans, En: "In {period}, "}
			c.opened = true
		}
	}
	return s
}

// named gives the slots of an indicator's name and of what stands before it.
func (c *composer) named(b *branch, r rule, in *clause) slots {
	s := c.opening(b, r, in)
	name := "{@" + b.Code
	s["name"] = stat.Text{Hans: name + "}", En: name + "|" + formWithin + "}"}
	if strings.HasPrefix(r.text.En, "{area}") {
		return s
	}
	slot, rest, _ := strings.Cut(strings.TrimPrefix(r.text.En, "{"), "}")
	if in.lead && (slot == "name" || s[slot].En == "" && strings.HasPrefix(rest, "{name}")) {
		s["name"] = stat.Text{Hans: name + "}", En: name + "|" + formSubject + "}"}
	}
	said := s["name"]
	if short := c.without(b.Name.Hans, in.before.Hans); short != "" && !in.lead {
		said.Hans = short
	} else if short := c.undoubled(b, r, in); short != b.Name.Hans {
		said.Hans = short
	}
	if short := c.withoutTail(b.Name.En, in.before.En); short != "" && !in.lead {
		said.En = named(c.en, stat.Text{En: short}, formWithin)
	} else if short := thatOf(c.en, b.Name.En, in.before.En); short != "" && in.told > 0 && !strings.Contains(r.text.En, "there were") {
		said.En = short
	}
	s["name"], in.before = said, b.Name
	in.told++
	return s
}

// timed reports whether the name of an indicator says what part of the year it is of.
func (c *composer) timed(b *branch) bool {
	for _, words := range append(strings.Fields(c.zh.Phrase("prose.timed")), during(c.zh, c.Period, formEnd)) {
		if strings.HasPrefix(b.Name.Hans, words) {
			return true
		}
	}
	return strings.Contains(b.Name.En, c.en.Phrase("prose.timed"))
}

// lately tells the figures of an indicator that are of the last month or quarter alone, behind those of the whole period.
func (c *composer) lately(b *branch) []stat.Text {
	facts := c.alone[b.Code]
	if len(facts) == 0 || !c.tells(b) {
		return nil
	}
	var text stat.Text
	family := "alone"
	slot := slots{"when": same("{period|" + string(facts[0].Only) + "}")}
	for _, f := range facts {
		r, ok := choose(family, situation{string(f.Measure): true, "year": f.Measure == stat.Growth && f.OnSameMonth()})
		if ok && f.Only == facts[0].Only {
			slot.fact("fact", f)
			more := r.fill(slot)
			text.Hans, text.En, family = text.Hans+more.Hans, text.En+more.En, "besides"
		}
	}
	if text.Empty() {
		return nil
	}
	return []stat.Text{joined([]stat.Text{text}, stop)}
}
