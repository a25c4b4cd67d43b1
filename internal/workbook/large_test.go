package workbook

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"nianbao/internal/stat"
	"nianbao/internal/wording"
	"nianbao/internal/xlsx"
)

// large is a dataset with the given numbers of indicators and projects, with names of maximum length.
func large(indicators, projects int) *stat.Dataset {
	d := small()
	long := strings.Repeat("名", 251)
	for i := range indicators {
		code := "i" + strconv.Itoa(i)
		name := both(long+code[len(code)-1:], long)
		d.Indicators = append(d.Indicators, stat.Indicator{Code: code, Theme: "economy", Name: name, Unit: "CNY", Basis: stat.Nominal})
		d.Periods[0].Facts = append(d.Periods[0].Facts, fact(code, stat.Level, stat.Qty("1576.62", 4, "CNY")), fact(code, stat.Growth, stat.Qty("277.28", 0, "PERCENT")))
	}
	for i := range projects {
		code := "p" + strconv.Itoa(i)
		f := fact(code+".investment", stat.Level, stat.Qty("0.01", 0, "CNY"))
		d.Periods[0].Facts = append(d.Periods[0].Facts, f)
		d.Periods[0].Projects = append(d.Periods[0].Projects, stat.Project{
			Code: code, Name: both(long, long), Theme: "economy", Status: stat.Signed,
			Figures: []stat.ProjectFigure{{Code: "investment", Fact: f.ID}},
		})
	}
	return d
}

// An edition of 10,000 indicators and 5,000 projects with names of 255 characters can be written and read back.
func TestLargeEdition(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	e, opt := build(t, large(10_000, 5_000), stat.Hans, stat.En)
	file := render(t, e, opt)
	rows, err := readData(file)
	if err != nil || len(rows) != len(opt.Data) {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	value, fact := slices.Index(wording.DataColumns(), "obs_value"), 0
	for _, r := range rows {
		want := ""
		switch {
		case strings.HasPrefix(r[fact], "i") && strings.Contains(r[fact], ".level"):
			want = "1576.62"
		case strings.HasPrefix(r[fact], "i"):
			want = "277.28"
		case strings.HasPrefix(r[fact], "p") && !strings.HasPrefix(r[fact], "pupils"):
			want = "0.01"
		default:
			continue
		}
		if r[value] != want {
			t.Fatalf("%s came back as %s, want %s", r[fact], r[value], want)
		}
	}
}

// A chart of many items stays legible: it shows some, and says how many it leaves out.
func TestChartsAreCut(t *testing.T) {
	d := large(60, 30)
	d.Indicators[len(d.Indicators)-1].Headline = true
	p, _ := planOf(t, d, stat.En)
	for _, name := range []string{"chart_growth_economy", "chart_investment_cny"} {
		if rows := tableOf(t, p, name).Rows; len(rows) != maxBars {
			t.Errorf("%s has %d rows", name, len(rows))
		}
	}
	charts := chartsIn(p)
	if len(charts) != 4 { // on the sheet of key figures, and on that of charts
		t.Errorf("%d charts, want two, twice", len(charts))
	}
	for _, c := range charts {
		if !strings.Contains(c.Alt, "more items are not in the chart") {
			t.Errorf("%s: %s", c.Name, c.Alt)
		}
	}
	headline := d.Indicators[len(d.Indicators)-1].Name.En
	if !slices.ContainsFunc(tableOf(t, p, "chart_growth_economy").Rows, func(row []xlsx.Cell) bool { return row[0].Text == headline }) {
		t.Error("the headline indicator is not among those shown")
	}
}
