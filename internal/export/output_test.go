package export

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"nianbao/internal/golden"
)

// TestOutputVersion holds the bytes of the files against those that are recorded for the output version. Where they
// differ, the version is raised, and -update records them.
func TestOutputVersion(t *testing.T) {
	if runtime.GOARCH != "amd64" {
		t.Skip("other processors round sums of products in another way")
	}
	var lines strings.Builder
	for _, one := range []struct {
		name string
		env  []string
	}{
		{"saibei 2023", []string{"NIANBAO_AREA=saibei"}},
		{"saibei 2023 sequential gongwen published", []string{
			"NIANBAO_AREA=saibei", "NIANBAO_LAYOUT=sequential", "NIANBAO_THEME_NAME=gongwen", "NIANBAO_WORKBOOK_PROFILE=published",
		}},
		{"tongjian 2022", []string{"NIANBAO_AREA=tongjian"}},
		{"example 2024", nil},
		{"example 2024-Q1 stacked zh-Hant", []string{"NIANBAO_PERIOD=2024-Q1", "NIANBAO_LAYOUT=stacked", "NIANBAO_LANGUAGES=zh-Hant,en"}},
		{"example 2024-H1 en", []string{"NIANBAO_PERIOD=2024-H1", "NIANBAO_LANGUAGES=en"}},
		{"example 2024-Q3 draft", []string{"NIANBAO_PERIOD=2024-Q3", "NIANBAO_STATUS=draft"}},
	} {
		result, err := Run(context.Background(), job(t, one.env...))
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&lines, "\n%s\n", one.name)
		for _, d := range result.Release.Manifest.Outputs {
			fmt.Fprintf(&lines, "%s %s\n", d.SHA256, d.Name)
		}
	}
	path := filepath.Join("testdata", "output.golden")
	was, _ := os.ReadFile(path) // none is as good as an old one
	recorded := 0
	head, sums, _ := strings.Cut(string(was), "\n")
	if _, err := fmt.Sscanf(head, "output version %d", &recorded); err != nil {
		t.Log(err)
	}
	same := sums == lines.String()
	switch {
	case same && recorded == OutputVersion:
		return
	case !same && recorded >= OutputVersion:
		t.Fatalf("the files are not those of output version %d: raise OutputVersion, then run with -update", recorded)
	case same:
		t.Fatalf("the files are those of output version %d: it is not to be raised to %d", recorded, OutputVersion)
	}
	golden.Check(t, "output", fmt.Sprintf("output version %d\n%s", OutputVersion, lines.String()))
}
