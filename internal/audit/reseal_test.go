package audit

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"nianbao/internal/publish"
)

// What one change makes of a release whose checksums fit again is found, whichever file it is in.
func TestResealedAnywhere(t *testing.T) {
	released := released(t, job(t, "NIANBAO_FORMATS=csv,json,xlsx")).Release.Dir
	for name, tt := range map[string]struct {
		change      func(t *testing.T, path string)
		file, named string // of the change, and of what is said; the same if there is no second
		want        string
	}{
		"a row of indicators": {dropLine("gdp@2024,"), "indicators.csv", "", "gdp.growth@2024: it is not shown"},
		"a row of rankings":   {dropLine("gdp.rank@2024,"), "rankings.csv", "", "gdp.rank@2024: it is not shown"},
		"a row of an earlier period": {
			dropLine("grain-output@2023,"), "indicators.csv", "workbook.xlsx", "is shown, and not in the CSV file",
		},
		"a row of the sheet of indicators": {dropRow("3", "41.06"), "workbook.xlsx", "", "sheet of indicators: value 41.06 of gdp is not shown"},
		"a row of the sheet of rankings":   {dropRow("4", ">5<"), "workbook.xlsx", "", "sheet of rankings: position"},
		"the name of a sheet": {
			func(t *testing.T, path string) {
				rewrite(t, path, "xl/workbook.xml", `name="位次 Rankings"`, `name="位次"`)
			},
			"workbook.xlsx", "", "and there is none",
		},
	} {
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
