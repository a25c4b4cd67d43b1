package briefing

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"nianbao/internal/edition"
	"nianbao/internal/stat"
	"nianbao/internal/town"

	"pgregory.net/rapid"
)

// invention generates a dataset of one period.
type invention struct {
	t     *rapid.T
	d     *stat.Dataset
	data  *stat.PeriodData
	count int
}

// invent returns an edition with random names and figures.
func invent(t *rapid.T, langs ...stat.Lang) *edition.Edition {
	v := &invention{t: t}
	v.d = &stat.Dataset{
		Area: stat.Area{
			Code: "made-up", Name: v.text(30), Within: v.text(30), Sample: rapid.Bool().Draw(t, "sample"),
			Scopes:  []stat.Scope{{Code: "city", Name: v.text(6)}},
			Sources: []stat.Source{{Code: "s", Title: v.text(60), Publisher: v.text(20), URL: "https://example.org/" + strings.Repeat("x", v.upTo(200))}},
		},
		Units: stat.Units(),
	}
	v.data = &stat.PeriodData{Period: stat.Period{Year: 2023}}
	for range v.upTo(3) {
		v.theme()
	}
	for range v.upTo(5) {
		v.project()
	}
	for range v.upTo(4) {
		v.data.Recognitions = append(v.data.Recognitions, stat.Recognition{Code: v.code(), Name: v.text(60), Holder: v.text(40), Tier: stat.National, Honour: stat.Listed, Note: v.text(40)})
		v.data.Initiatives = append(v.data.Initiatives, stat.Initiative{Code: v.code(), Name: v.text(60), Kind: stat.Campaign, Note: v.text(40)})
	}
	v.d.Periods = []stat.PeriodData{*v.data}
	e, err := edition.Build(v.d, v.data.Period, edition.Options{
		Langs: langs, Sections: town.Sections(), Release: v.data.Period.End(), Draft: rapid.Bool().Draw(t, "draft"), Findings: v.findings(),
	})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func (v *invention) upTo(n int) int { return rapid.IntRange(0, n).Draw(v.t, "number") }

// text is a text in both languages that is not only white space.
func (v *invention) text(n int) stat.Text {
	return stat.Text{Hans: "名" + drawText(v.t, "zh", n), En: "N" + drawText(v.t, "en", 2*n)}
}

func (v *invention) code() string {
	v.count++
	return "c" + strconv.Itoa(v.count)
}

func (v *invention) fact(subject string, m stat.Measure, unit string) *stat.Fact {
	q := stat.Qty(rapid.StringMatching(`-?[1-9][0-9]{0,8}(\.[0-9]{1,3})?`).Draw(v.t, "value"), v.upTo(8), unit)
	if m != stat.Level && m != stat.TargetLevel {
		q.Mult = 0
	}
	from := []stat.Provenance{{Source: "s", Ref: strconv.Itoa(v.upTo(40)), Printed: drawText(v.t, "printed", 12)}}
	v.data.Facts = append(v.data.Facts, stat.Fact{
		ID: stat.Key(subject, string(m), v.data.Period), Subject: subject, Area: "made-up", Period: v.data.Period, Measure: m,
		Figure: stat.Figure{Quantity: q, Status: rapid.SampledFrom(stat.Statuses()).Draw(v.t, "status"), From: from},
	})
	f := &v.data.Facts[len(v.data.Facts)-1]
	if v.upTo(3) == 0 {
		f.Variants, f.Reason = []stat.Figure{{Quantity: q, Status: stat.Normal, From: from}}, v.text(40)
	}
	if v.upTo(3) == 0 {
		f.Note = v.text(200)
	}
	return f
}

func (v *invention) theme() {
	theme := stat.Theme{Code: v.code(), Name: v.text(40)}
	v.d.Themes = append(v.d.Themes, theme)
	for range v.upTo(6) {
		ind := stat.Indicator{
			Code: v.code(), Theme: theme.Code, Name: v.text(60), Unit: "CNY", Headline: rapid.Bool().Draw(v.t, "headline"),
			Basis: rapid.SampledFrom([]stat.Basis{stat.Nominal, stat.Real}).Draw(v.t, "basis"),
		}
		v.d.Indicators = append(v.d.Indicators, ind)
		level := v.fact(ind.Code, stat.Level, "CNY").ID
		v.fact(ind.Code, stat.Growth, "PERCENT")
		if v.upTo(1) == 0 {
			f := v.fact(ind.Code, stat.Rank, "RANK")
			f.Quantity.Value, f.Variants = stat.Qty("3", 0, "").Value, nil
			f.Ranking = &stat.Ranking{Scope: "city", By: stat.Growth}
		}
		if v.upTo(1) == 0 {
			v.fact(ind.Code, stat.TargetGrowth, "PERCENT").Target = &stat.Target{Indicator: ind.Code, Operator: stat.AtLeast, Baseline: level}
		}
	}
	v.data.Sentences = append(v.data.Sentences, stat.Sentence{ID: v.code(), Theme: theme.Code, Text: v.text(300)})
}

func (v *invention) project() {
	p := stat.Project{Code: v.code(), Name: v.text(60), Status: stat.Signed, Note: v.text(80)}
	for range v.upTo(3) {
		p.Partners = append(p.Partners, stat.Partner{Name: v.text(30), Role: v.text(10)})
	}
	for range v.upTo(3) {
		code := v.code()
		f := v.fact(p.Code+"."+code, stat.Level, "CNY")
		f.ID = p.Code + "." + code + "@" + v.data.Period.String()
		p.Figures = append(p.Figures, stat.ProjectFigure{Code: code, Name: v.text(10), Fact: f.ID})
		p.Milestones = append(p.Milestones, stat.Milestone{Code: code, Step: stat.StepSigned, Date: stat.Date{Year: 2023}, Text: v.text(60)})
	}
	v.data.Projects = append(v.data.Projects, p)
}

func (v *invention) findings() []stat.Finding {
	var found []stat.Finding
	for i := range v.upTo(4) {
		found = append(found, stat.Finding{Rule: fmt.Sprint(i), Severity: stat.Note, Message: v.text(120)})
	}
	return found
}

// Any dataset is laid out without faults, and the register has every fact in order.
func TestLayoutOfInventedEditions(t *testing.T) {
	for _, langs := range [][]stat.Lang{{stat.Hans, stat.En}, {stat.En}} {
		opt := options(t, stat.Units(), langs...)
		rapid.Check(t, func(t *rapid.T) {
			e := invent(t, langs...)
			pages, err := pagesOf(e, opt)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range faults(e, opt.Words, pages) {
				t.Error(f)
			}
			text := pageText(pages)
			if len(e.Facts) == 0 {
				return // and no register
			}
			text = text[strings.LastIndex(text, squeeze(opt.Words[0].Phrase("section.register"))):]
			for _, f := range e.Facts {
				at := strings.Index(text, f.ID)
				if at < 0 {
					t.Fatalf("%s is not in the register after the facts before it", f.ID)
				}
				text = text[at+len(f.ID):]
			}
		})
	}
}

// pageText is the text of the document, without running heads and white space.
func pageText(pages []Page) string {
	var b strings.Builder
	for _, p := range pages {
		for _, it := range p.Items {
			if !it.Artifact {
				b.WriteString(it.Text)
			}
		}
	}
	return squeeze(b.String())
}
