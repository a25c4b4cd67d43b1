package wording

import (
	"testing"

	"nianbao/internal/stat"
)

// A Chinese name does not say what the words beside it say.
func TestUndoubled(t *testing.T) {
	c := newComposer(newScene().build(t), "economy")
	direct, far := rule{text: both("{name}{value}", "")}, rule{text: both("{name}为{value}", "")}
	first, later := &clause{lead: true}, &clause{}
	for _, tt := range []struct {
		name, unit string
		rule       rule
		in         *clause
		want       string
	}{
		{"诊疗人次", "PERSON_TRIP", direct, first, "诊疗"},
		{"诊疗人次", "PERSON_TRIP", far, first, "诊疗人次"},
		{"销售套数", "SET", direct, first, "销售"},
		{"总套数", "SET", direct, first, "总套数"},
		{"成套", "SET", direct, first, "成套"},
		{"死亡人数", "PERSON", direct, first, "死亡人数"},
		{"年末人口", "PERSON", direct, first, "年末人口"},
		{"年末人口", "PERSON", direct, later, "人口"},
		{"年末存款", "CNY", far, later, "存款"},
	} {
		b := &branch{Indicator: stat.Indicator{Name: both(tt.name, ""), Unit: tt.unit}}
		if got := c.undoubled(b, tt.rule, tt.in); got != tt.want {
			t.Errorf("%s in %s: %q, want %q", tt.name, tt.unit, got, tt.want)
		}
	}
}

// A value is not told for one of what its name says.
func TestAmount(t *testing.T) {
	c := newComposer(newScene().build(t), "economy")
	for _, tt := range []struct {
		name stat.Text
		unit string
		rule string
		zh   string
		en   string
	}{
		{both("每千人口床位", "Beds per 1,000 people"), "BED_PER_1000PERSON", "value.per", "{x|bare}张", "{x|bare}"},
		{both("每千人口医师", "Doctors per 1,000 people"), "PERSON_PER_1000PERSON", "value.per", "{x|bare}人", "{x|bare}"},
		{both("亩产", "Grain per mu"), "KG_PER_MU", "value.per", "{x}", "{x|bare} kg"},
		{both("亩产", "Grain per mu"), "KG_PER_MU", "value.rate", "{x}", "{x}"},
	} {
		b := &branch{Indicator: stat.Indicator{Name: tt.name, Unit: tt.unit}}
		if got := c.amount(b, &stat.Fact{ID: "x"}, rule{id: tt.rule}); got.Hans != tt.zh || got.En != tt.en {
			t.Errorf("%s by %s: %q, %q", tt.name.En, tt.rule, got.Hans, got.En)
		}
	}
	for name, want := range map[string]bool{"Beds per 1,000 people": true, "Energy consumption per unit of GDP": false, "Beds": false} {
		if perEach(name) != want {
			t.Errorf("%s: %v", name, !want)
		}
	}
}
