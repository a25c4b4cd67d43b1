package briefing

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/stat"
)

// On every page, in every look of every shipped area and of the stress edition, the rules hold that typeset tests for single
// paragraphs.
func TestTypesettingOfPages(t *testing.T) {
	looks(t, func(name string, doc *Composition, theme Theme) { typesetting(t, name, doc, theme) })
}

func TestTypesettingOfStress(t *testing.T) {
	names, err := themeNames()
	if err != nil {
		t.Fatal(err)
	}
	e := stressEdition(t, stat.Hans, stat.En)
	for _, name := range names {
		for _, layout := range []Layout{Parallel, Stacked, Sequential} {
			opt := options(t, e.Units, e.Langs...)
			opt.Layout = layout
			if opt.Theme, err = ThemeByName(name); err != nil {
				t.Fatal(err)
			}
			doc, err := composed(e, opt)
			if err != nil {
				t.Fatal(err)
			}
			typesetting(t, fmt.Sprintf("stress, %s, %s", name, layout), doc, opt.Theme)
		}
	}
}

func typesetting(t *testing.T, name string, doc *Composition, theme Theme) {
	t.Helper()
	found := append(misspoken(doc), misbroken(doc)...)
	for _, p := range doc.Pages {
		for _, text := range outside(p, theme) {
			found = append(found, fmt.Sprintf("page %d: %q leaves the type area", p.Number, text))
		}
		found = append(found, overlaps(p)...)
		found = append(found, strays(p, theme)...)
		found = append(found, struck(p)...)
	}
	for i, f := range found {
		if i == 10 {
			t.Errorf("%s: %d more", name, len(found)-i)
			break
		}
		t.Errorf("%s: %s", name, f)
	}
}

// misspoken lists elements whose characters are not all drawn once and in order.
func misspoken(doc *Composition) []string {
	drawn := map[*Node]*strings.Builder{}
	counted := map[*Node]bool{} // a page number, known only when pages are
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			if it.Shape != Text || it.Node == nil {
				continue
			}
			if drawn[it.Node] == nil {
				drawn[it.Node] = &strings.Builder{}
			}
			drawn[it.Node].WriteString(it.Text)
			counted[it.Node] = counted[it.Node] || it.ref().Counter != ""
		}
	}
	var out []string
	walk(doc.Root, func(n, _ *Node) {
		got := ""
		if b := drawn[n]; b != nil {
			got = b.String()
		}
		if n.says != "" && !counted[n] && squeeze(got) != squeeze(n.says) {
			out = append(out, fmt.Sprintf("%q is drawn for %q", got, n.says))
		}
	})
	return out
}

// misbroken lists prohibited line breaks, in paragraphs, cells, cards, notes and labels alike.
func misbroken(doc *Composition) []string {
	parent := map[*Node]*Node{}
	walk(doc.Root, func(n, above *Node) { parent[n] = above })
	paragraph := func(n *Node) *Node {
		for n != nil && (n.Kind == "Span" && parent[n] != nil && parent[n].Kind != "H1" || n.Kind == "Link" || n.Kind == "Reference") {
			n = parent[n]
		}
		return n
	}
	var out []string
	for _, p := range doc.Pages {
		last := map[*Node]Item{}
		for _, it := range p.Items {
			if it.Shape != Text || it.Artifact || strings.TrimSpace(it.Text) == "" && it.W == 0 {
				continue
			}
			n := paragraph(it.Node)
			before, begun := last[n]
			last[n] = it
			if begun && it.X <= before.X && prohibited(before, it) && !onRing(p, it) {
				out = append(out, fmt.Sprintf("page %d: a line ends %q and the next begins %q", p.Number, before.Text, it.Text))
			}
		}
	}
	return out
}

// prohibited reports whether a line must not end and begin like this (GB/T 15834-2011, 5.1; clreq 3.1.4), or a figure
// is broken.
func prohibited(before, after Item) bool {
	const (
		noStart = "、，；：。．！？,.;:!?”’）》〉」』】〕］｝)]}—～·…/／%％‰℃°²"
		noEnd   = "“‘（《〈「『【〔［｛([{￥¥$€"
	)
	end, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(before.Text, unicode.IsSpace))
	start, _ := utf8.DecodeRuneInString(after.Text)
	figure := !strings.HasSuffix(before.Text, " ") && unicode.IsDigit(end) && unicode.IsDigit(start)
	return figure || strings.ContainsRune(noStart, start) || strings.ContainsRune(noEnd, end)
}

// strays lists the shapes of the document that leave the type area, and everything that leaves the page.
func strays(p Page, theme Theme) []string {
	const slack = 0.6 // half of a line's width
	var out []string
	for _, it := range p.Items {
		left, top, width, height := theme.left(p.Number), theme.Top, theme.width(), theme.height()
		if it.Artifact {
			left, top, width, height = 0, 0, theme.Width, theme.Height
		}
		x, w := min(it.X, it.X+it.W), max(it.W, -it.W)
		y, h := min(it.Y, it.Y+it.H), max(it.H, -it.H)
		if it.Shape == Text && !it.Artifact || it.Angle != 0 {
			continue
		}
		if x < left-slack || x+w > left+width+slack || y < top-slack || y+h > top+height+slack {
			out = append(out, fmt.Sprintf("page %d: a %s from %.1f, %.1f to %.1f, %.1f leaves its area", p.Number, it.Shape, x, y, x+w, y+h))
		}
	}
	return out
}

// struck lists the texts crossed by a rule.
func struck(p Page) []string {
	var out []string
	for _, rule := range p.Items {
		if rule.Shape != Rule {
			continue
		}
		for _, it := range p.Items {
			// The ink of a text is between cap height and baseline.
			if it.Shape == Text && it.Angle == 0 && rule.Y < it.Y && rule.Y > it.Y-0.7*it.Size && rule.X < it.X+it.W && it.X < rule.X+rule.W {
				out = append(out, fmt.Sprintf("page %d: a rule goes through %q", p.Number, it.Text))
			}
		}
	}
	return out
}
