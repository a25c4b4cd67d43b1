package audit

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/file"
	"nianbao/internal/message"
	"nianbao/internal/publish"
)

// content holds the figures and sentences of the manifest, and what else both have, against the document.
func (j *judge) content() {
	before := len(j.Disagrees)
	var tree object
	data, err := file.ReadIn(j.files, publish.ManifestName, publish.MostManifest)
	if err == nil {
		tree, err = readStrict(data, nil)
	}
	if err != nil {
		j.disagree("%v", err)
	}
	if j.doc != nil {
		j.manifestDocument(tree)
	}
	for i := before; i < len(j.Disagrees); i++ {
		j.Disagrees[i] = message.Of("%s: %v", publish.ManifestName, j.Disagrees[i])
	}
}

// manifestDocument holds the manifest against the document.
func (j *judge) manifestDocument(tree object) {
	j.manifestHead()
	said, err := readContent(j.manifest)
	if err != nil {
		j.disagree("%v", err)
	} else {
		j.manifestFigures(said)
		if j.manifest.Format == 1 {
			j.manifestTexts(said.Texts)
		} else if err := j.manifestRest(tree, said); err != nil {
			j.disagree("%v", err)
		}
	}
}

// manifestHead holds what the manifest says of the release itself.
func (j *judge) manifestHead() {
	m, d := j.manifest, j.doc
	for _, one := range []struct{ name, got, want string }{
		{"area", m.Area, d.Area.Code}, {"period", m.Period, d.Period}, {"status", m.Status, d.Status},
		{"languages", strings.Join(m.Languages, ","), strings.Join(d.Languages, ",")},
		{"release_date", m.ReleaseDate, d.ReleaseDate},
	} {
		if one.got != one.want {
			j.disagree("%s is %q, want %q", one.name, one.got, one.want)
		}
	}
}

// content is what a manifest holds of what the edition says. In format 1 it is figures and sentences alone.
type content struct {
	Facts []contentFact  `json:"facts"`
	Texts []publish.Text `json:"sentences"`

	later publish.Said
}

// contentFact is a figure with its places in sources.
type contentFact struct {
	publish.Figure
	Provenance []origin `json:"provenance"`
}

func readContent(m publish.Manifest) (c content, err error) {
	if m.Format > 1 {
		return c, errors.Join(json.Unmarshal(m.Content, &c), json.Unmarshal(m.Later, &c.later))
	}
	said, err := m.Said()
	c.Texts = said.Texts
	for _, f := range said.Figures {
		c.Facts = append(c.Facts, contentFact{Figure: f})
	}
	return c, err
}

func (j *judge) manifestFigures(said content) {
	operators := map[string]string{}
	for _, t := range j.doc.Targets {
		operators[t.Fact] = t.Operator
	}
	seen := map[string]bool{}
	for _, f := range said.Facts {
		seen[f.ID] = true
		d := j.doc.byID[f.ID]
		if d == nil {
			j.disagree("%s: no such fact", f.ID)
			continue
		}
		for _, one := range []struct{ name, got, want string }{
			{"value", f.Value, d.value()}, {"unit", f.Unit, d.Unit}, {"mult", strconv.Itoa(f.Mult), strconv.Itoa(d.Mult)},
			{"status", f.Status, d.Status}, {"qualifier", f.Qualifier, d.Qualifier}, {"operator", f.Operator, operators[f.ID]},
		} {
			if one.got != one.want {
				j.disagree("%s: %s is %q, want %q", f.ID, one.name, one.got, one.want)
			}
		}
		if j.manifest.Format > 1 && !slices.Equal(f.Provenance, d.Provenance) {
			j.disagree("%s: its places in sources are other ones", f.ID)
		}
	}
	for _, f := range said.later.Figures {
		seen[f.ID] = true
	}
	for _, d := range j.doc.Facts {
		if d.VariantOf == "" && !seen[d.ID] {
			j.disagree("%s: it is missing", d.ID)
		}
	}
}

func (j *judge) manifestTexts(list []publish.Text) {
	in := map[string]sentence{}
	for _, s := range j.doc.Sentences {
		if !s.Composed {
			in[s.ID] = s
		}
	}
	for _, t := range list {
		s, ok := in[t.ID]
		if !ok {
			continue // of a theme that the edition has no chapter for; format 1 does not tell it
		}
		delete(in, t.ID)
		j.sameTexts("sentence "+t.ID, t.Text, s.Template)
	}
	for _, id := range slices.Sorted(maps.Keys(in)) {
		j.disagree("sentence %s: it is missing", id)
	}
}

// sameTexts holds a text against another one in the languages that both have: each is written in those of its file.
func (j *judge) sameTexts(what string, got, want texts) {
	for _, l := range slices.Sorted(maps.Keys(got)) {
		if other, ok := want[l]; ok && other != got[l] {
			j.disagree("%s in %s is %q, want %q", what, l, got[l], other)
		}
	}
}
