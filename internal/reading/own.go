package reading

import (
	"maps"
	"strings"
	"sync"

	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// words are those that package locale writes, by what they stand for. A source may use them too.
type words struct {
	known    map[string]stat.Unit // by code
	units    map[string]string    // the word of a unit of measure to its code, those that sources alone print among them
	powers   map[string]int       // English words for powers of ten
	signs    map[string]string    // the sign of a currency to its code
	counters string               // the first characters of Chinese measure words
	things   map[string]bool      // what units count, in English
	ordinals map[string]int       // first, second …

	area      map[string]stat.Unit // that an area declares, by code
	areaUnits map[string]string    // the words of these to their codes
}

// ownWords are made once, when a figure is first read. Words of units that count are left out, since the thing that
// is counted decides which one is used; so is the word of a position.
var ownWords = sync.OnceValue(func() words {
	own := words{known: stat.Units(), units: map[string]string{}, powers: maps.Clone(namedPowers), signs: map[string]string{}, counters: furtherMeasureWords, things: map[string]bool{}, ordinals: map[string]int{}}
	for _, s := range stat.Scales() {
		own.powers[s.Word] = s.Power
	}
	for code, u := range own.known {
		for _, word := range u.Printed {
			own.units[word] = code
		}
		for _, sign := range u.Signs {
			own.signs[sign] = code
			if isLatin(sign[len(sign)-1]) {
				own.units[sign] = code // 1.25bn RMB
			}
		}
		if u.Dim == stat.Count {
			own.counters += string(firstRune(u.Counter.Hans))
			own.things[strings.ToLower(u.One)], own.things[strings.ToLower(u.Many)] = true, true
		}
	}
	for _, lang := range []stat.Lang{stat.Hans, stat.En} {
		w, err := locale.For(lang, own.known)
		if err != nil {
			panic(err) // the program has words for its own units
		}
		for code, u := range own.known {
			if u.Dim == stat.Count || u.Dim == stat.RankDim {
				continue
			}
			for _, word := range w.UnitWords(code) {
				own.units[word] = code
			}
		}
		for n := 1; n <= 10 && !lang.Chinese(); n++ {
			own.ordinals[w.Rank(n, stat.Text{}, locale.RankForm{Alone: true})] = n
		}
	}
	return own
})

// Reader reads figures in the units known to the program, and in those of an area.
type Reader struct{ words }

// For returns a reader of figures in the given units.
func For(units map[string]stat.Unit) Reader {
	w := ownWords()
	w.area, w.areaUnits, w.things = map[string]stat.Unit{}, map[string]string{}, maps.Clone(w.things)
	for code, u := range units {
		if u.Declared() {
			w.learn(code, u)
		}
	}
	return Reader{w}
}

// Tells reports whether a printed text may tell a figure: it has a number in a unit like the figure's, or in none, or one that is not
// understood, or no number at all.
func (r Reader) Tells(printed string, m stat.Measure, of stat.Quantity) bool {
	q, _, ok := r.Figure(printed, m, of)
	return !ok || r.dimension(q.Unit) == r.dimension(of.Unit)
}

func (r Reader) dimension(unit string) stat.Dimension {
	if u, ok := r.area[unit]; ok {
		return u.Dim
	}
	return stat.Units()[unit].Dim
}

// learn takes up a unit of an area. Words that the program reads already keep their meaning. Words of what is counted are
// looked for where the unit is wanted.
func (w *words) learn(code string, u stat.Unit) {
	w.area[code] = u
	if u.Kind() == stat.CountKind {
		w.things[strings.ToLower(u.One)], w.things[strings.ToLower(u.Many)] = true, true
		return
	}
	for _, word := range append([]string{u.Counter.Hans, u.One, u.Many}, u.Printed...) {
		word = fold(word)
		if other := w.areaUnits[word]; word != "" && w.units[word] == "" && (other == "" || code < other) {
			w.areaUnits[word] = code
		}
	}
}

// unit finds a unit by its code.
func (w *words) unit(code string) (u stat.Unit, known bool) {
	if u, known = w.area[code]; !known {
		u, known = w.known[code]
	}
	return u, known
}
