package export

import (
	"context"
	"errors"
	"io/fs"
	"time"

	"nianbao/internal/check"
	"nianbao/internal/config"
	"nianbao/internal/edition"
	"nianbao/internal/file"
	"nianbao/internal/locale"
	"nianbao/internal/message"
	"nianbao/internal/publish"
	"nianbao/internal/reading"
	"nianbao/internal/stat"
	"nianbao/internal/tidy"
)

// Job is one edition to export.
type Job struct {
	Config        *config.Config
	Tools         []publish.Tool // what the program was built with
	Epoch         time.Time      // SOURCE_DATE_EPOCH; zero if not set
	Holder        string         // what is said of this run to others that find the output folder locked; one line
	OnlyIfChanged bool           // leave a published edition alone unless what it says has changed
	Replace       bool           // files and languages of the published release may vanish
	Progress      func(step string)
	Rendered      func() // called when every file is made and what is left is to publish them; may be nil
	// Fonts are shared by editions of one configuration; nil for those that read the fonts for themselves.
	Fonts *Fonts
	// Rounds lets editions that are made at the same time wait for the disk together; nil for one that waits alone.
	Rounds *publish.Rounds
	// Undrawn is told of an edition that has more facts than [MostDrawn], and so no briefing; may be nil.
	Undrawn func(area, period string, facts int)
	// Store gives the release store of an edition in a store; nil for the output folder.
	Store func(area, period string) ReleaseStore
	// Highlight lets a preview highlight what differs from the published release.
	Highlight bool
	// Loaded are the area's data, if they were read before; nil to read them.
	Loaded *Loaded
}

// Checked is what the checks found in an area's data for a period, in words.
type Checked struct {
	Area     stat.Area
	Period   stat.Period
	Findings []tidy.Finding
}

// Result is what a job has done.
type Result struct {
	Checked
	Release    publish.Release // the one published now, whether this job made it or found it; or a draft
	Supersedes string          // the build it took the place of, as r1 or r1.2; "" if there was none
	Repaired   bool            // the build was there, damaged, and was made again under its number
	Undrawn    int             // how many facts it has, if these are too many for the briefing that was asked for
	Unchanged  bool            // nothing was made: the build that is published, verified, is the same
}

// Rebuilt reports whether the job made another build of the release that was published.
func (r *Result) Rebuilt() bool { return r.Release.Manifest.Build > 1 && !r.Unchanged && !r.Repaired }

// CheckError says that the data failed their checks.
type CheckError struct{ Checked }

// Error gives the message in English.
func (e *CheckError) Error() string { return e.Message().Error() }

// Message counts the findings that block.
func (e *CheckError) Message() *message.Text {
	n := 0
	for _, f := range e.Findings {
		if f.Blocks() {
			n++
		}
	}
	found := message.Of("%d finding keeps", n)
	if n != 1 {
		found = message.Of("%d findings keep", n)
	}
	return message.Of("check %q for %s: %s the edition from being written", e.Area.Code, e.Period, found)
}

// run carries what the steps of a job hand on.
type run struct {
	Job
	data         *stat.Dataset
	inputs       []publish.Digest
	period       stat.Period
	langs        []stat.Lang
	words        map[stat.Lang]*locale.Words
	derived      map[stat.Place]bool // of the texts whose traditional Chinese is
	face         face
	findings     []stat.Finding
	edition      *edition.Edition
	files        []publish.File
	fontFiles    []publish.Digest // of the site's own fonts
	date         stat.Date        // of the release; zero if it has none
	next         stat.Date        // from which the next period's edition is due; zero if unknown
	releaseStore ReleaseStore
	highlighted  map[string]bool // IDs of what differs from the published release, in a preview
	undrawn      int             // facts of an edition that has too many for the briefing that is asked for; else 0
	prior
	release publish.Release
}

// step is one step of a job.
type step struct {
	name string
	do   func(context.Context) error
}

// Run exports one edition under the lock of its output folder, see [Edition]. If another run holds the lock the error
// is a [*publish.LockedError], and nothing was read or written.
func Run(ctx context.Context, job Job) (result *Result, err error) {
	unlock, err := Lock(job)
	if err != nil {
		return nil, err
	}
	defer releaseLock(unlock, &result, &err)
	return Edition(ctx, job)
}

// releaseLock unlocks when a job ends, and after a panic too, which a batch goes on after.
func releaseLock(unlock func() error, result **Result, err *error) {
	lockErr := unlock()
	if lockErr == nil {
		return
	}
	*result, *err = nil, errors.Join(*err, StillLocked(*err == nil, lockErr))
}

// StillLocked is the error of a run that cannot release the lock. It says so where everything is published all the same.
func StillLocked(published bool, err error) error {
	if published {
		err = message.Errorf("everything is published as it should be, but the lock cannot be released: %w", err)
	}
	return &PublishError{err}
}

// Lock keeps other runs out of a job's output folder. A store has no lock.
func Lock(job Job) (unlock func() error, err error) {
	if job.Store != nil {
		return func() error { return nil }, nil
	}
	unlock, err = publish.Lock(job.Config.Output.Dir, job.Holder)
	if err != nil {
		return nil, &PublishError{err}
	}
	return unlock, nil
}

// Edition exports one edition: every step in order, and nothing published unless all before it succeeded. The caller
// holds the [Lock] of the output folder, unless other runs do other areas there at the same time. A release that is
// published already is left as it is if it is whole. If the checks find errors the result is a [*CheckError]; an
// interrupted context ends the job between two steps.
func Edition(ctx context.Context, job Job) (result *Result, err error) {
	defer job.Rounds.Begin()()
	r := &run{Job: job}
	if err := r.runSteps(ctx, step{"load", r.load}); err != nil {
		return nil, err
	}
	unlock, err := r.reserve()
	if err != nil {
		return nil, err
	}
	defer releaseLock(unlock, &result, &err)
	return r.make(ctx)
}

// make does what comes after loading.
func (r *run) make(ctx context.Context) (*Result, error) {
	for _, steps := range [][]step{
		{{"look back", r.lookBack}},
		{{"words", r.word}, {"fonts", r.loadFonts}, {"check", r.check}, {"hold errors", r.refuse}, {"build", r.buildEdition}, {"follow", r.follow}},
		{{"revise", r.revise}, {"render", r.render}, {"hold files", r.holdFiles}, {"publish", r.publish}},
	} {
		if err := r.runSteps(ctx, steps...); err != nil {
			return nil, err
		}
		if r.unchanged {
			return r.published()
		}
	}
	result := &Result{Checked: r.checked(), Release: r.release, Undrawn: r.undrawn}
	if len(r.earlier) > 0 && !r.draft() {
		result.Supersedes = r.earlier[len(r.earlier)-1].Name()
	}
	result.Repaired = r.repairs
	return result, nil
}

// Check loads and checks the data of one edition, and writes nothing. Findings are not an error.
func Check(ctx context.Context, job Job) (*Checked, error) {
	r := &run{Job: job}
	err := r.runSteps(ctx, step{"load", r.load}, step{"words", r.word}, step{"fonts", r.loadFonts}, step{"check", r.check})
	if err != nil {
		return nil, err
	}
	c := r.checked()
	return &c, nil
}

func (r *run) checked() Checked {
	return Checked{r.data.Area, r.period, tidy.Findings(r.findings, r.allWords())}
}

func (r *run) runSteps(ctx context.Context, steps ...step) error {
	for _, s := range steps {
		if err := ctx.Err(); err != nil {
			return message.Errorf("stopped before step %q: %w", s.name, err)
		}
		if r.Progress != nil {
			r.Progress(s.name)
		}
		if err := s.do(ctx); err != nil {
			return err
		}
	}
	return nil
}

// AreasError says that the folder of areas cannot be opened.
type AreasError struct{ Err error }

// Error gives the message in English.
func (e *AreasError) Error() string { return e.Message().Error() }

// Message implements [message.Messenger].
func (e *AreasError) Message() *message.Text {
	return message.Of("open the folder of areas: %v", e.Err)
}

func (e *AreasError) Unwrap() error { return e.Err }

// OpenAreas gives the folder of areas, whose files can be read as long as the context lasts. The error is an [*AreasError].
func OpenAreas(ctx context.Context, dir string) (fs.FS, error) {
	root, err := file.OpenRoot(dir)
	if err != nil {
		return nil, &AreasError{err}
	}
	_ = root.Close() // links may lead out of it
	return file.Dir(ctx, dir), nil
}

// PublishError says that a finished edition could not be published. What was published before stands.
type PublishError struct{ Err error }

func (e *PublishError) Error() string { return e.Err.Error() }

func (e *PublishError) Unwrap() error { return e.Err }

func (r *run) load(ctx context.Context) error {
	data, inputs, err := r.read(ctx)
	if err != nil {
		return err
	}
	r.data, r.inputs = data, digests(data.Area.Code, inputs)
	if err := r.choose(); err != nil {
		return err
	}
	if err := r.holdNames(); err != nil {
		return err
	}
	if r.date, err = r.releaseDate(); err != nil {
		return err
	}
	if r.next, err = r.nextEdition(inputs); err != nil {
		return err
	}
	return r.readFonts(ctx)
}

// holdNames refuses names that file systems cannot hold, before there is a file to be written.
func (r *run) holdNames() error {
	for name := range r.fileNames(config.Formats()...) {
		if len(name) > file.MostName || file.Reserved(name) {
			return &config.Error{Problems: []config.Problem{{Key: "output.name", Fault: message.Of("a file would be named %q, which not every file system can hold: choose a shorter or another pattern", name)}}}
		}
	}
	return nil
}

func (r *run) check(context.Context) error {
	reader := reading.For(r.data.Units)
	opt := check.Options{Langs: r.langs, Derived: r.derived, ReadPrinted: reader.Figure, ReadShare: reader.Share}
	if r.wants(config.PDF) {
		opt.Lacks = r.face.Lacks
	}
	r.findings = check.Check(r.data, r.period, opt)
	return r.face.Err()
}

func (r *run) refuse(context.Context) error {
	for _, f := range r.findings {
		if f.Blocks() {
			return &CheckError{r.checked()}
		}
	}
	return nil
}
