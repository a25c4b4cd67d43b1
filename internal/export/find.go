package export

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"nianbao/internal/publish"
	"nianbao/internal/stat"
)

var (
	numberForm  = regexp.MustCompile(`^r[1-9][0-9]*$`)
	bareForm    = regexp.MustCompile(`^[1-9][0-9]?$`)
	archiveForm = regexp.MustCompile(`^(.*)[/\\]releases[/\\]([^/\\]+)[/\\]r[1-9][0-9]*$`)
)

// NoReleaseError says that what was named is no release.
type NoReleaseError struct {
	Name string
	Has  []publish.Past // releases of the edition it was looked for in
}

// Error names the releases there are.
func (e *NoReleaseError) Error() string {
	if bareForm.MatchString(e.Name) {
		return fmt.Sprintf("%q is no release; did you mean r%s?", e.Name, e.Name)
	}
	if len(e.Has) == 0 {
		return fmt.Sprintf("%q is no release, and no edition with one", e.Name)
	}
	var has []string
	for _, p := range e.Has {
		has = append(has, publish.Numbered(p.Number))
	}
	return fmt.Sprintf("%q is no release; the edition has %s", e.Name, strings.Join(has, " "))
}

// Find gives the folder of a release that is named by its folder, by its edition's folder for the published one, or by
// that and its number, as output/example/2024/r1. The edition may be named as AREA/PERIOD, in any spelling of the
// period, below the folder root. A number alone is of the edition that the folder beside is a release of. The error is
// a [*NoReleaseError] if there is none.
func Find(root, name, beside string) (string, error) {
	if numberForm.MatchString(name) && beside != "" {
		return numbered(name, editionOf(beside), name)
	}
	has := []publish.Past(nil)
	for _, path := range []string{filepath.Clean(name), filepath.Join(root, name)} {
		number := ""
		if base := filepath.Base(path); numberForm.MatchString(base) && !archiveForm.MatchString(path) {
			path, number = filepath.Dir(path), base
		}
		for _, dir := range []string{path, canonical(path)} {
			if number == "" {
				if _, err := os.Stat(filepath.Join(dir, publish.ManifestName)); err == nil {
					return dir, nil
				}
				continue
			}
			found, err := numbered(name, dir, number)
			if err == nil {
				return found, nil
			}
			if none, ok := err.(*NoReleaseError); ok && len(none.Has) > 0 {
				has = none.Has
			}
		}
	}
	return "", &NoReleaseError{name, has}
}

// numbered finds the release of a number, as r1, of the edition published in dir.
func numbered(name, dir, number string) (string, error) {
	past, err := publish.Releases(dir)
	if err != nil {
		return "", err
	}
	for _, p := range past {
		if publish.Numbered(p.Number) == number {
			return p.Dir, nil
		}
	}
	return "", &NoReleaseError{name, past}
}

// Before gives the folder of the release that one, given by its folder, has taken the place of.
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
		if 0 < p.Number && p.Number < m.Number {
			before = p.Dir
		}
	}
	if before == "" {
		return "", fmt.Errorf("r%d is the first release: there is none before it to compare it with", m.Number)
	}
	return before, nil
}

// editionOf is the folder that the edition of a release is published in.
func editionOf(dir string) string {
	if m := archiveForm.FindStringSubmatch(filepath.Clean(dir)); m != nil {
		return filepath.Join(m[1], m[2])
	}
	return dir
}

// canonical gives the period that ends a path its one form.
func canonical(path string) string {
	p, err := stat.ParsePeriod(filepath.Base(path))
	if err != nil {
		return path
	}
	return filepath.Join(filepath.Dir(path), p.String())
}
