package cli

import (
	"fmt"

	"nianbao/internal/bucket"
	"nianbao/internal/config"
	"nianbao/internal/export"
	"nianbao/internal/publish"

	"github.com/spf13/cobra"
)

func (a *app) verifyCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "verify [DIR]",
		Short: "Verify published releases: checksums, and the same figures in every file",
		Long: `Hold the files of a release folder against their manifest, and the figures of the briefing's register, the
workbook's sheet "data", the CSV files and the JSON against each other. A file the manifest does not list is mentioned
and is no fault. The earlier releases of the edition are verified with the published one; an area's folder, or the
output folder, stands for all that are in it, as does no folder for the output folder.`,
		Example: `  nianbao verify output/saibei/2023
  nianbao verify output/saibei/releases/2023/r1
  nianbao verify output`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return fmt.Errorf("name one folder, as output/AREA/PERIOD or output, or none; got %d", len(args))
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 1 {
				return a.verify(args[0])
			}
			settings, err := a.settings(c)
			if err != nil {
				return err
			}
			if bucket.IsAddress(settings.Output.Dir) {
				return usageError{fmt.Errorf("%q is a store: name a folder that its files were copied to", settings.Output.Dir)}
			}
			return a.verify(settings.Output.Dir)
		},
	}
	config.Flags(c.Flags())
	return c
}

func (a *app) verify(dir string) error {
	list, err := export.VerifyAll(dir)
	if err != nil {
		return err
	}
	if err := a.printVerifications(dir, list); err != nil {
		return err
	}
	unsound := 0
	for _, v := range list {
		if !v.Sound() {
			unsound++
		}
	}
	switch {
	case unsound == 0:
		return nil
	case len(list) == 1:
		return fmt.Errorf("verify %q: the release is not what was published", dir)
	default:
		return fmt.Errorf("verify %q: %d of %s are not what was published", dir, unsound, count(len(list), "release"))
	}
}

// verified is what verify --json prints of a release.
type verified struct {
	Dir       string            `json:"dir"`
	Number    int               `json:"number"` // 0 where the manifest cannot be read
	Release   string            `json:"release"`
	Sound     bool              `json:"sound"`
	Problems  []publish.Problem `json:"problems"`
	Disagrees []string          `json:"disagreements"`
	Compared  []string          `json:"compared"`
	Skipped   []string          `json:"not_compared"`
	Figures   int               `json:"figures"`
}

func (a *app) printVerifications(dir string, list []*export.Verification) error {
	if a.json {
		out, sound := []verified{}, true
		for _, v := range list {
			sound = sound && v.Sound()
			out = append(out, verified{
				v.Dir, v.Manifest.Number, v.Manifest.Release, v.Sound(), notNil(v.Problems), notNil(v.Disagrees),
				notNil(v.Compared), notNil(v.Skipped), v.Figures,
			})
		}
		return a.printJSON(struct {
			Dir      string     `json:"dir"`
			Sound    bool       `json:"sound"`
			Releases []verified `json:"releases"`
		}{dir, sound, out})
	}
	if a.quiet {
		return nil
	}
	w := &lines{to: a.Out}
	for _, v := range list {
		sayVerification(w, v)
	}
	return w.err
}

func sayVerification(w *lines, v *export.Verification) {
	for _, p := range v.Problems {
		w.say("%s", p)
	}
	for _, d := range v.Disagrees {
		w.say("%s", d)
	}
	for _, s := range v.Skipped {
		w.say("figures not compared: %s", s)
	}
	name := v.Dir + ", " + publish.Numbered(v.Manifest.Number)
	switch {
	case !v.Sound():
		w.say("%s: not sound", name)
	case len(v.Compared) > 1:
		w.say("%s: sound: %s as published, %s equal in %s", name, count(len(v.Manifest.Outputs), "file"), count(v.Figures, "figure"), count(len(v.Compared), "file"))
	default:
		w.say("%s: sound: %s as published; no second file to compare figures with", name, count(len(v.Manifest.Outputs), "file"))
	}
}

func notNil[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
