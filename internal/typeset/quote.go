package typeset

// Language is the language whose rules apply to a paragraph.
type Language int

// The languages.
const (
	Chinese Language = iota
	English

	ofText Language = -1 // the language of the text
)

// settleQuotes decides which quotes are Chinese and which English. Both languages use the same characters, which
// Chinese fonts draw full-width. A quote directly next to Chinese is Chinese. One after a space or inside a word is
// English. Otherwise the language of the paragraph decides. A closing quote follows its opening one.
func (p *paragraph) settleQuotes() {
	lang := p.lang
	var open [8]bool // whether open quotes are English; deeper nesting follows the eighth
	depth := 0
	for i := range p.len() {
		g := &p.g[i]
		switch {
		case g.r == '“' || g.r == '‘':
			english := p.opensEnglish(i, lang)
			open[min(depth, len(open)-1)] = english
			depth++
			p.settle(g, english)
		case g.r == '’' && p.apostrophe(i):
			p.settle(g, true)
		case (g.r == '”' || g.r == '’') && depth > 0:
			depth--
			p.settle(g, open[min(depth, len(open)-1)])
		case g.r == '”' || g.r == '’':
			p.settle(g, p.at(i-1) == latin && lang == English)
		case g.class == interpunct:
			p.settle(g, p.at(i-1) == latin && p.at(i+1) == latin)
		}
	}
}

func (p *paragraph) opensEnglish(i int, lang Language) bool {
	before := p.at(i - 1)
	switch {
	case before.space():
		return p.at(i+1) != han || lang == English
	case before.square():
		return false
	case p.at(i+1) == han:
		return lang == English && i > 0
	default:
		return lang == English
	}
}

// apostrophe reports whether the quote is inside a word, as in "district’s".
func (p *paragraph) apostrophe(i int) bool { return p.at(i-1) == latin && p.at(i+1) == latin }

// at is the class of a glyph; other outside the text.
func (p *paragraph) at(i int) class {
	if i < 0 || i >= p.len() {
		return other
	}
	return p.g[i].class
}

// settle makes a mark English, without the white space of a full-width glyph, or leaves it Chinese.
func (p *paragraph) settle(g *glyph, english bool) {
	if !english {
		return
	}
	g.class = other
	face := p.spans[g.span].Face
	if close := face.LetterAdvance(Letter{g.r, Close}); close < face.Advance(g.r) {
		g.form, g.advance = Close, close*p.spans[g.span].Size
	}
}
