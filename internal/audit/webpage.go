package audit

import (
	"bytes"
	"cmp"
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
}

// voids are the elements that have no end.
var voids = map[string]bool{
	"area": true, "base": true, "br": true, "col": true, "embed": true, "hr": true, "img": true, "input": true, "link": true,
	"meta": true, "source": true, "track": true, "wbr": true,
}

// printedIn gives the figures and sentences of a page in their order. It takes the page as the program writes it, every
// element with its end: the rules for others take twice the time.
func printedIn(page []byte) ([]*tagpdf.Part, error) {
	var parts []*tagpdf.Part
	open := []element{{}}
	for z := html.NewTokenizer(bytes.NewReader(page)); ; {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			if err := z.Err(); !errors.Is(err, io.EOF) {
				return nil, err
			}
			return parts, nil
		case html.TextToken:
			addText(open, z)
		case html.StartTagToken, html.SelfClosingTagToken:
			e := begun(z, open[len(open)-1].lang)
			if e.part != nil {
				parts = append(parts, e.part)
			}
			if kind == html.StartTagToken && !voids[e.name] {
				open = append(open, e)
			}
		case html.EndTagToken:
			open = closed(open, z)
		}
	}
}

// addText adds a text to the figures and sentences that it stands in.
func addText(open []element, z *html.Tokenizer) {
	var text string
	for _, e := range open {
		if e.part != nil {
			text = cmp.Or(text, string(z.Text()))
			e.part.Text += text
		}
	}
}

// closed are the elements that are open still after a tag has ended one. The outermost is none of the page.
func closed(open []element, z *html.Tokenizer) []element {
	name, _ := z.TagName()
	for i := len(open) - 1; i > 0; i-- {
		if open[i].name == string(name) {
			return open[:i]
		}
	}
	return open
}

// begun is the element that begins with a tag, inside of one in a language.
func begun(z *html.Tokenizer, lang string) element {
	tag, more := z.TagName()
	e, part := element{name: atom.String(tag), lang: lang}, tagpdf.Part{}
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
	}
	return e
}
