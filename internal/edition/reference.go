package edition

import (
	"strings"

	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// Referent is what a reference in a sentence stands for. One of its fields is set.
type Referent struct {
	Period stat.Period
	Name   stat.Text // of the area, a project, an indicator, a recognition or an initiative
	Date   stat.Date // of a milestone
	Fact   *stat.Fact
}

// Resolve finds what a reference in a sentence stands for. A reference to nothing is an error.
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
	if f, ok := e.Fact(id); ok {
		return Referent{Fact: f}, nil
	}
	return Referent{}, message.Errorf("no fact %q", id)
}

// periodOf is the period that a sentence is about: its own, or else the edition's.
func (e *Edition) periodOf(s stat.Sentence) stat.Period {
	if s.Period.IsZero() {
		return e.Period
	}
	return s.Period
}

// FactID completes a reference with the sentence's period where it names none.
func (e *Edition) FactID(s stat.Sentence, ref string) string {
	if strings.Contains(ref, "@") {
		return ref
	}
	return ref + "@" + e.periodOf(s).String()
}
