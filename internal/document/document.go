package document

import (
	"nianbao/internal/chart"
	"nianbao/internal/stat"
)

// Document is all that a reader gets.
type Document struct {
	Langs    []stat.Lang // of every [Text], in order; a renderer shows all of them, or one at a time
	File     File
	Title    Text // area and period in a sentence
	Short    Text // the same, for where there is little room
	Standing Text // what holds for all of it: that the data are invented, that it is a draft
	Draft    bool
	Cover    Cover
	Sections []Section
}

// File is what a file says of itself, in the first language.
type File struct{ Title, Author, Subject, Keywords string }

// Cover is the title page.
type Cover struct {
	Area, Period, Within Text
	Imprint              []Item // issuer, period, status, day of release
}

// Section is the chapters that a section of the configuration stands for.
type Section struct {
	Name     string // cover, contents, glance, themes …; the first two have no chapters of their own
	Title    Text   // of contents
	Chapters []Chapter
}

// Chapter is a title with what stands below it.
type Chapter struct {
	ID     string // theme.economy, rankings: the same in every edition
	Level  int    // 1; 2 for a part of the chapter before it
	Title  Text
	Blocks []Block
	Apart  bool     // begins a page, and is an element of its own in its section
	Alone  bool     // made to be handed out by itself: one page, where there are pages
	Yields []Relief // what gives way, in order, where one that stands alone does not fit; ignored where there are no pages
}

// Relief is a step that makes a chapter shorter. What it takes stands elsewhere in the document all the same.
type Relief struct {
	Blocks []int // indices of the chapter's blocks
	How    Way
	As     *Chapter // of Follow: what the blocks become
}

// Way is how blocks give way.
type Way string

// The ways.
const (
	Follow  Way = "follow"  // they become a chapter of their own, right after this one
	Shorten Way = "shorten" // cards and strips lose rows from the end, as the renderer sets them, down to one
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

// The blocks, and what they are made of.
type (
	// Paragraph is running text.
	Paragraph struct {
		Sentence string // the ID of the dataset's sentence that it is; "" for any other text
		Text     Text
	}

	// Cards are the headline figures.
	Cards struct{ Items []Card }

	// Card is a figure, the name of what it is, and its growth and position.
	Card struct {
		Figure, Name Text
		Context      []Text
	}

	// Strip is a few short items under a small title, less than a table.
	Strip struct {
		Title Text
		Items []Item
	}

	// Item is a name and what is said of it.
	Item struct{ Name, Said Text }

	// List is small print.
	List struct{ Entries []Entry }

	// Entry is a line of small print; a numbered one is a note, which marks lead to.
	Entry struct {
		Note int // 0 for none
		Text Text
	}

	// Chart is values to be compared by eye. A table holds all of them.
	Chart struct {
		Title Text
		Notes []Text // how to read it
		Data  chart.Chart
	}

	// Table has the names of its rows in the first column.
	Table struct {
		Columns []Column
		Rows    []Row
		Dense   bool // to be looked up, not read
	}

	// Column is a column of a table.
	Column struct {
		Head  Text
		Kind  ColumnKind
		Share float64 // of the width, before anyone has measured; those of a table add up to 1
	}

	// Row has a cell a column.
	Row []Cell

	// Cell is a stack of parts; empty where there is nothing to say.
	Cell []Part

	// Part is a part of a cell.
	Part struct {
		Role Role
		Text Text
	}
)

// ColumnKind is what stands in a column.
type ColumnKind uint8

// The kinds of columns.
const (
	Labels  ColumnKind = iota // names, words, dates
	Prose                     // mostly words: languages side by side have a column each
	Figures                   // compared down the column
)

// Role is what a part of a cell is to the others.
type Role uint8

// The roles.
const (
	Main    Role = iota
	Remark       // small print
	Tag          // a word or two of small print
	Ident        // an identifier, the same in every language
	Origins      // pairs of a place in a source and of what is Quoted there, either of which may be empty
)

// Text is what is said in each language of the document, in its order; nil where nothing is said in one. A Text without
// languages says nothing.
type Text []Inline

// Inline is running text. Its spans are said one after the other: nothing stands between them, but for Origins. A renderer that breaks lines
// sets neighbours of one tone as one piece; a Sign joins what follows it.
type Inline []Span

// Span is words of one tone.
type Span struct {
	Words string
	Fact  string // the ID of the fact or variant whose figure they are; "" for none
	Tone  Tone
	Marks []Mark // after the words: in one language or in each, as the renderer has it
}

// Mark is a sign that something is to be known of a figure.
type Mark struct {
	Note  int    // number of the note; 0 for a sign that is explained once for all
	Words string // [3], [r]
}

// Tone is what words are beside what they say; they say it all the same.
type Tone uint8

// The tones.
const (
	Plain  Tone = iota
	Quiet       // a label beside a figure
	Sign        // an arrow or a shape that repeats what words say
	Quoted      // as its source prints it
	Good        // a standing that is as it should be
	Bad         // one that is not
	Open        // one that is not known yet
)

// String is the words of all spans.
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
