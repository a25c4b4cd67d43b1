package audit

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// wanted are the figures that the sheets must have, and how often.
type wanted struct {
	*judge
	count map[sheetFigure]*often
	own   func(id, period string) bool
	told  bool // the document has the words of periods and units

	tables map[string]map[string]bool // what the CSV files show, by kind, if there are any
}

// often is how often a figure is shown, and must and may be.
type often struct{ shown, least, most int }

func newWanted(j *judge) *wanted {
	w := &wanted{judge: j, count: map[sheetFigure]*often{}, told: len(j.doc.Labels.Periods) > 0, tables: map[string]map[string]bool{}}
	w.own = j.ownFacts()
	for _, kind := range []string{kindIndicators, kindRankings} {
		if shown, ok := j.shownIn(kind); ok {
			w.tables[kind] = shown
		}
	}
	for i := range j.doc.Facts {
		w.fact(&j.doc.Facts[i])
	}
	for i := range j.doc.Targets {
		w.target(&j.doc.Targets[i])
	}
	return w
}

// bare leaves out words that the document does not have.
func (w *wanted) bare(f sheetFigure) sheetFigure {
	if !w.told {
		f.period = ""
		if f.sheet == "key" || f.sheet == "indicators" || f.sheet == "targets" {
			f.of = ""
		}
	}
	return f
}

func (w *wanted) add(f sheetFigure, n need) {
	f.value = plainValue(f.value)
	f = w.bare(f)
	o := w.count[f]
	if o == nil {
		o = new(often)
		w.count[f] = o
	}
	switch n {
	case must:
		o.least, o.most = o.least+1, o.most+1
	case may:
		o.most++
	}
}

// take ticks off a figure that a sheet has.
func (w *wanted) take(f sheetFigure) {
	f = w.bare(f)
	if w.count[f] == nil {
		w.disagree("%s is that of no fact", f)
		return
	}
	w.count[f].shown++
}

// rest says what no sheet has, or one has too often.
func (w *wanted) rest() {
	var wrong []*message.Text
	for f, o := range w.count {
		switch {
		case o.shown > 0 && o.most == 0:
			wrong = append(wrong, message.Of("%s is shown, and not in the CSV file", f))
		case o.shown < o.least || o.shown > o.most:
			wrong = append(wrong, message.Of("%s is not shown, or more than once", f))
		}
	}
	slices.SortFunc(wrong, func(a, b *message.Text) int { return strings.Compare(a.Error(), b.Error()) }) // the order of a map is none
	w.Disagrees = append(w.Disagrees, wrong...)
}

// joined puts words in all languages side by side, as the cells of the sheets do.
func (w *wanted) joined(words texts) string { return words.joined(w.doc.Languages, " ") }

func (w *wanted) period(code string) string {
	for _, p := range w.doc.Labels.Periods {
		if p.Period == code {
			return w.joined(p.Words)
		}
	}
	return ""
}

func (w *wanted) unit(code string, mult int) string {
	for _, u := range w.doc.Labels.Units {
		if u.Unit == code && u.Mult == mult {
			return w.joined(u.Words)
		}
	}
	return ""
}

func (w *wanted) fact(f *fact) {
	if f.Value == nil || f.VariantOf != "" || strings.HasPrefix(f.Measure, "target_") {
		return
	}
	if project, amount, ok := strings.Cut(f.Indicator, "."); ok {
		w.money(project, strings.ReplaceAll(amount, "-", "_"), f)
		return
	}
	shown := w.need(f, kindIndicators)
	out := sheetFigure{sheet: "indicators", code: f.Indicator, period: w.period(f.Period), value: f.value()}
	switch {
	case f.Measure == "rank" && f.Ranking != nil:
		out.column = "position"
		w.add(out, shown)
		w.key(out, f)
		out.sheet, out.of, shown = "rankings", f.Ranking.Scope, w.need(f, kindRankings)
		w.add(out, shown)
		if f.Ranking.Of > 0 {
			out.column, out.value = "areas", strconv.Itoa(f.Ranking.Of)
			w.add(out, shown)
		}
	case f.Measure == "growth" && f.Unit == stat.PercentUnit && f.Mult == 0:
		out.column = "growth"
		w.add(out, shown)
		w.key(out, f)
	default:
		out.column, out.of = "value", w.unit(f.Unit, f.Mult)
		w.add(out, shown)
		w.key(out, f)
	}
}

// key is a figure of the edition's own period, which can be among the key figures.
func (w *wanted) key(out sheetFigure, f *fact) {
	if out.sheet, out.period = "key", ""; w.own(f.ID, f.Period) {
		w.add(out, may)
	}
}

// money stands in units of its currency, under the amounts that have columns.
func (w *wanted) money(project, amount string, f *fact) {
	known := slices.ContainsFunc(figureColumns(), func(c figureColumn) bool { return c.table == "projects" && c.name == amount })
	value, err := base(f.value(), strconv.Itoa(f.Mult))
	if known && err == nil && stat.Units()[f.Unit].Dim == stat.Money {
		w.add(sheetFigure{sheet: "projects", column: amount, code: project, of: f.Unit, value: value.String()}, must)
	}
}

// need is whether a sheet shows a figure.
type need int

const (
	never need = iota
	may
	must
)

// need is that of a fact of an indicator. Those of the edition's own period must be shown. Of others, which the edition
// goes by, the sheet shows those that the CSV file of the same name does; where there is none, it can show any.
func (w *wanted) need(f *fact, kind string) need {
	if w.own(f.ID, f.Period) {
		return must
	}
	switch shown, ok := w.tables[kind]; {
	case !ok:
		return may
	case shown[f.ID]:
		return must
	}
	return never
}

// target is a target with the level it starts from and the one it implies.
func (w *wanted) target(t *target) {
	f := w.doc.byID[t.Fact]
	if f == nil {
		return
	}
	out := sheetFigure{sheet: "targets", code: t.Indicator, period: w.period(t.Due)}
	if f.Value != nil {
		out.column, out.of, out.value = "target", w.unit(f.Unit, f.Mult), f.value()
		w.add(out, must)
	}
	unit := t.Unit
	if b := w.doc.byID[t.Baseline]; b != nil && b.Value != nil {
		unit = cmp.Or(b.Unit, unit)
		out.column, out.of, out.value = "baseline", w.unit(b.Unit, b.Mult), b.value()
		w.add(out, must)
	}
	if t.Implied != nil {
		out.column, out.of, out.value = "implied", w.unit(unit, t.Mult), number(t.Implied)
		w.add(out, must)
	}
}
