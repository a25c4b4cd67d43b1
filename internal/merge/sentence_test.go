package merge

import (
	"strings"
	"testing"

	"nianbao/internal/dataset"
	"nianbao/internal/stat"
)

// textOf is a file of texts with two sentences, as people write it.
const textOf = `# Texts of the year.
preface:
  - {zh-Hans: 前言。, en: Preface.}
sentences:
  # about the product
  - id: product
    theme: gdp-chapter
    text:
      zh-Hans: 总值为{gdp.level}。
      en: "The product was {gdp.level}."
  # about retail
  - {id: shops, theme: gdp-chapter, text: {zh-Hans: "零售额为{retail-sales.level}。", en: "Sales were {retail-sales.level}."}}
`

func said(hans, en string) stat.Text { return stat.Text{Hans: hans, En: en} }

// told tells a sentence and gives the file of texts; the dataset after it must have what was told, and all else as before.
func told(t *testing.T, files []dataset.Input, s Sentence) (name, text string) {
	t.Helper()
	before, err := dataset.Parse(files, "little")
	if err != nil {
		t.Fatal(err)
	}
	plan, err := Tell(before, files, s)
	if err != nil {
		t.Fatal(err)
	}
	if len(plan.Files) != 1 {
		t.Fatalf("files: %v", plan.Files)
	}
	had, has := sentences(before), sentences(plan.After)
	if s.Text.Empty() {
		delete(had, s.ID)
	} else {
		had[s.ID] = s.Text
	}
	for id, text := range had {
		if has[id] != text {
			t.Errorf("%s is %q, want %q", id, has[id], text)
		}
		delete(has, id)
	}
	for id := range has {
		t.Errorf("%s is there", id)
	}
	return plan.Files[0].Name, string(plan.Files[0].Data)
}

// TestTellBesideStanding holds that a period's own sentence takes the place of a standing one, and gives it back.
func TestTellBesideStanding(t *testing.T) {
	mine := Sentence{Period: year(t, "2024"), ID: "stands", Theme: "general", Text: said("自己的。", "Own.")}
	back := mine
	back.Text = stat.Text{}
	standing := "sentences:\n  - {id: stands, theme: general, text: {zh-Hans: 常设。, en: Standing.}}\n"
	own := "sentences: [{id: stands, theme: general, text: {zh-Hans: 己。, en: Own.}}, {id: other, theme: general, text: {zh-Hans: 另。, en: Other.}}]\n"
	files := with("text.yaml", standing)
	before, err := dataset.Parse(files, "little")
	if err != nil {
		t.Fatal(err)
	}
	plan, err := Tell(before, files, mine)
	if err != nil || len(plan.Files) != 1 || plan.Files[0].Name != "2024.text.yaml" || sentences(plan.After)["stands"] != mine.Text {
		t.Errorf("in the place of a standing one: %v, %+v", err, plan)
	}
	if plan, err := Tell(before, files, back); err != nil || plan.Files != nil {
		t.Errorf("a standing sentence was taken back from a period: %v, %+v", err, plan)
	}
	// Taken back, the standing one is there again.
	files = with("text.yaml", standing, "2024.text.yaml", own)
	if before, err = dataset.Parse(files, "little"); err != nil {
		t.Fatal(err)
	}
	plan, err = Tell(before, files, back)
	if err != nil || sentences(plan.After)["stands"] != said("常设。", "Standing.") || sentences(plan.After)["other"].En != "Other." {
		t.Errorf("taken back: %v, %+v", err, plan)
	}
	// What is said already changes nothing.
	files = with("2024.text.yaml", own)
	if before, err = dataset.Parse(files, "little"); err != nil {
		t.Fatal(err)
	}
	mine.Text = said("己。", "Own.")
	if plan, err := Tell(before, files, mine); err != nil || plan.Files != nil {
		t.Errorf("the same sentence: %v, %+v", err, plan)
	}
}

// TestTellRefuses holds what is an error, with the files as they were.
func TestTellRefuses(t *testing.T) {
	inside := "sentences:\n  - id: product\n    # why\n    theme: general\n    text: {zh-Hans: 甲。, en: A.}\n  - {id: other, theme: general, text: {zh-Hans: 另。, en: Other.}}\n"
	for _, c := range []struct {
		name string
		tell Sentence
		want string
	}{
		{"a period without figures", Sentence{Period: year(t, "2023"), ID: "a", Theme: "general", Text: said("甲。", "A.")}, "enter figures before"},
		{"a comment inside it", Sentence{Period: year(t, "2024"), ID: "product", Theme: "general"}, "a comment there would be lost"},
		{"an unknown chapter", Sentence{Period: year(t, "2024"), ID: "a", Theme: "nowhere", Text: said("甲。", "A.")}, "nowhere"},
		{"an ID that is more than an ID", Sentence{Period: year(t, "2024"), ID: "a, theme: general, id: b", Theme: "general", Text: said("甲。", "A.")}, "a, theme"},
	} {
		files := with("2024.text.yaml", inside)
		before, err := dataset.Parse(files, "little")
		if err != nil {
			t.Fatal(err)
		}
		if _, err = Tell(before, files, c.tell); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

func sentences(d *stat.Dataset) map[string]stat.Text {
	all := map[string]stat.Text{}
	for _, s := range d.Periods[0].Sentences {
		all[s.ID] = s.Text
	}
	return all
}

// with are the files of the area with others.
func with(more ...string) []dataset.Input {
	files := inputs(periodText)
	for i := 0; i < len(more); i += 2 {
		files = append(files, dataset.Input{Name: more[i], Data: []byte(strings.ReplaceAll(more[i+1], "gdp-chapter", "general"))})
	}
	return files
}

func TestTell(t *testing.T) {
	fresh := Sentence{Period: year(t, "2024"), ID: "own-a", Theme: "general", Text: said("新的{gdp.growth}句: \"引\"#。", "A new {gdp.growth} one: \"quoted\" #.")}
	element := "{id: own-a, theme: general, text: {zh-Hans: \"新的{gdp.growth}句: \\\"引\\\"#。\", en: \"A new {gdp.growth} one: \\\"quoted\\\" #.\"}}\n"
	one := "sentences:\n  - {id: product, theme: gdp-chapter, text: {zh-Hans: 甲。, en: A.}}\n"
	change := func(hans, en string) Sentence {
		return Sentence{Period: year(t, "2024"), ID: "product", Theme: "general", Text: said(hans, en)}
	}
	for _, c := range []struct {
		name string
		text string // of the file; "" if there is none
		tell Sentence
		want string
	}{
		{"new, in a new file", "", fresh, textHead + "sentences:\n  - " + element},
		{"new, behind others", textOf, fresh, textOf + "  - " + element},
		{"new, in a file without sentences", "# x\nprose: auto\n", fresh, "# x\nprose: auto\nsentences:\n  - " + element},
		{"new, in a file with an empty list", "sentences: [] # none yet\n", fresh, "sentences: [" + strings.TrimSpace(element) + "] # none yet\n"},
		{"new, without a line end before it", strings.TrimSpace(one), fresh, strings.TrimSpace(one) + "\n  - " + strings.TrimSpace(element)},
		{"changed in both languages", textOf, change("改{gdp.level}。", "Changed {gdp.level}."),
			strings.NewReplacer("总值为{gdp.level}。", `"改{gdp.level}。"`, `"The product was {gdp.level}."`, `"Changed {gdp.level}."`).Replace(textOf)},
		{"changed in one language", textOf, change("总值为{gdp.level}。", "Changed {gdp.level}."), strings.Replace(textOf, "The product was", "Changed", 1)},
		{"changed, in lines of its own", strings.Replace(one, "{id: product, theme: gdp-chapter, text: {zh-Hans: 甲。, en: A.}}", "id: product\n    theme: gdp-chapter\n    text:\n      zh-Hans: 甲。\n      en: >-\n        A\n        B\n", 1),
			change("甲。", "C."), "sentences:\n  - id: product\n    theme: gdp-chapter\n    text:\n      zh-Hans: 甲。\n      en: C.\n\n"},
		{"taken back", textOf, change("", ""), strings.Replace(textOf,
			"  - id: product\n    theme: gdp-chapter\n    text:\n      zh-Hans: 总值为{gdp.level}。\n      en: \"The product was {gdp.level}.\"\n", "", 1)},
		{"taken back, the last of all", textHead + one, change("", ""), ""},
		{"taken back, the last beside other keys", "prose: auto\n" + one, change("", ""), "prose: auto\n"},
		{"taken back, the last beside comments", "# ours\n" + one, change("", ""), "# ours\nsentences: []\n"},
	} {
		for _, br := range []string{"\n", "\r\n"} {
			t.Run(c.name, func(t *testing.T) {
				lines := func(s string) string {
					return strings.ReplaceAll(strings.ReplaceAll(s, "gdp-chapter", "general"), "\n", br)
				}
				files := with()
				if c.text != "" {
					files = with("2024.text.yaml", lines(c.text))
				} else if br != "\n" {
					t.Skip("there is no file")
				}
				name, got := told(t, files, c.tell)
				want := lines(c.want)
				if name != "2024.text.yaml" || got != want {
					t.Errorf("%s: got\n%q, want\n%q", name, got, want)
				}
			})
		}
	}
}
