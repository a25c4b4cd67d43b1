package briefing

import "math"

// The inks of what is as it should be and of what is not. The second of each is for a site whose accent has the hue of
// the first, which would then say nothing.
var (
	goodInks = [2]Color{{R: 0x1b, G: 0x6e, B: 0x3c}, {R: 0x0b, G: 0x5c, B: 0x8c}}
	badInks  = [2]Color{{R: 0x9c, G: 0x2f, B: 0x1f}, {R: 0x7a, G: 0x1f, B: 0x6e}}
)

// status is the one of two inks that differs from the accent.
func (b *builder) status(inks [2]Color) Color {
	const alike = 35 // degrees
	accent, coloured := b.colors.Accent.hue()
	hue, _ := inks[0].hue()
	if apart := math.Abs(hue - accent); coloured && min(apart, 360-apart) < alike {
		return inks[1]
	}
	return inks[0]
}

// hue is the angle of a colour on the wheel, in degrees: 0 red, 120 green, 240 blue. Grey has none.
func (c Color) hue() (angle float64, coloured bool) {
	r, g, b := float64(c.R), float64(c.G), float64(c.B)
	most, least := max(r, g, b), min(r, g, b)
	const grey = 16
	switch spread := most - least; {
	case spread < grey:
		return 0, false
	case most == r:
		return math.Mod(60*(g-b)/spread+360, 360), true
	case most == g:
		return 120 + 60*(b-r)/spread, true
	default:
		return 240 + 60*(r-g)/spread, true
	}
}
