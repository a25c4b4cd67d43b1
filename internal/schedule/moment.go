package schedule

import (
	"time"

	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// Clock is a time of day.
type Clock struct{ Hour, Minute int }

// ParseClock reads a time of day as 09:00, from 00:00 to 23:59.
func ParseClock(s string) (Clock, error) {
	t, err := time.Parse("15:04", s)
	if err != nil || len(s) != len("15:04") {
		return Clock{}, message.Errorf("time %q: want one from 00:00 to 23:59, as 09:00", s)
	}
	return Clock{t.Hour(), t.Minute()}, nil
}

// moment is the first moment at which the clocks of a zone show a day and time, or later. A time that clocks being
// put forward leave out is therefore as much later as they leave out, and of one that comes twice, as they are put
// back, it is the first.
func moment(d stat.Date, c Clock, zone *time.Location) time.Time {
	shown := midnight(d).Add(time.Duration(c.Hour)*time.Hour + time.Duration(c.Minute)*time.Minute)
	var first time.Time
	// Offsets are less than a day: on either side of the day stand the two that can apply.
	for _, side := range []time.Duration{-24 * time.Hour, 24 * time.Hour} {
		_, offset := shown.Add(side).In(zone).Zone()
		t := shown.Add(-time.Duration(offset) * time.Second).In(zone)
		if clocks(t).Before(shown) {
			continue
		}
		if first.IsZero() || t.Before(first) {
			first = t
		}
	}
	return first
}

// clocks is what the clocks of a moment's zone show, as if it were UTC.
func clocks(t time.Time) time.Time {
	_, offset := t.Zone()
	return t.UTC().Add(time.Duration(offset) * time.Second)
}
