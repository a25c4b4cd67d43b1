package briefing

import (
	"nianbao/internal/edition"
	"nianbao/internal/stat"
)

// The facts whose figures a section must show as text; some may be nil.

func glanceFacts(e *edition.Edition) []*stat.Fact {
	var facts []*stat.Fact
	for _, r := range e.Headlines {
		facts = append(facts, r.Value, r.Growth, r.Rank)
	}
	for _, theme := range e.Themes {
		for _, r := range theme.Rows {
			if r.Indicator.Tally != nil && r.Period == e.Period {
				facts = append(facts, r.Value)
			}
		}
	}
	for _, g := range e.Targets {
		facts = append(facts, g.Fact)
	}
	return facts
}

func themeFacts(e *edition.Edition) []*stat.Fact {
	var facts []*stat.Fact
	for _, theme := range e.Themes {
		for _, r := range theme.Rows {
			if !e.Background(r) {
				facts = append(facts, r.Value, r.Growth, r.Rank)
			}
		}
	}
	for _, t := range e.Growing() {
		facts = append(facts, t.Growth...)
	}
	for _, t := range e.YearByYear() {
		facts = append(facts, t.Years...)
	}
	return facts
}

func rankingFacts(e *edition.Edition) []*stat.Fact {
	var facts []*stat.Fact
	for _, r := range e.Rankings {
		facts = append(facts, r.Fact)
	}
	return facts
}

func projectFacts(e *edition.Edition) []*stat.Fact {
	var facts []*stat.Fact
	for _, p := range e.Projects {
		for _, fig := range p.Figures {
			f, _ := e.Fact(fig.Fact)
			facts = append(facts, f)
		}
	}
	return facts
}

func targetFacts(e *edition.Edition) []*stat.Fact {
	var facts []*stat.Fact
	for _, g := range e.Targets {
		facts = append(facts, g.Fact, g.Baseline, g.Growth)
	}
	for _, p := range e.Progress {
		facts = append(facts, p.Fact, p.Done)
	}
	return facts
}
