package document

import (
	"slices"

	"nianbao/internal/edition"
)

// leaflet returns what the brief of four pages has behind its first: a table of the main indicators, positions and projects,
// targets and sources. It has no text and no notes but on sources, and each page starts with what leaders ask for first.
func (c *composer) leaflet() []Section {
	positions := &Chapter{ID: "rankings", Level: 1, Title: c.say(phrase("section.rankings")), Blocks: slices.Concat(c.ladders(), c.bumpCharts())}
	projects := &Chapter{ID: "projects", Level: 1, Title: c.say(phrase("section.projects")), Blocks: c.projectTable(mostProjects)}
	pages := [][]*Chapter{{c.keyTable()}, {positions, projects}, nil}
	last := append(c.targets(), c.sources()...)
	for i := range last {
		pages[2] = append(pages[2], withoutText(&last[i]))
	}
	var sections []Section
	for _, page := range pages {
		s := Section{}
		for _, ch := range page {
			if ch == nil || len(ch.Blocks) == 0 {
				continue
			}
			ch.Apart = len(s.Chapters) == 0
			s.Name = ch.ID
			s.Chapters = append(s.Chapters, *ch)
		}
		if len(s.Chapters) > 0 {
			sections = append(sections, s)
		}
	}
	return sections
}

// withoutText leaves out running text, and of tables the rows that would not fit.
func withoutText(ch *Chapter) *Chapter {
	ch.Blocks = slices.DeleteFunc(ch.Blocks, func(b Block) bool { _, text := b.(*Paragraph); return text })
	for _, b := range ch.Blocks {
		if t, ok := b.(*Table); ok {
			t.Rows = t.Rows[:min(mostTargets, len(t.Rows))]
			t.Levels = t.Levels[:min(len(t.Rows), len(t.Levels))]
		}
	}
	return ch
}

// What fits on a page of a leaflet.
const (
	mostIndicators = 22 // with the names of themes
	mostProjects   = 5
	mostTargets    = 4
)

// keyTable returns the table of the headline indicators and, as far as there is room, of the others that stand below none.
func (c *composer) keyTable() *Chapter {
	left := mostIndicators
	kept, begun := map[string]bool{}, map[string]bool{}
	for _, headline := range []bool{true, false} {
		for _, t := range c.Themes {
			for _, r := range t.Rows {
				shown := r.Value != nil || r.Growth != nil
				if left < 2 || kept[r.Indicator.Code] || !shown || r.Indicator.Headline != headline || r.Depth > 0 || c.Background(r) || r.Composition != nil {
					continue
				}
				if !begun[t.Code] {
					begun[t.Code] = true
					left--
				}
				kept[r.Indicator.Code] = true
				left--
			}
		}
	}
	var themes []edition.Theme
	for _, t := range c.Themes {
		t = without(t, func(r edition.Row) bool {
			return !kept[r.Indicator.Code] || c.Background(r) || r.Composition != nil || r.Aside != nil || r.Period != c.Period
		})
		if len(t.Rows) > 0 {
			themes = append(themes, t)
		}
	}
	if len(themes) == 0 {
		return nil
	}
	return &Chapter{ID: "indicators", Level: 1, Title: c.say(phrase("section.indicators")), Blocks: c.indicators(themes)}
}
