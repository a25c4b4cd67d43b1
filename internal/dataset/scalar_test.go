package dataset

import (
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// number decodes a literal as it would stand in a file.
func number(literal string) (decimal.Decimal, Errors) {
	f := &faults{}
	d := &decoder{faults: f}
	var into struct {
		Value decimal.Decimal `yaml:"value"`
	}
	d.decode(Input{Name: "f.yaml", Data: []byte("value: " + literal)}, &into)
	return into.Value, f.sorted()
}

func TestDecimalKeepsTheLiteral(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		literal := rapid.StringMatching(`-?(0|[1-9][0-9]{0,12})(\.[0-9]{1,12})?`).Draw(t, "literal")
		got, errs := number(literal)
		if len(errs) > 0 {
			t.Fatalf("%s refused: %v", literal, errs)
		}
		places := max(0, -got.Exponent())
		if written := got.StringFixed(places); strings.TrimPrefix(written, "-") != strings.TrimPrefix(literal, "-") {
			t.Errorf("%s read as %s", literal, written)
		}
		if want := strings.HasPrefix(literal, "-") && strings.ContainsAny(literal, "123456789"); got.IsNegative() != want {
			t.Errorf("%s read as %s", literal, got)
		}
	})
}

func TestDecimalRefuses(t *testing.T) {
	for literal, want := range map[string]string{
		"1e3":        `number "1e3": write it out, without an exponent; a power of ten is given as mult`,
		"1.5E+3":     `number "1.5E+3": write it out, without an exponent; a power of ten is given as mult`,
		".5":         `number ".5": write a digit before the point, as 0.5`,
		"-.5":        `number "-.5": write a digit before the point, as 0.5`,
		"5.":         `number "5.": write a digit after the point, or leave the point out`,
		"+5":         `number "+5": write it without the plus sign`,
		"007":        `number "007": write it without leading zeros`,
		"0x1F":       `number "0x1F": want decimal digits, as 15.31`,
		".nan":       `number ".nan": want digits; a missing value is said with status: O`,
		"NaN":        `number "NaN": want digits; a missing value is said with status: O`,
		"-.inf":      `number "-.inf": want digits; a missing value is said with status: O`,
		"1_000":      `number "1_000": write it without separators between the digits`,
		"1,000":      `number "1,000": write it without separators between the digits`,
		"1 000":      `number "1 000": write it without separators between the digits`,
		"6.5%":       `number "6.5%": write it without the sign %: the unit is given apart`,
		"１５":         `number "１５": want digits, as 15.31`,
		"15亿":        `number "15亿": want plain digits, as 15.31`,
		"--5":        `number "--5": want plain digits, as 15.31`,
		"n/a":        `number "n/a": want digits, as 15.31`,
		`"5"`:        `want a number, got the text "5": remove the quotes`,
		"true":       `number "true": want digits, as 15.31`,
		"{a: 1}":     "want a number, got a map",
		"~":          "is empty: give a value or leave the key out",
		"1." + nines: fmt.Sprintf("number %s: has more than 30 digits", clip("1."+nines)),
	} {
		_, errs := number(literal)
		if len(errs) != 1 || errs[0].Msg.Error() != want {
			t.Errorf("%s: %v, want %s", literal, errs, want)
		}
	}
}

const nines = "999999999999999999999999999999"

func TestByteOrderMarkAndLineEnds(t *testing.T) {
	fsys := demo(t)
	f := fsys["demo/2024.yaml"]
	f.Data = []byte("\ufeff" + strings.ReplaceAll(string(f.Data), "\n", "\r\n"))
	ds, _, err := Load(fsys, "demo")
	if err != nil {
		t.Fatal(err)
	}
	if fact, _ := factOf(ds, "trade.growth@2024"); fact.Place.Line != 12 {
		t.Errorf("line %d, want 12", fact.Place.Line)
	}
}

func TestNearest(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"growth", "growth"}, {"grwoth", "growth"}, {"growt", "growth"}, {"grouwth", "growth"}, {"gr0wht", "growth"},
		{"shrink", ""}, {"rnk", "rank"}, {"rk", ""}, {"", ""},
	} {
		if got := nearest(c.name, []string{"level", "growth", "rank"}); got != c.want {
			t.Errorf("nearest to %q is %q, want %q", c.name, got, c.want)
		}
	}
}

func TestEditsIsSymmetric(t *testing.T) {
	word := rapid.StringMatching(`[abc]{0,6}`)
	rapid.Check(t, func(t *rapid.T) {
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		d := edits(a, b)
		if d != edits(b, a) || (d == 0) != (a == b) || d > max(len(a), len(b)) {
			t.Errorf("%q and %q are %d apart, the other way %d", a, b, d, edits(b, a))
		}
	})
}
