package form

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"nianbao/internal/stat"
	"nianbao/internal/xlsx"
)

// widths are those of the columns, in characters.
var widths = map[Column]float64{
	Code: 24, Name: 36, Unit: 13, YearBefore: 15, Last: 15, Value: 13, Growth: 10, GrowthUnit: 14, Rank: 8, Status: 14, Source: 15, Ref: 12,
	Printed: 30, NoteZh: 20, NoteEn: 20, PartOf: 16, Against: 10,
}

func (s *sheet) grid() xlsx.Grid {
	g := xlsx.Grid{
		Name: Sheet, Rows: s.rows, Frozen: fmt.Sprintf("C%d", FirstRow), Repeat: HeadRow, Printed: slices.Index(s.columns, Printed) + 1,
	}
	for i, c := range s.columns {
		g.Widths = append(g.Widths, widths[c])
		if c == PartOf || c == Against { // for the alarms
			g.Unshown = append(g.Unshown, i)
		}
	}
	g.Inputs, g.Alarms = s.inputs(), s.alarms()
	return g
}

// letter is the letter of a column.
func (s *sheet) letter(c Column) string {
	return string(rune('A' + slices.Index(s.columns, c)))
}

// area is the cells of a column below its heading.
func (s *sheet) area(c Column) string {
	return fmt.Sprintf("%s%d:%s%d", s.letter(c), FirstRow, s.letter(c), len(s.rows))
}

// whole is the same with fixed places, as formulas need it.
func (s *sheet) whole(c Column) string {
	return fmt.Sprintf("$%s$%d:$%s$%d", s.letter(c), FirstRow, s.letter(c), len(s.rows))
}

func (s *sheet) inputs() []xlsx.Input {
	w := s.words
	statuses := make([]string, 0, len(stat.Statuses()))
	for _, status := range stat.Statuses() {
		statuses = append(statuses, StatusText(w, status))
	}
	list := []xlsx.Input{
		{Area: s.area(Value), Title: Head(w, Value), Prompt: w.Phrase("form.value.prompt"), Error: w.Phrase("form.value.error")},
		{Area: s.area(Growth), Title: Head(w, Growth), Prompt: w.Phrase("form.growth.prompt"), Error: w.Phrase("form.value.error")},
		{Area: s.area(Rank), Kind: xlsx.PositionInput, Title: Head(w, Rank), Prompt: w.Phrase("form.rank.prompt"), Error: w.Phrase("form.rank.error")},
		{
			Area: s.area(Status), Kind: xlsx.ChoiceInput, Options: statuses, Firm: true, Title: Head(w, Status),
			Prompt: w.Phrase("form.status.prompt"), Error: w.Phrase("form.status.error"),
		},
		{Area: s.area(Printed), Kind: xlsx.TextInput, Title: Head(w, Printed), Prompt: w.Phrase("form.printed.prompt")},
	}
	// The sheet is not locked: programs neither sort a locked one nor paste beside its labels.
	for _, c := range []Column{Code, Name, Unit, GrowthUnit} {
		area := fmt.Sprintf("%s%d:%s%d", s.letter(c), FirstRow, s.letter(c), len(s.rows)-spareRows)
		list = append(list, xlsx.Input{Area: area, Kind: xlsx.FixedInput, Title: Head(w, c), Error: w.Phrase("form.label.error")})
	}
	var codes []string
	for _, source := range s.form.Data.Area.Sources {
		codes = append(codes, source.Code)
	}
	const most = 250 // characters that Excel takes in a list
	if len(codes) > 0 && len(strings.Join(codes, ",")) < most {
		list = append(list, xlsx.Input{
			Area: s.area(Source), Kind: xlsx.ChoiceInput, Options: codes, Title: Head(w, Source),
			Prompt: w.Phrase("form.source.prompt"), Error: w.Phrase("form.source.error"),
		})
	}
	return list
}

// alarms are the conditions under which a cell turns red. They look for rows by their codes, so that sorting does not
// mislead them.
func (s *sheet) alarms() []xlsx.Alarm {
	cell := func(c Column) string { return fmt.Sprintf("$%s%d", s.letter(c), FirstRow) }
	value, growth, before, held := cell(Value), cell(Growth), cell(YearBefore), cell(Against)
	list := []xlsx.Alarm{
		{Area: s.area(Growth), Formula: fmt.Sprintf(`AND(%[4]s="levels",ISNUMBER(%[1]s),ISNUMBER(%[2]s),ISNUMBER(%[3]s),ABS((%[1]s/%[3]s-1)*100-%[2]s)>MAX(1,ABS(%[2]s)*0.05))`,
			value, growth, before, held)},
		{Area: s.area(Growth), Formula: fmt.Sprintf(`AND(%[4]s="change",ISNUMBER(%[1]s),ISNUMBER(%[2]s),ISNUMBER(%[3]s),ABS(%[1]s-%[3]s-%[2]s)>MAX(0.11,ABS(%[1]s)*0.01))`,
			value, growth, before, held)},
		{Area: s.area(Value), Formula: fmt.Sprintf(`AND(%[3]s<>"",ISNUMBER(%[1]s),ISNUMBER(%[2]s),OR(ABS(%[1]s)>5*ABS(%[2]s),5*ABS(%[1]s)<ABS(%[2]s)))`,
			value, before, held)},
	}
	for _, code := range slices.Sorted(maps.Keys(s.breaks)) {
		key := fmt.Sprintf(`%s&"/%s"`, cell(Code), code)
		parts := fmt.Sprintf(`COUNTIFS(%s,%s)`, s.whole(PartOf), key)
		list = append(list, xlsx.Alarm{Area: s.area(Value), Formula: fmt.Sprintf(
			`AND(ISNUMBER(%[1]s),%[2]s>0,COUNTIFS(%[3]s,%[4]s,%[5]s,"<>")=%[2]s,ABS(SUMIFS(%[5]s,%[3]s,%[4]s)-%[1]s)>0.06+ABS(%[1]s)*0.002)`,
			value, parts, s.whole(PartOf), key, s.whole(Value))})
	}
	return list
}

// help is the sheet that explains.
func (s *sheet) help() xlsx.Grid {
	w := s.words
	g := xlsx.Grid{Name: HelpSheet, Widths: []float64{24, 90}, Guarded: true}
	add := func(look xlsx.Look, texts ...string) {
		var row []xlsx.GridCell
		for _, text := range texts {
			row = append(row, xlsx.GridCell{Text: text, Kind: xlsx.Text, Look: look})
		}
		g.Rows = append(g.Rows, row)
	}
	add(xlsx.TitleLook, w.Phrase("form.help.title"))
	add(xlsx.LineLook)
	for _, part := range []struct{ name, text string }{
		{w.Phrase("form.help.figures"), "fill"}, {Head(w, Unit), "unit"}, {Head(w, Growth), "growth"}, {Head(w, Status), "status"},
		{w.Phrase("form.help.texts"), "words"}, {w.Phrase("form.help.alarm"), "red"}, {w.Phrase("form.help.sort"), "rows"},
		{w.Phrase("form.help.back"), "read"},
	} {
		add(xlsx.LabelLook, part.name, w.Phrase("form.help."+part.text))
	}
	add(xlsx.LineLook)
	add(xlsx.SectionLook, w.Phrase("form.help.statuses"), "")
	for _, status := range stat.Statuses() {
		add(xlsx.LabelLook, string(status), w.Status(status))
	}
	add(xlsx.LineLook)
	add(xlsx.SectionLook, w.Phrase("form.help.sources"), "")
	for _, source := range s.form.Data.Area.Sources {
		add(xlsx.LabelLook, source.Code, w.Text(source.Title))
	}
	return g
}

// heldGrid is the sheet of what the open cells held when the form was made.
func (s *sheet) heldGrid() xlsx.Grid {
	g := xlsx.Grid{Name: HeldSheet, Rows: s.held, Frozen: "B2", Guarded: true, Hidden: true, Widths: []float64{widths[Code]}}
	for _, c := range Open() {
		g.Widths = append(g.Widths, widths[c])
	}
	return g
}
