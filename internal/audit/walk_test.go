package audit

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"nianbao/internal/publish"
)

// brittlePlace and brittleFiles are where the program meets a fault.
type (
	brittlePlace struct{ Folder }
	brittleFiles struct{ fstest.MapFS }
)

func (brittlePlace) Editions(context.Context, string) ([]string, error) {
	return []string{"a/2024"}, nil
}

func (brittlePlace) Releases(context.Context, string) ([]publish.Past, error) { panic("boom") }

func (brittleFiles) Open(string) (fs.File, error) { panic("boom") }

// A fault of the program in what is done side by side is an error like others.
func TestFaultBeside(t *testing.T) {
	tell := func(*Verification) error { return nil }
	const want = "fault of the program: boom"
	if err := Walk(t.Context(), brittlePlace{}, ".", Options{}, tell); err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("error %v, want %q", err, want)
	}
	j := &judge{manifest: publish.Manifest{Area: "a", Period: "2024"}, files: brittleFiles{fstest.MapFS{}}, unread: map[string]bool{}}
	name := j.name(kindBriefing)
	j.manifest.Outputs = []publish.Digest{{Name: name}}
	j.unread[name] = false
	if p := <-j.readBriefing(kindBriefing); p.err == nil || !strings.Contains(p.err.Error(), want) {
		t.Errorf("error %v, want %q", p.err, want)
	}
}

// What cannot be read of an output folder is told: there may be editions in it.
func TestUnreadableFolder(t *testing.T) {
	out := t.TempDir()
	area := filepath.Join(out, "a")
	if err := os.Symlink(area, area); err != nil {
		t.Skip(err)
	}
	if list, err := Folder(out).Editions(t.Context(), ""); err == nil || !strings.Contains(err.Error(), area) {
		t.Errorf("a link to itself: %q, %v", list, err)
	}
	if err := errors.Join(os.Remove(area), os.Mkdir(area, 0)); err != nil {
		t.Fatal(err)
	}
	if list, err := Folder(out).Editions(t.Context(), ""); os.Geteuid() != 0 && !errors.Is(err, fs.ErrPermission) {
		t.Errorf("a closed folder: %q, %v", list, err)
	}
}
