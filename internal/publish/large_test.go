package publish

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A file that is larger than any of a release is told of, and not read, also where the manifest says that it is that large.
func TestLargeFileIsNotRead(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "2024")
	publish(t, dir, sample("one"))
	state := resealed(func(m *Manifest) { m.Outputs[0].Bytes = MostBytes + 1 })
	m, _, err := Verify(dir)
	if err != nil {
		t.Fatal(err)
	}
	name := m.Outputs[0].Name
	if err := errors.Join(state(dir), os.Truncate(filepath.Join(dir, name), MostBytes+1)); err != nil { // without blocks on the disk
		t.Fatal(err)
	}
	_, got, err := Verify(dir)
	if err != nil || len(got) != 1 || got[0].Name != name || !strings.Contains(got[0].Detail.Error(), "1073741824 at most: it is not read") {
		t.Errorf("problems %v, error %v", got, err)
	}
}

// A manifest that is larger than any is told of, and not read.
func TestLargeManifestIsNotRead(t *testing.T) {
	for _, size := range []int64{MostManifest + 1, 1 << 40} { // without blocks on the disk
		dir := t.TempDir()
		f, err := os.Create(filepath.Join(dir, ManifestName))
		if err == nil {
			err = errors.Join(f.Truncate(size), f.Close())
		}
		if err != nil {
			t.Skip(err)
		}
		if _, _, err := Verify(dir); !errors.Is(err, ErrManifest) || !strings.Contains(err.Error(), "268435456 at most") {
			t.Errorf("error %v", err)
		}
	}
	if _, err := ReadManifest(make([]byte, MostManifest+1)); !errors.Is(err, ErrManifest) || errors.Is(err, ErrDamaged) {
		t.Errorf("error %v", err)
	}
}
