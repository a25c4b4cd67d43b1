package webpage

import (
	"fmt"
	"html/template"
	"strings"

	"nianbao/internal/color"
)

// Colors are those of a theme.
type Colors struct{ Accent, Ink, Muted, Rule, Paper color.Color }

// The least contrasts of text that the page chooses itself, and of lines that carry meaning (WCAG 2.2, 1.4.3 and 1.4.11), with
// something to spare: text also stands on tinted grounds.
const (
	leastText = 5.5
	leastMark = 3.2
)

// bright is a colour of the same hue, as light as it can be without becoming pale.
func bright(c color.Color) color.Color {
	const most = 235
	top := max(c[0], c[1], c[2], 1)
	for i := range c {
		c[i] *= most / top
	}
	return c
}

// readable moves a colour away from a ground, towards black or white, until it has a contrast to it.
func readable(c, ground color.Color, least float64) color.Color {
	var end color.Color
	if ground.Luminance() < 0.2 {
		end = color.Color{255, 255, 255}
	}
	from := c
	for share := 0.0; color.Contrast(c, ground) < least && share < 1; share += 0.05 {
		c = from.Mixed(share, end)
	}
	return c
}

// scheme is the colours of a page by the names that the style sheet has for them.
func scheme(accent, ink, muted, rule, paper, band, on color.Color) template.CSS {
	good, bad := color.Apart(accent, color.Good), color.Apart(accent, color.Bad)
	var b strings.Builder
	for _, v := range []struct {
		name string
		c    color.Color
	}{
		{"accent", accent}, {"ink", ink}, {"muted", muted}, {"rule", rule}, {"paper", paper}, {"band", band}, {"on", on},
		{"light", accent.Mixed(0.25, paper)}, {"pale", accent.Mixed(0.75, paper)}, {"faint", accent.Mixed(0.93, paper)},
		{"line", readable(rule, paper, leastMark)},
		{"good", readable(good, paper, leastText)}, {"bad", readable(bad, paper, leastText)},
	} {
		fmt.Fprintf(&b, "--%s:%s;", v.name, v.c)
	}
	return template.CSS(b.String())
}

// schemes are the colours on light ground, and those for readers who ask for dark. A theme whose paper is dark already has one
// for both.
func schemes(c Colors) (light, dark template.CSS) {
	light = scheme(c.Accent, c.Ink, c.Muted, c.Rule, c.Paper, c.Accent, c.Paper)
	if c.Paper.Luminance() < 0.5 {
		return light, light
	}
	night, white := color.Color{0x12, 0x16, 0x1b}, color.Color{0xf1, 0xf3, 0xf5}
	dark = scheme(readable(bright(c.Accent), night, 7), white, white.Mixed(0.28, night), white.Mixed(0.75, night), night,
		readable(c.Accent.Mixed(0.45, night), white, 7), white)
	return light, dark
}
