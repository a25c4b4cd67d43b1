package workbook

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/stat"
	"nianbao/internal/xlsx"
)

// drawn is the content of a chart's part.
type drawn struct {
	Titles []string    `xml:"chart>title>tx>rich>p>r>t"`
	Bars   []drawnLine `xml:"chart>plotArea>barChart>ser"`
	Lines  []drawnLine `xml:"chart>plotArea>lineChart>ser"`
}

// drawnLine is a series of a chart.
type drawnLine struct {
	Name   drawnTexts `xml:"tx>strRef"`
	Items  drawnTexts `xml:"cat>strRef"`
	Values struct {
		From   string `xml:"f"`
		Points []struct {
			Index int    `xml:"idx,attr"`
			Value string `xml:"v"`
		} `xml:"numCache>pt"`
	} `xml:"val>numRef"`
	Literal []string  `xml:"val>numLit>pt>v"`
	Solid   *struct{} `xml:"spPr>solidFill"`
	Pattern *struct{} `xml:"spPr>pattFill"`
}

type drawnTexts struct {
	From  string   `xml:"f"`
	Texts []string `xml:"strCache>pt>v"`
}

// chartsOf reads the charts of a file, by number.
func chartsOf(t *testing.T, file []byte, n int) []drawn {
	t.Helper()
	list := make([]drawn, n)
	for i := range list {
		if err := xml.Unmarshal(partOf(t, file, fmt.Sprintf("xl/charts/chart%d.xml", i+1)), &list[i]); err != nil {
			t.Fatal(err)
		}
	}
	return list
}

// tableOf finds a table of a plan.
func tableOf(t *testing.T, p *xlsx.Book, name string) xlsx.Table {
	t.Helper()
	for _, s := range p.Sheets {
		for _, one := range s.Tables {
			if one.Name == name {
				return one
			}
		}
	}
	t.Fatalf("no table %q", name)
	return xlsx.Table{}
}

// chartsIn lists the charts of a plan, sheet by sheet, as the file numbers them.
func chartsIn(p *xlsx.Book) []xlsx.Chart {
	var list []xlsx.Chart
	for _, s := range p.Sheets {
		list = append(list, s.Charts...)
	}
	return list
}

// cellsAt lists the names of the cells of a reference to one column or row: 'Sheet'!$A$2:$A$4.
func cellsAt(t *testing.T, reference string) (sheet string, cells []string) {
	t.Helper()
	sheet, area, _ := strings.Cut(reference, "!")
	from, to, more := strings.Cut(strings.ReplaceAll(area, "$", ""), ":")
	if !more {
		to = from
	}
	c1, r1, err1 := excelize.CellNameToCoordinates(from)
	c2, r2, err2 := excelize.CellNameToCoordinates(to)
	if err1 != nil || err2 != nil {
		t.Fatalf("reference %q", reference)
	}
	for r := r1; r <= r2; r++ {
		for c := c1; c <= c2; c++ {
			cells = append(cells, cellName(c-1, r))
		}
	}
	return strings.Trim(sheet, "'"), cells
}

// Each chart shows the contents of its cells, has a title in both languages, and distinguishes its series without
// colour. Its bars begin at zero, whatever scale the program chooses.
func TestChartsShowTheirCells(t *testing.T) {
	for _, code := range []string{"saibei", "example", "tongjian"} {
		e, opt := build(t, area(t, code), stat.Hans, stat.En)
		p, err := makePlan(e, opt)
		if err != nil {
			t.Fatal(err)
		}
		file := render(t, e, opt)
		read := readWritten(t, file)
		planned := chartsIn(p)
		for n, got := range chartsOf(t, file, len(planned)) {
			name := planned[n].Name
			if diff := cmp.Diff(planned[n].Titles, got.Titles); diff != "" || len(got.Titles) != 2 {
				t.Errorf("%s: titles (-want +got):\n%s", name, diff)
			}
			if planned[n].Kind == xlsx.StackChart {
				for _, one := range got.Bars {
					read.sameCells(t, name, one)
				}
				continue
			}
			if zeros := len(got.Bars) - 1; len(got.Bars) > 0 && !slices.Equal(got.Bars[zeros].Literal, []string{"0"}) {
				t.Errorf("%s: no series of zeros", name)
			} else if len(got.Bars) > 0 {
				got.Bars = got.Bars[:zeros]
			}
			if len(got.Bars)+len(got.Lines) == 0 {
				t.Errorf("%s: no series", name)
			}
			for k, one := range got.Bars {
				if solid := one.Solid != nil; solid != (k == 0) || solid == (one.Pattern != nil) {
					t.Errorf("%s: series %d does not differ from the others in print", name, k)
				}
			}
			for _, one := range append(got.Bars, got.Lines...) {
				read.sameCells(t, name, one)
			}
		}
	}
}

// sameCells checks that a series holds what its cells do.
func (w *written) sameCells(t *testing.T, name string, one drawnLine) {
	t.Helper()
	texts := func(of drawnTexts) {
		sheet, cells := cellsAt(t, of.From)
		for i, at := range cells {
			if got := w.cell(t, sheet, at); got != of.Texts[i] {
				t.Errorf("%s: a label %q, and %s holds %q", name, of.Texts[i], at, got)
			}
		}
	}
	texts(one.Name)
	texts(one.Items)
	sheet, cells := cellsAt(t, one.Values.From)
	if len(cells) != len(one.Items.Texts) {
		t.Errorf("%s: %d values and %d items", name, len(cells), len(one.Items.Texts))
	}
	for _, point := range one.Values.Points {
		if got := w.cell(t, sheet, cells[point.Index]); got != point.Value {
			t.Errorf("%s: a value of %s, and %s holds %s", name, point.Value, cells[point.Index], got)
		}
	}
}

// cell is the text of a cell, as in the file.
func (w *written) cell(t *testing.T, sheet, at string) string {
	t.Helper()
	column, row, err := excelize.CellNameToCoordinates(at)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range w.sheets {
		if s.name == sheet {
			return s.cells[[2]int{column, row}].text
		}
	}
	t.Fatalf("no sheet %q", sheet)
	return ""
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
	if len(got.Bars) == 0 || !strings.Contains(got.Bars[0].Items.Texts[0], name) {
		t.Errorf("items %+v", got.Bars)
	}
}

// Targets due in different periods are not compared with each other, nor are amounts with counts, and real growth is marked.
func TestChartsTellGrowthsApart(t *testing.T) {
	d := full()
	d.Indicators[0].Basis = stat.Real
	for i := range d.Indicators {
		if strings.HasPrefix(d.Indicators[i].Code, "task") {
			d.Indicators[i].Unit = "CNY"
		}
	}
	for i := range 3 {
		code := fmt.Sprintf("later-%d", i)
		d.Indicators = append(d.Indicators, stat.Indicator{Code: code, Theme: "economy", Name: both("以后"+code, "Later "+code), Unit: "TONNE"})
		target := fact(code, stat.TargetGrowth, stat.Qty("3", 0, "PERCENT"))
		target.ID, target.Period = code+".target_growth@2025", year(2025)
		target.Target = &stat.Target{Indicator: code, Operator: stat.Equal}
		d.Periods[0].Facts = append(d.Periods[0].Facts, target, fact(code, stat.Growth, stat.Qty("1", 0, "PERCENT")))
	}
	p, _ := planOf(t, d, stat.En)
	titles := map[string][]string{} // the series of each chart
	for _, c := range chartsIn(p) {
		table := tableOf(t, p, c.Table)
		title := strings.TrimPrefix(c.Titles[0], "[Sample data] ")
		for _, key := range c.Series {
			titles[title] = append(titles[title], fmt.Sprint(table.Columns[table.Index(key)].Header, " of ", len(table.Rows)))
		}
	}
	for title, want := range map[string]string{
		"Test District, 2023: growth, Economy (%), money nominal unless marked real":               "Growth in 2023 (%) of 4",
		"Test District, 2023: growth, Economy (%)":                                                 "Growth in 2023 (%) of 3",
		"Test District: growth in 2023 and targets for 2024 (%), money nominal unless marked real": "Growth in 2023 (%) of 4 Target for 2024 (%) of 4",
		"Test District: growth in 2023 and targets for 2025 (%)":                                   "Growth in 2023 (%) of 3 Target for 2025 (%) of 3",
	} {
		if got := strings.Join(titles[title], " "); !strings.HasPrefix(got, want) {
			t.Errorf("%s: %q, want %q", title, got, want)
		}
	}
	if text := dump(p); !strings.Contains(text, `"Gross domestic product (real)"`) || strings.Contains(text, "Task task-0 (real)") {
		t.Error("real growth is not marked, or nominal growth is")
	}
}

// The charts compare what the edition compares, for each shipped area: growth by theme and dimension, targets, progress,
// parts of wholes and costs.
func TestChartsCompareWhatTheEditionDoes(t *testing.T) {
	compared := 0
	for _, code := range []string{"saibei", "example", "tongjian"} {
		book, e := planOf(t, area(t, code), stat.Hans, stat.En)
		var want []string
		add := func(n int) { want = append(want, fmt.Sprint(min(n, maxBars))) }
		for _, theme := range e.Themes {
			for _, rows := range e.Growths(theme) {
				add(len(rows))
			}
		}
		for _, targets := range e.GrowthTargets() {
			add(len(targets))
		}
		if paced := e.PacedProgress(); len(paced) > 0 {
			add(len(paced))
		}
		wholes := 0
		for _, theme := range e.Themes {
			wholes += len(e.Wholes(theme))
		}
		for _, costs := range e.Costs() {
			add(len(costs.Sums))
		}
		var got []string
		stacks := 0
		for _, s := range book.Sheets {
			for _, one := range s.Tables {
				switch {
				case strings.HasPrefix(one.Name, "chart_parts"):
					stacks++
				case strings.HasPrefix(one.Name, "chart_") && !strings.HasPrefix(one.Name, "chart_trend") && !strings.HasPrefix(one.Name, "chart_bump") && one.Name != "chart_positions":
					got = append(got, fmt.Sprint(len(one.Rows)))
				}
			}
		}
		compared += len(want)
		if diff := cmp.Diff(want, got); diff != "" || stacks != wholes {
			t.Errorf("%s: %d charts of parts, want %d; rows of others (-edition +workbook):\n%s", code, stacks, wholes, diff)
		}
	}
	if compared == 0 {
		t.Error("nothing is compared")
	}
}

// Each part of a whole is a series of its own with one value, and the bar ends at 100 %.
func TestPartsAreStacked(t *testing.T) {
	e, opt := build(t, area(t, "tongjian"), stat.Hans, stat.En)
	p, err := makePlan(e, opt)
	if err != nil {
		t.Fatal(err)
	}
	file := render(t, e, opt)
	stacks := 0
	for n, c := range chartsIn(p) {
		if c.Kind != xlsx.StackChart {
			continue
		}
		stacks++
		part := partOf(t, file, fmt.Sprintf("xl/charts/chart%d.xml", n+1))
		var got drawn
		if err := xml.Unmarshal(part, &got); err != nil {
			t.Fatal(err)
		}
		rows := tableOf(t, p, c.Table).Rows
		if len(got.Bars) != len(rows) || !strings.Contains(string(part), `<c:grouping val="percentStacked"/>`) {
			t.Errorf("%s: %d pieces of %d parts", c.Name, len(got.Bars), len(rows))
		}
	}
	if stacks == 0 {
		t.Error("no chart of parts")
	}
}
