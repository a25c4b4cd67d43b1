package check

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"nianbao/internal/stat"
	"nianbao/internal/town"
)

func sentenceCases() []ruleCase {
	text := func(hans, en string) func(*scene) {
		return func(s *scene) { s.data().Sentences[0].Text = bilingual(hans, en) }
	}
	changed := func(change func(*stat.Sentence), hans, en string) func(*scene) {
		return func(s *scene) {
			text(hans, en)(s)
			change(&s.data().Sentences[0])
		}
	}
	compares := func(s *stat.Sentence) { s.Compares = []stat.Period{period("2022")} }
	of2024 := func(s *stat.Sentence) { s.Period = period("2024") }
	turned := func(hans, en string) func(*scene) {
		return func(s *scene) {
			text(hans, en)(s)
			s.fact("retail.level").Figure = figure(stat.Qty("-4.0", 8, "CNY"))
			s.add(observed("retail", stat.Level, "2022", stat.Qty("-2.0", 8, "CNY")))
		}
	}
	named := func(output, retail, en string) func(*scene) {
		return func(s *scene) {
			text("总产值{output.level}，零售额{retail.level}。", en)(s)
			town.Indicator(s.d, "output").Name.En, town.Indicator(s.d, "retail").Name.En = output, retail
		}
	}
	fallen := func(hans, en string) func(*scene) {
		return func(s *scene) {
			text(hans, en)(s)
			f := s.fact("output.growth")
			f.Quantity.Value = f.Quantity.Value.Neg()
		}
	}
	undated := func(s *stat.Sentence) { s.Period = stat.Period{} }
	return []ruleCase{
		{"sentence-reference", "names of every kind", text("{area}{@plant}{@output}{@base-of-year}{@blue-sky}{year}。", "{area} {@plant} {@output} {@base-of-year} {@blue-sky} {year}."), passes},
		{"sentence-reference", "unknown name", text("{@nobody}。", "It is {@nobody}."), errs},
		{"sentence-reference", "unknown fact", text("{output.level}{output.score}。", "It is {output.level} {output.score}."), errs},
		{"sentence-reference", "unknown milestone", text("{plant.fair}。", "On {plant.fair}."), errs},
		{"sentence-reference", "known milestone", text("{plant.started}。", "On {plant.started}."), passes},
		{"sentence-reference", "milestone with a period", text("{plant.started@2023}。", "On {plant.started@2023}."), errs},
		{"sentence-reference", "figure of a project", text("{plant.investment}。", "It cost {plant.investment}."), passes},
		{"sentence-reference", "another period", changed(compares, "{output.level@2022}。", "It was {output.level@2022}."), passes},
		{"sentence-reference", "a period that is none", text("{output.level@2022-Q9}。", "It was {output.level@2022-Q9}."), errs},
		{"sentence-reference", "the sentence's own period", changed(of2024, "{output.target_growth}。", "It is {output.target_growth}."), passes},
		{"sentence-reference", "not in the sentence's own period", changed(of2024, "{output.level}。", "It is {output.level}."), errs},
		{"sentence-reference", "the file's period", changed(undated, "{output.level}。", "It is {output.level}."), passes},
		{"sentence-reference", "no such word", text("{today}。", "It is {today}."), errs},
		{"sentence-reference", "a brace left open", text("{output.level}。", "It is {output.level."), errs},

		{"sentence-digit", "none", text("{output.level|plain}。", "It is {output.level|plain}."), passes},
		{"sentence-digit", "one", text("{output.level}，第5。", "It is {output.level}, fifth."), errs},
		{"sentence-digit", "full width", text("{output.level}，第５。", "It is {output.level}, fifth."), errs},
		{"sentence-digit", "in both", text("{output.level}，第5。", "It is {output.level}, the 5th."), twoErrs},
		{"sentence-digit", "in the preface", func(s *scene) {
			s.data().Sentences[0].ID, s.data().Sentences[0].Theme = "preface.1", "preface"
			text("{output.level}，第5。", "It is {output.level}, fifth.")(s)
		}, errs},
		{"sentence-digit", "in a note of the office", officeNote("2000万元以上。", "Above CNY 20 million."), passes},
		{"sentence-reference", "of a note of the office", officeNote("{output.level@2022}。", "{output.level@2022}."), passes},
		{"sentence-reference", "unknown, of a note of the office", officeNote("{output.level@2019}。", "{output.level@2019}."), errs},
		{"sentence-languages-differ", "of a note of the office", officeNote("{output.level}。", "{retail.level}."), errs},
		{"sentence-period", "of a note of the office", officeNote("{output.level@2022}。", "{output.level@2022}.", stat.Period{Year: 2022}), passes},
		{"missing-translation", "of a note of the office", officeNote("注。", ""), errs},
		{"missing-translation", "a name and its figures alone", text("{@output}{output.level}，{output.growth}。", "{@output} was {output.level}, {output.growth}."), passes},
		{"missing-translation", "English around a name", text("{@output} was {output.level}。", "{@output} was {output.level}."), warns},
		{"sentence-digit", "in words", text("{output.level}，第五。", "It is {output.level}, fifth."), passes},
		{"sentence-digit", "of a period in a reference", changed(compares, "{output.level@2022}。", "It is {output.level@2022}."), passes},

		{"sentence-numeral", "第一产业、十四五、三次产业、一体化和万众创新", text("{output.level}，第一产业、十四五、三次产业、一体化和万众创新。", "It is {output.level}."), passes},
		{"sentence-numeral", "一是改革，一般公共预算有一家", text("{output.level}，一是改革，一般公共预算有一家。", "It is {output.level}."), passes},
		{"sentence-numeral", "前五位、十分重要、三位一体", text("{output.level}，前五位、十分重要、三位一体。", "It is {output.level}."), passes},
		{"sentence-numeral", "五年规划的三点建议", text("{output.level}，五年规划的三点建议。", "It is {output.level}."), passes},
		{"sentence-numeral", "“三项责任”和八项规定", text("{output.level}，“三项责任”和八项规定。", "It is {output.level}."), passes},
		{"sentence-numeral", "①改革；②开放", text("{output.level}，①改革；②开放。", "It is {output.level}."), passes},
		{"sentence-numeral", "数十家、几十个", text("{output.level}，数十家、几十个。", "It is {output.level}."), passes},
		{"sentence-numeral", "两项赛事", text("{output.level}，两项赛事。", "It is {output.level}."), passes},
		{"sentence-numeral", "二次能源", text("{output.level}，二次能源。", "It is {output.level}."), passes},
		{"sentence-numeral", "二〇二四年五月", text("{output.level}，二〇二四年五月。", "It is {output.level}."), passes},
		{"sentence-numeral", "十二项", text("{output.level}，十二项。", "It is {output.level}."), warns},
		{"sentence-numeral", "占比百分之三十", text("{output.level}，占比百分之三十。", "It is {output.level}."), warns},
		{"sentence-numeral", "千分之三点五", text("{output.level}，千分之三点五。", "It is {output.level}."), warns},
		{"sentence-numeral", "增长三成", text("{output.level}，增长三成。", "It is {output.level}."), warns},
		{"sentence-numeral", "翻一番", text("{output.level}，翻一番。", "It is {output.level}."), warns},
		{"sentence-numeral", "增长两倍", text("{output.level}，增长两倍。", "It is {output.level}."), warns},
		{"sentence-numeral", "三千元", text("{output.level}，三千元。", "It is {output.level}."), warns},
		{"sentence-numeral", "五十余家", text("{output.level}，五十余家。", "It is {output.level}."), warns},
		{"sentence-numeral", "③", text("{output.level}，③。", "It is {output.level}."), warns},
		{"sentence-numeral", "③项", text("{output.level}，③项。", "It is {output.level}."), warns},
		{"sentence-numeral", "三个百分点", text("{output.level}，三个百分点。", "It is {output.level}."), warns},
		{"sentence-numeral", "一百亩", text("{output.level}，一百亩。", "It is {output.level}."), warns},
		{"sentence-numeral", "one of", text("{output.level}。", "It is {output.level}, one of the first five."), passes},
		{"sentence-numeral", "twelve tasks", text("{output.level}。", "It is {output.level}, in twelve tasks."), warns},
		{"sentence-numeral", "thirty per cent", text("{output.level}。", "It is {output.level}, thirty per cent."), warns},
		{"sentence-numeral", "in both", text("{output.level}，十二项。", "It is {output.level}, twelve items."), []stat.Severity{stat.Warning, stat.Warning}},

		{"sentence-languages-differ", "other order and form", text("{output.level}，{output.growth}。", "It grew {output.growth|plain} to {output.level}."), passes},
		{"sentence-languages-differ", "one written with its period", text("{output.level}。", "It is {output.level@2023}."), passes},
		{"sentence-languages-differ", "a name in one only", text("{@plant}{output.level}。", "It is {output.level}."), passes},
		{"sentence-languages-differ", "one is left out", text("{output.level}，{output.growth}。", "It is {output.level}."), errs},
		{"sentence-languages-differ", "another fact", text("{output.level}。", "It is {retail.level}."), errs},
		{"sentence-languages-differ", "twice in one", text("{output.level}，{output.level}。", "It is {output.level}."), errs},
		{"sentence-languages-differ", "a date in one only", text("{plant.signed}。", "It was signed."), errs},
		{"sentence-languages-differ", "traditional", func(s *scene) { s.data().Sentences[0].Text.Hant = "{output.level}。" }, errs},

		{"sentence-reference", "a growth that two levels word", turned("{retail.growth}。", "It is {retail.growth}."), passes},
		{"sentence-reference", "a turn", turned("{retail.turn@2023}。", "It is {retail.turn}."), passes},
		{"sentence-reference", "a turn of a profit", text("{output.turn}。", "It is {output.turn}."), errs},
		{"sentence-languages-differ", "a turn in one only", turned("{retail.turn}。", "It is so."), errs},

		{"sentence-roles", "each with its name", text("总产值{output.level}，零售额{retail.level}。", "Output was {output.level}; retail sales were {retail.level}."), passes},
		{"sentence-roles", "in another order", text("总产值{output.level}，零售额{retail.level}。", "Retail sales were {retail.level}; output was {output.level}."), passes},
		{"sentence-roles", "names behind", text("总产值{output.level}，零售额{retail.level}。", "It was {output.level} of output and {retail.level} of retail sales."), passes},
		{"sentence-roles", "respectively", text("总产值和零售额分别为{output.level}和{retail.level}。", "Output and retail sales were {output.level} and {retail.level}."), passes},
		{"sentence-roles", "respectively, and each in the other", text("总产值{output.level}，零售额{retail.level}。", "Retail sales and output were {retail.level} and {output.level}."), passes},
		{"sentence-roles", "no names", text("{output.level}，{retail.level}。", "They were {retail.level} and {output.level}."), passes},
		{"sentence-roles", "names in one language only", text("总产值{output.level}，零售额{retail.level}。", "The one was {retail.level}, the other {output.level}."), passes},
		{"sentence-roles", "names by reference", text("{@output}{output.level}，{@retail}{retail.level}。", "{@output} was {output.level}; {@retail} were {retail.level}."), passes},
		{"sentence-roles", "levels in English", text("总产值{output.level}，零售额{retail.level}。", "Output was {retail.level}; retail sales were {output.level}."), errs},
		{"sentence-roles", "levels in Chinese", text("总产值{retail.level}，零售额{output.level}。", "Output was {output.level}; retail sales were {retail.level}."), errs},
		{"sentence-roles", "for the one and for the other, exchanged", text("总产值{output.level}，零售额{retail.level}。",
			"It was {retail.level} for output, which is much, and {output.level} for retail sales."), errs},
		{"sentence-roles", "between two names", text("总产值{output.level}，零售额{retail.level}。", "It was {retail.level} of output and {output.level} of retail sales."), passes},
		{"sentence-roles", "names behind, exchanged", text("总产值{output.level}，零售额{retail.level}。", "It was {retail.level} of output. There were {output.level} of retail sales."), errs},
		{"sentence-roles", "and that of", text("总产值{output.level}，零售额{retail.level}。", "The amount of output was {output.level} and that of retail sales {retail.level}."), passes},
		{"sentence-roles", "and that of, exchanged", text("总产值{output.level}，零售额{retail.level}。", "The amount of output was {retail.level} and that of retail sales {output.level}."), errs},
		{"sentence-roles", "and, exchanged in Chinese", text("总产值{retail.level}和零售额{output.level}。", "Output was {output.level} and retail sales {retail.level}."), errs},
		{"sentence-roles", "two figures each", text("总产值{output.level}，居{output.rank}；零售额{retail.level}，居{retail.rank}。",
			"Output came to {output.level} as {output.rank} and retail sales to {retail.level} as {retail.rank}."), passes},
		{"sentence-roles", "two figures each, exchanged", text("总产值{output.level}，居{output.rank}；零售额{retail.level}，居{retail.rank}。",
			"Output came to {retail.level} as {retail.rank} and retail sales to {output.level} as {output.rank}."), []stat.Severity{stat.Error, stat.Error}},
		{"sentence-roles", "names of three letters", named("Oil", "Tea", "Oil was {output.level} and tea {retail.level}."), passes},
		{"sentence-roles", "names of three letters, exchanged", named("Oil", "Tea", "Oil was {retail.level} and tea {output.level}."), errs},
		{"sentence-roles", "names by reference, exchanged", text("{@output}{output.level}，{@retail}{retail.level}。", "{@output} was {retail.level}; {@retail} were {output.level}."), errs},
		{"sentence-roles", "ranks alone", text("总产值{output.level}，{output.rank}；零售额{retail.level}，{retail.rank}。",
			"Output was {output.level}, {retail.rank}; retail sales were {retail.level}, {output.rank}."), errs},
		{"sentence-roles", "both figures", text("总产值{output.level}，{output.rank}；零售额{retail.level}，{retail.rank}。",
			"Output was {retail.level}, {retail.rank}; retail sales were {output.level}, {output.rank}."), []stat.Severity{stat.Error, stat.Error}},
		{"sentence-roles", "in both languages", text("总产值{retail.level}，零售额{output.level}。", "Output was {retail.level}; retail sales were {output.level}."), passes},
		{"sentence-words", "nothing beside", text("产值{output.level}，比上年{output.growth}，{retail.growth|compared}。", "Output was {output.level}, {output.growth} over the previous year, {retail.growth|compared}."), passes},
		{"sentence-words", "a verb with a number", text("增长{output.growth|plain}。", "It grew by {output.growth|plain}."), passes},
		{"sentence-words", "a verb with a number, which falls", fallen("下降{output.growth|plain}。", "It was {output.growth}."), warns},
		{"sentence-words", "it grew, which falls", fallen("{output.growth}。", "It grew by {output.growth|plain}."), warns},
		{"sentence-words", "growth, which falls", fallen("增速为{output.growth|plain}。", "The rate of growth was {output.growth|plain}."), passes},
		{"sentence-words", "it fell, which grows", text("{output.growth}。", "It fell {output.growth|plain}."), warns},
		{"sentence-words", "verbs twice", text("增长{output.growth}。", "It is up {output.growth}."), []stat.Severity{stat.Warning, stat.Warning}},
		{"sentence-words", "the unit twice", text("产值{output.level}亿元。", "Output was CNY {output.level}."), []stat.Severity{stat.Warning, stat.Warning}},
		{"sentence-words", "the unit twice, behind a power", text("{output.level}。", "It was {output.level} million CNY."), warns},
		{"sentence-words", "a number with its unit", text("{output.level|bare}元。", "It was CNY {output.level|bare}."), passes},
		{"sentence-words", "another word behind", text("{output.level}元旦。", "It was {output.level} Cnyland."), passes},
		{"sentence-words", "per cent twice", text("{output.growth|plain}%。", "It was {output.growth|plain} per cent."), []stat.Severity{stat.Warning, stat.Warning}},
		{"sentence-words", "the year before twice", text("比上年{output.growth|compared}。", "It was {output.growth|compared} over the previous year."), []stat.Severity{stat.Warning, stat.Warning}},
		{"sentence-words", "on another thing", text("{output.growth|compared}。", "It was {output.growth|compared} on trade, year by year."), passes},
		{"sentence-period", "its own", text("{output.level}。", "It is {output.level}."), passes},
		{"sentence-period", "another", text("{output.level@2022}。", "It was {output.level@2022}."), errs},
		{"sentence-period", "another, declared", changed(compares, "{output.level@2022}。", "It was {output.level@2022}."), passes},
		{"sentence-period", "a target of another", text("{output.target_growth@2024}。", "It is {output.target_growth@2024}."), passes},
		{"sentence-period", "a sentence of that other", changed(of2024, "{output.target_growth}。", "It is {output.target_growth}."), passes},
		{"sentence-period", "back from that other", changed(of2024, "{output.level@2023}。", "It is {output.level@2023}."), errs},
	}
}

func TestWithoutReferences(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"", ""},
		{"a{b}c", "a\uFFFCc"},
		{"{b}{c}", "\uFFFC\uFFFC"},
		{"a}b{c", "a}b{c"},
		{"a}b{c}d", "a}b\uFFFCd"},
	} {
		if diff := cmp.Diff(tt.want, withoutReferences(tt.in)); diff != "" {
			t.Errorf("withoutReferences(%q) (-want +got):\n%s", tt.in, diff)
		}
	}
}

func FuzzSentence(f *testing.F) {
	f.Add("{output.level}，第5。", "It is {output.level@2022|plain}.")
	f.Add("{", "}{@x}")
	f.Fuzz(func(t *testing.T, hans, en string) {
		s := base()
		s.data().Sentences[0].Text = bilingual(hans, en)
		for _, finding := range Check(s.d, year2023, s.opt) {
			if finding.Rule == "" || finding.Message.Empty() {
				t.Errorf("%q, %q: empty finding %v", hans, en, finding)
			}
		}
	})
}

// officeNote gives the edition a note of the office, which names other periods.
func officeNote(zh, en string, compares ...stat.Period) func(*scene) {
	return func(s *scene) {
		s.data().Notes = []stat.OfficeNote{{ID: "period.1", Text: bilingual(zh, en), Compares: compares, Place: at("2023.yaml", "notes[0]")}}
	}
}
