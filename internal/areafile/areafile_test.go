package areafile

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"nianbao/internal/dataset"
)

func TestReplace(t *testing.T) {
	folder := t.TempDir()
	put := func(name, text string) {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	put("2024.yaml", "a: 1\n")
	before := []dataset.Input{{Name: "2024.yaml", Data: []byte("a: 1\n")}}
	files := []dataset.Input{{Name: "2024.yaml", Data: []byte("a: 2\n")}, {Name: "2025.yaml", Data: []byte("b: 1\n")}}
	if err := Replace(folder, before, files, "test"); err != nil {
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
	if err := Replace(folder, before, files, "test"); !errors.As(err, &changed) {
		t.Errorf("a file that somebody changed was replaced: %v", err)
	}
	if err := Replace(folder, files[:1], files, "test"); !errors.As(err, &changed) || changed.File != "2025.yaml" {
		t.Errorf("a file that somebody made was replaced: %v", err)
	}
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != 2 {
		t.Errorf("left in the folder: %v, %v", entries, err)
	}
}
