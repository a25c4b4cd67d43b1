package document

import (
	"slices"
	"time"

	"nianbao/internal/chart"
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
)

// timeline shows the milestones of all projects on one axis, with the status of each project. Of a date without a day, the
// middle of the month is shown, with an open mark; a year alone has no place.
func (c *composer) timeline() []Block {
	dated := slices.DeleteFunc(slices.Clone(c.Milestones), func(m edition.Milestone) bool { return m.Date.Month == 0 })
	if len(dated) == 0 {
		return nil
	}
	data := chart.Chart{Kind: chart.Timeline}
	at := map[string]int{}
	first, last := dated[0].Date, dated[0].Date
	for _, m := range dated {
		i, ok := at[m.Project.Code]
		if !ok {
			i = len(data.Rows)
			at[m.Project.Code] = i
			data.Rows = append(data.Rows, c.lane(m.Project))
		}
		row := &data.Rows[i]
		row.Points = append(row.Points, c.step(m))
		for j, w := range c.words {
			row.Said[j] += w.Phrase("list.semicolon") + w.Date(m.Date) + w.Phrase("clause") + milestoneText(w, m)
		}
		if day(m.Date) < day(first) {
			first = m.Date
		}
		if day(m.Date) > day(last) {
			last = m.Date
		}
	}
	data.Steps = c.months(first, last)
	f := figure{of: wording.OfTimeline, title: phrase("figure.chart.timeline"), subtitle: filled("figure.chart.timeline.sub", first, last)}
	if slices.ContainsFunc(dated, func(m edition.Milestone) bool { return m.Date.Day == 0 }) {
		f.notes = []say{phrase("figure.chart.timeline.open")}
	}
	return c.draw(f, data)
}

// lane is the row of a project, without points.
func (c *composer) lane(p stat.Project) chart.Row {
	row := chart.Row{Name: c.plain(text(p.Name)), Status: make(chart.Words, len(c.words))}
	if i := slices.IndexFunc(c.Projects, func(other stat.Project) bool { return other.Code == p.Code }); i >= 0 {
		row.Status = c.plain(func(w *locale.Words) string { return w.ProjectStatus(c.Projects[i].Status) })
	}
	row.Said = spoken(row.Name, row.Status)
	return row
}

// months returns the first days of the months from one date to another as steps, or those of quarters or years if there
// are many.
func (c *composer) months(first, last stat.Date) []chart.Step {
	const most = 24
	every := 1
	for _, n := range []int{1, 3, 12} {
		if every = n; (last.Year-first.Year)*12+last.Month-first.Month < most*n {
			break
		}
	}
	var steps []chart.Step
	year, month := first.Year, (first.Month-1)/every*every+1
	for n := 0; year < last.Year || year == last.Year && month <= last.Month; n++ {
		d := stat.Date{Year: year, Month: month}
		name := c.plain(func(w *locale.Words) string { return w.AxisMonth(d, n == 0 || d.Month == 1) })
		steps = append(steps, chart.Step{Name: name, Day: day(stat.Date{Year: year, Month: month, Day: 1})})
		if month += every; month > 12 {
			year, month = year+1, month-12
		}
	}
	return steps
}

// step returns a milestone as a point. It is worded by its step, or, if that is "event", by the dataset's text if it is
// short.
func (c *composer) step(m edition.Milestone) chart.Point {
	p := chart.Point{Step: day(m.Date), When: c.plain(func(w *locale.Words) string { return w.InYear(m.Date) }), Open: m.Date.Day == 0}
	p.Words = c.plain(func(w *locale.Words) string { return w.Step(m.Step) })
	if m.Step == stat.StepEvent && !m.Text.Empty() {
		p.Words, p.Short = c.plain(text(m.Text)), p.Words
	}
	return p
}

// day numbers the days; a month stands for its middle.
func day(d stat.Date) int {
	if d.Day == 0 {
		d.Day = 15
	}
	return int(time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60))
}
