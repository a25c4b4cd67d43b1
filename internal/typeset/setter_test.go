package typeset

// Each of these sets a single text, by a setter that knows no other.

func Break(spans []Span, width float64) []Line { return NewSetter().Break(spans, width) }

func Widths(spans []Span, narrow []float64) (line, word float64) {
	return NewSetter().Widths(spans, narrow)
}

func Compose(spans []Span, opt Options) []Line { return NewSetter().Compose(spans, opt) }

// newParagraph is a paragraph with its breaks found.
func newParagraph(spans []Span, lang Language, flush bool) *paragraph {
	p := spread(nil, spans, lang, flush)
	if p.len() > 0 {
		p.findBreaks()
	}
	return &p
}

func newBreaker(p *paragraph, width, indent float64) *breaker {
	b := &breaker{}
	b.begin(p, width, indent)
	return b
}

// sums are the budgets for justification.
func (p *paragraph) sums() []budget {
	p.findWhite(nil)
	return p.appendBudgets(nil)
}
