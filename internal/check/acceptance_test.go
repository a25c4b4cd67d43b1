package check

import (
	"testing"

	"nianbao/internal/stat"
)

func accepting(rule, fact string) stat.Acceptance {
	return stat.Acceptance{Rule: rule, Fact: fact, Reason: bilingual("来源如此。", "The source says so."), Place: at("2023.yaml", "accepted[0]")}
}

func acceptanceCases() []ruleCase {
	mismatch := func(s *scene) { s.set("sites-rate.ratio", "277.5") }
	accept := func(a stat.Acceptance) func(*scene) {
		return func(s *scene) {
			mismatch(s)
			s.data().Accepted = []stat.Acceptance{a}
		}
	}
	silent := accepting("rate-against-count", "sites-rate.ratio@2023")
	silent.Reason = stat.Text{}
	return []ruleCase{
		{"unused-acceptance", "by fact", accept(accepting("rate-against-count", "sites-rate.ratio@2023")), passes},
		{"unused-acceptance", "without the period", accept(accepting("rate-against-count", "sites-rate.ratio")), passes},
		{"unused-acceptance", "by path", accept(accepting("rate-against-count", "observations.sites-rate.ratio")), passes},
		{"unused-acceptance", "of another fact", accept(accepting("rate-against-count", "output.level")), warns},
		{"unused-acceptance", "a fact that only illustrates", accept(accepting("rate-against-count", "sites.level")), warns},
		{"unused-acceptance", "of another rule", accept(accepting("tally", "sites-rate.ratio")), warns},
		{"unused-acceptance", "no such rule", accept(accepting("rate", "sites-rate.ratio")), warns},
		{"unused-acceptance", "nothing named", accept(accepting("rate-against-count", "")), warns},
		{"unused-acceptance", "without a reason", accept(silent), warns},
		{"period-present", "figures", func(*scene) {}, passes},
		{"period-present", "no figures", func(s *scene) { s.data().Facts = nil }, errs},
	}
}

func TestAcceptedErrorDoesNotBlock(t *testing.T) {
	s := base()
	s.set("assessed-first.level", "0")
	blocked := of(Check(s.d, year2023, s.opt), "tally")
	if len(blocked) != 1 || !blocked[0].Blocks() {
		t.Fatalf("want one finding that blocks, got %v", blocked)
	}
	reason := bilingual("来源如此。", "The source says so.")
	s.data().Accepted = []stat.Acceptance{{Rule: "tally", Fact: "assessed-first.level", Reason: reason, Place: at("2023.yaml", "accepted[0]")}}
	accepted := of(Check(s.d, year2023, s.opt), "tally")
	if len(accepted) != 1 || accepted[0].Blocks() || accepted[0].Accepted != reason {
		t.Errorf("want one accepted finding with its reason, got %v", accepted)
	}
}

func TestPeriodWithoutData(t *testing.T) {
	s := base()
	found := Check(s.d, period("2031"), s.opt)
	if got := of(found, "period-present"); len(got) != 1 || !got[0].Blocks() {
		t.Errorf("a period the dataset lacks: want one error, got %v", found)
	}
}
