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
		[]field[row]{code(p, "column.code", func(r row) string { return r.Project.Code })},
		[]field[row]{
			word(p, "column.project", nameWidth, func(w *locale.Words, r row) string { return w.Text(r.Project.Name) }),
			word(p, "column.step", wordWidth, func(w *locale.Words, r row) string { return w.Step(r.Step) }),
			spare(word(p, "column.milestone", noteWidth, func(w *locale.Words, r row) string { return w.Text(r.Text) })),
			source(p, func(r row) []stat.Provenance { return r.Provenance }),
		},
	)
	return p.sourced("milestones", tabulate(fields, p.Milestones))
}

func (p *planner) recognitionsSheet() sheet {
	type row = stat.Recognition
	fields := slices.Concat(
		[]field[row]{
			code(p, "column.code", func(r row) string { return r.Code }),
			word(p, "column.theme", themeWidth, func(w *locale.Words, r row) string { return p.themeName(w, r.Theme) }),
			word(p, "column.name", noteWidth, func(w *locale.Words, r row) string { return w.Text(r.Name) }),
			word(p, "column.holder", nameWidth, func(w *locale.Words, r row) string { return w.Text(r.Holder) }),
			word(p, "column.tier", wordWidth, func(w *locale.Words, r row) string { return w.Tier(r.Tier) }),
			word(p, "column.honour", wordWidth, func(w *locale.Words, r row) string { return w.Honour(r.Honour) }),
		},
		dates(p, func(r row) stat.Date { return r.Date }),
		[]field[row]{
			spare(word(p, "column.note", noteWidth, func(w *locale.Words, r row) string { return w.Text(r.Note) })),
			source(p, func(r row) []stat.Provenance { return r.Provenance }),
		},
	)
	return p.sourced("recognitions", tabulate(fields, p.Recognitions))
}

func (p *planner) initiativesSheet() sheet {
	type row = stat.Initiative
	fields := slices.Concat(
		[]field[row]{
			code(p, "column.code", func(r row) string { return r.Code }),
			word(p, "column.theme", themeWidth, func(w *locale.Words, r row) string { return p.themeName(w, r.Theme) }),
			word(p, "column.kind", wordWidth, func(w *locale.Words, r row) string { return w.Kind(r.Kind) }),
			word(p, "column.name", noteWidth, func(w *locale.Words, r row) string { return w.Text(r.Name) }),
		},
		dates(p, func(r row) stat.Date { return r.Date }),
		[]field[row]{
			spare(word(p, "column.note", noteWidth, func(w *locale.Words, r row) string { return w.Text(r.Note) })),
			source(p, func(r row) []stat.Provenance { return r.Provenance }),
		},
	)
	return p.sourced("initiatives", tabulate(fields, p.Initiatives))
}
