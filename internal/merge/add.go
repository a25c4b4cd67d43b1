package merge

import (
	"cmp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"nianbao/internal/catalog"
	"nianbao/internal/message"
	"nianbao/internal/stat"
	"nianbao/internal/yamledit"
)

// addAll adds figures that no file has, one entry after the other, with all new figures of an entry together.
func (p *planner) addAll(added []Change) {
	var order []string
	entries := map[string][]Change{}
	for _, c := range added {
		key := c.File + " " + subject(c.Fact)
		if entries[key] == nil {
			order = append(order, key)
		}
		entries[key] = append(entries[key], c)
	}
	for _, key := range order {
		list := entries[key]
		p.try(list[0], func(c Change) error { return p.addTo(subject(c.Fact), list) })
		p.changes = append(p.changes, list...)
	}
}

// addTo adds figures to the entry of an indicator.
func (p *planner) addTo(code string, list []Change) error {
	if !p.known(code) {
		return message.Errorf("neither the area nor the catalogue has an indicator %q; nianbao catalog WORD finds codes", code)
	}
	file := list[0].File
	f, err := p.open(file)
	if err != nil {
		return err
	}
	if err := p.begin(f, list[0]); err != nil {
		return err
	}
	path := "observations." + code
	own, err := p.figuresOf(f, code)
	if err != nil {
		return err
	}
	for i := range list {
		if list[i].Figure.From == nil {
			list[i].Figure.From = p.silent(file)
		}
		key, text, err := p.piece(list[i])
		if err == nil && f.Has(path+"."+key) {
			err = f.AddElement(path+"."+key, text)
			key = ""
		}
		if err != nil {
			return err
		}
		if key != "" {
			own = append(own, piece{key, text, true})
		}
	}
	return p.put(f, code, own)
}

// put writes the figures of an entry.
func (p *planner) put(f *yamledit.File, code string, own []piece) error {
	path := "observations." + code
	switch {
	case f.Kind(path) == yaml.MappingNode:
		for _, o := range own {
			if !o.added {
				continue
			}
			if err := f.Set(path+"."+o.key, o.text); err != nil {
				return err
			}
		}
		return nil
	case f.Has(path):
		return f.Set(path, p.entry(code, own))
	default:
		return addEntry(f, "observations", code, p.entry(code, own), before(code, f.Keys("observations")))
	}
}

// addEntry adds an entry to a section of a file, behind another one or, for "", at the end. The section is begun if there is none.
func addEntry(f *yamledit.File, section, code, entry, after string) error {
	if f.Has(section) {
		return f.InsertAfter(section, code, entry, after)
	}
	return f.Append(section + ":\n  " + code + ": " + entry + "\n")
}

// begin starts the file of a period that has none.
func (p *planner) begin(f *yamledit.File, c Change) error {
	if f.Has("period") {
		return nil
	}
	text := "period: \"" + c.Edition.String() + "\"\n"
	if source := p.latestSource(c.Edition); source != "" {
		text += "source: " + source + "\n"
		p.begun[c.File] = source
	}
	return f.Append(text)
}

// latestSource is the source of the file before a period, or the area's first.
func (p *planner) latestSource(period stat.Period) string {
	source := ""
	if len(p.before.Area.Sources) > 0 {
		source = p.before.Area.Sources[0].Code
	}
	for _, data := range p.before.Periods {
		if data.Period.Compare(period) < 0 {
			source = cmp.Or(data.Source, source)
		}
	}
	return source
}

// piece is a figure or figures of an entry under their key.
type piece struct {
	key, text string
	added     bool
}

// figuresOf are the figures that an entry in a short form has, as they are written.
func (p *planner) figuresOf(f *yamledit.File, code string) (list []piece, err error) {
	path := "observations." + code
	first, second := p.unit(code).UsualMeasures()
	at := []string{path, ""}
	switch f.Kind(path) {
	case yaml.SequenceNode:
		at = []string{path + "[0]", path + "[1]"}
	case yaml.ScalarNode:
	default:
		return nil, nil
	}
	for i, key := range []stat.Measure{first, second} {
		if !f.Has(at[i]) || at[i] == "" {
			continue
		}
		text, err := f.Source(at[i])
		if err != nil {
			return nil, err
		}
		list = append(list, piece{key: string(key), text: text})
	}
	return list, nil
}

// entry writes an entry: in its short form if it has the usual figures alone.
func (p *planner) entry(code string, own []piece) string {
	first, second := p.unit(code).UsualMeasures()
	keys := []string{string(first), string(second)}
	short := len(own) <= 2
	var texts, pairs []string
	for i, o := range own {
		short = short && o.key == keys[min(i, 1)] && !strings.HasPrefix(o.text, "[") && !strings.Contains(o.text, "basis:")
		texts, pairs = append(texts, o.text), append(pairs, o.key+": "+o.text)
	}
	switch {
	case short && len(own) == 1 && !strings.HasPrefix(own[0].text, "{"):
		return texts[0]
	case short && len(own) == 2:
		return "[" + strings.Join(texts, ", ") + "]"
	default:
		return "{" + strings.Join(pairs, ", ") + "}"
	}
}

func (p *planner) known(code string) bool {
	_, standard := catalog.Get(code)
	_, own := p.before.Indicator(code)
	return standard || own
}

// unit is the unit of an indicator of the area or of the catalogue.
func (p *planner) unit(code string) stat.Unit {
	if ind, ok := p.before.Indicator(code); ok {
		return p.before.Units[ind.Unit]
	}
	if e, ok := catalog.Get(code); ok {
		return catalog.AllUnits()[e.Unit]
	}
	return stat.Unit{}
}

// piece writes a new figure under the key of its measure.
func (p *planner) piece(c Change) (key, text string, err error) {
	if c.Variant > 0 {
		return "", "", message.Errorf("a new variant needs a reason: enter it in the file")
	}
	_, rest, _ := strings.Cut(c.Fact, ".")
	name, _, _ := strings.Cut(rest, "@")
	measure, sort, _ := strings.Cut(name, "-")
	switch stat.Measure(measure) {
	case stat.Level, stat.ScoreValue, stat.Ratio, stat.Growth, stat.Change, stat.Acceleration, stat.Contribution, stat.ContributionRate:
		if sort != "" {
			return "", "", message.Errorf("a figure of another kind than the usual is entered in the file")
		}
	case stat.Rank:
	default:
		return "", "", message.Errorf("a figure of this kind is entered in the file")
	}
	key = valueKey(stat.Measure(measure))
	text = p.written(c.Figure, key, c.Note, c.File, c.Edition)
	if sort != "" {
		text = "{scope: " + sort + ", " + strings.TrimPrefix(mapped(text, key), "{")
	}
	return measure, text, nil
}

// mapped is a figure as a map.
func mapped(text, key string) string {
	if strings.HasPrefix(text, "{") {
		return text
	}
	return "{" + key + ": " + text + "}"
}

// before is the key behind which a new one stands: of those before it in the catalogue, the nearest that is there; else the
// last.
func before(code string, keys []string) string {
	after := ""
	for _, e := range catalog.All() {
		if e.Code == code {
			return after
		}
		if slices.Contains(keys, e.Code) {
			after = e.Code
		}
	}
	return ""
}
