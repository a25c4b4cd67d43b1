package wording

import (
	"slices"
	"strings"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// Sentences returns the sentences of a theme, or of preface, summary, rankings, projects, targets, in order: those of the
// office, and those that are composed of the figures where the office wants them.
func Sentences(e *edition.Edition, theme string) []stat.Sentence {
	own := e.Sentences(theme)
	if theme == "summary" && e.Prose != stat.AutoProse && len(own) == 0 {
		return Points(e)
	}
	if !composes(e, theme, own) {
		return own
	}
	return e.Told(theme, func() []stat.Sentence { return newComposer(e, theme).chapter(theme) })
}

// Chapters are the chapters of an edition's sentences, beside preface and main points, in order.
func Chapters(e *edition.Edition) []string {
	list := []string{"summary"}
	for _, t := range e.Themes {
		list = append(list, t.Code)
	}
	return append(list, "rankings", "projects", "targets")
}

// composes reports whether a chapter has composed sentences: by default where the office has none but such as replace some.
func composes(e *edition.Edition, theme string, own []stat.Sentence) bool {
	switch {
	case e.Prose == stat.NoProse || theme == stat.PrefaceTheme || theme == stat.PointsTheme:
		return false
	case e.Prose == stat.AutoProse:
		return true
	default:
		return !slices.ContainsFunc(own, func(s stat.Sentence) bool { return !s.Replaces() })
	}
}

// composer composes the sentences of a chapter. What it makes are templates, as the office writes them.
type composer struct {
	*edition.Edition
	zh, en *locale.Words
	facts  map[string][]*stat.Fact  // by indicator, those that are told
	alone  map[string][]*stat.Fact  // by indicator, those of the last month or quarter alone
	like   map[string]situation     // of indicators, as they are asked for
	own    map[string]stat.Sentence // that replace composed ones, by ID

	tops []*branch       // of the theme
	told map[string]bool // indicators that are told behind others

	opened bool // English has named the period
	priced bool // it is said that growth is at constant prices
}

// newComposer begins a chapter. If that is a theme, no facts of others are told.
func newComposer(e *edition.Edition, chapter string) *composer {
	c := &composer{Edition: e, facts: map[string][]*stat.Fact{}, alone: map[string][]*stat.Fact{}, like: map[string]situation{}, own: map[string]stat.Sentence{}, told: map[string]bool{}}
	told := map[string]bool{}
	for _, t := range e.Themes {
		for i := range t.Rows {
			if t.Code == chapter {
				told[t.Rows[i].Indicator.Code] = true
			}
		}
	}
	c.zh, _ = locale.For(stat.Hans, e.Units) // the edition has had words for its units before
	c.en, _ = locale.For(stat.En, e.Units)
	for _, f := range e.Facts {
		switch {
		case f.Period != e.Period || !f.Status.HasValue() || f.Status == stat.Forecast || f.Target != nil || !told[f.Subject] && len(told) > 0:
		case f.Only != "":
			c.alone[f.Subject] = append(c.alone[f.Subject], f)
		default:
			c.facts[f.Subject] = append(c.facts[f.Subject], f)
		}
	}
	for _, s := range e.Sentences(chapter) {
		c.own[s.ID] = s
	}
	return c
}

// chapter composes the sentences of a chapter. A sentence of the office takes the place of the composed one whose ID it has;
// the others follow.
func (c *composer) chapter(name string) []stat.Sentence {
	var list []stat.Sentence
	switch name {
	case "summary":
		list = c.points(mostPoints)
	case "targets":
		list = c.goals()
	case "rankings":
		list = c.positions()
	case "projects":
		list = c.works()
	default:
		for _, t := range c.Themes {
			if t.Code == name {
				list = c.theme(t)
			}
		}
	}
	for i := range list {
		list[i].Theme, list[i].Composed = name, true
		if own, ok := c.own[list[i].ID]; ok {
			list[i] = own
		}
	}
	for _, s := range c.Sentences(name) {
		if !slices.ContainsFunc(list, func(x stat.Sentence) bool { return x.ID == s.ID }) {
			list = append(list, s)
		}
	}
	return list
}

// branch is an indicator of a theme with what stands below it.
type branch struct {
	stat.Indicator
	kids []*branch
	edition.Branch
}

// paragraph is a sentence, or several, with what decides whether another one joins it.
type paragraph struct {
	stat.Sentence
	group  bool   // of indicators that have no others below them
	family string // of such
	anew   string // the subject that it begins
}

// theme composes a theme: a paragraph for each indicator that stands below no other. Those without others below them share
// one with their neighbours, and rates join what stands before them.
func (c *composer) theme(t edition.Theme) []stat.Sentence {
	var list []stat.Sentence
	var before, grouped bool // the last paragraph may take more; it is one of such
	var subject string
	for _, p := range c.paragraphs(t) {
		last := len(list) - 1
		joins := p.group && before && (p.anew == "" || p.anew == subject) && (p.family == "rate" || grouped) && figures(list[last])+figures(p.Sentence) <= mostFigures
		if joins {
			list[last].Text = after(list[last].Text, c.withoutTime(p.Text, list[last].Text))
			continue
		}
		list = append(list, p.Sentence)
		_, own := c.own[p.ID]
		before, grouped, subject = !own, p.group, p.anew
	}
	return list
}

// paragraphs tells the indicators of a theme in order.
func (c *composer) paragraphs(t edition.Theme) []paragraph {
	var list []paragraph
	var group []*branch // to be told in one sentence
	flush := func() {
		if len(group) > 0 {
			list = append(list, paragraph{c.together(group), true, c.family(group[0]), c.anew(group[0])})
			group = nil
		}
	}
	c.tops = c.branches(t)
	for _, b := range c.tops {
		if c.told[b.Code] {
			continue
		}
		own, replaced := c.own[stat.ComposedPrefix+b.Code]
		switch {
		case replaced:
			flush()
			list = append(append(list, paragraph{Sentence: own}), c.again(b, own)...)
		case len(b.kids) > 0 || !b.Usual.Empty() || len(c.alone[b.Code]) > 0:
			flush()
			if s, ok := c.paragraph(b); ok {
				list = append(list, paragraph{s, len(b.kids) == 0, c.family(b), c.anew(b)})
			}
		case c.tells(b):
			if len(group) == mostTogether || len(group) > 0 && !c.kindred(group[len(group)-1], b) {
				flush()
			}
			group = append(group, b)
		}
	}
	flush()
	return list
}

// again tells an indicator whose sentence the office has replaced by one on the figures of others, with what stands below it and
// is not told yet; nothing if the office's sentence has figures of it, or of none.
func (c *composer) again(b *branch, own stat.Sentence) []paragraph {
	if others := c.tellsAll(own); !others || c.told[b.Code] {
		return nil
	}
	id := stat.ComposedPrefix + b.Code + stat.AgainSuffix
	if second, ok := c.own[id]; ok {
		c.tellsAll(second)
		return []paragraph{{Sentence: second}}
	}
	rest := *b
	rest.kids = kidsOf(b, func(k *branch) bool { return !c.told[k.Code] })
	s, ok := c.paragraph(&rest)
	if !ok {
		return nil
	}
	s.ID = id
	return []paragraph{{s, len(rest.kids) == 0, c.family(b), c.anew(b)}}
}

// tellsAll takes down that a sentence of the office tells the indicators that it refers to. It returns false if there are none.
func (c *composer) tellsAll(own stat.Sentence) bool {
	some := false
	tokens, _ := stat.ParseTemplate(own.Text.Hans) // it was parsed before
	for _, t := range tokens {
		if i := strings.LastIndexByte(strings.Split(t.Ref, "@")[0], '.'); i > 0 {
			c.told[t.Ref[:i]] = true
			some = true
		}
	}
	return some
}

// withoutTime leaves out the time that a sentence begins with if the text before it has said it last.
func (c *composer) withoutTime(next, text stat.Text) stat.Text {
	const span, end, at, in = "{period|" + formSpan + "}", "{period|" + formEnd + "}", "At {period|" + formEnd + "}, ", "In {period}, "
	before := span
	if strings.LastIndex(text.Hans, end) > strings.LastIndex(text.Hans, span) {
		before = end
	}
	named := strings.Contains(text.En, at) && !strings.Contains(text.Hans, span) // the Chinese name has the time
	if named && strings.HasPrefix(next.Hans, end) {
		before = end
	}
	if rest, ok := strings.CutPrefix(next.Hans, before); ok && (strings.Contains(text.Hans, before) || named && before == end) {
		next.Hans = rest
		next.En = withoutOpening(next.En, at)
	}
	if short, ok := c.undated(next.Hans); ok && named {
		next.Hans = short
		next.En = withoutOpening(next.En, at)
	}
	next.En = withoutOpening(next.En, in)
	return next
}

// withoutOpening has a sentence begin with the name behind its opening.
func withoutOpening(text, opening string) string {
	rest, ok := strings.CutPrefix(text, opening)
	if !ok {
		return text
	}
	if !strings.HasPrefix(rest, "{") {
		return initial(rest, strings.ToUpper)
	}
	return strings.Replace(rest, "|"+formWithin+"}", "|"+formSubject+"}", 1)
}

// figures is the number of facts that a sentence refers to.
func figures(s stat.Sentence) int {
	return strings.Count(s.Text.Hans, "{") - strings.Count(s.Text.Hans, "{@") - strings.Count(s.Text.Hans, "{period")
}

// after puts a sentence behind another one.
func after(text, next stat.Text) stat.Text {
	return stat.Text{Hans: text.Hans + next.Hans, En: strings.TrimSpace(text.En + " " + next.En)}
}

const (
	mostTogether = 3 // indicators that share a sentence
	mostFigures  = 9 // of a paragraph that takes another sentence
)

// branches returns the indicators of a theme that stand below no other. One whose sentence the office has written is told by
// itself.
func (c *composer) branches(t edition.Theme) []*branch {
	var tops []*branch
	known := map[string]*branch{}
	for _, r := range t.Rows {
		if known[r.Indicator.Code] != nil || c.Background(r) || r.Composition != nil && !r.Composition.Alone {
			continue
		}
		b := &branch{Indicator: r.Indicator, Branch: r.Branch}
		known[b.Code] = b
		_, own := c.own[stat.ComposedPrefix+b.Code]
		if above := known[b.Parent]; above != nil && !own {
			above.kids = append(above.kids, b)
		} else {
			tops = append(tops, b)
		}
	}
	return tops
}

// together tells neighbours in one sentence.
func (c *composer) together(group []*branch) stat.Sentence {
	var clauses []stat.Text
	first := c.newClause(true)
	for i, b := range group {
		first.lead = i == 0
		clauses = append(clauses, c.tell(b, first))
	}
	return stat.Sentence{ID: stat.ComposedPrefix + group[0].Code, Text: joined(clauses, stop)}
}

// paragraph tells an indicator and what stands below it; false if there is nothing to tell.
func (c *composer) paragraph(b *branch) (stat.Sentence, bool) {
	var all []stat.Text
	c.told[b.Code] = true
	if usual, ok := c.usual(b); ok {
		all = append(all, usual)
	} else if c.tells(b) {
		all = append(all, joined([]stat.Text{c.tell(b, c.newClause(true))}, stop))
	}
	all = append(all, c.lately(b)...)
	all = append(all, c.below(b, "")...)
	text := stat.Text{}
	for _, s := range all {
		text = after(text, s)
	}
	return stat.Sentence{ID: stat.ComposedPrefix + b.Code, Text: text}, len(all) > 0
}

// usual is the sentence that an indicator states, if the edition has all that it refers to, with the figures that it does not
// refer to behind it. It is not told if they are a value, which nothing can follow.
func (c *composer) usual(b *branch) (stat.Text, bool) {
	if b.Usual.Empty() {
		return stat.Text{}, false
	}
	var told []*stat.Fact
	in := func(l stat.Lang) (string, bool) {
		tokens, _ := stat.ParseTemplate(b.Usual.In(l))
		s := slots{"name": same("{@" + b.Code + "}")}
		for _, t := range tokens {
			if t.Ref == "" || t.Ref == "name" || t.Ref == "period" || t.Ref == "year" || t.Ref == "area" {
				continue
			}
			r, err := c.Resolve(stat.Sentence{}, b.Code+"."+t.Ref)
			if err != nil || r.Fact != nil && !slices.Contains(c.facts[b.Code], r.Fact) {
				return "", false
			}
			told = append(told, r.Fact)
			s[t.Ref] = same("{" + b.Code + "." + t.Ref + "}")
		}
		return filledIn(tokens, s, l), true
	}
	hans, ok := in(stat.Hans)
	en, same := in(stat.En)
	hant, _ := in(stat.Hant)
	if !ok || !same {
		return stat.Text{}, false
	}
	more, ok := c.besides(b, told)
	return stat.Text{Hans: before(hans, more.Hans, "。"), Hant: before(hant, more.Hans, "。"), En: before(en, more.En, ".")}, ok
}

// besides tells the figures of an indicator that its usual sentence does not; false if one is a value. An index on the year
// before is none, because its growth says the same.
func (c *composer) besides(b *branch, told []*stat.Fact) (stat.Text, bool) {
	whole := c.situation(b)
	whole["lead"] = true
	in := c.newClause(true)
	in.compared = strings.Contains(b.Usual.Hans, "|"+formCompared)
	var text stat.Text
	for _, f := range c.facts[b.Code] {
		if slices.Contains(told, f) {
			continue
		}
		if f.Sort == "" && (f.Measure == stat.Level || f.Measure == stat.Ratio) && !c.Units[b.Unit].OnPreviousYear() {
			return stat.Text{}, false
		}
		more := c.extra(b, f, whole, in)
		text.Hans, text.En = text.Hans+more.Hans, text.En+more.En
	}
	return text, true
}

// before puts more before the mark that ends a text.
func before(text, more, mark string) string {
	if rest, ok := strings.CutSuffix(text, mark); ok {
		return rest + more + mark
	}
	return text
}

// mark is the punctuation behind clauses.
type mark string

const (
	stop mark = "。." // ends a sentence
	open mark = ""   // more follows
)

// joined puts clauses into one sentence.
func joined(clauses []stat.Text, end mark) stat.Text {
	var zh, en []string
	for _, c := range clauses {
		zh, en = append(zh, c.Hans), append(en, c.En)
	}
	text := stat.Text{Hans: strings.Join(zh, "；"), En: series(en)}
	if end == stop {
		text.Hans, text.En = text.Hans+"。", initial(text.En, strings.ToUpper)+"."
	}
	return text
}

// Composed lists the sentences of an edition that are composed, and its composed main points, in the order of the edition.
func Composed(e *edition.Edition) []stat.Sentence {
	var list []stat.Sentence
	for _, theme := range Chapters(e) {
		list = append(list, Sentences(e, theme)...)
	}
	return slices.DeleteFunc(append(list, Points(e)...), func(s stat.Sentence) bool { return !s.Composed })
}
