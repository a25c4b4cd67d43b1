package bucket

import (
	"context"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"

	"nianbao/internal/publish"
)

// Shelf is where the releases of one edition stand. It is for one run, and one goroutine.
type Shelf struct {
	store        *Store
	area, period string

	pointer object // the manifest that is published, as it was read last
}

// Shelf is that of an edition.
func (s *Store) Shelf(area, period string) *Shelf {
	return &Shelf{store: s, area: area, period: period}
}

// at is the key of the manifest that is published.
func (s *Shelf) at() string { return path.Join(s.area, s.period, publish.ManifestName) }

// archive is where the folders of all releases stand.
func (s *Shelf) archive() string { return path.Join(s.area, "releases", s.period) }

// folder is where the files of a build stand.
func (s *Shelf) folder(m publish.Manifest) string {
	if m.Draft() && m.Number == 0 {
		return path.Join(s.area, s.period, fmt.Sprintf("%.12s", m.BuildDigest))
	}
	return path.Join(s.archive(), fmt.Sprintf("%s-%.12s", m.Name(), m.BuildDigest))
}

// Releases lists the releases of the edition, oldest first, the published one last: those that the published manifest
// and those before it lead to. There may be none.
func (s *Shelf) Releases(ctx context.Context) ([]publish.Past, error) {
	var err error
	if s.pointer, err = s.store.get(ctx, s.at()); err != nil || s.pointer.etag == "" {
		return nil, err
	}
	one := s.past(s.pointer.data, s.at())
	one.Current = true
	list := []publish.Past{one}
	if one.Err != nil || one.Manifest.Supersedes == "" {
		return list, nil
	}
	folders, err := s.store.folders(ctx, s.archive())
	if err != nil {
		return nil, err
	}
	for one.Err == nil && one.Manifest.Supersedes != "" {
		before := one.Manifest
		i := slices.IndexFunc(folders, func(name string) bool { return stands(name, before) })
		if i < 0 {
			break // someone has cleared away old releases
		}
		name := path.Join(s.archive(), folders[i], publish.ManifestName)
		o, err := s.store.get(ctx, name)
		if err != nil {
			return nil, err
		}
		if o.etag == "" {
			break
		}
		one = s.past(o.data, name)
		list = append(list, one)
	}
	slices.Reverse(list)
	return list, nil
}

// stands reports whether a folder is that of the build which another one, of a later name, has taken the place of.
func stands(folder string, after publish.Manifest) bool {
	name, digest, ok := strings.Cut(folder, "-")
	number, build, named := publish.ParseName(name)
	return ok && named && digest == after.Supersedes[:min(12, len(after.Supersedes))] &&
		(number < after.Number || number == after.Number && build < after.Build)
}

// past reads a manifest.
func (s *Shelf) past(data []byte, name string) publish.Past {
	m, err := publish.ReadManifest(data)
	if err != nil {
		return publish.Past{Dir: s.store.url(path.Dir(name)), Err: s.store.fault("read", name, err)}
	}
	return publish.Past{Dir: s.store.url(s.folder(m)), Number: m.Number, Build: m.Build, Manifest: m}
}

// Whole reports whether every file of a release is there, by name and size. It costs one request, and reads no file.
func (s *Shelf) Whole(ctx context.Context, m publish.Manifest) (bool, error) {
	sizes, err := s.store.sizes(ctx, s.folder(m))
	if err != nil {
		return false, err
	}
	_, whole := sizes[publish.ManifestName]
	for _, d := range m.Outputs {
		size, ok := sizes[d.Name]
		whole = whole && ok && size == d.Bytes
	}
	return whole, nil
}

// Publish writes a release: its files, their manifest beside them, and last the manifest that points to them. Unless
// all of it succeeds, the release published before stays the published one. [Shelf.Releases] comes first; the error is
// [ErrOvertaken] if another run has published since.
func (s *Shelf) Publish(ctx context.Context, m publish.Manifest, files []publish.File) (publish.Release, error) {
	m, manifest, err := publish.Seal(m, files)
	if err != nil {
		return publish.Release{}, fmt.Errorf("publish %s: %w", s.store.url(path.Join(s.area, s.period)), err)
	}
	folder := s.folder(m)
	if err := s.upload(ctx, folder, files); err != nil {
		return publish.Release{}, err
	}
	if err := s.store.put(ctx, path.Join(folder, publish.ManifestName), jsonMedia, manifest); err != nil {
		return publish.Release{}, err
	}
	if err := s.store.swap(ctx, s.at(), s.pointer, manifest); err != nil {
		return publish.Release{}, err
	}
	return publish.Release{Dir: s.store.url(folder), Manifest: m}, nil
}

// upload writes the files of a release, all at a time, since most of the time goes by waiting.
func (s *Shelf) upload(ctx context.Context, folder string, files []publish.File) error {
	errs := make([]error, len(files))
	var all sync.WaitGroup
	for i, f := range files {
		all.Go(func() { errs[i] = s.store.put(ctx, path.Join(folder, f.Name), f.Media, f.Data) })
	}
	all.Wait()
	return errors.Join(errs...)
}
