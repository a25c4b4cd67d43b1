package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"
)

// sample is a book with a sheet of charts and tables, and a sheet for machines.
func sample(name string, live bool, items int) *Book {
	s := Sheet{Name: name, Titles: []string{"标题", "Title"}, Lines: [][]string{{"说明", "Guidance"}}, Mark: "草稿 Draft"}
	for i := range 4 {
		t := Table{Name: fmt.Sprintf("figures%d", i), Columns: []Column{
			{Key: "item", Header: "项目 Item", Kind: Text, Limit: 20, Signs: []Sign{{"a", Blue}, {"项", Orange}}},
			{Key: "value", Header: "数值 Value", Kind: Number, Limit: 12, Bars: true}, {Key: "more", Header: "更多 More", Kind: Number, Limit: 12, Input: []string{"数字", "A number"}},
		}}
		for j := range items {
			t.Rows = append(t.Rows, []Cell{
				{Kind: Text, Text: strings.Repeat("项", j+1), Link: "#" + At("data", "day", 0)},
				{Kind: Number, Text: fmt.Sprintf("%d.50", j), Decimals: 2, Formula: "ROUND(" + Own(t.Name, "more") + ",2)"},
				{Kind: Number, Text: fmt.Sprintf("%d.50", j), Decimals: 2, Formula: "SUM(days)"},
			})
		}
		s.Tables = append(s.Tables, t)
		s.Charts = append(s.Charts, Chart{
			Titles: []string{"图", "Chart"}, Name: fmt.Sprintf("chart-%d", i+1), Kind: ChartKind(i % 3), Table: t.Name, Item: "item", Series: []string{"value", "more"},
		})
	}
	return &Book{
		Properties: Properties{Title: "Book", Creator: "Office", Program: "test 1.0", Languages: []string{"zh-Hans", "en"}, Created: time.Date(2024, 1, 20, 0, 0, 0, 0, time.UTC)},
		Face:       "Arial", Names: []Name{{"days", "data", "day"}},
		Sheets: []Sheet{s, {Name: "data", Plain: true, Aside: true, Tables: []Table{{
			Name: "data", Columns: []Column{{Key: "day", Header: "day", Kind: Date}, {Key: "sure", Header: "sure", Kind: Truth}},
			Rows: [][]Cell{{{Kind: Date, Text: "2024-01-20"}, {Kind: Truth, Text: "true"}}, {{}, {}}},
		}}}},
		Live: live,
	}
}

func written(t *testing.T, b *Book) []byte {
	t.Helper()
	if err := b.Arrange(); err != nil {
		t.Fatal(err)
	}
	data, err := b.Write()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// forget clears the caches, as in a new process.
func forget() { frames.kept = nil }

// A file is the same each time, whatever was written before it.
func TestWriteIsRepeatable(t *testing.T) {
	for _, live := range []bool{true, false} {
		for _, name := range []string{"a", "b"} {
			after := written(t, sample(name, live, 3))
			for range 3 {
				forget()
				if !bytes.Equal(written(t, sample(name, live, 3)), after) {
					t.Errorf("%s, %v: alone it is another than after others", name, live)
				}
			}
		}
	}
}

// A book must be arranged before it is written.
func TestWriteWantsLayouts(t *testing.T) {
	if _, err := sample("a", true, 2).Write(); err == nil || !strings.Contains(err.Error(), "not arranged") {
		t.Errorf("%v", err)
	}
}

// Pages break between charts, not within.
func TestBreaks(t *testing.T) {
	b := sample("a", true, 12)
	if err := b.Arrange(); err != nil {
		t.Fatal(err)
	}
	s := b.Sheets[0]
	rows := s.breaks()
	if len(rows) == 0 {
		t.Error("all charts are on one page")
	}
	for _, row := range rows {
		if !slices.Contains(s.Layout.Charts, row) {
			t.Errorf("a page begins at row %d, inside a chart", row)
		}
	}
}

// Each chart begins at the header of its table, and neither tables nor charts overlap.
func TestStack(t *testing.T) {
	for _, below := range []bool{false, true} {
		b := sample("a", true, 3)
		b.Sheets[0].Below = below
		if err := b.Arrange(); err != nil {
			t.Fatal(err)
		}
		l := b.Sheets[0].Layout
		for i, p := range l.Tables {
			if i > 0 && p.Header < l.Tables[i-1].last()+2 {
				t.Errorf("table %d begins at row %d, and the one before ends at row %d", i, p.Header, l.Tables[i-1].last())
			}
			end := l.below(l.Charts[i], b.Sheets[0].Charts[i].height())
			switch {
			case below && l.Charts[i] <= l.Tables[len(l.Tables)-1].last():
				t.Errorf("chart %d begins at row %d, beside a table", i, l.Charts[i])
			case !below && l.Charts[i] != p.Header:
				t.Errorf("chart %d begins at row %d, its table at row %d", i, l.Charts[i], p.Header)
			case !below && i+1 < len(l.Charts) && l.Charts[i+1] < end:
				t.Errorf("chart %d begins at row %d, and the one before ends at row %d", i+1, l.Charts[i+1], end)
			}
		}
	}
}

// A chart of a table or of columns that the book lacks is refused.
func TestArrangeRefusesCharts(t *testing.T) {
	for want, spoil := range map[string]func(*Chart){
		`no column "none"`: func(c *Chart) { c.Item = "none" },
		`no column "lost"`: func(c *Chart) { c.Series[1] = "lost" },
		"no series":        func(c *Chart) { c.Series = nil },
		`no table "x"`:     func(c *Chart) { c.Table = "x" },
	} {
		b := sample("a", true, 2)
		spoil(&b.Sheets[0].Charts[0])
		if err := b.Arrange(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want an error with %s", err, want)
		}
	}
}

// Formulas may give texts, or nothing yet. Names, print areas, bars, tones and frozen headers are only where they belong.
func TestWrittenParts(t *testing.T) {
	b := sample("a", true, 2)
	b.Sheets[0].Tables[0].Rows[0][0] = Cell{Kind: Text, Text: "a<b", Formula: `IF(1,"a<b","")`}
	b.Sheets[0].Tables[0].Rows[1][1] = Cell{Kind: Blank, Formula: "1/0"}
	live, fixed := unpacked(t, written(t, b)), unpacked(t, written(t, sample("a", false, 2)))
	for _, tt := range []struct {
		part, has   string
		live, fixed bool
	}{
		{"xl/worksheets/sheet1.xml", ` t="str"><f>IF(1,&quot;a&lt;b&quot;,&quot;&quot;)</f><v>a&lt;b</v></c>`, true, false},
		{"xl/worksheets/sheet1.xml", `><f>1/0</f></c>`, true, false},
		{"xl/worksheets/sheet1.xml", `<cfRule type="dataBar"`, true, false},
		{"xl/worksheets/sheet1.xml", `<cfRule type="beginsWith" dxfId="0"`, true, false},
		{"xl/worksheets/sheet1.xml", `<cfRule type="expression" dxfId="4"`, true, false},
		{"xl/worksheets/sheet1.xml", `<dataValidation type="decimal"`, true, false},
		{"xl/worksheets/sheet1.xml", `<oddFooter>`, true, false},
		{"xl/worksheets/sheet1.xml", `<pane `, false, false},
		{"xl/worksheets/sheet2.xml", `<pane ySplit="1"`, true, false},
		{"xl/tables/table1.xml", `<autoFilter`, true, false},
		{"xl/workbook.xml", `name="days"`, true, false},
		{"xl/workbook.xml", `name="_xlnm.Print_Area">&#39;data&#39;!$D$1:$D$1<`, true, true},
		{"xl/charts/chart1.xml", `<c:max `, false, false},
		{"xl/charts/chart1.xml", `<c:numLit>`, true, true},
		{"xl/charts/chart2.xml", `<c:f>'a'!$B$`, true, true},
		{"xl/styles.xml", `<dxfs count="5">`, true, true},
	} {
		if got := strings.Contains(live[tt.part], tt.has); got != tt.live {
			t.Errorf("live: %s has %s: %v, want %v", tt.part, tt.has, got, tt.live)
		}
		if got := strings.Contains(fixed[tt.part], tt.has); got != tt.fixed {
			t.Errorf("not live: %s has %s: %v, want %v", tt.part, tt.has, got, tt.fixed)
		}
	}
}

// unpacked holds the parts of a file as texts.
func unpacked(t *testing.T, file []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(data)
	}
	return parts
}
