package cli

import (
	"slices"
	"strings"

	"nianbao/internal/dataset"
	"nianbao/internal/intake"
	"nianbao/internal/merge"
	"nianbao/internal/message"
	"nianbao/internal/stat"
	"nianbao/internal/tidy"
)

// changed says what becomes of a figure: of a new one all that is not usual.
func changed(c merge.Change) *message.Text {
	if c.Before == nil {
		all := dataset.StatusChange | dataset.QualifierChange | dataset.NoteChange
		if slices.ContainsFunc(c.After.From, func(p stat.Provenance) bool { return p.Ref != "" }) { // it does not go without saying
			all |= dataset.SourceChange
		}
		parts := append([]*message.Text{message.Of("new, %s", message.Plain(amount(c.After.Figure)))}, changedParts(&stat.Fact{}, c.After, 0, all)...)
		return message.Join(parts, "; ")
	}
	var parts []*message.Text
	was, now := figureOf(c.Before, c.Variant), figureOf(c.After, c.Variant)
	if c.Changes.Has(dataset.ValueChange) || was.Status.HasValue() != now.Status.HasValue() {
		parts = append(parts, message.Of("%s → %s", message.Plain(amount(was)), message.Plain(amount(now))))
	}
	return message.Join(append(parts, changedParts(c.Before, c.After, c.Variant, c.Changes)...), "; ")
}

func figureOf(f *stat.Fact, variant int) stat.Figure {
	if variant > 0 {
		return f.Variants[variant-1]
	}
	return f.Figure
}

// changedParts says what becomes of all but the value.
func changedParts(before, after *stat.Fact, variant int, changes dataset.Change) []*message.Text {
	var parts []*message.Text
	was, now := figureOf(before, variant), figureOf(after, variant)
	add := func(change dataset.Change, format, was, now string) {
		if changes.Has(change) && was != now {
			parts = append(parts, message.Of(format, was, now))
		}
	}
	switch had := before.ID != "" && was.Status.HasValue(); {
	case !changes.Has(dataset.StatusChange) || now.Status == was.Status:
	case before.ID != "" && had == now.Status.HasValue():
		parts = append(parts, message.Of("status %s → %s", message.Plain(string(was.Status)), message.Plain(string(now.Status))))
	case now.Status.HasValue() && now.Status != stat.Normal:
		parts = append(parts, message.Of("status %s", message.Plain(string(now.Status))))
	}
	add(dataset.QualifierChange, "qualifier %q → %q", string(was.Qualifier), string(now.Qualifier))
	add(dataset.SourceChange, "source %q → %q", places(was.From), places(now.From))
	add(dataset.NoteChange, "note %q → %q", before.Note.Hans, after.Note.Hans)
	add(dataset.NoteChange, "English note %q → %q", before.Note.En, after.Note.En)
	return parts
}

// amount is a figure in digits, or the status of one that is missing.
func amount(f stat.Figure) string {
	if !f.Status.HasValue() {
		return string(f.Status)
	}
	return f.Quantity.Number()
}

func places(from []stat.Provenance) string {
	var list []string
	for _, p := range from {
		list = append(list, strings.TrimSpace(p.Source+"/"+p.Ref+" "+p.Printed))
	}
	return strings.Join(list, "; ")
}

// refusal is what import --json prints of files that are not taken.
type refusal struct {
	Area     string        `json:"area"`
	Problems []refusedCell `json:"problems"`
	Marked   []string      `json:"marked,omitempty"`
}

type refusedCell struct {
	File    string `json:"file"`
	Cell    string `json:"cell"`
	Message string `json:"message"`
}

func newRefusal(lang message.Lang, imp *intake.Import, marked []string) refusal {
	r := refusal{Area: imp.Area, Marked: marked}
	for _, p := range imp.Problems {
		r.Problems = append(r.Problems, refusedCell{p.Origin.File, p.Origin.String(), message.In(lang, p.Msg)})
	}
	return r
}

// imported is what import --json prints.
type imported struct {
	Area     string           `json:"area"`
	Written  bool             `json:"written"`
	Changes  []importedChange `json:"changes"`
	Findings []importFinding  `json:"findings"`
}

type importedChange struct {
	Fact   string `json:"fact"`
	File   string `json:"file"` // of the area's folder
	From   string `json:"from"` // the file that was read
	Cell   string `json:"cell"`
	Before string `json:"before"` // "" of a new figure; a status if the figure is missing
	After  string `json:"after"`
	Change string `json:"change"` // in words
}

type importFinding struct {
	tidy.Finding
	Cell string `json:"cell,omitempty"`
}

func newImport(lang message.Lang, imp *intake.Import, written bool) imported {
	all := imported{Area: imp.Area, Written: written, Changes: []importedChange{}, Findings: []importFinding{}}
	for _, c := range imp.Plan.Changes {
		one := importedChange{Fact: c.Target(), File: c.File, From: c.Origin.File, Cell: c.Origin.String(), Change: message.In(lang, changed(c))}
		if c.Before != nil {
			one.Before = amount(figureOf(c.Before, c.Variant))
		}
		one.After = amount(figureOf(c.After, c.Variant))
		all.Changes = append(all.Changes, one)
	}
	for _, f := range imp.Findings {
		all.Findings = append(all.Findings, importFinding{f.Finding, f.Origin.String()})
	}
	return all
}
