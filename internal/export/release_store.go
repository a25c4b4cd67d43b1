package export

import (
	"context"
	"path/filepath"
	"slices"

	"nianbao/internal/file"
	"nianbao/internal/publish"
)

// ReleaseStore is where the releases of one edition stand.
type ReleaseStore interface {
	// Releases lists them, oldest first. What runs that died have left is mended first.
	Releases(context.Context) ([]publish.Past, error)
	// Whole reports whether the published release, of this manifest, has all of its files.
	Whole(context.Context, publish.Manifest) (bool, error)
	// Standing gives the digests of files, by name, that stand in the published release's place and that publishing
	// would replace or remove for good.
	Standing(context.Context) (map[string]publish.Digest, error)
	// Publish makes the files the published release, or changes nothing.
	Publish(context.Context, publish.Manifest, []publish.File) (publish.Release, error)
}

// dirStore is the release store of an edition in the output folder.
type dirStore struct {
	dir    string
	rounds *publish.Rounds
}

func (f dirStore) Releases(context.Context) ([]publish.Past, error) {
	if err := publish.Mend(f.dir); err != nil {
		return nil, err
	}
	return publish.Releases(f.dir)
}

func (f dirStore) Whole(ctx context.Context, _ publish.Manifest) (bool, error) {
	root, err := file.OpenRoot(f.dir)
	if err != nil {
		return false, nil
	}
	defer root.Close()
	_, problems, err := publish.VerifyFiles(file.In(ctx, root))
	if ctx.Err() != nil {
		return false, ctx.Err()
	}
	return err == nil && !slices.ContainsFunc(problems, publish.Problem.Fault), nil
}

func (f dirStore) Standing(ctx context.Context) (map[string]publish.Digest, error) {
	return publish.Standing(ctx, f.dir)
}

func (f dirStore) Publish(ctx context.Context, m publish.Manifest, files []publish.File) (publish.Release, error) {
	return f.rounds.Publish(ctx, f.dir, m, files)
}

// reserve finds the edition's release store, and keeps other runs out of the area's folder while it is used. Runs that split
// the areas of one output folder among them do not lock the whole of it, and a store has no lock.
func (r *run) reserve() (release func() error, err error) {
	r.releaseStore = r.dirOrStore()
	dir, ok := r.releaseStore.(dirStore)
	if !ok {
		return func() error { return nil }, nil
	}
	release, err = publish.Lock(filepath.Dir(dir.dir), r.Holder)
	if err != nil {
		return nil, &PublishError{err}
	}
	return release, nil
}

// dirOrStore is where the releases of the edition stand.
func (r *run) dirOrStore() ReleaseStore {
	if r.Store != nil {
		return r.Store(r.data.Area.Code, r.place())
	}
	return dirStore{r.Config.Output.EditionDir(r.data.Area.Code, r.place()), r.Rounds}
}

// place names the folder that the edition goes to below its area's.
func (r *run) place() string {
	if r.draft() {
		return r.period.String() + DraftSuffix
	}
	return r.period.String()
}

// DraftSuffix ends the name of a folder that a draft is written to.
const DraftSuffix = ".draft"
