package wording

import (
	"embed"
	"encoding/csv"
	"strings"
	"sync"

	"nianbao/internal/stat"
)

// ruleFiles have the rules by which sentences are composed, a rule a line, in columns parted by tabs.
//
//go:embed rules/*.tsv
var ruleFiles embed.FS

// rule makes a text of a situation.
type rule struct {
	id      string
	needs   []string  // what must be so; with an exclamation mark before it, what must not
	text    stat.Text // with slots in braces
	accepts string    // a case of a situation that the rule takes, in the notation of the tests
	refuses string    // and of one that it does not

	zh, en []stat.Token // of the text
}

// rules are all rules by the names of their families, in order. They are read once.
var rules = sync.OnceValue(func() map[string][]rule {
	families := map[string][]rule{}
	for _, file := range []string{"prose", "message"} {
		data, err := ruleFiles.ReadFile("rules/" + file + ".tsv")
		if err != nil {
			panic(err) // the file is part of the program
		}
		lines := csv.NewReader(strings.NewReader(string(data)))
		lines.Comma, lines.Comment, lines.LazyQuotes, lines.FieldsPerRecord = '\t', '#', true, 6
		list, err := lines.ReadAll()
		if err != nil {
			panic(err)
		}
		for _, l := range list {
			family, _, _ := strings.Cut(l[0], ".")
			r := rule{id: l[0], needs: strings.Fields(l[1]), text: stat.Text{Hans: l[2], En: l[3]}, accepts: l[4], refuses: l[5]}
			r.zh, _ = stat.ParseTemplate(l[2]) // a test reads all rules
			r.en, _ = stat.ParseTemplate(l[3])
			families[family] = append(families[family], r)
		}
	}
	return families
})

// situation is what is so where a rule is looked for.
type situation map[string]bool

// holds reports whether a rule takes a situation.
func (r rule) holds(s situation) bool {
	for _, need := range r.needs {
		if absent, not := strings.CutPrefix(need, "!"); s[absent] == not {
			return false
		}
	}
	return true
}

// choose returns the first rule of a family that takes a situation.
func choose(family string, s situation) (rule, bool) {
	for _, r := range rules()[family] {
		if r.holds(s) {
			return r, true
		}
	}
	return rule{}, false
}

// slots are what the references of a rule's text stand for: templates. Where that is one reference, the form that the rule
// asks for becomes its own.
type slots map[string]stat.Text

// fact puts a fact into a slot.
func (s slots) fact(name string, f *stat.Fact) {
	if f != nil {
		s[name] = same("{" + f.ID + "}")
	}
}

// same is a text that is alike in all languages.
func same(text string) stat.Text { return stat.Text{Hans: text, En: text} }

// fill makes a template of a rule's text.
func (r rule) fill(s slots) stat.Text {
	return stat.Text{Hans: filledIn(r.zh, s, stat.Hans), En: filledIn(r.en, s, stat.En)}
}

// filledIn replaces the slots of a text in one language. A reference that is no slot stays, as {period}.
func filledIn(tokens []stat.Token, s slots, l stat.Lang) string {
	var b strings.Builder
	for _, t := range tokens {
		said := t.Text
		if t.Ref != "" {
			said = "{" + t.Ref + "}"
			if value, ok := s[t.Ref]; ok {
				said = value.In(l)
			}
		}
		if t.Form != "" {
			said = strings.TrimSuffix(said, "}") + "|" + t.Form + "}"
		}
		b.WriteString(said)
	}
	return b.String()
}
