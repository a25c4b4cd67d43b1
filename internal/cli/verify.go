package cli

import (
	"fmt"

	"nianbao/internal/export"
	"nianbao/internal/publish"

	"github.com/spf13/cobra"
)

func (a *app) verifyCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "verify DIR",
		Short: "Verify a published edition: checksums, and the same figures in every file",
		Long: `Hold the files of a release folder against their manifest, and the figures of the briefing's register, the
workbook's sheet "data", the CSV files and the JSON against each other. A file the manifest does not list is mentioned
and is no fault.`,
		Example: "  nianbao verify output/saibei/2023",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return fmt.Errorf("name one release folder, as output/AREA/PERIOD; got %d", len(args))
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			v, err := export.Verify(args[0])
			if err != nil {
				return err
			}
			if err := a.printVerification(args[0], v); err != nil {
				return err
			}
			if !v.Sound() {
				return fmt.Errorf("verify %q: the release is not what was published", args[0])
			}
			return nil
		},
	}
}

func (a *app) printVerification(dir string, v *export.Verification) error {
	if a.json {
		return a.printJSON(struct {
			Dir       string            `json:"dir"`
			Release   string            `json:"release"`
			Sound     bool              `json:"sound"`
			Problems  []publish.Problem `json:"problems"`
			Disagrees []string          `json:"disagreements"`
			Compared  []string          `json:"compared"`
			Skipped   []string          `json:"not_compared"`
			Figures   int               `json:"figures"`
		}{dir, v.Manifest.Release, v.Sound(), notNil(v.Problems), notNil(v.Disagrees), notNil(v.Compared), notNil(v.Skipped), v.Figures})
	}
	if a.quiet {
		return nil
	}
	w := &lines{to: a.Out}
	for _, p := range v.Problems {
		w.say("%s", p)
	}
	for _, d := range v.Disagrees {
		w.say("%s", d)
	}
	for _, s := range v.Skipped {
		w.say("figures not compared: %s", s)
	}
	switch {
	case v.Sound() && len(v.Compared) > 1:
		w.say("%s: sound: %s as published, %s equal in %s", dir, count(len(v.Manifest.Outputs), "file"), count(v.Figures, "figure"), count(len(v.Compared), "file"))
	case v.Sound():
		w.say("%s: sound: %s as published; no second file to compare figures with", dir, count(len(v.Manifest.Outputs), "file"))
	}
	return w.err
}

func notNil[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
