package briefing

import (
	"strconv"
	"time"

	"nianbao/internal/document"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/tagpdf"
	"nianbao/internal/typeset"
)

// Layout is the placement of two languages on the page.
type Layout string

// The layouts.
const (
	Parallel   Layout = "parallel"   // side by side, paragraph by paragraph
	Stacked    Layout = "stacked"    // each block, then its translation
	Sequential Layout = "sequential" // all of one language, then the other
)

// Options control the look of a briefing.
type Options struct {
	Words    []*locale.Words // of the document's languages, in order
	Typeface Typeface
	Theme    Theme
	Layout   Layout
	Colors   Palette
	Created  time.Time
	Creator  string // program and version
	// Highlighted are the IDs of facts and sentences that stand on a coloured ground, in a preview; nil for none.
	Highlighted map[string]bool
}

// builder collects the blocks of a briefing.
type builder struct {
	doc     *document.Document
	words   []*locale.Words // of the languages that are shown
	view    []int           // their indices in the document's languages
	t       Theme
	layout  Layout
	colors  Palette
	faces   Typeface
	setter  *typeset.Setter
	spanned []typeset.Span // what is being measured
	drawn   []Item         // memory for the current chart

	blocks   []block
	fresh    bool   // the next block starts a page
	node     *Node  // parent of new elements; nil outside the document
	prefix   string // of the anchors in the current part
	titles   []entry
	captions []entry         // of tables and figures
	follows  bool            // current content is not in the first language
	marked   map[string]bool // notes whose first mark has been set
}

// entry is a title in the contents and the bookmarks.
type entry struct {
	level  int
	title  []string    // in each language
	langs  []stat.Lang // of the title
	part   string      // of the document, that contains it
	anchor string
}

// add adds a block below the others. Its height is rounded up to the grid.
func (b *builder) add(s block) {
	s.fresh, b.fresh = s.fresh || b.fresh, false
	s.height = b.t.whole(s.height)
	b.blocks = append(b.blocks, s)
}

// gap adds white space of n units.
func (b *builder) gap(n int) { b.add(space(b.t.units(n))) }

// flushFloats keeps earlier charts from floating further down.
func (b *builder) flushFloats() { b.add(block{space: true, flush: true}) }

// startPage makes the next block, if any, start a page.
func (b *builder) startPage() { b.fresh = true }

// Composition is a briefing laid out in pages, before it is drawn.
type Composition struct {
	Pages  []Page
	Root   *Node
	titles []entry

	captioned int              // tables and figures in the contents
	places    map[string]place // by anchor
}

// Drawing is a briefing whose pages are drawn, before it is tagged.
type Drawing struct {
	pages *Composition
	opt   Options
	pdf   []byte
	tags  tagpdf.Document
}

// Draw lays out and draws the pages of a document. The same document and options give the same bytes. A character that
// the typeface lacks is an error that names it.
func Draw(doc *document.Document, opt Options) (*Drawing, error) {
	opt, err := opt.withDefaults()
	if err != nil {
		return nil, err
	}
	pages, err := Compose(doc, opt)
	if err != nil {
		return nil, err
	}
	pages.highlight(opt.Highlighted)
	letters := alphabetsOf(pages.Pages)
	if err := opt.Typeface.covers(pages.Pages, letters); err != nil {
		return nil, err
	}
	fonts, err := opt.Typeface.cut(letters)
	if err != nil {
		return nil, err
	}
	pdf, err := draw(pages, opt.Theme, letters)
	if err != nil {
		return nil, err
	}
	return &Drawing{pages, opt, pdf, tagpdf.Document{
		Lang: string(doc.Langs[0]), Title: doc.File.Title, Author: doc.File.Author, Subject: doc.File.Subject,
		Keywords: doc.File.Keywords, Creator: opt.Creator, Created: opt.Created, Fonts: fonts,
	}}, nil
}

// withDefaults fills in defaults: the default theme, and the parallel layout.
func (o Options) withDefaults() (Options, error) {
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

// Compose lays out a document in pages, without drawing them.
func Compose(doc *document.Document, opt Options) (*Composition, error) {
	opt, err := opt.withDefaults()
	if err != nil {
		return nil, err
	}
	root := &Node{Kind: "Document", Lang: doc.Langs[0]}
	b := &builder{
		doc: doc, words: opt.Words, t: opt.Theme, layout: opt.Layout, colors: opt.Colors,
		faces: opt.Typeface, setter: typeset.NewSetter(), node: root, marked: map[string]bool{},
	}
	for i := range opt.Words {
		b.view = append(b.view, i)
	}
	defer b.setter.Release()
	b.build()
	laid := &Composition{Pages: paginate(b.blocks, b.t), Root: root, titles: b.titles, captioned: len(b.captions)}
	laid.connect(b)
	b.node = nil
	b.runningHeads(laid.Pages)
	return laid, nil
}

// build builds every section. In the sequential layout it builds cover and contents once, and the rest in each
// language.
func (b *builder) build() {
	contentsAt := -1
	var contents *Node
	var title document.Text
	for part := range b.parts() {
		b.prefix = partName(part)
		for i := range b.doc.Sections {
			s := &b.doc.Sections[i]
			switch {
			case s.Name != "cover" && s.Name != "contents":
				b.within("Sect", func() { b.section(s, part) })
			case part > 0:
			case s.Name == "cover":
				b.within("Sect", b.cover)
			default:
				contents, title, contentsAt = b.within("Sect", func() {}), s.Title, len(b.blocks)
			}
		}
		b.startPage()
	}
	if contents != nil {
		b.contents(title, contentsAt, contents)
	}
}

// parts is the number of parts of the document: in the sequential layout one per language.
func (b *builder) parts() int {
	if b.layout == Sequential {
		return len(b.words)
	}
	return 1
}

// section sets the chapters of a section in the languages of a part.
func (b *builder) section(s *document.Section, part int) {
	words, view := b.words, b.view
	if b.layout == Sequential {
		b.words, b.view = words[part:part+1], view[part:part+1]
	}
	for i := range s.Chapters {
		b.chapter(&s.Chapters[i])
	}
	b.words, b.view = words, view
}

// partName is the prefix of the anchors of the i-th part, from 0.
func partName(i int) string { return strconv.Itoa(i) + "-" }
