package briefing

import (
	"math"
	"strings"
	"testing"

	"nianbao/internal/stat"
)

// Every layout and theme lays out every shipped area without faults, in every choice of languages it is made for.
func TestLayoutsAndThemes(t *testing.T) {
	names, err := themeNames()
	if err != nil || len(names) < 2 {
		t.Fatalf("themes %q, %v", names, err)
	}
	for _, name := range names {
		theme, err := ThemeByName(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, layout := range []Layout{Parallel, Stacked, Sequential} {
			for _, langs := range [][]stat.Lang{{stat.Hans, stat.En}, {stat.Hant, stat.En}, {stat.Hans}} {
				for _, area := range []string{"saibei", "example", "tongjian"} {
					e := areaEdition(t, area, langs...)
					e.Draft = true
					opt := options(t, e.Units, langs...)
					opt.Theme, opt.Layout = theme, layout
					doc, err := composed(e, opt)
					if err != nil {
						t.Fatal(err)
					}
					for _, p := range doc.Pages {
						for _, f := range append(outside(p, theme), overlaps(p)...) {
							t.Errorf("%s, %s, %v, %s: page %d: %s", theme.Name, layout, langs, area, p.Number, f)
						}
					}
				}
			}
		}
	}
}

// outside lists the texts of the document that leave the type area.
func outside(p Page, theme Theme) []string {
	const slack = 0.01
	left, top := theme.left(p.Number), theme.Top
	var out []string
	for _, it := range p.Items {
		if it.Shape != Text || it.Artifact || it.W == 0 {
			continue
		}
		if it.X+hang(it) < left-slack || it.X+it.W > left+theme.width()+slack || it.top() < top-slack || it.bottom() > top+theme.height()+slack {
			out = append(out, it.Text)
		}
	}
	return out
}

// The pages of the theme gongwen have the measures of GB/T 9704-2012.
func TestGongwen(t *testing.T) {
	theme, err := ThemeByName("gongwen")
	if err != nil {
		t.Fatal(err)
	}
	e := areaEdition(t, "saibei", stat.Hans)
	e.Sections = []string{"themes"}
	for i := range e.Themes {
		e.Themes[i].Rows = nil
	}
	opt := options(t, e.Units, stat.Hans)
	opt.Theme = theme
	doc, err := composed(e, opt)
	if err != nil {
		t.Fatal(err)
	}
	near := func(what string, got, want float64) {
		if math.Abs(got-want) > 1*millimetre { // the standard allows one millimetre
			t.Errorf("%s is %.1f mm, want %.1f", what, got/millimetre, want/millimetre)
		}
	}
	near("the width of the type area", theme.width(), 156*millimetre)
	near("the height of the type area", theme.height(), 225*millimetre)
	near("22 lines", 22*theme.Grid, theme.height())
	if chars := math.Floor(theme.width() / theme.Body); chars != 28 {
		t.Errorf("a line holds %g characters, want 28", chars)
	}
	for _, p := range doc.Pages {
		left, right, number := theme.Width, 0.0, Item{}
		for _, it := range p.Items {
			if it.Artifact && strings.HasPrefix(it.Text, "— ") {
				number = it
			}
			if it.Shape == Text && !it.Artifact {
				left, right = min(left, it.X), max(right, it.X+it.W)
			}
		}
		odd := p.Number%2 == 1
		binding := left
		if !odd {
			binding = theme.Width - theme.left(p.Number) - theme.width()
		}
		near("the binding edge", binding, 28*millimetre)
		if number.Text == "" || (number.X > theme.Width/2) != odd {
			t.Errorf("page %d: the page number %q stands at %.0f", p.Number, number.Text, number.X)
		}
		near("the distance of the page number", number.top()-(theme.Top+theme.height()), 7*millimetre-0.36*number.Size)
	}
}

func TestParseThemeRefuses(t *testing.T) {
	good, err := themeFiles.ReadFile("themes/briefing.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, change := range [][2]string{{"grid:", "gird:"}, {"body: 10.5", ""}, {"left: 21", "left: 200"}, {"display: 26", "display: large"}} {
		text := strings.Replace(string(good), change[0], change[1], 1)
		if _, err := parseTheme("changed", []byte(text)); err == nil {
			t.Errorf("a theme with %q for %q was accepted", change[1], change[0])
		}
	}
}

func TestThemeByName(t *testing.T) {
	if _, err := ThemeByName("gazette"); err == nil || !strings.Contains(err.Error(), "briefing") {
		t.Errorf("got %v, want an error that lists the themes", err)
	}
}
