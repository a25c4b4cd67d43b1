package briefing

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
)

// said is the content of a chapter of a finished briefing.
type said struct {
	title   string
	text    string // of all its elements, one after the other, without white space
	figures []*Node
	tables  int
}

// chaptersOf reads a document chapter by chapter. The first is the cover, whose title is a heading too.
func chaptersOf(doc *Composition) []said {
	parent := map[*Node]*Node{}
	walk(doc.Root, func(n, above *Node) { parent[n] = above })
	ancestor := func(n *Node, kind string) *Node {
		for n != nil && n.Kind != kind {
			n = parent[n]
		}
		return n
	}
	texts := map[*Node]*strings.Builder{}
	var order [][]*Node // of each chapter, its elements
	seen := map[*Node]bool{}
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			if it.Node == nil {
				continue
			}
			if h := ancestor(it.Node, "H1"); h != nil && !seen[h] {
				seen[h] = true
				order = append(order, nil)
			}
			if len(order) == 0 {
				continue
			}
			if texts[it.Node] == nil {
				texts[it.Node] = &strings.Builder{}
				order[len(order)-1] = append(order[len(order)-1], it.Node)
			}
			texts[it.Node].WriteString(it.Text)
		}
	}
	var out []said
	for _, nodes := range order {
		s := said{}
		for _, n := range nodes {
			s.text += squeeze(texts[n].String())
			if ancestor(n, "H1") != nil && s.title == "" {
				s.title = texts[n].String()
			}
			if n.Kind == "Figure" {
				s.figures = append(s.figures, n)
			}
			if t := ancestor(n, "Table"); t != nil && !seen[t] {
				seen[t] = true
				s.tables++
			}
		}
		out = append(out, s)
	}
	return out
}

// content is a briefing being examined.
type content struct {
	e        *edition.Edition
	words    []*locale.Words
	doc      *Composition
	chapters []said
	missing  []string
}

func (c *content) chapter(title string) said {
	i := slices.IndexFunc(c.chapters, func(s said) bool { return s.title == title })
	if i < 0 {
		c.missing = append(c.missing, fmt.Sprintf("a chapter %q", title))
		return said{}
	}
	return c.chapters[i]
}

func (c *content) section(key string) said { return c.chapter(c.words[0].Phrase("section." + key)) }

// wants reports each text missing from a chapter.
func (c *content) wants(s said, what string, texts ...string) {
	for _, t := range texts {
		if !strings.Contains(s.text, squeeze(t)) {
			c.missing = append(c.missing, fmt.Sprintf("%s: %q", what, t))
		}
	}
}

// inAll is a text in every language.
func (c *content) inAll(say func(w *locale.Words) string) []string {
	var out []string
	for _, w := range c.words {
		if t := say(w); t != "" {
			out = append(out, t)
		}
	}
	return out
}

func (c *content) word(f *stat.Fact, form string) []string {
	return c.inAll(func(w *locale.Words) string {
		s, err := wording.Fact(w, c.e, f, form)
		if err != nil {
			c.missing = append(c.missing, err.Error())
		}
		return s
	})
}

// drawn reports each part that no chart of a chapter describes.
func (c *content) drawn(s said, what string, parts ...string) {
	alts := ""
	for _, f := range s.figures {
		alts += f.Alt + "\n"
	}
	for _, part := range parts {
		if !strings.Contains(alts, part) {
			c.missing = append(c.missing, fmt.Sprintf("a chart of %s with %q", what, part))
		}
	}
}

func (c *content) cover() {
	s := c.chapters[0]
	c.wants(s, "the cover", c.inAll(func(w *locale.Words) string { return w.Text(c.e.Area.Name) })...)
	c.wants(s, "the title", c.inAll(func(w *locale.Words) string { _, title := wording.CoverTitle(w, c.e); return title })...)
	c.wants(s, "the period", c.inAll(func(w *locale.Words) string { return w.Period(c.e.Period) })...)
	c.wants(s, "the issuer", c.inAll(func(w *locale.Words) string { return w.Text(c.e.Issuer) })...)
	c.wants(s, "the date", c.inAll(func(w *locale.Words) string { return w.Date(c.e.Release) })...)
	c.wants(s, "the edition", c.inAll(func(w *locale.Words) string { return wording.Stage(w, c.e) })...)
	for _, p := range c.doc.Pages {
		watermark := slices.ContainsFunc(p.Items, func(it Item) bool { return it.Artifact && it.Angle != 0 && it.Text == "DRAFT 草稿" })
		if watermark != c.e.Draft {
			c.missing = append(c.missing, fmt.Sprintf("page %d: watermark %v", p.Number, watermark))
		}
	}
}

func (c *content) contents() {
	s := c.section("contents")
	nested := 0
	for _, e := range c.doc.titles {
		switch {
		case e.level > 1:
			nested++
		case e.part == "c-":
		default:
			c.wants(s, "a title with its page", strings.Join(e.title, "")+fmt.Sprint(c.doc.places[e.anchor].page))
		}
	}
	kids := 0
	for _, m := range (&finisher{Composition: c.doc, theme: std()}).bookmarks() {
		kids += len(m.Kids)
	}
	if nested == 0 || kids != nested {
		c.missing = append(c.missing, fmt.Sprintf("%d nested bookmarks for %d titles of parts", kids, nested))
	}
}

func (c *content) glance() {
	s := c.section("glance")
	for _, r := range c.e.Headlines {
		c.wants(s, "a card", c.inAll(func(w *locale.Words) string { return w.Text(r.Indicator.Name) })...)
		for _, f := range []*stat.Fact{r.Value, r.Growth, r.Rank} {
			if f == nil {
				continue
			}
			for _, t := range c.word(f, "") {
				c.wants(s, "a card", t)
			}
		}
	}
	for _, t := range c.e.Themes {
		for _, r := range t.Rows {
			if r.Indicator.Tally != nil && r.Value != nil && r.Period == c.e.Period {
				c.wants(s, "a tally", append(c.word(r.Value, ""), c.words[0].Text(r.Indicator.Name))...)
			}
		}
	}
	for _, t := range c.e.Targets {
		c.wants(s, "a goal", append(c.word(t.Fact, ""), c.words[0].Text(t.Indicator.Name))...)
	}
	if faults, n := glanceFaults(c.doc); n != 1 || len(faults) > 0 {
		c.missing = append(c.missing, fmt.Sprintf("%d pages at a glance, %q", n, faults))
	}
}

func (c *content) themes() {
	for _, t := range c.e.Themes {
		s := c.chapter(c.words[0].Text(t.Name))
		for _, sentence := range wording.Sentences(c.e, t.Code) {
			c.wants(s, "a sentence", c.inAll(func(w *locale.Words) string { text, _ := wording.Sentence(w, c.e, sentence); return text })...)
		}
		if s.tables != 1 {
			c.missing = append(c.missing, fmt.Sprintf("a table: %q has %d", s.title, s.tables))
		}
		grown := map[stat.Dimension][]string{}
		for _, r := range t.Rows {
			if f := r.Growth; f != nil && f.Measure == stat.Growth && f.Status.HasValue() && r.Period == c.e.Period {
				dim := c.e.Units[r.Indicator.Unit].Dim
				grown[dim] = append(grown[dim], c.word(f, "")[0])
			}
		}
		for _, rows := range grown {
			if len(rows) >= 3 {
				c.drawn(s, "growth", rows...)
			}
		}
	}
}

func (c *content) rankings() {
	s := c.section("rankings")
	inScope := map[string]int{}
	for _, r := range c.e.Rankings {
		inScope[r.Scope.Code]++
	}
	for _, r := range c.e.Rankings {
		w := c.words[0]
		if inScope[r.Scope.Code] > 1 {
			c.drawn(s, "positions", w.Text(r.Indicator.Name)+" "+c.word(r.Fact, "")[0])
		}
		c.wants(s, "a position", c.word(r.Fact, locale.FormPlain)...)
		c.wants(s, "a scope", c.inAll(func(w *locale.Words) string { return w.Text(r.Scope.Name) })...)
	}
	if s.tables != 1 {
		c.missing = append(c.missing, fmt.Sprintf("a table of positions: %d", s.tables))
	}
}

func (c *content) projects() {
	s := c.section("projects")
	money := map[string][]string{}
	for _, p := range c.e.Projects {
		c.wants(s, "a project", c.inAll(func(w *locale.Words) string { return w.Text(p.Name) })...)
		c.wants(s, "a status", c.inAll(func(w *locale.Words) string { return w.ProjectStatus(p.Status) })...)
		for _, partner := range p.Partners {
			c.wants(s, "a partner", c.inAll(func(w *locale.Words) string { return w.Text(partner.Name) })...)
		}
		for _, fig := range p.Figures {
			f, _ := c.e.Fact(fig.Fact)
			c.wants(s, "a figure", c.word(f, "")...)
			if unit := f.Quantity.Unit; c.e.Units[unit].Dim == stat.Money {
				money[fig.Code+unit] = append(money[fig.Code+unit], c.words[0].Text(p.Name)+" "+c.word(f, "")[0])
			}
		}
	}
	for _, bars := range money {
		if len(bars) >= 3 {
			c.drawn(s, "investment", bars...)
		}
	}
	for _, m := range c.e.Milestones {
		if m.Date.Month > 0 {
			c.drawn(s, "milestones", c.words[0].Date(m.Date))
		}
	}
}

func (c *content) targets() {
	var s said
	for _, ch := range c.chapters {
		if due := c.e.Targets[0].Fact.Period; ch.title == c.words[0].Fill("section.targets.of", due) {
			s = ch
		}
	}
	growth := 0
	for _, t := range c.e.Targets {
		c.wants(s, "a goal", c.word(t.Fact, "")...)
		if t.Baseline != nil {
			c.wants(s, "what was reached", c.word(t.Baseline, "")...)
		}
		if t.Implied == nil {
			c.wants(s, "why no level is implied", c.inAll(func(w *locale.Words) string { return w.Phrase("implied." + string(t.WhyNot)) })...)
		} else {
			c.wants(s, "the implied level", c.inAll(func(w *locale.Words) string { return w.Quantity(*t.Implied, stat.About) })...)
		}
		if t.Growth != nil && t.Fact.Measure == stat.TargetGrowth {
			growth++
		}
	}
	if growth >= 3 {
		c.drawn(s, "goals", c.words[0].Fill("figure.chart.target.mark", c.word(c.e.Targets[0].Fact, locale.FormPlain)[0]))
	}
}

func (c *content) notes() {
	s := c.section("notes")
	for _, n := range c.e.Notes {
		c.wants(s, "a note", c.inAll(func(w *locale.Words) string { text, _ := wording.Note(w, c.e, n); return text })...)
	}
	for _, f := range c.e.Facts {
		for _, v := range f.Variants {
			for _, w := range c.words {
				text, _ := w.Fact(f, v, c.e.Area, "")
				c.wants(said{text: s.text + c.section("register").text}, "a variant", text)
			}
		}
	}
	for _, convention := range c.e.Conventions() {
		c.wants(s, "how to read figures", c.inAll(func(w *locale.Words) string { return wording.Convention(w, c.e, convention) })...)
	}
	found := c.chapter(c.words[0].Phrase("sheet.findings"))
	for _, f := range c.e.Findings {
		if f.Rule != "declared-variant" {
			c.wants(found, "a finding", c.inAll(func(w *locale.Words) string { return w.Message(f.Message, f.Args) })...)
		}
	}
	for _, source := range c.e.Area.Sources {
		c.wants(s, "a source", c.inAll(func(w *locale.Words) string { return w.Text(source.Title) })...)
		c.wants(s, "a credit", c.inAll(func(w *locale.Words) string { return w.Text(source.Credit) })...)
	}
	c.wants(s, "the contact", c.inAll(func(w *locale.Words) string { return w.Text(c.e.Area.Contact) })...)
	c.wants(s, "the licence", c.inAll(func(w *locale.Words) string { return wording.Licence(w, c.e.Area.Licence) })...)
}

// contentItems lists the required contents of a briefing, each with the sections that hold it.
var contentItems = []struct {
	name     string
	sections []string
	check    func(*content)
}{
	{"1 cover", []string{"cover"}, (*content).cover}, {"2 contents", []string{"contents"}, (*content).contents},
	{"3 at a glance", []string{"glance"}, (*content).glance}, {"4 themes", []string{"themes"}, (*content).themes},
	{"5 rankings", []string{"rankings"}, (*content).rankings}, {"6 projects", []string{"projects"}, (*content).projects},
	{"7 goals", []string{"targets"}, (*content).targets}, {"8 data notes", []string{"notes"}, (*content).notes},
}

// examine lists the missing parts of an item.
func examine(t *testing.T, e *edition.Edition, check func(*content)) []string {
	t.Helper()
	opt := options(t, e.Units, e.Langs...)
	doc, err := composed(e, opt)
	if err != nil {
		t.Fatal(err)
	}
	c := &content{e: e, words: opt.Words, doc: doc, chapters: chaptersOf(doc)}
	check(c)
	return c.missing
}

// A briefing has all required contents, for every shipped area, and the test notices what is left out.
func TestContent(t *testing.T) {
	for _, area := range []string{"saibei", "example", "tongjian"} {
		for _, item := range contentItems {
			t.Run(area+" "+item.name, func(t *testing.T) {
				e := areaEdition(t, area, stat.Hans, stat.En)
				if len(e.Projects) == 0 && slices.Contains(item.sections, "projects") {
					t.Skip("the area has no projects")
				}
				e.Draft, e.Number = true, 3
				e.Findings = []stat.Finding{{Rule: "other", Severity: stat.Warning, Message: stat.Text{Hans: "请核对{0}", En: "look at {0}"}, Args: []any{stat.Qty("5", 0, "MU")}}}
				for _, missing := range examine(t, e, item.check) {
					t.Errorf("there is not %s", missing)
				}
				e.Sections = slices.DeleteFunc(slices.Clone(e.Sections), func(s string) bool { return slices.Contains(item.sections, s) })
				if len(examine(t, e, item.check)) == 0 {
					t.Errorf("that %q is left out is not found", item.sections)
				}
			})
		}
	}
}
