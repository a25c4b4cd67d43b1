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
