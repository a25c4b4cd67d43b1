//go:build unix

package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// hostile is a place in which there are an area, its release, and what the program has to stand.
type hostile struct {
	t   *testing.T
	dir string
}

func newHostile(t *testing.T) hostile {
	t.Helper()
	h := hostile{t, t.TempDir()}
	if err := os.CopyFS(h.at("areas/example"), os.DirFS("../../config/areas/example")); err != nil {
		t.Fatal(err)
	}
	if code, out := h.run("export", "--format", "csv,json"); code != 0 {
		t.Fatal(out)
	}
	return h
}

func (h hostile) at(name string) string { return filepath.Join(h.dir, filepath.FromSlash(name)) }

func (h hostile) command(args ...string) *exec.Cmd {
	usual := map[string][]string{
		"export": {"--areas-dir=areas", "--area=example", "--period=2024"}, "check": {"--areas-dir=areas", "--area=example"},
		"due": {"--due", "--areas-dir=areas"}, "batch": {"--areas-dir=areas"}, "verify": {}, "history": {}, "series": {"example"}, "config": {}, "diff": {},
	}
	name := args[0]
	if name == "due" {
		args = append([]string{"export"}, args[1:]...)
	}
	c := exec.Command("nianbao", append(append(args[:1:1], usual[name]...), args[1:]...)...)
	c.Dir = h.dir
	return c
}

// run gives the exit code of a run and what it says. A run of more than some seconds hangs.
func (h hostile) run(args ...string) (code int, out string) {
	h.t.Helper()
	var said bytes.Buffer
	c := h.command(args...)
	c.Stdout, c.Stderr = &said, &said
	if err := c.Start(); err != nil {
		h.t.Fatal(err)
	}
	late := time.AfterFunc(10*time.Second, func() { _ = c.Process.Kill() })
	defer late.Stop()
	if err := c.Wait(); err != nil && !errors.As(err, new(*exec.ExitError)) {
		h.t.Fatal(err)
	}
	return c.ProcessState.ExitCode(), said.String()
}

// Wherever the program reads a file there can be something else. It says what, and ends.
func TestWhatIsNoFile(t *testing.T) {
	kinds := map[string]func(name string) error{
		"a named pipe": func(name string) error { return syscall.Mkfifo(name, 0o644) },
		"a folder":     func(name string) error { return os.Mkdir(name, 0o755) },
		"a device":     func(name string) error { return os.Symlink("/dev/zero", name) },
	}
	const release = "output/example/2024/"
	for _, place := range []struct {
		name     string
		code     int
		commands [][]string
	}{
		{"areas/example/2025.yaml", 3, [][]string{{"export"}, {"check"}, {"due"}}},
		{"areas/example/area.yaml", 3, [][]string{{"export"}, {"check"}, {"due"}}},
		{"areas/example/text.yml", 3, [][]string{{"check"}}},
		{"areas/example/2025.yaml", 4, [][]string{{"batch"}}},
		{"config.yaml", 1, [][]string{{"export", "--config=config.yaml"}, {"config", "--config=config.yaml"}, {"verify", "--config=config.yaml"}}},
		{"config/exporter.yaml", 1, [][]string{{"export"}, {"batch"}, {"check"}}},
		{"own.ttf", 1, [][]string{{"export", "--font-regular=own.ttf", "--font-bold=own.ttf"}, {"check", "--font-regular=own.ttf", "--font-bold=own.ttf"}}},
		{"metrics.prom", 1, [][]string{{"export", "--format=csv,json", "--metrics-file=metrics.prom"}}},
		{release + "manifest.json", 1, [][]string{{"verify", "output/example/2024"}, {"export", "--format=csv,json"}}},
		{release + "example-2024-data.csv", 1, [][]string{{"verify", "output/example/2024"}}},
		{release + "example-2024-edition.json", 1, [][]string{{"verify", "output"}}},
		{"output/.nianbao.lock", 1, [][]string{{"export"}, {"due"}}},
		{"output/example/.nianbao.lock", 1, [][]string{{"export"}}},
	} {
		for kind, put := range kinds {
			for _, args := range place.commands {
				t.Run(place.name+"/"+kind+"/"+args[0], func(t *testing.T) {
					t.Parallel()
					h := newHostile(t)
					name := h.at(place.name)
					_ = os.Remove(name)
					if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), put(name)); err != nil {
						t.Fatal(err)
					}
					code, out := h.run(args...)
					if code != place.code || strings.Contains(out, "goroutine ") {
						t.Errorf("exit code %d, want %d:\n%s", code, place.code, out)
					}
					if !strings.Contains(out, kind) && !strings.Contains(out, "no file") && !strings.Contains(out, "not a file") {
						t.Errorf("it does not say what is there:\n%s", out)
					}
				})
			}
		}
	}
}

// Folders can be something else too.
func TestWhatIsNoFolder(t *testing.T) {
	for _, place := range []struct {
		name string
		args []string
		code int
		want string
	}{
		{"areas", []string{"export"}, 2, `areas: not a directory`},
		{"areas", []string{"batch"}, 2, `areas: not a directory`},
		{"areas", []string{"due"}, 2, `areas: not a directory`},
		{"output", []string{"export"}, 1, `output: not a directory`},
		{"output", []string{"verify"}, 1, `output: not a directory`},
		{"output/example", []string{"export"}, 1, `output/example: not a directory`},
		{"output/example/2024", []string{"export"}, 1, `output/example/2024: not a directory`},
		{"output/example/2024", []string{"verify", "output/example/2024"}, 1, `output/example/2024: not a directory`},
		{"output/example/releases", []string{"verify", "output/example/2024"}, 1, `releases/2024: not a directory`},
		{"output/example/releases", []string{"history", "example"}, 1, `releases/2024: not a directory`},
		{"output/example/2024", []string{"history", "example"}, 2, `none in "output"`},
		{"output/example/2024", []string{"series"}, 2, `none in "output"`},
	} {
		t.Run(place.name+"/"+place.args[0], func(t *testing.T) {
			t.Parallel()
			h := newHostile(t)
			name := h.at(place.name)
			if err := errors.Join(os.RemoveAll(name), syscall.Mkfifo(name, 0o644)); err != nil {
				t.Fatal(err)
			}
			if code, out := h.run(place.args...); code != place.code || !strings.Contains(out, place.want) {
				t.Errorf("exit code %d, want %d and %q:\n%s", code, place.code, place.want, out)
			}
		})
	}
}

// A run whose output no one reads ends a second after a signal, and at once at the second one.
func TestSignals(t *testing.T) {
	h := newHostile(t)
	for i := range 200 { // more to say than a pipe holds
		if err := os.CopyFS(h.at(fmt.Sprintf("output/area-%d/2024", i)), os.DirFS(h.at("output/example/2024"))); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		name    string
		signals []syscall.Signal
		most    time.Duration
	}{
		{"SIGTERM", []syscall.Signal{syscall.SIGTERM}, 2 * time.Second},
		{"SIGINT", []syscall.Signal{syscall.SIGINT}, 2 * time.Second},
		{"twice", []syscall.Signal{syscall.SIGTERM, syscall.SIGINT}, 600 * time.Millisecond},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, w, err := os.Pipe()
			if err != nil {
				t.Fatal(err)
			}
			defer r.Close()
			p := h.command("verify", "--json", "output")
			p.Stdout = w
			if err := p.Start(); err != nil {
				t.Fatal(err)
			}
			_ = w.Close()
			time.Sleep(2 * time.Second)
			start := time.Now()
			for _, s := range c.signals {
				if err := p.Process.Signal(s); err != nil {
					t.Fatalf("the run has ended: %v", err)
				}
				time.Sleep(50 * time.Millisecond)
			}
			late := time.AfterFunc(10*time.Second, func() { _ = p.Process.Kill() })
			defer late.Stop()
			if err := p.Wait(); err == nil {
				t.Error("exit code 0")
			}
			if took := time.Since(start); took > c.most {
				t.Errorf("it took %s to end", took)
			}
		})
	}
}

// What a name, a key or a damaged file brings to a terminal neither moves its cursor nor looks like a line of the program's own.
func TestHostileNames(t *testing.T) {
	h := newHostile(t)
	const evil = "x\x1b[2J\nnianbao: error: forged\u009b\u202e\r"
	area := h.at("areas/" + evil)
	if err := os.CopyFS(area, os.DirFS(h.at("areas/example"))); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(area, evil+".yaml"), []byte("a: 1\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	period := h.at("areas/example/2025.yaml")
	if err := os.WriteFile(period, []byte(`"k\u001b[2J\nnianbao: error: forged": 1`+"\n"+`period: "2\u001b[2J\nnianbao: error: forged"`+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(h.at("output/"+evil+"/2024"), os.DirFS(h.at("output/example/2024"))); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(h.at("output/example/2024/"+evil), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	csv := h.at("output/example/2024/example-2024-data.csv")
	data, err := os.ReadFile(csv)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(csv, bytes.Replace(data, []byte("example,"), []byte("\x1b[2J\rex,"), 1), 0o644); err != nil {
		t.Fatal(err)
	}
	manifest := h.at("output/" + evil + "/2024/manifest.json")
	if data, err = os.ReadFile(manifest); err == nil {
		err = os.WriteFile(manifest, bytes.Replace(data, []byte(`"example-2024-data.csv"`), []byte(`"\u001b[2J\nnianbao: error: forged"`), 1), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"en_GB.UTF-8", "zh_CN.UTF-8"} {
		t.Setenv("LC_ALL", lang)
		for _, args := range [][]string{
			{"check"}, {"check", "--area=" + evil}, {"export", "--area=" + evil}, {"batch"}, {"due"}, {"batch", "--json"}, {"due", "--json"}, {"batch", "--log-format=json"},
			{"verify", "output"}, {"verify", "--json", "output"}, {"history", "example"}, {"history", evil}, {"verify", evil}, {"export", "--config=" + evil},
			{"config", "--output=" + evil}, {"check", "--" + evil}, {"series", evil}, {"diff", evil, evil}, {"export", "--metrics-file=" + evil + "/x", "--period=2024"},
			{"export", "--font-regular=" + evil, "--font-bold=" + evil, "--period=2024"},
		} {
			_, out := h.run(args...)
			for line := range strings.Lines(out) {
				if strings.HasPrefix(line, "nianbao: error: forged") || strings.ContainsFunc(strings.TrimSuffix(line, "\n"), func(r rune) bool {
					return r < ' ' && r != '\t' || r >= 0x7f && r < 0xa0 || r == '\u202e'
				}) {
					t.Errorf("%q prints %q", args, line)
				}
			}
		}
	}
}
