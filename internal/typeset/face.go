package typeset

import (
	"math"
	"sync"
	"sync/atomic"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"nianbao/internal/message"
)

// Face measures the characters of one TrueType font. It is safe for concurrent use.
type Face struct {
	// Ascent, Descent and CapHeight are the font's own, in em from the baseline: upwards, downwards, upwards. CapHeight
	// is 0 if the font does not state it.
	Ascent, Descent, CapHeight float64

	data  []byte
	font  *sfnt.Font
	em    fixed.Int26_6
	fault atomic.Pointer[error] // why the library could not read a table

	pages [pageCount]atomic.Pointer[page]

	mu  sync.Mutex // guards buf
	buf sfnt.Buffer
}

// A page caches the measurements of 256 characters. Reading it needs no lock.
type page [256]struct {
	advance atomic.Uint64 // 0: not looked up; 1: lacking; otherwise the bits of the advance in em, plus 2
	ink     atomic.Pointer[ink]
}

const (
	pageCount = 0x110000 >> 8
	lacking   = 1
	offset    = 2
)

// ink is the horizontal extent of a glyph's outline, in em from its origin.
type ink struct{ min, max float64 }

// NewFace reads the tables of a TrueType font, whose bytes must not change afterwards; of a collection, see [Member]. Fonts
// with CFF outlines are refused, because the PDF library cannot embed them, and those whose licence forbids embedding.
func NewFace(ttf []byte) (f *Face, err error) {
	defer func() {
		if r := recover(); r != nil {
			f, err = nil, damaged(r)
		}
	}()
	if len(ttf) < 12 {
		return nil, message.Errorf("font of %d bytes: too short for a TrueType file", len(ttf))
	}
	switch string(ttf[:4]) {
	case "\x00\x01\x00\x00", "true":
	case "OTTO":
		return nil, message.Errorf("font is an OpenType font with CFF outlines, not TrueType: use a .ttf file with glyf outlines")
	default:
		return nil, message.Errorf("not a font file: it starts with % x", ttf[:4])
	}
	parsed, err := sfnt.Parse(ttf)
	if err != nil {
		return nil, message.Errorf("parse font: %w", err)
	}
	if err := permitted(parsed, ttf); err != nil {
		return nil, err
	}
	f = &Face{data: ttf, font: parsed, em: fixed.I(int(parsed.UnitsPerEm()))}
	m, err := parsed.Metrics(&f.buf, f.em, font.HintingNone)
	if err != nil {
		return nil, message.Errorf("read font metrics: %w", err)
	}
	f.Ascent, f.Descent, f.CapHeight = f.ems(m.Ascent), f.ems(m.Descent), f.ems(m.CapHeight)
	return f, nil
}

// damaged is the error of a panic in the library that reads fonts.
func damaged(panicked any) error {
	return message.Errorf("font is damaged: the library that reads fonts gives up: %v", panicked)
}

// Err says why a table could not be read, of a font in which the characters concerned are missing therefore; else it is nil.
func (f *Face) Err() error {
	if fault := f.fault.Load(); fault != nil {
		return *fault
	}
	return nil
}

// survive keeps a panic of the library, to be deferred where it reads a damaged font.
func (f *Face) survive() {
	if r := recover(); r != nil {
		err := damaged(r)
		f.fault.CompareAndSwap(nil, &err)
	}
}

func (f *Face) ems(v fixed.Int26_6) float64 { return float64(v) / float64(f.em) }

// Has reports whether the font has a glyph for the character.
func (f *Face) Has(r rune) bool { return f.cached(r) != lacking }

// Advance is the width of a character in em. A character that the font lacks is measured as one em; callers check
// beforehand that there is none.
func (f *Face) Advance(r rune) float64 {
	v := f.cached(r)
	if v == lacking {
		return 1
	}
	return math.Float64frombits(v - offset)
}

// Width is the sum of the advances of a string, in em.
func (f *Face) Width(s string) float64 {
	var w float64
	for _, r := range s {
		w += f.Advance(r)
	}
	return w
}

func (f *Face) cached(r rune) uint64 {
	if r < 0 || r>>8 >= pageCount {
		return lacking
	}
	if p := f.pages[r>>8].Load(); p != nil {
		if v := p[r&0xff].advance.Load(); v != 0 {
			return v
		}
	}
	v := f.lookup(r)
	f.page(r)[r&0xff].advance.Store(v)
	return v
}

func (f *Face) page(r rune) *page {
	p := f.pages[r>>8].Load()
	if p == nil {
		f.pages[r>>8].CompareAndSwap(nil, new(page))
		p = f.pages[r>>8].Load()
	}
	return p
}

func (f *Face) lookup(r rune) (v uint64) {
	f.mu.Lock()
	defer f.mu.Unlock()
	defer f.survive()
	v = lacking
	g, err := f.font.GlyphIndex(&f.buf, r)
	if err != nil || g == 0 {
		return lacking
	}
	w, err := f.font.GlyphAdvance(&f.buf, g, f.em, font.HintingNone)
	if err != nil || w < 0 {
		return lacking
	}
	return math.Float64bits(float64(w>>6)*64/float64(f.em)) + offset
}

// ink returns the ink of a glyph, or all of its advance if the font does not give it.
func (f *Face) ink(r rune) ink {
	advance := f.Advance(r)
	if r < 0 || r>>8 >= pageCount {
		return ink{0, advance}
	}
	known := &f.page(r)[r&0xff].ink
	if k := known.Load(); k != nil {
		return *k
	}
	k := f.lookupInk(r, advance)
	known.Store(&k)
	return k
}

func (f *Face) lookupInk(r rune, advance float64) (k ink) {
	f.mu.Lock()
	defer f.mu.Unlock()
	defer f.survive()
	k = ink{0, advance}
	g, err := f.font.GlyphIndex(&f.buf, r)
	if err != nil || g == 0 {
		return ink{0, advance}
	}
	b, _, err := f.font.GlyphBounds(&f.buf, g, f.em, font.HintingNone)
	if err != nil {
		return ink{0, advance}
	}
	return ink{f.ems(b.Min.X), f.ems(b.Max.X)}
}
