package tidy

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nianbao/internal/wording"
)

// Rows of a release with fewer and other columns stand under the columns there are now, with what is known of the release.
func TestSeries(t *testing.T) {
	var got [][]string
	s, err := NewSeries(func(row []string) error {
		got = append(got, slices.Clone(row))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	old := SeriesOf{Edition: "2024-Q1", Release: "2", Released: "2024-05-01", Columns: []string{"fact_id", "basis", "gone", "obs_value"}}
	if err := s.Add(old, [][]string{{"x.growth@2024-Q1", "real", "z", "5.1"}}); err != nil {
		t.Fatal(err)
	}
	now := SeriesOf{Edition: "2024-H1", Columns: []string{"fact_id", "edition", "release", "price_basis"}}
	if err := s.Add(now, [][]string{{"x.growth@2024-H1", "2024-H1", "7", "nominal"}}); err != nil {
		t.Fatal(err)
	}
	if s.Rows != 2 || len(got) != 3 || !slices.Equal(got[0], wording.DataColumns()) {
		t.Fatalf("%d rows, header %q", s.Rows, got[0])
	}
	for i, want := range []map[string]string{
		{"fact_id": "x.growth@2024-Q1", "price_basis": "real", "obs_value": "5.1", "edition": "2024-Q1", "release": "2", "released": "2024-05-01"},
		{"fact_id": "x.growth@2024-H1", "price_basis": "nominal", "edition": "2024-H1", "release": "7"},
	} {
		row := map[string]string{}
		for n, cell := range got[i+1] {
			if cell != "" {
				row[got[0][n]] = cell
			}
		}
		if d := cmp.Diff(want, row); d != "" {
			t.Errorf("row %d (-want +got):\n%s", i+1, d)
		}
	}
}

// A wide table has a row for what differs by the period alone, in the power of ten that comes first; the last vintage counts.
func TestWide(t *testing.T) {
	w := NewWide()
	s, err := NewSeries(w.Add)
	if err != nil {
		t.Fatal(err)
	}
	columns := []string{"fact_id", "ref_area", "indicator", "measure", "only", "time_period", "obs_value", "unit_measure", "unit_mult", "variant_of"}
	err = s.Add(SeriesOf{Columns: columns}, [][]string{
		{"x.level@2024-Q3", "a", "x", "level", "", "2024-Q3", "28.9", "CNY", "8", ""},
		{"x.level@2024-02", "a", "x", "level", "", "2024-02", "66000", "CNY", "4", ""},
		{"x.level@2024-H1", "a", "x", "level", "", "2024-H1", "18.10", "CNY", "8", ""},
		{"x.level@2024-H1~1", "a", "x", "level", "", "2024-H1", "18.20", "CNY", "8", "x.level@2024-H1"},
		{"x.level-quarter@2024-H1", "a", "x", "level", "quarter", "2024-H1", "7.6", "CNY", "8", ""},
		{"x.level@2023", "b", "x", "level", "", "2023", "5", "CNY", "8", ""},
		{"x.level@2024-H1", "a", "x", "level", "", "2024-H1", "18.15", "CNY", "8", ""},
	})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	write, flush := SeriesCSV(&out, true)
	if err := w.Write(write); err != nil {
		t.Fatal(err)
	}
	if err := flush(); err != nil {
		t.Fatal(err)
	}
	want := "\ufeff" + strings.Join(wideColumns(), ",") + `,2023,2024-02,2024-H1,2024-Q3
a,,,x,,,level,,,,,,CNY,8,,6.6000,18.15,28.9
a,,,x,,,level,,,quarter,,,CNY,8,,,7.6,
b,,,x,,,level,,,,,,CNY,8,5,,,
`
	if d := cmp.Diff(want, out.String()); d != "" || w.Rows() != 3 {
		t.Errorf("%d rows (-want +got):\n%s", w.Rows(), d)
	}
	for _, bad := range [][]string{{"x.level@2024", "a", "x", "level", "", "2024", "1", "CNY", "ten", ""}, {"x.level@2024", "a", "x", "level", "", "2024", "one", "CNY", "4", ""}} {
		if err := s.Add(SeriesOf{Columns: columns}, [][]string{bad}); err == nil || !strings.Contains(err.Error(), "x.level@2024: ") {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

func TestSeriesNumbers(t *testing.T) {
	for column, want := range map[string]bool{"2024": true, "2024-Q3": true, "2024-05": true, "obs_value": true, "release": true, "time_period": false, "indicator": false} {
		if SeriesNumbers(column) != want {
			t.Errorf("%s: numbers %v", column, !want)
		}
	}
}
