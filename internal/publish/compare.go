package publish

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/message"
)

// Change is what became of one thing between two releases. Old is nil if it was added, New if it was removed.
type Change[T any] struct {
	Key string `json:"key"`
	Old *T     `json:"old,omitempty"`
	New *T     `json:"new,omitempty"`
}

// Difference is all that differs between two releases, as far as their manifests tell. Lists are in the order of the
// newer manifest, what it lacks last.
type Difference struct {
	Figures       []Change[Figure]  `json:"figures"`       // by fact ID
	Texts         []Change[Text]    `json:"texts"`         // by sentence ID
	Content       []Change[string]  `json:"content"`       // all else that is said, as JSON, by path: area.sources.bulletin.title.en
	Inputs        []Change[Digest]  `json:"inputs"`        // by name
	Configuration []Change[Setting] `json:"configuration"` // by key
	Tools         []Change[Tool]    `json:"tools"`         // by name, the output version among them
	Others        []Change[string]  `json:"others"`        // area, period, release_date
}

// Empty reports whether nothing differs.
func (d Difference) Empty() bool {
	return len(d.Figures)+len(d.Texts)+len(d.Content)+len(d.Inputs)+len(d.Configuration)+len(d.Tools)+len(d.Others) == 0
}

// Compare lists what differs between two releases. Their numbers, files and findings are not compared: they follow from
// the rest. Figures of two periods are compared as they are of the edition's own period: gdp.level of 2024-Q1 with
// gdp.level of 2024-H1.
func Compare(old, now Manifest) (Difference, error) {
	// Format 1 does not tell what only later files know from other facts.
	whole := (old.Format == 1) != (now.Format == 1)
	was, err := said(old, whole)
	if err != nil {
		return Difference{}, err
	}
	is, err := said(now, whole)
	if err != nil {
		return Difference{}, err
	}
	if old.Period != now.Period {
		was.Figures, is.Figures = relative(was.Figures, old.Period), relative(is.Figures, now.Period)
	}
	content, err := contentChanges(old, now)
	if err != nil {
		return Difference{}, err
	}
	return Difference{
		Content:       content,
		Figures:       changes(was.Figures, is.Figures, func(f Figure) string { return f.ID }),
		Texts:         texts(was.Texts, is.Texts, old.Format == 1 || now.Format == 1),
		Inputs:        changes(slices.Concat(old.Inputs, old.Fonts), slices.Concat(now.Inputs, now.Fonts), func(d Digest) string { return d.Name }),
		Configuration: changes(old.Configuration, now.Configuration, func(s Setting) string { return s.Key }),
		Tools:         changes(tools(old), tools(now), func(t Tool) string { return t.Name }),
		Others:        others(old, now),
	}, nil
}

// said gives what a release says, with what only later files know if that is wanted.
func said(m Manifest, whole bool) (Said, error) {
	s, err := m.Said()
	if err != nil || !whole || len(m.Later) == 0 {
		return s, err
	}
	var later Said
	if err := json.Unmarshal(m.Later, &later); err != nil {
		return s, message.Errorf("read what later files know: %w", err)
	}
	s.Figures = append(s.Figures, later.Figures...)
	return s, nil
}

// texts compares sentences. Format 1 gives them in the languages of its edition only, so that with one of it they are
// compared in those that both have.
func texts(old, now []Text, first bool) []Change[Text] {
	if first {
		both := slices.DeleteFunc(languagesOf(old), func(l string) bool { return !slices.Contains(languagesOf(now), l) })
		old, now = textsIn(both, old), textsIn(both, now)
	}
	return changes(old, now, func(t Text) string { return t.ID })
}

// CompareSaid compares figures and sentences of a release with others of the same period.
func CompareSaid(old Manifest, now Said) (Difference, error) {
	was, err := old.Said()
	return Difference{
		Figures: changes(was.Figures, now.Figures, func(f Figure) string { return f.ID }),
		Texts:   texts(was.Texts, now.Texts, old.Format == 1),
	}, err
}

func languagesOf(list []Text) []string {
	langs := map[string]bool{}
	for _, t := range list {
		for l := range t.Text {
			langs[l] = true
		}
	}
	return slices.Sorted(maps.Keys(langs))
}

// textsIn gives texts in some of their languages only.
func textsIn(langs []string, list []Text) []Text {
	some := make([]Text, 0, len(list))
	for _, t := range list {
		one := Text{ID: t.ID, Text: map[string]string{}}
		for _, l := range langs {
			one.Text[l] = t.Text[l]
		}
		some = append(some, one)
	}
	return some
}

// relative gives figures with identifiers that leave out the edition's own period.
func relative(list []Figure, period string) []Figure {
	list = slices.Clone(list)
	for i := range list {
		list[i].ID = strings.TrimSuffix(list[i].ID, "@"+period)
	}
	return list
}

func tools(m Manifest) []Tool {
	return append([]Tool{{"output version", strconv.Itoa(m.OutputVersion)}}, m.Tools...)
}

func others(old, now Manifest) []Change[string] {
	list := []Change[string]{}
	for _, p := range []struct{ key, old, now string }{
		{"area", old.Area, now.Area}, {"period", old.Period, now.Period},
		{"release_date", old.ReleaseDate, now.ReleaseDate},
	} {
		if p.old != p.now {
			list = append(list, Change[string]{p.key, &p.old, &p.now})
		}
	}
	return list
}

func changes[T any](old, now []T, key func(T) string) []Change[T] {
	was := map[string]*T{}
	for i := range old {
		was[key(old[i])] = &old[i]
	}
	list := []Change[T]{}
	for i := range now {
		k := key(now[i])
		before, ok := was[k]
		if !ok || !reflect.DeepEqual(*before, now[i]) {
			list = append(list, Change[T]{k, before, &now[i]})
		}
		delete(was, k)
	}
	for i := range old {
		if k := key(old[i]); was[k] == &old[i] {
			list = append(list, Change[T]{Key: k, Old: was[k]})
		}
	}
	return list
}

// Counts is how many things were added, removed and changed.
type Counts struct {
	Added   int `json:"added"`
	Removed int `json:"removed"`
	Changed int `json:"changed"`
}

// Count counts changes by kind.
func Count[T any](list []Change[T]) Counts {
	var c Counts
	for _, one := range list {
		switch {
		case one.Old == nil:
			c.Added++
		case one.New == nil:
			c.Removed++
		default:
			c.Changed++
		}
	}
	return c
}
