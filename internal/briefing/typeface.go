package briefing

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"nianbao/fonts"
	"nianbao/internal/message"
	"nianbao/internal/tagpdf"
	"nianbao/internal/typeset"
)

// Typeface is a pair of fonts with their metrics.
type Typeface struct {
	regular, bold *typeset.Face
	files         fonts.Pair
}

func (t *Typeface) of(bold bool) *typeset.Face {
	if bold {
		return t.bold
	}
	return t.regular
}

// Faces are the two weights.
func (t Typeface) Faces() (regular, bold *typeset.Face) { return t.regular, t.bold }

// LoadTypeface reads two TrueType files. The program's own are read once, and their measurements are shared by all
// editions of a batch.
func LoadTypeface(files fonts.Pair) (Typeface, error) {
	if own := fonts.Embedded(); same(files.Regular, own.Regular) && same(files.Bold, own.Bold) {
		return ownTypeface()
	}
	return readTypeface(files)
}

var ownTypeface = sync.OnceValues(func() (Typeface, error) { return readTypeface(fonts.Embedded()) })

// same reports whether two slices share memory.
func same(a, b []byte) bool { return len(a) > 0 && len(a) == len(b) && &a[0] == &b[0] }

func readTypeface(files fonts.Pair) (Typeface, error) {
	const regularWeight, boldWeight = 400, 700
	regular, err := readFace(files.Regular, regularWeight, files.RegularFile)
	if err != nil {
		return Typeface{}, message.Errorf("regular font: %w", err)
	}
	bold, err := readFace(files.Bold, boldWeight, files.BoldFile)
	if err != nil {
		return Typeface{}, message.Errorf("bold font: %w", err)
	}
	return Typeface{regular, bold, files}, nil
}

// readFace reads a file, of which errors tell the name.
func readFace(data []byte, weight int, name string) (*typeset.Face, error) {
	data, err := typeset.Member(data, weight)
	if err == nil {
		var face *typeset.Face
		if face, err = typeset.NewFace(data); err == nil {
			return face, nil
		}
	}
	return nil, inFile(name, err)
}

func inFile(name string, err error) error {
	if name == "" || err == nil {
		return err
	}
	return message.Errorf("%s: %w", name, err)
}

// Err says which file is damaged, once characters were looked up in vain; else it is nil.
func (t Typeface) Err() error {
	for _, f := range []struct {
		face *typeset.Face
		name string
	}{{t.regular, t.files.RegularFile}, {t.bold, t.files.BoldFile}} {
		if f.face != nil && f.face.Err() != nil {
			return inFile(f.name, f.face.Err())
		}
	}
	return nil
}

// Lacks reports whether a briefing in this typeface cannot show the character: because a weight has no glyph for it, or
// because it is for private use, so no reader of the text can know it (ISO 19005-3, 6.2.11.7.3).
func (t Typeface) Lacks(r rune) bool {
	return unicode.Is(unicode.Co, r) || !t.regular.Has(r) || !t.bold.Has(r)
}

// covers checks that both weights have all characters, so that nothing is drawn as an empty box or lost.
func (t Typeface) covers(pages []Page, a *alphabets) error {
	lacks := func(l typeset.Letter) bool { return t.Lacks(l.Rune) }
	if !slices.ContainsFunc(a.regular.letters(), lacks) && !slices.ContainsFunc(a.bold.letters(), lacks) {
		return nil
	}
	for _, p := range pages {
		for _, it := range p.Items {
			if i := strings.IndexFunc(it.Text, t.Lacks); i >= 0 {
				r, _ := utf8.DecodeRuneInString(it.Text[i:])
				return message.Errorf("page %d: the fonts have no glyph for %q (%U) in %q", p.Number, r, r, it.Text)
			}
		}
	}
	return nil
}

// cut subsets both fonts to the glyphs that the pages use.
func (t Typeface) cut(a *alphabets) (map[string]tagpdf.Font, error) {
	regular, err := cutTo(t.regular, &a.regular)
	if err != nil {
		return nil, message.Errorf("regular: %w", inFile(t.files.RegularFile, err))
	}
	bold, err := cutTo(t.bold, &a.bold)
	if err != nil {
		return nil, message.Errorf("bold: %w", inFile(t.files.BoldFile, err))
	}
	return map[string]tagpdf.Font{regularFont: regular, boldFont: bold}, nil
}

func cutTo(face *typeset.Face, a *alphabet) (tagpdf.Font, error) {
	s, err := face.Cut(a.characters, a.formed...)
	if err != nil {
		return tagpdf.Font{}, err
	}
	thousandths := func(em float64) int { return int(math.Round(1000 * em)) }
	font := tagpdf.Font{
		Name: cmp.Or(s.Name, "nianbao"), File: s.File,
		Ascent: thousandths(face.Ascent), Descent: -thousandths(face.Descent), CapHeight: thousandths(face.CapHeight),
		Stem: stem(s.Weight), Italic: int(s.Italic),
	}
	for _, l := range a.letters() {
		font.Characters = append(font.Characters, l.Rune)
		font.Widths = append(font.Widths, thousandths(face.LetterAdvance(l)))
	}
	for i, v := range s.Box {
		font.Box[i] = thousandths(v)
	}
	return font, nil
}

// stem estimates the stroke width. TrueType files do not give it, and viewers use it to choose a substitute font.
func stem(weight int) int { return 50 + weight*weight/(65*65) }
