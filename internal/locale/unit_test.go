package locale

import (
	"testing"

	"nianbao/internal/script"
	"nianbao/internal/stat"
)

// The Traditional word of a unit is the one that its Simplified word converts to; it is written where the two differ, for
// packages that know no conversion.
func TestTraditionalUnits(t *testing.T) {
	for code, u := range stat.Units() {
		want := script.Traditional(u.Counter.Hans)
		if want == u.Counter.Hans {
			want = ""
		}
		if u.Counter.Hant != want {
			t.Errorf("%s is %q in Traditional Chinese, want %q", code, u.Counter.Hant, want)
		}
	}
}
