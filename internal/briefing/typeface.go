package briefing

import (
	"fmt"

	"nianbao/fonts"
	"nianbao/internal/typeset"
)

// Typeface is a pair of fonts, with their measures.
type Typeface struct {
	files         fonts.Pair
	regular, bold *typeset.Face
}

// LoadTypeface reads two TrueType files.
func LoadTypeface(files fonts.Pair) (Typeface, error) {
	regular, err := typeset.NewFace(files.Regular)
	if err != nil {
		return Typeface{}, fmt.Errorf("regular font: %w", err)
	}
	bold, err := typeset.NewFace(files.Bold)
	if err != nil {
		return Typeface{}, fmt.Errorf("bold font: %w", err)
	}
	return Typeface{files, regular, bold}, nil
}

// Lacks reports whether a briefing in this typeface cannot show the character: because a weight has no glyph
// for it, or because it lies beyond the Basic Multilingual Plane, which the PDF library cannot write.
func (t Typeface) Lacks(r rune) bool {
	return r > 0xFFFF || !t.regular.Has(r) || !t.bold.Has(r)
}

// covers makes sure that nothing is drawn as an empty box or lost.
func (t Typeface) covers(pages []Page) error {
	for _, p := range pages {
		for _, it := range p.Items {
			for _, r := range it.Text {
				if t.Lacks(r) {
					return fmt.Errorf("page %d: the fonts have no glyph for %q (%U) in %q", p.Number, r, r, it.Text)
				}
			}
		}
	}
	return nil
}
