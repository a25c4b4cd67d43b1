package edition

import (
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// GivenWords say where the old figure of a revision stood: in the edition of a period, or in a release with its date;
// "" for an added one.
func GivenWords(w *locale.Words, r Revision) string {
	switch {
	case r.Kind == Added:
		return ""
	case r.Release == 0:
		return w.Fill("revision.edition", r.Given)
	default:
		return dated(w, "revision.release", r.Date, r.Release)
	}
}

// RevisedWords say where the new figure stands, or since when it is withdrawn.
func (e *Edition) RevisedWords(w *locale.Words, r Revision) string {
	switch {
	case r.Later == 0 && r.Release == 0:
		return w.Fill("revision.edition", r.Revised)
	case r.Later == e.Number:
		return dated(w, "revision.this", r.Brought)
	default:
		return dated(w, "revision.release", r.Brought, r.Later)
	}
}

func dated(w *locale.Words, key string, d stat.Date, args ...any) string {
	if d.IsZero() {
		return w.Fill(key, args...)
	}
	return w.Fill(key+".dated", append(args, d)...)
}

// OldWords word the figure before a revision, or that there was none.
func (e *Edition) OldWords(w *locale.Words, r Revision) string {
	if r.Kind == Added {
		return w.Phrase("revision.none")
	}
	return e.revisedWords(w, r.Fact, r.Old)
}

// NewWords word the figure after a revision, or that there is none any more.
func (e *Edition) NewWords(w *locale.Words, r Revision) string {
	if r.Kind == Withdrawn {
		return w.CodeWord("revision-kind", string(r.Kind))
	}
	return e.revisedWords(w, r.Fact, r.New)
}

// revisedWords word a figure in full. A withdrawn rank whose scope is no more is worded without it.
func (e *Edition) revisedWords(w *locale.Words, f *stat.Fact, fig stat.Figure) string {
	text, err := w.Fact(f, fig, e.Area, locale.FormFull)
	if err != nil {
		text = w.Quantity(fig.Quantity, fig.Qualifier)
	}
	return text
}
