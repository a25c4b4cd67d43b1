package tagpdf

// outline writes the bookmarks (12.3.3), all expanded.
func (f *finisher) outline(list []Bookmark) ref {
	root := f.out.reserve()
	d := dict{"Type": name("Outlines")}
	f.bookmarks(list, root, d)
	f.out.set(root, d)
	return root
}

// bookmarks writes the entries below a node, links it to them, and returns how many are visible when it is expanded.
func (f *finisher) bookmarks(list []Bookmark, parent ref, node dict) int {
	if len(list) == 0 {
		return 0
	}
	refs := make([]ref, len(list))
	for i := range list {
		refs[i] = f.out.reserve()
	}
	count := len(list)
	for i, b := range list {
		d := dict{"Title": textString(b.Title), "Parent": parent, "Dest": destination(f.pages[b.Page-1], b.Y)}
		if i > 0 {
			d["Prev"] = refs[i-1]
		}
		if i < len(list)-1 {
			d["Next"] = refs[i+1]
		}
		count += f.bookmarks(b.Kids, refs[i], d)
		f.out.set(refs[i], d)
	}
	node["First"], node["Last"], node["Count"] = refs[0], refs[len(refs)-1], integer(count)
	return count
}
