package dataset

import (
	"go.yaml.in/yaml/v3"

	"nianbao/internal/schedule"
	"nianbao/internal/stat"
)

// The structs of this file and of file_period.go mirror the YAML files, key by key; docs/dataset.md says what
// the keys mean, and the JSON Schemas under config/schema say it to editors.

type textFile struct {
	Hans string `yaml:"zh-Hans,required"`
	Hant string `yaml:"zh-Hant"`
	En   string `yaml:"en,required"`
}

func (t textFile) text() stat.Text { return stat.Text{Hans: t.Hans, Hant: t.Hant, En: t.En} }

type areaFile struct {
	node
	Code     string               `yaml:"code,required"`
	Official stat.OfficialCode    `yaml:"official_code"`
	Name     textFile             `yaml:"name,required"`
	Within   textFile             `yaml:"within,required"`
	Title    templateFile         `yaml:"title"`
	Issuer   textFile             `yaml:"issuer"`
	Contact  textFile             `yaml:"contact"`
	Licence  licenceFile          `yaml:"licence"`
	Sample   bool                 `yaml:"sample"`
	Scopes   ordered[*scopeFile]  `yaml:"scopes"`
	Sources  ordered[*sourceFile] `yaml:"sources"`
	Notes    []noteFile           `yaml:"notes"`
	Words    ordered[string]      `yaml:"words"`
	Schedule scheduleFile         `yaml:"schedule"`
}

type scheduleFile struct {
	node
	Periods schedule.Rhythm `yaml:"periods"`
	Last    stat.Period     `yaml:"last"`
}

func (f *scheduleFile) own() schedule.Own { return schedule.Own{Periods: f.Periods, Last: f.Last} }

// noteFile is a note of the office.
type noteFile struct {
	node
	Text      templateFile `yaml:"text,required"`
	Indicator string       `yaml:"indicator"`
	Theme     string       `yaml:"theme"`
}

type licenceFile struct {
	node
	Name textFile `yaml:"name,required"`
	URL  string   `yaml:"url"`
	Code string   `yaml:"code"`
}

type scopeFile struct {
	node
	Name textFile `yaml:"name,required"`
	Of   *int     `yaml:"of"`
}

type sourceFile struct {
	node
	Title     textFile  `yaml:"title,required"`
	Publisher textFile  `yaml:"publisher,required"`
	Credit    textFile  `yaml:"credit"`
	Reference textFile  `yaml:"reference,required"`
	Date      stat.Date `yaml:"date"`
	URL       string    `yaml:"url"`
}

type indicatorsFile struct {
	Units      ordered[*unitFile]      `yaml:"units"`
	Themes     ordered[textFile]       `yaml:"themes"`
	Indicators ordered[*indicatorFile] `yaml:"indicators"`
}

type unitFile struct {
	node
	Counter counterFile   `yaml:"counter,required"`
	One     string        `yaml:"one,required"`
	Many    string        `yaml:"many,required"`
	Kind    stat.UnitKind `yaml:"kind"`
	Aliases []string      `yaml:"aliases"`
}

// counterFile is a measure word; English, which has none, takes the plural noun in its place.
type counterFile struct {
	Hans string `yaml:"zh-Hans,required"`
	Hant string `yaml:"zh-Hant"`
	En   string `yaml:"en"`
}

type indicatorFile struct {
	node
	Theme    string         `yaml:"theme"`
	Name     textFile       `yaml:"name"`
	Unit     string         `yaml:"unit"`
	Base     textFile       `yaml:"base"`
	Mult     int            `yaml:"mult"`
	Basis    stat.Basis     `yaml:"basis"`
	Verb     stat.Verb      `yaml:"verb"`
	Better   stat.Direction `yaml:"better"`
	Timing   stat.Timing    `yaml:"timing"`
	Known    stat.Frequency `yaml:"frequency"`
	Headline bool           `yaml:"headline"`
	Tally    *tallyFile     `yaml:"tally"`
	Parts    partsFile      `yaml:"parts"`
	Includes []string       `yaml:"includes"`
	Of       string         `yaml:"of"`
	RateOf   string         `yaml:"rate_of"`
	Sentence templateFile   `yaml:"sentence"`
	Note     textFile       `yaml:"note"`
}

// partsFile is what an indicator is divided into: a list, or lists by the codes of breakdowns.
type partsFile struct {
	plain []string
	named ordered[*breakdownFile]
}

func (f *partsFile) form(n *yaml.Node) any {
	if n.Kind == yaml.MappingNode {
		return &f.named
	}
	return &f.plain
}

type breakdownFile struct {
	node
	Name textFile `yaml:"name"`
	Of   []string `yaml:"of,required"`
}

type tallyFile struct {
	node
	Group    string `yaml:"group,required"`
	AtMost   *int   `yaml:"at_most"`
	Position *int   `yaml:"position"`
}

type projectsFile struct {
	Projects ordered[*projectFile] `yaml:"projects,required"`
}

type projectFile struct {
	node
	Name       textFile                `yaml:"name,required"`
	Theme      string                  `yaml:"theme,required"`
	Partners   []partnerFile           `yaml:"partners"`
	Milestones ordered[*milestoneFile] `yaml:"milestones"`
	From       ordered[printed]        `yaml:"from"`
}

type partnerFile struct {
	Name textFile `yaml:"name,required"`
	Role textFile `yaml:"role"`
}

type milestoneFile struct {
	node
	Step stat.Step        `yaml:"step"`
	Date stat.Date        `yaml:"date,required"`
	Text textFile         `yaml:"text"`
	From ordered[printed] `yaml:"from"`
}

type sentencesFile struct {
	node
	Prose     stat.Prose      `yaml:"prose"`
	Preface   []paragraphFile `yaml:"preface"`
	Points    []paragraphFile `yaml:"points"`
	Sentences []sentenceFile  `yaml:"sentences"`
}

// paragraphFile is a paragraph of the preface, or a main point.
type paragraphFile struct {
	node
	templateFile
}

type sentenceFile struct {
	node
	ID       string        `yaml:"id,required"`
	Theme    string        `yaml:"theme,required"`
	Period   stat.Period   `yaml:"period"`
	Compares []stat.Period `yaml:"compares"`
	Text     templateFile  `yaml:"text,required"`
}

type templateFile struct {
	Hans template `yaml:"zh-Hans,required"`
	Hant template `yaml:"zh-Hant"`
	En   template `yaml:"en,required"`
}

func (t templateFile) text() stat.Text {
	return stat.Text{Hans: string(t.Hans), Hant: string(t.Hant), En: string(t.En)}
}
