package bucket

import (
	"context"
	"errors"
	"path"
	"sync"

	"nianbao/internal/message"
	"nianbao/internal/publish"
)

// ReleaseStore is where the releases of one edition stand, or its draft. It is for one run, and one goroutine.
type ReleaseStore struct {
	store       *Store
	area, place string

	pointer object         // the manifest that is published, as it was read last
	chain   []publish.Past // the builds that it leads to, oldest first
}

// ReleaseStore is that of an edition. The place is its period, or that with .draft at its end.
func (s *Store) ReleaseStore(area, place string) *ReleaseStore {
	return &ReleaseStore{store: s, area: area, place: place}
}

// at is the key of the manifest that is published.
func (s *ReleaseStore) at() string { return path.Join(s.area, s.place, publish.ManifestName) }

// archive is where the folders of all releases stand.
func (s *ReleaseStore) archive() string { return path.Join(s.area, archiveName, s.place) }

// archiveName is the folder beside those of the editions that has the folders of their releases.
const archiveName = "releases"

// folder is where the files of a build stand.
func (s *ReleaseStore) folder(m publish.Manifest) string {
	digest := m.BuildDigest[:min(12, len(m.BuildDigest))]
	if unnumbered(m) {
		return path.Join(s.area, s.place, digest)
	}
	return path.Join(s.archive(), m.Name()+"-"+digest)
}

// unnumbered reports whether a build is a draft. Format 1 numbered drafts, and they stand among the releases.
func unnumbered(m publish.Manifest) bool { return m.Draft() && m.Number == 0 }

// Whole reports whether every file of a release is there, by name and size. It costs one request, and reads no file.
func (s *ReleaseStore) Whole(ctx context.Context, m publish.Manifest) (bool, error) {
	objects, err := s.store.list(ctx, s.folder(m))
	if err != nil {
		return false, err
	}
	return whole(objects, m), nil
}

// Standing gives none: each build has a folder of its own.
func (s *ReleaseStore) Standing(context.Context) (map[string]publish.Digest, error) { return nil, nil }

// whole reports whether a folder has its manifest and all files that it lists.
func whole(objects map[string]listed, m publish.Manifest) bool {
	_, ok := objects[publish.ManifestName]
	for _, d := range m.Outputs {
		o, there := objects[d.Name]
		ok = ok && there && o.size == d.Bytes
	}
	return ok
}

// publication is what a run publishes.
type publication struct {
	manifest publish.Manifest
	folder   string
	files    []publish.File
	data     []byte // of the manifest
}

// Publish writes a release: its files, their manifest beside them, and last the manifest that points to them. Unless
// all of it succeeds, the release published before stays the published one, and what was written is removed as far as
// it can be. After it has succeeded, what runs that died have left is removed; see the package's documentation.
//
// [ReleaseStore.Releases] comes first; the error is [ErrOvertaken] if another run has published something else since.
func (s *ReleaseStore) Publish(ctx context.Context, m publish.Manifest, files []publish.File) (publish.Release, error) {
	m, data, err := publish.Seal(m, files)
	if err != nil {
		return publish.Release{}, message.Errorf("publish %s: %w", s.store.url(path.Join(s.area, s.place)), err)
	}
	p := publication{m, s.folder(m), files, data}
	if err := s.upload(ctx, p); err != nil {
		s.withdraw(ctx, p, true)
		return publish.Release{}, err
	}
	if err := s.store.swap(ctx, s.at(), s.pointer, data); err != nil {
		if published := s.withdraw(ctx, p, refused(err)); !published {
			return publish.Release{}, err
		}
	}
	s.clear(ctx, p)
	return publish.Release{Dir: s.store.url(p.folder), Manifest: m}, nil
}

// upload writes the files of a release, all at a time, since most of the time goes by waiting, and then its manifest.
func (s *ReleaseStore) upload(ctx context.Context, p publication) error {
	errs := make([]error, len(p.files))
	var all sync.WaitGroup
	for i, f := range p.files {
		all.Go(func() { errs[i] = s.store.put(ctx, path.Join(p.folder, f.Name), f.Media, f.Data) })
	}
	all.Wait()
	if err := errors.Join(errs...); err != nil {
		return err
	}
	return s.store.put(ctx, path.Join(p.folder, publish.ManifestName), jsonMedia, p.data)
}
