package xlsx

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// sample is a book with a sheet with charts and a sheet for machines.
func sample(name string, live bool, items int) *Book {
	t := Table{Name: "figures", Columns: []Column{
		{Key: "series", Header: "序列 Series", Kind: Text, Limit: 10}, {Key: "item", Header: "项目 Item", Kind: Text, Limit: 20},
		{Key: "value", Header: "数值 Value", Kind: Number, Limit: 12},
	}}
	s := Sheet{Name: name, Titles: []string{"标题", "Title"}, Lines: [][]string{{"说明", "Guidance"}}, Mark: "草稿 Draft"}
	for i := range 4 {
		c := Chart{
			Titles: []string{"图", "Chart"}, Name: fmt.Sprintf("chart-%d", i+1), Lines: i%2 == 1,
			Columns: ChartColumns{Series: "series", Item: "item", Value: "value"}, Series: []Series{{len(t.Rows), len(t.Rows) + items - 1}},
		}
		for j := range items {
			t.Rows = append(t.Rows, []Cell{
				{Kind: Text, Text: "a & b", Tone: Tone(i)}, {Kind: Text, Text: strings.Repeat("项", j+1), Link: "#" + At("data", "day", 0)},
				{Kind: Number, Text: fmt.Sprintf("%d.50", j), Decimals: 2, Formula: "ROUND(" + Own("figures", "value") + ",2)"},
			})
		}
		s.Charts = append(s.Charts, c)
	}
	s.Table = t
	return &Book{
		Properties: Properties{Title: "Book", Creator: "Office", Program: "test 1.0", Languages: []string{"zh-Hans", "en"}, Created: time.Date(2024, 1, 20, 0, 0, 0, 0, time.UTC)},
		Sheets: []Sheet{s, {Name: "data", Plain: true, Table: Table{
			Name: "data", Columns: []Column{{Key: "day", Header: "day", Kind: Date}, {Key: "sure", Header: "sure", Kind: Truth}},
			Rows: [][]Cell{{{Kind: Date, Text: "2024-01-20"}, {Kind: Truth, Text: "true"}}, {{}, {}}},
		}}},
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
	b := sample("a", true, 9)
	if err := b.Arrange(); err != nil {
		t.Fatal(err)
	}
	s := b.Sheets[0]
	rows := s.Layout.breaks(s.Charts)
	if len(rows) == 0 {
		t.Error("all charts stand on one page")
	}
	for _, row := range rows {
		if !slices.ContainsFunc(s.Charts, func(c Chart) bool { return s.Layout.Header+1+c.Series[0].First == row }) {
			t.Errorf("a page begins at row %d, inside a chart", row)
		}
	}
}

// A chart of rows or columns that its table lacks is refused.
func TestArrangeRefusesCharts(t *testing.T) {
	for want, spoil := range map[string]func(*Chart){
		`no column "none"`: func(c *Chart) { c.Columns.Item = "none" },
		"no series":        func(c *Chart) { c.Series = nil },
		"no rows 0 to 99":  func(c *Chart) { c.Series[0].Last = 99 },
	} {
		b := sample("a", true, 2)
		spoil(&b.Sheets[0].Charts[0])
		if err := b.Arrange(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want an error with %s", err, want)
		}
	}
}
