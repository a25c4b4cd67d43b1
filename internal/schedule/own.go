package schedule

import (
	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// Own is what an area says of its editions in its own file. The zero Own says nothing.
type Own struct {
	Periods Rhythm      // "" if the area does not say
	Last    stat.Period // zero if the area does not say
}

// Check fails for a last period that the area's rhythm does not have.
func (o Own) Check() error {
	if o.Periods != "" && !o.Last.IsZero() && !o.Periods.Has(o.Last) {
		return message.Errorf("last %s: is none of the %s", o.Last, o.Periods)
	}
	return nil
}

// Of is the schedule of an area that says this of its editions. With another rhythm it has neither the first period nor the
// exceptions of the schedule, which are periods of the schedule's rhythm.
func (s Schedule) Of(o Own) Schedule {
	if o.Periods != "" && o.Periods != s.Periods {
		s.Periods, s.First, s.Except = o.Periods, stat.Period{}, Exceptions{}
	}
	s.Last = o.Last
	return s
}
