package audit

import (
	"strings"
	"testing"

	"nianbao/internal/publish"
	"nianbao/internal/tagpdf"
)

// printing holds a briefing of the given elements against a document of some facts.
func printing(t *testing.T, parts ...*tagpdf.Part) *judge {
	t.Helper()
	doc, err := readDocument([]byte(`{
		"sections": ["themes"],
		"labels": {"units": [
			{"unit_measure": "CNY", "unit_mult": 8, "words": {"zh-Hans": "亿元"}}, {"unit_measure": "CNY", "unit_mult": 4, "words": {"zh-Hans": "万元"}},
			{"unit_measure": "CNY", "unit_mult": 0, "words": {"zh-Hans": "元"}}]},
		"facts": [
			{"fact_id": "a", "obs_value": 41.06, "decimals": 2, "unit_measure": "CNY", "unit_mult": 8, "words": {"zh-Hans": "41.06亿元", "en": "CNY 4.106 billion"}},
			{"fact_id": "b", "obs_value": -3.0, "decimals": 1, "unit_measure": "PERCENT", "words": {"zh-Hans": "下降3.0%", "en": "down 3.0%"}},
			{"fact_id": "c", "obs_value": 6, "decimals": 0, "unit_measure": "RANK", "words": {"zh-Hans": "位列全市第六"}},
			{"fact_id": "d", "obs_value": 0.0, "decimals": 1, "unit_measure": "PERCENT", "words": {"zh-Hans": "持平"}},
			{"fact_id": "e", "obs_value": 12, "decimals": 0, "unit_measure": "RANK", "measure": "rank", "words": {"en": "12th in the city"}},
			{"fact_id": "f", "obs_value": 6, "decimals": 0, "unit_measure": "PROJECT", "words": {"zh-Hans": "6个", "en": "6 projects"}},
			{"fact_id": "g", "obs_value": 0, "decimals": 0, "unit_measure": "ACCIDENT", "words": {"zh-Hans": "0起", "en": "0 accidents"}},
			{"fact_id": "h", "obs_value": 6, "decimals": 0, "unit_measure": "RANK", "words": {"en": "sixth in the city"}}]}`))
	if err != nil {
		t.Fatal(err)
	}
	j := &judge{Verification: &Verification{}, doc: doc, manifest: publish.Manifest{Format: 2}}
	if err := j.briefing(kindBriefing, readPDF{root: &tagpdf.Part{Kids: parts}}); err != nil {
		j.disagree("%v", err)
	}
	return j
}

// A figure that is printed without its words keeps its digits, its sign and its unit.
func TestPrintedFigure(t *testing.T) {
	for _, tt := range []struct {
		fact, lang, text string
		right            bool
	}{
		{"a", "zh-Hans", "41.06 亿元", true}, {"a", "zh-Hans", "41.06", true}, {"a", "zh-Hans", "4,106,000,000", true},
		{"a", "zh-Hans", "4,106,000,000元", true}, {"a", "en", "4.106 billion", true}, {"a", "en", "CNY 4.106", true}, {"a", "zh-Hans", "▲41.06亿元", true},
		{"a", "zh-Hans", "41.60", false}, {"a", "zh-Hans", "41.06万元", false}, {"a", "zh-Hans", "41.06元", false}, {"a", "zh-Hans", "41.06%", false},
		{"a", "zh-Hans", "4,106,000,000亿元", false}, {"a", "zh-Hans", "-41.06", false}, {"a", "zh-Hans", "−41.06亿元", false},
		{"a", "zh-Hans", "▼41.06亿元", false}, {"a", "zh-Hans", "下降41.06", false}, {"a", "en", "USD 4.106", false},
		{"b", "en", "-3.0%", true}, {"b", "en", "−3.0", true}, {"b", "en", "▼down 3.0%", true}, {"b", "zh-Hans", "▼3.0%", true}, {"b", "zh-Hans", "下降3.0", true},
		{"b", "en", "3.0%", false}, {"b", "en", "up 3.0%", false}, {"b", "en", "▲down 3.0%", false}, {"b", "en", "+3.0%", false}, {"b", "en", "-3.0亿元", false},
		{"c", "zh-Hans", "第六", true}, {"c", "zh-Hans", "6", true}, {"c", "zh-Hans", "第三", false},
		{"d", "zh-Hans", "0.0%", true}, {"d", "zh-Hans", "0.0亿元", false}, {"d", "zh-Hans", "1.0%", false},
		{"e", "en", "12th", true}, {"e", "en", "12", true}, {"e", "en", "11th", false}, {"e", "en", "12th in the province", false},
		{"f", "en", "six", true}, {"f", "en", "Six", true}, {"f", "en", "six projects", true}, {"f", "en", "seven", false}, {"f", "en", "six accidents", false},
		{"g", "en", "no accidents", true}, {"g", "zh-Hans", "未发生", true}, {"g", "en", "one accident", false}, {"f", "zh-Hans", "未发生", false},
		{"h", "en", "sixth", true}, {"h", "en", "fifth", false},
	} {
		j := printing(t, &tagpdf.Part{Fact: tt.fact, Lang: tt.lang, Text: tt.text})
		if right := len(j.Disagrees) == 0; right != tt.right {
			t.Errorf("%s: %q in %s: right is %v, disagreements %q", tt.fact, tt.text, tt.lang, right, j.Disagrees)
		}
	}
}

// Facts in a briefing that names none of them are not taken on trust.
func TestPrintedWithoutFacts(t *testing.T) {
	j := printing(t, &tagpdf.Part{Type: "P", Text: "41.06亿元"})
	if len(j.Disagrees) != 1 || !strings.Contains(j.Disagrees[0].Error(), "says of no figure which fact it is") || len(j.Skipped) > 0 {
		t.Errorf("disagreements %q, skipped %q", j.Disagrees, j.Skipped)
	}
}
