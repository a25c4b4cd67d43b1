package cli

import (
	"errors"
	"path/filepath"
	"strings"

	"nianbao/internal/audit"
	"nianbao/internal/config"
	"nianbao/internal/dataset"
	"nianbao/internal/file"
	"nianbao/internal/journal"
	"nianbao/internal/message"

	"github.com/spf13/cobra"
)

func (a *app) logCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "log AREA",
		Short: "List who changed and published what on the office's page, and verify the log",
		Long: `List what was done to an area on the office's page (nianbao serve): the time, who did it as they named themselves, and what.
Each line of the log has the hash of the one before, so that a changed or removed line is found, and what it says of releases
is held against those in the output folder or store. If something does not fit, the exit code is 1.`,
		Example: `  nianbao log saibei`,
		Args:    cobra.ExactArgs(1),
		RunE:    func(c *cobra.Command, args []string) error { return a.log(c, args[0]) },
	}
	config.PlaceFlags(c.Flags())
	return c
}

func (a *app) log(c *cobra.Command, area string) error {
	settings, err := config.LoadForPlaces(c.Flags(), a.Env, config.DefaultFile)
	if err != nil {
		return err
	}
	if _, err := dataset.Periods(file.Dir(c.Context(), settings.AreasDir), area); errors.As(err, new(dataset.UnknownAreaError)) {
		return err
	}
	place, err := a.place(settings.Output.Dir)
	if err != nil {
		return err
	}
	l, err := audit.Log(c.Context(), filepath.Join(settings.AreasDir, area), place, area)
	if err != nil {
		return err
	}
	if err := a.printLog(area, l); err != nil {
		return err
	}
	if len(l.Problems) > 0 {
		return message.Errorf("the log of %s is not as it was written", area)
	}
	return nil
}

func (a *app) printLog(area string, l *audit.Logged) error {
	if a.json {
		return a.printJSON(struct {
			Area     string          `json:"area"`
			Entries  []journal.Entry `json:"entries"`
			Problems []*message.Text `json:"problems"`
			Held     int             `json:"releases_compared"`
		}{area, notNil(l.Entries), notNil(l.Problems), l.Held})
	}
	if a.quiet {
		return nil
	}
	w := a.lines()
	for _, e := range l.Entries {
		w.say("%4d  %s  %s  %s  %s  %s", e.Number, e.Time.Local().Format("2006-01-02 15:04:05"), message.Plain(orDash(e.Who)), act(e), orDash(e.Period), message.Plain(details(e)))
	}
	for _, p := range l.Problems {
		w.say("%s", p)
	}
	if len(l.Problems) == 0 {
		w.say("lines as they were written: %d; releases compared: %d", len(l.Entries), l.Held)
	}
	return w.err
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

// act is what was done, in a word.
func act(e journal.Entry) *message.Text {
	return map[journal.Act]*message.Text{
		journal.Begun: message.Of("begun"), journal.Edited: message.Of("edited"), journal.Undone: message.Of("undone"),
		journal.Failed: message.Of("did not come about"), journal.Announced: message.Of("about to be published"), journal.Published: message.Of("published"), journal.Unchanged: message.Of("nothing to publish"),
	}[e.Act]
}

// details are what was changed or published.
func details(e journal.Entry) string {
	var parts []string
	for _, c := range e.Changes {
		parts = append(parts, c.Subject+": "+orDash(c.Old)+" → "+orDash(c.New))
	}
	if r := e.Release; r != nil {
		parts = append(parts, strings.TrimSpace(r.Name+" "+r.Content[:min(12, len(r.Content))]))
	}
	return strings.Join(parts, "; ")
}
