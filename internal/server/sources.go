package server

import (
	"net/http"
	"net/url"
	"strings"

	"nianbao/internal/desk"
	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// sourcesView is the page of an area's sources, for an edition.
type sourcesView struct {
	Root     string
	List     []sourceView
	Used     string // the one of figures that name none
	Counts   []choice
	Typed    typedSource
	Problems []*message.Text
	Undo     undoView
}

// sourceView is a source with how many of the edition's figures it has.
type sourceView struct {
	stat.Source
	Figures int
}

// typedSource is a new source as it was typed.
type typedSource struct{ TitleZh, TitleEn, PublisherZh, PublisherEn, Date, URL, Counts string }

// counted are what a reference of a source can count.
var counted = map[string]stat.Text{
	"page":      {Hans: "第{0}页", En: "page {0}"},
	"paragraph": {Hans: "第{0}段", En: "paragraph {0}"},
	"table":     {Hans: "表{0}", En: "table {0}"},
}

func (s *Server) sources(q *request) error {
	h, period, err := s.edition(q)
	if err != nil {
		return err
	}
	return s.showSources(q, http.StatusOK, h, period, typedSource{Counts: "page"}, nil)
}

func (s *Server) showSources(q *request, code int, h *desk.Held, period stat.Period, typed typedSource, problems []*message.Text) error {
	t, err := s.table(q, h, period)
	if err != nil {
		return err
	}
	v := sourcesView{Root: root(h.Code, period), Typed: typed, Problems: problems, Undo: s.undoable(t, root(h.Code, period)+"/sources")}
	v.Used = t.form.Own().Source
	figures := map[string]int{}
	for _, f := range t.form.Own().Facts {
		of := map[string]bool{}
		for _, p := range f.From {
			of[p.Source] = true
		}
		for source := range of {
			if f.Status.HasValue() {
				figures[source]++
			}
		}
	}
	for _, source := range h.Data.Area.Sources {
		v.List = append(v.List, sourceView{source, figures[source.Code]})
	}
	v.Counts = []choice{{"page", q.say("pages")}, {"paragraph", q.say("paragraphs")}, {"table", q.say("tables")}}
	p := q.of(h, period, "sources", "Sources")
	p.Body = v
	return q.show(code, "sources", p)
}

// saveSource adds a source, or makes one that of the period.
func (s *Server) saveSource(q *request) error {
	h, period, err := s.edition(q)
	if err != nil {
		return err
	}
	of := func(key string) string { return strings.TrimSpace(q.FormValue(key)) }
	typed := typedSource{of("title_zh"), of("title_en"), of("publisher_zh"), of("publisher_en"), of("date"), of("url"), of("counts")}
	var saved *desk.Saved
	if use := of("use"); use != "" {
		saved, err = s.Desk.Cite(q.Context(), q.who, h.Code, period, use)
		typed = typedSource{Counts: "page"}
	} else {
		one, problem := typed.source()
		if problem != nil {
			return s.showSources(q, http.StatusUnprocessableEntity, h, period, typed, []*message.Text{message.Of("%v", problem)})
		}
		saved, err = s.Desk.AddSource(q.Context(), q.who, h.Code, period, one)
	}
	if err != nil {
		return err
	}
	if len(saved.Problems) == 0 {
		return q.to(root(h.Code, period) + "/sources")
	}
	return s.showSources(q, http.StatusUnprocessableEntity, saved.Held, period, typed, saved.Reasons())
}

// source is what was typed as a source.
func (t typedSource) source() (s stat.Source, err error) {
	s.Title, s.Publisher = stat.Text{Hans: t.TitleZh, En: t.TitleEn}, stat.Text{Hans: t.PublisherZh, En: t.PublisherEn}
	for _, text := range []string{t.TitleZh, t.TitleEn, t.PublisherZh, t.PublisherEn} {
		if text == "" {
			return s, message.Errorf("title and publisher are needed in both languages")
		}
	}
	if s.Reference = counted[t.Counts]; s.Reference.Empty() {
		return s, message.Errorf("%q is nothing that a source counts", t.Counts)
	}
	if t.Date != "" {
		if err := s.Date.UnmarshalText([]byte(t.Date)); err != nil {
			return s, err
		}
	}
	if u, err := url.Parse(t.URL); err != nil || t.URL != "" && (u.Scheme != "http" && u.Scheme != "https" || u.Host == "") {
		return s, message.Errorf("the address %q is none of the web: it begins with https://", t.URL)
	}
	s.URL = t.URL
	return s, nil
}
