package export

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/config"
	"nianbao/internal/publish"
)

// LossError says that files or languages of the published release would vanish. Nothing was published.
type LossError struct {
	Dir       string
	Release   string   // as r1
	Files     []string // names
	Languages []string
}

// Error names what would vanish.
func (e *LossError) Error() string {
	var lost []string
	if len(e.Languages) > 0 {
		lost = append(lost, "the language "+strings.Join(e.Languages, ", "))
	}
	if len(e.Files) > 0 {
		lost = append(lost, "the files "+strings.Join(e.Files, ", "))
	}
	return fmt.Sprintf("publish %q: %s, which is published there, would lose %s", e.Dir, e.Release, strings.Join(lost, " and "))
}

// holdLoss refuses a build without files or languages of the published one, unless that is meant. A table for which the
// data have no rows any more is none that the configuration leaves out.
func (r *run) holdLoss() error {
	if r.Replace || r.current == nil {
		return nil
	}
	m := r.current.Manifest
	lost := &LossError{Dir: r.current.Dir, Release: m.Name()}
	written := map[string]bool{}
	for _, format := range r.Config.Formats {
		for _, kind := range config.KindsOf(format) {
			written[r.fileName(kind)] = true
		}
	}
	for _, d := range m.Outputs {
		if !written[d.Name] {
			lost.Files = append(lost.Files, d.Name)
		}
	}
	for _, l := range m.Languages {
		if !slices.Contains(r.Config.Languages, l) {
			lost.Languages = append(lost.Languages, l)
		}
	}
	if len(lost.Files)+len(lost.Languages) == 0 {
		return nil
	}
	return &PublishError{lost}
}

// draft reports whether the job makes files that are no release.
func (r *run) draft() bool { return r.Config.Status == publish.Draft }
