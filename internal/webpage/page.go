package webpage

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"strings"
	"sync"

	"nianbao/internal/document"
	"nianbao/internal/locale"
	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// Options control the look of a page.
type Options struct {
	Words   []*locale.Words // of the document's languages, in order
	Colors  Colors
	Faces   Faces
	Creator string // program and version
}

// File is another file of the release.
type File struct {
	Name  string
	Bytes int64          // 0 if it is made later
	About document.Text  // what it is
	URL   template.URL   // that leads to it; filled in
	Sizes []languageText // in each language; filled in
	Said  []languageText // what it is; filled in
}

//go:embed page.css
var css string

//go:embed *.tmpl
var files embed.FS

// templates are read once. They are checked when they are first used.
var templates = sync.OnceValues(func() (*template.Template, error) {
	return template.New("page").ParseFS(files, "*.tmpl")
})

// Page is a page whose chapters are made, before the files of its release are known.
type Page struct {
	Lang    stat.Lang
	Title   string
	Creator string
	Style   template.CSS
	Switch  []choice // nil if there is only one language
	Head    []head
	Top     template.HTML // before the contents
	Body    template.HTML // before the downloads
	Tail    template.HTML
	Files   []File
	Words   map[string][]languageText // of the page itself
	Nav     []navEntry

	words []*locale.Words
}

// choice is a language that can be chosen.
type choice struct {
	Lang  string
	Name  string
	First bool
}

// head is the head of the page in one language.
type head struct {
	Lang     string
	Title    string
	Headline template.HTML
	Issuer   string
	Within   string
	Standing string
	Imprint  []imprint
}

type imprint struct{ Name, Said string }

// languageText is a text with its language.
type languageText struct{ Lang, Words string }

// navEntry is a line of the contents.
type navEntry struct {
	ID    string
	Names []languageText
}

// languageNames name the languages in themselves.
var languageNames = map[stat.Lang]string{stat.Hans: "简体中文", stat.Hant: "繁體中文", stat.En: "English"}

// Compose makes the chapters of a page. The same document and options give the same page.
func Compose(doc *document.Document, opt Options) (*Page, error) {
	m := newMaker(doc, opt)
	defer m.setter.Release()
	light, dark := schemes(opt.Colors)
	p := &Page{
		Lang: doc.Langs[0], Title: doc.File.Title, Creator: opt.Creator,
		Style: style(doc.Langs, light, dark), words: opt.Words,
	}
	for i, l := range doc.Langs {
		if len(doc.Langs) > 1 {
			p.Switch = append(p.Switch, choice{string(l), languageNames[l], i == 0})
		}
		p.Head = append(p.Head, m.head(i))
	}
	p.Words = map[string][]languageText{
		"contents": m.phrase("section.contents"), "language": m.phrase("document.language"),
		"downloads": m.phrase("page.downloads"), "skip": m.phrase("page.skip"),
	}
	t, err := templates()
	if err != nil {
		return nil, err
	}
	top, body, tail := m.sections()
	for _, part := range []struct {
		sections []section
		to       *template.HTML
	}{{top, &p.Top}, {body, &p.Body}, {tail, &p.Tail}} {
		if part.to == &p.Tail {
			p.Nav = append(p.Nav, navEntry{"downloads", p.Words["downloads"]})
		}
		var b bytes.Buffer
		if err := t.ExecuteTemplate(&b, "sections", part.sections); err != nil {
			return nil, message.Errorf("write the page: %w", err)
		}
		*part.to = template.HTML(b.String())
		for _, s := range part.sections {
			p.list(s)
		}
	}
	return p, nil
}

// list lists a chapter in the contents, unless it is a part of another.
func (p *Page) list(s section) {
	if s.Level > 1 {
		return
	}
	e := navEntry{ID: s.ID}
	for _, part := range s.Parts {
		e.Names = append(e.Names, languageText{part.Lang, part.Title})
	}
	p.Nav = append(p.Nav, e)
}

// style is the style sheet with the colours, and with what hides the languages that are not chosen.
func style(langs []stat.Lang, light, dark template.CSS) template.CSS {
	var b strings.Builder
	fmt.Fprintf(&b, ":root{color-scheme:light dark;%s}@media screen and (prefers-color-scheme:dark){:root{%s}}", light, dark)
	for i, l := range langs {
		if len(langs) == 1 {
			break
		}
		other := langs[1-i]
		fmt.Fprintf(&b, `html:has(#lang-%s:checked) [lang="%s"]:not(html,label){display:none}`, l, other)
	}
	b.WriteString(css)
	return template.CSS(b.String())
}

// Finish writes the page with links to the other files of its release.
func (p *Page) Finish(others []File) ([]byte, error) {
	t, err := templates()
	if err != nil {
		return nil, err
	}
	page := *p
	for _, f := range others {
		f.URL = relative(f.Name)
		for i, w := range p.words {
			lang := string(w.Lang())
			f.Said = append(f.Said, languageText{lang, f.About[i].String()})
			f.Sizes = append(f.Sizes, languageText{lang, w.Parenthesis(kindAndSize(f, w))})
		}
		page.Files = append(page.Files, f)
	}
	var b bytes.Buffer
	if err := t.ExecuteTemplate(&b, "page", &page); err != nil {
		return nil, message.Errorf("write the page: %w", err)
	}
	return b.Bytes(), nil
}

// kindAndSize is how a file is named to those who are about to fetch it: PDF, 411 KB.
func kindAndSize(f File, w *locale.Words) string {
	kind := strings.ToUpper(f.Name[strings.LastIndexByte(f.Name, '.')+1:])
	if kind == "JSONLD" {
		kind = "JSON-LD"
	}
	if f.Bytes == 0 {
		return kind
	}
	const kilo = 1000
	return fmt.Sprintf("%s%s%d KB", kind, w.Phrase("clause"), max(1, (f.Bytes+kilo/2)/kilo))
}
