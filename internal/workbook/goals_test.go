package workbook

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/stat"
)

// goals is a dataset with a target of each kind for 2024, and the figures of 2023, of half of 2024 and of all of it.
func goals() *stat.Dataset {
	d := small()
	d.Periods[0] = stat.PeriodData{Period: year(2023)}
	half, end := stat.PeriodData{Period: stat.Through(2024, 6)}, stat.PeriodData{Period: year(2024)}
	index := stat.IndexOn(both("上年=100", "previous year = 100"), stat.Place{})
	d.Units[index.Code] = index
	pct := func(v string) stat.Quantity { return stat.Qty(v, 0, "PERCENT") }
	yuan := func(v string) stat.Quantity { return stat.Qty(v, 8, "CNY") }
	homes := func(v string) stat.Quantity { return stat.Qty(v, 0, "SET") }
	to := func(q stat.Quantity) stat.Target { return stat.Target{Operator: stat.Within, UpTo: q} }
	for _, one := range []struct {
		code, unit      string
		mult            int
		target, reached stat.Measure
		goal            stat.Quantity
		how             stat.Target
		level           stat.Quantity // of the year before
		half, end       stat.Quantity
	}{
		{"growth-range", "CNY", 8, stat.TargetGrowth, stat.Growth, pct("5"), to(pct("6")), yuan("4.00"), pct("5.4"), pct("6.2")},
		{"level-range", "CNY", 8, stat.TargetLevel, stat.Level, yuan("4.40"), to(yuan("4.80")), yuan("4.00"), yuan("2.30"), yuan("4.30")},
		{"stock-range", "SET", 0, stat.TargetLevel, stat.Level, homes("90"), to(homes("110")), homes("100"), homes("112"), homes("111")},
		{"path-range", "SET", 0, stat.TargetLevel, stat.Level, homes("140"), to(homes("160")), homes("100"), homes("115"), homes("150")},
		{"down-range", "SET", 0, stat.TargetLevel, stat.Level, homes("60"), to(homes("80")), homes("100"), homes("89"), homes("79")},
		{"change", "SET", 0, stat.TargetChange, stat.Change, homes("-5"), stat.Target{Operator: stat.AtMost}, homes("100"), homes("-4"), homes("-6")},
		{"added", "CNY", 8, stat.TargetChange, stat.Change, yuan("0.40"), stat.Target{Operator: stat.AtLeast}, yuan("4.00"), yuan("0.30"), yuan("0.40")},
		{"points", "PERCENT", 0, stat.TargetChange, stat.Change, stat.Qty("1.5", 0, "PP"), stat.Target{Operator: stat.AtLeast}, pct("58.96"), stat.Qty("0.9", 0, "PP"), stat.Qty("1.5", 0, "PP")},
		{"share", "PERCENT", 0, stat.TargetRatio, stat.Ratio, pct("5.5"), stat.Target{Operator: stat.AtMost}, pct("5.1"), pct("5.4"), pct("5.6")},
		{"nominal", "CNY", 0, stat.TargetGrowth, stat.Growth, pct("8"), stat.Target{Operator: stat.Equal}, stat.Qty("42266", 0, "CNY"), pct("7.4"), pct("8")},
		{"prices", index.Code, 0, stat.TargetGrowth, stat.Growth, pct("3"), stat.Target{Operator: stat.AtMost}, stat.Qty("101.3", 0, index.Code), pct("0.9"), pct("3.1")},
	} {
		ind := stat.Indicator{Code: one.code, Theme: "economy", Name: both(one.code, one.code), Unit: one.unit, Mult: one.mult, Basis: stat.Nominal}
		if one.code == "down-range" {
			ind.Better = stat.Down
		}
		if one.unit == "SET" {
			ind.Timing = stat.Stock
		}
		d.Indicators = append(d.Indicators, ind)
		figure := func(m stat.Measure, p stat.Period, q stat.Quantity) stat.Fact {
			f := fact(one.code, m, q)
			f.ID, f.Period = stat.Key(one.code, string(m), p), p
			return f
		}
		before := stat.Level
		if one.reached == stat.Ratio {
			before = stat.Ratio
		}
		level, goal := figure(before, year(2023), one.level), figure(one.target, year(2024), one.goal)
		goal.Target = &one.how
		goal.Target.Indicator, goal.Target.Baseline = one.code, level.ID
		d.Periods[0].Facts = append(d.Periods[0].Facts, level, goal)
		half.Facts = append(half.Facts, figure(one.reached, half.Period, one.half))
		end.Facts = append(end.Facts, figure(one.reached, end.Period, one.end))
	}
	words := fact("gdp", stat.TargetWords, stat.Quantity{Unit: "CNY", Mult: 8})
	words.ID, words.Period, words.Status = "gdp.target_words@2024", year(2024), stat.NotExist
	words.Target = &stat.Target{Indicator: "gdp", Words: both("与经济增长同步", "in step with the economy")}
	d.Periods[0].Facts = append(d.Periods[0].Facts, words)
	d.Periods = append(d.Periods, half, end)
	return d
}

// What is edited on the sheet of data changes targets and progress as the edition with that figure has them.
func TestEditsOfGoals(t *testing.T) {
	for _, c := range []struct{ period, fact, value string }{
		{"2024-H1", "growth-range.growth@2024-H1", "6.3"},
		{"2024-H1", "growth-range.growth@2024-H1", "4.9"},
		{"2024-H1", "growth-range.target_growth@2024", "5.5"},
		{"2024-H1", "level-range.level@2024-H1", "2.50"},
		{"2024-H1", "level-range.level@2024-H1", "2.10"},
		{"2024-H1", "stock-range.level@2024-H1", "89"},
		{"2024-H1", "path-range.level@2024-H1", "125"},
		{"2024-H1", "path-range.target_level@2024", "125"},
		{"2024-H1", "down-range.level@2024-H1", "92"},
		{"2024-H1", "down-range.level@2023", "95"},
		{"2024-H1", "change.change@2024-H1", "-6"},
		{"2024-H1", "change.target_change@2024", "-4"},
		{"2024-H1", "points.change@2024-H1", "1.6"},
		{"2024-H1", "added.change@2024-H1", "0.10"},
		{"2024-H1", "share.ratio@2024-H1", "5.6"},
		{"2024", "growth-range.growth@2024", "5.2"},
		{"2024", "level-range.level@2024", "4.50"},
		{"2024", "change.change@2024", "-4"},
		{"2023", "nominal.level@2023", "52311"},
		{"2023", "nominal.level@2023", "98765"},
		{"2023", "nominal.target_growth@2024", "3"},
		{"2023", "prices.target_growth@2024", "2"},
		{"2023", "points.target_change@2024", "1.2"},
		{"2023", "points.level@2023", "60.12"},
	} {
		t.Run(c.fact+"="+c.value, func(t *testing.T) {
			compareEdit(t, c.period, c.fact, c.value)
		})
	}
}

// compareEdit edits a figure in a workbook and compares its sheets of targets and progress with those made from the data
// with that figure.
func compareEdit(t *testing.T, period, id, value string) {
	t.Helper()
	p, err := stat.ParsePeriod(period)
	if err != nil {
		t.Fatal(err)
	}
	made := func(change bool) *excelize.File {
		d := goals()
		for i := range d.Periods {
			for j := range d.Periods[i].Facts {
				if f := &d.Periods[i].Facts[j]; f.ID == id && change {
					f.Quantity.Value = decimal.RequireFromString(value)
				}
			}
		}
		e, opt := buildAt(t, d, p, stat.En)
		f, err := excelize.OpenReader(bytes.NewReader(render(t, e, opt)), excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	got, want := made(false), made(true)
	data, err := got.GetRows("data")
	if err != nil {
		t.Fatal(err)
	}
	for r, row := range data {
		if len(row) > 0 && row[0] == id {
			head := data[slices.IndexFunc(data, func(row []string) bool { return slices.Contains(row, "obs_value") })]
			number, _ := decimal.RequireFromString(value).Float64()
			if err := got.SetCellValue("data", cellName(slices.Index(head, "obs_value"), r+1), number); err != nil {
				t.Fatal(err)
			}
			break
		}
	}
	compared, changed := 0, 0
	for _, sheet := range []string{"Targets", "Progress"} {
		rows, err := want.GetRows(sheet)
		if err != nil {
			continue // the year of the targets is not that of the edition
		}
		for r, row := range rows {
			for c, cell := range row {
				at := cellName(c, r+1)
				if formula, _ := got.GetCellFormula(sheet, at); formula == "" {
					continue
				}
				compared++
				if old, _ := got.GetCellValue(sheet, at, excelize.Options{RawCellValue: true}); old != cell {
					changed++
				}
				worked, err := got.CalcCellValue(sheet, at, excelize.Options{RawCellValue: true})
				if err != nil || !same(strings.TrimSpace(worked), strings.TrimSpace(cell)) && cell != "" {
					t.Errorf("%s!%s is %q after the edit, want %q (%v)", sheet, at, worked, cell, err)
				}
			}
		}
	}
	if compared == 0 || changed == 0 {
		t.Errorf("%d cells compared, of which %d change", compared, changed)
	}
}
