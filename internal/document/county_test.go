package document

import (
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"nianbao/internal/dataset"
	"nianbao/internal/edition"
	"nianbao/internal/stat"
	"nianbao/internal/town"
	"nianbao/internal/wording"
)

// figuresOfCounty are the usual figures of a county, some of which are growth alone.
const figuresOfCounty = `
source: bulletin
observations:
  gdp: [156.32, 5.8]
  primary: [28.41, 4.1]
  secondary: [62.17, 6.3]
  tertiary: [65.74, 6.1]
  new-jobs: [0.42, 3.2]
  grain: [16.21, 1.2]
  above-scale-industry: [{status: O}, 7.2]
  fixed-investment: [{status: O}, 4.4]
  retail-sales: [58.94, 5.2]
  trade-total: [6.12, 11.4]
  budget-revenue: [9.87, 6.5]
  resident-population: [38.21, -0.4]
  income: [28640, 5.6]
`

// county is the dataset of a county that is described in a few lines, with these files beside the description.
func county(t *testing.T, files map[string]string) *stat.Dataset {
	t.Helper()
	fsys := fstest.MapFS{"county/area.yaml": {Data: []byte(`code: county
name: {zh-Hans: 青山县, en: Qingshan County}
within: {zh-Hans: 某省, en: Some Province}
sources:
  bulletin:
    title: {zh-Hans: 统计公报, en: Statistical bulletin}
    publisher: {zh-Hans: 统计局, en: Statistics Office}
    reference: {zh-Hans: "第{0}页", en: "page {0}"}
`)}}
	for _, name := range slices.Collect(maps.Keys(files)) {
		fsys["county/"+name] = &fstest.MapFile{Data: []byte(files[name])}
	}
	d, _, err := dataset.Load(fsys, "county")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// editionOf builds the edition of a year.
func editionOf(t *testing.T, d *stat.Dataset, year int) *edition.Edition {
	t.Helper()
	e, err := edition.Build(d, town.Year(year), edition.Options{Langs: []stat.Lang{stat.Hans, stat.En}, Sections: town.Sections()})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// documentOf composes a kind of briefing of an edition.
func documentOf(t *testing.T, e *edition.Edition, kind Kind) *Document {
	t.Helper()
	doc, err := Build(e, words(t, e.Units, stat.Hans, stat.En), kind)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// The standard briefing has all main points, however often the office's own sentences and the table of revisions have their
// figures. That table does not count among the places that have a figure, so that charts have it in every release.
func TestPointsAreKept(t *testing.T) {
	d := county(t, map[string]string{"2024.yaml": `period: "2024"` + figuresOfCounty, "text.yaml": `
sentences:
  - id: auto-own-general-1
    theme: general
    text:
      zh-Hans: 全年地区生产总值{gdp.level}，{gdp.growth}，运行平稳；预算收入{budget-revenue.level}，{budget-revenue.growth}。
      en: "Gross domestic product was {gdp.level}, {gdp.growth}; budget revenue was {budget-revenue.level}, {budget-revenue.growth}."
`})
	first := editionOf(t, d, 2024)
	var old []edition.PriorFigure
	for _, f := range first.Facts {
		p := edition.PriorFigure{Fact: f.ID, Figure: f.Figure}
		if f.Status.HasValue() {
			p.Quantity.Value = p.Quantity.Value.Add(p.Quantity.Value)
		}
		old = append(old, p)
	}
	second := first.AsRelease(d, 2, []edition.Prior{{Number: 1, Figures: old}})
	if len(second.Revisions) == 0 {
		t.Fatal("nothing was revised")
	}
	var charts []string
	for _, e := range []*edition.Edition{first, second} {
		doc := documentOf(t, e, Standard)
		var got, want []string
		for _, b := range doc.Points.Blocks {
			got = append(got, b.(*Paragraph).Text[1].String())
		}
		for _, s := range wording.Points(e) {
			text, err := wording.Sentence(words(t, e.Units, stat.En)[0], e, s)
			if err != nil {
				t.Fatal(err)
			}
			want = append(want, text)
		}
		if len(want) < 5 || !slices.Equal(got, want) {
			t.Errorf("release %d: points %q, want %q", e.Number, got, want)
		}
		charts = append(charts, drawn(doc))
	}
	if charts[0] != charts[1] || charts[0] == "" {
		t.Errorf("charts of the first release are\n%s\nand of the second\n%s", charts[0], charts[1])
	}
}

// drawn lists the titles of charts and the figures that they print.
func drawn(doc *Document) string {
	all := ""
	for _, s := range doc.Sections {
		for _, ch := range s.Chapters {
			for _, b := range ch.Blocks {
				if c, ok := b.(*Chart); ok {
					all += c.Title[1].String()
					for _, f := range figuresOf(c.Data) {
						all += " " + f
					}
					all += "\n"
				}
			}
		}
	}
	return all
}

// What looks back on whole years does not call their figures cumulative; what looks back on quarters does.
func TestWholeYearsAreNotCumulative(t *testing.T) {
	cumulative := regexp.MustCompile(`累计|年初|同期|cumulative|Cumulative|start of the year|same period|Same period`)
	for of, last := range map[string]stat.Period{"2023": town.Year(2024), "2024-Q1": stat.Through(2024, 6)} {
		files := map[string]string{}
		for _, p := range []string{of, last.String()} {
			files[p+".yaml"] = fmt.Sprintf("period: %q", p) + figuresOfCounty
		}
		d := county(t, files)
		e, err := edition.Build(d, last, edition.Options{Langs: []stat.Lang{stat.Hans, stat.En}, Sections: town.Sections()})
		if err != nil {
			t.Fatal(err)
		}
		for _, kind := range []Kind{Standard, Full} {
			said := map[string]bool{}
			history := false
			doc := documentOf(t, e, kind)
			visit(reflect.ValueOf(doc), func(v reflect.Value) {
				switch x := v.Interface().(type) {
				case Text:
					for _, in := range x {
						said[cumulative.FindString(in.String())] = true
					}
				case Chapter:
					history = history || x.ID == "history"
				}
			})
			delete(said, "")
			if !history || (len(said) == 0) != (e.Yearly()) {
				t.Errorf("%s to %s, %s: history %t, called %v", of, last, kind, history, slices.Sorted(maps.Keys(said)))
			}
		}
	}
}

// A card leads with a figure that is known: with growth where an office publishes growth alone. Without any there is no card.
func TestCardsLeadWithKnownFigures(t *testing.T) {
	d := county(t, map[string]string{"2024.yaml": `period: "2024"` + figuresOfCounty + `
  deposits: [{status: O, note: {zh-Hans: 尚未公布。, en: Not yet published.}}, {status: O}]
`})
	town.Indicator(d, "deposits").Headline = true
	e := editionOf(t, d, 2024)
	for _, kind := range []Kind{Standard, Full, Brief} {
		got := map[string]string{}
		for _, s := range documentOf(t, e, kind).Sections {
			for _, ch := range s.Chapters {
				for _, b := range ch.Blocks {
					if cards, ok := b.(*Cards); ok {
						for _, card := range cards.Items {
							got[card.Name[0].String()] = card.Figure[0].String()
							for _, more := range card.Context {
								got[card.Name[0].String()] += ", " + more[0].String()
							}
						}
					}
				}
			}
		}
		for name, want := range map[string]string{
			"地区生产总值": "156.32亿元, ▲增长5.8%", "规模以上工业增加值": "▲增长7.2%", "固定资产投资": "▲增长4.4%",
		} {
			if got[name] != want && (kind != Brief || got[name] != "") {
				t.Errorf("%s: the card of %s has %q, want %q", kind, name, got[name], want)
			}
		}
		for name, card := range got {
			if strings.Contains(card, "暂无") || strings.Contains(name, "存款") {
				t.Errorf("%s: the card of %s has %q", kind, name, card)
			}
		}
	}
}

// The notes explain the words that tables print in place of figures, and say more than these do.
func TestNotesExplainWhatTablesPrint(t *testing.T) {
	d := county(t, map[string]string{"2024.yaml": `period: "2024"` + figuresOfCounty + `
  deposits: [{status: M}, {status: M}]
  loans: [{status: L}, {status: L}]
`})
	e := editionOf(t, d, 2024)
	doc := documentOf(t, e, Full)
	cells, notes := map[string]bool{}, map[string]string{}
	explains := regexp.MustCompile(`^(?:标“(.+?)”的，|Where "(.+?)" stands, )(.+)[。.]$`)
	for _, s := range doc.Sections {
		for _, ch := range s.Chapters {
			for _, b := range ch.Blocks {
				switch b := b.(type) {
				case *Table:
					for _, cell := range slices.Concat(b.Rows...) {
						for _, part := range cell {
							for _, in := range part.Text {
								cells[in.String()] = true
							}
						}
					}
				case *List:
					for _, entry := range b.Entries {
						for _, in := range entry.Text {
							if m := explains.FindStringSubmatch(in.String()); m != nil {
								notes[m[1]+m[2]] = m[3]
							}
						}
					}
				}
			}
		}
	}
	if len(notes) != 6 {
		t.Errorf("explained: %q, want three words in two languages", notes)
	}
	for word, note := range notes {
		if !cells[word] || strings.Contains(note, word) {
			t.Errorf("%q, which tables print (%t), is explained by %q", word, cells[word], note)
		}
	}
}
