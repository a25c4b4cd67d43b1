package tidy_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/shopspring/decimal"

	"nianbao/internal/config"
	"nianbao/internal/dataset"
	"nianbao/internal/export"
	"nianbao/internal/stat"
	"nianbao/internal/tidy"
	"nianbao/internal/xlsxread"
)

// What the sheet "data" of a workbook holds, read back, gives the observations, variants, targets and provenance of
// the dataset it was made from.
func TestRoundTrip(t *testing.T) {
	for _, area := range []string{"saibei", "example", "tongjian"} {
		for _, profile := range []string{"working", "published"} {
			c, err := config.Load(nil, []string{
				"NIANBAO_AREAS_DIR=../../config/areas", "NIANBAO_AREA=" + area, "NIANBAO_OUTPUT_DIR=" + t.TempDir(), "NIANBAO_FORMATS=xlsx",
				"NIANBAO_WORKBOOK_PROFILE=" + profile,
			}, "")
			if err != nil {
				t.Fatal(err)
			}
			result, err := export.Run(context.Background(), export.Job{Config: c})
			if err != nil {
				t.Fatal(err)
			}
			file, err := os.ReadFile(filepath.Join(result.Release.Dir, area+"-"+result.Period.String()+"-workbook.xlsx"))
			if err != nil {
				t.Fatal(err)
			}
			book, err := xlsxread.Read(file, func(sheet string) bool { return sheet == "data" })
			if err != nil {
				t.Fatal(err)
			}
			rows := book.Sheets[0].Rows[1:]
			truth := book.Sheets[0].Rows[0]
			for i, row := range rows {
				rows[i] = append(row, make([]string, len(truth)-len(row))...)
				for n, name := range truth {
					if slices.Contains([]string{"tied", "derived", "revised", "sample"}, name) && rows[i][n] != "" {
						rows[i][n] = strconv.FormatBool(rows[i][n] == "1")
					}
				}
			}
			sameFacts(t, area, result.Period, rows)
		}
	}
}

func sameFacts(t *testing.T, area string, period stat.Period, rows [][]string) {
	t.Helper()
	d, _, err := dataset.Load(os.DirFS("../../config/areas"), area)
	if err != nil {
		t.Fatal(err)
	}
	got, err := tidy.Import(rows, stat.Hans)
	if err != nil {
		t.Fatal(err)
	}
	data, ok := d.Data(period)
	if !ok {
		t.Fatalf("%s has no data for %s", area, period)
	}
	want := slices.Clone(data.Facts)
	latest := map[string]stat.Fact{}
	for _, other := range d.Periods {
		for _, f := range other.Facts {
			latest[f.ID] = f
		}
	}
	for _, f := range got { // and of those of other files that the edition goes by, the latest vintage
		if other, ok := latest[f.ID]; ok && !slices.ContainsFunc(data.Facts, func(own stat.Fact) bool { return own.ID == f.ID }) {
			want = append(want, other)
		}
	}
	byID := func(a, b stat.Fact) int { return strings.Compare(a.ID, b.ID) }
	slices.SortFunc(want, byID)
	slices.SortFunc(got, byID)
	diff := cmp.Diff(want, got,
		cmpopts.EquateEmpty(),
		cmpopts.IgnoreTypes(stat.Place{}),
		// Traditional Chinese is derived when it is asked for.
		cmpopts.IgnoreFields(stat.Text{}, "Hant"),
		cmpopts.IgnoreFields(stat.Fact{}, "Verb"), // its indicator has it
		cmp.Comparer(func(a, b decimal.Decimal) bool { return a.Equal(b) && a.Exponent() == b.Exponent() }),
	)
	if diff != "" {
		t.Errorf("%s: facts of the dataset and of the workbook differ (-dataset +workbook):\n%s", area, diff)
	}
}
