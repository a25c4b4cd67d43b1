package audit

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"nianbao/internal/publish"
)

// fixtures unpacks the releases that the program wrote at commit 9e7d6f9, as they stood in an output folder.
func fixtures(t *testing.T) (out string) {
	t.Helper()
	out = t.TempDir()
	unpackFixture(t, "9e7d6f9/r1", out)
	unpackFixture(t, "9e7d6f9/r2", out)
	return out
}

// What earlier programs have published is sound for ever, all of it compared.
func TestFirstReleases(t *testing.T) {
	list := walked(t, fixtures(t))
	if len(list) != 2 {
		t.Fatalf("%d releases, want 2", len(list))
	}
	for _, v := range list {
		sound(t, v)
	}
	for _, one := range []struct {
		name  string
		files int
	}{{"sequential", 2}, {"hans", 10}} {
		out := t.TempDir()
		unpackFixture(t, "9e7d6f9/"+one.name, out)
		v := verified(t, filepath.Join(out, "little", "2024"))
		sound(t, v)
		if v.Files != one.files {
			t.Errorf("%s: %d files, want %d", one.name, v.Files, one.files)
		}
	}
}

// A figure that was changed in any file of an old release is found.
func TestFirstReleasesChanged(t *testing.T) {
	for name, tt := range map[string]struct{ file, old, with, want string }{
		"csv":        {"little-2024-data.csv", ",12.5,CNY", ",12.6,CNY", `gdp.level@2024: obs_value is "12.6"`},
		"json":       {"little-2024-edition.json", `"obs_value": 12.5,`, `"obs_value": 12.6,`, ""},
		"indicators": {"little-2024-indicators.csv", ",12.5,", ",12.6,", `gdp.level@2024: value is "12.6"`},
		"targets":    {"little-2024-targets.csv", ",3.5,CNY", ",3.6,CNY", `retail-sales.target_level@2025: target is "3.6"`},
		"projects":   {"little-2024-projects.csv", ",240000000,CNY", ",250000000,CNY", "reservoir.total-investment@2024"},
		"history":    {"little-2024-history.csv", ",11.8,", ",11.9,", "gdp.level@2023"},
		"revisions":  {"little-2024-revisions.csv", ",5.1,PERCENT", ",5.2,PERCENT", "old_value"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(fixtures(t), "little", "2024")
			edit(t, filepath.Join(dir, tt.file), tt.old, tt.with)
			v := verified(t, dir)
			if v.Sound() || len(v.Problems) != 1 {
				t.Errorf("problems %v", v.Problems)
			}
			if tt.want != "" {
				finds(t, v, tt.file, tt.want)
			} else if len(v.Disagrees) == 0 {
				t.Error("no file disagrees with the changed JSON")
			}
		})
	}
	for _, tt := range []struct{ sheet, old, with, want string }{
		{"xl/worksheets/sheet3.", "<v>12.5</v>", "<v>12.6</v>", "value 12.6 of gdp is that of no fact"},
		{"xl/worksheets/sheet5.", "<v>240000000</v>", "<v>250000000</v>", "total_investment 250000000 of reservoir"},
	} {
		dir := filepath.Join(fixtures(t), "little", "2024")
		rewrite(t, filepath.Join(dir, "little-2024-workbook.xlsx"), tt.sheet, tt.old, tt.with)
		restate(t, dir, "little-2024-workbook.xlsx")
		finds(t, verified(t, dir), "little-2024-workbook.xlsx", tt.want)
	}
	// The briefing of another release in the place of this one's.
	out := fixtures(t)
	from, to := filepath.Join(out, "little", "releases", "2024", "r1"), filepath.Join(out, "little", "2024")
	data, err := os.ReadFile(filepath.Join(from, "little-2024-briefing.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(to, "little-2024-briefing.pdf"), data, 0o644); err != nil {
		t.Fatal(err)
	}
	restate(t, to, "little-2024-briefing.pdf")
	finds(t, verified(t, to), "little-2024-briefing.pdf", "retail-sales.level@2024")
}

// restate gives the manifest of a changed release the size and digest of a file, and leaves its format as it is.
func restate(t *testing.T, dir, file string) {
	t.Helper()
	name := filepath.Join(dir, publish.ManifestName)
	manifest, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(dir, file))
	if err != nil {
		t.Fatal(err)
	}
	d := publish.DigestOf(publish.File{Data: data})
	entry := regexp.MustCompile(`("name": "` + regexp.QuoteMeta(file) + `",\s*"bytes": )\d+(,\s*"sha256": ")[0-9a-f]+`)
	manifest = entry.ReplaceAll(manifest, fmt.Appendf(nil, "${1}%d${2}%s", d.Bytes, d.SHA256))
	const end = "\"\n}\n"
	manifest = append(manifest[:len(manifest)-hex.EncodedLen(sha256.Size)-len(end)], end...)
	sum := sha256.Sum256(manifest)
	manifest = append(hex.AppendEncode(manifest[:len(manifest)-len(end)], sum[:]), end...)
	if err := os.WriteFile(name, manifest, 0o644); err != nil {
		t.Fatal(err)
	}
}

// What 9e7d6f9 published, exported again from the same data, is the same release in a new build, without a revision; other
// data make the next release.
func TestFirstReleasesGoOn(t *testing.T) {
	areas := t.TempDir()
	if err := os.CopyFS(areas, os.DirFS("testdata/9e7d6f9/areas")); err != nil {
		t.Fatal(err)
	}
	out := fixtures(t)
	j := job(t, "NIANBAO_AREAS_DIR="+areas, "NIANBAO_AREA=little", "NIANBAO_OUTPUT_DIR="+out, "NIANBAO_RELEASE_DATE=2025-06-01")
	was, _, err := publish.Verify(filepath.Join(out, "little", "2024"))
	if err != nil {
		t.Fatal(err)
	}
	result := released(t, j)
	m, _, err := publish.Verify(result.Release.Dir)
	if err != nil {
		t.Fatal(err)
	}
	if m.Name() != "r2.2" || m.Supersedes != was.BuildDigest || m.Format != publish.Format {
		t.Errorf("%s supersedes %.8s, want r2.2 that supersedes %.8s", m.Name(), m.Supersedes, was.BuildDigest)
	}
	d, err := publish.Compare(was, m)
	if err != nil || len(d.Figures)+len(d.Texts) > 0 {
		t.Errorf("figures and sentences differ: %+v", d)
	}
	revisions := func(dir string) string {
		data, err := os.ReadFile(filepath.Join(dir, "little-2024-revisions.csv"))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	if got, want := revisions(result.Release.Dir), strings.Replace(revisions(filepath.Join(out, "little", "releases", "2024", "r2")), ",release,release_date", ",old_release,old_release_date", 1); got != want {
		t.Errorf("revisions:\n%s\nwant\n%s", got, want)
	}
	if again := released(t, j); !again.Unchanged {
		t.Error("the same again is not unchanged")
	}
	edit(t, filepath.Join(areas, "little", "2024.yaml"), "growth: {value: 5.3}", "growth: {value: 5.4}")
	if m := released(t, j).Release.Manifest; m.Name() != "r3" {
		t.Errorf("other data make %s", m.Name())
	}
	names := []string{}
	for _, v := range walked(t, out) {
		sound(t, v)
		names = append(names, v.Name())
	}
	if len(names) != 4 {
		t.Errorf("releases %q", names)
	}
}

// What the last programs of output versions 3 and 5, those of c5cf928 and d01540b, have published is sound for ever. Exported
// again from the same data, it is the same release in a new build.
func TestReleasesOfEarlierVersions(t *testing.T) {
	for version, commit := range map[int]string{3: "c5cf928", 5: "d01540b"} {
		out := t.TempDir()
		unpackFixture(t, commit+"/r1", out)
		dir := filepath.Join(out, "little", "2024")
		sound(t, verified(t, dir))
		was, _, err := publish.Verify(dir)
		if err != nil || was.OutputVersion != version {
			t.Fatalf("output version %d, %v; want %d", was.OutputVersion, err, version)
		}
		j := job(t, "NIANBAO_AREAS_DIR=testdata/9e7d6f9/areas", "NIANBAO_AREA=little", "NIANBAO_OUTPUT_DIR="+out, "NIANBAO_RELEASE_DATE=2025-05-01")
		now := released(t, j).Release.Manifest
		if now.Name() != "r1.2" || now.ContentDigest != was.ContentDigest {
			t.Errorf("the same data give %s with content %.8s, want r1.2 with %.8s", now.Name(), now.ContentDigest, was.ContentDigest)
		}
		for _, v := range walked(t, out) {
			sound(t, v)
		}
	}
}
