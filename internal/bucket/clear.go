package bucket

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/minio/minio-go/v7"

	"nianbao/internal/publish"
)

const (
	// grace is how long a folder that no manifest points to is left alone: a run may still be writing it.
	grace = 24 * time.Hour
	// patience is how long a run goes on to remove what is not published.
	patience = 15 * time.Second
)

// withdraw removes the files of a run that has failed to publish them. It leaves them where they are published all the
// same, or may be yet: another run can have made the same build, and of a write without an answer it is not known
// whether it comes to be done. Refused says that there is no such write. It reports whether what is published is just
// what this run was to publish, down to the last byte: then nothing has failed, only the answer went astray.
func (s *ReleaseStore) withdraw(ctx context.Context, p publication, refused bool) (published bool) {
	// A run that is interrupted tidies up too.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer cancel()
	now, err := s.store.get(ctx, s.at())
	if err != nil {
		return false
	}
	if bytes.Equal(now.data, p.data) {
		return true
	}
	if s.pointsTo(now, p.folder) {
		s.restore(ctx, p, now.data)
		return false
	}
	if !refused && now.etag == s.pointer.etag || s.keeps(p.folder) {
		return false
	}
	names := []string{path.Join(p.folder, publish.ManifestName)}
	for _, f := range p.files {
		names = append(names, path.Join(p.folder, f.Name))
	}
	_ = s.store.remove(ctx, names) // the next run removes what is left
	// Another run that has made the same build can have published it since.
	if now, err = s.store.get(ctx, s.at()); err == nil && s.pointsTo(now, p.folder) {
		s.restore(ctx, p, now.data)
	}
	return false
}

// restore writes the files of a build again that another run has published, with its manifest. If it fails, the next
// run finds the release damaged, and makes it again.
func (s *ReleaseStore) restore(ctx context.Context, p publication, manifest []byte) {
	p.data = manifest
	_ = s.upload(ctx, p)
}

// refused reports whether a store has said that it does not write an object.
func refused(err error) bool {
	var reply minio.ErrorResponse
	return errors.As(err, &reply) && reply.StatusCode >= http.StatusBadRequest && reply.StatusCode < http.StatusInternalServerError
}

// keeps reports whether a folder is that of a build in the chain.
func (s *ReleaseStore) keeps(folder string) bool {
	return slices.ContainsFunc(s.chain, func(p publish.Past) bool { return p.Dir == s.store.url(folder) })
}

// pointsTo reports whether a published manifest points to a folder.
func (s *ReleaseStore) pointsTo(pointer object, folder string) bool {
	m, err := publish.ReadManifest(pointer.data)
	return err == nil && s.folder(m) == folder
}

// clear looks at what stands beside a build that was just published, and removes what nothing points to. What cannot be
// done is left to the next run: the build is published.
func (s *ReleaseStore) clear(ctx context.Context, p publication) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	parent := path.Dir(p.folder)
	objects, err := s.store.list(ctx, parent)
	if err != nil {
		return
	}
	folders := map[string]map[string]listed{}
	for name, o := range objects {
		if folder, file, ok := strings.Cut(name, "/"); ok {
			if folders[folder] == nil {
				folders[folder] = map[string]listed{}
			}
			folders[folder][file] = o
		}
	}
	// A run that failed can have removed what it took for its own.
	if mine := path.Base(p.folder); !whole(folders[mine], p.manifest) {
		_ = s.upload(ctx, p)
	}
	for folder, files := range folders {
		if !s.leftover(p, path.Join(parent, folder), files) {
			continue
		}
		var names []string
		for file := range files {
			names = append(names, path.Join(parent, folder, file))
		}
		_ = s.store.remove(ctx, names)
	}
}

// draftForm is that of the names of folders with a draft.
var draftForm = regexp.MustCompile(`^[0-9a-f]{12}$`)

// leftover reports whether a folder beside a build that was just published can go: that of the draft before it, or one
// of a run that died.
func (s *ReleaseStore) leftover(p publication, folder string, files map[string]listed) bool {
	if folder == p.folder {
		return false
	}
	if unnumbered(p.manifest) {
		return draftForm.MatchString(path.Base(folder)) && (s.keeps(folder) || s.store.old(files))
	}
	b, ok := parseFolder(path.Base(folder))
	if !ok || s.keeps(folder) || !s.store.old(files) {
		return false
	}
	// What is before the oldest release that is known may have been one. What is after the published one can be another
	// run's, which publishes next.
	m := p.manifest
	oldest := publish.Past{Number: m.Number, Build: m.Build}
	if len(s.chain) > 0 {
		oldest = s.chain[0]
	}
	return oldest.Number > 0 && b.compare(oldest.Number, oldest.Build) >= 0 && b.compare(m.Number, m.Build) <= 0
}

// old reports whether all objects of a folder were written long ago.
func (s *Store) old(files map[string]listed) bool {
	for _, o := range files {
		if o.written.After(s.now.Add(-grace)) {
			return false
		}
	}
	return true
}

// remove removes objects, as many of them as it can.
func (s *Store) remove(ctx context.Context, names []string) error {
	errs := make([]error, len(names))
	var all sync.WaitGroup
	for i, name := range names {
		all.Go(func() {
			errs[i] = s.fault("remove", name, s.client.RemoveObject(ctx, s.Bucket, s.key(name), minio.RemoveObjectOptions{}))
		})
	}
	all.Wait()
	return errors.Join(errs...)
}
