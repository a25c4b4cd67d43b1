package tagpdf

import (
	"strings"

	"nianbao/internal/message"
)

// Part is an element of the structure tree, as read.
type Part struct {
	Type     string
	Lang     string // its own, or else its parent's or the document's
	Fact     string // as [Element] has it
	Sentence string // as [Element] has it
	Text     string // text of its own marks, in order, with a line feed where the baseline changes inside a mark
	Kids     []*Part
	Shown    string // of the root: all text of the pages in drawing order, with a form feed after each page

	after int // bytes of the parent's text that precede it
}

// All is the text of the element and its descendants, in reading order.
func (p *Part) All() string {
	if len(p.Kids) == 0 {
		return p.Text
	}
	var b strings.Builder
	p.all(&b)
	return b.String()
}

func (p *Part) all(b *strings.Builder) {
	from := 0
	for _, kid := range p.Kids {
		b.WriteString(p.Text[from:kid.after])
		from = kid.after
		kid.all(b)
	}
	b.WriteString(p.Text[from:])
}

// Structure returns the structure tree with the text of each element's marks. Each mark must belong to one element, and
// each element must occur once.
func (r *Reader) Structure() (*Part, error) {
	pages, catalog, err := r.f.pages()
	if err != nil {
		return nil, message.Errorf("read pdf: %w", err)
	}
	t := &textReader{f: r.f, maps: map[int]codeTexts{}}
	w := &treeWalk{f: r.f, pages: map[int]int32{}, seen: map[int]bool{}}
	for i, p := range pages {
		if err := t.page(p); err != nil {
			return nil, message.Errorf("read pdf: page %d: %w", i+1, err)
		}
		w.pages[p.from.num] = int32(i)
	}
	w.text, w.marks = string(t.out), t.told.pages
	root, err := w.root(catalog)
	if err != nil {
		return nil, message.Errorf("read pdf: structure tree: %w", err)
	}
	root.Shown = w.text
	return root, nil
}

// treeWalk reads the elements of a structure tree.
type treeWalk struct {
	f     *file
	text  string        // of all pages
	marks []markSet     // by page
	pages map[int]int32 // page indices by object number
	seen  map[int]bool  // numbers of elements

	list  tokens    // of the current element
	below []kidRead // of all elements being read
	parts []Part    // preallocated: there are thousands
	kids  []*Part
}

// kidRead is a child of an element.
type kidRead struct {
	element    int // object number; 0 for a mark
	page, mcid int32
	after      int32 // bytes of the parent's text that precede the element
}

// partBytes is the estimated size of an element.
const partBytes = 160

func (w *treeWalk) root(catalog dict) (*Part, error) {
	if catalog["StructTreeRoot"] == nil {
		return nil, message.Errorf("the file has none")
	}
	top, err := as[dict](w.f, catalog["StructTreeRoot"])
	if err != nil {
		return nil, err
	}
	lang := ""
	if catalog["Lang"] != nil {
		s, err := as[str](w.f, catalog["Lang"])
		if err != nil {
			return nil, message.Errorf("language of the document: %w", err)
		}
		lang = plainText(s)
	}
	root := top["K"]
	if list, ok := root.(array); ok && len(list) == 1 {
		root = list[0]
	}
	r, ok := root.(ref)
	if !ok {
		return nil, message.Errorf("%s in place of one element at its root", kindOf(root))
	}
	document, err := w.element(r.num, lang, 0)
	if err != nil {
		return nil, err
	}
	for i, p := range w.marks {
		if err := p.marks.rest(i + 1); err != nil {
			return nil, err
		}
	}
	return document, nil
}

// element reads an element and all below it.
func (w *treeWalk) element(num int, lang string, depth int) (*Part, error) {
	switch {
	case w.seen[num]:
		return nil, message.Errorf("object %d stands in it twice", num)
	case depth > maxNested:
		return nil, message.Errorf("its elements stand in each other too deep")
	}
	w.seen[num] = true
	if err := w.f.spend(partBytes); err != nil {
		return nil, err
	}
	first := len(w.below)
	p := &piece(&w.parts, 1)[0]
	p.Lang = lang
	if err := w.own(num, p); err != nil {
		return nil, message.Errorf("object %d: %w", num, err)
	}
	if err := w.hold(p, first, depth); err != nil {
		return nil, err
	}
	w.below = w.below[:first]
	return p, nil
}

// hold adds the kids read to their element.
func (w *treeWalk) hold(p *Part, first, depth int) error {
	elements, err := w.show(p, w.below[first:])
	if err != nil || elements == 0 {
		return err
	}
	p.Kids = piece(&w.kids, elements)[:0]
	for i := first; i < first+elements; i++ {
		kid, err := w.element(w.below[i].element, p.Lang, depth+1)
		if err != nil {
			return err
		}
		kid.after = int(w.below[i].after)
		p.Kids = append(p.Kids, kid)
	}
	return nil
}

// show joins the text of the marks among kids. It keeps only the elements of kids, each with the length of the text
// before it.
func (w *treeWalk) show(p *Part, kids []kidRead) (elements int, err error) {
	var all []byte // text of several marks
	for _, k := range kids {
		if k.element != 0 {
			k.after = int32(len(p.Text) + len(all))
			kids[elements] = k
			elements++
			continue
		}
		text, err := w.mark(k)
		switch {
		case err != nil:
			return 0, err
		case p.Text == "" && all == nil:
			p.Text = text
		case all == nil:
			all = append(append(all, p.Text...), text...)
			p.Text = ""
		default:
			all = append(all, text...)
		}
	}
	if all != nil {
		p.Text = string(all)
	}
	return elements, nil
}

// mark returns the text of a mark, which no other element may have.
func (w *treeWalk) mark(k kidRead) (string, error) {
	page := &w.marks[k.page]
	if err := page.marks.take(int(k.page)+1, int(k.mcid)); err != nil {
		return "", err
	}
	s := page.spans[k.mcid]
	return w.text[s.from:s.to], nil
}

// piece takes n elements from a preallocated slice, which it renews if it is too short.
func piece[T any](from *[]T, n int) []T {
	const usual = 256
	if len(*from) < n {
		*from = make([]T, max(usual, n))
	}
	out := (*from)[:n:n]
	*from = (*from)[n:]
	return out
}
