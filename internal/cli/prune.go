package cli

import (
	"cmp"
	"errors"
	"os"
	"path/filepath"

	"nianbao/internal/audit"
	"nianbao/internal/bucket"
	"nianbao/internal/config"
	"nianbao/internal/message"
	"nianbao/internal/publish"

	"github.com/spf13/cobra"
)

func (a *app) pruneCommand() *cobra.Command {
	var keep int
	var yes bool
	c := &cobra.Command{
		Use:   "prune",
		Short: "List, and with --yes remove, what runs that died have left, and old releases",
		Long: `List what can be removed from the output folder: what killed runs have left, and with --keep N all but the latest N
releases of each edition, with all of their builds. Nothing is removed without --yes. The published release always
stays. No release of an edition is removed if one is not sound, if they do not all follow on each other, or if someone
has put files into an old one. A release that a killed run has set aside is put where earlier releases are kept.
In a store (s3://…), folders that nothing leads to are listed once they are a day old; releases are not.`,
		Example: `  nianbao prune
  nianbao prune --keep 3 --yes`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if keep < 0 || keep == 0 && c.Flags().Changed("keep") {
				return usageError{message.Errorf("--keep %d: want 1 or more; the published release is one of them", keep)}
			}
			return a.prune(c, keep, yes)
		},
	}
	config.OutputFlags(c.Flags())
	c.Flags().IntVar(&keep, "keep", 0, "releases of each edition to keep, the published one among them; without it all are kept")
	c.Flags().BoolVar(&yes, "yes", false, "remove what is listed")
	return c
}

// prune lists or removes what can be removed, under the lock of the output folder and of each area's.
func (a *app) prune(c *cobra.Command, keep int, yes bool) (err error) {
	settings, err := a.settings(c)
	if err != nil {
		return err
	}
	root := settings.Output.Dir
	if bucket.IsAddress(root) {
		return a.pruneStore(c, root, keep, yes)
	}
	entries, err := os.ReadDir(root)
	if err != nil {
		return err
	}
	unlock, err := publish.Lock(root, a.holder(c))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, unlock()) }()
	all := []publish.Waste{}
	for _, e := range entries {
		area := filepath.Join(root, e.Name())
		if info, err := os.Stat(area); err != nil || !info.IsDir() || e.Name()[0] == '.' {
			continue
		}
		found, err := a.pruneArea(c, area, keep, yes)
		if all = append(all, found...); err != nil {
			if yes { // what is gone by now is told
				err = errors.Join(err, a.printPruned(all, yes))
			}
			return err
		}
		if yes && len(found) > 0 && e.IsDir() { // no link
			_ = os.Remove(area) // succeeds only if it is empty
		}
	}
	return a.printPruned(all, yes)
}

// pruneStore lists or removes what runs have left in a store, which has no lock: runs under way are younger than a day.
func (a *app) pruneStore(c *cobra.Command, at string, keep int, yes bool) error {
	if keep > 0 {
		return usageError{message.Errorf("--keep is for folders: in a store all releases are kept")}
	}
	store, err := a.openStore(at)
	if err != nil {
		return err
	}
	all, err := store.Prune(c.Context(), yes)
	if err != nil {
		return err
	}
	return a.printPruned(append([]publish.Waste{}, all...), yes)
}

// pruneArea prunes the editions of an area. It gives what was, or would be, removed.
func (a *app) pruneArea(c *cobra.Command, area string, keep int, yes bool) (all []publish.Waste, err error) {
	editions, err := publish.EditionsIn(area)
	if err != nil || len(editions) == 0 {
		return nil, err
	}
	unlock, err := publish.Lock(area, a.holder(c)) // a shard of a batch locks its area alone
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, unlock()) }()
	for _, dir := range editions {
		if err := c.Context().Err(); err != nil {
			return all, err
		}
		found, err := publish.Clear(dir, yes)
		if all = append(all, found...); err != nil {
			return all, err
		}
		found, err = a.pruneReleases(c, dir, keep, yes)
		if all = append(all, found...); err != nil {
			return all, err
		}
	}
	return all, nil
}

// pruneReleases prunes the releases of an edition, if all that are there are sound.
func (a *app) pruneReleases(c *cobra.Command, dir string, keep int, yes bool) ([]publish.Waste, error) {
	if keep == 0 {
		return nil, nil
	}
	old, wrong, err := publish.Old(c.Context(), dir, keep)
	if err != nil || len(old) == 0 {
		return nil, err
	}
	unsound, err := audit.Unsound(c.Context(), dir)
	if err != nil {
		return nil, err
	}
	if wrong = cmp.Or(unsound, wrong); wrong != nil {
		a.warn(message.Of("%s: no release is removed: %s", dir, wrong))
		return nil, nil
	}
	return publish.Prune(c.Context(), dir, old, yes)
}

func (a *app) printPruned(all []publish.Waste, yes bool) error {
	if a.json {
		return a.printJSON(struct {
			Removed bool            `json:"removed"`
			Found   []publish.Waste `json:"found"`
		}{yes, all})
	}
	if a.quiet {
		return nil
	}
	w := a.lines()
	var bytes int64
	for _, one := range all {
		bytes += one.Bytes
		what := message.Of("left by a run that died or came second")
		if one.Release != "" {
			what = message.Of("release %s", one.Release)
		}
		w.say("%s: %s, %s bytes", one.Path, what, grouped(one.Bytes))
	}
	n := count(len(all), "%s folder", "%s folders")
	switch {
	case len(all) == 0:
		w.say("nothing to remove")
	case yes:
		w.say("removed: %s, %s bytes", n, grouped(bytes))
	default:
		w.say("to remove: %s, %s bytes; run again with --yes to remove them", n, grouped(bytes))
	}
	return w.err
}
