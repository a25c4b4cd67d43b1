package briefing

import (
	"os"
	"slices"
	"testing"

	"nianbao/internal/dataset"
	"nianbao/internal/document"
	"nianbao/internal/edition"
	"nianbao/internal/stat"
	"nianbao/internal/town"
)

// A standard briefing of 81 facts takes at most 12 pages, one of 258 facts at most 24, in the usual look; notes and sources take
// no more than the space of one.
func TestLengthOfStandard(t *testing.T) {
	for _, test := range []struct {
		area string
		year int
		most int
	}{{"saibei", 2023, 12}, {"tongjian", 2022, 24}, {"example", 2024, 12}} {
		d, _, err := dataset.Load(os.DirFS("../../config/areas"), test.area)
		if err != nil {
			t.Fatal(err)
		}
		e, err := edition.Build(d, stat.Through(test.year, 12), edition.Options{Langs: []stat.Lang{stat.Hans, stat.En}, Sections: town.Sections()})
		if err != nil {
			t.Fatal(err)
		}
		opt := options(t, e.Units, e.Langs...)
		doc, err := document.Build(e, opt.Words, document.Standard)
		if err != nil {
			t.Fatal(err)
		}
		laid, err := Compose(doc, opt)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(laid.Pages); n > test.most {
			t.Errorf("the standard briefing of %s has %d pages, want at most %d", test.area, n, test.most)
		}
		notes := laid.titles[slices.IndexFunc(laid.titles, func(e entry) bool { return e.title[0] == "数据说明" })]
		first := laid.places[notes.anchor]
		last := laid.Pages[len(laid.Pages)-1]
		if used := float64(last.Number-first.page) + fillOf(last, opt.Theme) - (first.y-opt.Theme.Top)/opt.Theme.height(); used > 1 {
			t.Errorf("%s: notes and sources take %.2f pages", test.area, used)
		}
	}
}

// A brief has one page, or by choice four at most.
func TestLengthOfBrief(t *testing.T) {
	for _, area := range []string{"saibei", "tongjian", "example"} {
		for kind, most := range map[document.Kind]int{document.Brief: 1, document.Leaflet: 4} {
			for _, langs := range [][]stat.Lang{{stat.Hans, stat.En}, {stat.Hans}, {stat.En}} {
				e := areaEdition(t, area, langs...)
				opt := options(t, e.Units, e.Langs...)
				doc, err := document.Build(e, opt.Words, kind)
				if err != nil {
					t.Fatal(err)
				}
				laid, err := Compose(doc, opt)
				if err != nil {
					t.Fatal(err)
				}
				if n := len(laid.Pages); n > most {
					t.Errorf("the %s of %s in %v has %d pages, want at most %d", kind, area, langs, n, most)
				}
			}
		}
	}
}
