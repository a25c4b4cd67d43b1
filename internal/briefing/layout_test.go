package briefing

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/town"
)

// faults lists the layout faults of pages: items outside the type area, overlapping texts, titles at the end of a page,
// empty pages.
func faults(e *edition.Edition, words []*locale.Words, pages []Page) []string {
	var out []string
	for _, p := range pages {
		for _, it := range p.Items {
			if f := misplaced(it); f != "" {
				out = append(out, fmt.Sprintf("page %d: %q %s", p.Number, it.Text, f))
			}
		}
		out = append(out, overlaps(p)...)
		last := slices.IndexFunc(backwards(p.Items), func(it Item) bool { return it.Shape == Text && !it.Artifact })
		switch {
		case last < 0:
			out = append(out, fmt.Sprintf("page %d is empty", p.Number))
		case isTitle(e, words, backwards(p.Items)[last]):
			out = append(out, fmt.Sprintf("page %d ends with a title", p.Number))
		}
	}
	return out
}

func backwards(items []Item) []Item {
	items = slices.Clone(items)
	slices.Reverse(items)
	return items
}

// misplaced tells how an item leaves the type area, or the page if it is an artifact.
func misplaced(it Item) string {
	const slack = 0.01
	left, right, top, bottom := float64(std().Left), float64(std().Width-std().Right), float64(std().Top), float64(std().Height-std().Bottom)
	if it.Artifact && it.Shape == Text {
		top, bottom = 0, std().Height
	}
	switch {
	case it.Artifact && it.Shape != Text:
		return ""
	case it.Shape == Text && it.W == 0: // white space at the end of a line hangs over
		return ""
	case it.X+hang(it) < left-slack || it.X+it.W > right+slack:
		return fmt.Sprintf("stands from x %.1f to %.1f", it.X, it.X+it.W)
	case it.top() < top-slack || it.bottom() > bottom+slack:
		return fmt.Sprintf("stands from y %.1f to %.1f", it.top(), it.bottom())
	}
	return ""
}

// hang is how far the blank half of an opening mark may extend beyond the start of a line.
func hang(it Item) float64 {
	if r, _ := utf8.DecodeRuneInString(it.Text); strings.ContainsRune("“‘《〈（【「『", r) {
		return it.Size / 2
	}
	return 0
}

// overlaps lists the texts of a page whose boxes overlap.
func overlaps(p Page) []string {
	const slack = 0.05
	var out []string
	texts := slices.DeleteFunc(slices.Clone(p.Items), func(it Item) bool { return it.Shape != Text || it.W == 0 })
	slices.SortFunc(texts, func(a, b Item) int { return int(1000 * (a.top() - b.top())) })
	for i, a := range texts {
		for _, b := range texts[i+1:] {
			if b.top() > a.bottom()-slack {
				break
			}
			if a.X < b.X+b.W-slack && b.X < a.X+a.W-slack {
				out = append(out, fmt.Sprintf("page %d: %q and %q overlap", p.Number, a.Text, b.Text))
			}
		}
	}
	return out
}

// isTitle reports whether an item is the title of a section or theme, in any language.
func isTitle(e *edition.Edition, words []*locale.Words, it Item) bool {
	if it.Size != std().Title && it.Size != std().Small || it.Ink != testColors().Accent && it.Ink != testColors().Muted {
		return false
	}
	for _, w := range words {
		for _, key := range []string{"glance", "rankings", "projects", "recognitions", "initiatives", "targets", "notes", "register"} {
			if it.Text == w.Phrase("section."+key) {
				return true
			}
		}
		for _, theme := range e.Themes {
			if it.Text == w.Text(theme.Name) {
				return true
			}
		}
	}
	return false
}

// An English quote at the start of a line leaves the type area no further than a Chinese one.
func TestQuotesKeepToTheTypeArea(t *testing.T) {
	b := newBuilder(t, stat.Hans)
	quote := style{size: std().Body, lang: stat.Hans, running: true}
	begun := 0
	for width := 2 * quote.size; width < 8*quote.size; width++ {
		l := b.measure(width, piece{"，业  “”f堞", quote})
		for _, it := range l.appendBlock(nil, std().Left, std().Top) {
			if it.X <= std().Left && it.Text[:len("“")] == "“" {
				begun++
			}
			if f := misplaced(it); f != "" {
				t.Errorf("%q in %.0f points %s", it.Text, width, f)
			}
		}
	}
	if begun == 0 {
		t.Error("no line begins with the quote")
	}
}

func TestLayoutOfShippedAreas(t *testing.T) {
	for _, langs := range [][]stat.Lang{
		{stat.Hans, stat.En}, {stat.En, stat.Hans}, {stat.Hant, stat.En}, {stat.Hans, stat.Hant}, {stat.En}, {stat.Hans},
	} {
		for _, area := range []string{"saibei", "example", "tongjian"} {
			e := areaEdition(t, area, langs...)
			opt := options(t, e.Units, langs...)
			pages, err := pagesOf(e, opt)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range faults(e, opt.Words, pages) {
				t.Errorf("%s in %v: %s", area, langs, f)
			}
		}
	}
}

// Every single section, and every order of sections, can be laid out without an empty page.
func TestLayoutOfSections(t *testing.T) {
	choices := [][]string{{"glance", "cover"}, {"cover", "cover"}, {"register", "cover", "glance"}, {"themes", "cover", "notes"}}
	for _, section := range town.Sections() {
		if section != "contents" && section != "preface" { // alone the one has nothing to list; the area has written none of the other
			choices = append(choices, []string{section})
		}
	}
	for _, sections := range choices {
		e := areaEdition(t, "saibei", stat.Hans, stat.En)
		e.Sections = sections
		opt := options(t, e.Units, e.Langs...)
		pages, err := pagesOf(e, opt)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range faults(e, opt.Words, pages) {
			t.Errorf("%v: %s", sections, f)
		}
	}
}

func TestUnknownSection(t *testing.T) {
	e := areaEdition(t, "example", stat.En)
	e.Sections = []string{"cover", "appendix"}
	if _, err := pagesOf(e, options(t, e.Units, stat.En)); err == nil || err.Error() != `section "appendix": no such section` {
		t.Errorf("got %v", err)
	}
}

// Every page except a leading cover has a running head, which marks invented data.
func TestRunningHeads(t *testing.T) {
	e := areaEdition(t, "example", stat.En)
	e.Draft = true
	pages, err := pagesOf(e, options(t, e.Units, stat.En))
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range pages {
		var heads []string
		for _, it := range p.Items {
			if it.Artifact && it.Shape == Text && (it.Y < std().Top || it.Y > std().Height-std().Bottom) {
				heads = append(heads, it.Text)
			}
		}
		want := []string{"Statistical bulletin of Example District, 2024", "Sample data (fictitious)  ·  Draft", fmt.Sprintf("Page %d of %d", i+1, len(pages))}
		if i == 0 {
			want = nil
		}
		if !slices.Equal(heads, want) {
			t.Errorf("page %d has the running heads %q, want %q", i+1, heads, want)
		}
	}
}

// The running head gives the title in both languages; in the foot the first language is on the left.
func TestRunningHeadInBothLanguages(t *testing.T) {
	doc := documentOf(t, "saibei", nil, stat.Hans, stat.En)
	for _, p := range doc.Pages[1:] {
		var heads []string
		for _, it := range p.Items {
			if left := it.X < std().Width/2; it.Artifact && it.Y > std().Height-std().Bottom && left != it.Lang.Chinese() {
				t.Errorf("page %d: %q stands at %.0f in the foot", p.Number, it.Text, it.X)
			}
			if it.Artifact && it.Shape == Text && it.Y < std().Top {
				heads = append(heads, it.Text)
			}
		}
		all := squeeze(strings.Join(heads, ""))
		if !strings.Contains(all, "塞北管理区2023年经济社会发展统计简报") || !strings.Contains(all, "SaibeiManagementDistrict:statisticalbriefing,2023") {
			t.Errorf("page %d has the running head %q", p.Number, heads)
		}
	}
}

// A title too long for the running head is cut and does not overlap the text beside it.
func TestLongRunningHead(t *testing.T) {
	e := areaEdition(t, "example", stat.Hans, stat.En)
	e.Area.Name.Hans = longName(80, 0)
	opt := options(t, e.Units, e.Langs...)
	pages, err := pagesOf(e, opt)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range faults(e, opt.Words, pages) {
		t.Error(f)
	}
	last := pages[len(pages)-1].Items
	if !slices.ContainsFunc(last, func(it Item) bool { return it.Artifact && strings.HasSuffix(it.Text, "…") }) {
		t.Error("the running head is cut without an ellipsis")
	}
}

// longName is a name of n Chinese characters, different for each seed.
func longName(n, seed int) string {
	han := []rune("塞北管理区农业产业化重点龙头企业高标准田建设项目马铃薯奶牛养殖光伏发电旅游公路改造工程中心示范基")
	out := make([]rune, n)
	for i := range out {
		out[i] = han[(i*7+seed*13+i*i*seed)%len(han)]
	}
	return string(out)
}
