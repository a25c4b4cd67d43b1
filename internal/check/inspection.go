package check

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"

	"nianbao/internal/catalog"
	"nianbao/internal/stat"
)

// inspection is one run of the rules: the dataset, indexed, and what was found so far.
type inspection struct {
	dataset     *stat.Dataset
	data        *stat.PeriodData // of the edition's period
	period      stat.Period
	opt         Options
	facts       []*stat.Fact // of the edition, by ID
	byID        map[string]*stat.Fact
	levels      map[levelKey]*stat.Fact
	firstShares map[string]*stat.Fact // by the name of a composition with its period
	indicators  map[string]*stat.Indicator
	roles       map[string]string           // the code that the area has for an indicator of the catalogue
	relations   map[string]catalog.Relation // by the area's code
	projects    map[string]*stat.Project
	nameCodes   map[string]bool // what {@code} can name
	wordings    []wording
	sentences   []sentence
	drawn       runeSet // characters known to have a glyph

	rules    []Rule
	rule     Rule // the one that runs
	findings []stat.Finding
	printed  func() []printedFigure // for the rules on what sources print; read once
}

type levelKey struct {
	subject, area string
	period        stat.Period
}

// wording is a text of the edition and where it stands.
type wording struct {
	text  stat.Text
	place stat.Place
}

func inspect(d *stat.Dataset, p stat.Period, opt Options) *inspection {
	data, ok := d.Data(p)
	if !ok {
		data = &stat.PeriodData{Period: p}
	}
	if len(opt.Langs) == 0 {
		opt.Langs = []stat.Lang{stat.Hans, stat.En}
	}
	in := &inspection{
		dataset: d, data: data, period: p, opt: opt,
		byID:        map[string]*stat.Fact{},
		levels:      map[levelKey]*stat.Fact{},
		firstShares: map[string]*stat.Fact{},
		indicators:  map[string]*stat.Indicator{},
		projects:    map[string]*stat.Project{},
		nameCodes:   map[string]bool{},
	}
	in.indexNames()
	in.indexRelations()
	in.indexFacts()
	in.collectWordings()
	in.readSentences()
	in.printed = sync.OnceValue(in.readAll)
	return in
}

func (in *inspection) indexNames() {
	for i := range in.dataset.Indicators {
		ind := &in.dataset.Indicators[i]
		in.indicators[ind.Code], in.nameCodes[ind.Code] = ind, true
	}
	for i := range in.data.Projects {
		project := &in.data.Projects[i]
		in.projects[project.Code], in.nameCodes[project.Code] = project, true
	}
	for _, r := range in.data.Recognitions {
		in.nameCodes[r.Code] = true
	}
	for _, n := range in.data.Initiatives {
		in.nameCodes[n.Code] = true
	}
}

// indexFacts puts the edition's own facts first: a figure of an earlier year that this period's file gives
// again takes the place of the one published then.
func (in *inspection) indexFacts() {
	in.facts = sortedFacts(in.data)
	in.index(in.facts)
	for i := range in.dataset.Periods {
		if in.dataset.Periods[i].Period != in.period {
			in.index(sortedFacts(&in.dataset.Periods[i]))
		}
	}
}

func sortedFacts(data *stat.PeriodData) []*stat.Fact {
	facts := make([]*stat.Fact, 0, len(data.Facts))
	for i := range data.Facts {
		facts = append(facts, &data.Facts[i])
	}
	slices.SortFunc(facts, func(a, b *stat.Fact) int {
		return cmp.Or(
			strings.Compare(a.ID, b.ID),
			comparePlaces(a.Place, b.Place),
			strings.Compare(a.Place.Path, b.Place.Path),
		)
	})
	return facts
}

func (in *inspection) index(facts []*stat.Fact) {
	for _, f := range facts {
		if _, known := in.byID[f.ID]; !known {
			in.byID[f.ID] = f
		}
		in.indexShare(f)
		key := levelKey{f.Subject, f.Area, f.Period}
		if _, known := in.levels[key]; !known && f.Is(stat.Level) && f.Status.HasValue() {
			in.levels[key] = f
		}
	}
}

// indexShare takes up a composition by its first share.
func (in *inspection) indexShare(f *stat.Fact) {
	ind := in.indicators[f.Subject]
	if f.Measure != stat.Share || ind == nil {
		return
	}
	b, ok := ind.BreakdownOf(f.Part)
	id := stat.Key(f.Subject, ind.CompositionName(b), f.Period)
	if ok && b.Parts[0] == f.Part && in.firstShares[id] == nil {
		in.firstShares[id] = f
	}
}

// levelBeside finds the level of another indicator for the area of f; nil if there is none with a value.
func (in *inspection) levelBeside(f *stat.Fact, subject string, p stat.Period) *stat.Fact {
	return in.levels[levelKey{subject, f.Area, p}]
}

// collectWordings gathers the texts an edition prints: those of the area and the catalogue, and of its period
// alone. The walk writes units back, which is why it gets a map of its own.
func (in *inspection) collectWordings() {
	one := *in.dataset
	one.Units = maps.Clone(in.dataset.Units)
	one.Periods = []stat.PeriodData{*in.data}
	one.Texts(func(at stat.Place, t *stat.Text) {
		in.wordings = append(in.wordings, wording{*t, at})
	})
}

// find records what the running rule found, of the rule's own severity unless told otherwise.
func (in *inspection) find(f stat.Finding) {
	f.Rule = in.rule.ID
	if f.Severity == "" {
		f.Severity = in.rule.Severity
	}
	in.findings = append(in.findings, f)
}

// findOn records what the running rule found of several facts, at the place of the first.
func (in *inspection) findOn(message stat.Text, args []any, facts ...*stat.Fact) {
	in.find(stat.Finding{Message: message, Args: args, Facts: ids(facts), Place: facts[0].Place})
}

func ids(facts []*stat.Fact) []string {
	list := make([]string, len(facts))
	for i, f := range facts {
		list[i] = f.ID
	}
	return list
}

// values gives the usual and precise figures of some measures, each with its indicator.
func (in *inspection) values(measures ...stat.Measure) iter.Seq2[*stat.Fact, *stat.Indicator] {
	return func(yield func(*stat.Fact, *stat.Indicator) bool) {
		for _, f := range in.facts {
			ind := in.indicators[f.Subject]
			if ind != nil && f.Sort == "" && slices.Contains(measures, f.Measure) && precise(f) && !yield(f, ind) {
				return
			}
		}
	}
}

// findOf records what the running rule found of a fact, whose name is the message's first argument.
func (in *inspection) findOf(f *stat.Fact, at stat.Place, message stat.Text, args ...any) {
	in.findAs(in.rule.Severity, f, at, message, args...)
}

// findAs is findOf of another severity than the rule's own.
func (in *inspection) findAs(severity stat.Severity, f *stat.Fact, at stat.Place, message stat.Text, args ...any) {
	in.find(stat.Finding{
		Severity: severity, Message: message, Args: append([]any{in.name(f)}, args...), Facts: []string{f.ID}, Place: at,
	})
}

// figures gives the preferred figure of a fact, the upper bound if that is a range, and then its variants, each with a place.
func figures(f *stat.Fact) iter.Seq[stat.Figure] {
	return func(yield func(stat.Figure) bool) {
		if !yield(placed(f.Figure, f)) {
			return
		}
		if f.Target != nil && f.Target.Operator == stat.Within {
			upper := placed(f.Figure, f)
			if upper.Quantity = f.Target.UpTo; !yield(upper) {
				return
			}
		}
		for v := range variants(f) {
			if !yield(v) {
				return
			}
		}
	}
}

// variants gives the variants of a fact, each with a place.
func variants(f *stat.Fact) iter.Seq[stat.Figure] {
	return func(yield func(stat.Figure) bool) {
		for _, v := range f.Variants {
			if !yield(placed(v, f)) {
				return
			}
		}
	}
}

// placed is a figure with its own place, or else that of its fact.
func placed(fig stat.Figure, f *stat.Fact) stat.Figure {
	if fig.Place == (stat.Place{}) {
		fig.Place = f.Place
	}
	return fig
}
