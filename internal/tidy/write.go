package tidy

import (
	"cmp"
	"maps"
	"slices"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/prettyjson"
	"nianbao/internal/stat"
)

// writer writes the document of an edition, member by member in the order of [Document]. Its first error is kept.
type writer struct {
	*prettyjson.Writer
	e        *edition.Edition
	speakers []*locale.Words // in the order of their languages
	err      error
}

func newWriter(e *edition.Edition, speakers []*locale.Words) *writer {
	speakers = slices.Clone(speakers)
	slices.SortFunc(speakers, func(a, b *locale.Words) int { return cmp.Compare(a.Lang(), b.Lang()) })
	return &writer{Writer: prettyjson.New(8<<10 + len(e.Facts)<<10), e: e, speakers: speakers}
}

// say puts something into the words of every language.
func (w *writer) say(name string, words func(*locale.Words) string) {
	w.Object(name)
	for _, s := range w.speakers {
		w.Text(string(s.Lang()), words(s))
	}
	w.End()
}

// try is what was said, unless that failed.
func (w *writer) try(text string, err error) string {
	if w.err == nil {
		w.err = err
	}
	return text
}

// text is a text in every language; null if it is empty.
func (w *writer) text(name string, t stat.Text) {
	if t.Empty() {
		w.Null(name)
		return
	}
	w.say(name, func(s *locale.Words) string { return s.Text(t) })
}

// someText is a text in every language, left out if it is empty.
func (w *writer) someText(name string, t stat.Text) {
	if !t.Empty() {
		w.text(name, t)
	}
}

// list writes a list of objects.
func list[T any](w *writer, name string, items []T, write func(T)) {
	prettyjson.Objects(w.Writer, name, items, write)
}

// someList writes a list of objects, left out if it is empty.
func someList[T any](w *writer, name string, items []T, write func(T)) {
	if len(items) > 0 {
		list(w, name, items, write)
	}
}

func (w *writer) document(rows []edition.DataRow) {
	e := w.e
	w.Text("format", Format)
	w.area()
	w.Text("period", e.Period.String())
	prettyjson.Items(w.Writer, "languages", e.Langs, func(l stat.Lang) string { return string(l) })
	w.text("issuer", e.Issuer)
	if e.Draft {
		w.Text("status", "draft")
	} else {
		w.Text("status", "final")
	}
	w.SomeText("release_date", e.Release.String())
	w.Texts("sections", e.Sections)
	w.catalogue()
	w.indicators()
	w.labels()
	w.facts(rows)
	w.targets()
	w.projects()
	w.recognitions()
	w.initiatives()
	w.progress()
	w.history()
	w.revisions()
	w.sentences()
	w.notes()
	list(w, "findings", Findings(e.Findings, w.speakers), w.finding)
}

func (w *writer) area() {
	a := w.e.Area
	w.Object("area")
	w.Text("code", a.Code)
	w.text("name", a.Name)
	w.text("within", a.Within)
	w.Bool("sample", a.Sample)
	list(w, "scopes", a.Scopes, func(s stat.Scope) {
		w.Text("code", s.Code)
		w.text("name", s.Name)
		w.SomeInt("of", s.Of)
	})
	w.End()
}

// catalogue are the sources, units and themes.
func (w *writer) catalogue() {
	list(w, "sources", w.e.Area.Sources, func(s stat.Source) {
		w.Text("code", s.Code)
		w.text("title", s.Title)
		w.text("publisher", s.Publisher)
		w.someText("credit", s.Credit)
		w.SomeText("date", s.Date.String())
		w.SomeText("url", s.URL)
	})
	own := slices.DeleteFunc(slices.Sorted(maps.Keys(w.e.Units)), func(code string) bool { return w.e.Units[code].Many == "" })
	list(w, "own_units", own, func(code string) {
		u := w.e.Units[code]
		w.Text("code", code)
		w.text("counter", u.Counter)
		w.Text("one", u.One)
		w.Text("many", u.Many)
	})
	list(w, "themes", w.e.Themes, func(t edition.Theme) {
		w.Text("code", t.Code)
		w.text("name", t.Name)
	})
}

func (w *writer) finding(f Finding) {
	w.Text("rule", f.Rule)
	w.Text("severity", string(f.Severity))
	w.words("message", f.Message)
	if len(f.Facts) > 0 {
		w.Texts("facts", f.Facts)
	}
	w.Object("place")
	w.SomeText("file", f.Place.File)
	w.SomeInt("line", f.Place.Line)
	w.SomeText("path", f.Place.Path)
	w.End()
	if len(f.Accepted) > 0 {
		w.words("accepted", f.Accepted)
	}
}

func (w *writer) words(name string, words Words) {
	w.say(name, func(s *locale.Words) string { return words[s.Lang()] })
}
