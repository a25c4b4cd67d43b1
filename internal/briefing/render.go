package briefing

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/tagpdf"
	"nianbao/internal/typeset"
	"nianbao/internal/wording"
)

// Layout says how two languages stand on the page.
type Layout string

// The layouts.
const (
	Parallel   Layout = "parallel"   // side by side, paragraph by paragraph
	Stacked    Layout = "stacked"    // each block, then its translation
	Sequential Layout = "sequential" // the whole in one language, then in the other
)

// Options are how a briefing looks.
type Options struct {
	Words    []*locale.Words // the edition's languages, in order
	Typeface Typeface
	Theme    Theme
	Layout   Layout
	Colors   Palette
	Created  time.Time
	Creator  string // program and version
}

// builder collects the slabs of a briefing.
type builder struct {
	e       *edition.Edition
	all     []*locale.Words // of the document's languages
	words   []*locale.Words // of those that are being set
	t       Theme
	layout  Layout
	colors  Palette
	faces   Typeface
	setter  *typeset.Setter
	spanned []typeset.Span // what is being measured
	forest  *forest        // not part of what is undone when something does not fit
	drawn   []Item         // memory for a chart under way

	slabs   []slab
	fresh   bool   // the next slab starts a page
	node    *Node  // what is composed belongs below it; nil if it is no part of the document
	part    string // prefix of the anchors of what is being built
	titles  []entry
	follows bool            // what is composed is in another language than the first
	marked  map[string]bool // notes whose mark has been set
	err     error           // the first failure to word something
}

// entry is a title in the contents and the bookmarks.
type entry struct {
	level  int
	title  []string    // in each language
	langs  []stat.Lang // of the title
	part   string      // of the document, that it stands in
	anchor string
}

// add puts a slab below the others. Its height is rounded up to the grid.
func (b *builder) add(s slab) {
	s.fresh, b.fresh = s.fresh || b.fresh, false
	s.height = b.t.whole(s.height)
	b.slabs = append(b.slabs, s)
}

// gap adds white space of n units.
func (b *builder) gap(n int) { b.add(space(b.t.units(n))) }

// settle keeps charts before it from floating further down.
func (b *builder) settle() { b.add(slab{space: true, settle: true}) }

// turn lets what comes next, if anything does, start a page.
func (b *builder) turn() { b.fresh = true }

// Document is a briefing laid out in pages, before it is drawn.
type Document struct {
	Pages  []Page
	Root   *Node
	titles []entry
	places map[string]place // by anchor
}

// Drawing is a briefing whose pages are drawn, before it is tagged.
type Drawing struct {
	doc  *Document
	opt  Options
	pdf  []byte
	tags tagpdf.Document
}

// Render makes the PDF of an edition: [Draw], [Drawing.Tag], then [Tagged.Finish].
func Render(e *edition.Edition, opt Options) ([]byte, error) {
	d, err := Draw(e, opt)
	if err != nil {
		return nil, err
	}
	t, err := d.Tag()
	if err != nil {
		return nil, err
	}
	return t.Finish(nil)
}

// Draw lays out and draws the pages of an edition. The same edition and options give the same bytes. A character the
// typeface lacks is an error that names it.
func Draw(e *edition.Edition, opt Options) (*Drawing, error) {
	opt, err := opt.usual()
	if err != nil {
		return nil, err
	}
	doc, err := Compose(e, opt)
	if err != nil {
		return nil, err
	}
	letters := alphabetsOf(doc.Pages)
	if err := opt.Typeface.covers(doc.Pages, letters); err != nil {
		return nil, err
	}
	fonts, err := opt.Typeface.cut(letters)
	if err != nil {
		return nil, err
	}
	pdf, err := draw(doc, opt.Theme, letters)
	if err != nil {
		return nil, err
	}
	main := opt.Words[0]
	return &Drawing{doc, opt, pdf, tagpdf.Document{
		Lang: string(main.Lang()), Title: fileTitle(e, main), Author: main.Text(e.Issuer),
		Subject: main.Phrase("document.title"), Keywords: main.Phrase("document.keywords"),
		Creator: opt.Creator, Created: opt.Created, Fonts: fonts,
	}}, nil
}

// usual fills in what is left open: the usual theme, and languages side by side.
func (o Options) usual() (Options, error) {
	if o.Layout == "" {
		o.Layout = Parallel
	}
	if o.Theme.Name != "" {
		return o, nil
	}
	var err error
	o.Theme, err = ThemeByName(usualTheme)
	return o, err
}

// Compose lays an edition out in pages, without drawing them.
func Compose(e *edition.Edition, opt Options) (*Document, error) {
	opt, err := opt.usual()
	if err != nil {
		return nil, err
	}
	root := &Node{Kind: "Document", Lang: opt.Words[0].Lang()}
	b := &builder{
		e: e, all: opt.Words, words: opt.Words, t: opt.Theme, layout: opt.Layout, colors: opt.Colors,
		faces: opt.Typeface, setter: typeset.NewSetter(), forest: &forest{}, node: root, marked: map[string]bool{},
	}
	defer b.setter.Release()
	if err := b.build(); err != nil {
		return nil, err
	}
	doc := &Document{Pages: paginate(b.slabs, b.t), Root: root, titles: b.titles}
	doc.connect(b)
	b.node = nil
	b.runningHeads(doc.Pages)
	return doc, nil
}

// build builds every section; in the sequential layout cover and contents once and the rest in each language.
func (b *builder) build() error {
	sections := map[string]func(){
		"glance": b.glance, "themes": b.themes, "rankings": b.rankings, "projects": b.projects,
		"recognitions": b.recognitions, "initiatives": b.initiatives, "targets": b.targets, "notes": b.notes, "register": b.register,
	}
	known := func(name string) bool { return name == "cover" || name == "contents" || sections[name] != nil }
	if i := slices.IndexFunc(b.e.Sections, func(name string) bool { return !known(name) }); i >= 0 {
		return fmt.Errorf("section %q: no such section", b.e.Sections[i])
	}
	words, contentsAt := b.words, -1
	var contents *Node
	for i, part := range b.parts() {
		b.words, b.part = part, partName(i)
		for _, name := range b.e.Sections {
			switch {
			case name == "cover" || name == "contents":
				if i > 0 {
					continue
				}
				b.words = words
				node := b.within("Sect", func() {
					if name == "cover" {
						b.cover()
					}
				})
				if name == "contents" {
					contentsAt, contents = len(b.slabs), node
				}
				b.words = part
			default:
				b.within("Sect", sections[name])
			}
		}
		b.turn()
	}
	b.words = words
	if contents != nil {
		b.contents(contentsAt, contents)
	}
	return b.err
}

// parts are the languages of each part of the document.
func (b *builder) parts() [][]*locale.Words {
	if b.layout != Sequential {
		return [][]*locale.Words{b.words}
	}
	var parts [][]*locale.Words
	for i := range b.words {
		parts = append(parts, b.words[i:i+1])
	}
	return parts
}

// partName is the prefix of the anchors of a part, counted from 0.
func partName(i int) string { return strconv.Itoa(i) + "-" }

// title is the title of the briefing in one language.
func title(e *edition.Edition, w *locale.Words) string {
	return w.Fill("document.title.full", e.Area.Name, e.Period)
}

// fileTitle is the title the file gives itself; invented data are marked there too.
func fileTitle(e *edition.Edition, w *locale.Words) string {
	if e.Area.Sample {
		return title(e, w) + w.Phrase("list.semicolon") + w.Phrase("document.sample")
	}
	return title(e, w)
}

// figure words a fact, or gives "" if there is none.
func (b *builder) figure(w *locale.Words, f *stat.Fact, form string) string {
	if f == nil {
		return ""
	}
	s, err := wording.Fact(w, b.e, f, form)
	if err != nil && b.err == nil {
		b.err = err
	}
	return s
}
