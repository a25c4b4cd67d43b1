package tagpdf

import (
	"maps"

	"nianbao/internal/message"
)

// page is a page of the input.
type page struct {
	from    ref
	dict    dict // including inherited entries (table 30)
	content []byte
}

// pages lists the pages in order and inflates their content. The page tree (7.7.3) must be one node with all pages
// below it.
func (f *file) pages() ([]page, dict, error) {
	catalog, err := as[dict](f, f.trailer["Root"])
	if err != nil {
		return nil, nil, message.Errorf("catalog: %w", err)
	}
	top, err := as[dict](f, catalog["Pages"])
	if err != nil {
		return nil, nil, message.Errorf("page tree: %w", err)
	}
	kids, err := as[array](f, top["Kids"])
	if err != nil {
		return nil, nil, message.Errorf("page tree: kids: %w", err)
	}
	var pages []page
	seen := map[ref]bool{}
	for _, k := range kids {
		r, ok := k.(ref)
		if !ok {
			return nil, nil, message.Errorf("page tree: %s in place of a page", kindOf(k))
		}
		if seen[r] {
			return nil, nil, message.Errorf("page tree: object %d stands in it twice", r.num)
		}
		seen[r] = true
		p, err := f.page(r, top)
		if err != nil {
			return nil, nil, message.Errorf("page tree: page %d: %w", len(pages)+1, err)
		}
		pages = append(pages, p)
	}
	if len(pages) == 0 {
		return nil, nil, message.Errorf("page tree: it has no pages")
	}
	return pages, catalog, nil
}

// page reads a page below the top of the tree.
func (f *file) page(r ref, top dict) (page, error) {
	own, err := as[dict](f, r)
	if err != nil {
		return page{}, err
	}
	if own["Type"] != name("Page") {
		return page{}, message.Errorf("object %d is no page", r.num)
	}
	p := page{from: r, dict: dict{}}
	for _, k := range []name{"Resources", "MediaBox", "CropBox", "Rotate"} {
		if v, ok := top[k]; ok {
			p.dict[k] = v
		}
	}
	maps.Copy(p.dict, own)
	if own["Contents"] == nil {
		return p, nil
	}
	s, err := as[*stream](f, own["Contents"])
	if err == nil {
		p.content, err = f.content(s)
	}
	if err != nil {
		return page{}, message.Errorf("content: %w", err)
	}
	return p, nil
}
