package briefing

import (
	"fmt"
	"os"
	"testing"

	"nianbao/internal/dataset"
	"nianbao/internal/edition"
	"nianbao/internal/stat"
	"nianbao/internal/town"
)

// The pages of quarters, with their trends, progress and revisions, are laid out as well and as full as those of a
// year.
func TestPagesOfQuarters(t *testing.T) {
	d, _, err := dataset.Load(os.DirFS("../../config/areas"), "example")
	if err != nil {
		t.Fatal(err)
	}
	names, err := themeNames()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		theme, err := ThemeByName(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, layout := range []Layout{Parallel, Stacked, Sequential} {
			for _, months := range []int{3, 6, 9} {
				e, err := edition.Build(d, stat.Through(2024, months), edition.Options{Langs: []stat.Lang{stat.Hans, stat.En}, Sections: town.Sections()})
				if err != nil {
					t.Fatal(err)
				}
				opt := options(t, e.Units, e.Langs...)
				opt.Theme, opt.Layout = theme, layout
				doc, err := composed(e, opt)
				if err != nil {
					t.Fatal(err)
				}
				look := fmt.Sprintf("%s, %s, %s", name, layout, e.Period)
				typesetting(t, look, doc, theme)
				for i, p := range doc.Pages {
					if fill := fillOf(p, theme); fill < leastOf(doc, i) {
						t.Errorf("%s: page %d is filled to %.0f %%", look, p.Number, 100*fill)
					}
				}
			}
		}
	}
}
