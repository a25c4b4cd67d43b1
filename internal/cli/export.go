package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"nianbao/internal/bucket"
	"nianbao/internal/config"
	"nianbao/internal/export"
	"nianbao/internal/publish"
	"nianbao/internal/stat"

	"github.com/spf13/cobra"
)

func (a *app) exportCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "export",
		Short: "Write an edition: briefing, workbook, data and manifest",
		Long: `Load and check one area's data for one period and write the edition into OUTPUT/AREA/PERIOD/.
The files replace those of the last export there together or not at all.

An edition is exported in numbered releases. The same data, configuration and program make no new one: the published
release is verified and left as it is, or made again if it is damaged. Otherwise the next release takes its place, and
the earlier one is kept in OUTPUT/AREA/releases/PERIOD/rN/.

With --due the clock chooses: every edition that the schedule of the configuration says is due and that has data is
written, of the area given or of all, unless it is published and its figures and sentences are the same. Data that are
missing are waited for until their deadline; after it the exit code is 3. It is safe to run at any time, as often as
wanted.`,
		Example: `  nianbao export
  nianbao export --area saibei --period 2023 --lang zh-Hant,en
  nianbao export --format csv,json --output /srv/editions
  nianbao export --due --metrics-file /var/lib/nianbao/nianbao.prom`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return a.measured(func(m *measures) error {
				if a.due {
					return a.exportDue(c, m)
				}
				return a.export(c, m)
			})
		},
	}
	config.Flags(c.Flags())
	c.Flags().BoolVar(&a.due, "due", false, "export every edition that is due and not published yet")
	c.Flags().StringVar(&a.metrics, "metrics-file", "", "write what the run did as metrics for Prometheus to this file")
	return c
}

func (a *app) export(c *cobra.Command, m *measures) error {
	start := a.Now()
	job, err := a.job(c)
	if err != nil {
		return err
	}
	line := a.progress()
	job.Progress = line.show
	result, err := export.Run(c.Context(), job)
	line.clear()
	m.one(result, err)
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
	return a.printExport(result, a.Now().Sub(start))
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
	store, err := a.store(settings)
	if err != nil {
		return export.Job{}, err
	}
	program, tools := versions()
	return export.Job{
		Config: settings, Program: program, Tools: tools, Epoch: epoch, Holder: a.holder(c), Store: store,
		Fonts: export.NewFonts(settings.Fonts),
	}, nil
}

// holder says who holds the lock of an output folder.
func (a *app) holder(c *cobra.Command) string {
	host, err := os.Hostname()
	if err != nil {
		host = "this machine"
	}
	return fmt.Sprintf("%s, process %d on %s, since %s", c.CommandPath(), os.Getpid(), host, a.Now().Format(time.RFC3339))
}

// settings reads the configuration. What keeps it from being read is a matter of usage.
func (a *app) settings(c *cobra.Command) (*config.Config, error) {
	settings, err := config.Load(c.Flags(), a.Env, config.DefaultFile)
	if wrong := new(config.Error); err != nil && !errors.As(err, &wrong) {
		return nil, usageError{err}
	}
	if err != nil {
		return nil, err
	}
	if _, err := export.Schedule(settings.Schedule); err != nil {
		return nil, err
	}
	return settings, nil
}

// exportSummary is what export --json prints.
type exportSummary struct {
	Area       string         `json:"area"`
	Period     stat.Period    `json:"period"`
	Number     int            `json:"number"`
	Release    string         `json:"release"`
	Supersedes string         `json:"supersedes"` // digest of the release before; "" if this is the first
	Unchanged  bool           `json:"unchanged"`  // the release was there already, and whole
	Mended     bool           `json:"mended"`     // it was there, damaged, and was made again
	Dir        string         `json:"dir"`
	Files      []exportedFile `json:"files"`
	Kept       []string       `json:"kept,omitempty"` // people's own files that stayed in the folder
	Checks     checkSummary   `json:"checks"`
	Duration   float64        `json:"duration_seconds"`
}

type exportedFile struct {
	Name   string `json:"name"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

func summaryOf(r *export.Result, took time.Duration) exportSummary {
	m := r.Release.Manifest
	s := exportSummary{
		Area: m.Area, Period: r.Period, Number: m.Number, Release: m.Release, Supersedes: m.Supersedes,
		Unchanged: r.Unchanged, Mended: r.Mended, Dir: r.Release.Dir,
		Kept: r.Release.Kept, Checks: summarize(r.Findings), Duration: took.Seconds(),
	}
	for _, o := range m.Outputs {
		s.Files = append(s.Files, exportedFile{o.Name, o.Bytes, o.SHA256})
	}
	return s
}

func (a *app) printExport(r *export.Result, took time.Duration) error {
	if a.json {
		return a.printJSON(summaryOf(r, took))
	}
	if a.quiet {
		return nil
	}
	m := r.Release.Manifest
	w := &lines{to: a.Out}
	w.say("%s · %s · %s", bilingual(r.Area.Name), r.Period, m.Status)
	if r.Area.Sample {
		w.say("sample data: invented, not statistics")
	}
	if r.Unchanged {
		w.say("%s in %s", standing(r), r.Release.Dir)
		w.say("took %.2f s", took.Seconds())
		return w.err
	}
	for _, o := range m.Outputs {
		w.say("wrote %s (%s bytes)", inside(r.Release.Dir, o.Name), grouped(o.Bytes))
	}
	w.say("wrote %s", inside(r.Release.Dir, publish.ManifestName))
	for _, name := range r.Release.Kept {
		w.say("kept %s, which is not the program's", inside(r.Release.Dir, name))
	}
	w.say("%s", standing(r))
	summarize(r.Findings).print(w)
	w.say("took %.2f s", took.Seconds())
	return w.err
}

// standing says which release is published now, and what became of the one before.
func standing(r *export.Result) string {
	n := r.Release.Manifest.Number
	switch {
	case r.Unchanged:
		return fmt.Sprintf("unchanged: r%d, as published", n)
	case r.Mended:
		return fmt.Sprintf("r%d again: what was published was damaged", n)
	case r.Earlier > 0:
		return fmt.Sprintf("r%d, supersedes r%d", n, r.Earlier)
	default:
		return fmt.Sprintf("r%d, the first release", n)
	}
}

// bilingual gives a name in both languages for a line on the terminal.
func bilingual(t stat.Text) string { return fmt.Sprintf("%s %s", t.Hans, t.En) }

// inside names a file of a release, whose folder may be one of a store.
func inside(dir, name string) string {
	if bucket.IsAddress(dir) {
		return dir + "/" + name
	}
	return filepath.Join(dir, name)
}
