package reading

import (
	"os"
	"strings"
	"testing"

	"nianbao/internal/dataset"
	"nianbao/internal/stat"
)

// Every figure that a source of the shipped areas prints is read, and a wrong one in its place is found: one with another
// last digit, ten times as much, or, where a verb or sign says which it is, of the other sign.
func TestAreasPrintedFigures(t *testing.T) {
	for _, area := range []string{"saibei", "example", "tongjian"} {
		d, _, err := dataset.Load(os.DirFS("../../config/areas"), area)
		if err != nil {
			t.Fatal(err)
		}
		r := For(d.Units)
		read := 0
		for i := range d.Periods {
			facts := d.Periods[i].Facts
			for j := range facts {
				for _, figure := range append([]stat.Figure{facts[j].Figure}, facts[j].Variants...) {
					read += checkFigure(t, r, facts, &facts[j], figure)
				}
			}
		}
		if read < 20 {
			t.Errorf("%s: %d figures read", area, read)
		}
	}
}

// checkFigure reads a figure where its sources print it, and counts how often.
func checkFigure(t *testing.T, r Reader, facts []stat.Fact, f *stat.Fact, figure stat.Figure) int {
	t.Helper()
	read := 0
	for _, from := range figure.From {
		if !strings.ContainsAny(from.Printed, "0123456789第一二三四五六七八九十") {
			continue
		}
		read++
		if got := readOf(r, facts, f, from.Printed, figure.Quantity); got != "equal" {
			t.Errorf("%s, %q: %s, want %v", f.ID, from.Printed, got, figure.Quantity)
		}
		wrong := wrongs(figure.Quantity)
		if other := figure.Quantity; f.Measure != stat.Rank && direction(fold(from.Printed[:max(0, strings.IndexAny(from.Printed, "0123456789"))]), f.Measure) != 0 {
			other.Value = other.Value.Neg()
			wrong = append(wrong, other)
		}
		for _, q := range wrong {
			if got := readOf(r, facts, f, from.Printed, q); !q.Value.IsZero() && (got == "equal" || got == "nothing" || got == "unreadable") {
				t.Errorf("%s, %q: %v instead of %v is %s", f.ID, from.Printed, q, figure.Quantity, got)
			}
		}
	}
	return read
}

// readOf reads a figure, or if it is the share of a part, from all of them.
func readOf(r Reader, facts []stat.Fact, f *stat.Fact, printed string, q stat.Quantity) string {
	if f.Measure != stat.Share || !strings.Contains(printed, ":") {
		return r.reading(printed, f.Measure, q)
	}
	var shares []stat.Quantity
	part := -1
	for i := range facts {
		if g := &facts[i]; g.Measure == stat.Share && g.Subject == f.Subject && g.Period == f.Period && len(g.From) > 0 && g.From[0].Printed == printed {
			if shares = append(shares, g.Quantity); g == f {
				part = len(shares) - 1
				shares[part] = q
			}
		}
	}
	if got, _, ok := r.Share(printed, part, shares); !ok {
		return "nothing"
	} else if !got.Equal(q) {
		return "another"
	}
	return "equal"
}
