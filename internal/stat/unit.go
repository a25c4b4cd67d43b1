package stat

import (
	"fmt"
	"maps"
	"math/big"
	"sync"
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
)

// Unit is a unit of measure (SDMX UNIT_MEASURE).
type Unit struct {
	Code string    // as in data files: CNY, PERCENT, MU, ENTERPRISE
	Dim  Dimension // what it measures
	Base *big.Rat  // size in the dimension's base unit; nil where nothing converts

	// The words of a count unit that an area declares itself; empty for the units known to the program,
	// whose words the locale package has.
	Counter   Text   // the Chinese measure word, as 家
	One, Many string // the English noun for one and for any other number
	Place     Place  // where an area's own unit is declared
}

// Units returns the units known to the program by code. The caller owns the map.
//
// 1 mu is 1/15 hectare (State Council order of 1984 on the unified legal units of measurement).
func Units() map[string]Unit { return maps.Clone(knownUnits()) }

// knownUnits are made once; what they point to is only read.
var knownUnits = sync.OnceValue(func() map[string]Unit {
	units := map[string]Unit{}
	add := func(dim Dimension, code string, num, den int64) {
		u := Unit{Code: code, Dim: dim}
		if num > 0 {
			u.Base = big.NewRat(num, den)
		}
		units[code] = u
	}
	for _, currency := range []string{"CNY", "USD", "EUR", "HKD", "JPY"} {
		add(Money, currency, 0, 1)
	}
	add(Percent, "PERCENT", 1, 1)
	add(Points, "PP", 1, 1)
	add(AreaDim, "M2", 1, 1)
	add(AreaDim, "MU", 10000, 15)
	add(AreaDim, "HA", 10000, 1)
	add(AreaDim, "KM2", 1000000, 1)
	add(Length, "M", 1, 1)
	add(Length, "KM", 1000, 1)
	add(Mass, "KG", 1, 1)
	add(Mass, "T", 1000, 1)
	add(Energy, "KWH", 1, 1)
	add(Energy, "MWH", 1000, 1)
	add(Energy, "TCE", 0, 1)
	add(Power, "KW", 1, 1)
	add(Power, "MW", 1000, 1)
	add(Voltage, "KV", 1, 1)
	add(Volume, "M3", 1, 1)
	add(Duration, "DAY", 0, 1)
	add(Duration, "MONTH", 1, 1)
	add(Duration, "YEAR", 12, 1)
	add(RankDim, "RANK", 0, 1)
	add(Score, "SCORE", 1, 1)
	for _, code := range []string{
		"PERSON", "HOUSEHOLD", "ENTERPRISE", "PROJECT", "ITEM", "ACTIVITY", "AGREEMENT", "CASE", "ACCIDENT",
		"SET", "TREE", "EVENT", "PERFORMANCE", "SITE", "HEAD", "VEHICLE", "INDICATOR", "TASK",
	} {
		add(Count, code, 1, 1)
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
		return nil, fmt.Errorf("unit %s does not convert to %s", from.Code, to.Code)
	}
	r := new(big.Rat).Mul(amount, from.Base)
	return r.Quo(r, to.Base), nil
}
