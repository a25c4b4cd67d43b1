package edition

import (
	"cmp"
	"slices"

	"nianbao/internal/stat"
)

// Branch is the place of an indicator in a list: below another one that it is a part of, or is contained in.
type Branch struct {
	Index     int       // in the list that was given
	Parent    string    // code of the indicator that it stands below; "" for none
	Breakdown string    // code of the breakdown of that one which it is a part of
	Depth     int       // 0 for one that stands below none
	Heading   stat.Text // the name of the breakdown, where its first part stands and the parent has several; empty otherwise
	Within    bool      // it is marked as contained in the parent (其中): the first that is, or all of them beside the parts of a breakdown
}

// parentage is an indicator that another one is a part of, or is contained in.
type parentage struct {
	code      string
	breakdown string
	contained bool // in no breakdown
}

// relate finds the parent of each indicator, which is the first in the catalogue, and the order in which indicators are
// shown: by theme, each with those below it directly behind it.
func (e *Edition) relate(d *stat.Dataset) {
	e.parents = map[string]parentage{}
	for i := range d.Indicators {
		ind := &d.Indicators[i]
		for _, child := range ind.Children() {
			if _, taken := e.parents[child]; !taken && child != ind.Code {
				b, part := ind.BreakdownOf(child)
				e.parents[child] = parentage{ind.Code, b.Code, !part}
			}
		}
	}
	e.catalogue, e.order = make(map[string]int, len(d.Indicators)), make(map[string]int, len(d.Indicators))
	for i := range d.Indicators {
		e.catalogue[d.Indicators[i].Code] = i
	}
	for _, t := range d.Themes {
		for i := range d.Indicators {
			if ind := &d.Indicators[i]; ind.Theme == t.Code && e.above(ind.Code) == "" {
				e.place(ind)
			}
		}
	}
	for i := range d.Indicators { // of no theme, or below itself
		e.place(&d.Indicators[i])
	}
}

// place gives an indicator, and those below it, the next places in the order, unless it has one.
func (e *Edition) place(ind *stat.Indicator) {
	if _, placed := e.order[ind.Code]; placed {
		return
	}
	e.order[ind.Code] = len(e.order)
	for _, child := range ind.Children() {
		if below, ok := e.indicators[child]; ok && e.above(child) == ind.Code {
			e.place(&below)
		}
	}
}

// above returns the indicator that another one stands below if both are shown; "" if there is none in its theme.
func (e *Edition) above(code string) string {
	parent := e.parents[code].code
	if e.indicators[parent].Theme != e.indicators[code].Theme {
		return ""
	}
	return parent
}

// PartOf returns the indicator that another one is a part of, or is contained in, and the breakdown it is a part of; "" if
// the edition says nothing of it.
func (e *Edition) PartOf(code string) (parent, breakdown string) {
	if p := e.parents[code]; e.said[p.code] {
		return p.code, p.breakdown
	}
	return "", ""
}

// Outline returns the order in which a list of indicators is shown, and what stands below what in it.
func (e *Edition) Outline(codes []string) []Branch {
	known := make(map[string]bool, len(codes))
	for _, code := range codes {
		known[code] = true
	}
	return e.outline(codes, known)
}

// outline is Outline where only some indicators can have others below them.
func (e *Edition) outline(codes []string, stand map[string]bool) []Branch {
	list := make([]Branch, len(codes))
	for i := range codes {
		list[i].Index = i
	}
	slices.SortStableFunc(list, func(a, b Branch) int { return cmp.Compare(e.order[codes[a.Index]], e.order[codes[b.Index]]) })
	depths := make(map[string]int, len(codes))
	seen, parted := map[parentage]bool{}, map[string]bool{}
	for i := range list {
		b, code := &list[i], codes[list[i].Index]
		parent := e.above(code)
		if parent == "" || !stand[parent] {
			continue
		}
		p := e.parents[code]
		b.Parent, b.Breakdown, b.Depth = parent, p.breakdown, depths[parent]+1
		depths[code] = b.Depth
		if !stand[code] {
			continue
		}
		if !seen[p] {
			b.Heading = e.heading(p)
		}
		b.Within = p.contained && (!seen[p] || parted[p.code])
		seen[p], parted[p.code] = true, parted[p.code] || !p.contained
	}
	return list
}

// heading is the name of a breakdown of an indicator that has several; empty otherwise.
func (e *Edition) heading(p parentage) stat.Text {
	parent := e.indicators[p.code]
	if p.contained || len(parent.Breakdowns) < 2 {
		return stat.Text{}
	}
	i := slices.IndexFunc(parent.Breakdowns, func(b stat.Breakdown) bool { return b.Code == p.breakdown })
	return parent.Breakdowns[i].Name
}

// subjects returns what the edition has a fact of.
func (e *Edition) subjects() map[string]bool {
	said := map[string]bool{}
	for _, f := range e.Facts {
		said[f.Subject] = true
	}
	return said
}
