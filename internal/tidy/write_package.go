package tidy

import (
	"strings"
	"time"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
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
	Created time.Time // zero if the release has no date
	Version string    // of the data, as r2
	Program string    // that writes it
}

// DataPackage writes datapackage.json for the files of an edition.
func DataPackage(e *edition.Edition, files []TableFile, opt PackageOptions) ([]byte, error) {
	p := Package{
		Standard: profile("datapackage"), Name: strings.ToLower(e.Area.Code + "-" + e.Period.String()),
		Title: opt.En.Fill("table.package", e.Area.Name, e.Period), TitleZh: opt.Zh.Fill("table.package", e.Area.Name, e.Period),
		Version: opt.Version, Program: opt.Program, Next: e.Next, Sample: e.Area.Sample,
		Contributors: []PackageContributor{{opt.En.Text(e.Issuer), opt.Zh.Text(e.Issuer), []string{"publisher"}}},
		Licenses:     opt.licenses(e.Area.Licence),
		Sources: each(e.Area.Sources, func(s stat.Source) PackageSource {
			return PackageSource{opt.En.Text(s.Title), opt.Zh.Text(s.Title), s.URL, s.Code}
		}),
		Resources: each(files, opt.resource),
	}
	if !opt.Created.IsZero() {
		p.Created = opt.Created.UTC().Format(time.RFC3339)
	}
	if c := e.Area.Contact; !c.Empty() {
		p.Contributors = append(p.Contributors, PackageContributor{opt.En.Text(c), opt.Zh.Text(c), []string{"contact"}})
	}
	return indented(p)
}

// profile is the JSON Schema that a part of a data package follows.
func profile(part string) string { return "https://datapackage.org/profiles/2.0/" + part + ".json" }

// licenses lists the licence if it has an identifier or an address: the specification wants one of them.
func (o PackageOptions) licenses(l stat.Licence) []PackageLicense {
	if l.Code == "" && l.URL == "" {
		return nil
	}
	return []PackageLicense{{l.Code, l.URL, o.En.Text(l.Name), o.Zh.Text(l.Name)}}
}

func (o PackageOptions) resource(f TableFile) Resource {
	t := f.Table
	return Resource{
		Standard: profile("dataresource"), Type: "table", Name: t.Kind, Path: f.Name,
		Description: o.En.Phrase("table." + t.Kind), DescriptionZh: o.Zh.Phrase("table." + t.Kind),
		Format: "csv", MediaType: "text/csv", Encoding: "utf-8", Bytes: f.Bytes, Hash: "sha256:" + f.SHA256,
		Schema: Schema{
			Standard: profile("tableschema"),
			Fields: each(t.Columns, func(c Column) Field {
				return Field{
					Name: c.Name, Type: c.Type, Description: o.En.Phrase("field." + c.Name), DescriptionZh: o.Zh.Phrase("field." + c.Name),
					Unit: unitOf(t, c), Fact: c.Fact, Mult: c.Mult, Categories: o.categories(c), Constraints: constraints(c, t.Key),
				}
			}),
			MissingValues: []string{""}, PrimaryKey: []string{t.Key}, ForeignKeys: foreignKeys(t),
		},
	}
}

// categories are the codes of a column with their words; nil if it has no codes.
func (o PackageOptions) categories(c Column) []Category {
	codes := locale.CodeList(c.Codes)
	if len(codes) == 0 {
		return nil
	}
	return each(codes, func(code string) Category {
		return Category{code, o.En.CodeWord(c.Codes, code), o.Zh.CodeWord(c.Codes, code)}
	})
}

// constraints are nil where there are none.
func constraints(c Column, key string) *Constraints {
	codes, unique := locale.CodeList(c.Codes), c.Name == key
	if !c.Required && !unique && c.Pattern == "" && codes == nil {
		return nil
	}
	return &Constraints{c.Required, unique, c.Pattern, codes}
}

func foreignKeys(t Table) []ForeignKey {
	var keys []ForeignKey
	for _, c := range t.Columns {
		if c.Source != "" {
			table, column := reference(t.Kind, c.Source)
			keys = append(keys, ForeignKey{[]string{c.Name}, Reference{table, []string{column}}})
		}
	}
	return keys
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
	"share_done": stat.PercentUnit, "share_of_year": stat.PercentUnit, "growth_needed": stat.PercentUnit, "gap_points": stat.PointsUnit,
	"tolerance": "tolerance_unit", "upper_bound": "unit_measure", "baseline": "level_unit", "implied_level": "level_unit", "position": stat.RankUnit, "out_of": "areas",
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
