package audit

import (
	"fmt"

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
	begun  bool
}

// follow says in what way a build does not follow on those before it, or is not the one that it is kept as; "" if it does.
func (c *chain) follow(p publish.Past) (broken string) {
	before, last, begun := c.before, c.last, c.begun
	c.before, c.begun = p, true
	if !p.Manifest.Draft() {
		c.last = p
	}
	m := p.Manifest
	switch {
	case p.Number == 0:
		return "" // its manifest cannot be believed
	case p.Err == nil && (m.Number != p.Number || m.Build != p.Build):
		return fmt.Sprintf("its manifest calls it %s", m.Name())
	case begun && before.Number > 0 && before.Name() == p.Name():
		return fmt.Sprintf("two releases are called %s", p.Name())
	case begun && after(before, p):
		return fmt.Sprintf("it is called %s, and %s is kept", p.Name(), before.Name())
	}
	if missing := gap(before, p); missing != "" {
		return fmt.Sprintf("the release before it, %s, is missing", missing)
	}
	if m.Format == 1 { // which counted drafts as releases
		last = before
	}
	if p.Err != nil || last.Err != nil || m.Supersedes == last.Manifest.BuildDigest {
		return ""
	}
	if last.Number == 0 {
		return "it supersedes a release, and there is none before it"
	}
	return fmt.Sprintf("it supersedes another release than %s", last.Name())
}

// after reports whether a build is a later one than another, by their names.
func after(one, than publish.Past) bool {
	return one.Number > than.Number || one.Number == than.Number && one.Build > than.Build
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

// unreadable is the problem of a release whose manifest cannot be believed.
func unreadable(err error) publish.Problem {
	return publish.Problem{Name: publish.ManifestName, Kind: publish.Changed, Detail: "it cannot be believed: " + err.Error()}
}

func brokenChain(detail string) publish.Problem {
	return publish.Problem{Name: publish.ManifestName, Kind: publish.Broken, Detail: detail}
}
