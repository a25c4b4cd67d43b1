package locale

import (
	"fmt"
	"maps"
	"slices"

	"nianbao/internal/stat"
)

// Words are the words of one language. They are safe for concurrent use.
type Words struct {
	lang    stat.Lang
	units   map[string]unitWords
	codes   map[string][]string // the word of a unit to the units it can stand for, sorted
	phrases map[string]stat.Text
	lex     lexicon
}

// For returns the words of a language for these units: those of [stat.Units] and any an area declares. A nil
// map stands for [stat.Units]. A unit without words is an error.
func For(lang stat.Lang, units map[string]stat.Unit) (*Words, error) {
	if _, err := stat.ParseLang(string(lang)); err != nil {
		return nil, err
	}
	w := &Words{lang: lang, phrases: phraseTable()}
	if units == nil {
		units = stat.Units()
	}
	if err := w.learnUnits(units); err != nil {
		return nil, err
	}
	w.lex = newLexicon(w.han)
	return w, nil
}

func (w *Words) learnUnits(units map[string]stat.Unit) error {
	w.units = make(map[string]unitWords, len(units))
	w.codes = make(map[string][]string, len(units))
	for _, code := range slices.Sorted(maps.Keys(units)) {
		u, err := wordsOf(units[code])
		if err != nil {
			return err
		}
		u.counter = w.Text(u.zh)
		w.units[code] = u
		for _, word := range w.wordsFor(u) {
			w.codes[word] = append(w.codes[word], code)
		}
	}
	return nil
}

// wordsFor lists the words that stand for a unit in the language, each once.
func (w *Words) wordsFor(u unitWords) []string {
	switch {
	case w.lang.Chinese():
		return []string{u.counter}
	case u.one == u.many:
		return []string{u.one}
	default:
		return []string{u.one, u.many}
	}
}

// unit returns the words of a unit. Data cannot name a unit that For was not given; for the sake of messages
// about such data the code stands in for its words.
func (w *Words) unit(code string) unitWords {
	if u, ok := w.units[code]; ok {
		return u
	}
	return unitWords{counter: code, one: code, many: code}
}

// Lang is the language.
func (w *Words) Lang() stat.Lang { return w.lang }

// Text is the wording in the language. Traditional Chinese that nobody wrote is derived from the simplified.
func (w *Words) Text(t stat.Text) string {
	if w.lang == stat.Hant && t.Hant == "" {
		return w.han(t.Hans)
	}
	return t.In(w.lang)
}

// Phrase is a fixed phrase by key; see [Keys]. An unknown key is a mistake in the program, so it panics.
func (w *Words) Phrase(key string) string {
	t, ok := w.phrases[key]
	if !ok {
		panic(fmt.Sprintf("locale: no phrase has the key %q", key))
	}
	return w.Text(t)
}

// Fill is a fixed phrase with {0}, {1} … replaced by the words of the arguments, as [Words.Message] does, but for
// periods, which have no article: phrases head and label more than they tell.
func (w *Words) Fill(key string, args ...any) string {
	w.Phrase(key)
	return w.fill(w.phrases[key], args, w.Period)
}
