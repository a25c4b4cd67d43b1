package form

import (
	"strings"

	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// Column is a column of the form.
type Column string

// The columns, in order.
const (
	Code       Column = "code"
	Name       Column = "name"
	Unit       Column = "unit"
	YearBefore Column = "year_before"
	Last       Column = "last"
	Value      Column = "value"
	Growth     Column = "growth"
	GrowthUnit Column = "growth_unit"
	Rank       Column = "rank"
	Status     Column = "status"
	Source     Column = "source"
	Ref        Column = "ref"
	Printed    Column = "printed"
	NoteZh     Column = "note_zh"
	NoteEn     Column = "note_en"
	PartOf     Column = "part_of"
	Against    Column = "against"
)

// Columns lists the columns in order.
func Columns() []Column {
	return []Column{
		Code, Name, Unit, YearBefore, Last, Value, Growth, GrowthUnit, Rank, Status, Source, Ref, Printed, NoteZh, NoteEn, PartOf, Against,
	}
}

// Open lists the columns that are filled in.
func Open() []Column {
	return []Column{Value, Growth, Rank, Status, Source, Ref, Printed, NoteZh, NoteEn}
}

// The names of the form's sheets.
const (
	Sheet     = "指标"
	HelpSheet = "填报说明"
	HeldSheet = "原值"
)

// HeadRow is the number of the row of headings, from 1; FirstRow that of the first figure.
const (
	HeadRow  = 4
	FirstRow = 5
)

// Identity is the text in the form's third row that says what it is of: saibei@2023.
func (f *Form) Identity() string { return f.Data.Area.Code + "@" + f.Period.String() }

// Head is the heading of a column in a language.
func Head(w *locale.Words, c Column) string { return w.Phrase("form.column." + string(c)) }

// ColumnOf finds the column that a heading names, in either language. Those of earlier periods have the period in brackets
// behind their names.
func ColumnOf(heading string, languages ...*locale.Words) (Column, bool) {
	plain := normal(heading)
	for _, w := range languages {
		for _, c := range Columns() {
			name := normal(Head(w, c))
			if plain == name || (c == YearBefore || c == Last) && strings.HasPrefix(plain, name+"(") {
				return c, true
			}
		}
	}
	return "", false
}

func normal(heading string) string {
	return strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(heading, "（", "(")), ""))
}

// list puts a mark between what differs from figure to figure of a row.
const (
	between = "；"   // of two figures
	and     = " | " // of two places that print one figure
)

// Texts are what the cells of a row hold that are filled in with words, by column. Where the row's figures differ, each has
// its own, in the order of the row's figures.
func (f *Form) Texts(r *Row, w *locale.Words) map[Column]string {
	cells := map[Column][]string{}
	for _, s := range r.Told() {
		for c, text := range f.Said(s.Fact, w) {
			cells[c] = append(cells[c], text)
		}
	}
	texts := map[Column]string{}
	for c, list := range cells {
		if texts[c] = joined(list); c == Printed && !f.apart(r.Told(), list) {
			texts[c] = longest(list)
		}
	}
	return texts
}

// longest is the text that is not empty, of which there is one.
func longest(list []string) string {
	text := ""
	for _, one := range list {
		if len(one) > len(text) {
			text = one
		}
	}
	return text
}

// Told are the row's figures that its words are about: those that the data have; if none has a value, those that are missing.
func (r *Row) Told() []*Slot {
	var known, missing []*Slot
	for _, s := range r.Slots() {
		switch {
		case s.Fact == nil:
		case s.Fact.Status.HasValue():
			known = append(known, s)
		default:
			missing = append(missing, s)
		}
	}
	if len(known) == 0 {
		return missing
	}
	return known
}

// joined is one text if all are the same, else all of them.
func joined(list []string) string {
	for _, text := range list {
		if text != list[0] {
			return strings.Join(list, between)
		}
	}
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// Said is what a fact says of itself in words, by column. What goes without saying is left out.
func (f *Form) Said(fact *stat.Fact, w *locale.Words) map[Column]string {
	said := map[Column]string{Status: "", NoteZh: fact.Note.Hans, NoteEn: fact.Note.En}
	usual := stat.Normal
	if fact.Period == f.Period && fact.Target == nil {
		usual = f.own.Status
	}
	if fact.Status != usual && fact.Status != stat.Missing {
		said[Status] = StatusText(w, fact.Status)
	}
	said[Source], said[Ref], said[Printed] = f.places(fact)
	return said
}

// places are where a fact is printed, and its printed words.
func (f *Form) places(fact *stat.Fact) (source, ref, printed string) {
	var sources, refs, words []string
	for _, p := range fact.From {
		source := p.Source
		if source == f.own.Source {
			source = ""
		}
		sources, refs, words = append(sources, source), append(refs, p.Ref), append(words, p.Printed)
	}
	return sameOr(sources), sameOr(refs), sameOr(words)
}

// sameOr joins what several places say, unless none says anything.
func sameOr(list []string) string {
	if strings.Join(list, "") == "" {
		return ""
	}
	return strings.Join(list, and)
}

// StatusText is a status as the form has it: its code, and its word.
func StatusText(w *locale.Words, s stat.Status) string { return string(s) + " " + w.Status(s) }
