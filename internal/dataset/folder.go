package dataset

import (
	"slices"
	"strings"

	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// areaFolder holds the decoded files of one area.
type areaFolder struct {
	area       areaFile
	indicators indicatorsFile
	projects   projectsFile
	standing   sentencesFile
	periods    []period
	partial    map[string]bool // files of which not all codes were understood, so that an unknown one proves nothing
	faulty     map[string]bool // files with any fault of form
	present    map[string]bool // every YAML file there is
}

// period holds the two files of one period.
type period struct {
	name   string // of the file
	period stat.Period
	file   periodFile
	text   sentencesFile
}

// decodeAll decodes every file by its name; names that stand for nothing are faults.
func decodeAll(inputs []Input, f *faults) *areaFolder {
	d := &decoder{faults: f}
	dir := &areaFolder{partial: map[string]bool{}, faulty: map[string]bool{}, present: map[string]bool{}}
	texts, files := map[stat.Period]Input{}, map[fileKey]string{}
	for _, in := range inputs {
		dir.present[in.Name] = true
		if in.Data == nil { // too large, and reported
			dir.partial[in.Name], dir.faulty[in.Name] = true, true
			if p, kind := periodName(in.Name); kind == figures {
				files[fileKey{p, kind}] = in.Name
			}
			continue
		}
		if into := dir.fixed(in.Name); into != nil {
			dir.decode(d, in, into)
			continue
		}
		p, kind := periodName(in.Name)
		switch kind {
		case figures:
			one := period{name: in.Name, period: p}
			dir.decode(d, in, &one.file)
			if f.single(in.Name, files, p, kind) {
				dir.periods = append(dir.periods, one)
			}
		case sentences:
			if f.single(in.Name, files, p, kind) {
				texts[p] = in
			}
		default:
			f.add(stat.Place{File: in.Name}, "unknown file%s", misnamed(in.Name))
		}
	}
	slices.SortFunc(dir.periods, func(a, b period) int { return a.period.Compare(b.period) })
	dir.attach(texts, files, d)
	return dir
}

// decode decodes a file, and notes whether faults hide codes that it declares. A fault inside of an entry does
// not: the entry's code is known.
func (dir *areaFolder) decode(d *decoder, in Input, into any) {
	before, met := len(d.list), d.met
	d.decode(in, into)
	if d.met > met && d.full() { // not all of them are kept
		dir.faulty[in.Name], dir.partial[in.Name] = true, true
	}
	for _, e := range d.list[before:] {
		dir.faulty[in.Name] = true
		if !strings.Contains(e.Place.Path, ".") {
			dir.partial[in.Name] = true
		}
	}
}

// fixed is where a file of a fixed name is decoded into, or nil.
func (dir *areaFolder) fixed(name string) any {
	switch name {
	case areaName:
		return &dir.area
	case indicatorsName:
		return &dir.indicators
	case projectsName:
		return &dir.projects
	case textName:
		return &dir.standing
	default:
		return nil
	}
}

// attach decodes the sentences of each period, of which there are files.
func (dir *areaFolder) attach(texts map[stat.Period]Input, files map[fileKey]string, d *decoder) {
	for i := range dir.periods {
		p := &dir.periods[i]
		if in, ok := texts[p.period]; ok {
			dir.decode(d, in, &p.text)
			delete(texts, p.period)
		}
	}
	for p, in := range texts {
		if files[fileKey{p, figures}] == "" {
			d.add(stat.Place{File: in.Name}, "there is no %s.yaml that these sentences could be about", p)
		}
	}
}

type fileKind int

const (
	unknown fileKind = iota
	figures
	sentences
)

// fileKey is what a period has one file of.
type fileKey struct {
	period stat.Period
	kind   fileKind
}

// single reports whether a file is the only one of its kind for its period, and a fault if it is not.
func (f *faults) single(name string, files map[fileKey]string, p stat.Period, kind fileKind) bool {
	key := fileKey{p, kind}
	if first, taken := files[key]; taken {
		f.add(stat.Place{File: name}, "is of the same period as %s, %s: keep one of the two", first, p)
		return false
	}
	files[key] = name
	return true
}

// periodName reads the name of a period's file, in any spelling of the period.
func periodName(name string) (stat.Period, fileKind) {
	stem, isYAML := strings.CutSuffix(name, ".yaml")
	stem, isText := strings.CutSuffix(stem, ".text")
	p, err := stat.ParsePeriod(stem)
	switch {
	case !isYAML || err != nil:
		return stat.Period{}, unknown
	case isText:
		return p, sentences
	default:
		return p, figures
	}
}

func misnamed(name string) *message.Text {
	known := []string{areaName, indicatorsName, projectsName, textName}
	stem, isYML := strings.CutSuffix(name, ".yml")
	_, kind := periodName(stem + ".yaml")
	switch {
	case isYML && (kind != unknown || slices.Contains(known, stem+".yaml")):
		return message.Of("; did you mean %q?", stem+".yaml")
	case nearest(name, known) != "":
		return message.Of("; did you mean %q?", nearest(name, known))
	default:
		return message.Of("; known: %s, <period>.yaml and <period>.text.yaml, where a period is as 2023, 2024-H1, 2024-Q3 or 2024-05", strings.Join(known, ", "))
	}
}
