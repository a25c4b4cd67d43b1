package main

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"nianbao/internal/cli"
	"nianbao/internal/publish"

	"github.com/johannesboyne/gofakes3"
	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"nianbao": main, "nianbao-at": mainAt, "nianbao-until": mainUntil, "nianbao-under": mainUnder, "counties": mainCounties})
}

// mainAt is the program with a clock that stands still: nianbao-at MOMENT ARG…
func mainAt() {
	now, err := time.Parse(time.RFC3339, os.Args[1])
	if err != nil {
		panic(err)
	}
	os.Exit(cli.Main(os.Args[2:], cli.Streams{
		Out: os.Stdout, Err: os.Stderr, Env: os.Environ(), Now: func() time.Time { return now },
	}))
}

// mainUnder is the program with a folder in the place of /, for what it installs: nianbao-under FOLDER ARG…
func mainUnder() {
	os.Exit(cli.Main(os.Args[2:], cli.Streams{Out: os.Stdout, Err: os.Stderr, Env: os.Environ(), Sysroot: os.Args[1]}))
}

// mainUntil is the program until a step, where a signal ends it: nianbao-until SIGNAL STEP ARG…
func mainUntil() {
	signal, last := os.Args[1], os.Args[2]
	os.Exit(cli.Main(os.Args[3:], cli.Streams{
		Out: os.Stdout, Err: os.Stderr, Env: os.Environ(),
		Step: func(ctx context.Context, step string) {
			if step == last {
				endMyself(ctx, signal)
			}
		},
	}))
}

// TestScripts runs the program as a person would. $CONFIG is the repository's config folder; "exits N nianbao …"
// runs the program and holds its exit code.
func TestScripts(t *testing.T) {
	config, err := filepath.Abs("../../config")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("CONFIG", config)
			env.Values[backendKey{}] = new(gofakes3.Backend)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"counties": counties,
			"drop":     drop,
			"exits":    exits,
			"fill":     fill,
			"font":     font,
			"leave":    leave,
			"lock":     lock,
			"objects":  objects,
			"replace":  replace,
			"same":     same,
			"shows":    shows,
			"spoil":    spoil,
			"store":    store,
			"stored":   stored,
		},
	})
}

// fill types into the cells of a workbook: fill FILE CELL=VALUE… A value that is a number is stored as one.
func fill(ts *testscript.TestScript, _ bool, args []string) {
	book, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	for _, arg := range args[1:] {
		cell, value, _ := strings.Cut(arg, "=")
		if n, err := strconv.ParseFloat(value, 64); err == nil {
			ts.Check(book.SetCellValue("指标", cell, n))
		} else {
			ts.Check(book.SetCellValue("指标", cell, value))
		}
	}
	ts.Check(book.Save())
	ts.Check(book.Close())
}

// exits runs a command and holds its exit code: exits CODE COMMAND ARG…
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND ARG…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	if failed := new(exec.ExitError); errors.As(err, &failed) {
		got = failed.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// lock holds the lock of an output folder until the script ends: lock FOLDER
func lock(ts *testscript.TestScript, _ bool, args []string) {
	unlock, err := publish.Lock(ts.MkAbs(args[0]), "nianbao export, process 1 on a test")
	ts.Check(err)
	ts.Defer(func() { ts.Check(unlock()) })
}

// replace replaces a text of a file that holds it once: replace FILE OLD NEW
func replace(ts *testscript.TestScript, _ bool, args []string) {
	name := ts.MkAbs(args[0])
	text := ts.ReadFile(args[0])
	before, after, ok := strings.Cut(text, args[1])
	if !ok || strings.Contains(after, args[1]) {
		ts.Fatalf("%s does not hold %q exactly once", args[0], args[1])
	}
	ts.Check(os.WriteFile(name, []byte(before+args[2]+after), 0o644))
}

// same holds that two folders have the same files with the same bytes: same A B
func same(ts *testscript.TestScript, _ bool, args []string) {
	a, err := os.ReadDir(ts.MkAbs(args[0]))
	ts.Check(err)
	b, err := os.ReadDir(ts.MkAbs(args[1]))
	ts.Check(err)
	if len(a) != len(b) || len(a) == 0 {
		ts.Fatalf("%d and %d files", len(a), len(b))
	}
	for i := range a {
		first, second := filepath.Join(args[0], a[i].Name()), filepath.Join(args[1], b[i].Name())
		if ts.ReadFile(first) != ts.ReadFile(second) {
			ts.Fatalf("%s and %s differ", first, second)
		}
	}
}
