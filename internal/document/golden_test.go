package document

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"nianbao/internal/chart"
	"nianbao/internal/dataset"
	"nianbao/internal/edition"
	"nianbao/internal/golden"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/town"
)

// build composes the document of an edition of a shipped area.
func build(t *testing.T, area string, p stat.Period, langs ...stat.Lang) (*edition.Edition, *Document) {
	t.Helper()
	d, _, err := dataset.Load(os.DirFS("../../config/areas"), area)
	if err != nil {
		t.Fatal(err)
	}
	e, err := edition.Build(d, p, edition.Options{Langs: langs, Sections: town.Sections(), Release: p.End()})
	if err != nil {
		t.Fatal(err)
	}
	doc, err := Build(e, words(t, d.Units, langs...), Full)
	if err != nil {
		t.Fatal(err)
	}
	return e, doc
}

func words(t *testing.T, units map[string]stat.Unit, langs ...stat.Lang) []*locale.Words {
	t.Helper()
	var all []*locale.Words
	for _, l := range langs {
		w, err := locale.For(l, units)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, w)
	}
	return all
}

func TestGolden(t *testing.T) {
	for name, of := range map[string]struct {
		area   string
		period stat.Period
		langs  []stat.Lang
	}{
		"saibei":          {"saibei", stat.Period{Year: 2023}, []stat.Lang{stat.Hans, stat.En}},
		"tongjian":        {"tongjian", stat.Period{Year: 2022}, []stat.Lang{stat.Hans, stat.En}},
		"example-2024-q3": {"example", stat.Through(2024, 9), []stat.Lang{stat.Hans, stat.En}},
		"example-en":      {"example", stat.Through(2024, 12), []stat.Lang{stat.En}},
	} {
		_, doc := build(t, of.area, of.period, of.langs...)
		golden.Check(t, name, describe(doc))
	}
}

// page writes a document as readable text: one line per block, row or item, languages side by side, with the ID of the
// fact behind each figure.
type page struct{ strings.Builder }

func describe(doc *Document) string {
	var p page
	p.line(0, "document in %v, draft %v: %+v", doc.Langs, doc.Draft, doc.File)
	p.line(0, "title %s; short %s; standing %s", shown(doc.Title), shown(doc.Short), shown(doc.Standing))
	p.line(0, "cover %s; %s; %s", shown(doc.Cover.Area), shown(doc.Cover.Title), shown(doc.Cover.Within))
	for _, item := range doc.Cover.Imprint {
		p.line(1, "%s: %s", shown(item.Name), shown(item.Said))
	}
	for _, s := range doc.Sections {
		p.line(0, "section %s %s", s.Name, shown(s.Title))
		for i := range s.Chapters {
			p.chapter(&s.Chapters[i])
		}
	}
	return p.String()
}

func (p *page) line(depth int, format string, args ...any) {
	p.WriteString(strings.TrimRight(strings.Repeat("  ", depth)+fmt.Sprintf(format, args...), " ") + "\n")
}

func (p *page) chapter(ch *Chapter) {
	what := ""
	if ch.Apart {
		what += ", apart"
	}
	if ch.Alone {
		what += ", alone"
	}
	p.line(1, "chapter %s, level %d%s: %s", ch.ID, ch.Level, what, shown(ch.Title))
	for i, b := range ch.Blocks {
		p.block(i, b)
	}
	for _, r := range ch.Yields {
		p.line(2, "yields: %s %v", r.How, r.Blocks)
		if r.As != nil {
			p.chapter(r.As)
		}
	}
}

func (p *page) block(i int, b Block) {
	switch b := b.(type) {
	case *Paragraph:
		p.line(2, "%d paragraph %s: %s", i, b.Sentence, shown(b.Text))
	case *Cards:
		p.line(2, "%d cards", i)
		for _, c := range b.Items {
			p.line(3, "%s: %s", shown(c.Name), shown(c.Figure))
			for _, t := range c.Context {
				p.line(4, "%s", shown(t))
			}
		}
	case *Strip:
		p.line(2, "%d strip %s", i, shown(b.Title))
		for _, item := range b.Items {
			p.line(3, "%s: %s", shown(item.Name), shown(item.Said))
		}
	case *List:
		p.line(2, "%d list", i)
		for _, e := range b.Entries {
			p.line(3, "%d %s", e.Note, shown(e.Text))
		}
	case *Chart:
		p.chart(i, b)
	case *Table:
		p.table(i, b)
	}
}

func (p *page) chart(i int, b *Chart) {
	kinds := map[chart.Kind]string{
		chart.Dots: "dots", chart.Bars: "bars", chart.Bullets: "bullets", chart.Stack: "parts", chart.Lines: "lines", chart.Panels: "panels",
		chart.Ladder: "ladder", chart.Bump: "bump", chart.Timeline: "timeline",
	}
	if kinds[b.Data.Kind] == "" {
		panic(fmt.Sprintf("no name for the kind of chart %d", b.Data.Kind))
	}
	p.line(2, "%d chart of %s: %s", i, kinds[b.Data.Kind], shown(b.Title))
	p.line(3, "subtitle %s", shown(b.Subtitle))
	p.line(3, "note %s", shown(b.Note))
	p.line(3, "source %s", shown(b.Source))
	for _, s := range b.Data.Steps {
		p.line(3, "step %s %d", strings.Join(s.Name, " | "), s.Day)
	}
	for _, h := range b.Data.Heads {
		p.line(3, "head %s", strings.Join(h, " | "))
	}
	for _, r := range b.Data.Rows {
		p.line(3, "%s, %s, style %d, said %s", strings.Join(r.Name, " | "), strings.Join(r.Status, " | "), r.Style, strings.Join(r.Said, " | "))
		for _, pt := range r.Points {
			goal, open := "", ""
			if pt.Goal != nil {
				goal = fmt.Sprintf(", goal %s %s%s", pt.Goal, pt.Sign, strings.Join(pt.Note, " | "))
			}
			if pt.Open {
				open = ", open"
			}
			if pt.Unknown {
				open = ", unknown"
			}
			if pt.Sense != chart.Usual {
				open += fmt.Sprintf(", sense %d", pt.Sense)
			}
			p.line(4, "%d: %s (%s) %s %s %s%s%s", pt.Step, pt.Value, pt.Fact, strings.Join(pt.When, " | "), strings.Join(pt.Words, " | "),
				strings.Join(pt.Short, " | "), goal, open)
		}
	}
}

func (p *page) table(i int, b *Table) {
	kinds := map[ColumnKind]string{Labels: "labels", Prose: "prose", Figures: "figures"}
	roles := map[Role]string{Remark: "remark ", Tag: "tag ", Ident: "ident ", Origins: "from "}
	p.line(2, "%d table, dense %v", i, b.Dense)
	for _, c := range b.Columns {
		p.line(3, "column of %s %.3g: %s", kinds[c.Kind], c.Share, shown(c.Head))
	}
	for i, r := range b.Rows {
		var level Level
		if b.Levels != nil {
			level = b.Levels[i]
		}
		for j, c := range r {
			var parts []string
			for _, part := range c {
				parts = append(parts, roles[part.Role]+shown(part.Text))
			}
			if j == 0 && level.Head {
				parts = append([]string{"head"}, parts...)
			}
			p.line(3+min(j, 1)+level.Depth, "%s", strings.Join(parts, "; "))
		}
	}
}

// shown writes a text on one line.
func shown(t Text) string {
	tones := map[Tone]string{Quiet: "quiet:", Sign: "sign:", Quoted: "quoted:", Good: "good:", Bad: "bad:", Open: "open:"}
	var langs []string
	for _, in := range t {
		var b strings.Builder
		for _, s := range in {
			b.WriteString(tones[s.Tone] + s.Words)
			if s.Fact != "" {
				b.WriteString("{" + s.Fact + "}")
			}
			for _, m := range s.Marks {
				fmt.Fprintf(&b, "%s:%d", m.Words, m.Note)
			}
		}
		langs = append(langs, b.String())
	}
	return strings.Join(langs, " | ")
}
