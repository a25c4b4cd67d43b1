package dataset

import (
	"strings"
	"testing"
	"testing/fstest"
)

// fault is one change to the demo area, and what it must be answered with.
type fault struct {
	name     string
	file     string
	old, new string // new replaces the first old; all of the file if old is ""
	want     string // lines of faults, without the head
	schema   bool   // the JSON Schema sees it as well
}

func (c fault) apply(t *testing.T, fsys fstest.MapFS) {
	t.Helper()
	text := ""
	if f, ok := fsys["demo/"+c.file]; ok {
		text = string(f.Data)
	}
	if !strings.Contains(text, c.old) {
		t.Fatalf("%s does not hold %q", c.file, c.old)
	}
	if c.old == "" {
		text = c.new
	} else {
		text = strings.Replace(text, c.old, c.new, 1)
	}
	fsys["demo/"+c.file] = &fstest.MapFile{Data: []byte(text)}
}

func testFaults(t *testing.T, cases []fault) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			fsys := demo(t)
			c.apply(t, fsys)
			_, _, err := Load(fsys, "demo")
			if err == nil {
				t.Fatalf("loaded, want %s", c.want)
			}
			got := strings.TrimPrefix(err.Error(), `load dataset "demo": `)
			if got != c.want {
				t.Errorf("\n got %s\nwant %s", got, c.want)
			}
		})
	}
}

// TestFaultsOfForm changes one thing of a valid area at a time: what the decoder refuses.
func TestFaultsOfForm(t *testing.T) { testFaults(t, formFaults()) }

// TestFaultsOfMeaning is the same for what the binder refuses.
func TestFaultsOfMeaning(t *testing.T) { testFaults(t, meaningFaults()) }

func TestAllFaultsInOneRun(t *testing.T) {
	fsys := demo(t)
	for _, c := range []fault{
		{file: "area.yaml", old: "sample: true", new: "sample: yep"},
		{file: "indicators.yaml", old: "unit: ITEM", new: "unit: ITME"},
		{file: "projects.yaml", old: "theme: economy", new: "theme: econmy"},
		{file: "2024.yaml", old: "tier: provincial", new: "tier: local"},
		{file: "2024.yaml", old: "level: 15.31", new: "level: .5"},
		{file: "2024.yaml", old: "dust:", new: "dsut:"},
		{file: "2024.text.yaml", old: "{mill.investment}", new: "{mill.investment"},
	} {
		c.apply(t, fsys)
	}
	_, _, err := Load(fsys, "demo")
	want := `load dataset "demo": 7 errors:
  2024.text.yaml:10: sentences[1].text.zh-Hans: a brace without its partner at "{mill.invest"
  2024.yaml:7: observations.gdp.level: number ".5": write a digit before the point, as 0.5
  2024.yaml:21: observations.dsut: unknown indicator "dsut"; did you mean "dust"?
  2024.yaml:47: recognitions.clean-prize.tier: unknown tier "local"; known: national, provincial, municipal
  area.yaml:6: sample: want true or false, got the text "yep"
  indicators.yaml:29: indicators.items.unit: unknown unit "ITME"; did you mean "ITEM"?
  projects.yaml:5: projects.mill.theme: unknown theme "econmy"; did you mean "economy"?`
	if err == nil || err.Error() != want {
		t.Errorf("\n got %v\nwant %s", err, want)
	}
}

// TestOneFaultIsReportedOnce breaks what other files build upon: they must not be blamed.
func TestOneFaultIsReportedOnce(t *testing.T) {
	testFaults(t, []fault{
		{
			name: "catalogue unreadable", file: "indicators.yaml", old: "", new: "themes: [\n",
			want: `indicators.yaml:2: is not YAML: did not find expected node content`,
		},
		{
			name: "key of the catalogue misspelt", file: "indicators.yaml", old: "themes:", new: "theme:",
			want: `indicators.yaml:4: theme: unknown key; did you mean "themes"?`,
		},
		{
			name: "scopes of a wrong type", file: "area.yaml", old: "scopes:\n", new: "scopes: none\nscope:\n",
			want: "2 errors:\n  area.yaml:7: scopes: want a map, got the text \"none\"\n  area.yaml:8: scope: unknown key; did you mean \"scopes\"?",
		},
		{
			name: "empty figure", file: "2024.yaml", old: "level: 15.31", new: "level:",
			want: "2024.yaml:7: observations.gdp.level: is empty: give a value or leave the key out",
		},
		{
			name: "tally of a group broken", file: "indicators.yaml", old: "{group: contest, position: 1}", new: "{group: contest, position: first}",
			want: `indicators.yaml:35: indicators.items-first.tally.position: want a whole number in plain digits, got the text "first"`,
		},
	})
}
