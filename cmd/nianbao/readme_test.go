package main

import (
	"bytes"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"nianbao/internal/cli"
)

// TestReadmeArea adds the area of both READMEs with their three commands, filling in the form before the second.
func TestReadmeArea(t *testing.T) {
	texts := map[string]string{}
	for name, heading := range map[string]string{"README.md": "## Add an area", "README.zh-CN.md": "## 新增地区"} {
		_, chapter, ok := strings.Cut(readFile(t, "../../"+name), "\n"+heading+"\n")
		if !ok {
			t.Fatalf("%s has no chapter %q", name, heading)
		}
		texts[name] = chapter
	}
	for name, chapter := range texts {
		commands := commandsOf(chapter)
		if len(commands) < 3 {
			t.Fatalf("%s: %d commands", name, len(commands))
		}
		t.Chdir(t.TempDir())
		runLine(t, commands[0])
		fillForm(t, "little-2024-form.xlsx E6=12.5 F6=5.1")
		runLine(t, commands[1])
		runLine(t, commands[2])
		runLine(t, "nianbao verify output/little/2024")
		if figures := readFile(t, "config/areas/little/2024.yaml"); !strings.Contains(figures, "gdp: [12.5, 5.1]") {
			t.Errorf("%s: the figures are not in the file:\n%s", name, figures)
		}
	}
}

// TestDataIn runs the commands of docs/data-in.md in order, filling in forms where the page says so in a remark, and holds that
// its Chinese has the same.
func TestDataIn(t *testing.T) {
	pages := []string{readFile(t, "../../docs/data-in.md"), readFile(t, "../../docs/data-in.zh-CN.md")}
	steps := regexp.MustCompile("(?m)^<!-- fill (.*) -->$|^nianbao .*$")
	var lists [2][]string
	for i, page := range pages {
		lists[i] = steps.FindAllString(page, -1)
		if n := strings.Count(page, "\n## "); n != strings.Count(pages[0], "\n## ") {
			t.Errorf("%d chapters in one language, %d in the other", n, strings.Count(pages[0], "\n## "))
		}
	}
	if !slices.Equal(lists[0], lists[1]) || len(lists[0]) < 8 {
		t.Fatalf("the two languages have other commands:\n%q\n%q", lists[0], lists[1])
	}
	t.Chdir(t.TempDir())
	for _, step := range lists[0] {
		if fill, ok := strings.CutPrefix(step, "<!-- fill "); ok {
			fillForm(t, strings.TrimSuffix(fill, " -->"))
			continue
		}
		runLine(t, step)
	}
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// commandsOf are the commands of a text that call the program, without go run.
func commandsOf(text string) []string {
	var list []string
	for _, m := range regexp.MustCompile(`(?m)^go run ./cmd/(nianbao .*)$`).FindAllStringSubmatch(text, -1) {
		list = append(list, m[1])
	}
	return list
}

// runLine runs a command line of the program, whose arguments may be in quotes.
func runLine(t *testing.T, line string) {
	t.Helper()
	var args []string
	for _, m := range regexp.MustCompile(`"([^"]*)"|(\S+)`).FindAllStringSubmatch(strings.TrimPrefix(line, "nianbao "), -1) {
		args = append(args, m[1]+m[2])
	}
	var stdout, stderr bytes.Buffer
	if code := cli.Main(args, cli.Streams{Out: &stdout, Err: &stderr}); code != cli.ExitDone {
		t.Fatalf("%s: exit code %d\n%s%s", line, code, stdout.String(), stderr.String())
	}
}

// fillForm types numbers into a form, as in "form.xlsx E6=12.5".
func fillForm(t *testing.T, what string) {
	t.Helper()
	words := strings.Fields(what)
	book, err := excelize.OpenFile(words[0])
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

// TestReadmeConfiguration holds the README's tables of keys and exit codes against the program.
func TestReadmeConfiguration(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	if code := cli.Main([]string{"config"}, cli.Streams{Out: &stdout, Err: &stderr}); code != cli.ExitDone {
		t.Fatal(stderr.String())
	}
	for _, line := range strings.Split(strings.TrimSpace(stdout.String()), "\n") {
		key := strings.Fields(line)[0]
		group := key[:strings.LastIndex(key, ".")+1] + "*"
		if !strings.Contains(string(readme), "`"+key+"`") && !strings.Contains(string(readme), "`"+group+"`") {
			t.Errorf("the README does not mention the key %s", key)
		}
	}
	stdout.Reset()
	for _, command := range []string{"export", "form", "import"} {
		cli.Main([]string{command, "--help"}, cli.Streams{Out: &stdout, Err: &stderr})
	}
	for _, m := range regexp.MustCompile("`(--[a-z-]+)`").FindAllStringSubmatch(string(readme), -1) {
		if !strings.Contains(stdout.String(), m[1]+" ") {
			t.Errorf("the README mentions the flag %s, which no command has", m[1])
		}
	}
}
