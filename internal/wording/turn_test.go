package wording

import (
	"testing"

	"nianbao/internal/stat"
)

// A growth from a loss is worded by what became of the loss, whether it is given or not.
func TestTurn(t *testing.T) {
	for name, tt := range map[string]struct {
		now, before, growth string // a level or growth that is "" is not known
		unit                string
		ref                 string
		zh, en              string // "" for an error
	}{
		"given":              {"-4.0", "-2.0", "100", "CNY", "retail.growth", "亏损扩大", "showed a wider loss"},
		"given, other sign":  {"-4.0", "-2.0", "-100", "CNY", "retail.growth|plain", "亏损扩大", "showed a wider loss"},
		"not given":          {"-1.0", "-2.0", "", "CNY", "retail.growth", "亏损收窄", "showed a narrower loss"},
		"a turn":             {"3.0", "-2.0", "", "CNY", "retail.turn@2023", "扭亏为盈", "turned from loss to profit"},
		"a turn beside it":   {"-3.0", "2.0", "-250", "CNY", "retail.turn", "由盈转亏", "turned from profit to loss"},
		"a profit":           {"3.0", "2.0", "50", "CNY", "retail.growth", "增长50%", "up 50%"},
		"a profit, no turn":  {"3.0", "2.0", "50", "CNY", "retail.turn", "", ""},
		"from nothing":       {"3.0", "0.0", "50", "CNY", "retail.growth", "增长50%", "up 50%"},
		"nothing to go by":   {"3.0", "", "", "CNY", "retail.growth", "", ""},
		"no level now":       {"", "-2.0", "50", "CNY", "retail.growth", "增长50%", "up 50%"},
		"not money":          {"-4.0", "-2.0", "100", "CELSIUS", "retail.growth", "增长100%", "up 100%"},
		"not money, no rate": {"-4.0", "-2.0", "", "CELSIUS", "retail.growth", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			s := newScene()
			s.d.Indicators[0].Unit = tt.unit
			s.data.Facts = s.data.Facts[2:]
			for _, f := range []struct {
				year    int
				measure stat.Measure
				value   string
				unit    string
			}{{2023, stat.Level, tt.now, tt.unit}, {2022, stat.Level, tt.before, tt.unit}, {2023, stat.Growth, tt.growth, "PERCENT"}} {
				if f.value != "" {
					s.add(figure("retail", f.measure, f.year, stat.Qty(f.value, 0, f.unit)))
				}
			}
			e, text := s.build(t), "{"+tt.ref+"}"
			zh, en := s.words(t)
			gotZh, errZh := Sentence(zh, e, stat.Sentence{ID: "x", Text: both(text, text)})
			gotEn, errEn := Sentence(en, e, stat.Sentence{ID: "x", Text: both(text, text)})
			if (errZh != nil) != (tt.zh == "") || (errEn != nil) != (tt.en == "") || gotZh != tt.zh || gotEn != tt.en {
				t.Errorf("%q, %q (%v, %v), want %q, %q", gotZh, gotEn, errZh, errEn, tt.zh, tt.en)
			}
		})
	}
}
