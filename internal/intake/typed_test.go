package intake

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"nianbao/internal/dataset"
	"nianbao/internal/form"
	"nianbao/internal/xlsx"
)

// typedTexts are what people type into the cells of figures, and into those of words.
var typedTexts = map[bool][]string{
	true: {"", "12.5", "12.50", "-3", "－３.５", "1,234.5", "１２３", "12.5亿元", "125000万元", "5.1%", "5.1 %", "增长5.1%", "下降2.3%", "0", "0.0", "-0", "1e3", "abc",
		"12..5", "1 2", "第3位", "3", "3.5", "P", "O", "未公布", "12.5亿", "1.25 billion", "=1+1", "2023年", "12,5", "999999999999999999999", "0.000001"},
	false: {"", "P", "P 初步数", "O", "M", "初步数", "preliminary", "X", "gongbao", "gongbao;1", "无", "第5页", "12.5亿元", "说明。", "a; b", " "},
}

// told says what a reading has, with columns in the places of cells.
func told(proposals []dataset.Proposal, problems []Problem, column func(dataset.Origin) string) []string {
	var list []string
	for _, p := range proposals {
		at := column(p.Origin)
		p.Origin = dataset.Origin{}
		list = append(list, fmt.Sprintf("%s: %+v", at, p))
	}
	for _, p := range problems {
		list = append(list, fmt.Sprintf("%s: %v", column(p.Origin), p.Msg.Error()))
	}
	slices.Sort(list)
	return list
}

// TestTypedAsForm types random texts into random rows, on a page and into the form, which must be read alike.
func TestTypedAsForm(t *testing.T) {
	met := map[string]int{}
	for _, s := range []*subject{newSubject(t, "saibei", "2023"), newSubject(t, "tongjian", "2022"), newSubject(t, "example", "2024-Q3")} {
		zh := bothOf(t, s.data)[0]
		rnd := rand.New(rand.NewPCG(11, 0))
		for i := range 60 {
			row := &s.form.Rows[rnd.IntN(len(s.form.Rows))]
			book := s.copy()
			m := &mutator{subject: s, sheet: &book.Sheets[0], columns: map[form.Column]int{}}
			for j, v := range m.sheet.Rows[form.HeadRow-1] {
				if c, ok := form.ColumnOf(v.Text, bothOf(t, s.data)...); ok {
					m.columns[c] = j
				}
			}
			at := slices.IndexFunc(m.sheet.Rows, func(line []xlsx.Value) bool { return line[0].Text == row.Key })
			typed := Typed{Key: row.Key, Held: s.form.Cells(row, zh), Cells: map[form.Column]string{}}
			for c, text := range typed.Held {
				typed.Cells[c] = text
			}
			for range 1 + rnd.IntN(3) {
				c := form.Open()[rnd.IntN(len(form.Open()))]
				texts := typedTexts[c == form.Value || c == form.Growth || c == form.Rank]
				text := texts[rnd.IntN(len(texts))]
				typed.Cells[c] = text
				m.set(at, c, words(text))
			}
			want, err := readBook(File{Name: "form.xlsx"}, book, s.load)
			if err != nil {
				t.Fatal(err)
			}
			got, err := ReadTyped(s.data, s.form.Period, typed)
			if err != nil {
				t.Fatal(err)
			}
			wanted := told(want.Proposals, want.Problems, func(o dataset.Origin) string {
				_, cell, _ := strings.Cut(o.Cell, "!")
				n, _, _ := xlsx.CellPlace(strings.TrimPrefix(cell+o.Cell, cell))
				for c, j := range m.columns {
					if j == n {
						return string(c)
					}
				}
				return o.Cell
			})
			if page := told(got.Proposals, got.Problems, func(o dataset.Origin) string { return o.Cell }); !slices.Equal(page, wanted) {
				t.Errorf("%d, %s, %s: typed %q\n  page: %q\n  form: %q", i, s.area, row.Key, typed.Cells, page, wanted)
			}
			met[fmt.Sprintf("%d proposals, problems: %v", min(len(got.Proposals), 2), len(got.Problems) > 0)]++
		}
	}
	if len(met) < 4 {
		t.Errorf("only met: %v", met)
	}
}

// TestTypedConflict holds that a cell which somebody else has changed since the page was made is a problem.
func TestTypedConflict(t *testing.T) {
	s := newSubject(t, "tongjian", "2022")
	typed := Typed{Key: "private-economy", Held: map[form.Column]string{form.Value: "403.5"}, Cells: map[form.Column]string{form.Value: "403.7"}}
	if r, err := ReadTyped(s.data, s.form.Period, typed); err != nil || len(r.Problems) != 1 || r.Problems[0].Origin.Cell != string(form.Value) {
		t.Errorf("%v, %+v", err, r)
	}
	typed.Held[form.Value] = "403.6"
	if r, err := ReadTyped(s.data, s.form.Period, typed); err != nil || len(r.Problems) != 0 || len(r.Proposals) != 1 {
		t.Errorf("%v, %+v", err, r)
	}
	typed.Key = "no-such-row"
	if r, err := ReadTyped(s.data, s.form.Period, typed); err != nil || len(r.Problems) == 0 {
		t.Errorf("no such row: %v, %+v", err, r)
	}
}
