package intake

import (
	"errors"
	"fmt"
	"slices"

	"nianbao/internal/check"
	"nianbao/internal/dataset"
	"nianbao/internal/merge"
	"nianbao/internal/message"
	"nianbao/internal/reading"
	"nianbao/internal/stat"
	"nianbao/internal/tidy"
)

// Import is what files would change in an area's data.
type Import struct {
	Area     string
	Readings []*Reading
	Problems []Problem   // of all files; nothing is merged while there is one
	Plan     *merge.Plan // nil while there are problems
	Findings []Finding   // of the checks, that the changed data have and the present ones have not
}

// Finding is a finding of the checks on the changed data, with the cell of a figure that it is about.
type Finding struct {
	tidy.Finding
	Origin dataset.Origin // zero if it is about no changed figure
}

// Blocks reports whether a finding keeps an edition from being written.
func (i *Import) Blocks() bool {
	return slices.ContainsFunc(i.Findings, func(f Finding) bool { return f.Blocks() })
}

// Prepare reads files that are about one area and works out what they change. The loader gives the contents of the area's
// files.
func Prepare(files []File, load func(area string) ([]dataset.Input, error)) (*Import, error) {
	imp := &Import{}
	var inputs []dataset.Input
	var data *stat.Dataset // of the first file's area
	parse := func(area string) (*stat.Dataset, error) {
		if data != nil && data.Area.Code == area {
			return data, nil
		}
		in, err := load(area)
		if err != nil {
			return nil, err
		}
		d, err := dataset.Parse(in, area)
		if data == nil {
			inputs, data = in, d
		}
		return d, err
	}
	var proposals []dataset.Proposal
	for _, f := range files {
		r, err := Read(f, parse)
		if err != nil {
			return nil, err
		}
		if imp.Area != "" && r.Area != imp.Area {
			return nil, &MixedError{imp.Readings[0], r}
		}
		imp.Area = r.Area
		imp.Readings = append(imp.Readings, r)
		imp.Problems = append(imp.Problems, r.Problems...)
		proposals = append(proposals, r.Proposals...)
	}
	if len(imp.Problems) > 0 {
		return imp, nil
	}
	plan, err := merge.Make(imp.Area, inputs, proposals)
	var faults merge.Faults
	if errors.As(err, &faults) {
		for _, f := range faults {
			imp.Problems = append(imp.Problems, Problem(f))
		}
		return imp, nil
	}
	if err != nil {
		return nil, err
	}
	imp.Plan = plan
	return imp, imp.check()
}

// check finds what the checks say of the changed data and do not say of the present ones. An edition shows earlier periods
// too, so all from the first changed file on are checked.
func (i *Import) check() error {
	words, err := bothWords(i.Plan.After)
	if err != nil {
		return err
	}
	changed := func(data stat.PeriodData) bool {
		return slices.ContainsFunc(i.Plan.Files, func(f dataset.Input) bool { return f.Name == data.Place.File })
	}
	first := slices.IndexFunc(i.Plan.After.Periods, changed)
	if first < 0 {
		return nil
	}
	reader := reading.For(i.Plan.After.Units)
	opt := check.Options{Langs: []stat.Lang{stat.Hans, stat.En}, ReadPrinted: reader.Figure, ReadShare: reader.Share}
	known := map[string]bool{}
	for _, data := range i.Plan.Before.Periods {
		if data.Period.Compare(i.Plan.After.Periods[first].Period) < 0 {
			continue
		}
		for _, f := range check.Check(i.Plan.Before, data.Period, opt) {
			known[key(f)] = true
		}
	}
	for _, data := range i.Plan.After.Periods[first:] {
		for _, f := range check.Check(i.Plan.After, data.Period, opt) {
			if !known[key(f)] {
				known[key(f)] = true
				i.Findings = append(i.Findings, Finding{tidy.Findings([]stat.Finding{f}, words)[0], i.origin(f)})
			}
		}
	}
	return nil
}

// key tells findings apart, whatever line they stand in. One whose figures have become others is another.
func key(f stat.Finding) string {
	return fmt.Sprint(f.Rule, " ", f.Severity, " ", f.Accepted.Empty(), " ", f.Place.File, " ", f.Place.Path, " ", f.Facts, " ", f.Args)
}

// origin is the cell of the first changed figure that a finding is about.
func (i *Import) origin(f stat.Finding) dataset.Origin {
	for _, id := range f.Facts {
		for _, c := range i.Plan.Changes {
			if c.Fact == id {
				return c.Origin
			}
		}
	}
	return dataset.Origin{}
}

// MixedError says that files are about different areas.
type MixedError struct{ First, Other *Reading }

// Error gives the message in English.
func (e *MixedError) Error() string { return e.Message().Error() }

// Message implements [message.Messenger].
func (e *MixedError) Message() *message.Text {
	return message.Of("%s is of %s, and %s of %s: import each area by itself", e.First.Name, e.First.Area, e.Other.Name, e.Other.Area)
}
