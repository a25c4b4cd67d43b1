package stat

import (
	"time"

	"nianbao/internal/message"
)

// Date is a day of the calendar, without clock or zone. Day 0 means that only the month is known, Month 0
// that only the year is. The zero Date means "none".
type Date struct {
	Year, Month, Day int
}

// ParseDate reads "2023-02-04", "2023-02" or "2023"; a day that does not exist is an error.
func ParseDate(s string) (Date, error) {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		t, err := time.Parse(layout, s)
		if err != nil {
			continue
		}
		d := Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
		switch layout {
		case "2006-01":
			d.Day = 0
		case "2006":
			d.Month, d.Day = 0, 0
		}
		return d, nil
	}
	return Date{}, message.Errorf("date %q: want a day that exists, as 2023-02-04, or a month, as 2023-02", s)
}

// String writes the date as ParseDate reads it.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	var room [len(time.DateOnly) + 8]byte
	b := appendDigits(room[:0], d.Year, 4)
	if d.Month != 0 {
		b = appendDigits(append(b, '-'), d.Month, 2)
	}
	if d.Month != 0 && d.Day != 0 {
		b = appendDigits(append(b, '-'), d.Day, 2)
	}
	return string(b)
}

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d == Date{} }

// First is the first day the date can mean.
func (d Date) First() Date {
	return Date{Year: d.Year, Month: max(d.Month, 1), Day: max(d.Day, 1)}
}

// Last is the last day the date can mean.
func (d Date) Last() Date {
	if d.Month == 0 {
		d.Month, d.Day = 12, 31
	}
	if d.Day == 0 {
		d.Day = daysIn(d.Year, d.Month)
	}
	return d
}

// Compare orders dates by the days they can mean: -1 if every day of d lies before every day of e, +1 if
// after, 0 if they can be the same day.
func (d Date) Compare(e Date) int {
	switch {
	case d.Last().number() < e.First().number():
		return -1
	case d.First().number() > e.Last().number():
		return 1
	default:
		return 0
	}
}

// Within reports whether some day the date can mean lies in the period.
func (d Date) Within(p Period) bool {
	return d.Compare(p.Start()) >= 0 && d.Compare(p.End()) <= 0
}

func (d Date) number() int { return d.Year*10000 + d.Month*100 + d.Day }

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	default:
		return 31
	}
}

// MarshalText implements encoding.TextMarshaler.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (d *Date) UnmarshalText(b []byte) (err error) {
	*d, err = ParseDate(string(b))
	return err
}
