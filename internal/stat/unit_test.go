package stat

import (
	"math/big"
	"testing"
)

// Every unit has words, a size that is a number, a code of its own, and prints that no other unit has.
func TestUnitTable(t *testing.T) {
	codes, printed := map[string]bool{}, map[string]string{}
	for _, row := range unitTable {
		if row.Counter.Hans == "" || row.One == "" || row.Many == "" || row.Dim == "" {
			t.Errorf("%s lacks a word or what it measures: %+v", row.Code, row.Unit)
		}
		if codes[row.Code] {
			t.Errorf("%s stands there twice", row.Code)
		}
		codes[row.Code] = true
		if size, ok := new(big.Rat).SetString(row.size); row.size != "" && (!ok || size.Sign() <= 0) {
			t.Errorf("the size of %s is %q", row.Code, row.size)
		}
		words := append(append([]string{}, row.Printed...), row.Signs...)
		if row.Dim != Count {
			words = append(words, row.Counter.Hans, row.One)
		}
		for _, word := range words {
			if other, taken := printed[word]; taken && other != row.Code {
				t.Errorf("%q is printed for %s and for %s", word, other, row.Code)
			}
			printed[word] = row.Code
		}
		if (row.Beside == Before) != (row.Dim == Money) || len(row.Signs) > 0 && row.Dim != Money {
			t.Errorf("%s: only currencies stand before a number", row.Code)
		}
	}
}

// A difference is in points where the unit is a share or an index.
func TestPointsOf(t *testing.T) {
	base := IndexOn(Text{Hans: "1978年=100", En: "1978 = 100"}, Place{})
	if base.Code != "INDEX_1978" || base.Counter.Hans != "（1978年=100）" || base.One != "(1978 = 100)" || base.Kind() != IndexKind {
		t.Errorf("an index is %+v", base)
	}
	if yearly := IndexOn(Text{Hans: "上年=100", En: "previous year = 100"}, Place{}); base.BeginsAnew() || !yearly.BeginsAnew() || (Unit{Code: "INDEX"}).BeginsAnew() {
		t.Error("only an index on the year before begins anew")
	}
	for unit, want := range map[string]string{
		"PERCENT": "PP", "PERMILLE": "PERMILLE_POINT", "INDEX": "INDEX_POINT", base.Code: "INDEX_POINT", "INDEX_POINT": "", "CNY": "",
	} {
		if got := PointsOf(unit); got != want {
			t.Errorf("differences of %s are in %q, want %q", unit, got, want)
		}
	}
}

// What a unit measures decides its kind, and whether its figures add up over the year.
func TestKinds(t *testing.T) {
	for _, k := range UnitKinds() {
		if got := (Unit{Dim: k.Dimension()}).Kind(); got != k {
			t.Errorf("units of kind %s are of kind %s", k, got)
		}
	}
	units := Units()
	for code, want := range map[string]struct {
		kind UnitKind
		adds bool
	}{
		"PERSON_TRIP": {CountKind, true}, "T_KM": {MeasureKind, true}, "CNY": {MeasureKind, true}, "PERMILLE": {RateKind, false},
		"INDEX": {IndexKind, false}, "CNY_PER_MONTH": {PriceKind, false}, "BED_PER_1000PERSON": {MeasureKind, false},
		"UG_M3": {MeasureKind, false}, "CELSIUS": {MeasureKind, false}, "MM": {MeasureKind, true},
	} {
		if u := units[code]; u.Kind() != want.kind || u.AddsUp() != want.adds {
			t.Errorf("%s: kind %s, adds up %v; want %v", code, u.Kind(), u.AddsUp(), want)
		}
	}
}
