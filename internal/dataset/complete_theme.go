package dataset

import (
	"slices"

	"nianbao/internal/catalog"
	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// themes takes up the themes of the catalogue that the files name and the area does not list.
func (c *completion) themes() {
	used, in := c.usedThemes(), &c.dir.indicators
	for _, e := range in.Themes {
		delete(used, e.Key)
	}
	if len(used) == 0 {
		return
	}
	list := in.Themes
	for _, t := range catalog.Themes() {
		if at, ok := used[t.Code]; ok && !c.dir.partial[indicatorsName] {
			list = append(list, entry[textFile]{Key: t.Code, At: at, Value: textFile(t.Name)})
		}
	}
	in.Themes = merged(list, len(in.Themes), func() []string { return codesOf(catalog.Themes(), func(t stat.Theme) string { return t.Code }) })
}

// usedThemes says where each theme is used first. Those of sentences and notes count only where the area lists no themes.
func (c *completion) usedThemes() map[string]stat.Place {
	used := map[string]stat.Place{}
	dir := c.dir
	name(used, dir.indicators.Indicators, func(f *indicatorFile) (string, stat.Place) { return f.Theme, f.at })
	name(used, dir.projects.Projects, func(f *projectFile) (string, stat.Place) { return f.Theme, f.at })
	told := func(sentences []sentenceFile, notes []noteFile) {
		if len(dir.indicators.Themes) > 0 {
			return
		}
		for i := range sentences {
			used[sentences[i].Theme] = sentences[i].at
		}
		for i := range notes {
			used[notes[i].Theme] = notes[i].at
		}
	}
	told(dir.standing.Sentences, dir.area.Notes)
	for i := range dir.periods {
		p := &dir.periods[i]
		name(used, p.file.Recognitions, func(f *recognitionFile) (string, stat.Place) { return f.Theme, f.at })
		name(used, p.file.Initiatives, func(f *initiativeFile) (string, stat.Place) { return f.Theme, f.at })
		told(p.text.Sentences, p.file.Notes)
	}
	return used
}

// name adds the themes that entries name.
func name[T any](used map[string]stat.Place, list ordered[*T], of func(*T) (theme string, at stat.Place)) {
	for _, e := range list {
		if e.Value == nil {
			continue
		}
		theme, at := of(e.Value)
		if _, ok := used[theme]; !ok {
			used[theme] = at
		}
	}
}

// units takes up units of the catalogue.
func (c *completion) units() {
	in := &c.dir.indicators
	taken := stat.Units()
	for _, e := range in.Units {
		taken[e.Key] = stat.Unit{}
	}
	for _, e := range in.Indicators {
		if e.Value == nil {
			continue
		}
		if _, known := taken[e.Value.Unit]; known {
			continue
		}
		for _, u := range catalog.Units() {
			if u.Code == e.Value.Unit {
				taken[u.Code] = u
				in.Units = append(in.Units, entry[*unitFile]{Key: u.Code, At: e.Value.at, Value: &unitFile{
					node:    node{at: e.Value.at},
					Counter: counterFile{Hans: u.Counter.Hans, Hant: u.Counter.Hant}, One: u.One, Many: u.Many, Kind: u.Kind(), Aliases: u.Printed,
				}})
			}
		}
	}
}

func codesOf[T any](list []T, code func(T) string) []string {
	codes := make([]string, len(list))
	for i := range list {
		codes[i] = code(list[i])
	}
	return codes
}

// catalogueCodes are the codes of the catalogue, in order.
func catalogueCodes() []string {
	return codesOf(catalog.All(), func(e catalog.Entry) string { return e.Code })
}

// merged puts the entries from own on, which an area's list lacks, into the order of the list: each behind the one that
// comes before it in the order of the catalogue, or before the one that comes after it.
func merged[T any](all []entry[T], own int, order func() []string) []entry[T] {
	if own == len(all) {
		return all
	}
	more := map[string]entry[T]{}
	for _, e := range all[own:] {
		more[e.Key] = e
	}
	list := slices.Clone(all[:own])
	last := -1 // where the one before it stands
	var first []entry[T]
	for _, code := range order() {
		at := slices.IndexFunc(list, func(e entry[T]) bool { return e.Key == code })
		e, lacking := more[code]
		switch {
		case lacking && last < 0:
			first = append(first, e)
		case lacking:
			last++
			list = slices.Insert(list, last, e)
		case at >= 0:
			if last < 0 {
				list = slices.Insert(list, at, first...)
				at += len(first)
				first = nil
			}
			last = at
		}
	}
	return append(list, first...)
}

// inCatalogue proposes a code of the catalogue in place of an unknown one: the nearest, or else what a search for it finds first.
// It is nil if there is none.
func inCatalogue(code string) *message.Text {
	if near := nearest(code, catalogueCodes()); near != "" {
		return message.Of("; did you mean %q?", near)
	}
	if found := catalog.Search(code); len(found) > 0 && stat.IsCode(code) {
		return message.Of("; did you mean %q? Otherwise define it in %s", found[0].Code, indicatorsName)
	}
	return nil
}
