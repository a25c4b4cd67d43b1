package check

import (
	"slices"

	"nianbao/internal/stat"
)

// Rule is one thing that must hold in a dataset.
type Rule struct {
	ID       string        // kebab case, as acceptances name it
	Severity stat.Severity // the gravest severity it gives
	Doc      stat.Text     // one sentence: what it demands
	run      func(*inspection)
}

// Rules lists every rule in the order in which they run. The caller owns the slice.
func Rules() []Rule {
	return slices.Concat(
		periodRules(),
		conflictRules(),
		variantRules(),
		tallyRules(),
		rateRules(),
		growthRules(),
		historyRules(),
		partsRules(),
		rankRules(),
		milestoneRules(),
		targetRules(),
		sharedRules(),
		unitRules(),
		statusRules(),
		valueRules(),
		translationRules(),
		glyphRules(),
		punctuationRules(),
		sentenceRules(),
		acceptanceRules(), // last: it looks at what the others found
	)
}

// say makes a message or a sentence of documentation; the traditional wording is derived by the locale package.
func say(hans, en string) stat.Text { return stat.Text{Hans: hans, En: en} }

func periodRules() []Rule {
	return []Rule{{
		ID: "period-present", Severity: stat.Error,
		Doc: say("数据集应有本期数据。", "The dataset holds figures of the edition's period."),
		run: periodPresent,
	}}
}

func periodPresent(in *inspection) {
	if len(in.facts) > 0 {
		return
	}
	place := in.data.Place
	if place == (stat.Place{}) {
		place = in.dataset.Area.Place
	}
	in.find(stat.Finding{
		Message: say("数据集中没有{0}的数据。请填报该期数据文件。", "The dataset has no figures of {0}. Enter the file of that period."),
		Args:    []any{in.period},
		Place:   place,
	})
}
