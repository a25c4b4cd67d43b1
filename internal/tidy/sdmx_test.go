package tidy

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"nianbao/internal/stat"
	"nianbao/internal/wording"
)

// A figure has the period that SDMX means by it, whatever the area calls it.
func TestSDMXPeriods(t *testing.T) {
	s := shipped(t, "example", stat.Hans, stat.En)
	want := map[string]string{
		"retail-sales.level@2024":            "A example retail-sales level period _Z 2024 15.64",
		"retail-sales.level-quarter@2024-H1": "Q example retail-sales level period _Z 2024-Q2 3.66",
		"retail-sales.level-quarter@2024":    "Q example retail-sales level period _Z 2024-Q4 4.58",
		"retail-sales.growth@2024-Q3":        "Q example retail-sales growth ytd _Z 2024-01-01/P9M 6.9",
		"cattle-stock.level@2024-H1":         "Q example cattle-stock level point _Z 2024-Q2 1.22",
		"cattle-stock.level@2024":            "A example cattle-stock level point _Z 2024 1.26",
	}
	for _, r := range sdmxRows(t, s) {
		id := r[len(r)-1]
		if got := strings.Join(r[3:11], " "); want[id] != "" && got != want[id] {
			t.Errorf("%s is %q, want %q", id, got, want[id])
		}
		delete(want, id)
	}
	if len(want) > 0 {
		t.Errorf("no rows of %v", want)
	}
}

func sdmxRows(t *testing.T, s sample) [][]string {
	t.Helper()
	data, err := SDMX(s.rows)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil || !slices.Equal(rows[0], sdmxColumns()) {
		t.Fatalf("header %q, %v", rows[0], err)
	}
	return rows[1:]
}

// The dimensions of a figure are those of no other, and every figure that is no variant is there.
func TestSDMXKeys(t *testing.T) {
	check := func(t *testing.T, s sample) {
		seen := map[string]string{}
		rows := sdmxRows(t, s)
		for _, r := range rows {
			id, key := r[len(r)-1], strings.Join(r[3:10], " ")
			if seen[key] != "" {
				t.Errorf("%s and %s have the key %s", seen[key], id, key)
			}
			seen[key] = id
			if strings.Contains(strings.Join(r[3:9], ""), ".") {
				t.Errorf("%s: %q has what SDMX identifiers cannot have", id, r)
			}
		}
		variants := func(r wording.DataRow) bool { return r.VariantOf != "" }
		if want := len(slices.DeleteFunc(slices.Clone(s.rows), variants)); len(rows) != want {
			t.Errorf("%d rows, want %d", len(rows), want)
		}
	}
	eachShipped(t, check)
	s, _ := demanding(t)
	check(t, s)
}
