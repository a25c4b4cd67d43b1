package intake

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"nianbao/internal/dataset"
	"nianbao/internal/form"
	"nianbao/internal/locale"
	"nianbao/internal/merge"
	"nianbao/internal/stat"
	"nianbao/internal/xlsx"
)

const littleArea = `code: little
name: {zh-Hans: 小城区, en: Little District}
within: {zh-Hans: 某省某市, en: "Some City, Some Province"}
scopes: {city: {name: {zh-Hans: 全市, en: the city}}}
sources:
  bulletin:
    title: {zh-Hans: 公报, en: Bulletin}
    publisher: {zh-Hans: 统计局, en: Statistics Office}
    reference: {zh-Hans: "第{0}页", en: "page {0}"}
`

const littleFigures = `period: "2024"
source: bulletin
observations:
  gdp: [{status: O}, {status: O}]
  primary: {level: {value: 2.1, from: {3: 2.1亿元}}, growth: {value: 3, from: {4: 增长3%}}}
  retail-sales: {level: {value: 4.2, note: {zh-Hans: 甲, zh-Hant: 甲, en: a}}}
  income: [{value: 36211, status: P}, {value: 6.1, status: P}]
`

// little is a form of a small area, and what comes of it when cells are typed into: rows by code, then columns.
func little(t *testing.T, lang stat.Lang, figures string, cells map[string]string) (*Reading, *merge.Plan, error) {
	t.Helper()
	inputs := []dataset.Input{{Name: "2024.yaml", Data: []byte(littleFigures)}, {Name: "area.yaml", Data: []byte(littleArea)}}
	d, err := dataset.Parse(inputs, "little")
	if err != nil {
		t.Fatal(err)
	}
	f, err := form.New(d, stat.Period{Year: 2024}, "")
	if err != nil {
		t.Fatal(err)
	}
	words, err := locale.For(lang, d.Units)
	if err != nil {
		t.Fatal(err)
	}
	data, err := f.Write(words)
	if err != nil {
		t.Fatal(err)
	}
	book, err := xlsx.ReadFilled(data)
	if err != nil {
		t.Fatal(err)
	}
	columns := map[form.Column]int{}
	sheet := book.Sheet(form.Sheet)
	for j, v := range sheet.Rows[form.HeadRow-1] {
		if c, ok := form.ColumnOf(v.Text, words); ok {
			columns[c] = j
		}
	}
	for i, row := range sheet.Rows {
		sheet.Rows[i] = append(row, make([]xlsx.Value, max(0, 17-len(row)))...)
		for place, text := range cells {
			code, column, _ := strings.Cut(place, " ")
			if sheet.Rows[i][0].Text != code {
				continue
			}
			v := xlsx.Value{Kind: xlsx.Text, Text: text, Decimals: -1}
			if text == "" {
				v.Kind = xlsx.Blank
			}
			sheet.Rows[i][columns[form.Column(column)]] = v
		}
	}
	inputs[0].Data = []byte(figures) // what the data are by now
	now, err := dataset.Parse(inputs, "little")
	if err != nil {
		t.Fatal(err)
	}
	r, err := readBook(File{Name: "form.xlsx"}, book, func(string) (*stat.Dataset, error) { return now, nil })
	if err != nil || len(r.Problems) > 0 {
		return r, nil, err
	}
	plan, err := merge.Make("little", inputs, r.Proposals)
	return r, plan, err
}

// TestLines holds what the words of a row are about, and what of the data's own is kept.
func TestLines(t *testing.T) {
	for _, c := range []struct {
		name    string
		cells   map[string]string
		file    string // a line of the file that comes of it
		refused string // or what is said of the cell
	}{
		{"value, page and words without growth", map[string]string{"gdp value": "12.5", "gdp ref": "3", "gdp printed": "12.5亿元"},
			`  gdp: [{value: 12.5, from: {3: "12.5亿元"}}, {status: O}]`, ""},
		{"a note on the value alone", map[string]string{"gdp value": "12.5", "gdp note_zh": "口径调整；不可比", "gdp note_en": "changed; not comparable"},
			`  gdp: [{value: 12.5, note: {zh-Hans: 口径调整；不可比, en: "changed; not comparable"}}, {status: O}]`, ""},
		{"a growth beside words of the value", map[string]string{"retail-sales growth": "3"}, `  retail-sales: {level: {value: 4.2, note: {zh-Hans: 甲, zh-Hant: 甲, en: a}}, growth: 3}`, ""},
		{"another place of both", map[string]string{"primary ref": "5"}, `from: {5: 2.1亿元}}, growth: {value: 3, from: {5: 增长3%}}}`, ""},
		{"other words of one", map[string]string{"primary printed": "2.1亿元；增长3.0%"}, `from: {3: 2.1亿元}}, growth: {value: 3, from: {4: 增长3.0%}}}`, ""},
		{"three texts for two figures", map[string]string{"primary printed": "a；b；c"}, "", "semicolons"},
		{"the traditional note stays", map[string]string{"retail-sales note_en": "better"}, `zh-Hant: 甲`, ""},
		{"a status of the figures", map[string]string{"retail-sales status": "E"}, `value: 4.2, `, ""},
		{"a status beside values", map[string]string{"primary status": "O"}, "", "the row has one"},
		{"a status of what is missing, and a new value", map[string]string{"gdp value": "3", "gdp status": "M"}, "gdp: [3, {status: M}]", ""},
		{"no longer known", map[string]string{"primary growth": "", "primary status": "M", "primary ref": "3", "primary printed": "2.1亿元"}, "status: M}}", ""},
		{"a cleared cell", map[string]string{"primary growth": ""}, "", "held 3 and is empty"},
		{"a place without a page", map[string]string{"gdp value": "3", "gdp printed": "3"}, "", "page or paragraph"},
		{"a heading with another unit", map[string]string{"代码 value": "本期数（万元）"}, "", "is none of the form"},
	} {
		r, plan, err := little(t, stat.Hans, littleFigures, c.cells)
		if c.refused != "" {
			if err != nil || len(r.Problems) == 0 || !strings.Contains(r.Problems[0].Msg.Error(), c.refused) {
				t.Errorf("%s: %v, %+v", c.name, err, r)
			}
			continue
		}
		if err != nil || len(r.Problems) > 0 {
			t.Errorf("%s: %v, %+v", c.name, err, r)
			continue
		}
		file := littleFigures
		for _, f := range plan.Files {
			file = string(f.Data)
		}
		if !strings.Contains(file, c.file) {
			t.Errorf("%s: got\n%s", c.name, file)
		}
	}
}

// TestFormsBehindTheData holds a form against data that changed since it was made.
func TestFormsBehindTheData(t *testing.T) {
	change := func(was, now string) string { return strings.Replace(littleFigures, was, now, 1) }
	for _, c := range []struct {
		name    string
		lang    stat.Lang
		figures string
		cells   map[string]string
		want    []string // facts that change
		refused bool
	}{
		{"an untouched figure", stat.Hans, change("value: 2.1,", "value: 2.2,"), nil, nil, false},
		{"another one is changed", stat.Hans, change("value: 2.1,", "value: 2.2,"), map[string]string{"gdp value": "9"}, []string{"gdp.level@2024"}, false},
		{"the same one", stat.Hans, change("value: 2.1,", "value: 2.2,"), map[string]string{"primary value": "2.3"}, nil, true},
		{"the same one to the same", stat.Hans, change("value: 2.1,", "value: 2.2,"), map[string]string{"primary value": "2.2"}, nil, false},
		{"it is cleared", stat.Hans, change("value: 3,", "value: 4,"), map[string]string{"primary growth": "", "primary status": "M"}, nil, true},
		{"it is missing now", stat.Hans, change("growth: {value: 3, from: {4: 增长3%}}", "growth: {status: M}"), map[string]string{"primary growth": "5"}, nil, true},
		{"it was missing", stat.Hans, change("gdp: [{status: O}", "gdp: [11"), map[string]string{"gdp value": "12"}, nil, true},
		{"words of an English form", stat.En, littleFigures, map[string]string{"income status": "E"}, []string{"income.level@2024", "income.growth@2024"}, false},
	} {
		r, plan, err := little(t, c.lang, c.figures, c.cells)
		if err != nil || c.refused != (len(r.Problems) > 0) {
			t.Errorf("%s: %v, %+v", c.name, err, r)
			continue
		}
		var got []string
		if plan != nil {
			for _, change := range plan.Changes {
				got = append(got, change.Fact)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %s change", c.name, fmt.Sprint(got))
		}
	}
}
