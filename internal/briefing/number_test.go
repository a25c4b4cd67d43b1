package briefing

import (
	"strings"
	"testing"

	"nianbao/internal/stat"
)

// A chapter has its number in its heading, in the contents and in the bookmarks, the same in both languages and in both
// parts of a sequential briefing.
func TestChapterNumbers(t *testing.T) {
	e := areaEdition(t, "example", stat.Hans, stat.En)
	e.Numbered = true
	for _, layout := range []Layout{Parallel, Stacked, Sequential} {
		opt := options(t, e.Units, e.Langs...)
		opt.Layout = layout
		doc, err := composed(e, opt)
		if err != nil {
			t.Fatal(err)
		}
		marks := ""
		for _, m := range (&finisher{Composition: doc, theme: std()}).bookmarks() {
			marks += m.Title + "\n"
		}
		pages := ""
		for _, p := range doc.Pages {
			for _, it := range p.Items {
				if it.Shape == Text {
					pages += it.Text
				}
			}
			pages += "\n"
		}
		for _, want := range []string{"三、交通与通信", "3. Transport and communication"} {
			if got := strings.Count(marks, want); got != 1 {
				t.Errorf("%s: %d bookmarks %q", layout, got, want)
			}
			if got := strings.Count(strings.ReplaceAll(pages, " ", ""), strings.ReplaceAll(want, " ", "")); got != 2 {
				t.Errorf("%s: %q stands %d times on the pages, want the contents and the heading", layout, want, got)
			}
		}
	}
}
