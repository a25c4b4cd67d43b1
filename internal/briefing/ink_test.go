package briefing

import (
	"testing"

	"nianbao/internal/color"
	"nianbao/internal/stat"
)

// The inks of standings differ from the accent of a site, whatever it is.
func TestStatusDiffersFromAccent(t *testing.T) {
	b := newBuilder(t, stat.En)
	for accent, want := range map[Color][2]int{
		{0x1f, 0x4e, 0x79}: {0, 0}, {0xb0, 0x1e, 0x23}: {0, 1}, {0x8b, 0, 0}: {0, 1}, {0x9c, 0x1f, 0x3a}: {0, 1},
		{0x0f, 0x51, 0x32}: {1, 0}, {0x40, 0x40, 0x40}: {0, 0}, {0x7a, 0x1f, 0x6e}: {0, 0},
	} {
		b.colors.Accent = accent
		good, bad := b.status(color.Good), b.status(color.Bad)
		if good != inkOf(color.Good[want[0]]) || bad != inkOf(color.Bad[want[1]]) {
			t.Errorf("beside %v good is %v and bad %v, want %v", accent, good, bad, want)
		}
	}
}
