package tidy

import (
	"slices"
	"strings"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// sources are the columns of the places that say so.
func sources[T any](from func(T) []stat.Provenance) []field[T] {
	list := func(say func(stat.Provenance) string) func(T) string {
		return func(item T) string {
			var parts []string
			for _, p := range from(item) {
				parts = append(parts, say(p))
			}
			return strings.Join(parts, ";")
		}
	}
	return []field[T]{
		plain("source", list(func(p stat.Provenance) string { return p.Source })),
		plain("source_ref", list(func(p stat.Provenance) string { return p.Ref })),
	}
}

// amounts are the figures of a project that have columns of money, by code and by name of the column.
func amounts() [3][2]string {
	return [3][2]string{
		{"investment", "investment"}, {"total-investment", "total_investment"}, {"foreign-capital", "foreign_capital"},
	}
}

// amount finds a project's figure of money by its code; nil if it has none.
func (m *maker) amount(p stat.Project, code string) *stat.Fact {
	for _, fig := range p.Figures {
		f, ok := m.Fact(fig.Fact)
		if ok && fig.Code == code && m.Units[f.Quantity.Unit].Dim == stat.Money {
			return f
		}
	}
	return nil
}

func (m *maker) projects() Table {
	type row = stat.Project
	var fields []field[row]
	add := func(more ...field[row]) { fields = append(fields, more...) }
	add(plain("project", func(r row) string { return r.Code }),
		plain("theme", func(r row) string { return r.Theme }))
	add(both(m, "project", func(w *locale.Words, r row) string { return w.Text(r.Name) })...)
	add(coded("project_status", "project", func(r row) string { return string(r.Status) }))
	for _, a := range amounts() {
		add(m.moneyFields(a[0], a[1])...)
	}
	add(both(m, "partners", edition.Partners)...)
	add(m.milestoneFields()...)
	add(both(m, "figures", m.otherFigures)...)
	add(both(m, "note", func(w *locale.Words, r row) string { return w.Text(r.Note) })...)
	add(sources(func(r row) []stat.Provenance { return r.Provenance })...)
	return tabulate("projects", fields, m.Projects)
}

// moneyFields are an amount in units of its currency, the currency, and the fact.
func (m *maker) moneyFields(code, name string) []field[stat.Project] {
	type row = stat.Project
	return []field[row]{
		{Column{Name: name, Type: typeNumber, Fact: name + "_fact"}, func(r row) string {
			f := m.amount(r, code)
			if f == nil || !f.Status.HasValue() {
				return ""
			}
			base := f.Quantity.Base()
			return base.StringFixed(max(0, -base.Exponent()))
		}},
		plain(name+"_currency", func(r row) string { return unit(m.amount(r, code)) }),
		{Column{Name: name + "_fact", Type: typeString, Source: "fact_id"}, func(r row) string { return factID(m.amount(r, code)) }},
	}
}

// milestoneFields are the first and the last step of a project.
func (m *maker) milestoneFields() []field[stat.Project] {
	type row = stat.Project
	end := func(r row, last bool) (stat.Milestone, bool) {
		steps := slices.Clone(r.Milestones)
		slices.SortStableFunc(steps, func(a, b stat.Milestone) int {
			return strings.Compare(a.Date.First().String(), b.Date.First().String())
		})
		switch {
		case len(steps) == 0:
			return stat.Milestone{}, false
		case last:
			return steps[len(steps)-1], true
		default:
			return steps[0], true
		}
	}
	var fields []field[row]
	for i, name := range []string{"first", "last"} {
		reference := Column{Name: name + "_milestone", Type: typeString, Source: "milestones.milestone_id"}
		fields = append(fields,
			field[row]{reference, func(r row) string {
				if step, ok := end(r, i == 1); ok {
					return r.Code + "." + step.Code
				}
				return ""
			}},
			field[row]{Column{Name: name + "_date", Type: typeDate}, func(r row) string {
				step, _ := end(r, i == 1)
				return day(step.Date)
			}})
	}
	return fields
}

// day is empty unless the day is known.
func day(d stat.Date) string {
	if d.Day == 0 {
		return ""
	}
	return d.String()
}

// otherFigures words the figures of a project that have no columns of their own.
func (m *maker) otherFigures(w *locale.Words, p stat.Project) string {
	var parts []string
	for _, fig := range p.Figures {
		f, ok := m.Fact(fig.Fact)
		if !ok || m.hasColumn(p, fig.Code) {
			continue
		}
		said, err := m.Word(w, f, "")
		if err != nil && m.err == nil {
			m.err = err
		}
		parts = append(parts, w.Label(w.ProjectFigure(fig), said))
	}
	return strings.Join(parts, w.Phrase("list.semicolon"))
}

func (m *maker) hasColumn(p stat.Project, code string) bool {
	for _, a := range amounts() {
		if a[0] == code && m.amount(p, code) != nil {
			return true
		}
	}
	return false
}

func (m *maker) milestones() Table {
	type row = edition.Milestone
	var fields []field[row]
	add := func(more ...field[row]) { fields = append(fields, more...) }
	add(plain("milestone_id", func(r row) string { return r.Project.Code + "." + r.Code }),
		field[row]{Column{Name: "project", Type: typeString, Required: true, Source: "projects.project"}, func(r row) string { return r.Project.Code }})
	add(both(m, "project", func(w *locale.Words, r row) string { return w.Text(r.Project.Name) })...)
	add(coded("step", "step", func(r row) string { return string(r.Step) }),
		field[row]{Column{Name: "date", Type: typeDate}, func(r row) string { return day(r.Date) }},
		field[row]{Column{Name: "date_known", Type: typeString, Pattern: datePattern}, func(r row) string { return r.Date.String() }})
	add(both(m, "text", func(w *locale.Words, r row) string { return w.Text(r.Text) })...)
	add(sources(func(r row) []stat.Provenance { return r.Provenance })...)
	return tabulate("milestones", fields, m.Milestones)
}
