package check

import (
	"strings"

	"nianbao/internal/stat"
)

// refKind is what a reference of a sentence stands for.
type refKind int

const (
	refUnknown refKind = iota
	refBuiltIn         // period, year, area
	refName            // of a project, indicator, recognition or initiative
	refFact
	refDate // of a project's milestone
)

// resolved is a reference of a sentence with what it stands for.
type resolved struct {
	kind    refKind
	written string // as it stands in the template, without braces and form
	id      string // what it means whichever way it is written: a fact's ID, project.milestone
	fact    *stat.Fact
}

// references resolves what a sentence refers to in one language; the error is that of the template.
func (in *inspection) references(s *stat.Sentence, l stat.Lang) ([]resolved, error) {
	tokens, err := stat.ParseTemplate(s.Text.In(l))
	if err != nil {
		return nil, err
	}
	var refs []resolved
	for _, t := range tokens {
		if t.Ref != "" {
			refs = append(refs, in.resolve(s, t))
		}
	}
	return refs, nil
}

// resolve reads a reference without a period as one of the sentence's period, and as a milestone where no
// fact has that name.
func (in *inspection) resolve(s *stat.Sentence, t stat.Token) resolved {
	r := resolved{written: t.Ref, id: t.Ref}
	if name, ok := t.Name(); ok {
		if in.nameCodes[name] {
			r.kind = refName
		}
		return r
	}
	switch t.Ref {
	case "period", "year", "area":
		r.kind = refBuiltIn
		return r
	}
	base, _, dated := strings.Cut(t.Ref, "@")
	if !dated {
		r.id = base + "@" + in.sentencePeriodOf(s).String()
	}
	if f, ok := in.byID[r.id]; ok {
		r.kind, r.fact = refFact, f
		return r
	}
	if !dated && in.hasMilestone(base) {
		r.kind, r.id = refDate, base
	}
	return r
}

func (in *inspection) sentencePeriodOf(s *stat.Sentence) stat.Period {
	if s.Period.IsZero() {
		return in.period
	}
	return s.Period
}

func (in *inspection) hasMilestone(ref string) bool {
	code, milestone, _ := strings.Cut(ref, ".")
	project, ok := in.projects[code]
	if !ok {
		return false
	}
	for _, m := range project.Milestones {
		if m.Code == milestone && !m.Date.IsZero() {
			return true
		}
	}
	return false
}
