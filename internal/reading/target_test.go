package reading

import (
	"testing"

	"nianbao/internal/stat"
)

// What package locale words of a target reads back to it, and to both bounds of a range.
func TestTargetsInOwnWords(t *testing.T) {
	of := func(m stat.Measure, value, unit string, mult int) stat.Fact {
		return stat.Fact{Measure: m, Figure: stat.Figure{Quantity: stat.Qty(value, mult, unit), Status: stat.Normal}}
	}
	facts := []stat.Fact{
		of(stat.TargetGrowth, "6", "PERCENT", 0), of(stat.TargetGrowth, "-3.5", "PERCENT", 0), of(stat.TargetRatio, "5.5", "PERCENT", 0),
		of(stat.TargetChange, "3", "PP", 0), of(stat.TargetChange, "-5", "PERSON", 4), of(stat.TargetLevel, "15", "CNY", 8),
	}
	operators := []stat.Operator{stat.Equal, stat.AtLeast, stat.AtMost, stat.Around, stat.Within}
	for _, lang := range stat.Langs() {
		w := speak(t, lang)
		for _, f := range facts {
			for _, op := range operators {
				for _, verb := range []stat.Verb{"", stat.VerbRise} {
					upTo := f.Quantity
					upTo.Value = upTo.Value.Add(stat.Qty("1", 0, "PERCENT").Value)
					f.Target, f.Verb = &stat.Target{Operator: op, UpTo: upTo}, verb
					s, err := w.Fact(&f, f.Figure, stat.Area{}, "")
					if err != nil {
						t.Fatal(err)
					}
					want := []stat.Quantity{f.Quantity}
					if op == stat.Within {
						want = append(want, upTo)
					}
					for _, q := range want {
						if got, _, ok := For(stat.Units()).Figure(s, "", q); !ok || !got.Base().Equal(q.Base()) {
							t.Errorf("%s: %q read as %v, want %v", lang, s, got, q)
						}
					}
				}
			}
		}
	}
}
