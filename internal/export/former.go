package export

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"nianbao/internal/edition"
	"nianbao/internal/publish"
	"nianbao/internal/stat"
	"nianbao/internal/tidy"
)

// standing is what is published of the edition already, and which release comes next.
type standing struct {
	earlier    []publish.Past // releases of lower numbers whose manifests can be read, oldest first
	current    *publish.Past  // the published one; nil if there is none
	whole      bool           // current is as it was published
	damaged    bool           // there is one, and its manifest cannot be read
	number     int            // of the release that is made
	supersedes string
	content    string // digest of what the edition says
	unchanged  bool   // nothing is made: current is what would be
}

// lookBack mends what runs that died have left, and finds out what is published. There is nothing to make where that is
// whole and was made from the same files, with the same configuration and program.
func (r *run) lookBack(ctx context.Context) error {
	past, err := r.shelf.Releases(ctx)
	if err != nil {
		return &PublishError{err}
	}
	r.number = 1
	for i, p := range past {
		switch {
		case p.Current && errors.Is(p.Err, publish.ErrDamaged):
			r.damaged = true
			continue // its number is the one after the last that is kept
		case p.Current && p.Err != nil:
			return &PublishError{fmt.Errorf("%s: %w", p.Dir, p.Err)}
		case p.Current:
			r.current = &past[i]
		case p.Err == nil:
			r.earlier = append(r.earlier, p)
		}
		r.number = p.Number + 1
	}
	if r.current == nil {
		return nil
	}
	m := r.current.Manifest
	if r.whole, err = r.shelf.Whole(ctx, m); err != nil {
		return &PublishError{err}
	}
	if slices.Equal(m.Inputs, sorted(r.inputs)) {
		r.content = m.Content
		r.unchanged = r.whole && (r.News || m.Release == r.manifest().ReleaseDigest())
	}
	return nil
}

// follow decides which release is made, now that it is known what the edition says: none if the published one says the
// same and is whole, its own again if it is damaged, else the next.
func (r *run) follow(context.Context) error {
	r.content = r.contentDigest()
	if r.current != nil && r.current.Manifest.Release == r.manifest().ReleaseDigest() {
		r.number, r.supersedes, r.unchanged = r.current.Number, r.current.Manifest.Supersedes, r.whole
		return nil
	}
	if r.current != nil {
		r.earlier = append(r.earlier, *r.current)
	}
	if len(r.earlier) > 0 {
		r.supersedes = r.earlier[len(r.earlier)-1].Manifest.Release
	}
	r.compare()
	return nil
}

// contentDigest is the SHA-256 over what the edition says, and the fonts that it is said in, if they are the site's own.
func (r *run) contentDigest() string {
	sum := sha256.New()
	fmt.Fprintln(sum, r.edition.Digest())
	for _, in := range r.fontFiles {
		fmt.Fprintln(sum, in.Name, in.SHA256)
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// compare ends the job if only news make a release, and the edition that was built has none.
func (r *run) compare() {
	if !r.News || !r.whole {
		return
	}
	now := r.manifest()
	now.Figures, now.Texts = r.figures(), r.texts()
	d := publish.Compare(r.current.Manifest, now)
	// A file of a later period that knows one more figure of the past is no news about this one.
	d.Figures = slices.DeleteFunc(d.Figures, func(c publish.Change[publish.Figure]) bool { return c.Old == nil && r.edition.Late(c.Key) })
	r.unchanged = len(d.Figures)+len(d.Texts) == 0
}

// sorted gives inputs in the order of a manifest.
func sorted(inputs []publish.Digest) []publish.Digest {
	return slices.SortedStableFunc(slices.Values(inputs), func(a, b publish.Digest) int { return cmp.Compare(a.Name, b.Name) })
}

// figures are those of the edition, as its manifest lists them.
func (r *run) figures() []publish.Figure {
	var list []publish.Figure
	seen := map[string]bool{}
	for _, f := range r.edition.Facts {
		if seen[f.ID] {
			continue
		}
		seen[f.ID] = true
		one := publish.Figure{
			ID: f.ID, Mult: f.Quantity.Mult, Unit: f.Quantity.Unit, Status: string(f.Status), Qualifier: string(f.Qualifier),
		}
		if f.Status.HasValue() {
			one.Value = f.Quantity.Number()
		}
		if f.Target != nil {
			one.Operator = string(f.Target.Operator)
		}
		list = append(list, one)
	}
	return list
}

// texts are the sentences of the period, as its manifest lists them.
func (r *run) texts() []publish.Text {
	data, ok := r.data.Data(r.period)
	if !ok {
		return nil
	}
	var list []publish.Text
	for _, s := range data.Sentences {
		one := publish.Text{ID: s.ID, Text: map[string]string{}}
		for _, l := range r.langs {
			one.Text[string(l)] = s.Text.In(l)
		}
		list = append(list, one)
	}
	return list
}

// former are the earlier releases, as their manifests give them.
func (r *run) former() ([]edition.Former, error) {
	var list []edition.Former
	for _, p := range r.earlier {
		date, err := stat.ParseDate(p.Manifest.ReleaseDate)
		if err != nil && p.Manifest.ReleaseDate != "" {
			return nil, fmt.Errorf("%s: %s: %w", p.Dir, publish.ManifestName, err)
		}
		one := edition.Former{Number: p.Number, Date: date}
		for _, f := range p.Manifest.Figures {
			figure, err := readFigure(f)
			if err != nil {
				return nil, fmt.Errorf("%s: %s: %s: %w", p.Dir, publish.ManifestName, f.ID, err)
			}
			one.Figures = append(one.Figures, edition.FormerFigure{Fact: f.ID, Figure: figure, Operator: stat.Operator(f.Operator)})
		}
		list = append(list, one)
	}
	return list, nil
}

func readFigure(f publish.Figure) (stat.Figure, error) {
	status := stat.Status(f.Status)
	if !slices.Contains(stat.Statuses(), status) {
		return stat.Figure{}, fmt.Errorf("unknown status %q", f.Status)
	}
	figure := stat.Figure{
		Quantity: stat.Quantity{Mult: f.Mult, Unit: f.Unit}, Status: status, Qualifier: stat.Qualifier(f.Qualifier),
	}
	if !status.HasValue() {
		return figure, nil
	}
	value, err := decimal.NewFromString(f.Value)
	figure.Quantity.Value = value
	return figure, err
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
