package tidy

import (
	"fmt"
	"net/url"
	"strings"
	"time"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// Dataset describes an edition's data for catalogues and search engines: a Dataset of schema.org in JSON-LD.
type Dataset struct {
	Context   string         `json:"@context"`
	Type      string         `json:"@type"`
	ID        string         `json:"identifier"`
	Name      []LanguageText `json:"name"`
	About     []LanguageText `json:"description"`
	Keywords  []LanguageText `json:"keywords"`
	Langs     []stat.Lang    `json:"inLanguage"`
	Days      string         `json:"temporalCoverage"` // the first and the last, as ISO 8601 has it
	Place     DatasetPlace   `json:"spatialCoverage"`
	Publisher DatasetOrg     `json:"publisher"`
	Published string         `json:"datePublished,omitempty"`
	Version   string         `json:"version"`
	Status    string         `json:"creativeWorkStatus"`
	Licence   *DatasetWork   `json:"license,omitempty"`
	Sources   []DatasetWork  `json:"isBasedOn"`
	Measured  []Measured     `json:"variableMeasured"`
	Files     []Distribution `json:"distribution"`
}

// LanguageText is a text with its language.
type LanguageText struct {
	Lang  stat.Lang `json:"@language"`
	Words string    `json:"@value"`
}

// DatasetPlace is the area that the data are about.
type DatasetPlace struct {
	Type string         `json:"@type"`
	Name []LanguageText `json:"name"`
	Code string         `json:"identifier,omitempty"` // of GB/T 2260
}

// DatasetOrg is who publishes the data.
type DatasetOrg struct {
	Type string         `json:"@type"`
	Name []LanguageText `json:"name"`
}

// DatasetWork is a publication, or the text of a licence.
type DatasetWork struct {
	Type      string         `json:"@type"`
	Name      []LanguageText `json:"name"`
	Code      string         `json:"identifier,omitempty"`
	URL       string         `json:"url,omitempty"`
	Published stat.Date      `json:"datePublished,omitzero"`
}

// Measured is an indicator.
type Measured struct {
	Type string         `json:"@type"`
	Code string         `json:"propertyID"`
	Name []LanguageText `json:"name"`
	Unit []LanguageText `json:"unitText,omitempty"`
}

// Distribution is a file of the release.
type Distribution struct {
	Type   string `json:"@type"`
	Name   string `json:"name"`
	URL    string `json:"contentUrl"` // relative to the description
	Media  string `json:"encodingFormat"`
	Size   string `json:"contentSize"`
	Digest string `json:"sha256"`
}

// PublishedFile is a file of the release, as it is published.
type PublishedFile struct {
	Name, Media string
	Bytes       int64
	SHA256      string // in hexadecimal
}

// DescribeDataset writes the description of an edition's data. Words are those of its languages.
func DescribeDataset(e *edition.Edition, files []PublishedFile, words []*locale.Words, opt PackageOptions) ([]byte, error) {
	in := func(say func(*locale.Words) string) []LanguageText {
		return each(words, func(w *locale.Words) LanguageText { return LanguageText{w.Lang(), say(w)} })
	}
	text := func(t stat.Text) []LanguageText { return in(func(w *locale.Words) string { return w.Text(t) }) }
	d := Dataset{
		Context: "https://schema.org/", Type: "Dataset", ID: strings.ToLower(e.Area.Code + "-" + e.Period.String()),
		Name: in(func(w *locale.Words) string { return w.Fill("table.package", e.Area.Name, e.Period) }),
		About: in(func(w *locale.Words) string {
			about := w.Fill("page.dataset.about", e.Issuer, e.Area.Name, e.Period, len(e.Facts))
			if e.Area.Sample {
				about += w.Parenthesis(w.Phrase("document.sample"))
			}
			return about
		}),
		Keywords: in(func(w *locale.Words) string { return w.Phrase("document.keywords") }), Langs: e.Langs,
		Days:  fmt.Sprintf("%s/%s", e.Period.Start(), e.Period.End()),
		Place: DatasetPlace{"AdministrativeArea", text(e.Area.Name), string(e.Area.Official)}, Publisher: DatasetOrg{"Organization", text(e.Issuer)},
		Version: opt.Version, Status: "Published", Sources: each(e.Area.Sources, func(s stat.Source) DatasetWork {
			return DatasetWork{"CreativeWork", text(s.Title), s.Code, stat.SafeAddress(s.URL), s.Date}
		}),
		Measured: each(e.Indicators(), func(ind stat.Indicator) Measured {
			m := Measured{"PropertyValue", ind.Code, text(ind.Name), nil}
			if ind.Unit != "" {
				m.Unit = in(func(w *locale.Words) string { return w.Unit(ind.Unit, ind.Mult) })
			}
			return m
		}),
		Files: each(files, func(f PublishedFile) Distribution {
			return Distribution{"DataDownload", f.Name, url.PathEscape(f.Name), f.Media, fmt.Sprintf("%d B", f.Bytes), f.SHA256}
		}),
	}
	if e.Draft {
		d.Status = "Draft"
	}
	if !opt.Created.IsZero() {
		d.Published = opt.Created.UTC().Format(time.DateOnly)
	}
	if l := e.Area.Licence; !l.Name.Empty() {
		d.Licence = &DatasetWork{Type: "CreativeWork", Name: text(l.Name), Code: l.Code, URL: stat.SafeAddress(l.URL)}
	}
	return indented(d)
}
