package document

import (
	"nianbao/internal/chart"
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// outline is the rows of a table of indicators, some of which stand below others.
type outline struct {
	*composer
	rows   []Row
	levels []Level
	below  bool // some row stands below another

	courses map[int]*chart.Row // by row; nil if no row has one
}

// add adds a row, behind the heading that its branch begins.
func (o *outline) add(b edition.Branch, row Row) {
	if !b.Heading.Empty() {
		o.head(Cell{o.remark(text(b.Heading))}, len(row), b.Depth)
	}
	o.rows, o.levels = append(o.rows, row), append(o.levels, Level{Depth: b.Depth})
	o.below = o.below || b.Depth > 0
}

// head adds a row of so many cells that heads those after it.
func (o *outline) head(name Cell, cells, depth int) {
	row := make(Row, cells)
	row[0] = name
	o.rows, o.levels = append(o.rows, row), append(o.levels, Level{depth, true})
	o.below = true
}

// course gives the last row a line of its growth, unless it is nil.
func (o *outline) course(row *chart.Row) {
	if row == nil {
		return
	}
	if o.courses == nil {
		o.courses = map[int]*chart.Row{}
	}
	o.courses[len(o.rows)-1] = row
}

// table returns the rows as a table, or nothing if there are none.
func (o *outline) table(cols []Column) []Block {
	blocks := table(cols, o.rows)
	if o.below {
		blocks[0].(*Table).Levels = o.levels
	}
	if len(o.courses) > 0 {
		t := blocks[0].(*Table)
		t.Courses, t.Steps = make([]*chart.Row, len(o.rows)), len(o.Periods)
		for i, row := range o.courses {
			t.Courses[i] = row
		}
	}
	return blocks
}

// outlined returns a table with a row for each of some items, in the order in which their indicators are shown.
func outlined[T any](c *composer, cols []Column, items []T, of func(T) stat.Indicator, row func(edition.Branch, T) Row) []Block {
	codes := make([]string, len(items))
	for i, item := range items {
		codes[i] = of(item).Code
	}
	o := outline{composer: c}
	for _, b := range c.Outline(codes) {
		o.add(b, row(b, items[b.Index]))
	}
	return o.table(cols)
}

// branchName names an indicator in its place among others.
func (c *composer) branchName(b edition.Branch, ind stat.Indicator) Cell {
	if !b.Within {
		return c.name(ind.Name)
	}
	return c.main(func(w *locale.Words) string { return w.Fill("row.within", ind.Name) })
}
