package areafile

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/internal/dataset"
)

func TestReplace(t *testing.T) {
	folder := t.TempDir()
	write(t, filepath.Join(folder, "2024.yaml"), "a: 1\n")
	before := []dataset.Input{{Name: "2024.yaml", Data: []byte("a: 1\n")}}
	files := []dataset.Input{{Name: "2024.yaml", Data: []byte("a: 2\n")}, {Name: "2025.yaml", Data: []byte("b: 1\n")}}
	if err := Replace(folder, before, files, "test", nil); err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if got, err := os.ReadFile(filepath.Join(folder, f.Name)); err != nil || string(got) != string(f.Data) {
			t.Errorf("%s: %q, %v", f.Name, got, err)
		}
	}
	if info, err := os.Stat(filepath.Join(folder, "2024.yaml")); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file lost its permissions: %v, %v", info.Mode(), err)
	}
	var changed *ChangedError
	if err := Replace(folder, before, files, "test", nil); !errors.As(err, &changed) {
		t.Errorf("a file that somebody changed was replaced: %v", err)
	}
	if err := Replace(folder, files[:1], files, "test", nil); !errors.As(err, &changed) || changed.File != "2025.yaml" {
		t.Errorf("a file that somebody made was replaced: %v", err)
	}
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != 2 {
		t.Errorf("left in the folder: %v, %v", entries, err)
	}
}

func TestReplaceLooksAtEveryFile(t *testing.T) {
	folder := t.TempDir()
	before := []dataset.Input{{Name: "2024.yaml", Data: []byte("a: 1\n")}, {Name: "area.yaml", Data: []byte("code: x\n")}}
	write(t, filepath.Join(folder, "2024.yaml"), "a: 1\n")
	write(t, filepath.Join(folder, "area.yaml"), "code: y\n")
	var changed *ChangedError
	files := []dataset.Input{{Name: "2024.yaml", Data: []byte("a: 2\n")}}
	if err := Replace(folder, before, files, "test", nil); !errors.As(err, &changed) || changed.File != "area.yaml" {
		t.Errorf("a change of a file that the new one was made with: %v", err)
	}
	if err := os.Remove(filepath.Join(folder, "area.yaml")); err != nil {
		t.Fatal(err)
	}
	if err := Replace(folder, before, files, "test", nil); !errors.As(err, &changed) || changed.File != "area.yaml" {
		t.Errorf("a file that is gone: %v", err)
	}
	hold(t, filepath.Join(folder, "2024.yaml"), "a: 1\n")
}

func TestReplaceKeepsLinks(t *testing.T) {
	folder, store := t.TempDir(), t.TempDir()
	target, link := filepath.Join(store, "kept.yaml"), filepath.Join(folder, "2024.yaml")
	write(t, target, "a: 1\n")
	if err := os.Symlink(target, link); err != nil {
		t.Fatal(err)
	}
	before := []dataset.Input{{Name: "2024.yaml", Data: []byte("a: 1\n")}}
	if err := Replace(folder, before, []dataset.Input{{Name: "2024.yaml", Data: []byte("a: 2\n")}}, "test", nil); err != nil {
		t.Fatal(err)
	}
	hold(t, target, "a: 2\n")
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v, %v", info, err)
	}
}

func TestReplaceRefusesProtected(t *testing.T) {
	folder := t.TempDir()
	name := filepath.Join(folder, "2024.yaml")
	write(t, name, "a: 1\n")
	if err := os.Chmod(name, 0o444); err != nil {
		t.Fatal(err)
	}
	before := []dataset.Input{{Name: "2024.yaml", Data: []byte("a: 1\n")}}
	err := Replace(folder, before, []dataset.Input{{Name: "2024.yaml", Data: []byte("a: 2\n")}}, "test", nil)
	if err == nil || !strings.Contains(err.Error(), "2024.yaml is write-protected") {
		t.Errorf("a protected file: %v", err)
	}
	hold(t, name, "a: 1\n")
}

// TestSwapPutsBack holds that a file that cannot be put in its place leaves all as they were.
func TestSwapPutsBack(t *testing.T) {
	folder := t.TempDir()
	in := func(name string) string { return filepath.Join(folder, name) }
	write(t, in("old"), "new text")
	write(t, in("added"), "new file")
	err := swap([]replacement{
		{made: in("old"), name: in("2024.yaml"), mode: 0o600, known: true, was: []byte("a: 1\n")},
		{made: in("added"), name: in("2025.yaml")},
		{made: in("nothing"), name: in("area.yaml"), known: true},
	})
	if err == nil {
		t.Fatal("a file that is not there was put in its place")
	}
	hold(t, in("2024.yaml"), "a: 1\n")
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != 1 {
		t.Errorf("left in the folder: %v, %v", entries, err)
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func hold(t *testing.T, name, want string) {
	t.Helper()
	if got, err := os.ReadFile(name); err != nil || string(got) != want {
		t.Errorf("%s: %q, %v", name, got, err)
	}
}
