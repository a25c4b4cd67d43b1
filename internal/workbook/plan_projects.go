package workbook

import (
	"slices"
	"strings"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// project is a row of the sheet of projects. Amounts in two currencies are never on one row: a project that
// has such has a row for each currency.
type project struct {
	stat.Project
	currency string
	money    map[string]*stat.Fact // by code of edition.Amounts
	facts    []*stat.Fact          // of all its figures
	other    map[stat.Lang]string  // figures without a column, in words
}

func (p *planner) projects() ([]project, error) {
	var rows []project
	for _, sp := range p.Projects {
		row := project{Project: sp, other: map[stat.Lang]string{}}
		for _, w := range p.words {
			said, err := p.OtherFigures(w, sp)
			if err != nil {
				return nil, err
			}
			row.other[w.Lang()] = said
		}
		for _, fig := range sp.Figures {
			if f, ok := p.Fact(fig.Fact); ok {
				row.facts = append(row.facts, f)
			}
		}
		rows = append(rows, p.byCurrency(row)...)
	}
	return rows, nil
}

// byCurrency makes a row for each currency, in the order of the project's figures, and one if there is none.
func (p *planner) byCurrency(row project) []project {
	var rows []project
	for _, fig := range row.Figures {
		f := p.Amount(row.Project, fig.Code)
		if f == nil {
			continue
		}
		i := slices.IndexFunc(rows, func(r project) bool { return r.currency == f.Quantity.Unit })
		if i < 0 {
			i = len(rows)
			next := row
			next.currency, next.money = f.Quantity.Unit, map[string]*stat.Fact{}
			rows = append(rows, next)
		}
		rows[i].money[fig.Code] = f
	}
	if rows == nil {
		return []project{row}
	}
	return rows
}

func (p *planner) projectsSheet() sheet {
	fields := slices.Concat(
		[]field[project]{
			code(p, "column.code", func(r project) string { return r.Code }),
			word(p, "column.theme", themeWidth, func(w *locale.Words, r project) string { return p.themeName(w, r.Theme) }),
		},
		texts(p, "column.project", nameWidth, func(w *locale.Words, r project) string { return w.Text(r.Name) }),
		[]field[project]{word(p, "column.status", wordWidth, func(w *locale.Words, r project) string { return w.ProjectStatus(r.Status) })},
		p.moneyFields(),
		[]field[project]{
			spare(word(p, "column.figures.about", wordWidth, p.moneyRemarks)),
			word(p, "column.partners", nameWidth, func(w *locale.Words, r project) string { return edition.Partners(w, r.Project) }),
		},
		p.endFields("first"),
		p.endFields("last"),
		[]field[project]{
			spare(word(p, "column.figures.other", nameWidth, func(w *locale.Words, r project) string { return r.other[w.Lang()] })),
			spare(word(p, "column.note", noteWidth, func(w *locale.Words, r project) string { return w.Text(r.Note) })),
			marks(p, func(r project) []*stat.Fact { return r.facts }),
			source(p, func(r project) []stat.Provenance { return r.Provenance }),
		},
	)
	return p.marked("projects", tabulate("", fields, p.projectRows))
}

// moneyFields are the currency, and each kind of amount in units of it: in millions of one and thousands of
// another they could not be added up.
func (p *planner) moneyFields() []field[project] {
	fields := []field[project]{code(p, currencyColumn, func(r project) string { return r.currency })}
	for _, key := range edition.Amounts() {
		header := p.both(func(w *locale.Words) string {
			return amountName(w, key) + w.Parenthesis(w.Phrase("column.in.currency"))
		})
		fields = append(fields, field[project]{column{key: moneyColumn(key), header: header, kind: number, limit: figureWidth, spare: true}, func(r project) cell {
			return moneyCell(r.money[key])
		}})
	}
	return fields
}

func moneyColumn(code string) string { return "column.money." + code }

func amountName(w *locale.Words, code string) string {
	return w.ProjectFigure(stat.ProjectFigure{Code: code})
}

func moneyCell(f *stat.Fact) cell {
	if f == nil || !f.Status.HasValue() {
		return cell{kind: blank}
	}
	return baseCell(f.Quantity.Base())
}

// moneyRemarks says what is not plain about the amounts: that one is expected, or only about right.
func (p *planner) moneyRemarks(w *locale.Words, r project) string {
	var parts []string
	for _, key := range edition.Amounts() {
		f := r.money[key]
		if f == nil {
			continue
		}
		label := amountName(w, key)
		if f.Status != stat.Normal {
			parts = append(parts, w.Label(label, w.Status(f.Status)))
		}
		if f.Qualifier != stat.Exactly {
			parts = append(parts, w.Label(label, w.Qualifier(f.Qualifier)))
		}
	}
	return strings.Join(parts, w.Phrase("list.semicolon"))
}

// endFields are the first or the last milestone of a project, with its day. A date of which only the month or year
// is known stands with the milestone.
func (p *planner) endFields(which string) []field[project] {
	key := "column.milestone." + which
	end := func(r project) *stat.Milestone {
		first, last := edition.Ends(r.Project)
		if which == "first" {
			return first
		}
		return last
	}
	return []field[project]{
		word(p, key, wordWidth, func(w *locale.Words, r project) string {
			m := end(r)
			if m == nil {
				return ""
			}
			said := w.Step(m.Step)
			if m.Date.Day == 0 && !m.Date.IsZero() {
				said += w.Parenthesis(w.Date(m.Date))
			}
			return said
		}),
		{p.column(key+".date", date, figureWidth), func(r project) cell {
			if m := end(r); m != nil {
				return dayCell(m.Date)
			}
			return cell{kind: blank}
		}},
	}
}

// themeName names a theme, which can have no rows of its own; an unknown one stands for itself.
func (p *planner) themeName(w *locale.Words, code string) string {
	for _, t := range p.Themes {
		if t.Code == code {
			return w.Text(t.Name)
		}
	}
	return code
}
