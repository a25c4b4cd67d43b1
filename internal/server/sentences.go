package server

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"

	"nianbao/internal/catalog"
	"nianbao/internal/desk"
	"nianbao/internal/locale"
	"nianbao/internal/merge"
	"nianbao/internal/message"
	"nianbao/internal/stat"
	"nianbao/internal/tidy"
)

// sentencesView is the page of an edition's sentences: those of one chapter.
type sentencesView struct {
	Root     string
	Chapters []choice
	Chapter  string
	List     []sentenceView
	Undo     undoView
}

// sentenceView is a sentence with what was typed.
type sentenceView struct {
	desk.Sentence
	Root     string
	Chapter  string
	Zh, En   string // what stands in the boxes
	Fresh    bool   // it is to be added
	Listed   bool   // a main point or a paragraph of the preface
	N        int    // its number in the list
	Problems []*message.Text
	Findings []tidy.Finding
}

func (s *Server) sentencesOf(q *request, h *desk.Held, period stat.Period, chapter string) (sentencesView, error) {
	v := sentencesView{Root: root(h.Code, period)}
	chapters, of, err := s.Desk.Sentences(q.Context(), h, period)
	if err != nil {
		return v, err
	}
	t, err := q.naming(h, period)
	if err != nil {
		return v, err
	}
	v.Chapter = chapters[0]
	for _, code := range chapters {
		v.Chapters = append(v.Chapters, choice{code, chapterName(t.words, h.Data, code)})
		if code == chapter {
			v.Chapter = code
		}
	}
	v.Undo = s.undoable(t, v.Root+"/sentences?chapter="+v.Chapter)
	for i, one := range of[v.Chapter] {
		v.List = append(v.List, sentenceView{Sentence: one, Root: v.Root, Chapter: v.Chapter, Zh: one.Text.Hans, En: one.Text.En, Listed: one.Theme == stat.PointsTheme || one.Theme == stat.PrefaceTheme, N: i + 1})
	}
	v.List = append(v.List, sentenceView{Root: v.Root, Chapter: v.Chapter, Fresh: true})
	return v, nil
}

// chapterName is the name of a chapter of sentences.
func chapterName(w *locale.Words, d *stat.Dataset, code string) string {
	for _, t := range d.Themes {
		if t.Code == code {
			return w.Text(t.Name)
		}
	}
	return w.Phrase("section." + code)
}

func (s *Server) sentences(q *request) error {
	h, period, err := s.edition(q)
	if err != nil {
		return err
	}
	v, err := s.sentencesOf(q, h, period, q.URL.Query().Get("chapter"))
	if err != nil {
		return err
	}
	p := q.of(h, period, "sentences", "Sentences")
	p.Body = v
	return q.show(http.StatusOK, "sentences", p)
}

// asked is the sentence that a request gives, and what it was when the page was made.
func (s *Server) asked(q *request, h *desk.Held, period stat.Period) (one merge.Sentence, held stat.Text, err error) {
	chapter := q.FormValue("chapter")
	one = merge.Sentence{Period: period, ID: strings.TrimSpace(q.FormValue("id")), Theme: chapter}
	one.Text = stat.Text{Hans: line(q.FormValue("zh")), En: line(q.FormValue("en"))}
	if q.FormValue("fresh") != "" && one.ID == "" {
		if one.ID, err = s.freeID(q, h, period, chapter); err != nil {
			return one, held, err
		}
	}
	if !stat.IsCode(one.ID) && chapter != stat.PointsTheme && chapter != stat.PrefaceTheme {
		return one, held, wrongError{message.Errorf("code %q: want lower-case letters, digits and dashes, a letter first", one.ID)}
	}
	if back := q.FormValue("back"); back != "" { // to the default
		one.Text, one.All = stat.Text{}, back == "all"
	}
	return one, stat.Text{Hans: q.FormValue("held-zh"), En: q.FormValue("held-en")}, nil
}

// saveSentence saves a sentence, or takes it back.
func (s *Server) saveSentence(q *request) error {
	h, period, err := s.edition(q)
	if err != nil {
		return err
	}
	one, held, err := s.asked(q, h, period)
	if err != nil {
		return err
	}
	saved, err := s.Desk.Tell(q.Context(), q.who, h.Code, one, held)
	if err != nil {
		return err
	}
	v, err := s.sentencesOf(q, saved.Held, period, one.Theme)
	if err != nil {
		return err
	}
	if len(saved.Problems)+len(saved.Blocked) == 0 {
		return q.to(v.Root + "/sentences?chapter=" + v.Chapter + "#sentence-" + one.ID)
	}
	for i := range v.List {
		in := &v.List[i]
		if in.ID != one.ID && (!in.Fresh || q.FormValue("fresh") == "") {
			continue
		}
		in.Zh, in.En, in.Findings, in.Problems = one.Text.Hans, one.Text.En, saved.Blocked, saved.Reasons()
	}
	p := q.of(saved.Held, period, "sentences", "Sentences")
	p.Body = v
	return q.show(http.StatusUnprocessableEntity, "sentences", p)
}

// line is a text in one line.
func line(s string) string { return ascii.Replace(strings.Join(strings.Fields(s), " ")) }

// ascii are the marks of references as Chinese input methods write them.
var ascii = strings.NewReplacer("｛", "{", "｝", "}", "｜", "|", "＠", "@")

// freeID is an ID that no sentence of the period has. One that begins as those of composed sentences do leaves the chapter's
// composed sentences where they are.
func (s *Server) freeID(q *request, h *desk.Held, period stat.Period, chapter string) (string, error) {
	_, of, err := s.Desk.Sentences(q.Context(), h, period)
	if err != nil {
		return "", err
	}
	taken, prefix := map[string]bool{}, "own-"
	for _, one := range of[chapter] {
		taken[one.ID] = true
		if one.Composed {
			prefix = stat.BesidePrefix
		}
	}
	for n := 1; ; n++ {
		if id := fmt.Sprintf("%s%s-%d", prefix, chapter, n); !taken[id] {
			return id, nil
		}
	}
}

// reference is what a sentence can refer to.
type reference struct {
	Ref  string `json:"ref"`  // as gdp.level, without braces
	Name string `json:"name"` // of the figure, in the language of the page
	Zh   string `json:"zh"`   // how it reads
	En   string `json:"en"`
	Also string `json:"also"` // other names in print
}

// references lists the figures of a period that sentences can refer to.
func (s *Server) references(q *request) error {
	h, period, err := s.edition(q)
	if err != nil {
		return err
	}
	t, err := q.naming(h, period)
	if err != nil {
		return err
	}
	zh, err := locale.For(stat.Hans, h.Data.Units)
	if err != nil {
		return err
	}
	en, err := locale.For(stat.En, h.Data.Units)
	if err != nil {
		return err
	}
	list := []reference{}
	for i := range t.form.Rows {
		r := &t.form.Rows[i]
		e, _ := catalog.Get(r.Indicator.Code)
		for _, slot := range r.Slots() {
			if !slot.Known() {
				continue
			}
			one := reference{Ref: strings.TrimSuffix(slot.ID, "@"+period.String()), Name: t.nameOf(slot.ID), Also: strings.Join(e.Also, " ")}
			one.Zh, _ = zh.Fact(slot.Fact, slot.Fact.Figure, h.Data.Area, "") // what cannot be worded is listed without
			one.En, _ = en.Fact(slot.Fact, slot.Fact.Figure, h.Data.Area, "")
			list = append(list, one)
		}
	}
	data, err := json.Marshal(list)
	if err != nil {
		return err
	}
	q.out.Header().Set("Content-Type", "application/json")
	_, err = q.out.Write(data)
	return err
}
