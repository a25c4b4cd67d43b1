package check

import (
	"cmp"
	"slices"
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
	refTurn // of a balance, where a growth would say nothing
)

// resolved is a reference of a sentence with what it stands for.
type resolved struct {
	kind    refKind
	written string     // as it stands in the template, without braces and form
	id      string     // what it means whichever way it is written: a fact's ID, project.milestone
	fact    *stat.Fact // of a composition: its first share
}

// sentence is a sentence of the edition with what it refers to.
type sentence struct {
	*stat.Sentence
	period  stat.Period // that of references without one
	wording [3]saying   // in the languages of [stat.Langs]
}

// saying is a sentence in one language; the error is that of the template.
type saying struct {
	lang   stat.Lang
	tokens []stat.Token
	refs   []resolved
	err    error
}

// tokens is the template in a language; nil if it is not one.
func (s sentence) tokens(l stat.Lang) []stat.Token {
	return s.wording[slices.Index(stat.Langs(), l)].tokens
}

// readSentences resolves what the edition's sentences refer to, and the notes of the office, which follow them.
func (in *inspection) readSentences() {
	all := slices.Clone(in.data.Sentences)
	for i := range in.data.Notes {
		all = append(all, in.data.Notes[i].Sentence())
	}
	in.sentences = make([]sentence, len(all))
	for i := range in.sentences {
		s := &in.sentences[i]
		s.Sentence = &all[i]
		s.period = cmp.Or(s.Period, in.period)
		usual := "@" + s.period.String()
		for i, l := range stat.Langs() {
			s.wording[i] = in.read(s.Text.In(l), usual)
			s.wording[i].lang = l
		}
	}
}

// read resolves what a text refers to, of the usual period where it names none.
func (in *inspection) read(text, usual string) saying {
	tokens, err := stat.ParseTemplate(text)
	if err != nil {
		return saying{err: err}
	}
	refs := make([]resolved, 0, len(tokens))
	for _, t := range tokens {
		if t.Ref != "" {
			refs = append(refs, in.resolve(t, usual))
		}
	}
	return saying{tokens: tokens, refs: refs}
}

// resolve reads a reference without a period as one of the usual period, and as a milestone where no fact has that
// name.
func (in *inspection) resolve(t stat.Token, usual string) resolved {
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
		r.id = base + usual
	}
	if f, ok := in.byID[r.id]; ok {
		r.kind, r.fact = refFact, f
		return r
	}
	if f, ok := in.firstShares[r.id]; ok {
		r.kind, r.fact = refFact, f
		return r
	}
	if !dated && in.hasMilestone(base) {
		r.kind, r.id = refDate, base
	} else if in.hasTurn(r.id) {
		r.kind = refTurn
	}
	return r
}

// hasTurn reports whether two levels tell what a reference to a growth or a turn asks for.
func (in *inspection) hasTurn(id string) bool {
	code, at, ok := stat.TurnID(id)
	ind := in.indicators[code]
	return ok && ind != nil && stat.KnownTurn(in.dataset.Files(), in.period, code, at, in.unit(ind.Unit)) != ""
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
