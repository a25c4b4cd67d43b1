package chart

import "github.com/shopspring/decimal"

// Kind is the kind of a chart.
type Kind uint8

// The kinds, with the meaning of a row's points.
const (
	Bars     Kind = iota + 1 // one point per row, from a common zero; Goal is a mark across the bar
	Ladder                   // one position per row, on rungs
	Lines                    // one strip per row, one point per step
	Bump                     // positions over the steps, one line per row, first position on top
	Timeline                 // one lane per row, points at days
)

// Words holds a text in each language of a document, in its order; "" if there is none in that language.
type Words []string

// Chart compares values visually.
type Chart struct {
	Kind  Kind
	Steps []Words // along the axis, such as periods; nil if the axis is a scale
	Rows  []Row
	Down  bool // of Lines: the least value is on top, as for positions
}

// Row is a bar, a strip, a line or a lane.
type Row struct {
	Name   Words
	Points []Point
	Said   Words // the whole row in words, for readers who cannot see it
}

// Point is a value.
type Point struct {
	Step  int             // index of Steps; of a Timeline, the day, counted from any
	Value decimal.Decimal // of Ladder and Ranks, a position
	Fact  string          // ID of its fact; "" for none
	When  Words           // of a Timeline: the day in words
	Words Words           // its label
	Short Words           // of a Timeline: replaces Words if there is no room; nil for none
	Open  bool            // expected, not reached
	Goal  *decimal.Decimal
	Sign  string // a shape before the first language's Note, with the same meaning
	Note  Words  // label of the goal
}
