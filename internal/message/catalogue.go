package message

import (
	"embed"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// files have an entry a line: the English, a tab, and the Chinese. A line end or tab within is written \n or \t.
//
//go:embed catalogue/*.tsv
var files embed.FS

// foreign is the file of what libraries and the operating system say, which is known by its form.
const foreign = "library.tsv"

// entry is a format in both languages.
type entry struct{ english, chinese string }

// read gives the entries of a file of the catalogue.
func read(name string) []entry {
	data, err := files.ReadFile("catalogue/" + name)
	if err != nil {
		panic(err) // the file is part of the program
	}
	var list []entry
	for line := range strings.Lines(string(data)) {
		english, chinese, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if ok && !strings.HasPrefix(line, "#") {
			list = append(list, entry{unescaped(english), unescaped(chinese)})
		}
	}
	return list
}

// unescaped replaces \n and \t, which few texts have.
func unescaped(text string) string {
	if !strings.Contains(text, `\`) {
		return text
	}
	return strings.NewReplacer(`\n`, "\n", `\t`, "\t").Replace(text)
}

// names lists the files of the catalogue that hold what the program itself says.
func names() []string {
	list, err := files.ReadDir("catalogue")
	if err != nil {
		panic(err)
	}
	var all []string
	for _, f := range list {
		if f.Name() != foreign {
			all = append(all, f.Name())
		}
	}
	return all
}

// catalogue is the Chinese by the English of what the program says, read once.
var catalogue = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	for _, name := range names() {
		for _, e := range read(name) {
			all[e.english] = e.chinese
		}
	}
	return all
})

// Translation is the Chinese of English words that are in the catalogue; "" for others, which a test finds.
func Translation(english string) string { return catalogue()[english] }

// form is what libraries say with some words filled in.
type form struct {
	matches *regexp.Regexp
	chinese string
}

var forms = sync.OnceValue(func() []form {
	var list []form
	for _, e := range read(foreign) {
		pattern := strings.NewReplacer("%s", "(.+?)", "%q", `("(?:[^"\\]|\\.)*")`, "%d", "([0-9]+)").Replace(regexp.QuoteMeta(e.english))
		list = append(list, form{regexp.MustCompile("(?s)^" + pattern + "$"), strings.ReplaceAll(e.chinese, "%d", "%s")})
	}
	return list
})

// library says what a library has said, if its form is known.
func library(text string) string {
	for _, f := range forms() {
		found := f.matches.FindStringSubmatch(text)
		if found == nil {
			continue
		}
		args := make([]any, len(found)-1)
		for i, part := range found[1:] {
			if whole, err := strconv.Unquote(part); err == nil {
				part = whole
			}
			args[i] = argument{library(part), voice{lang: Chinese}}
		}
		return fmt.Sprintf(f.chinese, args...)
	}
	return text
}
