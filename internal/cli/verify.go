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
		Long: `Hold the files of a release folder against their manifest, and the figures of the briefing, the workbook,
the CSV and the JSON against each other. A file the manifest does not list is mentioned and is no fault.`,
		Example: "  nianbao verify output/saibei/2023",
		Args:    cobra.ExactArgs(1),
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
			Figures   int               `json:"figures"`
		}{dir, v.Manifest.Release, v.Sound(), notNil(v.Problems), notNil(v.Disagrees), notNil(v.Compared), v.Figures})
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
	if v.Sound() {
		w.say("%s: sound: %d files as published, %d figures equal in %d files", dir, len(v.Manifest.Outputs), v.Figures, len(v.Compared))
	}
	return w.err
}

func notNil[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
