package edition

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// Amounts are the codes of the figures of a project that tables have columns of money for, in order.
func Amounts() []string { return []string{"investment", "total-investment", "foreign-capital"} }

// Amount is a project's figure of money with a code of [Amounts]; nil if it has none.
func (e *Edition) Amount(p stat.Project, code string) *stat.Fact {
	for _, fig := range p.Figures {
		if f, ok := e.Fact(fig.Fact); ok && fig.Code == code && e.isAmount(fig) {
			return f
		}
	}
	return nil
}

// isAmount reports whether a figure of a project is money that has a column.
func (e *Edition) isAmount(fig stat.ProjectFigure) bool {
	f, ok := e.Fact(fig.Fact)
	return ok && slices.Contains(Amounts(), fig.Code) && e.Units[f.Quantity.Unit].Dim == stat.Money
}

// OtherFigures words the figures of a project that are none of [Amounts], each with its name.
func (e *Edition) OtherFigures(w *locale.Words, p stat.Project) (string, error) {
	var parts []string
	for _, fig := range p.Figures {
		if e.isAmount(fig) {
			continue
		}
		f, ok := e.Fact(fig.Fact)
		if !ok {
			return "", fmt.Errorf("project %q: no fact %q", p.Code, fig.Fact)
		}
		said, err := e.Word(w, f, "")
		if err != nil {
			return "", fmt.Errorf("project %q: %w", p.Code, err)
		}
		parts = append(parts, w.Label(w.ProjectFigure(fig), said))
	}
	return strings.Join(parts, w.Phrase("list.semicolon")), nil
}

// Ends are the first and the last milestone of a project; nil if it has none. Of a date that is not fully known its
// first day counts.
func Ends(p stat.Project) (first, last *stat.Milestone) {
	for i := range p.Milestones {
		m := &p.Milestones[i]
		if first == nil || starts(m) < starts(first) {
			first = m
		}
		if last == nil || starts(m) >= starts(last) {
			last = m
		}
	}
	return first, last
}

func starts(m *stat.Milestone) string { return m.Date.First().String() }
