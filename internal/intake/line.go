package intake

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/dataset"
	"nianbao/internal/form"
	"nianbao/internal/message"
	"nianbao/internal/reading"
	"nianbao/internal/stat"
	"nianbao/internal/xlsx"
)

// line is a line of a form while it is read.
type line struct {
	*formReader
	row  *form.Row
	i    int
	held map[form.Column]string // what it held when the form was made

	slots    []*filled
	problems int // of the reading before the line
}

// filled is a figure of a line.
type filled struct {
	*form.Slot
	column  form.Column
	number  decimal.Decimal
	given   bool // the cell has a number
	changed bool // it is another one than when the form was made
	cleared bool // it had one, and has none
	one     dataset.Proposal
}

func (l *line) read() {
	l.problems = len(l.Problems)
	for _, c := range []form.Column{form.Value, form.Growth, form.Rank} {
		l.figure(c)
	}
	texts := l.texts()
	if len(l.Problems) > l.problems {
		return
	}
	l.status(texts)
	l.sources(texts)
	l.notes(texts)
	if len(l.Problems) > l.problems {
		return
	}
	for _, s := range l.slots {
		if s.one.Changes == 0 {
			continue
		}
		if slices.Contains(l.sheet.Hidden, l.i) {
			l.problem(l.of(l.i, s.column), "the row is hidden, and its figure was changed: show the row, so that somebody sees it")
			return
		}
		l.Proposals = append(l.Proposals, s.one)
	}
}

// figure reads the cell of a figure.
func (l *line) figure(c form.Column) {
	slot, v := l.row.Slot(c), l.cell(l.i, c)
	blank := strings.TrimSpace(v.Text) == "" && !v.Formula
	if slot.ID == "" {
		if !blank {
			l.problem(l.of(l.i, c), "the row has no figure in this column: clear the cell")
		}
		return
	}
	s := &filled{Slot: slot, column: c, one: dataset.Proposal{
		Fact: slot.ID, Edition: l.Period, File: l.file(), Origin: l.of(l.i, c),
		Figure: stat.Figure{Quantity: slot.Unit, Status: l.usual(slot)},
	}}
	l.slots = append(l.slots, s)
	had := l.held[c]
	if blank {
		if s.cleared = had != ""; s.cleared {
			l.conflict(s, had, "")
		}
		return
	}
	n, problem := l.number(c, v, slot)
	if problem != nil {
		l.Problems = append(l.Problems, Problem{l.of(l.i, c), problem})
		return
	}
	s.number, s.given = n, true
	if s.changed = !sameNumber(had, n.String()); !s.changed {
		return
	}
	l.conflict(s, had, stat.Plain(n))
	s.one.Changes |= dataset.ValueChange
	s.one.Figure.Quantity.Value = n
	if slot.Fact == nil || !slot.Fact.Status.HasValue() {
		s.one.Changes |= dataset.StatusChange
	}
}

// conflict reports a changed cell whose figure was changed in the data as well since the form was made.
func (l *line) conflict(s *filled, had, now string) {
	data := ""
	if s.Fact != nil && s.Fact.Status.HasValue() {
		data = s.Fact.Quantity.Number()
	}
	if !sameNumber(data, had) && !sameNumber(data, now) {
		said := "the data have changed since the form was made: then %s, now %s, here %s; decide which is right, and make a new form"
		if l.typed {
			said = "somebody else has changed the figure meanwhile: then %s, now %s, here %s; decide which is right"
		}
		l.problem(l.of(l.i, s.column), said,
			message.Plain(orNone(had)), message.Plain(orNone(data)), message.Plain(orNone(now)))
	}
}

// sameNumber compares two numbers as far as a program keeps their digits; no number is the same as none.
func sameNumber(a, b string) bool {
	x, err1 := decimal.NewFromString(a)
	y, err2 := decimal.NewFromString(b)
	if err1 != nil || err2 != nil {
		return a == b
	}
	return rounded(x).Equal(rounded(y))
}

// file is the one file that has the figures of the form.
func (l *line) file() string { return cmp.Or(l.form.Own().Place.File, l.Period.String()+".yaml") }

func orNone(s string) string {
	if s == "" {
		return "—"
	}
	return s
}

func (l *line) number(c form.Column, v xlsx.Value, slot *form.Slot) (decimal.Decimal, *message.Text) {
	if slot.Unit.Unit == stat.RankUnit {
		return cellPosition(v)
	}
	return cellNumber(v, wanted{slot.Unit, slot.Measure}, l.words...)
}

// usual is the status of a figure that says none.
func (l *line) usual(slot *form.Slot) stat.Status {
	if slot.Fact != nil && slot.Fact.Status.HasValue() {
		return slot.Fact.Status
	}
	if slot.Measure.Target() || slot.Fact != nil && slot.Fact.Period != l.Period {
		return stat.Normal
	}
	return l.form.Own().Status
}

// texts are the cells of words that differ from what they held. One that is no text is a problem.
func (l *line) texts() map[form.Column]string {
	changed := map[form.Column]string{}
	now := l.form.Texts(l.row, l.words[0])
	for _, c := range form.Open() {
		if l.row.Slot(c) != nil {
			continue
		}
		v := l.cell(l.i, c)
		switch {
		case v.Kind == xlsx.Date:
			l.problem(l.of(l.i, c), "a date, %s, stands where words are expected: the program took what was typed for a date; format the cell as text and type it again", message.Plain(v.Text))
			continue
		case v.Fault, v.Kind == xlsx.Blank && v.Formula:
			l.problem(l.of(l.i, c), "the cell has a formula without a text: type the text")
			continue
		}
		text := strings.TrimSpace(v.Text)
		if v.Kind == xlsx.Number {
			text = numberText(v)
		}
		is, had, data := l.meant(c, text), l.meant(c, l.held[c]), l.meant(c, now[c])
		if is == had {
			continue
		}
		if data != had && data != is {
			said := "the data have changed since the form was made: then %q, now %q, here %q; decide which is right, and make a new form"
			if l.typed {
				said = "somebody else has changed this meanwhile: then %q, now %q, here %q; decide which is right"
			}
			l.problem(l.of(l.i, c), said, l.held[c], now[c], text)
		}
		changed[c] = text
	}
	return changed
}

// numberText is a number where words are expected, as a page: as it is shown.
func numberText(v xlsx.Value) string {
	d, err := decimal.NewFromString(v.Text)
	if err != nil {
		return v.Text
	}
	return stat.Plain(rounded(d))
}

// meant is a text as it is compared: of statuses their codes, in whatever language they are written.
func (l *line) meant(c form.Column, text string) string {
	text = strings.TrimSpace(text)
	if c != form.Status {
		return text
	}
	parts := strings.Split(strings.ReplaceAll(text, ";", "；"), "；")
	for i := range parts {
		if status, ok := statusOf(parts[i], l.words); ok {
			parts[i] = string(status)
		}
	}
	return strings.Join(parts, "；")
}

// told are the figures of a line that its words are about: those with a number; if there is none, those that the data have.
func (l *line) told() []*filled {
	var given, known []*filled
	for _, s := range l.slots {
		switch {
		case s.given:
			given = append(given, s)
		case s.Fact != nil:
			known = append(known, s)
		}
	}
	if len(given) == 0 {
		return known
	}
	return given
}

// shares gives each figure its part of a cell of words: the same for all, or one for each with a semicolon between. Printed words
// and notes, which may have semicolons of their own, are parted only where the form gave each figure its own.
func (l *line) shares(c form.Column, text string, slots []*filled) ([]string, bool) {
	if len(slots) == 0 && text != "" {
		l.problem(l.of(l.i, c), "the row has no figure that this is about")
		return nil, false
	}
	parts := []string{text}
	if wordy := c == form.Printed || c == form.NoteZh || c == form.NoteEn; !wordy {
		parts = strings.Split(strings.ReplaceAll(text, ";", "；"), "；")
	} else if l.apart(c) {
		parts = strings.Split(text, "；")
	}
	if len(parts) > 1 && len(parts) != len(slots) {
		l.problem(l.of(l.i, c), "%d texts with semicolons between for %d figures: give one for all, or one for each", len(parts), len(slots))
		return nil, false
	}
	if c == form.Printed && len(parts) == 1 && len(slots) > 1 && text != "" {
		return form.Shares(reading.For(l.form.Data.Units), text, l.telling(slots)), true
	}
	shares := make([]string, len(slots))
	for i := range shares {
		shares[i] = strings.TrimSpace(parts[i%len(parts)])
	}
	return shares, true
}

// telling are the figures of slots as they are or will be.
func (l *line) telling(slots []*filled) []form.Telling {
	var list []form.Telling
	for _, s := range slots {
		t := form.Telling{Measure: s.Measure, Quantity: s.Unit}
		if t.Value = s.number; !s.given && s.Fact != nil {
			t.Quantity = s.Fact.Quantity
		}
		list = append(list, t)
	}
	return list
}

// apart reports whether the form gave each figure of the row its own text in a column.
func (l *line) apart(c form.Column) bool {
	if c == form.Printed {
		return l.form.Apart(l.row)
	}
	told := l.row.Told()
	for _, s := range told {
		if l.form.Said(s.Fact, l.words[0])[c] != l.form.Said(told[0].Fact, l.words[0])[c] {
			return true
		}
	}
	return false
}

// parts are what columns that belong together say of each figure; nil if none of them changed, or one is not understood.
func (l *line) parts(texts map[form.Column]string, columns ...form.Column) map[form.Column][]string {
	if !slices.ContainsFunc(columns, func(c form.Column) bool { _, changed := texts[c]; return changed }) {
		return nil
	}
	parts := map[form.Column][]string{}
	for _, c := range columns {
		text, changed := texts[c]
		if !changed {
			parts[c] = l.present(c)
			continue
		}
		shares, ok := l.shares(c, text, l.told())
		if !ok {
			return nil
		}
		parts[c] = shares
	}
	return parts
}

// present is what the data say of each figure in a column; nothing of a new one.
func (l *line) present(c form.Column) []string {
	var list []string
	for _, s := range l.told() {
		text := ""
		if s.Fact != nil {
			text = l.form.Said(s.Fact, l.words[0])[c]
		}
		list = append(list, text)
	}
	return list
}

// status takes the line's status: one that says that there is no value is for the empty cells, any other for the figures.
func (l *line) status(texts map[form.Column]string) {
	text, changed := texts[form.Status]
	var empty []*filled
	for _, s := range l.slots {
		if !s.given && (s.Fact != nil || s.cleared) {
			empty = append(empty, s)
		}
	}
	missing := false
	if changed {
		told := l.told()
		if status, ok := statusOf(text, l.words); ok && !status.HasValue() {
			told, missing = empty, true
			if len(l.told()) == 0 {
				told = l.slots[:min(1, len(l.slots))] // nothing is known of the row: its first figure is said to be missing
			}
		}
		l.eachStatus(text, told, missing)
	}
	for _, s := range empty {
		switch {
		case !s.cleared || missing:
		case l.typed && s.column != form.Value && s.Fact != nil && len(s.Fact.Variants) == 0:
			l.Removed = append(l.Removed, s.ID)
		default:
			l.problem(l.of(l.i, s.column), "the cell held %s and is empty: give the figure back, or choose the status missing (O), cannot exist (M) or not collected (L)", message.Plain(l.held[s.column]))
		}
	}
}

// eachStatus gives figures their status.
func (l *line) eachStatus(text string, slots []*filled, missing bool) {
	if missing && len(slots) == 0 {
		l.problem(l.of(l.i, form.Status), "the status says that there is no value, and the row has one: clear the one or the other")
		return
	}
	shares, ok := l.shares(form.Status, text, slots)
	if !ok {
		return
	}
	for i, s := range slots {
		status, ok := statusOf(shares[i], l.words)
		switch {
		case shares[i] == "":
			status = l.form.Own().Status
		case !ok:
			l.problem(l.of(l.i, form.Status), "%q is no status: choose one from the list", shares[i])
			return
		case status.HasValue() == missing:
			l.problem(l.of(l.i, form.Status), "the status says that there is no value, and the row has one: clear the one or the other")
			return
		}
		s.one.Changes |= dataset.StatusChange
		s.one.Figure.Status = status
	}
}

// sources takes where the figures are printed.
func (l *line) sources(texts map[form.Column]string) {
	parts := l.parts(texts, form.Source, form.Ref, form.Printed)
	if parts == nil {
		return
	}
	for i, s := range l.told() {
		from, ok := l.from(parts[form.Source][i], parts[form.Ref][i], parts[form.Printed][i])
		if !ok {
			return
		}
		s.one.Changes |= dataset.SourceChange
		s.one.Figure.From = from
	}
}

// from reads the places of one figure, with | between if there are several.
func (l *line) from(sources, refs, printed string) ([]stat.Provenance, bool) {
	home := l.form.Own().Source
	if sources+refs+printed == "" {
		if home == "" {
			return nil, true
		}
		return []stat.Provenance{{Source: home}}, true
	}
	list := [3][]string{split(sources), split(refs), split(printed)}
	n := max(len(list[0]), len(list[1]), len(list[2]))
	var from []stat.Provenance
	for k := range n {
		var p [3]string
		for j, one := range list {
			switch {
			case len(one) == 1:
				p[j] = one[0]
			case len(one) == n:
				p[j] = one[k]
			default:
				l.problem(l.of(l.i, form.Ref), "source, place and printed words do not have as many parts with | between")
				return nil, false
			}
		}
		if p[0] == "" {
			p[0] = home
		}
		switch known := slices.ContainsFunc(l.form.Data.Area.Sources, func(s stat.Source) bool { return s.Code == p[0] }); {
		case p[0] == "":
			l.problem(l.of(l.i, form.Source), "enter the source: the period's file has none of its own")
			return nil, false
		case !known:
			l.problem(l.of(l.i, form.Source), "area.yaml has no source %q: choose one from the list, or enter it there first", p[0])
			return nil, false
		case plainRef(p[1]) == "":
			l.problem(l.of(l.i, form.Ref), "enter the page or paragraph where the source prints the figure")
			return nil, false
		}
		from = append(from, stat.Provenance{Source: p[0], Ref: plainRef(p[1]), Printed: p[2]})
	}
	return from, true
}

// worded is a page or paragraph with the words that the program puts around it.
var worded = regexp.MustCompile(`^(?:第\s*(.+?)\s*[页頁段]|(?i:pages?|pp?\.|paragraphs?|para\.)\s*(.+))$`)

// plainRef is a page or paragraph without these words.
func plainRef(ref string) string {
	if m := worded.FindStringSubmatch(ref); m != nil {
		return m[1] + m[2]
	}
	return ref
}

func split(s string) []string {
	parts := strings.Split(s, "|")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

// notes takes the note, in both languages.
func (l *line) notes(texts map[form.Column]string) {
	parts := l.parts(texts, form.NoteZh, form.NoteEn)
	if parts == nil {
		return
	}
	for i, s := range l.told() {
		note := stat.Text{Hans: parts[form.NoteZh][i], En: parts[form.NoteEn][i]}
		switch {
		case note.Hans == "" && note.En != "":
			l.problem(l.of(l.i, form.NoteZh), "the note is needed in both languages: enter it in Chinese too")
			return
		case note.Hans != "" && note.En == "":
			l.problem(l.of(l.i, form.NoteEn), "the note is needed in both languages: enter it in English too")
			return
		}
		if s.Fact != nil && s.Fact.Note.Hans == note.Hans {
			note.Hant = s.Fact.Note.Hant
		}
		s.one.Changes |= dataset.NoteChange
		s.one.Note = note
	}
}
