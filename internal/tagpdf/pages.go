package tagpdf

import (
	"errors"
	"fmt"
)

// page is a page of the input.
type page struct {
	from    ref
	dict    dict // with what it inherits (table 30)
	content []byte
}

// pages walks the page tree (7.7.3) in order and inflates the pages' content.
func (f *file) pages() ([]page, dict, error) {
	catalog, err := as[dict](f, f.trailer["Root"])
	if err != nil {
		return nil, nil, fmt.Errorf("catalog: %w", err)
	}
	w := pageWalk{f: f, seen: map[int]bool{}}
	if err := w.node(catalog["Pages"], dict{}, 0); err != nil {
		return nil, nil, fmt.Errorf("page tree: %w", err)
	}
	if len(w.pages) == 0 {
		return nil, nil, errors.New("it has no pages")
	}
	return w.pages, catalog, nil
}

type pageWalk struct {
	f     *file
	seen  map[int]bool
	pages []page
}

func (w *pageWalk) node(o object, inherited dict, depth int) error {
	r, ok := o.(ref)
	if !ok {
		return fmt.Errorf("%s in place of a page", kindOf(o))
	}
	if w.seen[r.num] || depth > maxDepth {
		return fmt.Errorf("object %d stands in it twice", r.num)
	}
	w.seen[r.num] = true
	d, err := as[dict](w.f, o)
	if err != nil {
		return err
	}
	switch d["Type"] {
	case name("Page"):
		return w.page(r, d, inherited)
	case name("Pages"):
	default:
		return fmt.Errorf("object %d is neither page nor pages", r.num)
	}
	kids, err := as[array](w.f, d["Kids"])
	if err != nil {
		return fmt.Errorf("object %d: kids: %w", r.num, err)
	}
	down := inherit(d, inherited)
	for _, k := range kids {
		if err := w.node(k, down, depth+1); err != nil {
			return err
		}
	}
	return nil
}

func inherit(d, from dict) dict {
	out := dict{}
	for _, k := range []name{"Resources", "MediaBox", "CropBox", "Rotate"} {
		if v, ok := d[k]; ok {
			out[k] = v
		} else if v, ok := from[k]; ok {
			out[k] = v
		}
	}
	return out
}

func (w *pageWalk) page(r ref, d, inherited dict) error {
	p := page{from: r, dict: inherit(d, inherited)}
	for k, v := range d {
		p.dict[k] = v
	}
	var err error
	if p.content, err = w.f.pageContent(d["Contents"]); err != nil {
		return fmt.Errorf("content of page %d: %w", len(w.pages)+1, err)
	}
	w.pages = append(w.pages, p)
	return nil
}

// pageContent is the content of a page: one stream, or several that count as one (7.8.2).
func (f *file) pageContent(o object) ([]byte, error) {
	got, err := f.resolve(o)
	if err != nil || got == nil {
		return nil, err
	}
	parts, ok := got.(array)
	if !ok {
		s, err := as[*stream](f, o)
		if err != nil {
			return nil, err
		}
		return f.content(s)
	}
	var all []byte
	for _, part := range parts {
		s, err := as[*stream](f, part)
		if err != nil {
			return nil, err
		}
		b, err := f.content(s)
		if err != nil {
			return nil, err
		}
		all = append(append(all, b...), '\n')
	}
	return all, nil
}
