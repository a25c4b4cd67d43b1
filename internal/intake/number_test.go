package intake

import (
	"testing"

	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/xlsx"
)

// TestTextNumbers holds what texts mean in cells: a number in the unit of the figure, or nothing.
func TestTextNumbers(t *testing.T) {
	units := stat.Units()
	var both []*locale.Words
	for _, l := range []stat.Lang{stat.Hans, stat.En} {
		w, err := locale.For(l, units)
		if err != nil {
			t.Fatal(err)
		}
		both = append(both, w)
	}
	money := wanted{stat.Quantity{Unit: "CNY", Mult: 8}, stat.Level}
	dollars := wanted{stat.Quantity{Unit: "USD", Mult: 8}, stat.Level}
	people := wanted{stat.Quantity{Unit: "PERSON", Mult: 4}, stat.Level}
	persons := wanted{stat.Quantity{Unit: "PERSON"}, stat.Level}
	growth := wanted{stat.Quantity{Unit: "PERCENT"}, stat.Growth}
	ratio := wanted{stat.Quantity{Unit: "PERCENT"}, stat.Ratio}
	points := wanted{stat.Quantity{Unit: "PP"}, stat.Change}
	for _, c := range []struct {
		text string
		as   wanted
		want string // "" if it is not understood
	}{
		{"12.5", money, "12.5"}, {" 12.50 ", money, "12.50"}, {"１２．５", money, "12.5"}, {"1,234.5", money, "1234.5"}, {"1，234.5", money, "1234.5"},
		{"12.5亿元", money, "12.5"}, {"12.5 亿元", money, "12.5"}, {"12.50亿元", money, "12.50"}, {"1250万元", money, "0.125"}, {"1.25万亿", money, "12500"},
		{"¥12.5亿", money, "12.5"}, {"人民币12.5亿元", money, "12.5"}, {"¥6.9亿", dollars, ""}, {"人民币6.9亿", dollars, ""}, {"6.9亿美元", dollars, "6.9"},
		{"¥12.5", money, ""}, {"12.5美元", money, ""}, {"12.5①", money, ""}, {"12.5¹", money, ""}, {"12²", money, ""}, {"12.5*", money, ""},
		{"-3.5", money, "-3.5"}, {"－3.5", money, "-3.5"}, {"+5", money, "5"}, {"(3.5)", money, ""}, {"1 234.5", money, ""}, {"1 2", money, ""},
		{"12.5\u00a0亿元", money, "12.5"}, {"1,23", money, ""}, {"12,5", money, ""}, {"12-15", money, ""}, {"约12.5", money, ""}, {"12.5左右", money, ""},
		{"三百", money, ""}, {"5月1日", money, ""}, {"1e5", money, ""}, {"0x1F", money, ""}, {"", money, ""}, {"—", money, ""}, {"持平", growth, ""}, {"1.2倍", growth, ""},
		{"1.2万人", people, "1.2"}, {"12000人", people, "1.2"}, {"1.2万", persons, "12000"}, {"1.2万人", persons, "12000"}, {"1.2万户", people, ""},
		{"5.1%", growth, "5.1"}, {"5.1 %", growth, "5.1"}, {"5.1％", growth, "5.1"}, {"增长5.1%", growth, "5.1"}, {"同比增长5.1%", growth, "5.1"},
		{"同比增1.2%", growth, "1.2"}, {"降3.2%", growth, "-3.2"}, {"↑5.5%", growth, "5.5"}, {"↓2%", growth, "-2"}, {"负2.0%", growth, "-2.0"}, {"负-2%", growth, ""}, {"负", growth, ""}, {"↑5亿元", money, ""},
		{"下降 2%", growth, "-2"}, {"下降-2%", growth, ""}, {"5.1%", money, ""}, {"5.1万", growth, ""}, {"5.1个百分点", growth, ""}, {"0.8个百分点", points, "0.8"},
		{"58.96%", ratio, "58.96"}, {"提高0.8%", ratio, ""}, {"下降0.5%", ratio, ""}, {"增长5亿元", money, ""},
	} {
		d, problem := textNumber(c.text, c.as, both...)
		got := ""
		if problem == nil {
			got = stat.Plain(d)
		}
		if got != c.want {
			t.Errorf("%q in %s: got %q, want %q", c.text, c.as.Unit, got, c.want)
		}
	}
}

// TestCellNumbers holds what numbers mean in the formats that programs give their cells.
func TestCellNumbers(t *testing.T) {
	money := wanted{stat.Quantity{Unit: "CNY", Mult: 8}, stat.Level}
	growth := wanted{stat.Quantity{Unit: "PERCENT"}, stat.Growth}
	number := func(text string) xlsx.Value { return xlsx.Value{Kind: xlsx.Number, Text: text, Decimals: -1} }
	shown := func(text string, percent bool, decimals int) xlsx.Value {
		return xlsx.Value{Kind: xlsx.Number, Text: text, Percent: percent, Decimals: decimals}
	}
	for _, c := range []struct {
		name string
		cell xlsx.Value
		as   wanted
		want string
	}{
		{"plain", number("609.91"), money, "609.91"},
		{"noise", number("609.90999999999997"), money, "609.91"},
		{"small noise", number("5.0999999999999996E-2"), growth, "0.051"},
		{"large", number("141177"), money, "141177"},
		{"per cent", shown("5.0999999999999997E-2", true, 1), growth, "5.1"},
		{"per cent of a whole", shown("0.05", true, 0), growth, "5"},
		{"per cent that is shown short", shown("0.0514", true, 1), growth, ""},
		{"per cent in money", shown("0.051", true, 1), money, ""},
		{"shown short", shown("12.345", false, 1), money, ""},
		{"shown long", shown("12.3", false, 2), money, "12.3"},
	} {
		d, problem := cellNumber(c.cell, c.as)
		got := ""
		if problem == nil {
			got = stat.Plain(d)
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
