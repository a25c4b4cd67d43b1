package dataset

import (
	"slices"
	"strings"

	"nianbao/internal/stat"
)

// breakdowns binds what an indicator is divided into. An indicator is a part of one breakdown of another at most.
func (b *binder) breakdowns(e entry[*indicatorFile]) []stat.Breakdown {
	in := e.Value
	at := in.on("parts")
	if len(in.Parts.plain) > 0 {
		b.others(e.Key, in.Parts.plain, at)
		return []stat.Breakdown{{Parts: in.Parts.plain, Place: at}}
	}
	var list []stat.Breakdown
	first := map[string]string{}
	for _, one := range in.Parts.named {
		b.coded(one.Key, one.At)
		f := one.Value
		if f == nil {
			continue
		}
		if len(in.Parts.named) > 1 && f.Name == (textFile{}) && !f.broken {
			b.add(one.At, "key \"name\" is missing: needed where an indicator has several breakdowns")
		}
		b.others(e.Key, f.Of, f.on("of"))
		for _, code := range f.Of {
			if other, taken := first[code]; taken && other != one.Key {
				b.add(f.on("of"), "names %q, which is a part of breakdown %q already: name it in one of them", code, other)
			}
			first[code] = one.Key
		}
		if len(f.Of) > 0 {
			list = append(list, stat.Breakdown{Code: one.Key, Name: f.Name.text(), Parts: f.Of, Place: one.At})
		}
	}
	return list
}

// relate joins what indicators say of those that they are contained in with what these say of them, and reports what is
// contained in itself.
func (b *binder) relate() {
	byCode := make(map[string]*stat.Indicator, len(b.ds.Indicators))
	for i := range b.ds.Indicators {
		ind := &b.ds.Indicators[i]
		byCode[ind.Code] = ind
		for _, code := range ind.Includes {
			b.onlyContained(ind, code, b.catalogue[ind.Code].on("includes"))
		}
	}
	for i := range b.ds.Indicators {
		code := b.ds.Indicators[i].Code
		in := b.catalogue[code]
		whole := byCode[in.Of]
		if whole == nil || in.Of == code || !b.onlyContained(whole, code, in.on("of")) {
			continue
		}
		if !slices.Contains(whole.Includes, code) {
			whole.Includes = append(slices.Clip(whole.Includes), code)
		}
	}
	c := circles{binder: b, byCode: byCode, done: map[string]bool{}}
	for i := range b.ds.Indicators {
		c.visit(b.ds.Indicators[i].Code)
	}
}

// onlyContained reports whether an indicator is contained in another without being a part of it, and a fault if not.
func (b *binder) onlyContained(whole *stat.Indicator, code string, at stat.Place) bool {
	_, part := whole.BreakdownOf(code)
	if part {
		b.add(at, "%q is a part of %q by its parts: say it once", code, whole.Code)
	}
	return !part
}

// circles looks for indicators that are contained in themselves.
type circles struct {
	*binder
	byCode map[string]*stat.Indicator
	done   map[string]bool
	path   []string // from an indicator to the one that is visited
}

func (c *circles) visit(code string) {
	ind := c.byCode[code]
	if ind == nil || c.done[code] {
		return
	}
	if i := slices.Index(c.path, code); i >= 0 {
		if round := append(slices.Clone(c.path[i:]), code); len(round) > 2 { // others reports one that names itself
			c.add(ind.Place, "is contained in itself: %s; take one of these out of parts, includes or of", strings.Join(round, " > "))
		}
		return
	}
	c.path = append(c.path, code)
	for _, child := range ind.Children() {
		c.visit(child)
	}
	c.path = c.path[:len(c.path)-1]
	c.done[code] = true
}
