package stat

// Measure says what an observation tells of its indicator.
type Measure string

// The measures.
const (
	Level        Measure = "level"         // the amount itself
	Growth       Measure = "growth"        // per cent against the same period a year earlier
	Change       Measure = "change"        // difference to a year earlier, in the unit or in percentage points
	Rank         Measure = "rank"          // position in a scope
	ScoreValue   Measure = "score"         // points awarded
	Ratio        Measure = "ratio"         // share or rate of completion, in per cent
	TargetLevel  Measure = "target_level"  // level meant to be reached
	TargetGrowth Measure = "target_growth" // growth meant to be reached
)

// Measures lists every measure in the order of tables.
func Measures() []Measure {
	return []Measure{Level, ScoreValue, Ratio, Growth, Change, Rank, TargetLevel, TargetGrowth}
}

// Target reports whether the measure is of a target, not of something observed.
func (m Measure) Target() bool { return m == TargetLevel || m == TargetGrowth }

// Status is the SDMX observation status (code list CL_OBS_STATUS 2.2).
type Status string

// The statuses in use.
const (
	Normal      Status = "A"
	Break       Status = "B"
	Estimate    Status = "E"
	Forecast    Status = "F"
	Provisional Status = "P"
	Missing     Status = "O" // missing value
	NotExist    Status = "M" // missing because it cannot exist
	NotCollect  Status = "L" // missing because it was not collected
)

// Statuses lists every status accepted in a dataset.
func Statuses() []Status {
	return []Status{Normal, Break, Estimate, Forecast, Provisional, Missing, NotExist, NotCollect}
}

// HasValue reports whether an observation of this status carries a value. Missing is never zero.
func (s Status) HasValue() bool { return s != Missing && s != NotExist && s != NotCollect }

// Basis says in which prices a growth is measured.
type Basis string

// The bases of growth. Only from Nominal growth may a level of another year be computed.
const (
	Nominal Basis = "nominal" // current prices, or no prices at all
	Real    Basis = "real"    // constant prices: GDP, industrial value added
)

// Direction says which way is better.
type Direction string

// The directions.
const (
	Up      Direction = "up"
	Down    Direction = "down"
	Neutral Direction = "neutral"
)

// Timing says whether an indicator counts what happens over a period or what there is at its end.
type Timing string

// The timings. Levels of a flow add up from 1 January, so that within a year they are not compared with each other.
const (
	Flow  Timing = "flow"  // cumulative from 1 January: output, sales, investment
	Stock Timing = "stock" // as it stands at the period's end: households connected, animals kept; every ratio
)

// Frequency says how often an indicator is known (SDMX FREQ).
type Frequency string

// The frequencies.
const (
	EveryPeriod Frequency = "any"    // for every period
	YearEnd     Frequency = "annual" // for whole years only
)

// Qualifier is what the source says about the precision of a figure.
type Qualifier string

// The qualifiers.
const (
	Exactly  Qualifier = ""
	About    Qualifier = "about"
	MoreThan Qualifier = "more_than"
	LessThan Qualifier = "less_than"
)

// Operator says how a target binds.
type Operator string

// The operators.
const (
	Equal   Operator = "equal"
	AtLeast Operator = "at_least"
	AtMost  Operator = "at_most"
	Around  Operator = "about"
)

// ProjectStatus is how far a project has come by the end of a period.
type ProjectStatus string

// The stages, in order.
const (
	Planned           ProjectStatus = "planned"
	Approved          ProjectStatus = "approved"
	Preparation       ProjectStatus = "preparation"
	Signed            ProjectStatus = "signed"
	UnderConstruction ProjectStatus = "under_construction"
	Completed         ProjectStatus = "completed"
	InProduction      ProjectStatus = "in_production"
	Stopped           ProjectStatus = "stopped"
)

// Over reports whether nothing more is to come: the project is done or was given up.
func (s ProjectStatus) Over() bool { return s == Completed || s == InProduction || s == Stopped }

// ProjectStatuses lists the stages in order.
func ProjectStatuses() []ProjectStatus {
	return []ProjectStatus{Planned, Approved, Preparation, Signed, UnderConstruction, Completed, InProduction, Stopped}
}

// Step is the kind of a milestone.
type Step string

// The steps that bind each other in time come first, in their order; the others can happen at any time.
const (
	StepSigned     Step = "signed"
	StepStarted    Step = "started"
	StepCompleted  Step = "completed"
	StepProduction Step = "in_production"

	StepAgreement Step = "agreement"
	StepApproval  Step = "approval"
	StepFair      Step = "fair"
	StepMeeting   Step = "meeting"
	StepOnSite    Step = "on_site_from"
	StepEvent     Step = "event"
)

// OrderedSteps lists the steps of which none may come before an earlier one of the list.
func OrderedSteps() []Step { return []Step{StepSigned, StepStarted, StepCompleted, StepProduction} }

// Steps lists every step.
func Steps() []Step {
	return append(OrderedSteps(), StepAgreement, StepApproval, StepFair, StepMeeting, StepOnSite, StepEvent)
}

// Honour says how far a recognition has come.
type Honour string

// The stages of a recognition.
const (
	Awarded   Honour = "awarded"
	Nominated Honour = "nominated"
	Listed    Honour = "listed"
)

// Tier is the level of government that stands behind a recognition.
type Tier string

// The tiers.
const (
	National   Tier = "national"
	Provincial Tier = "provincial"
	Municipal  Tier = "municipal"
)

// Kind says what an initiative is.
type Kind string

// The kinds.
const (
	Campaign  Kind = "campaign"
	Strategy  Kind = "strategy"
	Principle Kind = "principle"
	Reform    Kind = "reform"
	Event     Kind = "event"
	Facility  Kind = "facility"
	Work      Kind = "work"
)

// Kinds lists every kind in the order of tables.
func Kinds() []Kind { return []Kind{Strategy, Campaign, Reform, Principle, Work, Facility, Event} }
