package dataset

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"nianbao/internal/stat"
)

// The notes of the area stand in every period that has what they refer to, before the period's own.
func TestNotes(t *testing.T) {
	ds := loadDemo(t)
	bureau := stat.OfficeNote{
		ID: "area.1", Place: stat.Place{File: "area.yaml", Line: 29, Path: "notes[0]"},
		Text: stat.Text{Hans: "数据由{area}统计局整理。", Hant: "數據由{area}統計局整理。", En: "The figures are compiled by the bureau of {area}."},
	}
	want := [][]stat.OfficeNote{
		{bureau, {
			ID: "period.1", Theme: "economy", Compares: []stat.Period{stat.Through(2024, 3)},
			Text:  stat.Text{Hans: "2024年为{trade.level@2024-Q1}。", En: "In 2024 {trade.level@2024-Q1}."},
			Place: stat.Place{File: "2024-Q1.yaml", Line: 10, Path: "notes[0]"},
		}},
		{bureau, {
			ID: "area.2", Indicator: "gdp", Place: stat.Place{File: "area.yaml", Line: 30, Path: "notes[1]"},
			Text: stat.Text{Hans: "{gdp.level}含2000万元以上企业。", En: "{gdp.level} includes enterprises above CNY 20 million."},
		}},
	}
	if diff := cmp.Diff(want, [][]stat.OfficeNote{ds.Periods[0].Notes, ds.Periods[1].Notes}); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A note of the period on what only its targets or its sentences are about has its place.
func TestNotesOnTargetsAndSentences(t *testing.T) {
	fsys := demo(t)
	fsys["demo/2024-Q1.yaml"] = &fstest.MapFile{Data: []byte(`period: 2024-Q1
observations:
  trade: {level: 120}
targets:
  gdp: {growth: {value: 6}}
notes:
  - {indicator: gdp, text: {zh-Hans: 目标。, en: A target.}}
  - {theme: work, text: {zh-Hans: 文字。, en: Words.}}
`)}
	fsys["demo/2024-Q1.text.yaml"] = &fstest.MapFile{Data: []byte("sentences: [{id: words, theme: work, text: {zh-Hans: 字。, en: Words.}}]\n")}
	if _, _, err := Load(fsys, "demo"); err != nil {
		t.Error(err)
	}
}
