package check

import (
	"slices"

	"nianbao/internal/stat"
)

// Rule is one thing that must hold in a dataset.
type Rule struct {
	ID       string        // kebab case, as acceptances name it
	Severity stat.Severity // the gravest severity it gives
	run      func(*inspection)
	Doc      stat.Text // one sentence: what it demands
}

// rules are in the order in which they run.
var rules = []Rule{
	{"period-present", stat.Error, periodPresent,
		say("数据集应有本期数据。", "The dataset holds figures of the edition's period.")},
	{"undeclared-conflict", stat.Error, undeclaredConflict,
		say("同一数据只有一个数值，且与来源所印一致；不一致的须另列并说明理由。", "A fact has one figure, as its sources print it; any other is declared as a variant with a reason.")},
	{"variant-equal", stat.Warning, variantEqual,
		say("另载数值应与采用数值不同。", "A variant differs from the figure preferred to it.")},
	{"variant-reason", stat.Error, variantReason,
		say("有另载数值的，须说明采用理由。", "Where there are variants, a reason says why the figure is preferred.")},
	{"declared-variant", stat.Note, declaredVariant,
		say("另载数值须在数据说明中列出。", "Every variant is told to the reader, with the figure preferred and why.")},
	{"tally", stat.Error, tally,
		say("通报的位次个数应与数据集中列名的位次相符。", "A reported number of rankings agrees with the rankings that are named.")},
	{"rate-against-count", stat.Warning, rateAgainstCount,
		say("完成率与完成数应能推算出整数的计划数。", "A rate of completion and the number done fit a whole planned number.")},
	{"level-growth-previous", stat.Warning, levelGrowthPrevious,
		say("现价总量应与上年总量和名义增速相符；实际增速不作此项比较。", "A level agrees with the level a year earlier and nominal growth; with real growth it is not compared.")},
	{"cumulative-falls", stat.Warning, cumulativeFalls,
		say("年内累计数不应小于同年此前各期的累计数。", "A level that adds up over the year does not fall within it.")},
	{"revision-of-final", stat.Note, revisionOfFinal,
		say("修订未标为初步数、估计数或预计数的数据，应说明原因。", "Where a figure is revised that was not provisional, estimated or expected, a note says why.")},
	{"parts-total", stat.Error, partsTotal,
		say("分项之和应等于总数（舍入误差除外），其中项不得大于总数。", "Parts add up to their total within rounding, and what is contained is not larger than the whole.")},
	{"rank-possible", stat.Error, rankPossible,
		say("位次应为整数，不小于一，不大于参加排名的个数。", "A rank is a whole number from one to the number of areas compared.")},
	{"rank-expected", stat.Error, rankExpected,
		say("已有最终位次的，不采用预计位次。", "An expected rank does not stand where a final one is known.")},
	{"scope-size", stat.Note, scopeSize,
		say("排名范围应注明参加排名的个数。", "The number of areas that a rank is among is known.")},
	{"milestone-order", stat.Error, milestoneOrder,
		say("项目节点按签约、开工、竣工、投产的先后发生，并按时间顺序填报。", "A project is signed, started, completed and put into production in this order, and its milestones are listed in order of time.")},
	{"milestone-period", stat.Warning, milestonePeriod,
		say("项目状态所含的节点必须已经发生，其日期不晚于本期期末。", "Milestones that the project's status says are done do not lie after the period's end.")},
	{"project-status", stat.Warning, projectStatus,
		say("项目状态不落后于本期内已发生的节点。", "A project's status is not behind its milestones.")},
	{"target-without-baseline", stat.Note, targetWithoutBaseline,
		say("目标应有上年基数。", "A target has a baseline to grow from.")},
	{"target-baseline", stat.Error, targetBaseline,
		say("目标的基数应为同一指标、不晚于目标期的数据。", "A target's baseline is a fact of the same indicator, no later than the target is due.")},
	{"shared-figure", stat.Note, sharedFigure,
		say("同一数值用于两个指标的，提请读者注意。", "One figure standing for two facts is pointed out.")},
	{"unit-mismatch", stat.Error, unitMismatch,
		say("计量单位应能换算为指标规定的单位；增速以百分比或百分点表示。", "A figure's unit converts to its indicator's; growth is in per cent or percentage points.")},
	{"forecast-past", stat.Warning, forecastPast,
		say("本期期末以前的数据不应仍为预计数。", "A figure of a period that is over is not a forecast any more.")},
	{"future-not-forecast", stat.Warning, futureNotForecast,
		say("本期期末以后的数据只能是预计数或目标。", "A figure of a period that is not over is a forecast or a target.")},
	{"missing-value-note", stat.Warning, missingValueNote,
		say("数据缺失的，应说明原因。", "Where a value is missing, a note says why.")},
	{"value-range", stat.Error, valueRange,
		say("数值应在可能的范围内：个数为非负整数，比率、得分和实物量不为负。", "A value is possible: counts are whole and not negative; ratios, scores and physical amounts are not negative.")},
	{"value-digits", stat.Warning, valueDigits,
		say("数值不超过15位有效数字，电子表格程序只能保留15位。", "A value has at most 15 significant digits, which is what spreadsheet programs keep.")},
	{"missing-translation", stat.Error, missingTranslation,
		say("每条文字应具备本版全部语言，且用该语言书写。", "Every text has each of the edition's languages, and is written in it.")},
	{"missing-glyph", stat.Error, missingGlyph,
		say("字体应包含全部所用文字的字形。", "The fonts have a glyph for every character that is printed.")},
	{"punctuation", stat.Warning, punctuation,
		say("中文用全角标点，英文用半角标点。", "Chinese text has full-width punctuation, English half-width (GB/T 15834).")},
	{"sentence-reference", stat.Error, sentenceReference,
		say("句中引用的数据、名称和节点须存在。", "What a sentence refers to exists.")},
	{"sentence-digit", stat.Error, sentenceDigit,
		say("句中数字须全部来自引用。", "Every digit of a sentence comes from a reference.")},
	{"sentence-languages-differ", stat.Error, sentenceLanguagesDiffer,
		say("各语言的句子须引用相同的数据。", "A sentence refers to the same facts in every language.")},
	{"sentence-period", stat.Error, sentencePeriod,
		say("引用其他时期的数据，须在 compares 中声明。", "A sentence names facts of another period only if it says that it compares.")},
	// Last: it looks at what the others found.
	{"unused-acceptance", stat.Warning, accept,
		say("每条认可都应对应一个检查结果。", "Every acceptance accepts something that a rule found.")},
}

// Rules lists every rule in the order in which they run. The caller owns the slice.
func Rules() []Rule { return slices.Clone(rules) }

// say makes a message or a sentence of documentation; the traditional wording is derived by the locale package.
func say(hans, en string) stat.Text { return stat.Text{Hans: hans, En: en} }

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
