package wording

import (
	"slices"
	"strings"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// Note words a note.
func Note(w *locale.Words, e *edition.Edition, n edition.Note) (string, error) {
	switch n.Kind {
	case edition.IndicatorNote:
		return w.Fill("note.about", n.Indicator.Name, n.Indicator.Note), nil
	case edition.FactNote:
		return w.Fill("note.about", noteSubject(w, e, n.Fact), n.Fact.Note), nil
	}
	if n.Kind == edition.OfficeNote {
		return Remark(w, e, *n.Office)
	}
	used, err := Fact(w, e, n.Fact, "")
	if err != nil {
		return "", err
	}
	parts := []string{w.Fill("note.variant.used", Subject(w, e, n.Fact), used, Origin(w, e, n.Fact.From))}
	for _, v := range n.Fact.Variants {
		other, err := Figure(w, e, n.Fact, v, "")
		if err != nil {
			return "", err
		}
		parts = append(parts, w.Fill("note.variant.other", other, Origin(w, e, v.From)))
	}
	return strings.Join(append(parts, w.Text(n.Fact.Reason)), w.Space()), nil
}

// noteSubject names what the note on a fact is on: the whole composition of a share.
func noteSubject(w *locale.Words, e *edition.Edition, f *stat.Fact) string {
	if ind, ok := e.Indicator(f); ok && f.Measure == stat.Share {
		return w.Fill("composition.of", ind.Name)
	}
	return Subject(w, e, f)
}

// Remark words a note of the office, after what it is on.
func Remark(w *locale.Words, e *edition.Edition, r edition.Remark) (string, error) {
	said, err := Sentence(w, e, r.Sentence())
	if on := e.RemarkOn(r); err == nil && !on.Empty() {
		said = w.Fill("note.about", on, said)
	}
	return said, err
}

// Licence words a licence: its name, and the address of its text if it is known. No licence is "".
func Licence(w *locale.Words, l stat.Licence) string {
	if l.URL == "" {
		return w.Text(l.Name)
	}
	return w.Text(l.Name) + w.Parenthesis(l.URL)
}

// Convention words how to read the figures of an edition.
func Convention(w *locale.Words, e *edition.Edition, c edition.Convention) string {
	switch key := "note." + c.Code; c.Code {
	case "real":
		return w.Fill(key, w.List(subjects(w, e, c.Real)))
	case "status.shared":
		return w.Phrase(key + "." + string(c.Status))
	case "status":
		word := w.Status(c.Status)
		if !c.Status.HasValue() {
			word = w.Absent(c.Status)
		}
		return StatusNote(w, c.Status, word)
	default:
		return w.Phrase(key)
	}
}

// StatusNote explains a status by the word that is printed for it: beside a figure, or in place of one.
func StatusNote(w *locale.Words, s stat.Status, word string) string {
	key := "note.status"
	if !s.HasValue() {
		key = "note.absent"
	}
	return w.Fill(key, word, w.Phrase("status.meaning."+string(s)))
}

// subjects names what facts are about, each name once.
func subjects(w *locale.Words, e *edition.Edition, facts []*stat.Fact) []string {
	var names []string
	for _, f := range facts {
		if name := Subject(w, e, f); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// OverPeriods returns the key of a phrase on the periods that an edition looks back on: of whole years, if they all are, or else
// of cumulative figures.
func OverPeriods(e *edition.Edition, key string) string {
	if e.Yearly() {
		return key + ".year"
	}
	return key
}
