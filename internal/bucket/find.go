package bucket

import (
	"context"
	"path"
	"slices"
	"strings"

	"nianbao/internal/publish"
	"nianbao/internal/stat"
)

// draftSuffix ends the name of a draft's place.
const draftSuffix = ".draft"

// Editions names the editions that are published at or below a path, sorted: by their place in the bucket, as
// PREFIX/AREA/PERIOD. A draft is named only by a path that is its own. It costs a list of all objects there.
func (s *Store) Editions(ctx context.Context, below string) ([]string, error) {
	objects, err := s.list(ctx, below)
	if err != nil {
		return nil, err
	}
	var list []string
	for name := range objects {
		folder, file := path.Split(name)
		edition := s.key(path.Join(below, folder))
		if file == publish.ManifestName && (isEdition(edition) || folder == "" && strings.HasSuffix(edition, draftSuffix)) {
			list = append(list, edition)
		}
	}
	slices.Sort(list)
	return list, nil
}

// isEdition reports whether a place is that of an edition: it ends with a period, as no folder of a build does.
func isEdition(place string) bool {
	p, err := stat.ParsePeriod(path.Base(place))
	return err == nil && p.String() == path.Base(place) && path.Base(path.Dir(place)) != archiveName
}

// Edition is the release store of an edition that is named as [Store.Editions] does.
func (s *Store) Edition(name string) *ReleaseStore {
	whole := *s
	whole.Prefix = ""
	area, place := path.Split(name)
	return whole.ReleaseStore(path.Clean(area), place)
}
