package publish

import (
	"context"
	"os"
	"path/filepath"

	"nianbao/internal/message"
)

// Release is a build of a release, or a draft, that stands in a folder.
type Release struct {
	Dir      string
	Manifest Manifest // as written: all that [Seal] fills in is there
	Kept     []string // people's own files and folders that stayed, by name
}

// Publish makes dir a release: the files and their manifest, in place of what was published there before. The
// exchange is one step where the system has it (Linux), and two renamings, undone if the second fails, where
// not. Files in dir that the manifest there does not list stay; one that has the name of a file to publish is
// [ErrForeign]. On any error, and if the context ends before the exchange, dir is as it was.
//
// An earlier build that was published in dir is kept, see [Releases]; the same build is replaced, which repairs it. A later
// one is an error. One whose manifest is [ErrDamaged] is replaced too: files that have the name of one to publish are then
// taken for its own. A draft is never kept, and a draft never takes the place of a release.
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
		return Release{}, message.Errorf("publish %q: %w", dir, err)
	}
	done.Dir = dir
	return done, nil
}

// publication is one release on its way to its folder.
type publication struct {
	disk     disk
	files    []File
	number   int      // of the release; 0 for a draft
	build    int      // of the release's; 0 for a draft
	mark     string   // of the build, in the name of the workspace
	encoded  []byte   // the manifest
	dir      string   // the release's folder, no link
	exists   bool     // dir is there
	old      Manifest // of the release there
	foreign  []string // people's own files in dir
	work     string   // workspace beside dir
	changed  []string // folders whose names the disk may not have yet
	stranded bool     // the workspace holds what could not be put back
	trace    func(Step)
}

// Step is a step of publishing that has been done.
type Step string

// The steps.
const (
	Staged    Step = "staged"    // all files are on the disk, beside the folder
	Exchanged Step = "exchanged" // they are published; the earlier release is in their place
	Archived  Step = "archived"  // the earlier release is where such are kept
)

type traceKey struct{}

// WithTrace gives a context that tells of each step of a publication. A test can end a run there.
func WithTrace(ctx context.Context, trace func(Step)) context.Context {
	return context.WithValue(ctx, traceKey{}, trace)
}

func (p *publication) run(ctx context.Context, dir string, m Manifest) (Release, error) {
	if p.trace, _ = ctx.Value(traceKey{}).(func(Step)); p.trace == nil {
		p.trace = func(Step) {}
	}
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
		_ = os.Remove(filepath.Dir(p.archive(1, 1)))
		_ = os.Remove(filepath.Dir(filepath.Dir(p.archive(1, 1))))
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
	p.number, p.build, p.mark = m.Number, m.Build, m.mark()
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
	p.trace(Staged)
	return p.swap()
}

func (p *publication) parent() string { return filepath.Dir(p.dir) }

func (p *publication) staged() string { return filepath.Join(p.work, "new") }

func (p *publication) aside() string { return filepath.Join(p.work, "old") }

// prefix is how the names of the workspaces for this folder begin.
func (p *publication) prefix() string { return "." + filepath.Base(p.dir) + ".staging-" }
