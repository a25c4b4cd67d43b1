package workbook

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"nianbao/internal/edition"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
	"nianbao/internal/xlsxread"
)

// editsFolder is where TestWriteEdits writes its files, for .ci/workbook/use.py.
var editsFolder = flag.String("edits", "", "write workbooks with and without changed figures into this folder")

// edit is a change of one figure on the sheet "data".
type edit struct {
	kind string
	of   of
	id   string
	old  stat.Quantity
	next decimal.Decimal
}

// of names an edition of a shipped area.
type of struct {
	area   string
	period string
}

func (o of) String() string { return o.area + "-" + o.period }

// How many figures the tests change in editions of years, in each of a part of a year, and in that of the county, whose
// workbook is large. Every kind of figure is among them.
const (
	editsOfYears  = 25
	editsOfParts  = 12
	editsOfCounty = 8
)

// edits chooses the figures to change.
func edits(t testing.TB) []edit {
	t.Helper()
	chosen := choose(t, editsOfYears, of{"saibei", "2023"}, of{"example", "2024"})
	for _, part := range []string{"2024-Q1", "2024-H1", "2024-Q3"} {
		chosen = append(chosen, choose(t, editsOfParts, of{"example", part})...)
	}
	return append(chosen, choose(t, editsOfCounty, of{"tongjian", "2022"})...)
}

// choose chooses the figures to change in editions, one of each kind in turn.
func choose(t testing.TB, n int, editions ...of) []edit {
	t.Helper()
	var kinds []string
	waiting := map[string][]edit{}
	for _, one := range editions {
		e, opt := one.build(t, area(t, one.area))
		for _, row := range opt.Data {
			if row.Status.HasValue() {
				kind := editKind(e, row)
				if waiting[kind] == nil {
					kinds = append(kinds, kind)
				}
				waiting[kind] = append(waiting[kind], edit{kind, one, row.FactID, row.Quantity, otherValue(row)})
			}
		}
	}
	var chosen []edit
	for i := 0; len(chosen) < n; i++ {
		kind := kinds[i%len(kinds)]
		if all := waiting[kind]; len(all) > 0 {
			middle := len(all) / 2
			chosen, waiting[kind] = append(chosen, all[middle]), slices.Delete(all, middle, middle+1)
		}
	}
	return chosen
}

// editKind tells figures apart by what follows from them.
func editKind(e *edition.Edition, row wording.DataRow) string {
	f, _ := e.Fact(row.FactID)
	isBaseline := func(t edition.Target) bool { return t.Baseline == f && f != nil }
	_, figure, isProject := strings.Cut(row.Indicator, ".")
	switch {
	case row.VariantOf != "":
		return "variant"
	case len(f.Variants) > 0:
		return "figure with variants"
	case row.Measure.Target():
		return string(row.Measure)
	case slices.ContainsFunc(e.AllTargets(), isBaseline):
		return "baseline"
	case isProject:
		if slices.Contains(edition.Amounts(), figure) {
			return "project's money"
		}
		return "project's figure"
	case row.Period != e.Period:
		return "earlier " + string(row.Measure)
	}
	return string(row.Measure)
}

// otherValue is a value that a figure could as well have, with the same decimals.
func otherValue(row wording.DataRow) decimal.Decimal {
	one := decimal.NewFromInt(1)
	value := row.Quantity.Value
	switch {
	case row.Measure != stat.Rank:
		value = value.Mul(decimal.RequireFromString("1.1")).Add(one)
	case value.Equal(one):
		value = value.Add(one)
	default:
		value = value.Sub(one)
	}
	return decimal.RequireFromString(value.StringFixed(int32(row.Quantity.Decimals())))
}

// apply changes the figure in every file of the dataset that gives it.
func (c edit) apply(d *stat.Dataset) {
	set := func(id string, q *stat.Quantity) {
		if id == c.id && q.Equal(c.old) {
			q.Value = c.next
		}
	}
	for i := range d.Periods {
		for j := range d.Periods[i].Facts {
			f := &d.Periods[i].Facts[j]
			set(f.ID, &f.Quantity)
			for k := range f.Variants {
				set(edition.VariantID(f, k), &f.Variants[k].Quantity)
			}
		}
	}
}

func (o of) build(t testing.TB, d *stat.Dataset) (*edition.Edition, Options) {
	t.Helper()
	p, err := stat.ParsePeriod(o.period)
	if err != nil {
		t.Fatal(err)
	}
	return buildAt(t, d, p, stat.Hans, stat.En)
}

// workbookOf returns the working workbook of an edition, with one figure changed unless change is nil.
func workbookOf(t testing.TB, one of, change *edit) []byte {
	t.Helper()
	d := area(t, one.area)
	if change != nil {
		change.apply(d)
	}
	e, opt := one.build(t, d)
	return render(t, e, opt)
}

// TestEditsAreShown holds that the figures to change are of all kinds, and on other sheets than "data" as well.
func TestEditsAreShown(t *testing.T) {
	missing := map[string]bool{"variant": true, "figure with variants": true, "baseline": true, "project's money": true, "project's figure": true}
	for _, m := range []stat.Measure{stat.Level, stat.Growth, stat.Change, stat.Rank, stat.Ratio} {
		missing[string(m)], missing["earlier "+string(m)] = true, true
	}
	for _, m := range []stat.Measure{stat.ScoreValue, stat.TargetLevel, stat.TargetGrowth} {
		missing[string(m)] = true
	}
	originals := map[of][]byte{}
	for _, c := range edits(t) {
		delete(missing, c.kind)
		if originals[c.of] == nil {
			originals[c.of] = workbookOf(t, c.of, nil)
		}
		if slices.Equal(shownTexts(t, originals[c.of]), shownTexts(t, workbookOf(t, c.of, &c))) {
			t.Errorf("%s: no sheet but data changes with %s", c.of, c.id)
		}
	}
	for kind := range missing {
		t.Errorf("no figure of the kind %s", kind)
	}
}

// shownTexts are the texts of all cells but those of the sheet "data".
func shownTexts(t testing.TB, file []byte) []string {
	t.Helper()
	book, err := xlsxread.Read(file, func(sheet string) bool { return sheet != "data" })
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, s := range book.Sheets {
		texts = append(texts, slices.Concat(s.Rows...)...)
	}
	return texts
}

// TestWriteEdits writes, for each edition, a workbook and what it must look like when single figures of it have been
// changed. Another program makes the changes.
func TestWriteEdits(t *testing.T) {
	if *editsFolder == "" {
		t.Skip("no folder")
	}
	type task struct {
		FactID   string `json:"fact_id"`
		Value    string `json:"value"`
		Expected string `json:"expected"`
	}
	tasks := map[of][]task{}
	for _, c := range edits(t) {
		name := strings.NewReplacer("@", "-", "~", "-").Replace(c.id) + ".xlsx"
		tasks[c.of] = append(tasks[c.of], task{c.id, c.next.String(), name})
		writeEdit(t, c.of, name, workbookOf(t, c.of, &c))
	}
	for one, all := range tasks {
		writeEdit(t, one, "original.xlsx", workbookOf(t, one, nil))
		list, err := json.MarshalIndent(all, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		writeEdit(t, one, "edits.json", list)
	}
}

func writeEdit(t testing.TB, one of, name string, data []byte) {
	t.Helper()
	folder := filepath.Join(*editsFolder, one.String())
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, name), data, 0o644); err != nil {
		t.Fatal(err)
	}
}
