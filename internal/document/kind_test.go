package document

import (
	"slices"
	"testing"

	"nianbao/internal/dataset"
	"nianbao/internal/edition"
	"nianbao/internal/stat"
	"nianbao/internal/town"

	"os"
)

// made composes a kind of briefing of a shipped area.
func made(t *testing.T, area string, p stat.Period, kind Kind) (*edition.Edition, *Document) {
	t.Helper()
	d, _, err := dataset.Load(os.DirFS("../../config/areas"), area)
	if err != nil {
		t.Fatal(err)
	}
	e, err := edition.Build(d, p, edition.Options{Langs: []stat.Lang{stat.Hans, stat.En}, Sections: town.Sections(), Release: p.End()})
	if err != nil {
		t.Fatal(err)
	}
	doc, err := Build(e, words(t, d.Units, stat.Hans, stat.En), kind)
	if err != nil {
		t.Fatal(err)
	}
	return e, doc
}

// A standard briefing prints no figure more than four times beside what the office itself repeats, and has no section that is
// only looked up.
func TestStandardPrintsFiguresAFewTimes(t *testing.T) {
	for _, of := range editions {
		e, doc := made(t, of.area, of.period, Standard)
		told := map[string]bool{} // what the office says before and behind the chapters of themes
		for _, theme := range []string{"preface", "targets"} {
			for _, s := range e.Sentences(theme) {
				told[s.ID] = true
			}
		}
		seen := prints{}
		for _, s := range doc.Sections {
			if slices.Contains(reference, s.Name) {
				t.Errorf("%s %s has a section %s", of.area, of.period, s.Name)
			}
			for i := range s.Chapters {
				seen.count(slices.DeleteFunc(slices.Clone(s.Chapters[i].Blocks), func(b Block) bool {
					p, ok := b.(*Paragraph)
					return ok && told[p.Sentence]
				}))
			}
		}
		if doc.Points != nil && len(doc.Points.Yields) > 0 {
			seen.count(doc.Points.Blocks)
		}
		for id, n := range seen {
			if n > mostPrints {
				t.Errorf("%s %s: %s is printed %d times", of.area, of.period, id, n)
			}
		}
	}
}

// A theme of three figures or fewer is told in sentences, without a table, if they tell all of them.
func TestSmallThemesHaveNoTable(t *testing.T) {
	small := 0
	for _, of := range editions {
		e, doc := made(t, of.area, of.period, Standard)
		for _, s := range doc.Sections {
			for _, ch := range s.Chapters {
				i := slices.IndexFunc(e.Themes, func(th edition.Theme) bool { return ch.ID == "theme."+th.Code })
				if i < 0 {
					continue
				}
				told := prints{}
				told.count(slices.DeleteFunc(slices.Clone(ch.Blocks), func(b Block) bool { _, ok := b.(*Paragraph); return !ok }))
				facts, untold := 0, false
				for _, r := range e.Themes[i].Rows {
					if e.Background(r) {
						continue
					}
					for _, f := range r.Facts() {
						facts++
						untold = untold || told[f.ID] == 0
					}
				}
				table := slices.ContainsFunc(ch.Blocks, func(b Block) bool { _, ok := b.(*Table); return ok })
				if facts <= 3 && !untold {
					small++
				}
				if table != (facts > 3 || untold) {
					t.Errorf("%s %s, %s: %d figures, a table: %v", of.area, of.period, ch.ID, facts, table)
				}
			}
		}
	}
	if small == 0 {
		t.Error("no theme is small")
	}
}

// A brief has a headline, four figures and points; what it cannot hold is dropped from the end.
func TestBrief(t *testing.T) {
	for _, of := range editions {
		_, doc := made(t, of.area, of.period, Brief)
		if len(doc.Sections) != 1 || len(doc.Sections[0].Chapters) != 1 || !doc.Sections[0].Chapters[0].Alone {
			t.Fatalf("%s %s: %d sections", of.area, of.period, len(doc.Sections))
		}
		ch := doc.Sections[0].Chapters[0]
		kinds := map[string]int{}
		for _, b := range ch.Blocks {
			switch b := b.(type) {
			case *Cards:
				kinds["cards"] += len(b.Items)
			case *Paragraph:
				kinds["paragraphs"]++
			case *Chart:
				kinds["charts"]++
			}
		}
		if kinds["cards"] == 0 || kinds["cards"] > 4 || kinds["paragraphs"] < 2 || kinds["paragraphs"] > 7 || kinds["charts"] > 1 || len(ch.Yields) == 0 {
			t.Errorf("%s %s: %v", of.area, of.period, kinds)
		}
	}
}
