package stat

// Severity says what a finding means for the edition.
type Severity string

// The severities. An error blocks writing unless the dataset accepts it by name, with a reason.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Note    Severity = "note"
)

// Finding is what a consistency rule found.
type Finding struct {
	Rule     string
	Severity Severity
	Message  Text  // with {0}, {1} … for Args
	Args     []any // Quantity, Text, Date, Period, int, string: worded by the locale package
	Facts    []string
	Place    Place
	Accepted Text // the dataset's reason for living with it; empty if not accepted
}

// Blocks reports whether the finding keeps an edition from being written.
func (f Finding) Blocks() bool { return f.Severity == Error && f.Accepted.Empty() }

// Acceptance names a finding the dataset's keepers know of and accept.
type Acceptance struct {
	Rule   string
	Fact   string // fact ID the finding is about, or the path of its place
	Reason Text
	Place  Place
}
