package audit

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nianbao/internal/export"
	"nianbao/internal/publish"
	"nianbao/internal/stat"
)

// twice publishes two releases of an edition.
func twice(t *testing.T) (j export.Job, areas string) {
	t.Helper()
	areas = t.TempDir()
	if err := os.CopyFS(filepath.Join(areas, "example"), os.DirFS("../../config/areas/example")); err != nil {
		t.Fatal(err)
	}
	j = job(t, "NIANBAO_AREAS_DIR="+areas, "NIANBAO_FORMATS=csv,json")
	released(t, j)
	edit(t, filepath.Join(areas, "example", "2024.yaml"), "level: 18250", "level: 18520")
	released(t, j)
	return j, areas
}

// What people do to folders is told, whatever each release says of itself.
func TestFoldersChanged(t *testing.T) {
	tests := []struct {
		name   string
		change func(out string) error
		want   []string // each a part of a problem, or of a folder and a problem
	}{
		{"nothing", func(string) error { return nil }, nil},
		{"a kept release is copied back and damaged", func(out string) error {
			dir := filepath.Join(out, "example", "2024")
			if err := os.RemoveAll(dir); err != nil {
				return err
			}
			if err := os.CopyFS(dir, os.DirFS(filepath.Join(out, "example", "releases", "2024", "r1"))); err != nil {
				return err
			}
			return os.Remove(filepath.Join(dir, "example-2024-data.csv"))
		}, []string{"two releases are called r1", "example-2024-data.csv"}},
		{"the published folder is gone", func(out string) error {
			return os.RemoveAll(filepath.Join(out, "example", "2024"))
		}, []string{"none is published"}},
		{"its manifest is gone", func(out string) error {
			return os.Remove(filepath.Join(out, "example", "2024", publish.ManifestName))
		}, []string{"none is published"}},
		{"it stands as another period's", func(out string) error {
			return os.Rename(filepath.Join(out, "example", "2024"), filepath.Join(out, "example", "2025"))
		}, []string{"none is published", "an edition of example for 2024"}},
		{"it stands as another area's", func(out string) error {
			return os.Rename(filepath.Join(out, "example"), filepath.Join(out, "other"))
		}, []string{"an edition of example for 2024"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			j, _ := twice(t)
			if err := tt.change(j.Config.Output.Dir); err != nil {
				t.Fatal(err)
			}
			var problems []string
			for _, v := range walked(t, j.Config.Output.Dir) {
				for _, p := range v.Problems {
					problems = append(problems, p.String())
				}
			}
			if all := strings.Join(problems, "\n"); len(tt.want) == 0 && all != "" {
				t.Error(all)
			}
			for _, want := range tt.want {
				if !slices.ContainsFunc(problems, func(p string) bool { return strings.Contains(p, want) }) {
					t.Errorf("%q is not told: %q", want, problems)
				}
			}
			list, err := History(context.Background(), Folder(j.Config.Output.Dir), "example", stat.Period{Year: 2024})
			if err == nil && len(tt.want) > 0 && !slices.ContainsFunc(list, func(k Kept) bool { return !k.Whole() }) {
				t.Error("history tells nothing")
			}
		})
	}
}

// Drafts that format 1 numbered as releases are passed over: a final edition after them is the first release, and one
// after a release and drafts follows on the release.
func TestFirstDrafts(t *testing.T) {
	final := publish.Past{Number: 1, Build: 1, Manifest: publish.Manifest{Format: 1, Number: 1, Build: 1, BuildDigest: "a"}}
	draft := publish.Past{Number: 2, Build: 1, Manifest: publish.Manifest{
		Format: 1, Number: 2, Build: 1, BuildDigest: "b", Supersedes: "a", Status: publish.Draft,
	}}
	build := publish.Past{Number: 1, Build: 2, Manifest: publish.Manifest{Format: 2, Number: 1, Build: 2, BuildDigest: "c", Supersedes: "a"}}
	next := publish.Past{Number: 2, Build: 1, Manifest: publish.Manifest{Format: 2, Number: 2, Build: 1, BuildDigest: "d", Supersedes: "c"}}
	var c chain
	for _, p := range []publish.Past{final, build, draft, next} {
		if broken := c.follow(p); broken != nil {
			t.Errorf("%s: %s", p.Name(), broken)
		}
	}
	c = chain{}
	draft.Number, draft.Manifest.Number, draft.Manifest.Supersedes = 1, 1, ""
	for _, p := range []publish.Past{draft, {Number: 1, Build: 1, Manifest: publish.Manifest{Format: 2, Number: 1, Build: 1, BuildDigest: "e"}}} {
		if broken := c.follow(p); broken != nil {
			t.Errorf("after a draft alone, %s: %s", p.Name(), broken)
		}
	}
}
