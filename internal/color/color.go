// Package color compares colours.
//
// In: colours. Out: how well one is read on another, whether two have one hue, mixtures. It must not know what they are the
// colours of.
package color

import (
	"fmt"
	"math"
)

// Color is an sRGB colour: red, green and blue, from 0 to 255 each.
type Color [3]float64

// String writes a colour as #rrggbb.
func (c Color) String() string {
	return fmt.Sprintf("#%02x%02x%02x", int(math.Round(c[0])), int(math.Round(c[1])), int(math.Round(c[2])))
}

// Mixed is a colour with a share of another.
func (c Color) Mixed(share float64, other Color) Color {
	for i := range c {
		c[i] += float64(share * (other[i] - c[i]))
	}
	return c
}

// Good and Bad are the inks of what is as it should be and of what is not. The second of each is for a site whose accent has the
// hue of the first, which would then say nothing.
var (
	Good = [2]Color{{0x1b, 0x6e, 0x3c}, {0x0b, 0x5c, 0x8c}}
	Bad  = [2]Color{{0x9c, 0x2f, 0x1f}, {0x7a, 0x1f, 0x6e}}
)

// Apart is the one of two inks that differs from an accent.
func Apart(accent Color, inks [2]Color) Color {
	const alike = 35 // degrees
	a, coloured := accent.Hue()
	b, _ := inks[0].Hue()
	if d := math.Abs(a - b); coloured && min(d, 360-d) < alike {
		return inks[1]
	}
	return inks[0]
}

// Luminance is the relative luminance, from 0 to 1 (WCAG 2.2, relative luminance).
func (c Color) Luminance() float64 {
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

// Contrast is the contrast ratio of two colours, from 1 to 21 (WCAG 2.2, contrast ratio).
func Contrast(a, b Color) float64 {
	x, y := a.Luminance(), b.Luminance()
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// Hue is the angle of a colour on the wheel, in degrees: 0 red, 120 green, 240 blue. Grey has none.
func (c Color) Hue() (angle float64, coloured bool) {
	const grey = 16
	most, least := max(c[0], c[1], c[2]), min(c[0], c[1], c[2])
	switch spread := most - least; {
	case spread < grey:
		return 0, false
	case most == c[0]:
		return math.Mod(60*(c[1]-c[2])/spread+360, 360), true
	case most == c[1]:
		return 120 + 60*(c[2]-c[0])/spread, true
	default:
		return 240 + 60*(c[0]-c[1])/spread, true
	}
}
