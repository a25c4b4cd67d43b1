package wording

import (
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// Finding words what a check found, with the reason if the dataset accepts it.
func Finding(w *locale.Words, f stat.Finding) string {
	said := w.Label(w.Severity(f.Severity), w.Message(f.Message, f.Args))
	if !f.Accepted.Empty() {
		said += w.Parenthesis(w.Fill("finding.accepted", f.Accepted))
	}
	return said
}
