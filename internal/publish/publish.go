package publish

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
)

// Release is a published edition.
type Release struct {
	Dir      string
	Manifest Manifest // as written, with Format, Release and Outputs filled in
	Kept     []string // people's own files and folders that stayed, by name
}

// Publish makes dir a release: the files and their manifest, in place of what was published there before. The
// exchange is one step where the system has it (Linux), and two renamings, undone if the second fails, where
// not. Files in dir that the manifest there does not list stay; one that has the name of a file to publish is
// [ErrForeign]. On any error, and if the context ends before the exchange, dir is as it was.
//
// A release of a lower number that was published in dir is kept, see [Releases]; one of the same number is replaced,
// which mends it. One of a higher number is an error. One whose manifest is [ErrDamaged] is replaced too: files that
// have the name of one to publish are then taken for its own.
//
// The same manifest and files give the same bytes. What runs that died have left beside dir is mended or removed
// first; the caller holds the [Lock] of the folder above.
func Publish(ctx context.Context, dir string, m Manifest, files []File) (Release, error) {
	return publishOn(ctx, system{}, dir, release{m, files})
}

// release is what is to be published.
type release struct {
	manifest Manifest
	files    []File
}

func publishOn(ctx context.Context, d disk, dir string, r release) (Release, error) {
	p := &publication{disk: d, files: r.files}
	done, err := p.run(ctx, dir, r.manifest)
	if err != nil {
		return Release{}, fmt.Errorf("publish %q: %w", dir, err)
	}
	done.Dir = dir
	return done, nil
}

// publication is one release on its way to its folder.
type publication struct {
	disk     disk
	files    []File
	number   int      // of the release
	encoded  []byte   // the manifest
	dir      string   // the release's folder, no link
	exists   bool     // dir is there
	old      Manifest // of the release there
	foreign  []string // people's own files in dir
	work     string   // workspace beside dir
	changed  []string // folders whose names the disk may not have yet
	stranded bool     // the workspace holds what could not be put back
}

func (p *publication) run(ctx context.Context, dir string, m Manifest) (Release, error) {
	if err := p.prepare(dir, &m); err != nil {
		return Release{}, err
	}
	if err := ctx.Err(); err != nil {
		return Release{}, err
	}
	_, err := os.Stat(p.parent())
	fresh := os.IsNotExist(err)
	err = p.replace(ctx)
	if p.work != "" && !p.stranded {
		// What cannot be removed now is removed when the next release is published.
		_ = p.disk.RemoveAll(p.work)
	}
	if err != nil {
		// Removing succeeds only for folders that are empty.
		_ = os.Remove(filepath.Dir(p.archive(1)))
		_ = os.Remove(filepath.Dir(filepath.Dir(p.archive(1))))
		if fresh {
			_ = os.Remove(p.parent())
		}
		return Release{}, err
	}
	return Release{Manifest: m, Kept: p.foreign}, nil
}

// prepare finds every fault that can be found without touching the disk.
func (p *publication) prepare(dir string, m *Manifest) (err error) {
	if *m, p.encoded, err = Seal(*m, p.files); err != nil {
		return err
	}
	p.number = m.Number
	p.dir, err = resolve(dir)
	return err
}

func (p *publication) replace(ctx context.Context) error {
	if err := p.mend(); err != nil {
		return err
	}
	if err := p.survey(); err != nil {
		return err
	}
	if err := p.open(); err != nil {
		return err
	}
	if err := p.makeRoom(); err != nil {
		return err
	}
	if err := p.stage(ctx); err != nil {
		return err
	}
	return p.swap()
}

func (p *publication) parent() string { return filepath.Dir(p.dir) }

func (p *publication) staged() string { return filepath.Join(p.work, "new") }

func (p *publication) aside() string { return filepath.Join(p.work, "old") }

// prefix is how the names of the workspaces for this folder begin.
func (p *publication) prefix() string { return "." + filepath.Base(p.dir) + ".staging-" }
