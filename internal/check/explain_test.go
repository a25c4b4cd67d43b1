package check

import (
	"strings"
	"testing"
)

func TestEveryRuleIsExplained(t *testing.T) {
	lines := strings.Count(explainFile, "\n") - 1
	if lines != len(Rules()) {
		t.Errorf("%d lines for %d rules", lines, len(Rules()))
	}
	for _, r := range Rules() {
		e := r.Explain()
		checkWording(t, r.ID, e.Means)
		checkWording(t, r.ID, e.Do)
	}
}

func TestFind(t *testing.T) {
	for word, want := range map[string]string{
		"total-growth": "total-growth", "totl-growht": "", "growth": "", "增速": "", "xyzzy": "", "": "",
	} {
		found, near := Find(word)
		if found.ID != want {
			t.Errorf("%q finds %q", word, found.ID)
		}
		if suggests := len(near) > 0; suggests != (want == "" && word != "xyzzy" && word != "") {
			t.Errorf("%q is near %d rules", word, len(near))
		}
	}
	if _, near := Find("totl-growht"); near[0].ID != "total-growth" {
		t.Errorf("a slip of total-growth is near %s", near[0].ID)
	}
}
