package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// Kind says in what way a release's folder differs from its manifest.
type Kind string

// The kinds.
const (
	Missing Kind = "missing" // a file of the release is not there
	Changed Kind = "changed" // a file is not as it was published
	Broken  Kind = "broken"  // the release does not follow on the one before it
	Extra   Kind = "extra"   // a file that the manifest does not list: a person's own, no fault
)

// Problem is one difference between a release's folder and its manifest.
type Problem struct {
	Name   string `json:"name"`
	Kind   Kind   `json:"kind"`
	Detail string `json:"detail,omitempty"` // in English
}

// Fault reports whether the release is not what it was; otherwise the problem is only a note.
func (p Problem) Fault() bool { return p.Kind != Extra }

// String gives "saibei-2023-data.csv: changed: 12 bytes, want 15".
func (p Problem) String() string {
	s := p.Name + ": " + string(p.Kind)
	if p.Detail != "" {
		s += ": " + p.Detail
	}
	return s
}

// Verify compares the files of a release's folder with its manifest and lists every difference, in the order of
// the manifest, extra files last. The error is [ErrNoManifest] or [ErrManifest] if there is nothing to compare with.
func Verify(dir string) (Manifest, []Problem, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return Manifest{}, nil, fmt.Errorf("verify release: %w", err)
	}
	defer root.Close()
	m, whole, err := openManifest(root)
	if err != nil {
		return Manifest{}, nil, fmt.Errorf("verify release %q: %w", dir, err)
	}
	var problems []Problem
	switch {
	case !whole:
		problems = append(problems, Problem{ManifestName, Changed, "it is not as it was written: its checksum does not fit"})
	case m.Release != m.ReleaseDigest():
		problems = append(problems, Problem{ManifestName, Changed, "the release digest does not fit the inputs and configuration"})
	}
	for _, want := range m.Outputs {
		p, err := compare(root, want)
		if err != nil {
			return Manifest{}, nil, fmt.Errorf("verify release %q: %w", dir, err)
		}
		if p != nil {
			problems = append(problems, *p)
		}
	}
	extra, err := extras(root, m)
	if err != nil {
		return Manifest{}, nil, fmt.Errorf("verify release %q: %w", dir, err)
	}
	return m, append(problems, extra...), nil
}

func readManifest(root *os.Root) (Manifest, error) {
	m, _, err := openManifest(root)
	return m, err
}

// openManifest reads a release's manifest, and says whether it is as it was written.
func openManifest(root *os.Root) (m Manifest, whole bool, err error) {
	data, err := root.ReadFile(ManifestName)
	if errors.Is(err, fs.ErrNotExist) {
		return Manifest{}, false, ErrNoManifest
	}
	if err != nil {
		return Manifest{}, false, err
	}
	if !json.Valid(data) {
		return Manifest{}, false, fmt.Errorf("%s: %w", ManifestName, ErrDamaged)
	}
	if m, err = decode(data); err != nil {
		return Manifest{}, false, fmt.Errorf("%s: %w: %w", ManifestName, ErrManifest, err)
	}
	return m, signed(data), nil
}

func compare(root *os.Root, want Digest) (*Problem, error) {
	info, err := root.Lstat(want.Name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &Problem{want.Name, Missing, ""}, nil
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return &Problem{want.Name, Changed, "not a file"}, nil
	case info.Size() != want.Bytes:
		return &Problem{want.Name, Changed, fmt.Sprintf("%d bytes, want %d", info.Size(), want.Bytes)}, nil
	}
	f, err := root.Open(want.Name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return nil, err
	}
	if got := hex.EncodeToString(h.Sum(nil)); got != want.SHA256 {
		return &Problem{want.Name, Changed, "SHA-256 " + got + ", want " + want.SHA256}, nil
	}
	return nil, nil
}

func extras(root *os.Root, m Manifest) ([]Problem, error) {
	entries, err := fs.ReadDir(root.FS(), ".")
	if err != nil {
		return nil, err
	}
	var problems []Problem
	for _, e := range entries {
		if e.Name() != ManifestName && !m.lists(e.Name()) {
			problems = append(problems, Problem{e.Name(), Extra, "not part of the release"})
		}
	}
	return problems, nil
}
