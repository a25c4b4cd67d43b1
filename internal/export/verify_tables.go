package export

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/config"
	"nianbao/internal/publish"
	"nianbao/internal/stat"
	"nianbao/internal/tidy"
)

// name is what the release calls its file of a kind, after the pattern its manifest tells.
func (c *comparison) name(kind string) string {
	var out config.Output
	for _, s := range c.Manifest.Configuration {
		if s.Key == "output.name" {
			out.Name = s.Value
		}
	}
	return out.FileName(c.Manifest.Area, c.Manifest.Period, kind)
}

// tables compares the CSV files beside the data, then what the data package says of them all.
func (c *comparison) tables() error {
	if err := c.file(config.History, c.history); err != nil {
		return err
	}
	for _, kind := range config.KindsOf(config.CSV)[1:] {
		if kind == config.History {
			continue
		}
		compare := func(data []byte) error { return c.table(kind, data) }
		if kind == config.DataPackage {
			compare = c.dataPackage
		}
		if err := c.file(kind, compare); err != nil {
			return err
		}
	}
	return nil
}

// table holds the figures of a table against the data: each must be that of its fact, and none of the facts that
// the table is about may be missing.
func (c *comparison) table(kind string, data []byte) error {
	t, err := tidy.ReadTable(kind, data)
	if err != nil {
		return err
	}
	figures, err := t.Figures()
	if err != nil {
		return err
	}
	want, shown, err := c.facts()
	if err != nil {
		return err
	}
	for _, f := range figures {
		fact, ok := want[f.Fact]
		delete(shown, f.Fact)
		if !ok {
			c.disagree("%s: no such fact, named for %s", f.Fact, f.Column)
		} else if (f.Value == "") != (fact.Value == "") || !f.Base.Equal(fact.Base) {
			c.disagree("%s: %s is %q, and the fact is %q", f.Fact, f.Column, f.Value, fact.Value)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(shown)) {
		if shown[id] == kind && !c.past[id] {
			c.disagree("%s: it is not shown", id)
		}
	}
	if c.doc == nil {
		return nil
	}
	switch kind {
	case config.Milestones:
		c.milestones(t)
	case config.Progress:
		c.progress(t)
	case config.Revisions:
		c.revisions(t)
	}
	return nil
}

// history notes the facts that stand in the table of earlier periods, and need not stand in another.
func (c *comparison) history(data []byte) error {
	t, err := tidy.ReadTable(config.History, data)
	if err != nil {
		return err
	}
	c.past = map[string]bool{}
	for i := range t.Rows {
		c.past[t.Cell(i, "fact_id")] = true
	}
	return c.table(config.History, data)
}

// progress is worked out and no fact, so that it is held against that of the JSON.
func (c *comparison) progress(t tidy.Table) {
	if len(t.Rows) != len(c.doc.Progress) {
		c.disagree("%d targets, want %d", len(t.Rows), len(c.doc.Progress))
		return
	}
	for i, p := range c.doc.Progress {
		for column, want := range map[string]string{
			"fact_id": p.Fact, "done_fact": p.Done, "standing": p.Standing, "share_done": optional(p.Reach),
			"share_of_year": p.Pace.String(), "gap_points": optional(p.Gap), "growth_needed": optional(p.Needed),
		} {
			if got := t.Cell(i, column); got != want {
				c.disagree("row %d: %s is %q, want %q", i+2, column, got, want)
			}
		}
	}
}

// revisions are held against those of the JSON.
func (c *comparison) revisions(t tidy.Table) {
	if len(t.Rows) != len(c.doc.Revisions) {
		c.disagree("%d revisions, want %d", len(t.Rows), len(c.doc.Revisions))
		return
	}
	for i, r := range c.doc.Revisions {
		old, now := cmp.Or(r.Old, &tidy.RevisionFigure{}), cmp.Or(r.New, &tidy.RevisionFigure{})
		for column, want := range map[string]string{
			"fact_id": r.Fact, "revision_kind": r.Kind, "old_value": optional(old.Value), "new_value": optional(now.Value),
			"old_status": old.Status, "new_status": now.Status, "given_in": r.Given, "revised_in": r.Revised,
			"release": released(r.Release), "release_date": r.Date.String(), "new_release": released(r.Later), "new_release_date": r.Brought.String(),
		} {
			if got := t.Cell(i, column); got != want {
				c.disagree("row %d: %s is %q, want %q", i+2, column, got, want)
			}
		}
	}
}

// released is the number of a release; "" for none.
func released(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func optional(n *json.Number) string {
	if n == nil {
		return ""
	}
	return n.String()
}

// milestones have no figures; steps and dates are held against those of the JSON.
func (c *comparison) milestones(t tidy.Table) {
	if len(t.Rows) != len(c.doc.Milestones) {
		c.disagree("%d milestones, want %d", len(t.Rows), len(c.doc.Milestones))
		return
	}
	for i, m := range c.doc.Milestones {
		id := m.Project + "." + m.Code
		if t.Cell(i, "milestone_id") != id || t.Cell(i, "step") != m.Step || t.Cell(i, "date_known") != m.Date.String() {
			c.disagree("row %d is not milestone %s, %s, %s", i+2, id, m.Step, m.Date)
		}
	}
}

// facts gives the figures everything is held against by fact, and for each preferred figure of an indicator the
// table it must be in. Figures of projects have columns for amounts of money only.
func (c *comparison) facts() (figures map[string]tidy.Figure, shown map[string]string, err error) {
	t := tidy.DataTable(c.rows)
	list, err := t.Figures()
	if err != nil {
		return nil, nil, err
	}
	figures, shown = map[string]tidy.Figure{}, map[string]string{}
	for i, f := range list {
		figures[f.Fact] = f
		switch m := stat.Measure(t.Cell(i, "measure")); {
		case t.Cell(i, "variant_of") != "" || strings.Contains(t.Cell(i, "indicator"), "."):
		case m.Target():
			shown[f.Fact] = config.Targets
		case m == stat.Rank:
			shown[f.Fact] = config.Rankings
		default:
			shown[f.Fact] = config.Indicators
		}
	}
	return figures, shown, nil
}

// dataPackage holds what the data package says of the tables against the manifest and against their headers.
func (c *comparison) dataPackage(data []byte) error {
	p, err := tidy.ReadDataPackage(data)
	if err != nil {
		return err
	}
	want := 0
	for _, kind := range config.KindsOf(config.CSV) {
		name := c.name(kind)
		if kind != config.DataPackage && slices.ContainsFunc(c.Manifest.Outputs, func(d publish.Digest) bool { return d.Name == name }) {
			want++
		}
	}
	if len(p.Resources) != want {
		c.disagree("%d tables, want %d", len(p.Resources), want)
	}
	for _, r := range p.Resources {
		i := slices.IndexFunc(c.Manifest.Outputs, func(d publish.Digest) bool { return d.Name == r.Path })
		if i < 0 {
			c.disagree("the release has no file %q", r.Path)
			continue
		}
		if d := c.Manifest.Outputs[i]; r.Bytes != d.Bytes || r.Hash != "sha256:"+d.SHA256 {
			c.disagree("size or digest of %q is not that of the manifest", r.Path)
		}
		if !slices.Equal(r.Schema.Names(), tidy.Columns(r.Name)) {
			c.disagree("the columns of %q are not those of its table", r.Path)
		}
	}
	return nil
}

func (c *comparison) disagree(format string, args ...any) {
	c.Disagrees = append(c.Disagrees, fmt.Sprintf(format, args...))
}
