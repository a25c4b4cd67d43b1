package export

import (
	"context"
	"path/filepath"
	"slices"

	"nianbao/internal/briefing"
	"nianbao/internal/config"
	"nianbao/internal/document"
	"nianbao/internal/message"
	"nianbao/internal/publish"
	"nianbao/internal/stat"
	"nianbao/internal/tidy"
	"nianbao/internal/webpage"
	"nianbao/internal/wording"
	"nianbao/internal/workbook"
)

// formats say who writes the files of each format, in the order in which they are made. A new format is a package that makes
// its bytes, a line here and one in package config.
var formats = []struct {
	name string
	make func(*making) ([]publish.File, error)
}{
	{config.XLSX, (*making).workbook},
	{config.CSV, (*making).tables},
	{config.JSON, (*making).json},
	{config.SDMX, (*making).exchange},
	{config.PDF, (*making).briefing}, // the others are attached to it
	{config.HTML, (*making).webPage}, // the last: it leads to the others
}

// making is a run whose files are being made, with what they share.
type making struct {
	*run
	rows  []wording.DataRow                    // of facts and variants
	all   []wording.DataRow                    // and of what is derived
	told  *future[[]byte]                      // edition.json
	pages map[string]*future[*briefing.Tagged] // of the briefings
	page  *future[*webpage.Page]
}

// briefings are the kinds of files of the briefings, by the names that the configuration has for them.
var briefings = map[string]string{"standard": config.Briefing, "brief": config.Brief, "full": config.Full}

// kindOf is the kind of document of a briefing.
func (r *run) kindOf(name string) document.Kind {
	if kind := document.Kind(name); kind != document.Brief || r.Config.BriefPages == "one" {
		return kind
	}
	return document.Leaflet
}

// render makes every file in memory. The pages of the briefing are drawn and tagged while the other files are made.
func (r *run) render(ctx context.Context) error {
	zh, en := r.words[r.chinese()], r.words[stat.En]
	m := &making{run: r, rows: wording.DataRows(zh, en, r.edition)}
	m.all = slices.Concat(m.rows, wording.DerivedRows(zh, en, r.edition))
	m.pages = map[string]*future[*briefing.Tagged]{}
	for _, name := range r.Config.Briefings {
		m.pages[name] = async(r.wants(config.PDF), func() (*briefing.Tagged, error) { return m.tagged(r.kindOf(name)) })
		defer m.pages[name].wait()
	}
	m.page = async(r.wants(config.HTML), m.compose)
	defer m.page.wait()
	m.told = async(r.wants(config.JSON), func() ([]byte, error) { return tidy.JSON(r.edition, m.all, r.allWords()) })
	defer m.told.wait()
	for _, f := range formats {
		if !r.wants(f.name) {
			continue
		}
		main := config.KindsOf(f.name)[0]
		if err := ctx.Err(); err != nil {
			return message.Errorf("stopped before the %s was made: %w", main, err)
		}
		files, err := f.make(m)
		if err != nil {
			return message.Errorf("make the %s: %w", main, err)
		}
		r.files = append(r.files, files...)
	}
	return r.face.Err()
}

func (m *making) workbook() ([]publish.File, error) {
	data, err := workbook.Render(m.edition, workbook.Options{
		Words: m.editionWords(), Data: m.rows, Created: m.dated(), Creator: m.creator(),
		Profile: workbook.Profile(m.Config.Workbook.Profile),
	})
	return []publish.File{m.file(config.Book, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", data)}, err
}

// tables makes the CSV files and the data package that describes them.
func (m *making) tables() ([]publish.File, error) {
	zh, en := m.words[m.chinese()], m.words[stat.En]
	tables, err := tidy.Tables(m.edition, m.all, zh, en)
	if err != nil {
		return nil, err
	}
	var files []publish.File
	var described []tidy.TableFile
	for _, t := range tables {
		data, err := t.CSV(m.Config.CSV.BOM)
		if err != nil {
			return nil, err
		}
		f := m.file(t.Kind, "text/csv; charset=utf-8", data)
		d := publish.DigestOf(f)
		files = append(files, f)
		described = append(described, tidy.TableFile{Table: t, Name: d.Name, Bytes: d.Bytes, SHA256: d.SHA256})
	}
	data, err := tidy.DataPackage(m.edition, described, tidy.PackageOptions{
		Zh: zh, En: en, Created: m.dated(), Version: m.version(), Program: m.creator(),
	})
	return append(files, m.file(config.DataPackage, "application/json", data)), err
}

func (m *making) json() ([]publish.File, error) {
	data, err := m.told.get()
	return []publish.File{m.file(config.Edition, "application/json", data)}, err
}

func (m *making) exchange() ([]publish.File, error) {
	data, err := tidy.SDMX(m.all)
	return []publish.File{m.file(config.Exchange, "application/vnd.sdmx.data+csv; version=2.0.0", data)}, err
}

func (m *making) briefing() ([]publish.File, error) {
	var files []publish.File
	for _, name := range m.Config.Briefings {
		t, err := m.pages[name].get()
		if err != nil {
			return nil, err
		}
		var attached []briefing.Attachment
		if name != string(document.Brief) { // which is sent around by itself
			attached = m.attachments()
		}
		data, err := t.Finish(attached)
		if err != nil {
			return nil, err
		}
		files = append(files, m.file(briefings[name], "application/pdf", data))
	}
	return files, nil
}

func (m *making) tagged(kind document.Kind) (*briefing.Tagged, error) {
	d, err := m.draw(kind)
	if err != nil {
		return nil, err
	}
	return d.Tag()
}

func (m *making) draw(kind document.Kind) (*briefing.Drawing, error) {
	doc, err := document.Build(m.edition, m.editionWords(), kind)
	if err != nil {
		return nil, err
	}
	theme, err := briefing.ThemeByName(m.Config.Theme.Name)
	if err != nil {
		return nil, err
	}
	color := func(c config.Color) briefing.Color {
		red, green, blue := c.RGB()
		return briefing.Color{R: red, G: green, B: blue}
	}
	c := m.Config.Theme.Colors
	return briefing.Draw(doc, briefing.Options{
		Words: m.editionWords(), Typeface: m.face, Theme: theme, Layout: briefing.Layout(m.Config.Layout),
		Created: m.created(), Creator: m.creator(), Highlighted: m.highlighted,
		Colors: briefing.Palette{Accent: color(c.Accent), Ink: color(c.Ink), Muted: color(c.Muted), Rule: color(c.Rule), Paper: color(c.Paper)},
	})
}

// attachments are the workbook and the data, which go with the briefing wherever it goes.
func (m *making) attachments() []briefing.Attachment {
	w := m.allWords()[0]
	var out []briefing.Attachment
	for _, f := range m.files {
		switch filepath.Ext(f.Name) {
		case "." + config.XLSX:
			out = append(out, briefing.Attachment{Name: f.Name, Media: f.Media, Description: w.Phrase("terminal.file.workbook"), Data: f.Data})
		case "." + config.CSV:
			out = append(out, briefing.Attachment{Name: f.Name, Media: "text/csv", Description: w.Phrase("terminal.file.data"), Data: f.Data})
		}
	}
	return out
}
