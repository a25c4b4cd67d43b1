package briefing

import (
	"bytes"
	"os"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode"

	"nianbao/fonts"
	"nianbao/internal/dataset"
	"nianbao/internal/document"
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/town"
	"nianbao/internal/wording"
)

// embedded is the typeface of tests, loaded once.
var embedded = sync.OnceValues(func() (Typeface, error) { return LoadTypeface(fonts.Embedded()) })

// options returns test options for the given languages.
func options(t testing.TB, units map[string]stat.Unit, langs ...stat.Lang) Options {
	t.Helper()
	face, err := embedded()
	if err != nil {
		t.Fatal(err)
	}
	opt := Options{
		Typeface: face, Theme: std(), Layout: Parallel, Created: time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC), Creator: "nianbao test",
		Colors: testColors(),
	}
	for _, l := range langs {
		w, err := locale.For(l, units)
		if err != nil {
			t.Fatal(err)
		}
		opt.Words = append(opt.Words, w)
	}
	return opt
}

func testColors() Palette {
	return Palette{
		Accent: Color{31, 92, 122}, Ink: Color{31, 41, 51}, Muted: Color{95, 107, 118}, Rule: Color{201, 209, 214},
		Paper: Color{255, 255, 255},
	}
}

// areaEdition builds the edition of a shipped area's latest period.
func areaEdition(t testing.TB, area string, langs ...stat.Lang) *edition.Edition {
	t.Helper()
	d, _, err := dataset.Load(os.DirFS("../../config/areas"), area)
	if err != nil {
		t.Fatal(err)
	}
	p := d.Periods[len(d.Periods)-1].Period
	e, err := edition.Build(d, p, edition.Options{Langs: langs, Sections: town.Sections(), Release: p.End()})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestEveryFigureIsShown(t *testing.T) {
	for _, langs := range [][]stat.Lang{
		{stat.Hans, stat.En}, {stat.Hant, stat.En}, {stat.En, stat.Hans}, {stat.Hans, stat.Hant}, {stat.En}, {stat.Hans},
	} {
		for _, area := range []string{"saibei", "example", "tongjian"} {
			e := areaEdition(t, area, langs...)
			opt := options(t, e.Units, langs...)
			pdf, err := rendered(e, opt)
			if err != nil {
				t.Errorf("%s in %v: %v", area, langs, err)
				continue
			}
			text, err := Read(pdf)
			if err != nil {
				t.Errorf("%s in %v: %v", area, langs, err)
				continue
			}
			shown := squeeze(text)
			for _, f := range e.Facts {
				for _, w := range opt.Words {
					s, err := wording.Fact(w, e, f, "")
					if err != nil {
						t.Error(err)
					}
					if !strings.Contains(shown, squeeze(s)) {
						t.Errorf("%s in %v: %s is not shown as %q", area, langs, f.ID, s)
					}
				}
			}
		}
	}
}

func TestSameBytes(t *testing.T) {
	e := areaEdition(t, "example", stat.Hans, stat.En)
	opt := options(t, e.Units, stat.Hans, stat.En)
	first, err := rendered(e, opt)
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		again, err := rendered(e, opt)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first, again) {
			t.Fatal("two renderings of one edition differ")
		}
	}
}

// squeeze leaves out white space, and makes the quotes of print plain.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return -1
		case r == '“' || r == '”':
			return '"'
		case r == '‘' || r == '’':
			return '\''
		}
		return r
	}, s)
}

// std is the default theme.
var std = sync.OnceValue(func() Theme {
	t, err := ThemeByName(usualTheme)
	if err != nil {
		panic(err)
	}
	return t
})

// pagesOf lays an edition out.
func pagesOf(e *edition.Edition, opt Options) ([]Page, error) {
	doc, err := composed(e, opt)
	if err != nil {
		return nil, err
	}
	return doc.Pages, nil
}

// composed lays an edition out in pages.
func composed(e *edition.Edition, opt Options) (*Composition, error) {
	doc, err := document.Build(e, opt.Words, document.Full)
	if err != nil {
		return nil, err
	}
	return Compose(doc, opt)
}

// rendered makes the PDF of an edition.
func rendered(e *edition.Edition, opt Options) ([]byte, error) {
	doc, err := document.Build(e, opt.Words, document.Full)
	if err != nil {
		return nil, err
	}
	drawing, err := Draw(doc, opt)
	if err != nil {
		return nil, err
	}
	tagged, err := drawing.Tag()
	if err != nil {
		return nil, err
	}
	return tagged.Finish(nil)
}
