package cli

import (
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"nianbao/internal/config"
	"nianbao/internal/export"
	"nianbao/internal/stat"

	"github.com/spf13/cobra"
)

func (a *app) exportCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "export",
		Short: "Write an edition: briefing, workbook, data and manifest",
		Long: `Load and check one area's data for one period and write the edition into OUTPUT/AREA/PERIOD/.
The files replace those of the last export there together or not at all.`,
		Example: `  nianbao export
  nianbao export --area saibei --period 2023 --lang zh-Hant,en
  nianbao export --format csv,json --output /srv/editions`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return a.export(c) },
	}
	config.Flags(c.Flags())
	return c
}

func (a *app) export(c *cobra.Command) error {
	start := time.Now()
	job, err := a.job(c)
	if err != nil {
		return err
	}
	line := a.progress()
	job.Progress = line.show
	result, err := export.Run(c.Context(), job)
	line.clear()
	var failed *export.CheckError
	if errors.As(err, &failed) {
		if printErr := a.printChecked(failed.Checked); printErr != nil {
			return errors.Join(err, printErr)
		}
		return err
	}
	if err != nil {
		return err
	}
	return a.printExport(result, time.Since(start))
}

// job reads the configuration for a command.
func (a *app) job(c *cobra.Command) (export.Job, error) {
	settings, err := a.settings(c)
	if err != nil {
		return export.Job{}, err
	}
	epoch, err := sourceDateEpoch(a.Env)
	if err != nil {
		return export.Job{}, err
	}
	program, tools := versions()
	return export.Job{Config: settings, Program: program, Tools: tools, Epoch: epoch}, nil
}

// settings reads the configuration. What keeps it from being read is a matter of usage.
func (a *app) settings(c *cobra.Command) (*config.Config, error) {
	settings, err := config.Load(c.Flags(), a.Env, config.DefaultFile)
	if wrong := new(config.Error); err != nil && !errors.As(err, &wrong) {
		return nil, usageError{err}
	}
	return settings, err
}

// exportSummary is what export --json prints.
type exportSummary struct {
	Area     string         `json:"area"`
	Period   stat.Period    `json:"period"`
	Release  string         `json:"release"`
	Dir      string         `json:"dir"`
	Files    []exportedFile `json:"files"`
	Kept     []string       `json:"kept,omitempty"` // people's own files that stayed in the folder
	Checks   checkSummary   `json:"checks"`
	Duration float64        `json:"duration_seconds"`
}

type exportedFile struct {
	Name   string `json:"name"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

func (a *app) printExport(r *export.Result, took time.Duration) error {
	checks := summarize(r.Findings)
	m := r.Release.Manifest
	if a.json {
		s := exportSummary{
			Area: m.Area, Period: r.Period, Release: m.Release, Dir: r.Release.Dir,
			Kept: r.Release.Kept, Checks: checks, Duration: took.Seconds(),
		}
		for _, o := range m.Outputs {
			s.Files = append(s.Files, exportedFile{o.Name, o.Bytes, o.SHA256})
		}
		return a.printJSON(s)
	}
	if a.quiet {
		return nil
	}
	w := &lines{to: a.Out}
	w.say("%s · %s · %s", bilingual(r.Area.Name), r.Period, m.Status)
	if r.Area.Sample {
		w.say("sample data: invented, not statistics")
	}
	for _, o := range m.Outputs {
		w.say("wrote %s (%s bytes)", filepath.Join(r.Release.Dir, o.Name), grouped(o.Bytes))
	}
	w.say("wrote %s", filepath.Join(r.Release.Dir, "manifest.json"))
	for _, name := range r.Release.Kept {
		w.say("kept %s, which is not the program's", filepath.Join(r.Release.Dir, name))
	}
	checks.print(w)
	w.say("took %.2f s", took.Seconds())
	return w.err
}

// bilingual gives a name in both languages for a line on the terminal.
func bilingual(t stat.Text) string { return fmt.Sprintf("%s %s", t.Hans, t.En) }
