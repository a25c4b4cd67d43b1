package dataset

import (
	"cmp"
	"slices"
	"strings"

	"nianbao/internal/stat"
)

// composition binds the shares of the parts of a breakdown: a fact for each, all with one status and one source.
func (p *periodBinder) composition(code string, in *compositionFile) {
	i := slices.IndexFunc(p.ds.Indicators, func(ind stat.Indicator) bool { return ind.Code == code })
	if i < 0 {
		return // which is reported
	}
	ind := &p.ds.Indicators[i]
	b, ok := p.breakdownOf(ind, in)
	if !ok {
		return
	}
	period := cmp.Or(in.Period, p.out.Period)
	first := valueFile{node: in.node, Status: in.Status, From: in.From}
	if len(in.Values) > 0 {
		first.Value = &in.Values[0]
	}
	fig := p.figure(&first, usual{stat.Quantity{Unit: stat.PercentUnit}, p.usualStatus(period)}, "values")
	if !p.complete(b, in, fig.Status) || in.broken {
		return
	}
	id := stat.Key(code, ind.CompositionName(b), period)
	if first, taken := p.own[id]; taken {
		p.add(in.at, "the composition %s is given twice, first at %s", id, first)
		return
	}
	p.own[id], p.firsts[id] = in.at, stat.Key(code, stat.ShareName(b.Parts[0]), period)
	p.facts[id] = known{exists: true, hasValue: fig.Status.HasValue() || p.facts[id].hasValue}
	for i, part := range b.Parts {
		f := stat.Fact{Subject: code, Part: part, Measure: stat.Share, Period: period, Figure: fig, Note: in.Note.text()}
		f.From = slices.Clone(fig.From)
		if fig.Status.HasValue() {
			f.Quantity.Value = in.Values[i]
		}
		p.fact(stat.Key(code, stat.ShareName(part), period), f, &in.node)
	}
}

// breakdownOf finds the breakdown that a composition is by: the one that it names, or the only one.
func (p *periodBinder) breakdownOf(ind *stat.Indicator, in *compositionFile) (stat.Breakdown, bool) {
	var codes []string
	for _, b := range ind.Breakdowns {
		if b.Code == in.By && in.By != "" || in.By == "" && len(ind.Breakdowns) == 1 {
			return b, true
		}
		codes = append(codes, b.Code)
	}
	switch {
	case p.dir.partial[indicatorsName] || p.dir.faulty[indicatorsName]:
	case len(codes) == 0:
		p.add(in.at, "%s has no parts: list them in %s, in the order of the shares", ind.Code, indicatorsName)
	case in.By == "":
		p.add(in.at, "%s has several breakdowns: say which, as by: %s; known: %s", ind.Code, codes[0], strings.Join(codes, ", "))
	default:
		p.add(in.on("by"), "unknown breakdown %q%s", clip(in.By), p.instead(in.By, slices.DeleteFunc(codes, func(c string) bool { return c == "" })))
	}
	return stat.Breakdown{}, false
}

// complete reports whether a composition has a share for each part of its breakdown, and a fault if not.
func (p *periodBinder) complete(b stat.Breakdown, in *compositionFile, status stat.Status) bool {
	if len(in.Values) == len(b.Parts) || len(in.Values) == 0 && !status.HasValue() {
		return true
	}
	if len(in.Values) > 0 && !in.broken {
		p.add(in.at, "shares: %d, parts: %d (%s); give one for each", len(in.Values), len(b.Parts), strings.Join(b.Parts, ", "))
	}
	return false
}
