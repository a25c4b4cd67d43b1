package document

import (
	"slices"

	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// labels returns a column of names, words or dates.
func (c *composer) labels(share float64, key string) Column {
	return Column{c.say(phrase(key)), Labels, share}
}

// prose returns a column of mostly words.
func (c *composer) prose(share float64, key string) Column {
	return Column{c.say(phrase(key)), Prose, share}
}

// figures returns a column of figures.
func (c *composer) figures(share float64, key string) Column {
	return Column{c.say(phrase(key)), Figures, share}
}

// table returns a table as a block, or nothing if it has no rows.
func table(cols []Column, rows []Row) []Block {
	if len(rows) == 0 {
		return nil
	}
	return []Block{&Table{Columns: cols, Rows: rows}}
}

// main returns a cell with a main part.
func (c *composer) main(s say) Cell { return Cell{{Main, c.say(s)}} }

// name returns a cell with a text of the dataset.
func (c *composer) name(t stat.Text) Cell { return Cell{{Main, c.text(t)}} }

// remark returns small print in a cell.
func (c *composer) remark(s say) Part { return Part{Remark, c.say(s)} }

// factCell words a fact with its marks, including that of a revision, and its status if it is unusual.
func (c *composer) factCell(f *stat.Fact, form string) Cell {
	if f == nil {
		return nil
	}
	return c.figureCell(c.fact(f, form), f, c.Revised(f))
}

// figureCell is factCell for words of a figure that are given.
func (c *composer) figureCell(t Text, f *stat.Fact, revised bool) Cell {
	t = c.marked(t, f)
	if revised {
		c.marker(t, phrase("revised.mark"))
	}
	cell := Cell{{Main, t}}
	if c.Unusual(f, f.Status) {
		cell = append(cell, c.status(f.Status))
	}
	return cell
}

// marker adds a sign with one general explanation behind a text.
func (c *composer) marker(t Text, sign say) {
	for i, w := range c.words {
		last := &t[i][len(t[i])-1]
		last.Marks = append(last.Marks[:len(last.Marks):len(last.Marks)], Mark{Words: sign(w)})
	}
}

func (c *composer) status(s stat.Status) Part {
	return Part{Tag, c.say(func(w *locale.Words) string { return w.Status(s) })}
}

// period returns small print that names a period.
func (c *composer) period(p stat.Period) Part {
	return Part{Tag, c.say(func(w *locale.Words) string { return w.Period(p) })}
}

// date returns small print that names a day.
func (c *composer) date(d stat.Date) Part {
	return c.remark(func(w *locale.Words) string { return w.Date(d) })
}

// Without returns the table without its columns of a kind; the first column has their share of the width.
func (t *Table) Without(kind ColumnKind) *Table {
	if !slices.ContainsFunc(t.Columns, func(c Column) bool { return c.Kind == kind }) {
		return t
	}
	out := *t
	out.Columns, out.Rows = nil, make([]Row, len(t.Rows))
	for i, col := range t.Columns {
		if col.Kind == kind {
			out.Columns[0].Share += col.Share
			continue
		}
		out.Columns = append(out.Columns, col)
		for r, row := range t.Rows {
			out.Rows[r] = append(out.Rows[r], row[i])
		}
	}
	return &out
}
