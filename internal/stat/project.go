package stat

// Project is work with money and partners, as it stands at the end of a period.
type Project struct {
	Code       string
	Name       Text
	Theme      string
	Status     ProjectStatus
	Partners   []Partner
	Figures    []ProjectFigure
	Milestones []Milestone
	Note       Text
	Provenance []Provenance
	Place      Place
}

// Partner takes part in a project or is behind it.
type Partner struct {
	Name Text
	Role Text // optional
}

// ProjectFigure names one figure of a project; the figure itself is a Fact.
type ProjectFigure struct {
	Code  string // investment, length …
	Name  Text   // empty for the codes the locale package has words for
	Fact  string // fact ID
	Place Place
}

// Milestone is a dated step of a project.
type Milestone struct {
	Code       string // unique in its project
	Step       Step
	Date       Date
	Text       Text // what happened; empty where the step's own word says it
	Provenance []Provenance
	Place      Place
}

// Recognition is an honour, or a place on a list that leads to one.
type Recognition struct {
	Code       string
	Name       Text
	Holder     Text
	Theme      string
	Tier       Tier
	Honour     Honour
	Date       Date // zero if unknown
	Note       Text
	Provenance []Provenance
	Place      Place
}

// Initiative is a named campaign, strategy, reform, event or facility that has no figure of its own.
type Initiative struct {
	Code       string
	Name       Text
	Theme      string
	Kind       Kind
	Date       Date // zero if unknown
	Note       Text
	Provenance []Provenance
	Place      Place
}
