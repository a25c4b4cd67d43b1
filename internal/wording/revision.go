package wording

import (
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// Given says where the old figure of a revision stood: in the edition of a period, or in a release with its date;
// "" for an added one.
func Given(w *locale.Words, r edition.Revision) string {
	switch {
	case r.Kind == edition.Added:
		return ""
	case r.Release == 0:
		return w.Fill("revision.edition", r.Given)
	default:
		return dated(w, "revision.release", r.Date, r.Release)
	}
}

// Revised says where the new figure stands, or since when it is withdrawn.
func Revised(w *locale.Words, e *edition.Edition, r edition.Revision) string {
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

// OldFigure words the figure before a revision, or that there was none.
func OldFigure(w *locale.Words, e *edition.Edition, r edition.Revision) string {
	if r.Kind == edition.Added {
		return w.Phrase("revision.none")
	}
	return revised(w, e, r.Fact, r.Old)
}

// NewFigure words the figure after a revision, or that there is none any more.
func NewFigure(w *locale.Words, e *edition.Edition, r edition.Revision) string {
	if r.Kind == edition.Withdrawn {
		return w.CodeWord("revision-kind", string(r.Kind))
	}
	return revised(w, e, r.Fact, r.New)
}

// revised words a figure in full. A withdrawn rank whose scope is no more is worded without it.
func revised(w *locale.Words, e *edition.Edition, f *stat.Fact, fig stat.Figure) string {
	text, err := w.Fact(f, fig, e.Area, locale.FormFull)
	if err != nil {
		text = w.Quantity(fig.Quantity, fig.Qualifier)
	}
	return text
}
