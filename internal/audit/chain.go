package audit

import (
	"context"
	"errors"
	"path"
	"path/filepath"
	"strings"

	"nianbao/internal/message"
	"nianbao/internal/publish"
	"nianbao/internal/stat"
)

// Kept is one build of a release in a history.
type Kept struct {
	publish.Past
	Period   stat.Period
	Problems []publish.Problem   // what is wrong with it; nil if it is whole
	Changes  *publish.Difference // against the one before; nil for the first, and where one cannot be read
}

// Whole reports whether the build is as it was published, and follows on the one before.
func (k Kept) Whole() bool { return len(k.Problems) == 0 }

// chain goes through the builds of an edition, the oldest first, and remembers what the next is to follow on.
type chain struct {
	before publish.Past // the one before
	last   publish.Past // the last that is no draft
}

// chainAfter is the chain of what follows on a build that was removed, or on none.
func chainAfter(pruned publish.Past) chain { return chain{before: pruned, last: pruned} }

// follow says in what way a build does not follow on those before it, or is not the one that it is kept as; nil if it does.
func (c *chain) follow(p publish.Past) (broken *message.Text) {
	before := c.last
	if p.Manifest.Format == 1 { // which counted drafts as releases
		before = c.before
	}
	c.before = p
	if !p.Manifest.Draft() {
		c.last = p
	}
	m := p.Manifest
	switch {
	case p.Number == 0:
		return nil // its manifest cannot be believed
	case p.Err == nil && (m.Number != p.Number || m.Build != p.Build):
		return message.Of("its manifest calls it %s", m.Name())
	case m.Draft():
		return nil
	case before.Number > 0 && before.Name() == p.Name():
		return message.Of("two releases are called %s", p.Name())
	case before.Number > 0 && before.Compare(p) > 0:
		return message.Of("it is called %s, and %s is kept", p.Name(), before.Name())
	}
	if missing := gap(before, p); missing != "" {
		return message.Of("the release before it, %s, is missing", missing)
	}
	if p.Err != nil || before.Err != nil || m.Supersedes == before.Manifest.BuildDigest {
		return nil
	}
	if before.Number == 0 {
		return message.Plain("it supersedes a release, and there is none before it")
	}
	return message.Of("it supersedes another release than %s", before.Name())
}

// problems are what is wrong with a build's place among those before it, and with the folder that it stands in.
func (c *chain) problems(at, edition string, p publish.Past) []publish.Problem {
	var list []publish.Problem
	for _, wrong := range []*message.Text{c.follow(p), misplaced(at, edition, p)} {
		if wrong != nil {
			list = append(list, brokenChain(wrong))
		}
	}
	return list
}

// gap names what is missing between a build and the one before it, of which number and build are 0 if there is none. Of
// the last number it is not known how many builds there were.
func gap(before, p publish.Past) string {
	switch {
	case p.Number == before.Number && p.Build-before.Build > 1:
		return publish.Name(p.Number, p.Build-1)
	case p.Number != before.Number && p.Build > 1:
		return publish.Name(p.Number, p.Build-1)
	case p.Number-before.Number > 1:
		return publish.Name(p.Number-1, 1)
	}
	return ""
}

// misplaced says that a build is of another edition than the folder that it stands in; nil if it is of this one. At is the
// place that was looked in: what its own folders are called is for its owner to decide.
func misplaced(at, edition string, p publish.Past) *message.Text {
	m := p.Manifest
	folder := filepath.ToSlash(edition)
	period, err := stat.ParsePeriod(path.Base(folder))
	if p.Err != nil || err != nil {
		return nil
	}
	below := strings.Trim(strings.TrimPrefix(folder, filepath.ToSlash(filepath.Clean(at))), "/")
	area := path.Base(path.Dir(below))
	if m.Period == period.String() && (area == m.Area || area == ".") {
		return nil
	}
	return message.Of("it is an edition of %s for %s", m.Area, m.Period)
}

// Unsound says what is wrong with the releases of the edition that is published in a folder: one is not whole, does not
// follow on the one before it, or is of another area or period than the folder is called after. It is nil if nothing is.
func Unsound(ctx context.Context, edition string) (*message.Text, error) {
	list, err := historyOf(ctx, Folder(""), edition, stat.Period{})
	if err != nil {
		return nil, err
	}
	for _, k := range list {
		m := k.Manifest
		switch {
		case !k.Whole():
			return message.Of("%s: %s", k.Name(), k.Problems[0].Message()), nil
		case m.Period != filepath.Base(edition) || m.Area != filepath.Base(filepath.Dir(edition)):
			return message.Of("%s: %s", k.Name(), message.Of("it is an edition of %s for %s", m.Area, m.Period)), nil
		}
	}
	return nil, nil
}

// unpublished reports whether releases of an edition are kept, and none is published. One that a run that died has set
// aside is published again by the next run.
func unpublished(past []publish.Past) bool {
	if len(past) == 0 {
		return false
	}
	last := past[len(past)-1]
	return !last.Current && !strings.HasPrefix(filepath.Base(filepath.Dir(last.Dir)), ".")
}

// unreadable is the problem of a release whose manifest cannot be believed.
func unreadable(err error) publish.Problem {
	detail := message.Of("it cannot be believed: %v", err)
	if errors.Is(err, publish.ErrNotFile) {
		detail = message.Of("%v; %s", detail, message.Plain(publish.Hint(err)))
	}
	return publish.Problem{Name: publish.ManifestName, Kind: publish.Changed, Detail: detail}
}

func brokenChain(detail *message.Text) publish.Problem {
	return publish.Problem{Name: publish.ManifestName, Kind: publish.Broken, Detail: detail}
}

func nonePublished() publish.Problem {
	return brokenChain(message.Plain("none is published, and earlier releases are kept"))
}
