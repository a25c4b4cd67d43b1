//go:build unix

package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"

	"nianbao/internal/audit"
	"nianbao/internal/publish"
)

var kills = flag.Int("kills", 28, "how many runs TestKilledRuns kills")

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
	s.sound()
	for _, pattern := range []string{".*", "*/.*", "*/*/.*"} {
		if left, _ := filepath.Glob(filepath.Join(s.out, pattern)); len(left) > 0 { // the pattern is well formed
			s.t.Errorf("left behind: %v", left)
		}
	}
	past, err := publish.Releases(s.dir())
	if err != nil {
		s.t.Fatal(err)
	}
	return len(past)
}

// sound holds that every release is as it was published, and follows on the one before.
func (s *stage) sound() {
	s.t.Helper()
	err := audit.Walk(context.Background(), audit.Folder(s.out), s.out, audit.Options{Jobs: 1}, func(v *audit.Verification) error {
		if !v.Sound() {
			s.t.Errorf("%s: %v %v", v.Dir, v.Problems, v.Disagrees)
		}
		return nil
	})
	if err != nil {
		s.t.Error(err)
	}
}

// watch verifies all releases over and over until it is told to stop; they must be sound at every moment.
func (s *stage) watch(ctx context.Context) (wait func() (readings int)) {
	var group sync.WaitGroup
	readings := 0
	group.Go(func() {
		for ctx.Err() == nil && !s.t.Failed() {
			s.sound()
			readings++
		}
	})
	return func() int { group.Wait(); return readings }
}

// endMyself ends the process by a signal, as another one would: at once, or as soon as the program has heard of it.
func endMyself(ctx context.Context, signal string) {
	if signal == "KILL" {
		_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
		select {}
	}
	_ = syscall.Kill(os.Getpid(), syscall.SIGTERM)
	<-ctx.Done()
}

// until is a run of the program that a signal ends at a step.
func (s *stage) until(signal, step string, data int, formats string) (said string, err error) {
	cmd := s.command(data, formats)
	cmd.Path, cmd.Args = "", append([]string{"nianbao-until", signal, step}, cmd.Args[1:]...)
	found, err := exec.LookPath("nianbao-until")
	if err != nil {
		s.t.Fatal(err)
	}
	cmd.Path = found
	text, err := cmd.CombinedOutput()
	return string(text), err
}

// steps are those of an export, and of publishing its files.
func steps() []string {
	return []string{
		"load", "look back", "words", "fonts", "check", "hold errors", "build", "follow", "revise", "render", "publish",
		"staged", "exchanged", "archived",
	}
}

// TestKilledRuns kills runs of the program at every step, before the eyes of one who verifies all the time. The last whole
// release stands, the earlier ones are found, and the next run repairs what is left.
func TestKilledRuns(t *testing.T) {
	s := newStage(t)
	s.run(0, "csv,json")
	ctx, stop := context.WithCancel(context.Background())
	wait := s.watch(ctx)
	releases := 1
	for i := range *kills {
		step := steps()[i%len(steps())]
		data := releases % 2 // other data than those that are published
		if text, err := s.until("KILL", step, data, "csv,json"); err == nil {
			t.Errorf("the run was not killed before %q: %s", step, text)
		}
		if step == "exchanged" || step == "archived" {
			releases++
		}
	}
	stop()
	if n := wait(); n < 3 {
		t.Errorf("the releases were verified %d times only", n)
	}
	s.run(0, "csv,json")
	s.run(1, "csv,json")
	s.run(0, "csv,json")
	if n := s.whole(); n < releases+2 {
		t.Errorf("%d releases, want %d or more", n, releases+2)
	}
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

// TestTerminated ends runs with SIGTERM at every step: they end by themselves, and leave everything as it was, or have
// published.
func TestTerminated(t *testing.T) {
	s := newStage(t)
	s.run(0, "pdf,json")
	for _, step := range steps() {
		said, err := s.until("TERM", step, 1, "pdf,json")
		failed := new(exec.ExitError)
		published := step == "staged" || step == "exchanged" || step == "archived"
		switch {
		case published && err == nil:
			s.run(0, "pdf,json")
		case !published && errors.As(err, &failed) && failed.ExitCode() == 1 && strings.Contains(said, "interrupted; nothing was published"):
		default:
			t.Errorf("terminated at %q: %v: %s", step, err, said)
		}
		s.whole()
	}
}
