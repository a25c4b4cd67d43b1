package audit

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/message"
	"nianbao/internal/publish"
)

// The tables beside the data whose rows are held against the document, and those that facts stand in.
const (
	kindIndicators = "indicators"
	kindRankings   = "rankings"
	kindTargets    = "targets"
	kindMilestones = "milestones"
	kindHistory    = "history"
	kindProgress   = "progress"
	kindRevisions  = "revisions"
	kindCatalogue  = "catalogue"
	kindCodes      = "codes"
)

// allTables holds the CSV files beside the data, which the data package describes.
func (j *judge) allTables() error {
	if j.pack == nil {
		return nil
	}
	j.tables = map[string]table{}
	kinds := []string{}
	for _, r := range j.pack.Resources {
		if r.Name != kindData {
			kinds = append(kinds, r.Name)
		}
	}
	// The figures of earlier periods first: what stands there need not stand in another table.
	slices.SortStableFunc(kinds, func(a, b string) int { return cmp.Compare(order(a), order(b)) })
	for _, kind := range kinds {
		if err := j.file(kind, func(data []byte) error { return j.table(kind, data) }); err != nil {
			return err
		}
	}
	return nil
}

func order(kind string) int {
	if kind == kindHistory {
		return 0
	}
	return 1
}

// table holds the figures of a table: each must be that of its fact, and none of the facts that the table is about may
// be missing.
func (j *judge) table(kind string, data []byte) error {
	t, err := readCSV(data)
	if err != nil {
		return err
	}
	if err := j.headed(kind, t); err != nil {
		return err
	}
	j.tables[kind] = t
	if err := j.tableFigures(kind, t); err != nil {
		return err
	}
	if j.doc == nil {
		return nil
	}
	switch kind {
	case kindMilestones:
		j.milestones(t)
	case kindProgress:
		j.progress(t)
	case kindRevisions:
		j.revisions(t)
	case kindCatalogue:
		j.catalogue(t)
	case kindCodes:
		j.codes(t)
	}
	return nil
}

func (j *judge) tableFigures(kind string, t table) error {
	if j.figures == nil {
		return nil
	}
	missing := j.factsOf(kind)
	for n, c := range j.pack.resource(kind).Schema.Fields {
		at, mult, unit := t.column(c.Fact), t.column(c.Mult), t.column(c.Unit)
		if at < 0 {
			continue
		}
		for i, row := range t.rows {
			id, value := row[at], row[n]
			if id == "" && value == "" {
				continue
			}
			power := "0"
			if mult >= 0 {
				power = row[mult]
			}
			delete(missing, id)
			if err := j.tableFigure(id, c.Name, value, power); err != nil {
				return message.Errorf("row %d, %s: %w", i+2, c.Name, err)
			}
			if unit >= 0 {
				j.tableUnit(id, c.Unit, row[unit])
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(missing)) {
		j.disagree("%s: it is not shown", id)
	}
	return nil
}

// tableFigure holds one figure of a table against its fact.
func (j *judge) tableFigure(id, column, value, mult string) error {
	i, ok := j.figures.byKey[id]
	if !ok {
		j.disagree("%s: no such fact, named for %s", id, column)
		return nil
	}
	want := j.figures.cell(i, "obs_value")
	mine, err := base(value, mult)
	if err != nil {
		return err
	}
	fact, err := base(want, j.figures.cell(i, "unit_mult"))
	if err != nil {
		return err
	}
	if (value == "") != (want == "") || !mine.Equal(fact) {
		j.disagree("%s: %s is %q, and the fact is %q", id, column, value, want)
	}
	return nil
}

// tableUnit holds the unit of a figure against that of its fact; that there is no such fact is said already.
func (j *judge) tableUnit(id, column, unit string) {
	if i, ok := j.figures.byKey[id]; ok && j.figures.cell(i, "unit_measure") != unit {
		j.disagree("%s: %s is %q, and that of the fact is %q", id, column, unit, j.figures.cell(i, "unit_measure"))
	}
}

// base is a value times a power of ten; zero for no value.
func base(value, mult string) (decimal.Decimal, error) {
	if value == "" {
		return decimal.Zero, nil
	}
	n, err := strconv.Atoi(mult)
	if err != nil {
		return decimal.Zero, message.Errorf("power of ten %.20q: want a whole number", mult)
	}
	if err := checkNumber(value, n); err != nil {
		return decimal.Zero, err
	}
	d, err := decimal.NewFromString(value)
	return d.Shift(int32(n)), err
}

// factsOf are the facts that must stand in a table: targets and positions in theirs, other figures of indicators in that
// of indicators, unless they are of another period and stand in the history. Variants, and figures of projects, need not
// stand in any.
func (j *judge) factsOf(kind string) map[string]bool {
	t := j.figures
	wanted := map[string]bool{}
	if kind != kindIndicators && kind != kindRankings && kind != kindTargets {
		return wanted
	}
	id, measure, variant, indicator := t.column("fact_id"), t.column("measure"), t.column("variant_of"), t.column("indicator")
	period := t.column("time_period")
	if measure < 0 || variant < 0 || indicator < 0 || period < 0 {
		return wanted
	}
	own := j.ownFacts()
	for i, row := range t.rows {
		if t.cell(i, "derived") == "true" {
			continue
		}
		about := row[variant] == "" && !strings.Contains(row[indicator], ".") && kindOf(row[measure]) == kind
		if about && (own(row[id], row[period]) || !j.past(row[id])) {
			wanted[row[id]] = true
		}
	}
	return wanted
}

// kindOf is the table that facts of a measure stand in.
func kindOf(measure string) string {
	switch {
	case strings.HasPrefix(measure, "target_"):
		return kindTargets
	case measure == "rank":
		return kindRankings
	}
	return kindIndicators
}

// ownFacts reports which facts are the edition's own: those of its period that not only the files of later periods give.
// Which those are format 1 does not tell; they stand in the history.
func (j *judge) ownFacts() func(id, period string) bool {
	var later publish.Said
	if len(j.manifest.Later) > 0 && json.Unmarshal(j.manifest.Later, &later) != nil {
		return func(string, string) bool { return false } // it is said where the manifest is compared
	}
	late := make(map[string]bool, len(later.Figures))
	for _, f := range later.Figures {
		late[f.ID] = true
	}
	return func(id, period string) bool {
		return period == j.manifest.Period && !late[id] && (j.manifest.Format > 1 || !j.past(id))
	}
}

// shownIn are the facts that a table shows, under any column of figures; ok is false if the release has no such table
// that could be read.
func (j *judge) shownIn(kind string) (shown map[string]bool, ok bool) {
	t, ok := j.tables[kind]
	if !ok {
		return nil, false
	}
	shown = make(map[string]bool, len(t.rows))
	for _, c := range j.pack.resource(kind).Schema.Fields {
		if at := t.column(c.Fact); at >= 0 {
			for _, row := range t.rows {
				shown[row[at]] = true
			}
		}
	}
	return shown, true
}

// past reports whether a fact stands in the table of earlier periods.
func (j *judge) past(id string) bool {
	_, ok := j.tables[kindHistory].byKey[id]
	return ok
}

// rows reports whether a table has as many rows as the document has of its things.
func (j *judge) rows(t table, want int, things string) bool {
	if len(t.rows) != want {
		j.disagree("%d %s, want %d", len(t.rows), things, want)
		return false
	}
	return true
}

// cells holds what stands in a row against the document, under those of the columns that the table has.
func (j *judge) cells(t table, row int, want map[string]string) {
	for _, column := range slices.Sorted(maps.Keys(want)) {
		if got := t.cell(row, column); t.column(column) >= 0 && got != want[column] {
			j.disagree("row %d: %s is %q, want %q", row+2, column, got, want[column])
		}
	}
}

// progress is worked out and no fact, so that it is held against that of the document.
func (j *judge) progress(t table) {
	if !j.rows(t, len(j.doc.Progress), "targets") {
		return
	}
	for i, p := range j.doc.Progress {
		want := map[string]string{}
		for _, column := range []string{"fact_id", "done_fact", "standing", "share_done", "share_of_year", "gap_points", "growth_needed"} {
			want[column] = p.some(column)
		}
		j.cells(t, i, want)
	}
}

// revisions are held against those of the document.
func (j *judge) revisions(t table) {
	if !j.rows(t, len(j.doc.Revisions), "revisions") {
		return
	}
	for i, r := range j.doc.Revisions {
		want := map[string]string{
			"old_unit": r.old.some("unit_measure"), "new_unit": r.new.some("unit_measure"),
			"old_mult": r.old.some("unit_mult"), "new_mult": r.new.some("unit_mult"),
			"old_value": r.old.some("obs_value"), "new_value": r.new.some("obs_value"),
			"old_status": r.old.some("obs_status"), "new_status": r.new.some("obs_status"),
		}
		for _, column := range []string{"fact_id", "revision_kind", "given_in", "revised_in", "release", "release_date", "new_release", "new_release_date"} {
			want[column] = r.all.some(column)
		}
		want["old_release"], want["old_release_date"] = want["release"], want["release_date"]
		j.cells(t, i, want)
	}
}

// milestones have no figures; steps and dates are held against those of the document.
func (j *judge) milestones(t table) {
	if !j.rows(t, len(j.doc.Milestones), "milestones") {
		return
	}
	for i, m := range j.doc.Milestones {
		j.cells(t, i, map[string]string{"milestone_id": m.Project + "." + m.Code, "step": m.Step, "date_known": m.Date})
	}
}

// catalogue is held against the indicators of the document.
func (j *judge) catalogue(t table) {
	if !j.rows(t, len(j.doc.Indicators), "indicators") {
		return
	}
	for i, ind := range j.doc.Indicators {
		j.cells(t, i, map[string]string{
			"indicator": ind.Code, "indicator_zh": j.doc.chinese(ind.Name), "indicator_en": ind.Name["en"], "theme": ind.Theme,
			"part_of": ind.PartOf, "breakdown": ind.Breakdown, "rate_of": ind.RateOf, "unit_measure": ind.Unit, "unit_mult": strconv.Itoa(ind.Mult),
			"price_basis": ind.Basis, "timing": ind.Timing, "known": ind.Known, "better": ind.Better,
			"headline": strconv.FormatBool(ind.Headline), "note_zh": j.doc.chinese(ind.Note), "note_en": ind.Note["en"],
		})
	}
}

// codes are held against those of the document.
func (j *judge) codes(t table) {
	if !j.rows(t, len(j.doc.Codes), "codes") {
		return
	}
	for i, c := range j.doc.Codes {
		j.cells(t, i, map[string]string{
			"code_id": c.List + "." + c.Code, "code_list": c.List, "code": c.Code, "label_zh": j.doc.chinese(c.Words), "label_en": c.Words["en"],
		})
	}
}
