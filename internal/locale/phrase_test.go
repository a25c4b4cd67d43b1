package locale

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/image/font/sfnt"

	"nianbao/fonts"
	"nianbao/internal/stat"
)

var (
	halfWidth = regexp.MustCompile(`\p{Han}[,.;:?!()]|[,;:?!()]\p{Han}`)
	fullWidth = regexp.MustCompile(`[，。；：？！、（）“”‘’《》]`)
)

func TestPhrases(t *testing.T) {
	seen := map[string]bool{}
	for _, area := range phraseAreas() {
		for _, p := range area {
			if seen[p.key] {
				t.Errorf("%s: two phrases have this key", p.key)
			}
			seen[p.key] = true
			checkPhrase(t, p)
		}
	}
}

func checkPhrase(t *testing.T, p phrase) {
	t.Helper()
	if (p.hans == "" || p.en == "") && p.key != "qualifier." {
		t.Errorf("%s: a language is missing: %q, %q", p.key, p.hans, p.en)
	}
	if strings.ContainsFunc(p.en, isHan) || fullWidth.MatchString(p.en) {
		t.Errorf("%s: Chinese characters or marks in English %q", p.key, p.en)
	}
	if halfWidth.MatchString(p.hans) {
		t.Errorf("%s: half-width marks in Chinese %q", p.key, p.hans)
	}
	if diff := cmp.Diff(placeholders(p.hans), placeholders(p.en)); diff != "" {
		t.Errorf("%s: the languages have other placeholders (-zh +en):\n%s", p.key, diff)
	}
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

var placeholder = regexp.MustCompile(`\{([0-9]+)\}`)

func placeholders(s string) []string {
	found := placeholder.FindAllString(s, -1)
	slices.Sort(found)
	return found
}

func TestUnknownPhrase(t *testing.T) {
	w := words(t)[stat.En]
	for name, say := range map[string]func(){
		"Phrase": func() { w.Phrase("no.such.key") },
		"Fill":   func() { w.Fill("no.such.key", 1) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s with an unknown key: no panic", name)
				}
			}()
			say()
		}()
	}
}

func TestKeys(t *testing.T) {
	w := words(t)[stat.Hant]
	keys := phraseKeys()
	if len(keys) != len(w.phrases) || !slices.IsSorted(keys) {
		t.Errorf("%d keys of %d phrases, sorted: %v", len(keys), len(w.phrases), slices.IsSorted(keys))
	}
	for _, key := range keys {
		if w.Phrase(key) == "" && key != "qualifier." {
			t.Errorf("%s: no words", key)
		}
	}
}

// Every code of the stat package has words of its own.
func TestCodes(t *testing.T) {
	w := words(t)[stat.En]
	word := map[string]string{}
	for _, m := range stat.Measures() {
		word["measure."+string(m)] = w.Measure(m)
	}
	for _, s := range stat.Statuses() {
		word["status."+string(s)] = w.Status(s)
		if !s.HasValue() {
			word["absent."+string(s)] = w.Absent(s)
		}
	}
	for _, s := range stat.ProjectStatuses() {
		word["project."+string(s)] = w.ProjectStatus(s)
	}
	for _, s := range stat.Steps() {
		word["step."+string(s)] = w.Step(s)
	}
	for _, k := range stat.Kinds() {
		word["kind."+string(k)] = w.Kind(k)
	}
	for _, l := range stat.Langs() {
		word["language."+string(l)] = w.Language(l)
	}
	for _, b := range []stat.Basis{stat.Nominal, stat.Real} {
		word["basis."+string(b)] = w.CodeWord("basis", string(b))
	}
	for _, d := range []stat.Direction{stat.Up, stat.Down, stat.Neutral} {
		word["direction."+string(d)] = w.CodeWord("direction", string(d))
	}
	for _, q := range []stat.Qualifier{stat.About, stat.MoreThan, stat.LessThan} {
		word["qualifier."+string(q)] = w.Qualifier(q)
	}
	for _, o := range []stat.Operator{stat.Equal, stat.AtLeast, stat.AtMost, stat.Around} {
		word["operator."+string(o)] = w.Operator(o)
	}
	for _, h := range []stat.Honour{stat.Awarded, stat.Nominated, stat.Listed} {
		word["honour."+string(h)] = w.Honour(h)
	}
	for _, tier := range []stat.Tier{stat.National, stat.Provincial, stat.Municipal} {
		word["tier."+string(tier)] = w.Tier(tier)
	}
	for _, s := range []stat.Severity{stat.Error, stat.Warning, stat.Note} {
		word["severity."+string(s)] = w.Severity(s)
	}
	for _, code := range []string{"investment", "total-investment", "foreign-capital", "length", "area", "voltage"} {
		word["project-figure."+code] = w.ProjectFigure(stat.ProjectFigure{Code: code})
	}
	for key, got := range word {
		if p, ok := w.phrases[key]; !ok || got != p.En || got == "" {
			t.Errorf("%s is worded %q", key, got)
		}
	}
}

func TestCodeWithoutWords(t *testing.T) {
	w := words(t)[stat.Hant]
	if got := w.Step("elsewhere") + w.Qualifier(stat.Exactly); got != "elsewhere" {
		t.Errorf("got %q", got)
	}
	own := stat.ProjectFigure{Code: "head", Name: stat.Text{Hans: "存栏头数", En: "Head"}}
	if got := w.ProjectFigure(own); got != "存欄頭數" {
		t.Errorf("a figure with a name of its own: %q", got)
	}
}

// A character the embedded fonts lack would be printed as an empty box.
func TestFontsHaveEveryCharacter(t *testing.T) {
	font, err := sfnt.Parse(fonts.Embedded().Regular)
	if err != nil {
		t.Fatal(err)
	}
	var buf sfnt.Buffer
	for lang, w := range words(t) {
		var all strings.Builder
		for _, key := range phraseKeys() {
			all.WriteString(w.Phrase(key))
		}
		for _, code := range w.unitCodes() {
			all.WriteString(w.Quantity(stat.Qty("-1.23", 8, code), stat.About) + w.Growth(stat.Qty("2", 4, code), stat.Exactly))
		}
		for _, period := range []string{"2024-Q1", "2024-Q3", "2024-05"} {
			p, err := stat.ParsePeriod(period)
			if err != nil {
				t.Fatal(err)
			}
			all.WriteString(w.Period(p))
		}
		for _, r := range all.String() {
			if g, err := font.GlyphIndex(&buf, r); err != nil || g == 0 {
				t.Errorf("%s: no glyph for %q (%U)", lang, r, r)
			}
		}
	}
}

// phraseKeys lists the keys of every phrase, sorted.
func phraseKeys() []string {
	var keys []string
	for _, area := range phraseAreas() {
		for _, p := range area {
			keys = append(keys, p.key)
		}
	}
	slices.Sort(keys)
	return keys
}
