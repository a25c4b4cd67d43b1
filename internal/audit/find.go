package audit

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"nianbao/internal/message"
	"nianbao/internal/publish"
	"nianbao/internal/stat"
)

var (
	bareForm    = regexp.MustCompile(`^[1-9][0-9]?$`)
	archiveForm = regexp.MustCompile(`^(.*)[/\\]releases[/\\]([^/\\]+)[/\\](r[1-9][0-9.]*)$`)
)

// isArchived reports whether a folder is one of those that earlier releases are kept in.
func isArchived(dir string) bool { return archiveForm.MatchString(whole(dir)) }

// whole is the whole path of a folder, without links where there is such a folder.
func whole(dir string) string {
	path, err := filepath.Abs(dir)
	if err != nil {
		return filepath.Clean(dir)
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	return path
}

// isName reports whether a text names a build, as r1.2.
func isName(s string) bool {
	_, _, ok := publish.ParseName(s)
	return ok
}

// NoReleaseError says that what was named is no release.
type NoReleaseError struct {
	Name string
	Has  []publish.Past // releases of the edition it was looked for in
}

// Error gives the message in English.
func (e *NoReleaseError) Error() string { return e.Message().Error() }

// Message names the releases there are.
func (e *NoReleaseError) Message() *message.Text {
	if bareForm.MatchString(e.Name) {
		return message.Of("%q is no release; did you mean r%s?", e.Name, e.Name)
	}
	if len(e.Has) == 0 {
		return message.Of("%q is no release, and no edition with one", e.Name)
	}
	var has []string
	for _, p := range e.Has {
		has = append(has, p.Name())
	}
	return message.Of("%q is no release; the edition has %s", e.Name, strings.Join(has, " "))
}

// Find returns the folder of a release. The name is its folder, its edition's folder for the published one, or
// that and a build, as output/example/2024/r1.2. The edition may be named as AREA/PERIOD, in any spelling of the
// period, below the folder root. A build name alone is looked up in the edition of the folder beside. The error is
// a [*NoReleaseError] if there is none.
func Find(root, name, beside string) (string, error) {
	if isName(name) && beside != "" {
		return buildNamed(name, editionOf(beside), name)
	}
	var has []publish.Past
	for _, path := range []string{filepath.Clean(name), filepath.Join(root, name)} {
		release := ""
		if base := filepath.Base(path); isName(base) && !isArchived(path) {
			path, release = filepath.Dir(path), base
		}
		for _, dir := range []string{path, canonical(path)} {
			found, err := releaseIn(name, dir, release)
			if err == nil {
				return found, nil
			}
			if none := new(NoReleaseError); errors.As(err, &none) && len(none.Has) > 0 {
				has = none.Has
			}
		}
	}
	return "", &NoReleaseError{name, has}
}

// releaseIn finds the build of a name, as r1, of the edition published in dir, or for "" what is published there.
func releaseIn(name, dir, release string) (string, error) {
	if release == "" {
		_, err := os.Lstat(filepath.Join(dir, publish.ManifestName))
		return dir, err
	}
	return buildNamed(name, dir, release)
}

// buildNamed finds the build of a name, as r1, of the edition published in dir.
func buildNamed(name, dir, release string) (string, error) {
	past, err := publish.Releases(dir)
	if err != nil {
		return "", err
	}
	for _, p := range past {
		if p.Name() == release {
			return p.Dir, nil
		}
	}
	return "", &NoReleaseError{name, past}
}

// Before returns the folder of the build that the build in dir superseded.
func Before(dir string) (string, error) {
	m, _, err := publish.Verify(dir)
	if err != nil {
		return "", err
	}
	past, err := publish.Releases(editionOf(dir))
	if err != nil {
		return "", err
	}
	before := ""
	for _, p := range past {
		if p.Number > 0 && (p.Number < m.Number || p.Number == m.Number && p.Build < m.Build) {
			before = p.Dir
		}
	}
	switch {
	case m.Draft():
		return "", message.Errorf("a draft takes the place of no release: name the one to compare it with")
	case before == "" && publish.Pruned(editionOf(dir)).Number > 0:
		return "", message.Errorf("the releases before %s were removed: there is none to compare it with", m.Name())
	case before == "":
		return "", message.Errorf("%s is the first release: there is none before it to compare it with", m.Name())
	}
	return before, nil
}

// editionOf is the folder that the edition of a release is published in.
func editionOf(dir string) string {
	for _, path := range []string{filepath.Clean(dir), whole(dir)} {
		if m := archiveForm.FindStringSubmatch(path); m != nil {
			return filepath.Join(m[1], m[2])
		}
	}
	return dir
}

// editionBelow is [editionOf] of a folder below another, whose whole path is known. Where the edition stands below that
// as well, it is named as the folder is.
func editionBelow(dir, whole, rel string) string {
	m := archiveForm.FindStringSubmatch(filepath.Join(whole, rel))
	if m == nil {
		return filepath.Join(dir, rel)
	}
	edition := filepath.Join(m[1], m[2])
	if below, err := filepath.Rel(whole, edition); err == nil && filepath.IsLocal(below) {
		return filepath.Join(dir, below)
	}
	return edition
}

// canonical gives the period that ends a path its one form.
func canonical(path string) string {
	base, draft := strings.CutSuffix(filepath.Base(path), draftSuffix)
	p, err := stat.ParsePeriod(base)
	if err != nil {
		return path
	}
	name := p.String()
	if draft {
		name += draftSuffix
	}
	return filepath.Join(filepath.Dir(path), name)
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

// SideOf is the release in a folder.
func SideOf(dir string) (Side, error) {
	m, _, err := publish.Verify(dir)
	return Side{dir, m}, err
}

// Stored finds a release of the one edition at or below a path of a place: that of a name, as r1, or for "" the published
// one. Earlier are the releases before it, oldest first. The error is a [*NoReleaseError] if there is none.
func Stored(ctx context.Context, place Place, path, release string) (found publish.Past, earlier []publish.Past, err error) {
	editions, err := place.Editions(ctx, path)
	if err != nil {
		return found, nil, err
	}
	var past []publish.Past
	if len(editions) == 1 {
		if past, err = place.Releases(ctx, editions[0]); err != nil {
			return found, nil, err
		}
	}
	for i, p := range past {
		if p.Name() == release || release == "" && p.Current {
			return p, past[:i], p.Err
		}
	}
	name := cmp.Or(path, fmt.Sprint(place))
	if release != "" {
		name += "/" + release
	}
	return found, nil, &NoReleaseError{name, past}
}

// Compare compares two releases as far as their manifests tell; they need not be of one edition. Files are not looked at.
func Compare(old, now Side) (*Diff, error) {
	difference, err := publish.Compare(old.Manifest, now.Manifest)
	return &Diff{old, now, difference}, err
}
