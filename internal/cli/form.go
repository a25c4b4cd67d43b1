package cli

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"

	"nianbao/internal/config"
	"nianbao/internal/dataset"
	"nianbao/internal/file"
	"nianbao/internal/form"
	"nianbao/internal/locale"
	"nianbao/internal/message"
	"nianbao/internal/stat"

	"github.com/spf13/cobra"
)

func (a *app) formCommand() *cobra.Command {
	var theme, to string
	c := &cobra.Command{
		Use:   "form AREA PERIOD",
		Short: "Write an Excel form to be filled in with the figures of a period",
		Long: `Write a form for the figures of one area and period, which an office fills in with Excel, WPS or LibreOffice and
"nianbao import" reads. It has a row for each indicator of the area, by chapter, with the unit and the figure of a year earlier, and
cells for value, growth, position, status, source, printed words and a note. What the data have already stands in it.
With --theme it has the indicators of one chapter, for the department that knows them.

The file is AREA-PERIOD-form.xlsx in the working directory unless --to names another. An existing file is never replaced.`,
		Example: `  nianbao form saibei 2024
  nianbao form saibei 2024 --theme economy --to economy.xlsx`,
		Args: cobra.ExactArgs(2),
		RunE: func(c *cobra.Command, args []string) error { return a.form(c, args[0], args[1], theme, to) },
	}
	config.AreaFlags(c.Flags())
	c.Flags().StringVar(&theme, "theme", "", "code of a chapter of the area's indicators: the form has only these")
	c.Flags().StringVar(&to, "to", "", "file to write; default: AREA-PERIOD-form.xlsx")
	return c
}

func (a *app) form(c *cobra.Command, area, when, theme, to string) error {
	period, err := stat.ParsePeriod(when)
	if err != nil {
		return usageError{message.Errorf("period %q: %w", when, err)}
	}
	ds, _, _, err := a.areaData(c, area)
	if err != nil {
		return err
	}
	f, err := form.New(ds, period, theme)
	if err != nil {
		return usageError{err}
	}
	words, err := locale.For(a.fileLang(), ds.Units)
	if err != nil {
		return err
	}
	data, err := f.Write(words)
	if err != nil {
		return err
	}
	if to == "" {
		to = strings.Join(slices.DeleteFunc([]string{area, period.String(), theme, "form.xlsx"}, func(s string) bool { return s == "" }), "-")
	}
	if err := writeNew(to, data); err != nil {
		return err
	}
	if a.json {
		return a.printJSON(struct {
			File string `json:"file"`
			Rows int    `json:"rows"`
		}{to, len(f.Rows)})
	}
	w := a.lines()
	if !a.quiet {
		w.say("wrote %s: %d rows to fill in; then run: nianbao import %s", to, len(f.Rows), to)
	}
	return w.err
}

// fileLang is the language of files that are written for the person at the terminal.
func (a *app) fileLang() stat.Lang {
	if a.lang == message.Chinese {
		return stat.Hans
	}
	return stat.En
}

// areaData reads the dataset of an area, and the folder of areas that it is in.
func (a *app) areaData(c *cobra.Command, area string) (*stat.Dataset, []dataset.Input, string, error) {
	settings, err := config.LoadForArea(c.Flags(), a.Env, config.DefaultFile)
	if err != nil {
		return nil, nil, "", err
	}
	ds, inputs, err := dataset.Load(file.Dir(c.Context(), settings.AreasDir), area)
	return ds, inputs, settings.AreasDir, err
}

// writeNew writes a file that is not there yet.
func writeNew(name string, data []byte) error {
	out, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return usageError{message.Errorf("%s exists already and may be filled in: move it away, or name another file with --to", name)}
	}
	if err != nil {
		return err
	}
	_, err = out.Write(data)
	if err = errors.Join(err, out.Close()); err != nil {
		return errors.Join(err, os.Remove(name))
	}
	return nil
}
