package config

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/spf13/pflag"
)

// parse gives the flags of a command line.
func parse(t *testing.T, args ...string) *pflag.FlagSet {
	t.Helper()
	flags := pflag.NewFlagSet("test", pflag.ContinueOnError)
	Flags(flags)
	if err := flags.Parse(args); err != nil {
		t.Fatal(err)
	}
	return flags
}

// write makes a configuration file and returns its path.
func write(t *testing.T, content string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "exporter.yaml")
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

// nested writes one key into an otherwise empty file.
func nested(k key, values []string) string {
	parts := strings.Split(k.name, ".")
	var b strings.Builder
	for i, p := range parts {
		b.WriteString(strings.Repeat("  ", i) + p + ":")
		if i < len(parts)-1 {
			b.WriteString("\n")
		}
	}
	if k.many() {
		return b.String() + " [" + strings.Join(values, ", ") + "]\n"
	}
	if k.form == number || k.form == truth {
		return b.String() + " " + values[0] + "\n"
	}
	return b.String() + ` "` + values[0] + "\"\n"
}

// choices are three different valid values of a key, none of them the default: for file, variable and flag.
func choices(k key) [3][]string {
	pick := func(a, b, c string) [3][]string { return [3][]string{{a}, {b}, {c}} }
	switch {
	case k.name == "schedule.periods":
		return pick("months", "years", "months")
	case k.name == "schedule.days":
		return pick("working", "working", "working")
	case k.name == "schedule.time":
		return pick("00:00", "12:30", "23:59")
	case k.name == "schedule.zone":
		return pick("UTC", "Europe/Berlin", "America/New_York")
	case k.name == "schedule.weekend":
		return [3][]string{{"friday"}, {"friday", "saturday"}, {"sunday"}}
	case k.name == "schedule.except":
		return [3][]string{{"01"}, {"2025-01", "02"}, {"2025-Q1"}}
	case k.form == daily:
		return [3][]string{{"2025-10-01"}, {"2025-10-01/2025-10-08", "2025-01-01"}, {"2025-10-11"}}
	case k.form == number:
		return pick("2", "3", "4")
	case k.name == "period", k.name == "schedule.first":
		return pick("2023", "2024-Q1", "2024-03")
	case k.name == "release_date":
		return pick("2024-01-20", "2024-02-29", "2025-12-31")
	case k.name == "languages":
		return [3][]string{{"en"}, {"zh-Hant", "en"}, {"en", "zh-Hans"}}
	case k.name == "formats":
		return [3][]string{{"csv", "json"}, {"pdf"}, {"json", "csv", "xlsx"}}
	case k.name == "briefings":
		return [3][]string{{"brief"}, {"full", "standard"}, {"full"}}
	case k.name == "sections":
		return [3][]string{{"targets", "cover"}, {"themes"}, {"notes", "cover", "glance"}}
	case k.name == "output.name":
		return pick("{kind}", "x-{kind}", "塞北 {period} {kind}")
	case k.name == "status":
		return pick("draft", "draft", "draft")
	case k.form == truth:
		return pick("true", "true", "true")
	case k.name == "workbook.profile":
		return pick("published", "published", "published")
	case k.name == "numbering":
		return pick("on", "off", "auto")
	case k.name == "brief_pages":
		return pick("four", "one", "four")
	case k.name == "layout":
		return pick("stacked", "sequential", "parallel")
	case k.name == "theme.name":
		return pick("gongwen", "briefing", "gongwen")
	case strings.HasPrefix(k.name, "theme."):
		if k.name == "theme.colors.paper" {
			return pick("#FFFFF1", "#fffffa", "#FFFFFB")
		}
		return pick("#000001", "#00000a", "#00000B")
	case strings.HasPrefix(k.name, "fonts."):
		return pick("/f/a.ttf", "/f/b.TTF", "c.ttf")
	case k.form == path:
		return pick("/f/a", "b", "../c")
	default:
		return pick("aa", "bb", "cc")
	}
}

// partner is what the rules between keys demand beside a key, as flags and variables at the lowest rank.
func partner(k key) string {
	switch {
	case k.name == "fonts.regular":
		return "fonts: {bold: /f/z.ttf, regular: /f/y.ttf}\n"
	case k.name == "fonts.bold":
		return "fonts: {regular: /f/z.ttf, bold: /f/y.ttf}\n"
	case strings.HasPrefix(k.name, "issuer."):
		return "issuer: {zh-Hans: 甲, zh-Hant: 乙, en: C}\n"
	default:
		return ""
	}
}

func setting(t *testing.T, c *Config, name string) Setting {
	t.Helper()
	for _, s := range c.Effective() {
		if s.Key == name {
			return s
		}
	}
	t.Fatalf("no setting %s", name)
	return Setting{}
}

// TestPrecedence tries every key in every combination of the places it can stand in.
func TestPrecedence(t *testing.T) {
	for _, k := range keys() {
		of := choices(k)
		for mask := range 8 {
			inFile, inEnv, inFlag := mask&1 != 0, mask&2 != 0, mask&4 != 0
			if inFlag && k.flag == "" {
				continue
			}
			content, env, args := partner(k), []string{"PATH=/bin"}, []string(nil)
			want, origin := strings.Join(k.fallback, ","), "default"
			file := write(t, content)
			if content != "" {
				want, origin = "", file+":1"
			}
			if inFile {
				if content == "" {
					file = write(t, "# one line before\n"+nested(k, of[0]))
				} else {
					file = write(t, replaced(content, k, of[0][0]))
				}
				want, origin = strings.Join(of[0], ","), file+":"
			}
			if inEnv {
				env = append(env, k.variable()+"="+strings.Join(of[1], ", "))
				want, origin = strings.Join(of[1], ","), "environment "+k.variable()
			}
			if inFlag {
				args = append(args, "--"+k.flag, strings.Join(of[2], ","))
				want, origin = strings.Join(of[2], ","), "flag --"+k.flag
			}
			c, err := Load(parse(t, args...), env, file)
			if err != nil {
				t.Errorf("%s, combination %03b: %v", k.name, mask, err)
				continue
			}
			got := setting(t, c, k.name)
			if want != "" && got.Value != want || !strings.HasPrefix(got.Origin, origin) {
				t.Errorf("%s, combination %03b: %q from %s, want %q from %s", k.name, mask, got.Value, got.Origin, want, origin)
			}
		}
	}
}

// replaced sets the value of a key in the one-line mapping that partner gives.
func replaced(content string, k key, value string) string {
	name := k.name[strings.LastIndex(k.name, ".")+1:]
	start := strings.Index(content, name+": ") + len(name) + 2
	end := start + strings.IndexAny(content[start:], ",}")
	return content[:start] + value + content[end:]
}

func TestLoadIntoStruct(t *testing.T) {
	file := write(t, `
area: example
period: 2024-Q1
languages: [zh-Hant, en]
release_date: 2024-05-01
output: {dir: out, name: "{kind}"}
areas_dir: /areas
fonts: {regular: fonts/R.ttf, bold: /fonts/B.ttf}
issuer: {zh-Hans: 示例区统计局, en: Example Bureau}
theme: {colors: {accent: "#0a0B0c"}}
csv: {bom: true}
workbook: {profile: published}
schedule: {periods: months, first: 2024-01, due: 3, holidays: [2024-02-10/2024-02-17], weekend: []}
`)
	c, err := Load(nil, []string{"NIANBAO_STATUS=draft", "NIANBAO_AREA="}, file)
	if err != nil {
		t.Fatal(err)
	}
	want := &Config{
		Area: "example", Period: "2024-Q1", Languages: []string{"zh-Hant", "en"},
		Formats:   []string{"pdf", "xlsx", "csv", "json", "html"},
		AreasDir:  "/areas",
		Output:    Output{Dir: filepath.Join(filepath.Dir(file), "out"), Name: "{kind}"},
		Briefings: []string{"standard"}, BriefPages: "one",
		Sections: []string{
			"cover", "contents", "glance", "preface", "themes", "rankings", "projects", "recognitions", "initiatives", "targets", "notes", "register",
		},
		Layout: "parallel", Numbering: "auto",
		Theme:    Theme{Name: "briefing", Colors: Colors{Accent: "#0a0B0c", Ink: "#1A1A1A", Muted: "#595959", Rule: "#BFBFBF", Paper: "#FFFFFF"}},
		Fonts:    Fonts{Regular: filepath.Join(filepath.Dir(file), "fonts/R.ttf"), Bold: "/fonts/B.ttf"},
		CSV:      CSVFiles{BOM: true},
		Workbook: Workbook{Profile: "published"},
		Issuer:   Issuer{Hans: "示例区统计局", En: "Example Bureau"},
		Status:   "draft", ReleaseDate: "2024-05-01", File: file,
		Schedule: Schedule{
			Periods: "months", First: "2024-01", Except: []string{}, Days: "calendar", Due: 3, Deadline: 20, Time: "09:00", Zone: "Asia/Shanghai",
			Weekend: []string{}, Holidays: []string{"2024-02-10/2024-02-17"}, Workdays: []string{},
			Set: true,
		},
	}
	if diff := cmp.Diff(want, c, cmpopts.IgnoreUnexported(Config{})); diff != "" {
		t.Errorf("configuration differs (-want +got):\n%s", diff)
	}
	if r, g, b := c.Theme.Colors.Accent.RGB(); r != 10 || g != 11 || b != 12 {
		t.Errorf("accent is %d, %d, %d, want 10, 11, 12", r, g, b)
	}
}

func TestConfigFile(t *testing.T) {
	usual, other := write(t, "area: usual\n"), write(t, "area: other\n")
	none := filepath.Join(t.TempDir(), "none.yaml")
	for _, tt := range []struct {
		name, usual, env, flag string
		area, file, wrong      string
	}{
		{name: "usual", usual: usual, area: "usual", file: usual},
		{name: "usual is missing", usual: none, area: ""},
		{name: "no file at all", area: ""},
		{name: "variable", usual: usual, env: other, area: "other", file: other},
		{name: "flag over variable", usual: none, env: none, flag: other, area: "other", file: other},
		{name: "named by flag, missing", usual: usual, flag: none, wrong: "flag --config: file"},
		{name: "named by variable, missing", usual: usual, env: none, wrong: "environment NIANBAO_CONFIG: file"},
		{name: "a folder", usual: t.TempDir(), wrong: "read configuration"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var args []string
			if tt.flag != "" {
				args = []string{"--config", tt.flag}
			}
			c, err := Load(parse(t, args...), []string{"NIANBAO_CONFIG=" + tt.env}, tt.usual)
			if tt.wrong != "" {
				if err == nil || !strings.Contains(err.Error(), tt.wrong) {
					t.Fatalf("error %v, want one with %q", err, tt.wrong)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if c.Area != tt.area || c.File != tt.file {
				t.Errorf("area %s from %q, want %s from %q", c.Area, c.File, tt.area, tt.file)
			}
		})
	}
}

// TestFlagsOfCommand makes sure that a command may have flags of its own and lack some of ours.
func TestFlagsOfCommand(t *testing.T) {
	flags := pflag.NewFlagSet("verify", pflag.ContinueOnError)
	flags.Bool("json", false, "")
	flags.String("area", "x", "")
	if err := flags.Parse([]string{"--json", "--area", "example"}); err != nil {
		t.Fatal(err)
	}
	c, err := Load(flags, nil, "")
	if err != nil {
		t.Fatal(err)
	}
	if c.Area != "example" || c.Period != "" {
		t.Errorf("area %q, period %q", c.Area, c.Period)
	}
	if _, err := Load(parse(t, "--lang="), nil, ""); !errors.As(err, new(*Error)) {
		t.Errorf("no languages at all: %v, want an *Error", err)
	}
}

// A schedule is set by any value that is not the default, wherever it stands; the defaults in a file set none.
func TestScheduleIsSet(t *testing.T) {
	for _, tt := range []struct {
		file, env string
		want      bool
	}{
		{"area: x\n", "", false},
		{"schedule: {periods: quarters, due: 1, weekend: [saturday, sunday], holidays: [], first: ''}\n", "", false},
		{"schedule: {due: 2}\n", "", true},
		{"schedule: {weekend: []}\n", "", true},
		{"schedule: {first: 2024-Q1}\n", "", true},
		{"area: x\n", "NIANBAO_SCHEDULE_PERIODS=years", true},
		{"schedule: {due: 2}\n", "NIANBAO_SCHEDULE_DUE=1", false},
	} {
		var env []string
		if tt.env != "" {
			env = []string{tt.env}
		}
		c, err := Load(nil, env, write(t, tt.file))
		if err != nil {
			t.Fatal(err)
		}
		if c.Schedule.Set != tt.want {
			t.Errorf("%q, %q: set %v, want %v", tt.file, tt.env, c.Schedule.Set, tt.want)
		}
	}
	c, err := Load(nil, nil, "../../config/exporter.yaml")
	if err != nil || c.Schedule.Set {
		t.Errorf("the configuration of the repository sets a schedule, %v", err)
	}
}

// Chapters are numbered in the page of official papers, unless the configuration says otherwise. YAML's on and off are words
// here, not truths.
func TestNumbered(t *testing.T) {
	for text, want := range map[string]bool{
		"theme: {name: briefing}\n": false, "theme: {name: gongwen}\n": true, "numbering: on\n": true, "numbering: auto\n": false,
		"numbering: off\ntheme: {name: gongwen}\n": false,
	} {
		c, err := Load(nil, nil, write(t, text))
		if err != nil {
			t.Fatal(err)
		}
		if got := c.Numbered(); got != want {
			t.Errorf("%q: %t, want %t", text, got, want)
		}
	}
}
