package dataset

import (
	"slices"
	"strings"

	"nianbao/internal/stat"
)

// projectsFile binds projects.yaml.
func (b *binder) projectsFile() {
	in := b.dir.projects.Projects
	b.projects = b.registry("project", projectsName, len(in))
	b.works = make(map[string]*stat.Project, len(in))
	for _, e := range in {
		b.define(b.projects, e.Key, e.At)
		b.distinct(e.Key, e.At, b.indicators)
		if e.Value != nil {
			b.works[e.Key] = b.project(e)
		}
	}
}

func (b *binder) project(e entry[*projectFile]) *stat.Project {
	in := e.Value
	b.resolve(b.themes, in.Theme, in.on("theme"))
	p := &stat.Project{
		Code: e.Key, Name: in.Name.text(), Theme: in.Theme,
		Provenance: b.provenance(in.From, ""), Place: e.At,
	}
	for _, one := range in.Partners {
		p.Partners = append(p.Partners, stat.Partner{Name: one.Name.text(), Role: one.Role.text()})
	}
	for _, m := range in.Milestones {
		if m.Value != nil {
			p.Milestones = append(p.Milestones, b.milestone(m))
		}
	}
	return p
}

func (b *binder) milestone(e entry[*milestoneFile]) stat.Milestone {
	in := e.Value
	if !stat.IsName(e.Key) {
		b.add(e.At, "milestone code %q: want lower-case letters, digits, dashes and underscores, a letter first", clip(e.Key))
	}
	step := in.Step
	if step == "" {
		step = stat.Step(e.Key)
		if !slices.Contains(stat.Steps(), step) && !in.broken {
			b.add(e.At, "key \"step\" is missing, and %q is no step%s", clip(e.Key), b.instead(e.Key, codes(stat.Steps())))
		}
	}
	return stat.Milestone{
		Code: e.Key, Step: step, Date: in.Date, Text: in.Text.text(),
		Provenance: b.provenance(in.From, ""), Place: e.At,
	}
}

// provenance reads the places that print a figure: "3" is a reference in the source usual is the code of,
// "other/3" one in another source. Without any, the figure is from the usual source as a whole, if there is one.
func (b *binder) provenance(list ordered[printed], usual string) []stat.Provenance {
	if len(list) == 0 {
		if usual == "" {
			return nil
		}
		return []stat.Provenance{{Source: usual}}
	}
	from := make([]stat.Provenance, 0, len(list))
	for _, e := range list {
		source, ref, named := strings.Cut(e.Key, "/")
		switch {
		case named:
			b.resolve(b.sources, source, e.At)
		case b.sources.has(e.Key):
			b.add(e.At, "names a source without a reference: write %s/… with what stands there", e.Key)
		case usual == "":
			b.add(e.At, "reference %q names no source, and the file has none: write source/%s", clip(e.Key), clip(e.Key))
		default:
			source, ref = usual, e.Key
		}
		if named && (source == "" || ref == "") {
			b.add(e.At, "reference %q: want source/reference", clip(e.Key))
		}
		from = append(from, stat.Provenance{Source: source, Ref: ref, Printed: printable.Replace(string(e.Value))})
	}
	return from
}

// printable writes a sign that no font of the program has as package locale words it.
var printable = strings.NewReplacer("‱", "/万")
