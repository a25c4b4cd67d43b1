package edition

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"reflect"
	"slices"
	"strconv"

	"nianbao/internal/stat"
)

// Digest is the SHA-256, in hexadecimal, over all that the edition says, but for where in the files it stands, which only
// findings tell: over all of its fields, and what they refer to in its look-ups. A file, an indicator or a milestone that the edition does not
// speak of leaves it as it was. Editions of the same data that are told of no earlier releases have the same.
func (e *Edition) Digest() string {
	d := &digester{}
	d.value(reflect.ValueOf(e.spoken()).Elem())
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
	some := maps.Clone(all)
	maps.DeleteFunc(some, func(key string, _ T) bool { return !wanted(key) })
	return some
}

// references are the facts that the edition has or can be asked for, and what its sentences refer to.
func (e *Edition) references() map[string]bool {
	refs := map[string]bool{}
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

// digester collects values, written so that different ones are written differently.
type digester struct{ written []byte }

var placeType, findingType = reflect.TypeFor[stat.Place](), reflect.TypeFor[stat.Finding]()

func (d *digester) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			d.head("nil", 0)
			return
		}
		if v.Kind() == reflect.Interface {
			d.text(v.Elem().Type().String())
		}
		d.value(v.Elem())
	case reflect.Struct:
		d.fields(v)
	case reflect.Slice, reflect.Array:
		d.head("list", v.Len())
		for i := range v.Len() {
			d.value(v.Index(i))
		}
	case reflect.Map:
		d.entries(v)
	case reflect.String:
		d.text(v.String())
	case reflect.Bool:
		d.written = append(strconv.AppendBool(d.written, v.Bool()), '\n')
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		d.written = append(strconv.AppendUint(d.written, v.Uint(), 10), '\n')
	default: // an edition holds no other kind than whole numbers; any other panics
		d.written = append(strconv.AppendInt(d.written, v.Int(), 10), '\n')
	}
}

func (d *digester) fields(v reflect.Value) {
	t := v.Type()
	d.head("struct", v.NumField())
	for i := range v.NumField() {
		if f := v.Field(i); f.Type() != placeType || t == findingType {
			d.value(f)
		}
	}
}

// entries writes a map in the order of its keys, which are texts.
func (d *digester) entries(v reflect.Value) {
	keys := v.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return cmp.Compare(a.String(), b.String()) })
	d.head("map", len(keys))
	for _, k := range keys {
		d.text(k.String())
		d.value(v.MapIndex(k))
	}
}

func (d *digester) text(s string) {
	d.head("text", len(s))
	d.written = append(append(d.written, s...), '\n')
}

func (d *digester) head(kind string, n int) {
	d.written = append(append(d.written, kind...), ' ')
	d.written = append(strconv.AppendInt(d.written, int64(n), 10), '\n')
}
