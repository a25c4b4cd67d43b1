package workbook

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nianbao/internal/stat"
	"nianbao/internal/xlsx"
)

// drawn is the content of a chart's part.
type drawn struct {
	Titles []string `xml:"chart>title>tx>rich>p>r>t"`
	Series []struct {
		Name  string   `xml:"tx>strRef>strCache>pt>v"`
		Items []string `xml:"cat>strRef>strCache>pt>v"`
		From  string   `xml:"val>numRef>f"`
		Point []struct {
			Index int    `xml:"idx,attr"`
			Value string `xml:"v"`
		} `xml:"val>numRef>numCache>pt"`
		Solid   *struct{} `xml:"spPr>solidFill"`
		Pattern *struct{} `xml:"spPr>pattFill"`
	} `xml:"chart>plotArea>barChart>ser"`
}

// Each chart shows the contents of its cells, has a title in both languages, and distinguishes its series without
// colour.
func TestChartsShowTheirCells(t *testing.T) {
	e, opt := build(t, area(t, "saibei"), stat.Hans, stat.En)
	p, err := makePlan(e, opt)
	if err != nil {
		t.Fatal(err)
	}
	file := render(t, e, opt)
	i := slices.IndexFunc(p.Sheets, func(s xlsx.Sheet) bool { return s.Table.Name == "charts" })
	s := p.Sheets[i]
	if len(s.Charts) != 4 {
		t.Fatalf("%d charts, want growth, targets, positions and money", len(s.Charts))
	}
	cells := rawCells(t, file, i+1)
	header := s.Layout.Header
	for n, c := range s.Charts {
		var got drawn
		if err := xml.Unmarshal(partOf(t, file, fmt.Sprintf("xl/charts/chart%d.xml", n+1)), &got); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.Titles, got.Titles); diff != "" || len(got.Titles) != 2 {
			t.Errorf("%s: titles (-want +got):\n%s", c.Name, diff)
		}
		for k, one := range got.Series {
			if solid := one.Solid != nil; solid != (k == 0) || solid == (one.Pattern != nil) {
				t.Errorf("%s: series %d does not differ from the others in print", c.Name, k)
			}
			first := c.Series[k].First
			if len(one.Items) != c.Series[k].Last-first+1 {
				t.Errorf("%s: %d items", c.Name, len(one.Items))
			}
			for _, point := range one.Point {
				at := cellName(s.Table.Index(pointColumn), header+1+first+point.Index)
				if point.Value != cells[at].Value {
					t.Errorf("%s: a bar of %s, and %s holds %s", c.Name, point.Value, at, cells[at].Value)
				}
			}
		}
	}
}

func TestChartsOfAQuietPeriod(t *testing.T) {
	d := small()
	d.Periods[0].Facts = d.Periods[0].Facts[:1]
	d.Periods[0].Projects = nil
	p, _ := planOf(t, d, stat.En)
	for _, s := range p.Sheets {
		if len(s.Charts) > 0 {
			t.Errorf("%s: %d charts of nothing", s.Name, len(s.Charts))
		}
	}
}

// A name with XML special characters is preserved.
func TestChartsEscape(t *testing.T) {
	d := full()
	const name = `A <b> & "c" 'd'`
	for i := range d.Indicators {
		d.Indicators[i].Name = both(name, name)
	}
	e, opt := build(t, d, stat.Hans, stat.En)
	var got drawn
	if err := xml.Unmarshal(partOf(t, render(t, e, opt), "xl/charts/chart1.xml"), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Series) == 0 || !strings.Contains(got.Series[0].Items[0], name) {
		t.Errorf("items %+v", got.Series)
	}
}

// Targets due in different periods are not compared with each other, and real growth is marked.
func TestChartsTellGrowthsApart(t *testing.T) {
	d := full()
	d.Indicators[0].Basis = stat.Real
	for i := range d.Periods[0].Facts {
		if f := &d.Periods[0].Facts[i]; f.ID == "task-1.target_growth@2024" {
			f.ID, f.Period = "task-1.target_growth@2025", year(2025)
		}
	}
	p, _ := planOf(t, d, stat.En)
	titles := map[string][]string{} // the series of each chart
	for _, s := range p.Sheets {
		for _, c := range s.Charts {
			for _, one := range c.Series {
				row := s.Table.Rows[one.First]
				titles[c.Titles[0]] = append(titles[c.Titles[0]], row[s.Table.Index(seriesColumn)].Text)
			}
		}
	}
	for title, want := range map[string][]string{
		"Test District, 2023: growth by indicator (%), nominal unless marked real":           {"Growth"},
		"Test District: growth in 2023 and targets for 2024 (%), nominal unless marked real": {"Growth in 2023", "Target for 2024"},
		"Test District: growth in 2023 and targets for 2025 (%)":                             {"Growth in 2023", "Target for 2025"},
	} {
		if diff := cmp.Diff(want, titles["[Sample data] "+title]); diff != "" && cmp.Diff(want, titles[title]) != "" {
			t.Errorf("%s (-want +got):\n%s\nof %q", title, diff, titles)
		}
	}
	if text := dump(p); !strings.Contains(text, `"Gross domestic product (real)"`) || strings.Contains(text, "Task task-0 (real)") {
		t.Error("real growth is not marked, or nominal growth is")
	}
}

// The chart of growth compares what the edition compares, for each shipped area.
func TestGrowthChartComparesWhatTheEditionDoes(t *testing.T) {
	compared := 0
	for _, code := range []string{"saibei", "example"} {
		book, e := planOf(t, area(t, code), stat.Hans, stat.En)
		want := map[string]bool{}
		for _, theme := range e.Themes {
			for _, r := range e.Growths(theme) {
				want[r.Indicator.Name.Hans] = true
			}
		}
		got := map[string]bool{}
		for _, s := range book.Sheets {
			for _, c := range s.Charts {
				if !strings.HasSuffix(c.Name, "-growth") {
					continue
				}
				for _, row := range s.Table.Rows[c.Series[0].First : c.Series[0].Last+1] {
					name, _, _ := strings.Cut(row[s.Table.Index(itemColumn)].Text, "\n")
					name, _, _ = strings.Cut(name, "（")
					got[name] = true
				}
			}
		}
		compared += len(want)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-edition +workbook):\n%s", code, diff)
		}
	}
	if compared == 0 {
		t.Error("nothing is compared")
	}
}
