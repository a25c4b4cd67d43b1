package tidy

import (
	"encoding/json"

	"nianbao/internal/stat"
)

// Area is the area of a document.
type Area struct {
	Code     string   `json:"code"`
	Official string   `json:"official_code,omitempty"` // of GB/T 2260
	Name     Words    `json:"name"`
	Within   Words    `json:"within"`
	Contact  Words    `json:"contact,omitempty"` // whom to ask about the figures
	Licence  *Licence `json:"licence,omitempty"`
	Sample   bool     `json:"sample"`
	Scopes   []Scope  `json:"scopes"`
}

// Licence says how the figures may be used.
type Licence struct {
	Code string `json:"code,omitempty"` // its SPDX identifier
	Name Words  `json:"name"`
	URL  string `json:"url,omitempty"`
}

// Scope is a set of areas that positions are compared in.
type Scope struct {
	Code string `json:"code"`
	Name Words  `json:"name"`
	Of   int    `json:"of,omitempty"`
}

// Source is a publication.
type Source struct {
	Code      string    `json:"code"`
	Title     Words     `json:"title"`
	Publisher Words     `json:"publisher"`
	Credit    Words     `json:"credit,omitempty"`
	Date      stat.Date `json:"date,omitzero"`
	URL       string    `json:"url,omitempty"`
}

// Unit is a unit the area declares itself.
type Unit struct {
	Code    string `json:"code"`
	Kind    string `json:"kind,omitempty"` // "" for a count
	Counter Words  `json:"counter"`
	One     string `json:"one"`
	Many    string `json:"many"`
}

// Theme is a chapter of the catalogue.
type Theme struct {
	Code string `json:"code"`
	Name Words  `json:"name"`
}

// Indicator is what is measured.
type Indicator struct {
	Code     string   `json:"code"`
	Name     Words    `json:"name"`
	Theme    string   `json:"theme"`
	Unit     string   `json:"unit_measure"`
	Mult     int      `json:"unit_mult"`
	Basis    string   `json:"price_basis,omitempty"` // of its growth
	Verb     string   `json:"verb,omitempty"`        // of its growth
	Better   string   `json:"better,omitempty"`
	Timing   string   `json:"timing"`
	Known    string   `json:"known,omitempty"`
	Headline bool     `json:"headline"`
	Parents  []string `json:"parents,omitempty"`  // indicators that it is a part of, or contained in
	Parts    []string `json:"parts,omitempty"`    // indicators that add up to it
	Includes []string `json:"includes,omitempty"` // indicators that are contained in it
	RateOf   string   `json:"rate_of,omitempty"`
	Note     Words    `json:"note,omitempty"`

	PartOf     string      `json:"part_of,omitempty"`    // the one of its parents that its rows stand under
	Breakdown  string      `json:"breakdown,omitempty"`  // of that one, which it is a part of
	Breakdowns []Breakdown `json:"breakdowns,omitempty"` // that have a code: each adds up to it
}

// Breakdown is a way in which an indicator is divided into others.
type Breakdown struct {
	Code  string   `json:"code"`
	Name  Words    `json:"name,omitempty"`
	Parts []string `json:"parts"` // indicators
}

// Composition is the shares of all parts of a breakdown, which are read together.
type Composition struct {
	ID        string   `json:"id"` // as templates refer to it
	Indicator string   `json:"indicator"`
	Facts     []string `json:"facts"` // fact IDs of the shares, in order
	Words     Words    `json:"words"`
}

// Labels are the words of codes that other files show in words alone.
type Labels struct {
	Periods []PeriodLabel `json:"periods"`
	Units   []UnitLabel   `json:"units"`
}

// Code is a code of a list in words.
type Code struct {
	List  string `json:"code_list"`
	Code  string `json:"code"`
	Words Words  `json:"words"`
}

// PeriodLabel is a period in words.
type PeriodLabel struct {
	Period stat.Period `json:"time_period"`
	Words  Words       `json:"words"`
}

// UnitLabel is a unit with its power of ten in words.
type UnitLabel struct {
	Unit  string `json:"unit_measure"`
	Mult  int    `json:"unit_mult"`
	Words Words  `json:"words"`
}

// Fact is one figure: the columns of the tidy table, and what only JSON has room for.
type Fact struct {
	ID          string       `json:"fact_id"`
	Theme       string       `json:"theme"`
	Indicator   string       `json:"indicator"`
	IndicatorZh string       `json:"indicator_zh"`
	IndicatorEn string       `json:"indicator_en"`
	RefArea     string       `json:"ref_area"`
	TimePeriod  string       `json:"time_period"`
	Measure     string       `json:"measure"`
	Part        string       `json:"part,omitempty"` // of a share: the indicator that has it
	Value       *json.Number `json:"obs_value"`      // null if missing
	Unit        string       `json:"unit_measure"`
	Mult        int          `json:"unit_mult"`
	Decimals    *int         `json:"decimals"`
	Status      string       `json:"obs_status"`
	VariantOf   string       `json:"variant_of,omitempty"`
	NoteZh      string       `json:"note_zh,omitempty"`
	NoteEn      string       `json:"note_en,omitempty"`

	Start        stat.Date `json:"period_start"` // of a figure as of a day: that day
	End          stat.Date `json:"period_end"`
	Accumulation string    `json:"accumulation"`
	Freq         string    `json:"frequency"`
	Revised      bool      `json:"revised,omitempty"` // given differently before

	Only       string            `json:"only,omitempty"`        // the part of the period that it is of
	Basis      string            `json:"price_basis,omitempty"` // of a growth
	Growth     string            `json:"growth_kind,omitempty"` // of a growth or change: what it is against
	Qualifier  string            `json:"qualifier,omitempty"`
	Words      Words             `json:"words"` // the figure as the briefing words it
	Provenance []stat.Provenance `json:"provenance"`
	Ranking    *Ranking          `json:"ranking,omitempty"`
}

// Derived is a figure of a single quarter or month that is worked out from cumulative ones.
type Derived struct {
	ID           string      `json:"fact_id"`
	Of           []string    `json:"derived_of"` // fact IDs: the cumulative figure, and the one before it unless it begins the year
	Theme        string      `json:"theme"`
	Indicator    string      `json:"indicator"`
	IndicatorZh  string      `json:"indicator_zh"`
	IndicatorEn  string      `json:"indicator_en"`
	RefArea      string      `json:"ref_area"`
	TimePeriod   string      `json:"time_period"`
	Start        stat.Date   `json:"period_start"` // of a figure as of a day: that day
	End          stat.Date   `json:"period_end"`
	Accumulation string      `json:"accumulation"`
	Freq         string      `json:"frequency"`
	Measure      string      `json:"measure"`
	Only         string      `json:"only"`
	Value        json.Number `json:"obs_value"`
	Unit         string      `json:"unit_measure"`
	Mult         int         `json:"unit_mult"`
	Decimals     int         `json:"decimals"`
	Status       string      `json:"obs_status"`
}

// Ranking tells what a position is a position in.
type Ranking struct {
	Scope string `json:"scope"`
	Of    int    `json:"of,omitempty"`
	By    string `json:"by,omitempty"`
	Group string `json:"group,omitempty"`
	Tied  bool   `json:"tied,omitempty"`
}

// Turn is what became of a loss since a year earlier, or how one came about.
type Turn struct {
	Indicator string      `json:"indicator"`
	Period    stat.Period `json:"time_period"`
	Turn      string      `json:"turn"`
	Words     Words       `json:"words"`
}

// Target is a target with what it grows from and the level it implies.
type Target struct {
	Fact      string       `json:"fact_id"`
	Indicator string       `json:"indicator"`
	Operator  string       `json:"operator,omitempty"` // none of a target without a number
	Due       stat.Period  `json:"due"`
	UpTo      *json.Number `json:"upper_bound,omitempty"` // of a range, in the unit of its fact
	Words     Words        `json:"words,omitempty"`       // of a target without a number
	Baseline  string       `json:"baseline,omitempty"`    // fact ID
	Tolerance *Amount      `json:"tolerance,omitempty"`   // by how much it may be missed
	Implied   *json.Number `json:"implied_level,omitempty"`
	Unit      string       `json:"unit_measure,omitempty"`
	Mult      int          `json:"unit_mult,omitempty"`
	WhyNot    string       `json:"no_implied_level,omitempty"`
}

// Project is a project as it stands at the end of the period.
type Project struct {
	Code       string            `json:"code"`
	Name       Words             `json:"name"`
	Theme      string            `json:"theme"`
	Status     string            `json:"status"`
	Partners   []Partner         `json:"partners"`
	Figures    []string          `json:"figures"` // fact IDs
	Note       Words             `json:"note,omitempty"`
	Provenance []stat.Provenance `json:"provenance"`
}

// Partner takes part in a project.
type Partner struct {
	Name Words `json:"name"`
	Role Words `json:"role,omitempty"`
}

// Milestone is a dated step of a project.
type Milestone struct {
	Project    string            `json:"project"`
	Code       string            `json:"code"`
	Step       string            `json:"step"`
	Date       stat.Date         `json:"date,omitzero"`
	Text       Words             `json:"text,omitempty"`
	New        bool              `json:"new,omitempty"` // reached since the edition before
	Provenance []stat.Provenance `json:"provenance"`
}

// Recognition is an honour, or a place on a list that leads to one.
type Recognition struct {
	Code       string            `json:"code"`
	Name       Words             `json:"name"`
	Holder     Words             `json:"holder"`
	Theme      string            `json:"theme"`
	Tier       string            `json:"tier"`
	Honour     string            `json:"honour"`
	Date       stat.Date         `json:"date,omitzero"`
	Note       Words             `json:"note,omitempty"`
	Provenance []stat.Provenance `json:"provenance"`
}

// Initiative is a named thing without a figure of its own.
type Initiative struct {
	Code       string            `json:"code"`
	Name       Words             `json:"name"`
	Theme      string            `json:"theme"`
	Kind       string            `json:"kind"`
	Date       stat.Date         `json:"date,omitzero"`
	Note       Words             `json:"note,omitempty"`
	Provenance []stat.Provenance `json:"provenance"`
}

// Sentence is a template with its words.
type Sentence struct {
	ID       string `json:"id"`
	Theme    string `json:"theme"`
	Template Words  `json:"template"`
	Text     Words  `json:"text"`
	Composed bool   `json:"composed,omitempty"` // of the figures, by rules
}

// Remark is a note of the office: on an indicator, on a theme or on the whole edition.
type Remark struct {
	ID        string `json:"id"`
	Indicator string `json:"indicator,omitempty"`
	Theme     string `json:"theme,omitempty"`
	Number    int    `json:"number,omitempty"` // of the note that it is, if it is marked at a figure
	Template  Words  `json:"template"`
	Text      Words  `json:"text"`
}

// Note is a numbered note on a fact or an indicator.
type Note struct {
	Number int    `json:"number"`
	Kind   string `json:"kind"`
	About  string `json:"about"` // fact ID or indicator code
	Text   Words  `json:"text"`
}
