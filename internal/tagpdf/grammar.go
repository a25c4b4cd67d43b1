package tagpdf

import (
	"errors"
	"fmt"
	"slices"
)

// grammar says of a structure type which elements it may hold and whether it may hold content itself
// (14.8.4; ISO 14289-1, 7.2).
type grammar struct {
	kids    []string // nil: any that may stand freely
	content bool
}

// types are the standard structure types that are understood. Those left out (Ruby, Warichu, Form, Index, H …) no
// document here has needed.
var types = map[string]grammar{
	"Document": {}, "Part": {}, "Art": {}, "Sect": {}, "Div": {}, "BlockQuote": {content: true},
	"NonStruct": {content: true},
	"H1":        {content: true}, "H2": {content: true}, "H3": {content: true},
	"H4": {content: true}, "H5": {content: true}, "H6": {content: true}, "P": {content: true},
	"L": {kids: []string{"Caption", "LI", "L"}}, "LI": {kids: []string{"Lbl", "LBody"}},
	"Lbl": {content: true}, "LBody": {content: true},
	"TOC":   {kids: []string{"Caption", "TOCI", "TOC"}},
	"TOCI":  {kids: []string{"Lbl", "Reference", "NonStruct", "P", "TOC"}},
	"Table": {kids: []string{"Caption", "THead", "TBody", "TFoot", "TR"}},
	"THead": {kids: []string{"TR"}}, "TBody": {kids: []string{"TR"}}, "TFoot": {kids: []string{"TR"}},
	"TR": {kids: []string{"TH", "TD"}}, "TH": {content: true}, "TD": {content: true},
	"Caption": {content: true}, "Figure": {content: true}, "Formula": {content: true},
	"Span": {content: true}, "Quote": {content: true}, "Code": {content: true}, "Note": {content: true},
	"Reference": {content: true}, "BibEntry": {content: true}, "Link": {content: true},
}

// bound are the types that stand only in the parents named.
var bound = map[string][]string{
	"LI": {"L"}, "LBody": {"LI"}, "TOCI": {"TOC"},
	"THead": {"Table"}, "TBody": {"Table"}, "TFoot": {"Table"},
	"TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"},
}

// place holds an element's type against its parent's.
func (g grammar) place(parent, child string) error {
	switch {
	case child == "Document":
		return fmt.Errorf("Document stands in %s", parent)
	case g.kids != nil && !slices.Contains(g.kids, child):
		return fmt.Errorf("%s stands in %s", child, parent)
	case bound[child] != nil && !slices.Contains(bound[child], parent):
		return fmt.Errorf("%s stands in %s", child, parent)
	}
	return nil
}

// shape holds the order and number of an element's kids against its type's rules.
func (e *Element) shape() error {
	var kids []string
	for _, k := range e.Kids {
		if k, ok := k.(*Element); ok {
			kids = append(kids, k.Type)
		}
	}
	count := map[string]int{}
	for i, k := range kids {
		count[k]++
		if k == "Caption" && i > 0 && (i < len(kids)-1 || e.Type != "Table" && e.Type != "Figure") {
			return errors.New("the Caption is neither first nor last")
		}
	}
	if count["Caption"] > 1 {
		return fmt.Errorf("it has %d captions", count["Caption"])
	}
	switch e.Type {
	case "Table":
		return e.tableShape(count)
	case "L":
		if e.Numbering == "" && e.labelled() {
			return errors.New("its items have labels, but it has no Numbering")
		}
	}
	return nil
}

func (e *Element) labelled() bool {
	return slices.ContainsFunc(e.elements("LI"), func(li *Element) bool { return len(li.elements("Lbl")) > 0 })
}

// elements are the kids of a type, or all elements for "".
func (e *Element) elements(kind string) []*Element {
	var out []*Element
	for _, k := range e.Kids {
		if k, ok := k.(*Element); ok && (kind == "" || k.Type == kind) {
			out = append(out, k)
		}
	}
	return out
}

// tableShape holds a table to parts in order and rows of one width (14.8.4.3.4; ISO 14289-1, 7.5).
func (e *Element) tableShape(count map[string]int) error {
	switch {
	case count["THead"] > 1 || count["TFoot"] > 1:
		return errors.New("it has more than one THead or TFoot")
	case count["THead"]+count["TFoot"] > 0 && count["TBody"] == 0:
		return errors.New("it has a THead or TFoot but no TBody")
	case count["TR"] > 0 && count["THead"]+count["TBody"]+count["TFoot"] > 0:
		return errors.New("it has rows beside THead, TBody and TFoot")
	}
	width := -1
	for _, part := range append(e.elements("THead"), append(e.elements("TBody"), e.elements("TFoot")...)...) {
		if err := rowWidths(part.elements("TR"), &width); err != nil {
			return fmt.Errorf("%s: %w", part.Type, err)
		}
	}
	return rowWidths(e.elements("TR"), &width)
}

// rowWidths counts the columns of each row, with the cells that reach down from rows above.
func rowWidths(rows []*Element, width *int) error {
	var reach []int // by column: how many more rows a cell above reaches down
	for i, row := range rows {
		covered := 0
		for _, n := range reach {
			if n > 0 {
				covered++
			}
		}
		var next []int
		at := 0
		for _, cell := range row.elements("") {
			for ; at < len(reach) && reach[at] > 0; at++ {
				next = append(next, reach[at]-1)
			}
			for range max(cell.ColSpan, 1) {
				next = append(next, max(cell.RowSpan, 1)-1)
				at++
				covered++
			}
		}
		for ; at < len(reach) && reach[at] > 0; at++ {
			next = append(next, reach[at]-1)
		}
		if *width < 0 {
			*width = covered
		}
		if covered != *width || len(next) != *width {
			return fmt.Errorf("row %d has %d columns, not %d as the first", i+1, covered, *width)
		}
		reach = next
	}
	if slices.ContainsFunc(reach, func(n int) bool { return n > 0 }) {
		return errors.New("a cell reaches below the last row")
	}
	return nil
}
