package audit

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"nianbao/internal/publish"
)

// resealings are changes to a release whose checksums fit again, and what is said of them.
var resealings = map[string]struct {
	change      func(t *testing.T, path string)
	file, named string // of the change, and of what is said; the same if there is no second
	want        string
}{
	"a row of indicators": {dropLine("gdp@2024,"), "indicators.csv", "", "gdp.growth@2024: it is not shown"},
	"a row of rankings":   {dropLine("gdp.rank@2024,"), "rankings.csv", "", "gdp.rank@2024: it is not shown"},
	"a row of an earlier period": {
		dropLine("grain-output@2023,"), "indicators.csv", "workbook.xlsx", "is shown, and not in the CSV file",
	},
	"a row of the sheet of indicators": {dropRow("4", "41.06"), "workbook.xlsx", "", "sheet of indicators: value 41.06 of gdp is not shown"},
	"a row of the sheet of rankings":   {dropRow("5", ">5<"), "workbook.xlsx", "", "sheet of rankings: position"},
	"the name of a sheet": {
		func(t *testing.T, path string) {
			rewrite(t, path, "xl/workbook.xml", `name="位次 Rankings"`, `name="位次"`)
		},
		"workbook.xlsx", "", "and there is none",
	},
	"a note of the manifest":        {change(`"en": "Meters were replaced`, `"en": "Meters were stolen`), "manifest.json", "", "wind-power.level@2024: note: en is"},
	"the issuer":                    {change(`"issuer": {`+"\n"+`    "en": "`, `"issuer": {`+"\n"+`    "en": "Other `), "edition.json", "manifest.json", "area: issuer: en is"},
	"the title":                     {change(`"en": "Statistical bulletin of Example`, `"en": "Other bulletin of Example`), "edition.json", "manifest.json", "title in en is"},
	"the template of the title":     {change(`"en": "Statistical bulletin of {`, `"en": "Statistical report on {`), "edition.json", "manifest.json", "title_template: en is"},
	"no title":                      {dropIn("", func(o object) { delete(o, "title_template") }), "edition.json", "manifest.json", "edition: only one has title_template"},
	"the contact":                   {change(`"en": "General Statistics Section`, `"en": "Other Section`), "edition.json", "manifest.json", "area: contact: en is"},
	"the licence":                   {change(`"code": "CC-BY-4.0"`, `"code": "CC0-1.0"`), "edition.json", "manifest.json", `area: licence: code is "CC-BY-4.0", want "CC0-1.0"`},
	"no licence":                    {dropArea("licence"), "edition.json", "manifest.json", "area: only one has licence"},
	"the period of a fact":          {change("\"ref_area\": \"example\",\n      \"time_period\": \"2024\"", "\"ref_area\": \"example\",\n      \"time_period\": \"2022\""), "edition.json", "manifest.json", "time_period is \"2024\", want \"2022\""},
	"what a position is ranked by":  {change(`"by": "growth",`, `"by": "level",`), "edition.json", "manifest.json", `ranking: by is "growth", want "level"`},
	"a baseline":                    {change(`"baseline": "grain-output.level@2024"`, `"baseline": "grain-output.level@2023"`), "edition.json", "manifest.json", "target: baseline is"},
	"a revision":                    {change(`"obs_value": 5.6,`, `"obs_value": 5.7,`), "edition.json", "manifest.json", "old: obs_value is \"5.6\", want \"5.7\""},
	"a milestone":                   {change(`"date": "2024-02-29"`, `"date": "2024-02-28"`), "edition.json", "manifest.json", "project sample-reservoir: milestone signed: date is"},
	"a unit":                        {change(`"many": "trips"`, `"many": "visits"`), "edition.json", "manifest.json", `unit TRIP: many is "trips", want "visits"`},
	"the status":                    {change(`"status": "final"`, `"status": "draft"`), "edition.json", "manifest.json", `status is "final", want "draft"`},
	"the date":                      {change(`"release_date": "2025-01-20"`, `"release_date": "2025-01-21"`), "edition.json", "manifest.json", "release_date is"},
	"a language":                    {change("\"languages\": [\n    \"zh-Hans\",", "\"languages\": ["), "edition.json", "manifest.json", "languages is"},
	"a sample":                      {change(`"sample": true`, `"sample": false`), "edition.json", "manifest.json", "area: sample is"},
	"a value twice":                 {change(`"obs_value": 41.06,`, `"obs_value": 77.77, "obs_value": 41.06,`), "edition.json", "", `two members "obs_value"`},
	"a value in another case":       {change(`"obs_value": 41.06,`, `"obs_value": 77.77, "OBS_VALUE": 41.06,`), "edition.json", "", `two members "OBS_VALUE"`},
	"a value as a text":             {change(`"obs_value": 41.06,`, `"obs_value": "41.06",`), "edition.json", "", `obs_value is the text "41.06", want a number`},
	"a unit of indicators":          {change(",41.06,gdp.level@2024,CNY,", ",41.06,gdp.level@2024,USD,"), "indicators.csv", "", `gdp.level@2024: unit_measure is "USD"`},
	"a unit of history":             {change("2024,level,,,41.06,CNY,", "2024,level,,,41.06,USD,"), "history.csv", "", `gdp.level@2024: unit_measure is "USD"`},
	"a unit of targets":             {change(",12.5,T,", ",12.5,KG,"), "targets.csv", "", `unit_measure is "KG"`},
	"a unit of progress":            {change(",gdp.growth@2024,PERCENT,", ",gdp.growth@2024,PP,"), "progress.csv", "", `done_unit is "PP"`},
	"a unit of revisions":           {change(",5.6,PERCENT,", ",5.6,PP,"), "revisions.csv", "", `old_unit is "PP", want "PERCENT"`},
	"a power of revisions":          {change(",5.8,PERCENT,0,", ",5.8,PERCENT,2,"), "revisions.csv", "", `new_mult is "2", want "0"`},
	"a sentence of the document":    {drop("sentences"), "edition.json", "manifest.json", "the document has none"},
	"the preface":                   {change("This bulletin reports on", "This bulletin is silent on"), "edition.json", "manifest.json", "sentence preface.1: template: en is"},
	"a note of the office":          {change("Projects with a planned investment of CNY 5 million", "Projects with a planned investment of CNY 6 million"), "manifest.json", "", "office_note area.2: template: en is"},
	"what a note is on":             {change("\"indicator\": \"wind-power\",\n        \"template\"", "\"indicator\": \"energy-use\",\n        \"template\""), "manifest.json", "", "office_note period.1: indicator is"},
	"a note of the document":        {drop("office_notes"), "edition.json", "manifest.json", "office_note area.1: the document has none"},
	"a sentence of the manifest":    {dropContent("sentences"), "manifest.json", "", "it is missing"},
	"an indicator of the document":  {drop("indicators"), "edition.json", "manifest.json", "the document has none"},
	"an indicator of the manifest":  {dropContent("indicators"), "manifest.json", "", "it is missing"},
	"a source of the document":      {drop("sources"), "edition.json", "manifest.json", "area: source "},
	"a fact of the document":        {drop("facts"), "edition.json", "manifest.json", "no such fact"},
	"a fact of the manifest":        {dropContent("facts"), "manifest.json", "", "it is missing"},
	"a project of the manifest":     {dropContent("projects"), "manifest.json", "", "it is missing"},
	"all revisions of the manifest": {dropContent("revisions"), "manifest.json", "", "it is missing"},

	"a figure of the page":                {change(`gdp.level@2024">41.06亿元</data>`, `gdp.level@2024">41.60亿元</data>`), "page.html", "", `gdp.level@2024: "41.60亿元" is printed`},
	"a figure of a chart's table":         {change(`#gdp.growth@2024-Q3">6.1%</a>`, `#gdp.growth@2024-Q3">6.2%</a>`), "page.html", "", `gdp.growth@2024-Q3: "6.2%" is printed`},
	"a figure of another language's page": {change(`gdp.level@2024">CNY 4.106 billion</data>`, `gdp.level@2024">CNY 41.06 billion</data>`), "page.html", "", `gdp.level@2024: "CNY 41.06 billion" is printed`},
	"a fact of the page":                  {change(`<data value="gdp.level@2024">41.06亿元`, `<data value="gdp.level@2034">41.06亿元`), "page.html", "", `gdp.level@2034: it is printed, and there is no such fact`},
	"an entry of the register of a page":  {change(`<data value="retail-sales.growth@2024-Q1">up 5.8%</data>`, ``), "page.html", "", `retail-sales.growth@2024-Q1: "up 5.8%" is not shown`},
	"a file of the dataset":               {change(`"name": "example-2024-data.csv"`, `"name": "example-2024-date.csv"`), "dataset.jsonld", "", "example-2024-data.csv is not listed"},
	"a file that is not the dataset's":    {change(`"example-2024-codes.csv"`, `"example-2024-data.csv"`), "dataset.jsonld", "", "the listed example-2024-data.csv is not the published one"},
	"the version of the dataset":          {change(`"version": "r1"`, `"version": "r2"`), "dataset.jsonld", "", `version is "r2", want "r1"`},
	"a sentence of the page":              {change(`This bulletin reports on`, `This bulletin lies about`), "page.html", "", `sentence preface.1: `},
}

// What one change makes of a release whose checksums fit again is found, whichever file it is in.
func TestResealedAnywhere(t *testing.T) {
	released := released(t, job(t, "NIANBAO_FORMATS=csv,json,xlsx,html", "NIANBAO_RELEASE_DATE=2025-01-20")).Release.Dir
	for name, tt := range resealings {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.CopyFS(dir, os.DirFS(released)); err != nil {
				t.Fatal(err)
			}
			file := tt.file
			if file != publish.ManifestName {
				file = "example-2024-" + file
			}
			tt.change(t, filepath.Join(dir, file))
			if file == publish.ManifestName {
				resealManifest(t, dir)
			} else {
				repack(t, dir)
				reseal(t, dir)
			}
			v := verified(t, dir)
			if len(v.Problems) > 0 {
				t.Errorf("problems %v", v.Problems)
			}
			switch tt.named {
			case "":
			case publish.ManifestName:
				file = tt.named
			default:
				file = "example-2024-" + tt.named
			}
			finds(t, v, file, tt.want)
		})
	}
}

// change replaces a text.
func change(old, with string) func(*testing.T, string) {
	return func(t *testing.T, path string) { t.Helper(); edit(t, path, old, with) }
}

// drop removes the first thing of a list of a document.
func drop(list string) func(*testing.T, string) { return dropOf("", list) }

// dropContent removes the first thing of a list of a manifest's content.
func dropContent(list string) func(*testing.T, string) { return dropOf("content", list) }

func dropOf(member, list string) func(*testing.T, string) {
	return dropIn(member, func(of object) { of[list] = of[list].([]any)[1:] })
}

// dropArea removes a member of a document's area.
func dropArea(member string) func(*testing.T, string) {
	return dropIn("area", func(of object) { delete(of, member) })
}

// dropIn removes something of a member of a file, or of the file itself if the member is "".
func dropIn(member string, drop func(object)) func(*testing.T, string) {
	return func(t *testing.T, path string) {
		t.Helper()
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all, err := readStrict(data, nil)
		if err != nil {
			t.Fatal(err)
		}
		of := all
		if member != "" {
			of = all[member].(object)
		}
		drop(of)
		if data, err = json.MarshalIndent(all, "", "  "); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// dropLine removes the line of a file that begins so.
func dropLine(begins string) func(*testing.T, string) {
	return func(t *testing.T, path string) {
		t.Helper()
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		_, rest, ok := strings.Cut(string(data), "\n"+begins)
		if !ok {
			t.Fatalf("%s has no line %q", path, begins)
		}
		line, _, _ := strings.Cut(rest, "\n")
		edit(t, path, "\n"+begins+line, "")
	}
}

// dropRow removes the first row of a sheet that has a number.
func dropRow(sheet, number string) func(*testing.T, string) {
	return func(t *testing.T, path string) {
		t.Helper()
		part := "xl/worksheets/sheet" + sheet + "."
		for _, row := range regexp.MustCompile(`(?s)<row .*?</row>`).FindAllString(zipPart(t, path, part), -1) {
			if strings.Contains(row, number) {
				rewrite(t, path, part, row, "")
				return
			}
		}
		t.Fatalf("%s: %s has no row with %q", path, part, number)
	}
}
