package config

import (
	"path/filepath"
	"strconv"
	"strings"
)

// DefaultFile is the configuration file that is read when none is named, if it exists. It is relative to the
// working directory.
const DefaultFile = "config/exporter.yaml"

// Config is the effective configuration: complete, checked, and not to be changed by its readers.
type Config struct {
	Area        string   `mapstructure:"area"`         // code of the area: a folder of AreasDir; "" is the only one there is
	Period      string   `mapstructure:"period"`       // as 2023 or 2024-Q1; "" is the latest the area has
	Languages   []string `mapstructure:"languages"`    // one or two different of zh-Hans, zh-Hant, en, in order
	Formats     []string `mapstructure:"formats"`      // what to write, of [Formats]; at least one
	AreasDir    string   `mapstructure:"areas_dir"`    // folder of the areas' folders
	Output      Output   `mapstructure:"output"`       // where files go and what they are called
	Layout      string   `mapstructure:"layout"`       // parallel, stacked or sequential
	Briefings   []string `mapstructure:"briefings"`    // standard, brief, full; at least one
	BriefPages  string   `mapstructure:"brief_pages"`  // one or four, of the brief
	Sections    []string `mapstructure:"sections"`     // chapters of the briefing, in order; at least one
	Numbering   string   `mapstructure:"numbering"`    // of the chapters: auto, on or off; see [Config.Numbered]
	Theme       Theme    `mapstructure:"theme"`        // the look
	Fonts       Fonts    `mapstructure:"fonts"`        // the site's own fonts
	CSV         CSVFiles `mapstructure:"csv"`          // what concerns the CSV files alone
	Workbook    Workbook `mapstructure:"workbook"`     // what concerns the workbook alone
	Issuer      Issuer   `mapstructure:"issuer"`       // overrides the area's issuer unless empty
	Status      string   `mapstructure:"status"`       // draft or final
	ReleaseDate string   `mapstructure:"release_date"` // YYYY-MM-DD; "" if none is given
	Schedule    Schedule `mapstructure:"schedule"`     // when editions are due

	File     string `mapstructure:"-"` // the configuration file read; "" if none was
	settings []Setting
}

// Output says where files go and what they are called.
type Output struct {
	Dir  string `mapstructure:"dir"`  // the root; an edition goes into <area>/<period> below it
	Name string `mapstructure:"name"` // pattern of file names without extension; see [Output.FileName]
}

// Theme is the look of the briefing and the workbook.
type Theme struct {
	Name   string `mapstructure:"name"` // briefing or gongwen
	Colors Colors `mapstructure:"colors"`
}

// Colors are the colours of a theme.
type Colors struct {
	Accent Color `mapstructure:"accent"` // titles, bars, the first series of a chart
	Ink    Color `mapstructure:"ink"`    // running text
	Muted  Color `mapstructure:"muted"`  // captions, sources, page numbers
	Rule   Color `mapstructure:"rule"`   // lines of tables
	Paper  Color `mapstructure:"paper"`  // the ground
}

// Color is an sRGB colour as #RRGGBB. Those of a loaded Config are well formed.
type Color string

// RGB returns the three parts, 0 to 255 each; black for a malformed colour.
func (c Color) RGB() (r, g, b uint8) {
	n, err := strconv.ParseUint(strings.TrimPrefix(string(c), "#"), 16, 24)
	if err != nil {
		return 0, 0, 0
	}
	return uint8(n >> 16), uint8(n >> 8), uint8(n)
}

// Fonts are paths of TrueType files; both empty for the embedded fonts.
type Fonts struct {
	Regular string `mapstructure:"regular"`
	Bold    string `mapstructure:"bold"`
}

// Issuer is who issues the edition, in each language; all empty for the area's own. Hant may be empty where
// Hans is not: it is then derived.
type Issuer struct {
	Hans string `mapstructure:"zh-Hans"`
	Hant string `mapstructure:"zh-Hant"`
	En   string `mapstructure:"en"`
}

// Workbook is what concerns the workbook alone.
type Workbook struct {
	Profile string `mapstructure:"profile"` // working (to sort, filter and edit) or published (values only)
}

// CSVFiles is what concerns the CSV files alone.
type CSVFiles struct {
	BOM bool `mapstructure:"bom"` // they begin with a byte-order mark
}

// Schedule says when editions are due. Its values are well formed; whether they agree is for package schedule.
type Schedule struct {
	Periods  string   `mapstructure:"periods"`  // months, quarters or years
	First    string   `mapstructure:"first"`    // the first period owed; "" for that of an area's first data
	Except   []string `mapstructure:"except"`   // periods without an edition: months of every year, as 01, or single ones, as 2025-01
	Days     string   `mapstructure:"days"`     // how days are counted: calendar or working
	Due      int      `mapstructure:"due"`      // days after a period's end from which on its edition is due
	Deadline int      `mapstructure:"deadline"` // days after a period's end until when its data are waited for
	Time     string   `mapstructure:"time"`     // time of day of both, as 09:00
	Zone     string   `mapstructure:"zone"`     // name of a time zone of the IANA database
	Weekend  []string `mapstructure:"weekend"`  // free days of the week, in English and lower case
	Holidays []string `mapstructure:"holidays"` // free days, as 2025-10-01, or spans of them, as 2025-10-01/2025-10-08
	Workdays []string `mapstructure:"workdays"` // days worked on although they would be free

	Set bool `mapstructure:"-"` // some value is not its default
}

// The formats.
const (
	PDF  = "pdf"
	XLSX = "xlsx"
	CSV  = "csv"
	JSON = "json"
	SDMX = "sdmx-csv"
	HTML = "html"
)

// The kinds of files an edition has.
const (
	Briefing    = "briefing" // the standard one
	Brief       = "brief"
	Full        = "full"
	Book        = "workbook"
	Data        = "data"
	Indicators  = "indicators"
	Rankings    = "rankings"
	Projects    = "projects"
	Milestones  = "milestones"
	Targets     = "targets"
	Progress    = "progress"  // of the targets for the edition's year
	History     = "history"   // the figures of earlier periods that the edition goes by
	Revisions   = "revisions" // of figures given before
	Catalogue   = "catalogue" // of indicators
	Codes       = "codes"     // with their words
	DataPackage = "datapackage"
	Edition     = "edition"
	Exchange    = "sdmx"    // the data for programs that exchange statistics
	WebPage     = "page"    // the edition as a web page
	Dataset     = "dataset" // the description of the data for catalogues of data
)

// format is a way to write an edition.
type format struct {
	name  string
	files []string // kinds with their extensions, the main one first; progress, history and revisions where there are any, and the briefings that are asked for
}

// formats are the ways to write an edition, in the usual order. Package export says who writes them.
var formats = []format{
	{PDF, []string{Briefing + ".pdf", Brief + ".pdf", Full + ".pdf"}},
	{XLSX, []string{Book + ".xlsx"}},
	{CSV, []string{
		Data + ".csv", Indicators + ".csv", Rankings + ".csv", Projects + ".csv", Milestones + ".csv", Targets + ".csv", Progress + ".csv",
		History + ".csv", Revisions + ".csv", Catalogue + ".csv", Codes + ".csv", DataPackage + ".json",
	}},
	{JSON, []string{Edition + ".json"}},
	{SDMX, []string{Exchange + ".csv"}},
	{HTML, []string{WebPage + ".html", Dataset + ".jsonld"}},
}

// usualFormats are those that are written unless others are asked for.
func usualFormats() []string { return []string{PDF, XLSX, CSV, JSON, HTML} }

// Formats lists the names of all formats, in the usual order.
func Formats() []string {
	var names []string
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}

// KindsOf lists the kinds of files that a format writes, the main one first; none for an unknown format.
func KindsOf(name string) []string {
	var kinds []string
	for _, f := range formats {
		for _, file := range f.files {
			if kind, _, _ := strings.Cut(file, "."); f.name == name {
				kinds = append(kinds, kind)
			}
		}
	}
	return kinds
}

// extension is that of a kind's files.
func extension(kind string) string {
	for _, f := range formats {
		for _, file := range f.files {
			if strings.HasPrefix(file, kind+".") {
				return file[len(kind):]
			}
		}
	}
	return ""
}

// FileName is the name of the file of a kind: the pattern with {area}, {period} and {kind} filled in, and the
// extension. Names of different kinds differ and are safe in every file system, which [Load] makes sure of.
func (o Output) FileName(area, period, kind string) string {
	fill := strings.NewReplacer("{area}", area, "{period}", period, "{kind}", kind)
	return fill.Replace(o.Name) + extension(kind)
}

// Numbered reports whether the chapters have numbers. The theme gongwen has them unless told otherwise: official papers number
// their parts 一、二、三 (GB/T 9704-2012, 7.3.3).
func (c *Config) Numbered() bool {
	return c.Numbering == "on" || c.Numbering == "auto" && c.Theme.Name == "gongwen"
}

// EditionDir is the folder an edition is published in.
func (o Output) EditionDir(area, period string) string { return filepath.Join(o.Dir, area, period) }

// Setting is the effective value of one key.
type Setting struct {
	Key    string // as output.dir
	Value  string // a list is joined with commas
	Origin string // "flag --output", "environment NIANBAO_OUTPUT_DIR", "config/exporter.yaml:14" or "default"
	// Local marks what a manifest must leave out: a path of this machine, and what says which edition is made and
	// when, not how. The same input gives the same manifest, wherever and by whichever command it is made.
	Local bool
}

// Effective lists every key with its value and where it came from, in the order of the documentation. The
// caller owns the slice.
func (c *Config) Effective() []Setting { return append([]Setting(nil), c.settings...) }
