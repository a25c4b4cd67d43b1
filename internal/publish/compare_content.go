package publish

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/message"
)

// contentChanges lists what differs in what two releases of one edition say, beside figures and sentences: by the path of
// its names, as area.sources.bulletin.title.en. Values are JSON. Format 1 does not tell.
func contentChanges(old, now Manifest) ([]Change[string], error) {
	c := contentComparison{list: []Change[string]{}}
	if old.Format == 1 || now.Format == 1 || old.Area != now.Area || old.Period != now.Period {
		return c.list, nil
	}
	was, err := object(old.Content)
	if err != nil {
		return nil, err
	}
	is, err := object(now.Content)
	if err != nil {
		return nil, err
	}
	c.compare(nil, was, is)
	return c.list, nil
}

func object(data []byte) (any, error) {
	var v any
	d := json.NewDecoder(bytes.NewReader(raw(data, "{}")))
	d.UseNumber()
	if err := d.Decode(&v); err != nil {
		return nil, message.Errorf("%s: content: %w", ManifestName, err)
	}
	return v, nil
}

// contentComparison goes through two contents side by side.
type contentComparison struct {
	list []Change[string]
}

// compare notes the differences below a path. Nil is nothing.
func (c *contentComparison) compare(path []string, old, now any) {
	if toldElsewhere(path, old == nil || now == nil) {
		return
	}
	was, wasMap := members(old)
	is, isMap := members(now)
	if !wasMap || !isMap {
		if o, n := inJSON(old), inJSON(now); o == nil || n == nil || *o != *n {
			c.list = append(c.list, Change[string]{strings.Join(path, "."), o, n})
		}
		return
	}
	all := maps.Clone(was)
	maps.Copy(all, is)
	for _, key := range slices.Sorted(maps.Keys(all)) {
		c.compare(append(slices.Clip(path), key), was[key], is[key])
	}
}

// toldElsewhere reports whether a difference is one of figures or of sentences.
func toldElsewhere(path []string, one bool) bool {
	switch {
	case len(path) < 2:
		return false
	case path[0] == "facts" && len(path) == 2:
		return one
	case path[0] == "facts" && len(path) == 3:
		return slices.Contains([]string{"obs_value", "unit_measure", "unit_mult", "obs_status", "qualifier", "operator"}, path[2])
	case path[0] == "sentences":
		return len(path) == 2 && one || len(path) == 3 && path[2] == "template"
	}
	return false
}

// members gives what an object or a list has, by name: of a list by the name that its members give themselves, or by
// their place in it.
func members(v any) (map[string]any, bool) {
	switch v := v.(type) {
	case map[string]any:
		return v, true
	case []any:
		all := map[string]any{}
		for i, one := range v {
			name := nameOf(one, i)
			if _, taken := all[name]; taken {
				name += " " + strconv.Itoa(i+1)
			}
			all[name] = one
		}
		return all, true
	}
	return nil, false
}

func nameOf(v any, at int) string {
	if one, ok := v.(map[string]any); ok {
		for _, key := range []string{"fact_id", "code", "id"} {
			if name, ok := one[key].(string); ok {
				return name
			}
		}
	}
	return strconv.Itoa(at + 1)
}

// inJSON gives a value in JSON; nil for nothing.
func inJSON(v any) *string {
	if v == nil {
		return nil
	}
	data, err := json.Marshal(v)
	text := string(data)
	if err != nil { // what was read as JSON can be written as such
		text = err.Error()
	}
	return &text
}
