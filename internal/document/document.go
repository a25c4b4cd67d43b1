package document

import (
	"nianbao/internal/chart"
	"nianbao/internal/stat"
)

// Document is the whole content that a reader gets.
type Document struct {
	Langs    []stat.Lang // of every [Text], in order; a renderer shows all of them, or one at a time
	File     File
	Title    Text // area and period in a sentence
	Headline Text // the growth of the first headline indicator that has one; the title if none has
	Short    Text // the same, shorter; the office's own title in the first language
	Standing Text // what applies to all of it: that the data are invented, that it is a draft
	Draft    bool
	Cover    Cover
	Captions Text     // heads a list of tables and figures
	Points   *Chapter // the main points, before the contents; nil for none
	Sections []Section
}

// File is the metadata of a file, in the first language.
type File struct{ Title, Author, Subject, Keywords string }

// Cover is the title page.
type Cover struct {
	Area    Text // nil in a language whose title names it
	Title   Text // below the area
	Within  Text
	Year    string
	Part    Text   // of the year; nil for all of it
	Motif   *Chart // decoration made of the data, which the document has elsewhere; nil for none
	Imprint []Item // issuer, period, status, day of release
}

// Section holds the chapters of a section of the configuration.
type Section struct {
	Name     string // cover, contents, glance, themes …; the first two have no chapters of their own
	Title    Text   // of contents
	Chapters []Chapter
}

// Chapter is a title and the blocks below it.
type Chapter struct {
	ID     string // theme.economy, rankings: the same in every edition
	Level  int    // 1; 2 for a part of the chapter before it
	Title  Text
	Blocks []Block
	Apart  bool     // starts a page, and is an element of its own in its section
	Alone  bool     // can be handed out by itself: one page, if there are pages
	Yields []Relief // what to drop, in order, if an Alone chapter does not fit; ignored if there are no pages
}

// Relief is a step that shortens a chapter. What it removes is still elsewhere in the document.
type Relief struct {
	Blocks []int // indices of the chapter's blocks
	How    Way
	As     *Chapter // of Follow: what the blocks become
}

// Way is how blocks are shortened.
type Way string

const (
	Follow  Way = "follow"  // they become a chapter of their own, right after this one
	Shorten Way = "shorten" // cards and strips lose rows, as set by the renderer, from the end, down to one
	Drop    Way = "drop"
)

// Block is a *[Paragraph], *[Cards], *[Strip], *[Table], *[Chart] or *[List].
type Block interface{ block() }

func (*Paragraph) block() {}
func (*Cards) block()     {}
func (*Strip) block()     {}
func (*Table) block()     {}
func (*Chart) block()     {}
func (*List) block()      {}

// The blocks and their parts.
type (
	// Paragraph is running text.
	Paragraph struct {
		Sentence string // the ID of the dataset's sentence; "" for any other text
		Text     Text
		Number   int  // of a main point; 0 for none
		RunsOn   bool // may be set in one with the paragraph before it
	}

	// Cards are the headline figures.
	Cards struct{ Items []Card }

	// Card is a figure, its name, and its growth and position.
	Card struct {
		Figure, Name Text
		Context      []Text
	}

	// Strip is a few short items under a small title, less than a table.
	Strip struct {
		Title Text
		Items []Item
	}

	// Item is a name and a text about it.
	Item struct{ Name, Said Text }

	// List is small print.
	List struct{ Entries []Entry }

	// Entry is a line of small print; a numbered one is a note, to which marks link.
	Entry struct {
		Note    int // 0 for none
		Text    Text
		Address string // of the web, part of the text in every language; "" for none
	}

	// Chart compares values visually. A table holds all of them.
	Chart struct {
		Title     Text // its message, or what it shows
		Plain     Text // what it shows
		Continued Text // that, for the parts of a chart behind the first
		Subtitle  Text // what is shown, of which period, in which unit
		Note      Text // how to read it
		Source    Text
		Data      chart.Chart
	}

	// Table is a table with row names in the first column.
	Table struct {
		Title   Text // nil for none
		Note    Text // what holds for some rows, or for all
		Source  Text
		Columns []Column
		Rows    []Row
		Levels  []Level  // of the rows; nil if none stands below another
		Dense   bool     // for looking up, not for reading
		About   []string // the fact that each row is about; nil if rows are not about one fact each

		Courses []*chart.Row // of a table with a column of courses: those of its rows, nil for none
		Steps   int          // of the courses
	}

	// Level is how a row stands to the rows before it.
	Level struct {
		Depth int  // of its name: 0, or one more than that of the row that it stands below
		Head  bool // a name alone, of the rows of its depth that follow
	}

	Column struct {
		Head  Text
		Kind  ColumnKind
		Share float64 // of the width, before measuring; those of a table add up to 1
	}

	// Row has one cell per column.
	Row []Cell

	// Cell is a stack of parts; empty if there is nothing to say.
	Cell []Part

	// Part is a part of a cell.
	Part struct {
		Role Role
		Text Text
	}
)

// ColumnKind is the kind of content of a column.
type ColumnKind uint8

// The kinds of columns.
const (
	Labels  ColumnKind = iota // names, words, dates
	Prose                     // mostly words: in a side-by-side layout one column per language
	Figures                   // compared down the column; one that is the same in every language stands there once
	Names                     // of rows, in every language, on one line if the rest of the row has one
	Units                     // of the scaled figures of a row
	Scaled                    // figures in the unit of their row
	Courses                   // small lines of growth over the periods
	Amounts                   // scaled figures in words of the second language, where its scale differs: only beside the first
)

// Numbers reports whether a column is of figures in digits.
func (k ColumnKind) Numbers() bool { return k == Figures || k == Scaled }

// Role is the role of a part in its cell.
type Role uint8

// The roles.
const (
	Main    Role = iota
	Remark       // small print
	Line         // a main part, in all languages on one line if they fit
	Tag          // a word or two of small print
	Course       // what a small line shows, for those who cannot see it
	Ident        // an identifier, the same in every language
	Origins      // pairs of a place in a source and the text Quoted from it; either may be empty
)

// Text holds a text in each language of the document, in its order; an element is nil if there is none in that
// language. A Text without languages is empty.
type Text []Inline

// Inline is running text. Its spans follow each other without separators, except for Origins. A renderer that breaks
// lines sets adjacent spans of one tone as one piece; a Sign joins what follows it.
type Inline []Span

// Span is a run of words of one tone.
type Span struct {
	Words string
	Fact  string // the ID of the fact or variant whose figure it is; "" for none
	Tone  Tone
	Marks []Mark // after the words; the renderer shows them in one language or in each
}

// Mark is a sign that refers to an explanation of a figure.
type Mark struct {
	Note  int    // number of the note; 0 for a sign with one general explanation
	Words string // [3], [r]
}

// Tone is the emphasis of words. It never adds meaning that the words lack.
type Tone uint8

// The tones.
const (
	Plain  Tone = iota
	Quiet       // a label beside a figure
	Sign        // an arrow or a shape that repeats the words
	Quoted      // as its source prints it
	Good        // a good standing
	Bad         // a bad standing
	Open        // a standing not known yet
)

// String returns the words of all spans.
func (t Inline) String() string {
	if len(t) == 1 {
		return t[0].Words
	}
	var words string
	for i := range t {
		words += t[i].Words
	}
	return words
}
