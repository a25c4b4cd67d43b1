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

// mend looks after the workspaces of runs that died. One that died between two renamings has the release set aside in its
// workspace, from where it is put back; one that died after the exchange has the earlier release there, which is kept
// before the workspace is removed.
func (p *publication) mend() error {
	spaces, err := p.workspaces()
	if err != nil {
		return err
	}
	for _, space := range spaces {
		left := publication{dir: p.dir, work: space}
		if !exists(p.dir) && exists(left.aside()) {
			if err := p.disk.Rename(left.aside(), p.dir); err != nil {
				return err
			}
		}
		for _, old := range left.retired() {
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

// workspaces lists those that runs for this folder have, or have left.
func (p *publication) workspaces() ([]string, error) {
	entries, err := os.ReadDir(p.parent())
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var list []string
	for _, e := range entries {
		if e.IsDir() && strings.HasPrefix(e.Name(), p.prefix()) {
			list = append(list, filepath.Join(p.parent(), e.Name()))
		}
	}
	return list, nil
}

// setAside lists the releases in workspaces that others have taken the place of.
func (p *publication) setAside() ([]Past, error) {
	spaces, err := p.workspaces()
	if err != nil {
		return nil, err
	}
	var list []Past
	for _, space := range spaces {
		list = append(list, (&publication{dir: p.dir, work: space}).retired()...)
	}
	return list, nil
}

// retired lists the releases in a workspace that were published before. What was staged there, and never published, is
// the build that the workspace is named for.
func (p *publication) retired() []Past {
	var list []Past
	for _, dir := range []string{p.staged(), p.aside()} {
		past := readPast(dir, "")
		if past.Err == nil && !past.Manifest.Draft() && !p.stages(past.Manifest) {
			list = append(list, past)
		}
	}
	return list
}

// stages reports whether the workspace was made for a build.
func (p *publication) stages(m Manifest) bool {
	return strings.HasPrefix(filepath.Base(p.work), p.prefix()+m.mark()+"-")
}

// rescue keeps a release that others have taken the place of. It does so whatever has become of the published one.
func (p *publication) rescue(left Past) error {
	done := publication{
		disk: p.disk, dir: p.dir, old: left.Manifest, number: mostReleases, build: mostReleases, trace: func(Step) {},
	}
	if now := readPast(p.dir, ""); now.Err == nil {
		for _, d := range now.Manifest.Outputs {
			done.files = append(done.files, File{Name: d.Name})
		}
	}
	if err := done.makeRoom(); err != nil {
		return err
	}
	return done.settle(left.Dir)
}
