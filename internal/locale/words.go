package locale

import (
	"fmt"
	"slices"
	"sync"

	"nianbao/internal/stat"
)

// Words are the words of one language. They are safe for concurrent use.
type Words struct {
	lang stat.Lang
	*common
	own map[string]unitWords // of the units that an area declares or words otherwise
}

// common is what the words of a language have in common, whatever an area declares. It is read-only.
type common struct {
	units   map[string]unitWords // of [stat.Units]
	phrases map[string]stat.Text
	lex     lexicon
}

// commons are made once each, when a language is first spoken.
var commons = map[stat.Lang]func() *common{
	stat.Hans: sync.OnceValue(func() *common { return newCommon(&Words{lang: stat.Hans}) }),
	stat.Hant: sync.OnceValue(func() *common { return newCommon(&Words{lang: stat.Hant}) }),
	stat.En:   sync.OnceValue(func() *common { return newCommon(&Words{lang: stat.En}) }),
}

func newCommon(w *Words) *common {
	c := &common{units: map[string]unitWords{}, phrases: phraseTable(), lex: newLexicon(w.han)}
	for code, u := range stat.Units() {
		c.units[code], _ = w.wordsOf(u) // those of the program have words, which a test holds
	}
	return c
}

// For returns the words of a language for the units of [stat.Units] and any of these that an area declares. A unit
// without words is an error.
func For(lang stat.Lang, units map[string]stat.Unit) (*Words, error) {
	if _, err := stat.ParseLang(string(lang)); err != nil {
		return nil, err
	}
	w := &Words{lang: lang, common: commons[lang]()}
	if err := w.learnUnits(units); err != nil {
		return nil, err
	}
	return w, nil
}

// learnUnits takes up the units that have words of their own.
func (w *Words) learnUnits(units map[string]stat.Unit) error {
	var own []string
	for code, u := range units {
		if u.Declared() {
			own = append(own, code)
		}
	}
	if len(own) > 0 {
		w.own = make(map[string]unitWords, len(own))
	}
	slices.Sort(own)
	for _, code := range own {
		u, err := w.wordsOf(units[code])
		if err != nil {
			return err
		}
		w.own[code] = u
	}
	return nil
}

// UnitWords lists the words that stand for a unit in the language, each once: of English the one for one, and that for
// more.
func (w *Words) UnitWords(code string) []string {
	u := w.unit(code)
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
	if u, ok := w.own[code]; ok {
		return u
	}
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

// Phrase is a fixed phrase by key. An unknown key is a mistake in the program, so it panics.
func (w *Words) Phrase(key string) string { return w.Text(w.phrase(key)) }

func (w *Words) phrase(key string) stat.Text {
	t, ok := w.phrases[key]
	if !ok {
		panic(fmt.Sprintf("locale: no phrase has the key %q", key))
	}
	return t
}

// Space is what stands between words, and between sentences: nothing in Chinese.
func (w *Words) Space() string {
	if w.lang.Chinese() {
		return ""
	}
	return " "
}

// Fill is a fixed phrase with {0}, {1} … replaced by the words of the arguments, as [Words.Message] does, but for
// periods, which have no article: phrases head and label more than they tell.
func (w *Words) Fill(key string, args ...any) string { return w.fill(w.phrase(key), args, w.Period) }
