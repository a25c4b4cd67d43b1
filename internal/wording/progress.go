package wording

import (
	"strconv"
	"strings"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// Tally counts the targets of the year in words, with the number judged and those left out by name; "" where the
// year has none.
func Tally(w *locale.Words, e *edition.Edition) string {
	t := e.Tally()
	if t.Total() == 0 {
		return ""
	}
	order := []edition.Standing{edition.Ahead, edition.OnTrack, edition.Behind}
	if e.Final() {
		order = []edition.Standing{edition.Met, edition.NotMet}
	}
	var counts []string
	for _, s := range order {
		if t.By[s] == 0 && t.Judged() > 0 {
			continue
		}
		counts = append(counts, w.Fill("progress.count."+string(s), t.By[s]))
	}
	words := w.Fill("progress.tally", w.During(e.Period), t.Total(), t.Judged(), strings.Join(counts, w.Phrase("list.comma")))
	for _, s := range []edition.Standing{edition.Awaited, edition.Unjudged} {
		if names := standingSo(w, e, s); len(names) > 0 {
			words += w.Fill("progress."+string(s), strconv.Itoa(len(names)), w.List(names))
		}
	}
	return words
}

// standingSo names the indicators of the targets of one standing.
func standingSo(w *locale.Words, e *edition.Edition, s edition.Standing) []string {
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
func Judgement(w *locale.Words, p edition.Progress) string {
	switch {
	case p.Standing == edition.Awaited:
		return w.Phrase("judgement.awaited")
	case p.Standing == edition.Unjudged:
		return w.CodeWord("why", string(p.Why))
	case p.Yardstick == edition.ByLimit:
		return w.Phrase("judgement.limit")
	case p.Reach != nil && p.Yardstick == edition.ByTarget:
		return w.Fill("judgement.target", *p.Reach)
	case p.Reach != nil:
		return w.Fill("judgement."+string(p.Yardstick), *p.Reach, p.Pace)
	case p.Gap != nil && p.Gap.Value.IsZero() && p.Fact.Target.Operator == stat.Within:
		return w.Phrase("judgement.within")
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

// Need says how the rest of the year has to grow, or may grow at most, or why that is not worked out.
func Need(w *locale.Words, p edition.Progress) string {
	switch {
	case p.Needed == nil:
		return w.CodeWord("why", string(p.NoNeed))
	case p.Fact.Target.Operator == stat.AtMost:
		return w.Fill("need.at_most", w.Growth(*p.Needed, stat.Exactly))
	default:
		return w.Growth(*p.Needed, stat.Exactly)
	}
}
