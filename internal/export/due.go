package export

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"time"

	"nianbao/internal/dataset"
	"nianbao/internal/message"
	"nianbao/internal/publish"
	"nianbao/internal/schedule"
	"nianbao/internal/stat"
)

// Outcome says what became of an edition that is due.
type Outcome string

// The outcomes, from the best news to the worst.
const (
	Published Outcome = "published" // its first release
	Revised   Outcome = "revised"   // its next release, because what it says has changed
	Repaired  Outcome = "repaired"  // the published release was damaged, and was made again
	Unchanged Outcome = "unchanged" // the published release, verified, says what the data say
	Waiting   Outcome = "waiting"   // there are no data yet
	Late      Outcome = "late"      // there are no data, and the deadline has passed
	Refused   Outcome = "refused"   // its data are wrong or failed their checks
	Failed    Outcome = "failed"    // something else went wrong
)

// OutcomeOf says what became of an edition that a job was done for.
func OutcomeOf(result *Result, err error) Outcome {
	switch {
	case err != nil && faulty(err):
		return Refused
	case err != nil:
		return Failed
	case result.Unchanged:
		return Unchanged
	case result.Repaired || result.Rebuilt():
		return Repaired
	case result.Supersedes != "":
		return Revised
	default:
		return Published
	}
}

// Outcomes lists all of them.
func Outcomes() []Outcome {
	return []Outcome{Published, Revised, Repaired, Unchanged, Waiting, Late, Refused, Failed}
}

// Owed is an edition that is due, and what became of it.
type Owed struct {
	Area          string
	schedule.Term // zero if the area could not be looked at
	Outcome       Outcome
	Result        *Result // of one that is published; nil otherwise
	Missing       string  // the file that one is waiting for, or late without
	Err           error   // why one was refused or failed
}

// DueJob is a run over all that is due.
type DueJob struct {
	Job             // the configured area, or all of them if there is none; no period
	Now  time.Time  // the moment of the run
	Tell func(Owed) // called as soon as the outcome of an edition is known, by area, oldest period first
}

// DueResult is what is left to say after a run over all that is due. What became of each edition was told: nothing is kept
// of it, since there can be thousands.
type DueResult struct {
	Deadline time.Time // the next moment from which data that are missing now will be late; zero if none are
	Unlisted time.Time // the first due day or deadline met that the list of holidays does not reach; zero if it does
}

// dueRun carries what a run over all that is due hands on.
type dueRun struct {
	DueJob
	schedule schedule.Schedule
	result   *DueResult
	seen     *publish.Seen // nil for a store
	lacks    bool          // something that is due is not published
}

// Due exports every edition that is due, under the lock of the output folder from the first to the last. What goes
// wrong with one edition does not keep another from being written, and is told. A published edition
// is left alone unless what it says has changed.
//
// The error is that of the whole run: an invalid configuration, an unknown area, a lock that another run holds
// (see [Run]), or an interrupted context, with which there is the result of what was done before.
func Due(ctx context.Context, job DueJob) (result *DueResult, err error) {
	job.OnlyIfChanged = true
	r := &dueRun{DueJob: job, result: &DueResult{}}
	if r.schedule, err = Schedule(job.Config.Schedule); err != nil {
		return nil, err
	}
	areas, err := r.areas(ctx)
	if err != nil {
		return nil, err
	}
	unlock, err := Lock(job.Job)
	if err != nil {
		return nil, err
	}
	defer r.unlock(unlock, &err)
	if r.Store == nil {
		r.seen = publish.OpenSeen(r.Config.Output.Dir, r.Now)
		defer r.seen.Save()
	}
	looking, stop := context.WithCancel(ctx)
	defer stop()
	for l := range ahead(looking, areas, func(area string) look { return r.look(ctx, area) }) {
		if err := r.area(ctx, <-l); err != nil {
			return r.result, err
		}
	}
	return r.result, ctx.Err()
}

// unlock releases the lock when a run ends.
func (r *dueRun) unlock(unlock func() error, err *error) {
	if unlockErr := unlock(); *err == nil && unlockErr != nil {
		*err = StillLocked(!r.lacks, unlockErr)
	}
}

// areas are those to look at.
func (r *dueRun) areas(ctx context.Context) ([]string, error) {
	folder, err := OpenAreas(ctx, r.Config.AreasDir)
	if err != nil {
		return nil, err
	}
	if r.Config.Area != "" {
		_, err := dataset.Periods(folder, r.Config.Area)
		return []string{r.Config.Area}, err
	}
	areas, err := dataset.Areas(folder)
	if err == nil && len(areas) == 0 {
		err = &NoAreaError{}
	}
	return areas, err
}

// area goes through the editions that one area owes. The error is that of an interrupted context.
func (r *dueRun) area(ctx context.Context, l look) error {
	if l.err != nil {
		r.tell(Owed{Area: l.area, Outcome: Failed, Err: l.err})
		return nil
	}
	has := l.has
	for _, term := range l.plan.Owed(r.Now, has) {
		if err := ctx.Err(); err != nil {
			return message.Errorf("stopped before %s %s: %w", l.area, term.Period, err)
		}
		r.list(term)
		o := Owed{Area: l.area, Term: term, Outcome: Unchanged, Result: l.still[term.Period]}
		switch {
		case o.Result != nil:
		case slices.Contains(has, term.Period):
			r.export(ctx, &o)
			r.same(ctx, l, o)
		default:
			r.miss(ctx, &o)
		}
		if errors.Is(o.Err, context.Canceled) {
			return o.Err
		}
		r.tell(o)
	}
	next := l.plan.Next(r.Now, has)
	if next.Period.IsZero() {
		return nil
	}
	r.list(next)
	if !slices.Contains(has, next.Period) {
		r.wait(next.Deadline)
	}
	return nil
}

// list keeps the first day that the list of holidays does not reach.
func (r *dueRun) list(t schedule.Term) {
	if r.result.Unlisted.IsZero() {
		r.result.Unlisted = r.schedule.Unlisted(t)
	}
}

func (r *dueRun) tell(o Owed) {
	switch o.Outcome {
	case Waiting:
		r.wait(o.Deadline)
	case Late, Refused, Failed:
		r.lacks = true
	}
	r.Tell(o)
}

// wait keeps the earliest of the deadlines to come.
func (r *dueRun) wait(deadline time.Time) {
	if r.result.Deadline.IsZero() || deadline.Before(r.result.Deadline) {
		r.result.Deadline = deadline
	}
}

// export exports an edition whose data are there.
func (r *dueRun) export(ctx context.Context, o *Owed) {
	one, settings := r.Job, *r.Config
	settings.Area, settings.Period = o.Area, o.Period.String()
	one.Config = &settings
	func() {
		defer message.Caught(&o.Err)
		o.Result, o.Err = Edition(ctx, one)
	}()
	o.Outcome = OutcomeOf(o.Result, o.Err)
}

// faulty reports whether an error is one of the data.
func faulty(err error) bool {
	return errors.As(err, new(dataset.Errors)) || errors.As(err, new(*CheckError)) || errors.As(err, new(*NoDataError))
}

// miss settles what becomes of an edition whose data are not there. One that is published does not need them.
func (r *dueRun) miss(ctx context.Context, o *Owed) {
	past, err := r.past(ctx, o)
	switch {
	case err != nil:
		o.Outcome, o.Err = Failed, &PublishError{err}
	case len(past) > 0 && past[len(past)-1].Current:
		r.keep(ctx, o, past[len(past)-1])
	default:
		o.Outcome = Waiting
		if o.Late(r.Now) {
			o.Outcome = Late
		}
		o.Missing = filepath.Join(r.Config.AreasDir, o.Area, o.Period.String()+".yaml")
	}
}

// past lists the releases of an edition. In a folder, nothing is mended: other runs may be about the area.
func (r *dueRun) past(ctx context.Context, o *Owed) ([]publish.Past, error) {
	if r.Store != nil {
		return r.Store(o.Area, o.Period.String()).Releases(ctx)
	}
	return publish.Releases(r.Config.Output.EditionDir(o.Area, o.Period.String()))
}

// keep verifies a release that cannot be made again.
func (r *dueRun) keep(ctx context.Context, o *Owed, current publish.Past) {
	var releaseStore ReleaseStore = dirStore{dir: current.Dir}
	if r.Store != nil {
		releaseStore = r.Store(o.Area, o.Period.String())
	}
	err := current.Err
	if err == nil {
		var whole bool
		if whole, err = releaseStore.Whole(ctx, current.Manifest); err == nil && !whole {
			err = message.Errorf("the release is damaged, and there are no data to make it again from")
		}
	}
	if err != nil {
		o.Outcome, o.Err = Failed, message.Errorf("%s: %w", current.Dir, err)
		return
	}
	o.Outcome = Unchanged
	o.Result = &Result{
		Checked: Checked{Area: stat.Area{Code: o.Area}, Period: o.Period},
		Release: publish.Release{Dir: current.Dir, Manifest: current.Manifest}, Unchanged: true,
	}
}
