package tagpdf

import (
	"slices"

	"nianbao/internal/message"
)

// grammar gives, for a structure type, the allowed child elements, whether it may have content, and its allowed parents
// (14.8.4; ISO 14289-1, 7.2).
type grammar struct {
	kids    []string // nil: any without required parents
	content bool
	within  []string // nil: anywhere
}

// types holds the supported standard structure types.
var types = map[string]*grammar{
	"Document": {within: []string{}}, "Sect": {},
	"H1": {content: true}, "H2": {content: true}, "H3": {content: true},
	"H4": {content: true}, "H5": {content: true}, "H6": {content: true}, "P": {content: true},
	"TOC":     {kids: []string{"TOCI", "TOC"}},
	"TOCI":    {kids: []string{"Lbl", "Reference", "P", "TOC"}, within: []string{"TOC"}},
	"Table":   {kids: []string{"TR", "Caption"}},
	"TR":      {kids: []string{"TH", "TD"}, within: []string{"Table"}},
	"TH":      {content: true, within: []string{"TR"}},
	"TD":      {content: true, within: []string{"TR"}},
	"Caption": {content: true}, // of a Table within it, of a Figure before it
	"Lbl":     {content: true}, "Figure": {content: true}, "Span": {content: true}, "Note": {content: true},
	"Reference": {content: true}, "Link": {content: true},
}

func (g *grammar) takes(kid string) bool { return g.kids == nil || slices.Contains(g.kids, kid) }
func (g *grammar) stands(parent string) bool {
	return g.within == nil || slices.Contains(g.within, parent)
}

// columns checks that all rows of a table have one width (ISO 14289-1, 7.5).
func (e *Element) columns() error {
	if e.Type != "Table" {
		return nil
	}
	first := -1
	for i, k := range e.Kids {
		row, ok := k.(*Element) // other kids are refused later
		switch {
		case !ok || row.Type == "Caption":
		case first < 0:
			first = len(row.Kids)
		case len(row.Kids) != first:
			return message.Errorf("row %d has %d columns, not %d as the first", i+1, len(row.Kids), first)
		}
	}
	return nil
}
