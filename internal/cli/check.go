package cli

import (
	"cmp"

	"nianbao/internal/config"
	"nianbao/internal/export"
	"nianbao/internal/locale"
	"nianbao/internal/message"
	"nianbao/internal/stat"
	"nianbao/internal/tidy"

	"github.com/spf13/cobra"
)

func (a *app) checkCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "check",
		Short: "Check an area's data and list every finding; write nothing",
		Long: `Load one area's data for one period and test it against the consistency rules. All findings are listed:
errors, which keep an edition from being written unless the data accept them by name, warnings, and notes.
"nianbao explain RULE" tells what a finding means and what to do.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return a.check(c) },
	}
	config.Flags(c.Flags())
	return c
}

func (a *app) check(c *cobra.Command) error {
	job, err := a.job(c)
	if err != nil {
		return err
	}
	result, err := export.Check(c.Context(), job)
	if err != nil {
		return err
	}
	if err := a.printChecked(*result); err != nil {
		return err
	}
	for _, f := range result.Findings {
		if f.Blocks() {
			return &export.CheckError{Checked: *result}
		}
	}
	return nil
}

// checkSummary is what the checks found, in both languages.
type checkSummary struct {
	Errors   int            `json:"errors"` // those that block
	Accepted int            `json:"accepted"`
	Warnings int            `json:"warnings"`
	Notes    int            `json:"notes"`
	Findings []tidy.Finding `json:"findings"`
}

func summarize(findings []tidy.Finding) checkSummary {
	s := checkSummary{Findings: findings}
	for _, f := range findings {
		switch {
		case f.Blocks():
			s.Errors++
		case f.Accepted != nil:
			s.Accepted++
		case f.Severity == stat.Warning:
			s.Warnings++
		default:
			s.Notes++
		}
	}
	return s
}

func (s checkSummary) print(w *lines) {
	accepted := message.Plain("")
	if s.Accepted > 0 {
		accepted = message.Of(", accepted: %s", grouped(int64(s.Accepted)))
	}
	w.say("checks: errors: %d, warnings: %d, notes: %d%s", s.Errors, s.Warnings, s.Notes, accepted)
	for _, f := range s.Findings {
		w.say("  %s %s: %s", severity(w.lang, f.Severity), f.Rule, inWords(w.lang, f.Message))
		if place := f.Place.String(); place != "" {
			w.say("    %s", place)
		}
		if f.Accepted != nil {
			w.say("    accepted: %s", inWords(w.lang, f.Accepted))
		}
	}
}

func (a *app) printChecked(c export.Checked) error {
	s := summarize(c.Findings)
	if a.json {
		return a.printJSON(struct {
			Area   string      `json:"area"`
			Period stat.Period `json:"period"`
			checkSummary
		}{c.Area.Code, c.Period, s})
	}
	if a.quiet {
		return nil
	}
	w := a.lines()
	w.say("%s · %s", bilingual(c.Area.Name), c.Period)
	s.print(w)
	return w.err
}

// severity is the word of a finding's severity: its code in English, and else that of the edition's files.
func severity(lang message.Lang, s stat.Severity) string {
	if words, err := locale.For(stat.Hans, nil); lang == message.Chinese && err == nil {
		return words.Severity(s)
	}
	return string(s)
}

// inWords chooses the words of a language. Findings always have English and one of the Chinese scripts.
func inWords(lang message.Lang, w tidy.Words) string {
	if lang == message.Chinese {
		return cmp.Or(w[stat.Hans], w[stat.Hant])
	}
	return w[stat.En]
}
