package tidy

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
)

// Package is datapackage.json: a Frictionless tabular data package (specs.frictionlessdata.io, version 1) that
// says what the columns of the CSV files mean, of which type they are and how the tables refer to each other.
type Package struct {
	Profile   string          `json:"profile"`
	Name      string          `json:"name"`
	Title     string          `json:"title"`
	TitleZh   string          `json:"title_zh"`
	Created   string          `json:"created"`
	Version   string          `json:"version"` // of the program that wrote it
	Sample    bool            `json:"sample"`  // invented data
	Sources   []PackageSource `json:"sources"`
	Resources []Resource      `json:"resources"`
}

// PackageSource is a publication the figures are taken from.
type PackageSource struct {
	Title   string `json:"title"`
	TitleZh string `json:"title_zh"`
	Path    string `json:"path,omitempty"`
	Code    string `json:"code"`
}

// Resource is one table.
type Resource struct {
	Profile       string `json:"profile"`
	Name          string `json:"name"`
	Path          string `json:"path"`
	Description   string `json:"description"`
	DescriptionZh string `json:"description_zh"`
	Format        string `json:"format"`
	MediaType     string `json:"mediatype"`
	Encoding      string `json:"encoding"`
	Bytes         int64  `json:"bytes"`
	Hash          string `json:"hash"` // sha256: and the digest
	Schema        Schema `json:"schema"`
}

// Schema is a Table Schema.
type Schema struct {
	Fields        []Field      `json:"fields"`
	MissingValues []string     `json:"missingValues"`
	PrimaryKey    string       `json:"primaryKey"`
	ForeignKeys   []ForeignKey `json:"foreignKeys,omitempty"`
}

// Names lists the columns.
func (s Schema) Names() []string {
	var names []string
	for _, f := range s.Fields {
		names = append(names, f.Name)
	}
	return names
}

// Field is a column.
type Field struct {
	Name          string       `json:"name"`
	Type          string       `json:"type"`
	Description   string       `json:"description"`
	DescriptionZh string       `json:"description_zh"`
	Unit          string       `json:"unit,omitempty"` // of a figure: the column that has its unit, or what it counts
	Constraints   *Constraints `json:"constraints,omitempty"`
}

// Constraints are what holds for the values of a column.
type Constraints struct {
	Required bool     `json:"required,omitempty"`
	Unique   bool     `json:"unique,omitempty"`
	Pattern  string   `json:"pattern,omitempty"`
	Enum     []string `json:"enum,omitempty"`
}

// ForeignKey says which column of which table a column refers to.
type ForeignKey struct {
	Fields    string    `json:"fields"`
	Reference Reference `json:"reference"`
}

// Reference is the target of a foreign key; the resource is "" in the table's own.
type Reference struct {
	Resource string `json:"resource"`
	Fields   string `json:"fields"`
}

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

// DataPackage writes datapackage.json for the files of an edition.
func DataPackage(e *edition.Edition, files []TableFile, opt PackageOptions) ([]byte, error) {
	p := Package{
		Profile: "tabular-data-package", Name: strings.ToLower(e.Area.Code + "-" + e.Period.String()),
		Title:   opt.En.Fill("table.package", e.Area.Name, e.Period),
		TitleZh: opt.Zh.Fill("table.package", e.Area.Name, e.Period),
		Created: opt.Created.UTC().Format(time.RFC3339), Version: opt.Version, Sample: e.Area.Sample, Sources: []PackageSource{},
	}
	for _, s := range e.Area.Sources {
		p.Sources = append(p.Sources, PackageSource{opt.En.Text(s.Title), opt.Zh.Text(s.Title), s.URL, s.Code})
	}
	for _, f := range files {
		p.Resources = append(p.Resources, resource(f, opt))
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(p); err != nil {
		return nil, fmt.Errorf("write data package: %w", err)
	}
	return out.Bytes(), nil
}

func resource(f TableFile, opt PackageOptions) Resource {
	r := Resource{
		Profile: "tabular-data-resource", Name: f.Table.Kind, Path: f.Name,
		Description: opt.En.Phrase("table." + f.Table.Kind), DescriptionZh: opt.Zh.Phrase("table." + f.Table.Kind),
		Format: "csv", MediaType: "text/csv", Encoding: "utf-8", Bytes: f.Bytes, Hash: "sha256:" + f.SHA256,
		Schema: Schema{MissingValues: []string{""}, PrimaryKey: f.Table.Key},
	}
	for _, c := range f.Table.Columns {
		r.Schema.Fields = append(r.Schema.Fields, Field{
			Name: c.Name, Type: c.Type, Unit: unitOf(f.Table, c), Constraints: constraints(c, f.Table.Key),
			Description: opt.En.Phrase("field." + c.Name), DescriptionZh: opt.Zh.Phrase("field." + c.Name),
		})
		if c.Source != "" {
			r.Schema.ForeignKeys = append(r.Schema.ForeignKeys, foreignKey(f.Table.Kind, c))
		}
	}
	return r
}

func foreignKey(table string, c Column) ForeignKey {
	resource, column, named := strings.Cut(c.Source, ".")
	if !named {
		resource, column = "data", c.Source
	}
	if resource == table {
		resource = "" // how the specification writes a reference to the same table
	}
	return ForeignKey{c.Name, Reference{resource, column}}
}

func constraints(c Column, key string) *Constraints {
	out := Constraints{Required: c.Required, Unique: c.Name == key, Pattern: c.Pattern, Enum: locale.CodeList(c.Codes)}
	if !out.Required && !out.Unique && out.Pattern == "" && out.Enum == nil {
		return nil
	}
	return &out
}

// unitOf names what the figures of a column are counted in: the column of the table that has the unit, or a unit.
func unitOf(t Table, c Column) string {
	units := map[string]string{
		"obs_value": "unit_measure", "value": "unit_measure", "target": "unit_measure", "growth": "growth_unit",
		"done": "done_unit", "left": "left_unit", "old_value": "old_unit", "new_value": "new_unit", "change": "change_unit",
		"share_done": "PERCENT", "share_of_year": "PERCENT", "growth_needed": "PERCENT", "gap_points": "PP",
		"tolerance": "tolerance_unit", "baseline": "level_unit", "implied_level": "level_unit", "position": "RANK", "out_of": "areas",
	}
	if c.Type != typeNumber && c.Type != typeInteger {
		return ""
	}
	for _, other := range t.Columns {
		if other.Name == c.Name+"_currency" {
			return other.Name
		}
	}
	return units[c.Name]
}

// ReadDataPackage reads back what DataPackage wrote.
func ReadDataPackage(data []byte) (*Package, error) {
	p := new(Package)
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(p); err != nil {
		return nil, fmt.Errorf("read data package: %w", err)
	}
	return p, nil
}
