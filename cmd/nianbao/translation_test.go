package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestInStep holds that a document in Chinese has the headings, commands, tables, examples, pictures and codes of its English.
func TestInStep(t *testing.T) {
	names := documents(t)
	pairs := 0
	for _, name := range names {
		base, ok := strings.CutSuffix(name, ".zh-CN.md")
		if !ok {
			continue
		}
		pairs++
		if !slices.Contains(names, base+".md") {
			t.Errorf("%s has no English", name)
			continue
		}
		english, chinese := readFile(t, "../../"+base+".md"), readFile(t, "../../"+name)
		if differ := cmp.Diff(skeleton(english), skeleton(chinese)); differ != "" {
			t.Errorf("%s (+) and its English (-) differ:\n%s", name, differ)
		}
		if differ := cmp.Diff(commandLines(english), commandLines(chinese)); differ != "" {
			t.Errorf("%s (+) has other commands than its English (-):\n%s", name, differ)
		}
		other := name[strings.LastIndex(name, "/")+1:]
		if !strings.Contains(english, "]("+other+")") || !strings.Contains(chinese, "]("+strings.Replace(other, ".zh-CN", "", 1)+")") {
			t.Errorf("%s and its English do not lead to each other", name)
		}
	}
	if pairs < 4 {
		t.Errorf("%d documents are in Chinese", pairs)
	}
}

// TestSkeleton holds that each part of a document counts.
func TestSkeleton(t *testing.T) {
	page := "# A\n\n```\nnianbao config x\n```\n\n## B\n\n| a | b |\n| --- | --- |\n| `x` | y |\n\n```yaml\na: 1 # one\n```\n\n![p](p.png)\n"
	for _, same := range []string{"# 甲\n\n```\nnianbao config x\n```\n\n## 乙\n\n| 子 | 丑 |\n| --- | --- |\n| `x` | 卯 |\n\n```yaml\na: 1   # 一\n```\n\n![图](p.png)\n"} {
		if differ := cmp.Diff(skeleton(page), skeleton(same)); differ != "" {
			t.Error(differ)
		}
	}
	for old, with := range map[string]string{
		"## B": "### B", "config x": "config y", "| `x` | y |": "| `z` | y |", "| `x` | y |\n": "", "a: 1": "a: 2", "p.png": "q.png", "```yaml": "```",
	} {
		if cmp.Equal(skeleton(page), skeleton(strings.Replace(page, old, with, 1))) {
			t.Errorf("%q in the place of %q makes no difference", with, old)
		}
	}
}

var (
	picture    = regexp.MustCompile(`!\[[^\]]*\]\(([^)]*)\)`)
	inLanguage = regexp.MustCompile(`-(en|zh)\.png$`)
	note       = regexp.MustCompile(`(^|\s)# .*$`) // a comment of an example
)

// skeleton is what a document has whatever its language: the ranks of its headings, the lines of its examples without comments,
// the rows of its tables with the codes in them, and its pictures.
func skeleton(text string) []string {
	var list []string
	inside := false
	for _, line := range strings.Split(text, "\n") {
		switch m := fence.FindStringSubmatch(line); {
		case m != nil:
			inside = !inside
			list = append(list, strings.TrimSpace(line))
		case inside:
			if code := strings.Join(strings.Fields(note.ReplaceAllString(line, "")), " "); code != "" {
				list = append(list, code)
			}
		case strings.HasPrefix(line, "#"):
			list = append(list, line[:strings.Index(line, " ")])
		case strings.HasPrefix(line, "|"):
			cells := strings.Count(strings.ReplaceAll(line, `\|`, ""), "|")
			codes := span.FindAllString(line, -1)
			slices.Sort(codes)
			list = append(list, fmt.Sprint(cells, codes))
		}
		if m := picture.FindStringSubmatch(line); m != nil {
			list = append(list, inLanguage.ReplaceAllString(m[1], "")) // a picture of the page is in the language of the text
		}
	}
	return list
}

// commandLines are the commands of a document that are more than a name: those of fences and remarks in order, then the others.
func commandLines(text string) []string {
	var list, names []string
	for _, s := range stepsOf(text) {
		switch {
		case s.inline:
			if strings.Contains(s.line, " ") {
				names = append(names, s.line)
			}
		default:
			list = append(list, s.line)
		}
	}
	slices.Sort(names)
	return append(list, names...)
}

// TestSchemasSpeakBoth holds that each description of the schemas is in Chinese and then in English.
func TestSchemasSpeakBoth(t *testing.T) {
	files, err := filepath.Glob("../../config/schema/*.json")
	if err != nil || len(files) < 8 {
		t.Fatalf("%q, %v", files, err)
	}
	described := regexp.MustCompile(`"description": ("(?:[^"\\]|\\.)*")`)
	han, latin := regexp.MustCompile(`\p{Han}`), regexp.MustCompile(`[A-Za-z]{2}`)
	for _, file := range files {
		all := described.FindAllStringSubmatch(readFile(t, file), -1)
		if len(all) < 10 {
			t.Errorf("%s has %d descriptions", file, len(all))
		}
		for _, m := range all {
			var text string
			if err := json.Unmarshal([]byte(m[1]), &text); err != nil {
				t.Fatal(err)
			}
			chinese, english, sentence := strings.Cut(text, "。 ")
			if !sentence { // a name of the catalogue
				chinese, english, _ = strings.Cut(text, " ")
			}
			if !han.MatchString(chinese) || !latin.MatchString(english) {
				t.Errorf("%s: not in Chinese and English: %s", file, text)
			}
		}
	}
}
