package merge

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"
	"go.yaml.in/yaml/v3"

	"nianbao/internal/dataset"
	"nianbao/internal/message"
	"nianbao/internal/stat"
	"nianbao/internal/yamledit"
)

// Target is a target that is set or changed. It is due when those of the edition usually are, see [stat.Period.Due].
type Target struct {
	Period   stat.Period // of the edition
	Code     string      // of the indicator
	Measure  stat.Measure
	Operator stat.Operator   // not that of a range
	Value    decimal.Decimal // in the indicator's unit and power of ten; of growth in per cent
}

// ID is the ID of the target's fact.
func (t Target) ID() string { return stat.Key(t.Code, string(t.Measure), t.Period.Due()) }

// Aim plans that an edition has a target. One that is there gets the new value and operator; all else of it stays.
func Aim(before *stat.Dataset, inputs []dataset.Input, t Target) (*Plan, error) {
	data, ok := before.Data(t.Period)
	if !ok {
		return nil, message.Errorf("%s has no figures yet: enter figures before targets", t.Period)
	}
	name := data.Place.File
	f, err := yamledit.Parse(dataset.Contents(inputs, name))
	if err != nil {
		return nil, err
	}
	now := slices.IndexFunc(data.Facts, func(f stat.Fact) bool { return f.ID == t.ID() })
	if now < 0 {
		err = aimNew(f, t)
	} else {
		err = aimAnew(f, &data.Facts[now], t)
	}
	if err != nil {
		return nil, message.Errorf("%s cannot be changed in %s: %v", t.ID(), name, err)
	}
	plan, err := replaced(before, inputs, name, f.Bytes())
	if err != nil {
		return nil, err
	}
	c := Change{Proposal: dataset.Proposal{Fact: t.ID(), Edition: t.Period, Changes: dataset.ValueChange}, File: name}
	rest := data.Facts
	if now >= 0 {
		c.Before, rest = &data.Facts[now], except(rest, now)
	}
	after, _ := plan.After.Data(t.Period)
	is := slices.IndexFunc(after.Facts, func(f stat.Fact) bool { return f.ID == t.ID() })
	if is >= 0 {
		c.After = &after.Facts[is]
		if !c.After.Quantity.Value.Equal(t.Value) || c.After.Target.Operator != t.Operator || !alike(rest, except(after.Facts, is)) {
			is = -1
		}
	}
	if is < 0 {
		return nil, message.Errorf("%s would not become what is proposed: enter it in the file by hand", t.ID())
	}
	if c.Before != nil && c.Before.Target.Operator == t.Operator && same(c.Before.Figure, c.After.Figure) {
		return &Plan{Before: before, After: before}, nil
	}
	plan.Changes = []Change{c}
	return plan, nil
}

// alike reports whether two lists have the same facts with the same figures.
func alike(a, b []stat.Fact) bool {
	return slices.EqualFunc(a, b, func(a, b stat.Fact) bool { return a.ID == b.ID && same(a.Figure, b.Figure) })
}

// except are all facts but one.
func except(facts []stat.Fact, i int) []stat.Fact { return slices.Delete(slices.Clone(facts), i, i+1) }

// aimNew adds a target to those of the file.
func aimNew(f *yamledit.File, t Target) error {
	const section = "targets"
	path, key, text := section+"."+t.Code, strings.TrimPrefix(string(t.Measure), "target_"), stat.Plain(t.Value)
	if t.Operator != stat.Equal {
		text = "{value: " + text + ", operator: " + string(t.Operator) + "}"
	}
	switch {
	case f.Has(path + "." + key): // of another year
		return f.AddElement(path+"."+key, text)
	case f.Has(path):
		return f.Set(path+"."+key, text)
	default:
		return addEntry(f, section, t.Code, "{"+key+": "+text+"}", before(t.Code, f.Keys(section)))
	}
}

// aimAnew changes a target that the file has.
func aimAnew(f *yamledit.File, was *stat.Fact, t Target) error {
	path := was.Place.Path
	switch {
	case was.Target.Operator == stat.Within:
		return message.Errorf("the target is a range")
	case f.Kind(path) != yaml.MappingNode && t.Operator == stat.Equal:
		return f.Set(path, stat.Plain(t.Value))
	case f.Kind(path) != yaml.MappingNode:
		return f.Set(path, "{value: "+stat.Plain(t.Value)+", operator: "+string(t.Operator)+"}")
	}
	e := editor{file: f, path: path}
	if t.Operator != stat.Around && f.Has(path+".tolerance") {
		if err := f.Remove(path + ".tolerance"); err != nil {
			return err
		}
	}
	if err := f.Set(path+".value", stat.Plain(t.Value)); err != nil {
		return err
	}
	return e.put("operator", string(t.Operator), t.Operator == stat.Equal)
}
