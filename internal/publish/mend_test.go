package publish

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
)

// A release in a workspace is never removed, unless it is known that it was not published.
func TestMendKeepsReleases(t *testing.T) {
	damage := func(t *testing.T, dir string) {
		t.Helper()
		name := filepath.Join(dir, ManifestName)
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		put(t, name, string(data)+"\n")
	}
	later := func(t *testing.T, dir string) {
		t.Helper()
		name := filepath.Join(dir, ManifestName)
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		put(t, name, regexp.MustCompile(`"format": [0-9]+`).ReplaceAllString(string(data), `"format": 99`))
	}
	tests := []struct {
		name    string
		from    string // what goes into the workspace: the archived r1, or the published r2
		space   string // its name after the prefix; @ is the mark of the published build
		damage  func(*testing.T, string)
		kept    []string // in the archive afterwards
		remains bool     // the workspace
	}{
		{"exchanged", "r1", "@-1", nil, []string{"r1"}, false},
		{"exchanged, its manifest damaged since", "r1", "@-1", damage, []string{"r1"}, false},
		{"exchanged, by a later version", "r1", "@-1", later, nil, true},
		{"staged, and half written", "r1", "r9-0123456789ab-1", damage, nil, false},
		{"staged by a later version", "r1", "r9-0123456789ab-1", later, nil, true},
		{"exchanged by an earlier version", "r1", "123456", nil, []string{"r1"}, false},
		{"of an earlier version, damaged", "r1", "123456", damage, nil, true},
		{"staged by an earlier version", "r2", "123456", nil, nil, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "2024")
			publish(t, dir, numbered(1, "one"))
			done := publish(t, dir, follows(t, numbered(2, "two"), dir))
			archive := filepath.Join(filepath.Dir(dir), archiveName, "2024")
			space := tt.space
			if space[0] == '@' {
				space = done.Manifest.mark() + space[1:]
			}
			work := filepath.Join(filepath.Dir(dir), ".2024.staging-"+space)
			if err := os.Mkdir(work, 0o755); err != nil {
				t.Fatal(err)
			}
			first := filepath.Join(archive, "r1")
			if tt.from == "r2" { // as if r2 had never been published
				rename(t, dir, filepath.Join(work, "new"))
				rename(t, first, dir)
			} else {
				rename(t, first, filepath.Join(work, "new"))
			}
			if tt.damage != nil {
				tt.damage(t, filepath.Join(work, "new"))
			}
			if err := Mend(dir); err != nil {
				t.Fatal(err)
			}
			var kept []string
			entries, err := os.ReadDir(archive)
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range entries {
				kept = append(kept, e.Name())
			}
			if !slices.Equal(kept, tt.kept) || exists(work) != tt.remains {
				t.Errorf("kept %q, want %q; the workspace is there: %v, want %v", kept, tt.kept, exists(work), tt.remains)
			}
		})
	}
}

// follows makes a release supersede the published one.
func follows(t *testing.T, r release, dir string) release {
	t.Helper()
	past := readPast(dir, "")
	if past.Err != nil {
		t.Fatal(past.Err)
	}
	r.manifest.Supersedes = past.Manifest.BuildDigest
	return r
}

func rename(t *testing.T, from, to string) {
	t.Helper()
	if err := os.Rename(from, to); err != nil {
		t.Fatal(err)
	}
}

// A draft that format 1 kept as a release makes room for the release of its number.
func TestFirstDraftMakesRoom(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "2024")
	publish(t, dir, numbered(1, "one"))
	archive := filepath.Join(filepath.Dir(dir), archiveName, "2024")
	if err := os.MkdirAll(archive, 0o755); err != nil {
		t.Fatal(err)
	}
	draft := sample("draft")
	draft.manifest.Status, draft.manifest.Number = Draft, 0
	publish(t, filepath.Join(archive, "r1"), draft)
	publish(t, dir, numbered(2, "two"))
	past, err := Releases(dir)
	if err != nil || len(past) != 2 || past[0].Manifest.Draft() {
		t.Errorf("releases %+v, %v", past, err)
	}
	if !exists(filepath.Join(archive, "r1.draft", ManifestName)) {
		t.Error("the draft is gone")
	}
}
