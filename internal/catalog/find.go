package catalog

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// alike are words that say the same in names, and words that say nothing of what is measured: the area, the period, the
// growth of it.
var alike = strings.NewReplacer(
	"规上", "规模以上", "gdp", "地区生产总值", "全年", "", "年末", "", "期末", "", "全县", "", "全市", "", "全区", "", "全省", "", "的", "", "总", "",
	"增速", "", "增长率", "", "涨幅", "", "数", "",
)

// kept are names whose words alike would take away.
var kept = strings.NewReplacer("指数", "指#", "自然增长率", "自然增长#", "数字", "#字", "天数", "天#")

// plain is the form in which names are compared: without spaces and punctuation, and with words that say the same alike.
func plain(name string) string {
	name = strings.ToLower(norm.NFKC.String(name))
	return alike.Replace(kept.Replace(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, name)))
}

// named are the places of indicators in the catalogue, by the plain form of each of their names.
var named = sync.OnceValue(func() map[string]int {
	byName := map[string]int{}
	for i, e := range All() {
		for _, name := range e.names() {
			byName[plain(name)] = i
		}
	}
	return byName
})

// names are all names of an indicator, in both languages.
func (e Entry) names() []string { return append([]string{e.Name.Hans, e.Name.En}, e.Also...) }

// Find finds the indicator of a name as documents print it, or of a code. A name that says more or less than those of an
// indicator is not its own: 居民人均可支配收入 is not 城镇居民人均可支配收入.
func Find(name string) (Entry, bool) {
	if e, ok := Get(name); ok {
		return e, true
	}
	i, ok := named()[plain(name)]
	if !ok {
		return Entry{}, false
	}
	return catalogue().entries[i], true
}

// Search lists the indicators that a word is meant for: first the one of that name or code, then those that have it in a
// name or code, where names that begin with it and shorter ones come first. If there are none, it lists those that share the
// most with the word.
func Search(word string) []Entry {
	if plain(word) == "" {
		return All()
	}
	type hit struct {
		Entry
		far int
	}
	var hits []hit
	for _, e := range All() {
		if far := e.distance(plain(word)); far >= 0 {
			hits = append(hits, hit{e, far})
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return cmp.Compare(a.far, b.far) })
	found := make([]Entry, len(hits))
	for i := range hits {
		found[i] = hits[i].Entry
	}
	if len(found) == 0 {
		return near(plain(word))
	}
	return found
}

// distance says how far the nearest name of an indicator is from a word that stands in it; -1 if the word stands in none.
func (e Entry) distance(word string) int {
	best := -1
	for _, name := range append(e.names(), e.Code) {
		name = plain(name)
		at := strings.Index(name, word)
		if at < 0 {
			continue
		}
		far := len(name) - len(word)
		if at > 0 {
			far += 1000 // behind all that begin with it
		}
		if best < 0 || far < best {
			best = far
		}
	}
	return best
}

// near lists at most ten indicators with a name that shares half or more of its pairs of letters with a word, the nearest
// first.
func near(word string) []Entry {
	shares := map[string]float64{}
	var found []Entry
	for _, e := range All() {
		for _, name := range append(e.names(), e.Code) {
			shares[e.Code] = max(shares[e.Code], shared(plain(name), word))
		}
		if shares[e.Code] >= 0.5 {
			found = append(found, e)
		}
	}
	slices.SortStableFunc(found, func(a, b Entry) int { return cmp.Compare(shares[b.Code], shares[a.Code]) })
	return found[:min(len(found), 10)]
}

// shared is the Dice coefficient of the pairs of neighbouring letters of two words: 1 if they have the same.
func shared(a, b string) float64 {
	pairs := map[string]int{}
	count := func(s string, by int) (n, common int) {
		r := []rune(s)
		for i := range len(r) - 1 {
			pair := string(r[i : i+2])
			if by < 0 && pairs[pair] > 0 {
				common++
			}
			pairs[pair] += by
			n++
		}
		return n, common
	}
	n, _ := count(a, 1)
	m, common := count(b, -1)
	if n+m == 0 {
		return 0
	}
	return 2 * float64(common) / float64(n+m)
}
