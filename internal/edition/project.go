package edition

import (
	"slices"

	"nianbao/internal/stat"
)

// Amounts returns the codes of project figures that have money columns in tables, in order.
func Amounts() []string { return []string{"investment", "total-investment", "foreign-capital"} }

// Amount returns a project's money figure with a code of [Amounts], or nil.
func (e *Edition) Amount(p stat.Project, code string) *stat.Fact {
	for _, fig := range p.Figures {
		if f, ok := e.Fact(fig.Fact); ok && fig.Code == code && e.isAmount(fig) {
			return f
		}
	}
	return nil
}

// isAmount reports whether a project's figure is money with a column.
func (e *Edition) isAmount(fig stat.ProjectFigure) bool {
	f, ok := e.Fact(fig.Fact)
	return ok && slices.Contains(Amounts(), fig.Code) && e.Units[f.Quantity.Unit].Dim == stat.Money
}

// OtherFigures lists the figures of a project not covered by [Amounts].
func (e *Edition) OtherFigures(p stat.Project) []stat.ProjectFigure {
	return slices.DeleteFunc(slices.Clone(p.Figures), e.isAmount)
}

// Ends returns the first and the last milestone of a project, or nil if it has none. A partial date counts as its first
// day.
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
