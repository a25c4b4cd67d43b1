package export

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"nianbao/internal/publish"
	"nianbao/internal/tagpdf"
)

// export runs a job that must succeed.
func export(t *testing.T, j Job) *Result {
	t.Helper()
	result, err := Run(context.Background(), j)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// with gives a job that differs in one setting.
func with(t *testing.T, j Job, env ...string) Job {
	t.Helper()
	env = append([]string{
		"NIANBAO_OUTPUT_DIR=" + j.Config.Output.Dir, "NIANBAO_AREAS_DIR=" + j.Config.AreasDir, "NIANBAO_AREA=" + j.Config.Area,
	}, env...)
	return job(t, env...)
}

// kept lists the builds of an edition.
func kept(t *testing.T, dir string) []string {
	t.Helper()
	past, err := publish.Releases(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, p := range past {
		names = append(names, p.Name())
	}
	return names
}

// A figure that only drafts had is nowhere in the releases after them: not in a byte of any file, with everything
// unpacked, and not in the text of the briefing.
func TestDraftIsNoRelease(t *testing.T) {
	areas := t.TempDir()
	if err := os.CopyFS(filepath.Join(areas, "example"), os.DirFS("../../config/areas/example")); err != nil {
		t.Fatal(err)
	}
	const mistake, right = "487316529", "487316592"
	editData(t, areas, "2024.yaml", "level: 18250", "level: "+mistake)
	draft := job(t, "NIANBAO_AREAS_DIR="+areas, "NIANBAO_STATUS=draft")
	for _, language := range []string{"zh-Hans,en", "en", "zh-Hans"} {
		made := export(t, with(t, draft, "NIANBAO_STATUS=draft", "NIANBAO_LANGUAGES="+language))
		m := made.Release.Manifest
		if m.Number != 0 || m.Build != 0 || m.Supersedes != "" || !strings.HasSuffix(made.Release.Dir, filepath.Join("example", "2024.draft")) {
			t.Fatalf("a draft is %s of %q in %s", m.Name(), m.Supersedes, made.Release.Dir)
		}
		if !holds(t, made.Release.Dir, mistake) {
			t.Fatal("the search does not find the draft's figure in the draft")
		}
	}
	editData(t, areas, "2024.yaml", mistake, right)
	final := with(t, draft)
	first := export(t, final)
	if m := first.Release.Manifest; m.Name() != "r1" || m.Supersedes != "" || first.Supersedes != "" {
		t.Errorf("the first release is %s and supersedes %q", m.Name(), m.Supersedes)
	}
	editData(t, areas, "2024.yaml", right, "18250")
	export(t, with(t, draft, "NIANBAO_STATUS=draft"))
	second := export(t, final)
	for _, dir := range []string{second.Release.Dir, filepath.Join(filepath.Dir(second.Release.Dir), "releases")} {
		if holds(t, dir, mistake) {
			t.Errorf("%s holds a figure that only drafts had", dir)
		}
		if !holds(t, dir, right) { // as the first release's, and as what the second has revised
			t.Errorf("the search does not find %s in %s", right, dir)
		}
	}
	if diff := cmp.Diff([]string{"r1", "r2"}, kept(t, second.Release.Dir)); diff != "" {
		t.Error(diff)
	}
}

// holds reports whether the digits of a figure stand in a file below a folder, however it is packed or grouped.
func holds(t *testing.T, dir, digits string) bool {
	t.Helper()
	found := false
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		parts := unpack(t, data)
		if filepath.Ext(path) == ".pdf" {
			parts = append(parts, []byte(textOf(t, data)))
		}
		for _, part := range parts {
			plain := strings.NewReplacer(",", "", " ", "", "\n", "").Replace(string(part))
			found = found || strings.Contains(plain, digits) || strings.Contains(string(part), digits)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// textOf is what the pages of a PDF show.
func textOf(t *testing.T, pdf []byte) string {
	t.Helper()
	r, err := tagpdf.Open(pdf)
	if err != nil {
		t.Fatal(err)
	}
	root, err := r.Structure()
	if err != nil {
		t.Fatal(err)
	}
	return root.Shown
}

// unpack gives data with all that is packed in it: the entries of an archive, the streams of a PDF.
func unpack(t *testing.T, data []byte) [][]byte {
	t.Helper()
	parts := [][]byte{data}
	if z, err := zip.NewReader(bytes.NewReader(data), int64(len(data))); err == nil {
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			part, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			parts = append(parts, part)
		}
		return parts
	}
	if !bytes.HasPrefix(data, []byte("%PDF-")) {
		return parts
	}
	streams := 0
	for rest := data; ; streams++ {
		_, after, ok := bytes.Cut(rest, []byte("stream\n"))
		if !ok {
			break
		}
		rest = after
		if r, err := zlib.NewReader(bytes.NewReader(after)); err == nil {
			part, _ := io.ReadAll(r) // what follows the stream is none of it
			parts = append(parts, unpack(t, part)...)
		}
	}
	if streams == 0 {
		t.Fatal("a PDF without a stream")
	}
	return parts
}

// Another look is another build of the same release, which says nothing of revisions; another figure is another release.
func TestBuildsOfARelease(t *testing.T) {
	areas := changedAreas(t)
	first := job(t, "NIANBAO_AREAS_DIR="+areas)
	m := export(t, first).Release.Manifest
	for i, env := range [][]string{
		{"NIANBAO_LANGUAGES=en,zh-Hans"}, {"NIANBAO_LAYOUT=stacked"}, {"NIANBAO_THEME_NAME=gongwen"}, {"NIANBAO_WORKBOOK_PROFILE=published"},
		{"NIANBAO_RELEASE_DATE=2025-02-01"}, {"NIANBAO_SECTIONS=cover,themes,register"}, {"NIANBAO_ISSUER_ZH_HANS=局", "NIANBAO_ISSUER_EN=Office"},
	} {
		result := export(t, with(t, first, env...))
		now := result.Release.Manifest
		if now.Number != 1 || now.Build != i+2 || now.ContentDigest != m.ContentDigest || now.BuildDigest == m.BuildDigest || !result.Rebuilt() {
			t.Errorf("%s: %s, content %.8s, build %.8s, after %s, %.8s, %.8s", env, now.Name(), now.ContentDigest, now.BuildDigest, m.Name(), m.ContentDigest, m.BuildDigest)
		}
		if sumOf(now, "example-2024-revisions.csv") != sumOf(m, "example-2024-revisions.csv") {
			t.Errorf("%s: the table of revisions has changed", env)
		}
		m.BuildDigest = now.BuildDigest
	}
	later := with(t, first)
	later.Epoch = time.Unix(1_800_000_000, 0)
	if now := export(t, later).Release.Manifest; now.Name() != "r1.9" {
		t.Errorf("SOURCE_DATE_EPOCH gives %s", now.Name())
	}
	editData(t, areas, "2024.yaml", "level: 18520", "level: 18521")
	result := export(t, first)
	if m := result.Release.Manifest; m.Name() != "r2" || result.Supersedes != "r1.9" {
		t.Errorf("another figure gives %s, which supersedes %s", m.Name(), result.Supersedes)
	}
	want := []string{"r1", "r1.2", "r1.3", "r1.4", "r1.5", "r1.6", "r1.7", "r1.8", "r1.9", "r2"}
	if diff := cmp.Diff(want, kept(t, result.Release.Dir)); diff != "" {
		t.Error(diff)
	}
	if again := export(t, first); !again.Unchanged {
		t.Error("the same again is not unchanged")
	}
}

func sumOf(m publish.Manifest, name string) string {
	for _, d := range m.Outputs {
		if d.Name == name {
			return d.SHA256
		}
	}
	return ""
}

// What decides about the files decides about the build, and nothing else does.
func TestBuildDigest(t *testing.T) {
	digest := func(j Job) string { return export(t, j).Release.Manifest.BuildDigest }
	usual := digest(job(t))
	if again := digest(job(t)); again != usual {
		t.Error("the same input gives another build")
	}
	other := job(t)
	other.Tools = []publish.Tool{{Name: "go", Version: "9"}}
	if digest(other) != usual {
		t.Error("a program built with another compiler gives another build")
	}
	for _, change := range []string{"NIANBAO_STATUS=draft", "NIANBAO_LANGUAGES=en", "NIANBAO_RELEASE_DATE=2025-02-01", "NIANBAO_THEME_COLORS_INK=#000000", "NIANBAO_WORKBOOK_PROFILE=published"} {
		if digest(job(t, change)) == usual {
			t.Errorf("%s gives the same build", change)
		}
	}
}

// Files and languages of the published release do not vanish without a word.
func TestLoss(t *testing.T) {
	first := job(t)
	export(t, first)
	before := tree(t, first.Config.Output.Dir)
	for name, tt := range map[string]struct {
		env  []string
		want string
	}{
		"formats":  {[]string{"NIANBAO_SECTIONS=glance", "NIANBAO_FORMATS=pdf"}, "the files example-2024-catalogue.csv, example-2024-codes.csv, example-2024-data.csv"},
		"language": {[]string{"NIANBAO_LANGUAGES=en"}, "the language zh-Hans"},
		"names":    {[]string{"NIANBAO_OUTPUT_NAME={kind}-{period}"}, "example-2024-workbook.xlsx"},
		"both":     {[]string{"NIANBAO_LANGUAGES=zh-Hant,en", "NIANBAO_FORMATS=pdf,xlsx,json"}, "the language zh-Hans and the files"},
	} {
		_, err := Run(context.Background(), with(t, first, tt.env...))
		lost := new(LossError)
		if !errors.As(err, &lost) || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want one with %q", name, err, tt.want)
		}
		if after := tree(t, first.Config.Output.Dir); !slices.Equal(after, before) {
			t.Fatalf("%s: the output has changed", name)
		}
	}
	more := export(t, with(t, first, "NIANBAO_LANGUAGES=en,zh-Hans"))
	if more.Release.Manifest.Name() != "r1.2" {
		t.Errorf("the other order of languages gives %s", more.Release.Manifest.Name())
	}
	meant := with(t, first, "NIANBAO_FORMATS=pdf")
	meant.Replace = true
	if m := export(t, meant).Release.Manifest; m.Name() != "r1.3" || len(m.Outputs) != 1 {
		t.Errorf("%s with %d files", m.Name(), len(m.Outputs))
	}
	if m := export(t, first).Release.Manifest; m.Name() != "r1.4" {
		t.Errorf("all files again give %s", m.Name())
	}
	if m := export(t, with(t, first, "NIANBAO_LANGUAGES=en", "NIANBAO_STATUS=draft")).Release.Manifest; m.Number != 0 {
		t.Errorf("a draft is %s", m.Name())
	}
}

// A damaged manifest is believed in nothing: number and lineage come from the releases that are kept.
func TestDamagedManifest(t *testing.T) {
	for _, edit := range [][2]string{
		{`"number": 2`, `"number": 1`}, {`"number": 2`, `"number": 5`}, {`"number": 2`, `"number": 9223372036854775807`},
		{`"supersedes": "`, `"supersedes": "0`},
	} {
		areas := changedAreas(t)
		j := job(t, "NIANBAO_AREAS_DIR="+areas, "NIANBAO_FORMATS=csv")
		export(t, j)
		editData(t, areas, "2024.yaml", "level: 18520", "level: 18521")
		second := export(t, j)
		name := filepath.Join(second.Release.Dir, publish.ManifestName)
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		changed := bytes.Replace(data, []byte(edit[0]), []byte(edit[1]), 1)
		if bytes.Equal(changed, data) {
			t.Fatalf("the manifest has no %s", edit[0])
		}
		if err := os.WriteFile(name, changed, 0o644); err != nil {
			t.Fatal(err)
		}
		again := export(t, j)
		if m := again.Release.Manifest; !again.Repaired || m.Name() != "r2" || m.Supersedes != second.Release.Manifest.Supersedes {
			t.Errorf("%s: repaired %v, %s, supersedes %.8s, want %.8s", edit[1], again.Repaired, m.Name(), m.Supersedes, second.Release.Manifest.Supersedes)
		}
		if diff := cmp.Diff([]string{"r1", "r2"}, kept(t, again.Release.Dir)); diff != "" {
			t.Error(diff)
		}
	}
}
