package main

import (
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestLinks holds that each link of a document within the repository leads to a file, and to a heading in it; that of a Chinese one
// to the Chinese, where there is one.
func TestLinks(t *testing.T) {
	pages := append(documents(t), "ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "GLOSSARY.md", "SECURITY.md")
	link := regexp.MustCompile(`\]\(([^)\s]+)\)`)
	for _, page := range pages {
		for _, m := range link.FindAllStringSubmatch(readFile(t, "../../"+page), -1) {
			if strings.Contains(m[1], "://") {
				continue
			}
			name, anchor, _ := strings.Cut(m[1], "#")
			target := page
			if name != "" {
				target = path.Join(path.Dir(page), name)
			}
			if _, err := os.Stat("../../" + target); err != nil {
				t.Errorf("%s: %s leads nowhere", page, m[1])
				continue
			}
			if to := strings.TrimSuffix(target, ".md") + ".zh-CN.md"; strings.HasSuffix(page, ".zh-CN.md") && page != to && slices.Contains(pages, to) {
				t.Errorf("%s: %s is there in Chinese", page, m[1])
			}
			if anchor != "" && !slices.Contains(anchors(readFile(t, "../../"+target)), anchor) {
				t.Errorf("%s: %s has no heading %q", page, target, anchor)
			}
		}
	}
}

// anchors are the names that GitHub gives to the headings of a page.
func anchors(text string) []string {
	var list []string
	inside := false
	tag := regexp.MustCompile("`[^`]*`|<[^>]*>")
	dropped := regexp.MustCompile(`[^\p{L}\p{N}\- _]`)
	for _, line := range strings.Split(text, "\n") {
		if fence.MatchString(line) {
			inside = !inside
		}
		if inside || !strings.HasPrefix(line, "#") {
			continue
		}
		line = tag.ReplaceAllStringFunc(strings.TrimLeft(line, "# "), func(s string) string {
			if s[0] == '<' {
				return "" // taken for HTML
			}
			return s
		})
		list = append(list, strings.ReplaceAll(dropped.ReplaceAllString(strings.ToLower(line), ""), " ", "-"))
	}
	return list
}
