package audit

import (
	"archive/tar"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nianbao/internal/config"
	"nianbao/internal/export"
	"nianbao/internal/message"
	"nianbao/internal/publish"
)

// job exports a shipped area into a folder of the test's own.
func job(t testing.TB, env ...string) export.Job {
	t.Helper()
	env = append([]string{"NIANBAO_AREAS_DIR=../../config/areas", "NIANBAO_AREA=example", "NIANBAO_OUTPUT_DIR=" + t.TempDir()}, env...)
	c, err := config.Load(nil, env, "")
	if err != nil {
		t.Fatal(err)
	}
	return export.Job{Config: c}
}

// released exports an edition that must be published.
func released(t testing.TB, j export.Job) *export.Result {
	t.Helper()
	result, err := export.Run(context.Background(), j)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// verified verifies a folder that has a manifest.
func verified(t testing.TB, dir string) *Verification {
	t.Helper()
	v, err := verifyIn(context.Background(), Folder(""), publish.Past{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// walked verifies all below a folder.
func walked(t testing.TB, dir string) []*Verification {
	t.Helper()
	var list []*Verification
	if err := Walk(context.Background(), Folder(dir), dir, Options{Jobs: 2}, func(v *Verification) error { list = append(list, v); return nil }); err != nil {
		t.Fatal(err)
	}
	return list
}

// sound holds that a release is sound, and that all of its files but some were compared.
func sound(t testing.TB, v *Verification, skipped ...string) {
	t.Helper()
	if !v.Sound() || len(v.Compared)+len(v.Skipped) != v.Files {
		t.Errorf("%s, %s: problems %v, disagreements %q, %d of %d files compared, skipped %q", v.Dir, v.Name(), v.Problems, v.Disagrees, len(v.Compared), v.Files, v.Skipped)
	}
	if len(v.Skipped) != len(skipped) {
		t.Errorf("%s: skipped %q, want %q", v.Dir, v.Skipped, skipped)
	}
}

// finds holds that a disagreement of a file is named.
func finds(t testing.TB, v *Verification, file, want string) {
	t.Helper()
	if !slices.ContainsFunc(inEnglish(v.Disagrees), func(s string) bool { return strings.HasPrefix(s, file+": ") && strings.Contains(s, want) }) {
		t.Errorf("disagreements %q, want one of %s with %q", v.Disagrees, file, want)
	}
}

// edit replaces a text of a file that has it.
func edit(t testing.TB, path, old, with string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	changed := strings.Replace(string(data), old, with, 1)
	if changed == string(data) {
		t.Fatalf("%s no longer has %q", path, old)
	}
	if err := os.WriteFile(path, []byte(changed), 0o644); err != nil {
		t.Fatal(err)
	}
}

// unpackFixture puts a release of testdata into a folder.
func unpackFixture(t testing.TB, name, into string) {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", name+".tar.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(into, filepath.FromSlash(h.Name))
		if h.Typeflag == tar.TypeDir {
			continue
		}
		data, err := io.ReadAll(r)
		if err := errors.Join(err, os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, data, 0o644)); err != nil {
			t.Fatal(err)
		}
	}
}

// reseal gives a changed release a manifest that fits: as one who can write to the folder would.
func reseal(t testing.TB, dir string) {
	t.Helper()
	m, _, err := publish.Verify(dir)
	if err != nil {
		t.Fatal(err)
	}
	seal(t, dir, m)
}

// seal writes the manifest of the files that a folder has now.
func seal(t testing.TB, dir string, m publish.Manifest) {
	t.Helper()
	var files []publish.File
	for _, d := range m.Outputs {
		data, err := os.ReadFile(filepath.Join(dir, d.Name))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, publish.File{Name: d.Name, Data: data, Media: d.Media})
	}
	_, data, err := publish.Seal(m, files)
	if err := errors.Join(err, os.WriteFile(filepath.Join(dir, publish.ManifestName), data, 0o644)); err != nil {
		t.Fatal(err)
	}
}

// inEnglish gives messages in English.
func inEnglish(list []*message.Text) []string {
	var all []string
	for _, t := range list {
		all = append(all, t.Error())
	}
	return all
}
