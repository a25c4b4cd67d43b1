package audit

import (
	"context"
	"errors"
	"io/fs"

	"nianbao/internal/journal"
	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// Logged is what became of an area's log since it was written.
type Logged struct {
	Entries  []journal.Entry
	Problems []*message.Text // what is wrong with it; nil if nothing is
	Held     int             // entries of releases that were held against these
}

// Log reads the log in an area's folder, holds each line against the one before, and what it says of releases against those that
// a place still has. That lines are missing at its end cannot be seen: releases and edits come without the page too.
func Log(ctx context.Context, folder string, place Place, area string) (*Logged, error) {
	list, err := journal.Read(ctx, folder)
	l := &Logged{Entries: list}
	if err == nil {
		err = journal.Verify(list)
	}
	if err != nil {
		l.Problems = append(l.Problems, message.Of("%w", err))
		return l, nil
	}
	builds := map[string]map[string]string{} // digests of releases by edition and name
	for _, e := range list {
		if e.Act != journal.Published || e.Release == nil || e.Release.Draft {
			continue
		}
		of, ok := builds[e.Period]
		if !ok {
			if of, err = digestsOf(ctx, place, area, e.Period); err != nil {
				return l, err
			}
			builds[e.Period] = of
		}
		switch build, kept := of[e.Release.Name]; {
		case !kept: // it was pruned, or is in another place
		case build != e.Release.Build:
			l.Problems = append(l.Problems, message.Of("line %d says that %s of %s was published as %.12s, and it is %.12s", e.Number, e.Release.Name, e.Period, e.Release.Build, build))
		default:
			l.Held++
		}
	}
	return l, nil
}

// digestsOf are the digests of the builds of an edition that a place has, by name.
func digestsOf(ctx context.Context, place Place, area, period string) (map[string]string, error) {
	of := map[string]string{}
	if !stat.IsCode(area) {
		return of, nil
	}
	editions, err := place.Editions(ctx, area+"/"+period)
	if errors.Is(err, fs.ErrNotExist) { // nothing was published yet, or in another place
		return of, nil
	}
	for _, edition := range editions {
		past, err := place.Releases(ctx, edition)
		if err != nil {
			return of, err
		}
		for _, p := range past {
			if p.Err == nil {
				of[p.Name()] = p.Manifest.BuildDigest
			}
		}
	}
	return of, err
}
