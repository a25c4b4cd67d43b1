package webpage

import (
	"html/template"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/document"
	"nianbao/internal/typeset"
)

// piece is words of one look.
type piece struct {
	words string
	class string // "" for usual words
	sign  bool   // it repeats other words, and is not read out
	low   string // an index behind them
	unit  string // of a headline figure, behind them
}

// at is a text in one language, with the quotes of print.
func (m *maker) at(t document.Text, i int) document.Inline {
	if i >= len(t) {
		return nil
	}
	in := t[i]
	if m.doc.Langs[i].Chinese() {
		return in
	}
	before, out := rune(0), in
	for j := range in {
		words := typeset.Curl(before, in[j].Words)
		if words != in[j].Words {
			if &out[0] == &in[0] {
				out = slices.Clone(in)
			}
			out[j].Words = words
		}
		if words != "" {
			before, _ = utf8.DecodeLastRuneInString(words)
		}
	}
	return out
}

// markup is HTML in the making, of what there is by the thousand: a template takes ten times as long for each figure. Words
// are escaped as templates escape them.
type markup struct{ strings.Builder }

// tag writes tags as they are.
func (b *markup) tag(parts ...string) *markup {
	for _, p := range parts {
		b.WriteString(p)
	}
	return b
}

// say writes words.
func (b *markup) say(words string) *markup { return b.tag(template.HTMLEscapeString(words)) }

// in writes words in an element of their language.
func (b *markup) in(t languageText) *markup {
	return b.tag(`<span lang="`, t.Lang, `">`).say(t.Words).tag("</span>")
}

func (b *markup) html() template.HTML { return template.HTML(b.String()) }

// figure begins and ends the element of a figure, which leads to the entry of its fact.
func (m *maker) figureTags(fact string) (begin, end string) {
	begin, end = `<data value="`+template.HTMLEscapeString(fact)+`">`, "</data>"
	if m.entries[fact] {
		begin, end = begin+`<a href="`+string(fragment(fact))+`">`, "</a>"+end
	}
	return begin, end
}

// runs are a text in one language.
func (m *maker) runs(t document.Text, i int) template.HTML {
	var b markup
	m.write(&b, m.at(t, i), i, pieces)
	return b.html()
}

// write writes spans; cut tells which pieces each becomes. Spans of one fact that follow each other are one figure.
func (m *maker) write(b *markup, in document.Inline, i int, cut func(document.Span) []piece) {
	fact, end := "", ""
	for _, s := range in {
		if s.Fact == "" || s.Fact != fact {
			b.tag(end)
			fact, end = s.Fact, ""
			if fact != "" {
				var begin string
				begin, end = m.figureTags(fact)
				b.tag(begin)
			}
		}
		for _, p := range cut(s) {
			p.write(b)
		}
		if len(s.Marks) > 0 {
			b.tag(end)
			fact, end = "", ""
		}
		for _, mk := range s.Marks {
			m.mark(b, mk, i)
		}
	}
	b.tag(end)
}

func (p *piece) write(b *markup) {
	switch {
	case p.sign:
		b.tag(`<span class="sign" aria-hidden="true">`).say(p.words).tag("</span>")
	case p.unit != "":
		b.tag(`<span class="with"><span class="`, p.class, `">`).say(p.words).tag(`</span><span class="u">`).say(p.unit).tag("</span></span>")
	case p.class != "":
		b.tag(`<span class="`, p.class, `">`).say(p.words).tag("</span>")
	default:
		b.say(p.words)
	}
	if p.low != "" {
		b.tag("<sub>").say(p.low).tag("</sub>")
	}
}

// mark writes a mark behind a figure. That of a note leads to it; the first one has an ID, to which the note leads back.
func (m *maker) mark(b *markup, mk document.Mark, i int) {
	if mk.Note == 0 || !m.noted[mk.Note] {
		b.tag("<sup>").say(mk.Words).tag("</sup>")
		return
	}
	number, lang := strconv.Itoa(mk.Note), "-"+m.lang(i)
	b.tag(`<a class="mark" href="#note-`, number, lang, `"`)
	if !m.marked[i][mk.Note] {
		m.marked[i][mk.Note] = true
		b.tag(` id="mark-`, number, lang, `"`)
	}
	b.tag(` aria-label="`).say(strings.Trim(m.words[i].Fill("note.number", mk.Note), "[]")).tag(`">`, number, "</a>")
}

// classes are those of the tones.
var classes = [...]string{
	document.Plain: "", document.Quiet: "q", document.Sign: "", document.Quoted: "", document.Good: "good", document.Bad: "bad", document.Open: "q",
}

// lowered is a name with an index, as PM2.5.
var lowered = regexp.MustCompile(`PM(2\.5|10)\b`)

// pieces are the words of a span.
func pieces(s document.Span) []piece {
	p := piece{words: s.Words, class: classes[s.Tone], sign: s.Tone == document.Sign}
	at := lowered.FindStringSubmatchIndex(s.Words)
	if at == nil {
		return []piece{p}
	}
	rest := s
	rest.Words = s.Words[at[1]:]
	p.words, p.low = s.Words[:at[2]], s.Words[at[2]:at[3]]
	return append([]piece{p}, pieces(rest)...)
}

var digits = regexp.MustCompile(`[−-]?[0-9][0-9,.]*`)

// large are the words of a headline figure: its number large, its unit small.
func large(s document.Span) []piece {
	p := piece{words: s.Words, class: "u", sign: s.Tone == document.Sign}
	at := digits.FindStringIndex(s.Words)
	if at == nil || p.sign {
		if !p.sign {
			p.class = "n"
		}
		return []piece{p}
	}
	number := piece{words: s.Words[at[0]:at[1]], class: "n"}
	if len(number.words) > 6 {
		number.class = "n long"
	}
	rest := s.Words[at[1]:]
	if utf8.RuneCountInString(rest) <= 4 { // stays with the number
		number.unit, rest = rest, ""
	}
	var out []piece
	for _, q := range []piece{{words: s.Words[:at[0]], class: "u"}, number, {words: rest, class: "u"}} {
		if q.words != "" {
			out = append(out, q)
		}
	}
	return out
}

// han reports whether a text has Chinese characters.
func han(s string) bool {
	for _, r := range s {
		if unicode.Is(unicode.Han, r) {
			return true
		}
	}
	return false
}
