package stat

import "strings"

// Turn is what became of a balance since a year earlier, where a rate of growth would say nothing: there was a loss then, or
// there is one now.
type Turn string

// The turns. The empty one means that there is none, or that it is not known.
const (
	ToProfit     Turn = "to_profit" // 扭亏为盈
	ToLoss       Turn = "to_loss"   // 由盈转亏
	WiderLoss    Turn = "wider"     // 亏损扩大
	NarrowerLoss Turn = "narrower"  // 亏损收窄
	SameLoss     Turn = "same"
)

// TurnReference is the name that a turn has in references, beside that of the growth it stands for.
const TurnReference = "turn"

// TurnID takes the ID apart that a reference to a growth or a turn has; false for any other.
func TurnID(id string) (subject string, at Period, ok bool) {
	name, period, _ := strings.Cut(id, "@")
	subject, figure, _ := strings.Cut(name, ".")
	at, err := ParsePeriod(period)
	return subject, at, err == nil && (figure == string(Growth) || figure == TurnReference)
}

// TurnOf returns the turn between two amounts of the unit of an indicator, a year apart. Only money is earned or lost, and
// from nothing there is no turn.
func TurnOf(now, before Quantity, unit Unit) Turn {
	if unit.Dim != Money || now.Unit != before.Unit {
		return ""
	}
	was, is := before.Value.Sign(), now.Value.Sign()
	change := now.Base().Cmp(before.Base())
	switch {
	case was > 0 && is < 0:
		return ToLoss
	case was >= 0 || is == 0:
		return ""
	case is > 0:
		return ToProfit
	case change > 0:
		return NarrowerLoss
	case change < 0:
		return WiderLoss
	default:
		return SameLoss
	}
}

// Known returns a fact as the edition of a period knows it: from the period's own file, or else from the latest earlier one;
// nil if none of them has it. The files are in the order of their periods.
func Known(files []*PeriodData, edition Period, id string) *Fact {
	var latest *Fact
	for _, file := range files {
		if file.Period.Compare(edition) > 0 {
			continue
		}
		for i := range file.Facts {
			if f := &file.Facts[i]; f.ID == id {
				latest = f
			}
		}
	}
	return latest
}

// KnownTurn returns the turn of an indicator in a period, by the levels that the edition of another period knows.
func KnownTurn(files []*PeriodData, edition Period, subject string, at Period, unit Unit) Turn {
	now := Known(files, edition, Key(subject, string(Level), at))
	before := Known(files, edition, Key(subject, string(Level), at.YearEarlier()))
	if now == nil || before == nil || !now.Status.HasValue() || !before.Status.HasValue() {
		return ""
	}
	return TurnOf(now.Quantity, before.Quantity, unit)
}
