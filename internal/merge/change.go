package merge

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"nianbao/internal/dataset"
	"nianbao/internal/message"
	"nianbao/internal/stat"
	"nianbao/internal/yamledit"
)

// open gives the text of a file that is edited; of a new one, an empty text.
func (p *planner) open(name string) (*yamledit.File, error) {
	if f := p.files[name]; f != nil {
		return f, nil
	}
	var file dataset.Input
	for _, in := range p.inputs {
		if in.Name == name {
			file = in
		}
	}
	f, err := yamledit.Open(file.Data, file.Root)
	if err == nil {
		p.files[name] = f
	}
	return f, err
}

// change edits a figure that the file has.
func (p *planner) change(c Change) error {
	f, err := p.open(c.File)
	if err != nil {
		return err
	}
	was := figure(c.Before, c.Variant)
	path, key := was.Place.Path, valueKey(c.Before.Measure)
	if c.Before.Part != "" {
		return p.changeShare(f, c)
	}
	if f.Kind(path) != yaml.MappingNode || slices.Equal(f.Keys(path), []string{"status"}) {
		return p.changeShort(f, c, *was)
	}
	e := editor{file: f, path: path, home: p.home(c.File), silent: p.silent(c.File), usual: p.usualStatus(c.File, c.Before.Period), noted: c.Before.Note}
	if c.Before.Target != nil {
		e.usual = stat.Normal
	}
	return e.edit(c, key, *was)
}

// valueKey is the key of a figure's value.
func valueKey(m stat.Measure) string {
	if m == stat.Rank {
		return "position"
	}
	return "value"
}

// editor changes the keys of one figure's map.
type editor struct {
	file   *yamledit.File
	path   string
	home   string            // the source of figures that name none
	silent []stat.Provenance // that goes without saying
	usual  stat.Status       // of figures that name none
	noted  stat.Text         // the note before
}

func (e editor) edit(c Change, key string, was stat.Figure) error {
	now := c.expected(was)
	if c.Changes.Has(dataset.ValueChange) && now.Status.HasValue() {
		if err := e.file.Set(e.path+"."+key, now.Quantity.Number()); err != nil {
			return err
		}
	}
	if c.Changes.Has(dataset.StatusChange) {
		if err := e.put("status", string(now.Status), now.Status == e.usual); err != nil {
			return err
		}
		if !now.Status.HasValue() && e.file.Has(e.path+"."+key) {
			if err := e.file.Remove(e.path + "." + key); err != nil {
				return err
			}
		}
	}
	if c.Changes.Has(dataset.QualifierChange) {
		if err := e.put("qualifier", string(now.Qualifier), now.Qualifier == ""); err != nil {
			return err
		}
	}
	if c.Changes.Has(dataset.SourceChange) {
		if err := e.from(was.From, now.From); err != nil {
			return err
		}
	}
	if c.Changes.Has(dataset.NoteChange) {
		return e.note(c.Note)
	}
	return nil
}

// from sets where a figure is printed: where the map is there, only what differs of it.
func (e editor) from(was, now []stat.Provenance) error {
	path := e.path + ".from"
	silent := slices.Equal(now, e.silent)
	if silent || len(e.file.Keys(path)) != len(was) {
		return e.put("from", from(now, e.home), silent)
	}
	at := func(i int) string { return fmt.Sprintf("%s.{%d}", path, i) }
	for i := len(was) - 1; i >= 0 && len(was) > len(now); i-- {
		if !slices.Contains(now, was[i]) {
			if err := e.file.Remove(at(i)); err != nil {
				return err
			}
			was = slices.Delete(slices.Clone(was), i, i+1)
		}
	}
	for i, p := range now {
		var err error
		key, printed := reference(p, e.home), yamledit.Quote(p.Printed)
		switch {
		case i >= len(was):
			err = e.file.InsertAfter(path, key, printed, "")
		case key != reference(was[i], e.home):
			err = e.file.Rename(at(i), key)
		}
		if err == nil && i < len(was) && p.Printed != was[i].Printed {
			err = e.file.Set(at(i), printed)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// note sets a note: where the map is there, only the languages that differ.
func (e editor) note(now stat.Text) error {
	path := e.path + ".note"
	if now.Empty() || e.file.Kind(path) != yaml.MappingNode {
		return e.put("note", note(now), now.Empty())
	}
	inner := editor{file: e.file, path: path}
	for _, of := range []struct{ lang, was, now string }{
		{"zh-Hans", e.noted.Hans, now.Hans}, {"en", e.noted.En, now.En}, {"zh-Hant", e.noted.Hant, now.Hant},
	} {
		if of.was == of.now {
			continue
		}
		if err := inner.put(of.lang, yamledit.Quote(of.now), of.now == ""); err != nil {
			return err
		}
	}
	return nil
}

// put sets a key, or removes it where its value goes without saying.
func (e editor) put(key, text string, silent bool) error {
	path := e.path + "." + key
	switch {
	case !silent:
		return e.file.Set(path, text)
	case e.file.Has(path):
		return e.file.Remove(path)
	default:
		return nil
	}
}

// changeShort edits a figure that is a number or a status alone. A number of which more changes becomes a map.
func (p *planner) changeShort(f *yamledit.File, c Change, was stat.Figure) error {
	if c.Changes == dataset.ValueChange {
		return f.Set(was.Place.Path, c.Figure.Quantity.Number())
	}
	now, noted := c.expected(was), c.Before.Note
	if c.Changes.Has(dataset.NoteChange) {
		noted = c.Note
	}
	text := p.written(now, valueKey(c.Before.Measure), noted, c.File, c.Before.Period)
	if path := "observations." + c.Before.Subject; was.Place.Path == path { // an entry of one number
		text = p.entry(c.Before.Subject, []piece{{key: string(c.Before.Measure), text: text}})
	}
	return f.Set(was.Place.Path, text)
}

// changeShare edits one share of a composition.
func (p *planner) changeShare(f *yamledit.File, c Change) error {
	if c.Changes != dataset.ValueChange {
		return message.Errorf("the shares of a composition have one source and one status")
	}
	data := p.before.Periods[slices.IndexFunc(p.before.Periods, func(d stat.PeriodData) bool { return d.Place.File == c.File })]
	n := -1
	for i := range data.Facts {
		if !data.Facts[i].SameComposition(c.Before) {
			continue
		}
		if n++; data.Facts[i].ID == c.Fact {
			break
		}
	}
	path := c.Before.Place.Path
	if f.Kind(path) == yaml.MappingNode {
		path += ".values"
	}
	return f.Set(path+"["+strconv.Itoa(n)+"]", c.Figure.Quantity.Number())
}

// home is the source of a file's figures that name none; that of a new file is the one it begins with.
func (p *planner) home(file string) string {
	for _, data := range p.before.Periods {
		if data.Place.File == file {
			return data.Source
		}
	}
	return p.begun[file]
}

// silent is where a figure is from that does not say it.
func (p *planner) silent(file string) []stat.Provenance {
	if home := p.home(file); home != "" {
		return []stat.Provenance{{Source: home}}
	}
	return nil
}

// usualStatus is the status of a figure of a period that names none in a file.
func (p *planner) usualStatus(file string, of stat.Period) stat.Status {
	if data, ok := p.before.Data(of); ok && data.Place.File == file {
		return data.Status
	}
	return stat.Normal
}

// written writes a figure: a number alone, or a map.
func (p *planner) written(fig stat.Figure, key string, noted stat.Text, file string, of stat.Period) string {
	var parts []string
	if fig.Status.HasValue() {
		parts = append(parts, key+": "+fig.Quantity.Number())
	}
	if fig.Status != p.usualStatus(file, of) {
		parts = append(parts, "status: "+string(fig.Status))
	}
	if fig.Qualifier != "" {
		parts = append(parts, "qualifier: "+string(fig.Qualifier))
	}
	if !slices.Equal(fig.From, p.silent(file)) {
		parts = append(parts, "from: "+from(fig.From, p.home(file)))
	}
	if !noted.Empty() {
		parts = append(parts, "note: "+note(noted))
	}
	if len(parts) == 1 && fig.Status.HasValue() {
		return fig.Quantity.Number()
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// from writes where a figure is printed.
func from(list []stat.Provenance, home string) string {
	var parts []string
	for _, p := range list {
		parts = append(parts, reference(p, home)+": "+yamledit.Quote(p.Printed))
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// reference writes the key of a place in a source.
func reference(p stat.Provenance, home string) string {
	key := p.Ref
	if p.Source != home {
		key = p.Source + "/" + p.Ref
	}
	if _, err := strconv.ParseUint(key, 10, 32); err != nil {
		return yamledit.Quote(key)
	}
	return key
}

func note(t stat.Text) string {
	text := "{zh-Hans: " + yamledit.Quote(t.Hans) + ", en: " + yamledit.Quote(t.En)
	if t.Hant != "" {
		text += ", zh-Hant: " + yamledit.Quote(t.Hant)
	}
	return text + "}"
}
