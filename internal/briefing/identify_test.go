package briefing

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"nianbao/internal/dataset"
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/town"
	"nianbao/internal/wording"
)

// told holds the texts of a briefing's elements, or of a part of it, by fact and sentence ID, without white space: in
// each language once for each element, in order.
type told struct {
	facts, sentences map[string]map[string][]string // by ID and language
}

func toldBy(parts ...*Part) told {
	t := told{map[string]map[string][]string{}, map[string]map[string][]string{}}
	add := func(to map[string]map[string][]string, id string, p *Part) {
		if id == "" {
			return
		}
		if to[id] == nil {
			to[id] = map[string][]string{}
		}
		to[id][p.Lang] = append(to[id][p.Lang], squeeze(p.All()))
	}
	var visit func(p *Part)
	visit = func(p *Part) {
		add(t.facts, p.Fact, p)
		add(t.sentences, p.Sentence, p)
		for _, kid := range p.Kids {
			visit(kid)
		}
	}
	for _, p := range parts {
		visit(p)
	}
	return t
}

// sectionsOf returns the sections of a briefing with a title, in any of the languages.
func sectionsOf(root *Part, words []*locale.Words, key string) []*Part {
	var found []*Part
	for _, sect := range root.Kids {
		if len(sect.Kids) == 0 || sect.Kids[0].Type != "H1" {
			continue
		}
		title := squeeze(sect.Kids[0].All())
		if slices.ContainsFunc(words, func(w *locale.Words) bool { return strings.HasPrefix(title, squeeze(w.Phrase(key))) }) {
			found = append(found, sect)
		}
	}
	return found
}

// readBack renders an edition and reads its structure.
func readBack(t testing.TB, e *edition.Edition, opt Options) *Part {
	t.Helper()
	pdf, err := rendered(e, opt)
	if err != nil {
		t.Fatal(err)
	}
	r, err := Open(pdf)
	if err != nil {
		t.Fatal(err)
	}
	root, err := r.Structure()
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// shippedEditions calls do for every edition of the shipped areas, and for the last one also in other languages.
func shippedEditions(t *testing.T, sections []string, do func(t *testing.T, e *edition.Edition)) {
	for _, area := range []string{"saibei", "example", "tongjian"} {
		d, _, err := dataset.Load(os.DirFS("../../config/areas"), area)
		if err != nil {
			t.Fatal(err)
		}
		run := func(p stat.Period, langs ...stat.Lang) {
			e, err := edition.Build(d, p, edition.Options{Langs: langs, Sections: sections})
			if err != nil {
				t.Fatal(err)
			}
			t.Run(fmt.Sprint(area, " ", e.Period, " ", langs), func(t *testing.T) { do(t, e) })
		}
		for i := range d.Periods {
			run(d.Periods[i].Period, stat.Hans, stat.En)
		}
		last := d.Periods[len(d.Periods)-1].Period
		run(last, stat.Hant, stat.En)
		run(last, stat.En)
	}
}

// looksOf calls do for every layout and theme of an edition.
func looksOf(t *testing.T, e *edition.Edition, do func(name string, opt Options)) {
	t.Helper()
	names, err := themeNames()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		for _, layout := range []Layout{Parallel, Stacked, Sequential} {
			opt := options(t, e.Units, e.Langs...)
			if opt.Theme, err = ThemeByName(name); err != nil {
				t.Fatal(err)
			}
			opt.Layout = layout
			do(fmt.Sprint(name, " ", layout), opt)
		}
	}
}

// The register has each fact and each variant once in each language, in an element with its ID, and no others.
func TestFactsAreFoundInTheRegister(t *testing.T) {
	shippedEditions(t, town.Sections(), func(t *testing.T, e *edition.Edition) {
		looksOf(t, e, func(look string, opt Options) {
			register := toldBy(sectionsOf(readBack(t, e, opt), opt.Words, "section.register")...).facts
			all := 0
			check := func(f *stat.Fact, fig stat.Figure, id string) {
				all++
				for _, w := range opt.Words {
					want, err := w.Fact(f, fig, e.Area, "")
					if got := register[id][string(w.Lang())]; err != nil || !slices.Equal(got, []string{squeeze(want)}) {
						t.Errorf("%s: %s in %s is %q, want %q (%v)", look, id, w.Lang(), got, want, err)
					}
				}
			}
			for _, f := range e.Facts {
				check(f, f.Figure, f.ID)
				for i, v := range f.Variants {
					check(f, v, edition.VariantID(f, i))
				}
			}
			if len(register) != all {
				t.Errorf("%s: the register has %d facts and variants, want %d", look, len(register), all)
			}
		})
	})
}

// Each sentence occurs once in each language, in an element with its ID.
func TestSentencesAreFound(t *testing.T) {
	shippedEditions(t, town.Sections(), func(t *testing.T, e *edition.Edition) {
		looksOf(t, e, func(look string, opt Options) {
			found := toldBy(readBack(t, e, opt)).sentences
			all := 0
			for _, theme := range append([]string{"preface", "summary", "rankings", "projects", "targets"}, themeCodes(e)...) {
				for _, s := range wording.Sentences(e, theme) {
					all++
					for _, w := range opt.Words {
						want, err := wording.Sentence(w, e, s)
						if got := found[s.ID][string(w.Lang())]; err != nil || !slices.Equal(got, []string{squeeze(want)}) {
							t.Errorf("%s: %s in %s is %q, want %q (%v)", look, s.ID, w.Lang(), got, want, err)
						}
					}
				}
			}
			if len(found) != all || all == 0 {
				t.Errorf("%s: %d sentences, want %d", look, len(found), all)
			}
		})
	})
}

func themeCodes(e *edition.Edition) []string {
	var codes []string
	for _, t := range e.Themes {
		codes = append(codes, t.Code)
	}
	return codes
}

// An element with the ID of a fact holds only the fact, in one of its forms; an arrow may precede a growth.
func TestFiguresOfFactsAreTheirWords(t *testing.T) {
	sections := slices.DeleteFunc(slices.Clone(town.Sections()), func(s string) bool { return s == "register" })
	shippedEditions(t, sections, func(t *testing.T, e *edition.Edition) {
		looksOf(t, e, func(look string, opt Options) {
			found := toldBy(readBack(t, e, opt)).facts
			for id, langs := range found {
				f, ok := e.Fact(id)
				if !ok {
					t.Errorf("%s: %s is no fact of the edition", look, id)
					continue
				}
				for _, w := range opt.Words {
					forms := formsOf(t, e, f, w)
					if len(givenIn(langs, opt, w)) == 0 {
						t.Errorf("%s: %s is not given in %s", look, id, w.Lang())
					}
					for _, got := range langs[string(w.Lang())] {
						if !slices.Contains(forms, strings.TrimLeft(got, "▲▼+")) {
							t.Errorf("%s: %s in %s is %q, want one of %q", look, id, w.Lang(), got, forms)
						}
					}
				}
			}
		})
	})
}

// givenIn lists what is printed of a fact in a language. A figure in a table that is the same in every language stands there
// once, in the first.
func givenIn(langs map[string][]string, opt Options, w *locale.Words) []string {
	if given := langs[string(w.Lang())]; len(given) > 0 || opt.Layout == Sequential {
		return given
	}
	return langs[string(opt.Words[0].Lang())]
}

// formsOf returns the words of a fact in every form, without white space; of an amount also its number alone, and of growth
// its words in titles.
func formsOf(t *testing.T, e *edition.Edition, f *stat.Fact, w *locale.Words) []string {
	t.Helper()
	var forms []string
	for _, form := range []string{locale.FormFull, locale.FormPlain, locale.FormBare} {
		s, err := wording.Fact(w, e, f, form)
		if err != nil {
			t.Fatal(err)
		}
		forms = append(forms, squeeze(s))
	}
	if f.Status.HasValue() && f.Measure != stat.TargetWords {
		number, _ := w.Apart(f.Quantity, f.Qualifier)
		forms = append(forms, squeeze(number))
	}
	if f.Measure == stat.Growth && w.Lang().Chinese() {
		forms = append(forms, strings.Replace(forms[0], "长", "", 1), strings.Replace(forms[0], "長", "", 1), strings.Replace(forms[0], "下", "", 1))
	}
	return forms
}

// The figures of cards, strips and tables are found even without the register.
func TestFiguresAreFoundInTheirSections(t *testing.T) {
	shippedEditions(t, nil, func(t *testing.T, e *edition.Edition) {
		opt := options(t, e.Units, e.Langs...)
		for section, wanted := range map[string]func(*edition.Edition) []*stat.Fact{
			"glance": glanceFacts, "themes": themeFacts, "rankings": rankingFacts, "projects": projectFacts, "targets": targetFacts,
		} {
			e.Sections = []string{section}
			found := toldBy(readBack(t, e, opt)).facts
			for _, f := range wanted(e) {
				for _, w := range opt.Words {
					if f != nil && len(givenIn(found[f.ID], opt, w)) == 0 {
						t.Errorf("%s: %s is not found in %s", section, f.ID, w.Lang())
					}
				}
			}
		}
	})
}

// For a revised figure, the ID of its fact finds only the figure that the edition gives.
func TestRevisedFiguresAreFound(t *testing.T) {
	revisions, current := 0, 0
	shippedEditions(t, []string{"notes"}, func(t *testing.T, e *edition.Edition) {
		opt := options(t, e.Units, e.Langs...)
		found := toldBy(readBack(t, e, opt)).facts
		for _, r := range e.Revisions {
			revisions++
			want := 0
			for _, fig := range []stat.Figure{r.Old, r.New} {
				if e.Gives(r.Fact.ID, fig) {
					want++
					current++
				}
			}
			for _, w := range opt.Words {
				if got := givenIn(found[r.Fact.ID], opt, w); len(got) != want || want == 1 && got[0] != formsOf(t, e, r.Fact, w)[0] {
					t.Errorf("%s in %s: %q, want %d", r.Fact.ID, w.Lang(), got, want)
				}
			}
		}
	})
	if revisions == 0 || current != revisions {
		t.Errorf("%d revisions, of which %d have the edition's figure", revisions, current)
	}
}
