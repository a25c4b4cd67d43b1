package export

import (
	"context"
	"errors"
	"slices"

	"nianbao/internal/canonjson"
	"nianbao/internal/dataset"
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/message"
	"nianbao/internal/publish"
	"nianbao/internal/stat"
)

// Loaded is an area's data that were read before. They are not changed.
type Loaded struct {
	Data   *stat.Dataset
	Inputs []dataset.Input
}

// Previewed is an edition as it would be published now.
type Previewed struct {
	Checked
	Files     []publish.File
	Name      string             // of the release, as r2 or r1.2; "" for a draft
	Digest    string             // of what the edition says
	Current   *publish.Past      // what is published now; nil if nothing is
	Changes   publish.Difference // against that
	Unchanged bool               // the same is published already
	Loss      *LossError         // what publishing would remove; nil if nothing
}

// Preview makes an edition in memory and compares it with what is published. It writes nothing, and takes no lock. An edition
// whose checks find errors is made too, if that is possible.
func Preview(ctx context.Context, job Job) (p *Previewed, err error) {
	defer message.Caught(&err)
	r := &run{Job: job}
	if err := r.runSteps(ctx, step{"load", r.load}); err != nil {
		return nil, err
	}
	r.releaseStore = onlooker{r.dirOrStore()}
	p = &Previewed{}
	steps := []step{
		{"look back", r.lookBack}, {"words", r.word}, {"fonts", r.loadFonts}, {"check", r.check}, {"build", r.buildEdition},
	}
	if err := r.runSteps(ctx, steps...); err != nil {
		return nil, err
	}
	r.unchanged = false // nothing is left out of what is looked at
	if err := r.follow(ctx); err != nil {
		if !errors.As(err, &p.Loss) {
			return nil, err
		}
		r.Replace = true
		if err := r.follow(ctx); err != nil {
			return nil, err
		}
	}
	p.Unchanged = r.unchanged
	if p.Current = r.current; p.Current != nil {
		if p.Changes, err = publish.Compare(p.Current.Manifest, r.manifest()); err != nil {
			return nil, err
		}
	}
	if r.Highlight {
		r.highlighted = newIDs(p.Changes)
	}
	if err := r.runSteps(ctx, step{"revise", r.revise}, step{"render", r.render}); err != nil {
		return nil, err
	}
	p.Checked, p.Files, p.Digest = r.checked(), r.files, canonjson.Digest(r.content)
	if !r.draft() {
		p.Name = publish.Name(r.number, r.build)
	}
	return p, nil
}

// newIDs are the IDs of the figures and sentences that are new or others than before.
func newIDs(d publish.Difference) map[string]bool {
	ids := map[string]bool{}
	for _, c := range d.Figures {
		if c.New != nil {
			ids[c.Key] = true
		}
	}
	for _, c := range d.Texts {
		if c.New != nil {
			ids[c.Key] = true
		}
	}
	return ids
}

// Digest is the digest of what an edition would say, which its release would have. The checks must not find errors.
func Digest(ctx context.Context, job Job) (string, error) {
	r := &run{Job: job}
	steps := []step{{"load", r.load}, {"words", r.word}, {"fonts", r.loadFonts}, {"check", r.check}, {"hold errors", r.refuse}, {"build", r.buildEdition}}
	if err := r.runSteps(ctx, steps...); err != nil {
		return "", err
	}
	content, err := canonjson.Marshal(r.edition.Content())
	return canonjson.Digest(content), err
}

// onlooker is a release store of which nothing is changed or read in full.
type onlooker struct{ ReleaseStore }

func (o onlooker) Releases(ctx context.Context) ([]publish.Past, error) {
	if dir, ok := o.ReleaseStore.(dirStore); ok {
		return publish.Releases(dir.dir)
	}
	return o.ReleaseStore.Releases(ctx)
}

func (o onlooker) Whole(context.Context, publish.Manifest) (bool, error) { return true, nil }

func (o onlooker) Publish(context.Context, publish.Manifest, []publish.File) (publish.Release, error) {
	return publish.Release{}, errors.ErrUnsupported
}

// read reads the area's data, unless they were read before. Words in Traditional Chinese are added to data, so those that others
// use too are read again for it.
func (r *run) read(ctx context.Context) (*stat.Dataset, []dataset.Input, error) {
	if l := r.Loaded; l != nil && !slices.Contains(r.Config.Languages, string(stat.Hant)) {
		return l.Data, l.Inputs, nil
	} else if l != nil {
		data, err := dataset.Parse(l.Inputs, l.Data.Area.Code)
		return data, l.Inputs, err
	}
	folder, err := OpenAreas(ctx, r.Config.AreasDir)
	if err != nil {
		return nil, nil, err
	}
	area, err := r.area(folder)
	if err != nil {
		return nil, nil, err
	}
	return dataset.Load(folder, area)
}

// Build builds an edition, and words of its languages, in order. It writes nothing, and does not look at what is published.
func Build(ctx context.Context, job Job) (*edition.Edition, []*locale.Words, error) {
	r := &run{Job: job}
	err := r.runSteps(ctx, step{"load", r.load}, step{"words", r.word}, step{"build", r.buildEdition})
	if err != nil {
		return nil, nil, err
	}
	return r.edition, r.editionWords(), nil
}
