package typeset

// stage is a step at which justification takes white out of a line, in this order (clreq 3.5.3). The mark at the
// line's end, which comes first, is always squeezed (GB/T 15834-2011 5.1.10).
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

// allMost is how far any two characters of a line may be moved apart, in em, once spaces and gaps are as wide as
// they may be (clreq 3.5.4 sets no limit). A line that needs more is left short.
const allMost = 0.25

// budget is the white a line has to give and can take.
type budget struct {
	shrink       [stages]float64 // by stage
	spaces, gaps float64         // by how far they stretch
	all          float64         // sum of the type sizes at the places where space may open
}

// setting is how a line is brought to its width: how much of each part of its budget is used, from 0 to 1, and the
// space opened everywhere, in em.
type setting struct {
	shrink       [stages]float64
	spaces, gaps float64
	all          float64
	strain       float64 // how much it can be seen; 0 for a natural line
	missing      float64 // points that are still missing; less than 0 if the line is still too wide
}

// strains are what using up a stage costs in looks.
var strains = [stages]float64{spaces: 10, interpuncts: 10, brackets: 20, pauses: 30, gaps: 20, stops: 60}

const (
	strainStretch = 20 // spaces or gaps stretched to the limit
	strainAll     = 100
	seenAll       = 0.1 // space between all characters that is plainly seen, in em
)

// fit spends the budget on the points a line is short of its width, or over it if less than 0.
func (b *budget) fit(short float64) setting {
	if short < 0 {
		return b.squeeze(-short)
	}
	s := setting{missing: short}
	s.spaces = s.take(b.spaces, short, strainStretch)
	s.gaps = s.take(b.gaps, s.missing, strainStretch)
	if s.missing > 0 && b.all > 0 {
		s.all = min(allMost, s.missing/b.all)
		s.missing -= s.all * b.all
		s.strain += s.strainOfAll()
	}
	if s.missing < epsilon {
		s.missing = 0
	}
	return s
}

// strainOfAll is the part of the strain that comes of space between all characters.
func (s *setting) strainOfAll() float64 { return strainAll * (s.all / seenAll) * (s.all / seenAll) }

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

// take spends what a part of the budget has, as far as it is needed, and gives the share.
func (s *setting) take(has, need, strain float64) float64 {
	if has <= 0 || need <= 0 {
		return 0
	}
	share := min(1, need/has)
	s.missing = need - share*has
	s.strain += strain * share * share
	return share
}

// extra is the space that a setting adds to white.
func (s *setting) extra(w *white, size float64) float64 {
	x := -s.shrink[w.stage] * w.shrink
	switch w.stage {
	case spaces:
		x += s.spaces * w.stretch
	case gaps:
		x += s.gaps * w.stretch
	}
	if w.joins {
		x += s.all * size
	}
	return x
}

// appendBudgets gives, for each glyph, the budget of all the text before and at it, so that a line's is a difference.
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
