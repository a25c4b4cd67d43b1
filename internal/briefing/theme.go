package briefing

import "fmt"

// Theme is the tokens of a look: the page, the type and the white space. Colours are the site's and stand in
// the [Palette]. Lengths are in points.
type Theme struct {
	Name string

	Width, Height float64 // of the page
	Left, Right   float64 // margins; Left is the binding edge
	Top, Bottom   float64
	Mirror        bool // even pages have their binding edge on the right
	Gutter        float64

	Display, Title, Body, Small, Micro float64 // the sizes of type
	Mark                               float64 // raised marks of notes
	Grid                               float64 // distance of the baselines of running text

	Indent  float64 // of a paragraph's first line, in em
	Justify bool    // running Chinese is set to the full width
	Dashes  bool    // page numbers stand between dashes at the outer edge, as official papers have them
}

const millimetre = 72 / 25.4

// themes are the looks there are, the usual one first.
func themes() []Theme {
	return []Theme{
		{
			Name:  "briefing",
			Width: 595.28, Height: 841.89, Left: 62, Right: 62, Top: 74, Bottom: 68, Gutter: 22,
			// The traditional Chinese sizes 一号, 小三, 五号, 小五 and 六号.
			Display: 26, Title: 15, Body: 10.5, Small: 9, Micro: 7.5, Mark: 6, Grid: 16, Justify: true,
		},
		{
			// GB/T 9704-2012, 5.2: head 37 mm, binding edge 28 mm, type area 156 mm × 225 mm with 22 lines of 28
			// characters; 7.5: page numbers between dashes, 7 mm below the type area, odd ones right, even ones left.
			Name:  "gongwen",
			Width: 210 * millimetre, Height: 297 * millimetre,
			Left: 28 * millimetre, Right: 26 * millimetre, Top: 37 * millimetre, Bottom: 35 * millimetre,
			Mirror: true, Gutter: 18,
			Display: 22, Title: 15.75, Body: 15.75, Small: 10.5, Micro: 9, Mark: 7, Grid: 225 * millimetre / 22,
			Indent: 2, Justify: true, Dashes: true,
		},
	}
}

// ThemeByName finds a theme. An unknown name is an error that lists those there are.
func ThemeByName(name string) (Theme, error) {
	var names []string
	for _, t := range themes() {
		if t.Name == name {
			return t, nil
		}
		names = append(names, t.Name)
	}
	return Theme{}, fmt.Errorf("theme %q: want one of %q", name, names)
}

// width and height are those of the type area.
func (t Theme) width() float64  { return t.Width - t.Left - t.Right }
func (t Theme) height() float64 { return t.Height - t.Top - t.Bottom }

// left is the left edge of the type area on a page, counted from 1.
func (t Theme) left(page int) float64 {
	if t.Mirror && page%2 == 0 {
		return t.Right
	}
	return t.Left
}
