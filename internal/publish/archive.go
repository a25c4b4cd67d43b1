package publish

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// archiveName is the folder beside those of the editions that keeps their earlier releases: <period>/r1 and so on.
const archiveName = "releases"

// archive is where the release of a number is kept when the next one has taken its place.
func (p *publication) archive(number int) string {
	return filepath.Join(p.parent(), archiveName, filepath.Base(p.dir), Numbered(number))
}

// retires reports whether the release that is published now is to be kept: it is one, and not only mended.
func (p *publication) retires() bool { return p.old.Release != "" && p.old.Number < p.number }

// makeRoom makes sure, before anything is exchanged, that the earlier release can be kept.
func (p *publication) makeRoom() error {
	if !p.retires() {
		return nil
	}
	to := p.archive(p.old.Number)
	if exists(to) && !p.keeps(p.old) {
		return fmt.Errorf("%s: %w", to, ErrForeign)
	}
	if err := p.disk.MkdirAll(filepath.Dir(to)); err != nil {
		return err
	}
	p.changed = append(p.changed, filepath.Dir(filepath.Dir(to)), p.parent())
	return nil
}

// keeps reports whether the archive has a release, whole.
func (p *publication) keeps(m Manifest) bool {
	kept, problems, err := Verify(p.archive(m.Number))
	return err == nil && kept.Release == m.Release && !slices.ContainsFunc(problems, Problem.Fault)
}

// retire moves the earlier release into the archive. A reader that has its folder open goes on seeing its files.
// People's own files are in the new release by now, and only there.
func (p *publication) retire(old string) error {
	if old == "" || !p.retires() {
		return nil
	}
	to := p.archive(p.old.Number)
	if exists(to) {
		return nil
	}
	if err := p.disk.Rename(old, to); err != nil {
		return err
	}
	if err := p.sync(nil, filepath.Dir(to)); err != nil {
		return errors.Join(err, p.disk.Rename(to, old))
	}
	for _, name := range p.foreign {
		// Where one cannot be removed, it is kept twice.
		_ = p.disk.RemoveAll(filepath.Join(to, name))
	}
	return nil
}

// Numbered names a release by its number, as r3; r? is one whose number is not known, since its manifest cannot be read.
func Numbered(n int) string {
	if n == 0 {
		return "r?"
	}
	return "r" + strconv.Itoa(n)
}

// Past is one release of an edition.
type Past struct {
	Dir      string
	Number   int      // 0 for a published one whose manifest cannot be read
	Current  bool     // it is the published one
	Manifest Manifest // zero if Err is set
	Err      error    // why the manifest cannot be read
}

// Releases lists the releases of the edition that is published in dir, oldest first. Those that others took the
// place of are kept in ../releases/<name of dir>/r1, r2 …, where nothing changes them any more. There may be none.
// While another process publishes, the list is that of one moment.
func Releases(dir string) ([]Past, error) {
	dir, err := resolve(dir)
	if err != nil {
		return nil, fmt.Errorf("list releases: %w", err)
	}
	// The published one first: what moves into the archive meanwhile is then seen there, and not missed.
	current := readPast(dir, 0)
	kept := filepath.Dir((&publication{dir: dir}).archive(1))
	entries, err := os.ReadDir(kept)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("list releases: %w", err)
	}
	var list []Past
	for _, e := range entries {
		if n, ok := releaseNumber(e.Name()); ok && e.IsDir() {
			list = append(list, readPast(filepath.Join(kept, e.Name()), n))
		}
	}
	slices.SortFunc(list, func(a, b Past) int { return cmp.Compare(a.Number, b.Number) })
	if errors.Is(current.Err, fs.ErrNotExist) || errors.Is(current.Err, ErrNoManifest) {
		return list, nil
	}
	moved := func(p Past) bool {
		return p.Err == nil && p.Number == current.Number && p.Manifest.Release == current.Manifest.Release
	}
	if current.Err != nil || !slices.ContainsFunc(list, moved) {
		current.Current = true
		list = append(list, current)
	}
	return list, nil
}

func readPast(dir string, number int) Past {
	past := Past{Dir: dir, Number: number}
	root, err := os.OpenRoot(dir)
	if err != nil {
		past.Err = err
		return past
	}
	defer root.Close()
	past.Manifest, past.Err = readManifest(root)
	if number == 0 && past.Err == nil {
		past.Number = past.Manifest.Number
	}
	return past
}

// releaseNumber reads the name of a kept release's folder.
func releaseNumber(name string) (int, bool) {
	digits, ok := strings.CutPrefix(name, "r")
	n, err := strconv.Atoi(digits)
	return n, ok && err == nil && n > 0 && name == "r"+strconv.Itoa(n)
}
