package server

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/catalog"
	"nianbao/internal/desk"
	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// ownView is the form of an indicator that the catalogue does not have.
type ownView struct {
	Root          string
	Zh, En        string // what was typed
	Theme, Unit   string
	Themes, Units []choice
	Asked         bool // it was looked for, and not found
	Problems      []*message.Text
}

// own is the form of an indicator of the area's own, which has nothing typed in yet.
func (t *table) own() *ownView {
	v := &ownView{Root: root(t.held.Code, t.form.Period)}
	for _, theme := range slices.Concat(t.held.Data.Themes, catalog.Themes()) {
		if !slices.ContainsFunc(v.Themes, func(c choice) bool { return c.Value == theme.Code }) {
			v.Themes = append(v.Themes, choice{theme.Code, t.words.Text(theme.Name)})
		}
	}
	units := catalog.AllUnits()
	maps.Copy(units, t.held.Data.Units)
	for _, code := range slices.Sorted(maps.Keys(units)) {
		for _, mult := range multiples(units[code]) {
			if name := t.words.Unit(code, mult); name != "" {
				v.Units = append(v.Units, choice{code + ":" + strconv.Itoa(mult), name})
			}
		}
	}
	slices.SortStableFunc(v.Units, func(a, b choice) int { return strings.Compare(a.Name, b.Name) })
	return v
}

// multiples are the powers of ten in which figures of a unit are usually given.
func multiples(u stat.Unit) []int {
	switch {
	case u.Dim == stat.RankDim || u.Dim == stat.IndexDim:
		return nil // they have a base, or scopes, of their own
	case u.Dim == stat.Money:
		return []int{0, 4, 8}
	case u.AddsUp():
		return []int{0, 4}
	default:
		return []int{0}
	}
}

// saveIndicator adds an indicator of the area's own, and leads to its row.
func (s *Server) saveIndicator(q *request) error {
	h, period, err := s.edition(q)
	if err != nil {
		return err
	}
	of := func(key string) string { return strings.TrimSpace(q.FormValue(key)) }
	ind := stat.Indicator{Name: stat.Text{Hans: of("zh"), En: of("en")}, Theme: of("theme")}
	t, err := q.naming(h, period)
	if err != nil {
		return err
	}
	is := func(value string) func(choice) bool { return func(c choice) bool { return c.Value == value } }
	v, unit := t.own(), of("unit")
	if !slices.ContainsFunc(v.Themes, is(ind.Theme)) || !slices.ContainsFunc(v.Units, is(unit)) {
		return wrongError{message.Errorf("choose chapter and unit from the lists")}
	}
	mult := ""
	ind.Unit, mult, _ = strings.Cut(unit, ":")
	if ind.Mult, err = atoi(mult); err != nil {
		return err
	}
	var problems []*message.Text
	saved, code := &desk.Saved{Held: h}, ""
	if ind.Name.Hans == "" || ind.Name.En == "" {
		problems = []*message.Text{message.Of("the name is needed in both languages")}
	} else if saved, code, err = s.Desk.AddIndicator(q.Context(), q.who, h.Code, period, ind); err != nil {
		return err
	}
	problems = append(problems, saved.Reasons()...)
	if len(problems) == 0 {
		return q.to(root(h.Code, period) + "?add=" + code + "#row-" + code)
	}
	if t, err = s.table(q, saved.Held, period); err != nil {
		return err
	}
	return s.again(t, ind.Theme, func(v *figuresView) {
		if v.Own != nil {
			v.Own.Zh, v.Own.En, v.Own.Theme, v.Own.Unit, v.Own.Problems = ind.Name.Hans, ind.Name.En, ind.Theme, unit, problems
		}
	})
}
