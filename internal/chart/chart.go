package chart

import "github.com/shopspring/decimal"

// Kind is the kind of a chart.
type Kind uint8

// The kinds, with the meaning of a row's points.
const (
	Dots     Kind = iota + 1 // one value per row, on one scale; with a Goal, the two ends of a line
	Bars                     // one amount per row, from a common zero
	Bullets                  // one share per row, on a track that ends at 100 %; Goal is a mark across it
	Stack                    // the rows are the parts of a whole: pieces of one bar
	Lines                    // one line per row over the steps, beside its values
	Panels                   // one small chart per row over the steps
	Ladder                   // one position per row, on rungs
	Bump                     // positions over the steps, one line per row, first position on top
	Timeline                 // one lane per row, points at days; the steps are days too
)

// Words holds a text in each language of a document, in its order; "" if there is none in that language.
type Words []string

// Chart compares values visually.
type Chart struct {
	Kind  Kind
	Steps []Step  // along the axis, such as periods; nil if the axis is a scale
	Heads []Words // of Dots: of the columns of values and of goals; nil for none
	Goals bool    // of Dots: the only column is that of goals
	Rows  []Row
	Down  bool // of Lines and Panels: the least value is on top, as for positions
}

// Step is a place along an axis.
type Step struct {
	Name Words
	Day  int // of a Timeline, counted from any day
}

// Row is a bar, a line, a part or a lane.
type Row struct {
	Name   Words
	Points []Point
	Status Words // of a Timeline: beside the name; nil for none
	Style  int   // of Bump: the look of the line, the same in every chart
	Said   Words // the whole row in words, for readers who cannot see it
}

// Point is a value.
type Point struct {
	Step    int             // index of Steps; of a Timeline, the day
	Value   decimal.Decimal // of Ladder and Bump, a position
	Unknown bool            // there is no value, only a goal
	Fact    string          // ID of its fact; "" for none
	When    Words           // of a Timeline: the day in words
	Words   Words           // its label
	Short   Words           // of a Timeline: replaces Words if there is no room; nil for none
	Open    bool            // expected, not reached; of a Timeline, somewhere in its month
	Sense   Sense
	Goal    *decimal.Decimal
	Sign    string // a shape before the first language's Note, with the same meaning
	Note    Words  // label of the goal
	Target  string // the ID of the fact that the goal is; "" for none
}

// Sense is whether a change is for the better, where less is better. It is drawn as an arrow.
type Sense int8

// The senses.
const (
	Usual  Sense = iota // more is better, or neither is
	Better              // it has fallen
	Worse               // it has risen
)
