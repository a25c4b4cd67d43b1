package dataset

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"nianbao/internal/stat"
)

// demo is the area under testdata, in which every key of every file is used.
func demo(t testing.TB) fstest.MapFS {
	t.Helper()
	fsys := fstest.MapFS{}
	dir := os.DirFS("testdata/areas")
	err := fs.WalkDir(dir, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(dir, name)
		fsys[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return fsys
}

func loadDemo(t *testing.T) *stat.Dataset {
	t.Helper()
	ds, _, err := Load(demo(t), "demo")
	if err != nil {
		t.Fatal(err)
	}
	return ds
}

func TestLoadReturnsWhatItRead(t *testing.T) {
	fsys := demo(t)
	_, inputs, err := Load(fsys, "demo")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, in := range inputs {
		names = append(names, in.Name)
		if !bytes.Equal(in.Data, fsys["demo/"+in.Name].Data) {
			t.Errorf("%s: other bytes than the file's", in.Name)
		}
	}
	want := []string{"2024-Q1.yaml", "2024.text.yaml", "2024.yaml", "area.yaml", "indicators.yaml", "projects.yaml", "text.yaml"}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}

func TestLoadArea(t *testing.T) {
	ds := loadDemo(t)
	want := stat.Area{
		Code:     "demo",
		Name:     stat.Text{Hans: "演示区", Hant: "演示區", En: "Demo District"},
		Within:   stat.Text{Hans: "示例省", En: "Sample Province"},
		Title:    stat.Text{Hans: "{area}{period}统计公报", Hant: "{area}{period}統計公報", En: "Statistical bulletin of {area}, {period}"},
		Issuer:   stat.Text{Hans: "演示区统计局", En: "Demo Bureau of Statistics"},
		Sample:   true,
		Official: "110101",
		Contact:  stat.Text{Hans: "演示区统计局办公室", En: "Office of the Demo Bureau of Statistics"},
		Licence: stat.Licence{
			Code: "Demo-1.0", Name: stat.Text{Hans: "演示许可协议", En: "Demo Licence"}, URL: "https://gazette.example/licence",
			Place: stat.Place{File: "area.yaml", Line: 23, Path: "licence"},
		},
		Scopes: []stat.Scope{
			{Code: "city", Name: stat.Text{Hans: "全市", En: "the city"}, Of: 16, Place: stat.Place{File: "area.yaml", Line: 8, Path: "scopes.city"}},
			{Code: "province", Name: stat.Text{Hans: "全省", En: "the province"}, Place: stat.Place{File: "area.yaml", Line: 9, Path: "scopes.province"}},
		},
		Place: stat.Place{File: "area.yaml", Line: 2},
	}
	if diff := cmp.Diff(want, ds.Area, cmpopts.IgnoreFields(stat.Area{}, "Sources", "Lines")); diff != "" {
		t.Errorf("area (-want +got):\n%s", diff)
	}
	if at := ds.Area.On("within"); at.Line != 4 || at.Path != "within" {
		t.Errorf("within is at %s", at)
	}
	source, ok := ds.Area.Source("gazette")
	if !ok || source.Date != (stat.Date{Year: 2025, Month: 1, Day: 20}) || source.Reference.En != "paragraph {0}" {
		t.Errorf("source gazette is %+v", source)
	}
}

func TestLoadCatalogue(t *testing.T) {
	ds := loadDemo(t)
	indicators := map[string]stat.Indicator{}
	for _, ind := range ds.Indicators {
		indicators[ind.Code] = ind
	}
	gdp := indicators["gdp"]
	if gdp.Mult != 8 || gdp.Basis != stat.Real || gdp.Better != stat.Up || !gdp.Headline || gdp.Place.Line != 8 {
		t.Errorf("gdp is %+v", gdp)
	}
	if dust := indicators["dust"]; gdp.Directed || !dust.Directed {
		t.Errorf("gdp is given a better direction: %v; dust is: %v", gdp.Directed, dust.Directed)
	}
	trade := indicators["trade"]
	if trade.Basis != stat.Nominal || trade.Headline {
		t.Errorf("defaults of trade are %+v", trade)
	}
	top := indicators["items-top"]
	if diff := cmp.Diff(&stat.Tally{Group: "contest", AtMost: 5}, top.Tally); diff != "" {
		t.Errorf("tally (-want +got):\n%s", diff)
	}
	request := ds.Units["REQUEST"]
	if request.Dim != stat.Count || request.One != "request" || request.Counter != (stat.Text{Hans: "件", En: "requests"}) {
		t.Errorf("own unit is %+v", request)
	}
	if len(ds.Units) != len(stat.Units())+1 {
		t.Errorf("%d units, want the program's and one", len(ds.Units))
	}
}

// An area's units are of the kind it says, and an index has a unit for its base.
func TestLoadUnits(t *testing.T) {
	fsys := demo(t)
	edit := func(name, old, new string) {
		file := fsys["demo/"+name]
		if !strings.Contains(string(file.Data), old) {
			t.Fatalf("%s does not hold %q", name, old)
		}
		file.Data = []byte(strings.Replace(string(file.Data), old, new, 1))
	}
	edit("indicators.yaml", "themes:", "  ORE: {counter: {zh-Hans: 克/吨}, one: g/t, many: g/t, kind: measure, aliases: [克每吨]}\nthemes:")
	edit("indicators.yaml", "indicators:\n", "indicators:\n"+
		"  prices: {theme: work, name: {zh-Hans: 价, en: Prices}, unit: INDEX, base: {zh-Hans: 上年=100, en: previous year = 100}}\n"+
		"  births: {theme: work, name: {zh-Hans: 生, en: Births}, unit: PERMILLE}\n")
	edit("2024.yaml", "observations:\n", "observations:\n"+
		"  prices: {level: {value: 101.3, unit: INDEX}, change: 0.4}\n"+
		"  births: {ratio: 8.59, change: {value: -1, unit: PERMILLE, from: {9: 12.4‱}}}\n")
	edit("area.yaml", "code: demo\n", "code: demo\nwords: {KM: 千米}\n")
	ds, _, err := Load(fsys, "demo")
	if err != nil {
		t.Fatal(err)
	}
	if u := ds.Units["KM"]; u.Counter != (stat.Text{Hans: "千米", En: "km"}) || !u.Declared() || u.Own() || u.Place.Path != "words" {
		t.Errorf("preferred words are %+v", u)
	}
	if u := ds.Units["ORE"]; u.Kind() != stat.MeasureKind || u.AddsUp() || u.Base != nil || !slices.Equal(u.Printed, []string{"克每吨"}) {
		t.Errorf("own unit is %+v", u)
	}
	index := ds.Units["INDEX_PREVIOUS_YEAR"]
	if index.Counter.Hans != "（上年=100）" || index.Many != "(previous year = 100)" || !index.Own() {
		t.Errorf("index is %+v", index)
	}
	got := map[string]string{}
	for _, p := range ds.Periods {
		for _, f := range p.Facts {
			if f.Subject == "prices" || f.Subject == "births" {
				got[f.ID] = f.Quantity.Unit
				for _, from := range f.From {
					got[f.ID] += from.Printed
				}
			}
		}
	}
	want := map[string]string{
		"prices.level@2024": "INDEX_PREVIOUS_YEAR", "prices.change@2024": "INDEX_POINT",
		"births.ratio@2024": "PERMILLE", "births.change@2024": "PERMILLE_POINT12.4/万",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("units (-want +got):\n%s", diff)
	}
}

func TestLoadPeriodsInOrderOfTime(t *testing.T) {
	ds := loadDemo(t)
	var got []string
	for _, p := range ds.Periods {
		got = append(got, p.Period.String())
	}
	if diff := cmp.Diff([]string{"2024-Q1", "2024"}, got); diff != "" {
		t.Errorf("periods (-want +got):\n%s", diff)
	}
}

// TestPeriodSpellings reads one period's files under the names of two spellings of it, and references in a third.
func TestPeriodSpellings(t *testing.T) {
	fsys := demo(t)
	fsys["demo/2024-Q2.yaml"] = &fstest.MapFile{Data: []byte("period: 2024-06\nobservations:\n  trade: {level: 240}\n")}
	fsys["demo/2024-H1.text.yaml"] = &fstest.MapFile{Data: []byte("sentences:\n  - id: half\n    theme: economy\n" +
		"    text: {zh-Hans: \"{trade.level@2024-Q2}\", en: \"{trade.level@2024-06}\"}\n")}
	ds, _, err := Load(fsys, "demo")
	if err != nil {
		t.Fatal(err)
	}
	data, ok := ds.Data(stat.Through(2024, 6))
	if !ok || data.Facts[0].ID != "trade.level@2024-H1" {
		t.Fatalf("no first half: %v", data)
	}
	if last := data.Sentences[len(data.Sentences)-1]; last.ID != "half" {
		t.Errorf("the last sentence is %q", last.ID)
	}
}

func TestAreas(t *testing.T) {
	fsys := fstest.MapFS{
		"b/area.yaml":     {},
		"a/area.yaml":     {},
		"c/other.yaml":    {},
		".hid/area.yaml":  {},
		"README.md":       {},
		"d/sub/area.yaml": {},
	}
	got, err := Areas(fsys)
	if diff := cmp.Diff([]string{"a", "b"}, got); diff != "" || err != nil {
		t.Errorf("areas (-want +got), error %v:\n%s", err, diff)
	}
	if _, err := Areas(os.DirFS("testdata/none")); err == nil || !strings.HasPrefix(err.Error(), "list areas: ") {
		t.Errorf("a folder that does not exist gives error %v", err)
	}
}

// closed is a file system that has a folder and does not let one look into it.
type closed struct{ fstest.MapFS }

func (closed) Stat(name string) (fs.FileInfo, error) {
	err := fs.ErrPermission
	if strings.HasPrefix(name, "README") {
		err = syscall.ENOTDIR
	}
	return nil, &fs.PathError{Op: "stat", Path: name, Err: err}
}

// An area that cannot be looked into is listed, and loading it tells why.
func TestClosedArea(t *testing.T) {
	fsys := closed{fstest.MapFS{"a/area.yaml": {}, "README.md": {}}}
	got, err := Areas(fsys)
	if diff := cmp.Diff([]string{"a"}, got); diff != "" || err != nil {
		t.Errorf("areas (-want +got), error %v:\n%s", err, diff)
	}
	if _, _, err := Load(fsys, "a"); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("loading gives %v", err)
	}
}

func TestLoadUnknownArea(t *testing.T) {
	fsys := demo(t)
	fsys["bare/2024.yaml"] = &fstest.MapFile{}
	for name, want := range map[string]string{
		"dmeo":    `load dataset "dmeo": no such area; did you mean "demo"?`,
		"zz":      `load dataset "zz": no such area; known: demo`,
		"../demo": `load dataset "../demo": no such area; known: demo`,
		".":       `load dataset ".": no such area; known: demo`,
		"":        `load dataset "": no such area; known: demo`,
		"bare":    `load dataset "bare": area.yaml: the folder has no area.yaml`,
	} {
		if _, _, err := Load(fsys, name); err == nil || err.Error() != want {
			t.Errorf("error of area %q:\n got %v\nwant %s", name, err, want)
		}
	}
}

func TestErrorsUnwrap(t *testing.T) {
	fsys := demo(t)
	fsys["demo/2024-Q1.yaml"] = &fstest.MapFile{Data: []byte("period: 2024-Q1\nfoo: 1\nobservations: {trade: {level: 1e3}}\n")}
	_, _, err := Load(fsys, "demo")
	var all Errors
	var one Error
	if !errors.As(err, &all) || !errors.As(err, &one) || len(all) != 2 || one != all[0] {
		t.Fatalf("errors are %v", err)
	}
	want := `load dataset "demo": 2 errors:
  2024-Q1.yaml:2: foo: unknown key; known: period, title, source, status, observations, targets, projects, recognitions, initiatives, notes, accepted
  2024-Q1.yaml:3: observations.trade.level: number "1e3": write it out, without an exponent; a power of ten is given as mult`
	if err.Error() != want {
		t.Errorf("error\n%v\nwant\n%s", err, want)
	}
}

func TestLoadRefusesLargeFiles(t *testing.T) {
	for _, name := range []string{"indicators.yaml", "2023.yaml"} {
		fsys := demo(t)
		if name == "2023.yaml" { // its sentences are told of no fault
			fsys["demo/2023.text.yaml"] = &fstest.MapFile{Data: []byte("sentences: []")}
		}
		fsys["demo/"+name] = &fstest.MapFile{Data: bytes.Repeat([]byte("#"), MaxFile+1)}
		_, _, err := Load(fsys, "demo")
		if want := `load dataset "demo": ` + name + `: is larger than 16 MiB`; err == nil || err.Error() != want {
			t.Errorf("error %v, want %s", err, want)
		}
	}
}

// TestProjectsAreCarried lets a quarter's file name only the projects that moved.
func TestProjectsAreCarried(t *testing.T) {
	fsys := demo(t)
	file := func(name, text string) { fsys["demo/"+name] = &fstest.MapFile{Data: []byte(text)} }
	file("2024-Q1.yaml", "period: 2024-Q1\nprojects:\n  mill:\n    status: signed\n    figures:\n      length: {value: 2, unit: KM}\n")
	file("2024-Q2.yaml", "period: 2024-Q2\nprojects:\n  mill: {status: under_construction}\n")
	file("2024-Q3.yaml", "period: 2024-Q3\nobservations:\n  trade: {level: 300}\n")
	file("2025-Q1.yaml", "period: 2025-Q1\nobservations:\n  trade: {level: 100}\n")
	file("2025.yaml", "period: 2025\nobservations:\n  trade: {level: 500}\n")
	ds, _, err := Load(fsys, "demo")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range ds.Periods {
		line := p.Period.String()
		for _, project := range p.Projects {
			line += " " + project.Code + " " + string(project.Status)
			for _, f := range project.Figures {
				line += " " + f.Fact
			}
		}
		got = append(got, line)
	}
	want := []string{
		"2024-Q1 mill signed mill.length@2024-Q1",
		"2024-H1 mill under_construction mill.length@2024-Q1",
		"2024-Q3 mill under_construction mill.length@2024-Q1",
		"2024 mill completed mill.investment@2024 mill.staff@2024", // with figures of its own
		"2025-Q1", // it was finished
		"2025",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("projects (-want +got):\n%s", diff)
	}
}

// factOf finds a fact by ID, as the latest period's data that hold it give it.
func factOf(d *stat.Dataset, id string) (*stat.Fact, bool) {
	for i := len(d.Periods) - 1; i >= 0; i-- {
		for j := range d.Periods[i].Facts {
			if d.Periods[i].Facts[j].ID == id {
				return &d.Periods[i].Facts[j], true
			}
		}
	}
	return nil, false
}

// An indicator has breakdowns with names, and contains what it names and what names it.
func TestLoadBreakdowns(t *testing.T) {
	fsys := demo(t)
	edit := func(old, new string) {
		file := fsys["demo/indicators.yaml"]
		file.Data = []byte(strings.Replace(string(file.Data), old, new, 1))
	}
	edit("parts: [items-first, requests]", "parts:\n      place: {name: {zh-Hans: 按地分, en: By place}, of: [items-first]}\n      way: {name: {zh-Hans: 按法分, en: By way}, of: [requests]}")
	edit("    rate_of: requests", "    of: items-top")
	ds, _, err := Load(fsys, "demo")
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]stat.Indicator{}
	for _, ind := range ds.Indicators {
		got[ind.Code] = ind
	}
	want := []stat.Breakdown{
		{Code: "place", Name: stat.Text{Hans: "按地分", En: "By place"}, Parts: []string{"items-first"}},
		{Code: "way", Name: stat.Text{Hans: "按法分", En: "By way"}, Parts: []string{"requests"}},
	}
	if diff := cmp.Diff(want, got["items"].Breakdowns, cmpopts.IgnoreFields(stat.Breakdown{}, "Place")); diff != "" {
		t.Errorf("breakdowns (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"items-first", "requests-rate"}, got["items-top"].Includes); diff != "" {
		t.Errorf("contained (-want +got):\n%s", diff)
	}
}
