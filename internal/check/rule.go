package check

import (
	"slices"
	"sync"

	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// Rule is one thing that must hold in a dataset.
type Rule struct {
	ID       string        // kebab case, as acceptances name it
	Severity stat.Severity // the gravest severity it gives
	run      func(*inspection)
	Doc      stat.Text // one sentence: what it demands
}

// rules are in the order in which they run. They are made once, when they are first asked for: their words are read then.
var rules = sync.OnceValue(func() []Rule {
	return []Rule{
		{"period-present", stat.Error, periodPresent,
			say("The dataset holds figures of the edition's period.")},
		{"undeclared-conflict", stat.Error, undeclaredConflict,
			say("A fact has one figure, as its sources print it; any other is declared as a variant with a reason.")},
		{"printed-unreadable", stat.Note, printedUnreadable,
			say("What a source prints of a fact is read whole; what is not understood is not compared.")},
		{"variant-equal", stat.Warning, variantEqual,
			say("A variant differs from the figure preferred to it.")},
		{"variant-reason", stat.Error, variantReason,
			say("Where there are variants, a reason says why the figure is preferred.")},
		{"declared-variant", stat.Note, declaredVariant,
			say("Every variant is told to the reader, with the figure preferred and why.")},
		{"tally", stat.Error, tally,
			say("A reported number of rankings agrees with the rankings that are named.")},
		{"rate-against-count", stat.Warning, rateAgainstCount,
			say("A rate of completion and the number done fit a whole planned number.")},
		{"level-growth-previous", stat.Warning, levelGrowthPrevious,
			say("A level agrees with the level a year earlier and nominal growth; with real growth it is not compared.")},
		{"acceleration-against-growth", stat.Warning, accelerationAgainstGrowth,
			say("A change of growth agrees with the growth of the period and of a year earlier.")},
		{"total-growth", stat.Warning, totalGrowth,
			say("The growth of a total lies within that of its parts, and is their average by what there was of each.")},
		{"part-growth", stat.Warning, partGrowth,
			say("By its level and growth, no part was more than its whole a year earlier.")},
		{"growth-point-lost", stat.Warning, growthPointLost,
			say("Growth of 100%, and above, has decimals where nearly all other growth has.")},
		{"growth-copied", stat.Warning, growthCopied,
			say("Growth is not that of the row above to the last of three digits.")},
		{"change-against-levels", stat.Warning, changeAgainstLevels,
			say("A change agrees with the figure of the period and that of a year earlier.")},
		{"index-against-growth", stat.Warning, indexAgainstGrowth,
			say("An index on the year before agrees with growth: 101.3 is growth of 1.3%.")},
		{"index-plausible", stat.Warning, indexPlausible,
			say("An index on the year before is neither half nor twice of it.")},
		{"real-against-nominal", stat.Warning, realAgainstNominal,
			say("Nominal and real growth of one thing differ by as much as prices moved.")},
		{"deflator-plausible", stat.Warning, deflatorPlausible,
			say("Growth at constant prices and both levels imply a change of prices that is possible.")},
		{"far-from-history", stat.Warning, farFromHistory,
			say("A figure is not far from those of the years before.")},
		{"part-of-period", stat.Warning, partOfPeriod,
			say("What a month or quarter had alone agrees with the figures since 1 January.")},
		{"growth-negative-base", stat.Warning, growthNegativeBase,
			say("A growth rate is from a level above zero.")},
		{"cumulative-falls", stat.Warning, cumulativeFalls,
			say("A level that adds up over the year does not fall within it.")},
		{"revision-of-final", stat.Note, revisionOfFinal,
			say("Where a figure is revised that was not provisional, estimated or expected, a note says why.")},
		{"parts-total", stat.Error, partsTotal,
			say("Parts add up to their total within rounding, and what is contained is not larger than the whole.")},
		{"composition-total", stat.Error, compositionTotal,
			say("Within rounding, the shares of the parts of a breakdown add up to 100%.")},
		{"share-against-levels", stat.Warning, shareAgainstLevels,
			say("A share agrees with the levels of the part and the whole.")},
		{"parts-exceed", stat.Warning, partsExceed,
			say("Parts of a whole are not more than it together, even where not all of them are given.")},
		{"shares-total", stat.Warning, sharesTotal,
			say("Within rounding, indicators that are the shares of all parts of a whole add up to 100%.")},
		{"contribution-total", stat.Warning, contributionTotal,
			say("Within rounding, the contributions of all parts add up to the growth of the whole, and their rates to 100%.")},
		{"ratio-against-levels", stat.Error, ratioAgainstLevels,
			say("A ratio that follows from two figures agrees with them.")},
		{"per-head-against-total", stat.Error, perHeadAgainstTotal,
			say("A figure per head, or per anything else, agrees with the total and the number it is divided by.")},
		{"difference-against-terms", stat.Warning, differenceAgainstTerms,
			say("A difference agrees with its terms: births less deaths is natural growth.")},
		{"average-between", stat.Error, averageBetween,
			say("The average of urban and rural households lies between the two.")},
		{"ratio-possible", stat.Error, ratioPossible,
			say("A ratio of a part to its whole is at most 100%.")},
		{"rank-possible", stat.Error, rankPossible,
			say("A rank is a whole number from one to the number of areas compared.")},
		{"rank-expected", stat.Error, rankExpected,
			say("An expected rank does not stand where a final one is known.")},
		{"scope-size", stat.Note, scopeSize,
			say("The number of areas that a rank is among is known.")},
		{"milestone-order", stat.Error, milestoneOrder,
			say("A project is signed, started, completed and put into production in this order, and its milestones are listed in order of time.")},
		{"milestone-period", stat.Warning, milestonePeriod,
			say("Milestones that the project's status says are done do not lie after the period's end.")},
		{"project-status", stat.Warning, projectStatus,
			say("A project's status is not behind its milestones.")},
		{"target-without-baseline", stat.Note, targetWithoutBaseline,
			say("A target has a baseline to grow from.")},
		{"target-baseline", stat.Error, targetBaseline,
			say("A target's baseline is a fact of the same indicator, no later than the target is due.")},
		{"shared-figure", stat.Note, sharedFigure,
			say("One figure standing for two facts is pointed out.")},
		{"unit-mismatch", stat.Error, unitMismatch,
			say("A figure's unit converts to its indicator's; growth is in per cent or percentage points.")},
		{"index-base", stat.Note, indexBase,
			say("An index states its base.")},
		{"forecast-past", stat.Warning, forecastPast,
			say("A figure of a period that is over is not a forecast any more.")},
		{"future-not-forecast", stat.Warning, futureNotForecast,
			say("A figure of a period that is not over is a forecast or a target.")},
		{"missing-value-note", stat.Warning, missingValueNote,
			say("Where a value is missing, a note says why.")},
		{"value-range", stat.Error, valueRange,
			say("A value is possible: counts are whole and not negative; scores, prices and physical amounts are not negative, nor is money that is no balance; an index is above zero.")},
		{"value-digits", stat.Warning, valueDigits,
			say("A value has at most 15 significant digits, which is what spreadsheet programs keep.")},
		{"beyond-area", stat.Warning, beyondArea,
			say("No sum of money is many times the product of the area, and no group of people twice its population.")},
		{"scale-unconfirmed", stat.Warning, scaleUnconfirmed,
			say("A level in another unit or with another power of ten than usual is confirmed by printed words.")},
		{"missing-translation", stat.Error, missingTranslation,
			say("Every text has each of the edition's languages, and is written in it.")},
		{"translation-numbers", stat.Warning, translationNumbers,
			say("A text holds the same numbers in every language.")},
		{"same-name", stat.Warning, sameName,
			say("No two indicators have one name.")},
		{"same-project", stat.Warning, sameProject,
			say("No project is entered twice.")},
		{"direction-doubtful", stat.Warning, directionDoubtful,
			say("More does not count as better where name and catalogue say otherwise.")},
		{"long-text", stat.Error, longText,
			say("No text has more than 20,000 characters.")},
		{"character-form", stat.Error, characterForm,
			say("Every character is the ordinary one, and no radical, compatibility form or letter with a separate mark that looks like it.")},
		{"script-mixed", stat.Warning, scriptMixed,
			say("Simplified Chinese has no traditional characters.")},
		{"script-ambiguous", stat.Warning, scriptAmbiguous,
			say("A name whose traditional form depends on the meaning of a character has one of its own.")},
		{"missing-glyph", stat.Error, missingGlyph,
			say("The fonts have a glyph for every character that is printed.")},
		{"punctuation", stat.Warning, punctuation,
			say("Chinese text has full-width punctuation, English half-width (GB/T 15834).")},
		{"sentence-reference", stat.Error, sentenceReference,
			say("What a sentence refers to exists.")},
		{"sentence-digit", stat.Error, sentenceDigit,
			say("Every digit of a sentence comes from a reference.")},
		{"sentence-numeral", stat.Warning, sentenceNumeral,
			say("Every figure of a sentence that is written in words comes from a reference.")},
		{"sentence-languages-differ", stat.Error, sentenceLanguagesDiffer,
			say("A sentence refers to the same facts in every language.")},
		{"sentence-roles", stat.Error, sentenceRoles,
			say("Each figure of a sentence stands with the name of the same thing in every language.")},
		{"sentence-words", stat.Warning, sentenceWords,
			say("No word of a sentence repeats what the figure beside it says, and verbs go with the signs of figures.")},
		{"sentence-period", stat.Error, sentencePeriod,
			say("A sentence names facts of another period only if it says that it compares; a target is named with the period it is due in.")},
		// Last: it looks at what the others found.
		{"unused-acceptance", stat.Warning, accept,
			say("Every acceptance accepts something that a rule found.")},
	}
})

// Rules lists every rule in the order in which they run. The caller owns the slice.
func Rules() []Rule { return slices.Clone(rules()) }

// say makes a message or a sentence of documentation, whose Chinese the catalogue has. The traditional wording is derived by
// the locale package.
func say(en string) stat.Text { return stat.Text{Hans: message.Translation(en), En: en} }

func periodPresent(in *inspection) {
	if len(in.facts) > 0 {
		return
	}
	place := in.data.Place
	if place == (stat.Place{}) {
		place = in.dataset.Area.Place
	}
	in.find(stat.Finding{
		Message: say("The dataset has no figures of {0}. Enter the file of that period."),
		Args:    []any{in.period},
		Place:   place,
	})
}
