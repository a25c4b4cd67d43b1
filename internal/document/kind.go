package document

import (
	"slices"
	"strconv"

	"nianbao/internal/locale"
	"nianbao/internal/wording"
)

// Kind is one of the briefings that are made of an edition.
type Kind string

// The kinds.
const (
	Standard Kind = "standard" // to be handed out: what a reader needs, each figure a few times at most
	Brief    Kind = "brief"    // one page for leaders
	Full     Kind = "full"     // everything, with the register
)

// reference lists the sections that only the full briefing has, unless a configuration names other sections than the usual
// ones: long lists, and what is looked up rather than read.
var reference = []string{"recognitions", "initiatives", "register"}

// sectionsOf lists the sections of a kind of briefing, in order.
func (c *composer) sectionsOf() []string {
	all := c.Edition.Sections
	for _, name := range reference {
		if c.kind != Standard || !slices.Contains(all, name) {
			return all
		}
	}
	return slices.DeleteFunc(slices.Clone(all), func(name string) bool { return slices.Contains(reference, name) })
}

// points returns the main points as numbered paragraphs, without those whose figures a reader has seen often enough.
func (c *composer) points(seen prints) []Block {
	var blocks []Block
	for _, s := range wording.Points(c.Edition) {
		t := c.parts(func(w *locale.Words) ([]wording.Part, error) { return wording.Parts(w, c.Edition, s) })
		if seen.full(t) {
			continue
		}
		seen.text(t)
		n := strconv.Itoa(len(blocks)+1) + ". "
		for i := range t {
			t[i] = append(Inline{{Words: n}}, t[i]...)
		}
		blocks = append(blocks, &Paragraph{Text: t})
	}
	return blocks
}
