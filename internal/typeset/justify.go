package typeset

// stage is a step in which justification shrinks white space, in this order (clreq 3.5.3). The mark at the line's end
// comes first and is always squeezed (GB/T 15834-2011 5.1.10).
type stage uint8

const (
	rigid stage = iota
	spaces
	interpuncts
	brackets
	pauses
	gaps
	stops
	stages
)

// allMost is the largest space added between any two characters of a line, in em, after spaces and gaps are stretched
// to their limits (clreq 3.5.4 sets no limit). More is seen, and read as a space. A line that needs more is left short.
const allMost = 0.08

// stretchMost is the largest part of a Chinese line's width that all its stretched white may take.
const stretchMost = 0.08

// budget is the white space that a line can lose and gain.
type budget struct {
	shrink       [stages]float64 // by stage
	spaces, gaps float64         // how far they can stretch
	all          float64         // sum of the type sizes at places where space may be added
}

// setting is how a line is brought to its width: the used share of each part of its budget, from 0 to 1, and the space
// added between all characters, in em.
type setting struct {
	shrink       [stages]float64
	spaces, gaps float64
	all          float64
	strain       float64 // how visible it is; 0 for a natural line
	missing      float64 // missing points; negative if the line is still too wide
}

// strains is the visual cost of using up each stage.
var strains = [stages]float64{spaces: 10, interpuncts: 10, brackets: 20, pauses: 30, gaps: 20, stops: 60}

const (
	strainStretch = 20 // spaces or gaps stretched to the limit
	strainAll     = 100
	seenAll       = 0.1 // clearly visible space between all characters, in em
)

// fit spends the budget on the points that a line is short, or too long if short is negative.
func (b *budget) fit(short float64) setting {
	if short < 0 {
		return b.squeeze(-short)
	}
	s := setting{missing: short}
	s.spaces = s.take(b.spaces, short, strainStretch)
	s.gaps = s.take(b.gaps, s.missing, strainStretch)
	if s.missing > 0 && b.all > 0 {
		s.all = min(allMost, s.missing/b.all)
		s.missing -= float64(s.all * b.all)
		s.strain += s.strainOfAll()
	}
	if s.missing < epsilon {
		s.missing = 0
	}
	return s
}

// strainOfAll is the part of the strain due to space between all characters.
func (s *setting) strainOfAll() float64 {
	return float64(strainAll * (s.all / seenAll) * (s.all / seenAll))
}

func (b *budget) squeeze(over float64) setting {
	s := setting{missing: over}
	for i := spaces; i < stages && s.missing > 0; i++ {
		s.shrink[i] = s.take(b.shrink[i], s.missing, strains[i])
	}
	if s.missing < epsilon {
		s.missing = 0
	}
	s.missing = -s.missing
	return s
}

// take spends one part of the budget, as far as needed, and returns the share used.
func (s *setting) take(has, need, strain float64) float64 {
	if has <= 0 || need <= 0 {
		return 0
	}
	share := min(1, need/has)
	s.missing = need - float64(share*has)
	s.strain += float64(strain * share * share)
	return share
}

// extra is the space that a setting adds to a white space.
func (s *setting) extra(w *white, size float64) float64 {
	x := float64(-s.shrink[w.stage] * w.shrink)
	switch w.stage {
	case spaces:
		x += float64(s.spaces * w.stretch)
	case gaps:
		x += float64(s.gaps * w.stretch)
	}
	if w.joins {
		x += float64(s.all * size)
	}
	return x
}

// appendBudgets appends, for each glyph, the cumulative budget up to and including it, so that a line's budget is a
// difference.
func (p *paragraph) appendBudgets(sums []budget) []budget {
	var sum budget
	for i := range p.white {
		w := &p.white[i]
		sum.shrink[w.stage] += w.shrink
		switch w.stage {
		case spaces:
			sum.spaces += w.stretch
		case gaps:
			sum.gaps += w.stretch
		}
		if w.joins {
			sum.all += p.size(i)
		}
		sums = append(sums, sum)
	}
	return sums
}

// between is the budget of a line of the glyphs from start up to end.
func between(sums []budget, start, end int) budget {
	if end <= start {
		return budget{}
	}
	b, a := sums[end-1], &sums[start]
	for i := range b.shrink {
		b.shrink[i] -= a.shrink[i]
	}
	b.spaces -= a.spaces
	b.gaps -= a.gaps
	b.all -= a.all
	return b
}
