package workbook

import (
	"maps"
	"slices"
	"strings"

	"nianbao/internal/check"
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
	"nianbao/internal/xlsx"
)

// meaning is a row of the codebook: the meaning of a column or a code.
type meaning struct {
	kind  string // column or code, as in the cell
	where string // the sheet of the column, or the list of the code, as in the cell
	name  string // the header, or the code
	says  say
	blank string // key of what a blank cell of the column means; "" if it has none
	found string // machine name of the column; "" for a code
}

// codebookSheet explains every column of the sheets and every code in them.
func (p *planner) codebookSheet(sheets []sheet) sheet {
	fields := slices.Concat(
		[]field[meaning]{
			{p.column("column.kind", xlsx.Text, wordWidth), func(m meaning) xlsx.Cell { return textCell(m.kind) }},
			{p.column("column.where", xlsx.Text, wordWidth+6), func(m meaning) xlsx.Cell { return textCell(m.where) }},
			{p.column("column.name.or.code", xlsx.Text, nameWidth), func(m meaning) xlsx.Cell { return textCell(m.name) }},
		},
		texts(p, "column.meaning", pageWidth, func(w *locale.Words, m meaning) string { return m.says(w) }),
		[]field[meaning]{word(p, "column.blank", noteWidth, func(w *locale.Words, m meaning) string {
			if m.blank == "" {
				return ""
			}
			return w.Phrase(m.blank)
		}), {p.column("column.machine.name", xlsx.Text, machineWidth), func(m meaning) xlsx.Cell { return textCell(m.found) }}},
	)
	own := tabulate("codebook", fields, nil)
	c := &codebook{planner: p, column: p.both(phrase("codebook.kind.column")), code: p.both(phrase("codebook.kind.code"))}
	for _, s := range sheets {
		for i, t := range s.Tables {
			c.addColumns(s.Name, t, s.columns[i])
		}
	}
	c.addColumns(p.codebook, own.written(), own.columns)
	c.addFields()
	c.addLists()
	c.addOwn()
	c.addShorthands()
	s := p.prose("codebook", tabulate("codebook", fields, c.rows))
	s.Aside = true
	return s
}

// codebook is the codebook being built.
type codebook struct {
	*planner
	column, code string // the kinds of rows, as in the cell
	rows         []meaning
}

// alsoCSV is added to the name of a sheet whose columns are also in the CSV files.
const alsoCSV = ", CSV"

// addColumns adds the columns of a table on a sheet. The codebook itself is not filled yet: its columns have no blanks
// worth a word.
func (c *codebook) addColumns(sheet string, t xlsx.Table, columns []column) {
	for i, one := range columns {
		key, where := one.Key, sheet
		if strings.HasPrefix(key, "field.") {
			where += alsoCSV
		} else {
			key = "codebook." + strings.TrimSuffix(key, "."+one.of)
		}
		blank := ""
		if slices.ContainsFunc(t.Rows, func(row []xlsx.Cell) bool { return row[i].Kind == xlsx.Blank }) {
			blank = one.meansBlank()
		}
		c.rows = append(c.rows, meaning{c.column, where, one.Header, phrase(key), blank, t.Name + "." + one.machineName()})
	}
}

// meansBlank is the key of what a blank cell in the column means: one thing in each column.
func (c column) meansBlank() string {
	switch {
	case c.blank != "":
		return c.blank
	case c.Kind == xlsx.Number:
		return "blank.figure"
	case c.Kind == xlsx.Date:
		return "blank.date"
	default:
		return "blank.text"
	}
}

// addFields adds the columns that only the CSV files other than the data file have. A name has the same meaning in each
// of them.
func (c *codebook) addFields() {
	known := wording.DataColumns()
	for _, name := range locale.Fields() {
		if !slices.Contains(known, name) {
			c.rows = append(c.rows, meaning{c.column, "CSV", name, phrase("field." + name), "", ""})
		}
	}
}

// list returns a function that adds codes to a list.
func (c *codebook) list(name string) func(code string, says say) {
	where := c.both(phrase("codebook.list." + name))
	return func(code string, says say) { c.rows = append(c.rows, meaning{c.code, where, code, says, "", ""}) }
}

// addLists adds the program's codes.
func (c *codebook) addLists() {
	for _, kind := range []string{"measure", "status", "qualifier", "basis", "growth-kind", "only", "accumulation", "frequency", "operator", "project", "step", "honour", "tier", "kind", "project-figure", "implied", "standing", "yardstick", "why", "turn", "revision-kind", "timing", "known", "direction"} {
		add := c.list(kind)
		for _, code := range locale.CodeList(kind) {
			add(code, func(w *locale.Words) string { return w.CodeWord(kind, code) })
		}
	}
	add := c.list("unit")
	for _, code := range slices.Sorted(maps.Keys(c.Units)) {
		add(code, func(w *locale.Words) string { return w.Unit(code, 0) })
	}
	if !c.Draft {
		return // which has no findings
	}
	add = c.list("rule")
	for _, r := range check.Rules() {
		add(r.ID, textOf(r.Doc))
	}
}

// addOwn adds the area's codes.
func (c *codebook) addOwn() {
	c.list("area")(c.Area.Code, textOf(c.Area.Name))
	addNamed(c, "scope", c.Area.Scopes, func(s stat.Scope) (string, stat.Text) { return s.Code, s.Name })
	addNamed(c, "source", c.Area.Sources, func(s stat.Source) (string, stat.Text) { return s.Code, s.Title })
	addNamed(c, "theme", c.Themes, func(t edition.Theme) (string, stat.Text) { return t.Code, t.Name })
	addNamed(c, "indicator", c.named(), func(i *stat.Indicator) (string, stat.Text) { return i.Code, i.Name })
	addNamed(c, "project.own", c.Projects, func(p stat.Project) (string, stat.Text) { return p.Code, p.Name })
	addNamed(c, "recognition", c.Recognitions, func(r stat.Recognition) (string, stat.Text) { return r.Code, r.Name })
	addNamed(c, "initiative", c.Initiatives, func(i stat.Initiative) (string, stat.Text) { return i.Code, i.Name })
	add := c.list("group")
	for _, group := range c.groups() {
		add(group, c.groupMeaning(group))
	}
}

// addNamed adds the codes of named things, without duplicates.
func addNamed[T any](c *codebook, list string, items []T, of func(T) (code string, name stat.Text)) {
	add, seen := c.list(list), map[string]bool{}
	for _, item := range items {
		if code, name := of(item); !seen[code] {
			seen[code] = true
			add(code, textOf(name))
		}
	}
}

// addShorthands adds the letters in square brackets.
func (c *codebook) addShorthands() {
	add := c.list("shorthand")
	add("[note 1]", phrase("codebook.note.mark"))
	seen := map[string]bool{"": true}
	for _, s := range stat.Statuses() {
		short := shorthand(s)
		if seen[short] {
			continue
		}
		seen[short] = true
		add("["+short+"]", func(w *locale.Words) string { return sharing(w, short) })
	}
	add("[r]", phrase("revised"))
}

// named lists the indicators with figures, ranks or targets; some occur more than once.
func (p *planner) named() []*stat.Indicator {
	var list []*stat.Indicator
	for i := range p.indicatorRows {
		list = append(list, &p.indicatorRows[i].Indicator)
	}
	targets := p.AllTargets()
	for i := range targets {
		list = append(list, &targets[i].Indicator)
	}
	return list
}

// groups lists the assessments that rankings are part of.
func (p *planner) groups() []string {
	var groups []string
	for _, r := range p.Rankings {
		if g := r.Fact.Ranking.Group; g != "" && !slices.Contains(groups, g) {
			groups = append(groups, g)
		}
	}
	return groups
}

// groupMeaning describes an assessment, which has no name, by the indicators that count its rankings.
func (p *planner) groupMeaning(group string) say {
	return func(w *locale.Words) string {
		var names []string
		for _, r := range p.indicatorRows {
			if t := r.Indicator.Tally; t != nil && t.Group == group {
				names = append(names, w.Text(r.Indicator.Name))
			}
		}
		if names == nil {
			return w.Phrase("codebook.group")
		}
		return w.Fill("codebook.group.counted", strings.Join(names, w.Phrase("list.semicolon")))
	}
}

// sharing names the statuses that share a shorthand.
func sharing(w *locale.Words, short string) string {
	var names []string
	for _, s := range stat.Statuses() {
		if shorthand(s) == short {
			names = append(names, w.Status(s))
		}
	}
	return strings.Join(names, w.Phrase("list.semicolon"))
}
