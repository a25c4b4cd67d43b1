package publish

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// ManifestName is the file name of the manifest in a release's folder.
const ManifestName = "manifest.json"

// Format is the version of the manifest's format that this program writes, and the highest it reads.
const Format = 1

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
	ID        string `json:"id"`              // fact ID
	Value     string `json:"value,omitempty"` // in plain digits; "" if the status says that it is missing
	Mult      int    `json:"mult"`            // power of ten (SDMX UNIT_MULT)
	Unit      string `json:"unit"`            // unit code (SDMX UNIT_MEASURE)
	Status    string `json:"status"`          // SDMX OBS_STATUS
	Qualifier string `json:"qualifier,omitempty"`
	Operator  string `json:"operator,omitempty"` // of a target: how it binds
}

// Text is one sentence of an edition by language, with references in place of its figures.
type Text struct {
	ID   string            `json:"id"`
	Text map[string]string `json:"text"`
}

// Manifest says what a release is and what it was made from. [Publish] fills in Format, Release, Outputs and
// Checksum. The fields are written in this order.
type Manifest struct {
	Format        int             `json:"format"`
	Program       Tool            `json:"program"`
	Area          string          `json:"area"`
	Period        string          `json:"period"`
	Languages     []string        `json:"languages"`
	ReleaseDate   string          `json:"release_date"` // YYYY-MM-DD
	Status        string          `json:"status"`       // draft or final
	Number        int             `json:"number"`       // of the release among those of its edition, from 1
	Release       string          `json:"release"`      // see [Manifest.ReleaseDigest]
	Supersedes    string          `json:"supersedes"`   // Release of the one before; "" if this is the first
	Outputs       []Digest        `json:"outputs"`      // sorted by name, without the manifest
	Inputs        []Digest        `json:"inputs"`       // what it was made from, sorted by name
	Content       string          `json:"content"`      // SHA-256, as the caller makes it, over all that the release says
	Configuration []Setting       `json:"configuration"`
	Tools         []Tool          `json:"tools"` // what else the outputs depend on
	Figures       []Figure        `json:"figures"`
	Texts         []Text          `json:"texts"`
	Findings      json.RawMessage `json:"findings"` // a JSON array, as the caller words it
	Checksum      string          `json:"checksum"` // SHA-256 of this file with these 64 digits left out
}

// ReleaseDigest is the SHA-256, in hexadecimal, over all that decides about the outputs: the content, the configuration,
// program and tools with their versions, and what the release is called, but not its number: the outputs of equal
// digests tell the same, but for what they say of earlier releases. Inputs count as far as their content does. It is
// known before anything is rendered.
func (m Manifest) ReleaseDigest() string {
	m.Format, m.Number, m.Release, m.Supersedes = Format, 0, "", ""
	m.Outputs, m.Inputs, m.Figures, m.Texts, m.Findings = nil, nil, nil, nil, nil
	data, err := m.encode()
	if err != nil {
		return "" // cannot happen: what is left are strings and numbers
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

func sortByName(list []Digest) {
	slices.SortStableFunc(list, func(a, b Digest) int { return cmp.Compare(a.Name, b.Name) })
}

// decode reads a manifest of this format, or of an earlier one. Names that are not plain are refused, since
// the files they name are read and removed.
func decode(data []byte) (Manifest, error) {
	var m Manifest
	if err := json.Unmarshal(data, &m); err != nil {
		return Manifest{}, err
	}
	if m.Format < 1 || m.Format > Format {
		return Manifest{}, fmt.Errorf("format %d: this program reads 1 to %d", m.Format, Format)
	}
	for _, d := range m.Outputs {
		if err := checkName(d.Name); err != nil {
			return Manifest{}, err
		}
	}
	m.Number = max(1, m.Number)
	return m, nil
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
			return fmt.Errorf("file name %q: taken", f.Name)
		}
		seen[folded] = true
	}
	return nil
}

func checkName(name string) error {
	if name == "" || strings.HasPrefix(name, ".") || strings.ContainsAny(name, "/\\:\x00") {
		return fmt.Errorf("file name %q: want a plain name that does not start with a dot", name)
	}
	return nil
}
