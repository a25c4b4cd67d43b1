package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/internal/areafile"
	"nianbao/internal/config"
	"nianbao/internal/dataset"
	"nianbao/internal/file"
	"nianbao/internal/intake"
	"nianbao/internal/message"
	"nianbao/internal/stat"

	"github.com/spf13/cobra"
)

// importing is what the command import is asked for.
type importing struct {
	write, despite bool
	area, period   string
}

func (a *app) importCommand() *cobra.Command {
	var in importing
	c := &cobra.Command{
		Use:   "import FILE…",
		Short: "Read filled-in forms, or an edited workbook or data.csv of an edition",
		Long: `Read forms that were filled in (nianbao form), the edited workbook of an edition, or its edited data.csv, and list what
they change: each figure before and after, with the cell that it comes from, and what the checks find in the changed data.
Nothing is written without --write. With it, only the changed values are replaced in the area's files; all else in them,
comments too, stays as it is.

A cell means one figure or is refused by its name, as 指标!F12; while one is refused, nothing is taken. A copy of the workbook
with a comment in each of these cells is written beside it, as FILE-errors.xlsx. Several forms of one area are taken together,
and two that differ on one figure are refused.`,
		Example: `  nianbao import saibei-2024-form.xlsx
  nianbao import economy.xlsx farming.xlsx --write`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error { return a.importFiles(c, args, in) },
	}
	config.AreaFlags(c.Flags())
	c.Flags().BoolVar(&in.write, "write", false, "write the changes into the area's files")
	c.Flags().BoolVar(&in.despite, "despite-findings", false, "write although the checks find new errors")
	c.Flags().StringVar(&in.area, "area", "", "refuse files of any other area")
	c.Flags().StringVar(&in.period, "period", "", "refuse files of any other period")
	return c
}

func (a *app) importFiles(c *cobra.Command, names []string, in importing) error {
	settings, err := config.LoadForArea(c.Flags(), a.Env, config.DefaultFile)
	if err != nil {
		return err
	}
	files, err := readFiles(c.Context(), names)
	if err != nil {
		return err
	}
	inputs := map[string][]dataset.Input{}
	imp, err := until(c.Context(), func() (*intake.Import, error) {
		return intake.Prepare(files, func(area string) ([]dataset.Input, error) {
			_, list, err := dataset.Load(file.Dir(c.Context(), settings.AreasDir), area)
			inputs[area] = list
			return list, err
		})
	})
	if errors.Is(err, context.Canceled) {
		return err
	}
	if err != nil {
		return importError{err}
	}
	if err := in.expected(imp); err != nil {
		return err
	}
	if len(imp.Problems) > 0 {
		return a.refuseImport(names, imp)
	}
	written := false
	blocked := imp.Blocks() && !in.despite
	if in.write && !blocked && len(imp.Plan.Files) > 0 {
		folder := filepath.Join(settings.AreasDir, imp.Area)
		if err := areafile.Replace(folder, inputs[imp.Area], imp.Plan.Files, a.holder(c), nil); err != nil {
			return err
		}
		written = true
	}
	if err := a.printImport(imp, written); err != nil {
		return err
	}
	if blocked {
		return importError{message.Errorf("the checks find errors in the changed data, and nothing is written: correct the figures, or accept the findings by adding --despite-findings")}
	}
	return nil
}

// until waits for a function that does not look at the context, no longer than the context lasts. After that the function may
// go on until the program ends, so it must write nothing.
func until[T any](ctx context.Context, do func() (T, error)) (T, error) {
	type result struct {
		value T
		err   error
	}
	done := make(chan result, 1)
	go func() {
		value, err := do()
		done <- result{value, err}
	}()
	select {
	case r := <-done:
		return r.value, r.err
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}

// importError marks an error of what was to be imported.
type importError struct{ error }

func (e importError) Unwrap() error { return e.error }

// expected holds files against the area and period that were asked for.
func (in importing) expected(imp *intake.Import) error {
	for _, r := range imp.Readings {
		period, err := stat.ParsePeriod(in.period)
		switch {
		case in.area != "" && r.Area != in.area:
			return importError{message.Errorf("%s is of area %s, not of %s", r.Name, r.Area, in.area)}
		case in.period != "" && err != nil:
			return usageError{message.Errorf("period %q: %w", in.period, err)}
		case in.period != "" && r.Period != period:
			return importError{message.Errorf("%s is of %s, not of %s", r.Name, r.Period, period)}
		}
	}
	return nil
}

// readFiles reads files. Two of one name in different folders are told apart by their folders.
func readFiles(ctx context.Context, names []string) ([]intake.File, error) {
	of := map[string]int{}
	for _, name := range names {
		of[filepath.Base(name)]++
	}
	var files []intake.File
	for _, name := range names {
		data, err := file.Read(ctx, name, intake.MaxFile)
		if err != nil {
			return nil, err
		}
		called := filepath.Base(name)
		if of[called] > 1 {
			called = name
		}
		files = append(files, intake.File{Name: called, Data: data})
	}
	return files, nil
}

// refuseImport lists what keeps files from being taken, and writes copies of the workbooks that say it in the cells. A copy that
// cannot be written is told after the list.
func (a *app) refuseImport(names []string, imp *intake.Import) error {
	w := &lines{to: a.Err, lang: a.lang}
	if !a.json {
		for _, p := range imp.Problems {
			w.say("  %s", located(len(imp.Readings), p.Origin, p.Msg))
		}
	}
	var marked []string
	for i, r := range imp.Readings {
		if !slices.ContainsFunc(imp.Problems, func(p intake.Problem) bool { return p.Origin.File == r.Name && p.Origin.Sheet != "" }) {
			continue
		}
		data, ok, err := r.Marked(imp.Problems, a.lang)
		if err == nil && ok {
			var name string
			if name, err = writeMarked(names[i], data); err == nil {
				marked = append(marked, name)
			}
		}
		if err != nil {
			w.say("no copy of %s with these remarks could be written: %v", names[i], err)
		}
	}
	if a.json {
		if err := a.printJSON(newRefusal(a.lang, imp, marked)); err != nil {
			return err
		}
	} else {
		for _, name := range marked {
			w.say("wrote %s, with these remarks in the cells", name)
		}
	}
	return importError{message.Errorf("cells that are not understood or do not fit: %d; nothing is taken", len(imp.Problems))}
}

// located puts the cell before what is said of it, and the file where there are several.
func located(files int, at dataset.Origin, msg *message.Text) *message.Text {
	place := at.String()
	if files > 1 && at.File != "" {
		place = at.File + " " + place
	}
	return message.Of("%s: %v", place, msg)
}

// writeMarked writes a copy beside a file, under a name that is not taken.
func writeMarked(name string, data []byte) (string, error) {
	stem := strings.TrimSuffix(name, filepath.Ext(name))
	for n := 1; ; n++ {
		to := stem + "-errors.xlsx"
		if n > 1 {
			to = fmt.Sprintf("%s-errors-%d.xlsx", stem, n)
		}
		if _, err := os.Lstat(to); err == nil {
			continue
		}
		return to, writeNew(to, data)
	}
}

// printImport lists what files change.
func (a *app) printImport(imp *intake.Import, written bool) error {
	if a.json {
		return a.printJSON(newImport(a.lang, imp, written))
	}
	if a.quiet {
		return nil
	}
	w := a.lines()
	for _, c := range imp.Plan.Changes {
		w.say("  %s  %s: %s", message.Plain(cellOf(len(imp.Readings), c.Origin)), message.Plain(c.Target()), c.Message())
	}
	for _, f := range imp.Findings {
		w.say("  %s %s: %s", severity(w.lang, f.Severity), f.Rule, inWords(w.lang, f.Message))
		if at := f.Origin.String(); at != "" {
			w.say("    %s", cellOf(len(imp.Readings), f.Origin))
		}
	}
	switch n := len(imp.Plan.Changes); {
	case n == 0:
		w.say("nothing differs from the data of %s", imp.Area)
	case written:
		w.say("changes written: %d, in %s", n, strings.Join(fileNames(imp.Plan.Files), ", "))
	default:
		w.say("changes: %d; nothing is written without --write", n)
	}
	return w.err
}

func cellOf(files int, at dataset.Origin) string {
	if files > 1 {
		return at.File + " " + at.String()
	}
	return at.String()
}

func fileNames(files []dataset.Input) []string {
	var names []string
	for _, f := range files {
		names = append(names, f.Name)
	}
	return names
}
