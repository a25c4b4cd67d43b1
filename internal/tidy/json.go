package tidy

import (
	"bytes"
	"encoding/json"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
)

// Format names the shape of edition.json; a change that readers must know of changes it.
const Format = "nianbao-edition/1"

// Document is edition.json.
type Document struct {
	Format       string        `json:"format"`
	Area         Area          `json:"area"`
	Period       stat.Period   `json:"period"`
	Title        Words         `json:"title"`
	Template     Words         `json:"title_template,omitempty"` // if the office gives one
	Languages    []stat.Lang   `json:"languages"`
	Issuer       Words         `json:"issuer"`
	Status       string        `json:"status"`
	Release      int           `json:"release,omitempty"` // number; none of a draft
	ReleaseDate  stat.Date     `json:"release_date,omitzero"`
	Next         stat.Date     `json:"next_release,omitzero"` // from which the next period's edition is due
	Sections     []string      `json:"sections"`
	Sources      []Source      `json:"sources"`
	Units        []Unit        `json:"own_units"`
	Themes       []Theme       `json:"themes"`
	Indicators   []Indicator   `json:"indicators"` // that have a fact
	Labels       Labels        `json:"labels"`
	Codes        []Code        `json:"codes"`
	Facts        []Fact        `json:"facts"`
	Derived      []Derived     `json:"derived,omitempty"` // worked out from cumulative ones; the briefing has none
	Compositions []Composition `json:"compositions,omitempty"`
	Turns        []Turn        `json:"turns,omitempty"` // of balances, where growth would say nothing
	Targets      []Target      `json:"targets"`
	Projects     []Project     `json:"projects"`
	Milestones   []Milestone   `json:"milestones"`
	Recognitions []Recognition `json:"recognitions"`
	Initiatives  []Initiative  `json:"initiatives"`
	Progress     []Progress    `json:"progress,omitempty"`
	History      *History      `json:"history,omitempty"`
	Revisions    []Revision    `json:"revisions,omitempty"`
	Sentences    []Sentence    `json:"sentences"`
	Remarks      []Remark      `json:"office_notes,omitempty"` // the office's own, those with a number among the notes too
	Notes        []Note        `json:"notes"`
	Findings     []Finding     `json:"findings"`
}

// Words is a text in the languages of the document.
type Words map[stat.Lang]string

// JSON writes the edition. Speakers are the words of every language the document is to hold; rows are the
// edition's tidy table. A figure or sentence that has no words is an error.
func JSON(e *edition.Edition, rows []wording.DataRow, speakers []*locale.Words) ([]byte, error) {
	d, err := newDocument(e, rows, speakers)
	if err != nil {
		return nil, err
	}
	return indented(d)
}

// indented writes JSON that people can read too.
func indented(v any) ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(v)
	return out.Bytes(), err
}
