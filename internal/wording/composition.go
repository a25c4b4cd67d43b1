package wording

import (
	"strings"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// Composition words the shares of a composition as offices print them: 10.4:48.6:41.0. Shares that are missing are said to
// be missing once.
func Composition(w *locale.Words, c *edition.Composition) []Part {
	if first := c.Shares[0]; !first.Status.HasValue() {
		return []Part{{w.Absent(first.Status), first.ID}}
	}
	var parts []Part
	for i, f := range c.Shares {
		if i > 0 {
			parts = append(parts, Part{Words: w.Phrase("composition.between")})
		}
		words := w.Bare(f.Quantity)
		if !f.Status.HasValue() {
			words = w.Absent(f.Status)
		}
		parts = append(parts, Part{words, f.ID})
	}
	return parts
}

// CompositionName names a composition by its breakdown, or else by its parts in their order; below its indicator without the
// name of that.
func CompositionName(w *locale.Words, c *edition.Composition) string {
	if b, _ := c.Indicator.BreakdownOf(c.Parts[0].Code); !b.Name.Empty() && !c.Alone {
		return w.Phrase("composition") + w.Parenthesis(w.Text(b.Name))
	}
	var names []string
	for _, part := range c.Parts {
		names = append(names, w.Text(part.Name))
	}
	list := w.Parenthesis(strings.Join(names, w.Phrase("composition.names.between")))
	if c.Alone {
		return w.Fill("composition.of", c.Indicator.Name) + list
	}
	return w.Phrase("composition") + list
}

// compositionIn words a composition that a sentence refers to. It has the same words in every form.
func compositionIn(w *locale.Words, c *edition.Composition, form string) ([]Part, error) {
	if form != locale.FormFull && form != locale.FormPlain && form != locale.FormBare {
		return nil, message.Errorf("word composition %q: form %q: want plain or bare, or none", c.ID, form)
	}
	return Composition(w, c), nil
}

// share names the share of a part in an indicator.
func share(w *locale.Words, whole, part stat.Indicator) string {
	return w.Fill("share.of", whole.Name, part.Name)
}
