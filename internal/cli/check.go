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
	f := batchFlags{}
	c := &cobra.Command{
		Use:   "check",
		Short: "Check an area's data and list every finding; write nothing",
		Long: `Load one area's data for one period and test it against the consistency rules. All findings are listed:
errors, which keep an edition from being written unless the data accept them by name, warnings, and notes.
"nianbao explain RULE" tells what a finding means and what to do.

With --areas, the data of every area that a pattern matches are checked, on all cores.`,
		Example: `  nianbao check --area saibei
  nianbao check --areas 'county-*' --period 2024`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if c.Flags().Changed("areas") {
				return a.checkAreas(c, f)
			}
			return a.check(c)
		},
	}
	config.Flags(c.Flags())
	c.Flags().StringSliceVar(&f.areas, "areas", nil, "patterns of areas, with * ? and [a-f], separated by commas")
	return c
}

// checkAreas checks many areas. What is wrong with one does not keep others from being checked.
func (a *app) checkAreas(c *cobra.Command, f batchFlags) error {
	if c.Flags().Changed("area") {
		return usageError{message.Errorf("--area is for one area: name areas with --areas, which takes patterns")}
	}
	job, err := a.job(c)
	if err != nil {
		return err
	}
	areas, err := f.choose(c.Context(), job.Config.AreasDir)
	if err != nil {
		return err
	}
	all, bad := []areaChecked{}, dueError{}
	err = export.CheckAll(c.Context(), job, areas, func(area string, checked *export.Checked, err error) error {
		if err == nil {
			s := checkedOf(*checked)
			if s.Errors > 0 {
				bad.refused++
			}
			if a.json {
				all = append(all, s)
				return nil
			}
			return a.printChecked(*checked)
		}
		bad.refused++
		if exitCode(err) != ExitData {
			bad.refused, bad.failed = bad.refused-1, bad.failed+1
		}
		a.complain(message.Errorf("%s: %w", area, err), hint(err), "area", area)
		all = append(all, areaChecked{Area: area, Error: reason(err), checkSummary: summarize(nil)})
		return nil
	})
	if err != nil {
		return err
	}
	if a.json {
		err = a.printJSON(all)
	} else if !a.quiet {
		w := a.lines()
		w.say("%s: in order: %s, with errors: %s, failed: %s", count(len(areas), "%s area", "%s areas"), grouped(int64(len(areas)-bad.refused-bad.failed)),
			grouped(int64(bad.refused)), grouped(int64(bad.failed)))
		err = w.err
	}
	if err == nil && bad != (dueError{}) {
		err = reported{bad}
	}
	return err
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
	w.some(len(s.Findings), func(i int) {
		f := s.Findings[i]
		w.say("  %s %s: %s", severity(w.lang, f.Severity), f.Rule, inWords(w.lang, f.Message))
		if place := f.Place.String(); place != "" {
			w.say("    %s", place)
		}
		if f.Accepted != nil {
			w.say("    accepted: %s", inWords(w.lang, f.Accepted))
		}
	})
}

// areaChecked is what check --json prints of an area.
type areaChecked struct {
	Area   string      `json:"area"`
	Period stat.Period `json:"period"`
	Error  string      `json:"error,omitempty"` // why it was not checked; of many areas alone
	checkSummary
}

func checkedOf(c export.Checked) areaChecked {
	return areaChecked{Area: c.Area.Code, Period: c.Period, checkSummary: summarize(c.Findings)}
}

func (a *app) printChecked(c export.Checked) error {
	s := summarize(c.Findings)
	if a.json {
		return a.printJSON(checkedOf(c))
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
