package schedule

import (
	"slices"
	"time"

	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// Rhythm says which periods there are editions of.
type Rhythm string

// The rhythms.
const (
	Months   Rhythm = "months"
	Quarters Rhythm = "quarters"
	Years    Rhythm = "years"
)

// UnmarshalText implements encoding.TextUnmarshaler.
func (r *Rhythm) UnmarshalText(b []byte) error {
	if Rhythm(b).months() == 0 {
		return message.Errorf("periods %q: want months, quarters or years", b)
	}
	*r = Rhythm(b)
	return nil
}

// months is the length of a rhythm's periods; 0 for an unknown one.
func (r Rhythm) months() int {
	switch r {
	case Months:
		return 1
	case Quarters:
		return 3
	case Years:
		return 12
	default:
		return 0
	}
}

// Has reports whether a period is one of the rhythm's: quarters have 2024-Q1, 2024-H1, 2024-Q3 and 2024.
func (r Rhythm) Has(p stat.Period) bool {
	n := r.months()
	return n > 0 && p.LastMonth()%n == 0
}

// Count says how days after a period's end are counted.
type Count string

// The ways to count.
const (
	CalendarDays Count = "calendar" // every day; where that leads to a free day, the next working day is meant
	WorkingDays  Count = "working"  // working days only
)

// Schedule says when editions are due. Those of [New] are consistent.
type Schedule struct {
	Periods  Rhythm
	First    stat.Period // the first one owed; zero for that of the area's first data
	Last     stat.Period // later ones are owed only if there are data for them; zero if there is no last one
	Except   Exceptions  // periods that have no edition of their own
	Count    Count
	Due      int // days after a period's end from which on its edition is due, at least 1
	Deadline int // days after a period's end until when its data are waited for, not below Due
	Time     Clock
	Zone     *time.Location
	Calendar Calendar
}

// New checks a schedule. The error names what is wrong.
func New(s Schedule) (Schedule, error) {
	switch {
	case s.Periods.months() == 0:
		return Schedule{}, message.Errorf("periods %q: want months, quarters or years", s.Periods)
	case s.Count != CalendarDays && s.Count != WorkingDays:
		return Schedule{}, message.Errorf("days %q: want calendar or working", s.Count)
	case s.Due < 1:
		return Schedule{}, message.Errorf("due %d: want 1 or more days after the period's end", s.Due)
	case s.Deadline < s.Due:
		return Schedule{}, message.Errorf("deadline %d: want as many days as due, %d, or more", s.Deadline, s.Due)
	case s.Zone == nil:
		return Schedule{}, message.Errorf("zone: none given")
	case !s.First.IsZero() && !s.Periods.Has(s.First):
		return Schedule{}, message.Errorf("first %s: is none of the %s", s.First, s.Periods)
	case !s.First.IsZero() && !s.has(s.First):
		return Schedule{}, message.Errorf("first %s: except leaves it out", s.First)
	}
	return s, s.Except.fit(s.Periods)
}

// has reports whether there is an edition of a period.
func (s Schedule) has(p stat.Period) bool { return s.Periods.Has(p) && !s.Except.have(p) }

// Term is a period with the moments that its edition is bound to, in the schedule's zone.
type Term struct {
	Period   stat.Period
	Due      time.Time // from then on the edition is written as soon as there are data
	Deadline time.Time // from then on data that are not there are late
}

// Late reports whether data that are not there at a moment are late.
func (t Term) Late(now time.Time) bool { return !now.Before(t.Deadline) }

// Term gives the moments of a period.
func (s Schedule) Term(p stat.Period) Term {
	return Term{
		Period:   p,
		Due:      moment(s.after(p.End(), s.Due), s.Time, s.Zone),
		Deadline: moment(s.after(p.End(), s.Deadline), s.Time, s.Zone),
	}
}

func (s Schedule) after(end stat.Date, days int) stat.Date {
	if s.Count == WorkingDays {
		return s.Calendar.After(end, days)
	}
	return s.Calendar.Moved(date(midnight(end).AddDate(0, 0, days)))
}

// Unlisted is the first day of a term that the list of holidays does not reach; zero if it reaches both, or if there is no
// list. A list reaches to the end of the half-year of its last day.
func (s Schedule) Unlisted(t Term) time.Time {
	for _, day := range []time.Time{t.Due, t.Deadline} {
		if last := s.Calendar.last; !last.IsZero() && halves(date(day)) > halves(last) {
			return day
		}
	}
	return time.Time{}
}

// halves counts half-years.
func halves(d stat.Date) int { return 2*d.Year + (d.Month-1)/6 }

// Owed lists the periods that are due at a moment, oldest first. It starts with the schedule's first period, or,
// where it has none, with the earliest of the periods given that is of the rhythm: those an area has data for.
// Without either nothing is owed. A January among months is owed only if there are data for it: else its figures are
// published with those of February, as in China. So is what comes after the last period.
func (s Schedule) Owed(now time.Time, has []stat.Period) []Term {
	var owed []Term
	for p := s.start(has); !p.IsZero(); p = s.next(p) {
		t := s.Term(p)
		if now.Before(t.Due) {
			break
		}
		if s.alone(p, has) {
			owed = append(owed, t)
		}
	}
	return owed
}

// alone reports whether a period is owed without the one after it.
func (s Schedule) alone(p stat.Period, has []stat.Period) bool {
	return slices.Contains(has, p) || !s.past(p) && (s.Periods != Months || p.LastMonth() != 1)
}

// past reports whether a period comes after the last one.
func (s Schedule) past(p stat.Period) bool { return !s.Last.IsZero() && p.Compare(s.Last) > 0 }

// Next is the first period, of those that [Schedule.Owed] starts with and on, that is not due yet at a moment; the
// zero Term if there is none to start with.
func (s Schedule) Next(now time.Time, has []stat.Period) Term {
	for p := s.start(has); !p.IsZero(); p = s.next(p) {
		switch t := s.Term(p); {
		case now.Before(t.Due) && s.alone(p, has):
			return t
		case s.past(p) && !slices.ContainsFunc(has, func(q stat.Period) bool { return q.Compare(p) > 0 }):
			return Term{}
		}
	}
	return Term{}
}

// Following is the term of the period after one of the schedule's. It is the zero Term if the schedule does not have
// the period, or if it does not owe the next one.
func (s Schedule) Following(p stat.Period) Term {
	if !s.has(p) {
		return Term{}
	}
	next := s.next(p)
	if !s.First.IsZero() && next.Compare(s.First) < 0 || s.past(next) {
		return Term{}
	}
	return s.Term(next)
}

// start is the first period owed.
func (s Schedule) start(has []stat.Period) stat.Period {
	first := s.First
	if !first.IsZero() {
		return first
	}
	for _, p := range has {
		if s.has(p) && (first.IsZero() || p.Compare(first) < 0) {
			first = p
		}
	}
	return first
}

// next is the period after one. Those that leave out a month of every year never leave out all months.
func (s Schedule) next(p stat.Period) stat.Period {
	for {
		if month := p.LastMonth() + s.Periods.months(); month <= 12 {
			p = stat.Through(p.Year, month)
		} else {
			p = stat.Through(p.Year+1, s.Periods.months())
		}
		if !s.Except.have(p) {
			return p
		}
	}
}
