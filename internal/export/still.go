package export

import (
	"context"
	"encoding/json"
	"slices"

	"nianbao/internal/dataset"
	"nianbao/internal/file"
	"nianbao/internal/message"
	"nianbao/internal/publish"
	"nianbao/internal/schedule"
	"nianbao/internal/stat"
	"nianbao/internal/tidy"
)

// look is what is known of an area before anything is done about it.
type look struct {
	area  string
	plan  schedule.Schedule       // the area's own
	has   []stat.Period           // of which there are data
	still map[stat.Period]*Result // editions that are published as they would be
	all   []publish.Digest        // of the data files, sorted by name
	err   error                   // why the area cannot be looked at
}

// look finds out what is owed of an area and published already.
func (r *dueRun) look(ctx context.Context, area string) (l look) {
	l = look{area: area, still: map[stat.Period]*Result{}}
	defer message.Caught(&l.err)
	folder := file.Dir(ctx, r.Config.AreasDir)
	l.plan = r.schedule.Of(dataset.Schedule(folder, area))
	if l.has, l.err = dataset.Periods(folder, area); l.err != nil || r.Store != nil {
		return l
	}
	terms := l.plan.Owed(r.Now, l.has)
	if len(terms) == 0 {
		return l
	}
	if l.all = r.inputs(ctx, area); l.all == nil {
		return l // exporting tells of it
	}
	for _, term := range terms {
		if slices.Contains(l.has, term.Period) {
			l.still[term.Period] = r.unchanged(ctx, area, term.Period, l.all)
		}
	}
	return l
}

// inputs are the digests of an area's data files, sorted by name; nil if they cannot be read.
func (r *dueRun) inputs(ctx context.Context, area string) []publish.Digest {
	inputs, err := dataset.Inputs(file.Dir(ctx, r.Config.AreasDir), area)
	if err != nil {
		return nil
	}
	return sorted(digests(area, inputs))
}

// same remembers that an edition says what other data files say now, as long as these have not changed since it was looked at.
func (r *dueRun) same(ctx context.Context, l look, o Owed) {
	if o.Outcome == Unchanged && l.all != nil && slices.Equal(l.all, r.inputs(ctx, l.area)) {
		r.seen.Same(r.Config.Output.EditionDir(l.area, o.Period.String()), o.Result.Release.Manifest, l.all)
	}
}

// unchanged is the result for an edition that is published, whole, and made from the very files that are there now. It
// says the same, whatever made it, so the data need not be understood to know it. It is nil for any other.
func (r *dueRun) unchanged(ctx context.Context, area string, period stat.Period, inputs []publish.Digest) *Result {
	dir := r.Config.Output.EditionDir(area, period.String())
	m, ok := r.seen.MadeFrom(ctx, dir, inputs)
	if !ok || m.Draft() || m.Area != area || m.Period != period.String() {
		return nil
	}
	var findings []tidy.Finding
	if json.Unmarshal(m.Findings, &findings) != nil {
		return nil
	}
	return &Result{
		Checked: Checked{Area: stat.Area{Code: area}, Period: period, Findings: findings},
		Release: publish.Release{Dir: dir, Manifest: m}, Unchanged: true,
	}
}
