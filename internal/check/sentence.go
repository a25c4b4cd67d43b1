package check

import (
	"slices"
	"strings"
	"unicode"

	"nianbao/internal/stat"
)

func sentenceReference(in *inspection) {
	for _, s := range in.sentences {
		var unknown []string
		for _, w := range s.wording {
			if w.err != nil {
				in.find(stat.Finding{
					Message: say("Sentence {0} ({1}) has a faulty template: {2}. Correct it."),
					Args:    []any{s.ID, langName(w.lang), w.err.Error()},
					Place:   s.Place,
				})
			}
			for _, r := range w.refs {
				if r.kind == refUnknown {
					unknown = append(unknown, r.written)
				}
			}
		}
		slices.Sort(unknown)
		for _, ref := range slices.Compact(unknown) {
			in.find(stat.Finding{
				Message: say("Sentence {0} refers to {1}, which does not exist. Check the name and period, or enter the figure."),
				Args:    []any{s.ID, ref},
				Place:   s.Place,
			})
		}
	}
}

func sentenceDigit(in *inspection) {
	for i := range in.data.Sentences {
		s := &in.data.Sentences[i]
		for _, bad := range in.faults(s.Text, firstDigit) {
			in.find(stat.Finding{
				Message: say("Sentence {0} ({1}) has a digit that comes from no reference: “{2}”. Refer to the figure, or to the name it is part of."),
				Args:    []any{s.ID, langName(bad.lang), bad.passage},
				Place:   s.Place,
			})
		}
	}
}

func firstDigit(_ stat.Lang, s string) (passage string, bad bool) {
	text := withoutReferences(s)
	if !strings.ContainsFunc(text, unicode.IsDigit) {
		return "", false
	}
	runes := []rune(text)
	return excerpt(runes, slices.IndexFunc(runes, unicode.IsDigit)), true
}

func sentenceLanguagesDiffer(in *inspection) {
	for _, s := range in.sentences {
		first := s.wording[0]
		if !first.comparable(s) {
			continue
		}
		figures := first.figures()
		for _, other := range s.wording[1:] {
			if !other.comparable(s) {
				continue
			}
			differ := difference(figures, other.figures())
			if len(differ) == 0 {
				continue
			}
			in.find(stat.Finding{
				Message: say("Sentence {0} refers to different facts in {1} and {2}: {3}. Use the same in both."),
				Args:    []any{s.ID, langName(first.lang), langName(other.lang), strings.Join(differ, ", ")},
				Place:   s.Place,
			})
		}
	}
}

// comparable reports whether there is a wording to compare.
func (w saying) comparable(s sentence) bool { return w.err == nil && s.Text.In(w.lang) != "" }

// figures lists the facts and dates that one language refers to, sorted, each as often as it is named. Names are left
// out: one language may repeat a name where the other has a pronoun.
func (w saying) figures() []string {
	named := make([]string, 0, len(w.refs))
	for _, r := range w.refs {
		if r.kind == refFact || r.kind == refDate || r.kind == refTurn || r.kind == refUnknown {
			named = append(named, r.id)
		}
	}
	slices.Sort(named)
	return named
}

// difference lists what two sorted lists do not have equally often, each once.
func difference(a, b []string) []string {
	if slices.Equal(a, b) {
		return nil
	}
	var differ []string
	for len(a) > 0 || len(b) > 0 {
		next := slices.Min(slices.Concat(a[:min(1, len(a))], b[:min(1, len(b))]))
		inA, inB := leading(a, next), leading(b, next)
		if inA != inB {
			differ = append(differ, next)
		}
		a, b = a[inA:], b[inB:]
	}
	return differ
}

// leading counts how often a list begins with a text.
func leading(list []string, text string) int {
	n := 0
	for n < len(list) && list[n] == text {
		n++
	}
	return n
}

// namesDue reports whether a reference names the period of a target. A target is of the period it is due in, so that to say
// which is no comparison.
func (r resolved) namesDue() bool { return r.fact.Target != nil && strings.Contains(r.written, "@") }

func sentencePeriod(in *inspection) {
	for _, s := range in.sentences {
		var foreign []*stat.Fact
		for _, w := range s.wording { // sentence-reference reports its error
			for _, r := range w.refs {
				if r.kind == refFact && r.fact.Period != s.period && !r.namesDue() && !slices.Contains(s.Compares, r.fact.Period) {
					foreign = append(foreign, r.fact)
				}
			}
		}
		slices.SortFunc(foreign, func(a, b *stat.Fact) int { return strings.Compare(a.ID, b.ID) })
		for _, f := range slices.Compact(foreign) {
			in.find(stat.Finding{
				Message: say("Sentence {0} is about {1} but names {2} of {3}. Use a figure of its own period, or list the other under compares."),
				Args:    []any{s.ID, s.period, in.name(f), f.Period},
				Facts:   []string{f.ID},
				Place:   s.Place,
			})
		}
	}
}
