package stat

import (
	"maps"
	"math/big"
	"strings"
	"sync"

	"nianbao/internal/message"
)

// Dimension is what a unit measures; only units of one dimension convert into each other.
type Dimension string

// The dimensions. Each currency is a dimension of its own: this program knows no exchange rates.
const (
	Money    Dimension = "money"
	Percent  Dimension = "percent"
	Points   Dimension = "percentage points"
	AreaDim  Dimension = "area"
	Length   Dimension = "length"
	Mass     Dimension = "mass"
	Energy   Dimension = "energy"
	Power    Dimension = "power"
	Voltage  Dimension = "voltage"
	Duration Dimension = "duration"
	Volume   Dimension = "volume"
	Count    Dimension = "count"
	RankDim  Dimension = "rank"
	Score    Dimension = "score"

	IndexDim      Dimension = "index"
	Concentration Dimension = "concentration"
	Temperature   Dimension = "temperature"
	FreightDim    Dimension = "freight"
	PassengerDim  Dimension = "passenger traffic"
	Price         Dimension = "price"    // money for each of something
	Rate          Dimension = "rate"     // a rate of an area's own
	OwnMeasure    Dimension = "measure"  // a measure of an area's own
	Quotient      Dimension = "quotient" // any other amount for each of something
)

// The units that the program itself has to know.
const (
	YuanUnit           = "CNY"
	PercentUnit        = "PERCENT"
	PointsUnit         = "PP" // percentage points
	PermilleUnit       = "PERMILLE"
	PermillePointsUnit = "PERMILLE_POINT"
	IndexUnit          = "INDEX" // without its base; see [IndexOn]
	IndexPointsUnit    = "INDEX_POINT"
	RankUnit           = "RANK"
	ScoreUnit          = "SCORE"
	SquareMetreUnit    = "M2"
	MuUnit             = "MU" // worded with its hectares
	MetreUnit          = "M"
	KilometreUnit      = "KM"
	KilovoltUnit       = "KV"
	DayUnit            = "DAY"
	YearUnit           = "YEAR"
	ProjectUnit        = "PROJECT"
	PersonUnit         = "PERSON"
)

// Beside says how a unit's words stand beside a number in English. In Chinese they always follow it.
type Beside uint8

// How words stand.
const (
	After   Beside = iota // 2 projects, 10 kV
	Before                // CNY 231 million
	Glued                 // 6.5%
	Ordinal               // 1st
)

// Unit is a unit of measure (SDMX UNIT_MEASURE).
type Unit struct {
	Code      string    // as in data files: CNY, PERCENT, MU, ENTERPRISE
	Dim       Dimension // what it measures
	Base      *big.Rat  // size in the dimension's base unit; nil where nothing converts
	Counter   Text      // the Chinese word behind a number, as 亩, 家
	One, Many string    // the English word for one and for any other number
	Beside    Beside
	Printed   []string // what sources print behind a number beside these words
	Signs     []string // of a currency: what sources print before a number
	Index     bool     // an index with its base, which an indicator states
	Place     Place    // where an area declares a unit of its own
}

// Own reports whether a unit is one that an area declares.
func (u Unit) Own() bool {
	_, known := knownUnits()[u.Code]
	return !known
}

// SameCount reports whether what is counted in one unit may be counted in the other: 个 and 家 go with all, while 人, 户, 头
// and 辆 tell different things. Visits are printed in 人次 and in 人.
func SameCount(a, b Unit) bool {
	x, y := telling[a.Counter.Hans], telling[b.Counter.Hans]
	return x == y || x == "" || y == ""
}

// telling are the measure words that tell what is counted, and which of them tell the same.
var telling = map[string]string{"人": "人", "人次": "人", "户": "户", "头": "头", "辆": "辆"}

// Telling reports whether the measure word of a unit tells what is counted, as 人 and 户 do.
func (u Unit) Telling() bool { return telling[u.Counter.Hans] != "" }

// TellingCount is the unit of the measure word that a text begins with, if the word tells what is counted; "" otherwise.
func TellingCount(text string) string {
	var unit, word string
	for _, row := range unitTable {
		counter := row.Counter.Hans
		if telling[counter] != "" && strings.HasPrefix(text, counter) && len(counter) > len(word) {
			unit, word = row.Code, counter
		}
	}
	return unit
}

// PointsOf is the unit of the difference between two figures in a unit: percentages differ by percentage points. It is ""
// where the difference is in the unit itself.
func PointsOf(unit string) string {
	switch {
	case unit == PercentUnit:
		return PointsUnit
	case unit == PermilleUnit:
		return PermillePointsUnit
	case unit == IndexUnit, strings.HasPrefix(unit, IndexUnit+"_") && unit != IndexPointsUnit:
		return IndexPointsUnit
	default:
		return ""
	}
}

// IndexOn is the unit of an index that stands on a base, as 上年=100, previous year = 100: INDEX_PREVIOUS_YEAR. It is one that
// an area declares, by the base of an indicator.
func IndexOn(base Text, at Place) Unit {
	var code strings.Builder
	for _, word := range strings.FieldsFunc(strings.ToUpper(base.En), func(r rune) bool { return (r < 'A' || r > 'Z') && (r < '0' || r > '9') }) {
		code.WriteString("_" + word)
	}
	u := Unit{Code: IndexUnit + strings.TrimSuffix(code.String(), "_100"), Dim: IndexDim, Place: at, Index: true}
	u.One = "(" + base.En + ")"
	u.Many = u.One
	u.Counter = Text{Hans: "（" + base.Hans + "）", En: u.One}
	if base.Hant != "" {
		u.Counter.Hant = "（" + base.Hant + "）"
	}
	return u
}

// BeginsAnew reports whether an index stands on what came a while before, as the previous year, and not on one year: its
// levels are then no series, and none follows from another.
func (u Unit) BeginsAnew() bool {
	after, _ := strings.CutPrefix(u.Code, IndexUnit+"_")
	return u.Index && (after[0] < '0' || after[0] > '9')
}

// OnPreviousYear reports whether an index stands on the year before, or on the same part of it: its level says how much
// there is for 100 then.
func (u Unit) OnPreviousYear() bool {
	if !u.Index {
		return false
	}
	base := strings.NewReplacer("（", "", "）", "", " ", "", "＝", "=").Replace(u.Counter.Hans)
	return base == "上年=100" || base == "上年同期=100"
}

// UnitKind says what figures of a unit can be.
type UnitKind string

// The kinds.
const (
	CountKind   UnitKind = "count"   // whole and not negative
	MeasureKind UnitKind = "measure" // may have decimals
	RateKind    UnitKind = "rate"    // may have decimals and either sign
	IndexKind   UnitKind = "index"   // may have decimals, and is above zero
	PriceKind   UnitKind = "price"   // may have decimals
)

// UnitKinds lists the kinds.
func UnitKinds() []UnitKind {
	return []UnitKind{CountKind, MeasureKind, RateKind, IndexKind, PriceKind}
}

// Kind says what figures of the unit can be. What measures nothing known has none.
func (u Unit) Kind() UnitKind {
	switch u.Dim {
	case Count:
		return CountKind
	case Percent, Points, Rate:
		return RateKind
	case IndexDim:
		return IndexKind
	case Price:
		return PriceKind
	case "":
		return ""
	default:
		return MeasureKind
	}
}

// KindBesideCount is the kind as files have it, which leave out that a unit counts.
func (u Unit) KindBesideCount() string {
	return strings.TrimPrefix(string(u.Kind()), string(CountKind))
}

// Dimension is what an area's own units of a kind measure.
func (k UnitKind) Dimension() Dimension {
	switch k {
	case MeasureKind:
		return OwnMeasure
	case RateKind:
		return Rate
	case IndexKind:
		return IndexDim
	case PriceKind:
		return Price
	default:
		return Count
	}
}

// AddsUp reports whether figures of the unit add up over the year, as those of a rate or a price do not.
func (u Unit) AddsUp() bool {
	switch u.Dim {
	case Concentration, Temperature, Quotient, Score:
		return false
	}
	return u.Kind() == CountKind || u.Kind() == MeasureKind
}

// Averages reports whether figures of the unit that are of a time are means over it.
func (u Unit) Averages() bool {
	switch u.Dim {
	case Price, IndexDim, Concentration, Temperature:
		return true
	}
	return false
}

// Declared reports whether an area declares a unit, or another word for it.
func (u Unit) Declared() bool {
	known, ok := knownUnits()[u.Code]
	return !ok || known.Counter.Hans != u.Counter.Hans
}

// Units returns the units known to the program by code. The caller owns the map.
func Units() map[string]Unit { return maps.Clone(knownUnits()) }

// UnitCodes lists the codes of the units known to the program, in the order of the table.
func UnitCodes() []string {
	var codes []string
	for _, row := range unitTable {
		codes = append(codes, row.Code)
	}
	return codes
}

// knownUnits are made once; what they point to is only read.
var knownUnits = sync.OnceValue(func() map[string]Unit {
	units := map[string]Unit{}
	for _, row := range unitTable {
		u := row.Unit
		if row.size != "" {
			u.Base, _ = new(big.Rat).SetString(row.size) // which a test holds
		}
		units[u.Code] = u
	}
	return units
})

// Convert expresses an amount of unit from in unit to, as an exact fraction. Units of different dimension,
// different currencies and units without a size do not convert.
func Convert(amount *big.Rat, from, to Unit) (*big.Rat, error) {
	if from.Code == to.Code {
		return amount, nil
	}
	if from.Dim != to.Dim || from.Base == nil || to.Base == nil || from.Dim == Count {
		return nil, message.Errorf("unit %s does not convert to %s", from.Code, to.Code)
	}
	r := new(big.Rat).Mul(amount, from.Base)
	return r.Quo(r, to.Base), nil
}
