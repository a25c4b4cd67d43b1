package tidy

import (
	"strings"
	"time"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/prettyjson"
	"nianbao/internal/stat"
)

// TableFile is a table as it is published.
type TableFile struct {
	Table  Table
	Name   string // plain file name
	Bytes  int64
	SHA256 string // in hexadecimal
}

// PackageOptions are what a data package says of itself.
type PackageOptions struct {
	Zh, En  *locale.Words
	Created time.Time
	Version string // of the program
}

// packageWriter writes a data package, member by member in the order of [Package].
type packageWriter struct {
	*prettyjson.Writer
	PackageOptions
}

// DataPackage writes datapackage.json for the files of an edition.
func DataPackage(e *edition.Edition, files []TableFile, opt PackageOptions) []byte {
	w := packageWriter{prettyjson.New(packageSize(files)), opt}
	w.Text("profile", "tabular-data-package")
	w.Text("name", strings.ToLower(e.Area.Code+"-"+e.Period.String()))
	w.Text("title", w.En.Fill("table.package", e.Area.Name, e.Period))
	w.Text("title_zh", w.Zh.Fill("table.package", e.Area.Name, e.Period))
	w.Text("created", w.Created.UTC().Format(time.RFC3339))
	w.Text("version", w.Version)
	w.Bool("sample", e.Area.Sample)
	prettyjson.Objects(w.Writer, "sources", e.Area.Sources, func(s stat.Source) {
		w.Text("title", w.En.Text(s.Title))
		w.Text("title_zh", w.Zh.Text(s.Title))
		w.SomeText("path", s.URL)
		w.Text("code", s.Code)
	})
	prettyjson.Objects(w.Writer, "resources", files, w.resource)
	return w.Bytes()
}

// packageSize is about how many bytes a data package takes.
func packageSize(files []TableFile) int {
	size := 4 << 10
	for _, f := range files {
		size += 1<<10 + len(f.Table.Columns)*420
	}
	return size
}

func (w packageWriter) resource(f TableFile) {
	w.Text("profile", "tabular-data-resource")
	w.Text("name", f.Table.Kind)
	w.Text("path", f.Name)
	w.described("table." + f.Table.Kind)
	w.Text("format", "csv")
	w.Text("mediatype", "text/csv")
	w.Text("encoding", "utf-8")
	w.Int("bytes", int(f.Bytes))
	w.Text("hash", "sha256:"+f.SHA256)
	w.Object("schema")
	prettyjson.Objects(w.Writer, "fields", f.Table.Columns, func(c Column) {
		w.Text("name", c.Name)
		w.Text("type", c.Type)
		w.described("field." + c.Name)
		w.SomeText("unit", unitOf(f.Table, c))
		w.SomeText("fact", c.Fact)
		w.SomeText("mult", c.Mult)
		w.constraints(c, f.Table.Key)
	})
	w.Texts("missingValues", []string{""})
	w.Text("primaryKey", f.Table.Key)
	w.foreignKeys(f.Table)
	w.End()
}

// described is a meaning in English and in Chinese.
func (w packageWriter) described(phrase string) {
	w.Text("description", w.En.Phrase(phrase))
	w.Text("description_zh", w.Zh.Phrase(phrase))
}

func (w packageWriter) constraints(c Column, key string) {
	codes, unique := locale.CodeList(c.Codes), c.Name == key
	if !c.Required && !unique && c.Pattern == "" && codes == nil {
		return
	}
	w.Object("constraints")
	w.True("required", c.Required)
	w.True("unique", unique)
	w.SomeText("pattern", c.Pattern)
	if codes != nil {
		w.Texts("enum", codes)
	}
	w.End()
}

func (w packageWriter) foreignKeys(t Table) {
	begun := false
	for _, c := range t.Columns {
		if c.Source == "" {
			continue
		}
		if !begun {
			w.List("foreignKeys")
			begun = true
		}
		table, column := reference(t.Kind, c.Source)
		w.Element()
		w.Text("fields", c.Name)
		w.Object("reference")
		w.Text("resource", table)
		w.Text("fields", column)
		w.End()
		w.End()
	}
	if begun {
		w.End()
	}
}

// reference is the table, and the column of it, that a source of a column means.
func reference(from, source string) (table, column string) {
	table, column, named := strings.Cut(source, ".")
	if !named {
		table, column = "data", source
	}
	if table == from {
		table = "" // how the specification writes a reference to the same table
	}
	return table, column
}

// units are what the figures of columns are counted in: the column of the table that has the unit, or a unit.
var units = map[string]string{
	"obs_value": "unit_measure", "value": "unit_measure", "target": "unit_measure", "growth": "growth_unit",
	"done": "done_unit", "left": "left_unit", "old_value": "old_unit", "new_value": "new_unit", "change": "change_unit",
	"share_done": "PERCENT", "share_of_year": "PERCENT", "growth_needed": "PERCENT", "gap_points": "PP",
	"tolerance": "tolerance_unit", "baseline": "level_unit", "implied_level": "level_unit", "position": "RANK", "out_of": "areas",
}

// unitOf names what the figures of a column are counted in, "" if it has none.
func unitOf(t Table, c Column) string {
	if c.Type != typeNumber && c.Type != typeInteger {
		return ""
	}
	if currency := c.Name + "_currency"; t.index(currency) >= 0 {
		return currency
	}
	return units[c.Name]
}
