package tidy

import (
	"os"
	"testing"

	"nianbao/internal/check"
	"nianbao/internal/dataset"
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/town"
	"nianbao/internal/wording"
)

// sample is an edition with what is written of it.
type sample struct {
	e        *edition.Edition
	rows     []wording.DataRow
	speakers []*locale.Words
}

// shipped builds the latest edition of an area that comes with the program, with its findings.
func shipped(t testing.TB, area string, langs ...stat.Lang) sample {
	t.Helper()
	d, _, err := dataset.Load(os.DirFS("../../config/areas"), area)
	if err != nil {
		t.Fatal(err)
	}
	p := d.Periods[len(d.Periods)-1].Period
	e, err := edition.Build(d, p, edition.Options{
		Langs: langs, Sections: town.Sections(), Release: p.End(), Findings: check.Check(d, p, check.Options{}),
	})
	if err != nil {
		t.Fatal(err)
	}
	return write(t, e)
}

// write makes the rows and words of an edition: its languages, then Chinese and English where they are not
// among them.
func write(t testing.TB, e *edition.Edition) sample {
	t.Helper()
	words := map[stat.Lang]*locale.Words{}
	s := sample{e: e}
	for _, l := range append(append([]stat.Lang{}, e.Langs...), stat.ChineseOf(e.Langs), stat.En) {
		if words[l] != nil {
			continue
		}
		w, err := locale.For(l, e.Units)
		if err != nil {
			t.Fatal(err)
		}
		words[l] = w
		s.speakers = append(s.speakers, w)
	}
	zh, en := words[stat.ChineseOf(e.Langs)], words[stat.En]
	s.rows = append(wording.DataRows(zh, en, e), wording.DerivedRows(zh, en, e)...)
	return s
}

func (s sample) json(t testing.TB) []byte {
	t.Helper()
	data, err := JSON(s.e, s.rows, s.speakers)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func (s sample) document(t testing.TB) *Document {
	t.Helper()
	doc, err := readJSON(s.json(t))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// eachShipped runs a test for every shipped area in every choice of languages.
func eachShipped(t *testing.T, test func(t *testing.T, s sample)) {
	for _, area := range []string{"saibei", "example", "tongjian"} {
		for _, langs := range [][]stat.Lang{{stat.Hans, stat.En}, {stat.En}, {stat.Hant, stat.En}, {stat.Hans}, {stat.Hant}, {stat.Hans, stat.Hant}} {
			name := area
			for _, l := range langs {
				name += "," + string(l)
			}
			t.Run(name, func(t *testing.T) { test(t, shipped(t, area, langs...)) })
		}
	}
}

// small is an edition of a few facts with the given names and values.
func small(t testing.TB, name stat.Text, values ...stat.Quantity) sample {
	t.Helper()
	year := stat.Period{Year: 2023}
	data := stat.PeriodData{Period: year}
	d := &stat.Dataset{Area: stat.Area{Code: "town", Name: name}, Units: stat.Units(), Themes: []stat.Theme{{Code: "all"}}}
	for i, q := range values {
		code := "x" + string(rune('a'+i))
		d.Indicators = append(d.Indicators, stat.Indicator{Code: code, Theme: "all", Name: name, Unit: q.Unit, Mult: q.Mult})
		data.Facts = append(data.Facts, stat.Fact{
			ID: stat.Key(code, "level", year), Subject: code, Area: "town", Period: year, Measure: stat.Level,
			Figure: stat.Figure{Quantity: q, Status: stat.Normal}, Note: name,
		})
	}
	d.Periods = []stat.PeriodData{data}
	e, err := edition.Build(d, year, edition.Options{Langs: []stat.Lang{stat.Hans, stat.En}})
	if err != nil {
		t.Fatal(err)
	}
	return write(t, e)
}
