package dataset

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"nianbao/internal/stat"
)

const plainArea = "code: a\nname: {zh-Hans: 甲县, en: A County}\nwithin: {zh-Hans: 乙市, en: B City}\nscopes: {province: {name: {zh-Hans: 全省, en: the province}}}\n"

// plainFolder is an area of area.yaml and one year's observations, with an indicators.yaml if there is one.
func plainFolder(observations, indicators string) fstest.MapFS {
	fsys := fstest.MapFS{
		"a/area.yaml": {Data: []byte(plainArea)},
		"a/2024.yaml": {Data: []byte("period: 2024\nobservations:\n" + observations)},
	}
	if indicators != "" {
		fsys["a/indicators.yaml"] = &fstest.MapFile{Data: []byte(indicators)}
	}
	return fsys
}

// outlined writes themes, indicators and what these are divided into: "general gdp (industry: primary secondary) [cpi]".
func outlined(ds *stat.Dataset) string {
	var words []string
	for _, t := range ds.Themes {
		words = append(words, "#"+t.Code)
	}
	for i := range ds.Indicators {
		ind := &ds.Indicators[i]
		word := ind.Code
		for _, b := range ind.Breakdowns {
			word += fmt.Sprintf("(%s: %s)", b.Code, strings.Join(b.Parts, " "))
		}
		if len(ind.Includes) > 0 {
			word += fmt.Sprint(ind.Includes)
		}
		words = append(words, word)
	}
	return strings.Join(words, " ")
}

// TestComplete changes one thing of an area that uses the catalogue.
func TestComplete(t *testing.T) {
	for _, c := range []struct{ name, observations, indicators, want string }{
		{"figures alone", "  grain: 12\n  gdp: [609.91, 5.2]\n", "", "#general #agriculture gdp grain"},
		{
			"all parts", "  tertiary: 1\n  gdp: [3, 5.2]\n  primary: 1\n  secondary: 1\n", "",
			"#general gdp(industry: primary secondary tertiary) primary secondary tertiary",
		},
		{"some parts", "  gdp: [3, 5.2]\n  primary: 1\n  secondary: 1\n", "", "#general gdp[primary secondary] primary secondary"},
		{
			"parts that not every area has, and that add up", "  freight: 30.1\n  freight-tonnes-road: 20.0\n  freight-tonnes-water: 10.0\n", "",
			"#transport freight(mode: freight-tonnes-road freight-tonnes-water) freight-tonnes-road freight-tonnes-water",
		},
		{
			"parts that do not add up", "  freight: 31.0\n  freight-tonnes-road: 20.0\n  freight-tonnes-water: 10.0\n", "",
			"#transport freight[freight-tonnes-road freight-tonnes-water] freight-tonnes-road freight-tonnes-water",
		},
		{
			"parts of a composition", "  gdp: {composition: [10.4, 48.6, 41.0]}\n", "",
			"#general gdp(industry: primary secondary tertiary) primary secondary tertiary",
		},
		{"contained at two removes", "  cpi: 101.3\n  cpi-grain: 105.2\n", "", "#general cpi[cpi-grain] cpi-grain"},
		{
			"an override keeps the order", "  gdp: 3\n  cpi: 101\n  new-jobs: 2\n", "indicators: {cpi: {headline: true}}\n",
			"#general gdp cpi new-jobs",
		},
		{
			"the area's order", "  gdp: 3\n  cpi: 101\n  new-jobs: 2\n  unemployment: 3\n", "indicators: {new-jobs: {}, gdp: {}}\n",
			"#general new-jobs unemployment gdp cpi",
		},
		{
			"an indicator of the area's own", "  gdp: 3\n  own: 1\n  cpi: 101\n",
			"themes: {mine: {zh-Hans: 其他, en: Other}}\nindicators: {gdp: {}, own: {theme: mine, name: {zh-Hans: 自有, en: Own}, unit: SCHOOL}}\n",
			"#mine #general gdp cpi own",
		},
		{
			"the area's words", "  gdp: 3\n", "themes: {mine: {zh-Hans: 其他, en: Other}}\nindicators: {gdp: {theme: mine, parts: [primary]}}\n",
			"#mine #general gdp(: primary) primary",
		},
		{"the area's whole", "  primary: 1\n  gdp: 2\n", "indicators: {primary: {of: gdp}}\n", "#general gdp[primary] primary"},
	} {
		t.Run(c.name, func(t *testing.T) {
			ds, _, err := Load(plainFolder(c.observations, c.indicators), "a")
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, outlined(ds)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestCompleteDefinition reads what an entry of the area leaves out.
func TestCompleteDefinition(t *testing.T) {
	for _, c := range []struct{ entry, want string }{
		{"", "常住人口 PERSON 4 false stock neutral"},
		{"headline: false", "常住人口 PERSON 4 false stock neutral"},
		{"headline: true", "常住人口 PERSON 4 true stock neutral"},
		{"mult: 0", "常住人口 PERSON 0 false stock neutral"},
		{"unit: HOUSEHOLD", "常住人口 HOUSEHOLD 0 false stock neutral"},
		{"better: up, timing: flow", "常住人口 PERSON 4 false flow up"},
	} {
		text := "indicators: {rural-population: {name: {zh-Hans: 常住人口, en: Residents}, " + c.entry + "}}\n"
		ds, _, err := Load(plainFolder("  rural-population: 3\n", strings.Replace(text, ", }", "}", 1)), "a")
		if err != nil {
			t.Error(err)
			continue
		}
		ind := ds.Indicators[0]
		if got := fmt.Sprint(ind.Name.Hans, " ", ind.Unit, " ", ind.Mult, " ", ind.Headline, " ", ind.Timing, " ", ind.Better); got != c.want {
			t.Errorf("%s: got %s, want %s", c.entry, got, c.want)
		}
	}
}

// TestBriefObservation reads the short form: what the numbers are follows from the unit.
func TestBriefObservation(t *testing.T) {
	for _, c := range []struct{ observation, want string }{
		{"gdp: 609.91", "gdp.level@2024=609.91"},
		{"gdp: [609.91, 5.2]", "gdp.level@2024=609.91 gdp.growth@2024=5.2"},
		{"gdp: [{value: 609.91, status: P}, {value: 5.2, basis: nominal}]", "gdp.level@2024=609.91P gdp.growth-nominal@2024=5.2"},
		{"forest-cover: [55.5, -0.1]", "forest-cover.ratio@2024=55.5 forest-cover.change@2024=-0.1"},
		{"birth-rate: [8.59, -1.00]", "birth-rate.level@2024=8.59 birth-rate.change@2024=-1.00"},
		{"cpi: [101.3, 1.3]", "cpi.level@2024=101.3 cpi.growth@2024=1.3"},
		{"gdp: []", `a/2024.yaml:3: observations.gdp: holds no figure: give one, or leave the indicator out`},
		{"gdp: [1, 2, 3]", "a/2024.yaml:3: observations.gdp: has 3 figures: give level and growth, or a map that says what each one is"},
		{"gdp: [{value: 1, basis: real}]", "a/2024.yaml:3: observations.gdp[0].basis: a basis is given with a growth only"},
		{"gdp: 609.91, 5.2%", `a/2024.yaml:3: observations.gdp: number "609.91, 5.2%": write it without separators between the digits`},
		{"our-own-thing: 1", "a/indicators.yaml: the file is missing: it defines what the program's catalogue does not have: our-own-thing (first at 2024.yaml:3: observations.our-own-thing); nianbao catalog WORD finds codes"},
		{"our-own-thing: 1\n  gdp-per-capita: 2", "a/2 errors:\n  2024.yaml:4: observations.gdp-per-capita: unknown indicator \"gdp-per-capita\"; did you mean \"gdp-per-head\"? Otherwise define it in indicators.yaml\n" +
			"  indicators.yaml: the file is missing: it defines what the program's catalogue does not have: our-own-thing (first at 2024.yaml:3: observations.our-own-thing); nianbao catalog WORD finds codes"},
		{"gdp-per-capita: 1", `a/2024.yaml:3: observations.gdp-per-capita: unknown indicator "gdp-per-capita"; did you mean "gdp-per-head"? Otherwise define it in indicators.yaml`},
		{"gpd: 1", `a/2024.yaml:3: observations.gpd: unknown indicator "gpd"; did you mean "gdp"?`},
	} {
		ds, _, err := Load(plainFolder("  "+c.observation+"\n", ""), "a")
		if err != nil {
			if got := strings.Replace(err.Error(), `load dataset "a": `, "a/", 1); got != c.want {
				t.Errorf("%s:\n got %s\nwant %s", c.observation, got, c.want)
			}
			continue
		}
		var got []string
		for _, f := range ds.Periods[0].Facts {
			got = append(got, strings.TrimSuffix(f.ID+"="+f.Quantity.Number()+string(f.Status), "A"))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: got %s, want %s", c.observation, strings.Join(got, " "), c.want)
		}
	}
}

// TestCatalogueFaults lists what is wrong with entries that the catalogue does not have.
func TestCatalogueFaults(t *testing.T) {
	_, _, err := Load(plainFolder("  gdp: 1\n", "indicators:\n  gpd: {headline: true}\n  own: {theme: general, unit: T}\n"), "a")
	want := "load dataset \"a\": 2 errors:\n" +
		"  indicators.yaml:2: indicators.gpd: give theme, name and unit of \"gpd\", which is not in the program's catalogue; did you mean \"gdp\"?\n" +
		"  indicators.yaml:3: indicators.own: key \"name\" is missing"
	if err == nil || err.Error() != want {
		t.Errorf("\n got %v\nwant %s", err, want)
	}
}

// TestStartFromTheFigures loads the area that docs/dataset.md begins with.
func TestStartFromTheFigures(t *testing.T) {
	_, chapter, _ := strings.Cut(readText(t, "../../docs/dataset.md"), "\n## Start from the figures\n")
	blocks := strings.Split(chapter, "```")
	fsys := fstest.MapFS{}
	for i, name := range []string{"area.yaml", "2024.yaml"} {
		text, ok := strings.CutPrefix(blocks[2*i+1], "yaml\n")
		if !ok || !strings.Contains(text, "# "+name) {
			t.Fatalf("the chapter does not show %s", name)
		}
		fsys["county/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	ds, _, err := Load(fsys, "county")
	if err != nil {
		t.Fatal(err)
	}
	want := "#general #agriculture #investment #population gdp(industry: primary secondary tertiary) primary secondary tertiary new-jobs grain fixed-investment urbanisation"
	if got := outlined(ds); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}
