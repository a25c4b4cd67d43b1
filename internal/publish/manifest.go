package publish

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"nianbao/internal/canonjson"
	"nianbao/internal/message"
)

// ManifestName is the file name of the manifest in a release's folder.
const ManifestName = "manifest.json"

// Format is the version of the manifest's format that this program writes, and the highest it reads.
const Format = 2

// Draft is the status of files that are no release.
const Draft = "draft"

// File is one finished file of an edition.
type File struct {
	Name  string // plain file name
	Data  []byte
	Media string // media type, as application/pdf
}

// Digest identifies the content of a file.
type Digest struct {
	Name   string `json:"name"`            // of an output: plain file name; of an input: path as the caller gives it
	Bytes  int64  `json:"bytes"`           // size
	SHA256 string `json:"sha256"`          // 64 hexadecimal digits, lower case
	Media  string `json:"media,omitempty"` // media type, if known
}

// DigestOf identifies a file.
func DigestOf(f File) Digest {
	sum := sha256.Sum256(f.Data)
	return Digest{Name: f.Name, Bytes: int64(len(f.Data)), SHA256: hex.EncodeToString(sum[:]), Media: f.Media}
}

// Setting is one key of the configuration with its effective value. Paths of the machine do not belong here:
// the same input gives the same manifest everywhere.
type Setting struct {
	Key   string `json:"key"`
	Value string `json:"value"`
}

// Tool is a program or library, and its version.
type Tool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// Figure is one figure of an edition, so that releases compare whatever formats they were written in. All of it is
// kept as written.
type Figure struct {
	ID        string `json:"fact_id"`
	Value     string `json:"obs_value,omitempty"` // in plain digits; "" if the status says that it is missing
	Unit      string `json:"unit_measure"`        // unit code
	Mult      int    `json:"unit_mult"`           // power of ten
	Status    string `json:"obs_status"`
	Qualifier string `json:"qualifier,omitempty"`
	Operator  string `json:"operator,omitempty"` // of a target: how it binds
}

// Text is one sentence of an edition by language, with references in place of its figures.
type Text struct {
	ID   string            `json:"id"`
	Text map[string]string `json:"template"`
}

// Manifest says what a build of a release is and what it was made from. [Publish] fills in Format, BuildDigest, Outputs
// and Checksum. The fields are written in this order.
type Manifest struct {
	Format        int             `json:"format"`
	Program       string          `json:"program"`
	OutputVersion int             `json:"output_version"` // of the program's files: raised whenever their bytes change
	Area          string          `json:"area"`
	Period        string          `json:"period"`
	Languages     []string        `json:"languages"`
	ReleaseDate   string          `json:"release_date"`     // YYYY-MM-DD
	Status        string          `json:"status"`           // draft or final
	Number        int             `json:"number,omitempty"` // of the release among those of its edition, from 1; none for a draft
	Build         int             `json:"build,omitempty"`  // of the build among those of its release, from 1; none for a draft
	ContentDigest string          `json:"content_digest"`   // SHA-256 over Content in canonical JSON; "" in format 1
	BuildDigest   string          `json:"build_digest"`     // see [Manifest.DigestBuild]
	Supersedes    string          `json:"supersedes"`       // BuildDigest of what was published before; "" if nothing was
	Outputs       []Digest        `json:"outputs"`          // sorted by name, without the manifest
	Inputs        []Digest        `json:"inputs"`           // the data files it was made from, sorted by name
	Fonts         []Digest        `json:"fonts"`            // of the site's own, if the briefing was made with them
	Configuration []Setting       `json:"configuration"`
	Tools         []Tool          `json:"tools"`    // what the program was built with
	Content       json.RawMessage `json:"content"`  // all that the edition says, as the caller gives it
	Later         json.RawMessage `json:"later"`    // what only files of later periods know, as the caller gives it
	Findings      json.RawMessage `json:"findings"` // a JSON array, as the caller words it
	Checksum      string          `json:"checksum"` // SHA-256 of this file with these 64 digits left out

	said *Said // of format 1, which has no Content
}

// Said is a release's figures and texts.
type Said struct {
	Figures []Figure `json:"facts"`
	Texts   []Text   `json:"sentences"`
}

// SetContent sets Content, in canonical JSON, and ContentDigest.
func (m *Manifest) SetContent(canonical []byte) {
	m.Content, m.ContentDigest = canonical, canonjson.Digest(canonical)
}

// Said reads the figures and sentences of the release out of its content.
func (m Manifest) Said() (Said, error) {
	if m.said != nil {
		return *m.said, nil
	}
	var s Said
	if err := json.Unmarshal(raw(m.Content, "{}"), &s); err != nil {
		return s, message.Errorf("%s: content: %w", ManifestName, err)
	}
	return s, nil
}

// DigestBuild returns the hexadecimal SHA-256 of all that determines the bytes of the outputs, except the number of the
// release and what it says of earlier ones: the manifest members marshaled here, in canonical JSON. It is known
// before anything is rendered.
func (m Manifest) DigestBuild() (string, error) {
	data, err := json.Marshal(struct {
		Area          string          `json:"area"`
		Configuration []Setting       `json:"configuration"`
		ContentDigest string          `json:"content_digest"`
		Findings      json.RawMessage `json:"findings"`
		Fonts         []Digest        `json:"fonts"`
		Languages     []string        `json:"languages"`
		Later         json.RawMessage `json:"later"`
		OutputVersion int             `json:"output_version"`
		Period        string          `json:"period"`
		ReleaseDate   string          `json:"release_date"`
		Status        string          `json:"status"`
	}{
		m.Area, notNil(m.Configuration), m.ContentDigest, raw(m.Findings, "[]"), notNil(m.Fonts), notNil(m.Languages),
		raw(m.Later, "{}"), m.OutputVersion, m.Period, m.ReleaseDate, m.Status,
	})
	if err != nil {
		return "", message.Errorf("digest of the build: %w", err)
	}
	if data, err = canonjson.Transform(data); err != nil {
		return "", message.Errorf("digest of the build: %w", err)
	}
	return canonjson.Digest(data), nil
}

// Draft reports whether the files are no release.
func (m Manifest) Draft() bool { return m.Status == Draft }

// Name is that of the release and its build; see [Name].
func (m Manifest) Name() string { return Name(m.Number, m.Build) }

// mark tells the build from all others in the names of folders.
func (m Manifest) mark() string {
	return strings.ReplaceAll(m.Name(), "?", "0") + "-" + m.BuildDigest[:min(12, len(m.BuildDigest))]
}

// before reports whether one build stands before another.
func before(number, build, otherNumber, otherBuild int) bool {
	return cmp.Or(cmp.Compare(number, otherNumber), cmp.Compare(build, otherBuild)) < 0
}

// encode writes the manifest: two spaces of indent, a line feed at the end, lists never null.
func (m Manifest) encode() ([]byte, error) {
	m.Outputs, m.Inputs, m.Checksum = sorted(m.Outputs), sorted(m.Inputs), ""
	m.Languages, m.Fonts, m.Configuration, m.Tools = notNil(m.Languages), notNil(m.Fonts), notNil(m.Configuration), notNil(m.Tools)
	m.Content, m.Later, m.Findings = raw(m.Content, "{}"), raw(m.Later, "{}"), raw(m.Findings, "[]")
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(m); err != nil {
		return nil, message.Errorf("encode manifest: %w", err)
	}
	return sign(out.Bytes()), nil
}

func notNil[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// raw is JSON that may be left out.
func raw(data json.RawMessage, usual string) json.RawMessage {
	if len(data) == 0 {
		return json.RawMessage(usual)
	}
	return data
}

func sorted(list []Digest) []Digest {
	list = append([]Digest{}, list...)
	slices.SortStableFunc(list, func(a, b Digest) int { return cmp.Compare(a.Name, b.Name) })
	return list
}

// mostReleases bounds the numbers of releases and builds that are believed.
const mostReleases = 999_999

// formatOf reads the version of a manifest's format, which is the first member of one that this program wrote.
func formatOf(data []byte) (format int, err error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	for _, want := range []any{json.Delim('{'), "format"} {
		got, err := dec.Token()
		if err != nil || got != want {
			return 0, errors.Join(message.Errorf("its first member is not format"), err)
		}
	}
	err = dec.Decode(&format)
	return format, err
}

// decode reads a manifest of this format, or of an earlier one. Names that are not plain are refused, since
// the files they name are read and removed.
func decode(data []byte) (Manifest, error) {
	format, err := formatOf(data)
	if err != nil {
		return Manifest{}, err
	}
	var m Manifest
	switch format {
	case 1:
		m, err = decodeFirst(data)
	case Format:
		err = json.Unmarshal(data, &m)
	default:
		err = message.Errorf("format %d: this program reads 1 to %d", format, Format)
	}
	if err != nil {
		return Manifest{}, err
	}
	return m, m.check()
}

// check holds a manifest that was read to what can be one.
func (m Manifest) check() error {
	for _, d := range m.Outputs {
		if err := checkName(d.Name); err != nil {
			return err
		}
	}
	least := 1
	if m.Format == Format && m.Draft() {
		least = 0
	}
	for _, n := range []int{m.Number, m.Build} {
		if n < least || n > mostReleases {
			return message.Errorf("release %d, build %d: want %d to %d", m.Number, m.Build, least, mostReleases)
		}
	}
	return nil
}

// lists reports whether a file of the release's folder is the program's own.
func (m Manifest) lists(name string) bool {
	return slices.ContainsFunc(m.Outputs, func(d Digest) bool { return d.Name == name })
}

func checkNames(files []File) error {
	seen := map[string]bool{strings.ToLower(ManifestName): true}
	for _, f := range files {
		if err := checkName(f.Name); err != nil {
			return err
		}
		// Some file systems take names that differ in case only for the same.
		folded := strings.ToLower(f.Name)
		if seen[folded] {
			return message.Errorf("file name %q: taken", f.Name)
		}
		seen[folded] = true
	}
	return nil
}

func checkName(name string) error {
	if name == "" || strings.HasPrefix(name, ".") || strings.ContainsAny(name, "/\\:\x00") {
		return message.Errorf("file name %q: want a plain name that does not start with a dot", name)
	}
	return nil
}
