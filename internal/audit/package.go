package audit

import (
	"encoding/json"
	"slices"

	"nianbao/internal/message"
	"nianbao/internal/publish"
)

// dataPackage is datapackage.json, as far as the tables go that it describes.
type dataPackage struct {
	Resources []resource `json:"resources"`
}

type resource struct {
	Name   string `json:"name"`
	Path   string `json:"path"`
	Bytes  int64  `json:"bytes"`
	Hash   string `json:"hash"`
	Schema struct {
		Fields []column `json:"fields"`
	} `json:"schema"`
}

// column is a column of a table. Fact, Mult and Unit are those of a figure: the columns that have its fact, its power of
// ten and its unit, which can be a unit itself.
type column struct {
	Name string `json:"name"`
	Type string `json:"type"`
	Fact string `json:"fact"`
	Mult string `json:"mult"`
	Unit string `json:"unit"`
}

func (r *resource) names() []string {
	var names []string
	for _, c := range r.Schema.Fields {
		names = append(names, c.Name)
	}
	return names
}

// resource is the table of a kind; nil if there is none.
func (p *dataPackage) resource(kind string) *resource {
	i := slices.IndexFunc(p.Resources, func(r resource) bool { return r.Name == kind })
	if i < 0 {
		return nil
	}
	return &p.Resources[i]
}

// dataPackage reads what describes the tables, and holds sizes and digests in it against the manifest.
func (j *judge) dataPackage(data []byte) error {
	p := new(dataPackage)
	if err := json.Unmarshal(data, p); err != nil {
		return message.Errorf("read data package: %w", err)
	}
	j.pack = p
	if j.manifest.OutputVersion == 1 {
		p.completeFirst()
	}
	tables := 0
	for _, d := range j.manifest.Outputs {
		if d.Media == tableMedia {
			tables++
		}
	}
	if len(p.Resources) != tables {
		j.disagree("%d tables, want %d", len(p.Resources), tables)
	}
	for _, r := range p.Resources {
		i := slices.IndexFunc(j.manifest.Outputs, func(d publish.Digest) bool { return d.Name == r.Path })
		if i < 0 {
			j.disagree("the release has no file %q", r.Path)
			continue
		}
		if d := j.manifest.Outputs[i]; r.Bytes != d.Bytes || r.Hash != "sha256:"+d.SHA256 {
			j.disagree("size or digest of %q is not that of the manifest", r.Path)
		}
	}
	return nil
}

// tableMedia is the media type of the tables.
const tableMedia = "text/csv; charset=utf-8"
