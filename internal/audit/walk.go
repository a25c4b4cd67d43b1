package audit

import (
	"context"
	"errors"

	"nianbao/internal/message"
	"nianbao/internal/publish"
)

// Options are how editions are looked at.
type Options struct {
	Jobs     int                      // editions that are looked at side by side, at least 1
	Progress func(done, editions int) // called at first, and when all of an edition has been told; may be nil
}

// Walk verifies every release of a place, which is named at, and tells of each as soon as it is known: of one edition's
// folder the published release and the earlier ones, of an output folder those of all editions, by edition, oldest first.
// A draft is verified where its folder is named, and passed over elsewhere. Editions are looked at side by side; they are told of in their order, and nothing is kept of those that were. An error of tell ends the walk.
//
// The error is [publish.ErrNoManifest] if there is no release.
func Walk(ctx context.Context, place Place, at string, opt Options, tell func(*Verification) error) error {
	if found, err := walkPlace(ctx, place, at, opt, tell); found || err != nil {
		return err
	}
	v, err := verifyIn(ctx, place, publish.Past{Dir: at})
	if err != nil {
		return err
	}
	return tell(v)
}

// walkPlace is [Walk] of the editions of a place. It reports whether there are any.
func walkPlace(ctx context.Context, place Place, at string, opt Options, tell func(*Verification) error) (found bool, err error) {
	editions, err := place.Editions(ctx, "")
	if err != nil {
		return false, err
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	done, progress := 0, opt.Progress
	if progress == nil {
		progress = func(int, int) {}
	}
	if len(editions) > 0 {
		progress(0, len(editions))
	}
	verify := func(e string, tell func(*Verification)) error { return verifyEdition(ctx, place, at, e, tell) }
	for v := range inOrder(ctx, editions, max(opt.Jobs, 1), verify) {
		if v == (result{}) {
			done++
			progress(done, len(editions))
			continue
		}
		if v.err != nil {
			return true, v.err
		}
		if err := tell(v.verified); err != nil {
			return true, err
		}
	}
	return len(editions) > 0, ctx.Err()
}

// result is a verification, or why there is none; neither where an edition ends.
type result struct {
	verified *Verification
	err      error
}

// inOrder does the editions side by side, jobs at a time, and gives the results in the order of the editions. An edition
// whose results are not taken yet waits, so that few results are held.
func inOrder(ctx context.Context, editions []string, jobs int, do func(string, func(*Verification)) error) func(func(result) bool) {
	queue := make(chan chan result, jobs-1)
	go func() {
		defer close(queue)
		for _, e := range editions {
			results := make(chan result, 1)
			select {
			case queue <- results:
			case <-ctx.Done():
				return
			}
			go func() {
				defer close(results)
				err := func() (err error) {
					defer message.Caught(&err)
					return do(e, func(v *Verification) { send(ctx, results, result{verified: v}) })
				}()
				send(ctx, results, result{err: err})
			}()
		}
	}()
	return func(yield func(result) bool) {
		for results := range queue {
			for r := range results {
				if !yield(r) {
					return
				}
			}
		}
	}
}

// send gives a result to whoever takes it, unless the walk has ended.
func send(ctx context.Context, to chan<- result, r result) {
	select {
	case to <- r:
	case <-ctx.Done():
	}
}

// verifyEdition verifies the builds of an edition, and whether they follow on each other.
func verifyEdition(ctx context.Context, place Place, at, edition string, tell func(*Verification)) error {
	past, err := place.Releases(ctx, edition)
	if err != nil {
		return err
	}
	gone := unpublished(past)
	c := chainAfter(place.Pruned(edition))
	for i := range past {
		if err := ctx.Err(); err != nil {
			return message.Errorf("stopped before %s: %w", past[i].Dir, err)
		}
		v, err := verifyPast(ctx, place, edition, past[i])
		if err != nil {
			return err
		}
		v.Problems = append(v.Problems, c.problems(at, edition, past[i])...)
		past[i] = publish.Past{} // nothing more is to be said of it
		tell(v)
	}
	if gone {
		tell(&Verification{Dir: edition, Problems: []publish.Problem{nonePublished()}})
	}
	return nil
}

// verifyPast verifies a build of a list. One whose manifest cannot be believed is one with a problem. One that was moved
// since the list was made is looked for where it went.
func verifyPast(ctx context.Context, place Place, edition string, p publish.Past) (*Verification, error) {
	if p.Err != nil {
		return doubted(p, p.Err), nil
	}
	v, err := verifyIn(ctx, place, p)
	if err == nil {
		return v, nil
	}
	if now, listErr := place.Releases(ctx, edition); listErr == nil {
		for _, other := range now {
			if same(other, p) && other.Dir != p.Dir {
				return verifyIn(ctx, place, other)
			}
		}
	}
	if errors.Is(err, publish.ErrNoManifest) || errors.Is(err, publish.ErrManifest) {
		return doubted(p, err), nil
	}
	return nil, err
}

// same reports whether two entries of lists are of one build.
func same(a, b publish.Past) bool {
	return a.Err == nil && b.Err == nil && a.Name() == b.Name() && a.Manifest.BuildDigest == b.Manifest.BuildDigest
}

// doubted is a build whose manifest cannot be believed.
func doubted(p publish.Past, err error) *Verification {
	return &Verification{Dir: p.Dir, Number: p.Number, Build: p.Build, Problems: []publish.Problem{unreadable(err)}}
}
