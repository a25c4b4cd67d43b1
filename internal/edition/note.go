package edition

import "nianbao/internal/stat"

// NoteKind is the subject of a note.
type NoteKind string

// The kinds of notes.
const (
	VariantNote   NoteKind = "variant"   // sources print more than one figure for the fact
	FactNote      NoteKind = "fact"      // the dataset has a note on the fact
	IndicatorNote NoteKind = "indicator" // the dataset has a note on the indicator
	OfficeNote    NoteKind = "office"    // the office has a note on the indicator
)

// Note is a numbered note; figures carry its number as a mark.
type Note struct {
	Number    int // from 1, in order of appearance
	Kind      NoteKind
	Fact      *stat.Fact     // of a variant or fact note
	Indicator stat.Indicator // of an indicator note, or of the office's note
	Office    *Remark        // of an office's note
}

// Remark is a note of the office. One on an indicator is also a numbered [Note]; others have no mark.
type Remark struct {
	stat.OfficeNote
	Number int // of its Note; 0 for none
}

// RemarkOn names what a note of the office is on; it is empty for one on the whole edition.
func (e *Edition) RemarkOn(r Remark) stat.Text {
	for _, t := range e.Themes {
		if t.Code == r.Theme {
			return t.Name
		}
	}
	return e.indicators[r.Indicator].Name
}

// remark takes the notes of the office that are about something in the edition.
func (e *Edition) remark(notes []stat.OfficeNote) {
	on := map[string]bool{}
	for _, f := range e.Facts {
		on[f.Subject] = true
	}
	for _, t := range e.Themes {
		on["theme "+t.Code] = true
	}
	for _, n := range notes {
		if n.Indicator == "" && n.Theme == "" || on[n.Indicator] || on["theme "+n.Theme] {
			e.Remarks = append(e.Remarks, Remark{OfficeNote: n})
		}
	}
}

// number numbers the notes in the order in which readers meet the facts. Notes on an indicator are marked only at its
// first fact; notes on projects appear with the projects.
func (e *Edition) number() {
	e.marks = map[string][]int{}
	seen := map[string]bool{}
	for i, f := range e.Facts {
		if i > 0 && f.SameComposition(e.Facts[i-1]) {
			e.markAlike(f, e.Facts[i-1])
			continue
		}
		if ind, ok := e.indicators[f.Subject]; ok && !seen[ind.Code] {
			seen[ind.Code] = true
			e.numberIndicator(f, ind)
		}
		if len(f.Variants) > 0 {
			e.addNote(f, Note{Kind: VariantNote, Fact: f})
		}
		if !f.Note.Empty() {
			e.addNote(f, Note{Kind: FactNote, Fact: f})
		}
	}
}

// markAlike gives a share the marks of the one before it, except those of notes on the indicator: the note on a
// composition is on all shares.
func (e *Edition) markAlike(f, before *stat.Fact) {
	for _, n := range e.marks[before.ID] {
		if e.Notes[n-1].Kind == FactNote {
			e.marks[f.ID] = append(e.marks[f.ID], n)
		}
	}
}

// numberIndicator numbers the notes on an indicator, at its first fact.
func (e *Edition) numberIndicator(f *stat.Fact, ind stat.Indicator) {
	if !ind.Note.Empty() {
		e.addNote(f, Note{Kind: IndicatorNote, Indicator: ind})
	}
	for i := range e.Remarks {
		if r := &e.Remarks[i]; r.Indicator == ind.Code {
			r.Number = len(e.Notes) + 1
			e.addNote(f, Note{Kind: OfficeNote, Indicator: ind, Office: r})
		}
	}
}

func (e *Edition) addNote(f *stat.Fact, n Note) {
	n.Number = len(e.Notes) + 1
	e.Notes = append(e.Notes, n)
	e.marks[f.ID] = append(e.marks[f.ID], n.Number)
}
