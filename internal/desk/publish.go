package desk

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"strings"

	"nianbao/internal/config"
	"nianbao/internal/export"
	"nianbao/internal/journal"
	"nianbao/internal/message"
	"nianbao/internal/publish"
	"nianbao/internal/stat"
)

// Look says what of an edition is looked at, and how.
type Look struct {
	Format    string   // as the configuration names it; "" for the configured ones
	Briefing  string   // standard, brief or full, of the briefing; "" for the configured ones
	Languages []string // none for the configured ones
	Theme     string   // of the briefing; "" for the configured one
	Sections  []string // none for the configured ones
	Draft     bool
}

// settings are the settings of a look.
func (l Look) settings() map[string]string {
	set := map[string]string{
		"formats": l.Format, "briefings": l.Briefing, "languages": strings.Join(l.Languages, ","), "theme.name": l.Theme,
		"sections": strings.Join(l.Sections, ","),
	}
	if l.Draft {
		set["status"] = publish.Draft
	}
	maps.DeleteFunc(set, func(_, value string) bool { return value == "" })
	return set
}

// shown is an edition that was looked at.
type shown struct {
	period  stat.Period
	look    string
	edition *export.Previewed
}

// mostShown is how many editions are kept in memory, of one state of an area's data.
const mostShown = 6

// Preview makes an edition of an area's data in memory, see [export.Preview].
func (d *Desk) Preview(ctx context.Context, h *Held, period stat.Period, look Look) (*export.Previewed, error) {
	a, err := d.at(h.Code)
	if err != nil {
		return nil, err
	}
	set := look.settings()
	key := fmt.Sprint(set)
	a.look.Lock()
	if a.held == h {
		for _, s := range a.pages {
			if s.period == period && s.look == key {
				a.look.Unlock()
				return s.edition, nil
			}
		}
	}
	a.look.Unlock()
	job, err := d.job(ctx, h, period, set)
	if err != nil {
		return nil, err
	}
	job.Highlight = look.Format != ""
	p, err := export.Preview(ctx, job)
	if err != nil {
		return nil, err
	}
	a.look.Lock()
	defer a.look.Unlock()
	if a.held == h && look.Format != "" { // the others are large, and are looked at once
		a.pages = append(a.pages, shown{period, key, p})
		a.pages = a.pages[max(0, len(a.pages)-mostShown):]
	}
	return p, nil
}

// Publishing is what is published, and how.
type Publishing struct {
	Digest  string // of the content that was looked at, and is to be published
	Replace bool   // files and languages of the published release may vanish
	Draft   bool   // a draft is made, which is no release
}

// ErrEmpty says that an edition would be published in which no figure has a value.
var ErrEmpty = message.Errorf("no figure has a value yet: enter figures first")

// Publish exports an edition of what the content was when it was looked at. If it has changed since, the error is a
// [*StaleError], and nothing is published. Here is the place for what has to come before: that others have checked and signed
// off the content of this digest.
func (d *Desk) Publish(ctx context.Context, who, code string, period stat.Period, p Publishing) (result *export.Result, err error) {
	a, err := d.at(code)
	if err != nil {
		return nil, err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	h, err := d.Open(ctx, code)
	if err != nil {
		return nil, err
	}
	a.look.Lock()
	err = a.finish(h.Folder)
	a.look.Unlock()
	if err = errors.Join(err, a.mend(ctx, h)); err != nil {
		return nil, err
	}
	unlock, err := journal.Lock(h.Folder, d.Holder) // so that nobody takes this run for one that was killed
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, unlock()) }()
	if Empty(h, period) && !p.Draft {
		return nil, ErrEmpty
	}
	job, err := d.job(ctx, h, period, Look{Draft: p.Draft}.settings())
	if err != nil {
		return nil, err
	}
	job.Replace = p.Replace
	digest, err := export.Digest(ctx, job)
	if err != nil {
		return nil, err
	}
	if digest != p.Digest {
		return nil, &StaleError{message.Plain("the data have changed since you looked at them: look at what would be published again")}
	}
	entry := journal.Entry{Time: d.Now(), Who: who, Act: journal.Announced, Period: period.String(), Release: &journal.Release{Content: digest, Draft: p.Draft}}
	if entry, err = journal.Add(h.Folder, entry); err != nil {
		return nil, err
	}
	end := a.ending(entry, journal.Failed, nil)
	result, err = export.Run(ctx, job)
	switch {
	case err != nil:
	case result.Unchanged:
		end.Act = journal.Unchanged
	default:
		end.Act, end.Release = journal.Published, release(result.Release.Manifest)
	}
	a.look.Lock()
	a.pages = nil // they were compared with the release before
	a.look.Unlock()
	_, logged := journal.Add(h.Folder, end)
	return result, errors.Join(err, logged)
}

// release is a published release as the log has it.
func release(m publish.Manifest) *journal.Release {
	r := &journal.Release{Content: m.ContentDigest, Build: m.BuildDigest, Draft: m.Draft()}
	if !m.Draft() {
		r.Name = m.Name()
	}
	return r
}

// settle says in the log what became of a release that a killed run has announced. The caller holds the lock of the folder.
func (a *area) settle(ctx context.Context, h *Held, announced journal.Entry) error {
	end := a.ending(announced, journal.Failed, nil)
	if period, err := stat.ParsePeriod(announced.Period); err == nil && announced.Release != nil {
		m, err := a.desk.Published(ctx, h, period, announced.Release.Draft)
		if err != nil {
			return err
		}
		if m != nil && m.ContentDigest == announced.Release.Content {
			end = a.ending(announced, journal.Published, release(*m))
		}
	}
	_, err := journal.Add(h.Folder, end)
	return err
}

// Published is the manifest of the published release of an edition, or of its draft; nil if there is none, or it is damaged.
func (d *Desk) Published(ctx context.Context, h *Held, period stat.Period, draft bool) (*publish.Manifest, error) {
	c, err := d.config()
	if err != nil {
		return nil, err
	}
	job, err := d.Job(c)
	if err != nil {
		return nil, err
	}
	past, err := releases(ctx, job, c, h.Code, period, draft)
	for i := len(past) - 1; i >= 0; i-- {
		if past[i].Current && past[i].Err == nil {
			return &past[i].Manifest, err
		}
	}
	return nil, err
}

func releases(ctx context.Context, job export.Job, c *config.Config, code string, period stat.Period, draft bool) ([]publish.Past, error) {
	place := period.String()
	if draft {
		place += export.DraftSuffix
	}
	if job.Store != nil {
		return job.Store(code, place).Releases(ctx)
	}
	return publish.Releases(c.Output.EditionDir(code, place))
}
