package form

import (
	"slices"
	"strings"

	"nianbao/internal/catalog"
	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// Form is what an area is asked for one period.
type Form struct {
	Data   *stat.Dataset
	Period stat.Period
	Theme  string // its code, if the form is of one theme alone
	Rows   []Row

	own    *stat.PeriodData      // of the period; empty if it has no file yet
	now    map[string]*stat.Fact // what its file has, by ID
	latest map[string]*stat.Fact
}

// Row is a line of the form: the usual figures of an indicator, or one other figure.
type Row struct {
	Key       string // the indicator's code; of another figure its ID, without the form's own period
	Theme     string
	Indicator stat.Indicator // of a project or target: its name alone
	Depth     int
	Heading   stat.Text // of the breakdown whose first part it is
	PartOf    string    // what its level adds up to, with others: whole/breakdown; "" if it does not
	Figure    Slot
	Growth    Slot
	Rank      Slot
}

// Slot is one figure of a row. Of one that the row has not, the ID is empty.
type Slot struct {
	ID      string
	Measure stat.Measure
	Unit    stat.Quantity // unit and power of ten in which it is given
	Fact    *stat.Fact    // what the period's file has; nil if nothing
	Before  *stat.Fact    // a year earlier; nil if unknown
	Last    *stat.Fact    // in the period before of the same year; nil if unknown
}

// Slots are the row's figures, those that it has.
func (r *Row) Slots() []*Slot {
	var list []*Slot
	for _, s := range []*Slot{&r.Figure, &r.Growth, &r.Rank} {
		if s.ID != "" {
			list = append(list, s)
		}
	}
	return list
}

// ColumnOf is the column of one of the row's slots.
func (r *Row) ColumnOf(s *Slot) Column {
	switch s {
	case &r.Growth:
		return Growth
	case &r.Rank:
		return Rank
	default:
		return Value
	}
}

// New makes the form of a period. A theme must be one of the area.
func New(d *stat.Dataset, period stat.Period, theme string) (*Form, error) {
	f := &Form{Data: d, Period: period, Theme: theme, own: &stat.PeriodData{Period: period, Status: stat.Normal}, now: map[string]*stat.Fact{}, latest: map[string]*stat.Fact{}}
	if theme != "" && !slices.ContainsFunc(d.Themes, func(t stat.Theme) bool { return t.Code == theme }) {
		var codes []string
		for _, t := range d.Themes {
			codes = append(codes, t.Code)
		}
		return nil, message.Errorf("area %q has no theme %q; known: %s", d.Area.Code, theme, strings.Join(codes, ", "))
	}
	for i := range d.Periods {
		data := &d.Periods[i]
		if data.Period.Compare(period) > 0 {
			continue
		}
		if data.Period == period {
			f.own = data
		}
		for j := range data.Facts {
			if was := f.latest[data.Facts[j].ID]; data.Facts[j].Status.HasValue() || was == nil {
				f.latest[data.Facts[j].ID] = &data.Facts[j]
			}
		}
	}
	for i := range f.own.Facts {
		f.now[f.own.Facts[i].ID] = &f.own.Facts[i]
	}
	f.indicators()
	f.others()
	return f, nil
}

// Own is the data of the form's period, empty if there are none yet.
func (f *Form) Own() *stat.PeriodData { return f.own }

// indicators makes the rows of indicators: by theme, each with its parts below it.
func (f *Form) indicators() {
	o := order{form: f, byCode: map[string]*stat.Indicator{}, below: map[string]bool{}, placed: map[string]bool{}}
	for i := range f.Data.Indicators {
		ind := &f.Data.Indicators[i]
		o.byCode[ind.Code] = ind
		for _, child := range ind.Children() {
			o.below[child] = true
		}
	}
	for _, t := range f.Data.Themes {
		o.theme(t.Code, false) // what stands below nothing first
		o.theme(t.Code, true)
	}
}

// order puts indicators in the order of the form.
type order struct {
	form   *Form
	byCode map[string]*stat.Indicator
	below  map[string]bool // those that are parts of others, or contained in them
	placed map[string]bool
}

func (o *order) theme(code string, all bool) {
	for i := range o.form.Data.Indicators {
		if ind := &o.form.Data.Indicators[i]; ind.Theme == code && (all || !o.below[ind.Code]) {
			o.place(ind, Row{})
		}
	}
}

// place adds the row of an indicator, and those of its parts and of what it contains.
func (o *order) place(ind *stat.Indicator, row Row) {
	if o.placed[ind.Code] {
		return
	}
	o.placed[ind.Code] = true
	if o.form.asks(ind) {
		o.form.Rows = append(o.form.Rows, o.form.row(*ind, row))
	}
	for _, b := range ind.Breakdowns {
		for i, code := range b.Parts {
			next := Row{Depth: row.Depth + 1}
			if part := o.byCode[code]; part != nil && part.Unit == ind.Unit && part.Mult == ind.Mult {
				next.PartOf = ind.Code + "/" + b.Code
			}
			if i == 0 && len(ind.Breakdowns) > 1 {
				next.Heading = b.Name
			}
			o.child(ind, code, next)
		}
	}
	for _, code := range ind.Includes {
		o.child(ind, code, Row{Depth: row.Depth + 1})
	}
}

// child places an indicator below another one of its theme.
func (o *order) child(of *stat.Indicator, code string, row Row) {
	if ind := o.byCode[code]; ind != nil && ind.Theme == of.Theme {
		o.place(ind, row)
	}
}

// asks reports whether the form has a row for an indicator. One that is known at the year's end alone has none in a part of
// the year, unless it has figures.
func (f *Form) asks(ind *stat.Indicator) bool {
	if f.Theme != "" && ind.Theme != f.Theme || ind.Tally != nil && !f.has(ind.Code) {
		return false
	}
	return ind.Known != stat.YearEnd || f.Period.Span == stat.Annual || f.has(ind.Code)
}

func (f *Form) has(code string) bool {
	return slices.ContainsFunc(f.own.Facts, func(fact stat.Fact) bool { return fact.Subject == code })
}

// row fills in the usual figures of an indicator.
func (f *Form) row(ind stat.Indicator, r Row) Row {
	r.Key, r.Theme, r.Indicator = ind.Code, ind.Theme, ind
	unit, ok := f.Data.Units[ind.Unit]
	if !ok {
		unit = catalog.AllUnits()[ind.Unit]
	}
	figure, growth := unit.UsualMeasures()
	r.Figure, r.Growth = f.slot(ind, figure), f.slot(ind, growth)
	if len(f.Data.Area.Scopes) > 0 {
		r.Rank = f.slot(ind, stat.Rank)
	}
	return r
}

// slot is the usual figure of a measure.
func (f *Form) slot(ind stat.Indicator, m stat.Measure) Slot {
	unit := ind.Usually(m)
	if m == stat.Change && unit.Unit == stat.PermilleUnit {
		unit.Unit = stat.PermillePointsUnit
	}
	s := Slot{ID: stat.Key(ind.Code, string(m), f.Period), Measure: m, Unit: unit}
	return f.known(s, ind.Code, string(m))
}

// known adds what is known of a figure: in the file, a year earlier, and in the period before.
func (f *Form) known(s Slot, code, name string) Slot {
	s.Fact = f.now[s.ID]
	s.Before = f.latest[stat.Key(code, name, f.Period.YearEarlier())]
	for i := range f.Data.Periods {
		if p := f.Data.Periods[i].Period; p.Year == f.Period.Year && p.Compare(f.Period) < 0 {
			if last := f.latest[stat.Key(code, name, p)]; last != nil {
				s.Last = last
			}
		}
	}
	if s.Fact != nil {
		s.Unit = stat.Quantity{Unit: s.Fact.Quantity.Unit, Mult: s.Fact.Quantity.Mult}
	}
	return s
}

// others makes the rows of the file's other figures, each behind the rows of its indicator: growth of another basis, ranks
// in other scopes, shares, figures of other periods, targets, figures of projects.
func (f *Form) others() {
	usual := map[string]bool{}
	for i := range f.Rows {
		for _, s := range f.Rows[i].Slots() {
			usual[s.ID] = true
		}
	}
	for i := range f.own.Facts {
		fact := &f.own.Facts[i]
		if usual[fact.ID] || fact.Measure == stat.TargetWords || fact.Target != nil && fact.Target.Operator == stat.Within {
			continue
		}
		if r := f.other(fact); f.Theme == "" || r.Theme == f.Theme {
			f.Rows = slices.Insert(f.Rows, f.behind(&r), r)
		}
	}
}

// behind is the place behind the rows of an indicator; that of a target or a project is at the end.
func (f *Form) behind(r *Row) int {
	for j := len(f.Rows) - 1; j >= 0; j-- {
		if f.Rows[j].Indicator.Code == r.Indicator.Code && f.Rows[j].Theme == r.Theme {
			return j + 1
		}
	}
	return len(f.Rows)
}

// TargetTheme and ProjectTheme are the chapters of rows that belong to no theme.
const (
	TargetTheme  = "targets"
	ProjectTheme = "projects"
)

func (f *Form) other(fact *stat.Fact) Row {
	key := strings.TrimSuffix(fact.ID, "@"+f.Period.String())
	r := Row{Key: key, Theme: ProjectTheme, Indicator: stat.Indicator{Code: fact.Subject}, Depth: 1}
	if ind, ok := f.Data.Indicator(fact.Subject); ok {
		r.Indicator, r.Theme = *ind, ind.Theme
	}
	if fact.Target != nil {
		r.Theme, r.Depth = TargetTheme, 0
	}
	r.Figure = Slot{
		ID: fact.ID, Measure: fact.Measure, Unit: stat.Quantity{Unit: fact.Quantity.Unit, Mult: fact.Quantity.Mult}, Fact: fact,
	}
	name, _, _ := strings.Cut(strings.TrimPrefix(fact.ID, fact.Subject+"."), "@")
	r.Figure = f.known(r.Figure, fact.Subject, name)
	return r
}

// Standard is the row of an indicator that the form has none for, by its code: of the area's, or of the catalogue.
func (f *Form) Standard(code string) (Row, bool) {
	if ind, ok := f.Data.Indicator(code); ok {
		return f.row(*ind, Row{}), true
	}
	e, ok := catalog.Get(code)
	if !ok {
		return Row{}, false
	}
	return f.row(e.Indicator, Row{}), true
}

// Target is the figure of a target that can be set for an indicator of the area: of its growth or change, or of the figure itself.
func (f *Form) Target(code string, growth bool) (Slot, bool) {
	ind, ok := f.Data.Indicator(code)
	if !ok {
		return Slot{}, false
	}
	measure, of := f.Data.Units[ind.Unit].UsualMeasures()
	if growth {
		measure = of
	}
	m := measure.Aim()
	return Slot{ID: stat.Key(code, string(m), f.Period.Due()), Measure: m, Unit: ind.Usually(m)}, true
}

// Known reports whether the data have the slot's figure.
func (s *Slot) Known() bool { return s.Fact != nil && s.Fact.Status.HasValue() }
