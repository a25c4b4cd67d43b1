package tagpdf

import (
	"errors"
	"fmt"
	"slices"
)

// treeCheck walks the structure tree and holds it against the pages' marks.
type treeCheck struct {
	marks    []map[int]bool // by page: those found in its content, and whether no element had them so far
	seen     map[*Element]bool
	links    map[*Link]bool
	ids      map[string]bool
	heading  int // level of the last heading
	pageSize func(page int) ([4]float64, error)
}

func (c *treeCheck) element(e *Element, parent *Element, path string) error {
	if c.seen[e] {
		return fmt.Errorf("%s: the element stands in the tree twice", path)
	}
	c.seen[e] = true
	g, ok := types[e.Type]
	if !ok {
		return fmt.Errorf("%s: %q is no structure type that is understood", path, e.Type)
	}
	if parent != nil {
		if err := types[parent.Type].place(parent.Type, e.Type); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	for _, rule := range []func() error{e.whole, e.texts, e.attributes, e.shape, func() error { return c.order(e) }} {
		if err := rule(); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	return c.kids(e, g, path)
}

func (c *treeCheck) kids(e *Element, g grammar, path string) error {
	count := map[string]int{}
	for _, k := range e.Kids {
		var err error
		switch k := k.(type) {
		case *Element:
			count[k.Type]++
			err = c.element(k, e, fmt.Sprintf("%s/%s[%d]", path, k.Type, count[k.Type]))
			if err != nil {
				return err // it has its own path
			}
		case Mark:
			err = c.mark(k, e, g)
		case *Link:
			err = c.link(k, e)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	return nil
}

func (c *treeCheck) mark(m Mark, e *Element, g grammar) error {
	if !g.content {
		return fmt.Errorf("%s holds content itself (MCID %d of page %d)", e.Type, m.MCID, m.Page)
	}
	if m.Page < 1 || m.Page > len(c.marks) {
		return fmt.Errorf("MCID %d is on page %d of %d", m.MCID, m.Page, len(c.marks))
	}
	free, ok := c.marks[m.Page-1][m.MCID]
	switch {
	case !ok:
		return fmt.Errorf("page %d has no MCID %d", m.Page, m.MCID)
	case !free:
		return fmt.Errorf("MCID %d of page %d belongs to another element already", m.MCID, m.Page)
	}
	c.marks[m.Page-1][m.MCID] = false
	return nil
}

// rest refuses marks that no element has.
func (c *treeCheck) rest() error {
	for i, marks := range c.marks {
		var left []int
		for id, free := range marks {
			if free {
				left = append(left, id)
			}
		}
		if len(left) > 0 {
			return fmt.Errorf("MCID %d of page %d is in no element", slices.Min(left), i+1)
		}
	}
	return nil
}

func (c *treeCheck) link(l *Link, e *Element) error {
	if c.links[l] {
		return errors.New("a link stands in the tree twice")
	}
	c.links[l] = true
	switch {
	case e.Type != "Link":
		return fmt.Errorf("a link stands in %s", e.Type) // ISO 14289-1, 7.18.5
	case l.Page < 1 || l.Page > len(c.marks):
		return fmt.Errorf("a link is on page %d of %d", l.Page, len(c.marks))
	case l.Contents == "":
		return errors.New("a link has no contents, words that say where it leads")
	case (l.URI == "") == (l.ToPage == 0):
		return errors.New("a link leads to a URI or to a page, one of them")
	case l.ToPage < 0 || l.ToPage > len(c.marks):
		return fmt.Errorf("a link leads to page %d of %d", l.ToPage, len(c.marks))
	case slices.ContainsFunc([]byte(l.URI), func(b byte) bool { return b <= ' ' || b > '~' }):
		return fmt.Errorf("%q is not a URI: percent-encode it", l.URI)
	}
	size, err := c.pageSize(l.Page)
	if err != nil {
		return err
	}
	if !within(l.Rect, size) {
		return fmt.Errorf("the rectangle %v of a link is not within its page %v", l.Rect, size)
	}
	return plain(l.Contents)
}

func within(r, page [4]float64) bool {
	const slack = 1
	return r[0] < r[2] && r[1] < r[3] && r[0] >= page[0]-slack && r[1] >= page[1]-slack && r[2] <= page[2]+slack && r[3] <= page[3]+slack
}

// order holds headings to their levels: the first is H1, and none skips one (ISO 14289-1, 7.4.2).
func (c *treeCheck) order(e *Element) error {
	if len(e.Type) == 2 && e.Type[0] == 'H' && e.Type[1] >= '1' && e.Type[1] <= '6' {
		level := int(e.Type[1] - '0')
		if level > c.heading+1 {
			return fmt.Errorf("%s follows a heading of level %d", e.Type, c.heading)
		}
		c.heading = level
	}
	if e.ID != "" && c.ids[e.ID] {
		return fmt.Errorf("the ID %q is given twice", e.ID)
	}
	c.ids[e.ID] = true
	return nil
}

// whole refuses kids that are nil.
func (e *Element) whole() error {
	for i, k := range e.Kids {
		if k == nil || k == (*Element)(nil) || k == (*Link)(nil) {
			return fmt.Errorf("its kid %d is nil", i+1)
		}
	}
	return nil
}

func (e *Element) texts() error {
	if e.Lang != "" && !langTag.MatchString(e.Lang) {
		return fmt.Errorf("%q is not a language tag", e.Lang)
	}
	for _, s := range []string{e.Title, e.Alt, e.ActualText, e.ID} {
		if err := plain(s); err != nil {
			return err
		}
	}
	return nil
}

// numberings are the values of ListNumbering (table 347).
var numberings = []string{"", "None", "Disc", "Circle", "Square", "Decimal", "UpperRoman", "LowerRoman", "UpperAlpha", "LowerAlpha"}

// attributes holds an element to those its type needs or may have.
func (e *Element) attributes() error {
	cell := e.Type == "TH" || e.Type == "TD"
	links := slices.ContainsFunc(e.Kids, func(k Kid) bool { _, ok := k.(*Link); return ok })
	switch {
	case (e.Type == "Figure" || e.Type == "Formula") && e.Alt == "" && e.ActualText == "":
		return errors.New("it has no alternative text") // ISO 14289-1, 7.3
	case e.Type == "Figure" && (e.BBox[0] >= e.BBox[2] || e.BBox[1] >= e.BBox[3]):
		return errors.New("it has no bounding box")
	case e.Type == "TH" && !slices.Contains([]string{"Column", "Row", "Both"}, e.Scope):
		return fmt.Errorf("its scope %q is none of Column, Row, Both", e.Scope) // ISO 14289-1, 7.5
	case e.Type != "TH" && e.Scope != "":
		return errors.New("only a TH has a scope")
	case !cell && (e.ColSpan != 0 || e.RowSpan != 0) || e.ColSpan < 0 || e.RowSpan < 0 || max(e.ColSpan, e.RowSpan) > 1000:
		return errors.New("its spans are out of place")
	case e.Type != "L" && e.Numbering != "" || !slices.Contains(numberings, e.Numbering):
		return fmt.Errorf("its numbering %q is out of place", e.Numbering)
	case e.Type == "Note" && e.ID == "":
		return errors.New("it has no ID")
	case e.Type == "Link" && !links:
		return errors.New("it leads nowhere")
	}
	return nil
}
