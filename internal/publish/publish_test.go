package publish

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// numbered gives a release with a number.
func numbered(number int, word string) release {
	r := sample(word)
	r.manifest.Number = number
	return r
}

// sample gives a release whose files hold the given word.
func sample(word string) release {
	r := release{
		manifest: Manifest{
			Program: "nianbao", OutputVersion: 3, Area: "example", Period: "2024", Languages: []string{"zh-Hans", "en"},
			ReleaseDate: "2025-01-20", Status: "final",
			Inputs:        []Digest{DigestOf(File{Name: "b.yaml", Data: []byte(word)}), DigestOf(File{Name: "a.yaml"})},
			Configuration: []Setting{{"status", "final"}, {"formats", "csv,json"}},
			Findings:      json.RawMessage(`[{"rule":"tally","message":"<5 & 3>"}]`),
		},
		files: []File{
			{Name: "x-data.csv", Data: []byte("value\n" + word + "\n"), Media: "text/csv"},
			{Name: "x-briefing.pdf", Data: []byte("%PDF " + word), Media: "application/pdf"},
		},
	}
	content := `{"facts":[{"fact_id":"gdp.level@2024","obs_status":"A","obs_value":"12.5","unit_measure":"CNY","unit_mult":8}],"word":"` + word + `"}`
	r.manifest.SetContent([]byte(content))
	return r
}

func publish(t *testing.T, dir string, r release) Release {
	t.Helper()
	done, err := Publish(context.Background(), dir, r.manifest, r.files)
	if err != nil {
		t.Fatal(err)
	}
	return done
}

func put(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// tree gives the content of every file below a folder, and "/" for the folders.
func tree(t interface {
	Helper()
	Fatal(...any)
}, root string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || path == root {
			return err
		}
		name, _ := filepath.Rel(root, path)
		switch {
		case e.IsDir():
			all[name] = "/"
		case e.Type()&fs.ModeSymlink != 0:
			all[name], err = os.Readlink(path)
		default:
			var data []byte
			data, err = os.ReadFile(path)
			all[name] = string(data)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestPublish(t *testing.T) {
	root := t.TempDir()
	dir := filepath.Join(root, "example", "2024")
	done := publish(t, dir, sample("one"))
	names := slices.Sorted(maps.Keys(tree(t, root)))
	want := []string{"example", "example/2024", "example/2024/manifest.json", "example/2024/x-briefing.pdf", "example/2024/x-data.csv"}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Errorf("files differ (-want +got):\n%s", diff)
	}
	if done.Dir != dir || len(done.Kept) != 0 || done.Manifest.Outputs[0].Name != "x-briefing.pdf" {
		t.Errorf("release %+v", done)
	}
	m, problems, err := Verify(dir)
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	done.Manifest.Inputs = m.Inputs // sorted when written
	m.Findings, done.Manifest.Findings, m.Tools = nil, nil, nil
	m.Fonts, m.Checksum = nil, ""
	m.Content, m.Later, done.Manifest.Content = nil, nil, nil // written with white space, or as empty
	if diff := cmp.Diff(done.Manifest, m, cmpopts.IgnoreUnexported(Manifest{})); diff != "" {
		t.Errorf("manifest read back differs (-want +got):\n%s", diff)
	}
	before := tree(t, root)
	publish(t, dir, sample("one"))
	if diff := cmp.Diff(before, tree(t, root)); diff != "" {
		t.Errorf("publishing again changed something:\n%s", diff)
	}
	fewer := sample("two")
	fewer.files = fewer.files[:1]
	publish(t, dir, fewer)
	if _, err := os.Stat(filepath.Join(dir, "x-briefing.pdf")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file of the earlier release that the new one lacks is still there: %v", err)
	}
}

func TestModes(t *testing.T) {
	root := t.TempDir()
	put(t, filepath.Join(root, "reference", "file"), "")
	publish(t, filepath.Join(root, "r"), sample("one"))
	for got, want := range map[string]string{"r": "reference", "r/x-data.csv": "reference/file", "r/manifest.json": "reference/file"} {
		g, errG := os.Stat(filepath.Join(root, got))
		w, errW := os.Stat(filepath.Join(root, want))
		if errG != nil || errW != nil || g.Mode() != w.Mode() {
			t.Errorf("mode of %s is %v, want %v", got, g.Mode(), w.Mode())
		}
	}
}

// hostile is a manifest whose checksum fits, and which names a file elsewhere.
var hostile = string(sign([]byte("{\n  \"format\": 1,\n  \"outputs\": [{\"name\": \"../y\"}],\n  \"checksum\": \"\"\n}\n")))

func TestRefusals(t *testing.T) {
	for _, tt := range []struct {
		name  string
		files map[string]string // in the folder before
		names []string          // to publish
		is    error
		want  string
	}{
		{name: "foreign file", files: map[string]string{"x.csv": "mine"}, names: []string{"x.csv"}, is: ErrForeign},
		{name: "foreign folder", files: map[string]string{"x.csv/y": "mine"}, names: []string{"x.csv"}, is: ErrForeign},
		{name: "foreign manifest", files: map[string]string{ManifestName: "{}"}, names: []string{"x"}, is: ErrManifest},
		{name: "later format", files: map[string]string{ManifestName: `{"format":3}`}, names: []string{"x"}, is: ErrManifest},
		{name: "hostile manifest", files: map[string]string{ManifestName: hostile}, names: []string{"x"}, is: ErrManifest},
		{name: "folder called manifest", files: map[string]string{ManifestName + "/x": ""}, names: []string{"x"}, want: ManifestName},
		{name: "same name twice", names: []string{"x", "X"}, want: `file name "X": taken`},
		{name: "own manifest", names: []string{"Manifest.json"}, want: "taken"},
		{name: "in a folder", names: []string{"a/b"}, want: "want a plain name"},
		{name: "above", names: []string{".."}, want: "want a plain name"},
		{name: "no name", names: []string{""}, want: "want a plain name"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "2024")
			for name, content := range tt.files {
				put(t, filepath.Join(dir, name), content)
			}
			before := tree(t, filepath.Dir(dir))
			var files []File
			for _, name := range tt.names {
				files = append(files, File{Name: name, Data: []byte("new")})
			}
			_, err := Publish(context.Background(), dir, Manifest{}, files)
			if err == nil || tt.is != nil && !errors.Is(err, tt.is) || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want %v %q", err, tt.is, tt.want)
			}
			if diff := cmp.Diff(before, tree(t, filepath.Dir(dir))); diff != "" {
				t.Errorf("a refusal changed something:\n%s", diff)
			}
		})
	}
	file := filepath.Join(t.TempDir(), "file")
	put(t, file, "mine")
	for _, dir := range []string{file, filepath.Join(file, "2024")} {
		_, err := Publish(context.Background(), dir, Manifest{}, nil)
		if Hint(err) == "" {
			t.Errorf("publishing to %s where a file stands: %v, without a hint", dir, err)
		}
	}
	if _, err := Publish(context.Background(), t.TempDir(), Manifest{Findings: json.RawMessage("{")}, nil); err == nil {
		t.Error("findings that are no JSON were written")
	}
}

// TestDamagedManifest publishes over a release that can no longer say what it is.
func TestDamagedManifest(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "2024")
	publish(t, dir, numbered(1, "one"))
	publish(t, dir, numbered(2, "two"))
	put(t, filepath.Join(dir, "notes.txt"), "mine")
	for _, content := range []string{"", "{\"format\": 1,", "\x00\x00\x00"} {
		put(t, filepath.Join(dir, ManifestName), content)
		done := publish(t, dir, numbered(2, "two"))
		if len(done.Kept) != 1 || done.Kept[0] != "notes.txt" {
			t.Errorf("kept %q", done.Kept)
		}
		wholeHistory(t, dir, 2)
	}
}

// TestLinkedFolder makes sure that a link to a folder elsewhere stays one.
func TestLinkedFolder(t *testing.T) {
	root := t.TempDir()
	real, link := filepath.Join(root, "real"), filepath.Join(root, "a", "2024")
	publish(t, real, sample("one"))
	if err := errors.Join(os.Mkdir(filepath.Dir(link), 0o755), os.Symlink(real, link)); err != nil {
		t.Fatal(err)
	}
	publish(t, link, sample("two"))
	if got := tree(t, root); got["a/2024"] != real || got["real/x-data.csv"] != "value\ntwo\n" {
		t.Errorf("published through a link: %v", slices.Sorted(maps.Keys(got)))
	}
}

func TestManifestText(t *testing.T) {
	r := sample("one")
	dir := filepath.Join(t.TempDir(), "2024")
	publish(t, dir, r)
	data, err := os.ReadFile(filepath.Join(dir, ManifestName))
	if err != nil {
		t.Fatal(err)
	}
	last := -1
	for _, field := range []string{
		"format", "program", "output_version", "area", "period", "languages", "release_date", "status", "number", "build",
		"content_digest", "build_digest", "supersedes", "outputs", "inputs", "fonts", "configuration", "tools", "content", "later",
		"findings", "checksum",
	} {
		at := bytes.Index(data, []byte("\n  \""+field+"\": "))
		if at <= last {
			t.Errorf("field %s is missing or out of order", field)
		}
		last = at
	}
	if !bytes.HasSuffix(data, []byte("\"\n}\n")) || !bytes.Contains(data, []byte("<5 & 3>")) || !bytes.Contains(data, []byte(`"tools": [],`)) {
		t.Errorf("manifest is written as\n%s", data)
	}
}
