package cli

import (
	"nianbao/internal/intake"
	"nianbao/internal/message"
	"nianbao/internal/tidy"
)

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
		one := importedChange{Fact: c.Target(), File: c.File, From: c.Origin.File, Cell: c.Origin.String(), Change: message.In(lang, c.Message())}
		if c.Before != nil {
			one.Before = c.Was()
		}
		one.After = c.Is()
		all.Changes = append(all.Changes, one)
	}
	for _, f := range imp.Findings {
		all.Findings = append(all.Findings, importFinding{f.Finding, f.Origin.String()})
	}
	return all
}
