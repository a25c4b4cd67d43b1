package workbook

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
	"nianbao/internal/xlsx"
)

// project is a row of the sheet of projects. Amounts in two currencies are never on one row: a project with both has a
// row for each.
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
		for _, w := range p.Words {
			said, err := wording.OtherFigures(w, p.Edition, sp)
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

// byCurrency makes a row for each currency, in the order of the project's figures, and one row if there is none.
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

// projectsSheet has the figures and days of the projects.
func (p *planner) projectsSheet() sheet {
	fields := slices.Concat(
		[]field[project]{code(p, "column.code", func(r project) string { return r.Code })},
		texts(p, "column.project", nameWidth, func(w *locale.Words, r project) string { return w.Text(r.Name) }),
		[]field[project]{
			word(p, "column.status", wordWidth, func(w *locale.Words, r project) string { return w.ProjectStatus(r.Status) }),
		},
		p.moneyFields(),
		p.endFields(),
		[]field[project]{marks(p, func(r project) []*stat.Fact { return r.facts })},
	)
	return p.figures("projects", tabulate("projects", fields, p.projectRows))
}

// detailsSheet has what is said of the projects in words.
func (p *planner) detailsSheet() sheet {
	fields := []field[project]{
		code(p, "column.code", func(r project) string { return r.Code }),
		lines(p, "column.project", nameWidth, func(w *locale.Words, r project) string { return w.Text(r.Name) }),
		spare(lines(p, "column.partners", noteWidth, func(w *locale.Words, r project) string { return wording.Partners(w, r.Project) })),
		spare(lines(p, "column.milestone.ends", wordWidth, milestoneEnds)),
		spare(lines(p, "column.remarks", noteWidth, p.remarks)),
		source(p, func(r project) []stat.Provenance { return r.Provenance }),
	}
	return p.list("details", tabulate("details", fields, p.projectRows))
}

// moneyFields returns the currency column and a column for each kind of amount, in base units: amounts in different
// powers of ten could not be added up.
func (p *planner) moneyFields() []field[project] {
	fields := []field[project]{spare(code(p, currencyColumn, func(r project) string { return r.currency }))}
	for _, key := range edition.Amounts() {
		header := p.both(func(w *locale.Words) string {
			return amountName(w, key) + w.Parenthesis(w.Phrase("column.in.currency"))
		})
		fields = append(fields, spare(field[project]{
			column{Column: xlsx.Column{Key: moneyColumn(key), Header: header, Kind: xlsx.Number, Limit: figureWidth}},
			func(r project) xlsx.Cell { return moneyCell(r.money[key]) },
		}))
	}
	return fields
}

func moneyColumn(code string) string { return "column.money." + code }

func amountName(w *locale.Words, code string) string {
	return w.ProjectFigure(stat.ProjectFigure{Code: code})
}

// moneyCell is an amount in units of its currency.
func moneyCell(f *stat.Fact) xlsx.Cell {
	if f == nil {
		return xlsx.Cell{Kind: xlsx.Blank}
	}
	c := xlsx.Cell{Kind: xlsx.Blank}
	if f.Status.HasValue() {
		c = baseCell(f.Quantity.Base())
	}
	return formulaCell(c, given("obs_value", f.ID, fmt.Sprintf("ROUND(%s,%d)", times(valueOf(f), f.Quantity.Mult), max(int(c.Decimals), finer))))
}

// remarks words the figures without a column, qualifications of the amounts, such as expected or approximate, and the
// dataset's note.
func (p *planner) remarks(w *locale.Words, r project) string {
	parts := []string{r.other[w.Lang()]}
	for _, key := range edition.Amounts() {
		f := r.money[key]
		if f == nil {
			continue
		}
		label := amountName(w, key)
		if f.Status != stat.Normal {
			parts = append(parts, w.Label(label, statusWords(w, f.Status)))
		}
		if f.Qualifier != stat.Exactly {
			parts = append(parts, w.Label(label, w.Qualifier(f.Qualifier)))
		}
	}
	parts = append(parts, w.Text(r.Note))
	parts = slices.DeleteFunc(parts, func(part string) bool { return part == "" })
	return strings.Join(parts, w.Phrase("list.semicolon"))
}

// milestoneEnds words the first and the last milestone of a project. A date that no cell for dates can hold
// is given with the milestone.
func milestoneEnds(w *locale.Words, r project) string {
	named := func(m *stat.Milestone) string {
		if hasCell(m.Date) || m.Date.IsZero() {
			return w.Step(m.Step)
		}
		return w.Step(m.Step) + w.Parenthesis(w.Date(m.Date))
	}
	switch first, last := edition.Ends(r.Project); {
	case first == nil:
		return ""
	case first == last:
		return named(first)
	default:
		return named(first) + w.Phrase("list.semicolon") + named(last)
	}
}

// endFields returns the days of the first and the last milestone of a project.
func (p *planner) endFields() []field[project] {
	day := func(m *stat.Milestone) xlsx.Cell {
		if m == nil {
			return xlsx.Cell{Kind: xlsx.Blank}
		}
		return dayCell(m.Date)
	}
	return []field[project]{
		spare(field[project]{p.column("column.milestone.first.date", xlsx.Date, figureWidth), func(r project) xlsx.Cell {
			first, _ := edition.Ends(r.Project)
			return day(first)
		}}),
		spare(field[project]{p.column("column.milestone.last.date", xlsx.Date, figureWidth), func(r project) xlsx.Cell {
			_, last := edition.Ends(r.Project)
			return day(last)
		}}),
	}
}

// themeName names a theme, which may have no rows of its own; an unknown one is returned unchanged.
func (p *planner) themeName(w *locale.Words, code string) string {
	for _, t := range p.Themes {
		if t.Code == code {
			return w.Text(t.Name)
		}
	}
	return code
}
