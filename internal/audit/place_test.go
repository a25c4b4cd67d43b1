package audit

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// thrice publishes an edition in three builds, and gives the output folder.
func thrice(t *testing.T) string {
	t.Helper()
	j := job(t, "NIANBAO_FORMATS=csv,json")
	released(t, j)
	settings := *j.Config
	settings.ReleaseDate = "2025-06-01"
	j.Config = &settings
	if m := released(t, j).Release.Manifest; m.Name() != "r1.2" {
		t.Fatalf("published %s", m.Name())
	}
	settings.ReleaseDate = "2025-07-01"
	released(t, j)
	return settings.Output.Dir
}

// The edition of a folder is found however the folder is named, and the folder is called what it was.
func TestWalkNames(t *testing.T) {
	out, err := filepath.EvalSymlinks(thrice(t))
	if err != nil {
		t.Fatal(err)
	}
	area := filepath.Join(out, "example")
	link, linked := filepath.Join(t.TempDir(), "link"), filepath.Join(t.TempDir(), "old")
	if err := os.Symlink(filepath.Join(area, "2024"), link); err != nil {
		t.Skip(err)
	}
	if err := os.Symlink(filepath.Join(area, "releases", "2024", "r1.2"), linked); err != nil {
		t.Fatal(err)
	}
	kept := func(build string) string { return filepath.Join(area, "releases", "2024", build) }
	for _, tt := range []struct{ in, dir, want string }{
		{"2024", ".", "../releases/2024/r1 ../releases/2024/r1.2 ."},
		{"2024", "../2024", "../releases/2024/r1 ../releases/2024/r1.2 ../2024"},
		{"", ".", "example/releases/2024/r1 example/releases/2024/r1.2 example/2024"},
		{".", ".", "releases/2024/r1 releases/2024/r1.2 2024"},
		{"2024", "..", "../releases/2024/r1 ../releases/2024/r1.2 ../2024"},
		{"releases/2024", ".", kept("r1") + " " + kept("r1.2") + " " + filepath.Join(area, "2024")},
		{"releases/2024", "r1.2", "r1.2"},
		{"releases/2024/r1.2", ".", "."},
		{".", link, kept("r1") + " " + kept("r1.2") + " " + link},
		{link, ".", kept("r1") + " " + kept("r1.2") + " ."},
		{".", linked, linked},
	} {
		in := filepath.Join(area, tt.in)
		if tt.in == "" {
			in = out
		} else if filepath.IsAbs(tt.in) {
			in = tt.in
		}
		t.Chdir(in)
		var got []string
		for _, v := range walked(t, tt.dir) {
			if !v.Sound() {
				t.Errorf("in %s, %s: %s, %s: %v", tt.in, tt.dir, v.Dir, v.Name(), v.Problems)
			}
			got = append(got, v.Dir)
		}
		if tt.in == link { // the parent of a folder is that which it really stands in
			for i := range got {
				got[i] = strings.Replace(got[i], "..", area, 1)
			}
		}
		if s := strings.Join(got, " "); s != filepath.FromSlash(tt.want) {
			t.Errorf("in %q, %q gives %s, want %s", tt.in, tt.dir, s, tt.want)
		}
	}
}

// The time that it takes to name the editions of many manifests grows with their number.
func TestManyEditions(t *testing.T) {
	const areas, periods = 2000, 100
	var manifests []string
	for n := range areas * periods {
		manifests = append(manifests, filepath.Join("out", fmt.Sprintf("a%04d", n/periods), fmt.Sprint(1900+n%periods), "manifest.json"))
	}
	manifests = append(manifests, filepath.Join("out", "a0001", "releases", "1900", "r1", "manifest.json"))
	start := time.Now()
	list := editionsBelow("out", filepath.FromSlash("/srv/out"), manifests)
	if len(list) != areas*periods || list[0] != filepath.Join("out", "a0000", "1900") {
		t.Errorf("%d editions, %q first", len(list), list[0])
	}
	if took := time.Since(start); took > 20*time.Second { // each with each takes minutes
		t.Errorf("it took %v", took)
	}
}

// The columns of a header are held against each other in time that grows with their number.
func TestManyColumns(t *testing.T) {
	var head strings.Builder
	head.WriteString("fact_id")
	for n := range 500_000 {
		fmt.Fprintf(&head, ",c%d", n)
	}
	start := time.Now()
	if _, err := readCSV([]byte(head.String() + "\n")); err != nil {
		t.Error(err)
	}
	if took := time.Since(start); took > 10*time.Second { // each with each takes minutes
		t.Errorf("it took %v", took)
	}
	if _, err := readCSV([]byte(head.String() + ",c7\n")); err == nil || !strings.Contains(err.Error(), `two columns are called "c7"`) {
		t.Errorf("error %v", err)
	}
}
