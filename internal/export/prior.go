package export

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"slices"

	"nianbao/internal/canonjson"
	"nianbao/internal/dataset"
	"nianbao/internal/edition"
	"nianbao/internal/message"
	"nianbao/internal/publish"
	"nianbao/internal/stat"
	"nianbao/internal/tidy"
	"nianbao/internal/wording"
)

// prior is what is published of the edition already, and which build comes next.
type prior struct {
	earlier    []publish.Past // releases that stand before the one that is made, oldest first; drafts are none
	current    *publish.Past  // the published one; nil if there is none
	whole      bool           // current is as it was published
	pruned     publish.Past   // the last of those before them that was removed
	damaged    bool           // there is one, and its manifest cannot be believed
	repairs    bool           // what is made takes the place of a damaged build, and says the same
	last       int            // the highest number that a kept release has; drafts are none
	number     int            // of the release that is made; 0 for a draft
	build      int
	supersedes string
	content    []byte          // what the edition says, in canonical JSON
	later      []byte          // what only files of later periods know, in canonical JSON
	composed   string          // digest of the composed sentences; "" for none
	found      json.RawMessage // findings in words
	unchanged  bool            // nothing is made: current is what would be
}

// lookBack mends what runs that died have left, and finds out what is published. There is nothing to make where that is
// whole and was made from the same files, with the same configuration and output version.
func (r *run) lookBack(ctx context.Context) error {
	past, err := r.releaseStore.Releases(ctx)
	if err != nil {
		return &PublishError{err}
	}
	for i, p := range past {
		switch {
		case p.Current && errors.Is(p.Err, publish.ErrDamaged):
			r.damaged = true // what number it has is not to be believed
		case p.Current && p.Err != nil:
			return &PublishError{message.Errorf("%s: %w", p.Dir, p.Err)}
		case p.Current && p.Manifest.Draft() != r.draft():
			// A draft that an earlier version of the program has published as a release: it is replaced.
		case p.Current && !r.isOf(p.Manifest):
			return &PublishError{message.Errorf("%s: %w: %s of %s", p.Dir, publish.ErrOther, p.Manifest.Period, p.Manifest.Area)}
		case p.Current:
			r.current = &past[i]
		case p.Err != nil:
			r.last = max(r.last, p.Number)
		case p.Manifest.Draft():
			// Earlier versions numbered drafts too.
		default:
			r.last = max(r.last, p.Number)
			if r.isOf(p.Manifest) && p.Manifest.Name() == p.Name() { // else someone has put another one in its place
				r.earlier = append(r.earlier, p)
			}
		}
	}
	if r.Store == nil && !r.draft() {
		r.pruned = publish.Pruned(r.Config.Output.EditionDir(r.data.Area.Code, r.place()))
		r.last = max(r.last, r.pruned.Number)
	}
	if r.current == nil {
		return nil
	}
	m := r.current.Manifest
	if r.whole, err = r.releaseStore.Whole(ctx, m); err != nil {
		return &PublishError{err}
	}
	if !r.whole || !slices.Equal(m.Inputs, sorted(r.inputs)) {
		return nil
	}
	if r.unchanged = r.OnlyIfChanged; !r.unchanged && m.Format != 1 {
		r.unchanged = r.buildsAgain(m)
	}
	return nil
}

// buildsAgain reports whether a published build of the same inputs would be made again byte for byte.
func (r *run) buildsAgain(m publish.Manifest) bool {
	for _, s := range m.Configuration { // what is composed follows from the same inputs
		if s.Key == composedKey {
			r.composed = s.Value
		}
	}
	now := r.manifest()
	now.ContentDigest, now.Later, now.Findings = m.ContentDigest, m.Later, m.Findings
	digest, err := now.DigestBuild()
	return err == nil && digest == m.BuildDigest
}

// isOf reports whether a build is of the edition that is made.
func (r *run) isOf(m publish.Manifest) bool {
	return m.Area == r.data.Area.Code && m.Period == r.period.String()
}

// follow decides which build is made, now that it is known what the edition says: none if the published one says the
// same, looks the same and is whole; its own again if it is damaged and says the same; the next of its release if only
// the look has changed; else the first of the next release.
func (r *run) follow(context.Context) error {
	now, err := r.resolve()
	if err != nil {
		return err
	}
	if r.current != nil {
		m := r.current.Manifest
		if m.BuildDigest == now.BuildDigest {
			r.number, r.build, r.supersedes, r.unchanged = m.Number, m.Build, m.Supersedes, r.whole
			r.repairs = !r.whole
			return nil
		}
		if r.draft() {
			return nil
		}
		if r.OnlyIfChanged && r.whole && sameContent(m, now) {
			r.unchanged = true
			return nil
		}
		if err := r.holdLoss(); err != nil {
			return err
		}
		if !r.whole && sameContent(m, now) { // a damaged build is not kept
			r.number, r.build, r.supersedes, r.repairs = m.Number, m.Build, m.Supersedes, true
			return nil
		}
		r.earlier, r.last = append(r.earlier, *r.current), max(r.last, m.Number)
	}
	if !r.draft() {
		r.succeed(now)
	}
	return nil
}

// resolve takes down what the edition says and what the checks have found in it.
func (r *run) resolve() (now publish.Manifest, err error) {
	if r.found, err = json.Marshal(tidy.Findings(r.findings, r.allWords())); err != nil {
		return now, message.Errorf("write findings: %w", err)
	}
	if r.content, err = canonjson.Marshal(r.edition.Content()); err != nil {
		return now, message.Errorf("write content: %w", err)
	}
	if r.later, err = canonjson.Marshal(r.edition.Later()); err != nil {
		return now, message.Errorf("write content: %w", err)
	}
	if r.composed, err = composedDigest(r.edition); err != nil {
		return now, err
	}
	now = r.manifest()
	if now.BuildDigest, err = now.DigestBuild(); err != nil {
		return now, err
	}
	return now, nil
}

// composedKey is the setting that tells builds apart by the sentences that the program has composed, which are no content of
// the office.
const composedKey = "composed_sentences"

// composedDigest is a digest of the composed sentences of an edition; "" if it has none.
func composedDigest(e *edition.Edition) (string, error) {
	templates := map[string]stat.Text{}
	for _, s := range wording.Composed(e) {
		templates[s.ID] = s.Text
	}
	if len(templates) == 0 {
		return "", nil
	}
	data, err := canonjson.Marshal(templates)
	if err != nil {
		return "", message.Errorf("write composed sentences: %w", err)
	}
	return canonjson.Digest(data), nil
}

// succeed numbers the build that is made: a release has another content than the one before it.
func (r *run) succeed(now publish.Manifest) {
	r.number, r.build = r.last+1, 1
	if len(r.earlier) == 0 {
		r.supersedes = r.pruned.Manifest.BuildDigest
		return
	}
	before := r.earlier[len(r.earlier)-1]
	r.supersedes = before.Manifest.BuildDigest
	if sameContent(before.Manifest, now) {
		r.number, r.build = before.Number, before.Build+1
	}
}

// sameContent reports whether two releases say the same. A manifest of format 1 has no content: there the same input
// files say the same, and so do the same figures and sentences.
func sameContent(old, now publish.Manifest) bool {
	if old.Format != 1 {
		return old.ContentDigest == now.ContentDigest
	}
	if slices.Equal(old.Inputs, sorted(now.Inputs)) {
		return true
	}
	// Format 1 did not tell what only later files know from other facts.
	var later publish.Said
	said, err := now.Said()
	if err != nil || json.Unmarshal(now.Later, &later) != nil {
		return false
	}
	said.Figures = append(said.Figures, later.Figures...)
	d, err := publish.CompareSaid(old, said)
	return err == nil && len(d.Figures)+len(d.Texts) == 0
}

// digests identifies the files of an area.
func digests(area string, inputs []dataset.Input) []publish.Digest {
	list := make([]publish.Digest, len(inputs))
	for i, in := range inputs {
		list[i] = publish.DigestOf(publish.File{Name: area + "/" + in.Name, Data: in.Data})
	}
	return list
}

// sorted gives inputs in the order of a manifest.
func sorted(inputs []publish.Digest) []publish.Digest {
	return slices.SortedStableFunc(slices.Values(inputs), func(a, b publish.Digest) int { return cmp.Compare(a.Name, b.Name) })
}

// published is the result of a job that had nothing to make.
func (r *run) published() (*Result, error) {
	m := r.current.Manifest
	var findings []tidy.Finding
	if err := json.Unmarshal(m.Findings, &findings); err != nil {
		return nil, &PublishError{errors.Join(publish.ErrManifest, err)}
	}
	return &Result{
		Checked: Checked{r.data.Area, r.period, findings}, Release: publish.Release{Dir: r.current.Dir, Manifest: m}, Unchanged: true,
	}, nil
}
