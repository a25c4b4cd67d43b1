package audit

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"nianbao/internal/publish"
)

// opening notes which files are opened.
type opening struct {
	fs.FS
	opened map[string]bool
}

func (o opening) Open(name string) (fs.File, error) {
	o.opened[name] = true
	return o.FS.Open(name)
}

// Lstat and ReadLink implement [fs.ReadLinkFS].
func (o opening) Lstat(name string) (fs.FileInfo, error) { return fs.Lstat(o.FS, name) }

func (o opening) ReadLink(name string) (string, error) { return fs.ReadLink(o.FS, name) }

// A file of another size than published is told of, and not read.
func TestOtherSizeIsNotRead(t *testing.T) {
	dir := released(t, job(t)).Release.Dir
	names := []string{"edition.json", "data.csv", "datapackage.json", "indicators.csv", "workbook.xlsx", "briefing.pdf"}
	for i, name := range names {
		names[i] = "example-2024-" + name
		f, err := os.OpenFile(filepath.Join(dir, names[i]), os.O_APPEND|os.O_WRONLY, 0)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.WriteString("\n"); err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
	files := opening{os.DirFS(dir), map[string]bool{}}
	v, err := verifyFiles(publish.Past{Dir: dir}, files)
	if err != nil || len(v.Problems) != len(names) {
		t.Fatalf("%+v, %v, want %d problems", v, err, len(names))
	}
	for _, name := range names {
		if files.opened[name] {
			t.Errorf("%s was read", name)
		}
	}
}
