package typeset

// The gap between Han and Latin letters or digits, in em of the Han side (clreq 3.2.2: up to a quarter; 3.5.3, 3.5.4:
// justification may shrink it to an eighth and stretch it to a third). The natural gap is part of the letter before it,
// see [Wide]. More is white, which readers of PDF take for a space from a tenth of an em.
const (
	gapNatural = 1.0 / 5
	gapLeast   = 1.0 / 8
	gapMost    = gapNatural + 0.09
)

// The limits of word spaces under justification, in em (clreq 3.5.3, 3.5.4).
const (
	spaceLeast = 1.0 / 4
	spaceMost  = 1.0 / 2
)

// openGaps opens the gaps between Han and Latin. There is none at the ends of lines, beside Chinese punctuation, beside
// a space, or before a note mark.
func (p *paragraph) openGaps() {
	for i := 1; i < p.len(); i++ {
		if em := p.gapAt(i); em > 0 {
			p.g[i].gap += float64(gapNatural * em)
		}
	}
}

// gapAt is the type size on the Han side of a gap before glyph i; 0 if there is no gap.
func (p *paragraph) gapAt(i int) float64 {
	span := p.g[i].span
	if p.g[i].before == never || p.spans[span].Verbatim && p.g[i-1].span == span {
		return 0
	}
	switch p.g[i].class {
	case han:
		if p.baseClass(i-1) == latin {
			return p.size(i)
		}
	case latin, other:
		if p.baseClass(i-1) == han && p.lettered(i) == latin && !p.note(i) {
			return p.size(i - 1)
		}
	}
	return 0
}

// gapInLetter is the form of the letter before glyph i that includes the gap between them. Where the sizes differ it
// may include a little more: poppler takes white of 0.03 em between two sizes for a space.
func (p *paragraph) gapInLetter(i int) Form {
	if p.g[i].gap <= 0 {
		return 0
	}
	const slack = 0.03
	switch part := p.gapAt(i) / p.size(i-1); {
	case part == 0:
		return 0
	case part < snug+slack:
		return Snug
	}
	return Wide
}

// formulas are the names whose digits are indices.
var formulas = [...]struct{ name, index string }{
	{"PM", "2.5"}, {"PM", "10"}, {"SO", "2"}, {"NO", "2"}, {"CO", "2"}, {"O", "3"},
}

// lowerIndices makes indices of the digits in the names of pollutants.
func (p *paragraph) lowerIndices() {
	for i := 1; i < p.len(); i++ {
		if r := p.g[i-1].r; r != 'M' && r != 'O' || !isDigit(p.g[i].r) {
			continue
		}
		for _, f := range formulas {
			if end := i + len(f.index); p.spells(i-len(f.name), f.name+f.index) && p.at(i-len(f.name)-1) != latin && p.at(end) != latin {
				for j := i; j < end; j++ {
					p.g[j].form = Low
					p.g[j].advance *= lowSize
				}
			}
		}
	}
}

// spells reports whether the glyphs from i on have the given letters.
func (p *paragraph) spells(i int, letters string) bool {
	for j, r := range letters {
		if p.r(i+j) != r {
			return false
		}
	}
	return true
}

// baseClass is the class of the first glyph of the cluster that ends at glyph i, without its accents.
func (p *paragraph) baseClass(i int) class {
	for i > 0 && p.g[i].before == never {
		i--
	}
	return p.g[i].class
}

// lettered is the class of glyph i; a sign before a digit counts as part of the number.
func (p *paragraph) lettered(i int) class {
	r := p.g[i].r
	if (isSign(r) || prohibitedEnd(r)) && p.g[i].class == other && i+1 < p.len() && isDigit(p.g[i+1].r) {
		return latin
	}
	return p.g[i].class
}

// pairs reports whether joinPairs joins r, besides dashes.
func pairs(r rune) bool { return r == '…' || r == '⋯' || r == '⸺' }

// joinPairs keeps —— and …… in one piece, two ems wide (clreq 3.1.5.1, GB/T 15834-2011 5.1.4, 5.1.5). Fonts draw the em
// dash slightly shorter than an em, with white on both sides. The two dashes become one stroke, with the white missing
// from two ems around it.
func (p *paragraph) joinPairs() {
	for i := 0; i < p.len(); i++ {
		a, b := &p.g[i], &p.g[i+1]
		if a.r == '⸺' {
			p.pad(i, i, a.advance)
		}
		if a.r != b.r || a.class != dash && a.r != '…' && a.r != '⋯' {
			continue
		}
		b.before = never
		if a.class == dash && a.span == b.span {
			p.joinDashes(i)
		}
		i++
	}
}

func (p *paragraph) joinDashes(i int) {
	a, b, size := &p.g[i], &p.g[i+1], p.size(i)
	k := p.spans[a.span].Face.ink(a.r)
	b.gap -= max(0, a.advance-float64((k.max-k.min)*size))
	p.pad(i, i+1, a.advance+b.gap+b.advance)
}

// pad centres the glyphs from first to last in two ems.
func (p *paragraph) pad(first, last int, width float64) {
	if white := float64((float64(2*p.size(first)) - width) / 2); white > 0 {
		p.g[first].gap += white
		p.g[last+1].gap += white // there is a glyph after the last one
	}
}
