package audit

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strconv"

	"nianbao/internal/publish"
)

// content holds the figures and sentences of the manifest, and what else both have, against the document.
func (j *judge) content() {
	if j.doc == nil {
		return
	}
	before := len(j.Disagrees)
	said, err := readContent(j.manifest)
	if err != nil {
		j.disagree("%v", err)
	} else {
		j.manifestFigures(said)
		j.manifestTexts(said.Texts)
		j.manifestNames(said)
	}
	for i := before; i < len(j.Disagrees); i++ {
		j.Disagrees[i] = publish.ManifestName + ": " + j.Disagrees[i]
	}
}

// content is what a manifest holds of what the edition says. In format 1 it is figures and sentences alone.
type content struct {
	Facts []contentFact  `json:"facts"`
	Texts []publish.Text `json:"sentences"`
	named
	Area struct {
		Sources []members `json:"sources"`
	} `json:"area"`

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
		in[s.ID] = s
	}
	for _, t := range list {
		s, ok := in[t.ID]
		if !ok {
			continue // of a theme that the edition has no chapter for
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

// manifestNames holds lists of things with a code in the content against those of the document.
func (j *judge) manifestNames(said content) {
	j.sameLists("source", said.Area.Sources, j.doc.Sources)
	j.sameLists("theme", said.Themes, j.doc.Themes)
	j.sameLists("indicator", said.Indicators, j.doc.Indicators)
	j.sameLists("project", said.Projects, j.doc.Projects)
	j.sameLists("recognition", said.Recognitions, j.doc.Recognitions)
	j.sameLists("initiative", said.Initiatives, j.doc.Initiatives)
	for _, f := range said.Facts {
		if d := j.doc.byID[f.ID]; d != nil && j.manifest.Format > 1 && !slices.Equal(f.Provenance, d.Provenance) { // one that is not there is said
			j.disagree("%s: its places in sources are other ones", f.ID)
		}
	}
}

// sameLists holds what both lists tell of one thing: texts by language, and texts alike.
func (j *judge) sameLists(what string, got, want []members) {
	in := map[string]members{}
	for _, m := range want {
		in[m.some("code")] = m
	}
	for _, m := range got {
		code := m.some("code")
		other, ok := in[code]
		if !ok {
			j.disagree("%s %s: the document has none", what, code)
			continue
		}
		for _, name := range slices.Sorted(maps.Keys(m)) {
			if other[name] == nil {
				continue
			}
			var mine, theirs texts
			if json.Unmarshal(m[name], &mine) == nil && json.Unmarshal(other[name], &theirs) == nil && mine != nil {
				j.sameTexts(what+" "+code+": "+name, mine, theirs)
				continue
			}
			a, scalar := m.scalar(name)
			b, also := other.scalar(name)
			if scalar && also && a != b {
				j.disagree("%s %s: %s is %q, want %q", what, code, name, a, b)
			}
		}
	}
}
