package wording

import (
	"strings"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// Part is a piece of a sentence.
type Part struct {
	Words string
	Fact  string // the ID of the fact whose figure the words are; "" for any other words
}

// Sentence words a sentence in one language. A reference to nothing is an error; the checks report it beforehand.
func Sentence(w *locale.Words, e *edition.Edition, s stat.Sentence) (string, error) {
	parts, err := Parts(w, e, s)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(p.Words)
	}
	return b.String(), nil
}

// Parts is [Sentence] in pieces: the text of the template, and each reference in words.
func Parts(w *locale.Words, e *edition.Edition, s stat.Sentence) ([]Part, error) {
	tokens, err := stat.ParseTemplate(w.Text(s.Text))
	if err != nil {
		return nil, message.Errorf("sentence %q: %w", s.ID, err)
	}
	parts := make([]Part, 0, len(tokens))
	var last edition.Referent // of the last part, if that has its usual form
	var of counting
	for i, t := range tokens {
		if t.Ref == "" {
			parts = append(parts, Part{Words: of.noun(w, afterGrowth(w, t.Text, last))})
			last = edition.Referent{}
			continue
		}
		r, err := e.Resolve(s, t.Ref)
		if err == nil {
			if last = (edition.Referent{}); t.Form == "" {
				last = r
			}
			beforeFlat(w, parts, unchanged(last))
			var said []Part
			said, err = referred(w, e, r, t.Form)
			if err == nil {
				said[0].Words = of.noun(w, said[0].Words)
				of = countingOf(w, e, r.Fact, tokens[i:])
				of.verb(parts, said)
			}
			if t.Form == locale.FormBare && err == nil && opens(parts) {
				said[0].Words = initial(said[0].Words, strings.ToUpper)
			}
			parts = append(parts, said...)
		}
		if err != nil {
			return nil, message.Errorf("sentence %q: word reference {%s}: %w", s.ID, t.Ref, err)
		}
	}
	return parts, nil
}

// referred words a reference in a sentence.
func referred(w *locale.Words, e *edition.Edition, r edition.Referent, form string) ([]Part, error) {
	switch {
	case r.Composition != nil:
		return compositionIn(w, r.Composition, form)
	case form == formCompared:
		return compared(w, e, r)
	case form == formOccurred && r.Fact != nil:
		return occurred(w, e, r.Fact)
	}
	switch form {
	case formShort:
		return short(w, e, r)
	case formRise:
		part, err := risen(w, e, r)
		return []Part{part}, err
	}
	part, err := referent(w, e, r, form)
	return []Part{part}, err
}

// referent words what a reference in a sentence stands for; a fact, in a form.
func referent(w *locale.Words, e *edition.Edition, r edition.Referent, form string) (Part, error) {
	switch {
	case r.Fact != nil:
		words, err := Fact(w, e, r.Fact, form)
		if form == locale.FormBare {
			words = spelled(w, e, r.Fact, words)
		}
		return Part{words, r.Fact.ID}, err
	case r.Turn != "":
		return Part{Words: w.Turn(r.Turn)}, nil
	case !r.Period.IsZero():
		return Part{Words: during(w, r.Period, form)}, nil
	case !r.Date.IsZero():
		return Part{Words: w.Date(r.Date)}, nil
	default:
		return Part{Words: named(w, r.Name, form)}, nil
	}
}

// opens reports whether what comes next opens a sentence.
func opens(parts []Part) bool {
	return len(parts) == 0 || strings.HasSuffix(parts[len(parts)-1].Words, ". ")
}
