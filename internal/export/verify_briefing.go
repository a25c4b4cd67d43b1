package export

import (
	"cmp"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"nianbao/internal/briefing"
	"nianbao/internal/config"
	"nianbao/internal/locale"
	"nianbao/internal/publish"
	"nianbao/internal/stat"
	"nianbao/internal/tidy"
)

// pdf holds the register of the briefing against the figures of the JSON: in the row of each fact, the words of
// its value in every language must stand right behind the word of its measure, and nothing else there.
func (c *comparison) pdf(data []byte) error {
	if err := c.attached(data); err != nil {
		return err
	}
	text, err := briefing.Read(data)
	switch {
	case err != nil:
		return err
	case c.doc == nil:
		return skipped("the release has no JSON to compare it with")
	case !slices.Contains(c.doc.Sections, "register"):
		return skipped("the briefing has no register of its figures")
	}
	words, err := c.doc.Reword()
	if err != nil {
		return err
	}
	measures, err := measureWords(c.doc.Languages)
	if err != nil {
		return err
	}
	rows := registerRows(squeeze(text), c.doc)
	for i, f := range c.doc.Facts {
		for _, want := range c.expected(f, words[i], measures) {
			if !slices.ContainsFunc(rows[i], func(row string) bool { return strings.Contains(row, want.text) }) {
				c.disagree("%s: %q is not shown", f.ID, want.words)
			}
		}
	}
	return nil
}

// attached holds the files inside the briefing against those beside it, byte by byte: the digests of the manifest.
func (c *comparison) attached(pdf []byte) error {
	files, err := briefing.ReadAttached(pdf)
	if err != nil {
		return err
	}
	for _, d := range c.Manifest.Outputs {
		data, inside := files[d.Name]
		delete(files, d.Name)
		switch ext := filepath.Ext(d.Name); {
		case !inside && (ext == "."+config.XLSX || ext == "."+config.CSV):
			c.disagree("%s is not attached", d.Name)
		case inside && publish.DigestOf(publish.File{Name: d.Name, Data: data}).SHA256 != d.SHA256:
			c.disagree("the attached %s is not the published one", d.Name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		c.disagree("%s is attached, and not published", name)
	}
	return nil
}

// expectation is what a row must show: words as they are, and in their place.
type expectation struct{ words, text string }

// expected is what the rows of a fact must show. Where both languages stand in one row, the words of the second
// follow on those of the first; where each has a part of the document, each has its own row.
func (c *comparison) expected(f tidy.Fact, words tidy.Words, measures map[stat.Lang]*locale.Words) []expectation {
	langs := c.doc.Languages
	measure := func(l stat.Lang) string { return measures[l].Measure(stat.Measure(f.Measure)) }
	if c.sequential() {
		var all []expectation
		for _, l := range langs {
			all = append(all, expectation{words[l], squeeze(measure(l) + words[l])})
		}
		return all
	}
	last := langs[len(langs)-1]
	shown, text := []string{}, measure(last)
	for _, l := range langs {
		shown, text = append(shown, words[l]), text+words[l]
	}
	return []expectation{{strings.Join(shown, " "), squeeze(text)}}
}

func measureWords(langs []stat.Lang) (map[stat.Lang]*locale.Words, error) {
	words := map[stat.Lang]*locale.Words{}
	for _, l := range langs {
		w, err := locale.For(l, nil)
		if err != nil {
			return nil, err
		}
		words[l] = w
	}
	return words, nil
}

func (c *comparison) sequential() bool {
	for _, s := range c.Manifest.Configuration {
		if s.Key == "layout" {
			return s.Value == string(briefing.Sequential)
		}
	}
	return false
}

// registerRows are the rows of each fact in the register: from its identifier up to the next. A briefing in two
// parts has a register in each.
func registerRows(text string, doc *tidy.Document) [][]string {
	type start struct{ at, fact, length int }
	var starts []start
	for i, f := range doc.Facts {
		id := squeeze(f.ID)
		for at := 0; ; at += len(id) {
			next := strings.Index(text[at:], id)
			if next < 0 {
				break
			}
			at += next
			starts = append(starts, start{at, i, len(id)})
		}
	}
	slices.SortFunc(starts, func(a, b start) int { return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(b.length, a.length)) })
	rows := make([][]string, len(doc.Facts))
	for i, s := range starts {
		if i > 0 && s.at < starts[i-1].at+starts[i-1].length {
			continue // the identifier of a variant begins with that of its fact
		}
		end := len(text)
		for _, next := range starts[i+1:] {
			if next.at >= s.at+s.length {
				end = next.at
				break
			}
		}
		rows[s.fact] = append(rows[s.fact], text[s.at:end])
	}
	return rows
}

// squeeze leaves out white space, which line breaking moves about.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
