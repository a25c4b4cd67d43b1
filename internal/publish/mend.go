package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Mend puts right what runs that died have left beside an edition's folder: a release that was set aside comes back
// or goes where earlier ones are kept, half-written ones go. The caller holds the [Lock] of the folder above.
// [Publish] does the same before it begins.
func Mend(dir string) error {
	dir, err := resolve(dir)
	if err != nil {
		return fmt.Errorf("mend %q: %w", dir, err)
	}
	if err := (&publication{disk: system{}, dir: dir}).mend(); err != nil {
		return fmt.Errorf("mend %q: %w", dir, err)
	}
	return nil
}

// mend removes the workspaces of runs that died. One that died between two renamings has the release set aside
// in its workspace, from where it is put back; one that died after the exchange has the earlier release there.
func (p *publication) mend() error {
	entries, err := os.ReadDir(p.parent())
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !e.IsDir() || !strings.HasPrefix(e.Name(), p.prefix()) {
			continue
		}
		left := publication{dir: p.dir, work: filepath.Join(p.parent(), e.Name())}
		if !exists(p.dir) && exists(left.aside()) {
			if err := p.disk.Rename(left.aside(), p.dir); err != nil {
				return err
			}
		}
		for _, old := range []string{left.staged(), left.aside()} {
			if err := p.rescue(old); err != nil {
				return err
			}
		}
		if err := p.disk.RemoveAll(left.work); err != nil {
			return err
		}
	}
	return nil
}

// rescue keeps the release in a left workspace if the published one has taken its place: its number is lower. What
// was never published has a higher one, or no manifest.
func (p *publication) rescue(old string) error {
	left, now := readPast(old, 0), readPast(p.dir, 0)
	if left.Err != nil || now.Err != nil || left.Number >= now.Number {
		return nil
	}
	done := publication{disk: p.disk, dir: p.dir, old: left.Manifest, number: now.Number}
	for _, d := range now.Manifest.Outputs {
		done.files = append(done.files, File{Name: d.Name})
	}
	if err := done.makeRoom(); err != nil {
		return err
	}
	return done.settle(old)
}
