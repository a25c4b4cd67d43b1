package briefing

import (
	"strings"
	"testing"

	"nianbao/internal/document"
	"nianbao/internal/stat"
)

// Every main point is shown, in all looks, also where points and contents do not fit on one page. Contents that would not fit on
// a page with tables and figures do without, and these stand at the end.
func TestPointsAreAllShown(t *testing.T) {
	e := areaEdition(t, "tongjian", stat.Hans, stat.En)
	pages, atEnd := map[int]bool{}, false // of the contents
	for _, kind := range []document.Kind{document.Standard, document.Full} {
		looksOf(t, e, func(look string, opt Options) {
			doc, err := document.Build(e, opt.Words, kind)
			if err != nil {
				t.Fatal(err)
			}
			set, err := Compose(doc, opt)
			if err != nil {
				t.Fatal(err)
			}
			var text strings.Builder
			listed := 0
			for _, p := range set.Pages {
				for _, it := range p.Items {
					text.WriteString(it.Text)
					if it.ref().Counter != "" {
						listed = max(listed, p.Number)
					}
				}
			}
			all := squeeze(text.String())
			for _, b := range doc.Points.Blocks {
				for i := range opt.Words {
					if said := squeeze(curledWords(b.(*document.Paragraph).Text[i].String(), opt.Words[i].Lang())); !strings.Contains(all, said) {
						t.Errorf("%s, %s: %q is not shown", kind, look, said)
					}
				}
			}
			for _, p := range set.Pages[:4] {
				for _, it := range p.Items {
					pages[p.Number] = pages[p.Number] || it.ref().Counter != ""
				}
			}
			atEnd = atEnd || listed > 4
		})
	}
	if !pages[2] || !pages[3] || pages[4] || !atEnd {
		t.Errorf("the contents stand on the pages %v, and tables and figures at the end: %t", pages, atEnd)
	}
}
