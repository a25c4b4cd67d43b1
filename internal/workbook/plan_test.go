package workbook

import (
	"slices"
	"strings"
	"testing"

	"nianbao/internal/edition"
	"nianbao/internal/golden"
	"nianbao/internal/stat"
	"nianbao/internal/town"
	"nianbao/internal/xlsx"
)

func planOf(t *testing.T, d *stat.Dataset, langs ...stat.Lang) (*xlsx.Book, *edition.Edition) {
	t.Helper()
	e, opt := build(t, d, langs...)
	p, err := makePlan(e, opt)
	if err != nil {
		t.Fatal(err)
	}
	return p, e
}

func TestPlan(t *testing.T) {
	p, _ := planOf(t, small(), stat.Hans, stat.En)
	golden.Check(t, "small", dump(p))
}

func TestPlanInOneLanguage(t *testing.T) {
	d := small()
	d.Area.Sample = false
	p, _ := planOf(t, d, stat.En)
	golden.Check(t, "small-en", dump(p))
}

// Sheet names, headers and kinds are valid for every choice of languages and for the shipped areas.
func TestPlanOfEveryLanguage(t *testing.T) {
	for _, code := range []string{"saibei", "example", "tongjian"} {
		d := area(t, code)
		for _, a := range stat.Langs() {
			for _, b := range stat.Langs() {
				langs := slices.Compact([]stat.Lang{a, b})
				p, _ := planOf(t, d, langs...)
				kindsAgree(t, p)
			}
		}
	}
}

// kindsAgree checks that a column has only cells of its own kind.
func kindsAgree(t *testing.T, p *xlsx.Book) {
	t.Helper()
	for _, s := range p.Sheets {
		for _, table := range s.Tables {
			for _, row := range table.Rows {
				for i, c := range row {
					if c.Kind != xlsx.Blank && c.Kind != table.Columns[i].Kind {
						t.Errorf("sheet %q, column %q: %+v in a column of %s", s.Name, table.Columns[i].Header, c, kindName(table.Columns[i].Kind))
					}
				}
			}
		}
	}
}

// Everything the edition lists is on its sheet.
func TestPlanIsComplete(t *testing.T) {
	p, e := planOf(t, area(t, "saibei"), stat.Hans, stat.En)
	rows := map[string]int{}
	for _, s := range p.Sheets {
		for _, table := range s.Tables {
			rows[table.Name] = len(table.Rows)
		}
	}
	indicators := 0
	for _, theme := range e.Themes {
		indicators += len(theme.Rows)
	}
	for name, want := range map[string]int{
		"indicators": indicators, "rankings": len(e.Rankings), "projects": len(e.Projects), "milestones": len(e.Milestones),
		"recognitions": len(e.Recognitions), "initiatives": len(e.Initiatives), "targets": len(e.AllTargets()),
	} {
		if rows[name] != want {
			t.Errorf("sheet %s has %d rows, want %d", name, rows[name], want)
		}
	}
	if rows["notes"] <= len(e.Notes) {
		t.Errorf("sheet notes has %d rows for %d notes", rows["notes"], len(e.Notes))
	}
}

// What the checks found, and their rules, are in a draft only.
func TestFindingsAreInDrafts(t *testing.T) {
	for _, draft := range []bool{true, false} {
		e, opt := build(t, area(t, "saibei"), stat.Hans, stat.En)
		e.Draft = draft
		p, err := makePlan(e, opt)
		if err != nil {
			t.Fatal(err)
		}
		said, sheets := dump(p), 0
		for _, s := range p.Sheets {
			if s.Tables[0].Name == "findings" {
				sheets += len(s.Tables[0].Rows)
			}
		}
		for _, word := range []string{"288% is not 16", "rate-against-count", "so the source", "288%与16不符"} {
			if strings.Contains(said, word) != draft {
				t.Errorf("draft %v: %q is in the workbook: %v", draft, word, !draft)
			}
		}
		if (sheets == len(e.Findings)) != draft {
			t.Errorf("draft %v: %d rows of findings", draft, sheets)
		}
	}
}

// A mark links to the row of its note.
func TestMarksLeadToNotes(t *testing.T) {
	d := area(t, "saibei")
	e, opt := build(t, d, stat.Hans, stat.En)
	p := newPlanner(e, opt)
	notes, err := p.notesSheet()
	if err != nil {
		t.Fatal(err)
	}
	p.findNotes(notes)
	if len(e.Notes) == 0 {
		t.Fatal("the edition has no notes to test with")
	}
	for _, n := range e.Notes {
		if got := notes.Tables[0].Rows[p.noteRows[n.Number]][notes.Tables[0].Index(numberColumn)]; got != intCell(n.Number) {
			t.Errorf("note %d: its row has %v", n.Number, got)
		}
	}
}

// A project with money in two currencies has a row for each, and no amount is lost.
func TestProjectInTwoCurrencies(t *testing.T) {
	d := small()
	data := &d.Periods[0]
	usd := fact("road.foreign-capital", stat.Level, stat.Qty("6.68", 8, "USD"))
	data.Facts = append(data.Facts, usd)
	data.Projects[0].Figures = append(data.Projects[0].Figures, stat.ProjectFigure{Code: "foreign-capital", Fact: usd.ID})
	e, opt := build(t, d, stat.En)
	p := newPlanner(e, opt)
	rows, err := p.projects()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 2 || rows[0].currency != "CNY" || rows[1].currency != "USD" {
		t.Fatalf("rows: %+v", rows)
	}
	if got := moneyCell(rows[1].money["foreign-capital"]); got.Text != "668000000" {
		t.Errorf("6.68 hundred million is %s", got.Text)
	}
	if rows[1].money["investment"] != nil {
		t.Error("the amount in CNY is on the row of USD too")
	}
}

func TestPlanFails(t *testing.T) {
	d := small()
	d.Periods[0].Projects[0].Figures[0].Fact = "road.gone@2023"
	e, opt := build(t, d, stat.En)
	if _, err := makePlan(e, opt); err == nil {
		t.Error("a project's figure without its fact: no error")
	}
}

// A series has at least two periods: the same figure, as the latest of the periods and of the years, counts as one.
func TestHistoryOfOneFigure(t *testing.T) {
	of := func(year int) *stat.Fact {
		return &stat.Fact{Period: stat.Period{Year: year}, Figure: stat.Figure{Quantity: stat.Qty("7", 0, "SET"), Status: stat.Normal}}
	}
	one, earlier := of(2023), of(2022)
	for _, tt := range []struct {
		values []*stat.Fact
		want   int
	}{{[]*stat.Fact{nil, one}, 1}, {[]*stat.Fact{earlier, one}, 2}} {
		e := &edition.Edition{History: edition.History{Trends: []edition.Trend{{
			Growth: []*stat.Fact{of(2022), of(2023)}, Values: tt.values, Years: []*stat.Fact{one},
		}}}}
		p := &planner{Edition: e}
		if rows := p.pastRows(); len(rows) != tt.want {
			t.Errorf("%d rows, want %d", len(rows), tt.want)
		}
	}
}

// A day before March 1900, which no cell for dates can hold, is written in words.
func TestEarlyDays(t *testing.T) {
	d := small()
	data := &d.Periods[0]
	day := func(year, month, day int) stat.Date { return stat.Date{Year: year, Month: month, Day: day} }
	data.Projects[0].Milestones = []stat.Milestone{
		{Code: "signed", Step: stat.StepSigned, Date: day(1898, 5, 1)},
		{Code: "started", Step: stat.StepStarted, Date: day(1900, 2, 28)},
		{Code: "completed", Step: stat.StepCompleted, Date: day(1900, 3, 1)},
	}
	last := data.Projects[0]
	last.Code, last.Milestones = "old-road", last.Milestones[:2]
	data.Projects = append(data.Projects, last)
	data.Recognitions[0].Date = day(1900, 2, 28)
	data.Initiatives[0].Date = day(1900, 3, 1)
	e, opt := build(t, d, stat.En)
	p, err := makePlan(e, opt)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []struct {
		table, column string
		cells         []string
	}{
		{"milestones", "column.date", []string{"", "", "", "", "1900-03-01"}},
		{"milestones", "column.incomplete", []string{"1 May 1898", "1 May 1898", "28 February 1900", "28 February 1900", ""}},
		{"recognitions", "column.incomplete", []string{"28 February 1900"}},
		{"initiatives", "column.date", []string{"1900-03-01"}},
		{"details", "column.milestone.ends", []string{"Signed (1 May 1898); Completed", "Signed (1 May 1898); Construction started (28 February 1900)"}},
		{"projects", "column.milestone.last.date", []string{"1900-03-01", ""}},
	} {
		table := tableOf(t, p, want.table)
		column := table.Index(want.column)
		var cells []string
		for _, row := range table.Rows {
			cells = append(cells, row[column].Text)
		}
		if !slices.Equal(cells, want.cells) {
			t.Errorf("%s.%s: %q, want %q", want.table, want.column, cells, want.cells)
		}
	}
	if _, err := Render(e, opt); err != nil {
		t.Error(err)
	}
}

// The office's notes are on the sheet of notes: with a number if they are marked, and with what they are on.
func TestOfficeNotes(t *testing.T) {
	d := small()
	d.Periods[0].Notes = []stat.OfficeNote{
		{ID: "area.1", Text: both("统计局编。", "By the office.")},
		{ID: "area.2", Indicator: "gdp", Text: both("即{gdp.level}。", "It is {gdp.level}.")},
		{ID: "period.1", Theme: "economy", Text: both("快报数。", "Flash figures.")},
	}
	p, _ := planOf(t, d, stat.En)
	var got []string
	for _, s := range p.Sheets {
		for _, table := range s.Tables {
			for _, row := range table.Rows {
				if table.Name == "notes" && row[0].Text == "Note of the office" {
					got = append(got, row[1].Text+"|"+row[2].Text+"|"+row[3].Text)
				}
			}
		}
	}
	want := []string{"1|gdp|Gross domestic product: It is CNY 1.530 billion.", "||By the office.", "|economy|Economy: Flash figures."}
	if !slices.Equal(got, want) {
		t.Errorf("the notes are %q, want %q", got, want)
	}
}

// The notes explain a status by the word that the column of statuses has for it.
func TestNotesExplainStatuses(t *testing.T) {
	d := small()
	d.Periods[0].Facts[0] = town.Missing(d.Periods[0].Facts[0])
	e, opt := build(t, d, stat.En)
	p, err := makePlan(e, opt)
	if err != nil {
		t.Fatal(err)
	}
	for table, want := range map[string]string{"indicators": "Not collected", "notes": `Where "Not collected" stands, no survey or record covers the figure.`} {
		found := slices.ContainsFunc(tableOf(t, p, table).Rows, func(row []xlsx.Cell) bool {
			return slices.ContainsFunc(row, func(c xlsx.Cell) bool { return strings.Contains(c.Text, want) })
		})
		if !found {
			t.Errorf("the table %s does not say %q", table, want)
		}
	}
}
