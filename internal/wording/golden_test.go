package wording

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"nianbao/internal/dataset"
	"nianbao/internal/edition"
	"nianbao/internal/golden"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// TestGolden shows the words of the example area's four editions of a year and of the county's, one after the other, as a
// reader would check them.
func TestGolden(t *testing.T) {
	for name, of := range map[string]struct {
		area   string
		period stat.Period
	}{
		"example-2024-q1": {"example", stat.Through(2024, 3)}, "example-2024-h1": {"example", stat.Through(2024, 6)},
		"example-2024-q3": {"example", stat.Through(2024, 9)}, "example": {"example", stat.Through(2024, 12)},
		"tongjian": {"tongjian", stat.Period{Year: 2022}},
	} {
		d, _, err := dataset.Load(os.DirFS("../../config/areas"), of.area)
		if err != nil {
			t.Fatal(err)
		}
		e := build(t, d, of.period)
		p := page{t: t, e: e, zh: speak(t, stat.Hans, d.Units), en: speak(t, stat.En, d.Units)}
		p.sentences()
		p.notes()
		p.progress()
		p.rows()
		golden.Check(t, name, p.String())
	}
}

// page writes the words of an edition as readable text.
type page struct {
	strings.Builder
	t      *testing.T
	e      *edition.Edition
	zh, en *locale.Words
}

func (p *page) line(format string, args ...any) { fmt.Fprintf(p, format+"\n", args...) }

// both writes a line in each language.
func (p *page) both(label string, say func(*locale.Words) (string, error)) {
	for _, w := range []*locale.Words{p.zh, p.en} {
		text, err := say(w)
		if err != nil {
			p.t.Fatal(err)
		}
		p.line("  %s: %s", label, text)
	}
}

func (p *page) sentences() {
	themes := []string{"preface", "summary"}
	for _, theme := range p.e.Themes {
		themes = append(themes, theme.Code)
	}
	p.line("sentences")
	for _, theme := range append(themes, "rankings", "projects", "targets") {
		for _, s := range Sentences(p.e, theme) {
			p.both(s.ID, func(w *locale.Words) (string, error) { return Sentence(w, p.e, s) })
		}
	}
}

func (p *page) notes() {
	p.line("\nnotes")
	for _, n := range p.e.Notes {
		p.both(fmt.Sprintf("[%d] %s", n.Number, n.Kind), func(w *locale.Words) (string, error) { return Note(w, p.e, n) })
	}
	p.line("\nconventions")
	for _, c := range p.e.Conventions() {
		p.both(c.Code, func(w *locale.Words) (string, error) { return Convention(w, p.e, c), nil })
	}
}

func (p *page) progress() {
	p.line("\nprogress")
	p.both("tally", func(w *locale.Words) (string, error) { return Tally(w, p.e), nil })
	for _, g := range p.e.Progress {
		p.both(g.Fact.ID, func(w *locale.Words) (string, error) { return Judgement(w, g) + " | " + Need(w, g), nil })
	}
}

func (p *page) rows() {
	p.line("\ntidy table")
	p.line("  %s", strings.Join(DataColumns(), "|"))
	for _, r := range DataRows(p.zh, p.en, p.e) {
		p.line("  %s", strings.Join(r.Fields(), "|"))
	}
}
