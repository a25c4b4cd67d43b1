package reading

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"nianbao/internal/stat"
)

// The forms in testdata/printed.tsv read as it says: "=" for the figure wanted, another quantity for a conflict, unreadable,
// or nothing to compare.
func TestPrintedForms(t *testing.T) {
	units := stat.Units()
	index := stat.IndexOn(stat.Text{Hans: "上年=100", En: "previous year = 100"}, stat.Place{})
	units[index.Code] = index
	r := For(units)
	file, err := os.ReadFile("testdata/printed.tsv")
	if err != nil {
		t.Fatal(err)
	}
	rows := strings.Split(strings.TrimSuffix(string(file), "\n"), "\n")[1:]
	if len(rows) < 200 {
		t.Errorf("%d forms, want at least 200", len(rows))
	}
	for _, row := range rows {
		cell := strings.Split(row, "\t")
		if len(cell) > 4 { // a form with a tab
			cell = append([]string{strings.Join(cell[:len(cell)-3], "\t")}, cell[len(cell)-3:]...)
		}
		want := quantity(t, cell[2])
		got := r.reading(cell[0], stat.Measure(cell[1]), want)
		expected := cell[3]
		switch expected {
		case "=":
			if expected = "equal"; !want.Value.IsZero() {
				r.refuses(t, cell[0], stat.Measure(cell[1]), want)
			}
		case "unreadable", "nothing":
		default:
			q := quantity(t, expected)
			expected = fmt.Sprintf("%s %s", q.BaseNumber(), q.Unit)
			if q, _, ok := r.Figure(cell[0], stat.Measure(cell[1]), want); ok {
				got = strings.ReplaceAll(fmt.Sprintf("%s %s", stat.Plain(q.Base()), q.Unit), ".0 ", " ")
			}
		}
		if got != expected {
			t.Errorf("%q, %s %v: %s, want %s", cell[0], cell[1], want, got, expected)
		}
	}
}

// refuses holds that a figure ten times as large, or with another last digit, is not taken for what is printed.
func (r Reader) refuses(t *testing.T, printed string, m stat.Measure, want stat.Quantity) {
	t.Helper()
	for _, wrong := range wrongs(want) {
		if got := r.reading(printed, m, wrong); got == "equal" || got == "nothing" {
			t.Errorf("%q, %s %v instead of %v: %s", printed, m, wrong, want, got)
		}
	}
}

func wrongs(q stat.Quantity) []stat.Quantity {
	larger, other := q, q
	larger.Value = q.Value.Shift(1)
	other.Value = q.Value.Add(decimal.New(3, q.Value.Exponent()))
	return []stat.Quantity{larger, other}
}

// reading says in a word how a printed text reads.
func (r Reader) reading(printed string, m stat.Measure, want stat.Quantity) string {
	q, unread, ok := r.Figure(printed, m, want)
	switch {
	case unread != "":
		return "unreadable"
	case !ok:
		return "nothing"
	case r.equal(q, want):
		return "equal"
	default:
		return fmt.Sprintf("%v", q)
	}
}

func quantity(t *testing.T, s string) stat.Quantity {
	t.Helper()
	var value, unit string
	var mult int
	if _, err := fmt.Sscan(s, &value, &mult, &unit); err != nil {
		t.Fatalf("%q: %v", s, err)
	}
	return stat.Qty(value, mult, unit)
}
