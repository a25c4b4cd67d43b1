package edition

import (
	"cmp"
	"reflect"
	"slices"
	"strconv"
	"sync"

	"nianbao/internal/stat"
)

// digester collects values, written so that different ones are written differently.
type digester struct {
	written []byte
	facts   map[uintptr]span // where each fact stands that was written: it is pointed to from several places
}

// digesters are kept for the room they have.
var digesters = sync.Pool{New: func() any { return &digester{facts: map[uintptr]span{}} }}

// span is a part of what was written.
type span struct{ from, to int }

// plan writes a value of one type. What the type alone decides is decided once.
type plan func(*digester, reflect.Value)

var placeType, findingType, factType = reflect.TypeFor[stat.Place](), reflect.TypeFor[stat.Finding](), reflect.TypeFor[stat.Fact]()

var editionPlan = sync.OnceValue(func() plan { return planner{}.plan(reflect.TypeFor[Edition]()) })

// planner makes plans, one of each type. No type contains itself, by a pointer or a list either: its plan would never be
// done.
type planner map[reflect.Type]plan

func (p planner) plan(t reflect.Type) plan {
	if made, ok := p[t]; ok {
		return made
	}
	made := p.make(t)
	p[t] = made
	return made
}

func (p planner) make(t reflect.Type) plan {
	switch t.Kind() {
	case reflect.Pointer:
		return p.pointer(t)
	case reflect.Interface:
		return p.dynamic
	case reflect.Struct:
		return p.fields(t)
	case reflect.Slice, reflect.Array:
		return p.elements(t)
	case reflect.Map:
		return p.entries(t)
	case reflect.String:
		return func(d *digester, v reflect.Value) { d.text(v.String()) }
	case reflect.Bool:
		return func(d *digester, v reflect.Value) { d.written = append(strconv.AppendBool(d.written, v.Bool()), '\n') }
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return func(d *digester, v reflect.Value) {
			d.written = append(strconv.AppendUint(d.written, v.Uint(), 10), '\n')
		}
	default: // an edition holds no other kind than whole numbers; any other panics
		return func(d *digester, v reflect.Value) {
			d.written = append(strconv.AppendInt(d.written, v.Int(), 10), '\n')
		}
	}
}

func (p planner) pointer(t reflect.Type) plan {
	write := p.plan(t.Elem())
	if t.Elem() == factType {
		write = once(write)
	}
	return func(d *digester, v reflect.Value) {
		if v.IsNil() {
			d.head("nil", 0)
			return
		}
		write(d, v.Elem())
	}
}

// once repeats what was written of a fact before.
func once(write plan) plan {
	return func(d *digester, v reflect.Value) {
		at := v.Addr().Pointer()
		if before, ok := d.facts[at]; ok {
			d.written = append(d.written, d.written[before.from:before.to]...)
			return
		}
		from := len(d.written)
		write(d, v)
		d.facts[at] = span{from, len(d.written)}
	}
}

// dynamic writes what an interface holds. Only the arguments of findings are of any type.
func (planner) dynamic(d *digester, v reflect.Value) {
	if v.IsNil() {
		d.head("nil", 0)
		return
	}
	t := v.Elem().Type()
	d.text(t.String())
	planner{}.plan(t)(d, v.Elem())
}

// fields leaves out where in the files something stands, except of findings.
func (p planner) fields(t reflect.Type) plan {
	type field struct {
		index int
		write plan
	}
	fields := make([]field, 0, t.NumField())
	for i := range t.NumField() {
		if one := t.Field(i).Type; one != placeType || t == findingType {
			fields = append(fields, field{i, p.plan(one)})
		}
	}
	var head digester
	head.head("struct", t.NumField())
	return unlessZero(t, func(d *digester, v reflect.Value) {
		d.written = append(d.written, head.written...)
		for _, f := range fields {
			f.write(d, v.Field(f.index))
		}
	})
}

// unlessZero knows what is written of a zero value, which most texts and quantities of an edition are.
func unlessZero(t reflect.Type, write plan) plan {
	var zero digester
	write(&zero, reflect.Zero(t))
	return func(d *digester, v reflect.Value) {
		if v.IsZero() {
			d.written = append(d.written, zero.written...)
			return
		}
		write(d, v)
	}
}

func (p planner) elements(t reflect.Type) plan {
	write := p.plan(t.Elem())
	return func(d *digester, v reflect.Value) {
		d.head("list", v.Len())
		for i := range v.Len() {
			write(d, v.Index(i))
		}
	}
}

// entries writes a map in the order of its keys, which are texts.
func (p planner) entries(t reflect.Type) plan {
	write := p.plan(t.Elem())
	return func(d *digester, v reflect.Value) {
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return cmp.Compare(a.String(), b.String()) })
		d.head("map", len(keys))
		for _, k := range keys {
			d.text(k.String())
			write(d, v.MapIndex(k))
		}
	}
}

func (d *digester) text(s string) {
	d.written = append(d.written, "text "...)
	d.written = append(strconv.AppendInt(d.written, int64(len(s)), 10), '\n')
	d.written = append(append(d.written, s...), '\n')
}

func (d *digester) head(kind string, n int) {
	d.written = append(append(d.written, kind...), ' ')
	d.written = append(strconv.AppendInt(d.written, int64(n), 10), '\n')
}
