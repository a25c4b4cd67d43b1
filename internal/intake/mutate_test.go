package intake

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"nianbao/internal/dataset"
	"nianbao/internal/form"
	"nianbao/internal/locale"
	"nianbao/internal/merge"
	"nianbao/internal/stat"
	"nianbao/internal/xlsx"
)

// subject is a form of an area of the project, as it comes back untouched.
type subject struct {
	area   string
	inputs []dataset.Input
	data   *stat.Dataset
	form   *form.Form
	book   *xlsx.Filled
	bytes  []byte
}

func newSubject(t testing.TB, area, period string) *subject {
	t.Helper()
	s := &subject{area: area}
	var err error
	if s.data, s.inputs, err = dataset.Load(os.DirFS("../../config/areas"), area); err != nil {
		t.Fatal(err)
	}
	p, err := stat.ParsePeriod(period)
	if err != nil {
		t.Fatal(err)
	}
	if s.form, err = form.New(s.data, p, ""); err != nil {
		t.Fatal(err)
	}
	words, err := locale.For(stat.Hans, s.data.Units)
	if err != nil {
		t.Fatal(err)
	}
	if s.bytes, err = s.form.Write(words); err != nil {
		t.Fatal(err)
	}
	if s.book, err = xlsx.ReadFilled(s.bytes); err != nil {
		t.Fatal(err)
	}
	return s
}

func (s *subject) load(string) (*stat.Dataset, error) { return s.data, nil }

// copy is the form, to be changed.
func (s *subject) copy() *xlsx.Filled {
	b := &xlsx.Filled{}
	for _, sheet := range s.book.Sheets {
		rows := make([][]xlsx.Value, len(sheet.Rows))
		for i, row := range sheet.Rows {
			rows[i] = append(slices.Clone(row), make([]xlsx.Value, max(0, 17-len(row)))...)
		}
		sheet.Rows = rows
		b.Sheets = append(b.Sheets, sheet)
	}
	return b
}

// expectation is what is to come of a mutated form: changes of facts, or a refusal in one of the cells.
type expectation struct {
	name    string
	values  map[string]string // by fact; a status for a missing one
	refused []string          // cells; "" for a refusal of the file
}

// mutator changes a form at random.
type mutator struct {
	*subject
	rnd     *rand.Rand
	sheet   *xlsx.FilledSheet
	columns map[form.Column]int
}

func (m *mutator) cellName(row int, c form.Column) string {
	return form.Sheet + "!" + xlsx.CellName(m.columns[c], row+1)
}

// pick chooses a row with a figure in a column, of those that hold.
func (m *mutator) pick(c form.Column, hold func(*form.Slot) bool) (row int, slot *form.Slot) {
	var rows []int
	var slots []*form.Slot
	for i := range m.form.Rows {
		s := m.form.Rows[i].Slot(c)
		if s.ID == "" || hold != nil && !hold(s) || s.Fact != nil && s.Fact.Part != "" {
			continue
		}
		for k, line := range m.sheet.Rows {
			if line[0].Text == m.form.Rows[i].Key {
				rows, slots = append(rows, k), append(slots, s)
			}
		}
	}
	k := m.rnd.IntN(len(rows))
	return rows[k], slots[k]
}

// number is a value that a figure has not.
func (m *mutator) number(s *form.Slot) decimal.Decimal {
	for {
		d := decimal.New(int64(m.rnd.IntN(99998)+1), -int32(m.rnd.IntN(3)))
		if s.Unit.Unit == stat.RankUnit {
			d = decimal.New(int64(m.rnd.IntN(98)+1), 0)
		}
		text := stat.Plain(d)
		if strings.Contains(text, ".") {
			text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
		}
		d, _ = decimal.NewFromString(text)
		if s.Fact == nil || !s.Fact.Quantity.Value.Equal(d) {
			return d
		}
	}
}

func (m *mutator) set(row int, c form.Column, v xlsx.Value) { m.sheet.Rows[row][m.columns[c]] = v }

func num(text string) xlsx.Value   { return xlsx.Value{Kind: xlsx.Number, Text: text, Decimals: -1} }
func words(text string) xlsx.Value { return xlsx.Value{Kind: xlsx.Text, Text: text, Decimals: -1} }

func money(s *form.Slot) bool   { return s.Unit.Unit == "CNY" }
func percent(s *form.Slot) bool { return s.Unit.Unit == stat.PercentUnit }
func plainUnit(s *form.Slot) bool {
	return s.Unit.Unit != stat.PercentUnit && s.Unit.Unit != stat.PointsUnit && s.Unit.Unit != stat.RankUnit
}
func known(s *form.Slot) bool { return s.Fact != nil && s.Fact.Status.HasValue() }

// mutations are the ways in which a form is changed, each with what is to come of it.
var mutations = []func(m *mutator) expectation{
	func(m *mutator) expectation {
		row, s := m.pick(form.Value, nil)
		d := m.number(s)
		m.set(row, form.Value, num(d.String()))
		return expectation{name: "a number", values: map[string]string{s.ID: d.String()}}
	},
	func(m *mutator) expectation {
		row, s := m.pick(form.Value, plainUnit)
		d := m.number(s)
		m.set(row, form.Value, words(d.String()))
		return expectation{name: "a number as text", values: map[string]string{s.ID: d.String()}}
	},
	func(m *mutator) expectation {
		row, s := m.pick(form.Value, plainUnit)
		d := m.number(s)
		m.set(row, form.Value, words(wide(d.String())))
		return expectation{name: "full-width digits", values: map[string]string{s.ID: d.String()}}
	},
	func(m *mutator) expectation {
		row, s := m.pick(form.Value, plainUnit)
		n := m.rnd.IntN(9000) + 1000
		m.set(row, form.Value, words(fmt.Sprintf("%d,%03d.5", n/1000, n%1000)))
		return expectation{name: "thousands separators", values: map[string]string{s.ID: fmt.Sprintf("%d.5", n)}}
	},
	func(m *mutator) expectation {
		row, s := m.pick(form.Value, money)
		n := m.rnd.IntN(9000) + 1000
		m.set(row, form.Value, words(strconv.Itoa(n)+"万元"))
		want := decimal.New(int64(n), 0).Shift(int32(4 - s.Unit.Mult))
		return expectation{name: "万元", values: map[string]string{s.ID: want.String()}}
	},
	func(m *mutator) expectation {
		row, s := m.pick(form.Value, money)
		n := m.rnd.IntN(9000) + 1000
		m.set(row, form.Value, words(strconv.Itoa(n)+"亿"))
		want := decimal.New(int64(n), 0).Shift(int32(8 - s.Unit.Mult))
		return expectation{name: "亿", values: map[string]string{s.ID: want.String()}}
	},
	func(m *mutator) expectation {
		row, s := m.pick(form.Growth, percent)
		n := m.rnd.IntN(900) + 1001
		v := num(decimal.New(int64(n), -4).String())
		v.Percent, v.Decimals = true, 2
		m.set(row, form.Growth, v)
		return expectation{name: "a per cent cell", values: map[string]string{s.ID: decimal.New(int64(n), -2).String()}}
	},
	func(m *mutator) expectation {
		row, _ := m.pick(form.Value, plainUnit)
		v := num("0.051")
		v.Percent = true
		m.set(row, form.Value, v)
		return expectation{name: "per cent where there is none", refused: []string{m.cellName(row, form.Value)}}
	},
	func(m *mutator) expectation {
		row, s := m.pick(form.Growth, percent)
		m.set(row, form.Growth, words("下降2.75%"))
		return expectation{name: "a fall in words", values: map[string]string{s.ID: "-2.75"}}
	},
	func(m *mutator) expectation {
		row, s := m.pick(form.Growth, percent)
		m.set(row, form.Growth, num("105.10000000000001"))
		return expectation{name: "noise of arithmetic", values: map[string]string{s.ID: "105.1"}}
	},
	func(m *mutator) expectation {
		row, _ := m.pick(form.Value, nil)
		bad := []xlsx.Value{
			{Kind: xlsx.Date, Text: "2024/5/1", Decimals: -1}, {Kind: xlsx.Truth, Text: "1", Decimals: -1},
			{Kind: xlsx.Text, Text: "#DIV/0!", Fault: true, Decimals: -1}, {Formula: true, Decimals: -1},
			{Kind: xlsx.Number, Text: "12.5", Odd: true, Decimals: -1}, {Kind: xlsx.Number, Text: "12.34567", Decimals: 1},
			words("abc"), words("—"), words("12-15"), words("1.2.3"), words("三百"), words("1,23"), words("12.5万亩人"), words("约13"), words("5/16"),
			words("1 2 3"), words("12.5USD"), words("1e5"),
		}[m.rnd.IntN(18)]
		m.set(row, form.Value, bad)
		return expectation{name: fmt.Sprintf("%+v", bad), refused: []string{m.cellName(row, form.Value)}}
	},
	func(m *mutator) expectation {
		row, s := m.pick(form.Value, nil)
		d := m.number(s)
		v := num(d.String())
		v.Formula = true
		m.set(row, form.Value, v)
		return expectation{name: "a formula with a value", values: map[string]string{s.ID: d.String()}}
	},
	func(m *mutator) expectation {
		row, _ := m.pick(form.Value, known)
		at := strings.TrimPrefix(m.cellName(row, form.Value), form.Sheet+"!")
		m.sheet.Merged = []string{at + ":" + xlsx.CellName(m.columns[form.Value], row+2)}
		return expectation{name: "merged cells", refused: []string{m.cellName(row, form.Value)}}
	},
	func(m *mutator) expectation {
		row, s := m.pick(form.Value, nil)
		m.set(row, form.Value, num(m.number(s).String()))
		m.sheet.Hidden = []int{row}
		return expectation{name: "a change in a hidden row", refused: []string{m.cellName(row, form.Value)}}
	},
	func(m *mutator) expectation {
		row, _ := m.pick(form.Value, known)
		m.sheet.Hidden = []int{row}
		return expectation{name: "a hidden row", values: map[string]string{}}
	},
	func(m *mutator) expectation {
		c := form.Open()[m.rnd.IntN(len(form.Open()))]
		m.set(form.HeadRow-1, c, words("别名"))
		return expectation{name: "a renamed heading", refused: []string{m.cellName(form.HeadRow-1, c)}}
	},
	func(m *mutator) expectation {
		row, s := m.pick(form.Value, nil)
		d := m.number(s)
		m.set(row, form.Value, num(d.String()))
		a, b := m.rnd.IntN(15), m.rnd.IntN(15)
		for _, line := range m.sheet.Rows[form.HeadRow-1:] {
			line[a], line[b] = line[b], line[a]
		}
		return expectation{name: "moved columns", values: map[string]string{s.ID: d.String()}}
	},
	func(m *mutator) expectation {
		row, s := m.pick(form.Value, nil)
		d := m.number(s)
		m.set(row, form.Value, num(d.String()))
		body := m.sheet.Rows[form.FirstRow-1:]
		m.rnd.Shuffle(len(body), func(i, j int) { body[i], body[j] = body[j], body[i] })
		return expectation{name: "sorted rows", values: map[string]string{s.ID: d.String()}}
	},
	func(m *mutator) expectation {
		row, _ := m.pick(form.Value, known)
		other, _ := m.pick(form.Value, known)
		for other == row {
			other, _ = m.pick(form.Value, known)
		}
		m.sheet.Rows[row][0], m.sheet.Rows[other][0] = m.sheet.Rows[other][0], m.sheet.Rows[row][0]
		return expectation{name: "codes sorted alone", refused: []string{m.cellName(row, form.Name), m.cellName(other, form.Name)}}
	},
	func(m *mutator) expectation {
		row, _ := m.pick(form.Value, func(s *form.Slot) bool { return plainUnit(s) && known(s) }) // an empty row is passed over
		m.set(row, form.Unit, words("光年"))
		return expectation{name: "another unit", refused: []string{m.cellName(row, form.Unit)}}
	},
	func(m *mutator) expectation {
		row := len(m.sheet.Rows)
		m.sheet.Rows = append(m.sheet.Rows, make([]xlsx.Value, 17))
		m.set(row, form.Code, words("teu"))
		m.set(row, form.Value, num("12"))
		return expectation{name: "an unknown code", refused: []string{m.cellName(row, form.Code)}}
	},
	func(m *mutator) expectation {
		row := len(m.sheet.Rows)
		m.sheet.Rows = append(m.sheet.Rows, make([]xlsx.Value, 17))
		m.set(row, form.Name, words("移动电话用户"))
		m.set(row, form.Value, num("12"))
		return expectation{name: "an added row without unit", refused: []string{m.cellName(row, form.Unit)}}
	},
	func(m *mutator) expectation {
		row := len(m.sheet.Rows)
		m.sheet.Rows = append(m.sheet.Rows, make([]xlsx.Value, 17))
		m.set(row, form.Code, words("premiums"))
		m.set(row, form.Unit, words("亿元"))
		m.set(row, form.Value, num("12"))
		id := "premiums.level@" + m.form.Period.String()
		return expectation{name: "an added row", values: map[string]string{id: "12"}}
	},
	func(m *mutator) expectation {
		row := len(m.sheet.Rows)
		m.sheet.Rows = append(m.sheet.Rows, make([]xlsx.Value, 17))
		m.set(row, form.Name, words("商标注册量"))
		m.set(row, form.Unit, words("件"))
		m.set(row, form.Value, words("12件"))
		return expectation{name: "an added row in a unit of the catalogue", values: map[string]string{"trademarks.level@" + m.form.Period.String(): "12"}}
	},
	func(m *mutator) expectation {
		row, _ := m.pick(form.Value, known)
		m.set(row, form.Value, xlsx.Value{Decimals: -1})
		return expectation{name: "a cleared cell", refused: []string{m.cellName(row, form.Value)}}
	},
	func(m *mutator) expectation {
		row, s := m.pick(form.Value, func(s *form.Slot) bool {
			return known(s) && s.Fact.Target == nil && len(s.Fact.Variants) == 0 && s.Fact.Period == m.form.Period
		})
		for _, c := range []form.Column{form.Growth, form.Rank} {
			if m.sheet.Rows[row][m.columns[c]].Text != "" {
				return expectation{name: "nothing", values: map[string]string{}}
			}
		}
		m.set(row, form.Value, xlsx.Value{Decimals: -1})
		m.set(row, form.Status, words("M"))
		return expectation{name: "no longer known", values: map[string]string{s.ID: "M"}}
	},
	func(m *mutator) expectation {
		row, s := m.pick(form.Value, func(s *form.Slot) bool { return s.Fact == nil && s.Measure == stat.Level })
		blank := !slices.ContainsFunc(form.Open(), func(c form.Column) bool { return m.sheet.Rows[row][m.columns[c]].Text != "" })
		again := slices.Clone(m.sheet.Rows[row])
		again[m.columns[form.Code]] = xlsx.Value{}
		m.sheet.Rows = append(m.sheet.Rows, again)
		d := m.number(s)
		m.set(len(m.sheet.Rows)-1, form.Value, num(d.String()))
		if !blank {
			return expectation{name: "a row twice by name", refused: []string{m.cellName(len(m.sheet.Rows)-1, form.Code)}}
		}
		return expectation{name: "an empty row filled in below", values: map[string]string{s.ID: d.String()}}
	},
	func(m *mutator) expectation {
		row, _ := m.pick(form.Value, known)
		m.sheet.Rows = append(m.sheet.Rows, slices.Clone(m.sheet.Rows[row]))
		return expectation{name: "a row twice", refused: []string{m.cellName(len(m.sheet.Rows)-1, form.Code)}}
	},
	func(m *mutator) expectation {
		row, _ := m.pick(form.Value, known)
		m.set(row, form.Source, words("nobody"))
		return expectation{name: "an unknown source", refused: []string{m.cellName(row, form.Source)}}
	},
	func(m *mutator) expectation {
		row, _ := m.pick(form.Value, known)
		m.set(row, form.NoteZh, words("只有中文"))
		m.set(row, form.NoteEn, xlsx.Value{})
		return expectation{name: "a note in one language", refused: []string{m.cellName(row, form.NoteEn)}}
	},
	func(m *mutator) expectation {
		row, _ := m.pick(form.Value, known)
		for i, line := range m.sheet.Rows {
			m.sheet.Rows[i] = append(line, xlsx.Value{})
		}
		at := len(m.sheet.Rows[row]) - 1
		m.sheet.Rows[form.HeadRow-1][at], m.sheet.Rows[row][at] = words("修正数"), num("12")
		return expectation{name: "a figure in a column of its own", refused: []string{form.Sheet + "!" + xlsx.CellName(at, row+1)}}
	},
	func(m *mutator) expectation {
		for i := range m.sheet.Rows {
			for j, v := range m.sheet.Rows[i] {
				if strings.Contains(v.Text, "@") && i < 4 {
					m.sheet.Rows[i][j] = words("nowhere")
				}
			}
		}
		return expectation{name: "a form of nothing", refused: []string{""}}
	},
}

func wide(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '!' && r <= '~' {
			return r + 0xFEE0
		}
		return r
	}, s)
}

// TestMutatedForms changes forms at random: each change becomes the one figure that is meant, or is refused by its cell.
// MUTATIONS=10000 changes so many.
func TestMutatedForms(t *testing.T) {
	n, err := strconv.Atoi(os.Getenv("MUTATIONS"))
	if err != nil {
		n = 20 * len(mutations)
	}
	subjects := []*subject{newSubject(t, "saibei", "2023"), newSubject(t, "tongjian", "2022"), newSubject(t, "example", "2024-Q3")}
	met := map[string]int{}
	for i := range n {
		s := subjects[i/len(mutations)%len(subjects)]
		book := s.copy()
		m := &mutator{subject: s, rnd: rand.New(rand.NewPCG(7, uint64(i))), sheet: &book.Sheets[0], columns: map[form.Column]int{}}
		for j, v := range m.sheet.Rows[form.HeadRow-1] {
			if c, ok := form.ColumnOf(v.Text, bothOf(t, s.data)...); ok {
				m.columns[c] = j
			}
		}
		want := mutations[i%len(mutations)](m)
		met[want.name]++
		r, err := readBook(File{Name: "form.xlsx"}, book, s.load)
		if fault := s.judge(want, r, err); fault != "" {
			t.Errorf("%d, %s, %s: %s", i, s.area, want.name, fault)
		}
	}
	t.Logf("%d forms", n)
}

func bothOf(t *testing.T, d *stat.Dataset) []*locale.Words {
	w, err := bothWords(d)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// judge holds what came of a form against what was to come; "" if it did.
func (s *subject) judge(want expectation, r *Reading, err error) string {
	if len(want.refused) > 0 {
		switch {
		case want.refused[0] == "" && err != nil:
			return ""
		case err != nil:
			return "the whole file is refused: " + err.Error()
		case len(r.Problems) == 0:
			return fmt.Sprintf("it is taken: %+v", r.Proposals)
		case !slices.Contains(want.refused, r.Problems[0].Origin.String()):
			return fmt.Sprintf("refused in %s (%v), not in %v", r.Problems[0].Origin, r.Problems[0].Msg, want.refused)
		}
		return ""
	}
	if err != nil {
		return err.Error()
	}
	if len(r.Problems) > 0 {
		return fmt.Sprintf("refused: %s: %v", r.Problems[0].Origin, r.Problems[0].Msg)
	}
	plan, err := merge.Make(s.area, s.inputs, r.Proposals)
	var faults merge.Faults
	if errors.As(err, &faults) || err != nil {
		return err.Error()
	}
	if len(plan.Changes) != len(want.values) {
		return fmt.Sprintf("%d changes", len(plan.Changes))
	}
	for _, c := range plan.Changes {
		got := string(c.After.Status)
		if c.After.Status.HasValue() {
			got = c.After.Quantity.Value.String()
		}
		if a, err := decimal.NewFromString(want.values[c.Fact]); got != want.values[c.Fact] && (err != nil || !a.Equal(c.After.Quantity.Value)) {
			return fmt.Sprintf("%s is %s, want %s", c.Fact, got, want.values[c.Fact])
		}
	}
	return ""
}

// TestUntouchedForms holds that a form that nobody filled in changes nothing, of every period of every area.
func TestUntouchedForms(t *testing.T) {
	for _, area := range []string{"saibei", "tongjian", "example", "china"} {
		d, _, err := dataset.Load(os.DirFS("../../config/areas"), area)
		if err != nil {
			t.Fatal(err)
		}
		for _, data := range d.Periods {
			s := newSubject(t, area, data.Period.String())
			r, err := Read(File{Name: "form.xlsx", Data: s.bytes}, s.load)
			if err != nil || len(r.Problems)+len(r.Proposals) > 0 {
				t.Errorf("%s %s: %v, %+v, %+v", area, data.Period, err, r.Problems, r.Proposals)
			}
		}
	}
}

// origin is the cell of the value of a row.
func (s *subject) origin(t *testing.T, key string) dataset.Origin {
	t.Helper()
	for i, row := range s.book.Sheets[0].Rows {
		for j, v := range s.book.Sheets[0].Rows[form.HeadRow-1] {
			if c, _ := form.ColumnOf(v.Text, bothOf(t, s.data)...); c == form.Value && len(row) > 0 && row[0].Text == key {
				return dataset.Origin{File: "form.xlsx", Sheet: form.Sheet, Cell: xlsx.CellName(j, i+1)}
			}
		}
	}
	t.Fatal("no row " + key)
	return dataset.Origin{}
}
