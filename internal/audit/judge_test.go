package audit

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"nianbao/bench/county"
	"nianbao/internal/canonjson"
	"nianbao/internal/export"
	"nianbao/internal/publish"
	"nianbao/internal/stat"
)

// Every edition, in each layout and language, is sound, and all of its files are compared.
func TestSound(t *testing.T) {
	for _, env := range [][]string{
		{"NIANBAO_AREA=saibei"}, {"NIANBAO_AREA=saibei", "NIANBAO_LAYOUT=sequential", "NIANBAO_THEME_NAME=gongwen"}, {"NIANBAO_AREA=tongjian"},
		{"NIANBAO_LAYOUT=stacked", "NIANBAO_LANGUAGES=zh-Hant,en"}, {"NIANBAO_LANGUAGES=en"},
		{"NIANBAO_PERIOD=2024-Q1"}, {"NIANBAO_PERIOD=2024-H1", "NIANBAO_LANGUAGES=zh-Hant"}, {"NIANBAO_PERIOD=2024-Q3", "NIANBAO_STATUS=draft"},
		{"NIANBAO_FORMATS=xlsx,json"}, {"NIANBAO_FORMATS=xlsx,csv", "NIANBAO_WORKBOOK_PROFILE=published"}, {"NIANBAO_FORMATS=pdf,json", "NIANBAO_SECTIONS=glance,themes"},
	} {
		sound(t, verified(t, released(t, job(t, env...)).Release.Dir))
	}
	sound(t, verified(t, released(t, job(t, "NIANBAO_FORMATS=pdf")).Release.Dir), "no JSON")
}

// One who can write to a release's folder can make all checksums fit; what the files say of each other is still found.
func TestResealed(t *testing.T) {
	for name, tt := range map[string]struct{ file, old, with, named, want string }{
		"figure of the manifest":  {"manifest.json", `"obs_value": "41.06"`, `"obs_value": "41.60"`, "manifest.json", `gdp.level@2024: value is "41.60", want "41.06"`},
		"sentence of it":          {"manifest.json", `"zh-Hans": "粮食产量{`, `"zh-Hans": "粮食总产量{`, "manifest.json", "sentence "},
		"printed words of it":     {"manifest.json", `"printed": "约35万吨标准煤"`, `"printed": "约36万吨标准煤"`, "manifest.json", "energy-use.level@2024: its places in sources"},
		"name of an indicator":    {"example-2024-edition.json", `"zh-Hans": "地区生产总值"`, `"zh-Hans": "生产总值"`, "manifest.json", "indicator gdp: name"},
		"words of the document":   {"example-2024-edition.json", `"zh-Hans": "41.06亿元"`, `"zh-Hans": "41.60亿元"`, "example-2024-briefing.pdf", "gdp.level@2024"},
		"power of ten":            {"example-2024-edition.json", "\"unit_mult\": 8,\n      \"decimals\"", "\"unit_mult\": 2000000000,\n      \"decimals\"", "example-2024-edition.json", "power of ten 2000000000: want -12 to 18"},
		"digits without end":      {"example-2024-edition.json", `"obs_value": 41.06,`, `"obs_value": 4` + strings.Repeat("1", 400) + `,`, "example-2024-edition.json", "want plain digits, 40 at most"},
		"a number with exponent":  {"example-2024-edition.json", `"obs_value": 41.06,`, `"obs_value": 41e1000000,`, "example-2024-edition.json", "want plain digits, 40 at most"},
		"depth":                   {"example-2024-edition.json", `"format":`, `"deep": ` + strings.Repeat("[", 20000) + strings.Repeat("]", 20000) + `, "format":`, "example-2024-edition.json", "read json"},
		"power of an indicator":   {"example-2024-edition.json", `"unit_mult": 8,`, `"unit_mult": 4,`, "manifest.json", "indicator gdp: unit_mult"},
		"another figure in a row": {"example-2024-indicators.csv", ",6.2,", ",6.3,", "example-2024-indicators.csv", "gdp.growth@2024: growth is"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := released(t, job(t)).Release.Dir
			if tt.file == publish.ManifestName {
				edit(t, filepath.Join(dir, tt.file), tt.old, tt.with)
				resealManifest(t, dir)
			} else {
				edit(t, filepath.Join(dir, tt.file), tt.old, tt.with)
				repack(t, dir)
				reseal(t, dir)
			}
			start := time.Now()
			v := verified(t, dir)
			if len(v.Problems) > 0 {
				t.Errorf("problems %v", v.Problems)
			}
			finds(t, v, tt.named, tt.want)
			if took := time.Since(start); took > 10*time.Second {
				t.Errorf("it took %v", took)
			}
		})
	}
}

// resealManifest gives a manifest that was changed the digests and the checksum that fit.
func resealManifest(t testing.TB, dir string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, publish.ManifestName))
	if err != nil {
		t.Fatal(err)
	}
	var m publish.Manifest
	if err := json.Unmarshal(data, &m); err != nil {
		t.Fatal(err)
	}
	content, err := canonjson.Transform(m.Content)
	if err != nil {
		t.Fatal(err)
	}
	m.SetContent(content)
	seal(t, dir, m)
}

// repack gives the data package of a release the sizes and digests that its tables have now.
func repack(t testing.TB, dir string) {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(dir, "*-datapackage.json"))
	if err != nil || len(found) != 1 {
		return
	}
	data, err := os.ReadFile(found[0])
	if err != nil {
		t.Fatal(err)
	}
	var p map[string]any
	if err := json.Unmarshal(data, &p); err != nil {
		t.Fatal(err)
	}
	for _, r := range p["resources"].([]any) {
		r := r.(map[string]any)
		table, err := os.ReadFile(filepath.Join(dir, r["path"].(string)))
		if err != nil {
			t.Fatal(err)
		}
		d := publish.DigestOf(publish.File{Data: table})
		r["bytes"], r["hash"] = d.Bytes, "sha256:"+d.SHA256
	}
	if data, err = json.MarshalIndent(p, "", "  "); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(found[0], data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// A release of a program with another column and other words is judged by its own: it is sound, and the column is held
// against the same in the other files.
func TestOtherColumnsAndWords(t *testing.T) {
	dir := released(t, job(t, "NIANBAO_FORMATS=csv,json")).Release.Dir
	replaceAll(t, filepath.Join(dir, "example-2024-edition.json"), `"en": "up `, `"en": "rose by `)
	csv := filepath.Join(dir, "example-2024-data.csv")
	data, err := os.ReadFile(csv)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	for i := range lines {
		lines[i] += map[bool]string{true: ",colour", false: ",green"}[i == 0]
	}
	if err := os.WriteFile(csv, []byte(strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	addColumn(t, filepath.Join(dir, "example-2024-datapackage.json"))
	repack(t, dir)
	reseal(t, dir)
	sound(t, verified(t, dir))
}

// addColumn adds a column to what a data package says of the table of the data.
func addColumn(t *testing.T, path string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var p map[string]any
	if err := json.Unmarshal(data, &p); err != nil {
		t.Fatal(err)
	}
	schema := p["resources"].([]any)[0].(map[string]any)["schema"].(map[string]any)
	schema["fields"] = append(schema["fields"].([]any), map[string]any{"name": "colour", "type": "string"})
	if data, err = json.Marshal(p); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

func replaceAll(t *testing.T, path, old, with string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	changed := strings.ReplaceAll(string(data), old, with)
	if changed == string(data) {
		t.Fatalf("%s has no %q", path, old)
	}
	if err := os.WriteFile(path, []byte(changed), 0o644); err != nil {
		t.Fatal(err)
	}
}

// While an edition is exported over and over, every look at its releases finds them sound.
func TestVerifyBesideExports(t *testing.T) {
	j := job(t, "NIANBAO_FORMATS=csv,json,xlsx")
	released(t, j)
	ctx, stop := context.WithCancel(context.Background())
	var exports sync.WaitGroup
	made := 0
	exports.Go(func() {
		for n := 0; ctx.Err() == nil; n++ {
			one, settings := j, *j.Config
			settings.ReleaseDate = fmt.Sprintf("2025-%02d-%02d", 1+n/28%12, 1+n%28)
			one.Config = &settings
			if _, err := export.Run(context.Background(), one); err != nil {
				t.Error(err)
				return
			}
			made++
		}
	})
	dir := filepath.Join(j.Config.Output.Dir, "example", "2024")
	for range 300 {
		sound(t, verified(t, dir))
		if t.Failed() {
			break
		}
	}
	stop()
	exports.Wait()
	if made < 10 {
		t.Errorf("only %d builds were made meanwhile", made)
	}
	walked(t, j.Config.Output.Dir)
}

// died is what a run panics with that ends at once.
type died struct{}

// A run that dies between the exchange and the archive is no fault to who verifies or lists the releases.
func TestDiedBeforeTheArchive(t *testing.T) {
	areas := t.TempDir()
	if err := os.CopyFS(filepath.Join(areas, "example"), os.DirFS("../../config/areas/example")); err != nil {
		t.Fatal(err)
	}
	j := job(t, "NIANBAO_AREAS_DIR="+areas, "NIANBAO_FORMATS=csv,json")
	released(t, j)
	edit(t, filepath.Join(areas, "example", "2024.yaml"), "level: 18250", "level: 18520")
	func() {
		defer func() {
			if r := recover(); r != (died{}) {
				t.Fatalf("it did not die: %v", r)
			}
		}()
		_, _ = export.Run(publish.WithTrace(context.Background(), func(done publish.Step) {
			if done == publish.Exchanged {
				panic(died{})
			}
		}), j)
	}()
	var names []string
	for _, v := range walked(t, j.Config.Output.Dir) {
		sound(t, v)
		names = append(names, v.Name())
	}
	if !slices.Equal(names, []string{"r1", "r2"}) {
		t.Errorf("verified %q", names)
	}
	list, err := History(context.Background(), Folder(j.Config.Output.Dir), "example", stat.Period{Year: 2024})
	if err != nil || len(list) != 2 || !list[0].Whole() || !list[1].Whole() {
		t.Errorf("history %+v, %v", list, err)
	}
}

// What is told of a release is not kept: verifying many takes the memory of verifying one.
func TestWalkKeepsNothing(t *testing.T) {
	const counties = 40
	dir := t.TempDir()
	if err := county.Write(filepath.Join(dir, "areas"), 0, counties, county.Size{}); err != nil {
		t.Fatal(err)
	}
	for n := range counties {
		j := job(t, "NIANBAO_AREAS_DIR="+filepath.Join(dir, "areas"), fmt.Sprintf("NIANBAO_AREA=county-%05d", n), "NIANBAO_PERIOD="+county.Period,
			"NIANBAO_OUTPUT_DIR="+filepath.Join(dir, "out"), "NIANBAO_FORMATS=csv,json,xlsx")
		released(t, j)
	}
	var early, late uint64
	n := 0
	out := filepath.Join(dir, "out")
	err := Walk(context.Background(), Folder(out), out, Options{Jobs: 1}, func(v *Verification) error {
		sound(t, v)
		n++
		if n == 5 || n == counties-5 {
			runtime.GC()
			runtime.GC()
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			early, late = late, m.HeapAlloc
		}
		return nil
	})
	if err != nil || n != counties {
		t.Fatalf("%d releases, %v", n, err)
	}
	if late > early+1<<20 {
		t.Errorf("%d bytes are kept after 5 areas, %d after %d", early, late, counties-5)
	}
}

// The memory that verifying takes grows with the facts: eight times the facts allocate at most ten times the bytes, in at
// most ten times the pieces. .ci/linear/run counts the statements as well.
func TestWorkIsLinearInFacts(t *testing.T) {
	work := func(indicators int) (facts int, bytes, pieces uint64) {
		dir := t.TempDir()
		if err := county.Write(filepath.Join(dir, "areas"), 0, 1, county.Size{Indicators: indicators}); err != nil {
			t.Fatal(err)
		}
		j := job(t, "NIANBAO_AREAS_DIR="+filepath.Join(dir, "areas"), "NIANBAO_AREA=county-00000", "NIANBAO_PERIOD="+county.Period)
		release := released(t, j).Release.Dir
		verified(t, release) // what is set up once
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		v := verified(t, release)
		runtime.ReadMemStats(&after)
		sound(t, v)
		return v.Figures, after.TotalAlloc - before.TotalAlloc, after.Mallocs - before.Mallocs
	}
	few, fewBytes, fewPieces := work(500)
	many, manyBytes, manyPieces := work(4000)
	t.Logf("%d facts: %d bytes in %d pieces; %d facts: %d bytes in %d pieces", few, fewBytes, fewPieces, many, manyBytes, manyPieces)
	if few < 1000 || many < 7*few {
		t.Fatalf("%d and %d facts", few, many)
	}
	if manyBytes > 10*fewBytes || manyPieces > 10*fewPieces {
		t.Error("the work grows faster than the facts")
	}
}
