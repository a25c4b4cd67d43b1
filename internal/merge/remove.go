package merge

import (
	"slices"
	"strings"

	"nianbao/internal/dataset"
	"nianbao/internal/message"
	"nianbao/internal/stat"
	"nianbao/internal/yamledit"
)

// Remove plans that figures of a period are taken out of its file, as if they had never been entered. No other figure changes.
func Remove(before *stat.Dataset, inputs []dataset.Input, period stat.Period, ids []string) (*Plan, error) {
	plan := &Plan{Before: before, After: before}
	for _, id := range ids {
		one, err := remove(plan.After, inputs, period, id)
		if err != nil {
			return nil, err
		}
		if one == nil {
			continue
		}
		inputs = dataset.With(inputs, one.Files)
		plan.Files, plan.After, plan.Changes = one.Files, one.After, append(plan.Changes, one.Changes...)
	}
	return plan, nil
}

// remove plans that one figure is taken out; nil if there is none.
func remove(before *stat.Dataset, inputs []dataset.Input, period stat.Period, id string) (*Plan, error) {
	data, ok := before.Data(period)
	if !ok {
		return nil, nil
	}
	i := slices.IndexFunc(data.Facts, func(f stat.Fact) bool { return f.ID == id })
	if i < 0 {
		return nil, nil
	}
	fact := &data.Facts[i]
	f, err := yamledit.Parse(dataset.Contents(inputs, data.Place.File))
	if err == nil {
		err = takeOut(f, fact.Place.Path)
	}
	if err != nil {
		return nil, message.Errorf("%s cannot be changed in %s: %v", id, data.Place.File, err)
	}
	plan, err := replaced(before, inputs, data.Place.File, f.Bytes())
	if err != nil {
		return nil, err
	}
	after, _ := plan.After.Data(period)
	if after == nil || !alike(except(data.Facts, i), after.Facts) {
		return nil, message.Errorf("%s would not become what is proposed: enter it in the file by hand", id)
	}
	plan.Changes = []Change{{Proposal: dataset.Proposal{Fact: id, Edition: period}, File: data.Place.File, Before: fact}}
	return plan, nil
}

// takeOut takes a figure out of an entry: a key of a map with others, or the second of two numbers. A target can be the last of
// its entry, and its entry the last of them.
func takeOut(f *yamledit.File, path string) error {
	if list, ok := strings.CutSuffix(path, "[1]"); ok && f.Len(list) == 2 {
		first, err := f.Source(list + "[0]")
		if err != nil {
			return err
		}
		return f.Set(list, first)
	}
	for strings.HasPrefix(path, "targets.") {
		if strings.HasSuffix(path, "]") {
			return f.RemoveElement(path)
		}
		entry := path[:strings.LastIndexByte(path, '.')]
		if len(f.Keys(entry)) > 1 {
			break
		}
		path = entry
	}
	return f.Remove(path)
}
