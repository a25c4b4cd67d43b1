package catalog

import (
	"sync"

	"nianbao/internal/stat"
)

// Entry is an indicator of the catalogue.
type Entry struct {
	stat.Indicator           // its breakdowns are those of the table, with all their parts; it includes none
	Base           stat.Text // of an index: on what it stands
	Of             string    // the indicator that it is contained in; "" if none
	Also           []string  // other names in print, in either language
	Source         Source    // of the English name
	Share          bool      // a ratio of a part to its whole: neither below zero nor above 100 per cent
	Compares       bool      // a ratio of two things, which is often above 100 per cent
}

// Source is a publication that has the English of names.
type Source struct {
	Code, Title, Publisher, Year, URL string
}

// Part is a part of a breakdown.
type Part struct {
	Whole, Breakdown string
	Optional         bool // not all areas have it
}

// Relation says what an indicator follows from by definition: a quotient of two others, times a number; that of one and the
// mean of the other over the year; their difference; or an average of theirs, which lies between them.
type Relation struct {
	Code          string
	Kind          RelationKind
	First, Second string
	Times         int64 // of a quotient
}

// RelationKind says how an indicator follows from two others.
type RelationKind string

// The kinds.
const (
	Quotient   RelationKind = "quotient"
	Mean       RelationKind = "mean"
	Difference RelationKind = "difference"
	Between    RelationKind = "between"
)

// tables are all that the catalogue holds.
type tables struct {
	themes  []stat.Theme
	entries []Entry
	units   []stat.Unit
	follows []Relation
	usual   []string
	parts   map[string]Part // by the code of the part
	byCode  map[string]int
}

// catalogue is read once, and never changes.
var catalogue = sync.OnceValue(read)

// Themes are the chapters of the catalogue, in order.
func Themes() []stat.Theme { return catalogue().themes }

// All lists the catalogue in order.
func All() []Entry { return catalogue().entries }

// Get finds an indicator by its code.
func Get(code string) (Entry, bool) {
	i, ok := catalogue().byCode[code]
	if !ok {
		return Entry{}, false
	}
	return catalogue().entries[i], true
}

// Units are those of the catalogue that package stat does not have.
func Units() []stat.Unit { return catalogue().units }

// AllUnits are the units of package stat and those of the catalogue, by code. The caller owns the map.
func AllUnits() map[string]stat.Unit {
	all := stat.Units()
	for _, u := range Units() {
		all[u.Code] = u
	}
	return all
}

// Usual lists the codes of the indicators that a county usually reports.
func Usual() []string { return catalogue().usual }

// Relations lists what indicators follow from.
func Relations() []Relation { return catalogue().follows }

// PartOf says what an indicator is a part of, by one of that one's breakdowns.
func PartOf(code string) (Part, bool) {
	p, ok := catalogue().parts[code]
	return p, ok
}

// Whole is what an indicator is a part of, or contained in; "" if nothing.
func (e Entry) Whole() string {
	if p, ok := PartOf(e.Code); ok {
		return p.Whole
	}
	return e.Of
}
