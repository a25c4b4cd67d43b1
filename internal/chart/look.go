package chart

import "math"

// Style is the look of a label.
type Style struct {
	Size float64
	Bold bool
	Ink  Ink
	Lang int // index of the document's languages
}

// Part is a piece of a label in one style.
type Part struct {
	Words string
	Style
}

// Setter sets text. A page renderer breaks lines with its fonts and returns what will be drawn. A screen renderer,
// which does not know the fonts, may estimate: [Shape.Anchor] aligns labels whatever their width.
type Setter interface {
	Set(width float64, parts ...Part) Block
}

// Block is a label in lines. Other properties are known only to its Setter.
type Block interface {
	Lines() int
	Width(line int) float64
	Lead() float64   // height of a line
	Ascent() float64 // from its top to its baseline
}

// Look holds the measures of a chart, in the renderer's unit of length.
type Look struct {
	Setter
	Width        float64
	Unit         float64 // heights are whole multiples of it
	Foot         float64 // of a baseline, above the end of its line
	Small, Micro float64 // sizes of type
	Langs        []int   // the languages that are shown, as indices of the document's, the leading one first
}

// cellGap is the gap between names and what is to their right.
const cellGap = 12

// units is the height of n units. Here and elsewhere a product is converted before it is added, so that no processor
// fuses the operations and splits a chart at another row.
func (l *Look) units(n int) float64 { return float64(float64(n) * l.Unit) }

// lead is the line spacing of type: the smallest number of units that is at least 1.25 times its size.
func (l *Look) lead(size float64) float64 { return l.whole(1.25 * size) }

// whole rounds a height up to whole units.
func (l *Look) whole(height float64) float64 {
	const epsilon = 1e-6 // sums of heights are floats
	return float64(math.Ceil(height/l.Unit-epsilon) * l.Unit)
}

// main is the leading language.
func (l *Look) main() int { return l.Langs[0] }

// style is the style of the i-th language in a label of one line per language.
func (l *Look) style(i int) Style {
	if i == 0 {
		return Style{Size: l.Small, Ink: Ordinary, Lang: l.Langs[i]}
	}
	return Style{Size: l.Micro, Ink: Muted, Lang: l.Langs[i]}
}

// label sets words in every shown language, one below the other.
func (l *Look) label(width float64, words Words) []Block {
	blocks := make([]Block, len(l.Langs))
	for i, lang := range l.Langs {
		blocks[i] = l.Set(width, Part{words.in(lang), l.style(i)})
	}
	return blocks
}

// name sets a name in every shown language, in one line if there is room for it.
func (l *Look) name(width float64, words Words) []Block {
	if len(l.Langs) == 1 {
		return l.label(width, words)
	}
	parts := make([]Part, len(l.Langs))
	for i, lang := range l.Langs {
		parts[i] = Part{words.in(lang), l.style(i)}
		if i > 0 && parts[i].Words != "" {
			parts[i].Words = "  " + parts[i].Words
		}
	}
	if b := l.Set(width, parts...); b.Lines() == 1 {
		return []Block{b}
	}
	return l.label(width, words)
}

// figure sets a figure, repeated in further languages if the words differ.
func (l *Look) figure(width float64, words Words, st Style) []Block {
	st.Lang = l.main()
	first := words.in(st.Lang)
	if first == "" {
		return nil
	}
	blocks := []Block{l.Set(width, Part{first, st})}
	for i, lang := range l.Langs[1:] {
		if said := words.in(lang); said != first {
			blocks = append(blocks, l.Set(width, Part{said, l.style(i + 1)}))
		}
	}
	return blocks
}

// in returns the text in a language; "" for none.
func (w Words) in(lang int) string {
	if lang >= len(w) {
		return ""
	}
	return w[lang]
}

// widest is the width of the widest line of a label.
func widest(b Block) float64 {
	var w float64
	for i := range b.Lines() {
		w = max(w, b.Width(i))
	}
	return w
}

// broadest is the width of the widest of some labels.
func broadest(labels []Block) float64 {
	var w float64
	for _, b := range labels {
		w = max(w, widest(b))
	}
	return w
}

// tall is the height of labels one below the other.
func tall(labels []Block) float64 {
	var h float64
	for _, b := range labels {
		h += height(b)
	}
	return h
}

// height is the height of a label.
func height(b Block) float64 { return float64(float64(b.Lines()) * b.Lead()) }

// baseline is the baseline of line i if the label begins at y.
func baseline(b Block, i int, y float64) float64 {
	return y + float64(float64(i)*b.Lead()) + b.Ascent()
}
