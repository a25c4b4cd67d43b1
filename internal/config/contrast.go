package config

import (
	"math"

	"nianbao/internal/message"
)

// leastContrast is the least contrast of text to its ground (WCAG 2.2, 1.4.3). The accent is that of links and marks of
// notes, so what large digits and bars would need is not enough for it.
const leastContrast = 4.5

// contrasts finds colours of text that cannot be read on the paper.
func (l *loader) contrasts(c Colors) []Problem {
	readable := colorRule().ok
	if !readable(string(c.Paper)) {
		return nil
	}
	var ps []Problem
	for _, text := range []struct {
		key   string
		color Color
	}{{"accent", c.Accent}, {"ink", c.Ink}, {"muted", c.Muted}} {
		key := "theme.colors." + text.key
		if ratio := contrast(text.color, c.Paper); readable(string(text.color)) && ratio < leastContrast {
			has := math.Floor(100*ratio) / 100 // not rounded up, or a colour just below would seem to do
			ps = append(ps, Problem{Origin: l.origins[key], Key: key, Fault: message.Of(
				"%s has a contrast of %g to the paper %s, want %g or more: take a colour that differs more from it in lightness",
				string(text.color), has, string(c.Paper), leastContrast)})
		}
	}
	return ps
}

// contrast is the contrast ratio of two colours, from 1 to 21 (WCAG 2.2, contrast ratio).
func contrast(a, b Color) float64 {
	x, y := a.luminance(), b.luminance()
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// luminance is the relative luminance of a colour, from 0 to 1 (WCAG 2.2, relative luminance).
func (c Color) luminance() float64 {
	linear := func(part uint8) float64 {
		v := float64(part) / 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	r, g, b := c.RGB()
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}
