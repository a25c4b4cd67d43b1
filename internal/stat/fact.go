package stat

import "strings"

// Fact is one figure the dataset holds: an observation, a ranking, a target or a figure of a project. It is
// the only place where the figure is held; everything printed refers to it by ID.
type Fact struct {
	ID       string  // Key() of its subject, measure and period: gdp.level@2023
	Subject  string  // indicator code, or project.figure as in power-line.investment
	Area     string  // area code
	Period   Period  // the period it is about, which can be later than the file's for forecasts and targets
	Measure  Measure // what Figure tells
	Sort     string  // what tells it from the usual figure of its measure, as in its ID: a basis, a scope, Only; "" for that figure
	Only     Only    // the part of the period that it is of; "" for the whole, from 1 January
	Basis    Basis   // of a growth; "" if it has none
	Verb     Verb    // of a growth or change, or a target for one; "" for that of the unit
	Part     string  // of a share: the indicator that has it, a part of a breakdown of the subject
	Figure           // the preferred figure
	Variants []Figure
	Reason   Text // why the figure is preferred to its variants
	Note     Text
	Ranking  *Ranking // set if Measure is Rank or Margin
	Target   *Target  // set if Measure is one of a target
	Place    Place
}

// SameComposition reports whether two facts are shares that the dataset gives together.
func (f *Fact) SameComposition(g *Fact) bool {
	return f.Part != "" && g.Part != "" && f.Place == g.Place && f.Period == g.Period
}

// Figure is a value as one place of a source gives it.
type Figure struct {
	Quantity  Quantity // without meaning unless Status.HasValue()
	Status    Status
	Qualifier Qualifier
	From      []Provenance // every place that prints this figure
	Place     Place
}

// Provenance says where a figure was taken from.
type Provenance struct {
	Source  string `json:"source"`            // source code
	Ref     string `json:"ref"`               // paragraph, page or cell in it
	Printed string `json:"printed,omitempty"` // the figure as printed there
}

// Is reports whether a fact is the usual figure of a measure, and not one of another sort beside it.
func (f *Fact) Is(m Measure) bool { return f.Measure == m && f.Sort == "" }

// OtherBasis reports whether a fact is growth of another basis than its indicator's.
func (f *Fact) OtherBasis() bool { return f.Measure == Growth && f.Sort != string(f.Only) }

// Aside reports whether a fact is told beside the usual figures of its indicator, in a line of its own that says what
// it is: growth of another basis, a figure of the last month alone, an acceleration, a contribution, a margin.
func (f *Fact) Aside() bool { return f.Sort != "" || f.Measure.Aside() }

// OnYearBefore reports whether a fact is growth on the level of a year earlier.
func (f *Fact) OnYearBefore() bool {
	return f.Measure == Growth && f.Only == "" && f.Basis != Chained && f.Basis != TwoYear
}

// OnSameMonth reports whether a fact is growth of a month or quarter alone on the same one of the year before.
func (f *Fact) OnSameMonth() bool {
	return f.Measure == Growth && f.Only != "" && f.Basis != Chained && f.Basis != TwoYear
}

// Ranking tells what a position is a position in, or what a margin is against.
type Ranking struct {
	Scope string  // scope code
	Of    int     // number of areas compared; 0 if unknown
	By    Measure // by growth, by level, by score; "" if the source does not say
	Group string  // the assessment the ranking is part of, for tallies
	Tied  bool
}

// OutOf is the number of areas compared: the ranking's own, or else that of its scope; 0 if neither is known.
func (r Ranking) OutOf(s Scope) int {
	if r.Of > 0 {
		return r.Of
	}
	return s.Of
}

// Target tells how a target binds. Its due period is the fact's period.
type Target struct {
	Indicator string
	Operator  Operator // "" of TargetWords
	Tolerance Quantity // of Operator Around; zero value if not declared
	UpTo      Quantity // of Operator Within: the upper bound, in the target's unit and power of ten
	Words     Text     // of TargetWords: what is meant to be reached
	Baseline  string   // ID of the fact it grows from; "" if the dataset has none
}

// BaselinePeriod is the period of the level or ratio that a target starts from: of a growth or a change the period a year
// before it is due, since both are against that, and so of a level or ratio that is set in its own year; of any other
// level or ratio the edition's own.
func (f *Fact) BaselinePeriod(edition Period) Period {
	if f.Measure == TargetGrowth || f.Measure == TargetChange || f.Period.Year == edition.Year {
		return f.Period.YearEarlier()
	}
	return edition
}

// ShareName is the name of the share of a part in fact IDs: gdp.share-primary@2023.
func ShareName(part string) string { return string(Share) + "-" + part }

// Baselines lists the measures of what a target can start from, the best first. Of an indicator that is a rate itself, a
// level and a ratio are the same.
func (f *Fact) Baselines(rate bool) []Measure {
	points := f.Quantity.Unit == PointsUnit || f.Quantity.Unit == PermillePointsUnit
	switch {
	case f.Measure == TargetLevel && rate:
		return []Measure{Level, Ratio}
	case f.Measure != TargetRatio && !(f.Measure == TargetChange && points):
		return []Measure{Level}
	case rate:
		return []Measure{Ratio, Level}
	default:
		return []Measure{Ratio}
	}
}

// Key makes a fact ID.
func Key(subject, name string, p Period) string { return subject + "." + name + "@" + p.String() }

// CanonicalID gives the period in a fact ID its one form: retail.level@2024-Q2 is retail.level@2024-H1. What ends in
// no period comes back as it is.
func CanonicalID(id string) string {
	if name, period, ok := strings.Cut(id, "@"); ok && isPeriodForm(period) {
		if p, err := ParsePeriod(period); err == nil {
			return name + "@" + p.String()
		}
	}
	return id
}
