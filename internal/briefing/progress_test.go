package briefing

import (
	"os"
	"slices"
	"strings"
	"testing"

	"nianbao/internal/dataset"
	"nianbao/internal/document"
	"nianbao/internal/edition"
	"nianbao/internal/stat"
	"nianbao/internal/town"
)

// quarter returns the example's edition up to the given month, with its pages.
func quarter(t *testing.T, month int, langs ...stat.Lang) (*edition.Edition, []Page) {
	t.Helper()
	d, _, err := dataset.Load(os.DirFS("../../config/areas"), "example")
	if err != nil {
		t.Fatal(err)
	}
	e, err := edition.Build(d, stat.Through(2024, month), edition.Options{Langs: langs, Sections: town.Sections()})
	if err != nil {
		t.Fatal(err)
	}
	pages, err := pagesOf(e, options(t, e.Units, langs...))
	if err != nil {
		t.Fatal(err)
	}
	return e, pages
}

// Standings differ by shape as well as by word. An unjudged one is grey, never the colour of one that is behind.
func TestStandingsWithoutColour(t *testing.T) {
	b := &builder{colors: testColors()}
	if open := b.tone(document.Open); open != b.colors.Muted || open == b.tone(document.Bad) {
		t.Errorf("what is not judged has the ink %v", open)
	}
	shapes := []string{edition.Ahead.Shape(), edition.OnTrack.Shape(), edition.Behind.Shape(), edition.Unjudged.Shape(), edition.NotMet.Shape()}
	slices.Sort(shapes)
	if len(slices.Compact(shapes)) != 5 {
		t.Errorf("shapes %q", shapes)
	}
}

// Every edition of the year gives the standing of each target and marks revisions; the first has nothing before it.
func TestYearOfQuarters(t *testing.T) {
	for month, want := range map[int][]string{
		3:  {"▼ Behind schedule", "● On schedule", "○ Assessed at year end", "○ Not assessed", "Progress against targets"},
		6:  {"● On schedule", "[r]", "Revisions", "Positions over time", "Cumulative growth by period"},
		9:  {"▲ Ahead of schedule", "[r]", "New since the last", "target completed (%)"},
		12: {"● Met", "× Not met", "[r]", "Targets met and missed"},
	} {
		e, pages := quarter(t, month, stat.En)
		var said strings.Builder
		for _, p := range pages {
			for _, it := range p.Items {
				said.WriteString(it.Text + "\n")
			}
		}
		for _, words := range want {
			if !strings.Contains(strings.Join(strings.Fields(said.String()), " "), words) {
				t.Errorf("%s: the pages do not say %q", e.Period, words)
			}
		}
		if month == 3 && strings.Contains(said.String(), "[r]") {
			t.Error("the first edition revises something")
		}
	}
}
