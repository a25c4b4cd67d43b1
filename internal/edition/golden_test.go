package edition

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"nianbao/internal/dataset"
	"nianbao/internal/golden"
	"nianbao/internal/stat"
	"nianbao/internal/town"
)

// TestGolden shows the content of the example area's four editions of a year and of the county's, without words.
func TestGolden(t *testing.T) {
	for name, of := range map[string]struct {
		area   string
		period stat.Period
	}{
		"example-2024-q1": {"example", stat.Through(2024, 3)}, "example-2024-h1": {"example", stat.Through(2024, 6)},
		"example-2024-q3": {"example", stat.Through(2024, 9)}, "example": {"example", stat.Through(2024, 12)},
		"tongjian": {"tongjian", stat.Period{Year: 2022}},
	} {
		d, _, err := dataset.Load(os.DirFS("../../config/areas"), of.area)
		if err != nil {
			t.Fatal(err)
		}
		e, err := Build(d, of.period, Options{
			Langs: []stat.Lang{stat.Hans, stat.En}, Sections: town.Sections(), Release: stat.Date{Year: 2025, Month: 1, Day: 31}, Draft: true,
		})
		if err != nil {
			t.Fatal(err)
		}
		p := page{e: e}
		p.frame()
		p.chapters()
		p.lists()
		p.history()
		p.progress()
		p.revisions()
		golden.Check(t, name, p.String())
	}
}

// page writes an edition as readable text.
type page struct {
	strings.Builder
	e *Edition
}

func (p *page) line(format string, args ...any) { fmt.Fprintf(p, format+"\n", args...) }

func (p *page) text(t stat.Text) string { return t.Hans + " / " + t.En }

// fact returns the identifier of a fact, its exact figure, its status and its marks.
func (p *page) fact(f *stat.Fact) string {
	if f == nil {
		return "-"
	}
	value := "missing"
	if f.Status.HasValue() {
		value = f.Quantity.Number()
	}
	s := fmt.Sprintf("%s = %s ×10^%d %s (%s)", f.ID, value, f.Quantity.Mult, f.Quantity.Unit, f.Status)
	for _, n := range p.e.Marks(f) {
		s += fmt.Sprintf(" [%d]", n)
	}
	return s
}

func (p *page) say(theme string) {
	for _, s := range p.e.Sentences(theme) {
		p.line("  sentence %s", s.ID)
	}
}

func (p *page) frame() {
	e := p.e
	p.line("area %s: %s, in %s; sample %v", e.Area.Code, p.text(e.Area.Name), p.text(e.Area.Within), e.Area.Sample)
	p.line("period %s, released %s, draft %v, issued by %s", e.Period, e.Release, e.Draft, p.text(e.Issuer))
	p.line("languages %v, sections %v", e.Langs, e.Sections)
	p.line("\nheadlines")
	for _, r := range e.Headlines {
		p.line("  %s: %s", r.Indicator.Code, strings.Join(ids(r.Facts()), ", "))
	}
	p.line("\nsummary")
	p.say("summary")
}

func (p *page) chapters() {
	for _, theme := range p.e.Themes {
		p.line("\ntheme %s: %s", theme.Code, p.text(theme.Name))
		p.say(theme.Code)
		for _, r := range theme.Rows {
			p.line("  row %s %s: %s", r.Indicator.Code, r.Period, p.text(r.Indicator.Name))
			for _, f := range r.Facts() {
				p.line("    %s", p.fact(f))
			}
		}
	}
}

func (p *page) lists() {
	e := p.e
	p.line("\nrankings: %d, recognitions: %d, initiatives: %d, findings: %d", len(e.Rankings), len(e.Recognitions), len(e.Initiatives), len(e.Findings))
	p.line("\nprojects")
	p.say("projects")
	for _, project := range e.Projects {
		p.line("  %s, %s: %s", project.Code, project.Status, p.text(project.Name))
	}
	p.line("\nmilestones")
	for _, m := range e.Milestones {
		p.line("  %s %s %s, new %v", m.Date, m.Project.Code, m.Step, m.New)
	}
	p.line("\ntargets")
	p.say("targets")
	for _, target := range e.Targets {
		p.line("  %s %s", target.Fact.Target.Operator, p.fact(target.Fact))
		p.line("    from %s, grown by %s", p.fact(target.Baseline), p.fact(target.Growth))
		if target.Implied != nil {
			p.line("    implies %s ×10^%d %s", target.Implied.Number(), target.Implied.Mult, target.Implied.Unit)
		} else {
			p.line("    implies nothing: %s", target.WhyNot)
		}
	}
	p.line("\nnotes")
	for _, n := range e.Notes {
		p.line("  [%d] %s: %s %s", n.Number, n.Kind, n.Indicator.Code, p.fact(n.Fact))
	}
	p.line("\nconventions")
	for _, c := range e.Conventions() {
		p.line("  %s %s %s", c.Code, strings.Join(ids(c.Real), ", "), c.Status)
	}
}

// values returns the figures of a series, with - for unknown ones.
func values(facts []*stat.Fact) string {
	var out []string
	for _, f := range facts {
		switch {
		case f == nil:
			out = append(out, "-")
		case !f.Status.HasValue():
			out = append(out, string(f.Status))
		default:
			out = append(out, f.Quantity.Number())
		}
	}
	return strings.Join(out, " ")
}

func quantity(q *stat.Quantity) string {
	if q == nil {
		return "-"
	}
	return fmt.Sprintf("%s ×10^%d %s", q.Number(), q.Mult, q.Unit)
}

func (p *page) history() {
	e := p.e
	p.line("\nhistory since %s, periods %v, years %v", e.Since, e.Periods, e.Years)
	for _, t := range e.Trends {
		p.line("  %s: growth %s; values %s; years %s", t.Indicator.Code, values(t.Growth), values(t.Values), values(t.Years))
	}
	for _, r := range e.Rankings {
		moved, ok := r.Moved()
		p.line("  rank %s: %s then, %s now, moved %d %v", r.Indicator.Code, values(r.Earlier), values([]*stat.Fact{r.Fact}), moved, ok)
	}
}

func (p *page) progress() {
	tally := p.e.Tally()
	p.line("\nprogress: %d targets, %d judged, %v", tally.Total(), tally.Judged(), tally.By)
	for _, g := range p.e.Progress {
		p.line("  %s: %s %s", g.Fact.ID, g.Standing, g.Why)
		p.line("    by %s: done %s, reach %s of pace %s, gap %s", g.Yardstick, p.fact(g.Done), quantity(g.Reach), g.Pace.Number(), quantity(g.Gap))
		p.line("    left %s, growth needed %s %s", quantity(g.Left), quantity(g.Needed), g.NoNeed)
	}
}

func (p *page) revisions() {
	p.line("\nrevisions")
	for _, r := range p.e.Revisions {
		p.line("  %s: %s (%s) -> %s (%s), change %s, given in %s release %d, revised in %s", r.Fact.ID,
			r.Old.Quantity.Number(), r.Old.Status, r.New.Quantity.Number(), r.New.Status, quantity(r.Change), r.Given, r.Release, r.Revised)
	}
}
