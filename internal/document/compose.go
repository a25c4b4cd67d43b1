package document

import (
	"slices"

	"nianbao/internal/chart"
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
)

// composer composes the chapters of a document.
type composer struct {
	*edition.Edition
	kind  Kind
	words []*locale.Words
	err   error           // the first failure to word something
	ids   map[string]bool // of the facts of the edition's files; nil until asked for

	drawn map[string]*chart.Row // lines of growth by indicator; nil until asked for
	told  map[string][]Block    // sentences by theme, as far as asked for

	realTold, amountsTold bool // the last table of indicators marks real growth, and has amounts in the second language
	waiting               int  // indicators of the table of all themes that have no figures yet, and are left out

	texts []Inline // preallocated texts: there are thousands with one span per language
	spans []Span
}

// room returns an empty text with its languages, and space for n spans.
func (c *composer) room(n int) (Text, []Span) {
	const many = 128
	if len(c.texts) < len(c.words) {
		c.texts = make([]Inline, many*len(c.words))
	}
	if len(c.spans) < n {
		c.spans = make([]Span, max(n, many*len(c.words)))
	}
	t, spans := c.texts[:len(c.words):len(c.words)], c.spans[:n:n]
	c.texts, c.spans = c.texts[len(c.words):], c.spans[n:]
	return t, spans
}

// say words something in one language.
type say func(w *locale.Words) string

// phrase words a fixed phrase.
func phrase(key string) say { return func(w *locale.Words) string { return w.Phrase(key) } }

// text words a text of the dataset.
func text(t stat.Text) say { return func(w *locale.Words) string { return w.Text(t) } }

// say words something in every language.
func (c *composer) say(s say) Text {
	t, spans := c.room(len(c.words))
	for i, w := range c.words {
		if spans[i].Words = s(w); spans[i].Words != "" {
			t[i] = spans[i : i+1 : i+1]
		}
	}
	return t
}

// text returns a text of the dataset.
func (c *composer) text(t stat.Text) Text {
	return c.say(text(t))
}

// fact words a fact in a form, in every language, as its figure.
func (c *composer) fact(f *stat.Fact, form string) Text {
	return c.printing(f.ID, func(w *locale.Words) string { return c.figure(w, f, form) })
}

// printing words something in every language, as the figure of a fact or a variant.
func (c *composer) printing(id string, s say) Text {
	t := c.say(s)
	for _, in := range t {
		for i := range in {
			in[i].Fact = id
		}
	}
	return t
}

// figure words a fact in one language; "" if there is none.
func (c *composer) figure(w *locale.Words, f *stat.Fact, form string) string {
	if f == nil {
		return ""
	}
	return c.worded(wording.Fact(w, c.Edition, f, form))
}

// worded returns words, and records the first failure to word something.
func (c *composer) worded(words string, err error) string {
	c.fail(err)
	return words
}

func (c *composer) fail(err error) {
	if c.err == nil {
		c.err = err
	}
}

// marked adds the note marks of a fact after its figure.
func (c *composer) marked(t Text, f *stat.Fact) Text {
	numbers := c.Marks(f)
	if len(numbers) == 0 {
		return t
	}
	marks := make([]Mark, len(numbers))
	for i, n := range numbers {
		marks[i] = numberedMark(n)
	}
	for _, in := range t {
		if len(in) > 0 {
			in[len(in)-1].Marks = marks
		}
	}
	return t
}

// signed puts a shape before a text, in every language.
func signed(shape string, t Text) Text {
	if shape == "" {
		return t
	}
	for i, in := range t {
		if len(in) > 0 {
			t[i] = append(Inline{{Words: shape, Tone: Sign, Fact: in[0].Fact}}, in...)
		}
	}
	return t
}

// arrow returns the arrow before a growth: up, down, or none if it is zero or not a growth.
func (c *composer) arrow(f *stat.Fact) string {
	if c.Baseless(f) || f.Measure != stat.Growth && f.Measure != stat.Change || !f.Status.HasValue() {
		return ""
	}
	switch f.Quantity.Value.Sign() {
	case 1:
		return "▲"
	case -1:
		return "▼"
	}
	return ""
}

// sentences returns the sentences of a theme, each as a paragraph. They are worded once.
func (c *composer) sentences(theme string) []Block {
	blocks, ok := c.told[theme]
	if ok {
		return blocks
	}
	for _, s := range wording.Sentences(c.Edition, theme) {
		t := c.parts(func(w *locale.Words) ([]wording.Part, error) { return wording.Parts(w, c.Edition, s) })
		blocks = append(blocks, &Paragraph{Sentence: s.ID, Text: t})
	}
	if c.told == nil {
		c.told = map[string][]Block{}
	}
	c.told[theme] = slices.Clip(blocks)
	return c.told[theme]
}

// parts words something in pieces, in every language.
func (c *composer) parts(say func(*locale.Words) ([]wording.Part, error)) Text {
	t := make(Text, len(c.words))
	for i, w := range c.words {
		parts, err := say(w)
		c.fail(err)
		for _, p := range parts {
			t[i] = append(t[i], Span{Words: p.Words, Fact: p.Fact})
		}
	}
	return t
}
