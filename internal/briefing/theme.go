package briefing

import (
	"bytes"
	"embed"
	"math"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"

	"nianbao/internal/message"
)

// themeFiles are the token files of the themes that travel inside the program.
//
//go:embed themes/*.yaml
var themeFiles embed.FS

// usualTheme is the default theme.
const usualTheme = "briefing"

// Theme holds the tokens of a look: the page, the type and the white space. Colours are configured separately, in the
// [Palette]. Lengths are in points.
type Theme struct {
	Name string

	Width, Height float64 // of the page
	Left, Right   float64 // margins; Left is the binding edge
	Top, Bottom   float64
	Mirror        bool // even pages have their binding edge on the right
	Gutter        float64
	Share         float64 // share of the width for Chinese beside English

	Display, Title, Body, Second, Small, Micro float64 // the sizes of type; Second is that of English beside Chinese
	Grid                                       float64 // distance of the baselines of running text
	Steps                                      int     // divisions of the grid for all other distances

	Indent  float64 // of a paragraph's first line, in em
	Justify bool    // running Chinese is justified
	Dashes  bool    // page numbers are between dashes at the outer edge, as in official papers
}

const millimetre = 72 / 25.4

// tokens is a token file.
type tokens struct {
	Page struct {
		Width, Height, Left, Right, Top, Bottom float64 // in millimetres
		Mirror                                  bool
	}
	Type struct {
		Display, Title, Body, Second, Small, Micro float64 // in points
	}
	Gutter, Share, Grid, Indent float64
	Steps                       int
	Justify, Dashes             bool
}

// ThemeByName reads the token file of a theme. An unknown name is an error that lists the known ones.
func ThemeByName(name string) (Theme, error) {
	if t, ok := parsedThemes.Load(name); ok {
		return t.(Theme), nil
	}
	names, err := themeNames()
	if err != nil {
		return Theme{}, err
	}
	if !slices.Contains(names, name) {
		return Theme{}, message.Errorf("theme %q: want one of %q", name, names)
	}
	data, err := themeFiles.ReadFile("themes/" + name + ".yaml")
	if err != nil {
		return Theme{}, message.Errorf("theme %q: %w", name, err)
	}
	t, err := parseTheme(name, data)
	if err == nil {
		parsedThemes.Store(name, t)
	}
	return t, err
}

// parsedThemes caches themes by name: a batch makes thousands of editions in one theme.
var parsedThemes sync.Map

// themeNames lists the names of all themes, sorted.
func themeNames() ([]string, error) {
	entries, err := themeFiles.ReadDir("themes")
	if err != nil {
		return nil, message.Errorf("themes: %w", err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, strings.TrimSuffix(e.Name(), ".yaml"))
	}
	return names, nil
}

// parseTheme reads a token file. An unknown token is an error, and so is a page without room for its type area.
func parseTheme(name string, data []byte) (Theme, error) {
	var f tokens
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	if err := dec.Decode(&f); err != nil {
		return Theme{}, message.Errorf("theme %q: %w", name, err)
	}
	t := Theme{
		Name: name, Mirror: f.Page.Mirror, Gutter: f.Gutter, Share: f.Share, Grid: f.Grid, Steps: f.Steps, Indent: f.Indent, Justify: f.Justify, Dashes: f.Dashes,
		Display: f.Type.Display, Title: f.Type.Title, Body: f.Type.Body, Second: f.Type.Second, Small: f.Type.Small, Micro: f.Type.Micro,
		Width: f.Page.Width * millimetre, Height: f.Page.Height * millimetre,
		Left: f.Page.Left * millimetre, Right: f.Page.Right * millimetre,
		Top: f.Page.Top * millimetre, Bottom: f.Page.Bottom * millimetre,
	}
	const least = 200 // smallest type area, in points
	if t.width() < least || t.height() < least || min(t.Display, t.Title, t.Body, t.Second, t.Small, t.Micro, t.Grid) <= 0 || t.Steps < 1 || t.Share <= 0 || t.Share >= 1 {
		return Theme{}, message.Errorf("theme %q: a size is missing, or the margins leave no room", name)
	}
	return t, nil
}

// width and height are those of the type area.
func (t Theme) width() float64  { return t.Width - t.Left - t.Right }
func (t Theme) height() float64 { return t.Height - t.Top - t.Bottom }

// left is the left edge of the type area on a page, numbered from 1.
func (t Theme) left(page int) float64 {
	if t.Mirror && page%2 == 0 {
		return t.Right
	}
	return t.Left
}

// unit is the increment of all vertical distances. Leadings, row heights and white space are whole multiples of it, so
// that every baseline of a page is on one grid.
func (t Theme) unit() float64 { return t.Grid / float64(t.Steps) }

// units is the length of n units.
func (t Theme) units(n int) float64 { return float64(float64(n) * t.unit()) }

// lead is the line spacing of type that is not running text: the smallest number of units that is at least 1.25
// times its size.
func (t Theme) lead(size float64) float64 { return t.whole(1.25 * size) }

// whole rounds a length up to whole units.
func (t Theme) whole(length float64) float64 {
	const epsilon = 1e-6 // sums of lengths are floats
	return float64(math.Ceil(length/t.unit()-epsilon) * t.unit())
}

// foot is the height of every baseline above the foot of its line: the room that the largest type needs below it.
func (t Theme) foot() float64 { return float64((1 - emAbove) * t.Display) }
