package wording

import (
	"testing"

	"nianbao/internal/locale"
	"nianbao/internal/stat"

	"github.com/google/go-cmp/cmp"
)

func TestNote(t *testing.T) {
	s := noted()
	e := s.build(t)
	zh, en := s.words(t)
	want := []string{
		"零售额：限额以上。", "Retail sales: Above the threshold.",
		"零售额：采用4.10亿元（第1段）。来源另载4.05亿元（第9段）。较新。",
		"Retail sales: the figure used is CNY 410 million (paragraph 1). Another figure in the source is CNY 405 million (paragraph 9). It is newer.",
		"零售额：快报数。", "Retail sales: Flash figure.",
		"公路：投资额：含税。", "Road: Investment: With tax.",
	}
	var got []string
	for _, n := range e.Notes {
		for _, w := range []*locale.Words{zh, en} {
			text, err := Note(w, e, n)
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, text)
		}
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// A note whose figure cannot be worded is an error, not an empty note.
func TestNoteFails(t *testing.T) {
	s := newScene()
	f := rank("homes", "county", 1)
	f.Variants = []stat.Figure{{Quantity: stat.Qty("2", 0, "RANK"), Status: stat.Normal}}
	s.add(f)
	e := s.build(t)
	zh, _ := s.words(t)
	if text, err := Note(zh, e, e.Notes[0]); err == nil {
		t.Errorf("a rank in an unknown scope is worded %q", text)
	}
}
