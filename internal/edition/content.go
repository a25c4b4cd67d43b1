package edition

import "nianbao/internal/stat"

// Content is the resolved content of an edition, independent of language, format and look: facts, statuses, sources,
// names, units, bases, projects, revisions by other files, the title, and the office's own sentences and notes. Releases are numbered by it.
// It excludes whatever the program words, calculates or finds.
//
// It is input for [canonjson.Marshal], so the fields of each type are in the order of their JSON names. Numbers are
// exact decimals in plain digits, as text; dates and periods are text as well.
type Content struct {
	Area         ContentArea          `json:"area"`
	Cited        []ContentFact        `json:"cited,omitempty"` // facts of other periods that only sentences and comparisons use
	Facts        []ContentFact        `json:"facts"`
	History      ContentHistory       `json:"history"`
	Indicators   []ContentIndicator   `json:"indicators"`
	Initiatives  []ContentInitiative  `json:"initiatives,omitempty"`
	Names        map[string]Texts     `json:"names,omitempty"` // those that sentences refer to, by code
	Remarks      []ContentRemark      `json:"office_notes,omitempty"`
	Units        []ContentUnit        `json:"own_units,omitempty"`
	Period       stat.Period          `json:"period"`
	Projects     []ContentProject     `json:"projects,omitempty"`
	Recognitions []ContentRecognition `json:"recognitions,omitempty"`
	Revisions    []ContentRevision    `json:"revisions,omitempty"` // by the files of periods up to this one, not by releases
	Sentences    []ContentSentence    `json:"sentences,omitempty"`
	Themes       []ContentTheme       `json:"themes"`
	Title        Texts                `json:"title_template,omitempty"` // if the office gives one
}

// Later holds what only the files of later periods know about an edition. It is shown but is not part of the content:
// it makes another build of a release, not another release.
type Later struct {
	Facts     []ContentFact     `json:"facts,omitempty"`
	Revisions []ContentRevision `json:"revisions,omitempty"` // of figures that the edition keeps unchanged
}

// Texts holds text written by people, by language. Traditional Chinese is present only if it differs from what the
// program derives from the Simplified.
type Texts map[stat.Lang]string

// ContentArea is the area with its contact, licence, scopes and sources.
type ContentArea struct {
	Code     string          `json:"code"`
	Contact  Texts           `json:"contact,omitempty"`
	Issuer   Texts           `json:"issuer,omitempty"`
	Licence  *ContentLicence `json:"licence,omitempty"`
	Name     Texts           `json:"name"`
	Official string          `json:"official_code,omitempty"`
	Sample   bool            `json:"sample"`
	Scopes   []ContentScope  `json:"scopes,omitempty"`
	Sources  []ContentSource `json:"sources,omitempty"`
	Within   Texts           `json:"within,omitempty"`
}

// ContentLicence says how the figures may be used.
type ContentLicence struct {
	Code string `json:"code,omitempty"`
	Name Texts  `json:"name"`
	URL  string `json:"url,omitempty"`
}

// ContentScope is a set of areas in which positions are compared.
type ContentScope struct {
	Code string `json:"code"`
	Name Texts  `json:"name"`
	Of   int    `json:"of,omitempty"`
}

// ContentSource is a publication.
type ContentSource struct {
	Code      string `json:"code"`
	Credit    Texts  `json:"credit,omitempty"`
	Date      string `json:"date,omitempty"`
	Publisher Texts  `json:"publisher,omitempty"`
	Reference Texts  `json:"reference,omitempty"`
	Title     Texts  `json:"title,omitempty"`
	URL       string `json:"url,omitempty"`
}

// ContentFigure is a value with its status and its sources.
type ContentFigure struct {
	Status     stat.Status     `json:"obs_status"`
	Value      string          `json:"obs_value,omitempty"` // absent if the status is missing
	Provenance []ContentOrigin `json:"provenance,omitempty"`
	Qualifier  stat.Qualifier  `json:"qualifier,omitempty"`
	Unit       string          `json:"unit_measure"`
	Mult       int             `json:"unit_mult"` // power of ten
}

// ContentOrigin is a place in a source, and the figure as printed there.
type ContentOrigin struct {
	Printed string `json:"printed,omitempty"`
	Ref     string `json:"ref,omitempty"`
	Source  string `json:"source"`
}

// ContentFact is a [ContentFigure] with its identification.
type ContentFact struct {
	Basis      stat.Basis      `json:"basis,omitempty"` // of a growth, if not its indicator's
	ID         string          `json:"fact_id"`
	Indicator  string          `json:"indicator"` // or project.figure
	Measure    stat.Measure    `json:"measure"`
	Note       Texts           `json:"note,omitempty"`
	Status     stat.Status     `json:"obs_status"`
	Value      string          `json:"obs_value,omitempty"`
	Only       stat.Only       `json:"only,omitempty"`
	Operator   stat.Operator   `json:"operator,omitempty"` // of a target: how it is judged
	Part       string          `json:"part,omitempty"`     // of a share: the indicator that has it
	Provenance []ContentOrigin `json:"provenance,omitempty"`
	Qualifier  stat.Qualifier  `json:"qualifier,omitempty"`
	Ranking    *ContentRanking `json:"ranking,omitempty"`
	Reason     Texts           `json:"reason,omitempty"` // why it is preferred to its variants
	Area       string          `json:"ref_area"`
	Target     *ContentTarget  `json:"target,omitempty"`
	Period     stat.Period     `json:"time_period"`
	Unit       string          `json:"unit_measure"`
	Mult       int             `json:"unit_mult"`
	Variants   []ContentFigure `json:"variants,omitempty"`
}

// ContentRanking identifies the ranking of a position.
type ContentRanking struct {
	By    stat.Measure `json:"by,omitempty"`
	Group string       `json:"group,omitempty"`
	Of    int          `json:"of,omitempty"`
	Scope string       `json:"scope"`
	Tied  bool         `json:"tied,omitempty"`
}

// ContentTarget is the baseline and the tolerance of a target, its upper bound if it is a range, and its words if it has no
// number.
type ContentTarget struct {
	Baseline  string         `json:"baseline,omitempty"`
	Indicator string         `json:"indicator"`
	Tolerance *ContentAmount `json:"tolerance,omitempty"`
	UpTo      string         `json:"upper_bound,omitempty"`
	Words     Texts          `json:"words,omitempty"`
}

// ContentAmount is a quantity.
type ContentAmount struct {
	Unit  string `json:"unit_measure"`
	Mult  int    `json:"unit_mult"`
	Value string `json:"value"`
}

// ContentIndicator is an indicator with at least one fact in the edition.
type ContentIndicator struct {
	Better     stat.Direction     `json:"better,omitempty"`
	Breakdowns []ContentBreakdown `json:"breakdowns,omitempty"` // those that have a code
	Code       string             `json:"code"`
	Headline   bool               `json:"headline"`
	Includes   []string           `json:"includes,omitempty"`
	Known      stat.Frequency     `json:"known,omitempty"`
	Name       Texts              `json:"name"`
	Note       Texts              `json:"note,omitempty"`
	Parts      []string           `json:"parts,omitempty"` // of the breakdown without a code
	Basis      stat.Basis         `json:"price_basis"`     // of its growth; nominal for none, as the first manifests had it
	RateOf     string             `json:"rate_of,omitempty"`
	Tally      *ContentTally      `json:"tally,omitempty"`
	Theme      string             `json:"theme"`
	Timing     stat.Timing        `json:"timing"`
	Unit       string             `json:"unit_measure"`
	Mult       int                `json:"unit_mult"`
	Verb       stat.Verb          `json:"verb,omitempty"` // if it is not the usual one of the unit
}

// ContentBreakdown is a way in which an indicator is divided into others.
type ContentBreakdown struct {
	Code  string   `json:"code"`
	Name  Texts    `json:"name,omitempty"`
	Parts []string `json:"parts"`
}

// ContentTally defines what a tally indicator counts.
type ContentTally struct {
	AtMost   int    `json:"at_most,omitempty"`
	Group    string `json:"group"`
	Position int    `json:"position,omitempty"`
}

// ContentProject is a project as of the end of the period.
type ContentProject struct {
	Code       string                 `json:"code"`
	Figures    []ContentProjectFigure `json:"figures,omitempty"`
	Milestones []ContentMilestone     `json:"milestones,omitempty"`
	Name       Texts                  `json:"name"`
	Note       Texts                  `json:"note,omitempty"`
	Partners   []ContentPartner       `json:"partners,omitempty"`
	Provenance []ContentOrigin        `json:"provenance,omitempty"`
	Status     stat.ProjectStatus     `json:"status"`
	Theme      string                 `json:"theme"`
}

// ContentProjectFigure names a figure of a project.
type ContentProjectFigure struct {
	Code string `json:"code"`
	Fact string `json:"fact_id"`
	Name Texts  `json:"name,omitempty"`
}

// ContentPartner takes part in a project.
type ContentPartner struct {
	Name Texts `json:"name"`
	Role Texts `json:"role,omitempty"`
}

// ContentMilestone is a dated step of a project.
type ContentMilestone struct {
	Code       string          `json:"code"`
	Date       string          `json:"date,omitempty"`
	Provenance []ContentOrigin `json:"provenance,omitempty"`
	Step       stat.Step       `json:"step"`
	Text       Texts           `json:"text,omitempty"`
}

// ContentRecognition is an honour.
type ContentRecognition struct {
	Code       string          `json:"code"`
	Date       string          `json:"date,omitempty"`
	Holder     Texts           `json:"holder,omitempty"`
	Honour     stat.Honour     `json:"honour"`
	Name       Texts           `json:"name"`
	Note       Texts           `json:"note,omitempty"`
	Provenance []ContentOrigin `json:"provenance,omitempty"`
	Theme      string          `json:"theme"`
	Tier       stat.Tier       `json:"tier"`
}

// ContentInitiative is a named thing without a figure of its own.
type ContentInitiative struct {
	Code       string          `json:"code"`
	Date       string          `json:"date,omitempty"`
	Kind       stat.Kind       `json:"kind"`
	Name       Texts           `json:"name"`
	Note       Texts           `json:"note,omitempty"`
	Provenance []ContentOrigin `json:"provenance,omitempty"`
	Theme      string          `json:"theme"`
}

// ContentRevision is a figure that differs between the files of two periods.
type ContentRevision struct {
	Fact    string        `json:"fact_id"`
	Given   stat.Period   `json:"given_in"`
	New     ContentFigure `json:"new"`
	Old     ContentFigure `json:"old"`
	Revised stat.Period   `json:"revised_in"`
}

// ContentSentence is a sentence of the office, with the dates it refers to.
type ContentSentence struct {
	Compares []stat.Period     `json:"compares,omitempty"`
	Dates    map[string]string `json:"dates,omitempty"` // of milestones, by project.milestone
	ID       string            `json:"id"`
	Period   *stat.Period      `json:"period,omitempty"` // if not the edition's
	Template Texts             `json:"template"`         // with references in place of figures
	Theme    string            `json:"theme"`
}

// ContentRemark is a note of the office, with the dates it refers to.
type ContentRemark struct {
	Dates     map[string]string `json:"dates,omitempty"` // of milestones, by project.milestone
	ID        string            `json:"id"`
	Indicator string            `json:"indicator,omitempty"`
	Template  Texts             `json:"template"` // with references in place of figures
	Theme     string            `json:"theme,omitempty"`
}

// ContentTheme is a chapter.
type ContentTheme struct {
	Code string `json:"code"`
	Name Texts  `json:"name"`
}

// ContentUnit is a unit that the area declares.
type ContentUnit struct {
	Code    string `json:"code"`
	Counter Texts  `json:"counter,omitempty"`
	Kind    string `json:"kind,omitempty"` // "" for a count
	Many    string `json:"many"`
	One     string `json:"one"`
}

// ContentHistory lists the periods that the edition compares itself with.
type ContentHistory struct {
	EditionBefore string        `json:"edition_before,omitempty"`
	Periods       []stat.Period `json:"periods,omitempty"`     // the last with data, oldest first
	SamePeriod    []stat.Period `json:"same_period,omitempty"` // in other years, oldest first
}
