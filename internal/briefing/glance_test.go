package briefing

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"nianbao/internal/edition"
	"nianbao/internal/stat"
)

// glanceOf returns the section whose heading is the title of the page at a glance, in any language.
func glanceOf(doc *Composition, titles map[string]bool) []*Node {
	var found []*Node
	walk(doc.Root, func(n, _ *Node) {
		if n.Kind == "Sect" && len(n.Kids) > 0 && n.Kids[0].Kind == "H1" && titles[headingText(doc, n.Kids[0])] {
			found = append(found, n)
		}
	})
	return found
}

// headingText is the first text below a heading.
func headingText(doc *Composition, h *Node) string {
	below := map[*Node]bool{h: true}
	walk(h, func(n, _ *Node) { below[n] = true })
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			if below[it.Node] {
				return it.Text
			}
		}
	}
	return ""
}

var glanceTitles = map[string]bool{"主要指标一览": true, "主要指標一覽": true, "At a glance": true}

// glanceFaults lists the faults of the pages at a glance: each section with that title must take one whole page alone.
func glanceFaults(doc *Composition) (faults []string, found int) {
	sections := glanceOf(doc, glanceTitles)
	for _, sect := range sections {
		own := map[*Node]bool{}
		for _, kid := range sect.Kids {
			if kid.Kind == "Sect" { // the summary, if it has moved to the next page
				break
			}
			own[kid] = true
			walk(kid, func(n, _ *Node) { own[n] = true })
		}
		pages := map[int]bool{}
		for _, p := range doc.Pages {
			for _, it := range p.Items {
				if own[it.Node] {
					pages[p.Number] = true
				}
			}
		}
		if len(pages) != 1 {
			faults = append(faults, fmt.Sprintf("it stands on %d pages", len(pages)))
		}
		for _, p := range doc.Pages {
			for _, it := range p.Items {
				if pages[p.Number] && !it.Artifact && !own[it.Node] {
					faults = append(faults, fmt.Sprintf("%q stands on page %d with it", it.Text, p.Number))
				}
			}
		}
	}
	return faults, len(sections)
}

func TestGlanceIsOnePage(t *testing.T) {
	looks(t, func(name string, doc *Composition, theme Theme) {
		faults, found := glanceFaults(doc)
		if found == 0 {
			t.Errorf("%s: there is none", name)
		}
		for _, f := range faults {
			t.Errorf("%s: %s", name, f)
		}
	})
}

// A card is read as its name, then its number, in every language, and drawn the other way round.
func TestCardsNameTheirNumber(t *testing.T) {
	e := areaEdition(t, "saibei", stat.Hans, stat.En)
	doc := documentOf(t, "saibei", nil, stat.Hans, stat.En)
	var names []string
	for _, row := range e.Headlines {
		names = append(names, squeeze(options(t, e.Units, e.Langs...).Words[0].Text(row.Indicator.Name)))
	}
	begins := func(text string) bool { // a name, or its first line
		return slices.ContainsFunc(names, func(name string) bool { return strings.HasPrefix(name, squeeze(text)) })
	}
	own := map[*Node]bool{}
	walk(glanceOf(doc, glanceTitles)[0], func(n, _ *Node) { own[n] = true })
	var named, numbered *Item
	cards := 0
	for _, p := range doc.Pages {
		for i := range p.Items {
			it := &p.Items[i]
			switch {
			case !own[it.Node]:
			case it.Bold && begins(it.Text):
				named = it
			case named != nil && numbered != named && it.Size > named.Size:
				if it.Y >= named.Y || it.X >= named.X+named.W+100 {
					t.Errorf("%q follows the name %q, and is not above it", it.Text, named.Text)
				}
				numbered = named
				cards++
			}
		}
	}
	if cards != len(e.Headlines) {
		t.Errorf("%d cards give their name before their number, want %d", cards, len(e.Headlines))
	}
}

// What does not fit on a page is dropped in order: the summary first, cards last, and never all of them.
func TestGlanceSheds(t *testing.T) {
	stress := stressEdition(t, stat.Hans, stat.En)
	many := areaEdition(t, "saibei", stat.Hans, stat.En)
	for range 4 {
		many.Targets = append(many.Targets, many.Targets...)
	}
	wordy := areaEdition(t, "saibei", stat.Hans, stat.En)
	wordy.Headlines = append(wordy.Headlines, wordy.Headlines...)
	for name, e := range map[string]*edition.Edition{"stress": stress, "many": many, "wordy": wordy} {
		for _, theme := range []string{"briefing", "gongwen"} {
			opt := options(t, e.Units, e.Langs...)
			var err error
			if opt.Theme, err = ThemeByName(theme); err != nil {
				t.Fatal(err)
			}
			e.Sections = []string{"cover", "glance", "themes"}
			doc, err := composed(e, opt)
			if err != nil {
				t.Fatal(err)
			}
			faults, found := glanceFaults(doc)
			if found != 1 || len(faults) > 0 {
				t.Errorf("%s, %s: %d pages at a glance, %q", name, theme, found, faults)
			}
		}
	}
}

// Space left on a page is spread among its elastic blocks, at most three and a half lines each, and never past the foot.
func TestSpread(t *testing.T) {
	b := newBuilder(t, stat.En)
	most := 3.5 * b.t.lead(b.t.Small)
	elastic := block{space: true, elastic: true}
	for _, test := range []struct {
		used float64
		want float64
	}{{b.t.height(), 0}, {b.t.height() - 43, math.Floor(21.5/b.t.unit()) * b.t.unit()}, {b.t.height() - 3, 0}, {100, math.Floor(most/b.t.unit()) * b.t.unit()}} {
		blocks := []block{space(30), {height: test.used / 2}, elastic, {height: test.used / 4}, elastic, {height: test.used / 4}, space(30)}
		b.spread(blocks)
		if blocks[2].height != test.want || blocks[4].height != test.want {
			t.Errorf("with %.0f points used each takes %.1f and %.1f, want %.1f", test.used, blocks[2].height, blocks[4].height, test.want)
		}
	}
}
