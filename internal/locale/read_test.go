package locale

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"nianbao/internal/stat"
)

// quantities draws any amount of any unit.
func quantities(w *Words) *rapid.Generator[stat.Quantity] {
	codes := w.unitCodes()
	return rapid.Custom(func(t *rapid.T) stat.Quantity {
		q := stat.Quantity{
			Value: decimal.New(rapid.Int64Range(-1e9, 1e9).Draw(t, "digits"), -rapid.Int32Range(0, 4).Draw(t, "decimals")),
			Mult:  rapid.SampledFrom([]int{0, 4, 8, 0, 4, 8, 3, 6, 9, 12, -2}).Draw(t, "mult"),
			Unit:  rapid.SampledFrom(codes).Draw(t, "unit"),
		}
		if rapid.IntRange(0, 9).Draw(t, "zero") == 0 {
			q.Value = decimal.New(0, q.Value.Exponent())
		}
		return q
	})
}

func qualifiers() *rapid.Generator[stat.Qualifier] {
	return rapid.SampledFrom([]stat.Qualifier{stat.Exactly, stat.About, stat.MoreThan, stat.LessThan})
}

func TestQuantityReadsBack(t *testing.T) {
	for lang, w := range words(t) {
		t.Run(string(lang), rapid.MakeCheck(func(t *rapid.T) {
			q, how := quantities(w).Draw(t, "quantity"), qualifiers().Draw(t, "qualifier")
			readsBack(t, w, w.Quantity(q, how), q, how)
		}))
	}
}

func TestGrowthReadsBack(t *testing.T) {
	for lang, w := range words(t) {
		t.Run(string(lang), rapid.MakeCheck(func(t *rapid.T) {
			q, how := quantities(w).Draw(t, "quantity"), qualifiers().Draw(t, "qualifier")
			if q.Unit == "RANK" {
				t.Skip("a position has no growth; its change is a number of places")
			}
			readsBack(t, w, w.Growth(q, how), q, how)
		}))
	}
}

func readsBack(t *rapid.T, w *Words, s string, q stat.Quantity, how stat.Qualifier) {
	got, gotHow, err := w.ReadAs(s, q.Unit)
	if err != nil {
		t.Fatal(err)
	}
	if !got.Equal(q) || gotHow != how {
		t.Fatalf("%q read as %v %v, written of %v %v", s, got, gotHow, q, how)
	}
}

func TestRankReadsBack(t *testing.T) {
	scopes := []stat.Text{{Hans: "全市", En: "the city"}, {Hans: "全省", En: "the province in 2023"}, {}}
	for lang, w := range words(t) {
		t.Run(string(lang), rapid.MakeCheck(func(t *rapid.T) {
			n := rapid.IntRange(1, 20000).Draw(t, "position")
			form := RankForm{
				Tied:     rapid.Bool().Draw(t, "tied"),
				Expected: rapid.Bool().Draw(t, "expected"),
				Alone:    rapid.Bool().Draw(t, "alone"),
			}
			s := w.Rank(n, rapid.SampledFrom(scopes).Draw(t, "scope"), form)
			q, _, err := w.Read(s)
			if err != nil || !q.Equal(position(n)) {
				t.Fatalf("%q read as %v, %v", s, q, err)
			}
		}))
	}
}

func TestBareIsTheNumberOfTheQuantity(t *testing.T) {
	for lang, w := range words(t) {
		t.Run(string(lang), rapid.MakeCheck(func(t *rapid.T) {
			q := quantities(w).Draw(t, "quantity")
			if w.unit(q.Unit).beside == stat.Ordinal {
				return
			}
			if full, bare := w.Quantity(q, stat.Exactly), w.Bare(q); !strings.Contains(full, bare) {
				t.Fatalf("%q does not hold %q", full, bare)
			}
		}))
	}
}

func TestRead(t *testing.T) {
	all := words(t)
	for _, tt := range []struct {
		lang stat.Lang
		s    string
		want stat.Quantity
	}{
		{stat.Hans, "15.31亿元", stat.Qty("15.31", 8, "CNY")},
		{stat.Hant, "15.31億元", stat.Qty("15.31", 8, "CNY")},
		{stat.En, "CNY 1.531 billion", stat.Qty("1.531", 9, "CNY")},
		{stat.En, "5,000 mu (333 ha)", stat.Qty("5000", 0, "MU")},
		{stat.En, "5,000 mu (999 ha)", stat.Qty("5000", 0, "MU")},
		{stat.En, "100 enterprises", stat.Qty("100", 0, "ENTERPRISE")},
		{stat.Hans, "持平", stat.Qty("0", 0, "PERCENT")},
		{stat.En, "down 9.1%", stat.Qty("-9.1", 0, "PERCENT")},
		{stat.En, "up 2.1 percentage points", stat.Qty("2.1", 0, "PP")},
		{stat.Hans, "预计位列全市第二", stat.Qty("2", 0, "RANK")},
		{stat.Hans, "第3位", stat.Qty("3", 0, "RANK")},
	} {
		got, _, err := all[tt.lang].Read(tt.s)
		if err != nil || !got.Equal(tt.want) {
			t.Errorf("%s: %q read as %v, %v; want %v", tt.lang, tt.s, got, err, tt.want)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	all := words(t)
	for _, tt := range []struct {
		lang          stat.Lang
		s, unit, want string
	}{
		{stat.Hans, "3个", "", `read "3个": "个" stands for several units: AGREEMENT, PROJECT, SITE`},
		{stat.En, "19 events", "", `read "19 events": "events" stands for several units: EVENT, PERFORMANCE`},
		{stat.Hans, "3个", "CNY", `read "3个": unit is AGREEMENT or PROJECT or SITE, want CNY`},
		{stat.Hans, "2.31亿美元", "CNY", `read "2.31亿美元": unit is USD, want CNY`},
		{stat.Hans, "位列全市第一", "PERCENT", `read "位列全市第一": unit is RANK, want PERCENT`},
		{stat.En, "231 millions", "", `read "231 millions": no unit is worded "millions"`},
		{stat.En, "about", "", `read "about": want a number`},
		{stat.Hant, "", "", `read "": want a number`},
		{stat.En, "1,00 trees", "", `read "1,00 trees": no unit is worded ",00 trees"`},
	} {
		_, _, err := all[tt.lang].ReadAs(tt.s, tt.unit)
		if err == nil || err.Error() != tt.want {
			t.Errorf("%s: error %v, want %s", tt.lang, err, tt.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	all := words(f)
	for _, s := range []string{"约192万元", "about CNY 1.92 million", "第五", "下降9.1%", "5,000 mu (333 ha)", "1st", "rank 1.5"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for lang, w := range all {
			q, how, err := w.Read(s)
			if err != nil || q.Unit == "RANK" {
				continue
			}
			again, againHow, err := w.ReadAs(w.Quantity(q, how), q.Unit)
			if err != nil || !again.Equal(q) || againHow != how {
				t.Errorf("%s: %q read as %v %s; worded %q, that read as %v, %v", lang, s, q, how, w.Quantity(q, how), again, err)
			}
		}
	})
}
