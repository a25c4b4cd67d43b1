package document

import (
	"slices"

	"nianbao/internal/chart"
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// leastCourse is how many values over the periods make a line.
const leastCourse = 3

// courses returns the growth over the periods of the indicators that have enough of it in per cent, by code: lines for a column
// of the table of the main indicators.
func (c *composer) courses() map[string]*chart.Row {
	if c.drawn != nil {
		return c.drawn
	}
	rows := map[string]*chart.Row{}
	for _, t := range c.Growing() {
		rates := slices.DeleteFunc(slices.Clone(t.Growth), func(f *stat.Fact) bool { return f != nil && f.Quantity.Unit != stat.PercentUnit })
		if len(rates) < len(t.Growth) {
			continue
		}
		row := c.course(text(t.Indicator.Name), rates, locale.FormPlain)
		if len(row.Points) >= leastCourse {
			rows[t.Indicator.Code] = &row
		}
	}
	c.drawn = rows
	return rows
}

// courseOf returns the line of a row's growth; nil if it has none.
func (c *composer) courseOf(r edition.Row) *chart.Row {
	if r.Growth == nil || r.Aside != nil || r.Period != c.Period {
		return nil
	}
	return c.courses()[r.Indicator.Code]
}

// courseCell says in words what a line shows.
func (c *composer) courseCell(course *chart.Row) Cell {
	if course == nil {
		return nil
	}
	t := make(Text, len(c.words))
	for i := range c.words {
		t[i] = Inline{{Words: course.Said[i]}}
	}
	return Cell{{Course, t}}
}

// courseNote tells what the scale of the lines of a table is.
func (c *composer) courseNote(courses []*chart.Row) say {
	low, high := chart.CoursesOf(courses, len(c.Periods)).Range()
	return filled("table.note.course", c.Periods[0], c.Period, low, high)
}
