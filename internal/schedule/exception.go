package schedule

import (
	"maps"
	"slices"
	"strconv"

	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// Exceptions are periods that have no edition of their own, as January, which offices publish together with February.
// The zero Exceptions are none.
type Exceptions struct {
	months  map[int]bool // of every year, by their last month
	periods map[stat.Period]bool
}

// ParseExceptions reads a list of periods, as 2025-01, and of months of every year, as 01: the period that ends with it.
func ParseExceptions(entries []string) (Exceptions, error) {
	e := Exceptions{months: map[int]bool{}, periods: map[stat.Period]bool{}}
	for _, entry := range entries {
		if len(entry) <= len("01") {
			month, err := strconv.Atoi(entry)
			if err != nil || month < 1 || month > 12 {
				return Exceptions{}, message.Errorf("except %q: want a month from 01 to 12, or a period as 2025-01", entry)
			}
			e.months[month] = true
			continue
		}
		p, err := stat.ParsePeriod(entry)
		if err != nil {
			return Exceptions{}, message.Errorf("except: %w", err)
		}
		e.periods[p] = true
	}
	return e, nil
}

func (e Exceptions) have(p stat.Period) bool { return e.months[p.LastMonth()] || e.periods[p] }

// fit fails for exceptions that a rhythm does not have, and for those that leave nothing of it.
func (e Exceptions) fit(r Rhythm) error {
	left := false
	for month := 1; month <= 12; month++ {
		has := month%r.months() == 0
		if e.months[month] && !has {
			return message.Errorf("except %02d: none of the %s ends with that month", month, r)
		}
		left = left || has && !e.months[month]
	}
	if !left {
		return message.Errorf("except: leaves none of the %s", r)
	}
	for _, p := range slices.SortedFunc(maps.Keys(e.periods), stat.Period.Compare) {
		if !r.Has(p) {
			return message.Errorf("except %s: is none of the %s", p, r)
		}
	}
	return nil
}
