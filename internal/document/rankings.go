package document

import (
	"slices"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// rankings returns the sentences on positions and the table of all positions.
func (c *composer) rankings() []Chapter {
	if len(c.Rankings) == 0 && len(c.sentences("rankings")) == 0 {
		return nil
	}
	drawn := slices.Concat(c.ladders(), c.bumpCharts())
	var blocks []Block
	if c.toHandOut() {
		if blocks = c.standardRankings(drawn); len(blocks) == 0 {
			return nil // each is told in the text
		}
	} else {
		blocks = slices.Concat(c.sentences("rankings"), drawn, c.positions(c.Rankings))
	}
	return []Chapter{{ID: "rankings", Level: 1, Title: c.say(phrase("section.rankings")), Blocks: blocks}}
}

// undrawn returns the rankings that no chart of positions shows.
func (c *composer) undrawn() []edition.Ranking {
	shown := map[*stat.Fact]bool{}
	for _, rankings := range c.Positions() {
		for _, r := range rankings {
			shown[r.Fact] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(c.Rankings), func(r edition.Ranking) bool { return shown[r.Fact] })
}

// positions returns the table of positions, with their movements if there are any.
func (c *composer) positions(rankings []edition.Ranking) []Block {
	cols := []Column{
		c.labels(0.44, "column.indicator"), c.labels(0.22, "column.by"), c.labels(0.16, "column.scope"), c.figures(0.18, "column.rank"),
	}
	moves := slices.ContainsFunc(rankings, func(r edition.Ranking) bool { _, ok := r.Moved(); return ok })
	if moves {
		cols[0].Share, cols[1].Share, cols[3].Share = 0.36, 0.18, 0.15
		cols = append(cols, c.figures(0.15, "column.rank.moved"))
	}
	var rows []Row
	for _, r := range rankings {
		by := phrase("unstated")
		if r.Fact.Ranking.By != "" {
			by = func(w *locale.Words) string { return w.Measure(r.Fact.Ranking.By) }
		}
		row := Row{c.name(r.Indicator.Name), c.main(by), c.name(r.Scope.Name), c.factCell(r.Fact, locale.FormPlain)}
		if moves {
			row = append(row, c.moved(r))
		}
		rows = append(rows, row)
	}
	return table(cols, rows)
}

// moved words the change of a position, in places, since it was last given; empty if it was not given before.
func (c *composer) moved(r edition.Ranking) Cell {
	places, ok := r.Moved()
	if !ok {
		return nil
	}
	return c.main(func(w *locale.Words) string {
		switch {
		case places > 0:
			return w.Fill("rank.rose", places)
		case places < 0:
			return w.Fill("rank.fell", -places)
		default:
			return w.Phrase("rank.same")
		}
	})
}

// recognitions returns the table of honours.
func (c *composer) recognitions() []Chapter {
	if len(c.Recognitions) == 0 {
		return nil
	}
	cols := []Column{
		c.prose(0.58, "column.name"), c.labels(0.18, "column.holder"), c.labels(0.11, "column.tier"), c.labels(0.13, "column.honour"),
	}
	var rows []Row
	for _, r := range c.Recognitions {
		honour := c.main(func(w *locale.Words) string { return w.Honour(r.Honour) })
		if !r.Date.IsZero() {
			honour = append(honour, c.date(r.Date))
		}
		name := append(c.name(r.Name), Part{Remark, c.text(r.Note)})
		rows = append(rows, Row{name, c.name(r.Holder), c.main(func(w *locale.Words) string { return w.Tier(r.Tier) }), honour})
	}
	return []Chapter{{ID: "recognitions", Level: 1, Title: c.say(phrase("section.recognitions")), Blocks: table(cols, rows)}}
}

// initiatives returns the table of named campaigns, strategies and events, by kind.
func (c *composer) initiatives() []Chapter {
	if len(c.Initiatives) == 0 {
		return nil
	}
	t := &Table{Columns: []Column{c.labels(0.12, "column.kind"), c.prose(0.88, "column.name")}, Dense: true}
	for _, kind := range stat.Kinds() {
		for _, n := range c.Initiatives {
			if n.Kind != kind {
				continue
			}
			name := append(c.name(n.Name), Part{Remark, c.text(n.Note)})
			if !n.Date.IsZero() {
				name = append(name, c.date(n.Date))
			}
			t.Rows = append(t.Rows, Row{c.main(func(w *locale.Words) string { return w.Kind(kind) }), name})
		}
	}
	return []Chapter{{ID: "initiatives", Level: 1, Title: c.say(phrase("section.initiatives")), Blocks: []Block{t}}}
}
