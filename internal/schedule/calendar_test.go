package schedule

import (
	"strings"
	"testing"
	"time"

	"nianbao/internal/stat"

	"pgregory.net/rapid"
)

// china2025 is the calendar of the State Council's notice on the holidays of 2025 (国办发明电〔2024〕12号).
func china2025(t fataler) Calendar {
	t.Helper()
	c, err := NewCalendar([]string{"saturday", "sunday"},
		[]string{"2025-01-01", "2025-01-28/2025-02-04", "2025-04-04/2025-04-06", "2025-05-01/2025-05-05", "2025-05-31/2025-06-02", "2025-10-01/2025-10-08"},
		[]string{"2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func on(t fataler, s string) stat.Date {
	t.Helper()
	d, err := stat.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestWorking(t *testing.T) {
	c := china2025(t)
	for day, want := range map[string]bool{
		"2025-01-24": true,  // a Friday
		"2025-01-25": false, // a Saturday
		"2025-01-26": true,  // a Sunday made up for
		"2025-01-28": false, // first of the holiday
		"2025-02-04": false, // last of the holiday
		"2025-02-05": true,
		"2025-02-08": true, // a Saturday made up for
		"2025-02-09": false,
		"2025-10-08": false,
		"2024-10-01": true, // declared for 2025 alone
	} {
		if got := c.Working(on(t, day)); got != want {
			t.Errorf("%s: working %v, want %v", day, got, want)
		}
	}
	if !(Calendar{}).Working(on(t, "2025-02-09")) {
		t.Error("the zero calendar has a free day")
	}
}

func TestMovedAndAfter(t *testing.T) {
	c := china2025(t)
	for _, tt := range []struct{ day, moved, third string }{
		{"2025-01-25", "2025-01-26", "2025-02-05"}, // the Sunday made up for, the Monday, then after the holiday
		{"2025-02-01", "2025-02-05", "2025-02-07"},
		{"2025-02-07", "2025-02-07", "2025-02-11"},
		{"2024-12-31", "2024-12-31", "2025-01-06"}, // over the year's end
		{"2025-09-30", "2025-09-30", "2025-10-11"},
		{"2024-02-28", "2024-02-28", "2024-03-04"}, // over a leap day
	} {
		if got := c.Moved(on(t, tt.day)); got != on(t, tt.moved) {
			t.Errorf("%s: moved to %s, want %s", tt.day, got, tt.moved)
		}
		if got := c.After(on(t, tt.day), 3); got != on(t, tt.third) {
			t.Errorf("%s: third working day after is %s, want %s", tt.day, got, tt.third)
		}
		if got := c.After(on(t, tt.day), 0); got != on(t, tt.day) {
			t.Errorf("%s: no working day after is %s", tt.day, got)
		}
	}
}

func TestCalendarRefused(t *testing.T) {
	every := []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
	for _, tt := range []struct {
		weekend, holidays, workdays []string
		want                        string
	}{
		{[]string{"Saturday"}, nil, nil, `weekend "Saturday": want a day of the week`},
		{every, nil, nil, "leaves no day to work on"},
		{nil, []string{"2025-02-29"}, nil, `holidays: "2025-02-29": day "2025-02-29": want one that exists`},
		{nil, []string{"2025-10"}, nil, "want one that exists"},
		{nil, []string{"2025-10-08/2025-10-01"}, nil, "want the first day, then the last"},
		{nil, []string{"2025-10-01/2035-10-08"}, nil, "366 days apart at most"},
		{nil, []string{"2025-10-01/"}, nil, `day ""`},
		{nil, nil, []string{"1 October"}, "workdays:"},
		{nil, []string{"2025-10-01/2025-10-08"}, []string{"2025-10-08"}, "workdays: 2025-10-08 is a holiday too"},
	} {
		_, err := NewCalendar(tt.weekend, tt.holidays, tt.workdays)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%v %v %v: error %v, want one with %q", tt.weekend, tt.holidays, tt.workdays, err, tt.want)
		}
	}
}

// TestCalendarProperties holds what is true of every calendar.
func TestCalendarProperties(t *testing.T) {
	c := china2025(t)
	rapid.Check(t, func(t *rapid.T) {
		d := date(midnight(on(t, "2024-12-01")).AddDate(0, 0, rapid.IntRange(0, 500).Draw(t, "day")))
		n := rapid.IntRange(1, 30).Draw(t, "n")
		moved, after := c.Moved(d), c.After(d, n)
		switch {
		case !c.Working(moved) || !c.Working(after):
			t.Fatalf("%s and %s are not both worked on", moved, after)
		case moved.Compare(d) < 0 || after.Compare(d) <= 0:
			t.Fatalf("%s and %s are before %s", moved, after, d)
		case c.After(d, n) != c.After(c.After(d, n-1), 1):
			t.Fatalf("%d working days after %s are not %d and one more", n, d, n-1)
		case midnight(moved).Sub(midnight(d)) > 10*24*time.Hour:
			t.Fatalf("%s is moved to %s, further than the longest holiday", d, moved)
		}
	})
}

// fataler is what the helpers need of a test or a property.
type fataler interface {
	Helper()
	Fatal(args ...any)
}
