package briefing

import (
	"strconv"
	"strings"

	"nianbao/internal/document"
	"nianbao/internal/stat"
)

// cell sets the parts of a cell, each in every language that has a text for it; on request one that is the same in every
// language only once.
func (b *builder) cell(parts document.Cell, once bool) cell {
	c := make(cell, 0, len(parts)*len(b.words))
	for _, p := range parts {
		switch p.Role {
		case document.Tag:
			c = append(c, b.tag(p.Text))
		case document.Course: // drawn with its row
		case document.Line:
			c = append(c, b.line(p.Text))
		case document.Ident:
			c = append(c, b.ident(p.Text))
		case document.Origins:
			c = append(c, b.origins(p.Text)...)
		default:
			for i := range b.words {
				in := b.at(p.Text, i)
				if said := in.String(); said != "" && !(once && i > 0 && said == b.says(p.Text, 0)) {
					c = append(c, b.part(p.Role, in, i))
				}
			}
		}
	}
	return c
}

// part sets a main part or a remark in the i-th shown language.
func (b *builder) part(role document.Role, in document.Inline, i int) paragraph {
	if role == document.Remark {
		return paragraph{{in.String(), b.micro(i).of(factOf(in))}}
	}
	var p paragraph
	sign := ""
	for _, s := range in {
		st := b.cellStyle(i)
		switch s.Tone {
		case document.Sign: // once
			if i == 0 {
				sign = s.Words
			}
			continue
		case document.Quiet:
			st = b.micro(i)
		case document.Good, document.Bad, document.Open:
			if i == 0 {
				st.bold, st.ink = true, b.tone(s.Tone)
			}
		}
		p = append(p, piece{sign + s.Words, st.of(s.Fact)})
		sign = ""
		if i == 0 {
			p = append(p, b.marks(s.Marks, i)...)
		}
	}
	return p
}

// cellStyle is the style of the i-th shown language: the first one is larger.
func (b *builder) cellStyle(i int) style {
	if i == 0 && !b.follows {
		return style{size: b.t.Small, ink: b.colors.Ink, lang: b.words[i].Lang()}
	}
	return b.micro(i)
}

// micro is the style of small print in the i-th shown language.
func (b *builder) micro(i int) style {
	return style{size: b.t.Micro, ink: b.colors.Muted, lang: b.words[i].Lang()}
}

// line sets a main part in every language as one paragraph.
func (b *builder) line(t document.Text) paragraph {
	var p paragraph
	for i := range b.words {
		part := b.part(document.Main, b.at(t, i), i)
		if i > 0 && len(part) > 0 {
			part[0].text = "  " + part[0].text
		}
		p = append(p, part...)
	}
	return p
}

// tag sets a word or two of small print in every language, on one line if they fit.
func (b *builder) tag(t document.Text) paragraph {
	var p paragraph
	for i := range b.words {
		said := b.says(t, i)
		if i > 0 {
			said = "  " + said
		}
		p = append(p, piece{said, b.micro(i)})
	}
	return p
}

// ident sets an identifier, once for all languages.
func (b *builder) ident(t document.Text) paragraph {
	return paragraph{{b.says(t, 0), style{size: b.t.Micro, ink: b.colors.Muted, lang: stat.En}}}
}

// origins returns the places of a figure in its sources; those in the first language include the figure as printed
// there. A second language that would repeat the same text is omitted.
func (b *builder) origins(t document.Text) cell {
	var c cell
	first := b.places(t, 0)
	for i, w := range b.words {
		st := b.micro(i)
		line := b.places(t, i)
		switch {
		case i == 0:
			st.ink = b.colors.Ink
			line = b.quoted(b.at(t, i), w.Phrase("list.semicolon"))
		case line == first:
			continue
		}
		if line != "" {
			c = append(c, paragraph{{line, st}})
		}
	}
	return c
}

// places returns places in sources, without the figures printed there.
func (b *builder) places(t document.Text, i int) string {
	var places []string
	for _, s := range b.at(t, i) {
		if s.Tone != document.Quoted {
			places = append(places, s.Words)
		}
	}
	return strings.Join(places, b.words[i].Phrase("list.comma"))
}

// quoted returns places in sources, each with the figure printed there.
func (b *builder) quoted(in document.Inline, between string) string {
	var places []string
	for i := 0; i+1 < len(in); i += 2 {
		places = append(places, strings.TrimSpace(in[i].Words+" "+in[i+1].Words))
	}
	return strings.Join(places, between)
}

// markSize is the size of the marks of notes, in multiples of that of tables.
const markSize = 0.68

// marks returns the marks behind a figure, such as [1][2], raised and small. The mark of a note links to it, and the
// note links back to its first mark.
func (b *builder) marks(marks []document.Mark, i int) []piece {
	var out []piece
	for _, m := range marks {
		if m.Note == 0 {
			out = append(out, piece{" " + m.Words, b.micro(i)})
			continue
		}
		mark := piece{m.Words, style{
			size: markSize * b.t.Small, ink: b.colors.Accent, lang: b.words[i].Lang(), leading: 1, tied: true, rise: raised * b.t.Body,
			link: b.prefix + "note" + strconv.Itoa(m.Note),
		}}
		if back := b.prefix + "mark" + strconv.Itoa(m.Note); !b.marked[back] {
			mark.anchor, b.marked[back] = back, true
		}
		out = append(out, mark)
	}
	return out
}
