package tidy

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nianbao/internal/edition"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
)

// demanding is an edition whose figures use every column of the tidy table.
func demanding(t testing.TB) (sample, *stat.Dataset) {
	t.Helper()
	year := stat.Period{Year: 2023}
	figure := func(name string, m stat.Measure, q stat.Quantity) stat.Fact {
		f := stat.Fact{ID: stat.Key("x", name, year), Subject: "x", Area: "town", Period: year, Measure: m}
		f.Quantity, f.Status = q, stat.Normal
		f.From = []stat.Provenance{{Source: "a", Ref: "1;2", Printed: "1.5亿元；约"}, {Source: "b", Printed: `=1\;5`}, {Source: "a", Ref: "3"}}
		return f
	}
	level := figure("level", stat.Level, stat.Qty("1.50", 8, "CNY"))
	level.Qualifier, level.Note = stat.About, stat.Text{Hans: "约；不是限定", En: "about; not a qualifier"}
	level.Variants = []stat.Figure{
		{Quantity: stat.Qty("1.4", 8, "CNY"), Status: stat.Estimate, Qualifier: stat.LessThan, From: level.From},
		{Quantity: stat.Quantity{Mult: 8, Unit: "CNY"}, Status: stat.Missing, From: []stat.Provenance{{Source: "b"}}},
	}
	level.Reason = stat.Text{Hans: "正文为准", En: "the body is followed"}
	rank := figure("rank-province", stat.Rank, stat.Qty("3", 0, "RANK"))
	rank.Ranking = &stat.Ranking{Scope: "province", Of: 11, By: stat.Growth, Tied: true, Group: "exam"}
	alone := figure("growth-real-month", stat.Growth, stat.Qty("2.5", 0, "PERCENT"))
	alone.Sort, alone.Basis, alone.Only = "real-month", stat.Real, stat.OnlyMonth
	above := figure("margin-province", stat.Margin, stat.Qty("1.4", 0, "PP"))
	above.Sort, above.Ranking = "province", &stat.Ranking{Scope: "province", Of: 11, By: stat.Growth}
	missing := figure("ratio", stat.Ratio, stat.Quantity{Unit: "PERCENT"})
	missing.Status = stat.NotCollect
	share := figure("share-w", stat.Share, stat.Qty("100", 0, "PERCENT"))
	share.Part = "w"
	target := figure("target_growth", stat.TargetGrowth, stat.Qty("6", 0, "PERCENT"))
	target.ID, target.Period = "x.target_growth@2024", stat.Period{Year: 2024}
	target.Target = &stat.Target{Indicator: "x", Operator: stat.Around, Tolerance: stat.Qty("0.50", -1, "PP"), Baseline: level.ID}
	whole := target
	whole.ID, whole.Subject, whole.Target = "z.target_growth@2024", "z", &stat.Target{Indicator: "z", Operator: stat.Equal}
	bounds := figure("target_change", stat.TargetChange, stat.Qty("0.30", 8, "CNY"))
	bounds.ID, bounds.Period = "x.target_change@2024", target.Period
	bounds.Target = &stat.Target{Indicator: "x", Operator: stat.Within, UpTo: stat.Qty("0.4", 8, "CNY"), Baseline: level.ID}
	words := figure("target_words", stat.TargetWords, stat.Quantity{Unit: "CNY", Mult: 8})
	words.ID, words.Period, words.Status = "x.target_words@2024", target.Period, stat.NotExist
	words.Target = &stat.Target{Indicator: "x", Words: stat.Text{Hans: "与经济增长同步", En: "to grow in step with the economy"}}
	d := &stat.Dataset{
		Area: stat.Area{Code: "town", Name: stat.Text{Hans: "镇", En: "Town"}, Scopes: []stat.Scope{
			{Code: "city", Name: stat.Text{Hans: "全市", En: "the city"}}, {Code: "province", Name: stat.Text{Hans: "全省", En: "the province"}, Of: 11},
		}},
		Units: stat.Units(), Themes: []stat.Theme{{Code: "all"}},
		Indicators: []stat.Indicator{{Code: "x", Theme: "all", Name: stat.Text{Hans: "甲", En: "X"}, Unit: "CNY", Mult: 8, Basis: stat.Nominal, Verb: stat.VerbIncrease, Breakdowns: []stat.Breakdown{{Parts: []string{"w"}}}, Includes: []string{"y"}}, {
			Code: "w", Theme: "all", Name: stat.Text{Hans: "丁", En: "W"}, Unit: "CNY", Basis: stat.Nominal,
		}, {
			Code: "z", Theme: "all", Name: stat.Text{Hans: "丙", En: "Z"}, Unit: "CNY", Basis: stat.Nominal,
			Breakdowns: []stat.Breakdown{{Code: "kind", Name: stat.Text{Hans: "按种类分", En: "By kind"}, Parts: []string{"x"}}},
		}},
		Periods: []stat.PeriodData{{Period: year, Facts: []stat.Fact{level, missing, share, rank, alone, above, target, bounds, words, whole}}},
	}
	e, err := edition.Build(d, year, edition.Options{Langs: []stat.Lang{stat.Hans, stat.En}})
	if err != nil {
		t.Fatal(err)
	}
	return write(t, e), d
}

func TestImport(t *testing.T) {
	s, d := demanding(t)
	got, err := Import(roundTrip(t, s.rows), stat.Hans)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(d.Periods[0].Facts, got); diff != "" {
		t.Errorf("facts (-dataset +imported):\n%s", diff)
	}
}

// Whatever is changed in a row is noticed, or changes what is read.
func TestImportFails(t *testing.T) {
	s, _ := demanding(t)
	for name, tt := range map[string]struct {
		row                 int
		column, value, want string
	}{
		"period":    {0, "time_period", "2023-Q9", "quarter"},
		"measure":   {0, "measure", "height", "measure"},
		"status":    {0, "obs_status", "Q", "status"},
		"no value":  {0, "obs_value", "", "status"},
		"no number": {0, "obs_value", "1,5", "no number"},
		"decimals":  {0, "decimals", "5", "decimals"},
		"mult":      {0, "unit_mult", "ten", "whole number"},
		"qualifier": {0, "qualifier", "roughly", "qualifier"},
		"sources":   {0, "source", "a;b;c;d", "4 sources"},
		"printed":   {0, "source_printed", "a", "source_printed"},
		"variant":   {0, "variant_of", "y.level@2023", "no row before"},
		"by":        {5, "ranked_by", "height", "ranked_by"},
		"of":        {5, "out_of", "few", "out_of"},
		"tied":      {5, "tied", "", "tied"},
		"operator":  {8, "operator", "", "operator"},
		"binds":     {8, "operator", "near", "operator"},
		"tolerance": {8, "tolerance", "x", "tolerance"},
		"bound":     {9, "upper_bound", "x", "upper_bound"},
	} {
		rows := roundTrip(t, s.rows)
		rows[tt.row][slices.Index(wording.DataColumns(), tt.column)] = tt.value
		_, err := Import(rows, stat.Hans)
		if err == nil || !strings.Contains(err.Error(), tt.want) || !strings.Contains(err.Error(), fmt.Sprintf("row %d", tt.row+2)) {
			t.Errorf("%s: %v, want an error with %q and its row", name, err, tt.want)
		}
	}
	if _, err := Import([][]string{{"short"}}, stat.Hans); err == nil {
		t.Error("a row of one field is accepted")
	}
}

// Whatever the texts are, they come back, unless all of them are empty.
func TestSplitList(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		items := rapid.SliceOfN(rapid.StringMatching(`[a;\\段 ]{0,4}`), 1, 5).Draw(r, "items")
		got := edition.SplitList(edition.JoinList(items))
		if slices.ContainsFunc(items, func(s string) bool { return s != "" }) && !slices.Equal(got, items) {
			r.Errorf("%q came back as %q", items, got)
		}
	})
}
