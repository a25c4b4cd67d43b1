package tagpdf

import (
	"maps"
	"slices"
)

// tree writes the structure tree (14.7) and what ties pages and annotations to it.
type tree struct {
	out     *output
	pages   []ref         // the pages' objects
	parents []map[int]ref // by page: the element of each MCID
	annots  []array       // by page, in the order of the tree
	links   []ref         // the element of each annotation, in the order in which they were met
	ids     map[string]ref
}

func newTree(out *output, pages []ref) *tree {
	t := &tree{out: out, pages: pages, annots: make([]array, len(pages)), ids: map[string]ref{}}
	for range pages {
		t.parents = append(t.parents, map[int]ref{})
	}
	return t
}

// root writes the StructTreeRoot with its ParentTree and IDTree (table 322).
func (t *tree) root(document *Element) ref {
	r := t.out.reserve()
	d := dict{"Type": name("StructTreeRoot"), "K": array{t.element(document, r)}}
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
// (14.7.4.4). Pages have the keys from 0, annotations those after.
func (t *tree) parentTree() array {
	var nums array
	for i, marks := range t.parents {
		if len(marks) == 0 {
			continue
		}
		row := make(array, slices.Max(slices.Collect(maps.Keys(marks)))+1)
		for id, element := range marks {
			row[id] = element
		}
		nums = append(nums, integer(i), t.out.add(row))
	}
	for i, element := range t.links {
		nums = append(nums, integer(len(t.pages)+i), element)
	}
	return nums
}

func (t *tree) element(e *Element, parent ref) ref {
	r := t.out.reserve()
	d := dict{"Type": name("StructElem"), "S": name(e.Type), "P": parent}
	for _, text := range []struct {
		key   name
		value string
	}{{"Lang", e.Lang}, {"T", e.Title}, {"Alt", e.Alt}, {"ActualText", e.ActualText}, {"ID", e.ID}} {
		if text.value != "" {
			d[text.key] = textString(text.value)
		}
	}
	if e.ID != "" {
		t.ids[e.ID] = r
	}
	if a := e.attributeObjects(); len(a) > 0 {
		d["A"] = a
	}
	page := e.page()
	if page > 0 {
		d["Pg"] = t.pages[page-1]
	}
	if kids := t.kids(e, r, page); len(kids) == 1 {
		d["K"] = kids[0]
	} else if len(kids) > 1 {
		d["K"] = kids
	}
	t.out.set(r, d)
	return r
}

// page is where the element's own content begins; 0 if it has none.
func (e *Element) page() int {
	for _, k := range e.Kids {
		switch k := k.(type) {
		case Mark:
			return k.Page
		case *Link:
			return k.Page
		}
	}
	return 0
}

func (t *tree) kids(e *Element, r ref, page int) array {
	var out array
	for _, k := range e.Kids {
		switch k := k.(type) {
		case *Element:
			out = append(out, t.element(k, r))
		case Mark:
			t.parents[k.Page-1][k.MCID] = r
			if k.Page == page {
				out = append(out, integer(k.MCID))
				continue
			}
			out = append(out, dict{"Type": name("MCR"), "Pg": t.pages[k.Page-1], "MCID": integer(k.MCID)})
		case *Link:
			annot := t.link(k, r)
			out = append(out, dict{"Type": name("OBJR"), "Pg": t.pages[k.Page-1], "Obj": annot})
		}
	}
	return out
}

// link writes a link annotation (12.5.6.5) that is printed with the page (ISO 19005-3, 6.3.2).
func (t *tree) link(l *Link, element ref) ref {
	d := dict{
		"Type": name("Annot"), "Subtype": name("Link"), "Rect": box(l.Rect), "F": integer(4),
		"Border": array{integer(0), integer(0), integer(0)}, "Contents": textString(l.Contents),
		"StructParent": integer(len(t.pages) + len(t.links)), "P": t.pages[l.Page-1],
	}
	if l.URI != "" {
		d["A"] = dict{"S": name("URI"), "URI": str(l.URI)}
	} else {
		d["Dest"] = destination(t.pages[l.ToPage-1], l.ToY)
	}
	t.links = append(t.links, element)
	r := t.out.add(d)
	t.annots[l.Page-1] = append(t.annots[l.Page-1], r)
	return r
}

// destination is a height of a page, shown at the zoom the reader has (12.3.2.2).
func destination(page ref, y float64) array {
	return array{page, name("XYZ"), nil, real(y), nil}
}

// attributeObjects are the attributes of an element by their owners (14.8.5).
func (e *Element) attributeObjects() array {
	var out array
	table := dict{}
	if e.Scope != "" {
		table["Scope"] = name(e.Scope)
	}
	if e.ColSpan > 1 {
		table["ColSpan"] = integer(e.ColSpan)
	}
	if e.RowSpan > 1 {
		table["RowSpan"] = integer(e.RowSpan)
	}
	if len(table) > 0 {
		table["O"] = name("Table")
		out = append(out, table)
	}
	if e.Numbering != "" {
		out = append(out, dict{"O": name("List"), "ListNumbering": name(e.Numbering)})
	}
	if e.Type == "Figure" {
		out = append(out, dict{"O": name("Layout"), "BBox": box(e.BBox)})
	}
	return out
}

// namedObject is an entry of a name tree.
type namedObject struct {
	name string
	ref  ref
}

// nameTree is a name tree of one node (7.9.6), its names in the order of their bytes.
func nameTree(list []namedObject) dict {
	slices.SortFunc(list, func(a, b namedObject) int {
		switch x, y := textString(a.name), textString(b.name); {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return 0
	})
	var names array
	for _, n := range list {
		names = append(names, textString(n.name), n.ref)
	}
	return dict{"Names": names}
}
