package publish

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// built gives a build of a release.
func built(number, build int, word string) release {
	r := numbered(number, word)
	r.manifest.Build = build
	return r
}

// drafted gives a draft.
func drafted(word string) release {
	r := sample(word)
	r.manifest.Status = Draft
	return r
}

// names lists releases: those that are kept, then the published one.
func names(t *testing.T, dir string) []string {
	t.Helper()
	past, err := Releases(dir)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, p := range past {
		list = append(list, p.Name())
		if _, problems, err := Verify(p.Dir); p.Err == nil && (err != nil || slices.ContainsFunc(problems, Problem.Fault)) {
			t.Errorf("%s: %v, %v", p.Name(), problems, err)
		}
	}
	return list
}

func TestNames(t *testing.T) {
	for name, want := range map[string][2]int{"r1": {1, 1}, "r1.2": {1, 2}, "r12.34": {12, 34}, "r999999": {999999, 1}} {
		number, build, ok := ParseName(name)
		if !ok || number != want[0] || build != want[1] || Name(number, build) != name {
			t.Errorf("%s: %d, %d, %v", name, number, build, ok)
		}
	}
	for _, name := range []string{"", "r", "r0", "r01", "r1.1", "r1.0", "r1.", "1", "r1.2.3", "r9999999", "R1", "r?"} {
		if _, _, ok := ParseName(name); ok {
			t.Errorf("%s is a name", name)
		}
	}
}

// Each build of a release is kept, and the builds stand in their order.
func TestBuilds(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "2024")
	for _, r := range []release{built(1, 1, "a"), built(1, 2, "b"), built(1, 10, "c"), built(2, 1, "d"), built(2, 2, "e")} {
		publish(t, dir, r)
	}
	if diff := cmp.Diff([]string{"r1", "r1.2", "r1.10", "r2", "r2.2"}, names(t, dir)); diff != "" {
		t.Error(diff)
	}
	late := built(2, 1, "late")
	if _, err := Publish(context.Background(), dir, late.manifest, late.files); err == nil {
		t.Error("an earlier build took the place of a later one")
	}
}

// A draft is replaced, and never kept or listed; it does not take the place of a release.
func TestDrafts(t *testing.T) {
	root := t.TempDir()
	dir, drafts := filepath.Join(root, "2024"), filepath.Join(root, "2024.draft")
	for _, word := range []string{"a", "b"} {
		if done := publish(t, drafts, drafted(word)); done.Manifest.Number != 0 || done.Manifest.Build != 0 {
			t.Errorf("a draft is %s", done.Manifest.Name())
		}
	}
	publish(t, dir, numbered(1, "one"))
	if exists(filepath.Join(root, "releases")) {
		t.Error("a draft was kept")
	}
	r := drafted("c")
	if _, err := Publish(context.Background(), dir, r.manifest, r.files); err == nil {
		t.Error("a draft took the place of a release")
	}
	if diff := cmp.Diff([]string{"r1"}, names(t, dir)); diff != "" {
		t.Error(diff)
	}
}

// dieAt publishes a release and dies after a step.
func dieAt(t *testing.T, dir string, r release, at Step) {
	t.Helper()
	defer func() {
		if r := recover(); r != (died{}) {
			t.Fatalf("it did not die %s: %v", at, r)
		}
	}()
	ctx := WithTrace(context.Background(), func(done Step) {
		if done == at {
			panic(died{})
		}
	})
	_, err := Publish(ctx, dir, r.manifest, r.files)
	t.Fatal(err)
}

// A run that dies between the exchange and the archive leaves the earlier release where it is found, listed and kept,
// whatever becomes of the published one.
func TestSetAside(t *testing.T) {
	for name, change := range map[string]func(dir string) error{
		"untouched":    func(string) error { return nil },
		"manifest cut": func(dir string) error { return os.Truncate(filepath.Join(dir, ManifestName), 300) },
		"checksum wrong": func(dir string) error {
			name := filepath.Join(dir, ManifestName)
			data, err := os.ReadFile(name)
			return errors.Join(err, os.WriteFile(name, bytes.Replace(data, []byte(`"number": 2`), []byte(`"number": 1`), 1), 0o644))
		},
		"folder gone": os.RemoveAll,
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "2024")
			publish(t, dir, numbered(1, "one"))
			dieAt(t, dir, numbered(2, "two"), Exchanged)
			if diff := cmp.Diff([]string{"r1", "r2"}, names(t, dir)); diff != "" {
				t.Error(diff)
			}
			if err := change(dir); err != nil {
				t.Fatal(err)
			}
			if got := names(t, dir); got[0] != "r1" {
				t.Errorf("%s: %q", name, got)
			}
			publish(t, dir, numbered(3, "three"))
			kept := filepath.Join(filepath.Dir(dir), "releases", "2024", "r1")
			if m, problems, err := Verify(kept); err != nil || len(problems) > 0 || m.Number != 1 {
				t.Errorf("r1: %v, %v", problems, err)
			}
			if left := leftovers(t, dir); len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

// What was staged and never published is no release.
func TestStagedOnly(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "2024")
	publish(t, dir, numbered(1, "one"))
	dieAt(t, dir, numbered(2, "two"), Staged)
	if diff := cmp.Diff([]string{"r1"}, names(t, dir)); diff != "" {
		t.Error(diff)
	}
	if err := os.Truncate(filepath.Join(dir, ManifestName), 300); err != nil {
		t.Fatal(err)
	}
	past, err := Releases(dir)
	if err != nil || len(past) != 1 || !errors.Is(past[0].Err, ErrDamaged) {
		t.Errorf("%v, %v", past, err)
	}
	if err := Mend(dir); err != nil || len(leftovers(t, dir)) > 0 || exists(filepath.Join(filepath.Dir(dir), "releases", "2024", "r2")) {
		t.Errorf("what was staged was kept: %v", err)
	}
}
