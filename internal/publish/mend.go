package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"nianbao/internal/message"
)

// Mend puts right what runs that died have left beside an edition's folder: a release that was set aside comes back
// or goes where earlier ones are kept, half-written ones go. The caller holds the [Lock] of the folder above.
// [Publish] does the same before it begins.
func Mend(dir string) error {
	dir, err := resolve(dir)
	if err != nil {
		return message.Errorf("mend %q: %w", dir, err)
	}
	if err := (&publication{disk: system{}, dir: dir}).mend(); err != nil {
		return message.Errorf("mend %q: %w", dir, err)
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
		left := publication{disk: p.disk, dir: p.dir, work: space}
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
		keep, err := left.doubted()
		if err != nil {
			return err
		}
		if keep {
			continue
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

// retired lists the releases in a workspace that were published before.
func (p *publication) retired() []Past {
	var list []Past
	for _, dir := range []string{p.staged(), p.aside()} {
		past := readPast(dir, "")
		if past.Err == nil && !past.Manifest.Draft() && p.wasPublished(dir, past.Manifest) {
			list = append(list, past)
		}
	}
	return list
}

// wasPublished reports whether a build in a workspace was published before. What was only staged there is the build that
// the workspace is named for. Names of an earlier version's workspaces say nothing: there a build that follows on the
// published one was staged.
func (p *publication) wasPublished(dir string, m Manifest) bool {
	if dir == p.aside() {
		return true
	}
	if p.marked() {
		return !p.isFor(m)
	}
	now := readPast(p.dir, "")
	return now.Err != nil || m.Supersedes != now.Manifest.BuildDigest
}

// markForm is that of a build's mark in the name of a workspace.
var markForm = regexp.MustCompile(`^r[0-9.]+-[0-9a-f]{0,12}-`)

// marked reports whether the name of the workspace says which build it was made for.
func (p *publication) marked() bool {
	return markForm.MatchString(strings.TrimPrefix(filepath.Base(p.work), p.prefix()))
}

// isFor reports whether the workspace was made for a build.
func (p *publication) isFor(m Manifest) bool {
	return strings.HasPrefix(filepath.Base(p.work), p.prefix()+m.mark()+"-")
}

// doubted reports whether a workspace is to be left alone: there is a release in it that cannot be read. It may be a
// later version's. One that was published and damaged since is moved to where earlier ones are kept; one of this version
// that was only staged can go.
func (p *publication) doubted() (bool, error) {
	for _, dir := range []string{p.staged(), p.aside()} {
		past := readPast(dir, "")
		if past.Err == nil || errors.Is(past.Err, fs.ErrNotExist) || errors.Is(past.Err, ErrNoManifest) {
			continue
		}
		if !errors.Is(past.Err, ErrManifest) {
			return false, past.Err
		}
		now := readPast(p.dir, "")
		staged := dir == p.staged() && p.marked() && (now.Err != nil || !p.isFor(now.Manifest))
		if staged && errors.Is(past.Err, ErrDamaged) {
			continue
		}
		if staged || !p.marked() || !errors.Is(past.Err, ErrDamaged) {
			return true, nil
		}
		if err := p.keepDamaged(dir, now.Manifest); err != nil {
			return false, err
		}
	}
	return false, nil
}

// keepDamaged moves a release whose manifest is damaged to where earlier ones are kept: it is the one before the build
// that has taken its place. If another stands there already, it stays.
func (p *publication) keepDamaged(dir string, now Manifest) error {
	to := p.archive(now.Number, now.Build-1)
	if now.Build == 1 {
		to = p.archive(now.Number-1, 1)
		for n := 2; exists(to); n++ {
			to = p.archive(now.Number-1, n)
		}
	}
	if now.Number == 1 && now.Build == 1 || exists(to) {
		to = filepath.Join(filepath.Dir(to), filepath.Base(p.work)[1:])
	}
	if err := p.disk.MkdirAll(filepath.Dir(to)); err != nil {
		return err
	}
	return p.disk.Rename(dir, to)
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
