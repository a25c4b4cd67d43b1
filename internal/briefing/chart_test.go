package briefing

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"nianbao/internal/stat"
)

// figuresOf returns the figures of a document.
func figuresOf(doc *Composition) []*Node {
	var figures []*Node
	walk(doc.Root, func(n, _ *Node) {
		if n.Kind == "Figure" {
			figures = append(figures, n)
		}
	})
	return figures
}

// The description of a chart says what the chart shows, in every language of the document.
func TestChartsAreDescribed(t *testing.T) {
	for _, langs := range [][]stat.Lang{{stat.Hans, stat.En}, {stat.En}} {
		doc := documentOf(t, "saibei", nil, langs...)
		alts := ""
		for _, f := range figuresOf(doc) {
			if f.Alt == "" || f.Lang != langs[0] {
				t.Errorf("a figure in %s is described as %q", f.Lang, f.Alt)
			}
			alts += f.Alt + "\n"
		}
		want := []string{"增长277.28%", "地区生产总值 位列全市第五", "1.3亿元", "2023年8月4日，投产", "目标7%"}
		if langs[0] == stat.En {
			want = nil
		}
		want = append(want, "up 277.28%", "Gross domestic product fifth in the city", "CNY 130 million", "4 August 2023, Production started", "target 7%")
		for _, s := range want {
			if !strings.Contains(alts, s) {
				t.Errorf("no description in %v has %q:\n%s", langs, s, alts)
			}
		}
	}
}

// Labels on the timeline never touch each other, however close the days.
func TestTimelineLabels(t *testing.T) {
	e := areaEdition(t, "saibei", stat.Hans, stat.En)
	for i := range e.Milestones {
		e.Milestones[i].Project = e.Projects[0]
		e.Milestones[i].Date = stat.Date{Year: 2023, Month: 5, Day: 1 + i}
	}
	e.Sections = []string{"projects"}
	doc, err := composed(e, options(t, e.Units, stat.Hans, stat.En))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range doc.Pages {
		for _, f := range overlaps(p) {
			t.Error(f)
		}
	}
}

// A chart says what is beyond its scale and marks real growth, on the page and in its description, in both languages.
func TestChartsSayHowToReadThem(t *testing.T) {
	doc := documentOf(t, "saibei", nil, stat.Hans, stat.En)
	alts := ""
	for _, f := range figuresOf(doc) {
		alts += f.Alt + "\n"
	}
	shown := pageText(doc.Pages)
	for _, s := range []string{"箭头表示超出刻度", "未注明“实际增速”的为名义增速", "地区生产总值（实际增速）"} {
		if !strings.Contains(alts, s) {
			t.Errorf("no description says %q:\n%s", s, alts)
		}
		if !strings.Contains(shown, squeeze(s)) {
			t.Errorf("no page says %q", s)
		}
	}
	for _, s := range []string{"Anarrowstandsforavaluebeyondthescale", "Targetfor2024", "Growthofamountsofmoneyisnominalunlessmarkedasreal", "Grossdomesticproduct(real)"} {
		if !strings.Contains(shown, s) {
			t.Errorf("no page says %q", s)
		}
	}
}

// Every label of every chart is drawn, whole and in order, in the type area, and touches no other.
func TestLabelsOfCharts(t *testing.T) {
	charts := 0
	looks(t, func(name string, doc *Composition, theme Theme) {
		charts += len(figuresOf(doc))
		for _, f := range chartFaults(doc, theme) {
			t.Errorf("%s: %s", name, f)
		}
	})
	if charts < 100 {
		t.Errorf("%d charts in all", charts)
	}
}

// On a narrow page no chart is left out, and its labels are whole and apart as well.
func TestChartsOnNarrowPages(t *testing.T) {
	for _, langs := range [][]stat.Lang{{stat.Hans, stat.En}, {stat.En}} {
		wide := len(figuresOf(documentOf(t, "saibei", nil, langs...)))
		for _, width := range []float64{210, 240, 280} {
			theme := std()
			theme.Name, theme.Width = "narrow", theme.Left+width+theme.Right
			doc := documentOf(t, "saibei", func(o *Options) { o.Theme = theme }, langs...)
			if n := len(figuresOf(doc)); n < wide {
				t.Errorf("%v in %.0f: %d charts of %d", langs, width, n, wide)
			}
			for _, f := range chartFaults(doc, theme) {
				t.Errorf("%v in %.0f: %s", langs, width, f)
			}
		}
	}
}

// chartFaults lists the labels of charts that are lost, outside the type area, or touching each other.
func chartFaults(doc *Composition, theme Theme) (faults []string) {
	figures := map[*Node]bool{}
	for _, f := range figuresOf(doc) {
		figures[f] = true
		if f.says == "" {
			faults = append(faults, fmt.Sprintf("the chart %q has no labels", f.Alt))
		}
	}
	faults = append(faults, misspoken(doc)...)
	for _, p := range doc.Pages {
		only := Page{Number: p.Number}
		for _, it := range p.Items {
			if figures[it.Node] {
				only.Items = append(only.Items, it)
			}
		}
		for _, f := range slices.Concat(outside(only, theme), overlaps(only), strays(only, theme)) {
			faults = append(faults, fmt.Sprintf("page %d: %s", p.Number, f))
		}
	}
	return faults
}

// A label that is cut short is found.
func TestLostLabelsAreFound(t *testing.T) {
	doc := documentOf(t, "saibei", nil, stat.Hans, stat.En)
	figure := figuresOf(doc)[0]
	for i, p := range doc.Pages {
		for j, it := range p.Items {
			if it.Node == figure && it.Shape == Text {
				doc.Pages[i].Items[j].Text = it.Text[:len(it.Text)/2]
				if len(misspoken(doc)) != 1 {
					t.Errorf("%q for %q is not found", doc.Pages[i].Items[j].Text, it.Text)
				}
				return
			}
		}
	}
}
