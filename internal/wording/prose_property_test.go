package wording

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/town"
)

// invention draws an area with figures of every kind.
type invention struct {
	t    *rapid.T
	d    *stat.Dataset
	data *stat.PeriodData
}

func (v *invention) quantity(label, unit string, mult int) stat.Quantity {
	value := decimal.New(rapid.Int64Range(-99999, 99999).Draw(v.t, label), -rapid.Int32Range(0, 2).Draw(v.t, "decimals"))
	if rapid.IntRange(0, 5).Draw(v.t, "zero") == 0 {
		value = decimal.New(0, 0)
	}
	return stat.Quantity{Value: value, Mult: mult, Unit: unit}
}

func (v *invention) chance(label string) bool { return rapid.Bool().Draw(v.t, label) }

// fact adds a fact of an indicator.
func (v *invention) fact(code string, m stat.Measure, q stat.Quantity) *stat.Fact {
	f := stat.Fact{
		ID: stat.Key(code, string(m), v.data.Period), Subject: code, Area: "town", Period: v.data.Period, Measure: m,
		Figure: stat.Figure{Quantity: q, Status: rapid.SampledFrom([]stat.Status{stat.Normal, stat.Normal, stat.Provisional, stat.Forecast}).Draw(v.t, "status")},
	}
	if v.chance("qualified") {
		f.Qualifier = rapid.SampledFrom([]stat.Qualifier{stat.About, stat.MoreThan, stat.LessThan}).Draw(v.t, "qualifier")
	}
	if v.chance("missing") && v.chance("so") {
		f = missing(f)
	}
	v.data.Facts = append(v.data.Facts, f)
	return &v.data.Facts[len(v.data.Facts)-1]
}

func (v *invention) figures(ind *stat.Indicator) {
	if v.chance("level") {
		v.fact(ind.Code, stat.Level, v.quantity("level", ind.Unit, ind.Mult))
	}
	if v.chance("growth") {
		v.fact(ind.Code, stat.Growth, v.quantity("growth", stat.PercentUnit, 0)).Verb = ind.Verb
	}
	if v.chance("change") {
		v.fact(ind.Code, stat.Change, v.quantity("change", "PP", 0)).Verb = ind.Verb
	}
	if v.chance("acceleration") {
		v.fact(ind.Code, stat.Acceleration, v.quantity("acceleration", "PP", 0))
	}
	if v.chance("contribution") {
		v.fact(ind.Code, stat.ContributionRate, v.quantity("rate", stat.PercentUnit, 0))
	}
	if v.chance("alone") {
		f := v.fact(ind.Code, stat.Growth, v.quantity("of the month", stat.PercentUnit, 0))
		f.ID, f.Only, f.Sort = stat.Key(ind.Code, "growth-month", v.data.Period), stat.OnlyMonth, "month"
	}
	if v.chance("margin") {
		f := v.fact(ind.Code, stat.Margin, v.quantity("margin", "PP", 0))
		f.Ranking = &stat.Ranking{Scope: "city", By: rapid.SampledFrom([]stat.Measure{stat.Growth, stat.Level}).Draw(v.t, "margin by")}
	}
	if v.chance("rank") {
		f := v.fact(ind.Code, stat.Rank, stat.Qty(strconv.Itoa(rapid.IntRange(1, 30).Draw(v.t, "position")), 0, stat.RankUnit))
		f.ID, f.Sort, f.Qualifier = stat.Key(ind.Code, "rank-city", v.data.Period), "city", stat.Exactly
		f.Ranking = &stat.Ranking{Scope: "city", By: rapid.SampledFrom([]stat.Measure{stat.Growth, stat.Level, ""}).Draw(v.t, "by"), Tied: v.chance("tied")}
	}
}

// indicators draws indicators, some of which are parts of the first or contained in it.
func (v *invention) indicators() {
	names := []string{"Output of mills", "Exports", "Birth rate", "GDP", "Trees planted", "Sales of goods at the end of the year", "Share of tax"}
	units := slices.DeleteFunc(stat.UnitCodes(), func(code string) bool { return code == stat.RankUnit })
	n := rapid.IntRange(1, 12).Draw(v.t, "indicators")
	for i := range n {
		ind := stat.Indicator{
			Code: "x" + strconv.Itoa(i), Theme: "economy", Name: both("指标"+string(rune('甲'+i)), names[i%len(names)]+" "+string(rune('A'+i))),
			Unit: rapid.SampledFrom(units).Draw(v.t, "unit"), Mult: rapid.SampledFrom([]int{0, 4, 8}).Draw(v.t, "mult"),
			Timing: rapid.SampledFrom([]stat.Timing{stat.Flow, stat.Stock}).Draw(v.t, "timing"), Headline: v.chance("headline"),
		}
		ind.Verb = stat.UsualVerb(v.d.Units[ind.Unit])
		v.d.Indicators = append(v.d.Indicators, ind)
	}
	first := &v.d.Indicators[0]
	var parts, within []string
	for _, ind := range v.d.Indicators[1:] {
		switch rapid.IntRange(0, 2).Draw(v.t, "place") {
		case 0:
			parts = append(parts, ind.Code)
		case 1:
			within = append(within, ind.Code)
		}
	}
	if len(parts) > 0 {
		first.Breakdowns = []stat.Breakdown{{Parts: parts}}
		if v.chance("named") {
			first.Breakdowns[0].Name = both("按甲乙分", "By kind")
		}
	}
	first.Includes = within
	for i := range v.d.Indicators {
		v.figures(&v.d.Indicators[i])
	}
}

func invent(t *rapid.T) *edition.Edition {
	d := town.Dataset()
	v := &invention{t, d, &d.Periods[0]}
	d.Indicators, v.data.Facts, v.data.Projects = nil, nil, nil
	v.data.Period = rapid.SampledFrom([]stat.Period{year(2023), stat.Through(2023, 3), stat.Through(2023, 6), stat.Through(2023, 5)}).Draw(t, "period")
	v.indicators()
	e, err := edition.Build(d, v.data.Period, edition.Options{Langs: []stat.Lang{stat.Hans, stat.En}, Sections: town.Sections()})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// Composed sentences of any edition word the same facts in both languages, each in one of its forms; they are whole sentences.
func TestComposedSentencesHoldTheFacts(t *testing.T) {
	said := map[stat.Lang]*locale.Words{}
	for _, l := range stat.Langs() {
		said[l] = speak(t, l, stat.Units())
	}
	rapid.Check(t, func(t *rapid.T) {
		e := invent(t)
		ids := map[string]bool{}
		for _, chapter := range []string{"summary", "economy", "rankings", "targets"} {
			for _, s := range Sentences(e, chapter) {
				if ids[s.ID] {
					t.Fatalf("two sentences have the ID %s", s.ID)
				}
				ids[s.ID] = true
				var facts [][]string
				for _, l := range stat.Langs() {
					facts = append(facts, holdsFacts(t, said[l], e, s))
				}
				if !slices.Equal(facts[0], facts[1]) || !slices.Equal(facts[0], facts[2]) {
					t.Fatalf("%s: the languages have %q", s.ID, facts)
				}
			}
		}
	})
}

// holdsFacts checks the words of a sentence in one language, and returns its facts, sorted.
func holdsFacts(t *rapid.T, w *locale.Words, e *edition.Edition, s stat.Sentence) []string {
	parts, err := Parts(w, e, s)
	if err != nil {
		t.Fatal(err)
	}
	var facts []string
	text := ""
	for _, p := range parts {
		if p.Fact != "" {
			facts = append(facts, p.Fact)
			inAForm(t, w, e, p)
			fits(t, e, p, text)
		}
		text += p.Words
	}
	wholeSentence(t, w, s.ID, text)
	slices.Sort(facts)
	return facts
}

// inAForm holds that words are those of their fact, which other tests read back.
func inAForm(t *rapid.T, w *locale.Words, e *edition.Edition, p Part) {
	f, ok := e.Fact(p.Fact)
	if !ok || !f.Status.HasValue() || f.Status == stat.Forecast {
		t.Fatalf("%s is told", p.Fact)
	}
	for _, form := range []string{"", locale.FormPlain, locale.FormBare} {
		if words, err := Fact(w, e, f, form); err == nil && (words == p.Words || spelled(w, e, f, words) == p.Words || words == "0" && p.Words == "no") {
			return
		}
	}
	t.Fatalf("%s is worded %q", p.Fact, p.Words)
}

// fits holds the word before a figure against its sign and that of its growth.
func fits(t *rapid.T, e *edition.Edition, p Part, before string) {
	f, _ := e.Fact(p.Fact)
	growth, grown := e.Fact(stat.Key(f.Subject, "growth", f.Period))
	negative := f.Quantity.Value.IsNegative()
	if !grown || !growth.Status.HasValue() || growth.Status == stat.Forecast {
		growth, grown = e.Fact(stat.Key(f.Subject, "change", f.Period))
	}
	for word, wrong := range map[string]bool{
		"reached ":               negative || !grown || !growth.Quantity.Value.IsPositive(),
		"grew fastest, ":         !f.Quantity.Value.IsPositive(),
		"fell most, ":            !negative,
		"fell least, ":           !negative,
		"only one to fall, ":     !negative,
		"over the previous year": true,
		"增长":                     true,
		"下降":                     true,
		"numbered ":              negative,
	} {
		if wrong && strings.HasSuffix(before, word) {
			t.Fatalf("%s: %q stands before %q", p.Fact, word, p.Words)
		}
	}
}

// wholeSentence holds that a text is made of sentences, without gaps.
func wholeSentence(t *rapid.T, w *locale.Words, id, text string) {
	end := "."
	wrong := []string{"  ", " ,", " .", ",,", "..", ";;", "{", "}", ": .", ", .", "; ."}
	if w.Lang().Chinese() {
		end = "。"
		wrong = []string{" ，", "，，", "。。", "；；", "，。", "；。", "，；", "{", "}", "比上年持平", "比上年末持平"}
	}
	for _, s := range wrong {
		if strings.Contains(text, s) {
			t.Fatalf("%s has %q: %s", id, s, text)
		}
	}
	if !strings.HasSuffix(text, end) || !w.Lang().Chinese() && unicode.IsLower([]rune(text)[0]) {
		t.Fatalf("%s is no sentence: %s", id, text)
	}
}
