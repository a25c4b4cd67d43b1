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
	"nianbao/internal/message"
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

An edition is exported in numbered releases: new content makes a new release. Another language, look, format or
output version makes another build of the same release. If nothing has changed, the files are verified and kept, or
made again if they are damaged. What was published before is kept in OUTPUT/AREA/releases/PERIOD/rN/. A build that lacks a file or
a language of the published one is refused unless --replace is given.

With --status draft the files go into OUTPUT/AREA/PERIOD.draft/. They are no release: they have no number, are replaced
by the next draft, and nothing is ever compared with them.

With --due, the command writes every edition that is due under the configured schedule and has data, for the given
area or for all areas, unless the published edition says the same. If data are still
missing after their deadline, the exit code is 3. It is safe to run at any time, as often as
wanted.`,
		Example: `  nianbao export
  nianbao export --area saibei --period 2023 --lang zh-Hant,en
  nianbao export --status draft
  nianbao export --format csv,json --output /srv/editions
  nianbao export --due --metrics-file /var/lib/nianbao/nianbao.prom`,
		Args:   cobra.NoArgs,
		PreRun: a.heap,
		RunE: func(c *cobra.Command, _ []string) error {
			return a.measured(c.Context(), func(m *measures) error {
				if a.due {
					return a.exportDue(c, m)
				}
				return a.export(c, m)
			})
		},
	}
	config.Flags(c.Flags())
	c.Flags().BoolVar(&a.due, "due", false, "export every edition that is due and not published yet")
	a.replaceFlag(c)
	c.Flags().StringVar(&a.metrics, "metrics-file", "", "write what the run did as metrics for Prometheus to this file")
	return c
}

// replaceFlag lets a build take the place of one with more files or languages.
func (a *app) replaceFlag(c *cobra.Command) {
	c.Flags().BoolVar(&a.replace, "replace", false, "allow files and languages of the release to be removed")
}

func (a *app) export(c *cobra.Command, m *measures) error {
	start := a.Now()
	job, err := a.job(c)
	if err != nil {
		return err
	}
	line := a.progress()
	job.Progress = a.progressOf(c, line)
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

// progressOf shows each step, and tells of it.
func (a *app) progressOf(c *cobra.Command, line progressLine) func(string) {
	return func(step string) {
		line.show(step)
		if a.Step != nil {
			a.Step(c.Context(), step)
		}
	}
}

// job reads the configuration for a command.
func (a *app) job(c *cobra.Command) (export.Job, error) {
	settings, err := a.settings(c)
	if err != nil {
		return export.Job{}, err
	}
	return a.jobOf(c, settings)
}

// jobOf makes the job of a configuration.
func (a *app) jobOf(c *cobra.Command, settings *config.Config) (export.Job, error) {
	epoch, err := sourceDateEpoch(a.Env)
	if err != nil {
		return export.Job{}, err
	}
	store, err := a.store(settings)
	if err != nil {
		return export.Job{}, err
	}
	return export.Job{
		Config: settings, Tools: tools(), Epoch: epoch, Holder: a.holder(c), Store: store,
		Fonts: export.NewFonts(c.Context(), settings.Fonts), Replace: a.replace, Undrawn: a.leftOut,
	}, nil
}

// leftOut says that an edition has no briefing.
func (a *app) leftOut(area, period string, facts int) {
	if a.quiet {
		return
	}
	left := message.Of("%s %s: left out the briefing: %s facts are more than the %s that one has at most", area, period, grouped(int64(facts)), grouped(export.MostDrawn))
	a.warn(left)
}

// holder says who holds the lock of an output folder.
func (a *app) holder(c *cobra.Command) string {
	host, err := os.Hostname()
	if err != nil {
		host = "this machine"
	}
	return fmt.Sprintf("%s, process %d on %s, since %s", c.CommandPath(), os.Getpid(), host, a.Now().Format(time.RFC3339))
}

// settings reads the configuration.
func (a *app) settings(c *cobra.Command) (*config.Config, error) {
	settings, err := config.Load(c.Flags(), a.Env, config.DefaultFile)
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
	Status     string         `json:"status"`
	Number     int            `json:"number"` // 0 for a draft
	Build      int            `json:"build"`
	Content    string         `json:"content_digest"`
	Digest     string         `json:"build_digest"`
	Supersedes string         `json:"supersedes"`         // build digest of what was published before; "" if nothing was
	Unchanged  bool           `json:"unchanged"`          // the build was there already, and whole
	Repaired   bool           `json:"repaired"`           // it was there, damaged, and was made again
	LeftOut    []string       `json:"left_out,omitempty"` // formats that were asked for, and are not made of so many facts
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
		Area: m.Area, Period: r.Period, Status: m.Status, Number: m.Number, Build: m.Build, Content: m.ContentDigest,
		Digest: m.BuildDigest, Supersedes: m.Supersedes, Unchanged: r.Unchanged, Repaired: r.Repaired, Dir: r.Release.Dir,
		Kept: r.Release.Kept, Checks: summarize(r.Findings), Duration: took.Seconds(),
	}
	if r.Undrawn > 0 {
		s.LeftOut = []string{config.PDF}
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
	w := a.lines()
	w.say("%s · %s · %s", bilingual(r.Area.Name), r.Period, message.Plain(m.Status))
	if r.Area.Sample {
		w.say("sample data: invented, not statistics")
	}
	if r.Unchanged {
		w.say("%s in %s", publishedState(r), r.Release.Dir)
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
	w.say("%s", publishedState(r))
	summarize(r.Findings).print(w)
	w.say("took %.2f s", took.Seconds())
	return w.err
}

// publishedState says which release is published now, and what became of the one before.
func publishedState(r *export.Result) *message.Text {
	m := r.Release.Manifest
	switch {
	case m.Draft() && r.Unchanged:
		return message.Of("unchanged: a draft, as it was written")
	case m.Draft():
		return message.Of("a draft, no release")
	case r.Unchanged:
		return message.Of("unchanged: %s, as published", m.Name())
	case r.Repaired:
		return message.Of("%s again: what was published was damaged", m.Name())
	case r.Rebuilt():
		return message.Of("%s, another build of release %d, which says the same", m.Name(), m.Number)
	case r.Supersedes != "":
		return message.Of("%s, supersedes %s", m.Name(), r.Supersedes)
	default:
		return message.Of("%s, the first release", m.Name())
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
