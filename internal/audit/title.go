package audit

import (
	"maps"
	"regexp"
	"slices"
	"strings"
)

// title holds the title of a document against the template that it is made of, in each language: what the template says
// in words stands in the title, in this order.
func (j *judge) title(doc object) {
	said, _ := doc["title"].(object)
	template, _ := doc["title_template"].(object)
	for _, lang := range slices.Sorted(maps.Keys(template)) {
		if got := some(said, lang); !fills(some(template, lang), got) {
			j.disagree("title in %s is %q, which is not %q filled in", lang, got, some(template, lang))
		}
	}
}

var reference = regexp.MustCompile(`\{[a-z]+\}`)

// fills reports whether a text is a template with something in place of each reference.
func fills(template, text string) bool {
	words := reference.Split(template, -1)
	first, last := words[0], words[len(words)-1]
	if len(words) == 1 {
		return text == template
	}
	rest, begins := strings.CutPrefix(text, first)
	rest, ends := strings.CutSuffix(rest, last)
	if !begins || !ends {
		return false
	}
	for _, w := range words[1 : len(words)-1] {
		at := strings.Index(rest, w)
		if at < 0 {
			return false
		}
		rest = rest[at+len(w):]
	}
	return true
}
