package export

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nianbao/internal/dataset"
	"nianbao/internal/publish"
)

// previewed makes an edition in memory, which must write nothing.
func previewed(t *testing.T, j Job) *Previewed {
	t.Helper()
	before := tree(t, filepath.Dir(j.Config.Output.Dir))
	p, err := Preview(context.Background(), j)
	if err != nil {
		t.Fatal(err)
	}
	if after := tree(t, filepath.Dir(j.Config.Output.Dir)); !slices.Equal(after, before) {
		t.Errorf("a preview wrote: %q, before %q", after, before)
	}
	return p
}

// agree holds that what was looked at is, byte for byte, what was published then.
func agree(t *testing.T, p *Previewed, r *Result) {
	t.Helper()
	m := r.Release.Manifest
	if p.Digest != m.ContentDigest || !m.Draft() && p.Name != m.Name() || m.Draft() && p.Name != "" {
		t.Errorf("looked at %q, %s; published %s, %s", p.Name, p.Digest, m.Name(), m.ContentDigest)
	}
	if len(p.Files) != len(m.Outputs) {
		t.Errorf("looked at %d files, published %d", len(p.Files), len(m.Outputs))
	}
	for _, f := range p.Files {
		published, err := os.ReadFile(filepath.Join(r.Release.Dir, f.Name))
		if err != nil || !bytes.Equal(published, f.Data) {
			t.Errorf("%s was looked at with %d bytes, published with %d, %v", f.Name, len(f.Data), len(published), err)
		}
	}
}

// TestPreviewIsPublished looks at editions and publishes them, from data that are loaded and that are read, the first release and
// those that follow on it.
func TestPreviewIsPublished(t *testing.T) {
	areas := t.TempDir()
	if err := os.CopyFS(filepath.Join(areas, "example"), os.DirFS("../../config/areas/example")); err != nil {
		t.Fatal(err)
	}
	out := t.TempDir()
	for _, c := range []struct {
		name        string
		old, new    string // in the year's file
		env         []string
		want        string
		unchanged   bool
		differences int
	}{
		{name: "first", want: "r1"},
		{name: "the same", want: "r1", unchanged: true},
		{name: "a figure", old: "level: 18250", new: "level: 18520", want: "r2", differences: 1},
		{name: "a draft", old: "level: 18520", new: "level: 18620", env: []string{"NIANBAO_STATUS=draft"}},
		{name: "in traditional Chinese", env: []string{"NIANBAO_LANGUAGES=zh-Hant,en"}, want: "r3", differences: 1},
	} {
		name := filepath.Join(areas, "example", "2024.yaml")
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, bytes.Replace(data, []byte(c.old), []byte(c.new), 1), 0o644); err != nil {
			t.Fatal(err)
		}
		j := job(t, append([]string{"NIANBAO_AREAS_DIR=" + areas, "NIANBAO_OUTPUT_DIR=" + out, "NIANBAO_PERIOD=2024"}, c.env...)...)
		j.Replace = c.name == "in traditional Chinese"
		loaded := j
		loaded.Loaded = &Loaded{}
		if loaded.Loaded.Data, loaded.Loaded.Inputs, err = dataset.Load(os.DirFS(areas), "example"); err != nil {
			t.Fatal(err)
		}
		p, again := previewed(t, j), previewed(t, loaded)
		if p.Name != c.want || p.Unchanged != c.unchanged || len(p.Changes.Figures) != c.differences || (p.Current == nil) != (c.name == "first" || c.name == "a draft") {
			t.Errorf("%s: %s, unchanged %v, changes %+v", c.name, p.Name, p.Unchanged, p.Changes.Figures)
		}
		digest, err := Digest(context.Background(), loaded)
		if err != nil || digest != p.Digest || again.Digest != digest {
			t.Errorf("%s: digests %s, %s, %s, %v", c.name, digest, p.Digest, again.Digest, err)
		}
		r := export(t, loaded)
		agree(t, p, r)
		agree(t, again, r)
	}
}

// TestPreviewOfLoss holds that a preview says what publishing would remove, and is made all the same.
func TestPreviewOfLoss(t *testing.T) {
	j := job(t)
	export(t, j)
	j = with(t, j, "NIANBAO_FORMATS=pdf")
	p := previewed(t, j)
	if p.Loss == nil || !strings.Contains(p.Loss.Error(), "example-2024-codes.csv") || len(p.Files) != 1 {
		t.Fatalf("%v, %d files", p.Loss, len(p.Files))
	}
	if _, err := Run(context.Background(), j); !errors.As(err, new(*LossError)) {
		t.Errorf("published: %v", err)
	}
	j.Replace = true
	agree(t, p, export(t, j))
}

// TestPreviewDespiteErrors holds that an edition with errors can be looked at, and neither be published nor get a digest.
func TestPreviewDespiteErrors(t *testing.T) {
	areas := t.TempDir()
	if err := os.CopyFS(filepath.Join(areas, "tongjian"), os.DirFS("../../config/areas/tongjian")); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(areas, "tongjian", "2022.yaml")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	changed := bytes.Replace(data, []byte("va-farming: [65.83"), []byte("va-farming: [865.83"), 1)
	if bytes.Equal(changed, data) {
		t.Fatal("the figure is not there")
	}
	if err := os.WriteFile(name, changed, 0o644); err != nil {
		t.Fatal(err)
	}
	j := job(t, "NIANBAO_AREAS_DIR="+areas, "NIANBAO_AREA=tongjian")
	p := previewed(t, j)
	blocked := false
	for _, f := range p.Findings {
		blocked = blocked || f.Blocks()
	}
	if !blocked || !slices.ContainsFunc(p.Files, func(f publish.File) bool { return f.Media == "application/pdf" && len(f.Data) > 10000 }) {
		t.Errorf("findings %+v, %d files", p.Findings, len(p.Files))
	}
	if _, err := Run(context.Background(), j); !errors.As(err, new(*CheckError)) {
		t.Errorf("published: %v", err)
	}
	if _, err := Digest(context.Background(), j); !errors.As(err, new(*CheckError)) {
		t.Errorf("digest: %v", err)
	}
}

// TestPreviewTakesNoLock holds that people can look at an edition while another run publishes.
func TestPreviewTakesNoLock(t *testing.T) {
	j := job(t)
	unlock, err := Lock(j)
	if err != nil {
		t.Fatal(err)
	}
	previewed(t, j)
	if err := unlock(); err != nil {
		t.Fatal(err)
	}
}
