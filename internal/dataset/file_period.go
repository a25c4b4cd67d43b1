package dataset

import (
	"github.com/shopspring/decimal"
	"go.yaml.in/yaml/v3"

	"nianbao/internal/stat"
)

type periodFile struct {
	node
	Period       stat.Period                `yaml:"period,required"`
	Title        templateFile               `yaml:"title"`
	Source       string                     `yaml:"source"`
	Status       stat.Status                `yaml:"status"`
	Observations ordered[*observationFile]  `yaml:"observations"`
	Targets      ordered[*targetsFile]      `yaml:"targets"`
	Projects     ordered[*projectEntryFile] `yaml:"projects"`
	Recognitions ordered[*recognitionFile]  `yaml:"recognitions"`
	Initiatives  ordered[*initiativeFile]   `yaml:"initiatives"`
	Notes        []noteFile                 `yaml:"notes"`
	Accepted     []acceptedFile             `yaml:"accepted"`
}

// figures counts what can become a fact.
func (f *periodFile) figures() int {
	n := 0
	for _, e := range f.Observations {
		if o := e.Value; o != nil {
			n += len(o.Brief) + len(o.Level) + len(o.Score) + len(o.Ratio) + len(o.Growth) + len(o.Change) + len(o.Rank) +
				len(o.Acceleration) + len(o.Contribution) + len(o.ContributionRate) + len(o.Margin)
			for i := range o.Composition {
				n += len(o.Composition[i].Values)
			}
		}
	}
	for _, e := range f.Targets {
		if t := e.Value; t != nil {
			n += len(t.Level) + len(t.Ratio) + len(t.Growth) + len(t.Change) + len(t.Words)
		}
	}
	for _, e := range f.Projects {
		if e.Value != nil {
			n += len(e.Value.Figures)
		}
	}
	return n
}

type observationFile struct {
	node
	Brief  several[growthFile] // its short form: level and growth
	Level  several[figureFile] `yaml:"level"`
	Score  several[figureFile] `yaml:"score"`
	Ratio  several[figureFile] `yaml:"ratio"`
	Growth several[growthFile] `yaml:"growth"`
	Change several[figureFile] `yaml:"change"`
	Rank   several[rankFile]   `yaml:"rank"`

	Acceleration     several[figureFile] `yaml:"acceleration"`
	Contribution     several[figureFile] `yaml:"contribution"`
	ContributionRate several[figureFile] `yaml:"contribution_rate"`
	Margin           several[marginFile] `yaml:"margin"`
	Composition      compositionsFile    `yaml:"composition"`
}

func (f *observationFile) short() any { return &f.Brief }

// compositionsFile is a composition, or a list of these.
type compositionsFile []compositionFile

func (f *compositionsFile) form(n *yaml.Node) any {
	if n.Kind == yaml.SequenceNode && len(n.Content) > 0 && n.Content[0].Kind != yaml.ScalarNode {
		return (*[]compositionFile)(f)
	}
	*f = make(compositionsFile, 1)
	return &(*f)[0]
}

// compositionFile is the shares of all parts of a breakdown, which one place prints together.
type compositionFile struct {
	node
	By     string            `yaml:"by"`
	Values []decimal.Decimal `yaml:"values"`
	Period stat.Period       `yaml:"period"`
	Status stat.Status       `yaml:"status"`
	From   ordered[printed]  `yaml:"from"`
	Note   textFile          `yaml:"note"`
}

func (f *compositionFile) short() any { return &f.Values }

// valueFile is a figure as one place prints it. Value and Mult are pointers because missing is not zero.
type valueFile struct {
	node
	Value     *decimal.Decimal `yaml:"value"`
	Unit      string           `yaml:"unit"`
	Mult      *int             `yaml:"mult"`
	Status    stat.Status      `yaml:"status"`
	Qualifier stat.Qualifier   `yaml:"qualifier"`
	From      ordered[printed] `yaml:"from"`
}

// remarksFile is what can be said about a figure as a whole.
type remarksFile struct {
	Variants []valueFile `yaml:"variants"`
	Reason   textFile    `yaml:"reason"`
	Note     textFile    `yaml:"note"`
}

type figureFile struct {
	valueFile
	Period stat.Period `yaml:"period"`
	Only   stat.Only   `yaml:"only"`
	remarksFile
}

func (f *figureFile) short() any { return &f.Value }

// growthFile is a growth, which may be of another basis than its indicator's.
type growthFile struct {
	figureFile
	Basis stat.Basis `yaml:"basis"`
}

// marginFile is the difference to the figure of a scope.
type marginFile struct {
	figureFile
	Scope string   `yaml:"scope"`
	By    rankedBy `yaml:"by"`
}

type rankFile struct {
	positionFile
	Period   stat.Period    `yaml:"period"`
	Scope    string         `yaml:"scope"`
	Of       *int           `yaml:"of"`
	By       rankedBy       `yaml:"by"`
	Group    string         `yaml:"group"`
	Tied     bool           `yaml:"tied"`
	Variants []positionFile `yaml:"variants"`
	Reason   textFile       `yaml:"reason"`
	Note     textFile       `yaml:"note"`
}

func (f *rankFile) short() any { return &f.Position }

// positionFile is a position as one place prints it.
type positionFile struct {
	node
	Position  *int             `yaml:"position"`
	Status    stat.Status      `yaml:"status"`
	Qualifier stat.Qualifier   `yaml:"qualifier"`
	From      ordered[printed] `yaml:"from"`
}

type targetsFile struct {
	node
	Level  several[targetFile] `yaml:"level"`
	Ratio  several[targetFile] `yaml:"ratio"`
	Growth several[targetFile] `yaml:"growth"`
	Change several[targetFile] `yaml:"change"`
	Words  several[wordsFile]  `yaml:"words"`
}

type targetFile struct {
	valueFile
	Operator  stat.Operator    `yaml:"operator"`
	Due       stat.Period      `yaml:"due"`
	To        *decimal.Decimal `yaml:"to"`
	Tolerance *decimal.Decimal `yaml:"tolerance"`
	remarksFile
}

func (f *targetFile) short() any { return &f.Value }

// wordsFile is a target without a number.
type wordsFile struct {
	node
	textFile
	Due  stat.Period      `yaml:"due"`
	From ordered[printed] `yaml:"from"`
	Note textFile         `yaml:"note"`
}

type projectEntryFile struct {
	node
	Status  stat.ProjectStatus          `yaml:"status,required"`
	Figures ordered[*projectFigureFile] `yaml:"figures"`
	Note    textFile                    `yaml:"note"`
}

type projectFigureFile struct {
	valueFile
	Period stat.Period `yaml:"period"`
	Name   textFile    `yaml:"name"`
	remarksFile
}

type recognitionFile struct {
	node
	Name   textFile         `yaml:"name,required"`
	Holder textFile         `yaml:"holder,required"`
	Theme  string           `yaml:"theme,required"`
	Tier   stat.Tier        `yaml:"tier,required"`
	Honour stat.Honour      `yaml:"honour,required"`
	Date   stat.Date        `yaml:"date"`
	Note   textFile         `yaml:"note"`
	From   ordered[printed] `yaml:"from"`
}

type initiativeFile struct {
	node
	Name  textFile         `yaml:"name,required"`
	Kind  stat.Kind        `yaml:"kind,required"`
	Theme string           `yaml:"theme,required"`
	Date  stat.Date        `yaml:"date"`
	Note  textFile         `yaml:"note"`
	From  ordered[printed] `yaml:"from"`
}

type acceptedFile struct {
	node
	Rule   string   `yaml:"rule,required"`
	Fact   string   `yaml:"fact,required"`
	Reason textFile `yaml:"reason,required"`
}
