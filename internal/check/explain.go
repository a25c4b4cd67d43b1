package check

import (
	_ "embed"
	"strings"
	"sync"

	"nianbao/internal/stat"
)

// Explanation tells what a finding of a rule means, and what to do about it.
type Explanation struct{ Means, Do stat.Text }

// explainFile has a line for each rule: its ID, both texts in English, and both in Chinese.
//
//go:embed explain.tsv
var explainFile string

var explanations = sync.OnceValue(func() map[string]Explanation {
	all := map[string]Explanation{}
	for line := range strings.Lines(explainFile) {
		if cells := strings.Split(strings.TrimSpace(line), "\t"); len(cells) == 5 && !strings.HasPrefix(line, "#") {
			all[cells[0]] = Explanation{stat.Text{Hans: cells[3], En: cells[1]}, stat.Text{Hans: cells[4], En: cells[2]}}
		}
	}
	return all
})

// Explain tells what findings of a rule mean.
func (r Rule) Explain() Explanation { return explanations()[r.ID] }

// Find finds a rule by its ID. If there is none, near lists those that have the word in their ID or in what they demand, or
// else those with an ID much like it.
func Find(word string) (found Rule, near []Rule) {
	var alike []Rule
	for _, r := range rules() {
		switch {
		case r.ID == word:
			return r, nil
		case word == "":
		case strings.Contains(r.ID, word), strings.Contains(r.Doc.Hans, word), strings.Contains(r.Doc.En, word):
			near = append(near, r)
		case alikeNames(r.ID, word):
			alike = append(alike, r)
		}
	}
	if near == nil {
		near = alike
	}
	return Rule{}, near
}
