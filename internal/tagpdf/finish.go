package tagpdf

import (
	"maps"
	"math"
	"slices"
	"strconv"

	"nianbao/internal/message"
)

// Tag makes a PDF written by fpdf conform to PDF/UA-1 and PDF/A-3a. The document's tree must contain every mark of
// every page once; everything else drawn must be an artifact. It refuses content, colours or objects it does not
// understand, naming them, and documents that violate the standards' structure rules. Objects that no page needs are
// omitted, and so are the input's own fonts, information dictionary and language.
func Tag(pdf []byte, d Document) (*Tagged, error) {
	in, err := open(pdf)
	if err != nil {
		return nil, message.Errorf("tag pdf: read it: %w", err)
	}
	in.budget = math.MaxInt / 2 // it is the program's own, of as many pages as there are figures
	pages, catalog, err := in.pages()
	if err != nil {
		return nil, message.Errorf("tag pdf: read it: %w", err)
	}
	f := &finisher{in: in, from: pages, out: newOutput(sizeOf(pdf, d.Fonts))}
	if err := f.survey(&d); err != nil {
		return nil, message.Errorf("tag pdf: %w", err)
	}
	t, err := f.build(catalog, &d)
	if err != nil {
		return nil, message.Errorf("tag pdf: %w", err)
	}
	t.out.flush()
	return t, nil
}

// sizeOf estimates the size of the output: content shrinks to a third, its structure takes as much, and fonts hardly
// shrink.
func sizeOf(pdf []byte, fonts map[string]Font) int {
	n := 1<<14 + len(pdf)*2/3
	for _, font := range fonts {
		n += len(font.File)
	}
	return n
}

// Tagged is a tagged PDF before files are attached to it.
type Tagged struct {
	out     *output // all objects but the catalog
	catalog dict
	info    ref
}

// Finish returns the PDF with the given files embedded. It can be called again. The same input gives the same bytes.
func (t *Tagged) Finish(files ...Attachment) ([]byte, error) {
	if err := checkAttachments(files); err != nil {
		return nil, message.Errorf("attach to pdf: %w", err)
	}
	size := 1<<14 + len(t.out.file)
	for _, a := range files {
		size += len(a.Data)
	}
	out := newOutput(size)
	out.rows, out.file = slices.Clone(t.out.rows), append(out.file[:0], t.out.file...)
	catalog := maps.Clone(t.catalog)
	out.attach(files, catalog)
	return out.bytes(dict{"Root": out.add(catalog), "Info": t.info}), nil
}

// finisher is the state of Tag.
type finisher struct {
	in    *file
	from  []page
	out   *output
	pages []ref // in the output
	used  *contentUsage
	marks []marks // by page
}

// survey reads all pages and checks the document against them.
func (f *finisher) survey(d *Document) error {
	if err := d.check(len(f.from)); err != nil {
		return message.Errorf("document: %w", err)
	}
	f.used = newSurvey()
	for i, p := range f.from {
		marks, err := f.used.read(p.content)
		if err != nil {
			return message.Errorf("content of page %d: %w", i+1, err)
		}
		f.marks = append(f.marks, marks)
	}
	c := newTreeCheck(f.marks, f.mediaBox)
	if err := c.root(d.Root); err != nil {
		return message.Errorf("structure tree: %w", err)
	}
	return nil
}

// mediaBox is the size of a page, numbered from 1.
func (f *finisher) mediaBox(page int) (b [4]float64, err error) {
	a, err := as[array](f.in, f.from[page-1].dict["MediaBox"])
	if err != nil || len(a) != 4 {
		return b, message.Errorf("page %d has no media box", page)
	}
	for i, o := range a {
		n, ok := o.(number)
		if !ok {
			return b, message.Errorf("the media box of page %d holds %s", page, kindOf(o))
		}
		if b[i], err = strconv.ParseFloat(string(n), 64); err != nil || math.IsInf(b[i], 0) {
			return b, message.Errorf("the media box of page %d holds %q", page, string(n))
		}
	}
	return b, nil
}

// build fills the output with everything except the catalog.
func (f *finisher) build(catalog dict, d *Document) (*Tagged, error) {
	parent := f.out.reserve()
	for range f.from {
		f.pages = append(f.pages, f.out.reserve())
	}
	if err := f.openable(catalog); err != nil {
		return nil, message.Errorf("catalog: %w", err)
	}
	t := newTree(f.out, f.pages, f.marks)
	out := dict{"Type": name("Catalog"), "Pages": parent}
	out["StructTreeRoot"] = t.root(d.Root)
	info := dict{"Marked": true}
	if t.told { // table 321
		info["UserProperties"] = true
	}
	out["MarkInfo"] = info
	out["ViewerPreferences"] = dict{"DisplayDocTitle": true}
	out["Lang"] = textString(d.Lang)
	out["Metadata"] = f.out.add(d.metadata())
	out["OutputIntents"] = array{outputIntent(f.out)}
	if len(d.Bookmarks) > 0 {
		out["Outlines"], out["PageMode"] = f.outline(d.Bookmarks), name("UseOutlines")
	}
	if err := f.writePages(parent, t, d.Fonts); err != nil {
		return nil, err
	}
	return &Tagged{f.out, out, f.out.add(d.info())}, nil
}

// openable refuses a catalog that says how the document is opened, or that needs rewriting.
func (f *finisher) openable(d dict) error {
	if err := hasOnly(d, "Type", "Pages", "Names"); err != nil || d["Names"] == nil {
		return err
	}
	names, err := as[dict](f.in, d["Names"])
	if err != nil {
		return message.Errorf("names: %w", err)
	}
	return f.noNames(names)
}

// noNames refuses input with attachments or scripts of its own.
func (f *finisher) noNames(names dict) error {
	if err := hasOnly(names, "EmbeddedFiles"); err != nil {
		return message.Errorf("names: %w", err)
	}
	if names["EmbeddedFiles"] == nil {
		return nil
	}
	files, err := as[dict](f.in, names["EmbeddedFiles"])
	if err != nil {
		return message.Errorf("embedded files: %w", err)
	}
	if list, ok := files["Names"].(array); !ok || len(list) > 0 || len(files) != 1 {
		return message.Errorf("it has attachments of its own")
	}
	return nil
}

// hasOnly refuses keys of a dictionary that are not in the list.
func hasOnly(d dict, keys ...name) error {
	for _, k := range slices.Sorted(maps.Keys(d)) {
		if !slices.Contains(keys, k) {
			return message.Errorf("/%s is not understood here", k)
		}
	}
	return nil
}
