package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"nianbao/internal/config"
	"nianbao/internal/dataset"
	"nianbao/internal/export"
	"nianbao/internal/publish"
)

func TestExitCode(t *testing.T) {
	for _, tt := range []struct {
		err  error
		want int
	}{
		{usageError{errors.New("x")}, ExitUsage},
		{&config.Error{}, ExitUsage},
		{&export.NoAreaError{}, ExitUsage},
		{dataset.Errors{{Msg: errors.New("x")}}, ExitData},
		{&export.CheckError{}, ExitData},
		{&export.NoDataError{}, ExitData},
		{dueError{late: 1, refused: 1}, ExitData},
		{reported{dueError{late: 1, failed: 1}}, ExitFailure},
		{publish.ErrLocked, ExitLocked},
		{io.ErrUnexpectedEOF, ExitFailure},
	} {
		if got := exitCode(fmt.Errorf("outer: %w", tt.err)); got != tt.want {
			t.Errorf("%T: exit code %d, want %d", tt.err, got, tt.want)
		}
	}
}

// onTime is a moment at which nothing of the example is late.
func onTime() time.Time { return time.Date(2025, 1, 2, 3, 4, 5, 0, time.UTC) }

// full is a stream on a full disk.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

// What cannot be said is an error: a job that reads the summary must not take silence for success.
func TestStdoutFull(t *testing.T) {
	dir := t.TempDir()
	for _, args := range [][]string{
		{"config"},
		{"config", "--json"},
		{"version"},
		{"check", "--areas-dir", "../../config/areas", "--area", "example"},
		{"export", "--areas-dir", "../../config/areas", "--area", "example", "--output", dir},
		{"export", "--areas-dir", "../../config/areas", "--area", "example", "--output", dir, "--json"},
		{"export", "--areas-dir", "../../config/areas", "--area", "example", "--output", dir, "--due"},
		{"export", "--areas-dir", "../../config/areas", "--area", "example", "--output", dir, "--due", "--json"},
		{"verify", filepath.Join(dir, "example", "2024")},
	} {
		var stderr bytes.Buffer
		if got := Main(args, Streams{Out: full{}, Err: &stderr, Now: onTime}); got != ExitFailure {
			t.Errorf("%q: exit code %d, want %d", args, got, ExitFailure)
		}
		if !strings.Contains(stderr.String(), "write to stdout: no space left") {
			t.Errorf("%q: stderr %q does not say why", args, stderr.String())
		}
	}
}

// The progress line stands on a terminal only.
func TestProgress(t *testing.T) {
	for _, terminal := range []bool{false, true} {
		var stdout, stderr bytes.Buffer
		args := []string{"export", "--areas-dir", "../../config/areas", "--area", "example", "--output", t.TempDir()}
		if got := Main(args, Streams{Out: &stdout, Err: &stderr, Terminal: terminal}); got != ExitDone {
			t.Fatalf("exit code %d: %s", got, stderr.String())
		}
		if shown := strings.Contains(stderr.String(), "nianbao: render …"); shown != terminal {
			t.Errorf("terminal %v: progress shown %v", terminal, shown)
		}
		if terminal && !strings.HasSuffix(stderr.String(), clearLine) {
			t.Error("the progress line is not cleared at the end")
		}
		if strings.Contains(stdout.String(), "\x1b") {
			t.Error("progress on stdout")
		}
	}
}

// Verifying several editions shows a bar on a terminal, and no bar elsewhere, or for one edition.
func TestVerifyProgress(t *testing.T) {
	out := t.TempDir()
	for _, period := range []string{"2024", "2024-Q1"} {
		args := []string{"export", "--areas-dir", "../../config/areas", "--area", "example", "--period", period, "--format", "json", "--quiet", "--output", out}
		if got := Main(args, Streams{Out: io.Discard, Err: io.Discard}); got != ExitDone {
			t.Fatalf("exit code %d", got)
		}
	}
	for _, tt := range []struct {
		terminal bool
		dir      string
		args     []string
		want     bool
	}{
		{true, out, nil, true}, {false, out, nil, false}, {true, out, []string{"--quiet"}, false}, {true, filepath.Join(out, "example", "2024"), nil, false},
		{true, out, []string{"--jobs", "1"}, true},
	} {
		var stdout, stderr bytes.Buffer
		if got := Main(append([]string{"verify", tt.dir}, tt.args...), Streams{Out: &stdout, Err: &stderr, Terminal: tt.terminal}); got != ExitDone {
			t.Fatalf("%v: exit code %d: %s", tt.args, got, stderr.String())
		}
		if shown := strings.Contains(stderr.String(), "0/2"); shown != tt.want {
			t.Errorf("terminal %v, %s %v: bar %v: %q", tt.terminal, tt.dir, tt.args, shown, stderr.String())
		}
		if strings.Contains(stdout.String(), "\x1b") {
			t.Error("a bar on stdout")
		}
	}
}

// A batch shows a bar on a terminal, a line for each area where there is none, and neither where it is to be quiet.
func TestBatchProgress(t *testing.T) {
	for _, tt := range []struct {
		terminal, quiet bool
		bar, line       bool
	}{{true, false, true, false}, {false, false, false, true}, {true, true, false, false}, {false, true, false, false}} {
		var stdout, stderr bytes.Buffer
		args := []string{"batch", "--areas-dir", "../../config/areas", "--areas", "exam*", "--format", "json", "--output", t.TempDir()}
		if tt.quiet {
			args = append(args, "--quiet")
		}
		if got := Main(args, Streams{Out: &stdout, Err: &stderr, Terminal: tt.terminal}); got != ExitDone {
			t.Fatalf("exit code %d: %s", got, stderr.String())
		}
		bar, line := strings.Contains(stderr.String(), "0/1"), strings.Contains(stderr.String(), "[1/1] example: done\n")
		if bar != tt.bar || line != tt.line {
			t.Errorf("terminal %v, quiet %v: bar %v, line %v in %q", tt.terminal, tt.quiet, bar, line, stderr.String())
		}
		if said := strings.Contains(stdout.String(), "1 area: done: 1, unchanged: 0, failed: 0"); said == tt.quiet {
			t.Errorf("quiet %v: stdout %q", tt.quiet, stdout.String())
		}
	}
}
