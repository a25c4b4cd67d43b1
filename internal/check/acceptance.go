package check

import (
	"strings"

	"nianbao/internal/stat"
)

// accept marks what the dataset's keepers accept, and reports acceptances that fit nothing. Its own findings
// cannot be accepted.
func accept(in *inspection) {
	if len(in.data.Accepted) == 0 {
		return
	}
	known := map[string]bool{}
	for _, r := range in.rules {
		known[r.ID] = true
	}
	byName := in.findingsByName()
	for _, a := range in.data.Accepted {
		named := byName[acceptable{a.Rule, a.Fact}]
		if a.Reason.Empty() {
			named = nil // to accept is to give a reason
		}
		for _, i := range named {
			in.findings[i].Accepted = a.Reason
		}
		if len(named) == 0 {
			in.findUnused(a, known[a.Rule])
		}
	}
}

// acceptable is what an acceptance names a finding by.
type acceptable struct{ rule, name string }

// findingsByName lists findings under the fact they are about, which is their first (the others illustrate
// it), with and without the edition's period, and under the path of their place.
func (in *inspection) findingsByName() map[acceptable][]int {
	byName := map[acceptable][]int{}
	for i, f := range in.findings {
		names := map[string]bool{f.Place.Path: true}
		if len(f.Facts) > 0 {
			names[f.Facts[0]] = true
			names[strings.TrimSuffix(f.Facts[0], "@"+in.period.String())] = true
		}
		delete(names, "")
		for name := range names {
			key := acceptable{f.Rule, name}
			byName[key] = append(byName[key], i)
		}
	}
	return byName
}

func (in *inspection) findUnused(a stat.Acceptance, ruleKnown bool) {
	message := say("The acceptance of {0} for {1} fits nothing that was found, or gives no reason. Delete it if the matter is settled, or check its names and reason.")
	if !ruleKnown {
		message = say("The acceptance for {1} names a rule that does not exist: {0}. Check the name.")
	}
	in.find(stat.Finding{Message: message, Args: []any{a.Rule, a.Fact}, Place: a.Place})
}
