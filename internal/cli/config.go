package cli

import (
	"time"

	"nianbao/internal/config"
	"nianbao/internal/message"

	"github.com/spf13/cobra"
)

func (a *app) configCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "config",
		Short: "Print the effective configuration and where each value comes from",
		Long: `Print every key with its effective value and its origin: a flag, a NIANBAO_ variable, a line of the
configuration file, or the default, in this order of precedence.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return a.config(c) },
	}
	config.Flags(c.Flags())
	return c
}

func (a *app) config(c *cobra.Command) error {
	settings, err := a.settings(c)
	if err != nil {
		return err
	}
	rows := settings.Effective()
	epoch, err := sourceDateEpoch(a.Env)
	if err != nil {
		return err
	}
	for i, s := range rows {
		if s.Key == "release_date" && s.Value == "" && !epoch.IsZero() {
			rows[i].Value, rows[i].Origin = epoch.Format(time.DateOnly), "environment SOURCE_DATE_EPOCH"
		}
	}
	if a.json {
		type row struct {
			Key    string `json:"key"`
			Value  string `json:"value"`
			Origin string `json:"origin"`
		}
		out := []row{}
		for _, s := range rows {
			out = append(out, row{s.Key, s.Value, s.Origin})
		}
		return a.printJSON(out)
	}
	w := a.lines()
	for _, s := range rows {
		w.say("%-20s %-40s # %s", s.Key, quoted(s.Value), message.Plain(s.Origin))
	}
	return w.err
}

// quoted shows an empty value as "".
func quoted(s string) string {
	if s == "" {
		return `""`
	}
	return s
}
