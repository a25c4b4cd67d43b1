package publish

import (
	"bytes"
	"context"
	"path/filepath"
	"slices"

	"nianbao/internal/file"
)

// MadeFrom reports whether the release that is published in dir was made from the inputs, sorted by name, or from others that
// say the same ([Seen.Same]), has all of its
// files as they were published, and no run that died has left anything beside it. Files that were seen as they are now are
// not read. A lock that a run has left in the folder of the area is removed. The manifest is without what the edition says: reading that would take longer than all the rest.
func (s *Seen) MadeFrom(ctx context.Context, dir string, inputs []Digest) (Manifest, bool) {
	named := dir
	tidyLock(filepath.Dir(named))
	dir, err := resolve(dir)
	if err != nil {
		return Manifest{}, false
	}
	if spaces, err := (&publication{dir: dir}).workspaces(); err != nil || len(spaces) > 0 {
		return Manifest{}, false
	}
	root, err := file.OpenRoot(dir)
	if err != nil {
		return Manifest{}, false
	}
	defer root.Close()
	files := file.In(ctx, root)
	data, err := loadManifest(files)
	if err != nil || !signed(data) {
		return Manifest{}, false
	}
	m, err := decode(withoutContent(data))
	if err != nil || !slices.Equal(m.Inputs, inputs) && !s.same(named, m, inputs) {
		return Manifest{}, false
	}
	state := s.state(files, m)
	if s.has(named, state) {
		return m, true
	}
	for _, want := range m.Outputs {
		if p, err := compare(files, want); p != nil || err != nil {
			return Manifest{}, false
		}
	}
	s.add(named, state)
	return m, true
}

// withoutContent leaves what the edition says out of a manifest that is as this program wrote it.
func withoutContent(data []byte) []byte {
	from, to := bytes.Index(data, []byte("\n  \"content\": ")), bytes.LastIndex(data, []byte("\n  \"findings\": "))
	if from < 0 || to < from {
		return data
	}
	return slices.Concat(data[:from], data[to:])
}
