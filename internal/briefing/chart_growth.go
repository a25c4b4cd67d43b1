package briefing

import (
	"slices"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// enough is the number of bars from which on they say more than the table.
const enough = 3

// growthChart compares the growth of a theme's indicators, where there are enough of them.
func (b *builder) growthChart(rows []edition.Row) {
	var bars []bar
	var grown []*stat.Fact
	for _, r := range rows {
		f := r.Growth
		if f == nil || f.Measure != stat.Growth || !f.Status.HasValue() || r.Period != b.e.Period {
			continue
		}
		bars = append(bars, bar{label: b.grown(r.Indicator.Name, f), value: f.Quantity.Base(), text: b.figure(b.words[0], f, ""), also: b.second(f, "")})
		grown = append(grown, f)
	}
	if len(bars) >= enough {
		b.barCharts(phrase("figure.chart.growth"), bars, b.basisCaption(grown)...)
	}
}

func (b *builder) targetMark(w *locale.Words, target *stat.Fact) string {
	return w.Fill("figure.chart.target.mark", b.figure(w, target, locale.FormPlain))
}

// grown names what has grown, and says so where the growth is real.
func (b *builder) grown(name stat.Text, growth *stat.Fact) say {
	return func(w *locale.Words) string {
		if !b.e.Real(growth) {
			return w.Text(name)
		}
		return w.Text(name) + w.Parenthesis(w.Phrase("basis.real.short"))
	}
}

// basisCaption tells real from nominal growth, where a chart shows real growth.
func (b *builder) basisCaption(grown []*stat.Fact) []say {
	if !slices.ContainsFunc(grown, b.e.Real) {
		return nil
	}
	return []say{phrase("figure.chart.basis")}
}

// targetChart holds what was reached against what is meant to be reached: a bar for growth, a mark for the
// target.
func (b *builder) targetChart() {
	w := b.words[0]
	var bars []bar
	var grown []*stat.Fact
	for _, t := range b.e.Targets {
		if t.Fact.Measure != stat.TargetGrowth || t.Growth == nil || !t.Growth.Status.HasValue() || !t.Fact.Status.HasValue() {
			continue
		}
		target := t.Fact.Quantity.Base()
		row := bar{
			label: b.grown(t.Indicator.Name, t.Growth), value: t.Growth.Quantity.Base(), text: b.figure(w, t.Growth, locale.FormPlain),
			also: b.second(t.Growth, locale.FormPlain), target: &target, note: b.targetMark(w, t.Fact),
		}
		if len(b.words) > 1 {
			row.noted = b.targetMark(b.words[1], t.Fact)
		}
		bars = append(bars, row)
		grown = append(grown, t.Growth)
	}
	if len(bars) < enough {
		return
	}
	due := b.due()
	b.barCharts(func(w *locale.Words) string {
		if due.IsZero() {
			return w.Fill("figure.chart.targets", b.e.Period)
		}
		return w.Fill("figure.chart.targets.of", b.e.Period, due)
	}, bars, b.basisCaption(grown)...)
}

// investmentChart compares what projects cost, each currency on a scale of its own: the first sum of money given
// for each project.
func (b *builder) investmentChart() {
	byCurrency := map[string][]bar{}
	var order, counted []string
	for _, p := range b.e.Projects {
		for _, fig := range p.Figures {
			f, ok := b.e.Fact(fig.Fact)
			if !ok || !f.Status.HasValue() || b.e.Units[f.Quantity.Unit].Dim != stat.Money || !f.Quantity.Value.IsPositive() {
				continue
			}
			unit := f.Quantity.Unit
			if slices.Contains(counted, p.Code) {
				continue
			}
			counted = append(counted, p.Code)
			if byCurrency[unit] == nil {
				order = append(order, unit)
			}
			byCurrency[unit] = append(byCurrency[unit], bar{
				label: text(p.Name), value: f.Quantity.Base(), text: b.figure(b.words[0], f, ""), also: b.second(f, ""),
			})
		}
	}
	for _, unit := range order {
		if bars := byCurrency[unit]; len(bars) >= enough {
			slices.SortStableFunc(bars, func(x, y bar) int { return y.value.Compare(x.value) })
			b.barCharts(func(w *locale.Words) string { return w.Fill("figure.chart.investment", w.Unit(unit, 0)) }, bars)
		}
	}
}

// second words a fact in the second language; "" if there is none.
func (b *builder) second(f *stat.Fact, form string) string {
	if len(b.words) < 2 {
		return ""
	}
	return b.figure(b.words[1], f, form)
}
