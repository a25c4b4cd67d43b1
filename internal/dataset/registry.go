package dataset

import (
	"cmp"
	"regexp"

	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// registry holds the codes that one sort of thing goes by, and where each is declared.
type registry struct {
	noun    string // what messages call a thing of this sort
	index   map[string]stat.Place
	order   []string
	partial bool                            // not all declarations were understood, so that an unknown code proves nothing
	beyond  func(code string) *message.Text // proposes one that a use would declare in place of another; nil if there is none
}

func newRegistry(noun string, size int) *registry {
	return &registry{noun: noun, index: make(map[string]stat.Place, size), order: make([]string, 0, size)}
}

func (r *registry) add(code string, at stat.Place) {
	if _, ok := r.index[code]; !ok {
		r.order = append(r.order, code)
	}
	r.index[code] = at
}

func (r *registry) has(code string) bool {
	_, ok := r.index[code]
	return ok
}

var unitForm = regexp.MustCompile(`^[A-Z][A-Z0-9_]*$`)

// define declares a code.
func (b *binder) define(r *registry, code string, at stat.Place) {
	b.coded(code, at)
	r.add(code, at)
}

// coded holds a code against the form of codes.
func (b *binder) coded(code string, at stat.Place) {
	if code != "" && !stat.IsCode(code) {
		b.add(at, "code %q: want lower-case letters, digits and dashes, a letter first", clip(code))
	}
}

// resolve reports whether a code is declared, and a fault if it is not. An empty code has been reported as
// missing already, or is optional.
func (b *binder) resolve(r *registry, code string, at stat.Place) bool {
	if code == "" || r.has(code) {
		return code != ""
	}
	if !r.partial {
		instead := b.instead(code, r.order)
		if r.beyond != nil && b.met < suggestionsUpTo && nearest(code, r.order) == "" {
			instead = cmp.Or(r.beyond(code), instead)
		}
		b.add(at, "unknown %s %q%s", message.Plain(r.noun), clip(code), instead)
	}
	return false
}
