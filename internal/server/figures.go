package server

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"nianbao/internal/catalog"
	"nianbao/internal/desk"
	"nianbao/internal/form"
	"nianbao/internal/intake"
	"nianbao/internal/locale"
	"nianbao/internal/message"
	"nianbao/internal/stat"
	"nianbao/internal/tidy"
)

// figuresView is the page of a period's figures: one chapter of them.
type figuresView struct {
	Root     string
	Chapters []chapterView
	Chapter  string
	Rows     []rowView
	Findings findingsView
	Now      string // heading of the column of values
	Earlier  choice // the page of a year earlier; empty if its figures stand on this one
	Before   string // heading of the column of a year earlier
	Last     string // of the period before in the same year; "" if there is none
	Find     string // what an indicator to be added was looked for by
	Found    []choice
	Target   *targetView // of the chapter of targets
	Own      *ownView    // of every other chapter: the form of an indicator of the area's own
}

// chapterView is a chapter in the list of them.
type chapterView struct {
	Code    string
	Name    string
	Missing int
	Found   int // findings that are about its figures
}

// rowView is a row of figures.
type rowView struct {
	Root     string
	Key      string
	Chapter  string
	Name     string
	Heading  string // of the breakdown that it begins
	Depth    int
	Unit     string
	Bound    string // of a target: whether it is a least, a most or about so much; "" of one that is to be met
	Growth   string // unit of the growth
	Before   string
	Last     string
	HasLast  bool
	Without  []string          // what the data say has no value, although the row has others
	Has      map[string]bool   // columns of numbers that it has
	Held     map[string]string // what the data have, by column
	Cells    map[string]string // what stands in the cells
	Statuses []choice
	Sources  []choice
	Wrong    map[string]string // what is wrong with a cell
	Problems []*message.Text   // with the row as a whole
	Findings []tidy.Finding
	Stale    bool // others have changed it
	Done     string
}

type choice struct{ Value, Name string }

// findingsView is what the checks find, beside the figures.
type findingsView struct {
	Root   string
	List   []foundView
	New    []foundView
	Gone   []foundView
	Saved  bool
	Undo   undoView
	Effect int // number of the edit whose effects can be asked for
	What   []*message.Text
}

// undoView is the edit that can be undone.
type undoView struct {
	Root   string
	Number int // 0 for none
	What   string
	Back   string
}

// undoable is the last edit of an area, if it can be undone from a page.
func (s *Server) undoable(t *table, back string) undoView {
	number, changes := s.Desk.CanUndo(t.held.Code)
	v := undoView{Root: root(t.held.Code, t.form.Period), Number: number, Back: back}
	for i, c := range changes {
		if i == 2 {
			v.What += " …"
			break
		}
		was, _, _ := strings.Cut(c.Old, " [") // without where it is printed
		is, _, _ := strings.Cut(c.New, " [")
		if v.What += t.nameOf(c.Subject); was != is {
			v.What += fmt.Sprintf(" %.30s → %.30s", t.stated(was), t.stated(is))
		}
		v.What += "  "
	}
	return v
}

// foundView is a finding with the row that it is about.
type foundView struct {
	tidy.Finding
	Chapter, Key string
}

// table is a period's form with what is needed to show it.
type table struct {
	q       *request
	held    *desk.Held
	form    *form.Form
	words   *locale.Words
	found   []foundView
	rowOf   map[string]*form.Row // by fact ID
	hasLast bool
}

func (s *Server) table(q *request, h *desk.Held, period stat.Period) (*table, error) {
	t, err := q.naming(h, period)
	if err != nil {
		return nil, err
	}
	checked, err := s.Desk.Check(q.Context(), h, period)
	if err != nil {
		return nil, err
	}
	t.found = t.places(checked.Findings)
	return t, nil
}

// figures shows the figures of a chapter.
func (s *Server) figures(q *request) error {
	h, period, err := s.edition(q)
	if err != nil {
		return err
	}
	t, err := s.table(q, h, period)
	if err != nil {
		return err
	}
	asked, chapter := q.URL.Query(), q.URL.Query().Get("chapter")
	if code := asked.Get("add"); code != "" {
		if chapter = t.add(code); chapter == "" {
			return notFoundError{message.Errorf("there is no row %q", code)}
		}
	}
	p := q.of(h, period, "figures", "Figures")
	v := t.view(chapter, s.undoable(t, q.URL.RequestURI()))
	if v.Find = asked.Get("find"); v.Find != "" {
		v.Found = t.search(v.Find)
		if v.Own != nil && len(v.Found) == 0 {
			v.Own.Asked, v.Own.Zh = true, v.Find
		}
	}
	p.Body = v
	return q.show(http.StatusOK, "figures", p)
}

// add adds a row for an indicator that the form has none for, and returns its chapter; "" if there is no such indicator.
func (t *table) add(code string) (chapter string) {
	if r, ok := t.find(code); ok {
		return r.Theme
	}
	r, ok := t.form.Standard(code)
	if !ok {
		return ""
	}
	t.form.Rows = append(t.form.Rows, r)
	return r.Theme
}

// mostFound is how many indicators a search shows.
const mostFound = 20

// search finds indicators of the catalogue by a name that bulletins print.
func (t *table) search(word string) []choice {
	var list []choice
	found := catalog.Search(word)
	for _, e := range found[:min(len(found), mostFound)] {
		name := inText(t.q.lang, e.Name)
		if _, ok := t.find(e.Code); !ok {
			name += " +"
		}
		list = append(list, choice{e.Code, name})
	}
	return list
}

// view is the page of a chapter; the first one if there is none of that code.
func (t *table) view(chapter string, undo undoView) figuresView {
	v := figuresView{Root: root(t.held.Code, t.form.Period), Chapters: t.chapters()}
	if len(v.Chapters) > 0 {
		v.Chapter = v.Chapters[0].Code
	}
	if slices.ContainsFunc(v.Chapters, func(c chapterView) bool { return c.Code == chapter }) {
		v.Chapter = chapter
	}
	v.Before = t.words.Period(t.form.Period.YearEarlier())
	v.Now = t.words.Period(t.form.Period)
	known := false
	for i := range t.form.Rows {
		r := &t.form.Rows[i]
		known = known || number(r.Figure.Before) != ""
		if r.Theme == v.Chapter {
			v.Rows = append(v.Rows, t.row(r))
		}
	}
	if !known && len(t.form.Own().Facts) > 0 {
		v.Earlier = choice{root(t.held.Code, t.form.Period.YearEarlier()), v.Before}
	}
	if v.Chapter == form.TargetTheme {
		v.Target = t.targets()
	} else {
		v.Own = t.own()
		v.Own.Theme = v.Chapter
	}
	if t.hasLast {
		v.Last = t.words.Period(t.form.LastPeriod())
	}
	v.Findings = findingsView{Root: v.Root, List: t.found, Undo: undo}
	return v
}

// chapters are those of the form, in its order.
func (t *table) chapters() []chapterView {
	var list []chapterView
	at := map[string]int{}
	for i := range t.form.Rows {
		r := &t.form.Rows[i]
		n, ok := at[r.Theme]
		if !ok {
			n = len(list)
			at[r.Theme] = n
			list = append(list, chapterView{Code: r.Theme, Name: t.form.ThemeName(t.words, r.Theme)})
		}
		if !r.Figure.Known() && !r.Growth.Known() && !r.Rank.Known() {
			list[n].Missing++
		}
	}
	if _, ok := at[form.TargetTheme]; !ok {
		list = append(list, chapterView{Code: form.TargetTheme, Name: t.form.ThemeName(t.words, form.TargetTheme)})
	}
	for _, f := range t.found {
		if n, ok := at[f.Chapter]; ok && f.Key != "" {
			list[n].Found++
		}
	}
	return list
}

// places adds to findings the rows that they are about.
func (t *table) places(list []tidy.Finding) []foundView {
	var out []foundView
	for _, f := range list {
		one := foundView{Finding: f}
		for _, id := range f.Facts {
			if r := t.rowOf[id]; r != nil {
				one.Chapter, one.Key = r.Theme, r.Key
				break
			}
		}
		out = append(out, one)
	}
	return out
}

// row is a row as the data have it.
func (t *table) row(r *form.Row) rowView {
	v := rowView{
		Root: root(t.held.Code, t.form.Period), Key: r.Key, Chapter: r.Theme, Name: t.form.NameOf(r, t.words), Depth: min(r.Depth, 3),
		Unit: unitOf(t.words, r.Figure), Growth: unitOf(t.words, r.Growth), Before: number(r.Figure.Before), Last: number(r.Figure.Last), HasLast: t.hasLast,
		Has: map[string]bool{}, Held: map[string]string{}, Wrong: map[string]string{},
	}
	if fact := r.Figure.Fact; fact != nil && fact.Target != nil && fact.Target.Operator != stat.Equal {
		v.Bound = t.words.Operator(fact.Target.Operator)
	}
	if !r.Heading.Empty() {
		v.Heading = t.words.Text(r.Heading)
	}
	for c, text := range t.form.Cells(r, t.words) {
		v.Held[string(c)] = text
	}
	v.Cells = v.Held
	for _, c := range []form.Column{form.Value, form.Growth, form.Rank} {
		v.Has[string(c)] = r.Slot(c).ID != ""
	}
	v.Statuses = []choice{{"", "—"}}
	for _, st := range stat.Statuses() {
		text := form.StatusText(t.words, st)
		v.Statuses = append(v.Statuses, choice{text, t.words.Status(st)})
	}
	v.Statuses = with(v.Statuses, v.Held[string(form.Status)])
	v.Sources = []choice{{"", "—"}}
	for _, source := range t.held.Data.Area.Sources {
		v.Sources = append(v.Sources, choice{source.Code, inText(t.q.lang, source.Title)})
	}
	v.Sources = with(v.Sources, v.Held[string(form.Source)])
	for _, slot := range r.Slots() {
		if told := r.Told(); slot.Fact != nil && !slot.Known() && len(told) > 0 && told[0].Known() {
			v.Without = append(v.Without, form.Head(t.words, r.ColumnOf(slot))+t.words.Parenthesis(t.words.Status(slot.Fact.Status)))
		}
	}
	for _, f := range t.found {
		if f.Key == r.Key && f.Severity != stat.Note && f.Accepted == nil { // the list beside the table has them all
			v.Findings = append(v.Findings, f.Finding)
		}
	}
	return v
}

// with are choices among which the present one is.
func with(list []choice, now string) []choice {
	if slices.ContainsFunc(list, func(c choice) bool { return c.Value == now }) {
		return list
	}
	return append(list, choice{now, now})
}

func unitOf(w *locale.Words, s form.Slot) string {
	if s.ID == "" || s.Unit.Unit == stat.RankUnit {
		return ""
	}
	return w.Unit(s.Unit.Unit, s.Unit.Mult)
}

func number(f *stat.Fact) string {
	if f == nil || !f.Status.HasValue() {
		return ""
	}
	return f.Quantity.Number()
}

// find finds the row of a key.
func (t *table) find(key string) (*form.Row, bool) {
	for i := range t.form.Rows {
		if t.form.Rows[i].Key == key {
			return &t.form.Rows[i], true
		}
	}
	return nil, false
}

// saveRow saves a row, and answers with the row and the findings, or, without script, with the page.
func (s *Server) saveRow(q *request) error {
	h, period, err := s.edition(q)
	if err != nil {
		return err
	}
	typed := intake.Typed{Key: q.FormValue("key"), Held: map[form.Column]string{}, Cells: map[form.Column]string{}}
	for _, c := range form.Open() {
		typed.Held[c], typed.Cells[c] = q.FormValue("held-"+string(c)), strings.TrimSpace(q.FormValue(string(c)))
	}
	saved, err := s.Desk.Save(q.Context(), q.who, h.Code, period, typed)
	if err != nil {
		return err
	}
	t, err := s.table(q, saved.Held, period)
	if err != nil {
		return err
	}
	r, ok := t.find(typed.Key)
	if !ok {
		return wrongError{message.Errorf("there is no row %q", typed.Key)}
	}
	row := t.row(r)
	if len(saved.Problems) > 0 {
		row.refuse(typed, saved.Problems)
	} else if saved.Number > 0 {
		row.Done = q.say("Saved")
	}
	found := t.saved(saved, s.undoable(t, row.Root+"?chapter="+r.Theme))
	if q.part {
		return q.write(http.StatusOK, "row-saved", map[string]any{"Row": row, "Findings": found, "Chapters": t.chapters(), "Chapter": r.Theme, "Root": row.Root})
	}
	if len(saved.Problems) == 0 {
		return q.to(row.Root + "?chapter=" + r.Theme + "#row-" + r.Key)
	}
	return s.again(t, r.Theme, func(v *figuresView) {
		for i := range v.Rows {
			if v.Rows[i].Key == row.Key {
				v.Rows[i] = row
			}
		}
	})
}

// again shows the page of a chapter once more, with what was refused on it.
func (s *Server) again(t *table, chapter string, refused func(*figuresView)) error {
	p := t.q.of(t.held, t.form.Period, "figures", "Figures")
	v := t.view(chapter, s.undoable(t, p.Root()+"?chapter="+chapter))
	refused(&v)
	p.Body = v
	return t.q.show(http.StatusUnprocessableEntity, "figures", p)
}

// refuse keeps in the row what was typed, with what is wrong with it.
func (v *rowView) refuse(typed intake.Typed, problems []intake.Problem) {
	v.Cells = map[string]string{}
	for c, text := range typed.Cells {
		v.Cells[string(c)] = text
		if text != v.Held[string(c)] && typed.Held[c] != v.Held[string(c)] {
			v.Stale = true
		}
	}
	for _, p := range problems {
		if slices.Contains(form.Open(), form.Column(p.Origin.Cell)) {
			v.Wrong[p.Origin.Cell] = "wrong"
		}
		v.Problems = append(v.Problems, p.Msg)
	}
}

// saved is what the checks find now, and what has become of it.
func (t *table) saved(s *desk.Saved, undo undoView) findingsView {
	v := findingsView{
		Root: root(t.held.Code, t.form.Period), List: t.found, New: t.places(s.New), Gone: t.places(s.Gone), Saved: s.Number > 0,
		Undo: undo, Effect: s.Number,
	}
	for _, c := range s.Changes {
		v.What = append(v.What, message.Of("%s: %s", t.nameOf(c.Fact), c.Message()))
	}
	return v
}

// undo undoes the last edit.
func (s *Server) undo(q *request) error {
	h, period, err := s.edition(q)
	if err != nil {
		return err
	}
	number, err := atoi(q.FormValue("number"))
	if err != nil {
		return err
	}
	if _, err := s.Desk.Undo(q.Context(), q.who, h.Code, number); err != nil {
		return err
	}
	back := local(q.FormValue("back"))
	if back == "/" {
		back = root(h.Code, period)
	}
	return q.to(back)
}
