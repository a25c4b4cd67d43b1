package audit

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"nianbao/internal/message"
	"nianbao/internal/tagpdf"
)

// webpage holds what a web page prints against the document. A figure is the content of a data element, whose value is the
// fact's ID; an element with the attribute data-sentence has the words of a sentence.
func (j *judge) webpage(file []byte) error {
	if j.doc == nil {
		return skip("the release has no JSON to compare it with")
	}
	root, err := html.Parse(bytes.NewReader(file))
	if err != nil {
		return err
	}
	p := j.newPrinted()
	p.walk(&tagpdf.Part{Kids: printedIn(root, "", nil)})
	if p.found == 0 && len(j.doc.Facts) > 0 && slices.ContainsFunc(j.doc.Sections, hasFigures) {
		return message.Errorf("it says of no figure which fact it is")
	}
	p.complete()
	return nil
}

// printedIn appends the figures and sentences in an element, whose parent is in a language.
func printedIn(n *html.Node, lang string, parts []*tagpdf.Part) []*tagpdf.Part {
	if n.Type == html.ElementNode {
		part := &tagpdf.Part{Type: n.Data}
		for _, a := range n.Attr {
			switch {
			case a.Key == "lang":
				lang = a.Val
			case a.Key == "value" && n.Data == "data":
				part.Fact = a.Val
			case a.Key == "data-sentence":
				part.Sentence = a.Val
			}
		}
		if part.Lang = lang; part.Fact != "" || part.Sentence != "" {
			part.Text = textIn(n)
			parts = append(parts, part)
		}
	}
	for kid := n.FirstChild; kid != nil; kid = kid.NextSibling {
		parts = printedIn(kid, lang, parts)
	}
	return parts
}

func textIn(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}
