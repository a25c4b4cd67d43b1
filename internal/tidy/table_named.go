package tidy

import (
	"slices"
	"strings"
	"sync"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
)

// sources are the columns of the places that say so.
func sources[T any](from func(T) []stat.Provenance) []field[T] {
	var fields []field[T]
	for i, name := range []string{"source", "source_ref", "source_printed"} {
		fields = append(fields, plain(name, func(item T) string { return wording.OriginFields(from(item))[i] })...)
	}
	return fields
}

// columnOf names the column of a code: total-investment stands in total_investment.
func columnOf(code string) string { return strings.ReplaceAll(code, "-", "_") }

func (m *maker) projects() Table { return projectsLayout().table(m, m.Projects) }

var projectsLayout = sync.OnceValue(func() layout[stat.Project] {
	type row = stat.Project
	return lay("projects",
		plain("project", func(r row) string { return r.Code }),
		plain("theme", func(r row) string { return r.Theme }),
		both("project", func(w *locale.Words, r row) string { return w.Text(r.Name) }),
		coded("project_status", "project", func(r row) string { return string(r.Status) }),
		amountFields(),
		both("partners", wording.Partners),
		milestoneFields(),
		bothOf("figures", (*maker).otherFigures),
		both("note", func(w *locale.Words, r row) string { return w.Text(r.Note) }),
		sources(func(r row) []stat.Provenance { return r.Provenance }),
	)
})

// amountFields are the amounts that have columns of their own.
func amountFields() []field[stat.Project] {
	var fields []field[stat.Project]
	for _, code := range edition.Amounts() {
		fields = append(fields, moneyFields(code)...)
	}
	return fields
}

// moneyFields are an amount in units of its currency, the currency, how sure it is, and the fact.
func moneyFields(code string) []field[stat.Project] {
	type row = stat.Project
	name := columnOf(code)
	of := func(say func(*stat.Fact) string) func(*maker, row) string {
		return func(m *maker, r row) string { return say(m.Amount(r, code)) }
	}
	return []field[row]{
		{Column{Name: name, Type: typeNumber, Fact: name + "_fact"}, of(inFull)},
		{Column{Name: name + "_currency", Type: typeString}, of(unit)},
		{Column{Name: name + "_status", Type: typeString, Codes: "status"}, of(status)},
		{Column{Name: name + "_qualifier", Type: typeString, Codes: "qualifier"}, of(qualifier)},
		{Column{Name: name + "_fact", Type: typeString, Source: "fact_id"}, of(factID)},
	}
}

// inFull is an amount in units of its currency.
func inFull(f *stat.Fact) string {
	if f == nil || !f.Status.HasValue() {
		return ""
	}
	return f.Quantity.BaseNumber()
}

// milestoneFields are the first and the last step of a project.
func milestoneFields() []field[stat.Project] {
	type row = stat.Project
	var fields []field[row]
	for _, name := range []string{"first", "last"} {
		end := func(r row) *stat.Milestone {
			first, last := edition.Ends(r)
			if name == "first" {
				return first
			}
			return last
		}
		reference := Column{Name: name + "_milestone", Type: typeString, Source: "milestones.milestone_id"}
		fields = slices.Concat(fields,
			column(reference, func(r row) string {
				if step := end(r); step != nil {
					return r.Code + "." + step.Code
				}
				return ""
			}),
			column(Column{Name: name + "_date", Type: typeDate}, func(r row) string {
				if step := end(r); step != nil {
					return day(step.Date)
				}
				return ""
			}))
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
	said, err := wording.OtherFigures(w, m.Edition, p)
	if err != nil && m.err == nil {
		m.err = err
	}
	return said
}

func (m *maker) milestones() Table { return milestonesLayout().table(m, m.Milestones) }

var milestonesLayout = sync.OnceValue(func() layout[edition.Milestone] {
	type row = edition.Milestone
	return lay("milestones",
		plain("milestone_id", func(r row) string { return r.Project.Code + "." + r.Code }),
		column(Column{Name: "project", Type: typeString, Required: true, Source: "projects.project"}, func(r row) string { return r.Project.Code }),
		both("project", func(w *locale.Words, r row) string { return w.Text(r.Project.Name) }),
		coded("step", "step", func(r row) string { return string(r.Step) }),
		column(Column{Name: "date", Type: typeDate}, func(r row) string { return day(r.Date) }),
		column(Column{Name: "date_known", Type: typeString, Pattern: datePattern}, func(r row) string { return r.Date.String() }),
		both("text", func(w *locale.Words, r row) string { return w.Text(r.Text) }),
		sources(func(r row) []stat.Provenance { return r.Provenance }),
	)
})
