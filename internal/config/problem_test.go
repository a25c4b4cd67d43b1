package config

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/viper"
)

// TestRefused gives one wrong file at a time; the message must hold every given piece.
func TestRefused(t *testing.T) {
	for _, tt := range []struct {
		name, content string
		want          []string
	}{
		{"unknown key", "area: x\nareas: y\n", []string{":2: areas: unknown key; did you mean area?"}},
		{"unknown nested key", "output:\n  nmae: y\n", []string{":2: output.nmae: unknown key; did you mean output.name?"}},
		{"separator", "output_dir: y\n", []string{":1: output_dir: unknown key; did you mean output.dir?"}},
		{"shortened", "lang: [en]\n", []string{"did you mean languages?"}},
		{"last part alone", "colors: {}\n", []string{"did you mean theme.colors?"}},
		{"other case", "Area: x\n", []string{"Area: unknown key; did you mean area?"}},
		{"script in other case", "issuer: {zh-hans: x}\n", []string{"did you mean issuer.zh-Hans?"}},
		{"dotted", "output.dir: x\n", []string{"output.dir: unknown key: what follows a dot"}},
		{"nothing like it", "zzzzzz: 1\n", []string{"zzzzzz: unknown key"}},
		{"merge key", "<<: {area: x}\n", []string{"unknown key"}},
		{"twice", "area: x\nperiod: 2023\narea: y\n", []string{":3: area: given twice, first on line 1"}},
		{"number for text", "area: 5\n", []string{":1: area: want text, not a number: lower-case"}},
		{"boolean", "status: true\n", []string{"want text, not true or false: draft, final"}},
		{"nothing", "period:\n", []string{"want text, not nothing"}},
		{"unquoted colour", "theme:\n  colors:\n    ink: #1A1A1A\n", []string{":3: theme.colors.ink: want text, not nothing: a colour in quotes"}},
		{"text for list", "formats: pdf\n", []string{"formats: want a list, not text, of pdf, xlsx"}},
		{"list for text", "area: [x]\n", []string{"area: want text, not a list"}},
		{"mapping in list", "languages: [{en: x}]\n", []string{"languages[0]: want text, not a mapping"}},
		{"text for mapping", "output: here\n", []string{"output: want keys and values, not text"}},
		{"list for document", "- area\n", []string{":1: want keys and values, not a list"}},
		{"two documents", "area: x\n---\narea: y\n", []string{"one YAML document"}},
		{"broken", "area: x\n  y: [\n", []string{"line 2"}},
		{"area", "area: ../x\n", []string{`area: "../x" is not allowed`}},
		{"period", "period: 2024-Q5\n", []string{`"2024-Q5" is not allowed: want a year`}},
		{"language", "languages: [en, de]\n", []string{`languages: "de" is not allowed: want 1 to 2 different of zh-Hans, zh-Hant, en`}},
		{"three languages", "languages: [en, zh-Hans, zh-Hant]\n", []string{"3 values given: want 1 to 2"}},
		{"no languages", "languages: []\n", []string{"0 values given"}},
		{"language twice", "languages: [en, en]\n", []string{`"en" stands there twice`}},
		{"section twice", "sections: [cover, notes, cover]\n", []string{`"cover" stands there twice`}},
		{"no formats", "formats: []\n", []string{"formats: 0 values given: want one or more"}},
		{"folder", "output: {dir: \"\"}\n", []string{"want the path of a folder"}},
		{"name without kind", "output: {name: \"{area}\"}\n", []string{"output.name", "holds {kind}"}},
		{"name in a folder", "output: {name: \"a/{kind}\"}\n", []string{"output.name"}},
		{"hidden name", "output: {name: \".{kind}\"}\n", []string{"output.name"}},
		{"unknown placeholder", "output: {name: \"{kind}-{date}\"}\n", []string{"output.name"}},
		{"colour", "theme: {colors: {ink: black}}\n", []string{`"black" is not allowed: want a colour in quotes`}},
		{"pale accent", "theme: {colors: {accent: \"#F2B705\"}}\n", []string{":1: theme.colors.accent: #F2B705 has a contrast of 1.81 to the paper #FFFFFF, want 4.5 or more"}},
		{"accent for large digits alone", "theme: {colors: {accent: \"#808080\"}}\n", []string{"has a contrast of 3.94 to the paper"}},
		{"dark paper", "theme: {colors: {paper: \"#101010\"}}\n", []string{"theme.colors.accent", "theme.colors.ink", "theme.colors.muted"}},
		{"one font", "fonts: {bold: b.ttf}\n", []string{"fonts: want both regular and bold"}},
		{"web font", "fonts: {bold: b.woff, regular: r.otf}\n", []string{"fonts.bold", "fonts.regular", "b.woff"}},
		{"one issuer", "issuer: {en: x}\n", []string{"issuer: want both zh-Hans and en"}},
		{"issuer of two lines", "issuer: {en: \"x\\ny\", zh-Hans: 甲}\n", []string{"issuer.en", "one line"}},
		{"truth as text", "csv: {bom: \"true\"}\n", []string{":1: csv.bom: want true or false, not text: true, false"}},
		{"number as text", "schedule: {due: \"1\"}\n", []string{":1: schedule.due: want a whole number, not text: a number from 1 to 366"}},
		{"number out of bounds", "schedule: {deadline: 400}\n", []string{`schedule.deadline: "400" is not allowed: want a number from 1 to 366`}},
		{"fraction", "schedule: {due: 1.5}\n", []string{"schedule.due: want a whole number, not a decimal number: a number from 1 to 366"}},
		{"day of a list", "schedule:\n  holidays: [2025-10-01, 2025-02-29]\n", []string{`schedule.holidays: "2025-02-29" is not allowed: want a day that exists`}},
		{"list of days with nothing", "schedule:\n  holidays:\n    -\n", []string{":3: schedule.holidays[0]: want text, not nothing: a day that exists"}},
		{"zone", "schedule: {zone: Asia/Peking}\n", []string{`schedule.zone: "Asia/Peking" is not allowed: want the name of a time zone`}},
		{"time", "schedule: {time: 9:00}\n", []string{"schedule.time", "from 00:00 to 23:59"}},
		{"part of the schedule", "schedule: {grace: 3}\n", []string{"schedule.grace: unknown key"}},
		{"day", "release_date: 2023-02-29\n", []string{`"2023-02-29" is not allowed: want a day that exists`}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			file := write(t, tt.content)
			_, err := Load(nil, nil, file)
			if !errors.As(err, new(*Error)) {
				t.Fatalf("error %v, want an *Error", err)
			}
			for _, piece := range tt.want {
				if !strings.Contains(err.Error(), piece) {
					t.Errorf("error %q lacks %q", err, piece)
				}
			}
		})
	}
}

func TestRefusedFromFlagAndEnvironment(t *testing.T) {
	env := []string{"NIANBAO_STATUS=finished", "NIANBAO_LANG=en", "NIANBAO_OUTPUT=x", "NIANBAOX=1", "NIANBAO_ZZZZZZ=1"}
	_, err := Load(parse(t, "--format", "pdf,docx"), env, write(t, "aera: x\nstatu: y\n"))
	var all *Error
	if !errors.As(err, &all) {
		t.Fatalf("error %v, want an *Error", err)
	}
	want := []string{
		":1: aera: unknown key; did you mean area?",
		":2: statu: unknown key; did you mean status?",
		"environment NIANBAO_LANG: unknown variable; did you mean NIANBAO_LANGUAGES?",
		"environment NIANBAO_OUTPUT: unknown variable; did you mean NIANBAO_OUTPUT_DIR?",
		"environment NIANBAO_ZZZZZZ: unknown variable",
		`flag --format: formats: "docx" is not allowed: want one or more different of pdf, xlsx, csv, json, sdmx-csv, html`,
		`environment NIANBAO_STATUS: status: "finished" is not allowed: want draft, final`,
	}
	if len(all.Problems) != len(want) {
		t.Fatalf("%d problems, want %d: %v", len(all.Problems), len(want), err)
	}
	for i, p := range all.Problems {
		if !strings.HasSuffix(p.Message().Error(), want[i]) {
			t.Errorf("problem %d is %q, want %q", i, p, want[i])
		}
	}
	if !strings.HasPrefix(err.Error(), "configuration: 7 problems:\n  ") {
		t.Errorf("error %q must count its problems", err)
	}
}

// TestAccepted gives files that are unusual and right.
func TestAccepted(t *testing.T) {
	for _, content := range []string{
		"", "# only a comment\n", "---\n", "{}\n", "null\n", "period: 2023\n", "period: \"2023\"\n", "\ufeffarea: x\n", "area: x\r\nperiod: 2023\r\n",
		"languages: [zh-Hans, zh-Hant]\n", "area: &a x\nissuer: {zh-Hans: *a, en: *a}\n", "formats: [&f pdf]\n",
		"output:\n  name: 塞北-{kind}\n", "issuer: {zh-Hans: 张家口　统计局, en: x}\n",
		"schedule: {first: 2024, due: 3, holidays: [2025-10-01, 2025-10-02/2025-10-08], weekend: []}\n",
	} {
		if _, err := Load(nil, nil, write(t, content)); err != nil {
			t.Errorf("file %q: %v", content, err)
		}
	}
}

// FuzzReadFile reads configurations of anyone, to the values that come of them.
func FuzzReadFile(f *testing.F) {
	f.Add("area: x\nlanguages: [en]\n")
	f.Add("a: &a [*a]\noutput: *a\n")
	f.Add("? [x]\n: y\n<<: {}\n")
	f.Add("#\n---\n...\n")
	known := keys()
	f.Fuzz(func(t *testing.T, content string) {
		values, problems := readFile(filepath.Join("x", "y.yaml"), []byte(content), known)
		for name, w := range values {
			k, ok := find(known, name)
			if !ok || !k.many() && len(w.value) != 1 || w.origin == "" {
				t.Errorf("value %+v of %q", w, name)
			}
		}
		for _, p := range problems {
			if p.Fault == nil || p.Origin == "" {
				t.Errorf("problem %+v", p)
			}
		}
		l := &loader{v: viper.New(), keys: known, origins: map[string]string{}}
		for _, k := range known {
			l.v.SetDefault(k.name, k.fallbackValue())
		}
		if err := l.merge(values); err != nil {
			t.Fatal(err)
		}
		if c, err := l.config(); err != nil || c == nil { // what is wrong with values is a problem, and no error
			t.Errorf("%v", err)
		}
	})
}
