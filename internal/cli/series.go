package cli

import (
	"bufio"
	"context"
	"io"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/audit"
	"nianbao/internal/config"
	"nianbao/internal/message"
	"nianbao/internal/tidy"
	"nianbao/internal/workbook"

	"github.com/spf13/cobra"
)

func (a *app) seriesCommand() *cobra.Command {
	var s series
	c := &cobra.Command{
		Use:   "series AREA…",
		Short: "Write all periods of areas as one table, with every release that gave a figure",
		Long: `Put the figures of all releases of areas in the output folder or store, also of earlier ones, into one table: the
columns of the file …-data.csv, a row for each figure as each release gave it. The columns edition, release and released
tell these apart. With --wide, the table has one row for an indicator and a column for each period, with the figures of the
last release of the latest edition that gives them.

The table is CSV on standard output, or a file with --to, whose name ends with .csv or .xlsx. AREA can be a pattern, as
'county-*'. Releases without a file of the data are named on standard error and left out. Drafts are no releases.`,
		Example: `  nianbao series example > example.csv
  nianbao series 'county-*' --to counties.csv
  nianbao series example saibei --wide --to series.xlsx`,
		Args:   cobra.MinimumNArgs(1),
		PreRun: a.heap,
		RunE:   func(c *cobra.Command, args []string) error { return a.series(c, args, s) },
	}
	config.Flags(c.Flags())
	c.Flags().BoolVar(&s.wide, "wide", false, "one row for an indicator, one column for a period")
	c.Flags().StringVar(&s.to, "to", "", "file to write, ending with .csv or .xlsx; default: CSV on standard output")
	return c
}

// series is what is written, and what became of it.
type series struct {
	wide bool
	to   string

	releases int
	rows     int
}

func (a *app) series(c *cobra.Command, patterns []string, s series) error {
	settings, err := a.settings(c)
	if err != nil {
		return err
	}
	ending := strings.ToLower(filepath.Ext(s.to))
	switch {
	case s.to == "" && a.json:
		return usageError{message.Errorf("--json prints a summary, and the table goes to standard output too: name a file with --to")}
	case s.to != "" && ending != ".csv" && ending != ".xlsx":
		return usageError{message.Errorf("--to %q: want a name that ends with .csv or .xlsx", s.to)}
	}
	place, err := a.place(settings.Output.Dir)
	if err != nil {
		return err
	}
	areas, err := matching(c.Context(), place, patterns)
	if err != nil {
		return err
	}
	collect := func(write func([]string) error) error { return a.collect(c.Context(), place, areas, &s, write) }
	switch {
	case s.to == "":
		return collectCSV(a.Out, settings.CSV.BOM, collect)
	case ending == ".csv":
		err = replaceFile(s.to, func(to io.Writer) error { return collectCSV(to, settings.CSV.BOM, collect) })
	default:
		err = replaceFile(s.to, func(to io.Writer) error { return collectBook(to, collect) })
	}
	if err != nil {
		return err
	}
	return a.printSeries(s, len(areas))
}

// matching lists the areas that the patterns match, in their order. What is no pattern stands for itself, so that an area
// without releases is named as such.
func matching(ctx context.Context, place audit.Place, patterns []string) ([]string, error) {
	known, err := audit.Areas(ctx, place)
	if err != nil {
		return nil, err
	}
	var areas []string
	for _, p := range patterns {
		some := []string{p}
		switch isPattern := strings.ContainsAny(p, "*?["); {
		case isPattern:
			if some, err = matched(known, p); err != nil {
				return nil, err
			}
		case p == "" || filepath.Base(p) != p || p[0] == '.':
			return nil, usageError{message.Errorf("%q is not the code of an area; the folder is that of --output", p)}
		}
		if len(some) == 0 {
			return nil, &audit.NoHistoryError{Place: place, Area: p, Has: known}
		}
		for _, area := range some {
			if !slices.Contains(areas, area) {
				areas = append(areas, area)
			}
		}
	}
	return areas, nil
}

// matched are the areas that a pattern matches.
func matched(known []string, pattern string) (areas []string, err error) {
	for _, area := range known {
		ok, err := path.Match(pattern, area)
		if err != nil {
			return nil, usageError{message.Errorf("area pattern %q: %w", pattern, err)}
		}
		if ok {
			areas = append(areas, area)
		}
	}
	return areas, nil
}

// collect hands over the table of the areas, row by row.
func (a *app) collect(ctx context.Context, place audit.Place, areas []string, s *series, write func([]string) error) error {
	wide := tidy.NewWide()
	to := write
	if s.wide {
		to = wide.Add
	}
	table, err := tidy.NewSeries(to)
	if err != nil {
		return err
	}
	for _, area := range areas {
		err := audit.Vintages(ctx, place, area, func(v audit.Vintage) error {
			switch {
			case v.Lacks != nil:
				a.complain(message.Errorf("left out: %w", v.Lacks), "")
				return nil
			case s.wide && !v.Last:
				return nil
			}
			s.releases++
			return table.Add(tidy.SeriesOf{
				Edition: v.Period.String(), Release: strconv.Itoa(v.Number), Released: v.Manifest.ReleaseDate, Columns: v.Columns,
			}, v.Rows)
		})
		if err != nil {
			return err
		}
	}
	if s.releases == 0 {
		return message.Errorf("no release of %s has a file of the data: export with --format csv", strings.Join(areas, " "))
	}
	if s.rows = table.Rows; s.wide {
		s.rows = wide.Rows()
		return wide.Write(write)
	}
	return nil
}

func collectCSV(to io.Writer, bom bool, collect func(func([]string) error) error) error {
	out := bufio.NewWriter(to)
	write, flush := tidy.SeriesCSV(out, bom)
	for _, do := range []func() error{func() error { return collect(write) }, flush, out.Flush} {
		if err := do(); err != nil {
			return err
		}
	}
	return nil
}

func collectBook(to io.Writer, collect func(func([]string) error) error) error {
	book := workbook.Series{Program: "nianbao", Number: tidy.SeriesNumbers}
	if err := collect(book.Add); err != nil {
		return err
	}
	data, err := book.Write()
	if err == nil {
		_, err = to.Write(data)
	}
	return err
}

func (a *app) printSeries(s series, areas int) error {
	if a.json {
		return a.printJSON(struct {
			File     string `json:"file"`
			Areas    int    `json:"areas"`
			Releases int    `json:"releases"`
			Rows     int    `json:"rows"`
		}{s.to, areas, s.releases, s.rows})
	}
	if a.quiet {
		return nil
	}
	w := a.lines()
	w.say("%s: %s of %s, %s", s.to, count(s.rows, "%s row", "%s rows"), count(areas, "%s area", "%s areas"), count(s.releases, "%s release", "%s releases"))
	return w.err
}
