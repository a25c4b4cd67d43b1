package tagpdf

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/message"
)

// treeCheck walks the structure tree and compares it with the pages' marks.
type treeCheck struct {
	marks    []marks // by page
	seen     map[*Element]bool
	links    map[*Link]bool
	ids      map[string]bool
	langs    map[string]bool // language tags met so far, all valid
	heading  int             // level of the last heading
	pageSize func(page int) ([4]float64, error)
}

func newTreeCheck(marks []marks, pageSize func(page int) ([4]float64, error)) *treeCheck {
	return &treeCheck{
		marks: marks, seen: map[*Element]bool{}, links: map[*Link]bool{}, ids: map[string]bool{}, langs: map[string]bool{},
		pageSize: pageSize,
	}
}

// root checks the root and everything below it. Errors begin with the path of the element.
func (c *treeCheck) root(e *Element) error {
	if err := c.element(e, types[e.Type]); err != nil {
		return within("Document", err)
	}
	for i, marks := range c.marks {
		if err := marks.rest(i + 1); err != nil {
			return err
		}
	}
	return nil
}

// element checks an element with its type, and everything below it.
func (c *treeCheck) element(e *Element, g *grammar) error {
	if err := c.own(e); err != nil {
		return err
	}
	// Elements with only marks and links cannot occur twice, because each mark and link occurs once. The check comes
	// before the kids, because an element that contains itself would be walked forever.
	if e.page() == 0 || slices.ContainsFunc(e.Kids, isElement) {
		if c.seen[e] {
			return message.Errorf("the element stands in the tree twice")
		}
		c.seen[e] = true
	}
	return c.kids(e, g)
}

func isElement(k Kid) bool { _, ok := k.(*Element); return ok }

// own checks the properties of an element.
func (c *treeCheck) own(e *Element) error {
	if err := e.whole(); err != nil {
		return err
	}
	if err := c.texts(e); err != nil {
		return err
	}
	if err := e.attributes(); err != nil {
		return err
	}
	if err := e.columns(); err != nil {
		return err
	}
	return c.order(e)
}

// below is an error with the path of its element.
type below struct {
	path string
	err  error
}

func (b *below) Error() string { return b.path + ": " + b.err.Error() }
func (b *below) Unwrap() error { return b.err }

// within prepends an element to the path of an error.
func within(step string, err error) error {
	if b, ok := err.(*below); ok {
		return &below{step + "/" + b.path, b.err}
	}
	return &below{step, err}
}

func (c *treeCheck) kids(e *Element, g *grammar) error {
	for i, k := range e.Kids {
		var err error
		switch k := k.(type) {
		case *Element:
			if err = c.kid(k, e, g); err != nil {
				return within(e.step(i), err)
			}
		case *Mark:
			err = c.mark(k, e, g)
		case *Link:
			err = c.link(k, e)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// kid checks an element below a parent of the given type.
func (c *treeCheck) kid(e, parent *Element, g *grammar) error {
	own := types[e.Type]
	if own == nil {
		return message.Errorf("%q is no structure type that is understood", e.Type)
	}
	if !g.takes(e.Type) || !own.stands(parent.Type) {
		return message.Errorf("%s stands in %s", e.Type, parent.Type)
	}
	return c.element(e, own)
}

// step names a kid by its type and its index among kids of that type.
func (e *Element) step(i int) string {
	kind, n := e.Kids[i].(*Element).Type, 0
	for _, k := range e.Kids[:i+1] {
		if k, ok := k.(*Element); ok && k.Type == kind {
			n++
		}
	}
	return fmt.Sprintf("%s[%d]", kind, n)
}

func (c *treeCheck) mark(m *Mark, e *Element, g *grammar) error {
	if !g.content {
		return message.Errorf("%s holds content itself (MCID %d of page %d)", e.Type, m.MCID, m.Page)
	}
	if m.Page < 1 || m.Page > len(c.marks) {
		return message.Errorf("MCID %d is on page %d of %d", m.MCID, m.Page, len(c.marks))
	}
	return c.marks[m.Page-1].take(m.Page, m.MCID)
}

func (c *treeCheck) link(l *Link, e *Element) error {
	if c.links[l] {
		return message.Errorf("a link stands in the tree twice")
	}
	c.links[l] = true
	switch {
	case e.Type != "Link":
		return message.Errorf("a link stands in %s", e.Type) // ISO 14289-1, 7.18.5
	case l.Page < 1 || l.Page > len(c.marks):
		return message.Errorf("a link is on page %d of %d", l.Page, len(c.marks))
	case l.Contents == "":
		return message.Errorf("a link has no contents, words that say where it leads")
	case l.URI != "" && strings.ContainsFunc(l.URI, func(r rune) bool { return r <= ' ' || r > '~' }):
		return message.Errorf("the address %q of a link has characters that no URI has", l.URI)
	case l.URI == "" && (l.ToPage < 1 || l.ToPage > len(c.marks)):
		return message.Errorf("a link leads to page %d of %d", l.ToPage, len(c.marks))
	}
	size, err := c.pageSize(l.Page)
	if err != nil {
		return err
	}
	if !contains(size, l.Rect) {
		return message.Errorf("the rectangle %v of a link is not within its page %v", l.Rect, size)
	}
	return plain(l.Contents)
}

func contains(page, r [4]float64) bool {
	const slack = 1
	return r[0] < r[2] && r[1] < r[3] && r[0] >= page[0]-slack && r[1] >= page[1]-slack && r[2] <= page[2]+slack && r[3] <= page[3]+slack
}

// order checks heading levels: the first is H1, and none is skipped (ISO 14289-1, 7.4.2).
func (c *treeCheck) order(e *Element) error {
	if len(e.Type) == 2 && e.Type[0] == 'H' && e.Type[1] >= '1' && e.Type[1] <= '6' {
		level := int(e.Type[1] - '0')
		if level > c.heading+1 {
			return message.Errorf("%s follows a heading of level %d", e.Type, c.heading)
		}
		c.heading = level
	}
	if e.ID != "" && c.ids[e.ID] {
		return message.Errorf("the ID %q is given twice", e.ID)
	}
	if e.ID != "" {
		c.ids[e.ID] = true
	}
	return nil
}

// whole refuses kids that are nil.
func (e *Element) whole() error {
	for i, k := range e.Kids {
		if k == nil || k == (*Element)(nil) || k == (*Link)(nil) {
			return message.Errorf("its kid %d is nil", i+1)
		}
	}
	return nil
}

func (c *treeCheck) texts(e *Element) error {
	if e.Lang != "" && !c.langs[e.Lang] {
		if !langTag.MatchString(e.Lang) {
			return message.Errorf("%q is not a language tag", e.Lang)
		}
		c.langs[e.Lang] = true
	}
	for _, s := range [...]string{e.Alt, e.ID, e.Fact, e.Sentence} {
		if err := plain(s); err != nil {
			return err
		}
	}
	return nil
}

// attributes checks that an element has the attributes its type requires, and no others.
func (e *Element) attributes() error {
	links := slices.ContainsFunc(e.Kids, func(k Kid) bool { _, ok := k.(*Link); return ok })
	switch {
	case e.Type == "Figure" && e.Alt == "":
		return message.Errorf("it has no alternative text") // ISO 14289-1, 7.3
	case e.Type == "Figure" && (e.BBox[0] >= e.BBox[2] || e.BBox[1] >= e.BBox[3]):
		return message.Errorf("it has no bounding box")
	case e.Type == "TH" && !slices.Contains([]string{"Column", "Row", "Both"}, e.Scope):
		return message.Errorf("its scope %q is none of Column, Row, Both", e.Scope) // ISO 14289-1, 7.5
	case e.Type != "TH" && e.Scope != "":
		return message.Errorf("only a TH has a scope")
	case e.Type == "Note" && e.ID == "":
		return message.Errorf("it has no ID")
	case e.Type == "Link" && !links:
		return message.Errorf("it leads nowhere")
	}
	return nil
}
