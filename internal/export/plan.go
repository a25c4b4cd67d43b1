package export

import (
	"time"

	"nianbao/internal/config"
	"nianbao/internal/schedule"
	"nianbao/internal/stat"
)

// Schedule is the configured schedule. What does not go together in it is a [*config.Error].
func Schedule(c config.Schedule) (schedule.Schedule, error) {
	s, err := plan(c)
	if err != nil {
		return schedule.Schedule{}, &config.Error{Problems: []config.Problem{{Key: "schedule", Fault: err}}}
	}
	return s, nil
}

func plan(c config.Schedule) (s schedule.Schedule, err error) {
	s = schedule.Schedule{
		Periods: schedule.Rhythm(c.Periods), Count: schedule.Count(c.Days), Due: c.Due, Deadline: c.Deadline,
	}
	if c.First != "" {
		if s.First, err = stat.ParsePeriod(c.First); err != nil {
			return s, err
		}
	}
	if s.Except, err = schedule.ParseExceptions(c.Except); err != nil {
		return s, err
	}
	if s.Time, err = schedule.ParseClock(c.Time); err != nil {
		return s, err
	}
	if s.Zone, err = time.LoadLocation(c.Zone); err != nil {
		return s, err
	}
	if s.Calendar, err = schedule.NewCalendar(c.Weekend, c.Holidays, c.Workdays); err != nil {
		return s, err
	}
	return schedule.New(s)
}
