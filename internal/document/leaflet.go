package document

import (
	"slices"

	"nianbao/internal/edition"
)

// leaflet returns what the brief of four pages has behind its first: a table of the main indicators, positions and projects,
// targets and sources. It has no text and no notes but on sources, and each page starts with what leaders ask for first.
func (c *composer) leaflet() []Section {
	pages := [][]Chapter{
		c.keyTable(),
		{
			{ID: "rankings", Level: 1, Title: c.say(phrase("section.rankings")), Blocks: slices.Concat(c.ladders(), c.bumpCharts())},
			{ID: "projects", Level: 1, Title: c.say(phrase("section.projects")), Blocks: c.projectTable(mostProjects)},
		},
		append(c.targets(), c.sources()...),
	}
	for i := range pages[2] {
		withoutText(&pages[2][i])
	}
	var sections []Section
	for _, page := range pages {
		page = slices.DeleteFunc(page, func(ch Chapter) bool { return len(ch.Blocks) == 0 })
		if len(page) > 0 {
			page[0].Apart = true
			sections = append(sections, Section{Name: page[0].ID, Chapters: page})
		}
	}
	return sections
}

// withoutText leaves out running text, and of tables the rows that would not fit.
func withoutText(ch *Chapter) {
	ch.Blocks = slices.DeleteFunc(ch.Blocks, func(b Block) bool { _, text := b.(*Paragraph); return text })
	for _, b := range ch.Blocks {
		if t, ok := b.(*Table); ok {
			t.Rows = t.Rows[:min(mostTargets, len(t.Rows))]
			t.Levels = t.Levels[:min(len(t.Rows), len(t.Levels))]
		}
	}
}

// What fits on a page of a leaflet.
const (
	mostIndicators = 22 // with the names of themes
	mostProjects   = 5
	mostTargets    = 4
)

// keyTable returns the table of the headline indicators and, as far as there is room, of the others that stand below none.
func (c *composer) keyTable() []Chapter {
	var themes []edition.Theme
	for _, t := range c.Themes {
		themes = append(themes, without(t, func(r edition.Row) bool {
			return r.Value == nil && r.Growth == nil || r.Depth > 0 || r.Composition != nil || r.Aside != nil || r.Period != c.Period
		}))
	}
	kept := keyIndicators(themes)
	for i, t := range themes {
		themes[i] = without(t, func(r edition.Row) bool { return !kept[r.Indicator.Code] })
	}
	return c.indicatorChapter(themes)
}

// keyIndicators chooses the indicators of themes that a page has room for, with the names of their themes, headline indicators
// first.
func keyIndicators(themes []edition.Theme) map[string]bool {
	left := mostIndicators
	kept, begun := map[string]bool{}, map[string]bool{}
	keep := func(t edition.Theme, r edition.Row) {
		if left < 2 || kept[r.Indicator.Code] {
			return
		}
		if !begun[t.Code] {
			left--
		}
		left--
		begun[t.Code], kept[r.Indicator.Code] = true, true
	}
	for _, headline := range []bool{true, false} {
		for _, t := range themes {
			for _, r := range t.Rows {
				if r.Indicator.Headline == headline {
					keep(t, r)
				}
			}
		}
	}
	return kept
}
