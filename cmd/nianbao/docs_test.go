package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"nianbao/bench/county"
)

// unrun are the commands of documents that TestDocuments does not run, by how they begin, with the reason.
var unrun = []struct{ begin, because string }{
	{"go test", "it would run this test again; CI's first step runs it"},
	{"go install", "it writes into the folder of programs of whoever runs the test; CI builds a fresh clone"},
	{"go run ./bench ", "it needs the programs that it measures against, and a quiet machine"},
	{"bench/peers/install", "it installs these programs"},
	{"go run golang.org/x/perf/cmd/benchstat", "it is downloaded"},
	{".ci/", "CI runs it, with the tools that it needs"},
	{"KILLS=", "CI runs it, with other numbers"},
	{"STEP=", "CI runs it, with other numbers"},
	{"WHOLE=", "it is part of .ci/full"},
	{"nianbao serve", "it ends when it is told to; .ci/office/run uses it"},
	{"nianbao schedule", "it writes into the folders of the system; the script schedule.txtar runs it"},
	{"systemctl", "it needs systemd as the machine's first process; .ci/scheduling/run checks the units"},
	{"sqlite3", "it needs another program; .ci/workbook/run runs it"},
	{"frictionless", "it needs another program; .ci/workbook/run runs it"},
}

// mainCounties is bench/counties.
func mainCounties() {
	n, err := strconv.Atoi(os.Args[2])
	if err != nil {
		panic(err)
	}
	if err := county.Write(os.Args[1], 0, n, county.Size{}); err != nil {
		panic(err)
	}
}

// TestDocuments runs the commands of each document as they are written, in order, in a fresh copy of the repository's data.
func TestDocuments(t *testing.T) {
	used := make([]bool, len(unrun))
	for _, name := range documents(t) {
		if strings.HasSuffix(name, ".zh-CN.md") {
			continue // it has the same commands: TestInStep
		}
		steps := stepsOf(readFile(t, "../../"+name))
		steps = slices.DeleteFunc(steps, func(s step) bool {
			i := slices.IndexFunc(unrun, func(u struct{ begin, because string }) bool { return strings.HasPrefix(s.line+" ", u.begin) })
			if i >= 0 {
				used[i] = true
			}
			return i >= 0
		})
		if len(steps) > 0 {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				follow(t, steps)
			})
		}
	}
	for i, u := range unrun {
		if !used[i] {
			t.Errorf("no document has a command that begins with %q", u.begin)
		}
	}
}

// documents are the READMEs and the pages of docs, from the root of the repository.
func documents(t *testing.T) []string {
	t.Helper()
	list := []string{"README.md", "README.zh-CN.md"}
	pages, err := filepath.Glob("../../docs/*.md")
	if err != nil || len(pages) < 10 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	for _, page := range pages {
		list = append(list, "docs/"+filepath.Base(page))
	}
	return list
}

// step is a command of a document, or what a remark says to fill into a form.
type step struct {
	line     string
	fill     bool
	inline   bool // in running text
	synopsis bool // with a word in capitals in place of an argument, or without arguments
}

var (
	fence    = regexp.MustCompile("^ *```(.*)$")
	span     = regexp.MustCompile("`([^`]+)`")
	remark   = regexp.MustCompile("^ *<!-- fill (.*) -->$")
	stands   = regexp.MustCompile(`(^|[ /=])([A-Z]+)([ /=.…-]|$)|[…\[]`)
	starts   = regexp.MustCompile(`^(nianbao|go|\.ci/\S*|[A-Z]+=\S+ \S*|systemctl|crontab|sqlite3|frictionless)( |$)`)
	programs = strings.NewReplacer("go run ./cmd/nianbao", "nianbao", "go run ./bench/counties", "counties")
)

// stepsOf are the steps of a document in order: the lines of fences without a language, and commands in running text, each once.
func stepsOf(text string) []step {
	var list []step
	inside, commands := false, false
	for _, line := range strings.Split(text, "\n") {
		if m := fence.FindStringSubmatch(line); m != nil {
			inside, commands = !inside, !inside && m[1] == ""
			continue
		}
		if m := remark.FindStringSubmatch(line); m != nil {
			list = append(list, step{line: m[1], fill: true})
		}
		if inside {
			if commands && strings.TrimSpace(line) != "" {
				list = append(list, step{line: strings.TrimSpace(programs.Replace(line))})
			}
			continue
		}
		for _, m := range span.FindAllStringSubmatch(line, -1) {
			s := step{line: programs.Replace(m[1]), inline: true}
			s.synopsis = stands.MatchString(s.line) || len(strings.Fields(s.line)) < 3
			if starts.MatchString(m[1]) && !slices.ContainsFunc(list, func(have step) bool { return have.line == s.line }) {
				list = append(list, s)
			}
		}
	}
	return list
}

// follow runs the steps of a document.
func follow(t *testing.T, steps []step) {
	dir := t.TempDir()
	for _, part := range []string{"config", "docs"} {
		if err := os.CopyFS(filepath.Join(dir, part), os.DirFS("../../"+part)); err != nil {
			t.Fatal(err)
		}
	}
	for _, s := range steps {
		switch {
		case s.fill:
			fillForm(t, dir, s.line)
		case s.synopsis:
			checkSynopsis(t, s.line)
		default:
			cmd := exec.Command("sh", "-c", s.line)
			cmd.Dir, cmd.Env = dir, append(os.Environ(), "LC_ALL=C", "HOME="+dir)
			if said, err := cmd.CombinedOutput(); err != nil {
				t.Fatalf("%s: %v\n%s", s.line, err, said)
			}
		}
	}
}

// checkSynopsis holds that the program has the command of a line and its flags.
func checkSynopsis(t *testing.T, line string) {
	t.Helper()
	words := strings.Fields(line)
	if words[0] != "nianbao" || len(words) == 1 {
		return
	}
	help, err := exec.Command("nianbao", words[1], "--help").CombinedOutput()
	if err != nil {
		t.Errorf("%s: %v\n%s", line, err, help)
	}
	for _, flag := range regexp.MustCompile(`--[a-z-]+`).FindAllString(line, -1) {
		if !hasFlag(string(help), flag) {
			t.Errorf("%s: the command has no flag %s", line, flag)
		}
	}
}

// hasFlag reports whether a help text has a flag, which may be a switch, as --json[=true|false].
func hasFlag(help, flag string) bool {
	return strings.Contains(help, flag+" ") || strings.Contains(help, flag+"[=")
}

// fillForm types numbers into a form of a folder, as in "form.xlsx E6=12.5".
func fillForm(t *testing.T, dir, what string) {
	t.Helper()
	words := strings.Fields(what)
	book, err := excelize.OpenFile(filepath.Join(dir, words[0]))
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range words[1:] {
		cell, value, _ := strings.Cut(word, "=")
		n, err := strconv.ParseFloat(value, 64)
		if err == nil {
			err = book.SetCellValue("指标", cell, n)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := book.Save(); err != nil {
		t.Fatal(err)
	}
}
