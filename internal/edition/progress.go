package edition

import (
	"cmp"
	"math/big"
	"slices"

	"nianbao/internal/stat"

	"github.com/shopspring/decimal"
)

// Standing is the progress of a target: during the year compared with the share of it that has passed (序时进度), at its
// end compared with the target itself.
type Standing string

// PaceBand is by how many points a share done may differ from the pace and still be on schedule, as offices say it.
const PaceBand = 1

// The standings. Ahead means better than the pace: above it if more is better, below it if less is better.
const (
	Ahead    Standing = "ahead"
	OnTrack  Standing = "on_track"
	Behind   Standing = "behind"
	Met      Standing = "met"
	NotMet   Standing = "not_met"
	Unjudged Standing = "unjudged" // Progress.Why gives the reason
	Awaited  Standing = "awaited"  // the indicator is known only at the year's end
)

// Shape returns a sign for the standing that works without colour and is the same in every output.
func (s Standing) Shape() string {
	switch s {
	case Ahead:
		return "▲"
	case Behind:
		return "▼"
	case OnTrack, Met:
		return "●"
	case NotMet:
		return "×"
	default:
		return "○"
	}
}

// Yardstick is what a target is judged by.
type Yardstick string

// The yardsticks.
const (
	ByGrowth Yardstick = "growth" // growth so far minus target growth, in percentage points
	ByShare  Yardstick = "share"  // share of the level done minus share of the year passed
	ByPath   Yardstick = "path"   // of a stock: share done of the way from the year's start to the target
	ByLimit  Yardstick = "limit"  // of a stock within its bound at the year's start: whether it still is
	ByTarget Yardstick = "target" // the level at the end of the year
	ByChange Yardstick = "change" // change so far minus the change meant, of what does not add up over the year
)

// Why is the reason why a progress cannot be judged or calculated.
type Why string

// The reasons, which include those of [WhyNot].
const (
	NoFigure    Why = "no_figure"    // no figure for this period
	NoTolerance Why = "no_tolerance" // an "about" target without a declared tolerance
	NoStart     Why = "no_start"     // a stock whose level at the year's start is unknown
	NoDirection Why = "no_direction" // an "equal" target with no better direction
	NoShare     Why = "no_share"     // a target without a value, or of zero or less
	OtherUnit   Why = "other_unit"   // units of figure and target do not convert
	NoLevels    Why = "no_levels"    // some level is unknown
	NoNumber    Why = Why(InWords)
	FromLoss    Why = Why(BaseLoss)
	IsStock     Why = "is_stock" // levels of a stock do not add up over a year
	YearOver    Why = "year_over"
	Reached     Why = "reached" // nothing is left to do, or no more is allowed
)

// Progress is the progress of a target for the edition's year.
type Progress struct {
	Fact      *stat.Fact // the target
	Indicator stat.Indicator
	Done      *stat.Fact // the figure so far; nil if there is none
	Yardstick Yardstick
	Reach     *stat.Quantity // share done, in PERCENT to one decimal; nil if a share is meaningless
	Pace      stat.Quantity  // share of the time to the due date that has passed, in PERCENT to one decimal
	Gap       *stat.Quantity // in PP: growth so far minus its target, or share done minus pace; of a change or a range in its own unit; nil if not judged by these
	Standing  Standing
	Why       Why            // why it is not judged
	Left      *stat.Quantity // of a level of a flow: the amount left to do, in the target's power of ten
	Needed    *stat.Quantity // growth needed over the rest of the year, in PERCENT to one decimal
	NoNeed    Why            // why Needed is nil
	Start     *stat.Fact     // of a stock: the level at the start of the year, if it is known
	Downward  bool           // of a range that a stock was above at the start of the year: its upper bound is the nearer one

	from []*stat.Fact // other facts used in the calculation
}

// GapPoints returns the gap if it is in percentage points, as all but those of changes in other units are; or nil.
func (p Progress) GapPoints() *stat.Quantity {
	if p.Gap == nil || p.Gap.Unit != stat.PointsUnit {
		return nil
	}
	return p.Gap
}

// Tally counts the targets of the year by standing.
type Tally struct{ By map[Standing]int }

// Judged is the number of judged targets, the denominator of the counts.
func (t Tally) Judged() int { return t.Total() - t.By[Unjudged] - t.By[Awaited] }

// Total is the number of targets for the year.
func (t Tally) Total() int {
	n := 0
	for _, count := range t.By {
		n += count
	}
	return n
}

// Tally counts the edition's targets of the year by standing.
func (e *Edition) Tally() Tally {
	t := Tally{By: map[Standing]int{}}
	for _, p := range e.Progress {
		t.By[p.Standing]++
	}
	return t
}

// Final reports whether the edition closes its year, so that targets are either met or not.
func (e *Edition) Final() bool { return e.Period.Span == stat.Annual }

// setProgress judges every target that is due in the edition's year and not before its period ends, from any file up to
// now.
func (e *Edition) setProgress(d *stat.Dataset) {
	order := make(map[string]int, len(d.Indicators))
	for i, ind := range d.Indicators {
		order[ind.Code] = i
	}
	for _, t := range e.AllTargets() {
		if due := t.Fact.Period; due.Year == e.Period.Year && due.Compare(e.Period) >= 0 {
			e.Progress = append(e.Progress, e.judge(t.Fact))
		}
	}
	slices.SortStableFunc(e.Progress, func(a, b Progress) int {
		return cmp.Or(cmp.Compare(order[a.Indicator.Code], order[b.Indicator.Code]), cmp.Compare(a.Fact.ID, b.Fact.ID))
	})
}

// judge determines the progress of a target.
func (e *Edition) judge(f *stat.Fact) Progress {
	p := Progress{Fact: f, Indicator: e.indicators[f.Target.Indicator]}
	p.Pace = percent(big.NewRat(int64(e.Period.LastMonth()), int64(f.Period.LastMonth())))
	if f.Measure == stat.TargetWords {
		p.refuse(NoNumber)
		p.NoNeed = NoNumber
		return p
	}
	p.Done = e.figureAt(&p, e.Period)
	switch {
	case !hasValue(p.Done) && p.Indicator.Known == stat.YearEnd && !e.over(&p):
		p.Standing, p.NoNeed = Awaited, NoFigure
		return p
	case !hasValue(p.Done):
		p.refuse(NoFigure)
	case !f.Status.HasValue():
		p.refuse(NoShare)
	case f.Measure == stat.TargetGrowth:
		e.judgeGrowth(&p)
	case f.Measure == stat.TargetChange && (e.over(&p) || e.standsStill(&p)):
		e.judgeChange(&p)
	case e.over(&p):
		e.judgeFinal(&p)
	case e.standsStill(&p):
		e.judgeStock(&p)
	default:
		e.judgeFlow(&p)
	}
	e.need(&p)
	return p
}

// figureAt returns the figure of a period that a target is held against, or nil.
func (e *Edition) figureAt(p *Progress, at stat.Period) *stat.Fact {
	switch p.Fact.Measure {
	case stat.TargetGrowth:
		return e.known(stat.Key(p.Indicator.Code, string(stat.Growth), at))
	case stat.TargetChange:
		return e.known(stat.Key(p.Indicator.Code, string(stat.Change), at))
	case stat.TargetRatio:
		return e.first(p.Indicator, at, p.Fact.Baselines(e.Units[p.Indicator.Unit].Kind() == stat.RateKind)...)
	default:
		return e.value(p.Indicator, at)
	}
}

// standsStill reports whether what a target is about does not add up over the year: a stock, a rate, and a change in the
// points of one.
func (e *Edition) standsStill(p *Progress) bool {
	return p.Fact.Measure == stat.TargetRatio || e.stock(p.Indicator) || !e.Units[p.Fact.Quantity.Unit].AddsUp()
}

func (p *Progress) refuse(why Why) { p.Standing, p.Why = Unjudged, why }

// over reports whether the target is due in this edition's period.
func (e *Edition) over(p *Progress) bool { return p.Fact.Period == e.Period }

// Better is +1 if more is better for the target, -1 if less is, and 0 if neither. The operator decides, or else the
// indicator.
func (p *Progress) Better() int {
	switch {
	case p.Fact.Target.Operator == stat.AtLeast:
		return 1
	case p.Fact.Target.Operator == stat.AtMost:
		return -1
	case p.Indicator.Better == stat.Down:
		return -1
	case p.Indicator.Better == stat.Neutral:
		return 0
	default:
		return 1
	}
}

// judgeGrowth compares growth so far with the target, in percentage points.
func (e *Edition) judgeGrowth(p *Progress) {
	p.Yardstick = ByGrowth
	if e.Baseless(p.Done) {
		p.refuse(FromLoss)
		return
	}
	gap, ok := e.less(p.Done.Quantity, p.Fact.Quantity)
	if !ok {
		p.refuse(OtherUnit)
		return
	}
	gap = outside(gap, p.width())
	p.Gap = points(gap, max(p.Done.Quantity.Decimals(), p.Fact.Quantity.Decimals(), p.Fact.Target.UpTo.Decimals()))
	p.verdict(gap, p.tolerance(), e.over(p))
}

// width is how far a range reaches above the target's value, in the target's unit; 0 of any other target.
func (p *Progress) width() *big.Rat {
	t := p.Fact.Target
	if t.Operator != stat.Within {
		return new(big.Rat)
	}
	return new(big.Rat).Sub(t.UpTo.Rat(), p.Fact.Quantity.Rat())
}

// outside is how far a gap to the lower bound of a range is from the range: 0 within it, positive above, negative below. A
// range without width is one number.
func outside(gap, width *big.Rat) *big.Rat {
	above := new(big.Rat).Sub(gap, width)
	switch {
	case gap.Sign() < 0:
		return gap
	case above.Sign() > 0:
		return above
	default:
		return new(big.Rat)
	}
}

// off is the distance from a range, in points of a rate; nil of any other target.
func (p *Progress) off(gap *big.Rat) *stat.Quantity {
	if p.Fact.Target.Operator != stat.Within {
		return nil
	}
	q := amount(gap, p.Fact.Quantity, p.Done.Quantity)
	q.Unit = cmp.Or(stat.PointsOf(q.Unit), q.Unit)
	return &q
}

// judgeChange compares the change so far with the change meant, in its own unit.
func (e *Edition) judgeChange(p *Progress) {
	p.Yardstick = ByChange
	gap, ok := e.less(p.Done.Quantity, p.Fact.Quantity)
	if !ok {
		p.refuse(OtherUnit)
		return
	}
	gap = outside(gap, p.width())
	p.Gap = ptr(amount(gap, p.Fact.Quantity, p.Done.Quantity))
	p.verdict(gap, p.tolerance(), e.over(p))
}

// judgeFinal compares the level at the end of the year with the target.
func (e *Edition) judgeFinal(p *Progress) {
	p.Yardstick = ByTarget
	gap, ok := e.less(p.Done.Quantity, p.Fact.Quantity)
	if !ok {
		p.refuse(OtherUnit)
		return
	}
	if goal := p.Fact.Quantity.Rat(); goal.Sign() > 0 && p.Fact.Target.Operator != stat.Within {
		p.Reach = ptr(percent(new(big.Rat).Quo(new(big.Rat).Add(gap, goal), goal)))
	}
	gap = outside(gap, p.width())
	p.Gap = p.off(gap)
	p.verdict(gap, p.tolerance(), true)
}

// judgeFlow compares the share done with the share of the year that has passed, both as printed. A declared tolerance
// is scaled to the time passed.
func (e *Edition) judgeFlow(p *Progress) {
	p.Yardstick = ByShare
	goal := p.Fact.Quantity.Rat()
	gap, ok := e.less(p.Done.Quantity, p.Fact.Quantity)
	if !ok || goal.Sign() <= 0 {
		p.refuse(whyNoShare(ok))
		return
	}
	p.Reach = ptr(percent(new(big.Rat).Quo(new(big.Rat).Add(gap, goal), goal)))
	p.pace()
	tolerance := p.tolerance()
	if tolerance != nil {
		tolerance.Quo(tolerance, goal).Mul(tolerance, p.Pace.Rat())
	}
	width := p.width()
	width.Quo(width, goal).Mul(width, p.Pace.Rat())
	p.verdict(outside(p.Gap.Rat(), points(width, 1).Rat()), tolerance, false)
}

func whyNoShare(units bool) Why {
	if !units {
		return OtherUnit
	}
	return NoShare
}

// judgeStock compares how far a stock has moved from its level at the year's start with the share of the year that has
// passed. A stock that was within its bound at the start must stay there. The bound of a range is the nearer one.
func (e *Edition) judgeStock(p *Progress) {
	gap, ok := e.less(p.Done.Quantity, p.Fact.Quantity)
	if !ok {
		p.refuse(OtherUnit)
		return
	}
	within := outside(gap, p.width()).Sign()*p.Better() >= 0
	start := e.figureAt(p, stat.Through(e.Period.Year-1, 12))
	if !hasValue(start) {
		p.Yardstick = ByLimit
		inRange := p.Fact.Target.Operator == stat.Within && outside(gap, p.width()).Sign() == 0
		switch {
		case inRange || within && p.Better() < 0:
			p.Standing = OnTrack
		case within && p.Better() > 0:
			p.Standing = Ahead
		default:
			p.refuse(NoStart)
		}
		return
	}
	p.Start = start
	p.from = append(p.from, start)
	before, ok := e.less(start.Quantity, p.Fact.Quantity)
	if !ok {
		p.refuse(OtherUnit)
		return
	}
	way := new(big.Rat).Neg(outside(before, p.width()))
	if way.Sign() == 0 || way.Sign() != p.Better() && p.Better() != 0 {
		p.judgeLimit(gap)
		return
	}
	if p.Downward = before.Sign() > 0 && p.Fact.Target.Operator == stat.Within; p.Downward {
		gap.Sub(gap, p.width())
	}
	p.judgePath(gap, way)
}

// judgeLimit judges a stock that was within its bound at the year's start.
func (p *Progress) judgeLimit(gap *big.Rat) {
	p.Yardstick = ByLimit
	gap = outside(gap, p.width())
	p.Gap = p.off(gap)
	p.verdict(gap, p.tolerance(), false)
	if p.Standing == Ahead && gap.Sign()*p.Better() >= 0 {
		p.Standing = OnTrack
	}
}

// judgePath judges a stock by its way from the year's start.
func (p *Progress) judgePath(gap, way *big.Rat) {
	p.Yardstick = ByPath
	p.Reach = ptr(percent(new(big.Rat).Add(new(big.Rat).Quo(gap, way), big.NewRat(1, 1))))
	p.pace()
	tolerance := p.tolerance()
	if tolerance != nil {
		tolerance.Quo(tolerance, new(big.Rat).Abs(way)).Mul(tolerance, p.Pace.Rat())
	}
	// A larger share of the way is better, in either direction.
	p.rule(p.Gap.Rat(), tolerance, 1)
}

// pace sets the gap between share done and share of the year.
func (p *Progress) pace() {
	p.Gap = points(new(big.Rat).Sub(p.Reach.Rat(), p.Pace.Rat()), max(p.Reach.Decimals(), p.Pace.Decimals()))
}

// tolerance is the declared tolerance of an "about" target, in its unit or in points; nil if none is declared.
func (p *Progress) tolerance() *big.Rat {
	if t := p.Fact.Target.Tolerance; t.Unit != "" {
		return t.Rat()
	}
	return nil
}

// verdict judges by a gap that is positive if there is more than wanted.
func (p *Progress) verdict(gap, tolerance *big.Rat, final bool) {
	p.rule(gap, tolerance, p.Better())
	if !final || p.Standing == Unjudged {
		return
	}
	if p.Standing == Behind {
		p.Standing = NotMet
		return
	}
	p.Standing = Met
}

// Paced reports whether the target is judged by the share of the year that has passed.
func (p *Progress) Paced() bool { return p.Yardstick == ByShare || p.Yardstick == ByPath }

func (p *Progress) rule(gap, tolerance *big.Rat, better int) {
	around, bounded := p.Fact.Target.Operator == stat.Around, p.Fact.Target.Operator == stat.Within
	off := new(big.Rat).Abs(gap)
	switch {
	case around && tolerance == nil:
		p.refuse(NoTolerance)
	case around && off.Cmp(tolerance) <= 0, p.Paced() && off.Cmp(big.NewRat(PaceBand, 1)) <= 0, gap.Sign() == 0:
		p.Standing = OnTrack
	case better == 0 && (around || bounded):
		p.Standing = Behind
	case better == 0:
		p.refuse(NoDirection)
	case gap.Sign()*better > 0:
		p.Standing = Ahead
	default:
		p.Standing = Behind
	}
}

// less returns a minus b in the unit of b; false if they do not convert.
func (e *Edition) less(a, b stat.Quantity) (*big.Rat, bool) {
	amount, err := stat.Convert(a.Rat(), e.Units[a.Unit], e.Units[b.Unit])
	if err != nil {
		return nil, false
	}
	return new(big.Rat).Sub(amount, b.Rat()), true
}

func ptr(q stat.Quantity) *stat.Quantity { return &q }

// percent rounds a share to a tenth of a per cent; whole numbers have no decimal.
func percent(share *big.Rat) stat.Quantity {
	v := decimal.NewFromBigRat(new(big.Rat).Mul(share, big.NewRat(100, 1)), 1)
	if v.IsInteger() {
		v = v.Truncate(0)
	}
	return stat.Quantity{Value: v, Unit: stat.PercentUnit}
}

func points(gap *big.Rat, decimals int) *stat.Quantity {
	return &stat.Quantity{Value: decimal.NewFromBigRat(gap, int32(decimals)), Unit: stat.PointsUnit}
}
