package schedule

import (
	"slices"
	"strings"
	"time"

	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// Calendar says which days are worked on. The zero Calendar works on every day.
type Calendar struct {
	weekend []time.Weekday
	off, on map[stat.Date]bool
	last    stat.Date // of the holidays; zero if there are none
}

// NewCalendar makes a calendar of the days of the week that are free, the holidays, and the days worked on although
// they would be free, as China's make-up days (调休) are. Holidays and make-up days are written as 2025-10-01, or
// as 2025-10-01/2025-10-08 for a first and a last day (ISO 8601). The error names the entry that is wrong: one that
// cannot be read, a day that is in both lists, or a week without a working day.
func NewCalendar(weekend, holidays, workdays []string) (Calendar, error) {
	c := Calendar{}
	for _, name := range weekend {
		day, err := weekday(name)
		if err != nil {
			return Calendar{}, err
		}
		if !slices.Contains(c.weekend, day) {
			c.weekend = append(c.weekend, day)
		}
	}
	if len(c.weekend) == 7 {
		return Calendar{}, message.Errorf("weekend %s: leaves no day to work on", strings.Join(weekend, " "))
	}
	var err error
	if c.off, err = days(holidays); err != nil {
		return Calendar{}, message.Errorf("holidays: %w", err)
	}
	for d := range c.off {
		if midnight(d).After(midnight(c.last)) {
			c.last = d
		}
	}
	if c.on, err = days(workdays); err != nil {
		return Calendar{}, message.Errorf("workdays: %w", err)
	}
	for d := range c.on {
		if c.off[d] {
			return Calendar{}, message.Errorf("workdays: %s is a holiday too", d)
		}
	}
	return c, nil
}

// weekday reads the English name of a day of the week in lower case.
func weekday(name string) (time.Weekday, error) {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if name == strings.ToLower(d.String()) {
			return d, nil
		}
	}
	return 0, message.Errorf("weekend %q: want a day of the week, as saturday", name)
}

// longest is the most days that one entry of a list can span: a longer one is a slip of the keyboard.
const longest = 366

// days reads a list of days and spans of days.
func days(entries []string) (map[stat.Date]bool, error) {
	set := map[stat.Date]bool{}
	for _, entry := range entries {
		first, last, spans := strings.Cut(entry, "/")
		if !spans {
			last = first
		}
		from, err := day(first)
		if err != nil {
			return nil, message.Errorf("%q: %w", entry, err)
		}
		to, err := day(last)
		if err != nil {
			return nil, message.Errorf("%q: %w", entry, err)
		}
		if to.Before(from) || to.Sub(from) > longest*24*time.Hour {
			return nil, message.Errorf("%q: want the first day, then the last, %d days apart at most", entry, longest)
		}
		for d := from; !d.After(to); d = d.AddDate(0, 0, 1) {
			set[date(d)] = true
		}
	}
	return set, nil
}

// day reads a day. It is the midnight in UTC that stands for it here, so that every day has 24 hours.
func day(s string) (time.Time, error) {
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return time.Time{}, message.Errorf("day %q: want one that exists, as 2025-10-01", s)
	}
	return d, nil
}

func date(d time.Time) stat.Date {
	return stat.Date{Year: d.Year(), Month: int(d.Month()), Day: d.Day()}
}

func midnight(d stat.Date) time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// Working reports whether a day is worked on.
func (c Calendar) Working(d stat.Date) bool {
	if c.on[d] {
		return true
	}
	return !c.off[d] && !slices.Contains(c.weekend, midnight(d).Weekday())
}

// Moved is the day itself if it is worked on, else the next one that is.
func (c Calendar) Moved(d stat.Date) stat.Date {
	for t := midnight(d); ; t = t.AddDate(0, 0, 1) {
		if c.Working(date(t)) {
			return date(t)
		}
	}
}

// After is the n-th working day after a day, which does not count itself. For n below 1 it is the day itself.
func (c Calendar) After(d stat.Date, n int) stat.Date {
	t := midnight(d)
	for n > 0 {
		t = t.AddDate(0, 0, 1)
		if c.Working(date(t)) {
			n--
		}
	}
	return date(t)
}
