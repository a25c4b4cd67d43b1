package schedule

import (
	"strings"
	"testing"
	"time"

	"nianbao/internal/stat"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// quarterly is the valid base: from 9:00 of the day after a quarter's end, late after 20 days.
func quarterly(t fataler) Schedule {
	return Schedule{
		Periods: Quarters, Count: CalendarDays, Due: 1, Deadline: 20,
		Time: Clock{9, 0}, Zone: zone(t, "Asia/Shanghai"), Calendar: china2025(t),
	}
}

func periods(t fataler, list string) []stat.Period {
	t.Helper()
	var all []stat.Period
	for _, s := range strings.Fields(list) {
		p, err := stat.ParsePeriod(s)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
	return all
}

func except(t fataler, entries ...string) Exceptions {
	t.Helper()
	e, err := ParseExceptions(entries)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func at(t fataler, s string) time.Time {
	t.Helper()
	m, err := time.Parse(time.RFC3339, s)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// show lists the periods, those whose data would be late with an exclamation mark.
func show(terms []Term, now time.Time) string {
	var all []string
	for _, term := range terms {
		mark := ""
		if term.Late(now) {
			mark = "!"
		}
		all = append(all, term.Period.String()+mark)
	}
	return strings.Join(all, " ")
}

func TestOwed(t *testing.T) {
	first := func(p string) func(*Schedule) { return func(s *Schedule) { s.First = periods(t, p)[0] } }
	rhythm := func(r Rhythm) func(*Schedule) { return func(s *Schedule) { s.Periods = r } }
	as := func(*Schedule) {}
	for _, tt := range []struct {
		name   string
		change func(*Schedule)
		now    string
		has    string
		want   string
	}{
		{"before the quarter ends", as, "2025-03-31T23:59:59+08:00", "2025-Q1", ""},
		{"before the time of day", as, "2025-04-01T08:59:59+08:00", "2025-Q1", ""},
		{"at the time of day", as, "2025-04-01T09:00:00+08:00", "2025-Q1", "2025-Q1"},
		{"the same moment seen elsewhere", as, "2025-03-31T21:00:00-04:00", "2025-Q1", "2025-Q1"},
		{"before the deadline, moved over a Sunday", as, "2025-04-21T08:59:59+08:00", "2025-Q1", "2025-Q1"},
		{"at the deadline", as, "2025-04-21T09:00:00+08:00", "2025-Q1", "2025-Q1!"},
		{"moved over a week of holidays", as, "2025-10-08T12:00:00+08:00", "2025-H1", "2025-H1!"},
		{"after a week of holidays", as, "2025-10-09T09:00:00+08:00", "2025-H1", "2025-H1! 2025-Q3"},
		{"over the year's end", as, "2025-01-01T12:00:00+08:00", "2024-Q3", "2024-Q3!"},
		{"the year is the fourth quarter", as, "2025-01-02T09:00:00+08:00", "2024-Q3", "2024-Q3! 2024"},
		{"catching up", as, "2025-04-02T00:00:00+08:00", "2023", "2023! 2024-Q1! 2024-H1! 2024-Q3! 2024! 2025-Q1"},
		{"from the first data on", as, "2025-04-02T00:00:00+08:00", "2025-Q1 2024-Q3", "2024-Q3! 2024! 2025-Q1"},
		{"from the given period on, before the first data", first("2024-Q3"), "2025-04-02T00:00:00+08:00", "2025-Q1", "2024-Q3! 2024! 2025-Q1"},
		{"from the given period on, after the first data", first("2024"), "2025-04-02T00:00:00+08:00", "2023", "2024! 2025-Q1"},
		{"from the given period on, without data", first("2024"), "2025-04-02T00:00:00+08:00", "", "2024! 2025-Q1"},
		{"a first period to come", first("2026-Q1"), "2025-04-02T00:00:00+08:00", "2024", ""},
		{"nothing to start with", as, "2025-04-02T00:00:00+08:00", "", ""},
		{"data of no quarter", as, "2025-06-02T00:00:00+08:00", "2025-02", ""},
		{"months", rhythm(Months), "2025-04-02T00:00:00+08:00", "2024-11", "2024-11! 2024! 2025-02! 2025-Q1"},
		{"months start with any period", rhythm(Months), "2025-03-05T09:00:00+08:00", "2024", "2024! 2025-02"},
		{"January with data", rhythm(Months), "2025-04-02T00:00:00+08:00", "2024-11 2025-01", "2024-11! 2024! 2025-01! 2025-02! 2025-Q1"},
		{"January, named as the first", func(s *Schedule) { s.Periods, s.First = Months, periods(t, "2025-01")[0] }, "2025-04-02T00:00:00+08:00", "", "2025-02! 2025-Q1"},
		{"years", rhythm(Years), "2025-04-02T00:00:00+08:00", "2022 2024-Q1", "2022! 2023! 2024!"},
		{"years start with a year", rhythm(Years), "2025-04-02T00:00:00+08:00", "2024-Q3", ""},
		{"months without January", func(s *Schedule) { s.Periods, s.Except = Months, except(t, "01") }, "2025-04-02T00:00:00+08:00", "2024-11", "2024-11! 2024! 2025-02! 2025-Q1"},
		{"months without January, whose data come first", func(s *Schedule) { s.Periods, s.Except = Months, except(t, "1") }, "2025-04-02T00:00:00+08:00", "2025-01", ""},
		{"months without one period", func(s *Schedule) { s.Periods, s.Except = Months, except(t, "2025-01") }, "2026-03-02T00:00:00+08:00", "2024-12 2025-11", "2024! 2025-02! 2025-Q1! 2025-04! 2025-05! 2025-H1! 2025-07! 2025-08! 2025-Q3! 2025-10! 2025-11! 2025!"},
		{"quarters without the first", func(s *Schedule) { s.Except = except(t, "03") }, "2025-07-02T00:00:00+08:00", "2024-Q3", "2024-Q3! 2024! 2025-H1"},
		{"nothing after the last period", func(s *Schedule) { *s = s.Of(Own{Last: periods(t, "2024")[0]}) }, "2035-04-02T00:00:00+08:00", "2024-Q3", "2024-Q3! 2024!"},
		{"after the last period, with data", func(s *Schedule) { *s = s.Of(Own{Last: periods(t, "2024")[0]}) }, "2026-04-02T00:00:00+08:00", "2024 2025-H1", "2024! 2025-H1!"},
		{"all data after the last period", func(s *Schedule) { *s = s.Of(Own{Last: periods(t, "2023")[0]}) }, "2026-04-02T00:00:00+08:00", "2025-H1", "2025-H1!"},
		{"an area of years", func(s *Schedule) {
			s.First, s.Except = periods(t, "2024-Q1")[0], except(t, "03")
			*s = s.Of(Own{Periods: Years})
		}, "2025-04-02T00:00:00+08:00", "2022 2024-Q1", "2022! 2023! 2024!"},
		{"an area of years, as of others", func(s *Schedule) { s.First, s.Periods = periods(t, "2024")[0], Years; *s = s.Of(Own{Periods: Years}) }, "2025-04-02T00:00:00+08:00", "2022", "2024!"},
		{"a leap day", rhythm(Months), "2024-03-01T09:00:00+08:00", "2024-02", "2024-02"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := quarterly(t)
			tt.change(&s)
			now := at(t, tt.now)
			if diff := cmp.Diff(tt.want, show(s.Owed(now, periods(t, tt.has)), now)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTerm(t *testing.T) {
	for _, tt := range []struct {
		name, period  string
		change        func(*Schedule)
		due, deadline string
	}{
		{"calendar days", "2025-Q3", func(*Schedule) {}, "2025-10-09T09:00:00+08:00", "2025-10-20T09:00:00+08:00"},
		{"working days", "2025-Q3", func(s *Schedule) { s.Count, s.Due, s.Deadline = WorkingDays, 2, 8 }, "2025-10-10T09:00:00+08:00", "2025-10-17T09:00:00+08:00"},
		{"working days over the new year", "2024", func(s *Schedule) { s.Count, s.Due, s.Deadline = WorkingDays, 1, 19 }, "2025-01-02T09:00:00+08:00", "2025-01-27T09:00:00+08:00"},
		{"a year", "2024", func(s *Schedule) { s.Deadline = 59 }, "2025-01-02T09:00:00+08:00", "2025-02-28T09:00:00+08:00"},
		{"clocks put forward between", "2025-03", func(s *Schedule) {
			s.Zone, s.Calendar, s.Due, s.Deadline = zone(t, "Europe/Berlin"), Calendar{}, 1, 364
			s.Time = Clock{2, 30}
		}, "2025-04-01T02:30:00+02:00", "2026-03-30T02:30:00+02:00"},
		{"clocks put forward on the day", "2025-02", func(s *Schedule) {
			s.Zone, s.Calendar, s.Periods, s.Due, s.Deadline = zone(t, "Europe/Berlin"), Calendar{}, Months, 30, 240
			s.Time = Clock{2, 30}
		}, "2025-03-30T03:30:00+02:00", "2025-10-26T02:30:00+02:00"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := quarterly(t)
			tt.change(&s)
			got := s.Term(periods(t, tt.period)[0])
			if due := got.Due.Format(time.RFC3339); due != tt.due {
				t.Errorf("due %s, want %s", due, tt.due)
			}
			if deadline := got.Deadline.Format(time.RFC3339); deadline != tt.deadline {
				t.Errorf("deadline %s, want %s", deadline, tt.deadline)
			}
		})
	}
}

// TestHourly runs a clock through the two nights of a year on which clocks change, quarter-hour by quarter-hour: what
// is due stays due, and each period becomes due once.
func TestHourly(t *testing.T) {
	s := quarterly(t)
	s.Zone, s.Calendar, s.Periods, s.Due, s.Deadline, s.Time = zone(t, "Europe/Berlin"), Calendar{}, Months, 30, 40, Clock{2, 30}
	owed := 0
	for now := at(t, "2025-03-29T00:00:00Z"); now.Before(at(t, "2025-10-28T00:00:00Z")); now = now.Add(15 * time.Minute) {
		got := s.Owed(now, periods(t, "2025-02"))
		if len(got) < owed || len(got) > owed+1 {
			t.Fatalf("at %v: %d periods are due, %d were before", now, len(got), owed)
		}
		owed = len(got)
	}
	if owed != 7 { // February to August: that of September is due on 30 October
		t.Errorf("%d periods became due, want 7", owed)
	}
}

func TestNext(t *testing.T) {
	s := quarterly(t)
	if got := s.Next(at(t, "2025-04-02T00:00:00+08:00"), periods(t, "2024")); got.Period.String() != "2025-H1" || got.Due.Format(time.DateOnly) != "2025-07-01" {
		t.Errorf("next is %s on %v", got.Period, got.Due)
	}
	if got := s.Next(at(t, "2025-04-02T00:00:00+08:00"), nil); !got.Period.IsZero() {
		t.Errorf("next is %s without anything to start with", got.Period)
	}
	s = s.Of(Own{Last: periods(t, "2024")[0]})
	for has, want := range map[string]string{"2024": "", "2024 2025-H1": "2025-H1", "2023 2025-Q1": ""} {
		if got := s.Next(at(t, "2025-04-02T00:00:00+08:00"), periods(t, has)); got.Period != (stat.Period{}) && got.Period.String() != want || got.Period.IsZero() != (want == "") {
			t.Errorf("with %s and nothing after 2024, next is %v", has, got.Period)
		}
	}
	if got := s.Following(periods(t, "2024")[0]); !got.Period.IsZero() {
		t.Errorf("%s follows the last period", got.Period)
	}
	if got := s.Following(periods(t, "2024-Q3")[0]); got.Period != s.Last {
		t.Errorf("%s follows the one before the last", got.Period)
	}
}

// TestOwedProperties holds that periods follow each other without a gap, and that none is forgotten as time goes on.
func TestOwedProperties(t *testing.T) {
	base := quarterly(t)
	rapid.Check(t, func(t *rapid.T) {
		s := base
		s.Periods = rapid.SampledFrom([]Rhythm{Months, Quarters, Years}).Draw(t, "rhythm")
		s.Count = rapid.SampledFrom([]Count{CalendarDays, WorkingDays}).Draw(t, "count")
		s.Due = rapid.IntRange(1, 60).Draw(t, "due")
		s.Deadline = s.Due + rapid.IntRange(0, 60).Draw(t, "more")
		s.First = stat.Through(rapid.IntRange(2020, 2026).Draw(t, "year"), 12)
		now := at(t, "2023-01-01T00:00:00Z").Add(time.Duration(rapid.IntRange(0, 30000).Draw(t, "hours")) * time.Hour)
		later := now.Add(time.Duration(rapid.IntRange(0, 5000).Draw(t, "later")) * time.Hour)
		before, after := s.Owed(now, nil), s.Owed(later, nil)
		if len(after) < len(before) {
			t.Fatalf("%d periods owed at %v, %d at %v", len(before), now, len(after), later)
		}
		next := func(p stat.Period) stat.Period { // which is no January without data
			for p = s.next(p); !s.alone(p, nil); p = s.next(p) {
			}
			return p
		}
		p := s.First
		for _, term := range after {
			if term.Period != p || term.Deadline.Before(term.Due) || term.Due.Before(midnight(p.End())) {
				t.Fatalf("term %v, want one of %s", term, p)
			}
			p = next(p)
		}
		if following := s.Next(later, nil); following.Period != p {
			t.Fatalf("next is %s, want %s", following.Period, p)
		}
	})
}

func TestNew(t *testing.T) {
	if _, err := New(quarterly(t)); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		change func(*Schedule)
		want   string
	}{
		{func(s *Schedule) { s.Periods = "weeks" }, `periods "weeks": want months, quarters or years`},
		{func(s *Schedule) { s.Count = "" }, `days "": want calendar or working`},
		{func(s *Schedule) { s.Due = 0 }, "due 0: want 1 or more"},
		{func(s *Schedule) { s.Due = 21 }, "deadline 20: want as many days as due, 21, or more"},
		{func(s *Schedule) { s.Zone = nil }, "zone: none given"},
		{func(s *Schedule) { s.First = periods(t, "2024-05")[0] }, "first 2024-05: is none of the quarters"},
		{func(s *Schedule) { s.Except = except(t, "01") }, "except 01: none of the quarters ends with that month"},
		{func(s *Schedule) { s.Except = except(t, "2025-01") }, "except 2025-01: is none of the quarters"},
		{func(s *Schedule) { s.Except = except(t, "03", "06", "09", "12") }, "except: leaves none of the quarters"},
		{func(s *Schedule) { s.First, s.Except = periods(t, "2025-Q1")[0], except(t, "03") }, "first 2025-Q1: except leaves it out"},
	} {
		s := quarterly(t)
		tt.change(&s)
		if _, err := New(s); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("error %v, want one with %q", err, tt.want)
		}
	}
}

func TestParseExceptions(t *testing.T) {
	for entry, want := range map[string]string{"0": "from 01 to 12", "13": "from 01 to 12", "x": "from 01 to 12", "2025-13": "month must be 01 to 12", "january": "want a year"} {
		if _, err := ParseExceptions([]string{entry}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want one with %q", entry, err, want)
		}
	}
}

func TestFollowing(t *testing.T) {
	for _, tt := range []struct {
		rhythm       Rhythm
		first        string
		period, want string // want is the next period with its due day
	}{
		{Quarters, "", "2024", "2025-Q1 2025-04-01"},
		{Quarters, "", "2024-Q3", "2024 2025-01-02"}, // New Year's Day is a holiday
		{Quarters, "", "2025-H1", "2025-Q3 2025-10-09"},
		{Months, "", "2024-Q1", "2024-04 2024-05-01"},
		{Years, "", "2024", "2025 2026-01-01"},
		{Quarters, "", "2024-05", ""}, // no quarter
		{Years, "", "2024-Q1", ""},
		{Quarters, "2025-Q1", "2024", "2025-Q1 2025-04-01"},
		{Quarters, "2025-Q1", "2024-Q3", ""}, // nothing is owed for 2024
	} {
		s := quarterly(t)
		s.Periods = tt.rhythm
		if tt.first != "" {
			s.First = periods(t, tt.first)[0]
		}
		got := ""
		if term := s.Following(periods(t, tt.period)[0]); !term.Period.IsZero() {
			got = term.Period.String() + " " + term.Due.Format(time.DateOnly)
		}
		if got != tt.want {
			t.Errorf("%s from %q: after %s comes %q, want %q", tt.rhythm, tt.first, tt.period, got, tt.want)
		}
	}
}

// A list of holidays reaches to the end of the half-year of its last day; where there is none, nobody keeps one.
func TestUnlisted(t *testing.T) {
	for _, tt := range []struct {
		holidays     []string
		period, want string
	}{
		{nil, "2030", ""},
		{[]string{"2025-10-01/2025-10-08"}, "2025-Q3", ""},
		{[]string{"2025-10-01/2025-10-08"}, "2025", "2026-01-01"},
		{[]string{"2025-10-01/2025-10-08", "2026-01-01/2026-01-03"}, "2025", ""},
		{[]string{"2025-10-01/2025-10-08", "2026-01-01/2026-01-03"}, "2026-Q3", "2026-10-01"},
		{[]string{"2025-10-01/2025-10-08", "2026-05-01"}, "2026-H1", "2026-07-01"},
	} {
		s := quarterly(t)
		var err error
		if s.Calendar, err = NewCalendar([]string{"saturday", "sunday"}, tt.holidays, nil); err != nil {
			t.Fatal(err)
		}
		got := ""
		if day := s.Unlisted(s.Term(periods(t, tt.period)[0])); !day.IsZero() {
			got = day.Format(time.DateOnly)
		}
		if got != tt.want {
			t.Errorf("%v, %s: %q, want %q", tt.holidays, tt.period, got, tt.want)
		}
	}
}
