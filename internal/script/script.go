package script

import (
	_ "embed" // for the dictionaries
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed opencc/phrases.txt
var phrasesFile string

//go:embed opencc/characters.txt
var charactersFile string

//go:embed opencc/variants.txt
var variantsFile string

//go:embed names.txt
var namesFile string

// tables are the dictionaries of the chain.
type tables struct{ names, phrases, characters, variants dictionary }

// load indexes the dictionaries on the first call; texts without Traditional Chinese never ask for it.
var load = sync.OnceValue(func() tables {
	return tables{newDictionary(namesFile), newDictionary(phrasesFile), newDictionary(charactersFile), newDictionary(variantsFile)}
})

// Traditional converts simplified characters to traditional ones. At every place the longest phrase known is
// taken, else the single character; the Taiwan forms are then put in phrase by phrase, so that none comes of
// two neighbours that do not belong together. It is safe for concurrent use, and cannot fail.
func Traditional(simplified string) string {
	t := load()
	var out, loose strings.Builder // loose collects what lies between two phrases
	out.Grow(len(simplified))
	for rest := simplified; rest != ""; {
		n, phrase := t.phrase(rest)
		if n == 0 {
			rest = rest[t.characters.step(&loose, rest):]
			continue
		}
		t.variants.replace(&out, loose.String())
		loose.Reset()
		t.variants.replace(&out, phrase)
		rest = rest[n:]
	}
	t.variants.replace(&out, loose.String())
	return out.String()
}

// beforeNames are the characters after which a name begins, whatever word they form with its first character.
const beforeNames = "省市县区州盟旗镇乡村在"

// phrase finds the longest phrase that a text begins with, as longest does. A name takes the place of a phrase that is no
// longer. After one of beforeNames it also does so of one that ends within it: 龙山县里耶镇 is not in 县里, but 示范县 is
// no county.
func (t *tables) phrase(text string) (n int, value string) {
	n, value = t.phrases.longest(text)
	if m, name := t.names.longest(text); m >= n {
		n, value = m, name
	}
	for i := range text[:n] {
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		if i == 0 || !strings.ContainsRune(beforeNames, before) {
			continue
		}
		if m, _ := t.names.longest(text[i:]); i+m > n {
			return t.phrases.longest(text[:i])
		}
	}
	return n, value
}

// replace writes a text with every entry of the dictionary in it replaced, the longest first.
func (d dictionary) replace(to *strings.Builder, text string) {
	for text != "" {
		text = text[d.step(to, text):]
	}
}

// step writes the value of the longest entry that a text begins with, or else its first character, and
// returns how many bytes of the text that used up.
func (d dictionary) step(to *strings.Builder, text string) int {
	n, value := d.longest(text)
	if n == 0 {
		_, n = utf8.DecodeRuneInString(text)
		value = text[:n]
	}
	to.WriteString(value)
	return n
}
