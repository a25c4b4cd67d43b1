package chart

import (
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

// A scale ends at round values and holds all values within the limit.
func TestNewScale(t *testing.T) {
	for _, tt := range []struct{ values, limit, ticks string }{
		{"0 6.5 31.1 8.9", "31.1", "0 10 20 30 40"},
		{"0 6.5 277.28 8.9", "8.9", "0 2 4 6 8 10"},
		{"0 -2 3", "3", "-2 -1 0 1 2 3"},
		{"0 -22.4 10.1", "22.4", "-30 -20 -10 0 10 20"},
		{"0 0.004 0.001", "1", "0 0.001 0.002 0.003 0.004"},
		{"0 123456", "123456", "0 50000 100000 150000"},
		{"0 0", "0", "0 0.2 0.4 0.6 0.8 1"},
	} {
		var values []decimal.Decimal
		for _, v := range strings.Fields(tt.values) {
			values = append(values, decimal.RequireFromString(v))
		}
		s := newScale(values, decimal.RequireFromString(tt.limit), 5)
		if got := strings.Trim(fmt.Sprint(s.ticks), "[]"); got != tt.ticks {
			t.Errorf("%s: ticks %s, want %s", tt.values, got, tt.ticks)
		}
	}
}

// A value beyond five times at least half of the values is beyond the scale; a goal never is.
func TestLimitOf(t *testing.T) {
	for values, want := range map[string]string{
		"6.5 31.1 8.9": "31.1", "6.5 31.1 8.9 277.28": "31.1", "1 -2 3": "3", "-1 -2 -30": "2", "0 0 0": "0", "1 2 300 400": "2", "5 100": "5",
	} {
		var rows []Row
		for _, v := range strings.Fields(values) {
			rows = append(rows, Row{Points: []Point{{Value: decimal.RequireFromString(v)}}})
		}
		if got := limitOf(rows); got.String() != want {
			t.Errorf("%s: limit %s, want %s", values, got, want)
		}
		goal := decimal.NewFromInt(500)
		rows[0].Points[0].Goal = &goal
		if got := limitOf(rows); got.LessThan(goal) {
			t.Errorf("%s: a goal of 500 is beyond the limit %s", values, got)
		}
	}
}

// As many lines as a chart may have can be told apart without colour, and so can those of any six styles in a row.
func TestLooksDiffer(t *testing.T) {
	seen := map[string]int{}
	for style := range 18 {
		l := lookOf(style)
		key := fmt.Sprint(l.form, l.dash, l.fill == Accent)
		if other, taken := seen[key]; taken {
			t.Errorf("styles %d and %d look alike", other, style)
		}
		seen[key] = style
	}
}
