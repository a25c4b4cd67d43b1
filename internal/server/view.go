package server

import (
	"bytes"
	"embed"
	"errors"
	"html/template"
	"maps"
	"net/http"
	"net/url"
	"path"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"nianbao/internal/catalog"
	"nianbao/internal/config"
	"nianbao/internal/dataset"
	"nianbao/internal/desk"
	"nianbao/internal/locale"
	"nianbao/internal/message"
	"nianbao/internal/publish"
	"nianbao/internal/stat"
	"nianbao/internal/tidy"
)

//go:embed pages/*.tmpl
var pages embed.FS

// templates are the pages in a language.
var templates = map[message.Lang]func() (*template.Template, error){
	message.English: sync.OnceValues(func() (*template.Template, error) { return read(message.English) }),
	message.Chinese: sync.OnceValues(func() (*template.Template, error) { return read(message.Chinese) }),
}

func read(lang message.Lang) (*template.Template, error) {
	return template.New("").Funcs(template.FuncMap{
		"t": func(format string, args ...any) string {
			if len(args) == 0 {
				return message.In(lang, message.Plain(format))
			}
			return message.In(lang, message.Of(format, args...))
		},
		"say":  func(v any) string { return message.In(lang, v) },
		"of":   func(t stat.Text) string { return inText(lang, t) },
		"in":   func(w tidy.Words) string { return inWords(lang, w) },
		"said": func(m map[stat.Lang]string, lang string) string { return m[stat.Lang(lang)] },
		"size": size,
		"main": mainFile,
		"about": func(f tidy.Finding) string { // what an acceptance names the finding by
			if len(f.Facts) > 0 {
				return f.Facts[0]
			}
			return f.Place.Path
		},
		"path": url.PathEscape,
		"dict": dict,
	}).ParseFS(pages, "pages/*.tmpl")
}

// taken is a file that most people take, with what it is.
type taken struct {
	File publish.Digest
	Is   string
}

// mainFile is a file that most people take; nil for any other.
func mainFile(d publish.Digest) *taken {
	for _, m := range []struct{ end, is string }{
		{config.Briefing + ".pdf", "Briefing (PDF)"}, {config.Brief + ".pdf", "One page for leaders (PDF)"}, {config.Full + ".pdf", "Full briefing (PDF)"},
		{".xlsx", "Workbook (Excel)"}, {".html", "Web page"},
	} {
		if strings.HasSuffix(d.Name, m.end) {
			return &taken{d, m.is}
		}
	}
	return nil
}

// size is a number of bytes as people read it.
func size(bytes int64) string {
	if bytes < 1<<20 {
		return strconv.FormatInt((bytes+1023)/1024, 10) + " KB"
	}
	return strconv.FormatFloat(float64(bytes)/(1<<20), 'f', 1, 64) + " MB"
}

// dict is a map of keys and values, for templates that are given several.
func dict(pairs ...any) map[string]any {
	m := map[string]any{}
	for i := 0; i+1 < len(pairs); i += 2 {
		m[pairs[i].(string)] = pairs[i+1]
	}
	return m
}

// inText is a text of an area in a language of the page.
func inText(lang message.Lang, t stat.Text) string {
	if lang == message.Chinese || t.En == "" {
		return t.Hans
	}
	return t.En
}

func inWords(lang message.Lang, w tidy.Words) string {
	if lang == message.Chinese {
		return w[stat.Hans]
	}
	return w[stat.En]
}

// page is what every page has.
type page struct {
	Lang   message.Lang
	Title  string
	Who    string
	Here   string // path and query of the page itself
	Tab    string // of an edition: which of its pages it is
	Area   string // code; "" of a page that is about none
	Name   stat.Text
	Period stat.Period
	Has    []stat.Period // periods of the area
	Body   any
}

// Root is the address of an edition's pages.
func (p page) Root() string { return root(p.Area, p.Period) }

func root(area string, period stat.Period) string {
	return "/a/" + url.PathEscape(area) + "/" + period.String()
}

// of begins a page of an edition.
func (q *request) of(h *desk.Held, period stat.Period, tab, title string) page {
	p := page{Tab: tab, Area: h.Code, Name: h.Data.Area.Name, Period: period, Title: q.say(title)}
	for i := len(h.Data.Periods) - 1; i >= 0; i-- {
		p.Has = append(p.Has, h.Data.Periods[i].Period)
	}
	return p
}

// say is a text of the page in its language.
func (q *request) say(text string) string { return message.In(q.lang, message.Plain(text)) }

// show writes a page.
func (q *request) show(code int, name string, p page) error {
	p.Lang, p.Who, p.Here = q.lang, q.who, q.URL.RequestURI()
	if q.Method != http.MethodGet { // the page that it was sent from
		if u, err := url.Parse(q.Referer()); err == nil {
			p.Here = local(u.RequestURI())
		}
	}
	return q.write(code, name, p)
}

// write executes a template.
func (q *request) write(code int, name string, data any) error {
	t, err := templates[q.lang]()
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := t.ExecuteTemplate(&b, name, data); err != nil {
		return err
	}
	q.out.Header().Set("Content-Type", "text/html; charset=utf-8")
	q.out.WriteHeader(code)
	_, err = b.WriteTo(q.out)
	return err
}

// request takes down who asks, and in which language.
func (s *Server) request(w http.ResponseWriter, r *http.Request) *request {
	q := &request{Request: r, out: w, lang: s.langOf(r), part: r.Header.Get("X-Part") != ""}
	if c, err := r.Cookie("nianbao-who"); err == nil {
		if who, err := url.QueryUnescape(c.Value); err == nil {
			q.who = name(who)
		}
	}
	return q
}

// mostName is how many characters the name of somebody may have.
const mostName = 40

// name is a name as it is kept: one line, not long.
func name(s string) string {
	runes := []rune(strings.Join(strings.Fields(message.Escaped(s)), " "))
	return string(runes[:min(len(runes), mostName)])
}

// matcher knows the languages of the page.
var matcher = language.NewMatcher([]language.Tag{language.English, language.SimplifiedChinese})

// langOf is the language that was chosen, or that the browser asks for first.
func (s *Server) langOf(r *http.Request) message.Lang {
	if c, err := r.Cookie("nianbao-lang"); err == nil && (c.Value == string(message.Chinese) || c.Value == string(message.English)) {
		return message.Lang(c.Value)
	}
	tags, _, err := language.ParseAcceptLanguage(r.Header.Get("Accept-Language"))
	if err != nil || len(tags) == 0 {
		return s.Lang
	}
	_, i, confidence := matcher.Match(tags...)
	switch {
	case confidence == language.No:
		return s.Lang
	case i == 1:
		return message.Chinese
	default:
		return message.English
	}
}

// wordsOf are the words of units, the area's among them, in the language of the page.
func (q *request) wordsOf(d *stat.Dataset) (*locale.Words, error) {
	lang := stat.En
	if q.lang == message.Chinese {
		lang = stat.Hans
	}
	units := catalog.AllUnits() // of indicators that can be added
	maps.Copy(units, d.Units)
	return locale.For(lang, units)
}

// deny answers somebody who is not let in, or asks for what there is not.
func (s *Server) deny(w http.ResponseWriter, r *http.Request, code int, why *message.Text) {
	q := s.request(w, r)
	if err := q.show(code, "denied", page{Title: message.In(q.lang, why)}); err != nil && s.Fail != nil {
		s.Fail(err)
	}
}

// trouble is what the page of an error says.
type trouble struct {
	Err    error
	Faults dataset.Errors // of an area's files
	Area   string
}

// fail answers with an error.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, err error) {
	if r.Context().Err() != nil {
		return // nobody waits for the answer any more
	}
	q, code := s.request(w, r), status(err)
	t := trouble{Err: err, Area: r.PathValue("area")}
	errors.As(err, &t.Faults)
	if code == http.StatusInternalServerError && s.Fail != nil {
		s.Fail(err)
	}
	name, title := "trouble", q.say("That did not work")
	if q.part {
		name = "trouble-part"
	}
	if again := q.show(code, name, page{Title: title, Body: t}); again != nil && s.Fail != nil {
		s.Fail(again)
	}
}

// setName keeps the name of somebody, for the log.
func (s *Server) setName(q *request) error {
	q.keepName(name(q.FormValue("who")))
	return q.to(local(q.FormValue("back")))
}

func (q *request) keepName(who string) {
	q.who = who
	http.SetCookie(q.out, &http.Cookie{
		Name: "nianbao-who", Value: url.QueryEscape(who), Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode, MaxAge: 400 * 24 * 3600,
	})
}

// setLanguage keeps the language that was chosen.
func (s *Server) setLanguage(q *request) error {
	lang := message.Lang(q.FormValue("lang"))
	if lang != message.Chinese && lang != message.English {
		return wrongError{message.Errorf("--%s must be zh or en", "lang")}
	}
	http.SetCookie(q.out, &http.Cookie{
		Name: "nianbao-lang", Value: string(lang), Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode, MaxAge: 400 * 24 * 3600,
	})
	return q.to(local(q.FormValue("back")))
}

// local is an address of this server, or its first page.
func local(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme+u.Host+u.Opaque != "" || !strings.HasPrefix(u.Path, "/") || strings.HasPrefix(u.Path, "//") || strings.Contains(address, `\`) {
		return "/"
	}
	return u.String()
}

// media are the types of the page's own files.
var media = map[string]string{".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}

func (s *Server) staticFile(q *request) error {
	name := q.PathValue("file")
	data, err := static.ReadFile("static/" + name)
	if err != nil {
		return notFoundError{message.Errorf("there is no such page")}
	}
	q.out.Header().Set("Content-Type", media[path.Ext(name)])
	_, err = q.out.Write(data)
	return err
}
