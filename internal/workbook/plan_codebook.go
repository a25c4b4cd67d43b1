package workbook

import (
	"maps"
	"slices"
	"strings"

	"nianbao/internal/check"
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// meaning is a row of the codebook: what a column or a code means.
type meaning struct {
	kind  string // phrase: column or code
	where say    // the sheet of the column, or what the codes are of
	name  string // the header, or the code
	says  say
}

// codebookSheet says what every column of the sheets and every code in them means.
func (p *planner) codebookSheet(sheets []sheet) sheet {
	fields := slices.Concat(
		[]field[meaning]{
			word(p, "column.kind", wordWidth, func(w *locale.Words, m meaning) string { return w.Phrase(m.kind) }),
			word(p, "column.where", wordWidth+6, func(w *locale.Words, m meaning) string { return m.where(w) }),
			{p.column("column.name.or.code", text, nameWidth), func(m meaning) cell { return textCell(m.name) }},
		},
		texts(p, "column.meaning", pageWidth, func(w *locale.Words, m meaning) string { return m.says(w) }),
	)
	var rows []meaning
	for _, s := range sheets {
		rows = append(rows, columnsOf(s.name, s.table.columns)...)
	}
	var own []column
	for _, f := range fields {
		own = append(own, f.column)
	}
	rows = append(rows, columnsOf(p.codebook, own)...)
	rows = append(rows, csvColumns()...)
	rows = slices.Concat(rows, p.codeLists(), p.ownCodes(), p.shorthands())
	return p.sheet("codebook", tabulate("", fields, rows))
}

// columnsOf are the columns of a sheet.
func columnsOf(sheet string, columns []column) []meaning {
	var rows []meaning
	for _, c := range columns {
		key, where := c.key, sheet
		if strings.HasPrefix(key, "field.") {
			where += ", CSV"
		} else {
			key = "codebook." + key
		}
		rows = append(rows, meaning{"codebook.kind.column", literal(where), c.header, phrase(key)})
	}
	return rows
}

// csvColumns are the columns that only the CSV files beside the data have. A name means the same in each of them.
func csvColumns() []meaning {
	var rows []meaning
	for _, name := range locale.Fields() {
		if !slices.Contains(edition.DataColumns(), name) {
			rows = append(rows, meaning{"codebook.kind.column", literal("CSV"), name, phrase("field." + name)})
		}
	}
	return rows
}

func literal(s string) say { return func(*locale.Words) string { return s } }

// codeLists are the codes that the program knows.
func (p *planner) codeLists() []meaning {
	var rows []meaning
	for _, kind := range []string{"measure", "status", "qualifier", "basis", "operator", "project", "step", "honour", "tier", "kind", "project-figure", "implied", "standing", "yardstick", "why", "revision-kind"} {
		for _, code := range locale.CodeList(kind) {
			rows = append(rows, meaning{
				"codebook.kind.code", phrase("codebook.list." + kind), code,
				func(w *locale.Words) string { return w.CodeWord(kind, code) },
			})
		}
	}
	for _, code := range slices.Sorted(maps.Keys(p.Units)) {
		rows = append(rows, meaning{
			"codebook.kind.code", phrase("codebook.list.unit"), code,
			func(w *locale.Words) string { return w.Unit(code, 0) },
		})
	}
	for _, r := range check.Rules() {
		rows = append(rows, meaning{"codebook.kind.code", phrase("codebook.list.rule"), r.ID, textOf(r.Doc)})
	}
	return rows
}

// ownCodes are the codes of the area.
func (p *planner) ownCodes() []meaning {
	var rows []meaning
	add := func(list, code string, says say) {
		rows = append(rows, meaning{"codebook.kind.code", phrase("codebook.list." + list), code, says})
	}
	add("area", p.Area.Code, textOf(p.Area.Name))
	for _, s := range p.Area.Scopes {
		add("scope", s.Code, textOf(s.Name))
	}
	for _, s := range p.Area.Sources {
		add("source", s.Code, textOf(s.Title))
	}
	var codes []string
	for _, t := range p.Themes {
		add("theme", t.Code, textOf(t.Name))
	}
	for _, r := range p.named() {
		if !slices.Contains(codes, r.Code) {
			codes = append(codes, r.Code)
			add("indicator", r.Code, textOf(r.Name))
		}
	}
	for _, r := range p.Projects {
		add("project.own", r.Code, textOf(r.Name))
	}
	for _, r := range p.Recognitions {
		add("recognition", r.Code, textOf(r.Name))
	}
	for _, r := range p.Initiatives {
		add("initiative", r.Code, textOf(r.Name))
	}
	for _, group := range p.groups() {
		add("group", group, p.groupMeaning(group))
	}
	return rows
}

// named lists the indicators that have figures, ranks or targets, some of them more than once.
func (p *planner) named() []stat.Indicator {
	var list []stat.Indicator
	for _, r := range p.indicatorRows {
		list = append(list, r.Indicator)
	}
	for _, t := range p.AllTargets() {
		list = append(list, t.Indicator)
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

// groupMeaning tells an assessment, which has no name of its own, by the indicators that count its rankings.
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

// shorthands are the letters in square brackets.
func (p *planner) shorthands() []meaning {
	rows := []meaning{{"codebook.kind.code", phrase("codebook.list.shorthand"), "[note 1]", phrase("codebook.note.mark")}}
	seen := map[string]bool{"": true}
	for _, s := range stat.Statuses() {
		short := shorthand(s)
		if seen[short] {
			continue
		}
		seen[short] = true
		rows = append(rows, meaning{
			"codebook.kind.code", phrase("codebook.list.shorthand"), "[" + short + "]",
			func(w *locale.Words) string { return sharing(w, short) },
		})
	}
	return append(rows, meaning{"codebook.kind.code", phrase("codebook.list.shorthand"), "[r]", phrase("revised")})
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
