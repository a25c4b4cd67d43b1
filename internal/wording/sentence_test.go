package wording

import (
	"strings"
	"testing"

	"nianbao/internal/stat"

	"github.com/google/go-cmp/cmp"
)

// worded is a scene with something of every kind a sentence can refer to.
func worded() *scene {
	s := newScene()
	s.add(rank("homes", "city", 1), figure("homes", stat.Level, 2022, stat.Qty("20", 0, "SET")))
	s.data.Recognitions = []stat.Recognition{{Code: "model", Name: both("模范镇", "Model Town")}}
	s.data.Initiatives = []stat.Initiative{{Code: "blue-sky", Name: both("蓝天行动", "Blue Sky")}}
	return s
}

func TestSentence(t *testing.T) {
	tests := []struct{ name, template, zh, en string }{
		{"literal text", "-", "-", "-"},
		{"period", "{period}", "2023年", "2023"},
		{"year", "{year}", "2023年", "2023"},
		{"area", "{area}", "某镇", "Some Town"},
		{"name of an indicator", "{@retail}", "零售额", "Retail sales"},
		{"name of a project", "{@road}", "公路", "Road"},
		{"name of a recognition", "{@model}", "模范镇", "Model Town"},
		{"name of an initiative", "{@blue-sky}", "蓝天行动", "Blue Sky"},
		{"milestone", "{road.signed}", "2023年2月4日", "4 February 2023"},
		{"fact of a project", "{road.investment}", "1.3亿元", "CNY 130 million"},
		{"fact of the sentence's period", "{retail.level}", "4.10亿元", "CNY 410 million"},
		{"fact with its period", "{homes.level@2022}", "20套", "20 sets"},
		{"growth", "{retail.growth}", "增长6.5%", "up 6.5%"},
		{"plain", "{retail.growth|plain}", "6.5%", "6.5%"},
		{"bare", "{homes.level@2022|bare}", "20", "20"},
		{"rank", "{homes.rank-city}", "位列全市第一", "first in the city"},
		{"several", "{area}{retail.level}-{road.signed}", "某镇4.10亿元-2023年2月4日", "Some TownCNY 410 million-4 February 2023"},
	}
	s := worded()
	e := s.build(t)
	zh, en := s.words(t)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			sentence := stat.Sentence{ID: "x", Text: both(test.template, test.template)}
			gotZh, errZh := Sentence(zh, e, sentence)
			gotEn, errEn := Sentence(en, e, sentence)
			if errZh != nil || errEn != nil {
				t.Fatal(errZh, errEn)
			}
			if gotZh != test.zh || gotEn != test.en {
				t.Errorf("got %q, %q, want %q, %q", gotZh, gotEn, test.zh, test.en)
			}
		})
	}
}

// A sentence with a period of its own means that period's facts, and calls itself by it.
func TestSentenceOfAnotherPeriod(t *testing.T) {
	s := worded()
	s.add(figure("retail", stat.Level, 2024, stat.Qty("5", 8, "CNY")))
	e := s.build(t)
	_, en := s.words(t)
	sentence := stat.Sentence{ID: "x", Period: year(2024), Text: stat.Text{En: "{period} {year} {retail.level} {retail.level@2023}"}}
	got, err := Sentence(en, e, sentence)
	if want := "2024 2024 CNY 500 million CNY 410 million"; err != nil || got != want {
		t.Errorf("got %q, %v, want %q", got, err, want)
	}
	quarter := stat.Sentence{ID: "y", Period: stat.Period{Year: 2024, Span: stat.Quarter, N: 1}, Text: stat.Text{En: "{year}"}}
	if got, err = Sentence(en, e, quarter); err != nil || got != "2024" {
		t.Errorf("the year of a quarter is %q, %v", got, err)
	}
	if id := e.FactID(quarter, "retail.level"); id != "retail.level@2024-Q1" {
		t.Errorf("a fact of the quarter is %q", id)
	}
}

func TestSentenceFails(t *testing.T) {
	s := worded()
	e := s.build(t)
	_, en := s.words(t)
	for _, test := range []struct{ template, wrong string }{
		{"{retail.score}", `sentence "x": word reference {retail.score}: no fact "retail.score@2023"`},
		{"{retail.level@2001}", `no fact "retail.level@2001"`},
		{"{@bridge}", `no project, indicator, recognition or initiative has the code "bridge"`},
		{"{road.opened}", `no fact "road.opened@2023"`},
		{"{retail.level|loud}", `form "loud"`},
		{"{retail.level", `sentence "x": a brace without its partner`},
		{"{}", "reference"},
	} {
		got, err := Sentence(en, e, stat.Sentence{ID: "x", Text: stat.Text{En: test.template}})
		if err == nil || !strings.Contains(err.Error(), test.wrong) || got != "" {
			t.Errorf("%s: got %q, %v, want an error with %q", test.template, got, err, test.wrong)
		}
	}
}

// Of a sentence's parts each figure has the ID of its fact, and other words have none.
func TestParts(t *testing.T) {
	s := worded()
	e := s.build(t)
	zh, _ := s.words(t)
	const template = "{area}有{retail.level}，{@road}{road.signed}"
	got, err := Parts(zh, e, stat.Sentence{ID: "x", Text: both(template, template)})
	want := []Part{{"某镇", ""}, {"有", ""}, {"4.10亿元", "retail.level@2023"}, {"，", ""}, {"公路", ""}, {"2023年2月4日", ""}}
	if d := cmp.Diff(want, got); d != "" || err != nil {
		t.Error(d, err)
	}
}
