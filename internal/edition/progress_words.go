package edition

import (
	"strconv"
	"strings"

	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// TallyWords counts the targets of the year in words, with the number judged and those left out by name; "" where the
// year has none.
func (e *Edition) TallyWords(w *locale.Words) string {
	t := e.Tally()
	if t.Total() == 0 {
		return ""
	}
	order := []Standing{Ahead, OnTrack, Behind}
	if e.Final() {
		order = []Standing{Met, NotMet}
	}
	var counts []string
	for _, s := range order {
		counts = append(counts, w.Fill("progress.count."+string(s), t.By[s]))
	}
	words := w.Fill("progress.tally", w.During(e.Period), t.Total(), t.Judged(), strings.Join(counts, w.Phrase("list.comma")))
	for _, s := range []Standing{Awaited, Unjudged} {
		if names := e.named(w, s); len(names) > 0 {
			words += w.Fill("progress."+string(s), strconv.Itoa(len(names)), w.List(names))
		}
	}
	return words
}

// named names the indicators of the targets of one standing.
func (e *Edition) named(w *locale.Words, s Standing) []string {
	var names []string
	for _, p := range e.Progress {
		if p.Standing == s {
			names = append(names, w.Text(p.Indicator.Name))
		}
	}
	return names
}

// Judgement words what a target was judged by, in figures: growth so far and its target, or share done and share of the
// year; or why it was not judged.
func (p Progress) Judgement(w *locale.Words) string {
	switch {
	case p.Standing == Awaited:
		return w.Phrase("judgement.awaited")
	case p.Standing == Unjudged:
		return w.CodeWord("why", string(p.Why))
	case p.Yardstick == ByLimit:
		return w.Phrase("judgement.limit")
	case p.Reach != nil && p.Yardstick == ByTarget:
		return w.Fill("judgement.target", *p.Reach)
	case p.Reach != nil:
		return w.Fill("judgement."+string(p.Yardstick), *p.Reach, p.Pace)
	case p.Gap == nil || p.Gap.Value.IsZero():
		return w.Phrase("judgement.equal")
	case p.Gap.Value.IsPositive():
		return w.Fill("judgement.above", *p.Gap)
	default:
		below := *p.Gap
		below.Value = below.Value.Neg()
		return w.Fill("judgement.below", below)
	}
}

// NeedWords say how the rest of the year has to grow, or may grow at most, or why that is not worked out.
func (p Progress) NeedWords(w *locale.Words) string {
	switch {
	case p.Needed == nil:
		return w.CodeWord("why", string(p.NoNeed))
	case p.Fact.Target.Operator == stat.AtMost:
		return w.Fill("need.at_most", w.Growth(*p.Needed, stat.Exactly))
	default:
		return w.Growth(*p.Needed, stat.Exactly)
	}
}
