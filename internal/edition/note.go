package edition

import "nianbao/internal/stat"

// NoteKind is the subject of a note.
type NoteKind string

// The kinds of notes.
const (
	VariantNote   NoteKind = "variant"   // sources print more than one figure for the fact
	FactNote      NoteKind = "fact"      // the dataset has a note on the fact
	IndicatorNote NoteKind = "indicator" // the dataset has a note on the indicator
)

// Note is a numbered note; figures carry its number as a mark.
type Note struct {
	Number    int // from 1, in order of appearance
	Kind      NoteKind
	Fact      *stat.Fact     // of a variant or fact note
	Indicator stat.Indicator // of an indicator note
}

// number numbers the notes in the order in which readers meet the facts. A note on an indicator is marked only at its
// first fact; notes on projects appear with the projects.
func (e *Edition) number() {
	e.marks = map[string][]int{}
	seen := map[string]bool{}
	for _, f := range e.Facts {
		if ind, ok := e.indicators[f.Subject]; ok && !ind.Note.Empty() && !seen[ind.Code] {
			seen[ind.Code] = true
			e.addNote(f, Note{Kind: IndicatorNote, Indicator: ind})
		}
		if len(f.Variants) > 0 {
			e.addNote(f, Note{Kind: VariantNote, Fact: f})
		}
		if !f.Note.Empty() {
			e.addNote(f, Note{Kind: FactNote, Fact: f})
		}
	}
}

func (e *Edition) addNote(f *stat.Fact, n Note) {
	n.Number = len(e.Notes) + 1
	e.Notes = append(e.Notes, n)
	e.marks[f.ID] = append(e.marks[f.ID], n.Number)
}
