package webpage

import (
	"fmt"
	"html/template"
	"math"
	"strconv"
	"strings"
)

// Colors are those of a theme, as #RRGGBB.
type Colors struct{ Accent, Ink, Muted, Rule, Paper string }

// color is an sRGB colour.
type color [3]float64

// parsed reads a colour; a malformed one is black.
func parsed(s string) color {
	n, err := strconv.ParseUint(strings.TrimPrefix(s, "#"), 16, 24)
	if err != nil {
		return color{}
	}
	return color{float64(n >> 16), float64(n >> 8 & 0xff), float64(n & 0xff)}
}

func (c color) String() string {
	return fmt.Sprintf("#%02x%02x%02x", int(math.Round(c[0])), int(math.Round(c[1])), int(math.Round(c[2])))
}

// mixed is a colour with a share of another.
func (c color) mixed(share float64, other color) color {
	for i := range c {
		c[i] += float64(share * (other[i] - c[i]))
	}
	return c
}

// luminance is the relative luminance, from 0 to 1 (WCAG 2.2, relative luminance).
func (c color) luminance() float64 {
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		v := c[i] / 255
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		sum += float64(weight * v)
	}
	return sum
}

// contrast is the contrast ratio of two colours, from 1 to 21 (WCAG 2.2, contrast ratio).
func contrast(a, b color) float64 {
	x, y := a.luminance(), b.luminance()
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// The least contrasts of text that the page chooses itself, and of lines that carry meaning (WCAG 2.2, 1.4.3 and 1.4.11), with
// something to spare: text also stands on tinted grounds.
const (
	leastText = 5.5
	leastMark = 3.2
)

// bright is a colour of the same hue, as light as it can be without becoming pale.
func (c color) bright() color {
	const most = 235
	top := max(c[0], c[1], c[2], 1)
	for i := range c {
		c[i] *= most / top
	}
	return c
}

// readable moves a colour away from a ground, towards black or white, until it has a contrast to it.
func (c color) readable(ground color, least float64) color {
	end := color{}
	if ground.luminance() < 0.2 {
		end = color{255, 255, 255}
	}
	from := c
	for share := 0.0; contrast(c, ground) < least && share < 1; share += 0.05 {
		c = from.mixed(share, end)
	}
	return c
}

// hue is the angle of a colour on the wheel, in degrees. Grey has none.
func (c color) hue() (angle float64, coloured bool) {
	most, least := max(c[0], c[1], c[2]), min(c[0], c[1], c[2])
	switch spread := most - least; {
	case spread < 16:
		return 0, false
	case most == c[0]:
		return math.Mod(60*(c[1]-c[2])/spread+360, 360), true
	case most == c[1]:
		return 120 + 60*(c[2]-c[0])/spread, true
	default:
		return 240 + 60*(c[0]-c[1])/spread, true
	}
}

// apart is the first of two inks whose hue differs from the accent's, which would else say nothing.
func apart(accent color, first, second string) color {
	const alike = 35 // degrees
	a, coloured := accent.hue()
	b, _ := parsed(first).hue()
	if d := math.Abs(a - b); coloured && min(d, 360-d) < alike {
		return parsed(second)
	}
	return parsed(first)
}

// scheme is the colours of a page by the names that the style sheet has for them.
func scheme(accent, ink, muted, rule, paper, band, on color) template.CSS {
	good, bad := apart(accent, "#1b6e3c", "#0b5c8c"), apart(accent, "#9c2f1f", "#7a1f6e")
	var b strings.Builder
	for _, v := range []struct {
		name string
		c    color
	}{
		{"accent", accent}, {"ink", ink}, {"muted", muted}, {"rule", rule}, {"paper", paper}, {"band", band}, {"on", on},
		{"light", accent.mixed(0.25, paper)}, {"pale", accent.mixed(0.75, paper)}, {"faint", accent.mixed(0.93, paper)},
		{"line", rule.readable(paper, leastMark)},
		{"good", good.readable(paper, leastText)}, {"bad", bad.readable(paper, leastText)},
	} {
		fmt.Fprintf(&b, "--%s:%s;", v.name, v.c)
	}
	return template.CSS(b.String())
}

// schemes are the colours on light ground, and those for readers who ask for dark. A theme whose paper is dark already has one
// for both.
func schemes(c Colors) (light, dark template.CSS) {
	accent, paper := parsed(c.Accent), parsed(c.Paper)
	light = scheme(accent, parsed(c.Ink), parsed(c.Muted), parsed(c.Rule), paper, accent, paper)
	if paper.luminance() < 0.5 {
		return light, light
	}
	night, white := color{0x12, 0x16, 0x1b}, color{0xf1, 0xf3, 0xf5}
	dark = scheme(accent.bright().readable(night, 7), white, white.mixed(0.28, night), white.mixed(0.75, night), night,
		accent.mixed(0.45, night).readable(white, 7), white)
	return light, dark
}
