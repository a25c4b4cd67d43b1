package xlsx

import (
	"testing"

	"github.com/xuri/excelize/v2"
)

// accounting is the format of the button of accounting, in Chinese Excel.
const accounting = `_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ `

// TestNumberFormats writes numbers with formats by the library and reads back what they show.
func TestNumberFormats(t *testing.T) {
	shown := func(decimals, least int) Value { return Value{Decimals: decimals, Least: least} }
	odd := Value{Decimals: -1, Odd: true}
	cases := []struct {
		number  float64
		pattern string // or builtIn
		builtIn int
		want    Value
	}{
		{12.5, "", 0, shown(-1, 0)},
		{12.5, "", 2, shown(2, 2)},
		{12.546, "", 11, odd},
		{0.3333, "", 12, odd},
		{0.3333, "", 13, odd},
		{12.546, "", 48, odd},
		{-12.5, "", 40, shown(2, 2)},
		{0, "", 43, shown(2, 2)},
		{45000, "", 14, Value{Kind: Date, Text: "2023-03-15"}},
		{45000.5, "yyyy/m/d h:mm", 0, Value{Kind: Date, Text: "2023-03-15 12:00"}},
		{45000, `[$-804]yyyy"年"m"月"d"日";@`, 0, Value{Kind: Date, Text: "2023-03-15"}},
		{12.5, "0.00E+00", 0, odd},
		{12.5, "# ?/?", 0, odd},
		{12.5, "0.0", 0, shown(1, 1)},
		{-12.5, "0.0", 0, shown(1, 1)},
		{-12.5, "0.0;0.0", 0, odd},
		{12.5, "0.0;0.0", 0, shown(1, 1)},
		{-12.5, "0.00;[Red]0.00", 0, odd},
		{-12.5, "0.0;-0.00", 0, shown(2, 2)},
		{-12.5, `0.00_);[Red]\(0.00\)`, 0, shown(2, 2)},
		{-12.5, "0.00_ ;[红色]-0.00 ", 0, shown(2, 2)},
		{-3.5, `0.0;"增长"0.0`, 0, odd},
		{3.5, `"增长"0.0;"下降"0.0`, 0, odd},
		{0, `0.0;-0.0;"—"`, 0, odd},
		{3.5, `+0.0;-0.0;0.0`, 0, shown(1, 1)},
		{-3.5, `+0.0;-0.0;0.0`, 0, shown(1, 1)},
		{-3.5, `+0.0`, 0, odd},
		{12.5, "-0.0", 0, odd},
		{12.5, ";;;", 0, odd},
		{-12.5, "0.0;;", 0, odd},
		{0, "0.0;;", 0, odd},
		{12.5, "0.0;;", 0, shown(1, 1)},
		{0, "#", 0, odd},
		{0, "#.##", 0, odd},
		{0, "#.0", 0, shown(1, 1)},
		{12.5, "[>=100]0.0;0.00", 0, odd},
		{12.5, "0.0;[<-5]-0.0", 0, odd},
		{12.5, "[DBNum1]General", 0, odd},
		{12.5, accounting, 0, shown(2, 2)},
		{-12.5, accounting, 0, shown(2, 2)},
		{0, accounting, 0, shown(2, 2)},
		{-12.5, `_-[$¥-804]* #,##0.0_-;-[$¥-804]* #,##0.0_-;_-[$¥-804]* "-"?_-;_-@_-`, 0, shown(1, 1)},
		{-0.051, "0.0%", 0, Value{Percent: true, Decimals: 1, Least: 1}},
		{0.051, "0.0%%", 0, odd},
		{12345, "#,##0,", 0, odd},
		{12345, `0.0,"万"`, 0, odd},
		{12.5, `0.0"万"`, 0, odd},
		{12.5, `0!.0`, 0, odd},
		{12.5, "G/通用格式", 0, shown(-1, 0)},
		{12.5, `General"亿"`, 0, odd},
		{12.5, "*00.0", 0, odd},
		{12.5, "000-0000", 0, odd},
		{12.5, "@", 0, shown(-1, 0)},
		{12.5, "0.0##########", 0, shown(-1, 1)},
	}
	f := excelize.NewFile()
	for i, c := range cases {
		style := &excelize.Style{NumFmt: c.builtIn}
		if c.pattern != "" {
			style.CustomNumFmt = &c.pattern
		}
		id, err := f.NewStyle(style)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellValue("Sheet1", cellName(0, i+1), c.number); err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellStyle("Sheet1", cellName(0, i+1), cellName(0, i+1), id); err != nil {
			t.Fatal(err)
		}
	}
	for i, row := range readBack(t, f).Sheets[0].Rows {
		got, c := row[0], cases[i]
		if c.want.Kind == Date {
			if got.Kind != Date || got.Text != c.want.Text {
				t.Errorf("%v as %q (%d): %+v, want the date %s", c.number, c.pattern, c.builtIn, got, c.want.Text)
			}
			continue
		}
		if c.want.Kind, c.want.Text = Number, got.Text; got != c.want {
			t.Errorf("%v as %q (%d): %+v, want %+v", c.number, c.pattern, c.builtIn, got, c.want)
		}
	}
}

func readBack(t *testing.T, f *excelize.File) *Filled {
	t.Helper()
	data, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	book, err := ReadFilled(data.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return book
}
