package briefing

import (
	"strings"
	"time"

	"nianbao/internal/chart"
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// timeline sets the milestones of each project on a lane. Only dates known to the day can be placed.
func (p *plotter) timeline() []plot {
	var lanes [][]edition.Milestone
	at := map[string]int{}
	for _, m := range p.e.Milestones {
		if m.Date.Day == 0 {
			continue
		}
		i, ok := at[m.Project.Code]
		if !ok {
			i = len(lanes)
			at[m.Project.Code] = i
			lanes = append(lanes, nil)
		}
		lanes[i] = append(lanes[i], m)
	}
	if len(lanes) == 0 {
		return nil
	}
	c := chart.Chart{Kind: chart.Timeline}
	for _, lane := range lanes {
		c.Rows = append(c.Rows, p.lane(lane))
	}
	return []plot{{title: p.in(phrase("figure.chart.timeline")), data: c}}
}

func (p *plotter) lane(lane []edition.Milestone) chart.Row {
	row := chart.Row{Name: p.in(text(lane[0].Project.Name))}
	for _, m := range lane {
		row.Points = append(row.Points, p.milestone(m))
	}
	row.Said = p.in(func(w *locale.Words) string {
		said := make([]string, len(lane))
		for i, m := range lane {
			said[i] = strings.TrimSpace(w.Text(m.Project.Name) + " " + w.Date(m.Date) + w.Phrase("clause") + milestoneText(w, m))
		}
		return strings.Join(said, w.Phrase("list.semicolon"))
	})
	return row
}

// milestone is a day and its step: in a word, or where that is "event", in the dataset's words if there is room.
func (p *plotter) milestone(m edition.Milestone) chart.Point {
	step := func(w *locale.Words) string { return w.Step(m.Step) }
	point := chart.Point{Step: day(m.Date), When: p.in(func(w *locale.Words) string { return w.Date(m.Date) }), Words: p.in(step)}
	if m.Step != stat.StepEvent {
		return point
	}
	point.Short = make(chart.Words, len(p.words))
	for i, w := range p.words {
		if said := w.Text(m.Text); said != "" {
			point.Words[i], point.Short[i] = said, point.Words[i]
		}
	}
	return point
}

// milestoneText is what happened: in the dataset's words, or in the step's own.
func milestoneText(w *locale.Words, m edition.Milestone) string {
	if m.Text.Empty() {
		return w.Step(m.Step)
	}
	return w.Text(m.Text)
}

// day numbers the days.
func day(d stat.Date) int {
	return int(time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60))
}
