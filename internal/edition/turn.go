package edition

import "nianbao/internal/stat"

// TurnOf returns the turn of an indicator in a period, from the levels that the edition knows; "" if there is none.
func (e *Edition) TurnOf(indicator string, at stat.Period) stat.Turn {
	unit := e.Units[e.indicators[indicator].Unit]
	if unit.Dim != stat.Money {
		return ""
	}
	now, before := e.level(indicator, at), e.level(indicator, at.YearEarlier())
	if !hasValue(now) || !hasValue(before) {
		return ""
	}
	return stat.TurnOf(now.Quantity, before.Quantity, unit)
}

func (e *Edition) level(indicator string, at stat.Period) *stat.Fact {
	return e.known(stat.Key(indicator, string(stat.Level), at))
}

// Turn returns the turn that stands for a growth in per cent; "" for growth that says what it means, and for any other fact.
func (e *Edition) Turn(f *stat.Fact) stat.Turn {
	if f == nil || !f.OnYearBefore() || f.Quantity.Unit != stat.PercentUnit {
		return ""
	}
	return e.TurnOf(f.Subject, f.Period)
}

// Baseless reports whether a growth in per cent says nothing, because it is from zero or less or leads to a loss. Charts leave
// it out.
func (e *Edition) Baseless(f *stat.Fact) bool {
	if f == nil || !f.OnYearBefore() || f.Quantity.Unit != stat.PercentUnit {
		return false
	}
	before := e.level(f.Subject, f.Period.YearEarlier())
	return hasValue(before) && !before.Quantity.Value.IsPositive() || e.Turn(f) != ""
}
