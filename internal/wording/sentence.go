package wording

import (
	"fmt"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// Sentence words a sentence in one language. A reference to nothing is an error; the checks report it beforehand.
func Sentence(w *locale.Words, e *edition.Edition, s stat.Sentence) (string, error) {
	tokens, err := stat.ParseTemplate(w.Text(s.Text))
	if err != nil {
		return "", fmt.Errorf("sentence %q: %w", s.ID, err)
	}
	text, err := w.Sentence(tokens, func(ref, form string) (string, error) {
		r, err := e.Resolve(s, ref)
		if err != nil {
			return "", err
		}
		return referent(w, e, r, form)
	})
	if err != nil {
		return "", fmt.Errorf("sentence %q: %w", s.ID, err)
	}
	return text, nil
}

// referent words what a reference in a sentence stands for; a fact, in a form.
func referent(w *locale.Words, e *edition.Edition, r edition.Referent, form string) (string, error) {
	switch {
	case r.Fact != nil:
		return Fact(w, e, r.Fact, form)
	case !r.Period.IsZero():
		return w.During(r.Period), nil
	case !r.Date.IsZero():
		return w.Date(r.Date), nil
	default:
		return w.Text(r.Name), nil
	}
}
