package webpage

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"nianbao/fonts"
	"nianbao/internal/color"
	"nianbao/internal/dataset"
	"nianbao/internal/document"
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/typeset"
)

var usual = Colors{Accent: color.Color{0x1f, 0x4e, 0x79}, Ink: color.Color{0x1a, 0x1a, 0x1a}, Muted: color.Color{0x59, 0x59, 0x59}, Rule: color.Color{0xbf, 0xbf, 0xbf}, Paper: color.Color{0xff, 0xff, 0xff}}

var others = []File{{Name: "a-2023-data.csv", Bytes: 12345, About: document.Text{{{Words: "数据"}}, {{Words: "Data"}}}}}

// editions are all shipped ones.
var editions = []struct {
	area   string
	period stat.Period
}{
	{"saibei", stat.Period{Year: 2023}}, {"tongjian", stat.Period{Year: 2022}}, {"example", stat.Through(2024, 3)},
	{"example", stat.Through(2024, 9)}, {"example", stat.Through(2024, 12)},
}

var sections = []string{
	"cover", "contents", "preface", "glance", "themes", "rankings", "projects", "recognitions", "initiatives", "targets", "notes", "register",
}

// built composes the full document of a shipped edition; change may alter its data.
func built(tb testing.TB, area string, p stat.Period, change func(*stat.Dataset), langs ...stat.Lang) (*document.Document, Options) {
	tb.Helper()
	d, _, err := dataset.Load(os.DirFS("../../config/areas"), area)
	if err != nil {
		tb.Fatal(err)
	}
	if change != nil {
		change(d)
	}
	e, err := edition.Build(d, p, edition.Options{Langs: langs, Sections: sections, Release: p.End()})
	if err != nil {
		tb.Fatal(err)
	}
	var words []*locale.Words
	for _, l := range langs {
		w, err := locale.For(l, d.Units)
		if err != nil {
			tb.Fatal(err)
		}
		words = append(words, w)
	}
	doc, err := document.Build(e, words, document.Full)
	if err != nil {
		tb.Fatal(err)
	}
	return doc, Options{Words: words, Colors: usual, Faces: faces(tb), Creator: "test"}
}

func faces(tb testing.TB) (f Faces) {
	tb.Helper()
	for _, of := range []struct {
		file []byte
		face **typeset.Face
	}{{fonts.Embedded().Regular, &f.Regular}, {fonts.Embedded().Bold, &f.Bold}} {
		face, err := typeset.NewFace(of.file)
		if err != nil {
			tb.Fatal(err)
		}
		*of.face = face
	}
	return f
}

func render(tb testing.TB, doc *document.Document, opt Options) []byte {
	tb.Helper()
	p, err := Compose(doc, opt)
	if err != nil {
		tb.Fatal(err)
	}
	data, err := p.Finish(others[:len(doc.Langs)-1])
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

// elements returns the elements of a page, with the language of each.
func elements(tb testing.TB, page []byte) (list []*html.Node, lang map[*html.Node]string) {
	tb.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		tb.Fatal(err)
	}
	lang = map[*html.Node]string{}
	for n := range root.Descendants() {
		if lang[n] = attribute(n, "lang"); lang[n] == "" {
			lang[n] = lang[n.Parent]
		}
		if n.Type == html.ElementNode {
			list = append(list, n)
		}
	}
	return list, lang
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// Every link within a page leads to an element, every figure to its entry of the register, every ID is there once, and
// nothing is a script or is fetched.
func TestPagesHoldTogether(t *testing.T) {
	for _, of := range editions {
		for _, langs := range [][]stat.Lang{{stat.Hans, stat.En}, {stat.En}} {
			doc, opt := built(t, of.area, of.period, nil, langs...)
			list, _ := elements(t, render(t, doc, opt))
			ids := map[string]bool{}
			for _, n := range list {
				if id := attribute(n, "id"); id != "" {
					if ids[id] {
						t.Errorf("%s %s: two elements are %q", of.area, of.period, id)
					}
					ids[id] = true
				}
			}
			for _, n := range list {
				if fault := elementFault(n, ids); fault != "" {
					t.Errorf("%s %s: %s", of.area, of.period, fault)
				}
			}
		}
	}
}

func elementFault(n *html.Node, ids map[string]bool) string {
	href := attribute(n, "href")
	switch {
	case slices.Contains([]string{"script", "iframe", "object", "embed", "img", "link", "base", "form"}, n.Data):
		return "it has an element " + n.Data
	case attribute(n, "src") != "" || strings.Contains(attribute(n, "style"), "url("):
		return "it fetches something"
	case strings.HasPrefix(href, "#"):
		if id := strings.ReplaceAll(href[1:], "%40", "@"); !ids[id] {
			return "a link leads to " + href + ", which is not there"
		}
	case href != "" && !strings.HasPrefix(href, "./") && !strings.HasPrefix(href, "https://"):
		return "a link leads to " + href
	}
	if n.Data != "data" {
		return ""
	}
	fact := attribute(n, "value")
	if !ids[fact] {
		return fmt.Sprintf("%q is in no entry of the register", fact)
	}
	inRegister := n.Parent.Parent != nil && attribute(n.Parent.Parent, "class") == "value"
	if link := n.FirstChild; !inRegister && (link.Data != "a" || attribute(link, "href") != "#"+fact) {
		return fmt.Sprintf("the figure %q of %s does not lead to its entry", textOf(n), fact)
	}
	return ""
}

// Text stands in elements of its language: Chinese characters are in no English one, and both languages have the same figures.
func TestLanguages(t *testing.T) {
	for _, of := range editions {
		doc, opt := built(t, of.area, of.period, nil, stat.Hans, stat.En)
		list, lang := elements(t, render(t, doc, opt))
		figures := map[string]map[string]int{"zh-Hans": {}, "en": {}}
		for _, n := range list {
			if n.Data == "style" || n.Data == "code" {
				continue
			}
			for kid := range n.ChildNodes() {
				if kid.Type == html.TextNode && lang[n] == "en" && han(kid.Data) {
					t.Errorf("%s %s: %q is said to be English", of.area, of.period, kid.Data)
				}
			}
			if n.Data == "data" {
				figures[lang[n]][attribute(n, "value")]++
			}
		}
		for fact := range figures["zh-Hans"] {
			if figures["en"][fact] == 0 {
				t.Errorf("%s %s: %s has no figure in English", of.area, of.period, fact)
			}
		}
		if len(figures["en"]) != len(figures["zh-Hans"]) || len(figures["en"]) == 0 {
			t.Errorf("%s %s: %d figures in English, %d in Chinese", of.area, of.period, len(figures["en"]), len(figures["zh-Hans"]))
		}
	}
}

// Every chart has a title, a description and its figures as a table, in each language.
func TestFigures(t *testing.T) {
	doc, opt := built(t, "example", stat.Through(2024, 9), nil, stat.Hans, stat.En)
	list, _ := elements(t, render(t, doc, opt))
	figures := 0
	for _, n := range list {
		if n.Data != "figure" {
			continue
		}
		figures++
		has := map[string]int{}
		for d := range n.Descendants() {
			has[d.Data]++
			if attribute(d, "role") == "img" && attribute(d, "aria-label") == "" {
				t.Error("a figure has no description")
			}
			if d.Data == "svg" && attribute(d, "aria-hidden") != "true" {
				t.Error("a drawing is said beside its description")
			}
		}
		if has["figcaption"] != 1 || has["details"] != 1 || has["table"] != 1 || has["svg"] != len(sizes) || has["data"] == 0 && has["td"] == 0 {
			t.Errorf("a figure has %v", has)
		}
	}
	if figures == 0 || figures%2 != 0 {
		t.Errorf("%d figures", figures)
	}
}

// Hostile names, notes and addresses come out as text.
func TestHostileTexts(t *testing.T) {
	hostile := []string{
		`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `</style></title><svg onload=alert(1)>`, `{{.}} ' onmouseover='x`, `]]><!--`, `&lt;b&gt;`,
	}
	addresses := []string{"javascript:alert(1)", "http://example.org/", "https://user:pass@example.org/", "data:text/html,x", "https://example.org/a?b=<c>\"d"}
	doc, opt := built(t, "saibei", stat.Period{Year: 2023}, func(d *stat.Dataset) {
		n := 0
		next := func() stat.Text {
			n++
			return stat.Text{Hans: hostile[n%len(hostile)] + "甲", En: hostile[n%len(hostile)] + "A"}
		}
		d.Area.Name, d.Area.Within, d.Area.Issuer = next(), next(), next()
		for i := range d.Area.Scopes {
			d.Area.Scopes[i].Name = next()
		}
		for i := range d.Indicators {
			d.Indicators[i].Name = next()
		}
		for i := range d.Themes {
			d.Themes[i].Name = next()
		}
		source := d.Area.Sources[0]
		d.Area.Sources = nil
		for i, address := range addresses {
			s := source
			s.Title, s.URL = next(), address
			if i > 0 {
				s.Code = fmt.Sprintf("%s-%d", s.Code, i)
			}
			d.Area.Sources = append(d.Area.Sources, s)
		}
	}, stat.Hans, stat.En)
	page := render(t, doc, opt)
	list, _ := elements(t, page)
	links := 0
	for _, n := range list {
		switch {
		case n.Data == "script" || n.Data == "img":
			t.Errorf("a text became an element %s", n.Data)
		case n.Data == "a" && strings.HasPrefix(attribute(n, "href"), "https:"):
			links++
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") {
				t.Errorf("a text became an attribute %s", a.Key)
			}
			if a.Key == "href" && strings.Contains(a.Val, "javascript") {
				t.Errorf("an address became a link: %s", a.Val)
			}
		}
	}
	if links != 2 { // the last address, in two languages
		t.Errorf("%d addresses are links, want 2", links)
	}
	for _, text := range hostile {
		if !bytes.Contains(page, []byte(html.EscapeString(text)[:6])) {
			t.Errorf("%q is lost", text)
		}
	}
}

// The same document gives the same bytes, and no more than readers should wait for.
func TestSizes(t *testing.T) {
	for area, of := range map[string]struct {
		period stat.Period
		most   int
	}{"saibei": {stat.Period{Year: 2023}, 300_000}, "tongjian": {stat.Period{Year: 2022}, 700_000}} {
		doc, opt := built(t, area, of.period, nil, stat.Hans, stat.En)
		page := render(t, doc, opt)
		if !bytes.Equal(page, render(t, doc, opt)) {
			t.Errorf("%s: another run gives other bytes", area)
		}
		if len(page) > of.most {
			t.Errorf("%s: %d bytes, want %d at most", area, len(page), of.most)
		}
	}
}

func BenchmarkCompose(b *testing.B) {
	doc, opt := built(b, "tongjian", stat.Period{Year: 2022}, nil, stat.Hans, stat.En)
	for b.Loop() {
		if _, err := Compose(doc, opt); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPage(b *testing.B) {
	doc, opt := built(b, "saibei", stat.Period{Year: 2023}, nil, stat.Hans, stat.En)
	for b.Loop() {
		render(b, doc, opt)
	}
}
