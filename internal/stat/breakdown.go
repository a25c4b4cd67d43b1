package stat

import "slices"

// Breakdown is a way in which an indicator is divided into others, whose levels add up to its own.
type Breakdown struct {
	Code  string   // "" for one that the catalogue gives as a plain list
	Name  Text     // as By industry; needed only where an indicator has several
	Parts []string // indicators, in order
	Place Place
}

// CompositionName is the name of the shares of all parts of a breakdown in references: gdp.composition@2023 for the first
// breakdown of an indicator, gdp.composition-sector@2023 for another.
func (i *Indicator) CompositionName(b Breakdown) string {
	const name = "composition"
	if len(i.Breakdowns) == 0 || i.Breakdowns[0].Code == b.Code {
		return name
	}
	return name + "-" + b.Code
}

// Children lists the indicators that are parts of this one, by breakdown, and then those that are contained in it.
func (i *Indicator) Children() []string {
	var list []string
	for _, b := range i.Breakdowns {
		list = append(list, b.Parts...)
	}
	return append(list, i.Includes...)
}

// BreakdownOf is the breakdown that an indicator is a part of; false if it is a part of none.
func (i *Indicator) BreakdownOf(part string) (Breakdown, bool) {
	for _, b := range i.Breakdowns {
		if slices.Contains(b.Parts, part) {
			return b, true
		}
	}
	return Breakdown{}, false
}
