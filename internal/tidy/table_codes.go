package tidy

import (
	"maps"
	"slices"
	"strconv"
	"sync"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// listed is a code of a list with its words.
type listed struct {
	list, code string
	words      func(*locale.Words) string
}

// codeLists are the program's lists of codes that columns of the tables have.
func codeLists() []string {
	return []string{
		"measure", "status", "qualifier", "basis", "growth-kind", "only", "accumulation", "frequency", "operator", "turn", "project", "step",
		"implied", "standing", "yardstick", "why", "revision-kind", "timing", "known", "direction",
	}
}

// codesOf lists the program's codes, then the area's own: with them the tables can be read without the program.
func codesOf(e *edition.Edition) []listed {
	var all []listed
	for _, list := range codeLists() {
		for _, code := range locale.CodeList(list) {
			all = append(all, listed{list, code, func(w *locale.Words) string { return w.CodeWord(list, code) }})
		}
	}
	for _, code := range unitsOf(e) {
		all = append(all, listed{"unit", code, func(w *locale.Words) string { return w.Unit(code, 0) }})
	}
	named := func(list, code string, name stat.Text) {
		all = append(all, listed{list, code, func(w *locale.Words) string { return w.Text(name) }})
	}
	named("area", e.Area.Code, e.Area.Name)
	for _, s := range e.Area.Scopes {
		named("scope", s.Code, s.Name)
	}
	for _, t := range e.Themes {
		named("theme", t.Code, t.Name)
	}
	for _, s := range e.Area.Sources {
		named("source", s.Code, s.Title)
	}
	return all
}

// unitsOf are the codes of the units of all figures and indicators.
func unitsOf(e *edition.Edition) []string {
	used := map[string]bool{}
	for _, f := range e.Facts {
		used[f.Quantity.Unit] = true
		for _, v := range f.Variants {
			used[v.Quantity.Unit] = true
		}
		if f.Target != nil && f.Target.Tolerance.Unit != "" {
			used[f.Target.Tolerance.Unit] = true
		}
	}
	for _, ind := range e.Indicators() {
		used[ind.Unit] = true
	}
	return slices.Sorted(maps.Keys(used))
}

// codes is the table of the codes with their words.
func (m *maker) codes() Table { return codesLayout().table(m, codesOf(m.Edition)) }

var codesLayout = sync.OnceValue(func() layout[listed] {
	return lay("codes",
		plain("code_id", func(c listed) string { return c.list + "." + c.code }),
		column(Column{Name: "code_list", Type: typeString, Required: true}, func(c listed) string { return c.list }),
		column(Column{Name: "code", Type: typeString, Required: true}, func(c listed) string { return c.code }),
		both("label", func(w *locale.Words, c listed) string { return c.words(w) }),
	)
})

// catalogue is the table of the indicators that the edition has a fact of: what they are, without figures.
func (m *maker) catalogue() Table { return catalogueLayout().table(m, m.Indicators()) }

var catalogueLayout = sync.OnceValue(func() layout[stat.Indicator] {
	type row = stat.Indicator
	return lay("catalogue",
		plain("indicator", func(r row) string { return r.Code }),
		both("indicator", func(w *locale.Words, r row) string { return w.Text(r.Name) }),
		plain("theme", func(r row) string { return r.Theme }),
		partOf(func(r row) stat.Indicator { return r }),
		plain("rate_of", func(r row) string { return r.RateOf }),
		plain("unit_measure", func(r row) string { return r.Unit }),
		whole("unit_mult", func(r row) string { return strconv.Itoa(r.Mult) }),
		coded("price_basis", "basis", func(r row) string { return string(r.Basis) }),
		[]field[row]{{Column{Name: "timing", Type: typeString, Codes: "timing", Required: true}, func(m *maker, r row) string { return string(m.Timing(r)) }}},
		coded("known", "known", func(r row) string { return string(r.Known) }),
		coded("better", "direction", func(r row) string { return string(r.Better) }),
		column(Column{Name: "headline", Type: typeBoolean, Required: true}, func(r row) string { return strconv.FormatBool(r.Headline) }),
		both("note", func(w *locale.Words, r row) string { return w.Text(r.Note) }),
	)
})
