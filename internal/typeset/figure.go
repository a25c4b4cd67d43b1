package typeset

// keepFigures forbids breaks inside figures: a number with its sign, currency, unit symbol and per cent, a range, a
// date (GB/T 15835-2011, clreq 3.1.5.2). A break after a space inside a figure, or after the connector of a range, is
// tight. A break between a number and a word that may be its unit is soft.
func (p *paragraph) keepFigures() {
	for i := 0; i < p.len(); i++ {
		if !isDigit(p.g[i].r) {
			continue
		}
		end := p.number(i)
		p.keepBefore(i, end)
		p.keepAfter(end)
		i = end - 1
	}
}

// number returns the end of the number that starts with the digit at i, and keeps it whole.
func (p *paragraph) number(i int) int {
	j := i + 1
	for ; j < p.len(); j++ {
		r := p.r(j)
		if !isDigit(r) && !((r == '.' || r == ',' || r == '．') && isDigit(p.r(j+1))) || p.note(j) {
			break
		}
		p.lower(j, anywhere)
	}
	return j
}

// r is the character at i, or 0 outside the text.
func (p *paragraph) r(i int) rune {
	if i < 0 || i >= p.len() {
		return 0
	}
	return p.g[i].r
}

// keepBefore ties a number to the text before it.
func (p *paragraph) keepBefore(i, end int) {
	if r := p.r(i - 1); isSign(r) && !isDigit(p.r(i-2)) || r == '第' || prohibitedEnd(r) {
		p.lower(i, anywhere)
		i--
	}
	if p.r(i-1) != ' ' {
		return
	}
	switch start := p.wordStart(i - 1); {
	case p.oneOf(start, i-1, knownWords().currencies), p.oneOf(start, i-1, abbreviations):
		p.lower(i, tight)
	case i-1-start == 2 && isDigit(p.r(start+1)) && (p.r(start) == 'Q' || p.r(start) == 'H') && end-i == 4:
		p.lower(i, tight) // Q1 2024
	case end-i == 4 && p.oneOf(start, i-1, months):
		p.lower(i, soft)
	}
}

// keepAfter ties the unit to the number that ends at i, and the other end of a range.
func (p *paragraph) keepAfter(i int) {
	i = p.keepSymbol(i)
	switch r := p.r(i); {
	case connects(r) && (isDigit(p.r(i+1)) || isSign(p.r(i+1))):
		p.lower(i, anywhere)
		p.lower(i+1, tight)
	case r == '-' && p.at(i+1) == latin:
		p.lower(i, anywhere)
		p.lower(i+1, tight) // 3-year
	case r == ' ':
		p.keepWord(i + 1)
	}
}

// keepSymbol ties signs and Chinese counting words to the number that ends at i, and returns their end. A date may be
// broken after its year, not after its month; in a slim column also there.
func (p *paragraph) keepSymbol(i int) int {
	for p.has(i, magnitudes) && p.unitLength(i) == 0 {
		p.lower(i, anywhere)
		i++
	}
	if followsNumber(p.r(i)) {
		p.lower(i, anywhere)
		return i + 1
	}
	n := p.unitLength(i)
	if n == 0 {
		if p.at(i) == han && !p.has(i, chineseParticles) {
			p.lower(i, soft)
		}
		return i
	}
	for k := i; k < i+n; k++ {
		p.lower(k, anywhere)
	}
	switch r := p.r(i); {
	case !isDigit(p.r(i + n)):
	case r == '年' && !p.slim, r == '月' && p.slim:
		p.lower(i+n, soft)
	case r == '月':
		p.lower(i+n, tight)
	}
	return i + n
}

// keepWord ties the English word at i to the number before it: tightly if it is a magnitude, a unit or a month, loosely
// if it is any other lower-case word, which may be the thing counted.
func (p *paragraph) keepWord(i int) {
	if followsNumber(p.r(i)) {
		p.lower(i, tight)
		return
	}
	end := p.wordEnd(i)
	switch {
	case p.oneOf(i, end, knownWords().scales):
		p.lower(i, tight)
		if p.r(end) == ' ' {
			p.keepWord(end + 1)
		}
	case p.oneOf(i, end, knownWords().units), p.oneOf(i, end, months):
		p.lower(i, tight)
		if next := end + 1; p.r(end) == ' ' && p.oneOf(next, p.wordEnd(next), points) {
			p.lower(next, tight)
		}
	case p.r(i) >= 'a' && p.r(i) <= 'z' && !p.oneOf(i, end, particles):
		p.lower(i, soft)
	}
}

// connects reports whether r joins the ends of a range.
func connects(r rune) bool {
	switch r {
	case '—', '–', '-', '−', '－', '～', '〜', '~':
		return true
	}
	return false
}
