package wording

import (
	"strings"
	"testing"

	"nianbao/internal/stat"

	"github.com/google/go-cmp/cmp"
)

// rowOf gives the fields of a data row by column, without the empty ones.
func rowOf(r DataRow) map[string]string {
	row := map[string]string{}
	fields := r.Fields()
	for i, column := range DataColumns() {
		if fields[i] != "" {
			row[column] = fields[i]
		}
	}
	return row
}

// dataRow builds the scene and gives the row of a fact ID.
func dataRow(t *testing.T, s *scene, id string) map[string]string {
	t.Helper()
	zh, en := s.words(t)
	for _, r := range DataRows(zh, en, s.build(t)) {
		if r.FactID == id {
			return rowOf(r)
		}
	}
	t.Fatalf("the tidy table has no row %q", id)
	return nil
}

func TestDataRow(t *testing.T) {
	want := map[string]string{
		"fact_id": "retail.level@2023", "theme": "economy", "indicator": "retail", "indicator_zh": "零售额",
		"indicator_en": "Retail sales", "ref_area": "town", "time_period": "2023", "measure": "level", "obs_value": "4.10",
		"unit_measure": "CNY", "unit_mult": "8", "decimals": "2", "obs_status": "A", "source": "news", "source_ref": "1",
		"sample": "false", "period_start": "2023-01-01", "period_end": "2023-12-31", "accumulation": "period", "frequency": "A",
		"derived": "false", "edition": "2023", "revised": "false",
	}
	if d := cmp.Diff(want, dataRow(t, newScene(), "retail.level@2023")); d != "" {
		t.Error(d)
	}
}

func TestDataColumns(t *testing.T) {
	want := strings.Fields(strings.ReplaceAll(`fact_id, theme, indicator, indicator_zh, indicator_en, part_of, breakdown, ref_area, area_code,
		time_period, period_start, period_end, accumulation, frequency,
		measure, price_basis, growth_kind, only, part, obs_value, unit_measure, unit_mult, decimals, obs_status, qualifier, variant_of, derived, scope, out_of, ranked_by,
		tied, assessment, operator, tolerance, tolerance_unit, tolerance_mult, baseline_fact, upper_bound,
		words_zh, words_en, source, source_ref,
		source_printed, note_zh, note_en, edition, release, released, revised, sample`, ",", ""))
	if d := cmp.Diff(want, DataColumns()); d != "" {
		t.Error(d)
	}
	if n := len(DataRow{}.Fields()); n != len(want) {
		t.Errorf("a row has %d fields for %d columns", n, len(want))
	}
}

func TestDataRowAttributes(t *testing.T) {
	var (
		position = rank("homes", "city", 2)
		county   = rank("homes", "province", 9)
		goal     = target("homes", stat.TargetLevel, stat.Qty("30", 0, "SET"), "")
		around   = target("retail", stat.TargetGrowth, stat.Qty("6", 0, "PERCENT"), "retail.level@2023")
		bounds   = target("output", stat.TargetGrowth, stat.Qty("5", 0, "PERCENT"), "output.level@2023")
		inWords  = missing(target("output", stat.TargetWords, stat.Qty("1", 8, "CNY"), ""))
		rough    = figure("homes", stat.Level, 2023, stat.Qty("20", 0, "SET"))
		sources  = figure("homes", stat.Ratio, 2023, stat.Qty("0.70", 0, "PERCENT"))
	)
	position.Ranking.By, position.Note = stat.Growth, both("初步。", "Preliminary.")
	county.Ranking.Of, county.Ranking.Tied, county.Ranking.Group = 100, true, "exam"
	goal.Target.Operator = stat.AtLeast
	around.Target.Operator, around.Target.Tolerance = stat.Around, stat.Qty("0.5", 0, "PP")
	bounds.Target.Operator, bounds.Target.UpTo = stat.Within, stat.Qty("6.0", 0, "PERCENT")
	inWords.Target.Operator, inWords.Target.Words = "", both("与经济增长同步", "to grow in step with the economy")
	rough.Qualifier = stat.MoreThan
	sources.From = []stat.Provenance{{Source: "news", Ref: "3"}, {Source: "book"}, {Source: "news", Ref: "25; 26", Printed: "七成"}}
	s := newScene()
	s.add(position, county, goal, around, bounds, inWords, rough, sources, missing(figure("homes", stat.Growth, 2023, stat.Qty("1", 0, "PERCENT"))))
	tests := []struct {
		id   string
		want map[string]string
	}{
		{position.ID, map[string]string{"obs_value": "2", "unit_measure": "RANK", "measure": "rank",
			"scope": "city", "out_of": "16", "ranked_by": "growth", "tied": "false", "note_zh": "初步。", "note_en": "Preliminary."}},
		{county.ID, map[string]string{"scope": "province", "out_of": "100", "ranked_by": "", "tied": "true", "assessment": "exam"}},
		{goal.ID, map[string]string{"time_period": "2024", "measure": "target_level", "operator": "at_least", "tolerance": "", "note_zh": ""}},
		{around.ID, map[string]string{"operator": "about", "tolerance": "0.5", "tolerance_unit": "PP", "tolerance_mult": "0", "baseline_fact": "retail.level@2023"}},
		{bounds.ID, map[string]string{"obs_value": "5", "operator": "range", "upper_bound": "6.0", "words_zh": ""}},
		{inWords.ID, map[string]string{"obs_value": "", "measure": "target_words", "operator": "", "words_zh": "与经济增长同步", "words_en": "to grow in step with the economy"}},
		{rough.ID, map[string]string{"obs_value": "20", "qualifier": "more_than", "note_zh": ""}},
		{sources.ID, map[string]string{"obs_value": "0.70", "decimals": "2", "source": "news;book;news", "source_ref": `3;;25\; 26`, "source_printed": ";;七成", "note_en": ""}},
		{"homes.growth@2023", map[string]string{"obs_value": "", "decimals": "", "obs_status": "L", "unit_measure": "PERCENT", "unit_mult": "0"}},
	}
	for _, test := range tests {
		t.Run(test.id, func(t *testing.T) {
			row := dataRow(t, s, test.id)
			for column, want := range test.want {
				if row[column] != want {
					t.Errorf("%s is %q, want %q", column, row[column], want)
				}
			}
		})
	}
}

// A variant is a row of its own after its fact's, with the identifier and the reason, but not the note, of it.
func TestDataRowsOfVariants(t *testing.T) {
	s := noted()
	f := &s.data.Facts[0] // retail.level@2023
	f.Variants = append(f.Variants, stat.Figure{Quantity: stat.Qty("41000", 4, "CNY"), Status: stat.Provisional, Qualifier: stat.About})
	zh, en := s.words(t)
	rows := DataRows(zh, en, s.build(t))
	var got []string
	for _, r := range rows[:4] {
		row := rowOf(r)
		got = append(got, strings.Join([]string{
			row["fact_id"], row["variant_of"], row["obs_value"], row["unit_mult"], row["obs_status"], row["source_ref"], row["note_en"],
		}, "|"))
	}
	want := []string{
		"retail.level@2023||4.10|8|A|1|Flash figure.",
		"retail.level@2023~1|retail.level@2023|4.05|8|A|9|It is newer.",
		"retail.level@2023~2|retail.level@2023|41000|4|P||It is newer.",
		"retail.growth@2023||6.5|0|A|1|",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if len(rows) != 6 {
		t.Errorf("%d rows, want one for each of 4 facts and 2 variants", len(rows))
	}
}
