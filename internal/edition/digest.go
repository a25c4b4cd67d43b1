package edition

import (
	"crypto/sha256"
	"encoding/hex"
	"reflect"

	"nianbao/internal/stat"
)

// Digest is the SHA-256, in hexadecimal, over all that the edition says, but for where in the files it stands, which
// only findings tell: over all of its fields, and what they refer to in its look-ups. A file, an indicator or a
// milestone that the edition does not speak of leaves it as it was. Editions of the same data that are told of no
// earlier releases have the same.
func (e *Edition) Digest() string {
	d := digesters.Get().(*digester)
	defer digesters.Put(d)
	d.written = d.written[:0]
	clear(d.facts)
	editionPlan()(d, reflect.ValueOf(e.spoken()).Elem())
	sum := sha256.Sum256(d.written)
	return hex.EncodeToString(sum[:])
}

// spoken is the edition without what nothing of it refers to.
func (e *Edition) spoken() *Edition {
	refs, subjects := e.references(), map[string]bool{}
	for _, r := range e.Revisions {
		subjects[r.Fact.Subject] = true
	}
	for id := range refs {
		if f, ok := e.facts[id]; ok {
			subjects[f.Subject] = true
		}
	}
	only := *e
	only.facts = those(e.facts, func(id string) bool { return refs[id] })
	only.late = those(e.late, func(id string) bool { return refs[id] })
	only.names = those(e.names, func(code string) bool { return refs["@"+code] })
	only.dates = those(e.dates, func(code string) bool { return refs[code] })
	only.indicators = those(e.indicators, func(code string) bool { return subjects[code] })
	return &only
}

func those[T any](all map[string]T, wanted func(string) bool) map[string]T {
	some := map[string]T{}
	for key, one := range all {
		if wanted(key) {
			some[key] = one
		}
	}
	return some
}

// references are the facts that the edition has or can be asked for, and what its sentences refer to.
func (e *Edition) references() map[string]bool {
	refs := make(map[string]bool, 4*len(e.Facts)) // sentences name most of them in two ways
	for _, f := range e.Facts {
		refs[f.ID] = true
	}
	for _, t := range e.Themes {
		for _, r := range t.Rows {
			if r.Earlier != nil {
				refs[r.Earlier.ID] = true
			}
		}
	}
	for _, p := range e.Projects {
		for _, fig := range p.Figures {
			refs[fig.Fact] = true
		}
	}
	for _, sentences := range e.sentences {
		for _, s := range sentences {
			e.refer(s, refs)
		}
	}
	return refs
}

// refer adds what a sentence refers to, as it writes it and with the period that is meant.
func (e *Edition) refer(s stat.Sentence, refs map[string]bool) {
	for _, l := range stat.Langs() {
		tokens, _ := stat.ParseTemplate(s.Text.In(l)) // what does not parse is reported when it is worded
		for _, t := range tokens {
			if t.Ref != "" {
				refs[t.Ref], refs[e.FactID(s, t.Ref)] = true, true
			}
		}
	}
}
