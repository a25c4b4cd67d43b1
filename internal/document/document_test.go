package document

import (
	"math"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"nianbao/internal/edition"
	"nianbao/internal/stat"
	"nianbao/internal/town"
)

// texts lists every text of a document.
func texts(doc *Document) []Text {
	var all []Text
	visit(reflect.ValueOf(doc), func(v reflect.Value) {
		if t, ok := v.Interface().(Text); ok {
			all = append(all, t)
		}
	})
	return all
}

// visit calls f for a value and everything in it.
func visit(v reflect.Value, f func(reflect.Value)) {
	if !v.CanInterface() {
		return
	}
	f(v)
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			visit(v.Elem(), f)
		}
	case reflect.Slice:
		for i := range v.Len() {
			visit(v.Index(i), f)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			visit(v.Field(i), f)
		}
	}
}

var shipped = []struct {
	area   string
	period stat.Period
}{
	{"saibei", stat.Period{Year: 2023}}, {"example", stat.Through(2024, 3)}, {"example", stat.Through(2024, 6)},
	{"example", stat.Through(2024, 9)}, {"example", stat.Through(2024, 12)}, {"tongjian", stat.Period{Year: 2022}},
}

// A document has no length, colour or font: its only fractional numbers are the columns' shares of the width.
func TestNoLooks(t *testing.T) {
	seen := map[reflect.Type]bool{}
	var look func(t reflect.Type, path string)
	look = func(kind reflect.Type, path string) {
		if seen[kind] || kind.PkgPath() == "github.com/shopspring/decimal" {
			return
		}
		seen[kind] = true
		switch kind.Kind() {
		case reflect.Pointer, reflect.Slice:
			look(kind.Elem(), path)
		case reflect.Struct:
			for i := range kind.NumField() {
				look(kind.Field(i).Type, kind.Name()+"."+kind.Field(i).Name)
			}
		case reflect.Float32, reflect.Float64:
			if path != "Column.Share" {
				t.Errorf("%s is a number with a fraction", path)
			}
			delete(seen, kind) // so that a second one is found
		case reflect.Uint8, reflect.Int8, reflect.Int, reflect.Bool, reflect.String, reflect.Interface:
		default:
			t.Errorf("%s is a %s", path, kind)
		}
	}
	for _, kind := range []reflect.Type{
		reflect.TypeFor[Document](), reflect.TypeFor[Paragraph](), reflect.TypeFor[Cards](), reflect.TypeFor[Strip](),
		reflect.TypeFor[Table](), reflect.TypeFor[Chart](), reflect.TypeFor[List](),
	} {
		look(kind, kind.Name())
	}
}

// Every text has a place for every language, and every figure in it has the ID of a fact or a variant of the edition.
// The register gives each fact in every language.
func TestFiguresKeepTheirFacts(t *testing.T) {
	for _, of := range shipped {
		for _, langs := range [][]stat.Lang{{stat.Hans, stat.En}, {stat.En}} {
			e, doc := build(t, of.area, of.period, langs...)
			known := map[string]bool{}
			for _, f := range e.Facts {
				known[f.ID] = true
				for i := range f.Variants {
					known[edition.VariantID(f, i)] = true
				}
			}
			for _, f := range e.Past {
				known[f.ID] = true
			}
			told := map[string][]bool{}
			for _, text := range texts(doc) {
				if len(text) != 0 && len(text) != len(langs) {
					t.Errorf("%s: %q has %d languages", of.area, shown(text), len(text))
				}
				for i, in := range text {
					for _, s := range in {
						if s.Fact == "" {
							continue
						}
						if !known[s.Fact] {
							t.Errorf("%s %s: no fact %q", of.area, of.period, s.Fact)
						}
						if told[s.Fact] == nil {
							told[s.Fact] = make([]bool, len(langs))
						}
						told[s.Fact][i] = true
					}
				}
			}
			for _, f := range e.Facts {
				if len(told[f.ID]) == 0 || slices.Contains(told[f.ID], false) {
					t.Errorf("%s %s: %s is told in %v", of.area, of.period, f.ID, told[f.ID])
				}
			}
		}
	}
}

// The columns of a table share the width, and its rows have a cell for each.
func TestTables(t *testing.T) {
	tables := 0
	for _, of := range shipped {
		_, doc := build(t, of.area, of.period, stat.Hans, stat.En)
		visit(reflect.ValueOf(doc), func(v reflect.Value) {
			table, ok := v.Interface().(*Table)
			if !ok {
				return
			}
			tables++
			sum := 0.0
			for _, c := range table.Columns {
				sum += c.Share
			}
			if math.Abs(sum-1) > 1e-9 || len(table.Rows) == 0 {
				t.Errorf("%s %s: a table %s with %d rows shares %v of the width", of.area, of.period, shown(table.Columns[0].Head), len(table.Rows), sum)
			}
			for _, r := range table.Rows {
				if len(r) != len(table.Columns) {
					t.Errorf("%s %s: a row has %d cells of %d", of.area, of.period, len(r), len(table.Columns))
				}
			}
		})
	}
	if tables < 40 {
		t.Errorf("%d tables", tables)
	}
}

// A text of a chart is in every language or in none.
func TestChartsHaveWords(t *testing.T) {
	charts := 0
	for _, of := range shipped {
		_, doc := build(t, of.area, of.period, stat.Hans, stat.En)
		visit(reflect.ValueOf(doc), func(v reflect.Value) {
			c, ok := v.Interface().(*Chart)
			if !ok {
				return
			}
			charts++
			for _, r := range c.Data.Rows {
				if len(r.Name) != 2 || len(r.Said) != 2 || r.Said[0] == "" || r.Said[1] == "" || len(r.Points) == 0 {
					t.Errorf("%s %s: row %q of %s says %q", of.area, of.period, r.Name, shown(c.Title), r.Said)
				}
			}
		})
	}
	if charts < 20 {
		t.Errorf("%d charts", charts)
	}
}

// An empty section has no chapter, and an unknown section is an error.
func TestSections(t *testing.T) {
	units := stat.Units()
	w := words(t, units, stat.Hans, stat.En)
	for _, name := range town.Sections() {
		doc, err := Build(&edition.Edition{Sections: []string{name}, Units: units}, w, Full)
		if err != nil {
			t.Fatal(err)
		}
		chapters := 0
		for _, s := range doc.Sections {
			chapters += len(s.Chapters)
		}
		if (chapters > 0) != (name == "notes") {
			t.Errorf("%s of nothing has %d chapters", name, chapters)
		}
	}
	if _, err := Build(&edition.Edition{Sections: []string{"notes", "gallery"}}, w, Full); err == nil || !strings.Contains(err.Error(), `section "gallery": no such section`) {
		t.Errorf("error %v", err)
	}
}

// The preface is a section of its own, whose paragraphs are sentences with their figures. It can be left out.
func TestPreface(t *testing.T) {
	d := town.Dataset()
	d.Periods[0].Sentences = []stat.Sentence{
		{ID: "preface.1", Theme: "preface", Text: town.Both("本公报由统计局编制。", "This bulletin is by the statistics office.")},
		{ID: "preface.2", Theme: "preface", Text: town.Both("零售额{retail.level}。", "Retail sales were {retail.level}.")},
	}
	for _, sections := range [][]string{{"contents", "preface", "themes"}, {"contents", "themes"}} {
		e, err := edition.Build(d, town.Year(2023), edition.Options{Langs: []stat.Lang{stat.Hans, stat.En}, Sections: sections})
		if err != nil {
			t.Fatal(err)
		}
		doc, err := Build(e, words(t, e.Units, e.Langs...), Full)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range doc.Sections {
			for _, ch := range s.Chapters {
				if ch.ID == "preface" {
					got = append(got, ch.Title[1].String(), ch.Blocks[0].(*Paragraph).Text[0].String(), ch.Blocks[1].(*Paragraph).Text[1].String())
				}
			}
		}
		want := []string{"Preface", "本公报由统计局编制。", "Retail sales were CNY 410 million."}
		if len(sections) == 2 {
			want = nil
		}
		if !slices.Equal(got, want) {
			t.Errorf("the preface of %q is %q, want %q", sections, got, want)
		}
	}
}

// A figure that cannot be worded is an error, wherever it is.
func TestUnwordable(t *testing.T) {
	f := &stat.Fact{
		ID: "homes.rank-county@2023", Subject: "homes", Measure: stat.Rank, Ranking: &stat.Ranking{Scope: "county"},
		Figure: stat.Figure{Quantity: stat.Qty("2", 0, "RANK"), Status: stat.Normal},
	}
	e := &edition.Edition{Facts: []*stat.Fact{f}, Headlines: []edition.Row{{Value: f}}}
	for _, section := range []string{"glance", "register"} {
		e.Sections = []string{section}
		if _, err := Build(e, words(t, stat.Units(), stat.En), Full); err == nil || !strings.Contains(err.Error(), "county") {
			t.Errorf("%s: error %v", section, err)
		}
	}
}

// A headline indicator with only a known position has a card for it.
func TestCardOfAPosition(t *testing.T) {
	rank := &stat.Fact{
		ID: "gdp.rank@2023", Subject: "gdp", Measure: stat.Rank, Ranking: &stat.Ranking{Scope: "city"},
		Figure: stat.Figure{Quantity: stat.Qty("2", 0, stat.RankUnit), Status: stat.Normal},
	}
	e := &edition.Edition{
		Area:     stat.Area{Scopes: []stat.Scope{{Code: "city", Name: stat.Text{En: "the city"}}}},
		Sections: []string{"glance"}, Headlines: []edition.Row{{Rank: rank}},
	}
	doc, err := Build(e, words(t, stat.Units(), stat.En), Full)
	if err != nil {
		t.Fatal(err)
	}
	card := doc.Sections[0].Chapters[0].Blocks[0].(*Cards).Items[0]
	if said := card.Figure[0].String(); said != "second in the city" || len(card.Context) != 0 {
		t.Errorf("the card says %q with %d further figures", said, len(card.Context))
	}
}

// A loss has words in place of growth, on its card and in its row.
func TestLoss(t *testing.T) {
	d := town.Dataset()
	facts := d.Periods[0].Facts
	facts[0].Quantity = stat.Qty("-4.10", 8, "CNY")
	d.Periods[0].Facts = append(facts[:1:1], town.Figure("retail", stat.Level, 2022, stat.Qty("-5", 8, "CNY")))
	d.Periods[0].Projects = nil
	e, err := edition.Build(d, stat.Period{Year: 2023}, edition.Options{Sections: []string{"glance", "themes"}})
	if err != nil {
		t.Fatal(err)
	}
	doc, err := Build(e, words(t, stat.Units(), stat.Hans, stat.En), Full)
	if err != nil {
		t.Fatal(err)
	}
	var found int
	for _, text := range texts(doc) {
		if len(text) == 2 && text[0].String() == "亏损收窄" && text[1].String() == "showed a narrower loss" {
			found++
		}
	}
	if found != 2 {
		t.Errorf("the words stand in %d places, want a card and a row", found)
	}
}

// What does not fit on a page is dropped in this order: the summary, rows of strips, rows of cards, strips.
func TestGlanceYields(t *testing.T) {
	_, doc := build(t, "saibei", stat.Period{Year: 2023}, stat.Hans, stat.En)
	i := slices.IndexFunc(doc.Sections, func(s Section) bool { return s.Name == "glance" })
	glance := doc.Sections[i].Chapters[0]
	var order []string
	for _, r := range glance.Yields {
		kind := reflect.TypeOf(glance.Blocks[r.Blocks[0]]).Elem().Name()
		order = append(order, string(r.How)+" "+kind)
	}
	if want := []string{"follow Paragraph", "shorten Strip", "shorten Cards", "drop Strip"}; !slices.Equal(order, want) {
		t.Errorf("%q, want %q", order, want)
	}
	if !glance.Alone || glance.Yields[0].As.ID != "summary" || !glance.Yields[0].As.Apart {
		t.Errorf("the summary becomes %+v", glance.Yields[0].As)
	}
}

// A status that all figures share stands in the data notes once, and at no figure.
func TestSharedStatus(t *testing.T) {
	for _, all := range []bool{true, false} {
		d := town.Dataset()
		for i := range d.Periods[0].Facts {
			if all || i == 0 {
				d.Periods[0].Facts[i].Status = stat.Provisional
			}
		}
		e, err := edition.Build(d, town.Year(2023), edition.Options{Langs: []stat.Lang{stat.Hans, stat.En}, Sections: town.Sections()})
		if err != nil {
			t.Fatal(err)
		}
		doc, err := Build(e, words(t, e.Units, e.Langs...), Full)
		if err != nil {
			t.Fatal(err)
		}
		marks, notes := 0, 0
		for _, text := range texts(doc) {
			if len(text) == 0 {
				continue
			}
			if text[0].String() == "初步数" {
				marks++
			}
			if strings.HasPrefix(text[1].String(), "Figures for this period are preliminary") {
				notes++
			}
		}
		if all && (marks != 0 || notes != 1) || !all && (marks == 0 || notes != 0) {
			t.Errorf("all of a status is %t: it is marked %d times, and said for all %d times", all, marks, notes)
		}
	}
}

// The office's notes on the whole edition and on themes stand first in the data notes, those on an indicator among the
// numbered ones. Their references are figures in words.
func TestOfficeNotes(t *testing.T) {
	d := town.Dataset()
	d.Periods[0].Notes = []stat.OfficeNote{
		{ID: "area.1", Text: town.Both("统计局编。", "By the office.")},
		{ID: "area.2", Indicator: "retail", Text: town.Both("限额以上为{retail.level}。", "{retail.level} above the threshold.")},
		{ID: "period.1", Theme: "economy", Text: town.Both("快报数。", "Flash figures.")},
	}
	e, err := edition.Build(d, town.Year(2023), edition.Options{Langs: []stat.Lang{stat.Hans, stat.En}, Sections: []string{"notes"}})
	if err != nil {
		t.Fatal(err)
	}
	doc, err := Build(e, words(t, e.Units, e.Langs...), Full)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, ch := range doc.Sections[0].Chapters {
		if ch.ID == "notes" || ch.ID == "notes.numbered" {
			for _, entry := range ch.Blocks[0].(*List).Entries {
				got = append(got, strings.TrimSpace(strings.Repeat("*", entry.Note)+" "+entry.Text[1].String()))
			}
		}
	}
	want := []string{"By the office.", "Economy: Flash figures."}
	if last := "* Retail sales: CNY 410 million above the threshold."; !slices.Equal(got[:2], want) || got[len(got)-1] != last {
		t.Errorf("the notes are %q, want %q first and %q last", got, want, last)
	}
}

// The chapters of the body have one number in every language; what comes before it, the notes and the register have none, and
// neither have parts of chapters.
func TestChapterNumbers(t *testing.T) {
	e, _ := build(t, "example", town.Year(2024), stat.Hans, stat.En)
	for _, numbered := range []bool{true, false} {
		e.Numbered = numbered
		doc, err := Build(e, words(t, e.Units, e.Langs...), Full)
		if err != nil {
			t.Fatal(err)
		}
		var zh, en []string
		for _, s := range doc.Sections {
			for _, ch := range s.Chapters {
				zh, en = append(zh, ch.Title[0].String()), append(en, ch.Title[1].String())
			}
		}
		want := []string{
			"At a glance", "Preface", "1. Economy", "2. Agriculture", "3. Transport and communication", "4. Energy", "5. Trends",
			"Same period compared", "6. Rankings and assessments", "7. Projects",
		}
		if !numbered {
			for i := range want {
				want[i] = strings.TrimLeft(want[i], "1234567. ")
			}
		}
		if !slices.Equal(en[:len(want)], want) {
			t.Errorf("numbered %t: the chapters are %q, want %q first", numbered, en, want)
		}
		if strings.HasPrefix(zh[2], "一、") != numbered || strings.HasPrefix(zh[6], "五、") != numbered || strings.HasPrefix(zh[7], "六") {
			t.Errorf("numbered %t: the chapters are %q", numbered, zh)
		}
		if last := en[len(en)-1]; last != "All figures with their sources" {
			t.Errorf("numbered %t: the register is called %q", numbered, last)
		}
	}
}

// A final edition of a shipped area has no warning, doubt or instruction to those who keep the data; a draft has what the
// checks found.
func TestFinalHasNoDoubts(t *testing.T) {
	doubt := regexp.MustCompile(`(?i)核对|核实|警告|错误|疑似|可能是|\bchecks?\b|doubt|warning|\berrors?\b|likely|confirm`)
	for area, year := range map[string]int{"saibei": 2023, "example": 2024, "tongjian": 2022} {
		e, _ := build(t, area, stat.Period{Year: year}, stat.Hans, stat.En)
		e.Findings = []stat.Finding{{Severity: stat.Warning, Message: stat.Text{Hans: "请核对", En: "check it"}}}
		for _, draft := range []bool{false, true} {
			e.Draft = draft
			doc, err := Build(e, words(t, e.Units, stat.Hans, stat.En), Full)
			if err != nil {
				t.Fatal(err)
			}
			said := 0
			for _, text := range texts(doc) {
				for _, in := range text {
					if words := in.String(); doubt.MatchString(words) {
						said++
						if !draft {
							t.Errorf("%s: %s", area, words)
						}
					}
				}
			}
			if last := doc.Sections[len(doc.Sections)-1]; draft && (said == 0 || last.Name != "findings") {
				t.Errorf("%s: the draft has %d findings, and ends with %q", area, said, last.Name)
			}
		}
	}
}
