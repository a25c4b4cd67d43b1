package audit

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// verify finds a figure that was changed in any of the tables, one that was left out, and a data package that
// describes other files.
func TestVerifyTables(t *testing.T) {
	for name, tt := range map[string]struct{ kind, old, with, want string }{
		"value":     {"indicators.csv", ",1576.62,", ",1576.26,", `tax-relief.level@2023: value is "1576.26"`},
		"growth":    {"indicators.csv", ",277.28,", ",,", `trade.growth@2023: growth is ""`},
		"parent":    {"data.csv", ",Indicators assessed,assessed,", ",Indicators assessed,assessed-tasks,", `assessed-indicators.level@2023: part_of is "assessed-tasks", want "assessed"`},
		"row":       {"indicators.csv", "tax-relief.level@2023", "vat-refunds.level@2023", "tax-relief.level@2023: it is not shown"},
		"position":  {"rankings.csv", "gdp.rank@2023,economy,gdp,地区生产总值,Gross domestic product,2023,5,", "gdp.rank@2023,economy,gdp,地区生产总值,Gross domestic product,2023,4,", `gdp.rank@2023: position is "4"`},
		"money":     {"projects.csv", ",668000000,USD,", ",66800000,USD,", `israel-project.total-investment@2023: total_investment is "66800000"`},
		"no fact":   {"projects.csv", "israel-project.foreign-capital@2023", "israel-project.foreign@2023", "israel-project.foreign@2023: no such fact"},
		"milestone": {"milestones.csv", ",signed,2023-02-04,2023-02-04,", ",signed,2023-02-05,2023-02-05,", `date_known is "2023-02-05", want "2023-02-04"`},
		"target":    {"targets.csv", ",equal,15,PERCENT,", ",equal,16,PERCENT,", `budget-revenue.target_growth@2024: target is "16"`},
		"no number": {"targets.csv", ",equal,15,PERCENT,", ",equal,x,PERCENT,", "row 6, target"},
		"header":    {"targets.csv", "fact_id,", "fact,", "its columns are"},
		"unit":      {"catalogue.csv", ",CNY,8,real,", ",USD,8,real,", `unit_measure is "USD", want "CNY"`},
		"stock":     {"catalogue.csv", ",flow,", ",stock,", `timing is "stock", want "flow"`},
		"label":     {"codes.csv", ",Provisional,", ",Proven,", `label_en is "Proven", want "Provisional"`},
		"code":      {"codes.csv", "status.P,status,P,", "status.p,status,p,", `code is "p", want "P"`},
		"first day": {"data.csv", ",2023,2023-01-01,", ",2023,2023-02-01,", `period_start is "2023-02-01", want "2023-01-01"`},
		"kind":      {"data.csv", ",real,year_on_year,", ",real,previous_period,", `growth_kind is "previous_period", want "year_on_year"`},
		"release":   {"data.csv", ",2023,1,,false,false\n", ",2023,2,,false,false\n", `release is "2", want "1"`},
		"digest":    {"datapackage.json", "sha256:", "sha256:0", "size or digest"},
		"path":      {"datapackage.json", "saibei-2023-targets.csv", "targets.csv", `the release has no file "targets.csv"`},
	} {
		t.Run(name, func(t *testing.T) {
			tamper(t, "saibei", tt.kind, tt.old, tt.with, tt.want)
		})
	}
}

// tamper changes a file of an area's latest release, and expects verify to name what does not agree in it.
func tamper(t *testing.T, area, kind, old, with, want string) {
	t.Helper()
	result := released(t, job(t, "NIANBAO_AREA="+area, "NIANBAO_FORMATS=csv,json"))
	name := area + "-" + result.Period.String() + "-" + kind
	edit(t, filepath.Join(result.Release.Dir, name), old, with)
	reseal(t, result.Release.Dir)
	finds(t, verified(t, result.Release.Dir), name, want)
}

// What is worked out from several periods is compared as well.
func TestVerifyHistory(t *testing.T) {
	for name, tt := range map[string]struct{ kind, old, with, want string }{
		"past figure": {"history.csv", "gdp.growth@2024-H1,economy,gdp,地区生产总值,Gross domestic product,2024-H1,growth,real,year_on_year,6.0", "gdp.growth@2024-H1,economy,gdp,地区生产总值,Gross domestic product,2024-H1,growth,real,year_on_year,6.6", `gdp.growth@2024-H1: obs_value is "6.6"`},
		"past fact":   {"history.csv", "gdp.growth@2024-H1", "gdp.growth@2024-01", "gdp.growth@2024-01: no such fact"},
		"derived":     {"data.csv", ",Q,level,,,quarter,,3.66,", ",Q,level,,,quarter,,3.67,", `retail-sales.level-quarter@2024-H1: obs_value is "3.67", want "3.66"`},
		"a fact":      {"data.csv", ",A,,,true,", ",A,,,false,", `derived is "false", want "true"`},
		"standing":    {"progress.csv", ",not_met,", ",met,", `standing is "met", want "not_met"`},
		"gap":         {"progress.csv", ",100,0.2,", ",100,0.3,", `gap_points is "0.3", want "0.2"`},
		"done":        {"progress.csv", ",3.64,", ",3.65,", `budget-revenue.level@2024: done is "3.65"`},
		"old value":   {"revisions.csv", ",5.6,PERCENT,", ",5.5,PERCENT,", `old_value is "5.5", want "5.6"`},
		"revision":    {"revisions.csv", "gdp.growth@2024-Q1~r1,gdp.growth@2024-Q1,", "gdp.growth@2024-Q1~r1,gdp.growth@2024,", `fact_id is "gdp.growth@2024"`},
	} {
		t.Run(name, func(t *testing.T) { tamper(t, "example", tt.kind, tt.old, tt.with, tt.want) })
	}
}

// Columns that the data package names otherwise are found in the table that has them.
func TestVerifyColumns(t *testing.T) {
	result := released(t, job(t, "NIANBAO_AREA=saibei", "NIANBAO_FORMATS=csv,json"))
	edit(t, filepath.Join(result.Release.Dir, "saibei-2023-datapackage.json"), `"name": "tied"`, `"name": "bound"`)
	reseal(t, result.Release.Dir)
	finds(t, verified(t, result.Release.Dir), "saibei-2023-data.csv", "its columns are")
}

// What is changed or left out in the file for exchange is found.
func TestVerifySDMX(t *testing.T) {
	for name, tt := range map[string]struct{ old, with, want string }{
		"value":  {",level,period,_Z,2024,41.06,", ",level,period,_Z,2024,41.60,", `gdp.level@2024: OBS_VALUE is "41.60", want "41.06"`},
		"often":  {",I,A,example,gdp,level,", ",I,Q,example,gdp,level,", `gdp.level@2024: FREQ is "Q", want "A"`},
		"unit":   {",41.06,CNY,", ",41.06,USD,", `gdp.level@2024: UNIT_MEASURE is "USD", want "CNY"`},
		"fact":   {"false,gdp.level@2024\n", "false,gdp.level@2025\n", "gdp.level@2025: no such fact"},
		"none":   {"false,gdp.level@2024\n", "false,gdp.level@2025\n", "gdp.level@2024: it is missing"},
		"column": {",FACT_ID\n", ",FACT\n", `the last column is "FACT"`},
	} {
		t.Run(name, func(t *testing.T) {
			dir := released(t, job(t, "NIANBAO_FORMATS=json,sdmx-csv")).Release.Dir
			sound(t, verified(t, dir))
			edit(t, filepath.Join(dir, "example-2024-sdmx.csv"), tt.old, tt.with)
			reseal(t, dir)
			finds(t, verified(t, dir), "example-2024-sdmx.csv", tt.want)
		})
	}
}

// With a byte-order mark, by which spreadsheet programs know the encoding, the tables say the same.
func TestVerifyByteOrderMark(t *testing.T) {
	dir := released(t, job(t, "NIANBAO_CSV_BOM=true")).Release.Dir
	sound(t, verified(t, dir))
	names, err := filepath.Glob(filepath.Join(dir, "*.csv"))
	if err != nil || len(names) < 8 {
		t.Fatalf("tables %q, %v", names, err)
	}
	for _, name := range names {
		if data, err := os.ReadFile(name); err != nil || !bytes.HasPrefix(data, []byte("\xef\xbb\xbf")) {
			t.Errorf("%s has no byte-order mark, %v", name, err)
		}
	}
}

// Names after another pattern are found by verify too.
func TestVerifyOtherNames(t *testing.T) {
	v := verified(t, released(t, job(t, "NIANBAO_OUTPUT_NAME={kind} 年报 {period}")).Release.Dir)
	sound(t, v)
	if len(v.Compared) != 17 || !slices.Contains(v.Compared, "targets 年报 2024.csv") {
		t.Errorf("compared %q", v.Compared)
	}
}
