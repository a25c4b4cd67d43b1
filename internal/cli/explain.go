package cli

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"nianbao/internal/check"
	"nianbao/internal/message"
	"nianbao/internal/stat"

	"github.com/spf13/cobra"
)

func (a *app) explainCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "explain [RULE]",
		Short: "Explain what a finding of the checks means, and what to do",
		Long: `Tell in both languages what a consistency rule demands, what a finding of it means, and what to do about one. RULE is the
word before the colon of a finding, as "check" prints it. Without RULE all rules are listed. If there is no such rule,
those like it are named.`,
		Example: `  nianbao explain total-growth
  nianbao explain --json`,
		Args: cobra.MaximumNArgs(1),
		ValidArgsFunction: func(_ *cobra.Command, _ []string, start string) ([]string, cobra.ShellCompDirective) {
			var ids []string
			for _, r := range check.Rules() {
				if strings.HasPrefix(r.ID, start) {
					ids = append(ids, r.ID+"\t"+r.Doc.En)
				}
			}
			return ids, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.explain(strings.Join(args, "")) },
	}
}

func (a *app) explain(word string) error {
	list := check.Rules()
	if word != "" {
		found, near := check.Find(word)
		if found.ID == "" {
			return unknownRule(word, near)
		}
		list = []check.Rule{found}
	}
	if a.json {
		all := make([]explained, len(list))
		for i, r := range list {
			e := r.Explain()
			all[i] = explained{r.ID, r.Severity, both(r.Doc), both(e.Means), both(e.Do)}
		}
		return a.printJSON(all)
	}
	w := a.lines()
	if word == "" {
		a.listRules(w, list)
	} else {
		a.printExplained(w, list[0])
	}
	return w.err
}

// listRules prints each rule on a line, in columns. The words for severities in Chinese are equally long.
func (a *app) listRules(w *lines, list []check.Rule) {
	ids, severities := 0, 0
	for _, r := range list {
		ids, severities = max(ids, len(r.ID)), max(severities, utf8.RuneCountInString(severity(a.lang, r.Severity)))
	}
	for _, r := range list {
		w.put(fmt.Sprintf("%-*s  %-*s  %s", ids, r.ID, severities, severity(a.lang, r.Severity), a.inText(r.Doc)))
	}
}

// printExplained prints a rule in both languages, that of the messages first.
func (a *app) printExplained(w *lines, r check.Rule) {
	languages := []message.Lang{message.English, message.Chinese}
	if a.lang == message.Chinese {
		languages = []message.Lang{message.Chinese, message.English}
	}
	e := r.Explain()
	for _, lang := range languages {
		said := *w
		said.lang = lang
		in := app{lang: lang}
		said.say("%s (%s): %s", message.Plain(r.ID), message.Plain(severity(lang, r.Severity)), message.Plain(in.inText(r.Doc)))
		said.say("  a finding means: %s", message.Plain(in.inText(e.Means)))
		said.say("  what to do: %s", message.Plain(in.inText(e.Do)))
		w.err = said.err
	}
}

// unknownRuleError marks the error of a rule that does not exist.
type unknownRuleError struct{ error }

func (e unknownRuleError) Unwrap() error { return e.error }

// unknownRule names the rules that may be meant.
func unknownRule(word string, near []check.Rule) error {
	ids := make([]string, len(near))
	for i, r := range near {
		ids[i] = r.ID
	}
	err := message.Errorf("there is no rule %q; like it are: %s", word, strings.Join(ids, ", "))
	switch len(ids) {
	case 0:
		err = message.Errorf("there is no rule %q", word)
	case 1:
		err = message.Errorf("there is no rule %q; did you mean %s?", word, ids[0])
	}
	return usageError{unknownRuleError{err}}
}

// explained is what explain --json prints of a rule.
type explained struct {
	Rule     string            `json:"rule"`
	Severity stat.Severity     `json:"severity"`
	Demands  map[string]string `json:"demands"`
	Means    map[string]string `json:"means"`
	Do       map[string]string `json:"do"`
}
