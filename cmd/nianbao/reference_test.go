package main

import (
	"bytes"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"nianbao/internal/cli"
)

func readFile(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// output is what a command prints on both streams.
func output(t *testing.T, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	if code := cli.Main(args, cli.Streams{Out: &out, Err: &out}); code != cli.ExitDone {
		t.Fatalf("%q: exit code %d\n%s", args, code, out.String())
	}
	return out.String()
}

// TestReference holds the reference's tables of keys, exit codes and commands against the program.
func TestReference(t *testing.T) {
	reference := readFile(t, "../../docs/reference.md")
	for _, line := range strings.Split(strings.TrimSpace(output(t, "config")), "\n") {
		key := strings.Fields(line)[0]
		group := key[:strings.LastIndex(key, ".")+1] + "*"
		if !strings.Contains(reference, "`"+key+"`") && !strings.Contains(reference, "`"+group+"`") {
			t.Errorf("the reference does not mention the key %s", key)
		}
	}
	help := output(t, "--help")
	codes := regexp.MustCompile(`(?m)^\| (\d) \|`).FindAllStringSubmatch(reference, -1)
	for i, code := range codes {
		if code[1] != string(rune('0'+i)) || !regexp.MustCompile(`[ \n]`+code[1]+` `).MatchString(help) {
			t.Errorf("the exit code %s of the reference is not in the help", code[1])
		}
	}
	if len(codes) != cli.ExitLocked+1 {
		t.Errorf("the reference has %d exit codes", len(codes))
	}
	for _, command := range commands(t) {
		if !strings.Contains(reference, "| `nianbao "+command) {
			t.Errorf("the reference does not have the command %s", command)
		}
	}
}

// commands are the names of the program's commands.
func commands(t *testing.T) []string {
	t.Helper()
	var list []string
	for _, m := range regexp.MustCompile(`(?m)^  ([a-z]+) +[A-Z]`).FindAllStringSubmatch(output(t, "--help"), -1) {
		list = append(list, m[1])
	}
	list = slices.DeleteFunc(list, func(name string) bool { return name == "help" })
	if len(list) < 15 {
		t.Fatalf("%q", list)
	}
	return list
}

// TestFlagsOfDocuments holds that a command has each flag that a document names.
func TestFlagsOfDocuments(t *testing.T) {
	var help strings.Builder
	for _, command := range commands(t) {
		help.WriteString(output(t, command, "--help"))
	}
	help.WriteString(output(t, "schedule", "install", "--help"))
	for _, name := range documents(t) {
		for _, m := range regexp.MustCompile("[` ](--[a-z][a-z-]*)").FindAllStringSubmatch(commandless(readFile(t, "../../"+name)), -1) {
			if !hasFlag(help.String(), m[1]) {
				t.Errorf("%s mentions the flag %s, which no command has", name, m[1])
			}
		}
	}
}

// commandless is a document without lines that call other programs.
func commandless(text string) string {
	return regexp.MustCompile(`(?m)^.*(systemctl|skopeo|Rscript|sqlite3|GOGC).*$`).ReplaceAllString(text, "")
}
