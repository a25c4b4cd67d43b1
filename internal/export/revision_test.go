package export

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"nianbao/internal/tidy"
)

// editData changes a file of the example area.
func editData(t *testing.T, areas, name string, pairs ...string) {
	t.Helper()
	path := filepath.Join(areas, "example", name)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.NewReplacer(pairs...).Replace(string(data))
	if text == string(data) {
		t.Fatalf("%s has nothing of %q", name, pairs)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// A release whose figures differ from the one before says in every format what was changed, added and withdrawn: both
// values, and the release and date of each.
func TestRevisedRelease(t *testing.T) {
	areas := t.TempDir()
	if err := os.CopyFS(filepath.Join(areas, "example"), os.DirFS("../../config/areas/example")); err != nil {
		t.Fatal(err)
	}
	j := job(t, "NIANBAO_AREAS_DIR="+areas, "NIANBAO_RELEASE_DATE=2025-01-20")
	if _, err := Run(context.Background(), j); err != nil {
		t.Fatal(err)
	}
	editData(t, areas, "2024.yaml", "level: 18250", "level: 18520", "    growth: -2.4\n", "",
		"from: {5: 约35万吨标准煤}}\n", "from: {5: 约35万吨标准煤}}\n    growth: 2.6\n")
	j.Config.ReleaseDate = "2025-02-05"
	result, err := Run(context.Background(), j)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, o := range result.Release.Manifest.Outputs {
		if files[strings.TrimPrefix(o.Name, "example-2024-")], err = os.ReadFile(filepath.Join(result.Release.Dir, o.Name)); err != nil {
			t.Fatal(err)
		}
	}
	briefingRevised(t, files["briefing.pdf"])
	sheetRevised(t, files["workbook.xlsx"])
	for _, row := range []string{
		"broadband-households.level@2024~r1,broadband-households.level@2024,changed,services,broadband-households,宽带接入户数,Households with broadband,2024,level," +
			"18250,HOUSEHOLD,0,A,18520,HOUSEHOLD,0,A,270,HOUSEHOLD,0,,,1,2025-01-20,2,2025-02-05,true\n",
		"energy-use.growth@2024~r1,energy-use.growth@2024,added,energy,energy-use,综合能源消费量,Total energy consumption,2024,growth," +
			",,,,2.6,PERCENT,0,A,,,,,,,,2,2025-02-05,true\n",
		"passenger-trips.growth@2024~r1,passenger-trips.growth@2024,withdrawn,services,passenger-trips,公路客运量,Passenger trips by road,2024,growth," +
			"-2.4,PERCENT,0,A,,,,,,,,,,1,2025-01-20,2,2025-02-05,true\n",
	} {
		if !strings.Contains(string(files["revisions.csv"]), row) {
			t.Errorf("the CSV has no row %s:\n%s", row, files["revisions.csv"])
		}
	}
	jsonRevised(t, files["edition.json"])
}

func briefingRevised(t *testing.T, pdf []byte) {
	text := textOf(t, pdf)
	text = strings.Join(strings.Fields(text), "")
	for _, said := range []string{
		"宽带接入户数（2024年）Householdswithbroadband(2024)18250户18,250households18520户18,520households第1版（2025年1月20日）release1(20January2025)本版（2025年2月5日）thisrelease(5February2025)",
		"下降2.4%down2.4%撤下Withdrawn第1版（2025年1月20日）release1(20January2025)本版（2025年2月5日）",
		"此前未公布notgivenbefore增长2.6%up2.6%本版（2025年2月5日）",
		"18520[r]", "Figuresmarked[r]differ",
	} {
		if !strings.Contains(text, said) {
			t.Errorf("the briefing does not say %q", said)
		}
	}
}

func sheetRevised(t *testing.T, xlsx []byte) {
	f, err := excelize.OpenReader(bytes.NewReader(xlsx))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	said := map[string]string{}
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			said[sheet] += strings.Join(row, "|") + "\n"
		}
	}
	for sheet, wanted := range map[string][]string{
		"修订 Revisions": {
			"|修订 Changed|18,250|18,520|户 households|270||第1版（2025年1月20日） release 1 (20 January 2025)|本版（2025年2月5日） this release (5 February 2025)\n",
			"|撤下 Withdrawn|-2.4||%|||第1版", "|新增 Added||2.6|%||||本版",
		},
		"指标 Indicators": {"已修订 [r]"},
	} {
		for _, words := range wanted {
			if !strings.Contains(said[sheet], words) {
				t.Errorf("the sheet %s has no %q:\n%s", sheet, words, said[sheet])
			}
		}
	}
}

func jsonRevised(t *testing.T, data []byte) {
	var doc tidy.Document
	if err := json.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	kinds := map[string]tidy.Revision{}
	for _, r := range doc.Revisions {
		kinds[r.Kind] = r // of each kind the last, and of those by a release
	}
	for kind, fact := range map[string]string{"added": "energy-use.growth@2024", "withdrawn": "passenger-trips.growth@2024"} {
		if r := kinds[kind]; r.Fact != fact || (r.Old == nil) != (kind == "added") || (r.New == nil) != (kind == "withdrawn") || r.Later != 2 || r.Brought.String() != "2025-02-05" {
			t.Errorf("%s: %+v", kind, r)
		}
	}
}
