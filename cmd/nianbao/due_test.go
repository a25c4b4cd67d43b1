package main

import (
	"bytes"
	"testing"
	"time"

	"nianbao/internal/cli"
)

// TestDueAsShipped lets the clock run with the configuration and the areas as they are shipped: an hourly job succeeds from
// the first day on until the end of 2035, for the configured area and for all.
func TestDueAsShipped(t *testing.T) {
	out := t.TempDir()
	for now := time.Date(2021, 12, 25, 1, 0, 0, 0, time.UTC); now.Year() < 2036; now = now.AddDate(0, 0, 29) {
		for published, area := range map[string][]string{"1 unchanged": nil, "9 unchanged": {"--area", ""}} {
			args := append([]string{"export", "--due", "--config", "../../config/exporter.yaml", "--output", out, "--format", "csv"}, area...)
			var said, wrong bytes.Buffer
			code := cli.Main(args, cli.Streams{Out: &said, Err: &wrong, Now: func() time.Time { return now }})
			if code != cli.ExitDone || wrong.Len() > 0 {
				t.Fatalf("at %v, %q ends with %d: %s%s", now, area, code, &said, &wrong)
			}
			if now.Year() > 2025 && !bytes.HasPrefix(said.Bytes(), []byte(published)) {
				t.Fatalf("at %v, %q: %s", now, area, &said)
			}
		}
	}
}
