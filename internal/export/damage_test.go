package export

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"nianbao/internal/publish"
)

// overwrite changes a file's bytes.
func overwrite(t *testing.T, path string, change func([]byte) []byte) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, change(data), 0o644); err != nil {
		t.Fatal(err)
	}
}

func longer(data []byte) []byte { return append(data, '\n') }

// A release whose manifest is damaged is not lost to one that says something else, or has other files.
func TestDamagedManifestHoldsFiles(t *testing.T) {
	areas := changedAreas(t)
	j := job(t, "NIANBAO_AREAS_DIR="+areas, "NIANBAO_FORMATS=csv,json")
	dir := export(t, j).Release.Dir
	overwrite(t, filepath.Join(dir, publish.ManifestName), longer)
	before := tree(t, j.Config.Output.Dir)
	refused := func(name string, j Job) {
		t.Helper()
		_, err := Run(context.Background(), j)
		var lost *LossError
		if !errors.As(err, &lost) || len(lost.Files) == 0 || lost.Release != "" {
			t.Errorf("%s: %v", name, err)
		}
		if !slices.Equal(before, tree(t, j.Config.Output.Dir)) {
			t.Errorf("%s: files have changed", name)
		}
	}
	refused("a format less", with(t, j, "NIANBAO_FORMATS=csv"))
	refused("a language less", with(t, j, "NIANBAO_FORMATS=csv,json", "NIANBAO_LANGUAGES=en"))
	if r := export(t, j); !r.Repaired || r.Release.Manifest.Name() != "r1" {
		t.Errorf("the same is %s, repaired %v", r.Release.Manifest.Name(), r.Repaired)
	}
	overwrite(t, filepath.Join(dir, publish.ManifestName), longer)
	editData(t, areas, "2024.yaml", "level: 18520", "level: 18521")
	refused("another figure", j)
	j.Replace = true
	if r := export(t, j); r.Repaired || r.Release.Manifest.Name() != "r1" {
		t.Errorf("what is meant is %s, repaired %v", r.Release.Manifest.Name(), r.Repaired)
	}
}

// A build of which a file is damaged is made again under its number, in another look too; it is not kept as it is.
func TestDamagedFileOtherLook(t *testing.T) {
	j := job(t, "NIANBAO_FORMATS=csv,json")
	r := export(t, j)
	overwrite(t, filepath.Join(r.Release.Dir, r.Release.Manifest.Outputs[0].Name), longer)
	again := export(t, with(t, j, "NIANBAO_FORMATS=csv,json", "NIANBAO_LANGUAGES=en,zh-Hans"))
	if !again.Repaired || again.Release.Manifest.Name() != "r1" {
		t.Errorf("%s, repaired %v", again.Release.Manifest.Name(), again.Repaired)
	}
	if names := kept(t, again.Release.Dir); !slices.Equal(names, []string{"r1"}) {
		t.Errorf("kept: %q", names)
	}
}

// What stands where a kept release should, and is another one, is nothing that a revision is told against.
func TestSwappedReleases(t *testing.T) {
	areas := changedAreas(t)
	j := job(t, "NIANBAO_AREAS_DIR="+areas, "NIANBAO_FORMATS=csv")
	export(t, j)
	editData(t, areas, "2024.yaml", "level: 18520", "level: 18521")
	export(t, j)
	editData(t, areas, "2024.yaml", "level: 18521", "level: 18522")
	dir := export(t, j).Release.Dir
	archive := filepath.Join(filepath.Dir(dir), "releases", "2024")
	for _, move := range [][2]string{{"r1", "x"}, {"r2", "r1"}, {"x", "r2"}} {
		if err := os.Rename(filepath.Join(archive, move[0]), filepath.Join(archive, move[1])); err != nil {
			t.Fatal(err)
		}
	}
	editData(t, areas, "2024.yaml", "level: 18522", "level: 18523")
	export(t, j)
	data, err := os.ReadFile(filepath.Join(dir, "example-2024-revisions.csv"))
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(data, []byte("18521")) || !bytes.Contains(data, []byte("18522,HOUSEHOLD,0,A,18523")) {
		t.Errorf("revisions:\n%s", data)
	}
}

// An edition does not take the place of another one that someone has moved there.
func TestOtherEditionInPlace(t *testing.T) {
	j := job(t, "NIANBAO_FORMATS=csv", "NIANBAO_PERIOD=2024-Q1")
	dir := export(t, j).Release.Dir
	if err := os.Rename(dir, filepath.Join(filepath.Dir(dir), "2024-H1")); err != nil {
		t.Fatal(err)
	}
	other := with(t, j, "NIANBAO_FORMATS=csv", "NIANBAO_PERIOD=2024-H1")
	_, err := Run(context.Background(), other)
	if !errors.Is(err, publish.ErrOther) {
		t.Errorf("error %v; %q", err, tree(t, j.Config.Output.Dir))
	}
}
