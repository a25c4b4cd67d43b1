package wording

import (
	"slices"
	"strings"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// ComparisonKind is what a chart compares, as its message is about.
type ComparisonKind string

// The comparisons.
const (
	OfGrowth      ComparisonKind = "growth"      // growth of several indicators
	OfTargets     ComparisonKind = "targets"     // targets for growth, against the growth reached
	OfProgress    ComparisonKind = "progress"    // the targets of the year, which the edition knows
	OfComposition ComparisonKind = "composition" // shares of parts
	OfPositions   ComparisonKind = "positions"   // ranks
	OfMoves       ComparisonKind = "moves"       // ranks, against those that they had before
	OfTrend       ComparisonKind = "trend"       // one indicator over periods, oldest first
	OfInvestment  ComparisonKind = "investment"  // amounts of projects
	OfTimeline    ComparisonKind = "timeline"    // milestones, which the edition knows
)

// Comparison is what a message is about: facts, in the order in which they are shown, and those that each is held against.
type Comparison struct {
	Kind    ComparisonKind
	Facts   []*stat.Fact
	Against []*stat.Fact // of targets and moves
}

// Message words in a phrase what a comparison shows, without a full stop: which is highest, how many targets are met. It is
// false where no rule holds: where several are highest, a value is missing or expected, or what is compared is of several
// kinds. The caller has a title of its own then.
func Message(w *locale.Words, e *edition.Edition, s Comparison) ([]Part, bool) {
	text, ok := messageOf(e, s)
	if !ok {
		return nil, false
	}
	parts, err := Parts(w, e, stat.Sentence{ID: string(s.Kind), Text: text})
	return parts, err == nil
}

// messageOf is the template of a message.
func messageOf(e *edition.Edition, s Comparison) (stat.Text, bool) {
	r, slot, ok := messageRule(e, s)
	if !ok {
		return stat.Text{}, false
	}
	text := r.fill(slot)
	if strings.HasPrefix(text.En, "{@") { // a name begins the message
		text.En = strings.Replace(text.En, "|"+formWithin+"}", "|"+formSubject+"}", 1)
	}
	text.En = initial(text.En, strings.ToUpper)
	return text, true
}

// messageRule chooses the rule of a message, with what its slots stand for.
func messageRule(e *edition.Edition, s Comparison) (rule, slots, bool) {
	m := messenger{Edition: e, in: s, so: situation{}, slot: slots{}}
	looks := map[ComparisonKind]func() bool{
		OfGrowth: m.growth, OfTargets: m.targets, OfProgress: m.progress, OfComposition: m.ofOneKind, OfPositions: m.positions,
		OfMoves: m.moves, OfTrend: m.trend, OfInvestment: m.ofOneKind, OfTimeline: m.timeline,
	}
	look := looks[s.Kind]
	if look == nil || !look() {
		return rule{}, nil, false
	}
	r, ok := choose(string(s.Kind), m.so)
	return r, m.slot, ok
}

// messenger finds out what a comparison shows.
type messenger struct {
	*edition.Edition
	in   Comparison
	so   situation
	slot slots
}

// count puts a number into a slot, and says whether there are any.
func (m *messenger) count(name string, n int) {
	m.slot[name] = counted(n)
	m.so[name] = n > 0
}

// single puts a fact and its name into a slot.
func (m *messenger) single(slot string, f *stat.Fact) {
	code, _, _ := strings.Cut(f.Subject, ".") // of a figure of a project
	if f.Part != "" {
		code = f.Part
	}
	m.slot["@"+slot] = name(code)
	m.slot.fact(slot, f)
}

// known reports whether there are several facts, all with a value that is no forecast and stands for itself.
func (m *messenger) known(facts []*stat.Fact) bool {
	m.slot["n"] = counted(len(facts))
	return len(facts) > 1 && !slices.ContainsFunc(facts, func(f *stat.Fact) bool {
		return f == nil || !f.Status.HasValue() || f.Status == stat.Forecast || f.Quantity.Unit != facts[0].Quantity.Unit ||
			f.Measure != facts[0].Measure || f.Qualifier != stat.Exactly
	})
}

// ofOneKind finds the largest of shares or amounts.
func (m *messenger) ofOneKind() bool {
	if !m.known(m.in.Facts) {
		return false
	}
	f, ok := outermost(m.in.Facts, true)
	m.so["high"], m.so["share"] = ok, f.Measure == stat.Share
	m.single("high", f)
	return true
}

func (m *messenger) growth() bool {
	c := composer{Edition: m.Edition}
	if !m.known(m.in.Facts) || !c.alike(m.in.Facts) {
		return false
	}
	high, oneHigh := outermost(m.in.Facts, true)
	low, oneLow := outermost(m.in.Facts, false)
	m.so["up"] = oneHigh && high.Quantity.Value.IsPositive()
	m.so["down"] = oneLow && high.Quantity.Value.IsNegative()
	m.so["price"] = high.Verb == stat.VerbRise
	m.single("high", high)
	m.single("low", low)
	return true
}

// targets holds targets for growth against growth. One that growth should not exceed is another thing.
func (m *messenger) targets() bool {
	limited := slices.ContainsFunc(m.in.Facts, func(f *stat.Fact) bool {
		return f.Target == nil || f.Target.Operator == stat.AtMost || f.Target.Operator == stat.Within
	})
	if limited || len(m.in.Against) != len(m.in.Facts) || !m.known(m.in.Against) || !m.known(m.in.Facts) || m.in.Facts[0].Measure != stat.TargetGrowth {
		return false
	}
	above, below := 0, 0
	for i, f := range m.in.Facts {
		if m.Baseless(m.in.Against[i]) || m.in.Against[i].Measure != stat.Growth {
			return false
		}
		switch f.Quantity.Base().Cmp(m.in.Against[i].Quantity.Base()) {
		case 1:
			above++
		case -1:
			below++
		}
	}
	m.so["above"], m.so["below"] = above == len(m.in.Facts), below == len(m.in.Facts)
	f, ok := outermost(m.in.Facts, true)
	m.so["high"] = ok
	m.single("high", f)
	return true
}

// progress counts the targets of the year.
func (m *messenger) progress() bool {
	t := m.Tally()
	n := t.Judged()
	m.slot["n"] = counted(n)
	m.count("met", t.By[edition.Met])
	m.count("behind", t.By[edition.Behind]+t.By[edition.NotMet])
	behind := t.By[edition.Behind] + t.By[edition.NotMet]
	m.so = situation{"final": m.Final(), "all": behind == 0, "none": behind == n, "some": behind > 0 && behind < n, "lone": behind == 1, "one": t.By[edition.Met] == 1}
	return n > 1
}

// positions finds out which ranks are first, or which is best.
func (m *messenger) positions() bool {
	if !m.known(m.in.Facts) {
		return false
	}
	first := 0
	for _, f := range m.in.Facts {
		if f.Quantity.Value.Equal(stat.Qty("1", 0, stat.RankUnit).Value) {
			first++
		}
	}
	m.count("first", first)
	best, ok := outermost(m.in.Facts, false)
	ok = ok && !slices.ContainsFunc(m.in.Facts, func(f *stat.Fact) bool { return f.Ranking.Scope != best.Ranking.Scope })
	m.so["all"], m.so["high"] = first == len(m.in.Facts), ok
	m.single("high", best)
	return true
}

// moves counts the ranks that rose and fell.
func (m *messenger) moves() bool {
	if len(m.in.Against) != len(m.in.Facts) || !m.known(m.in.Facts) || !m.known(m.in.Against) {
		return false
	}
	up, down := 0, 0
	for i, f := range m.in.Facts {
		places := m.in.Against[i].Quantity.Value.Sub(f.Quantity.Value)
		switch places.Sign() {
		case 1:
			up++
			m.single("up", f)
		case -1:
			down++
			m.single("down", f)
		default:
			continue
		}
		m.slot["places"] = same(places.Abs().String())
	}
	m.count("up", up)
	m.count("down", down)
	m.so["one-up"], m.so["one-down"] = up == 1 && down == 0, down == 1 && up == 0
	return true
}

// trend finds out whether the last figure of an indicator is the highest or the lowest of three or more.
func (m *messenger) trend() bool {
	if !m.known(m.in.Facts) || len(m.in.Facts) < 3 || m.in.Facts[0].Measure == stat.Change { // a change that is lower is no lower value
		return false
	}
	last := m.in.Facts[len(m.in.Facts)-1]
	for _, f := range m.in.Facts {
		if f.Subject != last.Subject || f.Sort != last.Sort || m.Baseless(f) {
			return false
		}
	}
	ind, _ := m.Indicator(last)
	m.so["growth"] = last.Measure == stat.Growth
	if last.Measure == stat.Change || !m.so["growth"] && m.Timing(ind) == stat.Flow && !m.sameMonth() {
		return false // levels of a flow are of spans of different lengths
	}
	for _, end := range []string{"high", "low"} {
		f, ok := outermost(m.in.Facts, end == "high")
		m.so[end] = ok && f == last
		m.single(end, last)
	}
	return true
}

// sameMonth reports whether all facts are of periods that end with the same month.
func (m *messenger) sameMonth() bool {
	return !slices.ContainsFunc(m.in.Facts, func(f *stat.Fact) bool { return f.Period.LastMonth() != m.in.Facts[0].Period.LastMonth() })
}

// timeline counts the milestones that are new.
func (m *messenger) timeline() bool {
	n := 0
	for _, one := range m.Milestones {
		if one.New {
			n++
		}
	}
	m.count("new", n)
	m.so["lone"] = n == 1
	return true
}
