package config

import (
	"math"

	"nianbao/internal/color"
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
		key string
		ink Color
	}{{"accent", c.Accent}, {"ink", c.Ink}, {"muted", c.Muted}} {
		key := "theme.colors." + text.key
		if ratio := color.Contrast(text.ink.Shade(), c.Paper.Shade()); readable(string(text.ink)) && ratio < leastContrast {
			has := math.Floor(100*ratio) / 100 // not rounded up, or a colour just below would seem to do
			ps = append(ps, Problem{Origin: l.origins[key], Key: key, Fault: message.Of(
				"%s has a contrast of %g to the paper %s, want %g or more: take a colour that differs more from it in lightness",
				string(text.ink), has, string(c.Paper), leastContrast)})
		}
	}
	return ps
}

// Shade is the colour in numbers; black for a malformed one.
func (c Color) Shade() color.Color {
	r, g, b := c.RGB()
	return color.Color{float64(r), float64(g), float64(b)}
}
