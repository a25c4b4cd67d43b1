package check

import (
	"slices"

	"nianbao/internal/stat"
)

func undeclaredConflict(in *inspection) {
	in.compareTwins()
	if in.opt.ReadPrinted == nil {
		return
	}
	for _, f := range in.facts {
		if f.Measure == stat.TargetWords {
			continue // a number that is printed with words is none of the target's own
		}
		for fig := range figures(f) {
			in.comparePrinted(f, fig)
		}
	}
}

func (in *inspection) comparePrinted(f *stat.Fact, fig stat.Figure) {
	for _, from := range fig.From {
		if from.Printed == "" {
			continue
		}
		read, unread, ok := in.readPrinted(f, from.Printed, fig.Quantity)
		if !ok && unread == "" && fig.Status.HasValue() && !fig.Quantity.Value.IsZero() {
			unread = from.Printed
		}
		if unread != "" {
			in.unread = append(in.unread, unreadFigure{f, fig.Place, from, unread})
		}
		if !ok || fig.Status.HasValue() && in.same(fig.Quantity, read) {
			continue
		}
		in.findOf(f, fig.Place, say("{0}: {1} in the dataset, but the source ({2}) prints “{3}”, which reads {4}. Correct the figure or its reference, or declare the other figure under variants with a reason."), amount(fig), in.cited(from), from.Printed, read)
	}
}

// unreadFigure is a figure that a source prints in a way that is not understood.
type unreadFigure struct {
	fact   *stat.Fact
	place  stat.Place
	from   stat.Provenance
	unread string
}

// printedUnreadable reports what undeclared-conflict could not read.
func printedUnreadable(in *inspection) {
	for _, u := range in.unread {
		in.findOf(u.fact, u.place, say("{0}: the source ({1}) prints “{2}”, of which “{3}” is not understood, so that it is not compared. Compare it yourself, or shorten from to the number and its unit."), in.cited(u.from), u.from.Printed, u.unread)
	}
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
