// Package desk is an area's data while people work on them: figures and sentences are changed, changes are undone, an edition
// is looked at and published, and each of these acts stands in the area's log.
//
// In: the settings, and what people want to change. Out: the changed files of the area's folder, what the checks find in them,
// editions in memory, and releases. Data are read again only where a file has changed. Many may work at the same time. The
// package must not know HTTP or HTML, and must not judge a figure, word a sentence, or make a file of an edition: it calls the
// packages that do.
package desk

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"nianbao/internal/config"
	"nianbao/internal/dataset"
	"nianbao/internal/export"
	"nianbao/internal/file"
	"nianbao/internal/message"
	"nianbao/internal/publish"
	"nianbao/internal/stat"
	"nianbao/internal/tidy"
)

// Options are what a desk works with.
type Options struct {
	// Settings reads the configuration; the values of some of its keys may be given, which win over all others.
	Settings func(set map[string]string) (*config.Config, error)
	// Job makes the job of an edition of these settings.
	Job    func(*config.Config) (export.Job, error)
	Holder string // what is said to others that find a folder locked
	Now    func() time.Time
}

// Desk works on all areas of a folder.
type Desk struct {
	Options
	mu    sync.Mutex
	areas map[string]*area
	fonts *export.Fonts // of the settings that they were made for
	faces config.Fonts
}

// New makes a desk. It reads nothing yet.
func New(opt Options) *Desk { return &Desk{Options: opt, areas: map[string]*area{}} }

// area is one area at the desk. Its lock is held while its files are changed.
type area struct {
	mu     sync.Mutex
	code   string
	desk   *Desk
	undo   []edit
	mended bool // what a killed run has announced in the log is settled

	look     sync.Mutex // guards what is below
	finished bool       // the files are what the log says, as far as a killed run is to blame
	held     *Held
	checked  map[stat.Period]*export.Checked
	pages    []shown
}

// Held is an area's data at one moment. They are not changed.
type Held struct {
	Code   string
	Folder string // of its files
	Data   *stat.Dataset
	Inputs []dataset.Input
}

// at is the area of a code. There need not be one.
func (d *Desk) at(code string) (*area, error) {
	if !stat.IsCode(code) {
		return nil, dataset.UnknownAreaError{}
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	a := d.areas[code]
	if a == nil {
		a = &area{code: code, desk: d}
		d.areas[code] = a
	}
	return a, nil
}

// Settings of the desk as they are now.
func (d *Desk) config() (*config.Config, error) { return d.Settings(nil) }

// Areas lists the areas there are; none where there is no folder of areas yet.
func (d *Desk) Areas(ctx context.Context) ([]string, error) {
	c, err := d.config()
	if err != nil {
		return nil, err
	}
	folder, err := export.OpenAreas(ctx, c.AreasDir)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil, nil
		}
		return nil, err
	}
	return dataset.Areas(folder)
}

// Open gives an area's data as they are in its files now. An area that there is not is a [dataset.UnknownAreaError], and faults
// of the files are [dataset.Errors].
func (d *Desk) Open(ctx context.Context, code string) (*Held, error) {
	a, err := d.at(code)
	if err != nil {
		return nil, err
	}
	a.look.Lock()
	defer a.look.Unlock()
	return a.open(ctx)
}

// open reads the files, and parses them if one has changed.
func (a *area) open(ctx context.Context) (*Held, error) {
	c, err := a.desk.config()
	if err != nil {
		return nil, err
	}
	home := filepath.Join(c.AreasDir, a.code)
	_ = a.finish(home) // who only looks need not write; who edits is told
	folder := file.Dir(ctx, c.AreasDir)
	if a.held != nil {
		inputs, err := dataset.Inputs(folder, a.code)
		if err == nil && same(inputs, a.held.Inputs) {
			return a.held, nil
		}
	}
	data, inputs, err := dataset.Load(folder, a.code)
	if err != nil {
		a.keep(nil)
		return nil, err
	}
	a.keep(&Held{a.code, home, data, dataset.Rooted(inputs)})
	return a.held, nil
}

// keep takes data for the present ones.
func (a *area) keep(h *Held) {
	a.held, a.checked, a.pages = h, map[stat.Period]*export.Checked{}, nil
}

func same(a, b []dataset.Input) bool {
	return slices.EqualFunc(a, b, func(x, y dataset.Input) bool { return x.Name == y.Name && string(x.Data) == string(y.Data) })
}

// job is the job of an area's edition, whose data are at hand.
func (d *Desk) job(ctx context.Context, h *Held, period stat.Period, set map[string]string) (export.Job, error) {
	c, err := d.Settings(set)
	if err != nil {
		return export.Job{}, err
	}
	one := *c
	one.Area, one.Period = h.Code, period.String()
	job, err := d.Job(&one)
	if err != nil {
		return job, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.fonts == nil || d.faces != c.Fonts {
		d.faces, d.fonts = c.Fonts, export.NewFonts(context.WithoutCancel(ctx), c.Fonts)
	}
	job.Fonts, job.Loaded = d.fonts, &export.Loaded{Data: h.Data, Inputs: h.Inputs}
	return job, nil
}

// Check is what the checks find in an edition of these data.
func (d *Desk) Check(ctx context.Context, h *Held, period stat.Period) (*export.Checked, error) {
	a, err := d.at(h.Code)
	if err != nil {
		return nil, err
	}
	a.look.Lock()
	defer a.look.Unlock()
	return a.check(ctx, h, period)
}

func (a *area) check(ctx context.Context, h *Held, period stat.Period) (*export.Checked, error) {
	if a.held == h && a.checked[period] != nil {
		return a.checked[period], nil
	}
	c, err := a.desk.check(ctx, h, period)
	if err == nil && a.held == h {
		a.checked[period] = c
	}
	return c, err
}

func (d *Desk) check(ctx context.Context, h *Held, period stat.Period) (*export.Checked, error) {
	if _, ok := h.Data.Data(period); !ok {
		return &export.Checked{Area: h.Data.Area, Period: period, Findings: []tidy.Finding{}}, nil
	}
	job, err := d.job(ctx, h, period, nil)
	if err != nil {
		return nil, err
	}
	return export.Check(ctx, job)
}

// checkBeside begins to check and returns at once. What it returns waits for the findings; it may be called again.
func (d *Desk) checkBeside(ctx context.Context, h *Held, period stat.Period) func() (*export.Checked, error) {
	var c *export.Checked
	var err error
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer message.Caught(&err)
		c, err = d.check(ctx, h, period)
	}()
	return func() (*export.Checked, error) {
		<-done
		return c, err
	}
}

// digest is the SHA-256 of a file's contents, "" if there is no file.
func digest(data []byte) string {
	if data == nil {
		return ""
	}
	return publish.DigestOf(publish.File{Data: data}).SHA256
}

// StaleError says that something was changed since it was looked at.
type StaleError struct{ Msg *message.Text }

// Error gives the message in English.
func (e *StaleError) Error() string { return e.Msg.Error() }

// Message implements [message.Messenger].
func (e *StaleError) Message() *message.Text { return e.Msg }
