package areafile

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"nianbao/internal/dataset"
	"nianbao/internal/journal"
	"nianbao/internal/publish"
)

func digest(text string) string {
	if text == "" {
		return ""
	}
	return publish.DigestOf(publish.File{Data: []byte(text)}).SHA256
}

// TestReplaceRemoves holds that a file without contents is removed, and comes back with them.
func TestReplaceRemoves(t *testing.T) {
	folder := t.TempDir()
	name := filepath.Join(folder, "2024.text.yaml")
	write(t, name, "a: 1\n")
	before := []dataset.Input{{Name: "2024.text.yaml", Data: []byte("a: 1\n")}}
	gone := []dataset.Input{{Name: "2024.text.yaml"}}
	if err := Replace(folder, before, gone, "test", nil); err != nil {
		t.Fatal(err)
	}
	only(t, folder)
	if err := Replace(folder, nil, before, "test", nil); err != nil {
		t.Fatal(err)
	}
	hold(t, name, "a: 1\n")
	if err := os.Chmod(name, 0o400); err != nil {
		t.Fatal(err)
	}
	if err := Replace(folder, before, gone, "test", nil); err == nil {
		t.Error("a write-protected file was removed")
	}
}

// TestSwapPutsRemovedBack holds that a removed file comes back if a later one cannot be replaced.
func TestSwapPutsRemovedBack(t *testing.T) {
	folder := t.TempDir()
	name := filepath.Join(folder, "2024.yaml")
	write(t, name, "a: 1\n")
	err := swap([]replacement{
		{name: name, mode: 0o600, known: true, was: []byte("a: 1\n")},
		{made: filepath.Join(folder, "nothing"), name: filepath.Join(folder, "area.yaml"), known: true},
	})
	if err == nil {
		t.Fatal("a file that is not there was put in its place")
	}
	hold(t, name, "a: 1\n")
}

// TestReplaceAnnounces holds when a change is announced: after all is written beside the files, and before one is replaced.
func TestReplaceAnnounces(t *testing.T) {
	folder := t.TempDir()
	name := filepath.Join(folder, "2024.yaml")
	write(t, name, "a: 1\n")
	before, files := []dataset.Input{{Name: "2024.yaml", Data: []byte("a: 1\n")}}, []dataset.Input{{Name: "2024.yaml", Data: []byte("a: 2\n")}}
	full := errors.New("the disk is full")
	err := Replace(folder, before, files, "test", func() error {
		hold(t, name, "a: 1\n")
		if list := left(folder); len(list) != 1 {
			t.Errorf("written beside the file: %v", list)
		}
		return full
	})
	if !errors.Is(err, full) {
		t.Errorf("the announcement fails, and Replace says %v", err)
	}
	hold(t, name, "a: 1\n")
	only(t, folder, "2024.yaml")
	if err := Replace(folder, files, before, "test", func() error { t.Error("a change that cannot be was announced"); return nil }); err == nil {
		t.Error("a file that somebody changed was replaced")
	}
}

// TestRemovedFirst holds that files are removed before others are replaced, on which [Finish] relies: a replacement that fails comes
// when the removed file has to be put back already.
func TestRemovedFirst(t *testing.T) {
	folder := t.TempDir()
	removed, replaced := filepath.Join(folder, "b.yaml"), filepath.Join(folder, "a.yaml")
	write(t, removed, "b: 1\n")
	write(t, replaced, "a: 1\n")
	long := time.Unix(1_000_000_000, 0)
	if err := os.Chtimes(removed, long, long); err != nil {
		t.Fatal(err)
	}
	before := []dataset.Input{{Name: "a.yaml", Data: []byte("a: 1\n")}, {Name: "b.yaml", Data: []byte("b: 1\n")}}
	err := Replace(folder, before, []dataset.Input{{Name: "a.yaml", Data: []byte("a: 2\n")}, {Name: "b.yaml"}}, "test", func() error {
		tidy(folder) // the new file is gone
		return nil
	})
	if err == nil {
		t.Error("a file that is not there was put in its place")
	}
	hold(t, removed, "b: 1\n")
	hold(t, replaced, "a: 1\n")
	if now, err := os.Stat(removed); err != nil || now.ModTime().Equal(long) {
		t.Errorf("the file was not removed first: %v", err)
	}
}

// TestFinish walks the states in which a kill can leave two files that are to be replaced, and one that is removed.
func TestFinish(t *testing.T) {
	two := []journal.File{{Name: "2023.yaml", Old: digest("old 3"), New: digest("new 3")}, {Name: "2024.yaml", Old: digest("old 4"), New: digest("new 4")}}
	removal := []journal.File{{Name: "2023.yaml", Old: digest("old 3")}, {Name: "2024.yaml", Old: digest("old 4"), New: digest("new 4")}}
	cases := []struct {
		name   string
		files  []journal.File
		before map[string]string
		done   bool
		after  map[string]string
	}{
		{"neither was replaced", two, map[string]string{"2023.yaml": "old 3", "2024.yaml": "old 4", ".2023.yaml.1": "new 3", ".2024.yaml.2": "new 4"},
			true, map[string]string{"2023.yaml": "new 3", "2024.yaml": "new 4"}},
		{"one was replaced", two, map[string]string{"2023.yaml": "new 3", "2024.yaml": "old 4", ".2024.yaml.2": "new 4"},
			true, map[string]string{"2023.yaml": "new 3", "2024.yaml": "new 4"}},
		{"both were replaced", two, map[string]string{"2023.yaml": "new 3", "2024.yaml": "new 4"},
			true, map[string]string{"2023.yaml": "new 3", "2024.yaml": "new 4"}},
		{"one was changed by somebody else since", two, map[string]string{"2023.yaml": "another 3", "2024.yaml": "old 4", ".2024.yaml.2": "new 4"},
			false, map[string]string{"2023.yaml": "another 3", "2024.yaml": "old 4"}},
		{"both were replaced, and changed by somebody else", two, map[string]string{"2023.yaml": "another 3", "2024.yaml": "old 4"},
			true, map[string]string{"2023.yaml": "another 3", "2024.yaml": "old 4"}},
		{"half a file is beside it, of an earlier kill", two, map[string]string{"2023.yaml": "new 3", "2024.yaml": "new 4", ".2023.yaml.1": "ne"},
			true, map[string]string{"2023.yaml": "new 3", "2024.yaml": "new 4"}},
		{"an editor's own file is beside it", two, map[string]string{"2023.yaml": "new 3", "2024.yaml": "new 4", ".2023.yaml.swp": "vim"},
			true, map[string]string{"2023.yaml": "new 3", "2024.yaml": "new 4", ".2023.yaml.swp": "vim"}},
		{"nothing was removed or replaced", removal, map[string]string{"2023.yaml": "old 3", "2024.yaml": "old 4", ".2024.yaml.2": "new 4"},
			false, map[string]string{"2023.yaml": "old 3", "2024.yaml": "old 4"}},
		{"one was removed, the other not replaced", removal, map[string]string{"2024.yaml": "old 4", ".2024.yaml.2": "new 4"},
			true, map[string]string{"2024.yaml": "new 4"}},
		{"a new file was not made", []journal.File{{Name: "2025.yaml", New: digest("new 5")}}, map[string]string{".2025.yaml.1": "new 5"},
			true, map[string]string{"2025.yaml": "new 5"}},
		{"nothing was announced", nil, map[string]string{"2024.yaml": "old 4", ".2024.yaml.2": "new 4"},
			true, map[string]string{"2024.yaml": "old 4"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			folder := t.TempDir()
			for name, text := range c.before {
				write(t, filepath.Join(folder, name), text)
			}
			for again := range 2 { // finishing twice changes no more than finishing once
				if done, err := Finish(folder, c.files, "test"); err != nil || again == 0 && done != c.done {
					t.Fatalf("done: %v, %v; want %v", done, err, c.done)
				}
				var names []string
				for name, text := range c.after {
					hold(t, filepath.Join(folder, name), text)
					names = append(names, name)
				}
				only(t, folder, names...)
			}
		})
	}
}

// TestFinishLeavesOthersAlone holds that nothing is touched while another run writes in the folder.
func TestFinishLeavesOthersAlone(t *testing.T) {
	folder := t.TempDir()
	write(t, filepath.Join(folder, ".2025.yaml.1"), "new 5")
	unlock, err := publish.Lock(folder, "another run")
	if err != nil {
		t.Fatal(err)
	}
	if done, err := Finish(folder, []journal.File{{Name: "2025.yaml", New: digest("new 5")}}, "test"); done || !errors.Is(err, publish.ErrLocked) {
		t.Errorf("while another run writes: %v, %v", done, err)
	}
	if err := unlock(); err != nil {
		t.Fatal(err)
	}
	only(t, folder, ".2025.yaml.1")
}

func TestCreate(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "areas", "new")
	files := []dataset.Input{{Name: "area.yaml", Data: []byte("code: new\n")}, {Name: "2024.yaml", Data: []byte("a: 1\n")}}
	if err := Create(folder, files); err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		hold(t, filepath.Join(folder, f.Name), string(f.Data))
	}
	only(t, folder, "area.yaml", "2024.yaml")
	if info, err := os.Stat(folder); err != nil || info.Mode().Perm() != 0o755 {
		t.Errorf("the folder: %v, %v", info.Mode(), err)
	}
	if err := Create(folder, []dataset.Input{{Name: "other.yaml", Data: []byte("b: 1\n")}}); err == nil {
		t.Error("a folder that is there was replaced")
	}
	only(t, folder, "area.yaml", "2024.yaml")
	only(t, filepath.Dir(folder), "new")
	if err := Create(filepath.Join(filepath.Dir(folder), "bad"), []dataset.Input{{Name: "no/such/folder", Data: nil}}); err == nil {
		t.Error("a file was made in a folder that is not there")
	}
	only(t, filepath.Dir(folder), "new")
}

// only holds which files are in a folder.
func only(t *testing.T, folder string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]bool{}
	for _, name := range names {
		want[name] = true
	}
	for _, e := range entries {
		if !want[e.Name()] {
			t.Errorf("%s is in the folder", e.Name())
		}
		delete(want, e.Name())
	}
	for name := range want {
		t.Errorf("%s is not in the folder", name)
	}
}
