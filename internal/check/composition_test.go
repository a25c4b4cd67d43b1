package check

import (
	"testing"

	"nianbao/internal/stat"
)

// composed gives requests shares of their parts, by telephone and by letter: 92.4 and 7.6 are right.
func composed(s *scene, shares ...string) {
	for i, part := range []string{"requests-phone", "requests-mail"} {
		f := observed("requests", stat.Share, "2023", stat.Qty(shares[i], 0, "PERCENT"))
		f.ID, f.Part = stat.Key("requests", stat.ShareName(part), f.Period), part
		s.add(f)
	}
}

func compositionCases() []ruleCase {
	with := func(shares ...string) func(*scene) { return func(s *scene) { composed(s, shares...) } }
	return []ruleCase{
		{"composition-total", "right", with("92.4", "7.6"), passes},
		{"composition-total", "within rounding", with("92.4", "7.7"), passes},
		{"composition-total", "beyond rounding", with("92.4", "8.0"), errs},
		{"composition-total", "with other decimals", with("92", "9.0"), errs},
		{"composition-total", "without decimals", with("92", "7"), passes},
		{"composition-total", "a share unknown", func(s *scene) {
			composed(s, "92.4", "8.0")
			s.drop("requests.share-requests-phone")
		}, passes},
		{"composition-total", "about", func(s *scene) {
			composed(s, "92.4", "8.0")
			s.fact("requests.share-requests-mail").Qualifier = stat.About
		}, passes},

		{"share-against-levels", "right", with("92.4", "7.6"), passes},
		{"share-against-levels", "one wrong", with("92.4", "7.8"), warns},
		{"share-against-levels", "both wrong", with("90.4", "9.6"), []stat.Severity{stat.Warning, stat.Warning}},
		{"share-against-levels", "a level unknown", func(s *scene) {
			composed(s, "90.4", "9.6")
			s.drop("requests.level")
		}, passes},
		{"share-against-levels", "of nothing", func(s *scene) {
			composed(s, "92.4", "7.6")
			s.set("requests.level", "0")
		}, passes},

		{"value-range", "a share below zero", with("107.6", "-7.6"), errs},
		{"undeclared-conflict", "two shares are no twins", with("50.0", "50.0"), passes},
		{"unit-mismatch", "a share in points", func(s *scene) {
			composed(s, "92.4", "7.6")
			s.fact("requests.share-requests-mail").Quantity.Unit = "PP"
		}, errs},
		{"sentence-reference", "a composition", func(s *scene) {
			composed(s, "92.4", "7.6")
			s.data().Sentences[0].Text = bilingual("{requests.composition}。", "{requests.composition@2023}.")
		}, passes},
		{"sentence-reference", "a composition that is not given", func(s *scene) {
			s.data().Sentences[0].Text = bilingual("{requests.composition}。", "{requests.composition}.")
		}, errs},
	}
}

// What a source prints of all shares together is read for each.
func TestPrintedComposition(t *testing.T) {
	s := base()
	composed(s, "92.4", "7.6")
	for i := range s.data().Facts {
		if f := &s.data().Facts[i]; f.Part != "" {
			f.From = []stat.Provenance{{Source: "report", Ref: "1", Printed: "92.4:7.9"}}
		}
	}
	var asked []int
	s.opt.ReadShare = func(printed string, part int, want []stat.Quantity) (stat.Quantity, string, bool) {
		if printed != "92.4:7.9" || len(want) != 2 || want[0].Number() != "92.4" || want[1].Number() != "7.6" {
			t.Errorf("asked for a share of %v in %q", want, printed)
		}
		asked = append(asked, part)
		return stat.Qty([]string{"92.4", "7.9"}[part], 0, "PERCENT"), "", true
	}
	found := of(Check(s.d, year2023, s.opt), "undeclared-conflict")
	if len(found) != 1 || found[0].Facts[0] != "requests.share-requests-mail@2023" || len(asked) != 2 {
		t.Errorf("asked for %v, found %v", asked, found)
	}
}
