package tagpdf

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
)

// tree writes the structure tree (14.7) and its links to pages and annotations. It writes the thousands of elements as
// bytes, without optional entries, and level by level. So they are in the file in the order of their numbers, and the
// kids of an element have consecutive numbers.
type tree struct {
	out     *output
	pages   []ref   // the pages' objects
	parents [][]ref // by page: the element of each MCID
	annots  []array // by page, in order of occurrence
	links   []ref   // the element of each annotation, in that order
	ids     map[string]ref
	queue   []waiting
	told    bool // whether any element has user properties
}

// waiting is an element or a link that has a number but is not yet written.
type waiting struct {
	kid         Kid
	own, parent int32 // numbers
}

// newTree returns a tree for the pages' objects and marks.
func newTree(out *output, pages []ref, marks []marks) *tree {
	t := &tree{out: out, pages: pages, parents: make([][]ref, len(pages)), annots: make([]array, len(pages)), ids: map[string]ref{}}
	all := 0
	for i, m := range marks {
		t.parents[i] = make([]ref, len(m))
		all += len(m)
	}
	t.queue = make([]waiting, 0, 2*all) // most elements have one mark, or group some that have one
	return t
}

// root writes the StructTreeRoot with its ParentTree and IDTree (table 322).
func (t *tree) root(document *Element) ref {
	r := t.out.reserve()
	d := dict{"Type": name("StructTreeRoot"), "K": array{t.later(document, r)}}
	for i := 0; i < len(t.queue); i++ { // the loop appends to the queue
		switch w := t.queue[i]; k := w.kid.(type) {
		case *Element:
			t.element(k, ref{num: int(w.own)}, ref{num: int(w.parent)})
		case *Link:
			t.link(k, ref{num: int(w.own)}, ref{num: int(w.parent)})
		}
	}
	d["ParentTree"] = t.out.add(dict{"Nums": t.parentTree()})
	d["ParentTreeNextKey"] = integer(len(t.pages) + len(t.links))
	if len(t.ids) > 0 {
		var ids []namedObject
		for _, id := range slices.Sorted(maps.Keys(t.ids)) {
			ids = append(ids, namedObject{id, t.ids[id]})
		}
		d["IDTree"] = t.out.add(nameTree(ids))
	}
	t.out.set(r, d)
	return r
}

// parentTree maps the key of each page to the elements of its marks, and that of each annotation to its element
// (14.7.4.4). Pages have the keys from 0, annotations the following ones.
func (t *tree) parentTree() array {
	var nums array
	for i, marks := range t.parents {
		if len(marks) > 0 {
			nums = append(nums, integer(i), t.parentRow(marks))
		}
	}
	for i, element := range t.links {
		nums = append(nums, integer(len(t.pages)+i), element)
	}
	return nums
}

func (t *tree) parentRow(marks []ref) ref {
	r := t.out.reserve()
	b := append(t.out.body, '[')
	for id, element := range marks {
		if id > 0 {
			b = append(b, ' ')
		}
		if element == (ref{}) {
			b = append(b, "null"...)
		} else {
			b = appendRef(b, element)
		}
	}
	t.out.setBody(r, append(b, ']'))
	return r
}

// later reserves the number of an element or a link, which is written after all those waiting.
func (t *tree) later(k Kid, parent ref) ref {
	own := t.out.reserve()
	t.queue = append(t.queue, waiting{k, int32(own.num), int32(parent.num)})
	return own
}

func (t *tree) element(e *Element, own, parent ref) {
	if e.ID != "" {
		t.ids[e.ID] = own
	}
	page := e.page()
	b := appendName(append(t.out.body, "<</S"...), name(e.Type))
	b = appendText(b, "/Lang", e.Lang)
	b = appendRef(append(b, "/P "...), parent)
	if page > 0 {
		b = appendRef(append(b, "/Pg "...), t.pages[page-1])
	}
	b = t.appendKids(b, e, own, page)
	b = appendAttributes(b, e)
	t.told = t.told || e.told()
	b = appendText(b, "/Alt", e.Alt)
	b = appendText(b, "/ID", e.ID)
	t.out.setBody(own, append(b, ">>"...))
}

// appendKids writes the children of an element whose own content begins on the given page.
func (t *tree) appendKids(b []byte, e *Element, own ref, page int) []byte {
	if len(e.Kids) == 0 {
		return b
	}
	b = append(b, "/K["...)
	if len(e.Kids) == 1 {
		b[len(b)-1] = ' '
	}
	for i, k := range e.Kids {
		if i > 0 {
			b = append(b, ' ')
		}
		switch k := k.(type) {
		case *Element:
			b = appendRef(b, t.later(k, own))
		case *Mark:
			b = t.appendMark(b, k, own, page)
		case *Link:
			b = appendRef(append(b, "<</Type/OBJR/Pg "...), t.pages[k.Page-1])
			b = append(appendRef(append(b, "/Obj "...), t.later(k, own)), ">>"...)
		}
	}
	if len(e.Kids) > 1 {
		b = append(b, ']')
	}
	return b
}

// appendMark writes a mark of an element whose own content begins on the given page.
func (t *tree) appendMark(b []byte, m *Mark, own ref, page int) []byte {
	t.parents[m.Page-1][m.MCID] = own
	if m.Page == page {
		return strconv.AppendInt(b, int64(m.MCID), 10)
	}
	b = appendRef(append(b, "<</Type/MCR/Pg "...), t.pages[m.Page-1])
	return append(strconv.AppendInt(append(b, "/MCID "...), int64(m.MCID), 10), ">>"...)
}

// appendText writes a key and its text, unless the text is empty.
func appendText(b []byte, key, text string) []byte {
	if text == "" {
		return b
	}
	return appendString(append(b, key...), textString(text))
}

// page is the page where the element's own content begins; 0 if it has none.
func (e *Element) page() int {
	for _, k := range e.Kids {
		switch k := k.(type) {
		case *Mark:
			return k.Page
		case *Link:
			return k.Page
		}
	}
	return 0
}

// link writes a link annotation (12.5.6.5) that is printed with the page (ISO 19005-3, 6.3.2).
func (t *tree) link(l *Link, own, element ref) {
	b := appendBox(append(t.out.body, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect"...), l.Rect)
	b = appendRef(append(b, "/P "...), t.pages[l.Page-1])
	b = strconv.AppendInt(append(b, "/StructParent "...), int64(len(t.pages)+len(t.links)), 10)
	b = appendText(b, "/Contents", l.Contents)
	if l.URI != "" {
		b = append(appendString(append(b, "/A<</S/URI/URI"...), str(l.URI)), ">>"...) // 12.6.4.7
	} else {
		b = appendObject(append(b, "/Dest"...), destination(t.pages[l.ToPage-1], l.ToY))
	}
	t.out.setBody(own, append(b, ">>"...))
	t.links = append(t.links, element)
	t.annots[l.Page-1] = append(t.annots[l.Page-1], own)
}

// destination is a height on a page, shown at the reader's current zoom (12.3.2.2).
func destination(page ref, y float64) array {
	return array{page, name("XYZ"), nil, real(y), nil}
}

// namedObject is an entry of a name tree.
type namedObject struct {
	name string
	ref  ref
}

// nameTree is a name tree of one node (7.9.6), with names sorted by bytes.
func nameTree(list []namedObject) dict {
	slices.SortFunc(list, func(a, b namedObject) int { return cmp.Compare(textString(a.name), textString(b.name)) })
	var names array
	for _, n := range list {
		names = append(names, textString(n.name), n.ref)
	}
	return dict{"Names": names}
}
