package export

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/internal/publish"
	"nianbao/internal/stat"
)

// Kept is one release in a history.
type Kept struct {
	publish.Past
	Period   stat.Period
	Problems []publish.Problem   // what is wrong with it; nil if it is whole
	Changes  *publish.Difference // against the release before; nil for the first, and where one cannot be read
}

// Whole reports whether the release is as it was published, and follows on the one before.
func (k Kept) Whole() bool { return len(k.Problems) == 0 }

// History lists the releases of an area's editions below the output folder root, by period, oldest first; of one
// period, unless that is zero. Checksums are verified, figures are not compared. The error is a [*NoHistoryError] if
// there are none.
func History(root, area string, period stat.Period) ([]Kept, error) {
	dir := filepath.Join(root, area)
	editions, err := editionsIn(dir)
	if err != nil {
		return nil, err
	}
	var list []Kept
	for _, e := range editions {
		p, err := stat.ParsePeriod(filepath.Base(e))
		if err != nil || !period.IsZero() && p != period {
			continue
		}
		chain, err := chainOf(e)
		if err != nil {
			return nil, err
		}
		for i := range chain {
			chain[i].Period = p
		}
		list = append(list, chain...)
	}
	if len(list) == 0 {
		return nil, noHistory(root, area, period)
	}
	slices.SortStableFunc(list, func(a, b Kept) int { return a.Period.Compare(b.Period) })
	return list, nil
}

// NoHistoryError says that an area, or a period of one, has no releases.
type NoHistoryError struct {
	Root, Area string
	Period     stat.Period // zero if none was asked for
	Has        []string    // periods of the area that have releases, else areas that have
}

// Error names what has releases.
func (e *NoHistoryError) Error() string {
	has := "; there is none of any"
	if len(e.Has) > 0 {
		has = "; there are releases of " + strings.Join(e.Has, " ")
	}
	if e.Period.IsZero() {
		return fmt.Sprintf("list releases of area %q: none in %q%s", e.Area, e.Root, has)
	}
	return fmt.Sprintf("list releases of area %q for %s: none in %q%s", e.Area, e.Period, e.Root, has)
}

// noHistory finds out what there is instead.
func noHistory(root, area string, period stat.Period) error {
	e := &NoHistoryError{Root: root, Area: area, Period: period}
	dir := root
	if !period.IsZero() {
		dir = filepath.Join(root, area)
	}
	editions, err := editionsIn(dir)
	if err != nil {
		return err
	}
	for _, path := range editions {
		rel, err := filepath.Rel(dir, path)
		if err != nil {
			continue // it lies elsewhere
		}
		if name, _, _ := strings.Cut(filepath.ToSlash(rel), "/"); !slices.Contains(e.Has, name) {
			e.Has = append(e.Has, name)
		}
	}
	return e
}

// editionsIn lists the folders that editions are, or were, published in: at or below dir, at most an area's folder
// deep, sorted by name.
func editionsIn(dir string) ([]string, error) {
	var list []string
	add := func(manifest string) {
		if e := editionOf(filepath.Dir(manifest)); !slices.Contains(list, e) {
			list = append(list, e)
		}
	}
	for _, depth := range []string{"", "*", "*/*", "*/*/*", "*/*/*/*"} {
		found, err := filepath.Glob(filepath.Join(escaped(dir), depth, publish.ManifestName))
		if err != nil {
			return nil, fmt.Errorf("list editions: %w", err)
		}
		for _, manifest := range found {
			rel, err := filepath.Rel(dir, manifest)
			if err != nil || hidden(rel) {
				continue
			}
			add(manifest)
		}
	}
	slices.Sort(list)
	return list, nil
}

// escaped keeps a folder's name from being read as a pattern.
func escaped(dir string) string {
	var out []rune
	for _, r := range dir {
		if r == '*' || r == '?' || r == '[' {
			out = append(out, '[', r, ']')
			continue
		}
		out = append(out, r)
	}
	return string(out)
}

// hidden reports whether a part of a path starts with a dot, as workspaces of runs do.
func hidden(path string) bool {
	for part := path; part != "." && part != string(filepath.Separator); part = filepath.Dir(part) {
		if base := filepath.Base(part); base != ".." && base[0] == '.' {
			return true
		}
	}
	return false
}

// chainOf lists the releases of an edition, and holds each against its manifest and the one before.
func chainOf(edition string) ([]Kept, error) {
	past, err := publish.Releases(edition)
	if err != nil {
		return nil, err
	}
	var chain []Kept
	before := publish.Past{}
	for _, p := range past {
		k := Kept{Past: p, Problems: []publish.Problem{unreadable()}}
		if p.Err == nil {
			if k.Problems, err = faultsOf(p.Dir); err != nil {
				return nil, err
			}
		}
		if broken := k.follow(before); broken != "" {
			k.Problems = append(k.Problems, publish.Problem{Name: publish.ManifestName, Kind: publish.Broken, Detail: broken})
		}
		chain, before = append(chain, k), p
	}
	return chain, nil
}

func unreadable() publish.Problem {
	return publish.Problem{Name: publish.ManifestName, Kind: publish.Changed, Detail: "it cannot be read as a manifest"}
}

func faultsOf(dir string) ([]publish.Problem, error) {
	_, problems, err := publish.Verify(dir)
	if errors.Is(err, fs.ErrNotExist) {
		if _, gone := os.Stat(dir); gone != nil {
			return nil, nil // moved to where earlier releases are kept, this moment
		}
	}
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(problems, func(p publish.Problem) bool { return !p.Fault() }), nil
}

// follow compares a release with the one before it, and says in what way it does not follow on that one.
func (k *Kept) follow(before publish.Past) (broken string) {
	switch {
	case k.Number-before.Number > 1:
		return fmt.Sprintf("the release before it, r%d, is missing", k.Number-1)
	case k.Err != nil || before.Err != nil || before.Number == 0:
		return ""
	}
	d := publish.Compare(before.Manifest, k.Manifest)
	k.Changes = &d
	if k.Manifest.Supersedes != before.Manifest.Release {
		return fmt.Sprintf("it supersedes another release than r%d", before.Number)
	}
	return ""
}

// Diff is what differs between two releases.
type Diff struct {
	Old, New Side
	publish.Difference
}

// Side is one of two releases that are compared.
type Side struct {
	Dir      string
	Manifest publish.Manifest
}

// Compare compares two releases, given by their folders, as far as their manifests tell; they need not be of one
// edition. Files are not looked at.
func Compare(old, now string) (*Diff, error) {
	d := &Diff{}
	for _, side := range []struct {
		dir  string
		into *Side
	}{{old, &d.Old}, {now, &d.New}} {
		m, _, err := publish.Verify(side.dir)
		if err != nil {
			return nil, err
		}
		*side.into = Side{side.dir, m}
	}
	d.Difference = publish.Compare(d.Old.Manifest, d.New.Manifest)
	return d, nil
}
