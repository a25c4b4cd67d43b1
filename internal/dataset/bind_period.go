package dataset

import (
	"cmp"
	"slices"
	"strings"

	"nianbao/internal/stat"
)

// periodBinder binds the files of one period.
type periodBinder struct {
	*binder
	in           *period
	out          *stat.PeriodData
	projectCodes *registry // those in this period's edition
	recognitions *registry
	initiatives  *registry
	milestones   map[string]bool // "project.milestone" of this period's projects

	own map[string]stat.Place // facts of this file by ID
}

func newPeriodBinder(b *binder, in *period) *periodBinder {
	return &periodBinder{
		binder: b, in: in, out: &stat.PeriodData{Period: in.period, Place: in.file.at},
		projectCodes: b.registry("project", in.name, len(in.file.Projects)),
		recognitions: b.registry("recognition", in.name, len(in.file.Recognitions)),
		initiatives:  b.registry("initiative", in.name, len(in.file.Initiatives)),
		milestones:   map[string]bool{},
		own:          map[string]stat.Place{},
	}
}

func (p *periodBinder) bind() {
	file := &p.in.file
	if !file.Period.IsZero() && file.Period != p.in.period {
		p.add(file.on("period"), "period %s is not that of the file's name, %s", file.Period, p.in.name)
	}
	p.out.Title = p.title(file.Title, file.on("title"))
	p.resolve(p.sources, file.Source, file.on("source"))
	p.fileStatus()
	p.out.Source, p.out.Status = file.Source, p.usualStatus(p.out.Period)
	p.out.Facts = make([]stat.Fact, 0, file.figures())
	for _, e := range file.Observations {
		p.resolve(p.indicators, e.Key, e.At)
		if e.Value != nil {
			p.observation(e)
		}
	}
	for _, e := range file.Targets {
		p.resolve(p.indicators, e.Key, e.At)
		if e.Value != nil {
			p.targets(e)
		}
	}
	for _, e := range file.Projects {
		p.projectEntry(e)
	}
	for _, e := range file.Recognitions {
		p.recognition(e)
	}
	for _, e := range file.Initiatives {
		p.initiative(e)
	}
}

// source is the source of what names no other. Where the file's could not be read, nothing else is to blame
// for it.
func (p *periodBinder) source() string {
	file := &p.in.file
	if file.Source == "" && file.given("source") {
		return "?"
	}
	return file.Source
}

// fileStatus holds the file's own status against the rules. One that says there is no value can be that of single figures
// only.
func (p *periodBinder) fileStatus() {
	if file := &p.in.file; !file.Status.HasValue() {
		p.add(file.on("status"), "status %s says that there is no value: a file's figures have one; give it to the figures that are missing", file.Status)
	}
}

// usualStatus is the status of a figure of a period that names none: that of the file for the file's own period. What the
// file says of other periods was settled when those were reported, or says itself that it is not.
func (p *periodBinder) usualStatus(of stat.Period) stat.Status {
	if file := &p.in.file; of == p.out.Period && file.Status.HasValue() {
		return cmp.Or(file.Status, stat.Normal)
	}
	return stat.Normal
}

// fact takes up a fact under its ID, which no other of the same file may have. Another file may: a later one
// has the outcome of a forecast, or revises it.
func (p *periodBinder) fact(id string, f stat.Fact, n *node) {
	f.ID, f.Area, f.Place = id, p.ds.Area.Code, n.at
	if n.broken {
		return
	}
	if first, taken := p.own[id]; taken {
		p.add(n.at, "the fact %s is given twice, first at %s", id, first)
		return
	}
	p.own[id] = n.at
	p.facts[id] = known{exists: true, hasValue: f.Status.HasValue() || f.Measure == stat.TargetWords || p.facts[id].hasValue}
	p.out.Facts = append(p.out.Facts, f)
}

// projectEntry joins what projects.yaml says of a project with its state in this period.
func (p *periodBinder) projectEntry(e entry[*projectEntryFile]) {
	p.resolve(p.projects, e.Key, e.At)
	p.projectCodes.add(e.Key, e.At)
	in := e.Value
	if in == nil {
		return
	}
	project := stat.Project{Code: e.Key, Place: e.At}
	if work, ok := p.works[e.Key]; ok {
		project = *work // with its place there, where its name and partners are mended
		project.Partners, project.Milestones = slices.Clone(work.Partners), slices.Clone(work.Milestones)
	}
	project.Status, project.Note = in.Status, in.Note.text()
	for _, m := range project.Milestones {
		p.milestones[e.Key+"."+m.Code] = true
	}
	for _, f := range in.Figures {
		if f.Value != nil {
			project.Figures = append(project.Figures, p.projectFigure(e.Key, f))
		}
	}
	p.out.Projects = append(p.out.Projects, project)
}

// carry takes over the projects of the file before that this file does not name, and the figures of those it names
// without any: within the same year, and into a part of the year after of those that were not finished. A year's own
// file after another year's names all of its own.
func (p *periodBinder) carry(before *periodBinder) {
	last, now := before.out.Period, p.out.Period
	if last.Year != now.Year && (last.Year != now.Year-1 || now.Span == stat.Annual) {
		return
	}
	for _, project := range before.out.Projects {
		if p.projectCodes.has(project.Code) {
			p.carryFigures(&project)
			continue
		}
		if last.Year != now.Year && project.Status.Over() {
			continue
		}
		p.projectCodes.add(project.Code, project.Place)
		for _, m := range project.Milestones {
			p.milestones[project.Code+"."+m.Code] = true
		}
		project.Partners, project.Milestones = slices.Clone(project.Partners), slices.Clone(project.Milestones)
		project.Figures = slices.Clone(project.Figures)
		p.out.Projects = append(p.out.Projects, project)
	}
}

func (p *periodBinder) carryFigures(before *stat.Project) {
	for i := range p.out.Projects {
		if own := &p.out.Projects[i]; own.Code == before.Code && len(own.Figures) == 0 {
			own.Figures = slices.Clone(before.Figures)
		}
	}
}

func (p *periodBinder) recognition(e entry[*recognitionFile]) {
	p.define(p.recognitions, e.Key, e.At)
	p.distinct(e.Key, e.At, p.indicators, p.projects)
	in := e.Value
	if in == nil {
		return
	}
	p.resolve(p.themes, in.Theme, in.on("theme"))
	p.out.Recognitions = append(p.out.Recognitions, stat.Recognition{
		Code: e.Key, Name: in.Name.text(), Holder: in.Holder.text(), Theme: in.Theme, Tier: in.Tier,
		Honour: in.Honour, Date: in.Date, Note: in.Note.text(),
		Provenance: p.provenance(in.From, p.source()), Place: e.At,
	})
}

func (p *periodBinder) initiative(e entry[*initiativeFile]) {
	p.define(p.initiatives, e.Key, e.At)
	p.distinct(e.Key, e.At, p.indicators, p.projects, p.recognitions)
	in := e.Value
	if in == nil {
		return
	}
	p.resolve(p.themes, in.Theme, in.on("theme"))
	p.out.Initiatives = append(p.out.Initiatives, stat.Initiative{
		Code: e.Key, Name: in.Name.text(), Theme: in.Theme, Kind: in.Kind, Date: in.Date, Note: in.Note.text(),
		Provenance: p.provenance(in.From, p.source()), Place: e.At,
	})
}

// baselines points each target to its level or ratio to start from, where the dataset has it: a growth or a change starts
// from the period a year before it is due, a level or ratio is held against the file's own.
func (p *periodBinder) baselines() {
	for i := range p.out.Facts {
		f := &p.out.Facts[i]
		if f.Target == nil || f.Measure == stat.TargetWords {
			continue
		}
		rate := false
		if ind, ok := p.catalogue[f.Target.Indicator]; ok {
			rate = p.ds.Units[ind.Unit].Kind() == stat.RateKind
		}
		for _, m := range f.Baselines(rate) {
			id := stat.Key(f.Target.Indicator, string(m), f.BaselinePeriod(p.out.Period))
			if p.facts[id].exists && (f.Target.Baseline == "" || !p.facts[f.Target.Baseline].hasValue && p.facts[id].hasValue) {
				f.Target.Baseline = id
			}
		}
	}
}

// accepted names the facts of accepted findings in full: a fact without a period is one of this period.
func (p *periodBinder) accepted() {
	list := p.in.file.Accepted
	p.out.Accepted = slices.Grow(p.out.Accepted, len(list))
	for i := range list {
		in := &list[i]
		fact := stat.CanonicalID(in.Fact)
		if full := fact + "@" + p.out.Period.String(); !strings.Contains(fact, "@") && p.facts[full].exists {
			fact = full
		}
		fact = cmp.Or(p.firsts[fact], fact) // findings on a composition name its shares
		p.out.Accepted = append(p.out.Accepted, stat.Acceptance{
			Rule: in.Rule, Fact: fact, Reason: in.Reason.text(), Place: in.at,
		})
	}
}
