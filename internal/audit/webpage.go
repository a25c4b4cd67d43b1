package audit

import (
	"bytes"
	"errors"
	"io"
	"slices"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"nianbao/internal/message"
	"nianbao/internal/tagpdf"
)

// webpage holds what a web page prints against the document. A figure is the content of a data element, whose value is the
// fact's ID; an element with the attribute data-sentence has the words of a sentence.
func (j *judge) webpage(file []byte) error {
	if j.doc == nil {
		return skip("the release has no JSON to compare it with")
	}
	parts, err := printedIn(file)
	if err != nil {
		return err
	}
	p := j.newPrinted()
	p.walk(&tagpdf.Part{Kids: parts})
	if p.found == 0 && len(j.doc.Facts) > 0 && slices.ContainsFunc(j.doc.Sections, hasFigures) {
		return message.Errorf("it says of no figure which fact it is")
	}
	p.complete()
	return nil
}

// element is an element of a page that is open.
type element struct {
	name, lang string
	part       *tagpdf.Part // nil if it is no figure and no sentence
	parts      int          // figures and sentences that its text stands in
	from       int          // where the text of the part begins
}

// How deep elements, and figures and sentences among them, may stand in each other: more than in any page of the program,
// and few enough to read any other in time.
const mostOpen, mostParts = 256, 8

// voids are the elements that have no end.
var voids = map[string]bool{
	"area": true, "base": true, "br": true, "col": true, "embed": true, "hr": true, "img": true, "input": true, "link": true,
	"meta": true, "source": true, "track": true, "wbr": true,
}

// pageReader is what was read of a page.
type pageReader struct {
	*html.Tokenizer
	open  []element // the outermost is none of the page
	parts []*tagpdf.Part
	text  []byte // of the outermost figure or sentence that is open
}

// printedIn gives the figures and sentences of a page in their order. It takes the page as the program writes it, every
// element with its end: the rules for others take twice the time.
func printedIn(page []byte) ([]*tagpdf.Part, error) {
	r := pageReader{Tokenizer: html.NewTokenizer(bytes.NewReader(page)), open: []element{{}}}
	for {
		switch kind := r.Next(); kind {
		case html.ErrorToken:
			if err := r.Err(); !errors.Is(err, io.EOF) {
				return nil, err
			}
			r.close(0)
			return r.parts, nil
		case html.TextToken:
			if r.open[len(r.open)-1].parts > 0 {
				r.text = append(r.text, r.Text()...)
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			if !r.begin(kind == html.StartTagToken) {
				return nil, message.Errorf("its elements stand in each other too deep")
			}
		case html.EndTagToken:
			r.close(ended(r.open, r.Tokenizer))
		}
	}
}

// begin takes in the element that begins, and reports whether it does not stand too deep in others.
func (r *pageReader) begin(opens bool) bool {
	outer := r.open[len(r.open)-1]
	if outer.parts == 0 {
		r.text = r.text[:0]
	}
	e := begun(r.Tokenizer, outer)
	e.from = len(r.text)
	if e.part != nil {
		r.parts = append(r.parts, e.part)
	}
	if opens && !voids[e.name] {
		r.open = append(r.open, e)
	}
	return len(r.open) <= mostOpen && e.parts <= mostParts
}

// close leaves the first n elements open. The text of the others is complete.
func (r *pageReader) close(n int) {
	for _, e := range r.open[n:] {
		if e.part != nil {
			e.part.Text = string(r.text[e.from:])
		}
	}
	r.open = r.open[:n]
}

// ended is how many elements are open still after a tag has ended one.
func ended(open []element, z *html.Tokenizer) int {
	name, _ := z.TagName()
	for i := len(open) - 1; i > 0; i-- {
		if open[i].name == string(name) {
			return i
		}
	}
	return len(open)
}

// begun is the element that begins with a tag, inside of another.
func begun(z *html.Tokenizer, outer element) element {
	tag, more := z.TagName()
	e, part := element{name: atom.String(tag), lang: outer.lang, parts: outer.parts}, tagpdf.Part{}
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch {
		case string(key) == "lang":
			e.lang = string(value)
		case string(key) == "value" && e.name == "data":
			part.Fact = string(value)
		case string(key) == "data-sentence":
			part.Sentence = string(value)
		}
	}
	if part.Fact != "" || part.Sentence != "" {
		part.Type, part.Lang = e.name, e.lang
		e.part = &part
		e.parts++
	}
	return e
}
