package cli

import (
	"context"
	"errors"
	"runtime"

	"nianbao/internal/batch"
	"nianbao/internal/config"
	"nianbao/internal/dataset"
	"nianbao/internal/export"
	"nianbao/internal/message"
	"nianbao/internal/publish"

	"github.com/spf13/cobra"
)

// batchFlags are the flags of nianbao batch that no other command has.
type batchFlags struct {
	areas []string
	jobs  int
	shard string
}

func (a *app) batchCommand() *cobra.Command {
	f := batchFlags{}
	c := &cobra.Command{
		Use:   "batch",
		Short: "Write the editions of many areas",
		Long: `Write the edition of every area that a pattern matches, several at a time, as export does it for one.
An area that fails does not stop the others. Published editions that have not changed are kept. To finish an
interrupted or partly failed run, run it again.

--shard I/N does part I of N, counted from 0. Only an area's name determines its part, so N
machines can share the work without communicating. They may use the same output folder or store.

Exit code 4 says that some areas failed; their reasons are listed at the end.`,
		Example: `  nianbao batch --areas 'county-*' --period 2024
  nianbao batch --areas 'hebei-*,hubei-*' --jobs 8 --output /srv/editions
  nianbao batch --shard "$JOB_COMPLETION_INDEX/10" --output s3://editions/2024`,
		Args:   cobra.NoArgs,
		PreRun: a.heap,
		RunE:   func(c *cobra.Command, _ []string) error { return a.batch(c, f) },
	}
	config.Flags(c.Flags())
	a.replaceFlag(c)
	_ = c.Flags().MarkHidden("area") // exists; the flag of this command is --areas
	c.Flags().StringSliceVar(&f.areas, "areas", []string{"*"}, "patterns of areas, with * ? and [a-f], separated by commas")
	c.Flags().IntVar(&f.jobs, "jobs", 0, "areas prepared at the same time, not counting those being published; 0: one per core")
	c.Flags().StringVar(&f.shard, "shard", "", "part of the areas to do, as 0/4 for the first of four")
	return c
}

func (a *app) batch(c *cobra.Command, f batchFlags) error {
	start := a.Now()
	if c.Flags().Changed("area") {
		return usageError{message.Errorf("--area is for one edition: name areas with --areas, which takes patterns")}
	}
	if f.jobs < 0 {
		return usageError{message.Errorf("--jobs %d: want 0 or more", f.jobs)}
	}
	job, err := a.job(c)
	if err != nil {
		return err
	}
	areas, err := f.choose(c.Context(), job.Config.AreasDir)
	if err != nil {
		return err
	}
	unlock, err := f.lock(job)
	if err != nil {
		return err
	}
	if f.jobs == 0 {
		f.jobs = runtime.GOMAXPROCS(0)
	}
	show := a.batchProgress(len(areas))
	job, opt := f.options(job)
	opt.Report = show.report
	tally, err := batch.Run(c.Context(), areas, opt, each(job))
	show.end()
	if unlockErr := unlock(); unlockErr != nil {
		err = errors.Join(err, export.StillLocked(err == nil, unlockErr))
	}
	s := batchSummary{
		Areas: tally.Areas, Done: tally.Done, Unchanged: tally.Unchanged, Left: tally.Left(), Shard: f.shard, Jobs: f.jobs,
		Duration: a.Now().Sub(start).Seconds(), Failed: failures(tally.Failed),
	}
	return errors.Join(a.printBatch(s), err)
}

// choose lists the areas to do.
func (f batchFlags) choose(ctx context.Context, dir string) ([]string, error) {
	var shard batch.Shard
	var err error
	if f.shard != "" {
		if shard, err = batch.ParseShard(f.shard); err != nil {
			return nil, usageError{err}
		}
	}
	folder, err := export.OpenAreas(ctx, dir)
	if err != nil {
		return nil, err
	}
	all, err := dataset.Areas(folder)
	if err != nil {
		return nil, err
	}
	chosen, err := batch.Choose(all, f.areas)
	if err != nil {
		return nil, usageError{err}
	}
	return shard.Keep(chosen), nil
}

// lock keeps other runs out of the output folder, unless this one does a part only: the other parts go on beside it,
// and each edition has a lock of its own.
func (f batchFlags) lock(job export.Job) (unlock func() error, err error) {
	if f.shard != "" {
		return func() error { return nil }, nil
	}
	return export.Lock(job)
}

// largestRound is how many areas wait for a disk together at most: more gain next to nothing, and take memory and
// open files.
const largestRound = 8

// options are how the batch of a job is run: one round of areas is on its way to the disk while the next one gathers. A
// store has no rounds.
func (f batchFlags) options(job export.Job) (export.Job, batch.Options) {
	if job.Store != nil {
		return job, batch.Options{Jobs: f.jobs, Publishing: f.jobs}
	}
	round := min(2*f.jobs, largestRound)
	job.Rounds = publish.NewRounds(round)
	return job, batch.Options{Jobs: f.jobs, Publishing: 2 * round}
}

// each does one area of a batch.
func each(job export.Job) batch.Do {
	return func(ctx context.Context, area string, made func()) (unchanged bool, err error) {
		one, settings := job, *job.Config
		settings.Area = area
		one.Config, one.Rendered = &settings, made
		result, err := export.Edition(ctx, one)
		if err != nil {
			return false, err
		}
		return result.Unchanged, nil
	}
}
