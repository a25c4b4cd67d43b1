package desk

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"nianbao/internal/areafile"
	"nianbao/internal/config"
	"nianbao/internal/dataset"
	"nianbao/internal/export"
	"nianbao/internal/form"
	"nianbao/internal/journal"
	"nianbao/internal/message"
	"nianbao/internal/publish"
	"nianbao/internal/scaffold"
	"nianbao/internal/schedule"
	"nianbao/internal/stat"
)

// State is how far an area's editions have come.
type State struct {
	Code    string
	Name    stat.Text
	Err     error // why its data cannot be read
	Periods []PeriodState
	Late    []schedule.Term // without data after their deadline
	Next    schedule.Term   // what is due next; zero if nothing is
	Waiting bool            // that is due already, and waits for data
}

// PeriodState is how far one edition has come.
type PeriodState struct {
	Period   stat.Period
	Figures  int // with a value
	Missing  int // see [Missing]
	Errors   int // findings that keep it from being written
	Warnings int
	Release  string // the published one, as r2; "" for none
	Changed  bool   // data files have changed since
	Draft    bool   // there is a draft
	Due      bool   // it is due, and nothing is published
}

// Empty reports whether no figure of an edition has a value yet.
func Empty(h *Held, period stat.Period) bool {
	data, ok := h.Data.Data(period)
	return !ok || !slices.ContainsFunc(data.Facts, func(f stat.Fact) bool { return f.Status.HasValue() })
}

// State looks at an area.
func (d *Desk) State(ctx context.Context, code string) State {
	s := State{Code: code}
	h, err := d.Open(ctx, code)
	if err != nil {
		s.Err = err
		return s
	}
	s.Name = h.Data.Area.Name
	c, err := d.config()
	if err != nil {
		s.Err = err
		return s
	}
	plan, err := export.Schedule(c.Schedule)
	if err != nil {
		s.Err = err
		return s
	}
	plan = plan.Of(dataset.ScheduleIn(h.Inputs))
	var has []stat.Period
	for i := range h.Data.Periods {
		has = append(has, h.Data.Periods[i].Period)
	}
	due := map[stat.Period]bool{}
	for _, t := range plan.Owed(d.Now(), has) {
		if due[t.Period] = true; slices.Contains(has, t.Period) {
			continue
		}
		switch {
		case !d.Now().Before(t.Deadline):
			s.Late = append(s.Late, t)
		case !s.Waiting:
			s.Next, s.Waiting = t, true
		}
	}
	if !s.Waiting {
		s.Next = plan.Next(d.Now(), has)
	}
	for i := range h.Data.Periods {
		one, err := d.period(ctx, h, &h.Data.Periods[i])
		if err != nil {
			s.Err = err
			return s
		}
		one.Due = due[one.Period] && one.Release == ""
		s.Periods = append(s.Periods, one)
	}
	slices.Reverse(s.Periods)
	return s
}

// period looks at one edition.
func (d *Desk) period(ctx context.Context, h *Held, data *stat.PeriodData) (PeriodState, error) {
	s := PeriodState{Period: data.Period}
	for i := range data.Facts {
		if data.Facts[i].Status.HasValue() {
			s.Figures++
		}
	}
	var err error
	if s.Missing, err = Missing(h, data.Period); err != nil {
		return s, err
	}
	found, err := d.Check(ctx, h, data.Period)
	if err != nil {
		return s, err
	}
	for _, f := range found.Findings {
		switch {
		case f.Blocks():
			s.Errors++
		case f.Severity == stat.Warning && f.Accepted == nil:
			s.Warnings++
		}
	}
	m, err := d.Published(ctx, h, data.Period, false)
	if err != nil {
		return s, err
	}
	if m != nil {
		s.Release = m.Name()
		s.Changed = changedSince(h, m)
	}
	draft, err := d.Published(ctx, h, data.Period, true)
	s.Draft = draft != nil
	return s, err
}

// Missing is how many figures a period lacks: those that its file says are missing, and those that are there of a year earlier or of
// the period before.
func Missing(h *Held, period stat.Period) (n int, err error) {
	f, err := form.New(h.Data, period, "")
	if err != nil {
		return 0, err
	}
	known := func(fact *stat.Fact) bool { return fact != nil && fact.Status.HasValue() }
	for i := range f.Rows {
		for _, s := range f.Rows[i].Slots() {
			if !s.Known() && (s.Fact != nil || known(s.Before) || known(s.Last)) {
				n++
			}
		}
	}
	return n, nil
}

// changedSince reports whether an area's files are others than those of a release.
func changedSince(h *Held, m *publish.Manifest) bool {
	now := map[string]string{}
	for _, in := range h.Inputs {
		now[h.Code+"/"+in.Name] = digest(in.Data)
	}
	for _, in := range m.Inputs {
		if now[in.Name] != in.SHA256 {
			return true
		}
	}
	return len(now) != len(m.Inputs)
}

// Begin makes the files of a new area, whose indicators are those of the codes, and, where there is no configuration and
// languages are given, the configuration. The folder must not be there.
func (d *Desk) Begin(who string, area scaffold.Area, codes, languages []string) error {
	c, err := d.config()
	if err != nil {
		return err
	}
	files, err := scaffold.Files(area, codes)
	if err != nil {
		return err
	}
	folder := filepath.Join(c.AreasDir, area.Code)
	switch _, err := os.Lstat(folder); {
	case err == nil:
		return message.Errorf("%s exists already: choose another code", area.Code)
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	if err := areafile.Create(folder, files); err != nil {
		return err
	}
	if c.File == "" {
		if _, err := config.Begin(config.DefaultFile, area.Code, languages); err != nil {
			return err
		}
	}
	_, err = journal.Append(folder, journal.Entry{Time: d.Now(), Who: who, Act: journal.Begun, Period: area.Period.String()})
	return err
}
