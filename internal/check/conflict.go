package check

import (
	"slices"

	"nianbao/internal/stat"
)

func undeclaredConflict(in *inspection) {
	in.compareTwins()
	for _, p := range in.printed() {
		if !p.ok || p.figure.Status.HasValue() && in.same(p.figure.Quantity, p.read) {
			continue
		}
		in.findOf(p.fact, p.figure.Place, say("{0}: {1} in the dataset, but the source ({2}) prints “{3}”, which reads {4}. Correct the figure or its reference, or declare the other figure under variants with a reason."), amount(p.figure), in.cited(p.from), p.from.Printed, p.read)
	}
}

// printedUnreadable reports what undeclared-conflict could not read.
func printedUnreadable(in *inspection) {
	for _, p := range in.printed() {
		if p.unread != "" {
			in.findOf(p.fact, p.figure.Place, say("{0}: the source ({1}) prints “{2}”, of which “{3}” is not understood, so that it is not compared. Compare it yourself, or shorten from to the number and its unit."), in.cited(p.from), p.from.Printed, p.unread)
		}
	}
}

// printedFigure is a figure as a source prints it, read.
type printedFigure struct {
	fact   *stat.Fact
	figure stat.Figure
	from   stat.Provenance
	read   stat.Quantity
	unread string // what was not understood
	ok     bool   // there is something to compare
}

// readAll reads all that sources print of the edition's figures.
func (in *inspection) readAll() (list []printedFigure) {
	if in.opt.ReadPrinted == nil {
		return nil
	}
	for _, f := range in.facts {
		if f.Measure == stat.TargetWords {
			continue // a number that is printed with words is none of the target's own
		}
		for fig := range figures(f) {
			for _, from := range fig.From {
				if from.Printed == "" {
					continue
				}
				p := printedFigure{fact: f, figure: fig, from: from}
				p.read, p.unread, p.ok = in.readPrinted(f, from.Printed, fig.Quantity)
				if !p.ok && p.unread == "" && fig.Status.HasValue() && !fig.Quantity.Value.IsZero() {
					p.unread = from.Printed
				}
				list = append(list, p)
			}
		}
	}
	return list
}

// readPrinted reads what a source prints of a fact.
func (in *inspection) readPrinted(f *stat.Fact, printed string, want stat.Quantity) (q stat.Quantity, unread string, ok bool) {
	ind := in.indicators[f.Subject]
	if f.Measure != stat.Share || ind == nil || in.opt.ReadShare == nil {
		return in.opt.ReadPrinted(printed, f.Measure, want)
	}
	b, _ := ind.BreakdownOf(f.Part)
	all := make([]stat.Quantity, len(b.Parts))
	for i, part := range b.Parts {
		if share := in.byID[stat.Key(f.Subject, stat.ShareName(part), f.Period)]; share != nil {
			all[i] = share.Quantity
		}
	}
	i := slices.Index(b.Parts, f.Part)
	if i < 0 {
		return in.opt.ReadPrinted(printed, f.Measure, want)
	}
	all[i] = want
	return in.opt.ReadShare(printed, i, all)
}

// identity is what makes two facts one: a ranking is also told apart by what it is a position in.
type identity struct {
	subject, area string
	measure       stat.Measure
	sort          string
	period        stat.Period
	part          string
	scope, group  string
	by            stat.Measure
}

func identify(f *stat.Fact) identity {
	id := identity{subject: f.Subject, area: f.Area, measure: f.Measure, sort: f.Sort, period: f.Period, part: f.Part}
	if f.Ranking != nil {
		id.scope, id.group, id.by = f.Ranking.Scope, f.Ranking.Group, f.Ranking.By
	}
	return id
}

// compareTwins reports facts that tell the same of the same subject. Saying one amount twice is only untidy.
func (in *inspection) compareTwins() {
	first := map[identity]*stat.Fact{}
	for _, f := range in.facts {
		id := identify(f)
		twin, seen := first[id]
		if !seen {
			first[id] = f
			continue
		}
		finding := stat.Finding{
			Message: say("{0}: entered twice, as {1} and as {2}. Keep one and declare the other under variants with a reason."),
			Args:    []any{in.name(f), amount(twin.Figure), amount(f.Figure)},
			Facts:   []string{twin.ID, f.ID},
			Place:   f.Place,
		}
		if in.alike(twin.Figure, f.Figure) {
			finding.Severity = stat.Warning
			finding.Message = say("{0}: entered twice, both times as {1}. Delete one of them.")
			finding.Args = finding.Args[:2]
		}
		in.find(finding)
	}
}

// alike reports whether two figures say the same, caution included: an expected 2nd place is not a 2nd place.
func (in *inspection) alike(a, b stat.Figure) bool {
	if a.Status != b.Status || a.Qualifier != b.Qualifier {
		return false
	}
	return !a.Status.HasValue() || in.same(a.Quantity, b.Quantity)
}
