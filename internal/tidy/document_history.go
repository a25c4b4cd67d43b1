package tidy

import (
	"encoding/json"

	"nianbao/internal/stat"
)

// Progress is how far a target for the edition's year has come. Shares, gaps and growth are in per cent or points.
type Progress struct {
	Fact      string       `json:"fact_id"` // of the target
	Done      string       `json:"done_fact,omitempty"`
	Standing  string       `json:"standing"`
	Why       string       `json:"not_judged,omitempty"`
	Yardstick string       `json:"yardstick,omitempty"`
	Reach     *json.Number `json:"share_done,omitempty"`
	Pace      json.Number  `json:"share_of_year"`
	Gap       *json.Number `json:"gap_points,omitempty"`
	Left      *Amount      `json:"left,omitempty"`
	Needed    *json.Number `json:"growth_needed,omitempty"`
	NoNeed    string       `json:"no_growth_needed,omitempty"`
	Words     Words        `json:"words"` // of the standing
}

// Amount is a quantity that is worked out: Value × 10^Mult of Unit.
type Amount struct {
	Value json.Number `json:"value"`
	Unit  string      `json:"unit_measure"`
	Mult  int         `json:"unit_mult"`
}

// History is what earlier periods say of the edition's indicators. Facts are given by ID, "" where none is known.
type History struct {
	Since    string    `json:"edition_before,omitempty"`
	Periods  []string  `json:"periods"` // oldest first, the edition's own last
	Years    []string  `json:"same_period"`
	Trends   []Trend   `json:"trends"`
	Rankings []RankWas `json:"rankings"`
}

// Trend is the history of an indicator.
type Trend struct {
	Indicator string   `json:"indicator"`
	Growth    []string `json:"growth"`           // one a period
	Values    []string `json:"values,omitempty"` // of a stock, one a period
	Years     []string `json:"same_period"`      // one a year
}

// RankWas is what a position was in the periods before.
type RankWas struct {
	Fact    string   `json:"fact_id"`
	Earlier []string `json:"earlier"`
	Risen   *int     `json:"places_risen,omitempty"`
}

// Revision is a figure that was given differently before, or not at all, in the file of a period or in an earlier
// release, or that the file of a later period has changed since.
type Revision struct {
	Fact    string          `json:"fact_id"` // of a withdrawn figure not among the facts
	Kind    string          `json:"revision_kind"`
	Old     *RevisionFigure `json:"old,omitempty"` // not of an added figure
	New     *RevisionFigure `json:"new,omitempty"` // not of a withdrawn one
	Change  *Amount         `json:"change,omitempty"`
	Given   string          `json:"given_in,omitempty"`
	Revised string          `json:"revised_in,omitempty"`
	Release int             `json:"release,omitempty"`
	Date    stat.Date       `json:"release_date,omitzero"`
	Later   int             `json:"new_release,omitempty"`
	Brought stat.Date       `json:"new_release_date,omitzero"`
}

// RevisionFigure is a figure before or after its revision; Value is null if it was missing.
type RevisionFigure struct {
	Value  *json.Number `json:"obs_value"`
	Unit   string       `json:"unit_measure"`
	Mult   int          `json:"unit_mult"`
	Status string       `json:"obs_status"`
	Words  Words        `json:"words"`
}
