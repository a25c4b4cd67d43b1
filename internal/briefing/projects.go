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
	cols := []column{
		{part: 0.46, head: phrase("column.project")},
		{part: 0.34, head: phrase("column.figures"), right: true},
		{part: 0.20, head: phrase("column.status")},
	}
	var rows [][]cell
	for _, p := range b.e.Projects {
		rows = append(rows, []cell{b.projectCell(p), b.figuresCell(p), b.both(func(w *locale.Words) string { return w.ProjectStatus(p.Status) })})
	}
	b.investmentChart()
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
			item := paragraph{{w.ProjectFigure(fig) + "  ", label}, {b.figure(w, f, ""), b.cellStyle(i, w)}}
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
	b.timeline()
	cols := []column{
		{part: 0.20, head: phrase("column.date")},
		{part: 0.38, head: phrase("column.project")},
		{part: 0.42, head: phrase("column.milestone")},
	}
	var rows [][]cell
	for _, m := range steps {
		what := b.both(func(w *locale.Words) string { return milestoneText(w, m) })
		rows = append(rows, []cell{b.both(func(w *locale.Words) string { return w.Date(m.Date) }), b.both(text(m.Project.Name)), what})
	}
	b.table(cols, rows)
}
