package tidy

import "nianbao/internal/stat"

// Package is datapackage.json: a tabular data package (datapackage.org, version 2) that says what the columns of the CSV
// files mean, of which type they are and how the tables refer to each other.
type Package struct {
	Standard     string               `json:"$schema"`
	Name         string               `json:"name"`
	Title        string               `json:"title"`
	TitleZh      string               `json:"title_zh"`
	Created      string               `json:"created,omitempty"` // if the release has a date
	Version      string               `json:"version"`           // of the data: the release, as r2
	Program      string               `json:"program"`           // that wrote it
	Next         stat.Date            `json:"next_release,omitzero"`
	Sample       bool                 `json:"sample"` // invented data
	Contributors []PackageContributor `json:"contributors"`
	Licenses     []PackageLicense     `json:"licenses,omitempty"` // spelled as in the specification
	Sources      []PackageSource      `json:"sources"`
	Resources    []Resource           `json:"resources"`
}

// PackageContributor is the issuer, as the publisher of the package, or whom to ask about it.
type PackageContributor struct {
	Title   string   `json:"title"`
	TitleZh string   `json:"title_zh"`
	Roles   []string `json:"roles"`
}

// PackageLicense says how the figures may be used. It has a name, a path or both.
type PackageLicense struct {
	Name    string `json:"name,omitempty"` // identifier, as CC-BY-4.0
	Path    string `json:"path,omitempty"` // address of the licence's text
	Title   string `json:"title"`
	TitleZh string `json:"title_zh"`
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
	Standard      string `json:"$schema"`
	Type          string `json:"type"`
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
	Standard      string       `json:"$schema"`
	Fields        []Field      `json:"fields"`
	MissingValues []string     `json:"missingValues"`
	PrimaryKey    []string     `json:"primaryKey"`
	ForeignKeys   []ForeignKey `json:"foreignKeys,omitempty"`
}

// Field is a column.
type Field struct {
	Name          string       `json:"name"`
	Type          string       `json:"type"`
	Description   string       `json:"description"`
	DescriptionZh string       `json:"description_zh"`
	Unit          string       `json:"unit,omitempty"`       // of a figure: the column that has its unit, or what it counts
	Fact          string       `json:"fact,omitempty"`       // of a figure: the column that has its fact_id
	Mult          string       `json:"mult,omitempty"`       // of a figure: the column that has its power of ten
	Categories    []Category   `json:"categories,omitempty"` // of a column of codes: each with its words
	Constraints   *Constraints `json:"constraints,omitempty"`
}

// Category is a code with its words.
type Category struct {
	Value   string `json:"value"`
	Label   string `json:"label"`
	LabelZh string `json:"label_zh"`
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
	Fields    []string  `json:"fields"`
	Reference Reference `json:"reference"`
}

// Reference is the target of a foreign key; the resource is "" in the table's own.
type Reference struct {
	Resource string   `json:"resource,omitempty"`
	Fields   []string `json:"fields"`
}
