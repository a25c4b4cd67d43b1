package workbook

import (
	"bytes"
	"fmt"
	"regexp"
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
		for _, table := range s.Tables {
			for _, row := range table.Rows {
				for c, one := range row {
					if one.Formula != "" {
						found[fmt.Sprintf("%s %s %s", table.Name, table.Columns[c].Key, row[0].Text)] = one
					}
				}
			}
		}
	}
	return found
}

func TestFormulas(t *testing.T) {
	p, _ := planOf(t, full(), stat.Hans, stat.En)
	got := formulas(p)
	count := func(criterion string) string {
		return `COUNTIFS(measure,"rank",time_period,"2023",variant_of,"=",obs_status,"<>F",assessment,"exam",obs_value,"` + criterion + `")`
	}
	for at, want := range map[string][2]string{
		"key column.value.unit gdp":                         {"15.30", `CHOOSE(1+COUNTIFS(fact_id,"gdp.level@2023",obs_value,">-1E+300"),"",AVERAGEIFS(obs_value,fact_id,"gdp.level@2023"))`},
		"rankings column.of.areas gdp":                      {"16", `CHOOSE(1+COUNTIFS(fact_id,"gdp.rank@2023",out_of,">-1E+300"),"",AVERAGEIFS(out_of,fact_id,"gdp.rank@2023"))`},
		"notes column.variant.unit 数值不一致 Differing figures": {"15.0000", `CHOOSE(1+COUNTIFS(fact_id,"gdp.level@2023?1",obs_value,">-1E+300"),"",ROUND(AVERAGEIFS(obs_value,fact_id,"gdp.level@2023?1")/10000,6))`},
		"projects column.money.investment road":             {"20005000", `CHOOSE(1+COUNTIFS(fact_id,"road.investment.level@2023",obs_value,">-1E+300"),"",ROUND(AVERAGEIFS(obs_value,fact_id,"road.investment.level@2023")*10000,2))`},
		"targets column.implied.unit gdp":                   {"16.2", `IF(COUNT(I2,E2)=2,IF(I2*(100+E2)=0,0,ROUND(ROUND(I2*(100+E2)/100,6),MIN(2,0+INT(LOG10(ABS(100+E2)))-INT(LOG10(ABS(ROUND(I2*(100+E2)/100,6))))))),"")`},
		"indicators column.level.earlier gdp":               {"14.0000", `CHOOSE(1+COUNTIFS(fact_id,"gdp.level@2022",obs_value,">-1E+300"),"",ROUND(AVERAGEIFS(obs_value,fact_id,"gdp.level@2022")/10000,6))`},
		"indicators column.growth.levels gdp":               {"9.29", `IF(COUNT(E3,L3)=2,IF(AND(L3>0,E3>=0),ROUND(ROUND(100*E3/L3-100,8),2),""),"")`},
		"indicators column.counted all":                     {"2", count(">0")},
		"indicators column.counted top":                     {"1", count("<=2")},
		"indicators column.counted third":                   {"1", count("=3")},
		"chart_positions column.chart.rankings 第一 first":    {"1", strings.Replace(count("=1"), `assessment,"exam"`, `scope,"city"`, 1)},
	} {
		if c, ok := got[at]; !ok || c.Text != want[0] || c.Formula != want[1] {
			t.Errorf("%s is %s = %s (found: %v), want %s = %s", at, c.Text, c.Formula, ok, want[0], want[1])
		}
	}
}

// Every figure on every sheet but data is looked up there, by the ID of a fact that is there.
func TestFiguresAreLookedUp(t *testing.T) {
	literal := regexp.MustCompile(`fact_id,"([^"]*)"`)
	for name, edition := range editions(t) {
		e, opt := edition(stat.Hans, stat.En)
		p, err := makePlan(e, opt)
		if err != nil {
			t.Fatal(err)
		}
		held := map[string]string{} // values
		for _, row := range opt.Data {
			held[row.FactID] = row.Quantity.Number()
		}
		for _, s := range p.Sheets[:len(p.Sheets)-1] {
			for _, table := range s.Tables {
				for _, row := range table.Rows {
					for i, c := range row {
						key := table.Columns[i].Key
						for _, m := range literal.FindAllStringSubmatch(c.Formula, -1) {
							if id := strings.ReplaceAll(m[1], "?", "~"); id != "" {
								if _, ok := held[id]; !ok {
									t.Errorf("%s, %s: %s is not on the sheet data", name, table.Name, id)
								}
							}
						}
						// What was given before, or is given later, is not on the sheet data.
						later := key == newColumn && held[row[0].Text] != c.Text
						given := later || slices.Contains([]string{"column.rows.count", numberColumn, paceColumn, oldColumn}, key)
						if c.Kind == xlsx.Number && c.Formula == "" && !given {
							t.Errorf("%s, %s, %s: %s has no formula", name, table.Name, key, c.Text)
						}
					}
				}
			}
		}
	}
}

// Amounts of projects are added up by currency, exactly.
func TestTotals(t *testing.T) {
	p, _ := planOf(t, full(), stat.En)
	var got []string
	for _, row := range tableOf(t, p, "totals").Rows {
		got = append(got, strings.Join([]string{row[0].Text, row[1].Text, row[2].Text, row[3].Text, row[1].Formula}, ": "))
	}
	want := []string{
		`Investment: 32505000.05: 3: CNY: ROUND(SUMIFS('Projects'!$E$2:$E$5,'Projects'!$D$2:$D$5,"CNY"),2)`,
		`Investment: 65000: 1: USD: ROUND(SUMIFS('Projects'!$E$2:$E$5,'Projects'!$D$2:$D$5,"USD"),2)`,
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
				worked = asPrograms(formula, cached, worked)
				if errCached != nil || errWorked != nil || !same(cached, worked) {
					t.Errorf("%s!%s = %s: the cell has %q, recalculated it is %q (%v)", sheet, at, formula, cached, worked, errWorked)
				}
			}
		}
	}
	return n
}

// asPrograms is the result of a formula in spreadsheet programs, for which a blank cell does not count. The library counts
// it, and takes it for zero.
func asPrograms(formula, cached, worked string) string {
	if cached == "" && worked == "0" && strings.HasPrefix(formula, "CHOOSE(1+COUNTIFS(fact_id,") {
		return ""
	}
	return worked
}

// same reports whether two texts are the same, or the same number.
func same(a, b string) bool {
	x, errX := decimal.NewFromString(a)
	y, errY := decimal.NewFromString(b)
	return a == b || errX == nil && errY == nil && x.Equal(y)
}

func TestFormulasRecalculate(t *testing.T) {
	for name, edition := range editions(t) {
		e, opt := edition(stat.Hans, stat.En)
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
		amount := func(label string) string { // of growth by more than a thousand times, a cell has no digits left for the guard
			return fmt.Sprintf("%d.%0*d", rapid.IntRange(100, 99999).Draw(r, label), 2, rapid.IntRange(0, 99).Draw(r, label+" decimals"))
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
