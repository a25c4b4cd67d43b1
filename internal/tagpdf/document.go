package tagpdf

import "time"

// Document holds everything that a finished PDF does not contain itself. Coordinates are PDF page coordinates: points,
// with the origin at the lower left. Pages are numbered from 1.
type Document struct {
	Root *Element // of type Document

	Lang     string // BCP 47 tag, the default language
	Title    string
	Author   string // optional
	Subject  string // optional
	Keywords string // optional
	Creator  string // the program that made the document, with its version; optional
	Created  time.Time

	Bookmarks []Bookmark

	Fonts map[string]Font // by their names in content streams
}

// Element is a node of the structure tree (14.7.2). Its type is one of these standard types (14.8.4):
//
//   - Document (the root only), Sect; H1 to H6, P; Figure, Span, Lbl, Note, Reference, Link;
//   - TOC of TOCI of Lbl, Reference, P or a TOC; Table of TR of TH and TD.
//
// Elements that only group others (Sect, TOC, Table, TR …) hold no content themselves. Fact and Sentence are written as user
// properties (14.7.5.4) of these names.
type Element struct {
	Type string
	Lang string // BCP 47 tag, if it differs from the parent's
	Alt  string // alternative text, required for a Figure
	ID   string // unique in the document; required of a Note (ISO 14289-1, 7.9)

	Fact     string // the ID of the fact or variant whose figure is the element's text; optional
	Sentence string // the ID of the dataset's sentence that is the element's text; optional

	Scope string     // of a TH, required there: Column, Row or Both
	BBox  [4]float64 // of a Figure, required there: left, bottom, right, top

	Kids []Kid // in reading order
}

// Kid is a child of an Element: an *Element, a *Mark, or, in an element of type Link, a *Link.
type Kid interface{ kid() }

// Mark is the marked-content sequence with this MCID on a page: /P <</MCID n>> BDC … EMC (14.6).
type Mark struct {
	Page, MCID int
}

// Link is a clickable rectangle with a target: a page in the document, or a URI outside it. A link over two lines is one
// element with two Links.
type Link struct {
	Page     int
	Rect     [4]float64 // left, bottom, right, top
	URI      string     // in ASCII; "" for a page of the document
	ToPage   int
	ToY      float64 // the height on that page to show at the top of the window
	Contents string  // describes the target, required (ISO 14289-1, 7.18.5)
}

func (*Element) kid() {}
func (*Mark) kid()    {}
func (*Link) kid()    {}

// Bookmark is an entry of the outline. Its title is in the language of the document.
type Bookmark struct {
	Title string
	Page  int
	Y     float64 // the height on the page to show at the top of the window
	Kids  []Bookmark
}

// Attachment is an embedded file that belongs to the document as a whole (ISO 19005-3, 6.8).
type Attachment struct {
	Name         string // file name, no path
	Media        string // media type: text/csv
	Description  string // optional
	Relationship string // Source, Data, Alternative, Supplement or Unspecified
	Data         []byte
	Modified     time.Time
}
