package cli

import (
	"nianbao/internal/licence"

	"github.com/spf13/cobra"
)

func (a *app) licencesCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "licenses",
		Short: "Print the licences of the program and of all that is in it",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			w := a.lines()
			w.put(licence.Notice())
			return w.err
		},
	}
}
