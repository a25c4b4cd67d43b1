package publish

import (
	"encoding/json"
	"strings"
)

// firstManifest is a manifest of format 1, which had one digest for all that decides about a release, and numbered
// drafts as releases.
type firstManifest struct {
	Program       Tool            `json:"program"`
	Area          string          `json:"area"`
	Period        string          `json:"period"`
	Languages     []string        `json:"languages"`
	ReleaseDate   string          `json:"release_date"`
	Status        string          `json:"status"`
	Number        int             `json:"number"`
	Release       string          `json:"release"`
	Supersedes    string          `json:"supersedes"`
	Outputs       []Digest        `json:"outputs"`
	Inputs        []Digest        `json:"inputs"` // with the site's own fonts, as fonts.regular and fonts.bold
	Configuration []Setting       `json:"configuration"`
	Tools         []Tool          `json:"tools"`
	Figures       []firstFigure   `json:"figures"`
	Texts         []firstText     `json:"texts"`
	Findings      json.RawMessage `json:"findings"`
	Checksum      string          `json:"checksum"`
}

// firstFigure is a [Figure].
type firstFigure struct {
	ID        string `json:"id"`
	Value     string `json:"value"`
	Mult      int    `json:"mult"`
	Unit      string `json:"unit"`
	Status    string `json:"status"`
	Qualifier string `json:"qualifier"`
	Operator  string `json:"operator"`
}

// firstText is a [Text].
type firstText struct {
	ID   string            `json:"id"`
	Text map[string]string `json:"text"`
}

// decodeFirst reads a manifest of format 1. Each of its releases counts as a build of its own number.
func decodeFirst(data []byte) (Manifest, error) {
	var f firstManifest
	if err := json.Unmarshal(data, &f); err != nil {
		return Manifest{}, err
	}
	m := Manifest{
		Format: 1, Program: f.Program.Name, OutputVersion: 1, Area: f.Area, Period: f.Period, Languages: f.Languages,
		ReleaseDate: f.ReleaseDate, Status: f.Status, Number: max(1, f.Number), Build: 1, BuildDigest: f.Release,
		Supersedes: f.Supersedes, Outputs: f.Outputs, Configuration: f.Configuration, Tools: f.Tools,
		Findings: f.Findings, Checksum: f.Checksum,
		said: &Said{},
	}
	for _, one := range f.Figures {
		m.said.Figures = append(m.said.Figures, Figure{one.ID, one.Value, one.Unit, one.Mult, one.Status, one.Qualifier, one.Operator})
	}
	for _, one := range f.Texts {
		m.said.Texts = append(m.said.Texts, Text(one))
	}
	for _, in := range f.Inputs {
		if strings.HasPrefix(in.Name, "fonts.") {
			m.Fonts = append(m.Fonts, in)
		} else {
			m.Inputs = append(m.Inputs, in)
		}
	}
	return m, nil
}
