package wording

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/edition"
	"nianbao/internal/stat"
)

// mostTargets is the number of targets that are all told; of more, those of the headline indicators are.
const mostTargets = 8

// goals composes the sentences on the targets that the edition sets: one for each period in which some are due.
func (c *composer) goals() []stat.Sentence {
	var list []stat.Sentence
	items := map[stat.Period][]stat.Text{}
	var dues []stat.Period
	some := len(c.Targets) > mostTargets && slices.ContainsFunc(c.Targets, func(t edition.Target) bool { return t.Indicator.Headline })
	for _, t := range c.Targets {
		f := t.Fact
		if !f.Status.HasValue() && f.Measure != stat.TargetWords || some && !t.Indicator.Headline {
			continue
		}
		if items[f.Period] == nil {
			dues = append(dues, f.Period)
		}
		slot := slots{"@of": name(t.Indicator.Code)}
		slot.fact("goal", f)
		r, _ := choose("goal", situation{string(f.Measure): true})
		items[f.Period] = append(items[f.Period], r.fill(slot))
	}
	for i, due := range dues {
		r, _ := choose("goals", nil)
		s := stat.Sentence{ID: stat.ComposedPrefix + "targets", Period: due, Text: r.fill(slots{"list": joined(items[due], open)})}
		if i > 0 {
			s.ID += "-" + strconv.Itoa(i+1)
		}
		list = append(list, s)
	}
	return list
}

// positions composes a sentence on the rankings of each scope.
func (c *composer) positions() []stat.Sentence {
	var list []stat.Sentence
	for _, scope := range c.Area.Scopes {
		rankings := slices.DeleteFunc(slices.Clone(c.Rankings), func(r edition.Ranking) bool {
			return r.Scope.Code != scope.Code || r.Fact.Period != c.Period || !r.Fact.Status.HasValue() || r.Fact.Status == stat.Forecast
		})
		if len(rankings) > 1 {
			s := stat.Sentence{ID: stat.ComposedPrefix + "rankings", Text: after(c.ranked(scope, rankings), c.moved(rankings))}
			if len(list) > 0 {
				s.ID += "-" + scope.Code
			}
			list = append(list, s)
		}
	}
	return list
}

// ranked counts the rankings of a scope, which are in order, and names those that are best.
func (c *composer) ranked(scope stat.Scope, rankings []edition.Ranking) stat.Text {
	best := rankings[0].Fact
	var zh, en []string
	for _, r := range rankings {
		if r.Fact.Quantity.Value.Equal(best.Quantity.Value) {
			n := name(r.Indicator.Code)
			zh, en = append(zh, n.Hans), append(en, n.En)
		}
	}
	first := best.Quantity.Value.Equal(stat.Qty("1", 0, stat.RankUnit).Value)
	slot := slots{
		"scope": scope.Name, "n": counted(len(rankings)), "first": counted(len(zh)),
		"names": {Hans: c.zh.List(zh), En: c.en.List(en)}, "@best": name(best.Subject),
	}
	slot.fact("best", best)
	r, _ := choose("rankings", situation{"first": first && len(zh) <= mostListed, "several": len(zh) > 1, "best": len(zh) == 1})
	return r.fill(slot)
}

// moved counts the rankings that rose and fell since they were last given.
func (c *composer) moved(rankings []edition.Ranking) stat.Text {
	up, down, kept := 0, 0, 0
	for _, r := range rankings {
		switch places, known := r.Moved(); {
		case known && places == 0:
			kept++
		case places > 0:
			up++
		case places < 0:
			down++
		}
	}
	r, ok := choose("moved", situation{"up": up > 0, "down": down > 0})
	if !ok {
		return stat.Text{}
	}
	slot := slots{"up": counted(up), "down": counted(down), "kept": {}}
	if r, ok := choose("kept", situation{"one": kept == 1, "some": kept > 1}); ok {
		slot["kept"] = r.fill(slots{"n": counted(kept)})
	}
	return r.fill(slot)
}

// works composes the sentence on the projects: how many there are by their status, and which costs most.
func (c *composer) works() []stat.Sentence {
	var zh, en []string
	var last stat.Text // the status that is told last
	for _, status := range stat.ProjectStatuses() {
		n := 0
		for _, p := range c.Projects {
			if p.Status == status {
				n++
			}
		}
		if n > 0 {
			zh = append(zh, c.zh.ProjectStatus(status)+strconv.Itoa(n)+c.zh.UnitWords(stat.ProjectUnit)[0])
			last = stat.Text{Hans: c.zh.ProjectStatus(status), En: lowered(c.en, c.en.ProjectStatus(status))}
			en = append(en, counted(n).En+" "+last.En)
		}
	}
	if len(zh) == 0 {
		return nil
	}
	r, _ := choose("projects", situation{"one": len(c.Projects) == 1, "some": len(zh) > 1, "alike": len(zh) == 1 && len(c.Projects) > 1})
	text := r.fill(slots{
		"n": counted(len(c.Projects)), "list": {Hans: strings.Join(zh, c.zh.Phrase("list.comma")), En: c.en.List(en)}, "status": last,
	})
	for _, in := range c.Costs()[:min(1, len(c.Costs()))] {
		r, _ := choose("largest", nil)
		slot := slots{"@high": same("{@" + in.Sums[0].Project.Code + "}")}
		slot.fact("high", in.Sums[0].Fact)
		if in.Sums[0].Fact.Quantity.Base().Cmp(in.Sums[1].Fact.Quantity.Base()) > 0 {
			text = after(text, r.fill(slot))
		}
	}
	return []stat.Sentence{{ID: stat.ComposedPrefix + "projects", Text: text}}
}
