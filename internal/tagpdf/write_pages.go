package tagpdf

import "nianbao/internal/message"

// writePages writes the page tree as one node with all pages below it. Pages share the fonts, and have no other
// resources.
func (f *finisher) writePages(parent ref, t *tree, given map[string]Font) error {
	fonts, err := f.fonts(given)
	if err != nil {
		return err
	}
	resources := dict{}
	if len(fonts) > 0 {
		resources["Font"] = fonts
	}
	shared := f.out.add(resources)
	kids := make(array, len(f.from))
	for i := range f.from {
		d, err := f.page(i)
		if err != nil {
			return message.Errorf("page %d: %w", i+1, err)
		}
		d["Parent"], d["Resources"] = parent, shared
		if len(t.annots[i]) > 0 {
			d["Annots"] = t.annots[i]
		}
		if len(t.parents[i]) > 0 {
			d["StructParents"] = integer(i)
		}
		f.out.set(f.pages[i], d)
		kids[i] = f.pages[i]
	}
	f.out.set(parent, dict{"Type": name("Pages"), "Kids": kids, "Count": integer(len(kids))})
	return nil
}

// page copies the size and content of a page. The tab order is that of the structure (ISO 14289-1, 7.18.3).
func (f *finisher) page(i int) (dict, error) {
	p := f.from[i]
	if err := hasOnly(p.dict, "Type", "Parent", "Resources", "MediaBox", "Contents"); err != nil {
		return nil, err
	}
	if _, err := f.mediaBox(i + 1); err != nil {
		return nil, err
	}
	box, err := as[array](f.in, p.dict["MediaBox"])
	return dict{
		"Type": name("Page"), "Tabs": name("S"), "MediaBox": box, "Contents": f.out.add(flate(dict{}, p.content)),
	}, err
}
