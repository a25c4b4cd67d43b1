package document

import (
	"slices"
	"strings"

	"nianbao/internal/chart"
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
)

// plain words something in each language without facts and marks, for labels of charts.
func (c *composer) plain(s say) chart.Words {
	words := make(chart.Words, len(c.words))
	for i, w := range c.words {
		words[i] = s(w)
	}
	return words
}

// figureOf words a fact in a form, as a label.
func (c *composer) figureOf(f *stat.Fact, form string) chart.Words {
	return c.plain(func(w *locale.Words) string { return c.figure(w, f, form) })
}

// spoken joins the texts of a chart's row, language by language, for readers who cannot see it.
func spoken(parts ...chart.Words) chart.Words {
	said := make(chart.Words, len(parts[0]))
	for i := range said {
		var words []string
		for _, p := range parts {
			words = append(words, p[i])
		}
		said[i] = strings.TrimSpace(strings.Join(words, " "))
	}
	return said
}

// figure is what is said around a chart.
type figure struct {
	of       wording.ComparisonKind
	title    say // if no message is found
	subject  say // what a message leaves open, before the subtitle; nil for nothing
	subtitle say // what is shown, of which period, in which unit
	facts    []*stat.Fact
	against  []*stat.Fact // as in wording.Comparison
	notes    []say
}

// titles returns the title of a chart, which is its message if there is one, and its subtitle.
func (c *composer) titles(f figure) (title, subtitle Text) {
	found := f.of != ""
	message := c.parts(func(w *locale.Words) ([]wording.Part, error) {
		parts, ok := wording.Message(w, c.Edition, wording.Comparison{Kind: f.of, Facts: f.facts, Against: f.against})
		found = found && ok
		return parts, nil
	})
	switch {
	case !found:
		return c.say(f.title), c.say(f.subtitle)
	case f.subject == nil:
		return message, c.say(f.subtitle)
	}
	return message, c.say(func(w *locale.Words) string { return w.Fill("figure.chart.parts.sub", f.subject(w), f.subtitle(w)) })
}

// draw returns a chart as a block; none without rows.
func (c *composer) draw(f figure, data chart.Chart) []Block {
	if len(data.Rows) == 0 {
		return nil
	}
	block := &Chart{Data: data, Plain: c.say(f.title)}
	block.Title, block.Subtitle = c.titles(f)
	if chart.Beyond(data) {
		f.notes = append(f.notes, phrase("figure.chart.beyond"))
	}
	switch {
	case chart.Apart(data):
		f.notes = append(f.notes, phrase("figure.chart.scales.own"))
	case data.Kind == chart.Lines && len(data.Rows) > 1:
		f.notes = append(f.notes, phrase("figure.chart.scales.one"))
	}
	if len(f.notes) > 0 {
		block.Note = c.say(func(w *locale.Words) string { return sentencesOf(w, f.notes) })
	}
	if shown := slices.Concat(f.facts, f.against); len(shown) > 0 {
		block.Source = c.originOf(shown)
	}
	return []Block{block}
}

// sentencesOf words sentences one after the other.
func sentencesOf(w *locale.Words, sentences []say) string {
	words := make([]string, len(sentences))
	for i, s := range sentences {
		words[i] = s(w)
	}
	if w.Lang().Chinese() {
		return strings.Join(words, "")
	}
	return strings.Join(words, " ")
}

// Alt describes rows first to last-1 of a chart in one language, for readers who cannot see it: the title, what is shown,
// the rows, and how to read them. It ends in one full stop.
func (ch *Chart) Alt(w *locale.Words, lang, first, last int) string {
	var rows []string
	for _, r := range ch.Data.Rows[first:last] {
		rows = append(rows, r.Said[lang])
	}
	stop := w.Phrase("sentence.stop")
	bare := func(s string) string { return strings.TrimRight(s, "。. ") }
	said := []string{bare(ch.Title[lang].String()), w.Label(bare(ch.Subtitle[lang].String()), bare(strings.Join(rows, w.Phrase("list.semicolon"))))}
	if len(ch.Note) > 0 {
		said = append(said, bare(ch.Note[lang].String()))
	}
	return strings.TrimSpace(strings.Join(said, stop) + stop)
}

// growthCharts compare the growth of a theme's indicators.
func (c *composer) growthCharts(t edition.Theme) []Block {
	var blocks []Block
	for _, rows := range c.Growths(t) {
		f := figure{of: wording.OfGrowth, title: filled("figure.chart.growth", t.Name)}
		data := chart.Chart{Kind: chart.Dots, Heads: []chart.Words{c.plain(phrase("column.growth"))}}
		for _, r := range rows {
			f.facts = append(f.facts, r.Growth)
		}
		b := c.basisOf(f.facts)
		sub := "figure.chart.growth" + b.key + ".sub"
		if c.Final() {
			sub += ".year"
		}
		f.subtitle, f.notes = filled(sub, c.Period), b.notes
		for _, r := range rows {
			data.Rows = append(data.Rows, c.change(r.Indicator, r.Growth, b.marked))
		}
		blocks = append(blocks, c.draw(f, data)...)
	}
	return blocks
}

// filled words a phrase with its blanks filled.
func filled(key string, args ...any) say {
	return func(w *locale.Words) string { return w.Fill(key, args...) }
}

// value returns a fact as a row with one point.
func (c *composer) value(name say, f *stat.Fact, form string) chart.Row {
	named, figure := c.plain(name), c.figureOf(f, form)
	return chart.Row{
		Name: named, Said: spoken(named, figure), Points: []chart.Point{{Value: f.Quantity.Base(), Fact: f.ID, Words: figure}},
	}
}

// change returns the growth of an indicator as a row; real growth is marked on request.
func (c *composer) change(ind stat.Indicator, growth *stat.Fact, marked bool) chart.Row {
	row := c.value(c.grown(ind, growth, marked), growth, locale.FormPlain)
	row.Said = spoken(row.Name, c.figureOf(growth, ""))
	if v := growth.Quantity.Value; ind.Better == stat.Down {
		row.Points[0].Sense = [...]chart.Sense{chart.Better, chart.Usual, chart.Worse}[v.Sign()+1]
	}
	return row
}

// grown names what has grown. It marks real growth on request, and what is better if it falls.
func (c *composer) grown(ind stat.Indicator, growth *stat.Fact, marked bool) say {
	return func(w *locale.Words) string {
		name := w.Text(ind.Name)
		if marked && growth != nil && c.Real(growth) {
			name += w.Parenthesis(w.Phrase("basis.real.short"))
		}
		if ind.Better == stat.Down {
			name += w.Parenthesis(w.Phrase("figure.chart.better.down"))
		}
		return name
	}
}

// basis is how a chart tells real from nominal growth: once if all growth is real, otherwise in the name of each row that
// is, with a note.
type basis struct {
	key    string // of phrases: .real if all is real
	marked bool
	notes  []say
}

func (c *composer) basisOf(grown []*stat.Fact) basis {
	switch nominal := func(f *stat.Fact) bool { return !c.Real(f) }; {
	case !slices.ContainsFunc(grown, c.Real):
		return basis{}
	case !slices.ContainsFunc(grown, nominal):
		return basis{key: ".real"}
	default:
		return basis{marked: true, notes: []say{phrase("figure.chart.basis")}}
	}
}

// targetCharts compare growth with its targets.
func (c *composer) targetCharts() []Block {
	var blocks []Block
	for _, targets := range c.GrowthTargets() {
		due := targets[0].Fact.Period
		f := figure{of: wording.OfTargets, title: phrase("figure.chart.targets"), subtitle: filled("figure.chart.targets.of", c.Period, due)}
		data := chart.Chart{Kind: chart.Dots, Heads: []chart.Words{
			c.plain(func(w *locale.Words) string { return w.Period(c.Period) }), c.plain(filled("chart.target.for", due)),
		}}
		var grown []*stat.Fact
		for _, t := range targets {
			data.Rows = append(data.Rows, c.aimed(t))
			f.facts = append(f.facts, t.Fact)
			if t.Growth != nil {
				grown = append(grown, t.Growth)
			}
		}
		f.notes = []say{phrase("figure.chart.targets.marks")}
		if slices.ContainsFunc(grown, c.Real) {
			f.notes = append(f.notes, phrase("figure.chart.basis"))
		}
		f.against = grown
		blocks = append(blocks, c.draw(f, data)...)
	}
	return blocks
}

// aimed returns growth, if it is known, with its target as a row.
func (c *composer) aimed(t edition.Target) chart.Row {
	goal := t.Fact.Quantity.Base()
	aim := c.plain(func(w *locale.Words) string { return c.bound(w, t.Fact) })
	row := chart.Row{Name: c.plain(c.grown(t.Indicator, t.Growth, true)), Points: []chart.Point{{Unknown: true, Words: c.plain(phrase("figure.chart.unknown"))}}}
	row.Said = row.Name
	if t.Growth != nil && t.Growth.Status.HasValue() && !c.Baseless(t.Growth) {
		row = c.change(t.Indicator, t.Growth, true)
	}
	p := &row.Points[0]
	p.Goal, p.Note, p.Target = &goal, aim, t.Fact.ID
	row.Said = spoken(row.Said, c.plain(func(w *locale.Words) string {
		return w.Fill("figure.chart.target.mark", c.bound(w, t.Fact))
	}))
	return row
}

// bound words a growth target beside others: the rate, and how it binds.
func (c *composer) bound(w *locale.Words, f *stat.Fact) string {
	rate := c.figure(w, f, locale.FormPlain)
	if op := f.Target.Operator; op != stat.Within && op != "" {
		return w.Fill("target.level."+string(op), rate)
	}
	return rate
}

// progressChart compares the share done with the share of the year that has passed: a bar, and a mark across it.
func (c *composer) progressChart() []Block {
	f := figure{of: wording.OfProgress, title: phrase("figure.chart.progress"), subtitle: filled("figure.chart.progress.sub", c.Period)}
	data := chart.Chart{Kind: chart.Bullets}
	for _, p := range c.PacedProgress() {
		name, done := c.plain(text(p.Indicator.Name)), c.plain(func(w *locale.Words) string { return w.Quantity(*p.Reach, stat.Exactly) })
		pace, shape := p.Pace.Base(), p.Standing.Shape()
		standing := c.plain(func(w *locale.Words) string { return w.CodeWord("standing", string(p.Standing)) })
		data.Rows = append(data.Rows, chart.Row{
			Name: name, Said: spoken(name, done, standing),
			Points: []chart.Point{{Value: p.Reach.Base(), Words: done, Goal: &pace, Sign: shape, Note: standing}},
		})
		f.facts = append(f.facts, p.Fact, p.Done)
	}
	f.notes = []say{phrase("figure.chart.progress.marks")}
	if t := c.Tally(); t.Judged() != len(data.Rows) { // the message counts targets that no bar shows
		f.of = ""
	}
	return c.draw(f, data)
}

// costCharts compare amounts of projects, highest first, with a chart for each kind of amount and currency.
func (c *composer) costCharts() []Block {
	var blocks []Block
	for _, costs := range c.Costs() {
		f := figure{of: wording.OfInvestment, title: phrase("figure.chart.costs"), subtitle: func(w *locale.Words) string {
			kind := w.ProjectFigure(stat.ProjectFigure{Code: costs.Kind})
			return kind + w.Parenthesis(w.Unit(costs.Currency, 0))
		}}
		data := chart.Chart{Kind: chart.Bars}
		for _, sum := range costs.Sums {
			data.Rows = append(data.Rows, c.value(text(sum.Project.Name), sum.Fact, ""))
			f.facts = append(f.facts, sum.Fact)
		}
		blocks = append(blocks, c.draw(f, data)...)
	}
	return blocks
}

// wholeCharts show what the parts of a theme's indicators make of them.
func (c *composer) wholeCharts(t edition.Theme) []Block {
	var blocks []Block
	for _, whole := range c.Wholes(t) {
		title := func(w *locale.Words) string {
			said := w.Fill("figure.chart.parts", whole.Indicator.Name)
			if len(whole.Indicator.Breakdowns) > 1 && !whole.Breakdown.Name.Empty() {
				said += w.Parenthesis(w.Text(whole.Breakdown.Name))
			}
			return said
		}
		f := figure{of: wording.OfComposition, facts: whole.Facts, title: title, subject: title, subtitle: func(w *locale.Words) string {
			said := w.Period(c.Period)
			if !whole.Breakdown.Name.Empty() && len(whole.Indicator.Breakdowns) < 2 { // else the subject names it
				said = w.Fill("figure.chart.parts.sub", said, whole.Breakdown.Name)
			}
			if unit := whole.Facts[0].Quantity.Unit; unit == stat.PercentUnit {
				said += w.Parenthesis(w.Unit(unit, 0))
			}
			return said
		}}
		data := chart.Chart{Kind: KindOfParts(len(whole.Parts))}
		for i, part := range whole.Parts {
			data.Rows = append(data.Rows, c.value(text(part.Name), whole.Facts[i], ""))
		}
		blocks = append(blocks, c.draw(f, data)...)
	}
	return blocks
}
