package cli

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"
)

// A fault of the program ends a run as other failures do, and with --due the edition alone.
func TestFaultOfTheProgram(t *testing.T) {
	for _, args := range [][]string{
		{"export", "--area", "example"}, {"export", "--due", "--area", "example"},
	} {
		var out, said bytes.Buffer
		code := Main(append(args, "--areas-dir", "../../config/areas", "--output", t.TempDir(), "--format", "csv"), Streams{
			Out: &out, Err: &said, Now: func() time.Time { return time.Date(2025, 1, 3, 9, 0, 0, 0, time.UTC) },
			Step: func(_ context.Context, step string) {
				if step == "check" {
					panic("boom\x1b[2J")
				}
			},
		})
		if code != ExitFailure || !strings.Contains(said.String(), `fault of the program: boom\x1b[2J`) {
			t.Errorf("%q: exit code %d: %s", args, code, said.String())
		}
	}
}
