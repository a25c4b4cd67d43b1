package publish

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"nianbao/internal/file"
	"nianbao/internal/message"
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
	Name   string        `json:"name"`
	Kind   Kind          `json:"kind"`
	Detail *message.Text `json:"detail,omitempty"`
}

// Fault reports whether the release is not what it was; otherwise the problem is only a note.
func (p Problem) Fault() bool { return p.Kind != Extra }

// String gives "saibei-2023-data.csv: changed: 12 bytes, want 15".
func (p Problem) String() string { return p.Message().Error() }

// Message implements [message.Messenger].
func (p Problem) Message() *message.Text {
	if p.Detail == nil {
		return message.Of("%s: %s", p.Name, message.Plain(string(p.Kind)))
	}
	return message.Of("%s: %s: %s", p.Name, message.Plain(string(p.Kind)), p.Detail)
}

// Verify compares the files of a release's folder with its manifest and lists every difference, in the order of
// the manifest, extra files last. The error is [ErrNoManifest] or [ErrManifest] if there is nothing to compare with.
func Verify(dir string) (Manifest, []Problem, error) {
	root, err := file.OpenRoot(dir)
	if err != nil {
		return Manifest{}, nil, message.Errorf("verify release: %w", err)
	}
	defer root.Close()
	m, problems, err := VerifyFiles(file.In(context.Background(), root))
	if err != nil {
		return Manifest{}, nil, message.Errorf("verify release %q: %w", dir, err)
	}
	return m, problems, nil
}

// VerifyFiles is [Verify] of a folder that is open already, or of the files of a release in a store.
func VerifyFiles(files fs.FS) (Manifest, []Problem, error) { return Past{}.Verify(files) }

// Verify is [VerifyFiles] for the files of a listed build. It does not decode an unchanged manifest again.
func (p Past) Verify(files fs.FS) (Manifest, []Problem, error) {
	m := p.Manifest
	data, err := loadManifest(files)
	if err == nil && (m.Checksum == "" || !bytes.HasSuffix(data, []byte(m.Checksum+checksumEnd)) || !signed(data)) {
		m, err = ReadManifest(data)
	}
	if err != nil {
		return Manifest{}, nil, err
	}
	var problems []Problem
	if fault := m.vouch(); fault != nil {
		problems = append(problems, Problem{ManifestName, Changed, fault})
	}
	for _, want := range m.Outputs {
		p, err := compare(files, want)
		if err != nil {
			return Manifest{}, nil, err
		}
		if p != nil {
			problems = append(problems, *p)
		}
	}
	extra, err := extras(files, m)
	if err != nil {
		return Manifest{}, nil, err
	}
	return m, append(problems, extra...), nil
}

// MostBytes is more than a file of a release can have. What is larger is not read.
const MostBytes = file.Release

// MostManifest is more bytes than a manifest can have. What is larger is not read.
const MostManifest = file.Manifest

// readManifest reads the manifest of a release's folder, see [ReadManifest].
func readManifest(files fs.FS) (Manifest, error) {
	data, err := loadManifest(files)
	if err != nil {
		return Manifest{}, err
	}
	return ReadManifest(data)
}

// loadManifest gives the bytes of a manifest. Opening a pipe would wait for a writer.
func loadManifest(files fs.FS) ([]byte, error) {
	info, err := fs.Lstat(files, ManifestName)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, ErrNoManifest
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, message.Errorf("%s: %w but %s", ManifestName, ErrNotFile, message.Plain(file.Kind(info.Mode())))
	case info.Size() > MostManifest:
		return nil, largeManifest(info.Size())
	}
	data, err := file.ReadIn(files, ManifestName, MostManifest)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ErrNoManifest
	}
	return data, err
}

// Standing gives the digests of the files in a folder, by name, but for its manifest.
func Standing(ctx context.Context, dir string) (map[string]Digest, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, message.Errorf("list %q: %w", dir, err)
	}
	all := map[string]Digest{}
	for _, e := range entries {
		if !e.Type().IsRegular() || e.Name() == ManifestName {
			continue
		}
		data, err := file.Read(ctx, filepath.Join(dir, e.Name()), file.Release)
		if err != nil {
			return nil, message.Errorf("list %q: %w", dir, err)
		}
		all[e.Name()] = DigestOf(File{Name: e.Name(), Data: data})
	}
	return all, nil
}

func largeManifest(size int64) error {
	return message.Errorf("%s: %w: it has %d bytes or more, and a manifest %d at most", ManifestName, ErrManifest, size, MostManifest)
}

func compare(files fs.FS, want Digest) (*Problem, error) {
	info, err := fs.Lstat(files, want.Name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &Problem{want.Name, Missing, nil}, nil
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return &Problem{want.Name, Changed, message.Plain("not a file")}, nil
	case info.Size() != want.Bytes:
		return &Problem{want.Name, Changed, message.Of("%d bytes, want %d", info.Size(), want.Bytes)}, nil
	case info.Size() > MostBytes:
		detail := message.Of("%d bytes, and a file of a release has %d at most: it is not read", info.Size(), MostBytes)
		return &Problem{want.Name, Changed, detail}, nil
	}
	f, err := files.Open(want.Name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return nil, err
	}
	if got := hex.EncodeToString(h.Sum(nil)); got != want.SHA256 {
		return &Problem{want.Name, Changed, message.Of("SHA-256 %s, want %s", got, want.SHA256)}, nil
	}
	return nil, nil
}

func extras(files fs.FS, m Manifest) ([]Problem, error) {
	entries, err := fs.ReadDir(files, ".")
	if err != nil {
		return nil, err
	}
	var problems []Problem
	for _, e := range entries {
		if e.Name() != ManifestName && !m.lists(e.Name()) {
			problems = append(problems, Problem{e.Name(), Extra, message.Plain("not part of the release")})
		}
	}
	return problems, nil
}
