package form

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"strings"
	"testing"

	"nianbao/internal/dataset"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/xlsx"
)

func formOf(t *testing.T, area, period, theme string) *Form {
	t.Helper()
	d, _, err := dataset.Load(os.DirFS("../../config/areas"), area)
	if err != nil {
		t.Fatal(err)
	}
	p, err := stat.ParsePeriod(period)
	if err != nil {
		t.Fatal(err)
	}
	f, err := New(d, p, theme)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestEveryFactHasACell holds that a form asks for every figure that the period's file has, each once, but for targets in
// words and ranges.
func TestEveryFactHasACell(t *testing.T) {
	for area, period := range map[string]string{"saibei": "2023", "tongjian": "2022", "example": "2024-Q3", "china": "2023"} {
		f := formOf(t, area, period, "")
		cells := map[string]int{}
		keys := map[string]bool{}
		for i := range f.Rows {
			if keys[f.Rows[i].Key] {
				t.Errorf("%s: two rows of %s", area, f.Rows[i].Key)
			}
			keys[f.Rows[i].Key] = true
			for _, s := range f.Rows[i].Slots() {
				cells[s.ID]++
			}
		}
		for _, fact := range f.own.Facts {
			told := fact.Measure == stat.TargetWords || fact.Target != nil && fact.Target.Operator == stat.Within
			if n := cells[fact.ID]; n != 1 && !told || n > 0 && told {
				t.Errorf("%s: %s has %d cells", area, fact.ID, n)
			}
		}
	}
}

// TestForms holds what is on the sheets, in both languages, and that a form is the same each time.
func TestForms(t *testing.T) {
	for _, lang := range []stat.Lang{stat.Hans, stat.En} {
		f := formOf(t, "tongjian", "2022", "")
		w, err := locale.For(lang, f.Data.Units)
		if err != nil {
			t.Fatal(err)
		}
		data, err := f.Write(w)
		if err != nil {
			t.Fatal(err)
		}
		again, err := formOf(t, "tongjian", "2022", "").Write(w)
		if err != nil || !bytes.Equal(data, again) {
			t.Errorf("%s: two forms differ, %v", lang, err)
		}
		book, err := xlsx.ReadFilled(data)
		if err != nil {
			t.Fatal(err)
		}
		sheet := book.Sheet(Sheet)
		if sheet == nil || book.Sheet(HelpSheet) == nil || book.Sheet(HeldSheet) == nil {
			t.Fatalf("%s: a sheet is missing", lang)
		}
		met := map[Column]bool{}
		for _, v := range sheet.Rows[HeadRow-1] {
			c, ok := ColumnOf(v.Text, w)
			if !ok || met[c] {
				t.Errorf("%s: heading %q", lang, v.Text)
			}
			met[c] = true
		}
		if sheet.Rows[2][0].Text != "tongjian@2022" {
			t.Errorf("%s: the form says it is of %q", lang, sheet.Rows[2][0].Text)
		}
	}
}

// TestAlarms holds that a whole with parts, and growth from levels, are held against each other.
func TestAlarms(t *testing.T) {
	f := formOf(t, "example", "2024-Q3", "")
	w, err := locale.For(stat.Hans, f.Data.Units)
	if err != nil {
		t.Fatal(err)
	}
	s := &sheet{form: f, words: w, columns: f.shown(), breaks: map[string]bool{}}
	against := map[string]int{}
	for i := range f.Rows {
		s.row(&f.Rows[i])
		against[s.against(&f.Rows[i])]++
	}
	if against["levels"] == 0 {
		t.Error("no growth is held against levels")
	}
	for _, a := range s.alarms() {
		if strings.Count(a.Formula, "(") != strings.Count(a.Formula, ")") || !strings.HasPrefix(a.Formula, "AND(") {
			t.Errorf("alarm %q", a.Formula)
		}
	}
	county := formOf(t, "tongjian", "2022", "")
	parts := 0
	for _, r := range county.Rows {
		if strings.HasPrefix(r.PartOf, "gdp/") {
			parts++
		}
	}
	if parts < 6 {
		t.Errorf("%d parts of gdp are known", parts)
	}
}

func TestThemes(t *testing.T) {
	f := formOf(t, "tongjian", "2022", "agriculture")
	for _, r := range f.Rows {
		if r.Theme != "agriculture" {
			t.Errorf("the form of one theme has %s of %s", r.Key, r.Theme)
		}
	}
	if _, err := New(f.Data, f.Period, "nothing"); err == nil {
		t.Error("an unknown theme is taken")
	}
}

// TestSortableAndPrintable holds that rows can be sorted and pasted over, that labels are guarded by a warning, and that paper
// shows the headings on each page and no codes of the machine.
func TestSortableAndPrintable(t *testing.T) {
	f := formOf(t, "tongjian", "2022", "")
	w, err := locale.For(stat.Hans, f.Data.Units)
	if err != nil {
		t.Fatal(err)
	}
	data, err := f.Write(w)
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for part, wants := range map[string][]string{
		"xl/worksheets/sheet1.xml": {
			`type="custom"`, "<formula1>FALSE</formula1>", `hidden="true" max="15" min="15"`, `hidden="true" max="16" min="16"`, `orientation="landscape"`,
		},
		"xl/worksheets/sheet3.xml": {"<sheetProtection "},
		"xl/workbook.xml":          {"指标&#39;!$4:$4", "指标&#39;!$A$1:$L$", `state="hidden"`},
	} {
		in, err := z.Open(part)
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range wants {
			if !strings.Contains(string(text), want) {
				t.Errorf("%s has no %s", part, want)
			}
		}
		if part == "xl/worksheets/sheet1.xml" && strings.Contains(string(text), "<sheetProtection") {
			t.Error("a locked sheet cannot be sorted")
		}
	}
}
