package bucket

import (
	"cmp"
	"context"
	"path"
	"regexp"
	"slices"

	"nianbao/internal/publish"
)

// build names a folder with the files of one build, and is what its name says.
type build struct {
	folder        string // its name alone
	number, build int
	digest        string // twelve digits
}

func (b build) compare(number, build int) int {
	return cmp.Or(cmp.Compare(b.number, number), cmp.Compare(b.build, build))
}

// folderForm is that of the names of folders with a build.
var folderForm = regexp.MustCompile(`^(r[0-9.]+)-([0-9a-f]{12})$`)

// parseFolder reads the name of a folder with a build.
func parseFolder(name string) (build, bool) {
	m := folderForm.FindStringSubmatch(name)
	if m == nil {
		return build{}, false
	}
	b := build{folder: name, digest: m[2]}
	var ok bool
	b.number, b.build, ok = publish.ParseName(m[1])
	return b, ok
}

// Releases lists the releases of the edition, oldest first, the published one last: those that the published manifest
// and those before it lead to. There may be none. Of a draft's place it gives the draft that is there.
//
// A published manifest that cannot be read leads nowhere, and so does one that someone has removed after the first
// release. The list then has the releases that the latest folder leads to, so that the next release is not numbered
// as one of them.
func (s *ReleaseStore) Releases(ctx context.Context) ([]publish.Past, error) {
	s.chain = nil
	var err error
	if s.pointer, err = s.store.get(ctx, s.at()); err != nil {
		return nil, err
	}
	var list []publish.Past // the latest first
	if s.pointer.etag != "" {
		one := s.past(s.pointer.data)
		list = append(list, one)
		if one.Err == nil && first(one) {
			return s.known(list), nil
		}
	}
	builds, err := s.builds(ctx)
	if err != nil {
		return nil, err
	}
	if len(list) == 0 || list[0].Err != nil {
		last, err := s.latest(ctx, builds)
		if err != nil {
			return nil, err
		}
		list = append(list, last...)
	}
	for len(list) > 0 {
		one := list[len(list)-1]
		if one.Err != nil || first(one) {
			break
		}
		i := slices.IndexFunc(builds, func(b build) bool { return precedes(b, one) })
		if i < 0 {
			break // someone has cleared away old releases
		}
		before, err := s.kept(ctx, builds[i])
		if err != nil {
			return nil, err
		}
		list = append(list, before)
	}
	return s.known(list), nil
}

// known turns a list round, and takes down which folders are in it.
func (s *ReleaseStore) known(list []publish.Past) []publish.Past {
	slices.Reverse(list)
	s.chain = list
	return list
}

// first reports whether a build took the place of no other one.
func first(p publish.Past) bool { return p.Manifest.Supersedes == "" }

// precedes reports whether a build can be the one that another has taken the place of. The latest of these is: the same
// content can have been published before.
func precedes(b build, after publish.Past) bool {
	supersedes := after.Manifest.Supersedes
	return b.digest == supersedes[:min(12, len(supersedes))] && b.compare(after.Number, after.Build) < 0
}

// builds lists the folders of all builds, the latest first.
func (s *ReleaseStore) builds(ctx context.Context) ([]build, error) {
	names, err := s.store.folders(ctx, s.archive())
	if err != nil {
		return nil, err
	}
	var list []build
	for _, name := range names {
		if b, ok := parseFolder(name); ok {
			list = append(list, b)
		}
	}
	slices.SortStableFunc(list, func(a, b build) int { return b.compare(a.number, a.build) })
	return list, nil
}

// latest reads the latest build that has a manifest, or else the latest; there may be none. Where nothing is published,
// builds of the first release are those of runs under way, or of runs that died: only a later build shows that there was
// a release once.
func (s *ReleaseStore) latest(ctx context.Context, builds []build) ([]publish.Past, error) {
	if s.pointer.etag == "" && (len(builds) == 0 || builds[0].compare(1, 1) == 0) {
		return nil, nil
	}
	var none []publish.Past
	for _, b := range builds {
		p, err := s.kept(ctx, b)
		if err != nil || p.Err == nil {
			return []publish.Past{p}, err
		}
		if none == nil {
			none = []publish.Past{p}
		}
	}
	return none, nil
}

// past reads the manifest that is published.
func (s *ReleaseStore) past(data []byte) publish.Past {
	m, err := publish.ReadManifest(data)
	if err != nil {
		return publish.Past{Dir: s.store.url(path.Dir(s.at())), Current: true, Err: s.store.fault("read", s.at(), err)}
	}
	return publish.Past{Dir: s.store.url(s.folder(m)), Number: m.Number, Build: m.Build, Current: true, Manifest: m}
}

// kept reads the manifest in a folder. Its name says which build it is, and not its manifest.
func (s *ReleaseStore) kept(ctx context.Context, b build) (publish.Past, error) {
	folder := path.Join(s.archive(), b.folder)
	p := publish.Past{Dir: s.store.url(folder), Number: b.number, Build: b.build}
	name := path.Join(folder, publish.ManifestName)
	o, err := s.store.get(ctx, name)
	switch {
	case err != nil:
		return p, err
	case o.etag == "":
		p.Err = s.store.fault("read", name, publish.ErrNoManifest)
	default:
		p.Manifest, err = publish.ReadManifest(o.data)
		p.Err = s.store.fault("read", name, err)
	}
	return p, nil
}
