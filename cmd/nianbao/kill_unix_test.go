//go:build unix

package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"nianbao/internal/export"
	"nianbao/internal/publish"
)

var kills = flag.Int("kills", 25, "how many runs TestKilledRuns kills")

// stage is an output folder that runs of the program write to, from one or the other of two states of the data.
type stage struct {
	t     *testing.T
	areas [2]string
	out   string
}

func newStage(t *testing.T) *stage {
	t.Helper()
	s := &stage{t: t, out: filepath.Join(t.TempDir(), "out")}
	for i := range s.areas {
		s.areas[i] = t.TempDir()
		if err := os.CopyFS(filepath.Join(s.areas[i], "example"), os.DirFS("../../config/areas/example")); err != nil {
			t.Fatal(err)
		}
	}
	name := filepath.Join(s.areas[1], "example", "2024.yaml")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	changed := bytes.Replace(data, []byte("level: 18250"), []byte("level: 18520"), 1)
	if bytes.Equal(changed, data) {
		t.Fatal("the example area no longer has the figure this test changes")
	}
	if err := os.WriteFile(name, changed, 0o644); err != nil {
		t.Fatal(err)
	}
	return s
}

// command is a run of the program, as another process.
func (s *stage) command(data int, formats string) *exec.Cmd {
	return exec.Command("nianbao", "export", "--quiet", "--areas-dir", s.areas[data], "--area", "example", "--period", "2024",
		"--format", formats, "--output", s.out)
}

func (s *stage) dir() string { return filepath.Join(s.out, "example", "2024") }

// run lets a run finish.
func (s *stage) run(data int, formats string) {
	s.t.Helper()
	if text, err := s.command(data, formats).CombinedOutput(); err != nil {
		s.t.Fatalf("%v: %s", err, text)
	}
}

// whole holds that the published release and all before it are as they were published, numbered without a gap, and
// that nothing else is in the folder.
func (s *stage) whole() (releases int) {
	s.t.Helper()
	list, err := export.VerifyAll(s.out)
	if err != nil {
		s.t.Fatal(err)
	}
	for _, v := range list {
		if !v.Sound() {
			s.t.Errorf("%s: %v %v", v.Dir, v.Problems, v.Disagrees)
		}
	}
	for _, pattern := range []string{".*", "*/.*", "*/*/.*"} {
		if left, _ := filepath.Glob(filepath.Join(s.out, pattern)); len(left) > 0 { // the pattern is well formed
			s.t.Errorf("left behind: %v", left)
		}
	}
	return len(list)
}

// watch reads the published release over and over until it is told to stop; it must be whole at every moment.
func (s *stage) watch(ctx context.Context) (wait func() (readings int)) {
	var group sync.WaitGroup
	readings := 0
	group.Go(func() {
		for ctx.Err() == nil {
			_, problems, err := publish.Verify(s.dir())
			if err != nil || len(problems) > 0 {
				s.t.Errorf("a reader saw %v, %v", problems, err)
				return
			}
			readings++
		}
	})
	return func() int { group.Wait(); return readings }
}

// TestKilledRuns kills runs of the program at random moments, before a reader's eyes. The last whole release stands,
// and the next run repairs what is left.
func TestKilledRuns(t *testing.T) {
	s := newStage(t)
	start := time.Now()
	s.run(0, "csv,json")
	took := time.Since(start)
	ctx, stop := context.WithCancel(context.Background())
	wait := s.watch(ctx)
	killed := 0
	for i := range *kills {
		cmd := s.command(i%2, "csv,json")
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(rand.N(took * 5 / 4))
		_ = cmd.Process.Kill() // it may have finished
		if err := cmd.Wait(); err != nil {
			killed++
		}
	}
	stop()
	if n := wait(); n < *kills {
		t.Errorf("the release was read %d times only", n)
	}
	if killed < *kills/4 {
		t.Errorf("only %d of %d runs were killed", killed, *kills)
	}
	s.run(0, "csv,json")
	s.run(1, "csv,json")
	t.Logf("%d of %d runs killed; %d releases, all whole", killed, *kills, s.whole())
}

// TestTenAtOnce starts ten runs at the same time: those that find the folder locked say so, the others publish one
// after the other.
func TestTenAtOnce(t *testing.T) {
	s := newStage(t)
	var commands []*exec.Cmd
	var said [10]bytes.Buffer
	for i := range said {
		cmd := s.command(i%2, "csv,json")
		cmd.Stderr = &said[i]
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		commands = append(commands, cmd)
	}
	done := 0
	for i, cmd := range commands {
		err := cmd.Wait()
		failed := new(exec.ExitError)
		switch {
		case err == nil:
			done++
		case errors.As(err, &failed) && failed.ExitCode() == 5 && strings.Contains(said[i].String(), "another run is writing there"):
		default:
			t.Errorf("run %d: %v: %s", i, err, said[i].String())
		}
	}
	if done == 0 {
		t.Error("none of the runs published")
	}
	if n := s.whole(); n > done {
		t.Errorf("%d releases by %d runs", n, done)
	}
}

// begun waits until a run holds the lock, or has left one already: from then on it listens to signals.
func (s *stage) begun() {
	s.t.Helper()
	for range 3000 {
		if locks, _ := filepath.Glob(filepath.Join(s.out, ".*")); len(locks) > 0 { // the pattern is well formed
			return
		}
		time.Sleep(time.Millisecond)
	}
}

// TestTerminated ends runs with SIGTERM: they end by themselves, and leave everything as it was.
func TestTerminated(t *testing.T) {
	s := newStage(t)
	start := time.Now()
	s.run(0, "pdf,json")
	took := time.Since(start)
	interrupted := 0
	for i := range 6 {
		cmd := s.command(1, "pdf,json")
		var said bytes.Buffer
		cmd.Stderr = &said
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		s.begun()
		time.Sleep(took * time.Duration(i) / 8)
		if err := cmd.Process.Signal(syscall.SIGTERM); err != nil && !errors.Is(err, os.ErrProcessDone) {
			t.Fatal(err)
		}
		err := cmd.Wait()
		failed := new(exec.ExitError)
		switch {
		case err == nil:
			s.run(0, "pdf,json")
		case errors.As(err, &failed) && failed.ExitCode() == 1 && strings.Contains(said.String(), "interrupted; nothing was published"):
			interrupted++
		default:
			t.Errorf("terminated: %v: %s", err, said.String())
		}
		s.whole()
	}
	if interrupted == 0 {
		t.Error("no run was interrupted")
	}
}
