package tagpdf

import (
	"errors"
	"fmt"
	"slices"
)

// grammar says of a structure type which elements it may hold, whether it may hold content itself, and where it may
// stand (14.8.4; ISO 14289-1, 7.2).
type grammar struct {
	kids    []string // nil: any that may stand freely
	content bool
	within  []string // nil: anywhere
}

// types are the standard structure types that are understood. Those left out (Ruby, Warichu, Form, Index, H …) no
// document here has needed.
var types = map[string]*grammar{
	"Document": {within: []string{}}, "Part": {}, "Art": {}, "Sect": {}, "Div": {}, "BlockQuote": {content: true},
	"NonStruct": {content: true},
	"H1":        {content: true}, "H2": {content: true}, "H3": {content: true},
	"H4": {content: true}, "H5": {content: true}, "H6": {content: true}, "P": {content: true},
	"L": {kids: []string{"Caption", "LI", "L"}}, "LI": {kids: []string{"Lbl", "LBody"}, within: []string{"L"}},
	"Lbl": {content: true}, "LBody": {content: true, within: []string{"LI"}},
	"TOC":     {kids: []string{"Caption", "TOCI", "TOC"}},
	"TOCI":    {kids: []string{"Lbl", "Reference", "NonStruct", "P", "TOC"}, within: []string{"TOC"}},
	"Table":   {kids: []string{"Caption", "THead", "TBody", "TFoot", "TR"}},
	"THead":   {kids: []string{"TR"}, within: []string{"Table"}},
	"TBody":   {kids: []string{"TR"}, within: []string{"Table"}},
	"TFoot":   {kids: []string{"TR"}, within: []string{"Table"}},
	"TR":      {kids: []string{"TH", "TD"}, within: []string{"Table", "THead", "TBody", "TFoot"}},
	"TH":      {content: true, within: []string{"TR"}},
	"TD":      {content: true, within: []string{"TR"}},
	"Caption": {content: true}, "Figure": {content: true}, "Formula": {content: true},
	"Span": {content: true}, "Quote": {content: true}, "Code": {content: true}, "Note": {content: true},
	"Reference": {content: true}, "BibEntry": {content: true}, "Link": {content: true},
}

func (g *grammar) takes(kid string) bool { return g.kids == nil || slices.Contains(g.kids, kid) }
func (g *grammar) stands(parent string) bool {
	return g.within == nil || slices.Contains(g.within, parent)
}

// shape holds the order and number of an element's kids against its type's rules.
func (e *Element) shape() error {
	if err := e.captions(); err != nil {
		return err
	}
	switch e.Type {
	case "Table":
		return e.tableShape()
	case "L":
		if e.Numbering == "" && e.labelled() {
			return errors.New("its items have labels, but it has no Numbering")
		}
	}
	return nil
}

// captions makes sure that there is one at most, in its place.
func (e *Element) captions() error {
	n := e.count("Caption")
	if n == 0 {
		return nil
	}
	kids := e.elements("")
	for i, k := range kids {
		if k.Type == "Caption" && i > 0 && (i < len(kids)-1 || e.Type != "Table" && e.Type != "Figure") {
			return errors.New("the Caption is neither first nor last")
		}
	}
	if n > 1 {
		return fmt.Errorf("it has %d captions", n)
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

// count is how many kids are of a type.
func (e *Element) count(kind string) int {
	n := 0
	for _, k := range e.Kids {
		if k, ok := k.(*Element); ok && k.Type == kind {
			n++
		}
	}
	return n
}

// tableShape holds a table to parts in order and rows of one width (14.8.4.3.4; ISO 14289-1, 7.5).
func (e *Element) tableShape() error {
	rows, heads, bodies, feet := e.count("TR"), e.count("THead"), e.count("TBody"), e.count("TFoot")
	switch {
	case heads > 1 || feet > 1:
		return errors.New("it has more than one THead or TFoot")
	case heads+feet > 0 && bodies == 0:
		return errors.New("it has a THead or TFoot but no TBody")
	case rows > 0 && heads+bodies+feet > 0:
		return errors.New("it has rows beside THead, TBody and TFoot")
	}
	var w widths
	for _, part := range append(e.elements("THead"), append(e.elements("TBody"), e.elements("TFoot")...)...) {
		if err := w.rows(part); err != nil {
			return fmt.Errorf("%s: %w", part.Type, err)
		}
	}
	return w.rows(e)
}

// widths counts the columns of a table's rows.
type widths struct {
	known       bool  // whether there was a row
	first       int   // of the first row
	reach, next []int // by column: how many more rows a cell above, or of this row, reaches down
}

// rows holds the rows of a part to one width. Cells reach down into rows of their part only.
func (w *widths) rows(part *Element) error {
	w.reach = w.reach[:0]
	n := 0
	for _, k := range part.Kids {
		row, ok := k.(*Element)
		if !ok || row.Type != "TR" {
			continue
		}
		n++
		columns := w.row(row)
		if !w.known {
			w.known, w.first = true, columns
		}
		if columns != w.first || len(w.next) != w.first {
			return fmt.Errorf("row %d has %d columns, not %d as the first", n, columns, w.first)
		}
		w.reach, w.next = w.next, w.reach
	}
	if slices.ContainsFunc(w.reach, func(n int) bool { return n > 0 }) {
		return errors.New("a cell reaches below the last row")
	}
	return nil
}

// row counts the columns of a row, with the cells that reach down from rows above.
func (w *widths) row(row *Element) int {
	covered := 0
	for _, n := range w.reach {
		if n > 0 {
			covered++
		}
	}
	w.next = w.next[:0]
	for _, k := range row.Kids {
		cell, ok := k.(*Element)
		if !ok {
			continue
		}
		w.over()
		for range max(cell.ColSpan, 1) {
			w.next = append(w.next, max(cell.RowSpan, 1)-1)
			covered++
		}
	}
	w.over()
	return covered
}

// over moves on past the cells that reach down from above.
func (w *widths) over() {
	for at := len(w.next); at < len(w.reach) && w.reach[at] > 0; at++ {
		w.next = append(w.next, w.reach[at]-1)
	}
}
