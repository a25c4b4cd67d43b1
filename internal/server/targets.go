package server

import (
	"slices"
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/intake"
	"nianbao/internal/merge"
	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// targetView is the form that sets a target.
type targetView struct {
	Root      string
	Due       string
	Themes    []themeView
	Operators []choice
	Code      string // of the indicator that was chosen
	Growth    bool   // the target is one of growth, not of the figure itself
	Operator  string
	Value     string
	Problems  []*message.Text
}

// themeView is a theme with its indicators.
type themeView struct {
	Name       string
	Indicators []choice
}

// targets is the form that sets a target of the edition.
func (t *table) targets() *targetView {
	v := &targetView{Root: root(t.held.Code, t.form.Period), Due: t.words.Period(t.form.Period.Due()), Growth: true}
	for i := range t.form.Rows {
		r := &t.form.Rows[i]
		if r.Key != r.Indicator.Code || r.Indicator.Theme == "" {
			continue
		}
		name := t.form.ThemeName(t.words, r.Theme)
		if n := len(v.Themes); n == 0 || v.Themes[n-1].Name != name {
			v.Themes = append(v.Themes, themeView{Name: name})
		}
		of := &v.Themes[len(v.Themes)-1]
		text := t.words.Text(r.Indicator.Name)
		if unit := unitOf(t.words, r.Figure); unit != "" {
			text += t.words.Parenthesis(unit)
		}
		of.Indicators = append(of.Indicators, choice{r.Key, text})
	}
	for _, o := range operators {
		v.Operators = append(v.Operators, choice{string(o), t.words.Operator(o)})
	}
	return v
}

// operators are those that a target of one number can have.
var operators = []stat.Operator{stat.Equal, stat.Around, stat.AtLeast, stat.AtMost}

// saveTarget sets a target, or takes it back.
func (s *Server) saveTarget(q *request) error {
	h, period, err := s.edition(q)
	if err != nil {
		return err
	}
	f, err := form.New(h.Data, period, "")
	if err != nil {
		return err
	}
	one := merge.Target{Period: period, Code: q.FormValue("code"), Operator: stat.Operator(q.FormValue("operator"))}
	growth, value := q.FormValue("growth") != "", strings.TrimSpace(q.FormValue("value"))
	slot, ok := f.Target(one.Code, growth)
	if !ok || !slices.Contains(operators, one.Operator) {
		return wrongError{message.Errorf("there is no row %q", one.Code)}
	}
	one.Measure = slot.Measure
	var problems []*message.Text
	save := s.Desk.Aim
	if q.FormValue("back") != "" {
		save = s.Desk.TakeBack
	} else if one.Value, err = intake.ParseNumber(h.Data, slot, value); err != nil {
		problems = []*message.Text{message.Of("%v", err)}
	}
	if len(problems) == 0 {
		saved, err := save(q.Context(), q.who, h.Code, one)
		if err != nil {
			return err
		}
		h, problems = saved.Held, saved.Reasons()
	}
	if len(problems) == 0 {
		return q.to(root(h.Code, period) + "?chapter=" + form.TargetTheme + "#row-" + slot.ID)
	}
	t, err := s.table(q, h, period)
	if err != nil {
		return err
	}
	return s.again(t, form.TargetTheme, func(v *figuresView) {
		v.Target.Code, v.Target.Growth, v.Target.Operator, v.Target.Value, v.Target.Problems = one.Code, growth, string(one.Operator), value, problems
	})
}
