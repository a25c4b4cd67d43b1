package briefing

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"nianbao/internal/stat"
)

// documentOf lays out a shipped area's edition.
func documentOf(t testing.TB, area string, change func(*Options), langs ...stat.Lang) *Composition {
	t.Helper()
	e := areaEdition(t, area, langs...)
	opt := options(t, e.Units, langs...)
	if change != nil {
		change(&opt)
	}
	doc, err := composed(e, opt)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// walk visits a node and all below it.
func walk(n *Node, visit func(n, parent *Node)) {
	for _, kid := range n.Kids {
		visit(kid, n)
		walk(kid, visit)
	}
}

// Everything drawn belongs to an element of the tree or is an artifact, and no element with kids has marks of its own.
func TestEverythingHasItsElement(t *testing.T) {
	for _, layout := range []Layout{Parallel, Stacked, Sequential} {
		doc := documentOf(t, "saibei", func(o *Options) { o.Layout = layout }, stat.Hans, stat.En)
		inTree := map[*Node]bool{}
		walk(doc.Root, func(n, _ *Node) { inTree[n] = true })
		for _, p := range doc.Pages {
			for _, it := range p.Items {
				switch {
				case it.Artifact && it.Node != nil:
					t.Errorf("page %d: %q is an artifact and belongs to a %s", p.Number, it.Text, it.Node.Kind)
				case !it.Artifact && !inTree[it.Node]:
					t.Errorf("page %d: %q belongs to nothing in the tree", p.Number, it.Text)
				case !it.Artifact && len(it.Node.Kids) > 0:
					t.Errorf("page %d: %q belongs to a %s with elements below it", p.Number, it.Text, it.Node.Kind)
				case it.Shape == Text && !it.Artifact && it.Node.Kind != "Figure" && it.Lang != langOf(doc.Root, it.Node):
					t.Errorf("page %d: %q is in %s, its element in %s", p.Number, it.Text, it.Lang, langOf(doc.Root, it.Node))
				}
			}
		}
	}
}

// langOf is the language of a node: its own or that of the nearest ancestor with one.
func langOf(root, of *Node) stat.Lang {
	lang := root.Lang
	var find func(n *Node, lang stat.Lang) bool
	find = func(n *Node, inherited stat.Lang) bool {
		if n.Lang != "" {
			inherited = n.Lang
		}
		if n == of {
			lang = inherited
			return true
		}
		for _, kid := range n.Kids {
			if find(kid, inherited) {
				return true
			}
		}
		return false
	}
	find(root, root.Lang)
	return lang
}

func TestTables(t *testing.T) {
	doc := documentOf(t, "saibei", nil, stat.Hans, stat.En)
	tables := 0
	walk(doc.Root, func(n, _ *Node) {
		if n.Kind != "Table" {
			return
		}
		tables++
		rows := n.Kids
		if rows[0].Kind == "Caption" {
			rows = rows[1:]
		}
		width := len(rows[0].Kids)
		for i, row := range rows {
			if row.Kind != "TR" || len(row.Kids) != width {
				t.Errorf("a row of a table is a %s of %d cells, want a TR of %d", row.Kind, len(row.Kids), width)
			}
			for j, cell := range row.Kids {
				want := map[bool]string{true: "TH", false: "TD"}[i == 0 || j == 0]
				if cell.Kind != want || (want == "TH") != (cell.Scope != "") {
					t.Errorf("row %d, column %d is a %s of scope %q", i, j, cell.Kind, cell.Scope)
				}
			}
		}
	})
	if tables < 15 {
		t.Errorf("%d tables, want one a theme and section", tables)
	}
}

// The contents give the page of each title, and link to it.
func TestContents(t *testing.T) {
	doc := documentOf(t, "saibei", nil, stat.Hans, stat.En)
	numbers := map[string]string{}
	linked := map[string]bool{}
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			if it.ref().Counter != "" {
				numbers[it.ref().Counter] = it.Text
			}
			if it.ref().Link != "" {
				linked[it.ref().Link] = true
			}
		}
	}
	for _, e := range doc.titles {
		if e.level != 1 || strings.HasPrefix(e.anchor, "c-") {
			continue
		}
		at, ok := doc.places[e.anchor]
		if want := strconv.Itoa(at.page); !ok || numbers[e.anchor] != want || !linked[e.anchor] {
			t.Errorf("the contents give page %q for %q, which stands on %q; linked: %v", numbers[e.anchor], e.title, want, linked[e.anchor])
		}
	}
}

// Each line of the contents is one link, which says title and page, and covers both.
func TestContentsHaveOneLinkALine(t *testing.T) {
	for _, layout := range []Layout{Parallel, Sequential} {
		doc := documentOf(t, "example", func(o *Options) { o.Layout = layout }, stat.Hans, stat.En)
		lines := 0
		walk(doc.Root, func(n, _ *Node) {
			if n.Kind != "TOCI" {
				return
			}
			lines++
			link := n.Kids[0].Kids[0]
			if len(n.Kids) != 1 || link.Kind != "Link" || len(link.links) != 1 {
				t.Fatalf("%s: line %d has not one link", layout, lines)
			}
			at := link.links[0]
			text, page := "", ""
			own := map[*Node]bool{}
			walk(link, func(n, _ *Node) { own[n] = true })
			for _, it := range doc.Pages[1].Items {
				if !own[it.Node] {
					continue
				}
				if it.X < at.x || it.X+it.W > at.x+at.w+0.01 || it.top() < at.y || it.bottom() > at.y+at.h+0.01 {
					t.Errorf("%s: the link of line %d does not cover %q", layout, lines, it.Text)
				}
				if it.ref().Counter != "" {
					page = it.Text
				} else {
					text += it.Text
				}
			}
			want := squeeze(text) + "，第" + page + "页"
			if link.Lang == stat.En {
				want = squeeze(text) + squeeze(", page "+page)
			}
			if page == "" || page == "0" || squeeze(at.contents) != want {
				t.Errorf("%s: the link of line %d is described as %q, want %q", layout, lines, at.contents, want)
			}
		})
		want := doc.captioned
		for _, e := range doc.titles {
			if e.level == 1 && e.part != "c-" {
				want++
			}
		}
		if lines != want {
			t.Errorf("%s: %d lines, want %d", layout, lines, want)
		}
	}
}

// In a document of two parts the contents of both are side by side, line by line, and are read one after the other.
func TestContentsOfParts(t *testing.T) {
	doc := documentOf(t, "saibei", func(o *Options) { o.Layout = Sequential }, stat.Hans, stat.En)
	var tocs []*Node
	walk(doc.Root, func(n, _ *Node) {
		if n.Kind == "TOC" {
			tocs = append(tocs, n)
		}
	})
	if len(tocs) != 4 || len(tocs[0].Kids) != len(tocs[1].Kids) || len(tocs[0].Kids) < 10 { // and the tables and figures of each
		t.Fatalf("%d lists of contents", len(tocs))
	}
	tocs = tocs[:2]
	var rows [2][]float64
	for i, toc := range tocs {
		own := map[*Node]bool{}
		walk(toc, func(n, _ *Node) { own[n] = true })
		for _, it := range doc.Pages[1].Items {
			if own[it.Node] && it.ref().Counter != "" {
				rows[i] = append(rows[i], it.Y)
			}
		}
	}
	if !slices.Equal(rows[0], rows[1]) {
		t.Errorf("lines stand at %v and at %v", rows[0], rows[1])
	}
}

// Every note mark links to its note, and the note back to its first mark.
func TestNotesAreLinked(t *testing.T) {
	e := areaEdition(t, "saibei", stat.Hans, stat.En)
	doc := documentOf(t, "saibei", nil, stat.Hans, stat.En)
	to := map[string]int{}
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			if it.ref().Link != "" {
				to[it.ref().Link]++
			}
		}
	}
	for _, n := range e.Notes {
		for _, kind := range []string{"note", "mark"} {
			anchor := "0-" + kind + strconv.Itoa(n.Number)
			if _, ok := doc.places[anchor]; !ok || to[anchor] == 0 {
				t.Errorf("%s: stands somewhere: %v, links to it: %d", anchor, ok, to[anchor])
			}
		}
	}
	notes := 0
	for _, sect := range glanceOf(doc, glanceTitles) {
		walk(sect, func(n, _ *Node) {
			if n.Kind == "Reference" {
				t.Error("a card has the mark of a note")
			}
		})
	}
	walk(doc.Root, func(n, _ *Node) {
		if n.Kind == "Note" {
			notes++
			if n.ID == "" {
				t.Error("a note has no ID")
			}
		}
	})
	if notes != len(e.Notes) {
		t.Errorf("%d notes in the tree, want %d", notes, len(e.Notes))
	}
}

// If the notes are omitted, their marks are plain text without links.
func TestMarksWithoutNotes(t *testing.T) {
	e := areaEdition(t, "saibei", stat.En)
	e.Sections = []string{"themes"}
	doc, err := composed(e, options(t, e.Units, stat.En))
	if err != nil {
		t.Fatal(err)
	}
	walk(doc.Root, func(n, _ *Node) {
		if n.Kind == "Link" || len(n.links) > 0 {
			t.Errorf("a %s with %d links", n.Kind, len(n.links))
		}
	})
	if _, err := rendered(e, options(t, e.Units, stat.En)); err != nil {
		t.Error(err)
	}
}

// The cover's title is a heading in every language, before those of the chapters.
func TestCoverIsHeading(t *testing.T) {
	doc := documentOf(t, "saibei", nil, stat.Hans, stat.En)
	var first *Node
	walk(doc.Root, func(n, _ *Node) {
		if n.Kind == "H1" && first == nil {
			first = n
		}
	})
	langs := map[stat.Lang]bool{}
	for _, it := range doc.Pages[0].Items {
		if slices.Contains(first.Kids, it.Node) {
			langs[it.Lang] = true
		}
	}
	if len(langs) != 2 {
		t.Errorf("the first heading of the cover is in %v", langs)
	}
}
