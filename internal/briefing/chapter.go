package briefing

import (
	"slices"
	"unicode/utf8"

	"nianbao/internal/color"
	"nianbao/internal/document"
	"nianbao/internal/stat"
	"nianbao/internal/typeset"
)

// chapter sets a chapter of the document: its title, and its blocks one below the other.
func (b *builder) chapter(ch *document.Chapter) {
	switch {
	case ch.Alone:
		b.alone(ch)
	case ch.Apart:
		b.startPage()
		b.within("Sect", func() { b.setChapter(ch) })
	default:
		b.setChapter(ch)
	}
}

func (b *builder) setChapter(ch *document.Chapter) {
	if ch.Level > 1 {
		b.subheading(ch.Title)
	} else {
		b.heading(ch.Title)
	}
	for i := 0; i < len(ch.Blocks); {
		n := running(ch.Blocks[i:])
		if n > 0 {
			b.paragraph(ch.Blocks[i : i+n]...)
		} else {
			n = 1
			b.setBlock(ch.Blocks[i])
		}
		i += n
	}
}

// running counts the leading blocks that are one paragraph of running text; 0 if the first one is none.
func running(blocks []document.Block) int {
	n := 0
	for n < len(blocks) {
		p, ok := blocks[n].(*document.Paragraph)
		if !ok || n > 0 && !p.RunsOn {
			break
		}
		n++
	}
	return n
}

func (b *builder) setBlock(block document.Block) {
	switch block := block.(type) {
	case *document.Paragraph:
		b.paragraph(block)
	case *document.Cards:
		look := b.cardLook(block.Items, false)
		b.cardRows(block.Items, look, rowsIn(len(block.Items), look.across))
	case *document.Strip:
		b.strip(block, rowsIn(len(block.Items), acrossWide), acrossWide)
	case *document.Table:
		b.table(block)
	case *document.Chart:
		b.chart(block)
	case *document.List:
		for _, e := range block.Entries {
			b.entry(e)
		}
	}
}

// at returns a text in the i-th shown language.
func (b *builder) at(t document.Text, i int) document.Inline {
	if len(t) == 0 {
		return nil
	}
	return curled(t[b.view[i]], b.words[i].Lang())
}

// curled is a text with the quotes of print: straight ones of English become curly ones.
func curled(in document.Inline, lang stat.Lang) document.Inline {
	if lang.Chinese() {
		return in
	}
	before, out := rune(0), in
	for i := range in {
		words := typeset.Curl(before, in[i].Words)
		if words != in[i].Words {
			if &out[0] == &in[0] {
				out = slices.Clone(in)
			}
			out[i].Words = words
		}
		if words != "" {
			before, _ = utf8.DecodeLastRuneInString(words)
		}
	}
	return out
}

// curledWords is curled of plain words.
func curledWords(words string, lang stat.Lang) string {
	if lang.Chinese() {
		return words
	}
	return typeset.Curl(0, words)
}

// says is at as plain words.
func (b *builder) says(t document.Text, i int) string { return b.at(t, i).String() }

// inLanguage builds something in the i-th shown language alone.
func (b *builder) inLanguage(i int, build func()) {
	words, view, follows := b.words, b.view, b.follows
	b.words, b.view, b.follows = words[i:i+1], view[i:i+1], i > 0
	build()
	b.words, b.view, b.follows = words, view, follows
}

// tone is the ink of a standing: an unjudged one is grey, never red.
func (b *builder) tone(t document.Tone) Color {
	switch t {
	case document.Bad:
		return b.status(color.Bad)
	case document.Open:
		return b.colors.Muted
	default:
		return b.colors.Accent
	}
}

// factOf returns the ID of the fact whose figure a text is, or "".
func factOf(in document.Inline) string {
	if len(in) == 0 {
		return ""
	}
	return in[len(in)-1].Fact
}
