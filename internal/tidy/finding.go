package tidy

import (
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// Finding is a finding in words.
type Finding struct {
	Rule     string        `json:"rule"`
	Severity stat.Severity `json:"severity"`
	Message  Words         `json:"message"`
	Facts    []string      `json:"facts,omitempty"`
	Place    stat.Place    `json:"place"`
	Accepted Words         `json:"accepted,omitempty"` // the dataset's reason for living with it
}

// Blocks reports whether the finding keeps an edition from being written.
func (f Finding) Blocks() bool { return f.Severity == stat.Error && f.Accepted == nil }

// Findings words findings in the languages of the speakers. The result is never nil.
func Findings(found []stat.Finding, speakers []*locale.Words) []Finding {
	out := make([]Finding, 0, len(found))
	for _, f := range found {
		out = append(out, Finding{
			Rule: f.Rule, Severity: f.Severity, Facts: f.Facts, Place: f.Place,
			Message:  say(speakers, func(w *locale.Words) string { return w.Message(f.Message, f.Args) }),
			Accepted: words(speakers, f.Accepted),
		})
	}
	return out
}

// words gives a text in every language; nil if it is empty.
func words(speakers []*locale.Words, t stat.Text) Words {
	if t.Empty() {
		return nil
	}
	return say(speakers, func(w *locale.Words) string { return w.Text(t) })
}

func say(speakers []*locale.Words, words func(*locale.Words) string) Words {
	out := make(Words, len(speakers))
	for _, w := range speakers {
		out[w.Lang()] = words(w)
	}
	return out
}
