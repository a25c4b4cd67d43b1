package briefing

import (
	"fmt"
	"unicode"

	"nianbao/fonts"
	"nianbao/internal/typeset"
)

// Typeface is a pair of fonts, with their measures.
type Typeface struct {
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
	return Typeface{regular, bold}, nil
}

// Lacks reports whether a briefing in this typeface cannot show the character: because a weight has no glyph for it,
// or because it is for private use, and so no reader of the text can know it (ISO 19005-3, 6.2.11.7.3).
func (t Typeface) Lacks(r rune) bool {
	return unicode.Is(unicode.Co, r) || !t.regular.Has(r) || !t.bold.Has(r)
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

// cut writes both fonts with the glyphs that pages draw in them, because the drawing library reads all of a font and
// keeps all of it in memory. Glyphs that have stand-ins are found at those.
func (t Typeface) cut(pages []Page, codes standIns) (fonts.Pair, error) {
	regular, bold := map[uint16]rune{}, map[uint16]rune{}
	for _, p := range pages {
		for _, it := range p.Items {
			used := regular
			if it.Bold {
				used = bold
			}
			for _, r := range it.Text {
				used[uint16(codes.code(r))] = r
			}
		}
	}
	var files fonts.Pair
	var err error
	if files.Regular, err = t.regular.Cut(regular); err != nil {
		return fonts.Pair{}, fmt.Errorf("regular: %w", err)
	}
	if files.Bold, err = t.bold.Cut(bold); err != nil {
		return fonts.Pair{}, fmt.Errorf("bold: %w", err)
	}
	return files, nil
}
