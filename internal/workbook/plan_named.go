package workbook

import (
	"slices"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

func (p *planner) milestonesSheet() sheet {
	type row = edition.Milestone
	fields := slices.Concat(
		dates(p, func(r row) stat.Date { return r.Date }),
		[]field[row]{
			code(p, "column.code", func(r row) string { return r.Project.Code }),
			lines(p, "column.project", nameWidth, func(w *locale.Words, r row) string { return w.Text(r.Project.Name) }),
			lines(p, "column.step", wordWidth, func(w *locale.Words, r row) string { return w.Step(r.Step) }),
			spare(lines(p, "column.milestone", noteWidth, func(w *locale.Words, r row) string { return w.Text(r.Text) })),
			source(p, func(r row) []stat.Provenance { return r.Provenance }),
		},
	)
	return p.list("milestones", tabulate("milestones", fields, p.Milestones))
}

func (p *planner) recognitionsSheet() sheet {
	type row = stat.Recognition
	fields := slices.Concat(
		[]field[row]{
			code(p, "column.code", func(r row) string { return r.Code }),
			lines(p, "column.name", noteWidth, func(w *locale.Words, r row) string { return w.Text(r.Name) }),
			lines(p, "column.holder", nameWidth, func(w *locale.Words, r row) string { return w.Text(r.Holder) }),
			lines(p, "column.tier", wordWidth, func(w *locale.Words, r row) string { return w.Tier(r.Tier) }),
			lines(p, "column.honour", wordWidth, func(w *locale.Words, r row) string { return w.Honour(r.Honour) }),
		},
		dates(p, func(r row) stat.Date { return r.Date }),
		[]field[row]{
			lines(p, "column.theme", wordWidth, func(w *locale.Words, r row) string { return p.themeName(w, r.Theme) }),
			spare(lines(p, "column.note", noteWidth, func(w *locale.Words, r row) string { return w.Text(r.Note) })),
			source(p, func(r row) []stat.Provenance { return r.Provenance }),
		},
	)
	return p.list("recognitions", tabulate("recognitions", fields, p.Recognitions))
}

func (p *planner) initiativesSheet() sheet {
	type row = stat.Initiative
	fields := slices.Concat(
		[]field[row]{
			code(p, "column.code", func(r row) string { return r.Code }),
			lines(p, "column.name", noteWidth, func(w *locale.Words, r row) string { return w.Text(r.Name) }),
			lines(p, "column.kind", wordWidth, func(w *locale.Words, r row) string { return w.Kind(r.Kind) }),
		},
		dates(p, func(r row) stat.Date { return r.Date }),
		[]field[row]{
			lines(p, "column.theme", wordWidth, func(w *locale.Words, r row) string { return p.themeName(w, r.Theme) }),
			spare(lines(p, "column.note", noteWidth, func(w *locale.Words, r row) string { return w.Text(r.Note) })),
			source(p, func(r row) []stat.Provenance { return r.Provenance }),
		},
	)
	return p.list("initiatives", tabulate("initiatives", fields, p.Initiatives))
}
