package check

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"nianbao/internal/stat"
)

func sentenceRules() []Rule {
	return []Rule{{
		ID: "sentence-reference", Severity: stat.Error,
		Doc: say("句中引用的数据、名称和节点须存在。", "What a sentence refers to exists."),
		run: sentenceReference,
	}, {
		ID: "sentence-digit", Severity: stat.Error,
		Doc: say("句中数字须全部来自引用。", "Every digit of a sentence comes from a reference."),
		run: sentenceDigit,
	}, {
		ID: "sentence-languages-differ", Severity: stat.Error,
		Doc: say("各语言的句子须引用相同的数据。", "A sentence refers to the same facts in every language."),
		run: sentenceLanguagesDiffer,
	}, {
		ID: "sentence-period", Severity: stat.Error,
		Doc: say("引用其他时期的数据，须在 compares 中声明。", "A sentence names facts of another period only if it says that it compares."),
		run: sentencePeriod,
	}}
}

func sentenceReference(in *inspection) {
	for i := range in.data.Sentences {
		s := &in.data.Sentences[i]
		unknown := map[string]bool{}
		for _, l := range stat.Langs() {
			refs, err := in.references(s, l)
			if err != nil {
				in.find(stat.Finding{
					Message: say("句子“{0}”（{1}）的花括号有误：{2}。请更正。", "Sentence {0} ({1}) has a faulty template: {2}. Correct it."),
					Args:    []any{s.ID, langName(l), err.Error()},
					Place:   s.Place,
				})
			}
			for _, r := range refs {
				if r.kind == refUnknown {
					unknown[r.written] = true
				}
			}
		}
		for _, ref := range slices.Sorted(maps.Keys(unknown)) {
			in.find(stat.Finding{
				Message: say("句子“{0}”引用的“{1}”不存在。请核对名称和时期，或补充该数据。",
					"Sentence {0} refers to {1}, which does not exist. Check the name and period, or enter the figure."),
				Args:  []any{s.ID, ref},
				Place: s.Place,
			})
		}
	}
}

func sentenceDigit(in *inspection) {
	for i := range in.data.Sentences {
		s := &in.data.Sentences[i]
		for _, bad := range in.faults(s.Text, firstDigit) {
			in.find(stat.Finding{
				Message: say("句子“{0}”（{1}）中的数字不是引用：“{2}”。请改为对数据的引用，名称中的数字用名称引用。",
					"Sentence {0} ({1}) has a digit that comes from no reference: “{2}”. Refer to the figure, or to the name it is part of."),
				Args:  []any{s.ID, langName(bad.lang), bad.passage},
				Place: s.Place,
			})
		}
	}
}

func firstDigit(_ stat.Lang, s string) (passage string, bad bool) {
	runes := []rune(withoutReferences(s))
	at := slices.IndexFunc(runes, unicode.IsDigit)
	if at < 0 {
		return "", false
	}
	return excerpt(runes, at), true
}

func sentenceLanguagesDiffer(in *inspection) {
	for i := range in.data.Sentences {
		s := &in.data.Sentences[i]
		chinese, chineseOK := in.figuresNamed(s, stat.Hans)
		for _, l := range []stat.Lang{stat.Hant, stat.En} {
			other, ok := in.figuresNamed(s, l)
			if !ok || !chineseOK {
				continue
			}
			differ := difference(chinese, other)
			if len(differ) == 0 {
				continue
			}
			in.find(stat.Finding{
				Message: say("句子“{0}”的{1}与{2}引用的数据不同：{3}。请使各语言引用相同的数据。",
					"Sentence {0} refers to different facts in {1} and {2}: {3}. Use the same in both."),
				Args:  []any{s.ID, langName(stat.Hans), langName(l), strings.Join(differ, ", ")},
				Place: s.Place,
			})
		}
	}
}

// figuresNamed counts the facts and dates one language refers to; false if there is no wording to compare.
// Names are left out: one language may repeat a name where the other has a pronoun.
func (in *inspection) figuresNamed(s *stat.Sentence, l stat.Lang) (map[string]int, bool) {
	refs, err := in.references(s, l)
	named := map[string]int{}
	for _, r := range refs {
		if r.kind == refFact || r.kind == refDate || r.kind == refUnknown {
			named[r.id]++
		}
	}
	return named, err == nil && s.Text.In(l) != ""
}

func difference(a, b map[string]int) []string {
	differ := map[string]bool{}
	for id, n := range a {
		if b[id] != n {
			differ[id] = true
		}
	}
	for id, n := range b {
		if a[id] != n {
			differ[id] = true
		}
	}
	return slices.Sorted(maps.Keys(differ))
}

func sentencePeriod(in *inspection) {
	for i := range in.data.Sentences {
		s := &in.data.Sentences[i]
		own := in.sentencePeriodOf(s)
		foreign := map[string]*stat.Fact{}
		for _, l := range stat.Langs() {
			refs, _ := in.references(s, l) // sentence-reference reports the error
			for _, r := range refs {
				if r.kind == refFact && r.fact.Period != own && !slices.Contains(s.Compares, r.fact.Period) {
					foreign[r.id] = r.fact
				}
			}
		}
		for _, id := range slices.Sorted(maps.Keys(foreign)) {
			f := foreign[id]
			in.find(stat.Finding{
				Message: say("句子“{0}”的时期为{1}，却引用了{3}的{2}。请改用本期数据，或在 compares 中声明。",
					"Sentence {0} is about {1} but names {2} of {3}. Use a figure of its own period, or list the other under compares."),
				Args:  []any{s.ID, own, in.name(f), f.Period},
				Facts: []string{id},
				Place: s.Place,
			})
		}
	}
}
