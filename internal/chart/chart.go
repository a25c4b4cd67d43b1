package chart

import "github.com/shopspring/decimal"

// Kind is how values are compared.
type Kind uint8

// The kinds, with what stands in a row's points.
const (
	Bars     Kind = iota + 1 // one point a row, from a common zero; Goal is a mark across the bar
	Ladder                   // one position a row, on rungs
	Lines                    // a strip a row, a point a step
	Bump                     // positions over the steps, a line a row, the first on top
	Timeline                 // a lane a row, points at days
)

// Words is what is said in each language of a document, in its order; "" where nothing is said in one.
type Words []string

// Chart is values to be compared by eye.
type Chart struct {
	Kind  Kind
	Steps []Words // along the axis, as periods; none where the axis is a scale
	Rows  []Row
	Down  bool // of Lines: the least value stands on top, as first places do
}

// Row is a bar, a strip, a line or a lane.
type Row struct {
	Name   Words
	Points []Point
	Said   Words // all of it in words, for a reader who does not see it
}

// Point is a value.
type Point struct {
	Step  int             // index of Steps; of a Timeline, the day, counted from any
	Value decimal.Decimal // of Ladder and Ranks, a position
	Fact  string          // ID of the fact that it is; "" for none
	When  Words           // of a Timeline: the day in words
	Words Words           // what stands beside it
	Short Words           // of a Timeline: in the place of Words where there is no room; nil for none
	Open  bool            // expected, not reached
	Goal  *decimal.Decimal
	Sign  string // a shape before the first language's Note, which says the same
	Note  Words  // what stands beside the goal
}
