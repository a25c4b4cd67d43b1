package document

import (
	"slices"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// projects returns the sentences on projects, the table of projects, and the milestones in chronological order.
func (c *composer) projects() []Chapter {
	if len(c.Projects) == 0 && len(c.sentences("projects")) == 0 {
		return nil
	}
	main := Chapter{ID: "projects", Level: 1, Title: c.say(phrase("section.projects"))}
	if c.toHandOut() {
		main.Blocks = c.standardProjects()
		return []Chapter{main}
	}
	cols := []Column{c.prose(0.54, "column.project"), c.labels(0.32, "column.figures"), c.labels(0.14, "column.status")}
	var rows []Row
	for _, p := range c.Projects {
		rows = append(rows, Row{c.project(p), c.projectFigures(p, Main), c.projectStatus(p)})
	}
	main.Blocks = slices.Concat(c.sentences("projects"), c.costCharts(), table(cols, rows))
	return append([]Chapter{main}, c.milestones()...)
}

func (c *composer) projectStatus(p stat.Project) Cell {
	return c.main(func(w *locale.Words) string { return w.ProjectStatus(p.Status) })
}

// project returns the name of a project, its partners and its note.
func (c *composer) project(p stat.Project) Cell {
	cell := c.name(p.Name)
	for _, partner := range p.Partners {
		cell = append(cell, c.remark(func(w *locale.Words) string {
			if partner.Role.Empty() {
				return w.Text(partner.Name)
			}
			return w.Label(w.Text(partner.Role), w.Text(partner.Name))
		}))
	}
	return append(cell, Part{Remark, c.text(p.Note)})
}

// projectFigures returns the figures of a project, each with its name, in a role.
func (c *composer) projectFigures(p stat.Project, role Role) Cell {
	var cell Cell
	for _, fig := range p.Figures {
		f, ok := c.Fact(fig.Fact)
		if !ok {
			continue
		}
		t := c.marked(c.fact(f, ""), f)
		for i, w := range c.words {
			t[i] = append(Inline{{Words: w.ProjectFigure(fig) + "  ", Tone: Quiet}}, t[i]...)
		}
		cell = append(cell, Part{role, t})
	}
	return cell
}

// milestones returns the milestones of all projects.
func (c *composer) milestones() []Chapter {
	if len(c.Milestones) == 0 {
		return nil
	}
	return []Chapter{{
		ID: "projects.milestones", Level: 2, Title: c.say(phrase("section.milestones")), Blocks: slices.Concat(c.timeline(), c.milestoneTable(c.Milestones)),
	}}
}

// milestoneTable returns milestones as a table.
func (c *composer) milestoneTable(milestones []edition.Milestone) []Block {
	cols := []Column{c.labels(0.18, "column.date"), c.labels(0.26, "column.project"), c.prose(0.56, "column.milestone")}
	var rows []Row
	for _, m := range milestones {
		date := c.main(func(w *locale.Words) string { return w.Date(m.Date) })
		if m.New {
			date = append(date, c.remark(phrase("milestone.new")))
		}
		rows = append(rows, Row{date, c.name(m.Project.Name), c.main(func(w *locale.Words) string { return milestoneText(w, m) })})
	}
	return table(cols, rows)
}

// milestoneText words a milestone: by the dataset's text, or else by its step.
func milestoneText(w *locale.Words, m edition.Milestone) string {
	if m.Text.Empty() {
		return w.Step(m.Step)
	}
	return w.Text(m.Text)
}
