package briefing

import (
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// projects sets the sentences on projects, the table of projects, and the milestones in order of time.
func (b *builder) projects() {
	if len(b.e.Projects) == 0 && len(b.e.Sentences("projects")) == 0 {
		return
	}
	b.heading(phrase("section.projects"))
	b.sentences("projects")
	cols := append(b.wordColumns(0.54, phrase("column.project")), []column{
		{part: 0.32, head: phrase("column.figures")},
		{part: 0.14, head: phrase("column.status")},
	}...)
	var rows [][]cell
	for _, p := range b.e.Projects {
		status := b.both(func(w *locale.Words) string { return w.ProjectStatus(p.Status) })
		rows = append(rows, append(b.wordCells(func() cell { return b.projectCell(p) }), b.figuresCell(p), status))
	}
	b.plots((*plotter).investment)
	b.table(cols, rows)
	b.milestones(b.e.Milestones)
}

func (b *builder) projectCell(p stat.Project) cell {
	c := b.both(text(p.Name))
	for _, partner := range p.Partners {
		c = append(c, b.small(func(w *locale.Words) string {
			if partner.Role.Empty() {
				return w.Text(partner.Name)
			}
			return w.Label(w.Text(partner.Role), w.Text(partner.Name))
		})...)
	}
	return append(c, b.small(text(p.Note))...)
}

func (b *builder) figuresCell(p stat.Project) cell {
	var c cell
	for _, fig := range p.Figures {
		f, ok := b.e.Fact(fig.Fact)
		if !ok {
			continue
		}
		for i, w := range b.words {
			label := b.cellStyle(1, w)
			item := paragraph{{w.ProjectFigure(fig) + "  ", label}, {b.figure(w, f, ""), b.cellStyle(i, w).of(f.ID)}}
			if i == 0 {
				item = append(item, b.marks(w, f)...)
			}
			c = append(c, item)
		}
	}
	return c
}

func (b *builder) milestones(steps []edition.Milestone) {
	if len(steps) == 0 {
		return
	}
	b.subheading(phrase("section.milestones"))
	b.plots((*plotter).timeline)
	cols := append([]column{
		{part: 0.18, head: phrase("column.date")},
		{part: 0.26, head: phrase("column.project")},
	}, b.wordColumns(0.56, phrase("column.milestone"))...)
	var rows [][]cell
	for _, m := range steps {
		what := b.wordCells(func() cell { return b.both(func(w *locale.Words) string { return milestoneText(w, m) }) })
		date := b.both(func(w *locale.Words) string { return w.Date(m.Date) })
		if m.New {
			date = append(date, b.small(phrase("milestone.new"))...)
		}
		rows = append(rows, append([]cell{date, b.both(text(m.Project.Name))}, what...))
	}
	b.table(cols, rows)
}
