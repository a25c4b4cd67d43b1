package export

import (
	"cmp"
	"slices"

	"nianbao/internal/config"
	"nianbao/internal/document"
	"nianbao/internal/publish"
	"nianbao/internal/tidy"
	"nianbao/internal/webpage"
)

// compose makes the chapters of the web page, which tells what the full briefing tells.
func (m *making) compose() (*webpage.Page, error) {
	doc, err := document.Build(m.edition, m.editionWords(), document.Full)
	if err != nil {
		return nil, err
	}
	regular, bold := m.face.Faces()
	c := m.Config.Theme.Colors
	return webpage.Compose(doc, webpage.Options{
		Words: m.editionWords(), Creator: m.creator(), Faces: webpage.Faces{Regular: regular, Bold: bold},
		Colors: webpage.Colors{
			Accent: c.Accent.Shade(), Ink: c.Ink.Shade(), Muted: c.Muted.Shade(), Rule: c.Rule.Shade(), Paper: c.Paper.Shade(),
		},
	})
}

// webPage makes the web page, with links to the other files, and the description of the dataset, which lists them.
func (m *making) webPage() ([]publish.File, error) {
	page, err := m.page.get()
	if err != nil {
		return nil, err
	}
	kinds, place := map[string]string{}, map[string]int{}
	for i, format := range config.Formats() {
		for _, kind := range config.KindsOf(format) {
			name := m.fileName(kind)
			kinds[name], place[name] = kind, i
		}
	}
	var others []webpage.File
	var listed []tidy.PublishedFile
	for _, f := range m.files {
		d := publish.DigestOf(f)
		others = append(others, webpage.File{Name: f.Name, Bytes: d.Bytes, About: m.about(kinds[f.Name])})
		listed = append(listed, tidy.PublishedFile{Name: f.Name, Media: f.Media, Bytes: d.Bytes, SHA256: d.SHA256})
	}
	described, err := tidy.DescribeDataset(m.edition, listed, m.editionWords(), tidy.PackageOptions{Created: m.dated(), Version: m.version()})
	if err != nil {
		return nil, err
	}
	dataset := m.file(config.Dataset, "application/ld+json", described)
	others = append(others, webpage.File{Name: dataset.Name, Bytes: int64(len(described)), About: m.about(config.Dataset)})
	slices.SortStableFunc(others, func(a, b webpage.File) int { return cmp.Compare(place[a.Name], place[b.Name]) }) // what people read first
	others = append(others, webpage.File{Name: publish.ManifestName, About: m.about("manifest")})
	data, err := page.Finish(others)
	return []publish.File{m.file(config.WebPage, "text/html; charset=utf-8", data), dataset}, err
}

// about says what the file of a kind is.
func (m *making) about(kind string) document.Text {
	key := "page.file." + kind
	if slices.Contains(config.KindsOf(config.CSV), kind) && kind != config.DataPackage {
		key = "table." + kind
	}
	var t document.Text
	for _, w := range m.editionWords() {
		t = append(t, document.Inline{{Words: w.Phrase(key)}})
	}
	return t
}
