package document

import (
	"slices"
	"strings"
	"testing"

	"nianbao/internal/dataset"
	"nianbao/internal/edition"
	"nianbao/internal/stat"
	"nianbao/internal/town"
	"nianbao/internal/wording"

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

// A standard briefing of a shipped area prints no figure more than four times beside what the office itself repeats, and has no
// section that is only looked up.
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
		if doc.Points != nil && wording.Points(e)[0].Composed {
			seen.count(doc.Points.Blocks)
		}
		for id, n := range seen {
			if n > mostPrints {
				t.Errorf("%s %s: %s is printed %d times", of.area, of.period, id, n)
			}
		}
	}
}

// In a standard briefing, a theme has no table of its own, and every figure of a theme stands in a sentence, in the table of the
// main indicators, or among the positions. A theme of three figures or fewer that sentences tell is not in that table.
func TestSummaryTable(t *testing.T) {
	small, spared := 0, 0
	for _, of := range editions {
		e, doc := made(t, of.area, of.period, Standard)
		sentences, tables, drawn, all := prints{}, prints{}, prints{}, prints{}
		for _, s := range doc.Sections {
			for _, ch := range s.Chapters {
				for _, b := range ch.Blocks {
					_, table := b.(*Table)
					switch _, sentence := b.(*Paragraph); {
					case sentence:
						sentences.count([]Block{b})
					case table && strings.HasPrefix(ch.ID, "theme."):
						t.Errorf("%s %s: %s has a table", of.area, of.period, ch.ID)
					case table && ch.ID == "indicators":
						tables.count([]Block{b})
						drawn.count([]Block{withCourses(b.(*Table))})
					}
				}
				all.count(ch.Blocks)
			}
		}
		for _, th := range e.Themes {
			figures, untold, listed := 0, 0, 0
			for _, r := range th.Rows {
				if e.Background(r) {
					continue
				}
				for _, f := range r.Facts() {
					figures++
					listed += tables[f.ID] - drawn[f.ID] // a line of growth is a reason to stand there
					if sentences[f.ID] == 0 {
						untold++
					}
					if all[f.ID] == 0 {
						t.Errorf("%s %s: %s is not printed", of.area, of.period, f.ID)
					}
					if sentences[f.ID] > 0 && tables[f.ID] == 0 {
						spared++
					}
				}
			}
			if figures <= few && untold == 0 {
				small++
				if listed > 0 {
					t.Errorf("%s %s: theme %s, which has %d figures, is in the table", of.area, of.period, th.Code, figures)
				}
			}
		}
	}
	if small == 0 || spared == 0 {
		t.Errorf("%d small themes, %d figures that the table spares; want some of both", small, spared)
	}
}

// withCourses returns the rows of a table that have a line.
func withCourses(t *Table) *Table {
	out := &Table{}
	for i, r := range t.Rows {
		if t.Courses != nil && t.Courses[i] != nil {
			out.Rows = append(out.Rows, r)
		}
	}
	return out
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
