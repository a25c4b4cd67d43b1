package server

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"html"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"nianbao/internal/config"
	"nianbao/internal/desk"
	"nianbao/internal/export"
	"nianbao/internal/message"
	"nianbao/internal/publish"
	"nianbao/internal/stat"
)

// looks are the forms that an edition is looked at in, with the name of the file that shows each.
var looks = []struct{ Code, Name, File string }{
	{"page", "Web page", "page.html"},
	{"brief", "One page (PDF)", "brief.pdf"},
	{"standard", "Standard (PDF)", "standard.pdf"},
	{"full", "Full (PDF)", "full.pdf"},
}

// Chosen is how an edition is looked at.
type Chosen struct{ What, Languages, Theme, Section string }

func (q *request) chosen() Chosen {
	v := q.URL.Query()
	return Chosen{cmp.Or(v.Get("what"), "page"), v.Get("lang"), v.Get("theme"), v.Get("section")}
}

// query is the choice as a query.
func (c Chosen) query() string {
	return url.Values{"what": {c.What}, "lang": {c.Languages}, "theme": {c.Theme}, "section": {c.Section}}.Encode()
}

// look is the choice as the desk takes it.
func (c Chosen) look() desk.Look {
	l := desk.Look{Format: config.HTML, Theme: c.Theme}
	if c.What != "page" {
		l.Format, l.Briefing = config.PDF, c.What
	}
	if c.Languages != "" {
		l.Languages = strings.Split(c.Languages, ",")
	}
	if c.Section != "" {
		l.Sections = []string{c.Section}
	}
	return l
}

// previewView is the page on which an edition is looked at.
type previewView struct {
	Chosen
	Root      string
	Looks     []choice
	Languages []choice
	Themes    []choice
	Sections  []choice
	Shown     string // address of what is shown
	Version   string
	Err       error
	Against   string // the release that it is compared with; "" for none
	Changes   changesView
	NoData    bool // there are no figures yet
}

func (s *Server) preview(q *request) error {
	h, period, err := s.edition(q)
	if err != nil {
		return err
	}
	p, c := q.of(h, period, "preview", "Preview"), q.chosen()
	v := previewView{Chosen: c, Root: p.Root(), Version: version(h)}
	for _, l := range looks {
		v.Looks = append(v.Looks, choice{l.Code, q.say(l.Name)})
		if l.Code == c.What {
			v.Shown = v.Root + "/shown/" + l.File + "?" + c.query()
		}
	}
	if v.Shown == "" {
		return notFoundError{message.Errorf("there is no such page")}
	}
	v.Languages = []choice{{"", q.say("As configured")}, {"zh-Hans,en", "简体中文 + English"}, {"en,zh-Hans", "English + 简体中文"}, {"zh-Hant,en", "繁體中文 + English"}, {"zh-Hans", "简体中文"}, {"en", "English"}}
	v.Themes = []choice{{"", q.say("As configured")}, {"briefing", q.say("Briefing")}, {"gongwen", q.say("Official paper (GB/T 9704)")}}
	v.Sections = []choice{{"", q.say("All chapters")}}
	words, err := q.wordsOf(h.Data)
	if err != nil {
		return err
	}
	for _, code := range []string{"glance", "themes", "rankings", "projects", "targets", "notes"} {
		name := q.say("Themes")
		if code != "themes" {
			name = words.Phrase("section." + code)
		}
		v.Sections = append(v.Sections, choice{code, name})
	}
	e, err := s.Desk.Preview(q.Context(), h, period, c.look())
	if err != nil {
		v.Err, v.NoData = err, errors.As(err, new(*export.NoDataError))
	} else {
		if v.Changes, err = s.changesIn(q, h, period, e.Changes); err != nil {
			return err
		}
		v.Changes.Settings = nil // they are those of the look
		if e.Current != nil {
			v.Against = e.Current.Name()
		}
	}
	p.Body = v
	return q.show(http.StatusOK, "preview", p)
}

// version tells states of an area's data apart.
func version(h *desk.Held) string {
	var all strings.Builder
	for _, in := range h.Inputs {
		fmt.Fprintf(&all, "%s %s\n", in.Name, publish.DigestOf(publish.File{Data: in.Data}).SHA256)
	}
	return publish.DigestOf(publish.File{Data: []byte(all.String())}).SHA256[:16]
}

// state tells in which state the data are, for pages that follow them.
func (s *Server) state(q *request) error {
	h, _, err := s.edition(q)
	if err != nil {
		return err
	}
	q.out.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, err = q.out.Write([]byte(version(h)))
	return err
}

// framed lets a document stand in a page of this server. It has no script.
const framed = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'self'"

// shown is the web page or a briefing as it would be published. Figures of the web page that are not those of the published
// release are marked.
func (s *Server) shown(q *request) error {
	h, period, err := s.edition(q)
	if err != nil {
		return err
	}
	c := q.chosen()
	if !slices.ContainsFunc(looks, func(l struct{ Code, Name, File string }) bool {
		return l.Code == c.What && l.File == q.PathValue("file")
	}) {
		return notFoundError{message.Errorf("there is no such page")}
	}
	e, err := s.Desk.Preview(q.Context(), h, period, c.look())
	if err != nil {
		return err
	}
	for _, f := range e.Files {
		switch {
		case strings.HasPrefix(f.Media, "text/html"):
			q.out.Header().Set("Content-Security-Policy", framed)
			q.out.Header().Set("Content-Type", f.Media)
			_, err := q.out.Write(marked(f.Data, e.Changes))
			return err
		case f.Media == "application/pdf":
			q.out.Header().Set("Content-Security-Policy", "frame-ancestors 'self'") // browsers show a PDF with a page of their own
			q.out.Header().Set("Content-Type", f.Media)
			q.out.Header().Set("Content-Disposition", "inline")
			_, err := q.out.Write(f.Data)
			return err
		}
	}
	return notFoundError{message.Errorf("there is no such page")}
}

// marked adds to a web page the style that marks changed figures and sentences.
func marked(page []byte, d publish.Difference) []byte {
	var of []string
	for _, c := range d.Figures {
		if c.New != nil { // of a PDF, package export does the same
			of = append(of, `data[value="`+html.EscapeString(c.Key)+`"]`)
		}
	}
	for _, c := range d.Texts {
		if c.New != nil {
			of = append(of, `[data-sentence="`+html.EscapeString(c.Key)+`"]`)
		}
	}
	if len(of) == 0 {
		return page
	}
	style := "<style>" + strings.Join(of, ",") + "{background:#ffe9a8;color:#1c1c1c;outline:2px solid #b06f00;outline-offset:1px}</style></head>"
	return bytes.Replace(page, []byte("</head>"), []byte(style), 1)
}

// changesView is what differs from a release, as readers see it.
type changesView struct {
	Revised, Added, Withdrawn []figureChange
	Texts                     []textChange
	Others                    int // other content, as names
	Settings                  []settingChange
}

type figureChange struct{ ID, Name, Old, New string }

type textChange struct {
	ID       string
	Reads    map[stat.Lang]string // how it reads now; nil if it is gone
	Old, New map[string]string
}

type settingChange struct{ Key, Old, New string }

// Count is how many figures and sentences differ.
func (c changesView) Count() int {
	return len(c.Revised) + len(c.Added) + len(c.Withdrawn) + len(c.Texts) + c.Others
}

// changesIn lists what differs between two releases. Figures are named as the present data name them.
func (s *Server) changesIn(q *request, h *desk.Held, period stat.Period, d publish.Difference) (changesView, error) {
	var v changesView
	t, err := q.naming(h, period)
	if err != nil {
		return v, err
	}
	for _, c := range d.Figures {
		one := figureChange{c.Key, t.nameOf(c.Key), t.stated(figure(c.Old)), t.stated(figure(c.New))}
		had, has := c.Old != nil && c.Old.Value != "", c.New != nil && c.New.Value != ""
		switch {
		case !had && (c.New == nil || c.Old == nil && !has): // a reader had nothing, and has nothing
		case !had && has:
			one.Old = ""
			v.Added = append(v.Added, one)
		case c.New == nil:
			v.Withdrawn = append(v.Withdrawn, one)
		default:
			v.Revised = append(v.Revised, one)
		}
	}
	if v.Texts, err = s.textsIn(q, h, period, d.Texts); err != nil {
		return v, err
	}
	for _, c := range d.Configuration {
		if c.Key == "composed_sentences" { // a digest
			continue
		}
		one := settingChange{Key: c.Key}
		if c.Old != nil {
			one.Old = c.Old.Value
		}
		if c.New != nil {
			one.New = c.New.Value
		}
		v.Settings = append(v.Settings, one)
	}
	v.Others = len(d.Content)
	return v, nil
}

// textsIn lists the sentences that differ, as they read now.
func (s *Server) textsIn(q *request, h *desk.Held, period stat.Period, list []publish.Change[publish.Text]) ([]textChange, error) {
	if len(list) == 0 {
		return nil, nil
	}
	_, of, err := s.Desk.Sentences(q.Context(), h, period)
	if err != nil {
		return nil, err
	}
	reads := map[string]map[stat.Lang]string{}
	for _, chapter := range of {
		for _, one := range chapter {
			reads[one.ID] = one.Reads
		}
	}
	var texts []textChange
	for _, c := range list {
		one := textChange{ID: c.Key, Reads: reads[c.Key]}
		if c.Old != nil {
			one.Old = c.Old.Text
		}
		if c.New != nil {
			one.New = c.New.Text
		}
		texts = append(texts, one)
	}
	return texts, nil
}

// figure is a figure of a manifest in digits, with its status.
func figure(f *publish.Figure) string {
	if f == nil {
		return ""
	}
	if f.Value == "" {
		return f.Status
	}
	if f.Status != string(stat.Normal) {
		return f.Value + " " + f.Status
	}
	return f.Value
}
