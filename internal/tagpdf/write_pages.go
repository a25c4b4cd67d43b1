package tagpdf

import (
	"errors"
	"fmt"
	"reflect"
)

// writePages writes the page tree as one node, with all pages below it.
func (f *finisher) writePages(parent ref, t *tree, given map[string]Font) error {
	fonts, err := f.fonts(given)
	if err != nil {
		return err
	}
	c := &carrier{in: f.in, out: f.out, done: map[int]ref{}}
	shared := f.from[0].dict["Resources"]
	resources, err := c.resources(shared, f.used, fonts)
	if err != nil {
		return fmt.Errorf("resources: %w", err)
	}
	kids := make(array, len(f.from))
	for i, p := range f.from {
		if !reflect.DeepEqual(p.dict["Resources"], shared) {
			return fmt.Errorf("page %d: its resources are not those of page 1", i+1)
		}
		d, err := f.page(i, c)
		if err != nil {
			return fmt.Errorf("page %d: %w", i+1, err)
		}
		d["Parent"], d["Resources"] = parent, resources
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

// page takes over the size and content of a page. The order of tabs is that of the structure (ISO 14289-1, 7.18.3).
func (f *finisher) page(i int, c *carrier) (dict, error) {
	p := f.from[i]
	if err := only(p.dict, "Type", "Parent", "Resources", "MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox",
		"Rotate", "Group", "Contents", "Annots"); err != nil {
		return nil, err
	}
	if p.dict["Annots"] != nil {
		return nil, errors.New("it has annotations of its own: links are given in the structure tree")
	}
	if err := f.checkGroup(p.dict["Group"]); err != nil {
		return nil, err
	}
	if _, err := f.mediaBox(i + 1); err != nil {
		return nil, err
	}
	out := dict{"Type": name("Page"), "Tabs": name("S")}
	for _, k := range []name{"MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox", "Rotate", "Group"} {
		v, ok := p.dict[k]
		if !ok {
			continue
		}
		var err error
		if out[k], err = c.object(v); err != nil {
			return nil, err
		}
	}
	out["Contents"] = f.out.add(flate(dict{}, p.content))
	return out, nil
}

// checkGroup lets the transparency group pass whose colours are those of the output intent.
func (f *finisher) checkGroup(o object) error {
	if o == nil {
		return nil
	}
	d, err := as[dict](f.in, o)
	if err != nil {
		return fmt.Errorf("group: %w", err)
	}
	if err := only(d, "Type", "S", "CS"); err != nil {
		return fmt.Errorf("group: %w", err)
	}
	if d["S"] != name("Transparency") || d["CS"] != name("DeviceRGB") {
		return errors.New("its group is not one of transparency in RGB")
	}
	return nil
}
