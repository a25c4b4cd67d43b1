package export

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"nianbao/internal/briefing"
	"nianbao/internal/canonjson"
	"nianbao/internal/config"
	"nianbao/internal/document"
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/publish"
	"nianbao/internal/stat"
	"nianbao/internal/tidy"
	"nianbao/internal/wording"
	"nianbao/internal/workbook"
)

func (r *run) wants(format string) bool { return slices.Contains(r.Config.Formats, format) }

// buildEdition builds the edition as it is by itself, without what its earlier releases said.
func (r *run) buildEdition(context.Context) (err error) {
	r.edition, err = edition.Build(r.data, r.period, edition.Options{
		Langs: r.langs, Sections: r.Config.Sections, Draft: r.draft(), Release: r.date,
		Issuer:   stat.Text{Hans: r.Config.Issuer.Hans, Hant: r.Config.Issuer.Hant, En: r.Config.Issuer.En},
		Findings: r.findings,
	})
	return err
}

// revise makes the edition the release that is made, which says what has changed since earlier ones. A draft is compared
// with none.
func (r *run) revise(context.Context) error {
	if r.draft() {
		return nil
	}
	former, err := r.former()
	if err != nil {
		return err
	}
	r.edition = r.edition.AsRelease(r.data, r.number, former)
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

// created is the moment the files say they were made at: SOURCE_DATE_EPOCH, else the release date, else the latest
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

// render makes every file in memory. The pages of the briefing are drawn and tagged while the other files are made,
// which are attached to it in the end.
func (r *run) render(ctx context.Context) error {
	rows := wording.DataRows(r.words[r.chinese()], r.words[stat.En], r.edition)
	pages := later(r.wants(config.PDF), r.tagged)
	defer pages.wait()
	json := later(r.wants(config.JSON), func() ([]byte, error) { return tidy.JSON(r.edition, rows, r.speakers()) })
	defer json.wait()
	for _, f := range []struct {
		format string
		render func() ([]publish.File, error)
	}{
		{config.XLSX, r.single(config.Book, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", func() ([]byte, error) { return r.workbook(rows) })},
		{config.CSV, func() ([]publish.File, error) { return r.tables(rows) }},
		{config.JSON, r.single(config.Edition, "application/json", json.get)},
		// The last, because others are attached to it.
		{config.PDF, r.single(config.Briefing, "application/pdf", func() ([]byte, error) {
			t, err := pages.get()
			if err != nil {
				return nil, err
			}
			return t.Finish(r.attachments())
		})},
	} {
		if !r.wants(f.format) {
			continue
		}
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("stopped before the %s was made: %w", config.KindsOf(f.format)[0], err)
		}
		files, err := f.render()
		if err != nil {
			return fmt.Errorf("make the %s: %w", config.KindsOf(f.format)[0], err)
		}
		r.files = append(r.files, files...)
	}
	return nil
}

// single makes the one file of a format that has no more.
func (r *run) single(kind, media string, render func() ([]byte, error)) func() ([]publish.File, error) {
	return func() ([]publish.File, error) {
		data, err := render()
		return []publish.File{r.file(kind, media, data)}, err
	}
}

func (r *run) file(kind, media string, data []byte) publish.File {
	return publish.File{Name: r.fileName(kind), Data: data, Media: media}
}

func (r *run) fileName(kind string) string {
	return r.Config.Output.FileName(r.data.Area.Code, r.period.String(), kind)
}

// tables makes the CSV files and the data package that describes them.
func (r *run) tables(rows []wording.DataRow) ([]publish.File, error) {
	zh, en := r.words[r.chinese()], r.words[stat.En]
	tables, err := tidy.Tables(r.edition, rows, zh, en)
	if err != nil {
		return nil, err
	}
	var files []publish.File
	var described []tidy.TableFile
	for _, t := range tables {
		data, err := t.CSV()
		if err != nil {
			return nil, err
		}
		f := r.file(t.Kind, "text/csv; charset=utf-8", data)
		d := publish.DigestOf(f)
		files = append(files, f)
		described = append(described, tidy.TableFile{Table: t, Name: d.Name, Bytes: d.Bytes, SHA256: d.SHA256})
	}
	data, err := tidy.DataPackage(r.edition, described, tidy.PackageOptions{
		Zh: zh, En: en, Created: r.created(), Version: r.creator(),
	})
	return append(files, r.file(config.DataPackage, "application/json", data)), err
}

func (r *run) tagged() (*briefing.Tagged, error) {
	d, err := r.draw()
	if err != nil {
		return nil, err
	}
	return d.Tag()
}

func (r *run) draw() (*briefing.Drawing, error) {
	c := r.Config.Theme.Colors
	color := func(c config.Color) briefing.Color {
		red, green, blue := c.RGB()
		return briefing.Color{R: red, G: green, B: blue}
	}
	theme, err := briefing.ThemeByName(r.Config.Theme.Name)
	if err != nil {
		return nil, err
	}
	doc, err := document.Build(r.edition, r.editionWords())
	if err != nil {
		return nil, err
	}
	return briefing.Draw(doc, briefing.Options{
		Words: r.editionWords(), Typeface: r.face, Theme: theme, Layout: briefing.Layout(r.Config.Layout),
		Created: r.created(), Creator: r.creator(),
		Colors: briefing.Palette{Accent: color(c.Accent), Ink: color(c.Ink), Muted: color(c.Muted), Rule: color(c.Rule), Paper: color(c.Paper)},
	})
}

// attachments are the workbook and the data, which go with the briefing wherever it goes.
func (r *run) attachments() []briefing.Attachment {
	w := r.speakers()[0]
	var out []briefing.Attachment
	for _, f := range r.files {
		switch filepath.Ext(f.Name) {
		case "." + config.XLSX:
			out = append(out, briefing.Attachment{Name: f.Name, Media: f.Media, Description: w.Phrase("terminal.file.workbook"), Data: f.Data})
		case "." + config.CSV:
			out = append(out, briefing.Attachment{Name: f.Name, Media: "text/csv", Description: w.Phrase("terminal.file.data"), Data: f.Data})
		}
	}
	return out
}

func (r *run) workbook(rows []wording.DataRow) ([]byte, error) {
	return workbook.Render(r.edition, workbook.Options{
		Words: r.editionWords(), Data: rows, Created: r.created(), Creator: r.creator(),
		Profile: workbook.Profile(r.Config.Workbook.Profile),
	})
}

func (r *run) editionWords() []*locale.Words { return r.speakers()[:len(r.langs)] }

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
	return m
}

// publish hands the files over with a manifest that says what they were made from.
func (r *run) publish(ctx context.Context) (err error) {
	if r.Made != nil {
		r.Made()
	}
	if r.release, err = r.shelf.Publish(ctx, r.manifest(), r.files); err != nil {
		return &PublishError{err}
	}
	return nil
}
