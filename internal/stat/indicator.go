package stat

// Theme is a chapter of the catalogue.
type Theme struct {
	Code  string
	Name  Text
	Place Place
}

// Indicator is what is measured, independent of area and period.
type Indicator struct {
	Code       string
	Theme      string
	Name       Text
	Unit       string      // unit code of its level (or score, or ratio)
	Mult       int         // power of ten its level is given in
	Basis      Basis       // of its growth; "" if it has none
	Verb       Verb        // of its growth; "" for that of the figure's unit
	Better     Direction   // which way is better
	Directed   bool        // the area itself says which way is better
	Timing     Timing      // of its level; "" stands for Flow
	Known      Frequency   // "" stands for EveryPeriod
	Headline   bool        // one of the indicators on the first page
	Tally      *Tally      // set if the level counts rankings
	Breakdowns []Breakdown // each of all of it
	Includes   []string    // indicators whose levels are contained in this one's, beside those of breakdowns
	RateOf     string      // for a rate of completion: the indicator that counts what was done
	Usual      Text        // template of the sentence it usually has: {level}, {growth|compared}; empty for the common ones
	Note       Text        // definition or caution
	Place      Place
}

// StatedVerb is the verb of its growth if that is not the usual one of its unit; "" otherwise.
func (ind Indicator) StatedVerb(u Unit) Verb {
	if ind.Verb == UsualVerb(u) {
		return ""
	}
	return ind.Verb
}

// Tally says which rankings a counting indicator counts: those of Group, at position AtMost or better, or at
// exactly Position. With both zero it counts every ranking of the group, named or not.
type Tally struct {
	Group    string
	AtMost   int
	Position int
}

// Counts reports whether the tally counts a ranking at this position.
func (t Tally) Counts(position int) bool {
	switch {
	case t.Position > 0:
		return position == t.Position
	case t.AtMost > 0:
		return position <= t.AtMost
	default:
		return true
	}
}

// Usually is the unit and power of ten of a measure where a figure names no other.
func (ind Indicator) Usually(m Measure) Quantity {
	switch {
	case (m == Ratio || m == TargetRatio) && ind.Unit == PermilleUnit:
		return Quantity{Unit: ind.Unit}
	case m == Growth || m == Ratio || m == TargetGrowth || m == TargetRatio || m == ContributionRate:
		return Quantity{Unit: PercentUnit}
	case m == Acceleration || m == Contribution:
		return Quantity{Unit: PointsUnit}
	case m == ScoreValue:
		return Quantity{Unit: ScoreUnit}
	case m == Rank:
		return Quantity{Unit: RankUnit}
	case (m == Change || m == TargetChange || m == Margin) && PointsOf(ind.Unit) != "":
		return Quantity{Unit: PointsOf(ind.Unit)} // a difference of percentages is never a percentage
	default:
		return Quantity{Unit: ind.Unit, Mult: ind.Mult}
	}
}

// UsualMeasures are the two measures that an indicator of the unit usually has: level and growth; of a percentage, ratio and
// change; of another rate, level and change; of a score, score and growth.
func (u Unit) UsualMeasures() (figure, growth Measure) {
	figure, growth = Level, Growth
	if u.Kind() == RateKind {
		growth = Change
	}
	switch u.Code {
	case PercentUnit:
		figure = Ratio
	case ScoreUnit:
		figure = ScoreValue
	}
	return figure, growth
}
