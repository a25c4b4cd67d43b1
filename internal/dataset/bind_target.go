package dataset

import (
	"cmp"
	"slices"
	"strings"

	"nianbao/internal/stat"
)

// targets binds what the area means to reach with one indicator, in the order in which it is written.
func (p *periodBinder) targets(e entry[*targetsFile]) {
	var turns []placed
	for _, of := range []struct {
		measure stat.Measure
		targets []targetFile
	}{
		{stat.TargetLevel, e.Value.Level}, {stat.TargetRatio, e.Value.Ratio},
		{stat.TargetGrowth, e.Value.Growth}, {stat.TargetChange, e.Value.Change},
	} {
		for i := range of.targets {
			in := &of.targets[i]
			turns = append(turns, placed{in.seq, func() { p.target(e.Key, of.measure, in) }})
		}
	}
	for i := range e.Value.Words {
		in := &e.Value.Words[i]
		turns = append(turns, placed{in.seq, func() { p.targetInWords(e.Key, in) }})
	}
	p.inTurn(turns, e.At, e.Value.broken, "target")
}

func (p *periodBinder) target(code string, m stat.Measure, in *targetFile) {
	f := stat.Fact{
		Subject: code, Measure: m, Period: cmp.Or(in.Due, p.out.Period.Due()), Verb: p.defined[code].Verb,
		Figure: p.figure(&in.valueFile, usual{Quantity: p.defaultUnit(code, m)}, "value"),
		Target: &stat.Target{Indicator: code, Operator: cmp.Or(in.Operator, stat.Equal)},
	}
	if m == stat.TargetChange && f.Quantity.Unit == stat.PermilleUnit {
		f.Quantity.Unit = stat.PermillePointsUnit
	}
	f.Target.Tolerance = p.tolerance(in, f.Quantity)
	if in.To != nil {
		f.Target.Operator, f.Target.UpTo = stat.Within, p.upTo(in, f.Quantity)
	}
	p.remarks(&f, &in.remarksFile, &in.node)
	p.fact(stat.Key(code, string(m), f.Period), f, &in.node)
}

// upTo is the upper bound of a target that is a range.
func (p *periodBinder) upTo(in *targetFile, of stat.Quantity) stat.Quantity {
	switch {
	case in.broken:
	case in.Operator != "":
		p.add(in.on("to"), "a range has no operator: leave out the operator or to")
	case in.Value == nil:
		p.add(in.on("to"), "a range needs both value and to")
	case in.To.LessThanOrEqual(*in.Value):
		p.add(in.on("to"), "must be above the value, %s: give the smaller number as value", *in.Value)
	}
	return stat.Quantity{Value: *in.To, Mult: of.Mult, Unit: of.Unit}
}

// targetInWords binds a target without a number. It has no value, and its words stand where a value would.
func (p *periodBinder) targetInWords(code string, in *wordsFile) {
	f := stat.Fact{
		Subject: code, Measure: stat.TargetWords, Period: cmp.Or(in.Due, p.out.Period.Due()), Note: in.Note.text(),
		Figure: stat.Figure{
			Quantity: p.defaultUnit(code, stat.TargetWords), Status: stat.NotExist, From: p.provenance(in.From, p.source()), Place: in.at,
		},
		Target: &stat.Target{Indicator: code, Words: in.text()},
	}
	p.fact(stat.Key(code, string(stat.TargetWords), f.Period), f, &in.node)
}

// tolerance is how far from an "about" target still counts as reached, in the target's unit; of a percentage
// it is in percentage points.
func (p *periodBinder) tolerance(in *targetFile, of stat.Quantity) stat.Quantity {
	if in.Tolerance == nil {
		return stat.Quantity{}
	}
	if in.Operator != stat.Around && !in.broken {
		p.add(in.on("tolerance"), "a tolerance is given with operator: about only")
	}
	if in.Tolerance.IsNegative() {
		p.add(in.on("tolerance"), "must not be negative")
	}
	q := stat.Quantity{Value: *in.Tolerance, Mult: of.Mult, Unit: of.Unit}
	if q.Unit == stat.PercentUnit || q.Unit == stat.PermilleUnit {
		q.Unit = stat.PointsOf(q.Unit)
	}
	return q
}

// projectFigure binds a figure of a project as a fact, and returns the project's reference to it.
func (p *periodBinder) projectFigure(project string, e entry[*projectFigureFile]) stat.ProjectFigure {
	in := e.Value
	p.coded(e.Key, e.At)
	if p.milestones[project+"."+e.Key] {
		p.add(e.At, "code %q is taken by a milestone of the project", e.Key)
	}
	if in.Unit == "" && !in.broken {
		p.add(in.at, "key \"unit\" is missing")
	}
	if in.Name == (textFile{}) && !slices.Contains(namedFigures(), e.Key) && !in.broken {
		p.add(in.at, "key \"name\" is missing: needed by all but %s", strings.Join(namedFigures(), ", "))
	}
	f := stat.Fact{
		Subject: project + "." + e.Key, Measure: stat.Level, Period: cmp.Or(in.Period, p.out.Period),
	}
	f.Figure = p.figure(&in.valueFile, usual{status: p.usualStatus(f.Period)}, "value")
	p.remarks(&f, &in.remarksFile, &in.node)
	id := stat.Key(project, e.Key, f.Period)
	p.fact(id, f, &in.node)
	return stat.ProjectFigure{Code: e.Key, Name: in.Name.text(), Fact: id, Place: e.At}
}
