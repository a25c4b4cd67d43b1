package export

import (
	"context"
	"fmt"
	"slices"
	"time"

	"nianbao/internal/canonjson"
	"nianbao/internal/config"
	"nianbao/internal/dataset"
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/message"
	"nianbao/internal/publish"
	"nianbao/internal/stat"
)

// MostDrawn is how many facts an edition with a briefing has at most. One of more would have thousands of pages, and take
// gigabytes of memory.
const MostDrawn = 20_000

func (r *run) wants(format string) bool {
	return slices.Contains(r.Config.Formats, format) && (format != config.PDF || r.undrawn == 0)
}

// buildEdition builds the edition as it is by itself, without what its earlier releases said.
func (r *run) buildEdition(context.Context) (err error) {
	r.edition, err = edition.Build(r.data, r.period, edition.Options{
		Langs: r.langs, Sections: r.Config.Sections, Draft: r.draft(), Release: r.date, Next: r.next, Numbered: r.Config.Numbered(),
		Issuer:   stat.Text{Hans: r.Config.Issuer.Hans, Hant: r.Config.Issuer.Hant, En: r.Config.Issuer.En},
		Findings: r.findings,
	})
	if err != nil || len(r.edition.Facts) <= MostDrawn || !r.wants(config.PDF) {
		return err
	}
	if r.undrawn = len(r.edition.Facts); len(r.Config.Formats) == 1 {
		return message.Errorf("the edition has %d facts, and one with a briefing %d at most: write other formats, as --format xlsx,csv,json", r.undrawn, MostDrawn)
	}
	if r.Undrawn != nil {
		r.Undrawn(r.data.Area.Code, r.period.String(), r.undrawn)
	}
	return nil
}

// nextEdition is the day from which the next period's edition is due, which the files name. It is zero if no
// schedule is set, or if the schedule has no edition before and after. Whether one is set is for the configuration to say; how
// often there is an edition can be for the area.
func (r *run) nextEdition(inputs []dataset.Input) (stat.Date, error) {
	if !r.Config.Schedule.Set || !r.wants(config.XLSX) && !r.wants(config.CSV) && !r.wants(config.JSON) {
		return stat.Date{}, nil
	}
	s, err := Schedule(r.Config.Schedule)
	if err != nil {
		return stat.Date{}, err
	}
	next := s.Of(dataset.ScheduleIn(inputs)).Following(r.period)
	if next.Period.IsZero() {
		return stat.Date{}, nil
	}
	return stat.ParseDate(next.Due.Format(time.DateOnly))
}

// revise makes the edition the release that is made, which says what has changed since earlier ones. A draft is compared
// with none.
func (r *run) revise(context.Context) error {
	if r.draft() {
		return nil
	}
	priors, err := r.priors()
	if err != nil {
		return err
	}
	r.edition = r.edition.AsRelease(r.data, r.number, priors)
	return nil
}

// releaseDate is the configured date, else that of SOURCE_DATE_EPOCH, else none: the data do not know when the
// edition is released.
func (r *run) releaseDate() (stat.Date, error) {
	switch {
	case r.Config.ReleaseDate != "":
		return stat.ParseDate(r.Config.ReleaseDate)
	case !r.Epoch.IsZero():
		return stat.ParseDate(r.Epoch.UTC().Format(time.DateOnly))
	}
	return stat.Date{}, nil
}

// created is the moment the briefing says it was made at: SOURCE_DATE_EPOCH, else the release date, else the latest
// day the data speak of, the period's end or a source's date. It is never now, so that the same input gives the
// same files.
func (r *run) created() time.Time {
	if !r.Epoch.IsZero() {
		return r.Epoch.UTC()
	}
	d := r.date
	if d.IsZero() {
		d = r.period.End()
		for _, s := range r.data.Area.Sources {
			if !s.Date.IsZero() && s.Date.Compare(d) > 0 {
				d = s.Date.First()
			}
		}
	}
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// dated is the moment of created if the release's date is known; zero otherwise.
func (r *run) dated() time.Time {
	if r.Epoch.IsZero() && r.date.IsZero() {
		return time.Time{}
	}
	return r.created()
}

// version is that of the data: the name of the release and its build.
func (r *run) version() string {
	if r.draft() {
		return publish.Draft
	}
	return publish.Name(r.number, r.build)
}

func (r *run) file(kind, media string, data []byte) publish.File {
	return publish.File{Name: r.fileName(kind), Data: data, Media: media}
}

func (r *run) fileName(kind string) string {
	return r.Config.Output.FileName(r.data.Area.Code, r.period.String(), kind)
}

func (r *run) editionWords() []*locale.Words { return r.allWords()[:len(r.langs)] }

// creator is what the files say they were made by.
func (r *run) creator() string { return fmt.Sprintf("%s, output version %d", program, OutputVersion) }

// program is the name of the program in what it writes.
const program = "nianbao"

// manifest says what the release is made from; all of it but content and findings is known once the data are loaded.
func (r *run) manifest() publish.Manifest {
	m := publish.Manifest{
		Program: program, OutputVersion: OutputVersion, Tools: r.Tools, Area: r.data.Area.Code, Period: r.period.String(),
		Languages: r.Config.Languages, ReleaseDate: r.date.String(), Status: r.Config.Status,
		Inputs: r.inputs, Fonts: r.fontFiles, Number: r.number, Build: r.build, Supersedes: r.supersedes,
		Content: r.content, Later: r.later, Findings: r.found,
	}
	if r.content != nil {
		m.ContentDigest = canonjson.Digest(r.content)
	}
	for _, s := range r.Config.Effective() {
		if !s.Local {
			m.Configuration = append(m.Configuration, publish.Setting{Key: s.Key, Value: s.Value})
		}
	}
	m.Configuration = append(m.Configuration, publish.Setting{Key: "created", Value: r.created().Format(time.RFC3339)})
	if r.composed != "" {
		m.Configuration = append(m.Configuration, publish.Setting{Key: composedKey, Value: r.composed})
	}
	if !r.next.IsZero() {
		m.Configuration = append(m.Configuration, publish.Setting{Key: "next_edition", Value: r.next.String()})
	}
	return m
}

// publish hands the files over with a manifest that says what they were made from.
func (r *run) publish(ctx context.Context) (err error) {
	if r.Rendered != nil {
		r.Rendered()
	}
	if r.release, err = r.releaseStore.Publish(ctx, r.manifest(), r.files); err != nil {
		return &PublishError{err}
	}
	return nil
}
