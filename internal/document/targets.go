package document

import (
	"slices"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
)

// targets returns the progress of the year's targets, the sentences on goals, and the table of targets with the figures
// reached.
func (c *composer) targets() []Chapter {
	chapters := c.progress()
	if len(c.Targets) == 0 && len(c.sentences("targets")) == 0 {
		return chapters
	}
	cols := []Column{
		c.labels(0.30, "column.indicator"), c.figures(0.20, "column.baseline"), c.figures(0.20, "column.target"), c.figures(0.30, "column.implied"),
	}
	if c.spareBaselines() {
		cols[0].Share += cols[1].Share
		cols = slices.Delete(cols, 1, 2)
	}
	due := c.due()
	indicator := func(t edition.Target) stat.Indicator { return t.Indicator }
	targets := c.Targets
	if c.toHandOut() {
		targets = c.undrawnTargets()
	}
	rows := outlined(c, cols, targets, indicator, func(b edition.Branch, t edition.Target) Row {
		name := c.branchName(b, t.Indicator)
		if due.IsZero() {
			name = append(name, c.period(t.Fact.Period))
		}
		if c.spareBaselines() {
			return Row{name, c.goal(t.Fact), c.implied(t)}
		}
		base := c.factCell(t.Baseline, "")
		if t.Growth != nil {
			base = append(base, Part{Remark, c.fact(t.Growth, "")})
		}
		return Row{name, base, c.goal(t.Fact), c.implied(t)}
	})
	told := c.sentences("targets")
	before := len(told)
	if c.toHandOut() { // the chart stands behind the first sentence, so that the others fill the page
		before = min(1, before)
	}
	return append(chapters, Chapter{
		ID: "targets", Level: 1, Title: c.say(c.targetsTitle()),
		Blocks: slices.Concat(told[:before], c.targetCharts(), told[before:], rows),
	})
}

// spareBaselines reports whether the table of the main indicators has the figures reached.
func (c *composer) spareBaselines() bool { return c.toHandOut() && c.has("themes") }

// undrawnTargets returns the targets that no chart compares with growth.
func (c *composer) undrawnTargets() []edition.Target {
	shown := map[*stat.Fact]bool{}
	for _, targets := range c.GrowthTargets() {
		for _, t := range targets {
			shown[t.Fact] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(c.Targets), func(t edition.Target) bool { return shown[t.Fact] })
}

// targetsTitle includes the due period, if all targets share one.
func (c *composer) targetsTitle() say {
	due := c.due()
	if due.IsZero() {
		return phrase("section.targets")
	}
	return func(w *locale.Words) string { return w.Fill("section.targets.of", due) }
}

// due returns the period in which all targets are due; zero if they differ.
func (c *composer) due() stat.Period {
	var due stat.Period
	for i, t := range c.Targets {
		if i > 0 && t.Fact.Period != due {
			return stat.Period{}
		}
		due = t.Fact.Period
	}
	return due
}

// goal words a target and its tolerance.
func (c *composer) goal(f *stat.Fact) Cell {
	return append(c.factCell(f, ""), c.remark(func(w *locale.Words) string { return wording.Tolerance(w, f) }))
}

// implied words the level that a target implies, or why there is none.
func (c *composer) implied(t edition.Target) Cell {
	if t.Implied == nil {
		return Cell{c.remark(func(w *locale.Words) string { return w.Phrase("implied." + string(t.WhyNot)) })}
	}
	return c.main(func(w *locale.Words) string { return w.Quantity(*t.Implied, stat.About) })
}

// progress returns the progress of the year's targets: the counts in words, then a row for each target with its
// standing as a word and a shape.
func (c *composer) progress() []Chapter {
	if len(c.Progress) == 0 {
		return nil
	}
	done := "column.done"
	if c.Final() {
		done = "column.done.final"
	}
	cols := []Column{
		c.labels(0.24, "column.indicator"), c.figures(0.17, "column.target"), c.figures(0.17, done),
		c.labels(0.24, "column.standing"), c.figures(0.18, "column.needed"),
	}
	if c.Final() {
		cols = cols[:4]
		cols[1].Share, cols[2].Share, cols[3].Share = 0.25, 0.22, 0.29
	}
	spare := c.spareBaselines()
	if spare {
		cols[3].Share += cols[2].Share
		cols = slices.Delete(cols, 2, 3)
	}
	indicator := func(p edition.Progress) stat.Indicator { return p.Indicator }
	rows := outlined(c, cols, c.Progress, indicator, func(b edition.Branch, p edition.Progress) Row {
		standing := Cell{{Main, c.standingOf(p)}, c.remark(func(w *locale.Words) string { return wording.Judgement(w, p) })}
		row := Row{c.branchName(b, p.Indicator), c.goal(p.Fact), c.factCell(p.Done, ""), standing}
		if spare { // the figure so far is in the table of its theme
			row = slices.Delete(row, 2, 3)
		}
		if !c.Final() {
			row = append(row, c.needed(p))
		}
		return row
	})
	tally := &Paragraph{Text: c.say(func(w *locale.Words) string { return wording.Tally(w, c.Edition) })}
	return []Chapter{{
		ID: "progress", Level: 1, Title: c.say(c.progressTitle()),
		Blocks: slices.Concat([]Block{tally}, c.progressChart(), rows),
	}}
}

func (c *composer) progressTitle() say {
	if c.Final() {
		return phrase("section.progress.final")
	}
	return phrase("section.progress")
}

// needed words the growth needed in the rest of the year, or in small print why it is not calculated.
func (c *composer) needed(p edition.Progress) Cell {
	role := Main
	if p.Needed == nil {
		role = Remark
	}
	return Cell{{role, c.say(func(w *locale.Words) string { return wording.Need(w, p) })}}
}
