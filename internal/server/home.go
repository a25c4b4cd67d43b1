package server

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"unicode"

	"nianbao/internal/audit"
	"nianbao/internal/check"
	"nianbao/internal/desk"
	"nianbao/internal/journal"
	"nianbao/internal/message"
	"nianbao/internal/scaffold"
	"nianbao/internal/stat"
)

// mostStates is how many areas are looked at for the first page; of more, only the codes are listed.
const mostStates = 40

// home lists the areas, their editions, and how far these have come.
func (s *Server) home(q *request) error {
	codes, err := s.Desk.Areas(q.Context())
	if err != nil {
		return err
	}
	var body struct {
		States []desk.State
		More   []string
	}
	for i, code := range codes {
		if i < mostStates {
			body.States = append(body.States, s.Desk.State(q.Context(), code))
		} else {
			body.More = append(body.More, code)
		}
	}
	return q.show(http.StatusOK, "home", page{Title: q.say("Areas and editions"), Body: body})
}

// beginning is a new area as it was typed.
type beginning struct {
	NameZh, NameEn, WithinZh, WithinEn, Code, SourceZh, SourceEn, Period, Languages string
	Asks                                                                            bool // for the languages: there is no configuration yet
	Err                                                                             error
}

func (s *Server) newArea(q *request) error {
	c, err := s.Settings(nil)
	if err != nil {
		return err
	}
	return q.show(http.StatusOK, "new", page{Title: q.say("New area"), Body: beginning{Period: lastYear(s.Desk), Languages: "zh-Hans,en", Asks: c.File == ""}})
}

func lastYear(d *desk.Desk) string { return stat.Through(d.Now().Year()-1, 12).String() }

// begin makes the files of a new area.
func (s *Server) begin(q *request) error {
	of := func(key string) string { return strings.TrimSpace(q.FormValue(key)) }
	b := beginning{
		NameZh: of("name_zh"), NameEn: of("name_en"), WithinZh: of("within_zh"), WithinEn: of("within_en"), Code: of("code"),
		SourceZh: of("source_zh"), SourceEn: of("source_en"), Period: of("period"), Languages: of("languages"), Asks: of("languages") != "",
	}
	var area scaffold.Area
	if area, b.Err = b.area(); b.Err == nil {
		var codes []string
		if codes, b.Err = scaffold.Indicators(nil, nil, area.Period); b.Err == nil {
			b.Err = s.Desk.Begin(q.who, area, codes, strings.Split(cmp.Or(b.Languages, "zh-Hans,en"), ","))
		}
	}
	if b.Err != nil {
		return q.show(http.StatusUnprocessableEntity, "new", page{Title: q.say("New area"), Body: b})
	}
	return q.to(root(area.Code, area.Period))
}

// area is what was typed as scaffold takes it.
func (b beginning) area() (scaffold.Area, error) {
	a := scaffold.Area{
		Code: b.Code, Name: stat.Text{Hans: b.NameZh, En: b.NameEn}, Within: stat.Text{Hans: b.WithinZh, En: b.WithinEn},
		Source: stat.Text{Hans: b.SourceZh, En: b.SourceEn},
	}
	if len(a.Missing()) > 0 {
		return a, message.Errorf("name and place are needed in both languages")
	}
	if han(b.NameEn) || han(b.WithinEn) {
		return a, message.Errorf("the English names are to be in Latin letters, as Little District")
	}
	if strings.ContainsAny(b.NameZh+b.NameEn+b.WithinZh+b.WithinEn, "<>{}|\\\"") {
		return a, message.Errorf("names cannot have any of these signs: %s", "< > { } | \\ \"")
	}
	a = a.Complete()
	if !stat.IsCode(a.Code) {
		return a, message.Errorf("code %q: want lower-case letters, digits and dashes, a letter first", a.Code)
	}
	if !slices.Contains([]string{"", "zh-Hans,en", "en,zh-Hans", "zh-Hant,en", "zh-Hans"}, b.Languages) {
		return a, message.Errorf("languages %q: want one or two of zh-Hans, zh-Hant, en", b.Languages)
	}
	var err error
	a.Period, err = stat.ReadPeriod(b.Period)
	return a, err
}

func han(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

// newPeriod leads to the figures of a period that has none yet. Its file is made with the first figure.
func (s *Server) newPeriod(q *request) error {
	h, err := s.Desk.Open(q.Context(), q.PathValue("area"))
	if err != nil {
		return err
	}
	at, err := stat.ReadPeriod(q.FormValue("period"))
	if err != nil {
		return wrongError{err}
	}
	return q.to(root(h.Code, at))
}

// latest leads to the figures of an area's latest period.
func (s *Server) latest(q *request) error {
	h, err := s.Desk.Open(q.Context(), q.PathValue("area"))
	if err != nil {
		return err
	}
	if n := len(h.Data.Periods); n > 0 {
		return q.to(root(h.Code, h.Data.Periods[n-1].Period))
	}
	return q.to("/")
}

// rule tells what a rule of the checks demands.
func (s *Server) rule(q *request) error {
	r, _ := check.Find(q.PathValue("rule"))
	if r.ID == "" {
		return notFoundError{message.Errorf("there is no rule %q", q.PathValue("rule"))}
	}
	back := "/"
	if u, err := url.Parse(q.Referer()); err == nil {
		back = local(u.RequestURI())
	}
	return q.show(http.StatusOK, "rule", page{Title: r.ID, Body: struct {
		check.Rule
		Is   check.Explanation
		Back string
	}{r, r.Explain(), back}})
}

// log lists who did what, the last first, and says whether the log is as it was written.
func (s *Server) log(q *request) error {
	h, err := s.Desk.Open(q.Context(), q.PathValue("area"))
	if err != nil {
		return err
	}
	_, place, err := s.place()
	if err != nil {
		return err
	}
	l, err := audit.Log(q.Context(), h.Folder, place, h.Code)
	if err != nil {
		return err
	}
	all := len(l.Entries)
	list := l.Entries[max(0, all-1000):]
	slices.Reverse(list)
	if err := s.nameIn(q, h, list); err != nil {
		return err
	}
	p := page{Area: h.Code, Name: h.Data.Area.Name, Title: q.say("Log"), Tab: "log", Body: struct {
		Entries  []journal.Entry
		All      int
		Problems []*message.Text
	}{list, all, l.Problems}}
	if n := len(h.Data.Periods); n > 0 {
		one := q.of(h, h.Data.Periods[n-1].Period, "log", "Log")
		one.Body = p.Body
		p = one
	}
	return q.show(http.StatusOK, "log", p)
}
