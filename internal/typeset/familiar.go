package typeset

// kind is the line breaking class of a common character (UAX #14, table 1).
type kind uint8

const (
	strange   kind = iota // any other class
	letter                // AL
	digit                 // NU
	ideograph             // ID
	space                 // SP
	point                 // IS
	closer                // CP
	percent               // PO
	slash                 // SY
	stroke                // B2 and IN: the dash and the ellipsis of Chinese
	sign                  // PR
	hyphen                // HY
	enDash                // HH
	bracket               // OP
	opener                // OP and initial quotes of Chinese
	ender                 // CL, NS, EX and final quotes of Chinese
)

// kind returns the kind of glyph i.
func (p *paragraph) kind(i int) kind {
	g := &p.g[i]
	switch r := g.r; {
	case r >= 0x4e00 && r <= 0x9fff:
		return ideograph
	case r < 0x80:
		return kindOfASCII(r)
	}
	switch g.r {
	case '·', '²', '³':
		return letter
	case '–':
		return enDash
	case '—', '…':
		return stroke
	case '−', '¥':
		return sign
	case '“', '‘':
		return opener
	case '”', '’':
		return ender
	}
	switch {
	case g.class == opening:
		return opener
	case g.class.closes():
		return ender
	}
	return strange
}

func kindOfASCII(r rune) kind {
	switch {
	case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z':
		return letter
	case r >= '0' && r <= '9':
		return digit
	}
	switch r {
	case ' ':
		return space
	case '.', ',', ':', ';':
		return point
	case '-':
		return hyphen
	case '(', '[', '{':
		return bracket
	case ')', ']':
		return closer
	case '%':
		return percent
	case '/':
		return slash
	case '+', '$':
		return sign
	case '&', '#', '*', '=', '@':
		return letter
	}
	return strange
}

// allows reports whether UAX #14 allows a break before glyph i of plain text where clreq has no rule. If the
// neighbouring characters do not decide, known is false and the segmenter is asked.
func (p *paragraph) allows(i int) (allowed, known bool) {
	a, b := p.kind(i-1), p.kind(i)
	switch {
	case b == space: // LB7
		return false, true
	case a == strange || b == strange:
		return false, false
	case a == space:
		return p.allowsAfterSpace(i)
	case b == hyphen: // LB21
		return false, true
	case b == letter, b == digit:
		return p.allowsWord(i, a, b)
	case b == ideograph:
		return a != sign, a < slash || stroke <= a && a <= enDash // LB23a, LB31
	case b == bracket:
		return a == ideograph, a == letter || a == digit || a == ideograph // LB30, LB31
	case b == sign:
		return a == ideograph, a == letter || a == ideograph // LB24, LB31
	}
	return false, false
}

// allowsAfterSpace is allows after spaces: LB18, unless LB14 or LB15a depend on the text before them.
func (p *paragraph) allowsAfterSpace(i int) (allowed, known bool) {
	for i--; i > 0; i-- {
		switch p.kind(i - 1) {
		case space:
		case strange, bracket, opener:
			return false, false
		default:
			return true, true
		}
	}
	return true, true
}

// allowsWord is allows before a letter or digit.
func (p *paragraph) allowsWord(i int, a, b kind) (allowed, known bool) {
	switch a {
	case ideograph, stroke: // LB31
		return true, true
	case letter, digit, point, closer, percent, sign: // LB23 to LB25, LB28 to LB30
		return false, true
	case slash: // LB31; before a digit, LB25 depends on what precedes the slash
		return true, b == letter
	case hyphen, enDash:
		if b == digit { // LB25, LB31
			return a == enDash, true
		}
		return p.allowsHyphened(i)
	case ender: // LB19a, for English final quotes, the only ones that clreq leaves open
		r := p.g[i-1].r
		return false, r == '”' || r == '’'
	}
	return false, false
}

// allowsHyphened is allows before a letter after a hyphen: LB31, unless the hyphen begins a word (LB20a).
func (p *paragraph) allowsHyphened(i int) (allowed, known bool) {
	if i == 1 {
		return false, true
	}
	switch p.kind(i - 2) {
	case space:
		return false, true
	case letter, digit, ideograph:
		return true, true
	}
	return false, false
}
