package wording

import (
	"strings"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// OtherFigures words the figures of a project that are none of [edition.Amounts], each with its name.
func OtherFigures(w *locale.Words, e *edition.Edition, p stat.Project) (string, error) {
	var parts []string
	for _, fig := range e.OtherFigures(p) {
		f, ok := e.Fact(fig.Fact)
		if !ok {
			return "", message.Errorf("project %q: no fact %q", p.Code, fig.Fact)
		}
		said, err := Fact(w, e, f, "")
		if err != nil {
			return "", message.Errorf("project %q: %w", p.Code, err)
		}
		parts = append(parts, w.Label(w.ProjectFigure(fig), said))
	}
	return strings.Join(parts, w.Phrase("list.semicolon")), nil
}

// Partners words who takes part in a project, each with the role it has.
func Partners(w *locale.Words, p stat.Project) string {
	var names []string
	for _, partner := range p.Partners {
		name := w.Text(partner.Name)
		if role := w.Text(partner.Role); role != "" {
			name += w.Parenthesis(role)
		}
		names = append(names, name)
	}
	return strings.Join(names, w.Phrase("list.semicolon"))
}
