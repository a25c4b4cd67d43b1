package stat

import "strings"

// Measure says what an observation tells of its indicator.
type Measure string

// The measures.
const (
	Level  Measure = "level"  // the amount itself
	Growth Measure = "growth" // per cent against the same period a year earlier
	Share  Measure = "share"  // of a part in the whole of a breakdown, in per cent
	Change Measure = "change" // difference to a year earlier, in the unit or in percentage points

	Acceleration     Measure = "acceleration"      // growth less that of a year earlier, in percentage points
	Contribution     Measure = "contribution"      // to the growth of the whole, in percentage points
	ContributionRate Measure = "contribution_rate" // share in the growth of the whole, in per cent
	Margin           Measure = "margin"            // growth, ratio or level less that of a scope, as the province

	Rank         Measure = "rank"          // position in a scope
	ScoreValue   Measure = "score"         // points awarded
	Ratio        Measure = "ratio"         // share or rate of completion, in per cent
	TargetLevel  Measure = "target_level"  // level meant to be reached
	TargetGrowth Measure = "target_growth" // growth meant to be reached
	TargetRatio  Measure = "target_ratio"  // share or rate meant to be reached
	TargetChange Measure = "target_change" // difference to a year earlier meant to be reached
	TargetWords  Measure = "target_words"  // what is meant to be reached, in words; without a value
)

// Measures lists every measure in the order of tables.
func Measures() []Measure {
	return []Measure{
		Level, ScoreValue, Ratio, Share, Growth, Change, Acceleration, Contribution, ContributionRate, Margin, Rank,
		TargetLevel, TargetGrowth, TargetRatio, TargetChange, TargetWords,
	}
}

// Aim is the measure of targets for a usual measure, see [Unit.UsualMeasures].
func (m Measure) Aim() Measure {
	switch m {
	case Ratio:
		return TargetRatio
	case Growth:
		return TargetGrowth
	case Change:
		return TargetChange
	default:
		return TargetLevel
	}
}

// Target reports whether the measure is of a target, not of something observed.
func (m Measure) Target() bool {
	switch m {
	case TargetLevel, TargetGrowth, TargetRatio, TargetChange, TargetWords:
		return true
	}
	return false
}

// Aside reports whether the measure is always told beside the usual figures of an indicator.
func (m Measure) Aside() bool {
	return m == Acceleration || m == Contribution || m == ContributionRate || m == Margin
}

// Grows reports whether the measure is a difference in time, or a target for one.
func (m Measure) Grows() bool {
	switch m {
	case Growth, Change, TargetGrowth, TargetChange, Acceleration:
		return true
	}
	return false
}

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

// Basis says what a growth is measured by. Growth of what is no money, as tonnes or people, has none: "".
type Basis string

// The bases of growth.
const (
	Nominal    Basis = "nominal"    // current prices
	Real       Basis = "real"       // constant prices: GDP, industrial value added
	Comparable Basis = "comparable" // the definition or coverage of a year earlier made equal to this year's (同口径)
	Chained    Basis = "chained"    // against the period just before, seasonally adjusted or not (环比)
	TwoYear    Basis = "two_year"   // mean yearly growth over two years (两年平均)
)

// Bases lists every basis.
func Bases() []Basis { return []Basis{Nominal, Real, Comparable, Chained, TwoYear} }

// FromLevels reports whether growth of the basis follows from the levels of this period and of a year earlier.
func (b Basis) FromLevels() bool { return b == Nominal || b == "" }

// UsualBasis is the basis of growth of an indicator in a unit that states none: current prices for money and prices.
func UsualBasis(u Unit) Basis {
	if u.Dim == Money || u.Dim == Price {
		return Nominal
	}
	return ""
}

// Priced reports whether figures in a unit can be at current or constant prices.
func (u Unit) Priced() bool {
	return u.Dim == Money || u.Dim == Price || u.Dim == Quotient || u.Dim == OwnMeasure
}

// Against says what growth of the basis is against: growth_kind.
func (b Basis) Against() string {
	switch b {
	case Chained:
		return "previous_period"
	case TwoYear:
		return "two_year_average"
	default:
		return "year_on_year"
	}
}

// Verb says which words the growth of an indicator takes.
type Verb string

// The verbs. An indicator that states none takes those of its figures' unit.
const (
	VerbGrow     Verb = "grow"     // 增长, 下降
	VerbIncrease Verb = "increase" // 增加, 减少
	VerbImprove  Verb = "improve"  // 提高, 降低
	VerbClimb    Verb = "climb"    // 上升, 下降: temperatures, concentrations
	VerbRise     Verb = "rise"     // 上涨, 下降: prices
)

// Verbs lists every verb.
func Verbs() []Verb { return []Verb{VerbGrow, VerbIncrease, VerbImprove, VerbClimb, VerbRise} }

// UsualVerb is the verb of an indicator in a unit, if it states none: indices and prices rise, but not what people
// earn; temperatures and concentrations climb.
func UsualVerb(u Unit) Verb {
	earned := strings.HasSuffix(u.Code, "_PER_MONTH") || strings.HasSuffix(u.Code, "_PER_PERSON")
	switch {
	case u.Dim == IndexDim && u.Code != IndexPointsUnit, u.Dim == Price && !earned && !u.Own():
		return VerbRise
	case u.Dim == Temperature || u.Dim == Concentration:
		return VerbClimb
	default:
		return ""
	}
}

// Only says that a figure is of the last part of its period alone, beside the cumulative one.
type Only string

// The parts of a period.
const (
	OnlyMonth   Only = "month"
	OnlyQuarter Only = "quarter"
)

// Months is how many months the part has.
func (o Only) Months() int {
	if o == OnlyQuarter {
		return 3
	}
	return 1
}

// Freq is how often there is such a part.
func (o Only) Freq() Freq {
	if o == OnlyQuarter {
		return Quarterly
	}
	return Monthly
}

// Onlys lists every part.
func Onlys() []Only { return []Only{OnlyMonth, OnlyQuarter} }

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

// Freq says how often there are figures like one (SDMX CL_FREQ).
type Freq string

// The frequencies of figures.
const (
	Yearly    Freq = "A"
	Quarterly Freq = "Q"
	Monthly   Freq = "M"
)

// Accumulation says of what time a figure is.
type Accumulation string

// The accumulations.
const (
	YearToDate  Accumulation = "ytd"    // from 1 January, of less than a year
	WholePeriod Accumulation = "period" // from the start of the year, quarter or month to its end
	Point       Accumulation = "point"  // as of a day
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
	Within  Operator = "range" // from the target's value to [Target.UpTo]
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
