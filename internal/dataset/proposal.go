package dataset

import (
	"strconv"

	"nianbao/internal/stat"
)

// Proposal is a change of one figure that came in by a form, a table or a text, and is in no file of the area yet.
type Proposal struct {
	Fact    string      // ID of the fact, as gdp.level@2023
	Variant int         // 0 for the preferred figure, n for its n-th variant
	Edition stat.Period // the period whose edition it is about
	File    string      // the one file that it can be in; "" for that of the edition, or the latest before it that has the fact
	Origin  Origin
	Changes Change
	Figure  stat.Figure // of what Changes names; the quantity is in the fact's unit and power of ten
	Note    stat.Text
}

// Origin is where a proposal was read.
type Origin struct {
	File  string // its name, with folders only where two files have the same
	Sheet string // "" of a text file
	Cell  string // as D12; of a text file a line number
}

// String gives "指标!D12", or the line of a text file.
func (o Origin) String() string {
	if o.Sheet == "" {
		return o.Cell
	}
	return o.Sheet + "!" + o.Cell
}

// Change says which parts of a figure a proposal changes.
type Change uint8

// The parts.
const (
	ValueChange Change = 1 << iota
	StatusChange
	QualifierChange
	SourceChange
	NoteChange
)

// Has reports whether all parts of d are in c.
func (c Change) Has(d Change) bool { return c&d == d }

// Target is the figure that a proposal changes: the ID of the fact, with the number of a variant.
func (p Proposal) Target() string {
	if p.Variant == 0 {
		return p.Fact
	}
	return p.Fact + "~" + strconv.Itoa(p.Variant)
}
