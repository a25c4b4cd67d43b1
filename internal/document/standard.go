package document

import (
	"slices"
	"unicode/utf8"

	"nianbao/internal/edition"
	"nianbao/internal/stat"
)

// standardTheme returns a theme for handing out: its sentences, and charts of what they say. The first theme shows its
// growth. The figures of all themes are in one table behind them.
func (c *composer) standardTheme(t edition.Theme) []Block {
	blocks := c.runOn(c.sentences(t.Code))
	if t.Code == c.Themes[0].Code && !c.aimedAt(t) {
		blocks = append(blocks, c.growthCharts(t)...)
	}
	for _, b := range c.wholeCharts(t) {
		if len(b.(*Chart).Data.Rows) > 2 { // two parts are told faster than drawn
			blocks = append(blocks, b)
		}
	}
	return blocks
}

// aimedAt reports whether the chart of targets shows all growth that a chart of a theme would.
func (c *composer) aimedAt(t edition.Theme) bool {
	if !c.has("targets") {
		return false
	}
	aimed := map[*stat.Fact]bool{}
	for _, target := range slices.Concat(c.GrowthTargets()...) {
		aimed[target.Growth] = true
	}
	return !slices.ContainsFunc(slices.Concat(c.Growths(t)...), func(r edition.Row) bool { return !aimed[r.Growth] })
}

// runOn joins short sentences to paragraphs, as a reader of a bulletin knows them: as long as one is no longer than some
// lines.
func (c *composer) runOn(sentences []Block) []Block {
	most := 130 // characters of the first language
	if !c.words[0].Lang().Chinese() {
		most *= 3
	}
	length := most
	for _, b := range sentences {
		p := b.(*Paragraph)
		n := utf8.RuneCountInString(p.Text[0].String())
		if p.RunsOn = length+n <= most; !p.RunsOn {
			length = 0
		}
		length += n
	}
	return sentences
}

// summaryTable returns the table of the main indicators of all themes.
func (c *composer) summaryTable() []Chapter {
	var themes []edition.Theme
	c.waiting = 0
	for _, t := range c.Themes {
		empty := yetToFill(t)
		for _, r := range t.Rows {
			if empty(r) {
				c.waiting++
			}
		}
		themes = append(themes, without(without(t, c.spared(t)), empty))
	}
	return c.indicatorChapter(themes)
}

// yetToFill returns which rows of a theme nothing is known of, nor of those below them.
func yetToFill(t edition.Theme) func(edition.Row) bool {
	above := map[string]string{}
	for _, r := range t.Rows {
		above[r.Indicator.Code] = r.Parent
	}
	needed := map[string]bool{}
	for _, r := range t.Rows {
		for code := r.Indicator.Code; code != "" && !needed[code] && (needed[r.Indicator.Code] || !unfilled(r)); code = above[code] {
			needed[code] = true
		}
	}
	return func(r edition.Row) bool { return unfilled(r) && !needed[r.Indicator.Code] }
}

// indicatorChapter returns the table of the themes that have rows; nothing if none has.
func (c *composer) indicatorChapter(themes []edition.Theme) []Chapter {
	themes = slices.DeleteFunc(themes, func(t edition.Theme) bool { return len(t.Rows) == 0 })
	if len(themes) == 0 {
		return nil
	}
	return []Chapter{{ID: "indicators", Level: 1, Title: c.say(phrase("section.indicators")), Blocks: c.indicators(themes)}}
}

// spared returns which rows of a theme the table of the main indicators can do without: those of a theme with a few figures,
// all of them told in sentences; those with a single figure that a sentence tells; and positions, which have a chapter.
func (c *composer) spared(t edition.Theme) func(edition.Row) bool {
	told := prints{}
	told.count(c.sentences(t.Code))
	figures, untold := 0, false
	parents := map[string]bool{}
	for _, r := range t.Rows {
		if !c.Background(r) {
			figures += len(r.Facts())
			untold = untold || slices.ContainsFunc(r.Facts(), func(f *stat.Fact) bool { return told[f.ID] == 0 })
		}
		parents[r.Parent] = true
	}
	small := figures <= few && !untold
	return func(r edition.Row) bool {
		switch {
		case c.Background(r):
			return true
		case c.courseOf(r) != nil:
			return false
		case small:
			return true
		}
		shown := slices.DeleteFunc(r.Facts(), func(f *stat.Fact) bool { return f == r.Rank && c.has("rankings") })
		if slices.ContainsFunc(shown, c.defined) {
			return false
		}
		alone := r.Depth == 0 && !parents[r.Indicator.Code] && r.Earlier == nil && r.Composition == nil
		return len(shown) == 0 || alone && len(r.Facts()) == 1 && told[shown[0].ID] > 0
	}
}

// defined reports whether a note says how a figure is defined, or that sources contradict each other: what readers need.
func (c *composer) defined(f *stat.Fact) bool {
	return slices.ContainsFunc(c.Marks(f), func(n int) bool { return c.Notes[n-1].Kind != edition.FactNote })
}

// standardRankings returns positions for handing out: charts, and a table of those that neither they nor sentences have.
func (c *composer) standardRankings(drawn []Block) []Block {
	sentences := c.sentences("rankings")
	rest := c.undrawn()
	told := prints{}
	told.count(sentences)
	for _, t := range c.Themes {
		told.count(c.sentences(t.Code))
	}
	if len(rest) <= few && !slices.ContainsFunc(rest, func(r edition.Ranking) bool { return told[r.Fact.ID] == 0 }) {
		rest = nil
	}
	return slices.Concat(sentences, drawn, c.positions(rest))
}

// few is how many figures need no table if sentences tell all of them.
const few = 3

// standardProjects returns projects for handing out: their figures and status, and what happened when. Partners and notes
// are in the full briefing.
func (c *composer) standardProjects() []Block {
	return slices.Concat(c.sentences("projects"), c.timeline(), c.projectTable(len(c.Projects)))
}

// projectTable returns the table of the first projects, each figure on a line.
func (c *composer) projectTable(most int) []Block {
	cols := []Column{c.labels(0.28, "column.project"), c.labels(0.58, "column.figures"), c.labels(0.14, "column.status")}
	var rows []Row
	for _, p := range c.Projects[:min(most, len(c.Projects))] {
		rows = append(rows, Row{c.name(p.Name), c.projectFigures(p, Line), c.projectStatus(p)})
	}
	return table(cols, rows)
}
