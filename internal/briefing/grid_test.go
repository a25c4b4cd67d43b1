package briefing

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"nianbao/internal/stat"
)

// looks returns all layouts and themes with the languages they are made for.
func looks(t *testing.T, each func(name string, doc *Composition, theme Theme)) {
	t.Helper()
	names, err := themeNames()
	if err != nil {
		t.Fatal(err)
	}
	languages := [][]stat.Lang{{stat.Hans, stat.En}, {stat.Hant, stat.En}, {stat.Hans, stat.Hant}, {stat.Hans}, {stat.En}}
	for _, name := range names {
		theme, err := ThemeByName(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, langs := range languages {
			for _, layout := range []Layout{Parallel, Stacked, Sequential} {
				if len(langs) == 1 && layout != Parallel {
					continue // one language has one layout
				}
				for _, area := range []string{"saibei", "example", "tongjian"} {
					doc := documentOf(t, area, func(o *Options) { o.Theme, o.Layout = theme, layout }, langs...)
					each(fmt.Sprintf("%s, %s, %v, %s", name, layout, langs, area), doc, theme)
				}
			}
		}
	}
}

// Every baseline of every page is on the grid of its theme, except raised marks and numbers on discs. Paragraphs side by
// side share their first one. No type but marks is too small to be read.
func TestBaselines(t *testing.T) {
	looks(t, func(name string, doc *Composition, theme Theme) {
		for _, fault := range append(apart(doc), tooSmall(doc)...) {
			t.Errorf("%s: %s", name, fault)
		}
		for _, p := range doc.Pages {
			for _, it := range p.Items {
				raised := strings.Contains(it.ref().Link, "note")
				if it.Shape != Text || it.Artifact || raised || it.Ink == testColors().Paper || onRing(p, it) {
					continue
				}
				steps := (it.Y - theme.Top + theme.foot()) / theme.unit()
				if math.Abs(steps-math.Round(steps)) > 1e-3 {
					t.Errorf("%s: page %d: the baseline of %q is %.3f units down", name, p.Number, it.Text, steps)
				}
			}
		}
	})
}

// apart lists the paragraphs side by side that begin on two baselines.
func apart(doc *Composition) (faults []string) {
	type begin struct {
		page int
		x, y float64
	}
	first := map[string]begin{}
	seen := map[*Node]bool{}
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			if it.Node == nil || it.Node.Sentence == "" || seen[it.Node] {
				continue
			}
			seen[it.Node] = true
			at, known := first[it.Node.Sentence]
			if !known {
				first[it.Node.Sentence] = begin{p.Number, it.X, it.Y}
			} else if at.page == p.Number && it.X-at.x > 50 && math.Abs(it.Y-at.y) > 1e-6 {
				faults = append(faults, fmt.Sprintf("page %d: %q begins %.2f points below its other language", p.Number, it.Text, it.Y-at.y))
			}
		}
	}
	return faults
}

// tooSmall lists texts that are smaller than 8.5 points, or in running text than 10.5 in Chinese and 10 in English.
func tooSmall(doc *Composition) (faults []string) {
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			least := 8.5
			switch {
			case it.Shape != Text || strings.Contains(it.ref().Link, "note"):
				continue
			case it.Node != nil && it.Node.Sentence != "" && it.Lang.Chinese():
				least = 10.5
			case it.Node != nil && it.Node.Sentence != "":
				least = 10
			}
			if it.Size < least {
				faults = append(faults, fmt.Sprintf("page %d: %q is set in %g points", p.Number, it.Text, it.Size))
			}
		}
	}
	return faults
}

// onRing reports whether a text is the number on the disc, square or diamond of a position.
func onRing(p Page, it Item) bool {
	return slices.ContainsFunc(p.Items, func(disc Item) bool {
		shaped := disc.Shape == Dot || disc.Shape == Diamond || disc.Shape == Fill && disc.W == disc.H
		return shaped && disc.Node == it.Node && it.X >= disc.X && it.X+it.W <= disc.X+disc.W && it.Y > disc.Y && it.Y < disc.Y+disc.H
	})
}

// The least full that a page may be: a chart that does not fit goes behind the table below it, not into it.
const leastFill = 0.52

// leastLast is the minimum content of a last page before a part that starts a page: a header and four rows, or as many
// lines.
const leastLast = 0.08

// Every page is well filled, except the cover, the contents, and the last page before a part that starts a page. The
// page at a glance is full, but for what is lost where the space left is spread in whole units.
func TestPagesAreFull(t *testing.T) {
	looks(t, func(name string, doc *Composition, theme Theme) {
		glance := map[*Node]bool{}
		for _, sect := range glanceOf(doc, glanceTitles) {
			walk(sect.Kids[0], func(n, _ *Node) { glance[n] = true })
		}
		for i, p := range doc.Pages {
			least := leastOf(doc, i)
			if slices.ContainsFunc(p.Items, func(it Item) bool { return glance[it.Node] }) {
				least = 0.93
			}
			if fill := fillOf(p, theme); fill < least {
				t.Errorf("%s: page %d is filled to %.0f %%", name, p.Number, 100*fill)
			}
		}
	})
}

// leastOf is the required fill of the i-th page of a document.
func leastOf(doc *Composition, i int) float64 {
	if i == len(doc.Pages)-1 || doc.Pages[i+1].Fresh {
		return leastLast
	}
	return leastFill
}

// fillOf is the filled share of a page's height.
func fillOf(p Page, theme Theme) float64 {
	bottom := 0.0
	for _, it := range p.Items {
		if !it.Artifact {
			bottom = max(bottom, it.bottom()-theme.Top)
		}
	}
	return bottom / theme.height()
}
