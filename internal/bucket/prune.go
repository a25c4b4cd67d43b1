package bucket

import (
	"context"
	"maps"
	"path"
	"slices"
	"strings"

	"nianbao/internal/publish"
)

// Prune lists the folders of builds and drafts that no published manifest leads to and that are older than a day: those of
// runs that died, or that came second. If yes is set it removes them. What a run would not remove that publishes the
// edition stays here too, except where nothing of an edition was ever published.
func (s *Store) Prune(ctx context.Context, yes bool) ([]publish.Waste, error) {
	objects, err := s.list(ctx, "")
	if err != nil {
		return nil, err
	}
	var list []publish.Waste
	editions := map[string]*ReleaseStore{}
	folders := byFolder(objects)
	for _, folder := range slices.Sorted(maps.Keys(folders)) {
		files := folders[folder]
		area, place := editionOf(folder)
		if place == "" || !s.old(files) {
			continue
		}
		edition := editions[path.Join(area, place)]
		if edition == nil {
			edition = s.ReleaseStore(area, place)
			editions[path.Join(area, place)] = edition
			if _, err := edition.Releases(ctx); err != nil {
				return list, err
			}
		}
		if !edition.idle(folder, files) {
			continue
		}
		waste, names := s.waste(folder, files)
		if yes {
			if err := s.remove(ctx, names); err != nil {
				return list, err
			}
		}
		list = append(list, waste)
	}
	return list, nil
}

// byFolder sorts objects into the folders that they stand in.
func byFolder(objects map[string]listed) map[string]map[string]listed {
	folders := map[string]map[string]listed{}
	for name, o := range objects {
		folder := path.Dir(name)
		if folders[folder] == nil {
			folders[folder] = map[string]listed{}
		}
		folders[folder][path.Base(name)] = o
	}
	return folders
}

// waste describes a folder, and names its objects.
func (s *Store) waste(folder string, files map[string]listed) (w publish.Waste, names []string) {
	w.Path = s.url(folder)
	for name, o := range files {
		names, w.Bytes = append(names, path.Join(folder, name)), w.Bytes+o.size
	}
	return w, names
}

// editionOf is the edition that a folder of a build or a draft is of; "" for other folders.
func editionOf(folder string) (area, place string) {
	above := path.Dir(folder)
	area, place = path.Dir(above), path.Base(above)
	if _, ok := parseFolder(path.Base(folder)); ok && path.Base(area) == archiveName {
		return path.Dir(area), place
	}
	if draftForm.MatchString(path.Base(folder)) && strings.HasSuffix(place, draftSuffix) {
		return area, place
	}
	return "", ""
}

// idle reports whether nothing leads to an old folder of the edition, whose releases were listed.
func (s *ReleaseStore) idle(folder string, files map[string]listed) bool {
	if s.pointer.etag == "" {
		return len(s.chain) == 0
	}
	last := s.chain[len(s.chain)-1]
	if last.Err != nil {
		return false
	}
	return !s.keeps(folder) && s.leftover(publication{manifest: last.Manifest, folder: s.folder(last.Manifest)}, folder, files)
}
