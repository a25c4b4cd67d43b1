package briefing

import (
	"strings"
	"time"

	"nianbao/internal/stat"
	"nianbao/internal/tagpdf"
)

// epoch is the date that the drawing library writes; finishing replaces it.
var epoch = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

// Attachment is a file attached to the briefing.
type Attachment struct {
	Name, Media, Description string
	Data                     []byte
}

// Tagged is a briefing that is complete except for its attachments.
type Tagged struct {
	pdf     *tagpdf.Tagged
	created time.Time
}

// Tag turns the drawn pages into a tagged, archival PDF: PDF/UA-1 and PDF/A-3a.
func (d *Drawing) Tag() (*Tagged, error) {
	f := &finisher{Composition: d.pages, theme: d.opt.Theme, elements: make([]tagpdf.Element, 0, d.pages.Root.size())}
	f.around = f.boxes()
	said := d.tags
	said.Root = f.element(d.pages.Root, "")
	said.Bookmarks = f.bookmarks()
	pdf, err := tagpdf.Tag(d.pdf, said)
	if err != nil {
		return nil, err
	}
	return &Tagged{pdf, d.opt.Created}, nil
}

// Finish returns the PDF with attachments.
func (t *Tagged) Finish(attached []Attachment) ([]byte, error) {
	files := make([]tagpdf.Attachment, len(attached))
	for i, a := range attached {
		files[i] = tagpdf.Attachment{
			Name: a.Name, Media: a.Media, Description: a.Description, Relationship: "Data", Data: a.Data, Modified: t.created,
		}
	}
	return t.pdf.Finish(files...)
}

// finisher converts elements and positions to those of the finished file, whose origin is at the lower left.
type finisher struct {
	*Composition
	theme  Theme
	around map[*Node][4]float64 // of each figure

	elements []tagpdf.Element // of all nodes, in one allocation
}

// element converts a node; around is the language of its parent.
func (f *finisher) element(n *Node, around stat.Lang) *tagpdf.Element {
	f.elements = append(f.elements, tagpdf.Element{Type: n.Kind, ID: n.ID, Scope: n.Scope, Fact: n.Fact, Sentence: n.Sentence})
	e := &f.elements[len(f.elements)-1]
	e.Kids = make([]tagpdf.Kid, 0, len(n.marks)+len(n.links)+len(n.Kids))
	if n.Lang != "" && n.Lang != around {
		e.Lang, around = string(n.Lang), n.Lang
	}
	if n.Kind == "Figure" {
		e.Alt, e.BBox = n.Alt, f.around[n]
	}
	for i := range n.marks {
		e.Kids = append(e.Kids, &n.marks[i])
	}
	for _, l := range n.links {
		e.Kids = append(e.Kids, &tagpdf.Link{
			Page: l.page, Rect: [4]float64{l.x, f.theme.Height - l.y - l.h, l.x + l.w, f.theme.Height - l.y},
			URI: stat.URI(l.address), ToPage: l.to.page, ToY: f.theme.Height - l.to.y + 6, Contents: l.contents,
		})
	}
	for _, kid := range n.Kids {
		if !kid.empty() {
			e.Kids = append(e.Kids, f.element(kid, around))
		}
	}
	return e
}

// empty reports whether no content of an element has been drawn.
func (n *Node) empty() bool {
	if len(n.marks) > 0 {
		return false
	}
	for _, kid := range n.Kids {
		if !kid.empty() {
			return false
		}
	}
	return n.Kind != "TD" && n.Kind != "TH" // an empty cell keeps its place in the row
}

// boxes returns the bounding box of each figure.
func (f *finisher) boxes() map[*Node][4]float64 {
	boxes := map[*Node][4]float64{}
	for _, p := range f.Pages {
		for _, it := range p.Items {
			if it.Node == nil || it.Node.Kind != "Figure" {
				continue
			}
			box, begun := boxes[it.Node]
			if !begun {
				box = [4]float64{f.theme.Width, f.theme.Height, 0, 0}
			}
			boxes[it.Node] = [4]float64{
				min(box[0], it.X), min(box[1], f.theme.Height-it.bottom()),
				max(box[2], it.X+it.W), max(box[3], f.theme.Height-it.top()),
			}
		}
	}
	return boxes
}

// bookmarks returns the titles in every language, with the parts of a section below it.
func (f *finisher) bookmarks() []tagpdf.Bookmark {
	var marks []tagpdf.Bookmark
	for _, t := range f.titles {
		at, ok := f.places[t.anchor]
		if !ok {
			continue
		}
		m := tagpdf.Bookmark{Title: strings.Join(t.title, "  "), Page: at.page, Y: f.theme.Height - at.y + 6}
		if t.level > 1 && len(marks) > 0 {
			last := &marks[len(marks)-1]
			last.Kids = append(last.Kids, m)
			continue
		}
		marks = append(marks, m)
	}
	return marks
}
