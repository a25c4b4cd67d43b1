package briefing

import "nianbao/internal/color"

// status is the one of two inks that differs from the accent.
func (b *builder) status(inks [2]color.Color) Color {
	accent := b.colors.Accent
	return inkOf(color.Apart(color.Color{float64(accent.R), float64(accent.G), float64(accent.B)}, inks))
}

func inkOf(c color.Color) Color { return Color{uint8(c[0]), uint8(c[1]), uint8(c[2])} }
