package briefing

import (
	"fmt"
	"time"

	"nianbao/fonts"
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
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

// Options are how a briefing looks.
type Options struct {
	Words    []*locale.Words // the edition's languages, in order
	Typeface Typeface
	Colors   Palette
	Created  time.Time
	Creator  string // program and version
}

// builder collects the slabs of a briefing.
type builder struct {
	e       *edition.Edition
	words   []*locale.Words
	colors  Palette
	regular *typeset.Face
	bold    *typeset.Face
	slabs   []slab
	fresh   bool  // the next slab starts a page
	err     error // the first failure to word something
}

func (b *builder) add(s slab) {
	s.fresh, b.fresh = s.fresh || b.fresh, false
	b.slabs = append(b.slabs, s)
}

// turn lets what comes next, if anything does, start a page.
func (b *builder) turn() { b.fresh = true }

// Render makes the PDF of an edition. The same edition and options give the same bytes. A character the
// typeface lacks is an error that names it.
func Render(e *edition.Edition, opt Options) ([]byte, error) {
	pages, err := Compose(e, opt)
	if err != nil {
		return nil, err
	}
	if err := opt.Typeface.covers(pages); err != nil {
		return nil, err
	}
	main := opt.Words[0]
	return draw(pages, opt.Typeface.files, Meta{
		Title:    title(e, main),
		Author:   main.Text(e.Issuer),
		Subject:  main.Phrase("document.title"),
		Keywords: main.Phrase("document.keywords"),
		Lang:     string(main.Lang()),
		Created:  opt.Created,
		Creator:  opt.Creator,
	})
}

// Compose lays an edition out in pages, without drawing them.
func Compose(e *edition.Edition, opt Options) ([]Page, error) {
	b := &builder{e: e, words: opt.Words, colors: opt.Colors, regular: opt.Typeface.regular, bold: opt.Typeface.bold}
	sections := map[string]func(){
		"cover": b.cover, "glance": b.glance, "themes": b.themes, "rankings": b.rankings, "projects": b.projects,
		"recognitions": b.recognitions, "initiatives": b.initiatives, "targets": b.targets, "notes": b.notes, "register": b.register,
	}
	for _, name := range e.Sections {
		section, ok := sections[name]
		if !ok {
			return nil, fmt.Errorf("section %q: no such section", name)
		}
		section()
	}
	if b.err != nil {
		return nil, b.err
	}
	pages := paginate(b.slabs)
	b.running(pages)
	return pages, nil
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

// title is the title of the briefing in one language.
func title(e *edition.Edition, w *locale.Words) string {
	return w.Fill("document.title.full", e.Area.Name, e.Period)
}

// figure words a fact, or gives "" if there is none.
func (b *builder) figure(w *locale.Words, f *stat.Fact, form string) string {
	if f == nil {
		return ""
	}
	s, err := b.e.Word(w, f, form)
	if err != nil && b.err == nil {
		b.err = err
	}
	return s
}
