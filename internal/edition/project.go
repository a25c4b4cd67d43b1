package edition

import (
	"slices"

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

// OtherFigures lists the figures of a project that are none of [Amounts].
func (e *Edition) OtherFigures(p stat.Project) []stat.ProjectFigure {
	return slices.DeleteFunc(slices.Clone(p.Figures), e.isAmount)
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
