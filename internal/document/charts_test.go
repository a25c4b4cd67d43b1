package document

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"nianbao/internal/chart"
	"nianbao/internal/charttest"
	"nianbao/internal/edition"
	"nianbao/internal/stat"
)

// chartsOf returns the charts of a document, with their places.
func chartsOf(doc *Document) map[string]*Chart {
	charts := map[string]*Chart{}
	for _, s := range doc.Sections {
		for _, ch := range s.Chapters {
			for i, b := range ch.Blocks {
				if c, ok := b.(*Chart); ok {
					charts[fmt.Sprintf("%s-%d", ch.ID, i)] = c
				}
			}
		}
	}
	return charts
}

// editions are all shipped ones.
var editions = []struct {
	area   string
	period stat.Period
}{
	{"saibei", stat.Period{Year: 2023}}, {"tongjian", stat.Period{Year: 2022}}, {"example", stat.Through(2024, 3)}, {"example", stat.Through(2024, 6)},
	{"example", stat.Through(2024, 9)}, {"example", stat.Through(2024, 12)},
}

// In every edition, at page width, half of it and on a telephone, in two languages and in one, every label of every chart is
// drawn and touches nothing. With CHARTS set to a folder, the charts are written there as pictures.
func TestChartsFit(t *testing.T) {
	folder := os.Getenv("CHARTS")
	for _, of := range editions {
		_, doc := build(t, of.area, of.period, stat.Hans, stat.En)
		for name, c := range chartsOf(doc) {
			for _, width := range []float64{480, 340, 235} {
				for _, langs := range [][]int{{0, 1}, {0}, {1}} {
					look := charttest.Look(width)
					look.Langs = langs
					if width == 340 { // pixels of a telephone
						look.Small, look.Micro = 14, 12
					}
					d := charttest.Draw(c.Data, look)
					for _, f := range charttest.Faults(d, width) {
						t.Errorf("%s %s, %s in %.0f, languages %v: %s", of.area, of.period, name, width, langs, f)
					}
					if folder != "" && len(langs) == 2 {
						path := filepath.Join(folder, fmt.Sprintf("%s-%s-%s-%.0f.svg", of.area, of.period, name, width))
						if err := os.WriteFile(path, []byte(charttest.SVG(d, width)), 0o644); err != nil {
							t.Fatal(err)
						}
					}
				}
			}
		}
	}
}

// Every chart has a title, a subtitle, a source, and a description in every language that begins with the title and ends in
// one full stop.
func TestChartsAreTitled(t *testing.T) {
	for _, of := range editions {
		e, doc := build(t, of.area, of.period, stat.Hans, stat.En)
		for name, c := range chartsOf(doc) {
			for i, w := range words(t, e.Units, stat.Hans, stat.En) {
				title := c.Title[i].String()
				alt := c.Alt(w, i, 0, len(c.Data.Rows))
				stop := strings.TrimSpace(w.Phrase("sentence.stop"))
				if title == "" || c.Subtitle[i].String() == "" || !strings.HasPrefix(alt, title) {
					t.Errorf("%s %s, %s: title %q, subtitle %q, description %q", of.area, of.period, name, title, c.Subtitle[i], alt)
				}
				if !strings.HasSuffix(alt, stop) || strings.HasSuffix(alt, stop+stop) || strings.Contains(alt, "；。") || strings.Contains(alt, "。；") || strings.Contains(alt, "..") {
					t.Errorf("%s %s, %s: the description ends badly: %q", of.area, of.period, name, alt)
				}
				if c.Data.Kind != chart.Timeline && (len(c.Source) == 0 || c.Source[i].String() == "") {
					t.Errorf("%s %s, %s has no source", of.area, of.period, name)
				}
			}
		}
	}
}

// ranked returns rankings whose positions over the periods are given; 0 for none.
func rankedAt(courses ...[]int64) []edition.Ranking {
	var rankings []edition.Ranking
	for _, positions := range courses {
		var facts []*stat.Fact
		for _, n := range positions {
			var f *stat.Fact
			if n > 0 {
				f = &stat.Fact{Figure: stat.Figure{Quantity: stat.Quantity{Value: decimal.NewFromInt(n)}, Status: stat.Normal}}
			}
			facts = append(facts, f)
		}
		rankings = append(rankings, edition.Ranking{Fact: facts[len(facts)-1], Earlier: facts[:len(facts)-1]})
	}
	return rankings
}

// The data decide the kind of chart.
func TestChoice(t *testing.T) {
	for what, tt := range map[string]struct{ got, want chart.Kind }{
		"two parts":             {KindOfParts(2), chart.Stack},
		"six parts":             {KindOfParts(6), chart.Stack},
		"seven parts":           {KindOfParts(7), chart.Bars},
		"four periods":          {kindOfCourse(4), chart.Lines},
		"five periods":          {kindOfCourse(5), chart.Panels},
		"one ranking":           {kindOfMoves(rankedAt([]int64{1, 2}), 2), chart.Lines},
		"two rankings":          {kindOfMoves(rankedAt([]int64{1, 2}, []int64{3, 0}), 2), chart.Bump},
		"positions far apart":   {kindOfMoves(rankedAt([]int64{1, 2}, []int64{3, 13}), 2), chart.Lines},
		"seven rankings":        {kindOfMoves(rankedAt([]int64{1}, []int64{2}, []int64{3}, []int64{4}, []int64{5}, []int64{6}, []int64{7}), 3), chart.Lines},
		"seven, five periods":   {kindOfMoves(rankedAt([]int64{1}, []int64{2}, []int64{3}, []int64{4}, []int64{5}, []int64{6}, []int64{7}), 5), chart.Panels},
		"crossing, six periods": {kindOfMoves(rankedAt([]int64{1, 2, 3, 4, 5, 6}, []int64{6, 5, 4, 3, 2, 1}), 6), chart.Bump},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: kind %d, want %d", what, tt.got, tt.want)
		}
	}
}
