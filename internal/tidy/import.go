package tidy

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// ImportOptions say what rows were written with.
type ImportOptions struct {
	Area   stat.Area     // scopes, by which ranks are told apart
	Period stat.Period   // of the edition
	Zh, En *locale.Words // of the columns in Chinese and in English
}

// Import turns the rows of the tidy table, as [ReadCSV] or the sheet "data" gives them, into the facts they were
// made from, variants with the figure they are variants of. What the table has no column for is read from the notes,
// whose first parts are words of the program; the figure as printed, ties and the assessment of a ranking are not in
// it. A row that cannot have been written by the program is an error with its number, the first being 2.
func Import(rows [][]string, opt ImportOptions) ([]stat.Fact, error) {
	var facts []stat.Fact
	for i, fields := range rows {
		if len(fields) != len(edition.DataColumns()) {
			return nil, fmt.Errorf("import row %d: %d fields, want %d", i+2, len(fields), len(edition.DataColumns()))
		}
		r := importRow{DataTable([][]string{fields}), opt}
		f, err := r.fact()
		if err != nil {
			return nil, fmt.Errorf("import row %d: %w", i+2, err)
		}
		of := r.get("variant_of")
		if of == "" {
			facts = append(facts, f)
			continue
		}
		main := slices.IndexFunc(facts, func(f stat.Fact) bool { return f.ID == of })
		if main < 0 {
			return nil, fmt.Errorf("import row %d: a variant of %q, which no row before it is", i+2, of)
		}
		facts[main].Variants = append(facts[main].Variants, f.Figure)
		facts[main].Reason = f.Note
	}
	setBaselines(facts, opt.Period)
	return facts, nil
}

// setBaselines finds for targets the level they start from.
func setBaselines(facts []stat.Fact, p stat.Period) {
	known := map[string]bool{}
	for _, f := range facts {
		known[f.ID] = true
	}
	for i, f := range facts {
		if base := stat.Key(f.Subject, string(stat.Level), f.BaselinePeriod(p)); f.Target != nil && known[base] {
			facts[i].Target.Baseline = base
		}
	}
}

type importRow struct {
	table Table
	opt   ImportOptions
}

func (r importRow) get(column string) string { return r.table.Cell(0, column) }

func (r importRow) fact() (stat.Fact, error) {
	f := stat.Fact{
		ID: r.get("fact_id"), Subject: r.get("indicator"), Area: r.get("ref_area"), Measure: stat.Measure(r.get("measure")),
	}
	var err error
	if f.Period, err = stat.ParsePeriod(r.get("time_period")); err != nil {
		return f, err
	}
	if !slices.Contains(stat.Measures(), f.Measure) {
		return f, fmt.Errorf("measure %q is unknown", f.Measure)
	}
	if f.Figure, err = r.figure(); err != nil {
		return f, err
	}
	n := note{r.opt, r.get("note_zh"), r.get("note_en")}
	n.take(func(w *locale.Words) string { return w.Phrase("document.sample") })
	if f.Measure == stat.Rank {
		f.Ranking = n.ranking(f)
	}
	if f.Measure.Target() {
		f.Target = n.target(f.Subject)
	}
	f.Qualifier = n.qualifier()
	f.Note = n.rest()
	return f, nil
}

func (r importRow) figure() (stat.Figure, error) {
	fig := stat.Figure{Status: stat.Status(r.get("obs_status"))}
	if !slices.Contains(stat.Statuses(), fig.Status) {
		return fig, fmt.Errorf("status %q is unknown", fig.Status)
	}
	fig.Quantity.Unit = r.get("unit_measure")
	var err error
	if fig.Quantity.Mult, err = strconv.Atoi(r.get("unit_mult")); err != nil {
		return fig, fmt.Errorf("unit_mult %q is no whole number", r.get("unit_mult"))
	}
	value := r.get("obs_value")
	if (value == "") == fig.Status.HasValue() {
		return fig, fmt.Errorf("the value is %q, and the status %s", value, fig.Status)
	}
	if value != "" {
		if fig.Quantity.Value, err = decimal.NewFromString(value); err != nil {
			return fig, fmt.Errorf("value %q is no number", value)
		}
		if got := strconv.Itoa(fig.Quantity.Decimals()); got != r.get("decimals") {
			return fig, fmt.Errorf("value %q has %s decimals, and the row says %q", value, got, r.get("decimals"))
		}
	}
	sources, refs := split(r.get("source")), split(r.get("source_ref"))
	if len(sources) != len(refs) && !(len(sources) == 1 && len(refs) == 0) {
		return fig, fmt.Errorf("%d sources with %d references", len(sources), len(refs))
	}
	for i, s := range sources {
		from := stat.Provenance{Source: s}
		if i < len(refs) {
			from.Ref = refs[i]
		}
		fig.From = append(fig.From, from)
	}
	return fig, nil
}

func split(list string) []string {
	if list == "" {
		return nil
	}
	return strings.Split(list, ";")
}

// note is a row's note in two languages, of which parts are taken off from the front.
type note struct {
	opt    ImportOptions
	zh, en string
}

// take takes a part off if the note begins with it in both languages.
func (n *note) take(say func(*locale.Words) string) bool {
	zh, okZh := cut(n.zh, say(n.opt.Zh), n.opt.Zh)
	en, okEn := cut(n.en, say(n.opt.En), n.opt.En)
	if okZh && okEn {
		n.zh, n.en = zh, en
	}
	return okZh && okEn
}

// cut takes a part off a list of parts.
func cut(list, part string, w *locale.Words) (string, bool) {
	if list == part {
		return "", part != ""
	}
	if part == "" {
		return list, false
	}
	rest, ok := strings.CutPrefix(list, part+w.Phrase("list.semicolon"))
	if !ok {
		return list, false
	}
	return rest, true
}

func (n *note) rest() stat.Text {
	text := stat.Text{En: n.en}
	if n.opt.Zh.Lang() == stat.Hant {
		text.Hant = n.zh
	} else {
		text.Hans = n.zh
	}
	return text
}

func (n *note) qualifier() stat.Qualifier {
	for _, q := range []stat.Qualifier{stat.About, stat.MoreThan, stat.LessThan} {
		if n.take(func(w *locale.Words) string { return w.Qualifier(q) }) {
			return q
		}
	}
	return stat.Exactly
}

// ranking is what a position is a position in. The scope stands in the identifier unless it is the usual one.
func (n *note) ranking(f stat.Fact) *stat.Ranking {
	r := &stat.Ranking{}
	if len(n.opt.Area.Scopes) > 0 {
		r.Scope = n.opt.Area.Scopes[0].Code
	}
	for _, s := range n.opt.Area.Scopes {
		if stat.Key(f.Subject, "rank-"+s.Code, f.Period) == f.ID || strings.HasPrefix(f.ID, stat.Key(f.Subject, "rank-"+s.Code, f.Period)+"~") {
			r.Scope = s.Code
		}
	}
	scope, _ := n.opt.Area.Scope(r.Scope)
	n.take(func(w *locale.Words) string { return w.Text(scope.Name) })
	for _, m := range stat.Measures() {
		if n.take(func(w *locale.Words) string { return w.Fill("figure.by", strings.ToLower(w.Measure(m))) }) {
			r.By = m
		}
	}
	first, _, _ := strings.Cut(n.en, n.opt.En.Phrase("list.semicolon"))
	for _, word := range strings.Fields(first) {
		of, err := strconv.Atoi(word)
		if err == nil && n.take(func(w *locale.Words) string { return w.Fill("figure.of", of) }) {
			r.Of = of
			break
		}
	}
	return r
}

// target is how a target binds. Equal ones are not said so.
func (n *note) target(indicator string) *stat.Target {
	t := &stat.Target{Indicator: indicator, Operator: stat.Equal}
	for _, op := range []stat.Operator{stat.AtLeast, stat.AtMost, stat.Around} {
		if n.take(func(w *locale.Words) string { return w.Operator(op) }) {
			t.Operator = op
			t.Tolerance = n.tolerance()
			break
		}
	}
	return t
}

// tolerance reads the words of a tolerance; the zero quantity if there is none.
func (n *note) tolerance() stat.Quantity {
	first, _, _ := strings.Cut(n.en, n.opt.En.Phrase("list.semicolon"))
	said, ok := strings.CutPrefix(first, n.opt.En.Label(n.opt.En.Phrase("column.tolerance"), ""))
	if !ok {
		return stat.Quantity{}
	}
	q, _, err := n.opt.En.Read(said)
	if err != nil || !n.take(func(w *locale.Words) string {
		return w.Label(w.Phrase("column.tolerance"), w.Quantity(q, stat.Exactly))
	}) {
		return stat.Quantity{}
	}
	return q
}
