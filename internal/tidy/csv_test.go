package tidy

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"nianbao/internal/stat"
	"nianbao/internal/wording"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func fieldsOf(rows []wording.DataRow) [][]string {
	var all [][]string
	for _, r := range rows {
		all = append(all, r.Fields())
	}
	return all
}

func roundTrip(t testing.TB, rows []wording.DataRow) [][]string {
	t.Helper()
	data, err := dataTable(rows).CSV(false)
	if err != nil {
		t.Fatal(err)
	}
	got, err := readCSV(data)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestCSVOfShippedAreas(t *testing.T) {
	eachShipped(t, func(t *testing.T, s sample) {
		if d := cmp.Diff(fieldsOf(s.rows), roundTrip(t, s.rows)); d != "" {
			t.Error(d)
		}
	})
}

func TestCSVKeepsAnyText(t *testing.T) {
	for _, name := range []string{
		`a "quoted" name`, `"`, `""`, "a, b", "two\nlines", "tab\there", " spaces ", "，；。", "𠮷野", "=1+1", "#", "'", "\ufeffmark",
	} {
		s := small(t, stat.Text{Hans: name, En: name}, stat.Qty("1", 0, "SET"))
		if d := cmp.Diff(fieldsOf(s.rows), roundTrip(t, s.rows)); d != "" {
			t.Errorf("%q: %s", name, d)
		}
	}
}

// A carriage return before a line feed is the one thing RFC 4180 readers take for a line end; all else survives.
func TestCSVRoundTrip(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.String().Filter(func(s string) bool { return !strings.Contains(s, "\r") && utf8.ValidString(s) })
		rows := []wording.DataRow{{
			FactID: text.Draw(rt, "id"), Theme: text.Draw(rt, "theme"), IndicatorZh: text.Draw(rt, "zh"), NoteEn: text.Draw(rt, "note"),
			Figure: stat.Figure{
				Quantity: stat.Qty("0.70", 8, "CNY"), Status: rapid.SampledFrom(stat.Statuses()).Draw(rt, "status"),
				From: []stat.Provenance{{Source: "s", Ref: text.Draw(rt, "ref"), Printed: text.Draw(rt, "printed")}},
			},
		}}
		if d := cmp.Diff(fieldsOf(rows), roundTrip(t, rows)); d != "" {
			rt.Error(d)
		}
	})
}

func TestCSVForm(t *testing.T) {
	s := small(t, stat.Text{Hans: "住房", En: "Homes, new"}, stat.Qty("0.70", 4, "SET"))
	data, err := dataTable(s.rows).CSV(false)
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Join(wording.DataColumns(), ",") + "\n" +
		`xa.level@2023,all,xa,住房,"Homes, new",,,town,,2023,2023-01-01,2023-12-31,period,A,level,,,,,0.70,SET,4,2,A,,,false,,,,,,,,,,,,,,,,,住房,"Homes, new",2023,,,false,false` + "\n"
	if string(data) != want {
		t.Errorf("got\n%s\nwant\n%s", data, want)
	}
}

func TestCSVWithoutRows(t *testing.T) {
	if got := roundTrip(t, nil); len(got) != 0 {
		t.Errorf("no rows are read back as %v", got)
	}
}

func TestReadCSVRefuses(t *testing.T) {
	header := strings.Join(wording.DataColumns(), ",")
	tests := []struct{ name, data, wrong string }{
		{"nothing", "", "read csv: row 1 is not the header of a data file"},
		{"another table", "a,b\n1,2\n", "row 1 is not the header"},
		{"a column too few", strings.TrimSuffix(header, ",sample") + "\n", "row 1 is not the header"},
		{"columns in another order", strings.Replace(header, "fact_id,theme", "theme,fact_id", 1) + "\n", "row 1 is not the header"},
		{"a byte-order mark", "\ufeff" + header + "\n", "row 1 is not the header"},
		{"a short row", header + "\na,b\n", "read csv: record on line 2: wrong number of fields"},
		{"a quote left open", header + "\n\"a" + strings.Repeat(",", len(wording.DataColumns())-1) + "\n", "read csv: "},
		{"another file", "%PDF-1.3\n\x00\xff", "row 1 is not the header"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if rows, err := readCSV([]byte(test.data)); err == nil || !strings.Contains(err.Error(), test.wrong) {
				t.Errorf("got %v, %v, want an error with %q", rows, err, test.wrong)
			}
		})
	}
}

func TestSameBytes(t *testing.T) {
	eachShipped(t, func(t *testing.T, s sample) {
		first, err := dataTable(s.rows).CSV(false)
		if err != nil {
			t.Fatal(err)
		}
		for range 5 {
			again, err := dataTable(write(t, s.e).rows).CSV(false)
			if err != nil || !bytes.Equal(first, again) {
				t.Fatalf("two tables of one edition differ (%v)", err)
			}
		}
		text := s.json(t)
		for range 5 {
			if !bytes.Equal(text, write(t, s.e).json(t)) {
				t.Fatal("two documents of one edition differ")
			}
		}
	})
}
