package audit

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// objectsOf are the objects of a list.
func objectsOf(v any) []object {
	list, _ := v.([]any)
	var objects []object
	for _, item := range list {
		if o, ok := item.(object); ok {
			objects = append(objects, o)
		}
	}
	return objects
}

// some is a text of an object, "" if there is none.
func some(o object, name string) string {
	s, _ := o[name].(string)
	return s
}

// alike holds two things of JSON against each other: objects by the members that both have, lists of things with a name
// by that, texts, numbers and truths as they are written. What has another shape on each side is not compared.
type alike struct {
	*judge
	excused func(list, key string, extra bool) bool // whether a thing may be missing from, or be in, the first list alone
}

func (a alike) hold(what, name string, got, want any) {
	switch got := got.(type) {
	case object:
		want, ok := want.(object)
		if !ok {
			return
		}
		for _, member := range slices.Sorted(maps.Keys(got)) {
			if other, ok := want[member]; ok {
				a.hold(joinedName(what, member), member, got[member], other)
			}
		}
	case []any:
		if want, ok := want.([]any); ok {
			a.lists(what, name, got, want)
		}
	default:
		mine, scalar := written(got)
		other, also := written(want)
		if scalar && also && mine != other {
			a.disagree("%s is %q, want %q", what, mine, other)
		}
	}
}

func joinedName(what, member string) string {
	if what == "" {
		return member
	}
	return what + ": " + member
}

// written is a text, a number or a truth as a table has it.
func written(v any) (string, bool) {
	switch v := v.(type) {
	case string:
		return v, true
	case json.Number:
		return v.String(), true
	case bool:
		return fmt.Sprint(v), true
	}
	return "", false
}

func (a alike) lists(what, name string, got, want []any) {
	key := keyOf(got, want)
	if key == "" {
		a.inOrder(what, name, got, want)
		return
	}
	in := make(map[string]object, len(want))
	for _, o := range objectsOf(want) {
		in[some(o, key)] = o
	}
	shared := sharedNames(objectsOf(got), objectsOf(want))
	for _, o := range objectsOf(got) {
		id := some(o, key)
		thing := strings.TrimPrefix(what[:len(what)-len(name)]+singular(name)+" "+id, "fact ")
		other, ok := in[id]
		if !ok {
			if !a.excused(name, id, true) {
				a.disagree("%s: the document has none, or it stands twice", thing)
			}
			continue
		}
		delete(in, id)
		for _, member := range shared {
			if empty(o[member]) != empty(other[member]) {
				a.disagree("%s: only one has %s", thing, member)
			}
		}
		a.hold(thing, name, o, other)
	}
	for _, id := range slices.Sorted(maps.Keys(in)) {
		if !a.excused(name, id, false) {
			a.disagree("%s%s %s: it is missing", what[:len(what)-len(name)], singular(name), id)
		}
	}
}

// inOrder holds lists of things without names against each other by their places.
func (a alike) inOrder(what, name string, got, want []any) {
	if len(got) != len(want) {
		a.disagree("%s: %d, want %d", what, len(got), len(want))
		return
	}
	for i := range got {
		if name == "provenance" {
			a.members(what, got[i], want[i])
		}
		a.hold(what, name, got[i], want[i])
	}
}

// members holds that two objects have the same members.
func (a alike) members(what string, got, want any) {
	mine, ok := got.(object)
	other, also := want.(object)
	if !ok || !also {
		return
	}
	both := maps.Clone(mine)
	maps.Copy(both, other)
	for _, member := range slices.Sorted(maps.Keys(both)) {
		if empty(mine[member]) != empty(other[member]) {
			a.disagree("%s: only one has %s", what, member)
		}
	}
}

// singular is the name of one thing of a list.
func singular(list string) string { return strings.TrimSuffix(strings.TrimPrefix(list, "own_"), "s") }

// keyOf is the member that names the things of two lists; "" if there is none that all of them have.
func keyOf(lists ...[]any) string {
	for _, key := range []string{"code", "fact_id", "id"} {
		all := true
		for _, list := range lists {
			all = all && !slices.ContainsFunc(list, func(item any) bool {
				o, ok := item.(object)
				return !ok || some(o, key) == ""
			})
		}
		if all {
			return key
		}
	}
	return ""
}

// sharedNames are the members that some thing of each list has.
func sharedNames(got, want []object) []string {
	names := func(list []object) map[string]bool {
		in := map[string]bool{}
		for _, o := range list {
			for name := range o {
				in[name] = true
			}
		}
		return in
	}
	in := names(want)
	return slices.DeleteFunc(slices.Sorted(maps.Keys(names(got))), func(name string) bool { return !in[name] })
}

// empty reports whether a member says nothing, as one that is left out.
func empty(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case object:
		return !slices.ContainsFunc(slices.Collect(maps.Values(v)), func(v any) bool { return !empty(v) })
	case []any:
		return len(v) == 0
	case bool:
		return !v
	case json.Number:
		return v == "0"
	case string:
		return v == ""
	}
	return false
}
