package wording

import (
	"testing"

	"nianbao/internal/stat"
)

// A growth, a change or an acceleration is worded with what it is against; of nothing, with the words that go with that.
func TestForms(t *testing.T) {
	for name, tt := range map[string]struct {
		growth, change, unit string
		timing               stat.Timing
		text, zh, en         string
	}{
		"growth":                 {"6.5", "", "CNY", "", "{retail.growth|compared}", "比上年增长6.5%", "up 6.5% over the previous year"},
		"fall":                   {"-6.5", "", "CNY", "", "{retail.growth|compared}", "比上年下降6.5%", "down 6.5% from the previous year"},
		"no growth":              {"0.0", "", "CNY", "", "{retail.growth|compared}", "与上年持平", "unchanged from the previous year"},
		"growth of a stock":      {"6.5", "", "CNY", stat.Stock, "{retail.growth|compared}", "比上年末增长6.5%", "up 6.5% over the end of the previous year"},
		"no growth of a stock":   {"0", "", "CNY", stat.Stock, "{retail.growth|compared}", "与上年末持平", "unchanged from the end of the previous year"},
		"change of a rate":       {"", "0.7", "PP", stat.Stock, "{retail.change|compared}", "比上年提高0.7个百分点", "up 0.7 percentage points over the previous year"},
		"more people":            {"", "400", "PERSON", stat.Stock, "{retail.change|compared}", "比上年末增加400人", "400 more than a year earlier"},
		"fewer people":           {"", "-400", "PERSON", "", "{retail.change|compared}", "比上年减少400人", "400 fewer than in the previous year"},
		"a level has nothing":    {"6.5", "", "CNY", "", "{retail.level|compared}", "4.10亿元", "CNY 410 million"},
		"growth as hand-written": {"6.5", "", "CNY", "", "比上年{retail.growth}。 on", "比上年增长6.5%。 on", "比上年up 6.5%。 on"},
		"flat as hand-written":   {"0", "", "CNY", "", "增速比上年{retail.growth} on a year earlier", "增速与上年持平 on a year earlier", "增速比上年unchanged from a year earlier"},
		"flat and 同比":            {"0", "", "CNY", "", "同比{retail.growth} over the previous year", "同比持平 over the previous year", "同比unchanged from the previous year"},
		"fall as hand-written":   {"-6.5", "", "CNY", "", "比上年{retail.growth} over the previous year", "比上年下降6.5% over the previous year", "比上年down 6.5% from the previous year"},
		"rise as hand-written":   {"6.5", "", "CNY", "", "比上年{retail.growth} over the previous year", "比上年增长6.5% over the previous year", "比上年up 6.5% over the previous year"},
		"fall over a time":       {"-6.5", "", "CNY", "", "{retail.growth} over five years", "下降6.5% over five years", "down 6.5% over five years"},
		"flat after a comma":     {"0", "", "CNY", "", "比重大，{retail.growth} on", "比重大，持平 on", "比重大，unchanged on"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newScene()
			s.d.Indicators[0].Unit, s.d.Indicators[0].Timing = tt.unit, tt.timing
			if tt.unit == "PP" {
				s.d.Indicators[0].Unit = "PERCENT"
			}
			s.data.Facts = append(s.data.Facts[:1:1], s.data.Facts[2:]...)
			if tt.growth != "" {
				s.add(figure("retail", stat.Growth, 2023, stat.Qty(tt.growth, 0, "PERCENT")))
			}
			if tt.change != "" {
				s.add(figure("retail", stat.Change, 2023, stat.Qty(tt.change, 0, tt.unit)))
			}
			zh, en := s.words(t)
			sentence := stat.Sentence{ID: "x", Text: both(tt.text, tt.text)}
			gotZh, errZh := Sentence(zh, s.build(t), sentence)
			gotEn, errEn := Sentence(en, s.build(t), sentence)
			if gotZh != tt.zh || gotEn != tt.en || errZh != nil || errEn != nil {
				t.Errorf("%q, %q (%v, %v), want %q, %q", gotZh, gotEn, errZh, errEn, tt.zh, tt.en)
			}
		})
	}
}

// A period is worded as the part of its year, and as its last day.
func TestFormsOfPeriods(t *testing.T) {
	e := newScene().build(t)
	zh, en := newScene().words(t)
	for _, tt := range []struct{ period, zh, en string }{
		{"2024", "全年，年末", "the year, the end of the year"},
		{"2024-H1", "上半年，6月末", "the first half of the year, the end of June"},
		{"2024-Q1", "一季度，3月末", "the first quarter, the end of March"},
		{"2024-Q3", "前三季度，9月末", "the first three quarters, the end of September"},
		{"2024-01", "1月，1月末", "January, the end of January"},
		{"2024-05", "1—5月，5月末", "January to May, the end of May"},
	} {
		p, _ := stat.ParsePeriod(tt.period)
		s := stat.Sentence{ID: "x", Period: p, Text: both("{period|span}，{period|end}", "{period|span}, {period|end}")}
		gotZh, _ := Sentence(zh, e, s)
		gotEn, _ := Sentence(en, e, s)
		if gotZh != tt.zh || gotEn != tt.en {
			t.Errorf("%s: %q, %q", tt.period, gotZh, gotEn)
		}
	}
}

// English names have the article and the letter that they need where they stand.
func TestFormsOfNames(t *testing.T) {
	_, en := newScene().words(t)
	for _, tt := range []struct {
		name, subject, within string
		plural                bool
	}{
		{"Birth rate", "The birth rate", "the birth rate", false},
		{"Gross domestic product", "Gross domestic product", "gross domestic product", false},
		{"GDP per head", "GDP per head", "GDP per head", false},
		{"Value added of industry", "The value added of industry", "the value added of industry", false},
		{"Output of garments", "The output of garments", "the output of garments", false},
		{"Grain output", "Grain output", "grain output", false},
		{"Exports", "Exports", "exports", true},
		{"Imports and exports", "Imports and exports", "imports and exports", true},
		{"Profits of enterprises", "Profits of enterprises", "profits of enterprises", true},
		{"People in the pension scheme", "People in the pension scheme", "people in the pension scheme", true},
		{"Consumer price index", "The consumer price index", "the consumer price index", false},
		{"Average wage of men", "The average wage of men", "the average wage of men", false},
		{"Standard of allowances", "The standard of allowances", "the standard of allowances", false},
		{"Technical personnel", "Technical personnel", "technical personnel", true},
		{"Medals won in sport", "Medals won in sport", "medals won in sport", true},
		{"Gross business", "Gross business", "gross business", false},
	} {
		name := stat.Text{En: tt.name}
		if a, b, c := named(en, name, formSubject), named(en, name, formWithin), plural(en, tt.name); a != tt.subject || b != tt.within || c != tt.plural {
			t.Errorf("%s: %q, %q, %v", tt.name, a, b, c)
		}
	}
}

// What there is one of is not several.
func TestOne(t *testing.T) {
	_, en := newScene().words(t)
	for text, want := range map[string]string{
		"births": "birth", " deaths in accidents": " death in accidents", "routes of buses": "route of buses", "libraries": "library", "women": "woman",
		"trees planted in towns": "tree planted in towns", "churches": "church", "personnel": "personnel", " per thousand people": "", "sheep and goats": "", "cars and buses in use": "car or bus in use", "output": "", "": "",
	} {
		if got, ok := singular(en, text); ok != (want != "") || ok && got != want {
			t.Errorf("%q: %q, %v; want %q", text, got, ok, want)
		}
	}
}

// A small count is a word in English prose, and events have a verb in Chinese; other figures are as they are elsewhere.
func TestCounts(t *testing.T) {
	for name, tt := range map[string]struct {
		level stat.Quantity
		how   stat.Qualifier
		text  string
		zh    string
		en    string
	}{
		"below ten":        {stat.Qty("6", 0, "SET"), "", "in {homes.level|bare} of", "in 6 of", "in six of"},
		"opens a text":     {stat.Qty("6", 0, "SET"), "", "{homes.level|bare} are", "6 are", "Six are"},
		"opens another":    {stat.Qty("6", 0, "SET"), "", "So. {homes.level|bare} are", "So. 6 are", "So. Six are"},
		"ten":              {stat.Qty("10", 0, "SET"), "", "in {homes.level|bare} of", "in 10 of", "in 10 of"},
		"none":             {stat.Qty("0", 0, "SET"), "", "in {homes.level|bare} of", "in 0 of", "in 0 of"},
		"a power of ten":   {stat.Qty("6", 4, "SET"), "", "in {homes.level|bare} of", "in 6万 of", "in 60,000 of"},
		"a measure":        {stat.Qty("6", 0, "CNY"), "", "in {homes.level|bare} of", "in 6 of", "in 6 of"},
		"with its unit":    {stat.Qty("6", 0, "SET"), "", "of {homes.level}", "of 6套", "of 6 sets"},
		"nothing occurs":   {stat.Qty("0", 0, "ACCIDENT"), "", "全年{homes.level|occurred}事故", "全年未发生事故", "全年no accidents事故"},
		"one occurs":       {stat.Qty("1", 0, "ACCIDENT"), "", "saw {homes.level|occurred}", "saw 发生1起", "saw one accident"},
		"many occur":       {stat.Qty("12", 0, "ACCIDENT"), "", "saw {homes.level|occurred}", "saw 发生12起", "saw 12 accidents"},
		"one is there":     {stat.Qty("1", 0, "SET"), "", "There were {homes.level|bare} new homes, so.", "There were 1 new homes, so.", "There was one new home, so."},
		"one of people":    {stat.Qty("1", 0, "SET"), "", "There were {homes.level|bare} people who were old.", "There were 1 people who were old.", "There was one person who was old."},
		"one by name":      {stat.Qty("1", 0, "SET"), "", "there were {homes.level|bare} {@retail|within}.", "there were 1 零售额.", "there was one retail sale."},
		"two are there":    {stat.Qty("2", 0, "SET"), "", "There were {homes.level|bare} buses.", "There were 2 buses.", "There were two buses."},
		"none is there":    {stat.Qty("0", 0, "SET"), "", "There were {homes.level|bare} buses.", "There were 0 buses.", "There were no buses."},
		"one, and no noun": {stat.Qty("1", 0, "SET"), "", "There were {homes.level|bare}.", "There were 1.", "There were one."},
		"about some":       {stat.Qty("3", 0, "ACCIDENT"), stat.About, "saw {homes.level|occurred}", "saw 发生约3起", "saw about 3 accidents"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newScene()
			f := figure("homes", stat.Level, 2022, tt.level)
			f.Qualifier = tt.how
			s.add(f)
			zh, en := s.words(t)
			e := s.build(t)
			sentence := stat.Sentence{ID: "x", Period: year(2022), Text: both(tt.text, tt.text)}
			gotZh, errZh := Sentence(zh, e, sentence)
			gotEn, errEn := Sentence(en, e, sentence)
			if gotZh != tt.zh || gotEn != tt.en || errZh != nil || errEn != nil {
				t.Errorf("%q, %q (%v, %v), want %q, %q", gotZh, gotEn, errZh, errEn, tt.zh, tt.en)
			}
		})
	}
}
