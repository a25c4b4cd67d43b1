package stat

import (
	"cmp"
	"testing"
	"time"

	"github.com/shopspring/decimal"
)

func TestParsePeriod(t *testing.T) {
	for _, tt := range []struct {
		in, want, end string
		wrong         bool
	}{
		{in: "2023", want: "2023", end: "2023-12-31"},
		{in: "2024-Q1", want: "2024-Q1", end: "2024-03-31"},
		{in: "2024-H1", want: "2024-H1", end: "2024-06-30"},
		{in: "2024-02", want: "2024-02", end: "2024-02-29"},
		{in: "2024-Q2", want: "2024-H1", end: "2024-06-30"},
		{in: "2024-06", want: "2024-H1", end: "2024-06-30"},
		{in: "2024-03", want: "2024-Q1", end: "2024-03-31"},
		{in: "2024-Q3", want: "2024-Q3", end: "2024-09-30"},
		{in: "2024-Q4", want: "2024", end: "2024-12-31"},
		{in: "2024-12", want: "2024", end: "2024-12-31"},
		{in: "2025-Q5", wrong: true},
		{in: "2025-Q02", wrong: true},
		{in: "2025-H01", wrong: true},
		{in: "2025-H2", wrong: true},
		{in: "2025-13", wrong: true},
		{in: "1066", wrong: true},
		{in: "2025-Q", wrong: true},
		{in: "2025-QH1", wrong: true},
		{in: "2025-H11x", wrong: true},
		{in: "2025-Q123", wrong: true},
		{in: "2025-5", wrong: true},
		{in: "2025-", wrong: true},
		{in: "202-05", wrong: true},
		{in: "", wrong: true},
	} {
		p, err := ParsePeriod(tt.in)
		if (err != nil) != tt.wrong {
			t.Errorf("ParsePeriod(%q): error %v, want one: %v", tt.in, err, tt.wrong)
			continue
		}
		if err == nil && (p.String() != tt.want || p.End().String() != tt.end) {
			t.Errorf("ParsePeriod(%q) = %v ending %v, want %s ending %s", tt.in, p, p.End(), tt.want, tt.end)
		}
	}
}

func TestURI(t *testing.T) {
	for in, want := range map[string]string{
		"":                               "",
		"https://a.org/b(1)?c=%20&d#e~'": "https://a.org/b(1)?c=%20&d#e~'",
		"https://a.org/公报 <1>":           "https://a.org/%E5%85%AC%E6%8A%A5%20%3C1%3E",
		"\xff":                           "%FF",
	} {
		if got := URI(in); got != want {
			t.Errorf("%q: got %s, want %s", in, got, want)
		}
	}
}

func TestCanonicalID(t *testing.T) {
	for in, want := range map[string]string{
		"retail.level@2024-Q2": "retail.level@2024-H1", "retail.level@2024-Q3": "retail.level@2024-Q3",
		"retail.level": "retail.level", "@name": "@name", "retail.level@soon": "retail.level@soon",
	} {
		if got := CanonicalID(in); got != want {
			t.Errorf("CanonicalID(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestPeriodCompare(t *testing.T) {
	order := []string{"2023", "2024-01", "2024-Q1", "2024-04", "2024-Q2", "2024-Q3", "2024-Q4", "2025-01"}
	for i, a := range order {
		for j, b := range order {
			p, errP := ParsePeriod(a)
			q, errQ := ParsePeriod(b)
			if errP != nil || errQ != nil || p.Compare(q) != cmp.Compare(i, j) {
				t.Errorf("%s against %s: %d, want %d", p, q, p.Compare(q), cmp.Compare(i, j))
			}
		}
	}
}

func FuzzParsePeriod(f *testing.F) {
	for _, s := range []string{"2023", "2024-Q1", "2024-H1", "2024-02", "2025-Q5", "x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := ParsePeriod(s)
		if err != nil {
			return
		}
		again, err := ParsePeriod(p.String())
		if err != nil || again != p {
			t.Errorf("%q read as %v, written and read again as %v, %v", s, p, again, err)
		}
	})
}

func TestDateCompare(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want int
	}{
		{"2023-02-04", "2023-04-08", -1},
		{"2023-04-08", "2023-02-04", 1},
		{"2023-02", "2023-02-04", 0},
		{"2023", "2023-12-31", 0},
		{"2022", "2023-01", -1},
	} {
		a, errA := ParseDate(tt.a)
		b, errB := ParseDate(tt.b)
		if errA != nil || errB != nil {
			t.Fatal(errA, errB)
		}
		if got := a.Compare(b); got != tt.want {
			t.Errorf("%s against %s = %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
	if _, err := ParseDate("2023-02-29"); err == nil {
		t.Error("29 February 2023 was accepted")
	}
}

func TestLastDayOfMonth(t *testing.T) {
	for year := 1899; year <= 2101; year++ {
		for month := 1; month <= 12; month++ {
			want := time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
			if got := (Date{Year: year, Month: month}).Last().Day; got != want {
				t.Errorf("%04d-%02d has %d days, want %d", year, month, got, want)
			}
		}
	}
}

func TestQuantity(t *testing.T) {
	q := Qty("0.70", 8, "CNY")
	if q.Number() != "0.70" || q.Decimals() != 2 {
		t.Errorf("number %s with %d decimals, want 0.70 with 2", q.Number(), q.Decimals())
	}
	if !q.Equal(Qty("7000", 4, "CNY")) || q.Equal(Qty("0.7", 8, "USD")) {
		t.Error("equality must compare amounts of one unit")
	}
	if got := Qty("2.31", 8, "CNY").HalfUnit().String(); got != "500000" {
		t.Errorf("half a unit of 2.31 × 10^8 is %s, want 500000", got)
	}
}

func TestConvert(t *testing.T) {
	units := Units()
	ha, err := Convert(Qty("0.5", 4, "MU").Rat(), units["MU"], units["HA"])
	if err != nil || ha.FloatString(4) != "333.3333" {
		t.Errorf("5,000 mu in hectares = %v, %v; want 333.3333", ha, err)
	}
	for _, pair := range [][2]string{{"CNY", "USD"}, {"MU", "KM"}, {"TREE", "SITE"}, {"PERCENT", "PP"}} {
		if _, err := Convert(ha, units[pair[0]], units[pair[1]]); err == nil {
			t.Errorf("%s converted to %s", pair[0], pair[1])
		}
	}
}

func TestParseTemplate(t *testing.T) {
	got, err := ParseTemplate("完成{fai.level}，{fai.growth|plain}于{@x-1}、{gdp.level@2022}{gdp.rank-city_1@2024-Q2|bare}。")
	if err != nil {
		t.Fatal(err)
	}
	want := []Token{
		{Text: "完成"}, {Ref: "fai.level"}, {Text: "，"}, {Ref: "fai.growth", Form: "plain"}, {Text: "于"},
		{Ref: "@x-1"}, {Text: "、"}, {Ref: "gdp.level@2022"}, {Ref: "gdp.rank-city_1@2024-H1", Form: "bare"}, {Text: "。"},
	}
	if len(got) != len(want) {
		t.Fatalf("tokens %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("token %d = %+v, want %+v", i, got[i], want[i])
		}
	}
	for _, bad := range []string{"{", "}", "a{b", "{A}", "{a.b|}", "{a b}", "x}{", "{}", "{1a}", "{.a}", "{a.}", "{a.b.c}", "{a@}", "{a@2024@2023}", "{a|b|c}", "{a|B}", "{@}", "a{b{c}"} {
		if _, err := ParseTemplate(bad); err == nil {
			t.Errorf("template %q was accepted", bad)
		}
	}
}

func TestDigits(t *testing.T) {
	for literal, want := range map[string]int{
		"0": 0, "0.70": 1, "-9.1": 2, "1576.62": 6, "100": 1, "100.50": 4, "123456789012345.00": 15, "12345678901234.56": 16, "0.0012": 2,
	} {
		if got := Digits(decimal.RequireFromString(literal)); got != want {
			t.Errorf("%s has %d significant digits, want %d", literal, got, want)
		}
	}
}

func TestPlain(t *testing.T) {
	for _, literal := range []string{"0", "0.00", "0.70", "-9.1", "-0.05", "100", "2.31", "123456789012345678", "-999999999999999999.9", "1234567890123456789012.50"} {
		q := Quantity{Value: decimal.RequireFromString(literal)}
		if got := q.Number(); got != literal {
			t.Errorf("%s is written %s", literal, got)
		}
		for q.Mult = -25; q.Mult <= 20; q.Mult++ {
			base := q.Base()
			if got, want := q.BaseNumber(), base.StringFixed(max(0, -base.Exponent())); got != want {
				t.Errorf("%s × 10^%d is written %s, want %s", literal, q.Mult, got, want)
			}
		}
	}
}

func TestChineseOf(t *testing.T) {
	for _, test := range []struct {
		langs []Lang
		want  Lang
	}{
		{[]Lang{En}, Hans},
		{[]Lang{En, Hant}, Hant},
		{[]Lang{Hant, Hans}, Hant},
		{nil, Hans},
	} {
		if got := ChineseOf(test.langs); got != test.want {
			t.Errorf("of %v: %s, want %s", test.langs, got, test.want)
		}
	}
}
