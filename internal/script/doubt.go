package script

import (
	_ "embed" // for the lists
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed doubtful.txt
var doubtfulFile string

//go:embed opencc/simplified.txt
var simplifiedFile string

// lists say which characters are in doubt, with their forms, and which are traditional, with the simplified one.
type lists struct{ doubtful, simplified dictionary }

var judge = sync.OnceValue(func() lists { return lists{newDictionary(doubtfulFile), newDictionary(simplifiedFile)} })

// Simplified returns the simplified form of a character that is traditional only: no simplified text has it. "" stands for
// any other character; so 乾 is no traditional one, as it is in 乾隆.
func Simplified(character rune) string {
	_, simplified := judge().simplified.longest(string(character))
	return simplified
}

// Doubtful finds the first character of a name whose traditional form depends on its meaning, and that no phrase settles,
// with the forms that it can have. There is none if character is "".
//
// In the name of a village or town, a phrase does not settle a form that is rare: 松口镇 has nothing of 松口, to relent.
func Doubtful(name string) (character, forms string) {
	t := load()
	last, _ := utf8.DecodeLastRuneInString(name)
	place := strings.ContainsRune("县乡镇村", last) || strings.HasSuffix(name, "街道")
	for rest := name; rest != ""; {
		n, phrase := t.phrase(rest)
		listed, _ := t.names.longest(rest)
		if n == 0 {
			_, n = utf8.DecodeRuneInString(rest)
		}
		if phrase == "" || place && listed < n {
			if character, forms = inDoubt(rest[:n], phrase); character != "" {
				return character, forms
			}
		}
		rest = rest[n:]
	}
	return "", ""
}

// Of these characters, texts have no name in doubt: they end words before it, or count, or are nearly always right in names.
const seldomPlaces = "于后里只几余尽须准面发系周历台"

// notInPlaces are characters that stand between words: no name goes across them.
const notInPlaces = "全各本个该我两此每多的和与及在了为等至到省市县区乡镇村"

// DoubtfulPlace is Doubtful for a running text: it looks only for what is a name surely, a character in doubt at most two
// before the word for a division, as in 干窑镇. It gives the name from that character on; "" if there is none.
func DoubtfulPlace(text string) (place, character, forms string) {
	t := load()
	for rest := text; rest != ""; {
		n, _ := t.phrase(rest)
		if n == 0 {
			_, n = utf8.DecodeRuneInString(rest)
			if character, forms = inDoubt(rest[:n], ""); character != "" && !strings.Contains(seldomPlaces, character) {
				if m := t.division(rest[n:]); m > 0 {
					return rest[:n+m], character, forms
				}
			}
		}
		rest = rest[n:]
	}
	return "", "", ""
}

// division is the length of the rest of a place's name, up to the word for the division that it is; 0 if there is none.
func (t *tables) division(text string) int {
	at := 0
	for between := range 3 {
		if strings.HasPrefix(text[at:], "街道") {
			return at + len("街道")
		}
		phrase, _ := t.phrase(text[at:])
		r, n := utf8.DecodeRuneInString(text[at:])
		switch {
		case phrase > 0 || !unicode.Is(unicode.Han, r):
			return 0
		case strings.ContainsRune("镇乡村", r) || between > 0 && strings.ContainsRune("区县市", r):
			return at + n
		case strings.ContainsRune(notInPlaces, r):
			return 0
		}
		at += n
	}
	return 0
}

// inDoubt finds the first character of a piece of text that has several forms, but for those that a phrase keeps or gives
// the usual form.
func inDoubt(piece, phrase string) (character, forms string) {
	for _, r := range piece {
		got, n := utf8.DecodeRuneInString(phrase)
		phrase = phrase[n:]
		_, forms := judge().doubtful.longest(string(r))
		_, usual := utf8.DecodeRuneInString(forms)
		if forms != "" && (n == 0 || got != r && strings.ContainsRune(forms[usual:], got)) {
			return string(r), forms
		}
	}
	return "", ""
}
