package edition

import (
	"strings"

	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// Referent is the target of a reference in a sentence. Exactly one field is set.
type Referent struct {
	Period stat.Period
	Name   stat.Text // of the area, a project, an indicator, a recognition or an initiative
	Date   stat.Date // of a milestone
	Fact   *stat.Fact
	Turn   stat.Turn // in place of a growth

	Composition *Composition
}

// Resolve finds the target of a reference in a sentence. An unknown reference is an error.
func (e *Edition) Resolve(s stat.Sentence, ref string) (Referent, error) {
	switch ref {
	case "period":
		return Referent{Period: e.periodOf(s)}, nil
	case "year":
		return Referent{Period: stat.Period{Year: e.periodOf(s).Year}}, nil
	case "area":
		return Referent{Name: e.Area.Name}, nil
	}
	if code, ok := strings.CutPrefix(ref, "@"); ok {
		if name, ok := e.names[code]; ok {
			return Referent{Name: name}, nil
		}
		return Referent{}, message.Errorf("no project, indicator, recognition or initiative has the code %q", code)
	}
	if d, ok := e.dates[ref]; ok {
		return Referent{Date: d}, nil
	}
	id := e.FactID(s, ref)
	f, ok := e.Fact(id)
	if turn := e.turnReferred(id); turn != "" && (!ok || !f.Status.HasValue()) {
		return Referent{Turn: turn}, nil
	}
	if ok {
		return Referent{Fact: f}, nil
	}
	if c, ok := e.compositions[id]; ok {
		return Referent{Composition: c}, nil
	}
	return Referent{}, message.Errorf("no fact %q", id)
}

// turnReferred returns the turn that a reference to a growth or a turn means; "" if there is none.
func (e *Edition) turnReferred(id string) stat.Turn {
	subject, at, ok := stat.TurnID(id)
	if !ok {
		return ""
	}
	return e.TurnOf(subject, at)
}

// periodOf returns the period of a sentence: its own, or else the edition's.
func (e *Edition) periodOf(s stat.Sentence) stat.Period {
	if s.Period.IsZero() {
		return e.Period
	}
	return s.Period
}

// FactID adds the sentence's period to a reference that has none.
func (e *Edition) FactID(s stat.Sentence, ref string) string {
	if strings.Contains(ref, "@") {
		return ref
	}
	return ref + "@" + e.periodOf(s).String()
}
