package dataset

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// usual is what a figure has that it does not say itself.
type usual struct {
	stat.Quantity             // its unit and power of ten
	status        stat.Status // "" for normal
}

// defaultUnit is the unit and power of ten of a measure where a figure names no other.
func (p *periodBinder) defaultUnit(code string, m stat.Measure) stat.Quantity {
	ind := stat.Indicator{}
	if in, ok := p.catalogue[code]; ok {
		ind.Unit, ind.Mult = in.Unit, in.Mult
	}
	return ind.Usually(m)
}

// placed is a figure that waits for its turn in the order of the file.
type placed struct {
	seq  int
	bind func()
}

// observation binds the figures of one indicator in the order in which they are written.
func (p *periodBinder) observation(e entry[*observationFile]) {
	turns := p.brief(e)
	for _, of := range []struct {
		measure stat.Measure
		figures []figureFile
	}{
		{stat.Level, e.Value.Level}, {stat.ScoreValue, e.Value.Score}, {stat.Ratio, e.Value.Ratio}, {stat.Change, e.Value.Change},
		{stat.Acceleration, e.Value.Acceleration}, {stat.Contribution, e.Value.Contribution},
		{stat.ContributionRate, e.Value.ContributionRate},
	} {
		for i := range of.figures {
			in := &of.figures[i]
			turns = append(turns, placed{in.seq, func() { p.observed(e.Key, of.measure, in) }})
		}
	}
	for i := range e.Value.Growth {
		in := &e.Value.Growth[i]
		turns = append(turns, placed{in.seq, func() { p.growth(e.Key, in) }})
	}
	for i := range e.Value.Margin {
		in := &e.Value.Margin[i]
		turns = append(turns, placed{in.seq, func() { p.margin(e.Key, in) }})
	}
	for i := range e.Value.Rank {
		in := &e.Value.Rank[i]
		turns = append(turns, placed{in.seq, func() { p.rank(e.Key, in) }})
	}
	for i := range e.Value.Composition {
		in := &e.Value.Composition[i]
		turns = append(turns, placed{in.seq, func() { p.composition(e.Key, in) }})
	}
	p.inTurn(turns, e.At, e.Value.broken, "figure")
}

// brief binds the short form of an observation: its level and its growth; of a percentage, its ratio and its change; of
// another rate, its level and its change.
func (p *periodBinder) brief(e entry[*observationFile]) []placed {
	list := e.Value.Brief
	if len(list) > 2 {
		p.add(e.At, "has %d figures: give level and growth, or a map that says what each one is", len(list))
		list = list[:2]
	}
	level, growth := p.ds.Units[p.defined[e.Key].Unit].UsualMeasures()
	measures := []stat.Measure{level, growth}
	var turns []placed
	for i := range list {
		in, measure := &list[i], measures[i]
		turns = append(turns, placed{in.seq, func() {
			switch {
			case measure == stat.Growth:
				p.growth(e.Key, in)
				return
			case in.Basis != "":
				p.add(in.on("basis"), "a basis is given with a growth only")
			}
			p.observed(e.Key, measure, &in.figureFile)
		}})
	}
	return turns
}

// inTurn binds figures in the order in which they are written. That there is none is a fault, unless one is known.
func (p *periodBinder) inTurn(turns []placed, at stat.Place, broken bool, noun string) {
	slices.SortFunc(turns, func(a, b placed) int { return cmp.Compare(a.seq, b.seq) })
	for _, t := range turns {
		t.bind()
	}
	if len(turns) == 0 && !broken {
		p.add(at, "holds no %s: give one, or leave the indicator out", message.Plain(noun))
	}
}

func (p *periodBinder) observed(code string, m stat.Measure, in *figureFile) {
	f := stat.Fact{Subject: code, Measure: m, Period: cmp.Or(in.Period, p.out.Period), Verb: p.defined[code].Verb}
	p.only(&f, in)
	f.Figure = p.figure(&in.valueFile, usual{p.defaultUnit(code, m), p.usualStatus(f.Period)}, "value")
	if m == stat.Change && f.Quantity.Unit == stat.PermilleUnit {
		f.Quantity.Unit = stat.PermillePointsUnit // which offices print as ‰ in tables
	}
	p.remarks(&f, &in.remarksFile, &in.node)
	p.sorted(&f, &in.node)
}

// figure binds a figure of which usual gives what it does not say, and key the name of its value.
func (p *periodBinder) figure(in *valueFile, usual usual, key string) stat.Figure {
	q := usual.Quantity
	if in.Unit == stat.IndexUnit && p.ds.Units[usual.Unit].Index {
		in.Unit = usual.Unit // with the base that the indicator states
	}
	if in.Unit != "" && in.Unit != usual.Unit {
		if p.resolve(p.units, in.Unit, in.on("unit")) && usual.Unit != "" && usual.Mult != 0 && in.Mult == nil {
			p.add(in.on("unit"), "unit %s is not the usual %s × 10^%d: give mult too, 0 if there is none",
				in.Unit, usual.Unit, usual.Mult)
		}
		q.Unit, q.Mult = in.Unit, 0
	}
	if in.Mult != nil {
		p.power(in.on("mult"), *in.Mult)
		q.Mult = *in.Mult
	}
	status := cmp.Or(in.Status, usual.status, stat.Normal)
	switch {
	case in.Value != nil && !status.HasValue():
		p.add(in.on(key), "status %s says that there is no value", status)
	case in.Value != nil:
		q.Value = *in.Value
	case status.HasValue() && !in.broken:
		p.add(in.at, "key %q is missing; that a figure is missing is said with status: O", key)
	}
	return stat.Figure{
		Quantity: q, Status: status, Qualifier: in.Qualifier,
		From: p.provenance(in.From, p.source()), Place: in.at,
	}
}

// remarks binds what is said about a figure as a whole. Variants have its unit and power of ten unless they
// name others.
func (p *periodBinder) remarks(f *stat.Fact, in *remarksFile, n *node) {
	f.Reason, f.Note = in.Reason.text(), in.Note.text()
	like := usual{stat.Quantity{Unit: f.Quantity.Unit, Mult: f.Quantity.Mult}, p.variantStatus(f)}
	for i := range in.Variants {
		f.Variants = append(f.Variants, p.figure(&in.Variants[i], like, "value"))
	}
	p.reasoned(f, n)
}

// variantStatus is the usual status of the variants of a fact. A target is no result, and has none but its own.
func (p *periodBinder) variantStatus(f *stat.Fact) stat.Status {
	if f.Target != nil {
		return stat.Normal
	}
	return p.usualStatus(f.Period)
}

func (p *periodBinder) reasoned(f *stat.Fact, n *node) {
	switch {
	case n.broken:
	case len(f.Variants) > 0 && f.Reason.Empty():
		p.add(n.at, "key \"reason\" is missing: say why the figure is preferred to its variants")
	case len(f.Variants) == 0 && !f.Reason.Empty():
		p.add(n.on("reason"), "a reason is given with variants only; anything else is a note")
	}
}

// rank binds a position. Positions in the area's first scope are what is usually meant, the others carry the
// scope in their ID.
func (p *periodBinder) rank(code string, in *rankFile) {
	f := stat.Fact{
		Subject: code, Measure: stat.Rank, Period: cmp.Or(in.Period, p.out.Period),
		Reason: in.Reason.text(), Note: in.Note.text(), Ranking: p.ranking(in),
	}
	status := p.usualStatus(f.Period)
	f.Figure = p.position(&in.positionFile, status)
	for i := range in.Variants {
		f.Variants = append(f.Variants, p.position(&in.Variants[i], status))
	}
	p.reasoned(&f, &in.node)
	name := string(stat.Rank)
	if scopes := p.ds.Area.Scopes; len(scopes) > 0 && f.Ranking.Scope != scopes[0].Code {
		name += "-" + f.Ranking.Scope
	}
	p.fact(stat.Key(code, name, f.Period), f, &in.node)
}

func (p *periodBinder) position(in *positionFile, status stat.Status) stat.Figure {
	v := valueFile{node: in.node, Status: in.Status, Qualifier: in.Qualifier, From: in.From}
	if in.Position != nil {
		value := decimal.NewFromInt(int64(p.positive(&in.node, "position", in.Position)))
		v.Value = &value
	}
	return p.figure(&v, usual{stat.Quantity{Unit: stat.RankUnit}, status}, "position")
}

func (p *periodBinder) ranking(in *rankFile) *stat.Ranking {
	r := &stat.Ranking{
		Of: p.positive(&in.node, "of", in.Of), By: stat.Measure(in.By), Group: in.Group, Tied: in.Tied,
	}
	p.resolve(p.groups, in.Group, in.on("group"))
	r.Scope = p.scope(in.Scope, &in.node)
	if scope, ok := p.ds.Area.Scope(r.Scope); ok && r.Of == 0 {
		r.Of = scope.Of
	}
	return r
}
