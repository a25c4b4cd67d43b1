package workbook

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"nianbao/internal/stat"
	"nianbao/internal/xlsx"
)

// full is a dataset with everything that formulas and charts use: levels of two years, tallies with their rankings,
// targets, projects in two currencies.
func full() *stat.Dataset {
	d := small()
	data := &d.Periods[0]
	add := func(f ...stat.Fact) { data.Facts = append(data.Facts, f...) }
	earlier := fact("gdp", stat.Level, stat.Qty("140000", 4, "CNY"))
	earlier.ID, earlier.Period = "gdp.level@2022", year(2022)
	add(earlier)
	for i, position := range []string{"1", "1", "3"} {
		code := fmt.Sprintf("task-%d", i)
		d.Indicators = append(d.Indicators, stat.Indicator{Code: code, Theme: "economy", Name: both("考核"+code, "Task "+code), Unit: "ITEM", Basis: stat.Nominal})
		rank := fact(code, stat.Rank, stat.Qty(position, 0, "RANK"))
		rank.Ranking = &stat.Ranking{Scope: "city", Group: "exam"}
		if i == 1 {
			rank.Status = stat.Forecast
		}
		growth := fact(code, stat.Growth, stat.Qty(fmt.Sprintf("%d.5", i-1), 0, "PERCENT"))
		target := fact(code, stat.TargetGrowth, stat.Qty("3", 0, "PERCENT"))
		target.ID, target.Period = code+".target_growth@2024", year(2024)
		target.Target = &stat.Target{Indicator: code, Operator: stat.Equal}
		add(rank, growth, target)
	}
	for code, tally := range map[string]stat.Tally{"all": {Group: "exam"}, "top": {Group: "exam", AtMost: 2}, "third": {Group: "exam", Position: 3}} {
		d.Indicators = append(d.Indicators, stat.Indicator{Code: code, Theme: "economy", Name: both("计数"+code, "Count "+code), Unit: "ITEM", Tally: &tally})
		add(fact(code, stat.Level, stat.Qty("2", 0, "ITEM")))
	}
	for i, amount := range []stat.Quantity{stat.Qty("0.125", 8, "CNY"), stat.Qty("6.5", 4, "USD"), stat.Qty("0.05", 0, "CNY")} {
		code := fmt.Sprintf("plant-%d", i)
		f := fact(code+".investment", stat.Level, amount)
		add(f)
		data.Projects = append(data.Projects, stat.Project{
			Code: code, Name: both("工厂"+code, "Plant "+code), Theme: "economy", Status: stat.Signed,
			Figures: []stat.ProjectFigure{{Code: "investment", Fact: f.ID}},
		})
	}
	return d
}

// formulas lists the cells of a plan with formulas, as "table key row".
func formulas(p *xlsx.Book) map[string]xlsx.Cell {
	found := map[string]xlsx.Cell{}
	for _, s := range p.Sheets {
		for r, row := range s.Table.Rows {
			for c, one := range row {
				if one.Formula != "" {
					found[fmt.Sprintf("%s %s %s", s.Table.Name, s.Table.Columns[c].Key, s.Table.Rows[r][0].Text)] = one
				}
			}
		}
	}
	return found
}

func TestFormulas(t *testing.T) {
	p, _ := planOf(t, full(), stat.Hans, stat.En)
	got := formulas(p)
	for at, want := range map[string][2]string{
		"targets column.implied.unit gdp":     {"16.218", "ROUND(ROUND(H9*(100+F9)/100,9),3)"},
		"indicators column.level.earlier gdp": {"14.0000", ""}, // another power of ten: a value
		"indicators column.growth.levels gdp": {"9.29", "ROUND(ROUND(100*F10/J10-100,8),2)"},
		"indicators column.counted all":       {"2", `COUNTIFS('位次 Rankings'!$J$9:$J$12,"exam",'位次 Rankings'!$D$9:$D$12,">0",'位次 Rankings'!$L$9:$L$12,"<>F")`},
		"indicators column.counted top":       {"1", `COUNTIFS('位次 Rankings'!$J$9:$J$12,"exam",'位次 Rankings'!$D$9:$D$12,"<=2",'位次 Rankings'!$L$9:$L$12,"<>F")`},
		"indicators column.counted third":     {"1", `COUNTIFS('位次 Rankings'!$J$9:$J$12,"exam",'位次 Rankings'!$D$9:$D$12,"=3",'位次 Rankings'!$L$9:$L$12,"<>F")`},
	} {
		c, ok := got[at]
		if want[1] == "" && ok {
			t.Errorf("%s has the formula %s", at, c.Formula)
		}
		if want[1] != "" && (!ok || c.Text != want[0] || c.Formula != want[1]) {
			t.Errorf("%s is %s = %s (found: %v), want %s = %s", at, c.Text, c.Formula, ok, want[0], want[1])
		}
	}
}

// Amounts of projects are added up by currency, exactly.
func TestTotals(t *testing.T) {
	p, _ := planOf(t, full(), stat.En)
	i := slices.IndexFunc(p.Sheets, func(s xlsx.Sheet) bool { return s.Table.Name == "charts" })
	var got []string
	for _, row := range p.Sheets[i].Table.Rows {
		if strings.HasPrefix(row[0].Text, "Totals") {
			value := row[p.Sheets[i].Table.Index(pointColumn)]
			got = append(got, value.Text+" "+row[len(row)-1].Text+" "+value.Formula)
		}
	}
	want := []string{
		`32505000.05 CNY ROUND(SUMIFS(Projects!$E$8:$E$11,Projects!$D$8:$D$11,"CNY"),2)`,
		`65000 USD ROUND(SUMIFS(Projects!$E$8:$E$11,Projects!$D$8:$D$11,"USD"),0)`,
	}
	for i := range want {
		want[i] = strings.ReplaceAll(want[i], "Projects!", "'Projects'!")
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("totals (-want +got):\n%s", diff)
	}
}

// recalculate computes every formula of a file with another engine and compares the result with the value in the cell.
func recalculate(t testing.TB, file []byte) int {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(file), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	n := 0
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for r, row := range rows {
			for c := range row {
				at := cellName(c, r+1)
				formula, err := f.GetCellFormula(sheet, at)
				if err != nil || formula == "" {
					continue
				}
				n++
				cached, errCached := f.GetCellValue(sheet, at)
				worked, errWorked := f.CalcCellValue(sheet, at, excelize.Options{RawCellValue: true})
				a, errA := decimal.NewFromString(cached)
				b, errB := decimal.NewFromString(worked)
				if errCached != nil || errWorked != nil || errA != nil || errB != nil || !a.Equal(b) {
					t.Errorf("%s!%s = %s: the cell has %q, recalculated it is %q (%v)", sheet, at, formula, cached, worked, errWorked)
				}
			}
		}
	}
	return n
}

func TestFormulasRecalculate(t *testing.T) {
	for name, d := range map[string]*stat.Dataset{"full": full(), "saibei": area(t, "saibei"), "example": area(t, "example")} {
		e, opt := build(t, d, stat.Hans, stat.En)
		n := recalculate(t, render(t, e, opt))
		if n == 0 {
			t.Errorf("%s: no formula", name)
		}
		opt.Profile = Published
		if n := recalculate(t, render(t, e, opt)); n != 0 {
			t.Errorf("%s: %d formulas in a published workbook", name, n)
		}
	}
}

// For any levels and targets, the values in the cells are those of the formulas.
func TestDerivedValues(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		amount := func(label string) string {
			return fmt.Sprintf("%d.%0*d", rapid.IntRange(1, 99999).Draw(r, label), 2, rapid.IntRange(0, 99).Draw(r, label+" decimals"))
		}
		d := full()
		facts := d.Periods[0].Facts
		for i := range facts {
			switch facts[i].ID {
			case "gdp.level@2023", "gdp.level@2022":
				facts[i].Quantity = stat.Qty(amount(facts[i].ID), 8, "CNY")
			case "gdp.target_growth@2024":
				facts[i].Quantity = stat.Qty(fmt.Sprintf("%d.5", rapid.IntRange(-9, 30).Draw(r, "target")), 0, "PERCENT")
			case "gdp.growth@2023":
				facts[i].Quantity = stat.Qty("1."+strings.Repeat("0", rapid.IntRange(1, 3).Draw(r, "places")), 0, "PERCENT")
			}
		}
		e, opt := build(t, d, stat.En)
		recalculate(t, render(t, e, opt))
		if t.Failed() {
			r.FailNow()
		}
	})
}
