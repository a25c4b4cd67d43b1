package catalog

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"nianbao/internal/script"
	"nianbao/internal/stat"
)

// TestEntries holds each line of the tables against the rules of definitions.
func TestEntries(t *testing.T) {
	units := stat.Units()
	for _, u := range Units() {
		if _, known := units[u.Code]; known || u.Counter.Hans == "" || u.One == "" || u.Many == "" {
			t.Errorf("unit %s: is known to package stat, or lacks words", u.Code)
		}
		units[u.Code] = u
	}
	if n := len(All()); n < 400 {
		t.Errorf("the catalogue has %d indicators, want 400 or more", n)
	}
	seen := map[string]bool{}
	for _, e := range All() {
		u, known := units[e.Unit]
		switch {
		case !stat.IsCode(e.Code) || seen[e.Code]:
			t.Errorf("%s: is no code, or is given twice", e.Code)
		case e.Name.Hans == "" || e.Name.En == "" || e.Name.En != strings.TrimSpace(e.Name.En):
			t.Errorf("%s: lacks a name", e.Code)
		case regexp.MustCompile(`\p{Han}`).MatchString(e.Name.En):
			t.Errorf("%s: the English name %q is Chinese", e.Code, e.Name.En)
		case !known:
			t.Errorf("%s: unit %s is unknown", e.Code, e.Unit)
		case (e.Unit == stat.IndexUnit) == e.Base.Empty():
			t.Errorf("%s: an index, and nothing else, has a base", e.Code)
		case e.Basis == stat.Real && !u.Priced() && u.Kind() != stat.MeasureKind:
			t.Errorf("%s: unit %s has no prices", e.Code, e.Unit)
		case e.Source.Title == "" || e.Source.Code != "derived" && !strings.HasPrefix(e.Source.URL, "http"):
			t.Errorf("%s: the English has no source", e.Code)
		}
		seen[e.Code] = true
		if _, ok := Get(e.Of); e.Of != "" && !ok {
			t.Errorf("%s: is contained in %q, which is not in the catalogue", e.Code, e.Of)
		}
	}
}

// TestColumns holds the form of the lines, which the program does not look at.
func TestColumns(t *testing.T) {
	trait := regexp.MustCompile(`^(real|down|neutral|stock|annual|headline|share|compares|verb=[a-z]+|of=[a-z0-9-]+)$`)
	for _, theme := range Themes() {
		for _, r := range rows(theme.Code+".tsv", 8) {
			if len(r) != 8 || r[6] != "" && r[6] != "4" && r[6] != "8" {
				t.Errorf("%s: has %d columns, or an unusual power of ten", r[0], len(r))
			}
			for _, word := range strings.Fields(r[7]) {
				if !trait.MatchString(word) {
					t.Errorf("%s: unknown trait %q", r[0], word)
				}
			}
		}
	}
	for _, r := range rows("table/sentences.tsv", 3) {
		if _, ok := Get(r[0]); !ok || len(r) != 3 || r[1] == "" || r[2] == "" {
			t.Errorf("sentence of %s: is of no indicator, or lacks a language", r[0])
		}
	}
}

// TestSentences holds that the languages of a usual sentence have the same figures, of the indicator itself.
func TestSentences(t *testing.T) {
	figures := regexp.MustCompile(`\{(level|ratio|growth|change)`)
	said := func(text string) string {
		list := figures.FindAllString(text, -1)
		slices.Sort(list)
		return strings.Join(list, " ")
	}
	for _, e := range All() {
		for _, l := range []stat.Lang{stat.Hans, stat.En} {
			if _, err := stat.ParseTemplate(e.Usual.In(l)); err != nil {
				t.Errorf("%s: %v", e.Code, err)
			}
		}
		if zh := said(e.Usual.Hans); !e.Usual.Empty() && (zh == "" || zh != said(e.Usual.En)) {
			t.Errorf("%s: the languages have different figures, or none", e.Code)
		}
	}
}

// TestTraditional holds that the conversion of each name is certain, or that it has its own traditional characters.
func TestTraditional(t *testing.T) {
	hold := func(what string, text stat.Text) {
		if character, _ := script.Doubtful(text.Hans); character != "" && text.Hant == "" {
			t.Errorf("%s: the traditional form of %s in %s depends on its meaning: add a line to traditional.tsv", what, character, text.Hans)
		}
	}
	for _, e := range All() {
		hold(e.Code, e.Name)
		hold(e.Code, e.Base)
		for _, b := range e.Breakdowns {
			hold(e.Code, b.Name)
		}
		if character, _ := script.Doubtful(e.Usual.Hans); character != "" {
			t.Errorf("%s: the traditional form of %s in its sentence depends on its meaning: choose other words", e.Code, character)
		}
	}
	for _, u := range Units() {
		hold(u.Code, u.Counter)
	}
	for _, theme := range Themes() {
		hold(theme.Code, theme.Name)
	}
}

// TestNames holds that no name is that of two indicators.
func TestNames(t *testing.T) {
	first := map[string]string{}
	for _, e := range All() {
		for _, name := range append(e.names(), e.Code) {
			if other := first[plain(name)]; other != "" && other != e.Code || plain(name) == "" {
				t.Errorf("%q is a name of %s and of %s", name, other, e.Code)
			}
			first[plain(name)] = e.Code
		}
	}
}

// TestBreakdowns holds that each part is in the catalogue, of the unit of its whole, and in one breakdown alone.
func TestBreakdowns(t *testing.T) {
	first := map[string]string{}
	for _, e := range All() {
		for _, b := range e.Breakdowns {
			for _, code := range b.Parts {
				part, ok := Get(code)
				switch {
				case !ok || part.Unit != e.Unit || part.Mult != e.Mult:
					t.Errorf("%s by %s: %s is not in the catalogue, or has another unit", e.Code, b.Code, code)
				case first[code] != "" || part.Of != "":
					t.Errorf("%s by %s: %s is a part of something else too", e.Code, b.Code, code)
				}
				first[code] = e.Code
			}
		}
	}
	for _, e := range All() {
		path := []string{e.Code}
		for whole := e.Whole(); whole != ""; {
			if slices.Contains(path, whole) {
				t.Fatalf("%s is contained in itself", e.Code)
			}
			path = append(path, whole)
			above, _ := Get(whole)
			whole = above.Whole()
		}
	}
}

// TestFind looks up names as bulletins print them.
// Quotients are of the unit that their parts give, and differences and averages are of the unit of both.
func TestRelations(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Relations() {
		e, ok := Get(r.Code)
		first, okFirst := Get(r.First)
		second, okSecond := Get(r.Second)
		switch {
		case !ok || !okFirst || !okSecond || seen[r.Code]:
			t.Errorf("%s: is given twice, or it or %s or %s is not in the catalogue", r.Code, r.First, r.Second)
		case r.Kind == Difference || r.Kind == Between:
			if e.Unit != first.Unit || e.Unit != second.Unit || r.Times != 0 {
				t.Errorf("%s: units %s, %s and %s, times %d", r.Code, e.Unit, first.Unit, second.Unit, r.Times)
			}
		case r.Kind != Quotient && r.Kind != Mean, r.Times <= 0, (e.Unit == stat.PercentUnit) != (r.Times == 100 && first.Unit == second.Unit):
			t.Errorf("%s: kind %s, times %d of %s and %s", r.Code, r.Kind, r.Times, first.Unit, second.Unit)
		}
		seen[r.Code] = true
	}
	if len(seen) < 30 {
		t.Errorf("only %d relations", len(seen))
	}
}

func TestFind(t *testing.T) {
	text, err := os.ReadFile("testdata/names.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n")[1:] {
		name, code, _ := strings.Cut(line, "\t")
		if e, ok := Find(name); !ok || e.Code != code {
			t.Errorf("%q is found as %q, want %s", name, e.Code, code)
		}
	}
	for _, name := range []string{"", "可支配收入", "经营", "城镇", "2023年", "产量", "第一", "规模以上", "growth"} {
		if e, ok := Find(name); ok {
			t.Errorf("%q is found as %s, but is the name of nothing", name, e.Code)
		}
	}
	if a, b := code(Find("居民人均可支配收入")), code(Find("城镇居民人均可支配收入")); a != "income" || b != "income-urban" {
		t.Errorf("income is found as %s, that of towns as %s", a, b)
	}
}

func code(e Entry, _ bool) string { return e.Code }

func TestSearch(t *testing.T) {
	for word, want := range map[string]string{
		"社消零": "retail-sales", "gdp": "gdp", "Retail sales": "retail-goods", "floor space": "housing-sold", "失业率": "unemployment-surveyed",
		"社会消费零售": "retail-sales", "household-deposit": "household-deposits", "居民可支配收入": "income-urban",
	} {
		list := Search(word)
		if len(list) == 0 || !slices.ContainsFunc(list[:min(len(list), 4)], func(e Entry) bool { return e.Code == want }) {
			t.Errorf("%q: %s is not among the first of %d", word, want, len(list))
		}
	}
	if list := Search("qxzv"); len(list) > 0 {
		t.Errorf("nothing is like it, but %s is found", list[0].Code)
	}
}
