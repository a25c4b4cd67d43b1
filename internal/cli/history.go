package cli

import (
	"cmp"
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"nianbao/internal/audit"
	"nianbao/internal/config"
	"nianbao/internal/message"
	"nianbao/internal/publish"
	"nianbao/internal/stat"

	"github.com/spf13/cobra"
)

func (a *app) historyCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "history AREA [PERIOD]",
		Short: "List an area's releases and their builds: number, digest, date, what changed, whole or damaged",
		Long: `List the releases of an area's editions in the output folder or store, by period, oldest first, and compare their files
with their manifests. r2 is the second release, r2.2 another build of it, in another language, look or format. Changes
are since the previous release or build: + added, - removed, ~ changed. Drafts are not listed. The exit code is 0 even
if one is damaged; to test that, use verify. AREA may be s3://BUCKET/PREFIX/AREA.`,
		Example: `  nianbao history example
  nianbao history example 2024-Q1 --json`,
		Args: cobra.RangeArgs(1, 2),
		RunE: func(c *cobra.Command, args []string) error { return a.history(c, args) },
	}
	config.Flags(c.Flags())
	return c
}

func (a *app) history(c *cobra.Command, args []string) error {
	settings, err := a.settings(c)
	if err != nil {
		return err
	}
	var period stat.Period
	if len(args) > 1 {
		if period, err = stat.ParsePeriod(args[1]); err != nil {
			return usageError{err}
		}
	}
	dir, area := settings.Output.Dir, args[0]
	if store, code := path.Split(area); strings.HasPrefix(area, "s3://") && len(store) > len("s3://") {
		dir, area = strings.TrimSuffix(store, "/"), code
	}
	if area == "" || filepath.Base(area) != area || area[0] == '.' {
		return usageError{message.Errorf("%q is not the code of an area; the folder is that of --output", area)}
	}
	place, err := a.place(dir)
	if err != nil {
		return err
	}
	list, err := audit.History(c.Context(), place, area, period)
	if err != nil {
		return err
	}
	return a.printHistory(area, list)
}

// keptRelease is what history --json prints of a release.
type keptRelease struct {
	Period      stat.Period       `json:"period"`
	Number      int               `json:"number"` // 0 where a manifest cannot be believed
	Build       int               `json:"build"`
	Content     string            `json:"content_digest"`
	Digest      string            `json:"build_digest"`
	Supersedes  string            `json:"supersedes"`
	ReleaseDate string            `json:"release_date"`
	Status      string            `json:"status"`
	Output      int               `json:"output_version"`
	Dir         string            `json:"dir"`
	Current     bool              `json:"current"`
	Whole       bool              `json:"whole"`
	Problems    []publish.Problem `json:"problems"`
	Changes     *changeCounts     `json:"changes"` // null for the first, and where a manifest cannot be read
}

type changeCounts struct {
	Figures       publish.Counts `json:"figures"`
	Texts         publish.Counts `json:"texts"`
	Content       publish.Counts `json:"content"`
	Inputs        publish.Counts `json:"inputs"`
	Configuration publish.Counts `json:"configuration"`
}

func keptOf(k audit.Kept) keptRelease {
	m := k.Manifest
	r := keptRelease{
		Period: k.Period, Number: k.Number, Build: k.Build, Content: m.ContentDigest, Digest: m.BuildDigest, Supersedes: m.Supersedes, ReleaseDate: m.ReleaseDate,
		Status: m.Status, Output: m.OutputVersion, Dir: k.Dir, Current: k.Current, Whole: k.Whole(), Problems: notNil(k.Problems),
	}
	if d := k.Changes; d != nil {
		r.Changes = &changeCounts{
			publish.Count(d.Figures), publish.Count(d.Texts), publish.Count(d.Content), publish.Count(d.Inputs), publish.Count(d.Configuration),
		}
	}
	return r
}

func (a *app) printHistory(area string, list []audit.Kept) error {
	if a.json {
		out := []keptRelease{}
		for _, k := range list {
			out = append(out, keptOf(k))
		}
		return a.printJSON(struct {
			Area     string        `json:"area"`
			Releases []keptRelease `json:"releases"`
		}{area, out})
	}
	if a.quiet {
		return nil
	}
	w := a.lines()
	for _, k := range list {
		keptOf(k).print(w)
	}
	return w.err
}

// counted gives counts as "+0 -0 ~1": added, removed, changed.
func counted(n publish.Counts) string {
	return fmt.Sprintf("+%d -%d ~%d", n.Added, n.Removed, n.Changed)
}

// print gives a line as "2024-Q1  r2  3f2a…  2024-05-02  final  whole  figures +0 -0 ~1, …"; of another build of a release,
// as r2.2, the settings that differ.
func (r keptRelease) print(w *lines) {
	state, changes := message.Of("whole"), message.Of("the first release")
	if !r.Whole {
		state = message.Of("damaged")
	}
	if r.Changes != nil {
		changes = message.Of("figures %s, sentences %s, other content %s, configuration %s",
			counted(r.Changes.Figures), counted(r.Changes.Texts), counted(r.Changes.Content), counted(r.Changes.Configuration))
	} else if r.Number != 1 || r.Build > 1 {
		changes = message.Of("not compared")
	}
	if r.Build > 1 {
		changes = message.Of("another build of it: %s", changes)
	}
	if r.Current {
		changes = message.Of("%s, published", changes)
	}
	date := message.Plain(cmp.Or(r.ReleaseDate, "no date"))
	w.say("%-8s %-5s %-12.12s %-10s %-5s %-7s %s", r.Period, publish.Name(r.Number, r.Build), r.Digest, date, message.Plain(r.Status), state, changes)
	w.some(len(r.Problems), func(i int) { w.say("  %s", r.Problems[i]) })
}
