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

// Import turns the rows of the tidy table, as [ReadCSV] or the sheet "data" gives them, into the facts they were
// made from: observations, rankings, targets and figures of projects, variants with the figure they are variants of,
// each with its provenance. chinese is the script of the columns in Chinese. A row that cannot have been written by
// the program is an error with its number, the first being 2.
func Import(rows [][]string, chinese stat.Lang) ([]stat.Fact, error) {
	var facts []stat.Fact
	index := map[string]int{}
	table := dataTable(nil)
	table.Rows = rows
	for i, fields := range rows {
		if len(fields) != len(table.Columns) {
			return nil, fmt.Errorf("import row %d: %d fields, want %d", i+2, len(fields), len(table.Columns))
		}
		r := importRow{table, i, chinese}
		if r.get("derived") == "true" {
			continue
		}
		f, err := r.fact()
		if err != nil {
			return nil, fmt.Errorf("import row %d: %w", i+2, err)
		}
		of := r.get("variant_of")
		if of == "" {
			index[f.ID] = len(facts)
			facts = append(facts, f)
			continue
		}
		main, ok := index[of]
		if !ok {
			return nil, fmt.Errorf("import row %d: a variant of %q, which no row before it is", i+2, of)
		}
		facts[main].Variants = append(facts[main].Variants, f.Figure)
		facts[main].Reason = f.Note
	}
	return facts, nil
}

type importRow struct {
	table   Table
	row     int
	chinese stat.Lang
}

func (r importRow) get(column string) string { return cell(r.table, r.row, column) }

func (r importRow) fact() (stat.Fact, error) {
	f := stat.Fact{
		ID: r.get("fact_id"), Subject: r.get("indicator"), Area: r.get("ref_area"), Measure: stat.Measure(r.get("measure")), Part: r.get("part"),
		Note: r.note(),
	}
	var err error
	if f.Period, err = stat.ParsePeriod(r.get("time_period")); err != nil {
		return f, err
	}
	if err = r.known("measure"); err != nil {
		return f, err
	}
	if f.Figure, err = r.figure(); err != nil {
		return f, err
	}
	f.Only = stat.Only(r.get("only"))
	if f.Measure == stat.Growth {
		f.Basis = stat.Basis(r.get("price_basis"))
	}
	name, _, _ := strings.Cut(strings.TrimPrefix(f.ID, f.Subject+"."), "@")
	f.Sort = strings.TrimPrefix(strings.TrimPrefix(name, string(f.Measure)), "-")
	if f.Measure == stat.Rank || f.Measure == stat.Share {
		f.Sort = ""
	}
	if _, ofProject, ok := strings.Cut(f.Subject, "."); ok && ofProject != "" {
		f.Sort = "" // its ID has no measure
	}
	if f.Measure == stat.Rank || f.Measure == stat.Margin {
		if f.Ranking, err = r.ranking(); err != nil {
			return f, err
		}
	}
	if f.Measure.Target() {
		f.Target, err = r.target()
	}
	return f, err
}

// known fails for a code that the column cannot have.
func (r importRow) known(column string) error {
	c := r.table.Columns[r.table.index(column)]
	code := r.get(column)
	if code == "" && !c.Required || slices.Contains(locale.CodeList(c.Codes), code) {
		return nil
	}
	return fmt.Errorf("%s %q is unknown", column, code)
}

func (r importRow) whole(column string) (int, error) {
	n, err := strconv.Atoi(r.get(column))
	if err != nil {
		return 0, fmt.Errorf("%s %q is no whole number", column, r.get(column))
	}
	return n, nil
}

func (r importRow) quantity(value, unit, mult string) (stat.Quantity, error) {
	q := stat.Quantity{Unit: r.get(unit)}
	var err error
	if q.Mult, err = r.whole(mult); err != nil {
		return q, err
	}
	if said := r.get(value); said != "" {
		if q.Value, err = decimal.NewFromString(said); err != nil {
			return q, fmt.Errorf("%s %q is no number", value, said)
		}
	}
	return q, nil
}

func (r importRow) figure() (stat.Figure, error) {
	fig := stat.Figure{Status: stat.Status(r.get("obs_status")), Qualifier: stat.Qualifier(r.get("qualifier"))}
	for _, column := range []string{"obs_status", "qualifier"} {
		if err := r.known(column); err != nil {
			return fig, err
		}
	}
	var err error
	if fig.Quantity, err = r.quantity("obs_value", "unit_measure", "unit_mult"); err != nil {
		return fig, err
	}
	value := r.get("obs_value")
	if (value == "") == fig.Status.HasValue() {
		return fig, fmt.Errorf("the value is %q, and the status %s", value, fig.Status)
	}
	if got := strconv.Itoa(fig.Quantity.Decimals()); value != "" && got != r.get("decimals") {
		return fig, fmt.Errorf("value %q has %s decimals, and the row says %q", value, got, r.get("decimals"))
	}
	fig.From, err = r.origins()
	return fig, err
}

// origins are the places that print the figure.
func (r importRow) origins() ([]stat.Provenance, error) {
	sources := edition.SplitList(r.get("source"))
	from := make([]stat.Provenance, len(sources))
	for i, s := range sources {
		from[i].Source = s
	}
	for _, list := range []struct {
		column string
		set    func(*stat.Provenance, string)
	}{
		{"source_ref", func(p *stat.Provenance, s string) { p.Ref = s }},
		{"source_printed", func(p *stat.Provenance, s string) { p.Printed = s }},
	} {
		items := edition.SplitList(r.get(list.column))
		if len(items) != 0 && len(items) != len(sources) {
			return nil, fmt.Errorf("%d sources, and %d in %s", len(sources), len(items), list.column)
		}
		for i, item := range items {
			list.set(&from[i], item)
		}
	}
	return from, nil
}

func (r importRow) note() stat.Text {
	text := stat.Text{En: r.get("note_en")}
	if r.chinese == stat.Hant {
		text.Hant = r.get("note_zh")
	} else {
		text.Hans = r.get("note_zh")
	}
	return text
}

func (r importRow) ranking() (*stat.Ranking, error) {
	k := &stat.Ranking{Scope: r.get("scope"), By: stat.Measure(r.get("ranked_by")), Group: r.get("assessment")}
	err := r.known("ranked_by")
	if err == nil && r.get("out_of") != "" {
		k.Of, err = r.whole("out_of")
	}
	if err == nil {
		if k.Tied, err = strconv.ParseBool(r.get("tied")); err != nil {
			err = fmt.Errorf("tied %q is neither true nor false", r.get("tied"))
		}
	}
	return k, err
}

func (r importRow) target() (*stat.Target, error) {
	t := &stat.Target{Indicator: r.get("indicator"), Operator: stat.Operator(r.get("operator")), Baseline: r.get("baseline_fact")}
	if stat.Measure(r.get("measure")) == stat.TargetWords {
		t.Words = stat.Text{Hans: r.get("words_zh"), En: r.get("words_en")}
		return t, nil
	}
	if t.Operator == "" {
		return nil, fmt.Errorf("the operator of the target is missing")
	}
	err := r.known("operator")
	if err == nil && r.get("tolerance") != "" {
		t.Tolerance, err = r.quantity("tolerance", "tolerance_unit", "tolerance_mult")
	}
	if err == nil && t.Operator == stat.Within {
		t.UpTo, err = r.quantity("upper_bound", "unit_measure", "unit_mult")
	}
	return t, err
}

// cell is what stands in a row, counted from 0, under a column that the table has.
func cell(t Table, row int, column string) string { return t.Rows[row][t.index(column)] }
