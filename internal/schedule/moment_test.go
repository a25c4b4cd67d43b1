package schedule

import (
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // the tests' zones, on every machine

	"pgregory.net/rapid"
)

func zone(t fataler, name string) *time.Location {
	t.Helper()
	z, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

func TestMoment(t *testing.T) {
	for _, tt := range []struct{ zone, day, clock, want string }{
		{"Asia/Shanghai", "2025-10-09", "09:00", "2025-10-09T01:00:00Z"},
		{"Asia/Shanghai", "2025-10-09", "00:00", "2025-10-08T16:00:00Z"},
		{"Asia/Shanghai", "1986-05-04", "02:30", "1986-05-03T18:30:00Z"}, // left out: China had summer time until 1991
		{"Europe/Berlin", "2025-03-29", "02:30", "2025-03-29T01:30:00Z"},
		{"Europe/Berlin", "2025-03-30", "01:59", "2025-03-30T00:59:00Z"},
		{"Europe/Berlin", "2025-03-30", "02:30", "2025-03-30T01:30:00Z"}, // left out: shown as 03:30
		{"Europe/Berlin", "2025-03-30", "09:00", "2025-03-30T07:00:00Z"},
		{"Europe/Berlin", "2025-10-26", "02:30", "2025-10-26T00:30:00Z"}, // comes twice: the first
		{"Europe/Berlin", "2025-10-26", "03:00", "2025-10-26T02:00:00Z"},
		{"Europe/Berlin", "2025-10-26", "09:00", "2025-10-26T08:00:00Z"},
		{"America/New_York", "2025-03-09", "02:30", "2025-03-09T07:30:00Z"},
		{"America/New_York", "2024-12-31", "23:59", "2025-01-01T04:59:00Z"},
		{"Australia/Lord_Howe", "2025-10-05", "02:15", "2025-10-04T15:45:00Z"}, // half an hour left out
		{"Pacific/Apia", "2011-12-30", "09:00", "2011-12-30T19:00:00Z"},        // the whole day left out
		{"UTC", "2024-02-29", "12:00", "2024-02-29T12:00:00Z"},
	} {
		c, err := ParseClock(tt.clock)
		if err != nil {
			t.Fatal(err)
		}
		if got := moment(on(t, tt.day), c, zone(t, tt.zone)).UTC().Format(time.RFC3339); got != tt.want {
			t.Errorf("%s %s in %s is %s, want %s", tt.day, tt.clock, tt.zone, got, tt.want)
		}
	}
}

// TestMomentIsFirst holds that no earlier minute shows the time, whatever the clocks do.
func TestMomentIsFirst(t *testing.T) {
	zones := []string{"Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/St_Johns", "Pacific/Apia", "Africa/Cairo"}
	rapid.Check(t, func(t *rapid.T) {
		z := zone(t, rapid.SampledFrom(zones).Draw(t, "zone"))
		d := date(midnight(on(t, "2009-01-01")).AddDate(0, 0, rapid.IntRange(0, 6000).Draw(t, "day")))
		c := Clock{rapid.IntRange(0, 23).Draw(t, "hour"), rapid.IntRange(0, 59).Draw(t, "minute")}
		shown := midnight(d).Add(time.Duration(c.Hour)*time.Hour + time.Duration(c.Minute)*time.Minute)
		got := moment(d, c, z)
		if clocks(got).Before(shown) {
			t.Fatalf("%v shows a time before %v", got, shown)
		}
		for back := time.Minute; back <= 4*time.Hour; back += time.Minute {
			if clocks(got.Add(-back)).Equal(shown) {
				t.Fatalf("%v shows %v already, %s before %v", got.Add(-back), shown, back, got)
			}
		}
	})
}

func TestParseClock(t *testing.T) {
	if c, err := ParseClock("23:59"); err != nil || c != (Clock{23, 59}) {
		t.Errorf("23:59 is %v, %v", c, err)
	}
	for _, s := range []string{"", "9:00", "24:00", "09:60", "09:00:00", "09.00", "nine"} {
		if _, err := ParseClock(s); err == nil || !strings.Contains(err.Error(), "as 09:00") {
			t.Errorf("%q: error %v, want one that shows the form", s, err)
		}
	}
}
