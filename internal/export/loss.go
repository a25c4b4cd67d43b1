package export

import (
	"context"
	"slices"
	"strings"

	"nianbao/internal/config"
	"nianbao/internal/message"
	"nianbao/internal/publish"
)

// LossError says that files or languages of the published release would vanish. Nothing was published.
type LossError struct {
	Dir       string
	Release   string   // as r1; "" if its manifest is damaged
	Files     []string // names
	Languages []string
}

// Error gives the message in English.
func (e *LossError) Error() string { return e.Message().Error() }

// Message names what would vanish.
func (e *LossError) Message() *message.Text {
	if e.Release == "" {
		return message.Of("publish %q: the %s there is damaged, and what you export is not what it was of: it would take the place of the files %s",
			e.Dir, publish.ManifestName, strings.Join(e.Files, ", "))
	}
	var lost []*message.Text
	if len(e.Languages) > 0 {
		lost = append(lost, message.Of("the language %s", strings.Join(e.Languages, ", ")))
	}
	if len(e.Files) > 0 {
		lost = append(lost, message.Of("the files %s", strings.Join(e.Files, ", ")))
	}
	return message.Of("publish %q: %s, which is published there, would lose %s", e.Dir, e.Release, message.Join(lost, " and "))
}

// holdLoss refuses a build without files or languages of the published one, unless Replace is set. A table for which the
// data have no rows any more is none that the configuration leaves out.
func (r *run) holdLoss() error {
	if r.Replace || r.current == nil {
		return nil
	}
	m := r.current.Manifest
	lost := &LossError{Dir: r.current.Dir, Release: m.Name()}
	written := r.fileNames(r.Config.Formats...)
	for name, kind := range briefings {
		if !slices.Contains(r.Config.Briefings, name) {
			delete(written, r.fileName(kind))
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

// holdFiles refuses to take the place of a release whose manifest is damaged by one that has not the same files: of a
// damaged one nothing is kept, and the number is taken again. It does so only if that is meant.
func (r *run) holdFiles(ctx context.Context) error {
	if !r.damaged || r.draft() {
		return nil
	}
	standing, err := r.releaseStore.Standing(ctx)
	if err != nil {
		return &PublishError{err}
	}
	made := map[string]publish.Digest{}
	for _, f := range r.files {
		made[f.Name] = publish.DigestOf(f)
	}
	ours := r.fileNames(config.Formats()...)
	lost := &LossError{Dir: r.Config.Output.EditionDir(r.data.Area.Code, r.place())}
	for name, was := range standing {
		if made[name].SHA256 != was.SHA256 && ours[name] {
			lost.Files = append(lost.Files, name)
		}
	}
	slices.Sort(lost.Files)
	r.repairs = len(lost.Files) == 0
	if r.repairs || r.Replace {
		return nil
	}
	return &PublishError{lost}
}

// fileNames are the names that the program gives to the edition's files of some formats.
func (r *run) fileNames(formats ...string) map[string]bool {
	names := map[string]bool{}
	for _, format := range formats {
		for _, kind := range config.KindsOf(format) {
			names[r.fileName(kind)] = true
		}
	}
	return names
}

// draft reports whether the job makes files that are no release.
func (r *run) draft() bool { return r.Config.Status == publish.Draft }
