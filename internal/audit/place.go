package audit

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"nianbao/internal/file"
	"nianbao/internal/message"
	"nianbao/internal/publish"
	"nianbao/internal/stat"
)

// Place is where editions are published: a folder, or a store.
type Place interface {
	// Editions names the editions, or those below a path, as [Place.Releases] takes them, sorted.
	Editions(ctx context.Context, below string) ([]string, error)
	// Releases lists the builds of an edition, oldest first, see [publish.Releases].
	Releases(ctx context.Context, edition string) ([]publish.Past, error)
	// Pruned is the last build of an edition that was removed, see [publish.Pruned].
	Pruned(edition string) publish.Past
	// Open opens the files of one of them, or of a release that is known by where it stands alone.
	Open(ctx context.Context, p publish.Past) (Opened, error)
}

// Opened is a release whose files are open.
type Opened struct {
	Files fs.FS
	Close func() error // may be nil
	Moved func() bool  // reports whether other files stand where these stood; nil where that cannot be
}

func (o Opened) close() {
	if o.Close != nil {
		_ = o.Close() // it was only read from
	}
}

func (o Opened) moved() bool { return o.Moved != nil && o.Moved() }

// Folder is an output folder.
type Folder string

// Releases implements [Place].
func (Folder) Releases(_ context.Context, edition string) ([]publish.Past, error) {
	return publish.Releases(edition)
}

// Pruned implements [Place].
func (Folder) Pruned(edition string) publish.Past { return publish.Pruned(edition) }

// Open implements [Place].
func (Folder) Open(ctx context.Context, p publish.Past) (Opened, error) {
	root, err := file.OpenRoot(p.Dir)
	if err != nil {
		return Opened{}, err
	}
	moved := func() bool {
		mine, err := root.Stat(".")
		now, nowErr := os.Stat(p.Dir)
		return err == nil && (errors.Is(nowErr, fs.ErrNotExist) || nowErr == nil && !os.SameFile(mine, now))
	}
	return Opened{file.In(ctx, root), root.Close, moved}, nil
}

// Editions implements [Place]. It names folders that editions are, or were, published in: at or below the path, at most
// an area's folder deep. Drafts are left out, and the path of a single release gives no edition.
func (f Folder) Editions(_ context.Context, below string) ([]string, error) {
	dir := filepath.Join(string(f), below)
	root := whole(dir)
	if isArchived(root) || isDraft(root) {
		return nil, nil
	}
	manifests, err := manifestsIn(dir, 4)
	if err != nil {
		return nil, message.Errorf("list editions: %w", err)
	}
	return editionsBelow(dir, root, manifests), nil
}

// manifestsIn finds the manifests at most so deep below a folder, in folders that are not hidden. What is not there, or
// no longer, has none; what cannot be read is an error, since it may have some.
func manifestsIn(dir string, deep int) (found []string, err error) {
	name := filepath.Join(dir, publish.ManifestName)
	_, err = os.Lstat(name)
	if err == nil {
		found = append(found, name)
	}
	var entries []fs.DirEntry
	if deep > 0 && (err == nil || errors.Is(err, fs.ErrNotExist)) {
		entries, err = os.ReadDir(dir)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, syscall.ENOTDIR) {
		return nil, err
	}
	for _, e := range entries {
		if e.Name()[0] == '.' || e.Type().IsRegular() {
			continue
		}
		more, err := manifestsIn(filepath.Join(dir, e.Name()), deep-1)
		if err != nil {
			return nil, err
		}
		found = append(found, more...)
	}
	return found, nil
}

// editionsBelow names the editions that the manifests below a folder are of, sorted.
func editionsBelow(dir, whole string, manifests []string) []string {
	seen := map[string]bool{}
	for _, manifest := range manifests {
		rel, err := filepath.Rel(dir, manifest)
		if err != nil || hidden(rel) {
			continue
		}
		if e := editionBelow(dir, whole, filepath.Dir(rel)); !isDraft(e) {
			seen[e] = true
		}
	}
	return slices.Sorted(maps.Keys(seen))
}

// draftSuffix ends the name of a folder with a draft.
const draftSuffix = ".draft"

func isDraft(dir string) bool { return strings.HasSuffix(filepath.Base(dir), draftSuffix) }

// hidden reports whether a part of a path starts with a dot, as workspaces of runs do.
func hidden(path string) bool {
	for part := path; part != "." && part != string(filepath.Separator); part = filepath.Dir(part) {
		if base := filepath.Base(part); base != ".." && base[0] == '.' {
			return true
		}
	}
	return false
}

// History lists the builds of an area's editions in a place, by period, oldest first; of one period, unless that is
// zero. Checksums are verified, figures are not compared. The error is a [*NoHistoryError] if there are none.
func History(ctx context.Context, place Place, area string, period stat.Period) ([]Kept, error) {
	editions, err := editionsOf(ctx, place, area)
	if err != nil {
		return nil, err
	}
	var list []Kept
	for _, e := range editions {
		if !period.IsZero() && e.period != period {
			continue
		}
		kept, err := historyOf(ctx, place, e.path, e.period)
		if err != nil {
			return nil, err
		}
		list = append(list, kept...)
	}
	if len(list) == 0 {
		return nil, noHistory(ctx, place, area, period)
	}
	return list, nil
}

// editionAt is an edition with its place.
type editionAt struct {
	path   string
	period stat.Period
}

// editionsOf lists the editions of an area, the oldest first.
func editionsOf(ctx context.Context, place Place, area string) ([]editionAt, error) {
	paths, err := place.Editions(ctx, area)
	if err != nil {
		return nil, err
	}
	var list []editionAt
	for _, path := range paths {
		if p, err := stat.ParsePeriod(filepath.Base(path)); err == nil {
			list = append(list, editionAt{path, p})
		}
	}
	slices.SortStableFunc(list, func(a, b editionAt) int { return a.period.Compare(b.period) })
	return list, nil
}

// Areas lists the areas of a place that have releases.
func Areas(ctx context.Context, place Place) ([]string, error) {
	editions, err := place.Editions(ctx, "")
	if err != nil {
		return nil, err
	}
	var areas []string
	for _, path := range editions {
		areas = append(areas, filepath.Base(filepath.Dir(path)))
	}
	slices.Sort(areas)
	return slices.Compact(areas), nil
}

// historyOf lists the builds of one edition.
func historyOf(ctx context.Context, place Place, edition string, period stat.Period) ([]Kept, error) {
	past, err := place.Releases(ctx, edition)
	if err != nil {
		return nil, err
	}
	c := chainAfter(place.Pruned(edition))
	var list []Kept
	for _, p := range past {
		k := Kept{Past: p, Period: period}
		if p.Err == nil && c.before.Dir != "" && c.before.Err == nil {
			d, err := publish.Compare(c.before.Manifest, p.Manifest)
			if err != nil {
				return nil, err
			}
			k.Changes = &d
		}
		if p.Err != nil {
			k.Problems = append(k.Problems, unreadable(p.Err))
		} else if k.Problems, err = faults(ctx, place, p); err != nil {
			return nil, err
		}
		k.Problems = append(k.Problems, c.problems("", edition, p)...)
		list = append(list, k)
	}
	if unpublished(past) {
		last := &list[len(list)-1]
		last.Problems = append(last.Problems, nonePublished())
	}
	return list, nil
}

// faults holds the files of a build against their manifest, without comparing figures.
func faults(ctx context.Context, place Place, p publish.Past) ([]publish.Problem, error) {
	problems, err := check(ctx, place, p)
	switch {
	case errors.Is(err, publish.ErrNoManifest), errors.Is(err, publish.ErrManifest):
		return []publish.Problem{unreadable(err)}, nil
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil // moved to where earlier releases are kept, this moment
	}
	return slices.DeleteFunc(problems, func(p publish.Problem) bool { return !p.Fault() }), err
}

func check(ctx context.Context, place Place, p publish.Past) ([]publish.Problem, error) {
	o, err := place.Open(ctx, p)
	if err != nil {
		return nil, err
	}
	defer o.close()
	_, problems, err := p.Verify(o.Files)
	return problems, err
}

// NoHistoryError says that an area, or a period of one, has no releases.
type NoHistoryError struct {
	Place  Place
	Area   string
	Period stat.Period // zero if none was asked for
	Has    []string    // periods of the area that have releases, else areas that have
}

// Error gives the message in English.
func (e *NoHistoryError) Error() string { return e.Message().Error() }

// Message names what has releases.
func (e *NoHistoryError) Message() *message.Text {
	has := message.Plain("there is none of any")
	if len(e.Has) > 0 {
		has = message.Of("there are releases of %s", strings.Join(e.Has, " "))
	}
	of := message.Of("area %q", e.Area)
	if !e.Period.IsZero() {
		of = message.Of("%s for %s", of, e.Period)
	}
	return message.Of("list releases of %s: none in %q; %s", of, fmt.Sprint(e.Place), has)
}

// noHistory finds out what there is instead.
func noHistory(ctx context.Context, place Place, area string, period stat.Period) error {
	e := &NoHistoryError{Place: place, Area: area, Period: period}
	below := area
	if period.IsZero() {
		below = ""
	}
	editions, err := place.Editions(ctx, below)
	if err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, path := range editions {
		name := filepath.Base(path)
		if period.IsZero() {
			name = filepath.Base(filepath.Dir(path))
		}
		if !seen[name] {
			seen[name] = true
			e.Has = append(e.Has, name)
		}
	}
	return e
}
