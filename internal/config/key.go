package config

import (
	"strconv"
	"strings"
	"sync"
)

// form is how the value of a key is written.
type form int

const (
	text    form = iota
	dated        // text that YAML takes for a number or a day when unquoted: 2023, 2024-01-20
	path         // text; relative to the file's folder when it stands in the file
	listing      // several texts: a YAML list, or separated by commas
	daily        // several days or spans of days, written as a listing
	number       // a whole number
	truth        // true or false
)

// key is one thing that can be configured. Its environment variable is its name, see [key.variable].
type key struct {
	name     string   // path in the file, as output.dir
	flag     string   // without dashes; "" if there is none
	usage    string   // for --help
	form     form     // how it is written
	fallback []string // the default: one value, or the items of a list
	rule     rule     // for the value, or for each item of a list
	most     int      // most items of a list; 0 for no bound
	apart    bool     // says which edition is made and when, not how
	none     bool     // a list may be empty
}

// variable is the environment variable of a key.
func (k key) variable() string {
	return prefix + strings.ToUpper(underscored.Replace(k.name))
}

const prefix = "NIANBAO_"

var underscored = strings.NewReplacer(".", "_", "-", "_")

// Sections lists the sections of a briefing, in the usual order.
func Sections() []string {
	return []string{
		"cover", "contents", "glance", "preface", "themes", "rankings", "projects", "recognitions", "initiatives", "targets", "notes", "register",
	}
}

// keys lists everything that can be configured, in the order of the documentation. It is made once, since the rules have
// patterns, and is not changed.
var keys = sync.OnceValue(allKeys)

func allKeys() []key {
	one := func(s string) []string { return []string{s} }
	ks := []key{
		{name: "area", flag: "area", usage: "code of the area (the name of its folder); empty if there is only one", fallback: one(""), rule: areaRule(), apart: true},
		{name: "period", flag: "period", usage: "period, as 2023 or 2024-Q1; empty for the latest", form: dated, fallback: one(""), rule: periodRule(), apart: true},
		{name: "languages", flag: "lang", usage: "one or two of zh-Hans, zh-Hant, en, in order", form: listing, fallback: []string{"zh-Hans", "en"}, rule: oneOf("zh-Hans", "zh-Hant", "en"), most: 2},
		{name: "formats", flag: "format", usage: "what to write, of pdf, xlsx, csv, json, sdmx-csv, html", form: listing, fallback: usualFormats(), rule: oneOf(Formats()...)},
		{name: "areas_dir", flag: "areas-dir", usage: "folder that holds a folder for each area", form: path, fallback: one("config/areas"), rule: folderRule()},
		{name: "output.dir", flag: "output", usage: "folder to write to, or s3://BUCKET/PREFIX; an edition goes into <area>/<period> below it", form: path, fallback: one("output"), rule: outputRule()},
		{name: "output.name", flag: "output-name", usage: "file names, with {area}, {period}, {kind}", fallback: one("{area}-{period}-{kind}"), rule: nameRule()},
		{name: "layout", flag: "layout", usage: "arrangement of two languages: parallel, stacked or sequential", fallback: one("parallel"), rule: oneOf("parallel", "stacked", "sequential")},
		{name: "briefings", flag: "briefings", usage: "briefings to write, of standard, brief (one page) and full (with the register)", form: listing, fallback: one("standard"), rule: oneOf("standard", "brief", "full")},
		{name: "brief_pages", flag: "brief-pages", usage: "pages of the brief: one, or four with tables and charts", fallback: one("one"), rule: oneOf("one", "four")},
		{name: "sections", flag: "sections", usage: "chapters of the briefing, in order", form: listing, fallback: Sections(), rule: oneOf(Sections()...)},
		{name: "numbering", flag: "numbering", usage: "numbers of the briefing's chapters: auto (on in the theme gongwen), on or off", fallback: one("auto"), rule: oneOf("auto", "on", "off")},
	}
	ks = append(ks, key{name: "theme.name", flag: "theme", usage: "look of the briefing: briefing, or gongwen (GB/T 9704)", fallback: one("briefing"), rule: oneOf("briefing", "gongwen")})
	for _, c := range [][2]string{
		{"accent", "#1F4E79"}, {"ink", "#1A1A1A"}, {"muted", "#595959"}, {"rule", "#BFBFBF"}, {"paper", "#FFFFFF"},
	} {
		ks = append(ks, key{name: "theme.colors." + c[0], fallback: one(c[1]), rule: colorRule()})
	}
	ks = append(ks,
		key{name: "fonts.regular", flag: "font-regular", usage: "TrueType file for text; empty for the embedded font", form: path, fallback: one(""), rule: fontRule()},
		key{name: "fonts.bold", flag: "font-bold", usage: "TrueType file for bold text; empty for the embedded font", form: path, fallback: one(""), rule: fontRule()},
	)
	for _, lang := range []string{"zh-Hans", "zh-Hant", "en"} {
		ks = append(ks, key{name: "issuer." + lang, fallback: one(""), rule: lineRule()})
	}
	ks = append(ks,
		key{name: "csv.bom", flag: "csv-bom", usage: "true: a byte-order mark before CSV files, without which Excel and WPS in China garble Chinese when they open them", form: truth, fallback: one("false"), rule: oneOf("true", "false")},
		key{name: "workbook.profile", flag: "workbook-profile", usage: "working (to sort, filter and edit) or published (values only)", fallback: one("working"), rule: oneOf("working", "published")},
		key{name: "status", flag: "status", usage: "draft or final", fallback: one("final"), rule: oneOf("draft", "final")},
		key{name: "release_date", flag: "release-date", usage: "day of release, YYYY-MM-DD; empty for none", form: dated, fallback: one(""), rule: dayRule()},
	)
	return append(ks, scheduleKeys()...)
}

// group reports whether name is a mapping that holds keys, as output.
func group(ks []key, name string) bool {
	for _, k := range ks {
		if name == "" || strings.HasPrefix(k.name, name+".") {
			return true
		}
	}
	return false
}

func find(ks []key, name string) (key, bool) {
	for _, k := range ks {
		if k.name == name {
			return k, true
		}
	}
	return key{}, false
}

// fallbackValue is the default as viper takes it.
func (k key) fallbackValue() any { return k.value(k.fallback) }

// many reports whether the value is a list.
func (k key) many() bool { return k.form == listing || k.form == daily }

// value turns what was written into what viper takes: a string, a list of strings, a number or a truth. Of
// what is no number, which the rule refuses, it is 0.
func (k key) value(written []string) any {
	switch {
	case k.many():
		return written
	case k.form == number:
		n, _ := strconv.Atoi(written[0])
		return n
	case k.form == truth && (written[0] == "true" || written[0] == "false"):
		return written[0] == "true"
	default:
		return written[0]
	}
}

// Variable is the environment variable that gives the value of a key, as output.dir.
func Variable(name string) string { return key{name: name}.variable() }
